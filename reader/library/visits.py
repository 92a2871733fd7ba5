"""Short visits to a library file: opened for one question, on whatever thread asks, and closed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.store import Library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.library.keys import Keys
    from reader.model import Engine, Remembered, Term


class LibraryVisits:
    """Answers what an article that is being read asks of the library, and never makes one: where there is no file
    there is nothing. Opening takes about a millisecond, so that no connection need be kept, which would belong to a
    thread and stand in the way of a backup. Each method may raise LibraryError."""

    def __init__(self, path: Path, keys: Keys | None = None) -> None:
        self._path, self._keys = path, keys

    def remembered(
        self, sentences: Iterable[str], engine: Engine, source_language: str, target_language: str
    ) -> dict[str, Remembered]:
        """See ``Library.remembered``."""
        if not self._path.is_file():
            return {}
        with Library(self._path, keys=self._keys) as library:
            return library.remembered(sentences, engine, source_language, target_language)

    def terms(self) -> list[Term]:
        """See ``Library.terms``."""
        if not self._path.is_file():
            return []
        with Library(self._path, keys=self._keys) as library:
            return library.terms()
