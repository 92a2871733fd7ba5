"""What the lexicon knows of which words belong together, for search: its likeliest lemmas, and the forms of those.

Where the lexicon is missing or dead it knows no word, and search does without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.arabic.lexicon import Lexicon

_BEFORE_VERBS = ("ي", "ت", "ن", "ا", "سي", "ست", "سن", "سا")
"""What an imperfect stem stands behind, the future's س too."""
_BEHIND_VERBS = ("", "ت", "وا")
"""What a perfect stem stands before, but for the endings that are a noun's too."""


class Lemmas:
    """Asks a lexicon, which is its own: it closes it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, words: Sequence[str]) -> list[frozenset[str]]:
        """For each word, as it is written, the lemmas that it is likely to be of; none where it is not known."""
        if not words:
            return []
        try:
            return self._lexicon.lemmas(words)
        except TranslationError:
            return [frozenset()] * len(words)

    def bases(self, lemmas: Iterable[str]) -> list[str]:
        """The folded words that all forms of these lemmas are made of, as ``inflection`` makes forms of a word: the
        singular, broken plurals, the persons of a verb."""
        try:
            stems = self._lexicon.stems(sorted(lemmas))
        except TranslationError:
            return []
        found: list[str] = []
        for form, kind in sorted({stem for own in stems.values() for stem in own}):
            plain = fold(form)
            if kind.startswith("IV"):
                found += [before + plain for before in _BEFORE_VERBS]
            elif kind.startswith("PV"):
                found += [plain + behind for behind in _BEHIND_VERBS]
            elif kind.startswith("Nap"):
                found.append(plain + "ه")
            else:
                found += [plain, plain + "ه"] if "ap" in kind or kind in ("Nall", "N/At") else [plain]
        return list(dict.fromkeys(found))

    def close(self) -> None:
        """Ends the lexicon's process."""
        self._lexicon.close()
