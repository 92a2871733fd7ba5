"""What covers the English of the layout "on demand": a paragraph's shows while it is pointed at, or is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from reader.gui.page import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.gui.columns import TextColumn
    from reader.gui.page import Page


class Cover(QObject):
    """Uncovers rows of the page. The rows keep their places all the while: the English has its room beside the Arabic
    whether it shows or not, so that no line moves under the reader's eye."""

    def __init__(self, page: Page, columns: Callable[[], list[TextColumn]], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._columns = page, columns
        self._pointed: int | None = None
        self._asked: set[int] = set()

    def watch(self, column: TextColumn) -> None:
        """From now on, what the pointer is at in ``column`` is uncovered."""
        column.viewport().installEventFilter(self)

    def toggle(self, row: int) -> None:
        """Uncovers a row that was asked for, or covers it again."""
        if row in self._asked:
            self._asked.discard(row)
        else:
            self._asked.add(row)
        self._show()

    def open(self, rows: Iterable[int]) -> None:
        """Uncovers rows to which the reader is brought."""
        self._asked.update(rows)
        self._show()

    def close_all(self) -> None:
        """Covers everything again: the text or the layout is another."""
        self._asked.clear()
        self._pointed = None
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._page.mode is Mode.DEMAND:
            if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
                column = next((one for one in self._columns() if one.viewport() is watched), None)
                if column is not None and self._page.rows:
                    y = event.position().y() + column.verticalScrollBar().value()
                    self._point(self._page.geometry.row_at(y))
            elif event.type() is QEvent.Type.Leave:
                self._point(None)
        return False

    def _point(self, row: int | None) -> None:
        if row != self._pointed:
            self._pointed = row
            self._show()

    def _show(self) -> None:
        before = self._page.uncovered
        pointed = () if self._pointed is None else (self._pointed,)
        self._page.uncovered = frozenset((*self._asked, *pointed))
        if self._page.mode is Mode.DEMAND and before != self._page.uncovered:
            for column in self._columns():
                column.viewport().update()
