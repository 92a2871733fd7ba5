"""Bookmarks: paragraphs that a person wants to come back to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.errors import LibraryError
from reader.library.approximate import distances
from reader.library.pairs import MAX_ID, require_piece
from reader.model import Bookmark

if TYPE_CHECKING:
    import apsw

    from reader.library.session import Session

QUOTE_LENGTH = 120
"""How many code points of its paragraph a bookmark keeps, so that it is known again, by a person or by this app."""

_ALL = """
    SELECT bookmarks.id, bookmarks.piece, position, quote, bookmarks.label, bookmarks.created FROM bookmarks
    JOIN pieces ON pieces.id = bookmarks.piece LEFT JOIN blocks ON blocks.id = block"""

ENOUGH, TOO_MUCH = 0.7, 0.5
"""The share of the quote that must open a paragraph for it to be the bookmark's, and from which another's share makes
that doubtful. Of a SHORT quote, as a heading's, nothing may be missing."""

SHORT = 20


class Bookmarks:
    """The bookmarks of a library. Methods that name a piece or a bookmark raise LibraryError ``library.no_piece`` or
    ``bookmark.none`` where there is no such thing, and what a Library's may."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, piece: int, block: int, label: str | None = None) -> Bookmark:
        """Bookmarks a paragraph, by its index in the article's blocks; one that has a bookmark keeps that, and takes
        the label, if there is one. Raises LibraryError ``library.no_paragraph``."""
        with self._session.writing() as connection:
            require_piece(connection, piece)
            row = None
            if 0 <= block <= MAX_ID:
                query = "SELECT id, text FROM blocks WHERE (piece, position) = (?, ?)"
                row = connection.execute(query, (piece, block)).fetchone()
            if row is None:
                raise LibraryError("library.no_paragraph", piece=piece, paragraph=block + 1)
            number, text = row
            known = connection.execute("SELECT id FROM bookmarks WHERE block = ?", (number,)).get
            if known is not None:
                return self.rename(int(known), label) if label is not None else self._get(int(known))
            connection.execute(
                "INSERT INTO bookmarks (piece, block, quote, label, created) VALUES (?, ?, ?, ?, ?)",
                (piece, number, text[:QUOTE_LENGTH], _tidy(label), _now()),
            )
            return self._get(connection.last_insert_rowid())

    def rename(self, bookmark: int, label: str | None) -> Bookmark:
        """Gives a bookmark a label; None or white space takes it away."""
        with self._session.writing() as connection:
            self._get(bookmark)
            connection.execute("UPDATE bookmarks SET label = ? WHERE id = ?", (_tidy(label), bookmark))
            return self._get(bookmark)

    def remove(self, bookmark: int) -> None:
        """Removes a bookmark."""
        with self._session.writing() as connection:
            self._get(bookmark)
            connection.execute("DELETE FROM bookmarks WHERE id = ?", (bookmark,))

    def of_piece(self, piece: int) -> list[Bookmark]:
        """The bookmarks of a piece in the order of its text, those whose paragraph is lost last."""
        with self._session.reading() as connection:
            require_piece(connection, piece)
            order = "ORDER BY position IS NULL, position, bookmarks.id"
            return _read(connection, f"WHERE bookmarks.piece = ? {order}", piece)

    def all(self) -> list[Bookmark]:
        """All bookmarks, the newest first, without those of pieces in the trash."""
        with self._session.reading() as connection:
            return _read(connection, "WHERE pieces.trashed IS NULL ORDER BY bookmarks.id DESC")

    def _get(self, bookmark: int) -> Bookmark:
        found = []
        if 0 < bookmark <= MAX_ID:
            found = _read(self._session.connection, "WHERE bookmarks.id = ?", bookmark)
        if not found:
            raise LibraryError("bookmark.none", bookmark=bookmark)
        return found[0]


def refresh(connection: apsw.Connection, piece: int) -> None:
    """Puts the piece's bookmarks whose paragraph is lost to the one that opens with their quote, or something very
    like it, where that is one and no other comes near."""
    query = "SELECT id, quote FROM bookmarks WHERE piece = ? AND block IS NULL"
    lost: list[Any] = connection.execute(query, (piece,)).fetchall()
    if not lost:
        return
    query = """SELECT id, substr(text, 1, ?) FROM blocks
        WHERE piece = ? AND id NOT IN (SELECT block FROM bookmarks WHERE block IS NOT NULL)"""
    blocks: list[Any] = connection.execute(query, (2 * QUOTE_LENGTH, piece)).fetchall()
    for number, quote in lost:
        ranked = sorted(((_likeness(quote, opening), block) for block, opening in blocks), reverse=True)
        if not ranked or ranked[0][0] < (ENOUGH if len(quote) > SHORT else 1):
            continue
        if len(ranked) > 1 and ranked[1][0] >= (TOO_MUCH if len(quote) > SHORT else 1):
            continue
        connection.execute("UPDATE bookmarks SET block = ? WHERE id = ?", (ranked[0][1], number))
        blocks = [one for one in blocks if one[0] != ranked[0][1]]


def _likeness(quote: str, opening: str) -> float:
    """The share of a quote that an opening has, from 0 to 1; only one that is all there is 1."""
    return 1 - min(distances(quote, opening)) / len(quote) if quote else 0


def _read(connection: apsw.Connection, condition: str, *values: int) -> list[Bookmark]:
    return [Bookmark(*row) for row in connection.execute(f"{_ALL} {condition}", values)]


def _tidy(label: str | None) -> str | None:
    return " ".join((label or "").split()) or None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
