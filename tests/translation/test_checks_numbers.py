"""The number check: every way to write a value is read as that value, and only other values are flagged."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from number_speller import arabic_forms, english_forms

from reader.arabic.numbers import quantities as arabic_quantities
from reader.arabic.quantities import number
from reader.translation.check_numbers import check_numbers
from reader.translation.english_numbers import quantities as english_quantities

JUDGED = Path(__file__).parent / "judged" / "numbers.tsv"
LEAST_PRECISION, LEAST_RECALL = 0.8, 0.8

whole_numbers = st.one_of(
    st.integers(3, 200),
    st.integers(200, 10**12 - 1),
    st.builds(lambda head, zeros: head * 10**zeros, st.integers(3, 999), st.integers(0, 9)),
)
texts = st.one_of(
    st.text(), st.text(alphabet="0123456789٠١٢٣٩.,،٫٬:/-–%٪ ()ـ\u200f\u064bالوسصهعشرمئةtwo hundredIVXs'", max_size=60)
)


NUMBER_WORDS = """
    ألف آلاف مليونين مئة خمسهم عشر عشرون و ونصف ثلثا القرن القرنين الثامن سبعينيات الساعة والنصف إلا ربعا يوم الثلاثاء
    كانون الثاني بالمئة في المئة الـ ـ / % ٪ ٫ ، 12 0230 1995-96 1,234 1/5 18/8/2020 11:29 300 948 ½ ٣٤ مم two twenty
    hundred million bn and a half quarter thirds - of the last century th 1970 s nineteen eighty May percent II"""
worded = st.lists(st.sampled_from(NUMBER_WORDS.split()), max_size=12).flatmap(
    lambda found: st.sampled_from([" ".join(found), "".join(found)])
)


def details(source: str, target: str) -> list[str]:
    return [flag.detail for flag in check_numbers(source, target)]


@given(whole_numbers)
@example(1_200_000)
@example(2000)
@example(2_002_002_002)
@example(111)
def test_every_way_to_write_a_number_is_read_as_its_value(value: int) -> None:
    for form in arabic_forms(value):
        found = arabic_quantities(f"وقتل {form} شخص في المدينة")
        assert [number(value) in quantity.keys for quantity in found] == [True], form
    for form in english_forms(value):
        found = english_quantities(f"They met {form} people there")
        assert [number(value) in quantity.keys for quantity in found] == [True], form


@given(st.data(), whole_numbers)
def test_equal_values_are_no_mismatch_however_they_are_written(data: st.DataObject, value: int) -> None:
    arabic, english = data.draw(st.sampled_from(arabic_forms(value))), data.draw(st.sampled_from(english_forms(value)))
    assert details(f"قتل {arabic} شخص", f"It killed {english} people") == []


@given(st.data(), whole_numbers, whole_numbers)
def test_other_values_are_flagged_with_both_places(data: st.DataObject, value: int, other: int) -> None:
    if value == other:
        return
    arabic, english = data.draw(st.sampled_from(arabic_forms(value))), data.draw(st.sampled_from(english_forms(other)))
    source, target = f"قتل {arabic} شخص", f"It killed {english} people"
    (flag,) = check_numbers(source, target)
    assert flag.detail == str(value)
    assert [source[start:end] for start, end in flag.source] == [arabic]
    assert [target[start:end] for start, end in flag.target] == [english]


@given(texts | worded, texts | worded)
def test_never_raises_and_points_into_the_strings(source: str, target: str) -> None:
    for flag in check_numbers(source, target):
        assert flag.detail and (flag.source or flag.target)
        for spans, text in ((flag.source, source), (flag.target, target)):
            assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.lists(st.one_of(
    st.integers(0, 10**7).map(str), st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 9999, places=2, allow_nan=False).map(str),
    st.times().map("{:%H:%M}".format), st.dates().map("{:%d/%m/%Y}".format), st.integers(1, 99).map("{}%".format),
), max_size=5))  # fmt: skip
@settings(max_examples=200)
def test_the_same_figures_on_both_sides_are_never_flagged(figures: list[str]) -> None:
    assert details("كان " + " ثم ".join(figures), "It was " + " then ".join(figures)) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("في 18 آب 2020", "on August 18, 2020"),
        ("في 18/8/2020", "on 18 August 2020"),
        ("في الأول من كانون الثاني", "on 1 January"),
        ("في شهر نيسان/أبريل من هذا العام", "in April this year"),
        ("في 17 ربيع الثاني 1442 هـ", "on 17 Rabi' II 1442 AH"),
        ("في الساعة العاشرة والنصف صباحا", "at 10:30 a.m."),
        ("سأعود في الثامنة والنصف", "I will return at eight-thirty"),
        ("حوالي الساعة الخامسة مساء", "around 17:00"),
        ("الساعة ٠٢٣٠ بالتوقيت العالمي", "02:30 UTC"),
        ("بنسبة ٨٨ في المئة", "by 88 percent"),
        ("بنسبة نصف بالمئة", "by half a percent"),
        ("انطلق الأحد عشر لاعبا", "The eleven players set out"),
        ("في نصف قطر 5 كيلومترات", "within a radius of 5 km"),
        ("162 مليون يورو", "EUR 162 mln"),
        ("بواقع ربع نقطة في المئة", "by a quarter of a percentage point"),
        ("بنسبة ربع في المئة", "by a quarter of a percent"),
        ("ما نسبته 3 إلى 5 بالمائة", "some 3% to 5%"),
        ("1,2 مليون دولار", "$1,200,000"),
        ("نصف مليون لاجئ", "500,000 refugees"),
        ("مليون ونصف المليون لاجئ", "1.5 million refugees"),
        ("بين مليوني وثلاثة ملايين", "between 2 and 3 million"),
        ("مئات الآلاف من الناس", "hundreds of thousands of people"),
        ("ثلاث سنوات ونصف", "three and a half years"),
        ("على بعد ساعة ونصف", "an hour and a half away"),
        ("ثلثا السكان", "two-thirds of the population"),
        ("ثلاثة أرباعهم", "three quarters of them"),
        ("وخمسهم في الزراعة", "and a fifth in farming"),
        ("في القرنين الثامن عشر والتاسع عشر", "in the 18th and 19th centuries"),
        ("سبعينيات القرن الماضي", "the 1970s"),
        ("منذ نحو شهرين", "for about two months"),
        ("مرتين كل يومين", "twice every other day"),
        ("ما لا يقل عن مئة قتيل", "no fewer than 100 dead"),
        ("من الفيلق الخامس", "from the Fifth Corps"),
        ("الملك عبد الله الثاني", "King Abdullah II"),
        ("السوبر بول 49", "Super Bowl XLIX"),
        ("موسم 1995-96", "the 1995–1996 season"),
        ("ثاني أكسيد الكربون", "carbon dioxide"),
        ("لم يبق أحد، وأحد الجنود جرح", "No one stayed, and one of the soldiers was hurt"),
        ("لست مهتما", "I am not interested"),
        ("ألست سعيدا", "Aren't you happy"),
        ("الذي ألف رائعتين", "who wrote two masterpieces"),
        ("حزب من ثلاثة أحزاب", "one of three parties"),
        ("نفذت عشرات الغارات", "carried out many raids"),
        ("الأطباء العامين", "general practitioners"),
        ("مساحتها 3136 مم2", "its area is 3136 mm²"),
        ("تبلغ 300،948 ميلا", "is 300, 948 miles"),
        ("كوفيد-19 وطائرة إف-16", "COVID-19 and an F-16"),
        ("الأربعاء والخميس", "Wednesday and Thursday"),
        ("بلغت -5 درجات", "It reached 5 degrees below zero"),
        ("هبطت إلى 5 درجات تحت الصفر", "It fell to −5 degrees"),
        ("بلغت سالب 12 درجة", "It was minus 12 degrees"),
        ("درجة الحرارة 7- مئوية", "The temperature is -7 Celsius"),
        ("نما الاقتصاد بنسبة -2.5%", "The economy shrank by 2.5%"),
        ("خسارة قدرها 30 مليون دولار", "a result of -30 million dollars"),
        ("بين 2011-2020 في حمص", "from 2011 to 2020 in Homs"),
        ("1- قتل 12 شخصا", "1. It killed 12 people"),
        ("- 12 قتيلا", "12 dead"),
    ],
)  # fmt: skip
def test_what_good_translations_say_is_no_mismatch(source: str, target: str) -> None:
    assert details(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("قتل 18 شخصا", "It killed 81 people", ["18"]),
        ("قتل ثمانية عشر شخصا", "It killed eight people", ["18"]),
        ("1.2 مليون", "1.2 billion", ["1200000"]),
        ("90% منهم", "90 of them", ["90%"]),
        ("بنسبة ثلث بالمئة", "by half a percent", ["1/3"]),
        ("في القرن الـ18", "in the last 18 years", ["18"]),
        ("خمسهم في الزراعة", "five in farming", ["1/5"]),
        ("في تشرين الأول من كل عام", "every year", ["تشرين الأول"]),
        ("في ثلاثينيات القرن التاسع عشر", "in the 1930s", ["ثلاثينيات القرن التاسع عشر"]),
        ("منذ سنتين", "for years", ["2"]),
        ("18/8/2020", "18 July 2020", ["8"]),
        ("في الساعة 11:29", "at 11:59", ["11:29"]),
        ("فاز", "won 3 times", ["3"]),
        ("انطلق الأحد عشر لاعبا", "The ten players set out", ["11"]),
        ("يوم الثلاثاء", "on Thursday", ["الثلاثاء"]),
        ("بلغت الحرارة -5 درجات", "The temperature reached 5 degrees", ["−5"]),
        ("هبطت الحرارة إلى -5 درجات", "The temperature fell to 5 degrees", ["−5"]),
        ("بلغت سالب 12 درجة أمس", "It was 12 degrees yesterday", ["−12"]),
        ("الحرارة 3 درجات تحت الصفر", "a temperature of 3 degrees and zero wind", ["−3"]),
        ("بلغت الحرارة 5 درجات", "The temperature reached -5 degrees", ["−5"]),
        ("من -4 إلى 9 درجات", "from 4 to 9 degrees", ["−4"]),
    ],
)
def test_what_is_another_value_is_flagged(source: str, target: str, expected: list[str]) -> None:
    assert details(source, target) == expected


def test_a_lost_sign_is_shown_on_both_sides() -> None:
    source, target = "بلغت الحرارة -5 درجات", "The temperature reached 5 degrees"
    (flag,) = check_numbers(source, target)
    assert [source[start:end] for start, end in flag.source] == ["5"]
    assert [target[start:end] for start, end in flag.target] == ["5"]


def test_values_are_fractions_where_they_have_to_be() -> None:
    (half,) = arabic_quantities("نصف")
    assert half.keys == {number(Fraction(1, 2))}


def judged() -> list[tuple[str, int, bool]]:
    lines = JUDGED.read_text(encoding="utf-8").splitlines()[1:]
    return [(row[0], int(row[1]), row[2] == "yes") for row in (line.split("\t") for line in lines)]


def test_a_hundred_outputs_of_each_engine_are_judged() -> None:
    files = [file for file, _, _ in judged()]
    assert {file: files.count(file) for file in files} == {"argos.en": 100, "bergamot-base.en": 100}


def test_flags_of_real_outputs_are_right_as_often_as_promised() -> None:
    """Precision and recall over both engines' outputs, against what a person judged."""
    folder = Path(os.environ.get("MUWAZI_DATA", "")) / "flores-dev"
    if not (folder / "ar.txt").is_file():
        pytest.skip("MUWAZI_DATA does not name the parallel texts")
    lines = {
        name: (folder / name).read_text(encoding="utf-8").splitlines()
        for name in ("ar.txt", "argos.en", "bergamot-base.en")
    }
    right = wrong = missed = 0
    for file, line, mismatch in judged():
        flagged = bool(check_numbers(lines["ar.txt"][line - 1], lines[file][line - 1]))
        right += flagged and mismatch
        wrong += flagged and not mismatch
        missed += mismatch and not flagged
    assert right / (right + wrong) >= LEAST_PRECISION
    assert right / (right + missed) >= LEAST_RECALL
