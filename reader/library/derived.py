"""What follows from the rest of a piece and is made anew whenever that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import anchors, bookmarks, duplicates, search_index, summaries

if TYPE_CHECKING:
    import apsw


def refresh(connection: apsw.Connection) -> None:
    """Derives anew what belongs to the stale pieces, inside the transaction that made them so. A piece that is not
    there any more has nothing derived left."""
    stale = [int(piece) for (piece,) in connection.execute("SELECT piece FROM stale")]
    for piece in stale:
        if connection.execute("SELECT 1 FROM pieces WHERE id = ?", (piece,)).get:
            summaries.refresh(connection, piece)
            duplicates.refresh(connection, piece)
            anchors.refresh(connection, piece)
            bookmarks.refresh(connection, piece)
        search_index.index(connection, piece)
    if stale:
        connection.execute("DELETE FROM stale")
