"""The best place in a piece that was found: what matched there, and a part of the original string around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.arabic.finding import find
from reader.arabic.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.arabic.finding import Test
    from reader.library.search_index import Passage
    from reader.model import Span

LENGTH = 160
"""How many code points of a string a snippet has, about."""
BEFORE = 50
"""How many of them stand before the first match, at most."""

_ORDER = ("title", "note", "name", "text", "translation", "tag")
"""What is shown of two places that match alike."""


def best_place(
    passages: Sequence[Passage], phrases: Sequence[Sequence[Test]], columns: Sequence[str]
) -> tuple[Passage, list[Span]] | None:
    """The passage in which most of the phrases stand, and where; None where none does. Only those of the columns
    count."""
    best: tuple[Passage, list[Span]] | None = None
    most = 0
    looked_at = (passage for passage in passages if passage.column in columns)
    for passage in sorted(looked_at, key=lambda passage: _ORDER.index(passage.column)):
        tokens = tokenize(passage.text)
        found = [find(tokens, phrase) for phrase in phrases]
        count = sum(map(bool, found))
        if count > most:
            most = count
            best = passage, sorted({span for spans in found for span in spans})
        if most == len(phrases):
            break
    return best


def cut(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """A part of the text with the first of the spans, whole words, and the spans in it."""
    first = spans[0][0] if spans else 0
    start = max(0, min(first - BEFORE, len(text) - LENGTH))
    if start and not text[start - 1].isspace():
        start = min(first, next((at + 1 for at in range(start, first) if text[at].isspace()), first))
    end = min(len(text), max(start + LENGTH, spans[0][1] if spans else 0))
    if end < len(text) and not text[end].isspace():
        least = max((stop for _, stop in spans if stop <= end), default=start + 1)
        end = next((at for at in range(end, least - 1, -1) if text[at].isspace()), end)
    inside = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
    return text[start:end], tuple(_apart(inside))


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Sorted spans, those that overlap as one."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart
