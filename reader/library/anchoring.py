"""Where a selector's quote stands in a side's text now; pure, on strings and code points.

A quote is looked for with what stood before and after it, all three as one pattern, give or take some edits. It is
found where one place of the text is like the pattern, its quote even more so, and no other place nearly is. Whether a
place would do is so little a matter of luck because of how a selector is made: its context grows until the rest of the
text of then has no place that would. So, what has been deleted is not mistaken for what is like it, a phrase that
recurs is told from its recurrences, and where text was doubled since, the quote counts as lost.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.library.approximate import align, distances
from reader.model import Place, Selector

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.library.approximate import Alignment
    from reader.model import Side, Span

JOINT = "\n"
"""What stands between the strings of two blocks in a side's text."""

CONTEXT = 32
"""How many code points before and after a quote are kept with it at least: five or six words, so that one that is
edited leaves enough of the others, and the next sentence, which may well change, has little part in it."""

LONGEST_CONTEXT = 4096
"""Where a context grows no more: text that repeats itself over such a length has no parts to be told apart."""

LONG_QUOTE, END_OF_QUOTE = 400, 200
"""From how many code points on a quote is found by its two ends, and how much of each end is looked for: what is
inserted into a long passage may be longer than the passage was."""

ENOUGH = 0.6
"""The share of a pattern that must stand in a place unedited for it to be the quote's. One that lost the context on
one side whole, and is as it was otherwise, is a little over that."""

NEARLY_ENOUGH = 0.5
"""The share, of the pattern and of the quote, from which a place makes another one doubtful."""

CONTEXT_ALONE = 0.75
"""The share of the context from which a place makes another one doubtful though nothing of the quote stands there: it
is more than a context has that was torn apart, so it may well be that the quote was taken out there."""

ENOUGH_OF_QUOTE = 0.7
"""The share of the quote itself that must stand there, with little between its letters that is new."""

SURENESS = 0.75
"""How much better the pattern must lie with its quote on the text than with its quote on nothing, in edits, as a
share of the quote's length. Where a word was deleted beside another of its like, it is no better at all."""

MARGIN = 0.25
"""How much better, as a share of the edits it takes, it must lie than on what is like the quote close by."""

_START, _END = "\x02", "\x03"
"""What stands before and after all text, where a context that is shorter than CONTEXT ends."""


def join(strings: Sequence[str]) -> str:
    """A side's text: the strings of its blocks, those without one as empty."""
    return JOINT.join(strings)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What to look for: a string, and the part of it that is the quote's."""

    text: str
    start: int
    end: int

    @property
    def length(self) -> int:
        """Of the quote."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Likely:
    """A place that is like a pattern: where its quote lies, whether that is surely the quote, and for each code point
    of the quote the one of the text that it lies on, -1 for none."""

    span: Span
    is_sure: bool
    lies_on: tuple[int, ...]

    def is_same(self, other: _Likely) -> bool:
        """Whether it is the other place, seen from beside it. In a text of many like sentences, two places may overlap
        and yet be two."""
        if self.span[0] == self.span[1] or other.span[0] == other.span[1]:
            return self.span[0] <= other.span[1] and other.span[0] <= self.span[1]
        agreed = sum(one == two >= 0 for one, two in zip(self.lies_on, other.lies_on, strict=True))
        return 2 * agreed >= min(sum(place >= 0 for place in one.lies_on) for one in (self, other))


def select(text: str, side: Side, span: Span) -> Selector:
    """A selector for a part of a side's text, without the white space at its ends. Raises LibraryError
    ``annotation.empty`` where nothing else is in it."""
    quote = text[slice(*span)].strip()
    if not quote:
        raise LibraryError("annotation.empty")
    start = text.index(quote, span[0])
    end = start + len(quote)
    length = CONTEXT
    while True:
        selector = Selector(side, quote, text[max(0, start - length) : start], text[end : end + length], start)
        if anchor(text, selector) == (start, end):
            return selector
        length *= 2


def anchor(text: str, selector: Selector) -> Span | None:
    """Where the quote stands in the side's text, None where that is not sure enough."""
    if _is_as_it_was(text, selector):
        return selector.start, selector.start + len(selector.exact)
    found: list[Span] = []
    for pattern in _patterns(selector):
        likely = _likely(text, pattern)
        if len(likely) != 1 or not likely[0].is_sure:
            return None
        found.append(likely[0].span)
    start, end = found[0][0], found[-1][1]
    if len(found) > 1 and not (found[0][1] <= found[1][0] and end - start <= 2 * len(selector.exact)):
        return None
    quote = text[start:end]
    return start + len(quote) - len(quote.lstrip()), end - len(quote) + len(quote.rstrip())


def _is_as_it_was(text: str, selector: Selector) -> bool:
    """Whether the quote stands where it stood, in a context that could not be longer: of a text that has hardly
    anything else in it, or repeats itself."""
    start, end = selector.start, selector.start + len(selector.exact)
    return (
        (len(selector.prefix) >= LONGEST_CONTEXT or len(selector.prefix) == start)
        and (len(selector.suffix) >= LONGEST_CONTEXT or end + len(selector.suffix) == len(text))
        and text.startswith(selector.prefix + selector.exact + selector.suffix, start - len(selector.prefix))
    )


def _patterns(selector: Selector) -> list[_Pattern]:
    """What to look for: the quote in its context, or its beginning and its end."""
    prefix = selector.prefix if len(selector.prefix) >= CONTEXT else _START + selector.prefix
    suffix = selector.suffix if len(selector.suffix) >= CONTEXT else selector.suffix + _END
    quote = selector.exact
    if len(quote) < LONG_QUOTE:
        return [_Pattern(prefix + quote + suffix, len(prefix), len(prefix) + len(quote))]
    return [
        _Pattern(prefix + quote[:END_OF_QUOTE], len(prefix), len(prefix) + END_OF_QUOTE),
        _Pattern(quote[-END_OF_QUOTE:] + suffix, 0, END_OF_QUOTE),
    ]


def _likely(text: str, pattern: _Pattern) -> list[_Likely]:
    """The place in the text that is most like the pattern, if any nearly is, and one more, if there is one."""
    whole = _START + text + _END
    length = len(pattern.text)
    ends = distances(pattern.text, whole)
    most = int((1 - NEARLY_ENOUGH) * length)
    lowest = [
        end
        for end, distance in enumerate(ends)
        if distance <= most and (not end or ends[end - 1] > distance) and distance <= min(ends[end : end + 2])
    ]
    found: list[_Likely] = []
    for end in sorted(lowest, key=ends.__getitem__):
        start = max(0, end - length - ends[end])
        alignment = align(pattern.text, whole[start:end])
        if not _counts(pattern, whole[start:end], alignment):
            continue
        own = _lies_on(alignment, pattern)
        shift = start - len(_START)
        lain = tuple(place + shift if place >= 0 else -1 for place in alignment.matches[pattern.start : pattern.end])
        sure = not found and _is_sure(pattern, whole[start:end], alignment)
        one = _Likely((own[0] + shift, own[1] + shift), sure, lain)
        if not found or not found[0].is_same(one):
            found.append(one)
        if len(found) > 1:
            break
    return found


def _is_sure(pattern: _Pattern, text: str, alignment: Alignment) -> bool:
    """Whether what the pattern's quote lies on is the quote: there is enough of the pattern, and of the quote, and any
    other reading (the quote lies on what is like it nearby, or is gone) takes more edits by enough."""
    if alignment.distance > (1 - ENOUGH) * len(pattern.text):
        return False
    if _kept(pattern, text, alignment) < ENOUGH_OF_QUOTE * pattern.length:
        return False
    start, end = _lies_on(alignment, pattern)
    quote = pattern.text[pattern.start : pattern.end]
    before = distances(pattern.text[: pattern.start], text)
    after = distances(pattern.text[pattern.end :][::-1], text[::-1])[::-1]
    least = SURENESS * pattern.length
    if pattern.length + min(map(sum, zip(before, after, strict=True))) < alignment.distance + least:
        return False
    least = max(least, MARGIN * alignment.distance)
    for other_start, other_end, distance in _like(quote, text):
        shared = min(end, other_end) - max(start, other_start)
        if 2 * shared < min(end - start, other_end - other_start):
            reading = before[other_start] + distance + after[other_end]
            if reading < alignment.distance + least:
                return False
    return True


def _counts(pattern: _Pattern, text: str, alignment: Alignment) -> bool:
    """Whether enough of the quote lies there for the place to count, or so much of its context that it may have."""
    if _kept(pattern, text, alignment) >= NEARLY_ENOUGH * pattern.length:
        return True
    context = [*range(pattern.start), *range(pattern.end, len(pattern.text))]
    same = sum(_is_same(pattern, text, alignment, place) for place in context)
    return bool(context) and same >= CONTEXT_ALONE * len(context)


def _kept(pattern: _Pattern, text: str, alignment: Alignment) -> int:
    """How many code points of the quote lie on their like, less those that are new between them."""
    start, end = _lies_on(alignment, pattern)
    places = range(pattern.start, pattern.end)
    new = end - start - sum(alignment.matches[place] >= 0 for place in places)
    return sum(_is_same(pattern, text, alignment, place) for place in places) - new


def _is_same(pattern: _Pattern, text: str, alignment: Alignment, place: int) -> bool:
    other = alignment.matches[place]
    return other >= 0 and text[other] == pattern.text[place]


def _like(quote: str, text: str) -> Iterator[tuple[int, int, int]]:
    """The parts of a text that are as good as half like a quote: their starts, ends and distances from it."""
    ends = distances(quote, text)
    for end, distance in enumerate(ends):
        if 2 * distance <= len(quote) and distance <= min(ends[max(0, end - 1) : end + 2]):
            first = max(0, end - len(quote) - distance)
            own = align(quote, text[first:end]).span(0, len(quote))
            if own:
                yield own[0] + first, own[1] + first, distance


def _lies_on(alignment: Alignment, pattern: _Pattern) -> Span:
    """What the pattern's quote lies on; where that is nothing, the empty span at which it would stand."""
    found = alignment.span(pattern.start, pattern.end)
    if found is None:
        before = alignment.span(0, pattern.start)
        after = alignment.span(pattern.end, len(pattern.text))
        place = before[1] if before else after[0] if after else 0
        return place, place
    return found


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
