"""What a person has marked in the open article, by where it stands: highlights, notes and bookmarks. No widgets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model import Annotation, Bookmark, Place, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.model import Span

DEEPEST = 2
"""How many lines are drawn below one another along text that several highlights share, but for the first."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A part of a cell that is highlighted: the span in code points of its text. ``level`` counts the highlights
    before it that it overlaps."""

    span: Span
    colour: str
    annotation: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything marked, by block and side or by block. ``notes`` are the annotations with a note whose text begins in
    a block."""

    highlights: Mapping[tuple[int, Side], tuple[Highlight, ...]] = field(default_factory=dict)
    notes: Mapping[int, tuple[Annotation, ...]] = field(default_factory=dict)
    bookmarks: Mapping[int, Bookmark] = field(default_factory=dict)

    def at(self, block: int | None, side: Side, index: int) -> int | None:
        """The id of the annotation on a character, the last made where several are on it."""
        there = () if block is None else self.highlights.get((block, side), ())
        found = [one.annotation for one in there if one.span[0] <= index < one.span[1]]
        return found[-1] if found else None


def is_orphan(annotation: Annotation) -> bool:
    """Whether the text has lost it on each side."""
    return not any(target.places for target in annotation.targets)


def first_block(annotation: Annotation) -> int | None:
    """The block in which its text begins, None for an orphan."""
    return min((place.block for target in annotation.targets for place in target.places), default=None)


def text_order(annotation: Annotation) -> tuple[int, int, int]:
    """What annotations of a piece are sorted by to stand as their texts do, orphans last; by the source's place where
    there is one."""
    for target in annotation.targets:
        if target.places:
            return target.places[0].block, target.places[0].start, annotation.id
    return 1 << 31, target_start(annotation), annotation.id


def target_start(annotation: Annotation) -> int:
    """Where it was in the text of its first side when it was placed, in code points."""
    return annotation.targets[0].selector.start if annotation.targets else 0


def marks_of(annotations: Iterable[Annotation], bookmarks: Iterable[Bookmark]) -> Marks:
    """What is to be drawn of these."""
    highlights: dict[tuple[int, Side], list[Highlight]] = defaultdict(list)
    notes: dict[int, list[Annotation]] = defaultdict(list)
    for annotation in sorted(annotations, key=lambda one: one.id):
        for target in annotation.targets:
            for place in target.places:
                there = highlights[place.block, target.selector.side]
                span = place.start, place.end
                level = sum(one.span[0] < span[1] and span[0] < one.span[1] for one in there)
                there.append(Highlight(span, annotation.colour, annotation.id, min(level, DEEPEST)))
        block = first_block(annotation)
        if annotation.note and block is not None:
            notes[block].append(annotation)
    return Marks(
        {key: tuple(found) for key, found in highlights.items()},
        {block: tuple(found) for block, found in notes.items()},
        {one.block: one for one in bookmarks if one.block is not None},
    )


def trimmed(text: str, span: Span) -> Span | None:
    """The span without the spaces at its ends; None where it holds nothing else."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def by_side(places: Sequence[tuple[Side, Place]]) -> dict[Side, Sequence[Place]]:
    """Places sorted out by their sides, each in the order of the article's blocks."""
    found: dict[Side, list[Place]] = {}
    for side in Side:
        here = sorted((place for one, place in places if one is side), key=lambda place: (place.block, place.start))
        if here:
            found[side] = here
    return dict(found)
