"""Finding in the open article: looks through its cells a little at a time, and knows which match is at hand."""

from __future__ import annotations

import time
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.arabic.needle import Needle
from reader.gui.page_finds import Match

if TYPE_CHECKING:
    from reader.gui.page_finds import Key
    from reader.gui.pair_view import PairView
    from reader.model import Span

SLICE = 0.008
"""Seconds of looking between two looks at what else the window has to do."""


class Finder(QObject):
    """Looks in both columns, from where the reader is to the end and then from the beginning, so that the match that is
    brought into view is the next one and is there at once. Nothing is selected or moved but the page."""

    changed = Signal()
    """How many matches there are, which is at hand, or whether all is looked through."""

    def __init__(self, view: PairView) -> None:
        super().__init__(view)
        self._view = view
        self._needle = Needle("")
        self._found: dict[Key, tuple[Span, ...]] = {}
        self._cells: list[Key] = []
        self._todo: list[Key] = []
        self._changed: set[int] = set()
        self._count = 0
        self._from = Match(0, view.finds.here().side, (0, 0))
        self._reveals = False
        self.at_hand: Match | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look)
        view.filled.connect(self._look_again)
        view.row_changed.connect(self._look_in_row)

    @property
    def is_looking(self) -> bool:
        """Whether there is more to look through."""
        return self._timer.isActive()

    @property
    def count(self) -> int:
        """How many matches are known so far."""
        return self._count

    @property
    def number(self) -> int:
        """Which of the matches is at hand, in the order of the page, from 1; 0 for none."""
        match = self.at_hand
        if match is None:
            return 0
        cell = match.row, match.side
        before = sum(len(self._found[other]) for other in self._cells[: bisect_left(self._cells, cell)])
        return before + self._found[cell].index(match.span) + 1

    def seek(self, needle: Needle, start: Match) -> None:
        """Looks for something else, and brings the first match from ``start`` on into view."""
        self._needle, self._from = needle, start
        self._begin(reveals=True)

    def renew(self, needle: Needle) -> None:
        """Looks for the same by better knowledge; the match at hand stays so where it is still one."""
        self._needle, self._from = needle, self.at_hand or self._from
        self._begin(reveals=self.at_hand is None)

    def stop(self) -> None:
        """Looks for nothing any more, and marks nothing."""
        self._needle = Needle("")
        self._begin(reveals=False)

    def step(self, way: int) -> None:
        """Goes to the next match (1) or the one before (-1), and from the last to the first."""
        if not self._cells:
            return
        at = self.at_hand or self._from
        cell = at.row, at.side
        place = bisect_left(self._cells, cell)
        here = self._found.get(cell, ())
        if way > 0:
            later = [span for span in here if span > at.span]
            following = self._cells[(place + (1 if here else 0)) % len(self._cells)]
            self._take(Match(*cell, later[0]) if later else Match(*following, self._found[following][0]))
        else:
            earlier = [span for span in here if span < at.span]
            before = self._cells[place - 1]
            self._take(Match(*cell, earlier[-1]) if earlier else Match(*before, self._found[before][-1]))

    def _begin(self, *, reveals: bool) -> None:
        self._timer.stop()
        self._changed = {row for row, _ in self._found}
        self._found, self._cells, self._count = {}, [], 0
        self.at_hand, self._reveals = None, reveals
        self._todo = self._view.finds.cells(self._from.row) if self._needle else []
        self._todo.reverse()
        if self._todo:
            self._timer.start()
            self._look()
        else:
            self._view.finds.clear()
            self.changed.emit()

    def _look(self) -> None:
        """Looks through some more cells."""
        until = time.perf_counter() + SLICE
        while self._todo and time.perf_counter() < until:
            cell = self._todo.pop()
            self._put(cell, self._needle.spans(self._view.finds.text(cell)))
            if self.at_hand is None and cell in self._found:
                self._choose(cell)
        if not self._todo:
            self._timer.stop()
            if self.at_hand is None and self._cells:
                self._take_quietly(Match(*self._cells[0], self._found[self._cells[0]][0]))
        self._show()

    def _choose(self, cell: Key) -> None:
        """Takes the first match of a cell to hand, unless it stands before the place that was started from."""
        start = self._from
        first_cell = cell == (start.row, start.side)
        if cell < (start.row, start.side) and cell[0] == start.row:
            return
        spans = [span for span in self._found[cell] if not first_cell or span[0] >= start.span[0]]
        if spans:
            self._take_quietly(Match(*cell, spans[0]))

    def _put(self, cell: Key, spans: tuple[Span, ...]) -> None:
        before = self._found.pop(cell, ())
        if before or spans:
            self._count += len(spans) - len(before)
            self._changed.add(cell[0])
        if spans:
            self._found[cell] = spans
            if not before:
                insort(self._cells, cell)
        elif before:
            self._cells.remove(cell)

    def _take(self, match: Match) -> None:
        """Takes a match to hand and brings it into view."""
        self._reveals = True
        self._take_quietly(match)
        self._show()

    def _take_quietly(self, match: Match) -> None:
        self.at_hand = match
        if self._reveals:
            self._view.finds.reveal(match)

    def _show(self) -> None:
        self._view.finds.show(self._found, self.at_hand, self._changed)
        self._changed = set()
        self.changed.emit()

    def _look_again(self) -> None:
        """Another article or layout shows."""
        if self._needle:
            self._from = self.at_hand or self._view.finds.here()
            self._begin(reveals=False)

    def _look_in_row(self, row: int) -> None:
        """A pair has come: what else was found stays as it is, and so does the match at hand if it still is one."""
        if not self._needle:
            return
        for cell in [cell for cell in self._view.finds.cells(row)[:2] if cell[0] == row]:
            if cell not in self._todo:
                self._put(cell, self._needle.spans(self._view.finds.text(cell)))
        match = self.at_hand
        if match is not None and match.span not in self._found.get((match.row, match.side), ()):
            self._from, self.at_hand, self._reveals = match, None, False
            self.step(1)
        self._show()
