"""A piece that was taken out of the library, whole, for as long as it can be put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.library import memory

if TYPE_CHECKING:
    import apsw

OWN_ROWS = {
    "pieces": "id = ?",
    "blocks": "piece = ?",
    "pairs": "block IN (SELECT id FROM blocks WHERE piece = ?)",
    "edits": "block IN (SELECT id FROM blocks WHERE piece = ?)",
    "piece_tags": "piece = ?",
    "piece_collections": "piece = ?",
    "annotations": "piece = ?",
    "selectors": "annotation IN (SELECT id FROM annotations WHERE piece = ?)",
    "annotation_tags": "annotation IN (SELECT id FROM annotations WHERE piece = ?)",
    "bookmarks": "piece = ?",
}
"""The tables in which a piece has rows of its own, in the order they refer to each other, and which rows those are.
The memory is not among them: it follows from the pairs; nor is where the notes stand."""


@dataclass(frozen=True, slots=True)
class RemovedPiece:
    """All that a library had of a piece: its number, the key it is known by, and for each table its rows."""

    piece: int
    key: str
    rows: dict[str, list[tuple[Any, ...]]]


def take_out(connection: apsw.Connection, piece: int) -> RemovedPiece:
    """Removes a piece that is there, with all that hangs on it."""
    key = str(connection.execute("SELECT fold_key FROM pieces WHERE id = ?", (piece,)).get)
    rows: dict[str, list[tuple[Any, ...]]] = {
        table: connection.execute(f"SELECT * FROM {table} WHERE {own}", (piece,)).fetchall()
        for table, own in OWN_ROWS.items()
    }
    connection.execute("DELETE FROM pieces WHERE id = ?", (piece,))
    return RemovedPiece(piece, key, rows)


def put_back(connection: apsw.Connection, removed: RemovedPiece) -> None:
    """Puts a piece back under its number, which no other has been given since."""
    for table in OWN_ROWS:
        for row in removed.rows[table]:
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    blocks: list[Any] = connection.execute("SELECT id FROM blocks WHERE piece = ?", (removed.piece,)).fetchall()
    for (block,) in blocks:
        memory.index(connection, block)
