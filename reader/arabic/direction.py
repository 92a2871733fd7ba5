"""Which language a text is in, and which way that language runs."""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_PERSIAN = re.compile("[پچژگ]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")

_SLICE = 16_384
"""Characters that are looked at in one go: for all of a book no other thread would have a turn for a while."""


def arabic_letters(text: str) -> int:
    """How many letters of the Arabic script the text has."""
    return _count(_ARABIC, text)


def latin_letters(text: str) -> int:
    """How many letters of the Latin script the text has."""
    return _count(_LATIN, text)


def is_arabic(text: str) -> bool:
    """Whether a reader would call this Arabic: at least as many Arabic letters as a third of the Latin ones, and one.

    A paragraph with a long Latin name in it is Arabic still; an English one with an Arabic word is not.
    """
    return _prevails(arabic_letters(text), latin_letters(text))


def language_of(text: str) -> str:
    """The text's language as an ISO 639-1 code: "ar", "fa" for what has the letters that Persian adds (Urdu and Kurdish
    have them too), or "en" for anything in Latin script; "ar" without letters."""
    added, arabic, latin = (_count(letters, text) for letters in (_PERSIAN, _ARABIC, _LATIN))
    if added >= 4 and added * 60 >= arabic:
        return "fa"
    return "ar" if _prevails(arabic, latin) or latin == 0 else "en"


def direction_of(language: str) -> str:
    """ "rtl" or "ltr" for a language code."""
    return "rtl" if language in {"ar", "fa", "he", "ur"} else "ltr"


def _prevails(arabic: int, latin: int) -> bool:
    return arabic > 0 and arabic * 3 >= latin


def _count(letters: re.Pattern[str], text: str) -> int:
    """How many letters the runs of such letters have."""
    slices = (text[start : start + _SLICE] for start in range(0, len(text), _SLICE))
    return sum(sum(map(len, letters.findall(one))) for one in slices)
