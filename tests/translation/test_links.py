"""Word links: judged by hand on sentences the small package knows, and by rule on words that speak for themselves."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.lexicon import Lexicon
from reader.translation import link_evidence as evidence
from reader.translation import links, tokenizing
from reader.translation.argos import ArgosTranslator
from reader.translation.link_words import (
    arabic_stem,
    english_stem,
    source_content,
    source_word,
    target_content,
    target_word,
)
from reader.translation.meanings import Meanings
from reader.translation.packages import PackageStore
from reader.translation.translator import Context

if TYPE_CHECKING:
    from reader.model import WordLink

JUDGED = Path(__file__).parent / "judged" / "links.tsv"
NOTHING = evidence.Knowledge({})


def unseen(source: str, target: str) -> links.Seen:
    """What a model would have looked at that looked nowhere."""
    return links.Seen([], [], [])


def shown(source: str, target: str, found: tuple[WordLink, ...]) -> set[tuple[str, str]]:
    return {(source[a:b], target[c:d]) for a, b, c, d in found}


def test_on_sentences_judged_by_hand_most_links_are_what_a_reader_would_accept(
    small_package: Path, tmp_path: Path
) -> None:
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    known = [line.partition("\t")[::2] for line in small_package.with_name("known.tsv").read_text("utf-8").splitlines()]
    numbers = sorted({int(row[0]) for row in rows})
    assert len(numbers) == 75
    package = PackageStore(tmp_path, {}).install(small_package)
    with closing(ArgosTranslator(package, meanings=Meanings(Lexicon()))) as translator:
        last = {one.index: one for one in translator.translate([known[n - 1][0] for n in numbers], Context())}
    results = {number: last[index] for index, number in enumerate(numbers)}
    good = wrong = missing = 0
    for number, word, wanted in rows:
        source, target = known[int(number) - 1]
        result = results[int(number)]
        assert result.text == target and result.words is not None
        got = {target.lower() for own, target in shown(source, target, result.words) if own == word}
        if wanted == "-":
            continue
        good += bool(got) and got <= set(wanted.lower().split("+"))
        wrong += bool(got) and not got <= set(wanted.lower().split("+"))
        missing += not got
    assert good / (good + wrong + missing) >= 0.85
    assert good / (good + wrong) >= 0.9


def test_digits_latin_words_and_names_need_no_model() -> None:
    source = "قال توم لوكالة Reuters إن ١٨ شخصاً من بوسطن قتلوا في 2021"
    target = "Tom told Reuters that 18 people from Boston died in 2021"
    found = shown(source, target, links.link(source, target, unseen(source, target), NOTHING))
    assert found == {("توم", "Tom"), ("Reuters", "Reuters"), ("١٨", "18"), ("بوسطن", "Boston"), ("2021", "2021")}


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("توم", "Tom"), ("ماري", "Mary"), ("بوسطن", "Boston"), ("ودمشق", "Damascus"), ("كلابتون", "Clapton")],
)
def test_names_are_known_by_their_consonants(arabic: str, latin: str) -> None:
    assert evidence.sounds_alike(arabic, latin) >= 0.7
    assert evidence.sounds_alike(arabic, "Zagreb") < 0.7


def test_what_the_lexicon_knows_outweighs_what_the_model_looked_at() -> None:
    source, target = "الفول السوداني", "peanuts and sauce"
    spans = [(0, 5), (6, 14)]
    seen = links.Seen(spans, [(0, 7), (8, 11), (12, 17)], [[0.3, 0.7], [0.5, 0.5], [0.7, 0.3]])
    assert ("السوداني", "peanuts") in shown(source, target, links.link(source, target, seen, NOTHING))
    meanings = {"الفول": {"beans", "peanut"}, "السوداني": {"sauce"}}
    told = evidence.Knowledge({}, lambda word: meanings.get(word, set()))
    assert shown(source, target, links.link(source, target, seen, told)) == {
        ("الفول", "peanuts"),
        ("السوداني", "sauce"),
    }


def test_a_word_may_have_several_links_and_grammar_takes_none_of_them() -> None:
    source, target = "كرهت الدراجة النارية", "I hated the motor bike"
    spans = [(0, 4), (5, 12), (13, 20)]
    attention = [[1.0, 0, 0], [1.0, 0, 0], [0.2, 0.5, 0.3], [0, 0.1, 0.9], [0, 0.9, 0.1]]
    seen = links.Seen(spans, [(0, 1), (2, 7), (8, 11), (12, 17), (18, 22)], attention)
    found = shown(source, target, links.link(source, target, seen, NOTHING))
    assert {("كرهت", "hated"), ("النارية", "motor"), ("الدراجة", "bike")} <= found
    assert not any(target == "the" for _, target in found)
    pair = links.Seen([(0, 7)], [(0, 5), (6, 10)], [[1.0], [1.0]])
    assert shown("الدراجة", "motor bike", links.link("الدراجة", "motor bike", pair, NOTHING)) == {
        ("الدراجة", "motor"),
        ("الدراجة", "bike"),
    }


def test_the_figures_bind_words_by_their_stems() -> None:
    known = evidence.Knowledge(evidence.load_figures())

    def meaning(arabic: str, english: str) -> float:
        return known.meaning(source_word(arabic, (0, 1)), target_word(english, (0, 1)))

    assert meaning("والكتاب", "books") > 0.5
    assert meaning("يستطيعون", "can") > 0.2
    assert meaning("الكتاب", "train") == 0


def test_stems_leave_out_inflection() -> None:
    assert arabic_stem("والكِتابات") == arabic_stem("كتاب")
    assert arabic_stem("سيفعلون") == arabic_stem("تفعل")
    assert english_stem("Parties") == english_stem("party")
    assert english_stem("stopped") == english_stem("stop") == english_stem("stopping")
    assert english_stem("couldn't") == "can"


def test_words_of_grammar_are_told_from_words_that_say_something() -> None:
    assert source_content("إلى") < source_content("هذا") < source_content("وصل")
    assert target_content("The") < target_content("she") < target_content("arrived")


def test_tokens_are_found_again_in_the_text_they_were_made_into() -> None:
    tokens = ["▁He", "▁said", ",", "▁<unk>", "▁Tom", "'", "s"]
    text = "He said, ⁇ Tom's"
    assert [text[a:b] if (a, b) else "" for a, b in filter(None, tokenizing.place(tokens, text))] == [
        "He", "said", ",", "Tom", "'", "s",
    ]  # fmt: skip
    assert tokenizing.place(["lo@@", "ng", "&quot;"], 'long"') == [(0, 2), (2, 4), (4, 5)]


TEXTS = st.text(st.sampled_from("ab Tom.1٢ كتاب،#_@\u064b\n'"), max_size=40)
ROWS = st.lists(st.lists(st.floats(0, 1), max_size=9), max_size=9)
SPANS = st.lists(st.none() | st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).map(tuple), max_size=9)


@given(TEXTS, TEXTS, SPANS, SPANS, ROWS)
def test_links_lie_in_both_texts_whatever_the_model_says(
    source: str,
    target: str,
    source_spans: list[tuple[int, int] | None],
    target_spans: list[tuple[int, int] | None],
    attention: list[list[float]],
) -> None:
    seen = links.Seen(source_spans, target_spans, attention)
    found = links.link(source, target, seen, NOTHING)
    assert len(set(found)) == len(found)
    for a, b, c, d in found:
        assert 0 <= a < b <= len(source) and 0 <= c < d <= len(target)
        assert source[a:b].strip() == source[a:b] and target[c:d].strip() == target[c:d]
    assert 0 <= seen.place_of((0, 5)) <= 40
