"""Where things of the page stand in the pair view, and which place of it the reader is at."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from reader.gui.columns import Spot
from reader.gui.page import Mode
from reader.gui.page_rows import State
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QFont

    from reader.gui.columns import TextColumn
    from reader.gui.gutter import Gutter
    from reader.gui.page import Page
    from reader.gui.page_rows import Cell, Row
    from reader.model import Span


class Places:
    """Answers for the view: rectangles are in its pixels, and only for what is laid out."""

    def __init__(self, page: Page, columns: Callable[[], list[TextColumn]], gutter: Gutter) -> None:
        self._page, self._columns, self._gutter = page, columns, gutter
        self._last: TextColumn | None = None

    def note_caret(self, column: TextColumn) -> None:
        """Remembers the column whose caret was moved last."""
        if column.hasFocus():
            self._last = column

    @property
    def offset(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self._gutter.offset

    @contextmanager
    def kept(self) -> Iterator[None]:
        """While the same text is set in other columns, the caret, what is selected in a paragraph and the keys keep
        their place in it."""
        columns = self._columns()
        focus = columns[0].window().focusWidget()
        focused = next((column for column in columns if column is focus), None)
        at = focused or (self._last if self._last in columns else columns[0])
        last = at is self._last
        spot = at.spot(at.textCursor().position())
        parts = [part for column in columns for part in islice(column.selected_parts(), 2)]
        yield
        if spot is None:
            return
        for column in self._columns():
            there = spot.side in column.rows.sides
            column.put_caret(spot.row, spot.side if there else column.rows.sides[0], (spot.index if there else 0,) * 2)
            if there and last:
                self._last = column
            if there and focused is not None:
                column.setFocus(Qt.FocusReason.OtherFocusReason)
            if len(parts) == 1 and parts[0].side in column.rows.sides:
                column.select(parts[0].row, parts[0].side, parts[0].span)

    def focus(self) -> None:
        """Gives the keys to the column that the reader was in last, the source's where in none."""
        columns = self._columns()
        column = self._last if self._last in columns else columns[0]
        if column is not None:
            column.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_next(self) -> None:
        """Moves the focus to the other column, to the source's from elsewhere; the reader stays in the paragraph."""
        columns = self._columns()
        at = next((number for number, column in enumerate(columns) if column.hasFocus()), -1)
        there = columns[(at + 1) % len(columns)]
        if at >= 0 and there is not columns[at]:
            spot, cursor = columns[at].spot(columns[at].caret()), there.textCursor()
            other = there.spot(cursor.position())
            if spot is not None and (other is None or spot.row != other.row) and not cursor.hasSelection():
                there.put_caret(spot.row, there.rows.sides[0])
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flagged(self) -> list[Row]:
        """The rows that there is a doubt about, in the page's order."""
        return [row for row in self._page.rows if row.flags]

    def number(self, row: int) -> int | None:
        """The number printed beside a row."""
        return self._page.rows[row].number

    def translation_font(self, row: int) -> QFont:
        """The type in which a translation is set in a row."""
        written = replace(self._page.rows[row].target, arabic=False, state=State.READY)
        return self._page.typography.setting(self._page.rows[row].dress, written).font

    def row(self, spot: Spot) -> Row:
        """The row of a place."""
        return self._page.rows[spot.row]

    def cell(self, spot: Spot) -> Cell:
        """The cell of a place."""
        return self.row(spot).cell(spot.side)

    def caret(self) -> Spot | None:
        """The place of the caret, where the reader has moved it and it is in view."""
        column = self._last
        return column.spot(column.caret()) if column in self._columns() and column is not None else None

    def current(self) -> Spot | None:
        """Where the reader is: at the caret, else where something in view is lit, else at the first paragraph
        that begins in view."""
        spot = self.caret()
        if spot is not None and self.row(spot).block is not None:
            return spot
        for row, side in self._page.lit:
            if self._is_in_view(row):
                return Spot(row, side, 0)
        tops = self._page.geometry.tops()
        shown = [row for row, entry in enumerate(self._page.rows) if entry.block is not None]
        below = [row for row in shown if tops[row] >= self._gutter.offset]
        numbered = [row for row in below if self._page.rows[row].number is not None]
        in_view = [row for row in numbered if tops[row] < self._gutter.offset + self._gutter.height()]
        found = next(iter((*in_view, *below, *reversed(shown))), None)
        return None if found is None else Spot(found, Side.SOURCE, 0)

    def _is_in_view(self, row: int) -> bool:
        geometry, top = self._page.geometry, self._gutter.offset
        return top < geometry.top(row) + geometry.height(row) and geometry.top(row) < top + self._gutter.height()

    def span(self, spot: Spot, span: Span) -> QRect:
        """Where a span of a place's cell begins: its first stretch of a line."""
        column = next((one for one in self._columns() if spot.side in one.rows.sides), None)
        if column is None:
            return self.translation(spot.row)
        place = column.rows.span_rect(spot.row, spot.side, span).toAlignedRect()
        return place.translated(column.x(), -self._gutter.offset)

    def translation(self, row: int) -> QRect:
        """The cell where a row's translation stands, or would stand in a page without any."""
        target = self._columns()[-1]
        page = self._page
        top = page.geometry.top(row) + page.beside(row)
        height = page.geometry.height(row) - page.beside(row)
        if page.mode is Mode.ARABIC and page.room is None:
            height = 0
        return QRect(target.x(), top - self._gutter.offset, target.width(), max(height, 0))

    def beside(self, row: int) -> QRect:
        """Where a row's number stands, or would stand."""
        page = self._page
        top = page.geometry.top(row) - self.offset
        return QRect(self._gutter.x(), top, self._gutter.width(), page.rise(row, Side.SOURCE))
