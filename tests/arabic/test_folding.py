"""Folding makes one form of the spellings a reader takes for the same, and can tell where each letter came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.folding import fold, fold_key, fold_with_map


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كِتَابٌ", "كتاب"),
        ("أحمد", "احمد"),
        ("إلى", "الي"),
        ("الآن", "الان"),
        ("مسؤول", "مسوول"),
        ("حكومة", "حكومه"),
        ("لـ روسيا", "ل روسيا"),
        ("٢٠٢١", "2021"),
        ("ﻻ", "لا"),
        ("اقرأ أيضأً", "اقرا ايضا"),
        ("کتابی", "كتابي"),
        ("Reuters", "REUTERS"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert len({fold(word) for word in ("كتاب", "كتب", "كاتب", "باب", "بابا")}) == 5


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_map_leads_each_folded_letter_to_the_one_it_came_from(text: str) -> None:
    folded, offsets = fold_with_map(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert all(folded[place] in fold(text[offsets[place]]) for place in range(len(folded)))


@given(st.text())
def test_the_key_does_not_care_for_spaces(text: str) -> None:
    assert fold_key(f"  {text}\n\t") == fold_key(text)
