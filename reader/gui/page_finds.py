"""What was found on the page of the pair view: where it is marked, and how the reader is brought there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from reader.gui.columns import Spot
from reader.model import Side, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Set

    from reader.gui.columns import TextColumn
    from reader.gui.page import Page
    from reader.gui.page_places import Places
    from reader.gui.page_scroll import Scroller

Key = tuple[int, Side]
"""A cell of the page: the number of its row, and the side."""


class Match(NamedTuple):
    """Something found: the row of the page, the side, and the span in code points of the cell's text. Matches sort in
    the order of reading, the source before its translation."""

    row: int
    side: Side
    span: Span


class PageFinds:
    """Marks matches on the page, and answers for the texts that are looked through."""

    def __init__(
        self, page: Page, columns: Callable[[], list[TextColumn]], scroller: Callable[[], Scroller], places: Places
    ) -> None:
        self._page, self._columns, self._scroller, self._places = page, columns, scroller, places

    def cells(self, first: int = 0) -> list[Key]:
        """The cells that show, from a row on, and then from the first to it."""
        rows = len(self._page.rows)
        return [(row, side) for row in (*range(first, rows), *range(first)) for side in self._page.sides]

    def text(self, cell: Key) -> str:
        """The article's own text in a cell; "" where there is none, or only words of ours."""
        row, side = cell
        if row >= len(self._page.rows):
            return ""
        entry = self._page.rows[row]
        found = entry.cell(side)
        return found.text if entry.block is not None and found.copied else ""

    def here(self) -> Match:
        """The place that the reader is at, as an empty match: the caret's, else the top of what shows."""
        spot = self._places.caret()
        if spot is None:
            row = self._page.geometry.row_at(self._places.offset) if self._page.rows else 0
            spot = Spot(row, Side.SOURCE, 0)
        return Match(spot.row, spot.side, (spot.index, spot.index))

    def show(self, found: Mapping[Key, tuple[Span, ...]], at_hand: Match | None, changed: Set[int]) -> None:
        """Marks these, in place of what was marked; it differs in the rows ``changed``. ``found`` may grow after."""
        page, scroller = self._page, self._scroller()
        moved = at_hand != page.found_now
        page.found, page.found_now = found, at_hand
        if moved or not changed.isdisjoint(scroller.showing(scroller.value)):
            for column in self._columns():
                column.viewport().update()

    def clear(self) -> None:
        """Marks nothing."""
        if self._page.found or self._page.found_now:
            self.show({}, None, {row for row, _ in self._page.found})

    def reveal(self, match: Match) -> None:
        """Scrolls, where it must, until a match is in view."""
        column = self._column_of(match.side)
        if column is None or match.row >= len(self._page.rows):
            return
        scroller = self._scroller()
        scroller.settle(match.row)
        place = column.rows.span_rect(match.row, match.side, match.span)
        height = scroller.bar.height()
        if place.top() < scroller.value or place.bottom() > scroller.value + height:
            scroller.show(max(round(place.top() - height / 3), 0))

    def go_to_row(self, row: int) -> None:
        """Brings the first match of a row into view."""
        found = ((side, self._page.found.get((row, side))) for side in self._page.sides)
        match = next((Match(row, side, spans[0]) for side, spans in found if spans), None)
        if match is not None:
            self.reveal(match)

    def select(self, match: Match) -> None:
        """Selects a match, with the caret at its end, and gives the keys to its column."""
        column = self._column_of(match.side)
        if column is not None and match.row < len(self._page.rows):
            column.setFocus(Qt.FocusReason.OtherFocusReason)
            column.select(match.row, match.side, match.span)

    def _column_of(self, side: Side) -> TextColumn | None:
        return next((column for column in self._columns() if side in column.rows.sides), None)
