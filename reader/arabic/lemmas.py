"""What the lexicon knows of which words belong together, for search: its likeliest lemmas, and the forms of those.

Where the lexicon is missing or dead it knows no word, and search does without.
"""

from __future__ import annotations

import threading
from contextlib import suppress
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
        self._loading: threading.Thread | None = None

    def prepare(self) -> None:
        """Has the lexicon loaded on a thread of its own, for it is going to be asked; does not wait for it."""
        if self._loading is None:
            self._loading = threading.Thread(target=self._load, name="lexicon loads", daemon=True)
            self._loading.start()

    def is_ready(self) -> bool:
        """Whether asking does not wait for the lexicon to be loaded, be it that it cannot be."""
        return self._loading is not None and not self._loading.is_alive()

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
        loading, self._loading = self._loading, None
        while loading is not None and loading.is_alive():
            self._lexicon.close()  # again where the process was started only after that
            loading.join(0.05)
        self._lexicon.close()

    def _load(self) -> None:
        with suppress(TranslationError):  # whoever asks then has no answer
            self._lexicon.load()
