"""The stem that the inflected forms of an English word share: the first steps of Porter's algorithm ("An algorithm for
suffix stripping", 1980), which take off plurals, -ed and -ing and leave what makes another word of it."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWEL = re.compile("[aeiou]|(?<=[^aeiou])y")
_SHORT = re.compile("[^aeiou]*[aeiouy][^aeiouwxy]")
"""One short syllable, as in hop(ing): it has lost an e where the consonant is not doubled."""
_ONE_SYLLABLE = re.compile("[^aeiou]*[aeiouy]+[^aeiouy]*")
_APART = frozenset(
    "news was this his its thus gas bus pus as us is has does yes during ceiling evening morning".split()
)
"""What only looks inflected, or is of no use to the reader as its stem."""
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "leaves": "leaf",
    "said": "say",
    "says": "say",
    "held": "hold",
}
"""The plurals and past tenses that news use most and no rule makes."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of an English word in lower case; other words stay as they are."""
    if not (word.isascii() and word.isalpha()) or len(word) <= 2 or word in _APART:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return _final(_without_past(_without_plural(word)))


def irregular_forms(own: str) -> list[str]:
    """The words of this stem that do not begin like it."""
    return [word for word, one in _IRREGULAR.items() if one == own]


def _without_plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    return word[:-1]


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if len(word) > 4 else word
    for ending in ("ed", "ing"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 1 and _VOWEL.search(base):
            if base.endswith(("at", "bl", "iz")):
                return base + "e"
            if base[-1] == base[-2] and base[-1] not in "aeiouylsz":
                return base[:-1]
            return base + "e" if _SHORT.fullmatch(base) and _ONE_SYLLABLE.fullmatch(base) else base
    return word


def _final(word: str) -> str:
    """A stem without the letters that come and go: the e of make and making, the y of city and cities."""
    if word.endswith("y") and len(word) > 2 and word[-2] not in "aeiou":
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
