"""Date lines: what they say, in the spellings of Arabic news pages, and which lines are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.parsing.dates import read_clock_line, read_date_line


@pytest.mark.parametrize(
    ("line", "published", "place"),
    [
        ("2021.02.24 | 07:13 دمشق", "2021-02-24T07:13", "دمشق"),
        ("24/02/2021", "2021-02-24", None),
        ("٢٤ شباط ٢٠٢١ - 7:13 م", "2021-02-24T19:13", None),
        ("الاثنين ١٢ تشرين الأول (أكتوبر) ٢٠٢٠ 12:10 صباحاً", "2020-10-12T00:10", None),
        ("الأربعاء 24 شباط / فبراير 2021 الساعة 07:13 بتوقيت دمشق", "2021-02-24T07:13+02:00", None),
        ("24 تموز 2021 07:13 بتوقيت دمشق", "2021-07-24T07:13+03:00", None),
        ("24-2-2021 07:13:22 (توقيت مكة المكرمة)", "2021-02-24T07:13:22+03:00", None),
        ("24 فبراير 2021، 07:13 بتوقيت غرينتش", "2021-02-24T07:13+00:00", None),
        ("Feb 24, 2021 at 10:33 PM GMT+3", "2021-02-24T22:33+03:00", None),
        ("2021-02-24T07:13:00+03:00", "2021-02-24T07:13:00+03:00", None),
        ("12 رجب 1442 هـ الموافق 24 شباط 2021 م", "2021-02-24", None),
        ("1442/7/12 - 2021/2/24", "2021-02-24", None),
        ("دمشق، 24 شباط 2021", "2021-02-24", "دمشق"),
        ("24 كانون الأول 2020 | إسطنبول", "2020-12-24", "إسطنبول"),
        ("24 جانفي 2020", "2020-01-24", None),
        ("7 غشت 2020 عمّان", "2020-08-07", "عمّان"),
        ("شباط 2021", "2021-02", None),
        ("نشر في: 24 فبراير 2021 09:00 | آخر تحديث: 25 فبراير 2021 10:00", "2021-02-24T09:00", None),
    ],
)
def test_a_date_line_gives_date_time_zone_and_place(line: str, published: str, place: str | None) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.published, found.place, found.updated, found.rest) == (published, place, False, ())


def test_the_last_change_is_no_publication_but_is_known_as_what_it_is() -> None:
    found = read_date_line("آخر تحديث: 25 فبراير 2021 10:00")
    assert found is not None
    assert (found.published, found.updated) == ("2021-02-25T10:00", True)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("12 رجب 1442 هـ", "Hijri date alone"),
        ("قبل 3 ساعات", "relative time, no date"),
        ("منذ يومين", "relative time, no date"),
        ("31 شباط 2021", "no day of the calendar"),
    ],
)
def test_what_names_no_day_gives_no_date_and_says_why(line: str, reason: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.published, found.reason) == (None, reason)


def test_other_things_on_the_line_come_back_as_they_are_spelled() -> None:
    found = read_date_line("كتب أحمد علي | 24 فبراير 2021 | 3 دقائق للقراءة")
    assert found is not None
    assert (found.place, found.rest) == (None, ("كتب أحمد علي", "3 دقائق للقراءة"))


def test_brackets_stay_with_what_they_hold() -> None:
    found = read_date_line("بقلم سامر العلي | 3 نيسان 2026 | (3)")
    assert found is not None
    assert found.rest == ("بقلم سامر العلي", "(3)")
    assert "(" not in found.own


@pytest.mark.parametrize(
    "line",
    [
        "قصف عنيف على دمشق في 24 شباط 2021 يقتل عشرة",
        "مقتل ضابط روسي برتبة لواء، في 18 آب 2020",
        "التغطية الحية 2021",
        "اليوم السابع",
        "دمشق - سانا",
        "وكان ذلك في شباط 2021 قبل أن تبدأ المفاوضات",
        "1.2.3",
    ],
)
def test_a_line_about_something_else_is_no_date_line(line: str) -> None:
    assert read_date_line(line) is None


def test_a_time_stamp_alone_is_one_and_a_sentence_with_a_time_is_none() -> None:
    assert all(map(read_clock_line, ("14:35", "14:35 بتوقيت غرينتش", "الساعة 14:35", "قبل 5 دقائق")))
    assert not any(map(read_clock_line, ("14:35 قصف", "في الساعة", "3.5", "")))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
@settings(max_examples=150)
def test_every_day_is_read_in_figures_of_both_kinds(day: date) -> None:
    plain = f"{day:%Y/%m/%d}"
    eastern = f"{day:%d-%m-%Y}".translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for line in (plain, eastern):
        found = read_date_line(line)
        assert found is not None
        assert found.published == f"{day:%Y-%m-%d}"
