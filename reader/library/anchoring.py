"""Where a selector's quote stands in a side's text now; pure, on strings and code points."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.model import Place, Selector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Side, Span

JOINT = "\n"
"""What stands between the strings of two blocks in a side's text."""

CONTEXT = 32
"""How many code points before and after a quote are kept with it."""


def join(strings: Sequence[str]) -> str:
    """A side's text: the strings of its blocks, those without one as empty."""
    return JOINT.join(strings)


def select(text: str, side: Side, span: Span) -> Selector:
    """A selector for a part of a side's text, without the white space at its ends. Raises LibraryError
    ``annotation.empty`` where nothing else is in it."""
    start, end = span
    quote = text[start:end].strip()
    if not quote:
        raise LibraryError("annotation.empty")
    start = text.index(quote, start)
    end = start + len(quote)
    return Selector(side, quote, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def anchor(text: str, selector: Selector) -> Span | None:
    """Where the quote stands in the side's text, None where that is not sure enough."""
    quote = selector.exact
    if text.startswith(quote, selector.start):
        return selector.start, selector.start + len(quote)
    start = text.find(quote)
    return None if start < 0 else (start, start + len(quote))


def to_places(strings: Sequence[str], span: Span) -> tuple[Place, ...]:
    """The part of a side's text as a place in each block of it that it touches."""
    start, end = span
    starts = _starts(strings)
    places = []
    for block in range(max(0, bisect_right(starts, start) - 1), len(strings)):
        if starts[block] >= end:
            break
        own_start, own_end = max(0, start - starts[block]), min(len(strings[block]), end - starts[block])
        if own_start < own_end:
            places.append(Place(block, own_start, own_end))
    return tuple(places)


def to_span(strings: Sequence[str], places: Sequence[Place]) -> Span:
    """The part of a side's text from the first of the places to the last. Raises LibraryError ``annotation.empty``
    where there is none, or one that is not in the text."""
    if not all(
        0 <= place.block < len(strings) and 0 <= place.start <= place.end <= len(strings[place.block])
        for place in places
    ):
        raise LibraryError("annotation.empty")
    if not places:
        raise LibraryError("annotation.empty")
    starts = _starts(strings)
    return (
        min(starts[place.block] + place.start for place in places),
        max(starts[place.block] + place.end for place in places),
    )


def _starts(strings: Sequence[str]) -> list[int]:
    """Where each block's string begins in the side's text."""
    return [0, *accumulate(len(string) + len(JOINT) for string in strings)][: len(strings)]
