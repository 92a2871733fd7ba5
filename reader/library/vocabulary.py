"""Which of the library's words are forms of a word that is searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.arabic.english_forms import stem
from reader.arabic.finding import bases, heads_of, is_arabic_word, is_form_of
from reader.arabic.inflection import SHORTEST_OPEN, core
from reader.arabic.tokens import spellings

if TYPE_CHECKING:
    import apsw

_BEYOND = "\U0010ffff"
"""What comes after any letter."""


def forms_of(connection: apsw.Connection, word: str, written: str) -> frozenset[str]:
    """The words of the library that are forms of this one, and itself in its spellings."""
    found = set(spellings(word))
    if not is_arabic_word(word):
        own = stem(word)
        found.update(other for other in _beginning(connection, own[:-1]) if stem(other) == own)
        return frozenset(found)
    own_bases = bases(word)
    for base in own_bases:
        for head in heads_of(base):
            # A short word has no form but with the article; what begins with it is most of the library.
            start = head + core(base)
            others = _beginning(connection, start) if len(base) >= SHORTEST_OPEN else (start,)
            found.update(other for other in others if is_form_of(own_bases, word, other))
    return frozenset(found)


def _beginning(connection: apsw.Connection, start: str) -> list[str]:
    """The library's words that begin so."""
    if not start:
        return []
    query = "SELECT DISTINCT word FROM words WHERE word >= ? AND word < ?"
    return [word for (word,) in connection.execute(query, (start, start + _BEYOND))]
