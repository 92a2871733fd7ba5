"""How a line of a copied page is cleaned: nothing a reader can see is changed.

The rule is the contract's: strip the line; NBSP and tabs as spaces, runs of spaces collapsed; invisible direction
marks, byte order marks and zero-width spaces removed. ZWNJ, ZWJ, diacritics and tatweel stay; nothing is normalised.
"""

from __future__ import annotations

import re

INVISIBLE = "\ufeff\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b"
"""The characters that cleaning removes."""

_REMOVE = str.maketrans(dict.fromkeys(INVISIBLE))
_SPACES = re.compile("[ \t\u00a0]+")
_LINE_END = re.compile("\r\n|\n|\r")


def clean(line: str) -> str:
    """The line as the article holds it. Cleaning twice changes nothing more."""
    cleaned = line
    while True:  # removing a mark may bare a space at the edge, and stripping may bare a mark
        before, cleaned = cleaned, _SPACES.sub(" ", cleaned.translate(_REMOVE)).strip()
        if cleaned == before:
            return cleaned


def numbered_lines(text: str) -> list[tuple[int, str]]:
    """The lines of ``text`` that are not blank once cleaned, each with its number from 1.

    Lines end at LF, CRLF or CR, as editors count them.
    """
    lines = ((number, clean(line)) for number, line in enumerate(_LINE_END.split(text), start=1))
    return [(number, line) for number, line in lines if line]
