"""One printed page of rows: what both columns share about its text, its type and its measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from reader.gui.english_marks import set_marks
from reader.gui.marks import Marks
from reader.gui.page_rows import Dress, Row, State
from reader.gui.reading_options import ReadingOptions
from reader.gui.row_geometry import RowGeometry
from reader.gui.theme import LIGHT
from reader.gui.typography import Typography
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.gui.linked import Lit
    from reader.gui.page_rows import Cell
    from reader.gui.theme import Theme
    from reader.gui.typography import Setting
    from reader.model import Span

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_QT_OWN = "\0\ufdd0\ufdd1\ufffc"
_UNSAFE = re.compile(f"[{_BREAKS}{_QT_OWN}]")
_UNSAFE_IN_LINE = tuple(f"{_BREAKS}{_QT_OWN}".replace("\n", ""))
_SAFE = {**dict.fromkeys(map(ord, _BREAKS), " "), **dict.fromkeys(map(ord, _QT_OWN), "\ufffd")}
"""What a QTextDocument would take for a new block or an object of its own, character for character."""


class Mode(StrEnum):
    """How the two texts stand to each other."""

    SIDE = "side"
    STACKED = "stacked"
    ARABIC = "arabic"
    DEMAND = "demand"

    @property
    def has_two(self) -> bool:
        """Whether it has two columns where there is room for them."""
        return self in (Mode.SIDE, Mode.DEMAND)

    def columns(self, *, is_narrow: bool) -> list[tuple[Side, ...]]:
        """The sides that each column holds, where there is room for two or (``is_narrow``) for one."""
        if self is Mode.ARABIC:
            return [(Side.SOURCE,)]
        if self.has_two and not is_narrow:
            return [(Side.SOURCE,), (Side.TARGET,)]
        return [(Side.SOURCE, Side.TARGET)]


class Page:
    """The rows with their geometry. A row's top is one for both columns, and so is its first baseline: the taller
    face decides, so that the lines of both begin level."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.mode = Mode.SIDE
        self.is_narrow = False
        """Whether two columns have no room now: the texts are then stacked, in either layout that has two."""
        self.widths = {Side.SOURCE: 1, Side.TARGET: 1}
        """Of the columns' lines, in pixels."""
        self.typography = Typography(ReadingOptions())
        self.theme: Theme = LIGHT
        self.geometry = RowGeometry()
        self.lit: dict[tuple[int, Side], Lit] = {}
        self.marks = Marks()
        self.preview: dict[tuple[int, Side], tuple[Span, ...]] = {}
        """What a highlight of the selection would mark on the other side, by row."""
        self.found: Mapping[tuple[int, Side], tuple[Span, ...]] = {}
        """What the reader looks for, by row."""
        self.found_now: tuple[int, Side, Span] | None = None
        """The one of them that is at hand."""
        self.room: tuple[int, int] | None = None
        """A row that is held open for something laid over it, and the least height of it from where its translation
        stands, in pixels."""
        self.uncovered: frozenset[int] = frozenset()
        """The rows whose translation shows where it must be asked for."""
        self.sentence_uncovered: tuple[int, Span] | None = None
        """A row of which one sentence alone shows there, and where that is in its translation."""
        self.cover_hint = ""
        """What stands in place of a covered translation whose sentence is lit: the key that shows it."""
        self._source_heights: list[int] = []

    @property
    def facing(self) -> bool:
        """Whether the two texts have a column each."""
        return self.mode.has_two and not self.is_narrow

    @property
    def is_stacked(self) -> bool:
        """Whether each translation stands under its paragraph."""
        return not self.facing and self.mode is not Mode.ARABIC

    def is_covered(self, row: int, side: Side) -> bool:
        """Whether a cell has its place and is not to be seen."""
        if self.mode is not Mode.DEMAND or side is Side.SOURCE or row in self.uncovered:
            return False
        return self.found_now is None or self.found_now[:2] != (row, side)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that show."""
        return (Side.SOURCE,) if self.mode is Mode.ARABIC else (Side.SOURCE, Side.TARGET)

    def columns(self) -> list[tuple[Side, ...]]:
        """The sides that each column holds."""
        return self.mode.columns(is_narrow=self.is_narrow)

    def text(self, row: int, side: Side) -> str:
        """A cell's text as its document holds it: as many characters, none that Qt would read as a command, the marks
        and digits of Arabic as the reader wants them, the marks of a translation as a printer sets them."""
        return self._shown(self.rows[row].cell(side), side)

    def whole(self, rows: Sequence[Row], sides: tuple[Side, ...]) -> str:
        """The text of a document of these sides of rows, which the page is to have: each row's cells, a line each."""
        # All at once: of three thousand paragraphs each by itself is felt.
        texts = [_whole(rows, side) for side in sides]
        plain = self.typography.options.as_printed and not any(
            mark in text for text in texts for mark in _UNSAFE_IN_LINE
        )
        if plain and all(text.count("\n") == len(rows) - 1 for text in texts):
            if len(texts) == 1:
                return texts[0]
            return "\n".join(chain.from_iterable(zip(*(text.split("\n") for text in texts), strict=True)))
        return "\n".join(self._shown(row.cell(side), side) for row in rows for side in sides)

    def _shown(self, cell: Cell, side: Side) -> str:
        text = self.typography.options.shown(cell.text) if cell.arabic else _as_set(cell, side)
        return text.translate(_SAFE) if _UNSAFE.search(text) else text

    def setting(self, row: int, side: Side) -> Setting:
        """How a cell is set."""
        entry = self.rows[row]
        return self.typography.setting(entry.dress, entry.cell(side))

    def rise(self, row: int, side: Side) -> int:
        """From a cell's top to its first baseline, in pixels."""
        if self.facing:
            return max(self.setting(row, Side.SOURCE).rise, self.setting(row, Side.TARGET).rise)
        return self.setting(row, side).rise

    def top(self, row: int, side: Side) -> int:
        """A cell's top on the page: the row's, but for the lower of two that are stacked."""
        top = self.geometry.top(row)
        if self.is_stacked and side is Side.TARGET:
            top += self.beside(row)
        return top

    def text_width(self, row: int, side: Side) -> int:
        """The width of a cell's lines."""
        return max(self.widths[side] - self.typography.indent(self.rows[row].dress), 1)

    def reset(self) -> None:
        """Estimates every row anew, for another text, width, size or mode."""
        self.typography.fit(min(self.widths.values()), self._headline_words())
        gaps, heights = [], []
        self._source_heights = [0] * len(self.rows)
        above: Dress | None = None
        measures: _Measures | None = None
        kind = None
        # Stacked, a pair must hang together closer than it does to the next.
        spread = 1.4 if self.is_stacked else 1.0
        quick = self.facing and self.room is None
        for index, row in enumerate(self.rows):
            dress = row.dress
            # Most rows are of the kind of the one before: what is known of that is not asked for again.
            now = dress, row.source.arabic, row.target.arabic, row.target.state
            if now != kind or measures is None:
                kind, measures = now, self._measures(row)
                like = round(self.typography.gap(dress, dress, begins=False) * spread)
            if dress is above and not row.begins:
                gaps.append(like)
            else:
                gaps.append(round(self.typography.gap(dress, above, row.begins) * spread))
                above = dress
            # Most stand side by side with nothing laid over them: their heights are one line of arithmetic.
            heights.append(measures.height(*measures.lines(row)) if quick else self._estimate(index, measures))
        self.geometry.reset(gaps, heights, round(self.typography.line * 3))

    def _headline_words(self) -> list[tuple[str, bool]]:
        """The longest word of the headline on either side, with whether it is Arabic."""
        titles = [row for row in self.rows[:3] if row.dress is Dress.TITLE]
        cells = [cell for row in titles for cell in (row.source, row.target) if cell.text]
        return [(max(cell.text.split(), key=len, default=""), cell.arabic) for cell in cells]

    def settle(self, row: int, lines: dict[Side, int]) -> None:
        """Tells how many lines the shown cells of a row really have."""
        source = lines[Side.SOURCE]
        self.geometry.settle(row, self._height(row, source, lines.get(Side.TARGET, 0), self._measures(self.rows[row])))

    def replace(self, row: int, entry: Row) -> None:
        """Another text in a row; its height is an estimate again, and that of the text before it until it is told."""
        self.rows[row] = entry
        self.geometry.settle(row, self._estimate(row, self._measures(entry)))
        self.geometry.unsettle(row)

    def _height(self, row: int, source: int, target: int, measures: _Measures) -> int:
        """A row's height when its cells have so many lines, and no less than what is laid over it needs."""
        height = self._text_height(row, source, target, measures)
        if self.room is None or self.room[0] != row:
            return height
        return max(height, self.beside(row) + self.room[1])

    def beside(self, row: int) -> int:
        """How far below a row's top its translation stands, or would stand in a page without any, in pixels."""
        return 0 if self.facing else self._source_heights[row] + self._between()

    def _text_height(self, row: int, source: int, target: int, measures: _Measures) -> int:
        if self.facing:
            return measures.height(source, target)
        height = self._source_heights[row] = source * measures.source_pitch
        entry = self.rows[row]
        if self.mode is Mode.ARABIC or (not entry.target.text and entry.target.state is not State.PENDING):
            return height
        return height + self._between() + target * measures.target_pitch

    def _between(self) -> int:
        return round(self.typography.line * 0.2)

    def _measures(self, entry: Row) -> _Measures:
        source, target = (self.typography.setting(entry.dress, cell) for cell in (entry.source, entry.target))
        # Lines end at words, so some of each is lost: about half a word.
        indent = self.typography.indent(entry.dress)
        widths = {side: max(width - indent, 1) / 1.04 for side, width in self.widths.items()}
        rise = max(source.rise, target.rise)
        return _Measures(
            source.average / widths[Side.SOURCE],
            target.average / widths[Side.TARGET],
            rise - source.rise,
            rise - target.rise,
            source.pitch,
            target.pitch,
        )

    def _estimate(self, row: int, measures: _Measures) -> int:
        """A row's height as its cells' lengths suggest."""
        entry = self.rows[row]
        return self._height(row, *measures.lines(entry), measures)


def _whole(rows: Sequence[Row], side: Side) -> str:
    """The texts of a side, a line each, as ``_as_set`` has them."""
    if side is Side.TARGET and not any(row.target.arabic for row in rows):
        return set_marks("\n".join([row.target.text for row in rows]))
    return "\n".join([_as_set(row.cell(side), side) for row in rows])


def _as_set(cell: Cell, side: Side) -> str:
    """The text of a cell of no Arabic; what is quoted on the page's own side stays as it was printed there."""
    return cell.text if side is Side.SOURCE or cell.arabic else set_marks(cell.text)


@dataclass(slots=True)
class _Measures:
    """How rows of a kind are set: the share of a line that a character of either side takes, how far below the row's
    top a side's first line begins, and the distance of its lines, in pixels."""

    source_share: float
    target_share: float
    source_lead: int
    target_lead: int
    source_pitch: int
    target_pitch: int

    def lines(self, row: Row) -> tuple[int, int]:
        """How many lines each side of such a row has, as the lengths of its texts suggest."""
        source = 1 + int(len(row.source.text) * self.source_share)
        return source, 1 + int(len(row.target.text) * self.target_share)

    def height(self, source: int, target: int) -> int:
        """The height of such a row whose sides stand beside each other and have so many lines."""
        one, other = self.source_lead + source * self.source_pitch, self.target_lead + target * self.target_pitch
        return one if one > other else other
