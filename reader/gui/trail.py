"""Back and forward through the pieces and places that the reader has been at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from reader.gui.actions import Actions
    from reader.gui.desk import Desk
    from reader.gui.page_scroll import Place
    from reader.gui.pair_view import PairView
    from reader.model import Article, Pair

LONGEST = 100
"""Stops that are remembered on either side."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An article, the piece that it was or, while it was in no library, its pairs so far, and the place at the top of
    what showed: a block, and how far down it."""

    article: Article
    pairs: tuple[Pair, ...]
    piece: int | None
    place: Place

    def is_of(self, other: Stop) -> bool:
        """Whether both are in one article."""
        return self.article is other.article or (self.piece is not None and self.piece == other.piece)


class Trail(QObject):
    """Remembers a stop whenever another article is opened, and whenever the reader leaps to a place of this one."""

    def __init__(self, desk: Desk, view: PairView, commands: Actions) -> None:
        super().__init__(view)
        self._desk, self._view, self._commands = desk, view, commands
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []
        self._left: Stop | None = None
        self._bound: tuple[list[Stop], list[Stop]] | None = None
        view.leap.begun.connect(lambda: self._remember(self.here()))
        desk.leaving.connect(self._note_leaving)
        desk.opened.connect(self._note_opened)
        desk.failed.connect(lambda _: self._give_up())
        commands.back.triggered.connect(self.back)
        commands.forward.triggered.connect(self.forward)
        self._show_state()

    def here(self) -> Stop | None:
        """Where the reader is; None where nothing is open."""
        desk = self._desk
        if desk.article is None:
            return None
        pairs = tuple(desk.pairs.values()) if desk.piece is None else ()
        return Stop(desk.article, pairs, desk.piece, self._view.reading_place())

    def back(self) -> None:
        """Goes to the stop before; nothing happens where there is none."""
        self._go(self._behind, self._ahead)

    def forward(self) -> None:
        """Goes to where ``back`` was asked for; nothing happens where there is none."""
        self._go(self._ahead, self._behind)

    def take_button(self, event: QMouseEvent) -> bool:
        """Goes by the buttons at a mouse's side; whether it was one of them."""
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward()
        else:
            return False
        return True

    def _remember(self, stop: Stop | None) -> None:
        if stop is None:
            return
        last = self._behind[-1] if self._behind else None
        if last is None or not last.is_of(stop) or last.place != stop.place:
            self._behind.append(stop)
            del self._behind[:-LONGEST]
        self._ahead.clear()
        self._show_state()

    def _go(self, stops: list[Stop], others: list[Stop]) -> None:
        here = self.here()
        if not stops or here is None or self._bound is not None:
            return
        stop = stops[-1]
        if stop.is_of(here):
            stops.pop()
            others.append(here)
            self._view.set_reading_place(stop.place)
            self._show_state()
            return
        self._bound = stops, others
        if stop.piece is not None:
            self._desk.open_piece(stop.piece)
        else:
            self._desk.open_article(stop.article, stop.pairs)

    def _note_leaving(self) -> None:
        self._left = self.here()

    def _note_opened(self, same: bool) -> None:
        left, self._left = self._left, None
        if same:
            return
        if self._bound is None:
            self._remember(left)
            return
        stops, others = self._bound
        self._bound = None
        self._view.set_reading_place(stops.pop().place)
        if left is not None:
            others.append(left)
        self._show_state()

    def _give_up(self) -> None:
        """What the reader wanted to go to cannot be opened any more: the next step leads past it."""
        if self._bound is not None:
            self._bound[0].pop()
            self._bound = None
            self._show_state()

    def _show_state(self) -> None:
        self._commands.back.setEnabled(bool(self._behind))
        self._commands.forward.setEnabled(bool(self._ahead))
