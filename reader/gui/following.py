"""What another window or process makes of the piece that is open shows here too."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.gui.desk import is_same
from reader.gui.jobs import SLICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.desk import Desk
    from reader.gui.shelf import Shelf
    from reader.model import Pair, Piece


class Following(QObject):
    """Reads the open piece anew whenever the library was changed from elsewhere, and has the desk take over what is
    another there, a little at a time; an article that was saved elsewhere is then known to be saved. Marks and lists
    follow by themselves."""

    def __init__(self, desk: Desk, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._shelf = desk, shelf
        self._piece: int | None = None
        self._reading = self._saves = 0
        self._others: deque[Pair] = deque()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._take_some)
        shelf.overtaken.connect(self.look)
        desk.opened.connect(self._begin)
        desk.changed.connect(self._note_piece)

    def look(self) -> None:
        """Reads the open piece anew."""
        self._shelf.cancel(self._reading)
        self._others.clear()
        piece, known = self._desk.piece, dict(self._desk.pairs)
        if piece is None:
            self._desk.recognise()
            return
        self._saves = self._desk.saves

        def work() -> Iterator[tuple[Piece, list[Pair]]]:
            stored = self._shelf.on_lane().get(piece)
            yield stored, [pair for pair in stored.pairs if not is_same(known.get(pair.index), pair)]

        def take(found: tuple[Piece, list[Pair]]) -> None:
            stored, others = found
            if self._desk.saves != self._saves:  # what was read is older than what was kept since
                self.look()
            elif self._desk.piece == piece and not self._desk.take_text(stored):
                self._others.extend(others)
                self._take_some()

        # A piece that went meanwhile is nothing to take over, and whoever took it away says what there is to say.
        self._reading = self._shelf.run(work, take, lambda _: None)

    def _take_some(self) -> None:
        until = time.monotonic() + SLICE
        while self._others:
            if self._desk.saves != self._saves:
                self.look()
                return
            self._desk.take_stored(self._others.popleft())
            if time.monotonic() > until:
                self._turn.start()
                return

    def _begin(self) -> None:
        """What is open was just read."""
        self._others.clear()
        self._piece = self._desk.piece

    def _note_piece(self) -> None:
        """An article that was just saved may have been a piece already, with what another window made of it."""
        before, self._piece = self._piece, self._desk.piece
        if self._piece not in (None, before):
            self.look()
