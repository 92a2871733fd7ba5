"""The place of a date line in English: known names, names told apart by a vowel sign, and those that no table has."""

import pytest

from reader.translation.place_names import in_english


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ("بيروت", "Beirut"),
        ("القاهرة", "Cairo"),
        ("عمّان", "Amman"),
        ("عُمان", "Oman"),
        ("عمان", "Oman"),
        ("دير الزور", "Deir ez-Zor"),
        ("ريف دمشق", "Damascus countryside"),
        ("دير الزور، سوريا", "Deir ez-Zor, Syria"),
        ("القاهرة - بيروت", "Cairo - Beirut"),
        ("London/ بيروت", "London / Beirut"),
        ("تلمنس", "Talmanas"),
    ],
)
def test_a_place_is_named_as_news_in_english_names_it(place: str, english: str) -> None:
    assert in_english(place) == english
