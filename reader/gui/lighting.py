"""What is lit on the page, on both sides at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.gui.linked import Lit, lit_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.columns import Spot, TextColumn
    from reader.gui.page import Page
    from reader.model import Pair, Side


class Lighting:
    """Lights places of the page, and draws again what that changes."""

    def __init__(
        self, page: Page, columns: Callable[[], list[TextColumn]], pair: Callable[[int | None], Pair | None]
    ) -> None:
        """``pair`` gives the pair of a block."""
        self._page, self._columns, self._pair = page, columns, pair

    def follow(self, spot: Spot | None) -> None:
        """Lights what belongs to the place that the pointer is at; nothing for None."""
        lit: dict[tuple[int, Side], Lit] = {}
        pair = None if spot is None else self._pair(self._page.rows[spot.row].block)
        if spot is not None and pair is not None:
            lit = {(spot.row, side): found for side, found in lit_at(pair, spot.side, spot.index).items()}
        self.show(lit)

    def show(self, lit: dict[tuple[int, Side], Lit]) -> None:
        """Lights these, in place of what was lit."""
        if lit == self._page.lit:
            return
        changed = {row for row, _ in (*lit, *self._page.lit)}
        self._page.lit = lit
        for column in self._columns():
            for row in changed:
                column.repaint_row(row)
