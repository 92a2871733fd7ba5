"""Finds what is to lie open, on the library's lane: a text that is parsed, a piece, or where the reader left off."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.errors import LibraryError, ReaderError, SourceError
from reader.gui.page_rows import Phrases, build_rows
from reader.gui.provenance import made_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.gui.page_rows import Row
    from reader.gui.services import App
    from reader.gui.shelf import Shelf
    from reader.model import Article, Pair, Piece
    from reader.raw_document import RawDocument


@dataclass(frozen=True, slots=True)
class Opened:
    """An article, the piece it is, where it is one, and the place it names, in English."""

    article: Article
    piece: Piece | None
    place: str | None = None
    pairs: tuple[Pair, ...] = ()
    """What was paired of it already, where it is no piece."""
    rows: list[Row] = field(default_factory=list)
    """The rows of its page, made where they hold nothing up: of three thousand paragraphs they take a while."""


class Opening:
    """Every method is to be called on the library's lane, and may raise ReaderError."""

    def __init__(self, app: App, shelf: Shelf) -> None:
        self._app, self._shelf = app, shelf

    def raw(self, raw: RawDocument) -> Iterator[Opened]:
        """The article of a text."""
        article = self._app.parse(raw)
        if not article.blocks:
            raise SourceError("source.no_article", path=raw.source or "the clipboard")
        yield from self.article(article)

    def article(self, article: Article, pairs: tuple[Pair, ...] = ()) -> Iterator[Opened]:
        """An article the library has is opened as the piece it is; a library that cannot be reached keeps nobody from
        reading, and says so after."""
        trouble: ReaderError | None = None
        piece = None
        try:
            piece = self._shelf.find(article)
        except ReaderError as error:
            trouble = error
        yield self._opened(article, pairs) if piece is None else self._of_piece(piece)
        if trouble is not None:
            raise trouble

    def piece(self, number: int) -> Iterator[Opened]:
        """A piece of the library."""
        yield self._of_piece(self._shelf.on_lane().get(number))

    def where_left_off(self, last: int | None) -> Iterator[Opened]:
        """The piece of that number, else the newest of the library, else the sample article."""
        try:
            piece = self._left_off(last)
        except ReaderError:
            yield from self.raw(self._app.sample())  # which says what is wrong with the library
            return
        if piece is None:
            yield from self.raw(self._app.sample())
        else:
            yield self._of_piece(piece)

    def _left_off(self, last: int | None) -> Piece | None:
        library = self._shelf.on_lane()
        try:
            piece = None if last is None else library.get(last)
        except LibraryError as error:
            if error.code != "library.no_piece":
                raise
            piece = None
        if piece is None or piece.trashed is not None:
            newest = next(iter(library.summaries()), None)
            piece = None if newest is None else library.get(newest.id)
        return piece

    def _of_piece(self, piece: Piece) -> Opened:
        place = self._place(piece.article)
        return Opened(piece.article, piece, place, rows=_rows(piece.article, piece.pairs, place))

    def _opened(self, article: Article, pairs: tuple[Pair, ...]) -> Opened:
        place = self._place(article)
        return Opened(article, None, place, pairs, _rows(article, pairs, place))

    def _place(self, article: Article) -> str | None:
        return None if article.place is None else self._app.place_in_english(article.place)


def _rows(article: Article, pairs: Iterable[Pair], place: str | None) -> list[Row]:
    return build_rows(article, {pair.index: pair for pair in pairs}, Phrases(failed=made_by, place=place))
