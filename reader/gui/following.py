"""What another window or process makes of the piece that is open shows here too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.desk import Desk
    from reader.gui.shelf import Shelf
    from reader.model import Piece


class Following(QObject):
    """Reads the open piece anew whenever the library was changed from elsewhere, and has the desk take that over; an
    article that was saved elsewhere is then known to be saved. Marks and lists follow by themselves."""

    def __init__(self, desk: Desk, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._shelf = desk, shelf
        self._piece: int | None = None
        self._reading = 0
        shelf.overtaken.connect(self.look)
        desk.changed.connect(self._note_piece)

    def look(self) -> None:
        """Reads the open piece anew."""
        self._shelf.cancel(self._reading)
        piece, saves = self._desk.piece, self._desk.saves
        if piece is None:
            self._desk.recognise()
            return

        def work() -> Iterator[Piece]:
            yield self._shelf.on_lane().get(piece)

        def take(stored: Piece) -> None:
            if self._desk.saves == saves:
                self._desk.take_stored(stored)
            else:  # what was read is older than what was kept since
                self.look()

        # A piece that went meanwhile is nothing to take over, and whoever took it away says what there is to say.
        self._reading = self._shelf.run(work, take, lambda _: None)

    def _note_piece(self) -> None:
        """An article that was just saved may have been a piece already, with what another window made of it."""
        piece, self._piece = self._piece, self._desk.piece
        if self._piece not in (None, piece) and self._desk.found is None:
            self.look()
