"""Which of the library's words are forms of a word that is searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.arabic.english_forms import stem
from reader.arabic.finding import bases, heads_of, is_arabic_word, is_form_of
from reader.arabic.inflection import core
from reader.arabic.tokens import plain, spellings

if TYPE_CHECKING:
    import apsw

_BEYOND = "\U0010ffff"
"""What comes after any letter."""


def forms_of(connection: apsw.Connection, word: str) -> frozenset[str]:
    """The words of the library that are forms of this one, and itself in its spellings."""
    found = set(spellings(word))
    own = bases(word)
    if not is_arabic_word(word):
        found.update(_beginning(connection, stem(plain(word))[:-1]))
        return frozenset(other for other in found if stem(plain(other)) == stem(plain(word)))
    for base in own:
        for head in heads_of(base):
            found.update(other for other in _beginning(connection, head + core(base)) if is_form_of(own, word, other))
    return frozenset(found)


def _beginning(connection: apsw.Connection, start: str) -> list[str]:
    """The library's words that begin so."""
    if not start:
        return []
    query = "SELECT DISTINCT word FROM words WHERE word >= ? AND word < ?"
    return [word for (word,) in connection.execute(query, (start, start + _BEYOND))]
