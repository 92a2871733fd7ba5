"""Which language a text is in, and which way that language runs."""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_PERSIAN = re.compile("[پچژگ]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def arabic_letters(text: str) -> int:
    """How many letters of the Arabic script the text has."""
    return len(_ARABIC.findall(text))


def latin_letters(text: str) -> int:
    """How many letters of the Latin script the text has."""
    return len(_LATIN.findall(text))


def is_arabic(text: str) -> bool:
    """Whether a reader would call this Arabic: at least as many Arabic letters as a third of the Latin ones, and one.

    A paragraph with a long Latin name in it is Arabic still; an English one with an Arabic word is not.
    """
    arabic = arabic_letters(text)
    return arabic > 0 and arabic * 3 >= latin_letters(text)


def language_of(text: str) -> str:
    """The text's language as an ISO 639-1 code: "ar", "fa" for what has the letters that Persian adds (Urdu and Kurdish
    have them too), or "en" for anything in Latin script; "ar" without letters."""
    added = len(_PERSIAN.findall(text))
    if added >= 4 and added * 60 >= arabic_letters(text):
        return "fa"
    return "ar" if is_arabic(text) or latin_letters(text) == 0 else "en"


def direction_of(language: str) -> str:
    """ "rtl" or "ltr" for a language code."""
    return "rtl" if language in {"ar", "fa", "he", "ur"} else "ltr"
