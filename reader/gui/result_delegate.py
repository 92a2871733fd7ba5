"""How a search result is drawn: the title, where the words stand, and the passage with the words marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate

from reader.arabic.direction import is_arabic
from reader.gui import fonts
from reader.gui.catalogue import site_of
from reader.gui.i18n import isolate
from reader.gui.linked import to_utf16
from reader.gui.piece_delegate import BELOW_RATIO, GAP, PADDING, draw_ground, edges, lay_out, row_box, title_font
from reader.gui.piece_rows import day_of, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QListView, QStyleOptionViewItem

    from reader.gui.theme import Theme
    from reader.model import Hit, Span

    Index = QModelIndex | QPersistentModelIndex

HIT = Qt.ItemDataRole.UserRole
TITLE_LINES, SNIPPET_LINES = 2, 4
SNIPPET_RATIO = 1.25
"""The size of an Arabic passage by that of the window's type."""
KEPT = 400
"""How many results are kept as they were laid out."""


def where_of(hit: Hit) -> str:
    """Where in the piece the words stand, in the window's language."""
    names = {
        "text": QCoreApplication.translate("Results", "Arabic text"),
        "translation": QCoreApplication.translate("Results", "Translation"),
        "note": QCoreApplication.translate("Results", "Note"),
        "title": QCoreApplication.translate("Results", "Title"),
        "tag": QCoreApplication.translate("Results", "Tag"),
        "name": QCoreApplication.translate("Results", "Byline"),
    }
    return names.get(hit.where, hit.where)


@dataclass(frozen=True, slots=True)
class _Laid:
    """The laid-out texts of one result; no snippet where the title is what matched."""

    title: QTextLayout
    snippet: QTextLayout | None

    @property
    def height(self) -> float:
        return self.title.boundingRect().height() + (self.snippet.boundingRect().height() if self.snippet else 0)


class ResultDelegate(QStyledItemDelegate):
    """Draws a Hit. What matched is bold, underlined and on a ground of its own."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme: Theme | None = None
        self._laid: dict[tuple[object, ...], _Laid] = {}

    def set_theme(self, theme: Theme) -> None:
        """The colours to draw in."""
        self._theme = theme
        self._laid.clear()

    def forget(self) -> None:
        """Lays every result out anew: the type is another."""
        self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        laid = self._lay(self._view.font(), index.data(HIT))
        foot = QFontMetricsF(_foot_font(option.font)).height()
        return QSize(0, round(laid.height + foot + 2 * GAP + 2 * PADDING + 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        if theme is None:
            return
        hit: Hit = index.data(HIT)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = row_box(option.rect)
        draw_ground(painter, option, box, theme)
        laid = self._lay(self._view.font(), hit)
        painter.setPen(QColor(theme.ink))
        place = QPointF(box.left() + PADDING, box.top() + PADDING)
        laid.title.draw(painter, place)
        place.setY(place.y() + laid.title.boundingRect().height() + GAP)
        foot = QRectF(place.x(), place.y(), box.width() - 2 * PADDING, QFontMetricsF(_foot_font(option.font)).height())
        self._draw_foot(painter, option, foot, hit, theme)
        if laid.snippet is not None:
            painter.setPen(QColor(theme.ink))
            laid.snippet.draw(painter, QPointF(place.x(), foot.bottom() + GAP))
        painter.restore()

    def _draw_foot(self, painter: QPainter, option: QStyleOptionViewItem, line: QRectF, hit: Hit, theme: Theme) -> None:
        parts = (where_of(hit), day_of(hit.piece), isolate(site_of(hit.piece.source)))
        text = " · ".join(part for part in parts if part.strip("\u2068\u2069"))
        font = _foot_font(option.font)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        start, _ = edges(option)
        direction = Qt.TextFlag.TextForceRightToLeft if mirrored else Qt.TextFlag.TextForceLeftToRight
        flags = (start | Qt.AlignmentFlag.AlignVCenter).value | direction.value | Qt.TextFlag.TextSingleLine.value
        elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, flags, elided)

    def _lay(self, font: QFont, hit: Hit) -> _Laid:
        width = max(int(row_box(self._view.viewport().rect()).width()) - 2 * PADDING, 40)
        title = title_of(hit.piece)
        key = title, hit.snippet, hit.marks, width, font.key()
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) >= KEPT:
                self._laid.clear()
            same = hit.snippet == title
            laid = self._laid[key] = _Laid(
                self._set(title, hit.marks if same else (), width, TITLE_LINES, font, title=True),
                None if same else self._set(hit.snippet, hit.marks, width, SNIPPET_LINES, font, title=False),
            )
        return laid

    def _set(
        self, text: str, marks: Sequence[Span], width: int, lines: int, base: QFont, *, title: bool
    ) -> QTextLayout:
        arabic = is_arabic(text)
        points = base.pointSizeF()
        if title:
            font = title_font(base, arabic=arabic)
        else:
            font = fonts.arabic(points * SNIPPET_RATIO) if arabic else fonts.latin(points)
        bold = (fonts.arabic if arabic else fonts.latin)(font.pointSizeF(), bold=True)
        text = text.replace("\n", " ")
        formats = [self._mark(text, mark, bold) for mark in marks]
        return lay_out(text, font, width, lines, arabic=arabic, formats=formats)

    def _mark(self, text: str, mark: Span, bold: QFont) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = to_utf16(text, mark[0])
        made.length = to_utf16(text, mark[1]) - made.start
        style = QTextCharFormat()
        style.setFont(bold)
        style.setFontUnderline(True)
        if self._theme is not None:
            style.setBackground(QColor(self._theme.found))
            style.setForeground(QColor(self._theme.ink))
            style.setUnderlineColor(QColor(self._theme.found_mark))
        made.format = style
        return made


def _foot_font(font: QFont) -> QFont:
    """The type of the line below a title, which has words of the window's language."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * BELOW_RATIO)
    return small
