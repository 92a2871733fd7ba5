"""Where the terms of a glossary stand in Arabic text: spelled in any way, with joined letters, inflected.

A word of the text is taken for a word of a term by its letters alone: what Arabic joins to its front (و ف, ب ك ل, the
article) and to its end (pronouns, sound plurals, duals) is looked through. A lexicon, where there is one, adds broken
plurals and takes away what only looks joined (وزير is no و with زير).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.arabic.folding import fold_with_map
from reader.arabic.inflection import DEFINITE, core, has_article, is_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.model import Span, Term

    Lemmas = Callable[[str], set[str]]

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\s\-‐‑–]+")


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term and where it stands, in code points of the text, whole words with what is joined to them."""

    term: Term
    span: Span


@dataclass(frozen=True, slots=True)
class _Word:
    """A word: as it was written, folded, and where it stands in the text (``span``) and in the folded text."""

    written: str
    folded: str
    start: int
    end: int
    span: Span


def find_terms(text: str, terms: Iterable[Term], lemmas_of: Lemmas | None = None) -> list[TermHit]:
    """The terms that stand in the text, in its order. No two overlap: the longer one wins, then the earlier.

    Only whole words are found. A term without the article is found with it too; one with the article only with it,
    but for a phrase that loses it in all its words (القوات الروسية, قوات روسية). ``lemmas_of`` gives the lemmas that a
    word, as it is written, may belong to; an empty set for a word it does not know.
    """
    folded, words = _words(text)
    found: list[tuple[int, int, Term]] = []
    for term in terms:
        own = _words_of_term(term.source)
        if not own or (lemmas_of is None and core(own[0].folded) not in folded):
            continue
        for first in range(len(words) - len(own) + 1):
            there = words[first : first + len(own)]
            if _is_phrase(own, there, lemmas_of) and _joined(folded, there):
                found.append((first, len(own), term))
    found.sort(key=lambda one: (-one[1], one[0]))
    taken: set[int] = set()
    hits = []
    for first, length, term in found:
        places = range(first, first + length)
        if taken.isdisjoint(places):
            taken.update(places)
            hits.append(TermHit(term, (words[first].span[0], words[places[-1]].span[1])))
    return sorted(hits, key=lambda hit: hit.span)


def _words(text: str) -> tuple[str, list[_Word]]:
    """The folded text and its words."""
    folded, offsets = fold_with_map(text)
    words = []
    for match in _WORD.finditer(folded):
        span = offsets[match.start()], offsets[match.end()]
        words.append(_Word(text[slice(*span)], match[0], match.start(), match.end(), span))
    return folded, words


@lru_cache(maxsize=4096)
def _words_of_term(source: str) -> tuple[_Word, ...]:
    return tuple(_words(source)[1])


def _joined(folded: str, words: Sequence[_Word]) -> bool:
    """Whether nothing but spaces and hyphens stands between the words."""
    return all(_BETWEEN.fullmatch(folded, one.end, other.start) for one, other in pairwise(words))


def _is_phrase(own: Sequence[_Word], there: Sequence[_Word], lemmas_of: Lemmas | None) -> bool:
    """Whether as many words of a text are those of a term."""
    both = [(place == 0, one, word) for place, (one, word) in enumerate(zip(own, there, strict=True))]
    if all(_is_word(one, word, first, False, lemmas_of) for first, one, word in both):
        return True
    if len(own) == 1 or not any(has_article(one.folded) for one in own):
        return False
    return all(_is_word(one, word, first, True, lemmas_of) for first, one, word in both)


def _is_word(own: _Word, word: _Word, first: bool, bare: bool, lemmas_of: Lemmas | None) -> bool:
    """Whether a word of a text is a term's word, the ``first`` of it or a later one; with ``bare`` without its
    article."""
    if own.folded == word.folded:
        return not (bare and has_article(own.folded))
    by_letters = is_form(own.folded, word.folded, first, bare, marked="ة" in word.written[-2:])
    if lemmas_of is None:
        return by_letters
    ours, theirs = lemmas_of(own.written), lemmas_of(word.written)
    if not ours or not theirs:
        return by_letters
    definite = DEFINITE.match(word.folded) is not None
    return bool(ours & theirs) and (by_letters or (definite != bare if has_article(own.folded) else True))
