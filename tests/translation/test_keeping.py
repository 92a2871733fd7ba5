"""What a translation leaves as it is: found, kept out of the model's hands, put back where it was lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation import keeping


def kept(text: str) -> list[str]:
    return [match.group() for match in keeping.KEPT.finditer(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("زوروا https://example.org/a_b?c=1، ثم", ["https://example.org/a_b?c=1"]),
        ("اكتبوا إلى foo_bar@example.org.", ["foo_bar@example.org"]),
        ("وسم #سوريا_اليوم انتشر", ["#سوريا_اليوم"]),
        ("بـfoo.b@example.org وحده", ["foo.b@example.org"]),
        ("كتب @amal_1 في Couchsurfing", ["@amal_1", "Couchsurfing"]),
        ("فيروس COVID-19 و A وحدها", ["COVID-19"]),
        ("لا شيء هنا 18 و4x4", []),
        ("بـReuters", ["Reuters"]),
    ],
)
def test_addresses_hashtags_and_latin_names_are_found(text: str, found: list[str]) -> None:
    assert kept(text) == found


@pytest.mark.parametrize(
    ("sentence", "core"),
    [
        ("وصل الوفد", "وصل الوفد"),
        ("وصل الوفد. #خبر https://example.org", "وصل الوفد."),
        ("#خبر_عاجل وصل الوفد", "وصل الوفد"),
        ("  وصل #الوفد إلى هنا ", "وصل #الوفد إلى هنا"),
        ("Reuters وصل الوفد", "Reuters وصل الوفد"),
        ("#خبر", ""),
        ("", ""),
    ],
)
def test_what_stands_around_the_grammar_is_left_out(sentence: str, core: str) -> None:
    start, end = keeping.core(sentence)
    assert sentence[start:end] == core


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("شركة Couchsurfing", "The Couchsur fing company.", "The Couchsurfing company."),
        ("كلمة cella", "The cell, a room.", "The cella, a room."),
        ("كلمة من cella", "cell one cell", "cell one cella"),
        ("طائرات Il-76", "All Il-76s", "All Il-76s"),
        ("شركة Google", "Google is a company", "Google is a company"),
        ("وسم #a_b هنا", "The tag #a b here", "The tag #a_b here"),
        ("وكالة Reuters قالت", "The agency said.", "The agency Reuters said."),
    ],
)
def test_what_was_lost_is_put_back(source: str, target: str, mended: str) -> None:
    assert keeping.mend(source, target, lambda _: len("The agency")) == mended


@given(st.text(st.sampled_from("ab#_@. كلمة:/h"), max_size=40), st.text(max_size=30), st.integers(-3, 50))
def test_nothing_is_lost_and_nothing_breaks(source: str, target: str, place: int) -> None:
    mended = keeping.mend(source, target, lambda _: place)
    for thing in kept(source):
        assert thing.casefold() in mended.casefold()
    start, end = keeping.core(source)
    assert 0 <= start <= end <= len(source)
