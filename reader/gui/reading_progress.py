"""What the library remembers of reading by itself: the place in each piece, and how far it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import ReadState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.desk import Desk
    from reader.gui.pair_view import PairView
    from reader.gui.shelf import Shelf

TOP = (0, 0.0)
"""The reading place of an article that was never scrolled."""


class ReadingProgress(QObject):
    """Keeps the place in a piece when it is left, and goes there when it is opened again. A piece that is opened is
    being read, and is read once its end was seen; what a person says of it by hand stands until it is opened again.

    None of it is a step: nobody would undo having scrolled.
    """

    def __init__(self, desk: Desk, view: PairView, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._view, self._shelf = desk, view, shelf
        self._state: ReadState | None = None
        self._piece: int | None = None
        desk.leaving.connect(self.keep)
        desk.changed.connect(self._note_piece)
        view.moved.connect(self._note_move)

    def place_to_show(self) -> tuple[int, float]:
        """Where to begin with the article that was just opened: a block, and how far down it."""
        return TOP if self._desk.found is None else self._desk.found.place

    def begin(self) -> None:
        """Says that the article that was just opened is shown, at its place."""
        found = self._desk.found
        self._piece = self._desk.piece
        self._state = None if found is None else found.state
        if self._piece is not None and self._state is ReadState.UNREAD:
            self._set(ReadState.READING)

    def keep(self) -> None:
        """Keeps the place in the piece that is open, and whether it is read."""
        piece = self._desk.piece
        if piece is None:
            self._state = None
            return
        block, fraction = self._view.reading_place()
        found = self._desk.found
        if found is None or found.id != piece or (block, fraction) != found.place:
            self._shelf.note(lambda library: library.shelves.set_place(piece, block, fraction))
        if self._view.is_at_end():
            self._finish()
        self._state = None

    def leave_to_person(self) -> None:
        """Leaves how far the open piece is read to the person, who has just said it."""
        self._state = None

    def _note_piece(self) -> None:
        if self._desk.piece != self._piece:
            self._piece = self._desk.piece
            if self._desk.found is None and self._piece is not None:  # it was just saved
                self._state = ReadState.UNREAD
                self._set(ReadState.READING)

    def _note_move(self) -> None:
        """The end has been read only where somebody has scrolled there: what is short has it in view at once."""
        if self._view.is_at_end() and self._view.reading_place() != TOP:
            self._finish()

    def _finish(self) -> None:
        if self._state in (ReadState.UNREAD, ReadState.READING):
            self._set(ReadState.READ)

    def _set(self, state: ReadState) -> None:
        piece = self._desk.piece
        if piece is None:
            return
        self._state = state

        def work() -> Iterator[None]:
            self._shelf.on_lane().shelves.set_state([piece], state)
            yield

        self._shelf.change(work)
