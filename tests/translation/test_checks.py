"""The checks of a pair: each kind fires for what it is about, and leaves good translations alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import EngineName, Flag, FlagKind, Pair, Role, Sentence, Status, Term
from reader.translation.checks import check, checked


def pair(source: str, target: str | None, engine: EngineName = EngineName.ARGOS) -> Pair:
    sentences = (Sentence((0, len(source)), (0, len(target or ""))),)
    status = Status.FAILED if target is None else Status.TRANSLATED
    return Pair(0, Role.PARAGRAPH, source, target, engine, status, sentences if target else ())


def kinds(source: str, target: str, engine: EngineName = EngineName.ARGOS) -> set[str]:
    return {flag.kind.value for flag in check(pair(source, target, engine))}


texts = st.one_of(st.text(), st.text(alphabet="\"'“”«»()[]‘’ aAbق ال12ـ.&quot;", max_size=60))


@given(texts, texts, st.sampled_from(EngineName), st.lists(st.builds(Term, st.just(1), texts, texts), max_size=3))
def test_never_raises_and_points_into_the_strings(
    source: str, target: str, engine: EngineName, terms: list[Term]
) -> None:
    for flag in check(pair(source, target, engine), terms):
        for spans, text in ((flag.source, source), (flag.target, target)):
            assert all(0 <= start < end <= len(text) for start, end in spans)


@given(texts)
def test_kept_and_failed_pairs_are_left_alone(text: str) -> None:
    assert check(pair(text, None)) == ()
    assert check(replace(pair(text, text), status=Status.KEPT)) == ()


def test_a_checked_pair_carries_its_flags_and_nothing_else_changes() -> None:
    before = pair("قتل 18 شخصا في المدينة", "It killed 81 people in the city")
    after = checked(before)
    assert after.flags == (Flag(FlagKind.NUMBER, "18", ((4, 6),), ((10, 12),)),)
    assert replace(after, flags=()) == before
    assert checked(after) == after


def test_sentences_are_compared_one_with_one_and_spans_are_of_the_whole_pair() -> None:
    source, target = "جاء 5 رجال. ذهب 6 رجال.", "Six men came. Five men went."
    sentences = (Sentence((0, 11), (0, 13)), Sentence((12, 23), (14, 28)))
    swapped = Pair(0, Role.PARAGRAPH, source, target, EngineName.ARGOS, Status.TRANSLATED, sentences)
    flags = check(swapped)
    assert [flag.detail for flag in flags] == ["5", "6"]
    assert [source[slice(*flag.source[0])] for flag in flags] == ["5", "6"]
    assert [target[slice(*flag.target[0])] for flag in flags] == ["Six", "Five"]
    assert check(replace(swapped, status=Status.EDITED)) == ()


@pytest.mark.parametrize(
    ("source", "target", "detail"),
    [
        ("قالت الوزارة إن الأمر انتهى", "The ministry said الأمر is over", "الأمر"),
        ("أطلقت منصة Couchsurfing في البلاد", "The platform was launched in the country", "Couchsurfing"),
        ("انظر https://example.org/a للمزيد", "See for more information", "https://example.org/a"),
    ],
)
def test_arabic_left_over_and_latin_lost_are_untranslated(source: str, target: str, detail: str) -> None:
    (flag,) = check(pair(source, target))
    assert (flag.kind, flag.detail) == (FlagKind.UNTRANSLATED, detail)


def test_a_hashtag_may_stay_in_arabic() -> None:
    assert kinds("قال الوزير #سوريا أولاً", "The minister said #سوريا first") == set()
    assert kinds("قال الوزير #سوريا أولاً", "The minister said #سوريا أولاً") == {"untranslated"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("لوحة من الفن الحديث", "A painting of the the modern art"),
        ("قال إنه سيعود غدا", "He said he would be be be back"),
        ("في شوارع المدينة القديمة", "in the streets of the old of the old city"),
        ("الأسعار في الأسواق", "Pricesfulfulfulful in the markets"),
    ],
)
def test_words_that_come_again_at_once_are_repetition(source: str, target: str) -> None:
    assert kinds(source, target) == {"repetition"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("منذ آلاف وآلاف السنين الطويلة", "for thousands and thousands of long years"),
        ("قال إن ما كان كان خطأ كبيرا", "He said that that had had been a big mistake"),
        ("من بيت إلى بيت في المدينة", "from house to house in the city"),
    ],
)
def test_what_english_or_the_arabic_repeats_is_no_repetition(source: str, target: str) -> None:
    assert kinds(source, target) == set()


def test_word_by_word_may_say_a_word_twice() -> None:
    assert kinds("الكائنات الحية في البحر", "the living living beings in the sea", EngineName.GLOSS) == set()


def test_a_translation_that_breaks_off_or_runs_on_is_out_of_proportion() -> None:
    source = "نعم يعتبر الملك الصغير من أحد أكثر الملوك المصريين القدماء شهرة في العصر الحديث كله"
    assert kinds(source, "Yes, the little king") == {"length"}
    assert kinds("وصل الوفد", "The delegation arrived and went on to the hotel where it met many other people") == {
        "length"
    }
    assert (
        kinds(source, "Yes, the little king is among the most famous ancient Egyptian kings in modern times") == set()
    )


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ('تقدّم "النظام" في المنطقة', "The regime advanced in the area", {"quotes"}),
        ('تقدّم "النظام" في المنطقة', "The &quot;regime&quot; advanced in the area", set()),
        ("تقدّم «النظام» في المنطقة", "The ‘regime’ advanced in the area", set()),
        ('أصدر القاضي "غلين" أمرا', "Judge Glenn issued an order", set()),
        ('لعبة "الكاراتيه" في المدينة', "The game of karate in the city", set()),
        ("قال إن النظام تقدّم في المنطقة", 'He said that the "regime" advanced in the area', {"quotes"}),
        ("قال المتحدث: لن نعود إلى هناك", 'The spokesman said: "We will not go back there"', set()),
        ("قال المتحدث: لن نعود إلى هناك", 'The "spokesman" said: "We will not go back there"', {"quotes"}),
        ("قال إن الأمر لم يعد كذلك", "He said it wasn't the girls' or the boys' any more", set()),
        ('الأمر لم يعد كذلك."', "It is no longer so.", set()),
        ("تنظيم الدولة (داعش) في البادية", "Islamic State in the desert", {"quotes"}),
        ("تنظيم الدولة (داعش) في البادية", "Islamic State [Daesh] in the desert", set()),
    ],
)
def test_quotation_marks_and_brackets_are_missed_but_not_around_names(
    source: str, target: str, expected: set[str]
) -> None:
    assert kinds(source, target) == expected


def test_a_glossary_term_is_found_with_joined_letters_and_its_translation_missed() -> None:
    terms = [Term(1, "تنظيم الدولة", "Islamic State"), Term(2, "ميليشيا", "militia")]
    source = "هجمات لتنظيم الدولة وميليشياتهم، وقال تنظيمُ الدولة"
    (flag,) = check(pair(source, "Attacks by the State organisation, and the militias of the organisation said"), terms)
    assert (flag.kind, flag.detail) == (FlagKind.GLOSSARY, "Islamic State")
    assert [source[start:end] for start, end in flag.source] == ["لتنظيم الدولة", "تنظيمُ الدولة"]
    assert check(pair(source, "Attacks by Islamic State and militias, said the Islamic State"), terms) == ()
