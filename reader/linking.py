"""What on one side of a pair belongs to a part of the other, by its sentences and its word links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Side, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Pair, Sentence, Span


def counterpart(pair: Pair, side: Side, start: int, end: int) -> Span | None:
    """The part of the other side that belongs to the characters from ``start`` to ``end`` of ``side``; None where
    nothing does. All in code points of the pair's own strings.

    Of a sentence that is chosen whole, and of one whose word links are not known, it is the whole sentence; else the
    words that the chosen ones are linked to, with what stands between them unless that belongs to others.
    """
    if pair.target is None or start >= end:
        return None
    if pair.status is Status.KEPT and pair.source == pair.target:
        return start, end
    found = [
        span
        for sentence in pair.sentences
        if (span := _in_sentence(pair, sentence, side, start, end)) is not None and span[0] < span[1]
    ]
    return _hull(found) if found else None


def _in_sentence(pair: Pair, sentence: Sentence, side: Side, start: int, end: int) -> Span | None:
    """What of a sentence's other side belongs to what is chosen of it."""
    text = pair.source if side is Side.SOURCE else pair.target or ""
    here, there = (sentence.source, sentence.target) if side is Side.SOURCE else (sentence.target, sentence.source)
    start, end = max(start, here[0]), min(end, here[1])
    if not _has_words(text[start:end]):
        return None
    whole = not _has_words(text[here[0] : start]) and not _has_words(text[end : here[1]])
    if whole or not sentence.words:
        return there
    links = [link if side is Side.SOURCE else (*link[2:], *link[:2]) for link in sentence.words]
    chosen = {(link[2], link[3]) for link in links if link[0] < end and start < link[1]}
    others = {(link[2], link[3]) for link in links if not (link[0] < end and start < link[1])} - chosen
    return _widest(chosen, others) if chosen else None


def _widest(chosen: Iterable[Span], others: Iterable[Span]) -> Span:
    """The chosen words from the first to the last. Where more words of others stand between them than there are of
    theirs, only the longest run of theirs that no other parts: the rest are linked to the far end of the sentence."""
    runs: list[list[Span]] = []
    mine = sorted(chosen)
    foreign = sorted(others)
    first, last = _hull(mine)
    if sum(first <= one[0] and one[1] <= last for one in foreign) <= len(mine):
        return first, last
    for span in mine:
        apart = runs and any(runs[-1][-1][1] <= one[0] and one[1] <= span[0] for one in foreign)
        if not runs or apart:
            runs.append([])
        runs[-1].append(span)
    return _hull(max(runs, key=lambda run: run[-1][1] - run[0][0]))


def _hull(spans: Sequence[Span]) -> Span:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
