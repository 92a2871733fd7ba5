"""The check of the glossary: terms of the reader's own whose wanted translation the English lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.arabic.folding import fold, fold_with_map
from reader.model import Flag, FlagKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Span

_BEFORE = "(?:[وف]?(?:[بلكس]|ال|بال|كال|لل)?)"
_AFTER = "(?:ها|هم|هن|هما|نا|كم|ه|ي|ك)?"
_SPACE = re.compile(r"\s+")


def check_glossary(source: str, target: str, terms: Sequence[tuple[str, str]]) -> Iterator[Flag]:
    """A flag for each term that stands in the Arabic and whose translation does not stand in the English.

    ``terms`` are pairs of an Arabic term and its wanted translation. The detail is the wanted translation.
    """
    if not terms:
        return
    folded, offsets = fold_with_map(source)
    english = _SPACE.sub(" ", target.casefold())
    for term, wanted in terms:
        spans = _places(term, folded, offsets)
        if spans and wanted.strip() and not _stands_in(wanted, english):
            yield Flag(FlagKind.GLOSSARY, wanted.strip(), tuple(spans))


def find_term(term: str, text: str) -> tuple[Span, ...]:
    """Where the Arabic ``term`` stands in ``text``, in code points: spelled in any way, with joined letters."""
    return tuple(_places(term, *fold_with_map(text)))


def _places(term: str, folded: str, offsets: list[int]) -> list[Span]:
    words = fold(term).split()
    if not words:
        return []
    pattern = r"\s+".join(_word(word, last=place == len(words) - 1) for place, word in enumerate(words))
    return [
        (offsets[match.start()], _end(offsets, match.end()))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", folded)
    ]


def _word(word: str, last: bool) -> str:
    stem = word[2:] if word.startswith("ال") and len(word) > 4 else word
    ending = _AFTER if last else ""
    if stem.endswith("ه") and last:  # the ة of مدرسة opens to a ت before a pronoun: مدرستهم
        return f"{_BEFORE}(?:{re.escape(stem)}|{re.escape(stem[:-1])}ت{_AFTER})"
    return _BEFORE + re.escape(stem) + ending


def _end(offsets: list[int], end: int) -> int:
    """The offset after the last character matched; marks that folding drops after it belong to it."""
    return offsets[end] if end < len(offsets) else offsets[-1]


def _stands_in(wanted: str, english: str) -> bool:
    words = _SPACE.sub(" ", wanted.strip().casefold())
    return re.search(rf"(?<!\w){re.escape(words)}(?:s|es|['’]s?)?(?!\w)", english) is not None
