"""What is printed of a person's marks beside the text: which numbers stand in it, and the notes that follow it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.arabic.direction import is_arabic
from reader.gui.colours import colour_name
from reader.gui.i18n import isolate
from reader.gui.marks import Highlight, Marks, is_orphan, text_order
from reader.gui.note_cards import shortened
from reader.gui.page_rows import Cell, Dress, Row
from reader.model import COLOURS, Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Annotation

Numbers = dict[tuple[int, Side], dict[int, str]]
"""The numbers in the text, by block and side and then by the character that each follows the word of."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a person has marked in the article, and what of it is wanted on paper. ``labels`` are the names that they
    gave the colours. ``marks`` and ``annotations`` are those of the open article."""

    marks: Marks = field(default_factory=Marks)
    annotations: Sequence[Annotation] = ()
    labels: Mapping[str, str | None] = field(default_factory=dict)
    highlights: bool = True
    notes: bool = True

    @property
    def drawn(self) -> Marks:
        """The highlights that show in the text."""
        return Marks(self.marks.highlights) if self.highlights else Marks()

    def numbered(self, rows: Sequence[Row]) -> list[Annotation]:
        """The notes that have their words in the text, in the order of its rows: each has its place in this list as
        its number."""
        place = {row.block: number for number, row in enumerate(rows)}
        found = [one for one in self.annotations if one.note and not is_orphan(one)] if self.notes else []
        order = {one.id: text_order(one) for one in found}
        return sorted(found, key=lambda one: (place.get(order[one.id][0], len(rows)), order[one.id]))

    @property
    def lost(self) -> list[Annotation]:
        """The notes whose words the text has lost."""
        return [one for one in self.annotations if one.note and is_orphan(one)] if self.notes else []


def numbers(marked: Marked, notes: Sequence[Annotation]) -> Numbers:
    """Where in the text which number stands: after the last of a note's words, on each side that has any."""
    number_of = {note.id: number for number, note in enumerate(notes, 1)}
    ends: dict[tuple[int, Side], tuple[int, int]] = {}
    for (block, side), highlights in marked.marks.highlights.items():
        for one in highlights:
            if one.annotation in number_of:
                key = one.annotation, side
                ends[key] = max(ends.get(key, (-1, 0)), (block, one.span[1]))
    made: Numbers = {}
    for (annotation, side), (block, end) in sorted(ends.items(), key=lambda item: number_of[item[0][0]]):
        there = made.setdefault((block, side), {})
        there[end] = f"{there[end]},{number_of[annotation]}" if end in there else str(number_of[annotation])
    return made


def rows_after(marked: Marked, notes: Sequence[Annotation]) -> tuple[list[Row], Marks]:
    """What follows the article: what the colours stand for where a person has named them, the notes by their numbers,
    and those that have lost their place; with the highlights of the words that are quoted there."""
    made = _Rows(marked.highlights)
    used = {one.colour for found in marked.drawn.highlights.values() for one in found}
    named = [colour for colour in COLOURS if colour in used and marked.labels.get(colour)]
    if named:
        made.head(QCoreApplication.translate("end_notes", "Colours"))
        for colour in named:
            made.quote([colour_name(colour, marked.labels[colour])], colour)
    if notes:
        made.head(QCoreApplication.translate("end_notes", "Notes"))
        for number, note in enumerate(notes, 1):
            made.note(note, str(number))
    if marked.lost:
        made.head(QCoreApplication.translate("end_notes", "Notes whose words the text does not hold any more"))
        for note in marked.lost:
            made.note(note, "–")
    return made.rows, Marks(made.highlights)


class _Rows:
    """The rows as they are put together, one under the other in one column."""

    def __init__(self, highlights: bool) -> None:
        self.rows: list[Row] = []
        self.highlights: dict[tuple[int, Side], tuple[Highlight, ...]] = {}
        self._tint = highlights

    def head(self, text: str) -> None:
        """A heading."""
        self.rows.append(Row(Dress.HEADING, _cell(text), _cell("")))

    def quote(self, texts: Sequence[str], colour: str, number: str | None = None) -> None:
        """Words in a colour, at most two, the first of them behind a number."""
        block = len(self.rows)
        cells = [_cell(text, number if not place else None) for place, text in enumerate((*texts[:2], "")[:2])]
        self.rows.append(Row(Dress.END_QUOTE, cells[0], cells[1], block=block))
        if self._tint:
            for side, cell in zip(Side, cells, strict=True):
                if cell.text:
                    self.highlights[block, side] = (Highlight((0, len(cell.text)), colour, block),)

    def note(self, note: Annotation, number: str) -> None:
        """A note under its words: each of its paragraphs runs the way of its own language."""
        self.quote([shortened(target.selector.exact) for target in note.targets], note.colour, number)
        paragraphs = [line for line in (note.note or "").splitlines() if line.strip()]
        self.rows += [Row(Dress.END_NOTE, _cell(line), _cell("")) for line in paragraphs]
        if note.tags:
            said = QCoreApplication.translate("end_notes", "Tags: {tags}")
            arabic = is_arabic(said)  # whatever the tags themselves are in
            said = said.format(tags=" · ".join(isolate(tag) for tag in note.tags))
            self.rows.append(Row(Dress.END_TAGS, Cell(said, arabic, arabic), _cell("")))


def _cell(text: str, marker: str | None = None) -> Cell:
    arabic = is_arabic(text)
    return Cell(text, right_to_left=arabic, arabic=arabic, marker=marker)
