"""How what was found in the text is drawn: a tint under it with a line along it, and a frame round the one at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from reader.gui.theme import Theme

_RADIUS = 2.5
_LINE, _FRAME = 1.6, 2.0
"""Widths in pixels."""


def draw(painter: QPainter, boxes: Iterable[QRectF], theme: Theme, *, at_hand: bool) -> None:
    """Marks the stretches of lines that a match covers."""
    pen = QPen(QColor(theme.found_mark), _FRAME if at_hand else _LINE)
    for box in boxes:
        around = box.adjusted(-1.5, 0.5, 1.5, -0.5)
        painter.setBrush(QColor(theme.found_now if at_hand else theme.found))
        painter.setPen(pen if at_hand else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(around, _RADIUS, _RADIUS)
        if not at_hand:
            painter.setPen(pen)
            y = around.bottom() - _LINE / 2
            painter.drawLine(QPointF(around.left(), y), QPointF(around.right(), y))
