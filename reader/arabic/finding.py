"""Where words are found in a text, however they are spelled and inflected: for finding in a piece, and for search.

A word of Arabic is found with what is joined to it (see ``inflection``), one of English by its stem. Exact finding
folds the spelling alone. Nothing here needs a lexicon.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.arabic.english_forms import stem
from reader.arabic.inflection import DEFINITE, SHORTEST_OPEN, is_form, is_name
from reader.arabic.tokens import plain, tokenize, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.arabic.tokens import Token
    from reader.model import Span

    Test = Callable[[str], bool]

_ARABIC = re.compile("[ء-ي]")
_HEADS = tuple(a + b for a in ("", "و", "ف") for b in ("", "ب", "ك", "ل", "ال", "بال", "كال", "لل"))
"""All that may be joined to a noun's front."""
_PRONOUNS = re.compile("(?:هما|ها|هم|هن|نا|كم)$")
"""The pronouns that a word is seldom its own end with."""
LONG_STEM = 4
"""The letters a stem needs where its end, which is taken off, might as well be its own."""


def find_in(text: str, query: str, exact: bool = False) -> list[Span]:
    """Where the words of the query stand in the text, in their order, next to each other; whole words, in code points,
    in the text's order. The last word of the query may be the beginning of a word. With ``exact``, or where the query
    is quoted twice (""so""), only as they are spelled."""
    marks = query.strip()
    exact = exact or (len(marks) > 4 and marks[:2] == marks[-2:] == '""')
    wanted = words(query)
    if not wanted:
        return []
    tests: list[Test] = [spelled(word) if exact else inflected(word) for word in wanted]
    if not exact:
        tests[-1] = either(tests[-1], begun(wanted[-1]))
    return find(tokenize(text), tests)


def find(tokens: Sequence[Token], tests: Sequence[Test]) -> list[Span]:
    """Where words stand side by side that pass the tests, one each; no two overlap."""
    spans: list[Span] = []
    place = 0
    while place + len(tests) <= len(tokens):
        if all(test(tokens[place + step].word) for step, test in enumerate(tests)):
            last = tokens[place + len(tests) - 1]
            spans.append((tokens[place].span[0], last.span[1]))
            place += len(tests)
        else:
            place += 1
    return spans


def spelled(wanted: str) -> Test:
    """Whether a word is the same to a reader."""
    own = plain(wanted)
    return lambda word: plain(word) == own


def begun(wanted: str) -> Test:
    """Whether a word begins so, behind what is joined to its front."""
    starts = beginnings(wanted)
    return lambda word: plain(word).startswith(starts)


def inflected(wanted: str) -> Test:
    """Whether a word is a form of the same word, by its letters."""
    return lambda word: is_same(wanted, word)


def either(one: Test, other: Test) -> Test:
    """Whether a word passes one of two tests."""
    return lambda word: one(word) or other(word)


def beginnings(wanted: str) -> tuple[str, ...]:
    """How a folded word may begin that is this one, with the article or without, and more."""
    own = plain(wanted)
    if not is_arabic_word(own):
        return (own,)
    article = DEFINITE.match(own)
    rest = own[article.end() :] if article else own
    if len(rest) < SHORTEST_OPEN:
        return own, "و" + own, "ف" + own
    return tuple(dict.fromkeys(head + stem for stem in (own, rest) for head in _HEADS))


def heads_of(base: str) -> tuple[str, ...]:
    """What may stand before this folded word."""
    return _HEADS if is_arabic_word(base) else ("",)


def is_arabic_word(word: str) -> bool:
    """Whether it has Arabic letters."""
    return _ARABIC.search(word) is not None


@lru_cache(maxsize=65536)
def is_same(wanted: str, word: str) -> bool:
    """Whether a word of ``tokens.words`` is a form of another, by its letters."""
    return is_form_of(bases(wanted), wanted, word)


def is_form_of(own_bases: Sequence[str], wanted: str, word: str) -> bool:
    """The same, for one whose bases are known."""
    folded = plain(word)
    if folded == plain(wanted):
        return True
    if not is_arabic_word(folded):
        return stem(folded) == stem(plain(wanted))
    marked = word.endswith("ة")
    return any(
        base == folded
        or is_form(base, folded, True, False, marked=marked)
        or is_form(base, folded, True, True, marked=marked)
        for base in own_bases
    )


@lru_cache(maxsize=4096)
def bases(wanted: str) -> tuple[str, ...]:
    """The folded words that a word may be a form of, by its letters: itself first, and only what is fairly sure."""
    own = plain(wanted)
    if not is_arabic_word(own):
        return (own,)
    found = [own]
    article = DEFINITE.match(own)
    rest = own[article.end() :] if article else ""
    if len(rest) >= SHORTEST_OPEN:
        found.append(rest)
        if "لل" in own[: article.end() if article else 0]:
            found.append("ل" + rest)
    if wanted.endswith("ة") or is_name(own):
        return tuple(found)
    for word in tuple(found):
        found.extend(_without_ending(word))
    return tuple(dict.fromkeys(found))


def _without_ending(word: str) -> list[str]:
    """A folded word without what is joined to its end, or without its plural's ending."""
    found = []
    rest = _PRONOUNS.sub("", word)
    if rest != word and len(rest) >= LONG_STEM:
        found.append(rest)
        if rest.endswith("ت"):
            found.append(rest[:-1] + "ه")
        word = rest
    base = word[:-2]
    if word.endswith("ات") and len(base) >= SHORTEST_OPEN:
        found.append(base + "ه")
        if len(base) >= LONG_STEM:
            found.append(base)
    elif word.endswith(("ون", "ين")) and len(base) >= LONG_STEM:
        found.append(base)
    if word.endswith(("تان", "تين")) and len(word) >= LONG_STEM + 2:
        found.append(word[:-3] + "ه")
    return found
