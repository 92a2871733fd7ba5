"""Which of the library's words are forms of a word that is searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.arabic.english_forms import irregular_forms, stem
from reader.arabic.finding import bases, heads_of, is_arabic_word, is_form_of
from reader.arabic.inflection import SHORTEST_OPEN, core, is_name
from reader.arabic.tokens import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

    from reader.arabic.lemmas import Lemmas

_BEYOND = "\U0010ffff"
"""What comes after any letter."""


class Vocabulary:
    """The words of the library, folded, each with how it is spelled there. ``lemmas`` is what a lexicon says of words,
    None where there is none: words are then told by their letters alone."""

    def __init__(self, connection: apsw.Connection, lemmas: Lemmas | None = None) -> None:
        self._connection = connection
        self._lemmas = lemmas

    def begins(self, start: str) -> bool:
        """Whether a word begins so."""
        query = "SELECT EXISTS (SELECT 1 FROM words WHERE word >= ? AND word < ?)"
        return bool(self._connection.execute(query, (start, start + _BEYOND)).get)

    def forms_of(self, word: str, written: str) -> frozenset[str]:
        """The words that are forms of this one, and itself in its spellings; ``written`` is how it was typed."""
        if not is_arabic_word(word):
            own = stem(word)
            found = {other for other, _ in self._beginning(own[:-1]) if stem(other) == own}
            return frozenset({*found, *irregular_forms(own), word})
        lemmas = None if is_name(word) or len(word) < SHORTEST_OPEN else self._lemmas
        ours = lemmas.of([written])[0] if lemmas is not None else frozenset()
        own_bases = bases(word)
        if lemmas is not None and ours:
            own_bases = (*own_bases, *(base for base in lemmas.bases(ours) if base not in own_bases))
        forms: dict[str, set[str]] = {}
        for other, spelling in self._like(own_bases):
            if is_form_of(own_bases, word, other):
                forms.setdefault(other, set()).add(spelling)
        if lemmas is not None and ours:
            forms = dict(_belonging(forms, ours, lemmas))
        return frozenset({*forms, *spellings(word)})

    def _like(self, own_bases: Iterable[str]) -> set[tuple[str, str]]:
        """The words that may be forms of one of these, and their spellings."""
        found: set[tuple[str, str]] = set()
        for base in own_bases:
            for head in heads_of(base):
                start = head + core(base)
                # A short word has no form but with the article; what begins with it is most of the library.
                found.update(self._beginning(start) if len(base) >= SHORTEST_OPEN else [(start, start)])
        return found

    def _beginning(self, start: str) -> list[tuple[str, str]]:
        """The words that begin so, and their spellings."""
        if not start:
            return []
        query = "SELECT word, spelling FROM words WHERE word >= ? AND word < ?"
        rows: list[tuple[str, str]] = self._connection.execute(query, (start, start + _BEYOND)).fetchall()  # type: ignore[assignment]
        return rows


def _belonging(forms: dict[str, set[str]], ours: frozenset[str], lemmas: Lemmas) -> Iterable[tuple[str, set[str]]]:
    """Those of the words that may have one of our lemmas, by one of their spellings, or that the lexicon knows not."""
    asked = [(word, spelling) for word, written in forms.items() for spelling in sorted(written)]
    known = lemmas.of([spelling for _, spelling in asked])
    kept = {word for (word, _), theirs in zip(asked, known, strict=True) if not theirs or theirs & ours}
    return ((word, written) for word, written in forms.items() if word in kept)
