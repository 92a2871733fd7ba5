"""Where each row of a page stands: one set of tops for both columns, estimated until a row is laid out."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

LARGEST = 16_000_000
"""A widget's coordinates end here; a page is never taller."""


class RowGeometry:
    """Tops and heights of rows, in whole pixels from the top of the page.

    A row has a gap above it and a height; the gap belongs to the row before. Heights are estimates until ``settle``
    is told a real one. Tops are summed again only when they are next asked for.
    """

    def __init__(self) -> None:
        self._gaps: list[int] = []
        self._heights: list[int] = []
        self._real: list[bool] = []
        self._tops: list[int] = []
        self._end = 0
        self._stale = False

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, gaps: list[int], estimates: list[int], end: int) -> None:
        """Starts afresh: the gap above each row, its estimated height, and the room after the last, in pixels."""
        self._gaps, self._heights = gaps, estimates
        self._real = [False] * len(estimates)
        self._end = end
        self._stale = True

    def settle(self, row: int, height: int) -> None:
        """Tells a row's real height."""
        if self._heights[row] != height:
            self._heights[row] = height
            self._stale = True
        self._real[row] = True

    def unsettle(self, row: int) -> None:
        """A row's text has changed: its height stays, as an estimate."""
        self._real[row] = False

    def is_settled(self, row: int) -> bool:
        """Whether the row's height is real."""
        return self._real[row]

    def tops(self) -> list[int]:
        """The top of each row, and last the bottom of the page."""
        if self._stale or not self._tops:
            below = [*self._gaps[1:], self._end][: len(self._heights)]
            steps = [height + gap for height, gap in zip(self._heights, below, strict=True)]
            self._tops = list(accumulate(steps, initial=self._gaps[0] if self._gaps else 0))
            self._stale = False
        return self._tops

    def top(self, row: int) -> int:
        """The top of a row."""
        return self.tops()[row]

    def height(self, row: int) -> int:
        """The height of a row, without the gaps around it."""
        return self._heights[row]

    def gap(self, row: int) -> int:
        """The gap above a row."""
        return self._gaps[row]

    def row_at(self, y: float) -> int:
        """The row that ``y`` lies in or, where it is a gap, that stands above it; the first above all; -1 in a page
        without rows."""
        return min(max(bisect_right(self.tops(), y) - 1, 0), len(self) - 1)

    def total(self) -> int:
        """The height of the whole page."""
        return min(self.tops()[-1], LARGEST)
