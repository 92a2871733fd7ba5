"""The library's list: each piece by its Arabic title, with the translation and the date below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QListView, QMenu, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from reader.gui import fonts
from reader.gui.i18n import isolate, short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QObject, QPoint
    from PySide6.QtGui import QAction, QFont, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.gui.theme import Theme
    from reader.model import PieceSummary

Index = QModelIndex | QPersistentModelIndex

SUMMARY = Qt.ItemDataRole.UserRole
MARGIN, PADDING, GAP = 10, 8, 3
"""In pixels: around a row, inside it, and between its title and what is below."""
TITLE_LINES, BELOW_LINES = 3, 2
RADIUS = 6
TITLE_RATIO, BELOW_RATIO = 1.35, 0.92
"""The sizes of title and line below by that of the window's type; Amiri is drawn small in its em."""


def date_of(summary: PieceSummary) -> str:
    """The article's date, or the day it was saved where the page named none; isolated, to stand in any line."""
    return isolate(short_date(summary.published or summary.created))


def spoken(summary: PieceSummary) -> str:
    """What a screen reader says of a piece, and a tool tip shows: title, translation, date."""
    parts = (summary.title or summary.opening, summary.title_translation, date_of(summary))
    return "\n".join(part for part in parts if part)


class Pieces(QAbstractListModel):
    """The summaries, in the library's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summaries: list[PieceSummary] = []

    def show(self, summaries: Sequence[PieceSummary]) -> None:
        """Replaces what the list holds."""
        self.beginResetModel()
        self._summaries = list(summaries)
        self.endResetModel()

    def row_of(self, piece_id: int | None) -> int | None:
        """The row of a piece, None where the list has it not."""
        return next((row for row, one in enumerate(self._summaries) if one.id == piece_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many pieces there are."""
        return 0 if parent.isValid() else len(self._summaries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A piece's title, its summary, or what a screen reader says of it."""
        if not index.isValid():
            return None
        summary = self._summaries[index.row()]
        title = summary.title or summary.opening
        if role == SUMMARY:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(summary)
        return None


@dataclass(frozen=True, slots=True)
class _Row:
    """The laid-out texts of one row and its height in pixels."""

    title: QTextLayout
    below: QTextLayout
    height: float


class PieceDelegate(QStyledItemDelegate):
    """Draws a piece: the Arabic title from the right in a Naskh face, what is below it from the left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._rows: dict[tuple[PieceSummary, int], _Row] = {}

    def set_theme(self, theme: Theme) -> None:
        """The colours to draw in."""
        self._theme = theme

    def forget(self) -> None:
        """Lays every row out anew: the type, the width or the language is another."""
        self._rows.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row as its texts are laid out."""
        width = self._width(option)
        return QSize(0, round(self._row(option.font, index, width).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        if self._theme is None:
            return
        row = self._row(option.font, index, self._width(option))
        box = QRectF(option.rect).adjusted(MARGIN, 1, -MARGIN, -1)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        state = option.state
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.chosen))
            painter.setOpacity(1.0 if state & QStyle.StateFlag.State_Selected else 0.5)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            painter.setOpacity(1.0)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self._theme.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        left, top = box.left() + PADDING, box.top() + PADDING
        painter.setPen(QColor(self._theme.ink))
        row.title.draw(painter, QPointF(left, top))
        painter.setPen(QColor(self._theme.muted))
        row.below.draw(painter, QPointF(left, top + row.title.boundingRect().height() + GAP))
        painter.restore()

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return max(40, width - 2 * (MARGIN + PADDING))

    def _row(self, font: QFont, index: Index, width: int) -> _Row:
        summary: PieceSummary = index.data(SUMMARY)
        key = summary, width
        row = self._rows.get(key)
        if row is None:
            size = font.pointSizeF()
            small = fonts.interface("en", font)
            small.setPointSizeF(size * BELOW_RATIO)
            rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
            text, translation = summary.title or summary.opening, summary.title_translation or ""
            title = _lay_out(text, "", fonts.arabic(size * TITLE_RATIO), width, TITLE_LINES, rtl)
            date = f" · {date_of(summary)}" if translation else date_of(summary)
            under = _lay_out(translation, date, small, width, BELOW_LINES, ltr)
            height = title.boundingRect().height() + under.boundingRect().height() + GAP + 2 * PADDING + 2
            row = self._rows[key] = _Row(title, under, height)
        return row


def _lay_out(text: str, tail: str, font: QFont, width: int, lines: int, direction: Qt.LayoutDirection) -> QTextLayout:
    """``text`` and ``tail`` in at most so many lines of ``width`` pixels; ``text`` gives up words for an ellipsis
    where they do not fit."""
    layout = _wrapped(text + tail, font, width, direction)
    while layout.lineCount() > lines and text:
        text = text[: text.rstrip().rfind(" ") + 1].rstrip()
        layout = _wrapped(f"{text}…{tail}", font, width, direction)
    return layout


def _wrapped(text: str, font: QFont, width: int, direction: Qt.LayoutDirection) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(direction)
    rtl = direction is Qt.LayoutDirection.RightToLeft
    option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


class LibraryPanel(QWidget):
    """The list of saved pieces. A click or Enter asks for one to be opened, Delete for it to be removed."""

    open_asked = Signal(int)
    remove_asked = Signal(int)

    def __init__(self, remove: QAction) -> None:
        super().__init__()
        self.setObjectName("libraryPanel")
        self._remove = remove
        self.heading = QLabel()
        self.heading.setObjectName("panelHeading")
        self.empty = QLabel()
        self.empty.setObjectName("panelHint")
        self.empty.setWordWrap(True)
        self.pieces = Pieces(self)
        self.delegate = PieceDelegate(self)
        self.list = QListView()
        self.list.setObjectName("pieces")
        self.list.setModel(self.pieces)
        self.list.setItemDelegate(self.delegate)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.selectionModel().currentChanged.connect(self._note_current)
        self.addAction(remove)
        remove.triggered.connect(self._ask_remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.retranslate()
        self.show_pieces((), None)

    def set_theme(self, theme: Theme) -> None:
        """Draws the list in the theme's colours."""
        self.delegate.set_theme(theme)
        self.list.viewport().update()

    def show_pieces(self, summaries: Sequence[PieceSummary], open_piece: int | None) -> None:
        """Fills the list; the piece that is open is the one marked."""
        self.pieces.show(summaries)
        self.empty.setVisible(not summaries)
        self.mark(open_piece)

    def mark(self, piece_id: int | None) -> None:
        """Marks the row of the piece that is open, or none."""
        row = self.pieces.row_of(piece_id)
        if row is None:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        else:
            self.list.setCurrentIndex(self.pieces.index(row, 0))
        self._note_current()

    def retranslate(self) -> None:
        """Sets the panel's own texts in the language of the moment."""
        self.heading.setText(self.tr("LIBRARY"))
        self.empty.setText(self.tr("Nothing saved yet. Ctrl+S saves what you are reading."))
        self.list.setAccessibleName(self.tr("Library"))
        self.delegate.forget()
        self.list.doItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() in (event.Type.LanguageChange, event.Type.FontChange):
            self.retranslate()
        super().changeEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.open_asked.emit(index.data(SUMMARY).id)

    def _note_current(self) -> None:
        self._remove.setEnabled(self.list.currentIndex().isValid())

    def _ask_remove(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.remove_asked.emit(index.data(SUMMARY).id)

    def _show_menu(self, where: QPoint) -> None:
        if not self.list.indexAt(where).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._remove)
        menu.popup(self.list.viewport().mapToGlobal(where))
