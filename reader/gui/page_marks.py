"""What a person has marked on the page of the pair view, and what of it a selection would mark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.gui.marks import Marks, trimmed
from reader.gui.note_text import tip
from reader.model import Place, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.gui.columns import Spot, TextColumn
    from reader.gui.gutter import Gutter
    from reader.gui.page import Page
    from reader.gui.selection import Selection
    from reader.model import Span


class PageMarks:
    """Puts marks on the page, and says what is marked at a place of it."""

    def __init__(
        self,
        page: Page,
        columns: Callable[[], list[TextColumn]],
        gutter: Gutter,
        selection: Selection,
        row_of: Callable[[int], int | None],
    ) -> None:
        """``row_of`` gives the row that shows a block."""
        self._page, self._columns, self._gutter = page, columns, gutter
        self._selection, self._row_of = selection, row_of

    @property
    def now(self) -> Marks:
        """What is marked."""
        return self._page.marks

    def clear(self) -> None:
        """The article is another."""
        self._page.marks = Marks()

    def show(self, marks: Marks) -> None:
        """Draws these marks in place of those before."""
        if marks != self._page.marks:
            self._page.marks = marks
            self._repaint()

    def forget(self, block: int) -> None:
        """A block has another translation: where on it something is marked is not known until it is shown anew."""
        highlights = {key: found for key, found in self.now.highlights.items() if key != (block, Side.TARGET)}
        self._page.marks = replace(self.now, highlights=highlights)

    def preview(self, places: Iterable[tuple[Side, Place]]) -> None:
        """Frames what a highlight of the selection would mark beside it, in place of what was framed before."""
        framed: dict[tuple[int, Side], tuple[Span, ...]] = {}
        for side, place in places:
            row = self._row_of(place.block)
            if row is not None:
                framed[row, side] = (*framed.get((row, side), ()), (place.start, place.end))
        if framed != self._page.preview:
            self._page.preview = framed
            self._repaint()

    def selected(self) -> Iterator[tuple[Side, Place]]:
        """What is selected of the article's blocks, without the spaces around it. Take no more than is needed."""
        for part in self._selection.parts():
            entry = self._page.rows[part.row]
            if entry.block is not None:
                span = trimmed(entry.cell(part.side).text, part.span)
                if span is not None:
                    yield part.side, Place(entry.block, *span)

    def annotation_at(self, spot: Spot | None) -> int | None:
        """The id of the annotation whose text is at a place."""
        return None if spot is None else self.now.at(self._page.rows[spot.row].block, spot.side, spot.index)

    def note_at(self, spot: Spot | None) -> str:
        """The note on the text at a place, as a tool tip; "" for none."""
        wanted = self.annotation_at(spot)
        notes = (note for found in self.now.notes.values() for note in found)
        return next((tip(note.note or "") for note in notes if note.id == wanted), "")

    def _repaint(self) -> None:
        for column in self._columns():
            column.viewport().update()
        self._gutter.update()
