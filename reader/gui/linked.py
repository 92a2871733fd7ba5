"""What belongs together on either side of a pair: the sentence at a place, and the words linked to the word there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Side

if TYPE_CHECKING:
    from reader.model import Pair, Sentence, Span


@dataclass(frozen=True, slots=True)
class Lit:
    """What is lit on one side: the sentence, and words in it. Spans are in code points of that side's string."""

    sentence: Span
    words: tuple[Span, ...] = ()


def to_utf16(text: str, index: int) -> int:
    """A place in code points as Qt counts it, in UTF-16 units."""
    return len(_utf16(text[:index])) // 2


def from_utf16(text: str, index: int) -> int:
    """A place as Qt counts it, in code points; within a surrogate pair the character's own."""
    units = _utf16(text)
    if len(units) == 2 * len(text):  # as a rule: no character takes two units
        return index
    return len(units[: 2 * index].decode("utf-16-le", "ignore"))


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def lit_at(pair: Pair, side: Side, index: int) -> dict[Side, Lit]:
    """What to light on both sides when the pointer is at a place (code points) of one: the sentence there with its
    counterpart, and the word there with all it is linked to. Nothing between sentences."""
    for sentence in pair.sentences:
        start, end = sentence.source if side is Side.SOURCE else sentence.target
        if start <= index < end:
            source, target = _linked_words(sentence, side, index)
            return {Side.SOURCE: Lit(sentence.source, source), Side.TARGET: Lit(sentence.target, target)}
    return {}


def _linked_words(sentence: Sentence, side: Side, index: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    links = sentence.words or ()
    if side is Side.SOURCE:
        chosen = [link for link in links if link[0] <= index < link[1]]
    else:
        chosen = [link for link in links if link[2] <= index < link[3]]
    return (
        tuple(sorted({(link[0], link[1]) for link in chosen})),
        tuple(sorted({(link[2], link[3]) for link in chosen})),
    )
