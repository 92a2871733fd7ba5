"""Where texts that are nearly the same differ, paragraph by paragraph and word by word. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

ALIKE = 0.35
"""The share of their words that two paragraphs have in common if one is the other, changed."""
MOST = 60
"""Changed paragraphs in a row up to which it is looked which belongs to which; beyond, they stand in their order."""
AROUND = 7
"""Words shown on either side of a difference."""

Run = tuple[str, bool]
"""Words that follow each other, and whether they are another text's too: False where they differ."""
Cell = tuple[Run, ...]
"""A paragraph of one of the texts; () where that has none there."""


@dataclass(frozen=True, slots=True)
class Differences:
    """The paragraphs that are not the same in all texts, a cell for each text; and how many of the first are."""

    rows: tuple[tuple[Cell, ...], ...]
    same: int


def compare(texts: Sequence[Sequence[str]]) -> Differences:
    """How texts, each its paragraphs, differ: the others from the first, and the first from any of them."""
    first, *others = texts
    matched = [_aligned(first, other) for other in others]
    rows: list[tuple[Cell, ...]] = []
    same = 0
    for place in range(-1, len(first)):
        if place >= 0:
            partners = [_partner(pairs, other, place) for pairs, other in zip(matched, others, strict=True)]
            if all(partner == first[place] for partner in partners):
                same += 1
            else:
                rows.append(_row(first[place], partners))
        for number, (pairs, other) in enumerate(zip(matched, others, strict=True), 1):
            for added in _after(pairs, place):
                cells: list[Cell] = [()] * len(texts)
                cells[number] = _shortened([(word, False) for word in other[added].split()])
                rows.append(tuple(cells))
    return Differences(tuple(rows), same)


def _partner(pairs: Sequence[tuple[int | None, int | None]], other: Sequence[str], place: int) -> str | None:
    return next((other[there] for here, there in pairs if here == place and there is not None), None)


def _after(pairs: Sequence[tuple[int | None, int | None]], place: int) -> Iterator[int]:
    """The paragraphs that only the other text has, directly after a place of the first (-1: before all)."""
    at = -1
    for here, there in pairs:
        if here is not None:
            at = here
        elif there is not None and at == place:
            yield there


def _aligned(first: Sequence[str], other: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Which paragraph of one text is which of the other, in their order; None where it has none."""
    pairs: list[tuple[int | None, int | None]] = []
    for kind, a, b, c, d in SequenceMatcher(None, first, other, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        else:
            pairs += _matched(first, other, range(a, b), range(c, d))
    return pairs


def _matched(
    first: Sequence[str], other: Sequence[str], here: range, there: range
) -> list[tuple[int | None, int | None]]:
    """The same for paragraphs none of which is wholly the same: those that have the most words in common belong
    together."""
    if max(len(here), len(there)) > MOST:
        shared = min(len(here), len(there))
        rest = [(one, None) for one in here[shared:]] + [(None, one) for one in there[shared:]]
        return [*zip(here[:shared], there[:shared], strict=True), *rest]
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    like = [[_likeness(first[one], other[two]) for two in there] for one in here]
    for one in reversed(range(len(here))):
        for two in reversed(range(len(there))):
            together = best[one + 1][two + 1] + like[one][two] if like[one][two] >= ALIKE else 0.0
            best[one][two] = max(together, best[one + 1][two], best[one][two + 1])
    pairs: list[tuple[int | None, int | None]] = []
    one = two = 0
    while one < len(here) or two < len(there):
        inside = one < len(here) and two < len(there)
        if inside and like[one][two] >= ALIKE and best[one][two] == best[one + 1][two + 1] + like[one][two]:
            pairs.append((here[one], there[two]))
            one, two = one + 1, two + 1
        elif two == len(there) or (one < len(here) and best[one][two] == best[one + 1][two]):
            pairs.append((here[one], None))
            one += 1
        else:
            pairs.append((None, there[two]))
            two += 1
    return pairs


def _likeness(one: str, other: str) -> float:
    here, there = set(one.split()), set(other.split())
    return 2 * len(here & there) / max(len(here) + len(there), 1)


def _row(own: str, partners: Sequence[str | None]) -> tuple[Cell, ...]:
    """The cells of a paragraph and of what it is in the other texts."""
    words = own.split()
    kept, gaps = [True] * len(words), set[int]()
    cells: list[Cell] = []
    for partner in partners:
        if partner is None:
            kept = [False] * len(words)
            cells.append(())
            continue
        theirs = partner.split()
        in_both, their_gaps = [True] * len(theirs), set[int]()
        for kind, a, b, c, d in SequenceMatcher(None, words, theirs, autojunk=False).get_opcodes():
            if kind != "equal":
                kept[a:b], in_both[c:d] = [False] * (b - a), [False] * (d - c)
                gaps.add(a)
                their_gaps.add(c)
        cells.append(_shortened(list(zip(theirs, in_both, strict=True)), their_gaps))
    return (_shortened(list(zip(words, kept, strict=True)), gaps), *cells)


def _shortened(words: Sequence[Run], gaps: Collection[int] = ()) -> Cell:
    """The words as runs, those far from any difference left out for "…"; a paragraph without one at its beginning.
    In ``gaps`` the other text has something that is not here."""
    apart = {at for at, (_, shared) in enumerate(words) if not shared}
    near = [False] * len(words)
    for at in (*apart, *gaps):
        for close in range(max(at - AROUND, 0), min(at + AROUND + (at in apart), len(words))):
            near[close] = True
    if not (apart or gaps):
        near[: 2 * AROUND] = [True] * len(near[: 2 * AROUND])
    runs: list[tuple[list[str], bool]] = []
    for at, (word, shared) in enumerate(words):
        if not near[at]:
            if not runs:
                runs.append((["…"], True))
            elif runs[-1][0][-1] != "…":
                runs[-1][0].append("…")  # the last before it is no difference: those have words around them
        elif runs and runs[-1][1] is shared:
            runs[-1][0].append(word)
        else:
            runs.append(([word], shared))
    return tuple((" ".join(run), shared) for run, shared in runs)
