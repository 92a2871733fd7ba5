"""The sections of the library beside its pieces: all, unread, starred, its collections, its tags, the trash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from reader.gui.catalogue import Catalogue, Kind, Section
from reader.gui.piece_delegate import draw_ground, edges
from reader.gui.piece_rows import DRAGGED, dragged_pieces

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QObject
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
MARGIN, PADDING = 10, 8
LINE = 1.95
"""The height of a row by the size of its type: the Arabic face is far taller in its box than it looks."""
NAMED = (Kind.COLLECTION, Kind.TAG)
"""What a person has named, and may rename and remove."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a section with its number of pieces; or, without a section, a ``heading``, or what makes a collection."""

    text: str
    section: Section | None = None
    count: int = 0
    heading: bool = False


class Sections(QAbstractListModel):
    """The rows. Renaming and dropping change nothing here: they ask, and what comes of it is shown anew."""

    rename_asked = Signal(object, str)
    """A Section that a person has named, and the name that it is to have."""
    dropped = Signal(object, object)
    """The Section on which pieces were dropped, None for a new collection, and their numbers, a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = Catalogue()
        self._entries: list[Entry] = []
        self.show(self._catalogue)

    def show(self, catalogue: Catalogue) -> bool:
        """Lists the sections of the library as it is now; whether they are other rows than before."""
        self._catalogue = catalogue
        entries = self._rows(catalogue)
        same = [(entry.text, entry.section) for entry in entries] == [(one.text, one.section) for one in self._entries]
        if not same:
            self.beginResetModel()
        self._entries = entries
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
        else:
            self.endResetModel()
        return not same

    def retranslate(self) -> None:
        """Says all in the language of the moment."""
        self.show(self._catalogue)

    def find(self, section: Section) -> int | None:
        """The row of a section, by whatever name; None where there is none any more."""
        rows = enumerate(self._entries)
        return next((row for row, one in rows if one.section is not None and one.section.is_same(section)), None)

    def entry(self, row: int) -> Entry | None:
        """What stands in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index.row())
        flag = Qt.ItemFlag
        if entry is None or entry.heading:
            return flag.NoItemFlags
        own = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDropEnabled
        return own | flag.ItemIsEditable if entry.section and entry.section.kind in NAMED else own

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return entry.text
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text} {entry.count}" if entry.section else entry.text
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self.entry(index.row())
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or entry is None or not name or name == entry.text:
            return False
        self.rename_asked.emit(entry.section, name)
        return True

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002
        entry = self.entry(parent.row())
        takes = entry is not None and (entry.section is None or entry.section.kind is not Kind.NOTED)
        return takes and data.hasFormat(DRAGGED)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002
        entry, pieces = self.entry(parent.row()), dragged_pieces(data)
        if entry is not None and pieces:
            self.dropped.emit(entry.section, pieces)
        return False  # or the list that it was dragged out of would take it for moved

    def _rows(self, catalogue: Catalogue) -> list[Entry]:
        plain = (
            (Kind.ALL, self.tr("All pieces")),
            (Kind.UNREAD, self.tr("Unread")),
            (Kind.STARRED, self.tr("Starred")),
            (Kind.NOTED, self.tr("With notes")),
            (Kind.TRASH, self.tr("Trash")),
        )
        rows = [Entry(text, Section(kind), catalogue.numbers.get(kind, 0)) for kind, text in plain]
        rows.append(Entry(self.tr("COLLECTIONS"), heading=True))
        for one in catalogue.collections:
            rows.append(Entry(one.name, Section(Kind.COLLECTION, one.name, one.id), one.pieces))
        rows.append(Entry(self.tr("New collection…")))
        if catalogue.tags:
            rows.append(Entry(self.tr("TAGS"), heading=True))
        rows += [Entry(name, Section(Kind.TAG, name), count) for name, count in catalogue.tags]
        return rows


class SectionDelegate(QStyledItemDelegate):
    """Draws a section: its name, and at the far edge how many pieces are in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """The colours to draw in."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, round(QFontInfo(option.font).pixelSize() * LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        theme = self._theme
        if theme is None:
            return
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(MARGIN, 0.5, -MARGIN, -0.5)
        if not entry.heading:
            draw_ground(painter, option, box, theme)
        self._write(painter, option, entry, box.adjusted(PADDING, 0, -PADDING, 0))
        painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, line: QRectF) -> None:
        theme = self._theme
        assert theme is not None
        font = heading_font(option.font) if entry.heading else option.font
        metrics = QFontMetricsF(font)
        count = "" if entry.section is None else QLocale().toString(entry.count)
        room = line.width() - (metrics.horizontalAdvance(count) + 10 if count else 0)
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, room)
        flag = Qt.AlignmentFlag
        start, end = edges(option)
        low = flag.AlignBottom if entry.heading else flag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(theme.ink if entry.section is not None else theme.muted))
        painter.drawText(line, start | low, text)
        painter.setPen(QColor(theme.muted))
        painter.drawText(line, end | flag.AlignVCenter, count)


class SectionList(QListView):
    """The sections, to choose one of, to name, and to drop pieces on."""

    chosen = Signal(object)
    """The Section that the list is to show."""
    new_asked = Signal()
    """A new collection is wanted."""
    remove_asked = Signal(object)
    """A Section that a person has named is to go."""
    menu_asked = Signal(object, QPoint)
    """A menu for a Section, at a point of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sections")
        self.sections = Sections(self)
        self.delegate = SectionDelegate(self)
        self.setModel(self.sections)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QListView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.section = Section()
        self.clicked.connect(self._take)
        self.activated.connect(self._take)
        self.selectionModel().currentChanged.connect(self._follow)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.show_sections(Catalogue())

    def set_theme(self, theme: Theme) -> None:
        """Draws the list in the theme's colours."""
        self.delegate.set_theme(theme)
        self.viewport().update()

    def show_sections(self, catalogue: Catalogue) -> None:
        """Lists the sections of the library as it is now. Where the one that was shown has gone, all pieces are."""
        wanted = self.section
        self.blockSignals(True)
        self.sections.show(catalogue)
        row = self.sections.find(wanted)
        entry = self.sections.entry(0 if row is None else row)
        self.section = entry.section if entry and entry.section else Section()
        self._go(0 if row is None else row)
        self.blockSignals(False)

    def retranslate(self) -> None:
        """Says all in the language of the moment; what was chosen stays so."""
        self.blockSignals(True)
        self.sections.retranslate()
        self._go(self.sections.find(self.section) or 0)
        self.blockSignals(False)

    def choose(self, section: Section) -> None:
        """Shows a section, as far as there is one."""
        row = self.sections.find(section)
        if row is not None:
            self._go(row)

    def full_height(self) -> int:
        """The height that shows all sections, in pixels."""
        return self.sizeHintForRow(0) * self.sections.rowCount() + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.sections.entry(self.currentIndex().row())
        if entry is None or entry.section is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete and entry.section.kind in NAMED:
            self.remove_asked.emit(entry.section)
        elif event.key() == Qt.Key.Key_Menu:
            self.menu_asked.emit(
                entry.section, self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            )
        else:
            super().keyPressEvent(event)

    def rename(self) -> None:
        """Has the current section renamed in its place."""
        self.setFocus()
        self.edit(self.currentIndex())

    def _go(self, row: int) -> None:
        self.setCurrentIndex(self.sections.index(row))

    def _follow(self, index: QModelIndex) -> None:
        entry = self.sections.entry(index.row())
        if entry is not None and entry.section is not None and entry.section != self.section:
            self.section = entry.section
            self.chosen.emit(entry.section)

    def _take(self, index: QModelIndex) -> None:
        entry = self.sections.entry(index.row())
        if entry is not None and entry.section is None and not entry.heading:
            self.new_asked.emit()

    def _ask_menu(self, where: QPoint) -> None:
        entry = self.sections.entry(self.indexAt(where).row())
        if entry is not None and entry.section is not None:
            self.choose(entry.section)
            self.menu_asked.emit(entry.section, self.viewport().mapToGlobal(where))


def heading_font(font: QFont) -> QFont:
    """The type of a heading in small capitals."""
    small = QFont(font)
    small.setPointSizeF(8)
    small.setBold(True)  # the Arabic face has nothing between that and regular
    return small
