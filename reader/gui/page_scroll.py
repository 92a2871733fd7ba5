"""The scrolling of the pair view: what comes into view is laid out, and what the reader looks at stays where it is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QScrollBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from reader.gui.columns import TextColumn
    from reader.gui.gutter import Gutter
    from reader.gui.page import Page

Place = tuple[int, float]
"""A row (or block) and how far down it, as a fraction of its height."""

_ACTION = QScrollBar.SliderAction
_KEYS = {
    Qt.Key.Key_Up: _ACTION.SliderSingleStepSub,
    Qt.Key.Key_Down: _ACTION.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub,
    Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_Home: _ACTION.SliderToMinimum,
    Qt.Key.Key_End: _ACTION.SliderToMaximum,
    Qt.Key.Key_Space: _ACTION.SliderPageStepAdd,
}


class Scroller(QObject):
    """Scrolls both columns and the gutter as one, by one bar that is as tall as the view. Heights of rows that were
    not seen yet are estimates; a row is settled, that is laid out and measured, before it shows."""

    moved = Signal()
    """Rows may now stand elsewhere in the view."""

    def __init__(self, page: Page, columns: Callable[[], list[TextColumn]], gutter: Gutter, view: QWidget) -> None:
        super().__init__(view)
        self._page, self._columns, self._gutter = page, columns, gutter
        self._busy = False
        self._value = 0
        self.bar = QScrollBar(Qt.Orientation.Vertical, view)
        self.bar.valueChanged.connect(self._take)

    # Where it is

    @property
    def value(self) -> int:
        """How far down the page what shows begins, in pixels."""
        return self._value

    def place(self) -> Place:
        """The row at the top of what shows, and how far down it that is."""
        if not self._page.rows or self.value <= 0:
            return 0, 0.0
        geometry = self._page.geometry
        row = geometry.row_at(self.value)
        return row, max(self.value - geometry.top(row), 0) / max(geometry.height(row), 1)

    def go(self, place: Place) -> None:
        """Scrolls a row, and so far down it, to the top."""
        row, fraction = place
        value = 0
        if self._page.rows and (row, fraction) != (0, 0.0):
            self.settle(row)
            geometry = self._page.geometry
            value = round(geometry.top(row) + fraction * geometry.height(row))
        self.show(value)

    def show(self, value: int) -> None:
        """Shows the page from a height of it on, in pixels."""
        self._apply(self._settled(value))

    def reveal(self, row: int) -> None:
        """Scrolls, where it must, until a row is in view."""
        self.settle(row)
        top = self._page.geometry.top(row)
        if top < self.value or top + self._page.geometry.height(row) > self.value + self._height():
            self.show(max(top - self._height() // 4, 0))

    @contextmanager
    def steady(self, row: int) -> Iterator[None]:
        """While a row changes, the one at the top stays where it is. Of a row that does not show nothing is painted."""
        geometry = self._page.geometry
        first = geometry.row_at(self.value)
        offset = self.value - geometry.top(first)
        before = self._drawn(self.value)
        yield
        value = self._settled(geometry.top(first) + offset)
        unseen = value == self._value and row not in before and row not in self._drawn(value)
        self._apply(value, paint=not unseen)

    @contextmanager
    def held(self) -> Iterator[None]:
        """While the documents are filled, nothing that they do scrolls the page."""
        before, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = before

    # What moves it

    def follow(self, value: int) -> None:
        """Follows a column that scrolled by itself, to bring its caret into view."""
        if not self._busy:
            self.bar.setValue(value)

    def take_key(self, event: QKeyEvent) -> bool:
        """Scrolls by a key; whether it is one that scrolls."""
        if event.key() not in _KEYS:
            return False
        action = _KEYS[Qt.Key(event.key())]
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            action = _ACTION.SliderPageStepSub
        self.bar.triggerAction(action)
        return True

    def take_wheel(self, event: QWheelEvent) -> None:
        """Scrolls by the wheel."""
        QCoreApplication.sendEvent(self.bar, event)

    def _take(self, value: int) -> None:
        if not self._busy:
            self.show(value)

    # Laying out

    def settle(self, row: int) -> None:
        """Lays out and measures a row."""
        lines = {side: column.rows.lines(row, side) for column in self._columns() for side in column.rows.sides}
        self._page.settle(row, lines)

    def settle_all(self) -> None:
        """Lays out and measures the whole page, at the same place of it."""
        place = self.place()
        for row in range(len(self._page.rows)):
            if not self._page.geometry.is_settled(row):
                self.settle(row)
        self.go(place)

    def showing(self, value: int) -> range:
        """The rows that show when scrolled to ``value``."""
        geometry = self._page.geometry
        return range(geometry.row_at(value), geometry.row_at(value + self._height()) + 1)

    def _drawn(self, value: int) -> range:
        """The rows that are drawn then: also the one above, whose last descenders reach into what shows."""
        rows = self.showing(value)
        return range(max(rows.start - 1, 0), rows.stop)

    def _settled(self, value: int) -> int:
        """Lays out the rows that show when scrolled to ``value``. What is above them may turn out taller or shorter
        than estimated: returns the value at which the first row that was settled before still stands where it did."""
        geometry = self._page.geometry
        if not self._page.rows:
            return 0
        value = min(max(value, 0), self._end())
        first = geometry.row_at(value)
        anchor = next((row for row in self.showing(value) if geometry.is_settled(row)), first)
        offset = float(value - geometry.top(anchor))
        if not geometry.is_settled(anchor) and offset > 0:
            share = offset / max(geometry.height(anchor), 1)
            self.settle(anchor)
            offset = share * geometry.height(anchor)
        while missing := [row for row in self._drawn(value) if not geometry.is_settled(row)]:
            for row in missing:
                self.settle(row)
            value = min(max(round(geometry.top(anchor) + offset), 0), self._end())
        return value

    def _apply(self, value: int, *, paint: bool = True) -> None:
        """Makes bar, columns and gutter show the page from ``value`` on."""
        end, line = self._end(), self._page.typography.line
        with self.held():
            self._value = value
            for column in self._columns():
                column.rows.documentSizeChanged.emit(column.rows.documentSize())
                column.verticalScrollBar().setRange(0, end)
                column.verticalScrollBar().setValue(value)
                if paint:
                    column.viewport().update()
            self.bar.setRange(0, end)
            self.bar.setPageStep(max(self._height() - round(line * 2), 1))
            self.bar.setSingleStep(round(line * 2))
            self.bar.setValue(value)
            self.bar.setVisible(end > 0)
            self._gutter.offset = value
            if paint:
                self._gutter.update()
        self.moved.emit()

    def _height(self) -> int:
        return self.bar.height()

    def is_at_end(self) -> bool:
        """Whether the end of the page is in view."""
        return self.value >= self._end()

    def _end(self) -> int:
        return max(self._page.geometry.total() - self._height(), 0)
