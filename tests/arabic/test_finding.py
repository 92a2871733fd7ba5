"""Finding words in a text: any spelling, what is joined to a word, beginnings; and the words of a text themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.english_forms import stem
from reader.arabic.finding import find_in
from reader.arabic.tokens import tokenize, words

TEXT = "قالت الحُكُومَةُ السوريّة إنّ حكومتهم، وللحكومة قرارٌ؛ Governments' decisions: the Café."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("الحكومة", ["الحُكُومَةُ", "حكومتهم", "وللحكومة"]),
        ("حكومات", ["الحُكُومَةُ", "حكومتهم", "وللحكومة"]),
        ("حكو", ["الحُكُومَةُ", "حكومتهم", "وللحكومة"]),
        ("الحكومه السوريه", ["الحُكُومَةُ السوريّة"]),
        ("الحكومة سور", ["الحُكُومَةُ السوريّة"]),
        ('""الحكومة""', ["الحُكُومَةُ"]),
        ("قرارات", ["قرارٌ"]),
        ("ان", ["إنّ"]),
        ("government", ["Governments"]),
        ("DECISION", ["decisions"]),
        ("cafe", ["Café"]),
        ("السورية الحكومة", []),
        ("كتاب", []),
        ("،", []),
        ("", []),
    ],
)
def test_words_are_found_with_what_is_joined_to_them(query: str, found: list[str]) -> None:
    assert [TEXT[slice(*span)] for span in find_in(TEXT, query)] == found


def test_exact_finding_folds_the_spelling_alone() -> None:
    assert [TEXT[slice(*span)] for span in find_in(TEXT, "الحكومة", exact=True)] == ["الحُكُومَةُ"]
    assert find_in(TEXT, "حكومة", exact=True) == []
    assert find_in(TEXT, "government", exact=True) == []


@pytest.mark.parametrize(
    ("query", "text", "is_there"),
    [
        ("كتاب", "الكتابة", True),  # the last word may be a beginning
        ("كتاب جديد", "الكتابة جديدة", False),
        ("لجنة تحقيق", "للجنة التحقيق", True),
        ("مستشفى", "في مستشفاهم", True),
        ("بحر الشمال", "البحرين الشمال", False),
        ("لبن طازج", "لبنان طازج", False),
        ("دم", "وقدم", False),
        ("دم", "الدم", True),
    ],
)
def test_what_is_a_form_of_a_word_and_what_is_not(query: str, text: str, is_there: bool) -> None:
    assert bool(find_in(text, query)) is is_there


@given(st.text(), st.text())
def test_any_text_and_query_can_be_taken(text: str, query: str) -> None:
    for start, end in find_in(text, query):
        assert 0 <= start < end <= len(text)


@given(st.text("ابةى ﷺﻻ\u0640\u064e\u0301.,،«_'’-٤½éßﬁ\u200dx\n"))
def test_the_words_of_a_text_stand_where_their_places_say(text: str) -> None:
    tokens = tokenize(text)
    assert [token.word for token in tokens] == words(text)
    for word, (start, end) in tokens:
        assert word in words(text[start:end])
    starts = [token.span[0] for token in tokens]
    assert starts == sorted(starts)


def test_a_character_that_folds_to_several_words_is_the_place_of_each() -> None:
    assert [(token.word, token.span) for token in tokenize("ﷺ")] == [
        (word, (0, 1)) for word in ("صلي", "الله", "عليه", "وسلم")
    ]


@pytest.mark.parametrize(
    "forms",
    [
        "official officials",
        "city cities",
        "make makes making",
        "stop stopped stopping stops",
        "agree agreed agrees",
        "announce announced announcing",
        "woman women",
        "house houses",
        "try tried tries",
    ],
)
def test_the_forms_of_an_english_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["new news", "wit witness", "general generate", "sing single", "his hi"])
def test_other_words_do_not(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)
