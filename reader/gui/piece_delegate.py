"""How a piece is drawn in the library's list: its title in a Naskh face, its translation, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate

from reader.arabic.direction import is_arabic
from reader.gui import fonts
from reader.gui.catalogue import Heading, site_of
from reader.gui.i18n import isolate
from reader.gui.piece_rows import HEADING, SUMMARY, day_of, title_of
from reader.model import ReadState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect
    from PySide6.QtGui import QFont, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from reader.gui.piece_rows import Pieces
    from reader.gui.theme import Theme
    from reader.model import PieceSummary

    Index = QModelIndex | QPersistentModelIndex

MARGIN, PADDING, GAP = 10, 8, 3
"""In pixels: around a row, inside it, and between its title and what is below."""
TITLE_LINES, TEXT_LINES = 2, 3
"""Lines of the title, and of title and translation together, at most: so every row is as tall as any other, and a list
of thousands is laid out at once."""
RADIUS = 6
TITLE_RATIO, BELOW_RATIO = 1.35, 0.92
"""The sizes of title and line below by that of the window's type; Amiri is drawn small in its em."""
MARK = 7
"""The width of the mark of a piece that is not read, in pixels."""
KEPT_ROWS = 400
"""How many rows are kept as they were laid out."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The laid-out texts of one row."""

    title: QTextLayout
    translation: QTextLayout


class PieceDelegate(QStyledItemDelegate):
    """Draws a piece: an Arabic title from the right, its English from the left, and at the foot whether it is read, its
    date, where it is from and its star."""

    def __init__(self, rows: Pieces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces = rows
        self._theme: Theme | None = None
        self._rows: dict[tuple[object, ...], _Row] = {}
        self.open_piece: int | None = None

    def set_theme(self, theme: Theme) -> None:
        """The colours to draw in."""
        self._theme = theme

    def forget(self) -> None:
        """Lays every row out anew: the type or the language is another."""
        self._rows.clear()

    def row_height(self, font: QFont) -> int:
        """The height of a piece's row in pixels."""
        title, below = QFontMetricsF(title_font(font, arabic=True)), QFontMetricsF(below_font(font))
        texts = TITLE_LINES * title.height() + (TEXT_LINES - TITLE_LINES) * below.height()
        return round(texts + GAP + below.height() + 2 * PADDING + 2)

    def heading_height(self, font: QFont) -> int:
        """The height of a heading's row in pixels."""
        return round(QFontMetricsF(font).height() + 2 * PADDING)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(HEADING), Heading)
        return QSize(0, self.heading_height(option.font) if heading else self.row_height(option.font))

    def star_rect(self, row: QRect, font: QFont, piece: PieceSummary, *, mirrored: bool) -> QRectF:
        """Where the star is drawn in a row, and can be clicked, in the view's pixels."""
        line = self._foot(row, font, piece)
        side = line.height() + 4
        left = line.left() - 2 if mirrored else line.right() + 2 - side
        return QRectF(left, line.center().y() - side / 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._theme is None:
            return
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        heading = index.data(HEADING)
        if isinstance(heading, Heading):
            self._draw_heading(painter, option, heading)
        else:
            self._draw_piece(painter, option, index.data(SUMMARY), self._theme)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("cellEditor")
        editor.setAccessibleName(self.tr("Name of the piece"))
        arabic = is_arabic(title_of(index.data(SUMMARY)))
        editor.setFont(title_font(option.font, arabic=arabic))
        editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight)
        editor.setPlaceholderText(self.tr("The article's own title"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        box = row_box(option.rect).toRect()
        editor.setGeometry(box.left(), box.top() + 4, box.width(), editor.sizeHint().height())

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading) -> None:
        theme = self._theme
        assert theme is not None
        font = below_font(option.font)
        font.setBold(True)
        box = QRectF(option.rect).adjusted(MARGIN + PADDING, PADDING, -MARGIN - PADDING, -2)
        count = QLocale().toString(heading.count)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(
            self._pieces.heading_text(heading),
            Qt.TextElideMode.ElideRight,
            box.width() - metrics.horizontalAdvance(count) - 12,
        )
        start, end = edges(option)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(box, start | Qt.AlignmentFlag.AlignVCenter, text)
        painter.drawText(box, end | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setPen(QColor(theme.rule))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _draw_piece(self, painter: QPainter, option: QStyleOptionViewItem, piece: PieceSummary, theme: Theme) -> None:
        box = row_box(option.rect)
        draw_ground(painter, option, box, theme)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        if piece.id == self.open_piece:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            edge = box.right() - 3 if mirrored else box.left()
            painter.drawRoundedRect(QRectF(edge, box.top() + 6, 3, box.height() - 12), 1.5, 1.5)
        row = self._row(option.font, piece, box)
        left, top = box.left() + PADDING, box.top() + PADDING
        painter.setPen(QColor(theme.ink))
        row.title.draw(painter, QPointF(left, top))
        painter.setPen(QColor(theme.muted))
        row.translation.draw(painter, QPointF(left, top + row.title.boundingRect().height()))
        star = self.star_rect(option.rect, option.font, piece, mirrored=mirrored)
        self._draw_foot(painter, option, piece, star)
        state = option.state
        if piece.starred:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawPath(_star(star))
        elif state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(QColor(theme.muted), 1.1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_star(star))

    def _draw_foot(self, painter: QPainter, option: QStyleOptionViewItem, piece: PieceSummary, star: QRectF) -> None:
        theme = self._theme
        assert theme is not None
        font = below_font(option.font)
        metrics = QFontMetricsF(font)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        line = self._foot(option.rect, option.font, piece)
        line.setWidth(line.width() - star.width())
        if mirrored:
            line.moveLeft(star.right())
        if piece.state is not ReadState.READ:
            across = line.right() - MARK if mirrored else line.left()
            _draw_mark(painter, QRectF(across, line.center().y() - MARK / 2, MARK, MARK), piece.state, theme)
            line.adjust(0 if mirrored else MARK + 5, 0, -MARK - 5 if mirrored else 0, 0)
        parts = (day_of(piece), self._pieces.notes_text(piece), isolate(site_of(piece.source)))
        tags = " ".join(f"#{tag}" for tag in piece.tags)
        text = " · ".join(part for part in (*parts, isolate(tags)) if part.strip("\u2068\u2069"))
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        start, _ = edges(option)
        flags = start | Qt.AlignmentFlag.AlignVCenter
        direction = Qt.TextFlag.TextForceRightToLeft if mirrored else Qt.TextFlag.TextForceLeftToRight
        painter.drawText(line, flags.value | direction.value | Qt.TextFlag.TextSingleLine.value, elided)

    def _foot(self, row: QRect, font: QFont, piece: PieceSummary) -> QRectF:
        """The line below a row's texts, in the view's pixels."""
        box = row_box(row)
        texts = self._row(font, piece, box)
        top = box.top() + PADDING + texts.title.boundingRect().height() + GAP
        top += texts.translation.boundingRect().height()
        return QRectF(box.left() + PADDING, top, box.width() - 2 * PADDING, QFontMetricsF(below_font(font)).height())

    def _row(self, font: QFont, piece: PieceSummary, box: QRectF) -> _Row:
        text, translation, width = title_of(piece), piece.title_translation or "", int(box.width() - 2 * PADDING)
        key = text, translation, width
        row = self._rows.get(key)
        if row is None:
            if len(self._rows) >= KEPT_ROWS:
                self._rows.clear()
            arabic = is_arabic(text)
            title = lay_out(text, title_font(font, arabic=arabic), width, TITLE_LINES, arabic=arabic)
            lines = TEXT_LINES - title.lineCount()
            below = lay_out(translation, below_font(font), width, lines, arabic=False)
            row = self._rows[key] = _Row(title, below)
        return row


def lay_out(
    text: str,
    font: QFont,
    width: int,
    lines: int,
    *,
    arabic: bool,
    formats: Sequence[QTextLayout.FormatRange] = (),
) -> QTextLayout:
    """``text`` in at most so many lines of ``width`` pixels; it gives up its last words for an ellipsis where they do
    not fit. ``formats`` set parts of it otherwise."""
    layout, end = _wrapped(text, font, width, lines, arabic, formats)
    while end < len(text):
        cut = text[:end].rstrip()
        shorter = cut[: cut.rfind(" ")] if " " in cut else cut[:-1]
        layout, _ = _wrapped(f"{cut}…", font, width, lines + 1, arabic, formats)
        if layout.lineCount() <= lines or not shorter:
            break
        end = len(shorter)
    return layout


def _wrapped(
    text: str, font: QFont, width: int, lines: int, arabic: bool, formats: Sequence[QTextLayout.FormatRange]
) -> tuple[QTextLayout, int]:
    """The text in so many lines, and where in it they end, in code points."""
    layout = QTextLayout(text, font)
    if formats:
        layout.setFormats(formats)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if arabic else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height, end = 0.0, 0
    while layout.lineCount() < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, len(text.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore"))


def row_box(row: QRect) -> QRectF:
    """What a row has its ground and outline round."""
    return QRectF(row).adjusted(MARGIN, 1, -MARGIN, -1)


def edges(option: QStyleOptionViewItem) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """The edges where a line of the window's language begins and ends."""
    flag = Qt.AlignmentFlag
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    left, right = flag.AlignLeft | flag.AlignAbsolute, flag.AlignRight | flag.AlignAbsolute
    return (right, left) if mirrored else (left, right)


def title_font(font: QFont, *, arabic: bool) -> QFont:
    """The type of a title in a list, by that of the window."""
    return fonts.arabic(font.pointSizeF() * TITLE_RATIO) if arabic else fonts.latin(font.pointSizeF())


def below_font(font: QFont) -> QFont:
    """The type of what stands below a title."""
    small = fonts.interface("en", font)
    small.setPointSizeF(font.pointSizeF() * BELOW_RATIO)
    return small


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF, theme: Theme) -> None:
    """What is chosen or pointed at stands on a ground of its own; what has the focus has an outline."""
    state = option.state
    chosen = state & QStyle.StateFlag.State_Selected
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chosen))
        painter.setOpacity(1.0 if chosen else 0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setOpacity(1.0)
    if chosen:  # the ground alone is too faint to tell by
        painter.setPen(QColor(theme.outline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(theme.focus))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _draw_mark(painter: QPainter, box: QRectF, state: ReadState, theme: Theme) -> None:
    """A disc for a piece that is unread, half of one for a piece that is being read."""
    painter.setPen(QPen(QColor(theme.accent), 1.2))
    painter.setBrush(QColor(theme.accent) if state is ReadState.UNREAD else Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.6, 0.6, -0.6, -0.6)
    painter.drawEllipse(inner)
    if state is ReadState.READING:
        painter.setBrush(QColor(theme.accent))
        painter.drawPie(inner, 90 * 16, 180 * 16)


def _star(box: QRectF) -> QPainterPath:
    """A star of five points in the middle of a square."""
    centre, radius = box.center(), box.width() * 0.38
    points = [
        QPointF(
            centre.x() + radius * (1 if n % 2 == 0 else 0.42) * sin(n * pi / 5),
            centre.y() - radius * (1 if n % 2 == 0 else 0.42) * cos(n * pi / 5),
        )
        for n in range(10)
    ]
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path
