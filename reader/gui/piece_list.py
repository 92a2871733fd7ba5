"""The library's pieces as a list to choose from: opened, starred, renamed and dragged; quick at any length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTableView

from reader.gui.piece_delegate import PieceDelegate
from reader.gui.piece_rows import SUMMARY, Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from reader.gui.catalogue import Heading
    from reader.gui.theme import Theme
    from reader.model import PieceSummary

ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""What is held to choose more than one."""


class PieceList(QTableView):
    """A table of one column rather than Qt's list: it lays out a row only when it shows, and lets the headings of
    groups be less tall than the pieces."""

    open_asked = Signal(int)
    """A click or Enter asks for a piece to be opened."""
    apart_asked = Signal(int)
    """A click with the middle button asks for a piece to be opened in a window of its own."""
    star_asked = Signal(int)
    """A click on the star of a piece."""
    menu_asked = Signal(QPoint)
    """A menu for what is chosen, at a point of the screen."""
    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pieces")
        self.pieces = Pieces(self)
        self.delegate = PieceDelegate(self.pieces, self)
        self._low: list[int] = []
        self.setModel(self.pieces)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QTableView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(1)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self._measure()

    def set_theme(self, theme: Theme) -> None:
        """Draws the list in the theme's colours."""
        self.delegate.set_theme(theme)
        self.viewport().update()

    def show_rows(self, rows: Sequence[Heading | PieceSummary]) -> None:
        """Replaces what the list holds; what was chosen and is still there stays so, and in its place."""
        chosen, here = self.chosen(), self.current_piece()
        value = self.verticalScrollBar().value()
        if not self.pieces.show(rows):
            self.chosen_changed.emit()
            return
        self._measure()
        self.choose([piece.id for piece in chosen], here)
        self.verticalScrollBar().setValue(value)
        self.chosen_changed.emit()

    def chosen(self) -> list[PieceSummary]:
        """The pieces that are chosen, from the top; each once, be it in several groups."""
        ranges = self.selectionModel().selection()
        rows = sorted(row for part in ranges.toList() for row in range(part.top(), part.bottom() + 1))
        found = {piece.id: piece for row in rows if (piece := self.pieces.piece(row)) is not None}
        return list(found.values())

    def current_piece(self) -> int | None:
        """The piece that the keys act on."""
        piece = self.pieces.piece(self.currentIndex().row())
        return None if piece is None else piece.id

    def choose(self, numbers: Sequence[int], current: int | None) -> None:
        """Chooses these pieces, as far as the list has them, and gives the keys to one of them."""
        selection = QItemSelection()
        rows = sorted(row for number in numbers if (row := self.pieces.row_of(number)) is not None)
        for first, last in _runs(rows):
            selection.select(self.pieces.index(first, 0), self.pieces.index(last, 0))
        row = self.pieces.row_of(current)
        flag = QItemSelectionModel.SelectionFlag
        index = QModelIndex() if row is None else self.pieces.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
        self.selectionModel().select(selection, flag.ClearAndSelect)

    def mark(self, piece_id: int | None) -> None:
        """Marks the piece that is open, or none, chooses it, and brings it into view."""
        self.delegate.open_piece = piece_id
        row = self.pieces.row_of(piece_id)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif piece_id is not None:
            self.choose([piece_id], piece_id)
            self.scrollTo(self.pieces.index(row, 0))
        self.viewport().update()

    def rename(self) -> None:
        """Has the current piece renamed in its place."""
        if self.current_piece() is not None:
            self.setFocus()
            self.edit(self.currentIndex())

    def retranslate(self) -> None:
        """Lays the list out anew: its type or language is another."""
        self.delegate.forget()
        self._measure()
        self.viewport().update()

    def menu_point(self) -> QPoint:
        """Where a menu that a key asks for is to stand, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        index = self.indexAt(point.toPoint())
        piece = self.pieces.piece(index.row())
        if event.button() is Qt.MouseButton.MiddleButton:
            if piece is not None:
                self.apart_asked.emit(piece.id)
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if piece is not None and event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & ADDING:
            star = self.delegate.star_rect(self.visualRect(index), self.font(), piece, mirrored=mirrored)
            if star.contains(point):
                self.star_asked.emit(piece.id)
                return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Chooses a piece where none is: the keys would act on nothing, and nothing would show who has them."""
        super().focusInEvent(event)
        if not self.chosen() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            pieces = (self.pieces.piece(row) for row in range(self.pieces.rowCount()))
            number = self.current_piece() or next((piece.id for piece in pieces if piece is not None), None)
            self.choose([] if number is None else [number], number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Menu and self.current_piece() is not None:
            self.menu_asked.emit(self.menu_point())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        piece = index.data(SUMMARY)
        if piece is not None and not QGuiApplication.keyboardModifiers() & ADDING:
            self.open_asked.emit(piece.id)

    def _ask_menu(self, where: QPoint) -> None:
        if self.pieces.piece(self.indexAt(where).row()) is not None:
            self.menu_asked.emit(self.viewport().mapToGlobal(where))

    def _measure(self) -> None:
        """Gives each row its height: one for all pieces, another for all headings."""
        down, piece = self.verticalHeader(), self.delegate.row_height(self.font())
        if down.defaultSectionSize() != piece:
            down.setDefaultSectionSize(piece)
        for row in self._low:  # a header keeps the heights of rows, whatever becomes of them
            if row < down.count():
                down.resizeSection(row, piece)
        self._low = self.pieces.headings()
        heading = self.delegate.heading_height(self.font())
        for row in self._low:
            down.resizeSection(row, heading)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of numbers that follow one another."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] != rows[at - 1] + 1:
            yield rows[start], rows[at - 1]
            start = at
