"""Where the notes of a piece stand in its texts now: derived anew whenever either changes."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from reader.library import anchoring, rows
from reader.model import Place, Selector, Side

if TYPE_CHECKING:
    import apsw

METHOD = 1
"""To be raised when ``anchoring`` finds quotes otherwise than before: each is then found anew when its piece next
changes in any way, be the text as it was."""

_SELECTORS = """
    SELECT annotation, basis, exact, prefix, suffix, start
    FROM annotations JOIN selectors ON annotation = id LEFT JOIN anchors USING (annotation, side)
    WHERE side = ? AND piece = ?"""

_STRINGS = {
    Side.SOURCE: "SELECT text FROM blocks WHERE piece = ? ORDER BY position",
    Side.TARGET: "SELECT coalesce(target, '') FROM blocks LEFT JOIN pairs ON block = id WHERE piece = ?"
    " ORDER BY position",
}


def strings(connection: apsw.Connection, piece: int, side: Side) -> list[str]:
    """The strings of a piece's blocks on that side, those without one as empty."""
    return [text for (text,) in connection.execute(_STRINGS[side], (piece,))]


def refresh(connection: apsw.Connection, piece: int) -> None:
    """Finds the piece's notes again where the text or the selector is another than when it was last done."""
    for side in Side:
        found: list[Any] = connection.execute(_SELECTORS, (side.value, piece)).fetchall()
        if not found:
            continue
        blocks = strings(connection, piece, side)
        text = anchoring.join(blocks)
        for annotation, basis, *values in found:
            selector = Selector(side, *values)
            new_basis = _digest(text, selector)
            if new_basis != basis:
                span = anchoring.anchor(text, selector)
                places = anchoring.to_places(blocks, span) if span else ()
                connection.execute(
                    "INSERT OR REPLACE INTO anchors VALUES (?, ?, ?, ?)",
                    (annotation, side.value, new_basis, _pack(places)),
                )


def _digest(text: str, selector: Selector) -> int:
    """A number that stands for a text and a selector, and for how the one is found in the other."""
    own = (METHOD, selector.exact, selector.prefix, selector.suffix, selector.start, text)
    data = json.dumps(own, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), signed=True)


@rows.checked
def to_places(value: str | None) -> tuple[Place, ...]:
    """The places of an anchor's column of that name, None where there is no anchor."""
    return tuple(Place(*numbers) for numbers in json.loads(value or "[]"))


def _pack(places: tuple[Place, ...]) -> str:
    return json.dumps([[place.block, place.start, place.end] for place in places], separators=(",", ":"))
