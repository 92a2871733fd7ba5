"""Where the notes of a piece stand in its texts now: derived anew whenever either changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reader.library import anchoring
from reader.model import Place, Selector, Side

if TYPE_CHECKING:
    import apsw

_SELECTORS = """
    SELECT annotation, exact, prefix, suffix, start FROM selectors JOIN annotations ON id = annotation
    WHERE piece = ?"""

_STRINGS = {
    Side.SOURCE: "SELECT text FROM blocks WHERE piece = ? ORDER BY position",
    Side.TARGET: "SELECT coalesce(target, '') FROM blocks LEFT JOIN pairs ON block = id WHERE piece = ?"
    " ORDER BY position",
}


def strings(connection: apsw.Connection, piece: int, side: Side) -> list[str]:
    """The strings of a piece's blocks on that side, those without one as empty."""
    return [text for (text,) in connection.execute(_STRINGS[side], (piece,))]


def refresh(connection: apsw.Connection, piece: int) -> None:
    """Finds the piece's notes again, and writes where that is another place than before."""
    for side in Side:
        query = f"{_SELECTORS} AND side = ?"
        selectors: list[Any] = connection.execute(query, (piece, side.value)).fetchall()
        if not selectors:
            continue
        blocks = strings(connection, piece, side)
        text = anchoring.join(blocks)
        for annotation, *selector in selectors:
            span = anchoring.anchor(text, Selector(side, *selector))
            places = anchoring.to_places(blocks, span) if span else ()
            connection.execute(
                """INSERT INTO anchors VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET places = excluded.places WHERE places != excluded.places""",
                (annotation, side.value, _pack(places)),
            )


def to_places(value: str | None) -> tuple[Place, ...]:
    """The places of an anchor's column of that name, None where there is no anchor."""
    return tuple(Place(*numbers) for numbers in json.loads(value or "[]"))


def _pack(places: tuple[Place, ...]) -> str:
    return json.dumps([[place.block, place.start, place.end] for place in places], separators=(",", ":"))
