"""What the window asks of the library's search, as a protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reader.model import Hit, SavedSearch


class Search(Protocol):
    """The search of an open library. A field of a query that makes no sense raises QueryError; every method may raise
    LibraryError."""

    def prepare(self) -> None:
        """Has what takes its time made ready, without waiting for it."""
        ...

    def is_ready(self) -> bool:
        """Whether it is: until then whoever asks for forms waits for it."""
        ...

    def find(
        self, query: str, limit: int = 50, exact: bool = False, *, typing: bool = False, by_letters: bool = False
    ) -> list[Hit]:
        """The pieces that have what is asked for, the best first."""
        ...

    def count(self, query: str, exact: bool = False, *, typing: bool = False, by_letters: bool = False) -> int:
        """How many pieces that would be without a limit."""
        ...

    def phrases(self, query: str, exact: bool = False) -> tuple[str, ...]:
        """The words and phrases that a query asks for, as they are written."""
        ...

    def forms(self, words: str) -> dict[str, frozenset[str]]:
        """For each Arabic word of a text, folded, the words of the library that are forms of it."""
        ...

    def saved(self) -> list[SavedSearch]:
        """The searches that are kept, in the order of their names."""
        ...

    def save(self, name: str, query: str) -> SavedSearch:
        """Keeps a search."""
        ...

    def rename(self, search: int, name: str) -> SavedSearch:
        """Gives a kept search another name."""
        ...

    def forget(self, search: int) -> None:
        """Keeps a search no more."""
        ...
