"""The rows of the library's list as Qt's views ask for them: pieces, and the headings of groups between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QLocale,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.gui.catalogue import Group, Heading, date_of
from reader.gui.i18n import isolate, short_date
from reader.model import PieceSummary, ReadState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex

SUMMARY = Qt.ItemDataRole.UserRole
HEADING = Qt.ItemDataRole.UserRole + 1

DRAGGED = "application/x-muwazi-pieces"
"""The kind of what is dragged out of the list: the numbers of pieces, with spaces between them."""


def title_of(piece: PieceSummary) -> str:
    """What a list calls a piece: its title, or else the first words of its text."""
    return piece.title or piece.opening


def day_of(piece: PieceSummary) -> str:
    """The article's date, or the day it was saved where the page named none; isolated, to stand in any line."""
    return isolate(short_date(date_of(piece)))


def dragged_pieces(data: QMimeData) -> list[int]:
    """The numbers of the pieces that are dragged, none where it is something else."""
    return [int(number) for number in bytes(data.data(DRAGGED).data()).split()] if data.hasFormat(DRAGGED) else []


class Pieces(QAbstractTableModel):
    """The rows, in one column. Renaming changes nothing here: it asks, and what comes of it is shown anew."""

    rename_asked = Signal(int, str)
    """A piece, and the name that it is to have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Heading | PieceSummary] = ()
        self._row_of: dict[int, int] = {}

    def show(self, rows: Sequence[Heading | PieceSummary]) -> bool:
        """Replaces what the list holds. False where the same pieces stand in the same rows as before, be they changed:
        the views then keep what is chosen."""
        same = len(rows) == len(self._rows) and all(map(_is_same, rows, self._rows))
        if not same:
            self.beginResetModel()
        self._rows = rows
        if same:
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return False
        self._row_of = {row.id: at for at, row in reversed(list(enumerate(rows))) if isinstance(row, PieceSummary)}
        self.endResetModel()
        return True

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [at for at, row in enumerate(self._rows) if isinstance(row, Heading)]

    def row_of(self, piece_id: int | None) -> int | None:
        """The first row of a piece, None where the list has it not."""
        return None if piece_id is None else self._row_of.get(piece_id)

    def piece(self, row: int) -> PieceSummary | None:
        """The piece in a row, None where a heading is or nothing."""
        entry = self._rows[row] if 0 <= row < len(self._rows) else None
        return entry if isinstance(entry, PieceSummary) else None

    def count(self) -> int:
        """How many pieces the list holds."""
        return len(self._row_of)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            if role == HEADING:
                return row
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.heading_text(row) if spoken else None
        if role == SUMMARY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return title_of(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.spoken(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        piece = self.piece(index.row())
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or piece is None or name == title_of(piece):
            return False
        self.rename_asked.emit(piece.id, name)
        return True

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        pieces = (piece for index in indexes if (piece := self.piece(index.row())) is not None)
        data.setData(DRAGGED, b" ".join(str(number).encode() for number in sorted({piece.id for piece in pieces})))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def heading_text(self, heading: Heading) -> str:
        """What stands over a group."""
        if heading.group is Group.MONTH:
            return month_text(heading.key) or self.tr("Without a date")
        if heading.group is Group.COLLECTION:
            return heading.key or self.tr("In no collection")
        if heading.group is Group.SOURCE:
            return heading.key or self.tr("Pasted, or from a file")
        return self.state_text(ReadState(heading.key))

    def state_text(self, state: ReadState) -> str:
        """How far a piece is read, in a word."""
        texts = {
            ReadState.UNREAD: self.tr("Unread"),
            ReadState.READING: self.tr("Being read"),
            ReadState.READ: self.tr("Read"),
        }
        return texts[state]

    def notes_text(self, piece: PieceSummary) -> str:
        """How many notes are on a piece, "" for none."""
        return self.tr("Notes: {count}").format(count=QLocale().toString(piece.notes)) if piece.notes else ""

    def spoken(self, piece: PieceSummary) -> str:
        """What a screen reader says of a piece, and a tool tip shows."""
        parts: Iterable[str | None] = (
            title_of(piece),
            piece.title_translation,
            day_of(piece),
            self.tr("Starred") if piece.starred else None,
            self.state_text(piece.state),
            self.notes_text(piece),
            isolate(", ".join(piece.collections)) if piece.collections else None,
            isolate(" ".join(f"#{tag}" for tag in piece.tags)) if piece.tags else None,
        )
        return "\n".join(part for part in parts if part)


def month_text(month: str) -> str:
    """ "2021-03" as "March 2021" in the window's language; as it is where it names none."""
    year, _, number = month.partition("-")
    if not (year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12):
        return month
    return QLocale().toString(QDate(int(year), int(number), 1), "MMMM yyyy")


def _is_same(one: Heading | PieceSummary, other: Heading | PieceSummary) -> bool:
    if isinstance(one, PieceSummary):
        return isinstance(other, PieceSummary) and one.id == other.id
    return isinstance(other, Heading) and (one.group, one.key) == (other.group, other.key)
