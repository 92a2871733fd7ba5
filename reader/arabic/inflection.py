"""The forms that a word of Arabic takes on the page, by its letters alone: what is joined to its front (و ف, ب ك ل, the
article) and to its end (pronouns, sound plurals, duals).

All words here are folded, see ``folding``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_AND = "[وف]?"
_THE = "(?:[بك]?ال|لل)"
_TO = "[بكل]?"
DEFINITE = re.compile(f"{_AND}{_THE}")
"""What a word with the article begins with."""
_PRONOUN = "(?:ه|ها|هما|هم|هن|ك|كما|كم|كن|نا)"
"""Without the ي of "my": news hardly say it, and on most nouns the letter makes an adjective (حربي)."""
_NAME = re.compile(f"{_AND}(?:{_THE}|{_TO})(?:بحرين|لبنان|سودان|عمران|يونان)")
"""What looks like a dual of another noun (بحر, لبن) and is a name."""
SHORTEST_OPEN = 3
"""The letters a word needs for joined letters to be looked through: in shorter ones they are mostly its own."""


def is_form(own: str, word: str, first: bool, bare: bool, *, marked: bool) -> bool:
    """Whether a word of a text is a form of one's own word. Before the ``first`` word of a term conjunctions and
    prepositions may be joined, before a later one the article alone; with ``bare`` one's own has lost its article.
    ``marked`` says that the word ends in a ة, which folding has made a ه: that is no pronoun."""
    if core(own) not in word:
        return False
    for pattern in _patterns(own, first, bare):
        found = pattern.fullmatch(word)
        if found and not (marked and found.groupdict().get("pronoun") == "ه"):
            return is_name(own) or not is_name(word)
    return False


def is_name(word: str) -> bool:
    """Whether a folded word is a name that looks like a noun's dual."""
    return _NAME.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _patterns(own: str, first: bool, bare: bool) -> tuple[re.Pattern[str], ...]:
    """What a folded word of a text looks like that is this folded word of a term: the ``first`` of it may have
    conjunctions and prepositions joined to it; with ``bare`` it has lost its article."""
    stem = own[2:] if has_article(own) else own
    joined, the, to = (_AND, _THE, _TO) if first else ("", "ال", "")
    if first and stem.startswith("ل"):
        the = f"(?:{the}|ل)"  # three ل are written as two: للجنة
    if len(stem) < SHORTEST_OPEN:
        return () if bare else (re.compile(f"{joined}{the}{re.escape(stem)}"),)
    forms = []
    if not bare:
        forms += [f"{joined}{the}{form}" for form in _free_forms(stem)]
    if bare or stem == own:
        forms += [f"{joined}{to}{form}" for form in (*_free_forms(stem), *_bound_forms(stem))]
    if stem != own and not bare:  # the ال may be the word's own: التزام
        forms += [f"{joined}(?:{the}|{to}){form}" for form in (re.escape(own), *_bound_forms(own))]
    return tuple(re.compile(form) for form in forms)


def _free_forms(stem: str) -> Iterator[str]:
    """A folded noun by itself: singular, dual, sound plurals."""
    yield f"{re.escape(stem)}(?:ون|ين|ان|ات)?"
    if stem.endswith("ه"):
        yield f"{re.escape(stem[:-1])}(?:ات|تان|تين)"
    if stem.endswith("ا"):
        yield f"{re.escape(stem)}(?:وات|يات)"


def _bound_forms(stem: str) -> Iterator[str]:
    """A folded noun before a pronoun or another noun, and as an accusative with its alif."""
    pronoun = f"(?P<pronoun>{_PRONOUN})"
    yield f"{re.escape(stem)}(?:ات)?{pronoun}"
    yield f"{re.escape(stem)}(?:ا|و){pronoun}?"
    if stem.endswith("ه"):
        base = re.escape(stem[:-1])
        yield f"{base}(?:ت|ات){pronoun}"
        yield f"{base}(?:تا|تي){pronoun}?"
    if stem.endswith("ي"):  # the ى of مستشفى, which folding makes a ي
        yield f"{re.escape(stem[:-1])}ا{pronoun}"
    if stem.endswith("ء"):
        yield f"{re.escape(stem[:-1])}[وي]{pronoun}"
    if stem.startswith("م") and len(stem) > SHORTEST_OPEN:  # مسلحي; of other nouns that would be an adjective: أمني
        yield f"{re.escape(stem)}ي{pronoun}?"


def has_article(word: str) -> bool:
    """Whether a term's folded word begins with what is taken for the article."""
    return word.startswith("ال") and len(word) >= len("ال") + SHORTEST_OPEN


@lru_cache(maxsize=4096)
def core(word: str) -> str:
    """The letters of a term's folded word that stand in every form of it: all but an ending that changes."""
    stem = word[2:] if has_article(word) else word
    return stem[:-1] if len(stem) >= SHORTEST_OPEN and stem[-1] in "هيء" else stem
