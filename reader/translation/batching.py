"""Cuts sentences into parts that a model takes, and puts the parts into batches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.model import Span

CLAUSE_END = re.compile(r"(?<=[،؛:,;])\s+")
WORD_END = re.compile(r"\s+")

OPENING = 128
"""How many tokens the first batch of what the reader looks at may have: a paragraph or so."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or the ``number``-th part of one: its text, where that begins in the sentence in code points, and
    its tokens."""

    sentence: int
    number: int
    text: str
    start: int
    tokens: list[str]


def stripped(text: str) -> Span:
    """The text without the spaces around it."""
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


def cut(text: str, start: int, end: int, fits: Callable[[str], bool]) -> list[Span]:
    """The text from ``start`` to ``end`` in as few runs of whole clauses as fit, those of whole words where a clause
    does not, those of letters where a word does not. The runs tile it but for spaces."""
    if fits(text[start:end]) or end - start < 2:
        return [(start, end)]
    for mark in (CLAUSE_END, WORD_END):
        ends = [match.span() for match in mark.finditer(text, start, end)]
        if ends:
            break
    else:
        middle = (start + end) // 2
        ends = [(middle, middle)]
    begins, stops = [start, *(stop for _, stop in ends)], [*(begin for begin, _ in ends), end]
    runs: list[Span] = []
    for begin, stop in zip(begins, stops, strict=True):
        if runs and len(ends) > 1 and fits(text[runs[-1][0] : stop]):
            runs[-1] = (runs[-1][0], stop)
        else:
            runs.append((begin, stop))
    return [shorter for run in runs for shorter in cut(text, *run, fits)]


def batches(parts: Sequence[Sequence[Part]], first: Sequence[int], most: int) -> Iterator[list[Part]]:
    """All parts, given by sentence: those of the sentences ``first`` in its order, in batches that begin small and
    grow, so that something is seen at once; then the others by length, which wastes the least on padding. A batch has
    at most ``most`` tokens, padding counted, or a single part. What fits into one batch is done in one: of four
    sentences the first would be there a third sooner in a batch of its own, all of them a fifth later."""
    ahead = [index for index in dict.fromkeys(first) if 0 <= index < len(parts)]
    chosen = set(ahead)
    opening = [part for index in ahead for part in parts[index]]
    others = [part for index, own in enumerate(parts) if index not in chosen for part in own]
    others.sort(key=lambda part: len(part.tokens))
    whole = opening + others
    if whole and max(len(part.tokens) for part in whole) * len(whole) <= most:
        yield whole
        return
    yield from _filled(opening, min(OPENING, most), most)
    yield from _filled(others, most, most)


def _filled(queue: Sequence[Part], room: int, most: int) -> Iterator[list[Part]]:
    """The queue in batches of at most ``room`` tokens, which doubles with each batch up to ``most``."""
    batch: list[Part] = []
    longest = 0
    for part in queue:
        longest = max(longest, len(part.tokens))
        if batch and longest * (len(batch) + 1) > room:
            yield batch
            batch, longest, room = [], len(part.tokens), min(2 * room, most)
        batch.append(part)
    if batch:
        yield batch
