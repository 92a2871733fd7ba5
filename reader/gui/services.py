"""What the window asks of the rest of the app, as protocols: the composition root hands in one object that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.model import Article, Engine, Package, Pair, PairedArticle, Piece, PieceSummary, RawDocument
    from reader.settings import Settings
    from reader.translation.translator import Translator


class RemovedPiece(Protocol):
    """A piece that was removed, whole."""

    @property
    def piece(self) -> int:
        """The id it had."""
        ...


class Library(Protocol):
    """An open library: a connection, used and closed on the thread that made it. Every method may raise
    LibraryError."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *raised: object) -> None: ...

    def add(self, paired: PairedArticle) -> tuple[int, bool]:
        """The piece's id, and whether it is new: an article whose title and body the library has is that piece."""
        ...

    def summaries(self) -> list[PieceSummary]:
        """All pieces, the newest first."""
        ...

    def get(self, piece: int) -> Piece:
        """A piece in full."""
        ...

    def find(self, article: Article) -> int | None:
        """The piece this article is saved as, None where it is not."""
        ...

    def save_pairs(self, piece: int, pairs: Sequence[Pair], engine: Engine) -> None:
        """Puts newly made pairs into a piece."""
        ...

    def save_article(self, piece: int, paired: PairedArticle) -> None:
        """Replaces the text of a piece; what is as it was keeps its pairs."""
        ...

    def remove(self, piece: int) -> RemovedPiece:
        """Removes a piece, and gives it for ``restore``."""
        ...

    def restore(self, removed: Any) -> int:
        """Puts back what ``remove`` gave; the piece's id."""
        ...


class PackageStore(Protocol):
    """The installed translation packages."""

    def install(self, file: Path) -> Package:
        """Installs a package file. Raises PackageError, and then leaves what is installed as it was."""
        ...


class App(Protocol):
    """The composition root, as far as the window knows it. ReaderError is raised for what a person can mend."""

    @property
    def settings(self) -> Settings:
        """What the user has chosen."""
        ...

    def change(self, **settings: object) -> None:
        """Changes settings by name, and saves them."""
        ...

    def read(self, argument: str) -> RawDocument:
        """The text of a file. Raises SourceError."""
        ...

    def paste(self, text: str) -> RawDocument:
        """Text from the clipboard. Raises SourceError."""
        ...

    def sample(self) -> RawDocument:
        """The article of our own that a first start shows."""
        ...

    def parse(self, raw: RawDocument) -> Article:
        """The article on a page."""
        ...

    def put_back(self, article: Article, line: int) -> Article:
        """The article with a line that was set aside back in its body."""
        ...

    def library(self) -> Library:
        """A connection to the library. Raises LibraryError."""
        ...

    def packages(self) -> PackageStore:
        """The installed translation packages."""
        ...

    def translator(self, choice: str = "auto") -> Translator:
        """The engine of that name, or the best there is."""
        ...

    def pair(self, article: Article, translator: Translator, known: Iterable[Pair] = ()) -> Iterator[Pair]:
        """The pairs of an article, each as it is done, those that are known and good enough as they are."""
        ...

    def report_bug(self, error: BaseException) -> Path:
        """Writes a report of a bug of ours; where it lies."""
        ...
