"""Where the sentences of a paragraph begin and end.

The boundaries are those of UAX 29, by apsw.unicode, which knows ؟ and closing quotes and does not cut 3.5. Rules of
ours rejoin what it cuts after Arabic abbreviations and the two dots of a headline, and cut after an ellipsis and ؟!.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    or digit joins its neighbour, so no sentence is mere punctuation unless the whole text is.
    """
    import apsw.unicode  # 10 MB, needed only once something is translated

    cuts = {0, len(text)}
    cuts.update(start for start, _, _ in apsw.unicode.sentence_iter_with_offsets(text))
    cuts.update(match.end() for match in _MANY_STOPS.finditer(text))
    spans: list[Span] = []
    start = 0
    for _, cut in pairwise(sorted(cuts)):
        if cut < len(text) and (_is_no_end(text[start:cut]) or not _WORD.search(text, start, cut)):
            continue
        if not _WORD.search(text, start, cut) and spans:
            start = spans.pop()[0]
        spans.append((start, cut))
        start = cut
    return [span for span in (_trim(text, *span) for span in spans) if span[0] < span[1]]


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
