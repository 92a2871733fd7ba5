"""What covers the English of the layout "on demand": a paragraph's shows while it is pointed at, or is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from reader.gui.i18n import key_name
from reader.gui.page import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.gui.columns import TextColumn
    from reader.gui.page import Page
    from reader.model import Span


class Cover(QObject):
    """Uncovers rows of the page, or a sentence of one. The rows keep their places all the while: the English has its
    room beside the Arabic whether it shows or not, so that no line moves under the reader's eye.

    Whoever reads by the keyboard goes on to English that is still covered, reads, and asks for it to see whether they
    were right: what they asked for last is covered again when they go on.
    """

    def __init__(self, page: Page, columns: Callable[[], list[TextColumn]], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._columns = page, columns
        self._pointed: int | None = None
        self._brought: set[int] = set()
        self._asked: tuple[int, Span | None] | None = None
        self._key = ""

    def watch(self, column: TextColumn) -> None:
        """From now on, what the pointer is at in ``column`` is uncovered, and where its caret goes is noted."""
        column.viewport().installEventFilter(self)
        column.cursorPositionChanged.connect(lambda: self._note_caret(column))

    def name_key(self, key: str) -> None:
        """Tells the key that shows covered English, which stands where a sentence that is walked to has it covered."""
        self._key = key
        self.retranslate()

    def retranslate(self) -> None:
        """Says what there is to say in the language of the moment."""
        self._page.cover_hint = self.tr("{key} shows the English").format(key=key_name(self._key)) if self._key else ""

    def toggle(self, row: int, sentence: Span | None = None) -> bool:
        """Uncovers the English that was asked for: a sentence of a row, asked for again the whole row, and covers it at
        last; without a sentence the row, and covers it. Whether any of it shows now."""
        if row in self._brought:
            self._brought.discard(row)
            self._asked = None
        elif sentence is not None and self._asked == (row, sentence):
            self._asked = row, None
        elif self._asked is None or self._asked[0] != row:
            self._asked = row, sentence
        else:
            self._asked = None if self._asked[1] is None else (row, sentence)
        self._show()
        return self._asked is not None

    def go_on(self, row: int, sentence: Span | None) -> None:
        """The reader has come to a sentence of a row: what they asked for elsewhere is covered again."""
        if self._asked is not None and self._asked not in ((row, sentence), (row, None)):
            self._asked = None
            self._show()

    def open(self, rows: Iterable[int]) -> None:
        """Uncovers rows to which the reader is brought."""
        self._brought.update(rows)
        self._show()

    def close_all(self) -> None:
        """Covers everything again: the text or the layout is another."""
        self._brought.clear()
        self._asked = self._pointed = None
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

    def _note_caret(self, column: TextColumn) -> None:
        if self._asked is not None and column.hasFocus():
            spot = column.spot(column.textCursor().position())
            if spot is not None and spot.row != self._asked[0]:
                self.go_on(spot.row, None)

    def _point(self, row: int | None) -> None:
        if row != self._pointed:
            self._pointed = row
            self._show()

    def _show(self) -> None:
        page = self._page
        before = page.uncovered, page.sentence_uncovered
        rows = set(self._brought)
        if self._pointed is not None:
            rows.add(self._pointed)
        page.sentence_uncovered = None
        if self._asked is not None:
            row, sentence = self._asked
            if sentence is None:
                rows.add(row)
            else:
                page.sentence_uncovered = row, sentence
        page.uncovered = frozenset(rows)
        if page.mode is Mode.DEMAND and before != (page.uncovered, page.sentence_uncovered):
            for column in self._columns():
                column.viewport().update()
