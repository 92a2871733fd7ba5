"""Ticks along the scroll bar: where in the article there are doubts, notes, highlights, bookmarks and matches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from reader.gui import theme as themes
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QScrollBar

    from reader.gui.page import Page

WIDTH = 8
"""Pixels, as much as the page's margin has at least."""
_TALL, _NEAR = 7, 4
"""How tall a tick is, and how far from its middle a click still means it, in pixels."""


class Kind(Enum):
    """What is marked, in the order of drawing; each has a shape of its own."""

    MATCH = "dot"
    HIGHLIGHT = "bar"
    NOTE = "slip"
    DOUBT = "triangle"
    BOOKMARK = "ribbon"


@dataclass(frozen=True, slots=True)
class Tick:
    """Something marked. ``target`` is the id of the annotation or bookmark, the block of a doubt, the row of a
    match; ``number`` the one
    printed beside the paragraph, where it has one; ``y`` the tick's middle, in pixels of the strip."""

    kind: Kind
    target: int
    number: int | None
    colour: str
    y: int


class ScrollTicks(QWidget):
    """A strip beside the scroll bar, as tall as it, there only while it is."""

    chosen = Signal(object)
    """The Tick that was clicked."""

    def __init__(self, page: Page, bar: QScrollBar, row_of: Callable[[int], int | None], view: QWidget) -> None:
        """``row_of`` gives the row that shows a block."""
        super().__init__(view)
        self._page, self._bar, self._row_of = page, bar, row_of
        self._tops: list[int] = []
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._name()
        bar.installEventFilter(self)
        self._stand()

    def follow(self) -> None:
        """Draws the ticks anew where rows stand elsewhere on the page."""
        if self._page.geometry.tops() is not self._tops:
            self.update()

    def ticks(self) -> list[Tick]:
        """What there is to show; of one kind no two where they would cover each other."""
        self._tops = self._page.geometry.tops()
        rows, share = self._page.rows, (self.height() - _TALL) / max(self._page.geometry.total(), 1)
        found: dict[tuple[Kind, int], Tick] = {}
        for kind, target, row, colour in self._all():
            if row is not None and row < len(rows):
                y = round(self._tops[row] * share) + _TALL // 2
                if (kind, y // 3) not in found:  # of a book that is marked all through, few
                    found[kind, y // 3] = Tick(kind, target, rows[row].number, colour, y)
        return list(found.values())

    def _all(self) -> Iterator[tuple[Kind, int, int | None, str]]:
        """Everything that is marked: what and which, in which row, and the colour."""
        page, theme, marks = self._page, self._page.theme, self._page.marks
        for row, side in list(page.found):
            if side is Side.SOURCE or (row, Side.SOURCE) not in page.found:
                yield Kind.MATCH, row, row, theme.found_mark
        noted = {note.id for notes in marks.notes.values() for note in notes}
        for (block, _), highlights in marks.highlights.items():
            for one in highlights:
                if one.annotation not in noted:
                    yield Kind.HIGHLIGHT, one.annotation, self._row_of(block), themes.mark(theme, one.colour)
        for block, notes in marks.notes.items():
            yield Kind.NOTE, notes[0].id, self._row_of(block), themes.mark(theme, notes[0].colour)
        for row, entry in enumerate(page.rows):
            if entry.flags and entry.block is not None:
                yield Kind.DOUBT, entry.block, row, theme.flag
        for block, bookmark in marks.bookmarks.items():
            yield Kind.BOOKMARK, bookmark.id, self._row_of(block), theme.accent

    def _at(self, y: float) -> Tick | None:
        """The tick nearest to a height of the strip, of two at the same height the one that is drawn above."""
        near = [tick for tick in self.ticks() if abs(tick.y - y) <= _NEAR]
        return min(reversed(near), key=lambda tick: abs(tick.y - y), default=None)

    def _says(self, tick: Tick) -> str:
        names = {
            Kind.MATCH: self.tr("Match"),
            Kind.HIGHLIGHT: self.tr("Highlight"),
            Kind.NOTE: self.tr("Note"),
            Kind.DOUBT: self.tr("Place to check"),
            Kind.BOOKMARK: self.tr("Bookmark"),
        }
        if tick.number is None:
            return names[tick.kind]
        return self.tr("{what}, paragraph {number}").format(what=names[tick.kind], number=tick.number)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Marks along the scroll bar"))

    # Events

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stays beside the scroll bar."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._stand()
        return False

    def _stand(self) -> None:
        place = self._bar.geometry()
        x = place.right() + 1 if place.left() <= 0 else place.left() - WIDTH
        self.setGeometry(x, place.top(), WIDTH, place.height())
        self.setVisible(not self._bar.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tick = self._at(event.pos().y())
            if tick is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._says(tick), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tick = self._at(event.position().y()) if event.button() == Qt.MouseButton.LeftButton else None
        if tick is None:
            event.ignore()
        else:
            self.chosen.emit(tick)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (kind, colour), places in groupby(self.ticks(), key=lambda tick: (tick.kind, tick.colour)):
            shape = _shape(kind)
            if kind is Kind.NOTE:  # an outline each, where one covers another too
                painter.setPen(QPen(QColor(colour), 1.4))
                painter.setBrush(QColor(self._page.theme.paper))
                for tick in places:
                    painter.drawPath(shape.translated(0, tick.y))
                continue
            # All in one: Python lets other threads in at each call of Qt's, and there may be hundreds of ticks.
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for tick in places:
                path.addPath(shape.translated(0, tick.y))
            painter.fillPath(path, QColor(colour))


def _shape(kind: Kind) -> QPainterPath:
    """A tick with its middle at the top of the strip."""
    place = QRectF(1, -(_TALL // 2), WIDTH - 2, _TALL)
    path = QPainterPath()
    if kind is Kind.HIGHLIGHT:
        path.addRect(QRectF(place.left(), place.center().y() - 1, place.width(), 2))
    elif kind is Kind.MATCH:
        path.addEllipse(place.center(), 2.4, 2.4)
    elif kind is Kind.NOTE:
        path.addRect(place.adjusted(0.7, 1.2, -0.7, -1.2))
    elif kind is Kind.DOUBT:
        path.moveTo(place.center().x(), place.top())
        path.lineTo(place.bottomRight())
        path.lineTo(place.bottomLeft())
        path.closeSubpath()
    else:
        left, right = place.left() + 1, place.right() - 1
        path.moveTo(QPointF(left, place.top()))
        path.lineTo(right, place.top())
        path.lineTo(right, place.bottom())
        path.lineTo(place.center().x(), place.bottom() - 2.4)
        path.lineTo(left, place.bottom())
        path.closeSubpath()
    return path
