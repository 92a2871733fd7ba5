"""The best place in a piece that was found: what matched there, and a part of the original string around it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reader.arabic.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from reader.model import Span

LENGTH = 160
"""How many code points of a string a snippet has, about."""
BEFORE = 50
"""How many of them stand before the first match, at most."""


class Place(NamedTuple):
    """A passage in which something matched: the number of its column, its own among the passages of that column, and
    which of its words did, each match as the first of them and their count."""

    column: int
    passage: int
    matches: tuple[tuple[int, int], ...]


def best_place(api: apsw.FTS5ExtensionApi, ranks: Sequence[int], same: Sequence[int]) -> Place | None:
    """Where in a row that FTS5 has found most of the phrases stand, None where they all stand elsewhere.

    ``same`` says of each of FTS5's phrases which of the query's it belongs to; one that has none stands between the
    passages. Of places where as many do, that counts whose column has the lowest of ``ranks``, then the first.
    """
    breaks = api.phrase_locations(len(same))
    lengths = [len(phrase) for phrase in api.phrases]
    found: dict[tuple[int, int], set[tuple[int, int, int]]] = defaultdict(set)
    for phrase, own in enumerate(same):
        for column, offsets in enumerate(api.phrase_locations(phrase)):
            for offset in offsets:
                passage = bisect_right(breaks[column], offset)
                start = breaks[column][passage - 1] + 1 if passage else 0
                found[column, passage].add((offset - start, lengths[phrase], own))
    if not found:
        return None
    column, passage = min(
        found, key=lambda place: (-len({own for _, _, own in found[place]}), ranks[place[0]], place[1])
    )
    return Place(column, passage, tuple(sorted({(first, count) for first, count, _ in found[column, passage]})))


def cut(text: str, matches: Iterable[tuple[int, int]]) -> tuple[str, tuple[Span, ...]]:
    """The part of a text that holds most of the matches (see ``Place``), of whole words, and where they stand in it."""
    tokens = tokenize(text)
    spans = _apart((tokens[first].span[0], tokens[first + count - 1].span[1]) for first, count in matches)
    if not spans:
        return text[:LENGTH], ()
    room = LENGTH - BEFORE
    lead = max(spans, key=lambda span: (sum(span[0] <= end <= span[0] + room for _, end in spans), -span[0]))
    start = max(0, min(lead[0] - BEFORE, len(text) - LENGTH))
    if start and not text[start - 1].isspace():
        start = next((at + 1 for at in range(start, lead[0]) if text[at].isspace()), lead[0])
    end = min(len(text), max(start + LENGTH, lead[1]))
    if end < len(text) and not text[end].isspace():
        least = max(stop for begin, stop in spans if start <= begin and stop <= end)
        end = next((at for at in range(end, least - 1, -1) if text[at].isspace()), end)
    inside = (span for span in spans if start <= span[0] and span[1] <= end)
    return text[start:end], tuple((begin - start, stop - start) for begin, stop in inside)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in their order, those that overlap as one."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart
