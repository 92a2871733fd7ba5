"""Cleaning follows the contract and changes nothing a reader can see."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.cleaning import INVISIBLE, clean, numbered_lines


def test_spaces_are_collapsed_and_invisible_marks_removed() -> None:
    assert clean("\ufeff\u200f  قال\u00a0\t الوزير \u200b\u202b:\u2069 نعم \u200e ") == "قال الوزير : نعم"


def test_joiners_diacritics_and_tatweel_stay_and_nothing_is_normalised() -> None:
    for text in ("می\u200cروم", "ه\u200d", "كِتَابٌ", "لـ روسيا", "e\u0301", "ﻻ"):
        assert clean(text) == text


def test_lines_are_counted_as_editors_count_them() -> None:
    assert numbered_lines("\ufeffa\r\n\r\n \u200f\nb\rc\n") == [(1, "a"), (4, "b"), (5, "c")]


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & set(INVISIBLE)


@given(st.text())
def test_only_spaces_and_the_named_marks_are_ever_removed(text: str) -> None:
    def seen(string: str) -> str:
        return "".join(c for c in string if c not in INVISIBLE and not c.isspace())

    assert seen(clean(text)) == seen(text)
