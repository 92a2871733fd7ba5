"""How highlighted text is drawn: a tint under it and, since colour alone says nothing to some, a line along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen

from reader.gui import theme as themes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from reader.gui.marks import Highlight
    from reader.gui.theme import Theme
    from reader.gui.typography import Setting

_RADIUS = 2.5
_OVER_LIT = 150
"""How dense a tint is, of 255, over a sentence that is lit."""
_APART, _DEEPEST = 2.0, 0.36
"""How far apart the lines are along text that several highlights share: in their widths, and at most that share of
what is below the baseline, so that none goes through the letters."""

_PATTERNS: dict[str, list[float]] = {
    "yellow": [],
    "green": [5.0, 2.5],
    "blue": [2.0, 2.0],
    "pink": [6.0, 2.0, 1.2, 2.0],
    "purple": [9.0, 2.0, 1.2, 2.0, 1.2, 2.0],
}
"""Dashes and gaps of each colour's line, in its widths; none for a line without gaps."""


def pen(colour: str, theme: Theme, width: float) -> QPen:
    """The pen of a colour's line, ``width`` in pixels."""
    made = QPen(QColor(themes.mark(theme, colour)), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if _PATTERNS[colour]:
        made.setDashPattern(_PATTERNS[colour])
    return made


def fill(painter: QPainter, boxes: Iterable[QRectF], highlight: Highlight, theme: Theme, seen_through: bool) -> None:
    """Tints the stretches of lines that a highlight covers; ``seen_through`` where they are lit too."""
    colour = QColor(themes.tint(theme, highlight.colour))
    if seen_through:
        colour.setAlpha(_OVER_LIT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), _RADIUS, _RADIUS)


def line(painter: QPainter, boxes: Iterable[QRectF], highlight: Highlight, theme: Theme, setting: Setting) -> None:
    """Draws the line along the foot of them, above that of the highlights before it."""
    width = max(setting.pitch * 0.05, 1.5)
    painter.setPen(pen(highlight.colour, theme, width))
    step = min(width * _APART, setting.fall * _DEEPEST)
    for box in boxes:
        y = box.bottom() - width / 2 - highlight.level * step
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def outline(painter: QPainter, boxes: Iterable[QRectF], theme: Theme) -> None:
    """Frames the stretches that a highlight of the selection would take in on this side too."""
    made = QPen(QColor(theme.focus), 1.2)
    made.setDashPattern([3.0, 2.0])
    painter.setPen(made)
    tint = QColor(theme.selection)
    tint.setAlpha(90)
    painter.setBrush(tint)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), _RADIUS, _RADIUS)
