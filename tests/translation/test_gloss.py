"""The gloss engine: the contract of every engine, what it never loses, and sentences in full."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from translator_contract import TranslatorContract, run

from reader.arabic.folding import fold
from reader.arabic.lexicon import Lexicon
from reader.model import Engine, EngineName
from reader.translation.gloss import GlossTranslator
from reader.translation.gloss_tables import load
from reader.translation.translator import Context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.arabic.lexicon import Analysis
    from reader.translation.translator import Translation, Translator

ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]")
DIGITS = re.compile(r"\d")


@pytest.fixture(scope="module")
def engine() -> Iterator[GlossTranslator]:
    translator = GlossTranslator(Lexicon())
    yield translator
    translator.close()


def gloss(engine: GlossTranslator, sentence: str) -> Translation:
    (result,) = run(engine, (sentence,))
    return result


def english(engine: GlossTranslator, sentence: str) -> str:
    text = gloss(engine, sentence).text
    assert text is not None
    return text


class TestGlossKeepsTheContract(TranslatorContract):
    @pytest.fixture
    def translator(self, engine: GlossTranslator) -> Iterator[Translator]:
        yield engine
        engine.close()


def test_it_names_itself_and_has_no_score(engine: GlossTranslator) -> None:
    assert engine.engine == Engine(EngineName.GLOSS)
    assert gloss(engine, "وصل الوفد.").score is None


@pytest.mark.parametrize(
    ("arabic", "expected"),
    [
        ("وصل الوفد إلى دمشق.", "The delegation arrived in Damascus."),
        ("الحكومة الجديدة", "The new government"),
        ("قوات النظام", "The regime forces"),
        ("أعلنت وزارة الصحة عن 18 إصابة جديدة.", "The Health Ministry announced 18 new injuries."),
        ("لم يصل الوفد.", "The delegation did not arrive."),
        ("لن تنسحب القوات.", "The forces will not withdraw."),
        ("سيكتبون كتابهم.", "They will write their book."),
        ("يزور الوزير هذه المدينة", "The minister visits this city"),
        ("في 18 آب 2020", "On 18 August 2020"),
        ("الأربعاء ١٨ شباط/فبراير ٢٠٢٠", "Wednesday 18 February/February 2020"),
        ("سكان مدينة حلب", "The inhabitants of the city of Aleppo"),
        (
            "بحسب المصادر، انسحبت القوات الروسية من مدينة حلب.",
            "According to sources, the Russian forces withdrew from the city of Aleppo.",
        ),
        ("هل وصل الوفد؟", "Did the delegation arrive?"),
    ],
)
def test_sentences_come_out_as_they_should(engine: GlossTranslator, arabic: str, expected: str) -> None:
    assert english(engine, arabic) == expected


@pytest.mark.parametrize(
    ("arabic", "expected"),
    [
        ("زار https://example.org/a_b?c=1 أمس", "https://example.org/a_b?c=1"),
        ("كتب إلى news@example.org أمس", "news@example.org"),
        ("فيروس COVID-19 في الصين", "COVID-19"),
        ("بنسبة ٣٫٥٪ من السكان", "3.5%"),
        ("الساعة 07:13 بتوقيت دمشق", "07:13"),
        ("رقم ١٬٢٥٠ في القائمة", "1,250"),
        ("(داعش)", "(ISIS)"),
        ("«النظام»", "«The regime»"),
    ],
)
def test_what_is_no_arabic_word_is_kept(engine: GlossTranslator, arabic: str, expected: str) -> None:
    assert expected in english(engine, arabic)


def test_punctuation_alone_stays_and_blank_is_a_reason(engine: GlossTranslator) -> None:
    assert english(engine, "…!") == "…!"
    assert english(engine, "،؛؟") == ",;?"
    assert gloss(engine, " \u200f").text is not None or gloss(engine, " ").error


def test_words_that_nobody_knows_are_spelt_in_latin_letters(engine: GlossTranslator) -> None:
    text = english(engine, "بلدة تلمنس")
    assert "Talmanas" in text or "Talamanas" in text


def test_each_link_joins_a_word_to_its_own_english(engine: GlossTranslator) -> None:
    sentence = "وصلت القوات الروسية إلى مدينة حلب."
    result = gloss(engine, sentence)
    assert result.text == "The Russian forces arrived in the city of Aleppo."
    pairs = {(sentence[a:b], result.text[c:d]) for a, b, c, d in result.words or ()}
    assert pairs == {
        ("وصلت", "arrived"),
        ("القوات", "forces"),
        ("الروسية", "Russian"),
        ("إلى", "in"),
        ("مدينة", "city"),
        ("حلب", "Aleppo"),
    }


MATERIAL = """
و ب ل قال كتب وقال سيكتبون القوات الروسية النظام هذا هذه الذي التي أن إن لا لم لن ليس ما كل بعض من في على إلى لـ به
كتابهم يكتبونها كان يكون بات مئة ثلاثة ألف آلاف يوم واحد حلب وحلب دمشق أبو فياض ظظظ شباط الثلاثاء قد سوف لا يزال هل
غير أحد سبق أن وسائل إعلام تنظيم الدولة كبير أكبر كبيرة عشرات الحدود الإدارية الجنوبية تابعة عثر نحن أنت نفسه بينهم
18 ١٨ 3.5 2020 Reuters F-16 ، . ؟ ! " « » ( ) [ ] - / : … %
"""
WORDS = st.sampled_from(MATERIAL.split())
TEXTS = (
    st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
    | st.lists(WORDS, max_size=12).map("".join)
    | st.text(max_size=40)
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
    | st.lists(WORDS, max_size=12).map("".join)
    | st.text(max_size=40)
)
@example("\u0670")
@example("ـ")
@example("ﷺ")
@example("(((")
@example('"')
@example("٣٫٥٪٪")
@example("a_b-")
@example("ﻻ")
def test_any_text_gives_whole_words_and_keeps_numbers_and_latin(engine: GlossTranslator, sentence: str) -> None:
    result = gloss(engine, sentence)
    if not sentence.strip():
        assert result.text is None
        return
    assert result.text is not None and result.text.strip()
    numbers = [str(unicodedata.decimal(digit)) for digit in DIGITS.findall(sentence)]
    assert sorted(str(unicodedata.decimal(digit)) for digit in DIGITS.findall(result.text)) == sorted(numbers)
    for run_of_latin in re.findall("[A-Za-z]+", sentence):
        assert run_of_latin.lower() in result.text.lower()
    for a, b, c, d in result.words or ():
        assert 0 <= a < b <= len(sentence) and 0 <= c < d <= len(result.text)
        assert not sentence[a:b].isspace() and result.text[c:d] == result.text[c:d].strip()
        for text, start, end in ((sentence, a, b), (result.text, c, d)):
            inside = [text[start - 1 : start], text[start : start + 1]], [text[end - 1 : end], text[end : end + 1]]
            assert not any(all(re.fullmatch("[A-Za-z]", letter) for letter in pair) for pair in inside)


@pytest.mark.parametrize("letter", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
def test_a_letter_alone_is_no_number(engine: GlossTranslator, letter: str) -> None:
    assert not DIGITS.search(english(engine, letter))


PIECES = ("كتاب ", "وصل ل القوات ", "ل القوات ", "و", '("', "([«", ")", "ال", "، ", "(كتاب) ", "كبير ")


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_without_end_or_sense_is_borne(engine: GlossTranslator, piece: str) -> None:
    assert english(engine, piece * 1500)
    assert english(engine, "وصل " + piece * 1500)


@pytest.mark.parametrize("token", ["ك" * 5000, "كتاب" * 2000, "ك" + "\u064e\u064f" * 5000])
def test_what_is_longer_than_any_word_is_kept_as_it_is(engine: GlossTranslator, token: str) -> None:
    result = gloss(engine, f"زار {token} دمشق")
    assert result.text is not None and set(result.text.split()) == {"visited", token, "Damascus"}
    assert (4, 4 + len(token), result.text.index(token), result.text.index(token) + len(token)) in (result.words or ())


def test_a_long_text_is_done_some_sentences_at_a_time(engine: GlossTranslator, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [f"وصل {word} إلى المدينة." for word in ("الوفد", "الوزير", "القوات")] * 50
    whole = run(engine, tuple(sentences))
    engine.close()
    asked = []
    analyses = Lexicon.analyses

    def noted(self: Lexicon, words: list[str]) -> list[tuple[Analysis, ...]]:
        asked.append(words)
        return analyses(self, words)

    monkeypatch.setattr(Lexicon, "analyses", noted)
    results = engine.translate(sentences, Context(first=(2,)))
    assert next(results) == whole[2]
    assert len(asked) == 1
    assert [*results] == [one for one in whole if one.index != 2]
    assert len(asked) == 4


def test_no_arabic_is_left_over_in_news(engine: GlossTranslator, seed: Path) -> None:
    lines = tuple(line.strip() for line in seed.read_text(encoding="utf-8").splitlines() if line.strip())
    for line, result in zip(lines, run(engine, lines), strict=True):
        assert result.text and not ARABIC.search(result.text)
        assert sorted(DIGITS.findall(line)) == sorted(DIGITS.findall(result.text))
        assert line.count('"') == result.text.count('"')


def test_what_the_reader_looks_at_first_comes_first(engine: GlossTranslator) -> None:
    results = engine.translate(["وصل", "كتب", "قال"], Context(first=(2, 1)))
    assert [result.index for result in results] == [2, 1, 0]


def test_the_tables_are_well_formed() -> None:
    tables = load()
    assert len(tables.names) > 10_000
    assert all(name == fold(name) and english.count("\t") == 1 for name, english in tables.names.items())
    assert len(tables.phrases) > 900 and len(tables.figures) > 5000 and len(tables.functions) > 200
    kinds = {entry.kind for entry in (*tables.functions.values(), *tables.phrases.values())}
    assert kinds == {
        "adj", "adv", "an", "be", "conj", "day", "dem", "future", "month", "name", "neg", "neg_future", "neg_past",
        "noun", "number", "perfect", "person", "place", "prep", "pron", "quant", "question", "rel", "rel_f", "still",
        "that", "to", "what",
    }  # fmt: skip
    assert all(0 <= share <= 100 for shares in tables.articles.values() for share in shares)
