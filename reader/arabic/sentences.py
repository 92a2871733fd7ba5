"""Where the sentences of a paragraph begin and end.

The boundaries are those of UAX 29, by apsw.unicode, which knows ؟ and closing quotes and does not cut 3.5. Rules of
ours rejoin what it cuts after Arabic abbreviations and the two dots of a headline, and cut after an ellipsis and ؟!.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Span

_TITLES = ("أ", "ا", "د", "م", "ج", "ص", "ط", "ت", "هـ", "ه", "ق", "ب", "س", "ش", "ع", "ف", "ك", "ل", "ن", "و", "ي")
_FOREIGN = ("mr", "mrs", "ms", "dr", "prof", "st", "vs", "gen", "col", "lt", "sen", "rep", "gov", "inc", "ltd", "jr")
_ABBREVIATIONS = frozenset(_TITLES + _FOREIGN)
_HEAD_OF_NAME = re.compile(r"(?:^|[\s(«\"“'\[،])((?:\w{1,5}\.)*\w{1,5})\.\s*$")
_LATIN_INITIALS = re.compile(r"(?:^|[\s(«\"“'\[])(?:[A-Z]\.)+\s*$")
_LIST_NUMBER = re.compile(r"^\s*[(\[]?\d{1,3}\.\s*$")
_TWO_DOTS = re.compile(r"(?<!\.)\.\.\s*$")
_MANY_STOPS = re.compile(r"(?:…|[.!?؟]{2,})[\"”»)\]']*\s+(?=\S)")
_WORD = re.compile(r"\w")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u0600-\u06ff]+")
_CLAUSE_END = re.compile(r"[.،؛:,;!?؟…]\s+")

LONGEST = 4000
"""Code points beyond which a text without an end is cut at a clause, or else between words: what is done sentence by
sentence must not have to be done in one go."""

_LOOKED_BACK = 64
"""Code points before a boundary that tell whether it is one."""


def _is_no_end(before: str) -> bool:
    """Whether a boundary after this text is none: the dot belongs to an abbreviation, a list number or a headline's
    two dots. A date's year or a count before the dot is an end: "عام 2020. وقال"."""
    if _TWO_DOTS.search(before) or _LIST_NUMBER.match(before) or _LATIN_INITIALS.search(before):
        return True
    name = _HEAD_OF_NAME.search(before)
    if not name:
        return False
    word = name.group(1).lower()
    return word.rpartition(".")[2] in _ABBREVIATIONS


def sentence_spans(text: str) -> list[Span]:
    """The sentences of ``text`` as offsets in code points, end exclusive, in order.

    They tile the text but for spaces between and around them; a text of spaces alone has none. What holds no letter
    or digit joins its neighbour, so no sentence is mere punctuation unless the whole text is. None is longer than
    ``LONGEST``.
    """
    boundaries = list(_boundaries(text))
    cuts = {0, len(text), *boundaries}
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        cuts.difference_update(boundaries[bisect_right(boundaries, start) : bisect_left(boundaries, end)])
    cuts.update(match.end() for match in _MANY_STOPS.finditer(text))
    spans: list[Span] = []
    start, has_word = 0, False
    for last, cut in pairwise(sorted(cuts)):
        has_word = has_word or _WORD.search(text, last, cut) is not None
        if cut < len(text) and (not has_word or _is_no_end(_before(text, start, cut))):
            continue
        if not has_word and spans:
            start = spans.pop()[0]
        spans.append((start, cut))
        start, has_word = cut, False
    trimmed = (_trim(text, *span) for span in spans)
    return [part for start, end in trimmed if start < end for part in _cut(text, start, end)]


def _boundaries(text: str) -> Iterator[int]:
    """Where UAX 29 has a sentence end."""
    try:
        # What apsw.unicode calls itself; all of that module would cost 20 ms and 2 MB more.
        from apsw._unicode import sentence_next_break
    except ImportError:
        from apsw.unicode import sentence_next_break
    at = 0
    while at < len(text):
        at = sentence_next_break(text, at)
        yield at


def _before(text: str, start: int, cut: int) -> str:
    """What stands before a cut in its sentence, as far as it tells anything; an "x" for what is left out."""
    if cut - start <= _LOOKED_BACK:
        return text[start:cut]
    return "x" + text[cut - _LOOKED_BACK : cut]


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, in pieces no longer than ``LONGEST``."""
    while end - start > LONGEST:
        ends = [match.span() for match in _CLAUSE_END.finditer(text, start + LONGEST // 2, start + LONGEST)]
        if ends:
            stop, begin = ends[-1][0] + 1, ends[-1][1]
        else:
            space = text.rfind(" ", start + 1, start + LONGEST)
            stop, begin = (space, space + 1) if space > 0 else (start + LONGEST, start + LONGEST)
        yield _trim(text, start, stop)
        start = begin
    yield _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
