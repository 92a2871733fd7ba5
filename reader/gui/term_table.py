"""The glossary as a table: the Arabic from right to left in Amiri, each cell to be edited in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate

from reader.arabic.direction import is_arabic
from reader.arabic.folding import fold
from reader.gui import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from reader.gui.glossary import Entry

Index = QModelIndex | QPersistentModelIndex

SOURCE, TARGET, NOTE = range(3)
TERM = Qt.ItemDataRole.UserRole
SOUGHT = Qt.ItemDataRole.UserRole + 1
ARABIC_RATIO = 1.35
"""The size of Arabic by that of the window's type: Amiri is drawn small in its em."""


def arabic_font(base: QFont) -> QFont:
    """The face of a term beside type of that font."""
    return fonts.arabic(base.pointSizeF() * ARABIC_RATIO)


class Terms(QAbstractTableModel):
    """The terms, one a row. Editing changes nothing here: it asks, and what comes of it is shown anew."""

    change_asked = Signal(object)
    """A Term with the values it is to have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Replaces what the table holds."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def row_of(self, number: int) -> int | None:
        """The row of the term of that number, None where there is none."""
        return next((row for row, term in enumerate(one.term for one in self._entries) if term.id == number), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, and never changed
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - see above
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:  # over what stands below, whatever the window's direction
            side = Qt.AlignmentFlag.AlignRight if section == SOURCE else Qt.AlignmentFlag.AlignLeft
            absolute = Qt.AlignmentFlag.AlignLeading if section == NOTE else side | Qt.AlignmentFlag.AlignAbsolute
            return absolute | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Term"), self.tr("Translation"), self.tr("Note"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See QAbstractItemModel."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell, and the whole Term."""
        entry = self._entries[index.row()]
        term = entry.term
        if role == TERM:
            return term
        if role == SOUGHT:
            return entry.sought
        text = (term.source, term.target, term.note or "")[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return text
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Asks for a term to be changed, where a cell was given another text."""
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == index.data(role):
            return False
        term = self._entries[index.row()].term
        changed = {
            SOURCE: replace(term, source=text),
            TARGET: replace(term, target=text),
            NOTE: replace(term, note=text or None),
        }
        self.change_asked.emit(changed[index.column()])
        return True


class TermFilter(QSortFilterProxyModel):
    """The terms that hold each word that is sought, however it is spelled."""

    def __init__(self, terms: Terms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSourceModel(terms)

    def seek(self, text: str) -> None:
        """Shows the terms that hold each word of ``text`` in any of their cells."""
        self.beginFilterChange()
        self._words = fold(text).split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """See QSortFilterProxyModel."""
        sought = self.sourceModel().index(row, 0, parent).data(SOUGHT)
        return all(word in sought for word in self._words)


class TermDelegate(QStyledItemDelegate):
    """Draws and edits each cell in its own face and direction, whatever the direction of the window."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """See QStyledItemDelegate."""
        super().initStyleOption(option, index)
        arabic = _is_arabic(index)
        if arabic:
            option.font = arabic_font(option.font)
        option.direction = Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight
        option.displayAlignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line in the cell's own face and direction."""
        editor = QLineEdit(parent)
        editor.setObjectName("cellEditor")
        if _is_arabic(index):
            editor.setFont(arabic_font(option.font))
            editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            editor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        editor.setAccessibleName(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        return editor


def _is_arabic(index: Index) -> bool:
    return index.column() == SOURCE or (index.column() == NOTE and is_arabic(index.data() or ""))
