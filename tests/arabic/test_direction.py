"""Languages are told apart by their letters."""

from __future__ import annotations

import pytest

from reader.arabic.direction import arabic_letters, direction_of, is_arabic, language_of, latin_letters


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("قالت الهيئة إن منسوب البحيرة انخفض", "ar", "rtl"),
        ("Reuters قالت إن المنسوب انخفض", "ar", "rtl"),
        ("زار كركوك ثم چمچمال", "ar", "rtl"),
        ("The level of the lake has fallen", "en", "ltr"),
        ("گزارش می‌گوید که چهار نفر در پایگاه کشته شدند و گروه دیگری پیش از آن گریختند", "fa", "rtl"),
        ("14:35", "ar", "rtl"),
    ],
)
def test_the_language_of_a_text_and_its_direction(text: str, language: str, direction: str) -> None:
    assert (language_of(text), direction_of(language)) == (language, direction)


def test_all_letters_of_a_long_text_count() -> None:
    assert arabic_letters("كتاب book " * 10_000) == latin_letters("كتاب book " * 10_000) == 40_000
    assert arabic_letters("") == 0


def test_a_long_latin_name_leaves_a_paragraph_arabic_and_an_arabic_word_an_english_one_english() -> None:
    assert is_arabic("قال الناطق باسم International Crisis Group ذلك")
    assert not is_arabic("The word داعش stands in an otherwise wholly English paragraph")
