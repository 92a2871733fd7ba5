"""The strip between the columns: the paragraphs' numbers, with what there is to know of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from reader.gui import theme as themes
from reader.gui.i18n import isolate
from reader.gui.note_text import tip
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from reader.gui.page import Page
    from reader.gui.page_rows import Row
    from reader.model import Annotation

_NEAR = 3
"""How many pixels beside a mark a click still means it."""


class Gutter(QWidget):
    """The numbers of the body's rows, each on its row's first line; under the number a flag where there is a doubt,
    a word where a person has edited the translation, and a slip where a note begins; beside it a bookmark.

    ``explain`` says what there is to know of a row, ``edited`` is the word for an edit. ``clicked`` tells the block of
    a row, ``note_clicked`` the id of the note whose slip it was, ``bookmark_clicked`` the id of a bookmark.
    """

    clicked = Signal(int)
    note_clicked = Signal(int)
    bookmark_clicked = Signal(int)

    def __init__(
        self,
        page: Page,
        explain: Callable[[Row], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._explain = explain
        self.edited = ""
        self.offset = 0
        self.rule = (0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        page, theme = self._page, self._page.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(theme.paper))
        painter.setFont(page.typography.number_font)
        for row in self._visible():
            entry, top = page.rows[row], page.geometry.top(row) - self.offset
            if entry.begins:
                y = top - page.geometry.gap(row) // 2
                painter.fillRect(QRectF(self.rule[0], y, self.rule[1] - self.rule[0], 1), QColor(theme.rule))
            if entry.number is not None:
                baseline = top + page.rise(row, Side.SOURCE)
                painter.setPen(QColor(theme.muted))
                text = str(entry.number)
                width = painter.fontMetrics().horizontalAdvance(text)
                painter.drawText(QPointF((self.width() - width) / 2, baseline), text)
            if entry.edited:
                self._write_edited(painter, row)
            if entry.flags:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.flag))
                painter.drawPath(self._flag(row))
            if entry.block is not None:
                self._draw_marks(painter, row, entry.block)

    def _draw_marks(self, painter: QPainter, row: int, block: int) -> None:
        marks, theme = self._page.marks, self._page.theme
        if block in marks.bookmarks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawPath(_ribbon(self._bookmark_place(row)))
        notes = marks.notes.get(block)
        if notes:
            place = self._note_place(row)
            painter.setBrush(QColor(themes.tint(theme, notes[0].colour)))
            painter.setPen(QPen(QColor(themes.mark(theme, notes[0].colour)), max(place.width() * 0.12, 1.0)))
            painter.drawPath(_slip(place))

    def _write_edited(self, painter: QPainter, row: int) -> None:
        page = self._page
        painter.save()
        painter.setFont(self._edited_font())
        painter.setPen(QColor(page.theme.muted))
        width = painter.fontMetrics().horizontalAdvance(self.edited)
        below = page.geometry.top(row) - self.offset + page.rise(row, Side.SOURCE)
        baseline = below + page.typography.line * 0.16 + painter.fontMetrics().ascent()
        painter.drawText(QPointF((self.width() - width) / 2, baseline), self.edited)
        painter.restore()

    def _edited_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(min(max(self._page.typography.latin_size * 0.56, 6.5), self.font().pointSizeF()))
        return font

    def _visible(self) -> range:
        if not self._page.rows:
            return range(0)
        geometry = self._page.geometry
        last = geometry.row_at(self.offset + self.height()) + 1
        return range(geometry.row_at(self.offset), min(last + 1, len(geometry)))

    def _flag(self, row: int) -> QPainterPath:
        """A small flag on a pole: under the number or, where the word for an edit stands there, beside it."""
        page = self._page
        size = page.typography.line * 0.42
        top = self._under(row)
        left = (self.width() - size * 0.8) / 2
        if page.rows[row].edited:
            top, left = top - size * 1.5, size * 0.3
        elif page.rows[row].block in page.marks.notes:
            left -= size * 0.7
        path = QPainterPath()
        path.addRect(QRectF(left, top, max(size * 0.11, 1.0), size))
        path.moveTo(left, top)
        path.lineTo(left + size * 0.8, top)
        path.lineTo(left + size * 0.6, top + size * 0.29)
        path.lineTo(left + size * 0.8, top + size * 0.58)
        path.lineTo(left, top + size * 0.58)
        path.closeSubpath()
        path.setFillRule(Qt.FillRule.WindingFill)
        return path

    def _under(self, row: int) -> float:
        """Where the marks under a row's number begin."""
        page = self._page
        return page.geometry.top(row) - self.offset + page.rise(row, Side.SOURCE) + page.typography.line * 0.21

    def _note_place(self, row: int) -> QRectF:
        """Where a row's slip is: under its number, beside the flag, under the word for an edit."""
        size = self._page.typography.line * 0.42
        entry = self._page.rows[row]
        left, top = (self.width() - size) / 2, self._under(row)
        if entry.edited:
            top += QFontMetricsF(self._edited_font()).height()
        elif entry.flags:
            left += size * 0.7
        return QRectF(left, top, size, size)

    def _bookmark_place(self, row: int) -> QRectF:
        """Where a row's bookmark is: to the right of its number."""
        page = self._page
        height = page.typography.line * 0.56
        width = height * 0.55
        baseline = page.geometry.top(row) - self.offset + page.rise(row, Side.SOURCE)
        return QRectF(self.width() - width - page.typography.line * 0.1, baseline - height * 0.86, width, height)

    def _mark_at(self, place: QPointF) -> tuple[Row, Annotation | None] | None:
        """The row whose slip or bookmark (None) is at a place of this widget, with the note."""
        page = self._page
        if not page.rows or not (page.marks.notes or page.marks.bookmarks):
            return None
        # A mark may hang below its row, in the gap.
        row = page.geometry.row_at(place.y() + self.offset)
        entry = page.rows[row]
        notes = () if entry.block is None else page.marks.notes.get(entry.block, ())
        if notes and _grown(self._note_place(row)).contains(place):
            return entry, notes[0]
        if entry.block in page.marks.bookmarks and _grown(self._bookmark_place(row)).contains(place):
            return entry, None
        return None

    def _tell_mark(self, row: Row, note: Annotation | None) -> str:
        """What a tool tip says of a row's slip, which is all notes that begin there, or of its bookmark."""
        if note is not None:
            notes = () if row.block is None else self._page.marks.notes.get(row.block, ())
            return tip("\n\n".join(one.note or "" for one in notes))
        bookmark = None if row.block is None else self._page.marks.bookmarks.get(row.block)
        label = bookmark.label if bookmark is not None else None
        return tip(self.tr("Bookmark: {label}").format(label=isolate(label)) if label else self.tr("Bookmark"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(QPointF(event.pos()))
            said = self.explanation(event.pos().y()) if mark is None else self._tell_mark(*mark)
            if said:
                QToolTip.showText(event.globalPos(), said, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton
        mark = self._mark_at(event.position()) if inside else None
        if mark is not None:
            entry, note = mark
            if note is not None:
                self.note_clicked.emit(note.id)
            elif entry.block is not None:
                self.bookmark_clicked.emit(self._page.marks.bookmarks[entry.block].id)
            return
        row = self._page.geometry.row_at(event.position().y() + self.offset) if self._page.rows else -1
        if inside and row >= 0 and (block := self._page.rows[row].block) is not None:
            self.clicked.emit(block)

    def explanation(self, y: int) -> str:
        """What there is to know of the row at ``y`` (in this widget); empty in an empty page."""
        if not self._page.rows:
            return ""
        return self._explain(self._page.rows[self._page.geometry.row_at(y + self.offset)])


def _grown(place: QRectF) -> QRectF:
    return place.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)


def _ribbon(place: QRectF) -> QPainterPath:
    """A bookmark: a ribbon with a notch at its lower end."""
    path = QPainterPath(place.topLeft())
    path.lineTo(place.topRight())
    path.lineTo(place.bottomRight())
    path.lineTo(place.center().x(), place.bottom() - place.width() * 0.5)
    path.lineTo(place.bottomLeft())
    path.closeSubpath()
    return path


def _slip(place: QRectF) -> QPainterPath:
    """A note: a slip of paper with a corner turned down, and two lines on it."""
    corner = place.width() * 0.34
    path = QPainterPath(place.topLeft())
    path.lineTo(place.topRight())
    path.lineTo(place.right(), place.bottom() - corner)
    path.lineTo(place.right() - corner, place.bottom())
    path.lineTo(place.bottomLeft())
    path.closeSubpath()
    for share, end in ((0.32, 0.76), (0.62, 0.5)):
        y = place.top() + place.height() * share
        path.moveTo(place.left() + place.width() * 0.24, y)
        path.lineTo(place.left() + place.width() * end, y)
    return path
