"""Folding: one form for spellings that a reader takes for the same, with a map back to the original's offsets.

Folded away: harakat and Quranic marks, tatweel, hamza seats (أ إ آ ٱ as ا, ؤ as و, ئ as ي), ى as ي, ة as ه, Persian ک
and ی, Arabic-Indic digits, presentation forms and ligatures, letter case. The choice follows Lucene's ArabicNormalizer,
plus the seats, which news sites spell either way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SAME = str.maketrans("أإآٱؤئىةکی", "ااااوييهكي")
_DROPPED = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d]")
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    # NFKC first: it takes apart presentation forms and the lam-alef ligatures, which then fold like plain letters.
    plain = unicodedata.normalize("NFKC", character)
    plain = _DROPPED.sub("", plain).translate(_SAME)
    return "".join(
        str(unicodedata.decimal(c)) if c.isdecimal() else c for c in unicodedata.normalize("NFKC", plain.casefold())
    )


def fold(text: str) -> str:
    """The folded text."""
    return "".join(map(_fold_character, text))


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the offset in ``text`` of the character it came from.

    The list has one entry more, ``len(text)``, so that the end of a match can be looked up too.
    """
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        plain = _fold_character(character)
        folded.append(plain)
        offsets.extend([offset] * len(plain))
    offsets.append(len(text))
    return "".join(folded), offsets


def fold_key(text: str) -> str:
    """The folded text with every run of white space as one space: equal for texts a reader takes for the same."""
    return _SPACE.sub(" ", fold(text)).strip()
