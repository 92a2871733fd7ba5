"""The rows of a printed article with the numbers of the notes in them, which are no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextDocument, QTextLayout

from reader.gui.linked import to_utf16
from reader.gui.row_layout import RowLayout, font_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.gui.end_notes import Numbers
    from reader.gui.page import Page
    from reader.model import Side

_RISE, _BESIDE = 0.3, 0.08
"""How far a number stands above the line, and what is free on either side of it, as shares of the pitch."""


class NumberedRows(RowLayout):
    """Draws the numbers raised behind their words. The space behind such a word is widened for it."""

    def __init__(self, document: QTextDocument, page: Page, sides: tuple[Side, ...], numbers: Numbers) -> None:
        super().__init__(document, page, sides)
        self._shown, self._numbers = page, numbers

    def formats(self, text: str, row: int, side: Side) -> list[QTextLayout.FormatRange]:
        """The fonts, and the room for the numbers."""
        ranges = super().formats(text, row, side)
        setting = self._shown.setting(row, side)
        metrics = QFontMetricsF(self._shown.typography.number_font)
        for index, number in self._numbers_of(row, side, text):
            if index < len(text):
                wide = QFont(setting.font)
                room = metrics.horizontalAdvance(number) + setting.pitch * _BESIDE
                wide.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, room)
                ranges.append(font_range(to_utf16(text, index), 1, wide))
        return ranges

    def draw_cell(self, painter: QPainter, row: int, side: Side, selected: Sequence[tuple[int, int]]) -> None:
        """The cell, and the numbers over it."""
        super().draw_cell(painter, row, side, selected)
        page, block = self._shown, self.block(row, side)
        layout, text, setting = self.lay(block), block.text(), page.setting(row, side)
        painter.setFont(page.typography.number_font)
        painter.setPen(QColor(page.theme.ink))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for index, number in self._numbers_of(row, side, text):
            behind = to_utf16(text, index)
            line = layout.lineForTextPosition(behind - 1)
            free, width = setting.pitch * _BESIDE, painter.fontMetrics().horizontalAdvance(number)
            edge = float(line.cursorToX(behind)[0])  # type: ignore[index]
            x = edge - free - width if page.rows[row].cell(side).right_to_left else edge + free
            y = page.top(row, side) + line.y() + line.ascent() - setting.pitch * _RISE
            painter.drawText(QPointF(x, y), number)

    def _numbers_of(self, row: int, side: Side, text: str) -> Iterator[tuple[int, str]]:
        """Behind which characters the numbers of a cell stand: after the whole word, with what is written on to it."""
        block = self._shown.rows[row].block
        there = {} if block is None else self._numbers.get((block, side), {})
        behind: dict[int, str] = {}
        for end, number in sorted(there.items()):
            index = min(end, len(text))
            while index < len(text) and not text[index].isspace():
                index += 1
            if index:
                behind[index] = f"{behind[index]},{number}" if index in behind else number
        yield from behind.items()
