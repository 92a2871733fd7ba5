"""Walking through the text by the keyboard, sentence by sentence, both sides lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.gui.announcing import announce
from reader.gui.linked import Lit
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from reader.gui.columns import Spot, TextColumn
    from reader.gui.cover import Cover
    from reader.gui.lighting import Lighting
    from reader.gui.page import Page
    from reader.gui.page_places import Places
    from reader.gui.page_scroll import Scroller
    from reader.model import Pair, Span

HIGHEST, LOWEST = 0.12, 0.6
"""Between which heights of the view, as shares of it, the sentence in focus is kept."""

Unit = dict[Side, "Span"]
"""A sentence on either side, in code points of each cell's text."""


class SentenceWalk:
    """Moves a sentence at a time. The sentence in focus stays where it is on the screen, as far as the ends of the page
    let it, and the text moves under it; the carets go with it, so that what is done at the caret is done there. English
    that is covered stays so until it is asked for."""

    def __init__(
        self,
        page: Page,
        columns: Callable[[], list[TextColumn]],
        scroller: Scroller,
        light: Lighting,
        places: Places,
        cover: Cover,
        pair: Callable[[int | None], Pair | None],
    ) -> None:
        """``pair`` gives the pair of a block."""
        self._page, self._columns, self._scroller = page, columns, scroller
        self._light, self._places, self._cover, self._pair = light, places, cover, pair
        self._at: tuple[int, int] | None = None
        self._carets: list[int] = []

    def step(self, way: int) -> None:
        """Goes to the next sentence (1) or the one before (-1); to the one that the reader is at where the walk was
        left, or never begun. Nothing happens beyond the first and the last."""
        self._places.focus()
        here = self._standing()
        if here is None:
            spot = self._places.current()
            found = None if spot is None else self._sentence_at(spot)
        else:
            found = self._beside(here, way)
        if found is not None:
            self._go(found, self._height_of(here))

    def uncover(self) -> None:
        """Shows covered English: of the sentence that the walk is at, then of its paragraph, or else of the paragraph
        that the reader is at; covers what shows already."""
        here = self._standing()
        if here is not None:
            row, unit = here[0], self._units(here[0])[here[1]]
            if self._cover.toggle(row, unit.get(Side.TARGET)):
                self._announce(row, unit, (Side.TARGET,))
            return
        spot = self._places.current()
        if spot is not None and self._cover.toggle(spot.row):
            whole = {Side.TARGET: (0, len(self._page.rows[spot.row].cell(Side.TARGET).text))}
            self._announce(spot.row, whole, (Side.TARGET,))

    def _standing(self) -> tuple[int, int] | None:
        """The row and sentence that the walk is at; None where the caret was moved away from it or it is no longer in
        view."""
        carets = [column.textCursor().position() for column in self._columns()]
        if self._at is None or carets != self._carets or self._at[0] >= len(self._page.rows):
            return None
        if self._at[1] >= len(self._units(self._at[0])):
            return None
        height = self._height_of(self._at)
        return self._at if height is not None and 0 <= height < self._scroller.bar.height() else None

    def _units(self, row: int) -> list[Unit]:
        """The sentences of a row; the whole of it where they are not known; none in a row of our own words."""
        entry = self._page.rows[row]
        if entry.block is None:
            return []
        pair = self._pair(entry.block)
        if pair is not None and pair.sentences:
            return [{Side.SOURCE: one.source, Side.TARGET: one.target} for one in pair.sentences]
        return [{side: (0, len(entry.cell(side).text)) for side in Side if entry.cell(side).copied}]

    def _sentence_at(self, spot: Spot) -> tuple[int, int] | None:
        """The sentence at a place, or else the first after it."""
        ends = [unit[spot.side][1] if spot.side in unit else 0 for unit in self._units(spot.row)]
        number = next((number for number, end in enumerate(ends) if spot.index < end), len(ends) - 1)
        return (spot.row, number) if ends else self._beside((spot.row, -1), 1)

    def _beside(self, here: tuple[int, int], way: int) -> tuple[int, int] | None:
        row, number = here
        if 0 <= number + way < len(self._units(row)):
            return row, number + way
        rows = range(row + 1, len(self._page.rows)) if way > 0 else range(row - 1, -1, -1)
        for other in rows:
            units = self._units(other)
            if units:
                return other, 0 if way > 0 else len(units) - 1
        return None

    def _height_of(self, here: tuple[int, int] | None) -> float | None:
        """How far down the view a sentence begins, on the side where it begins higher, in pixels."""
        if here is None:
            return None
        return min(self._tops(here), default=self._page.geometry.top(here[0])) - self._scroller.value

    def _tops(self, here: tuple[int, int]) -> Iterator[float]:
        row, number = here
        self._scroller.settle(row)
        for side, span in self._units(row)[number].items():
            for column in self._columns():
                if side in column.rows.sides:
                    yield column.rows.span_rect(row, side, span).top()

    def _go(self, there: tuple[int, int], before: float | None) -> None:
        row, number = there
        unit = self._units(row)[number]
        view = self._scroller.bar.height()
        now = self._height_of(there) or 0.0
        wanted = min(max(now if before is None else before, HIGHEST * view), LOWEST * view)
        with self._scroller.held():
            for column in self._columns():
                sides = [side for side in unit if side in column.rows.sides]
                if sides:
                    column.put_caret(row, sides[0], unit[sides[0]])
        # Above the top of the page and below its end there is nothing to scroll: there the sentence itself moves.
        self._scroller.show(self._scroller.value + round(now - wanted))
        self._at = there
        self._carets = [column.textCursor().position() for column in self._columns()]
        self._cover.go_on(row, unit.get(Side.TARGET))
        self._light.show({(row, side): Lit(span) for side, span in unit.items()})
        self._announce(row, unit, [side for side in self._page.sides if not self._page.is_covered(row, side)])

    def _announce(self, row: int, unit: Unit, sides: Collection[Side]) -> None:
        """Has a screen reader say what is to be seen of a sentence."""
        cells = ((self._page.rows[row].cell(side), span) for side, span in unit.items() if side in sides)
        text = " ".join(cell.text[slice(*span)].strip() for cell, span in cells)
        focused = next((column for column in self._columns() if column.hasFocus()), self._columns()[0])
        announce(focused, text)
