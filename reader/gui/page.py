"""One printed page of rows: what both columns share about its text, its type and its measures."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.gui.page_rows import Dress, Row, Side, State
from reader.gui.row_geometry import RowGeometry
from reader.gui.theme import LIGHT
from reader.gui.typography import Typography

if TYPE_CHECKING:
    from reader.gui.linked import Lit
    from reader.gui.theme import Theme
    from reader.gui.typography import Setting

_BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
_QT_OWN = dict.fromkeys(map(ord, "\0\ufdd0\ufdd1\ufffc"), "\ufffd")
_SAFE = {**_BREAKS, **_QT_OWN}
"""What a QTextDocument would take for a new block or an object of its own, character for character."""


class Mode(StrEnum):
    """How the two texts stand to each other."""

    SIDE = "side"
    STACKED = "stacked"
    ARABIC = "arabic"


class Page:
    """The rows with their geometry. A row's top is one for both columns, and so is its first baseline: the taller
    face decides, so that the lines of both begin level."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.mode = Mode.SIDE
        self.width = 1
        self.typography = Typography(20.0)
        self.theme: Theme = LIGHT
        self.geometry = RowGeometry()
        self.lit: dict[tuple[int, Side], Lit] = {}
        self._source_heights: list[int] = []

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that show."""
        return (Side.SOURCE,) if self.mode is Mode.ARABIC else (Side.SOURCE, Side.TARGET)

    def text(self, row: int, side: Side) -> str:
        """A cell's text as its document holds it: as many characters, none that Qt would read as a command."""
        return self.rows[row].cell(side).text.translate(_SAFE)

    def setting(self, row: int, side: Side) -> Setting:
        """How a cell is set."""
        entry = self.rows[row]
        return self.typography.setting(entry.dress, entry.cell(side))

    def rise(self, row: int, side: Side) -> int:
        """From a cell's top to its first baseline, in pixels."""
        if self.mode is Mode.SIDE:
            return max(self.setting(row, Side.SOURCE).rise, self.setting(row, Side.TARGET).rise)
        return self.setting(row, side).rise

    def top(self, row: int, side: Side) -> int:
        """A cell's top on the page: the row's, but for the lower of two that are stacked."""
        top = self.geometry.top(row)
        if self.mode is Mode.STACKED and side is Side.TARGET:
            top += self._source_heights[row] + self._between()
        return top

    def text_width(self, row: int) -> int:
        """The width of a row's lines."""
        return max(self.width - self.typography.indent(self.rows[row].dress), 1)

    def reset(self) -> None:
        """Estimates every row anew, for another text, width, size or mode."""
        gaps, heights = [], []
        self._source_heights = [0] * len(self.rows)
        above: Dress | None = None
        for index, row in enumerate(self.rows):
            gap = self.typography.gap(row.dress, above, row.begins)
            # Stacked, a pair must hang together closer than it does to the next.
            gaps.append(round(gap * 1.4) if self.mode is Mode.STACKED else gap)
            heights.append(self._height(index, {side: self._estimate(index, side) for side in self.sides}))
            above = row.dress
        self.geometry.reset(gaps, heights, round(self.typography.line * 3))

    def settle(self, row: int, lines: dict[Side, int]) -> None:
        """Tells how many lines the shown cells of a row really have."""
        self.geometry.settle(row, self._height(row, lines))

    def replace(self, row: int, entry: Row) -> None:
        """Another text in a row; its height is an estimate again, and that of the text before it until it is told."""
        self.rows[row] = entry
        self.geometry.settle(row, self._height(row, {side: self._estimate(row, side) for side in self.sides}))
        self.geometry.unsettle(row)

    def _height(self, row: int, lines: dict[Side, int]) -> int:
        heights = {
            side: self.rise(row, side) - self.setting(row, side).rise + count * self.setting(row, side).pitch
            for side, count in lines.items()
        }
        if self.mode is not Mode.STACKED:
            return max(heights.values())
        self._source_heights[row] = heights[Side.SOURCE]
        if not self.rows[row].target.text and self.rows[row].target.state is not State.PENDING:
            return heights[Side.SOURCE]
        return heights[Side.SOURCE] + self._between() + heights[Side.TARGET]

    def _between(self) -> int:
        return round(self.typography.line * 0.2)

    def _estimate(self, row: int, side: Side) -> int:
        length = len(self.rows[row].cell(side).text)
        # Lines end at words, so some of each is lost: about half a word.
        return 1 + int(length * self.setting(row, side).average * 1.04 / self.text_width(row))
