"""The list of all notes: a line for each, with its words, its note, and where and when that was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.arabic.direction import is_arabic
from reader.gui import fonts
from reader.gui import theme as themes
from reader.gui.colours import colour_name
from reader.gui.i18n import isolate, short_date
from reader.gui.note_cards import ARABIC_RATIO, SHOWN_PARAGRAPH, shortened
from reader.gui.notebook import BOOKMARK
from reader.gui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.gui.notebook import Entry
    from reader.gui.theme import Theme

ENTRY = Qt.ItemDataRole.UserRole
_PADDING, _BETWEEN, _INDENT, _BAR = 9, 2, 12, 4
"""Pixels over and under an entry's texts, between the last two, beside them, and for the line in its colour."""
LATIN_RATIO = 1.05
"""The size of the serif by that of the window's type."""
Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """The notes that are wanted, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()
        self.labels: Mapping[str, str | None] = {}

    def show(self, entries: Sequence[Entry], labels: Mapping[str, str | None]) -> None:
        """Lists these; ``labels`` are what a person calls the colours."""
        self.beginResetModel()
        self.entries, self.labels = entries, labels
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, and never changed
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The Entry, and for a screen reader all that its line says."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (*(shortened(quote) for quote in entry.quotes), entry.note, self.foot(entry))
            return ". ".join(part for part in parts if part)
        return None

    def foot(self, entry: Entry) -> str:
        """Where and when: the last part of a line."""
        parts = [shortened(entry.title, 70), *entry.tags, short_date(entry.changed)]
        if entry.kind == BOOKMARK:
            parts.insert(0, self.tr("Bookmark"))
        elif entry.colour is not None:
            parts.insert(0, colour_name(entry.colour, self.labels.get(entry.colour)))
        if entry.lost:
            parts.insert(0, self.tr("Not found in the text"))
        return " · ".join(isolate(part) for part in parts if part)


class NotesDelegate(QStyledItemDelegate):
    """Draws a line: the words in their own face and direction, the note, and where and when. All lines are as high,
    so that a list of thousands is there at once."""

    def __init__(self, model: NotesModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        heights = (QFontMetricsF(font).lineSpacing() for font in (_arabic(option.font), option.font, option.font))
        return QSize(0, round(sum(heights)) + 2 * _PADDING + _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws the line."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, own, painter, view)
        entry: Entry = index.data(ENTRY)
        palette = view.palette()
        ink, muted = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        place = QRectF(option.rect).adjusted(_INDENT + _BAR, _PADDING, -_INDENT - _BAR, -_PADDING)
        painter.save()
        self._draw_bar(painter, option, entry)
        high = QFontMetricsF(_arabic(option.font)).lineSpacing()
        quote_line = QRectF(place.left(), place.top(), place.width(), high)
        if len(entry.quotes) > 1:
            half = (place.width() - 2 * _INDENT) / 2
            left = QRectF(place.left(), place.top(), half, high)
            right = QRectF(place.right() - half, place.top(), half, high)
            # As in the text: the Arabic on the right.
            self._draw(painter, right, entry.quotes[0], option.font, ink)
            self._draw(painter, left, entry.quotes[1], option.font, ink)
        else:
            quote = shortened(entry.quotes[0], SHOWN_PARAGRAPH) if entry.kind == BOOKMARK else entry.quotes[0]
            self._draw(painter, quote_line, quote, option.font, ink)
        low = QFontMetricsF(option.font).lineSpacing()
        note_line = QRectF(place.left(), quote_line.bottom(), place.width(), low)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        note = shortened(entry.note, 300)
        _write(painter, note_line, note, option.font, ink, mirrored, own_way=is_arabic(note))
        foot_line = note_line.translated(0, low + _BETWEEN)
        colour = QColor(self.theme.flag) if entry.lost else muted
        _write(painter, foot_line, self._model.foot(entry), option.font, colour, mirrored)
        painter.restore()

    def _draw_bar(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        x = option.rect.right() - _INDENT / 2 if mirrored else option.rect.left() + _INDENT / 2
        top, bottom = option.rect.top() + _PADDING, option.rect.bottom() - _PADDING
        ink = self.theme.edge if entry.colour is None else themes.mark(self.theme, entry.colour)
        painter.fillRect(QRectF(x - _BAR / 2, top, _BAR, bottom - top), QColor(ink))

    def _draw(self, painter: QPainter, place: QRectF, text: str, base: QFont, ink: QColor) -> None:
        """Words of the text, in their own face and direction."""
        arabic = is_arabic(text)
        font = _arabic(base) if arabic else fonts.latin(base.pointSizeF() * LATIN_RATIO)
        _write(painter, place, " ".join(text.split()), font, ink, arabic)


def _arabic(base: QFont) -> QFont:
    return fonts.arabic(base.pointSizeF() * ARABIC_RATIO)


def _write(
    painter: QPainter,
    place: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    from_right: bool,
    *,
    own_way: bool | None = None,
) -> None:
    """Writes one line, cut where it is too long, from the edge that it begins at; ``own_way`` is whether it runs from
    right to left where that is not the same."""
    metrics = QFontMetricsF(font)
    option = QTextOption()
    rtl = from_right if own_way is None else own_way
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    edge = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(place, metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width()), option)
