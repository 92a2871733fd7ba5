"""Where a pattern stands in a text, give or take some edits: Myers' bit-parallel search, with the alignment read back.

The column of the dynamic-programming table is kept as two integers of a bit for each code point of the pattern (where
the distance rises by one from a row to the next, and where it falls), so that a step over a letter of the text is a
handful of operations on integers. After Myers (1999) and Hyyrö (2001).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Span

_Column = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a pattern lies on a text. ``matches`` gives for each code point of the pattern the one of the text that it
    lies on, be it another letter, and -1 for one that lies on none; ``distance`` counts the insertions, deletions and
    replacements that make the one out of the other."""

    distance: int
    matches: tuple[int, ...]

    def span(self, start: int, end: int) -> Span | None:
        """What a part of the pattern lies on, None where that is nothing."""
        lain = [place for place in self.matches[start:end] if place >= 0]
        return (lain[0], lain[-1] + 1) if lain else None


def distances(pattern: str, text: str) -> list[int]:
    """For each place in the text, the fewest edits between the pattern and any part of the text that ends before it;
    one more entry than the text is long."""
    distance = len(pattern)
    found = [distance]
    highest = 1 << len(pattern) >> 1
    for rises, falls, _ in _steps(pattern, text):
        if rises & highest:
            distance += 1
        elif falls & highest:
            distance -= 1
        found.append(distance)
    return found


def align(pattern: str, text: str) -> Alignment:
    """The pattern's alignment with the part of the text that ends where the text does and takes the fewest edits."""
    columns: list[_Column] = [((1 << len(pattern)) - 1, 0), *(column for _, _, column in _steps(pattern, text))]
    matches = [-1] * len(pattern)
    distance = 0
    row, place = len(pattern), len(text)
    while row:
        bit = 1 << row >> 1
        if place and pattern[row - 1] == text[place - 1]:
            row, place = row - 1, place - 1
            matches[row] = place
            continue
        distance += 1
        if not place or columns[place][0] & bit:
            row -= 1  # lies on nothing
        elif columns[place - 1][1] & bit:
            place -= 1  # nothing lies on that letter
        else:
            row, place = row - 1, place - 1
            matches[row] = place
    return Alignment(distance, tuple(matches))


def _steps(pattern: str, text: str) -> Iterator[tuple[int, int, _Column]]:
    """For each letter of the text: where the distance rises and falls from the letter before to this one, and the
    column it makes (where it rises and falls from each row to the next); bit n is the pattern's code point n."""
    where: dict[str, int] = {}
    for place, letter in enumerate(pattern):
        where[letter] = where.get(letter, 0) | 1 << place
    every = (1 << len(pattern)) - 1
    up, down = every, 0
    for letter in text:
        equal = where.get(letter, 0) | down
        diagonal = (((equal & up) + up) ^ up) | equal
        falls = up & diagonal
        rises = down | (every & ~(up | diagonal))
        yield (
            rises,
            falls,
            (
                up := ((falls << 1) | ~(diagonal | (rises << 1))) & every,
                down := (rises << 1) & diagonal & every,
            ),
        )
