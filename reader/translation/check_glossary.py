"""The check of the glossary: terms of the reader's own whose wanted translation the English lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.arabic.terms import find_terms
from reader.model import Flag, FlagKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Span, Term

_SPACE = re.compile(r"\s+")


def check_glossary(source: str, target: str, terms: Sequence[Term]) -> Iterator[Flag]:
    """A flag for each term that stands in the Arabic and whose translation does not stand in the English.

    The detail is the wanted translation.
    """
    if not terms:
        return
    english = _SPACE.sub(" ", target.casefold())
    places: dict[str, list[Span]] = {}
    for hit in find_terms(source, terms):
        wanted = hit.term.target.strip()
        if wanted and not _stands_in(wanted, english):
            places.setdefault(wanted, []).append(hit.span)
    for wanted, spans in places.items():
        yield Flag(FlagKind.GLOSSARY, wanted, tuple(spans))


def _stands_in(wanted: str, english: str) -> bool:
    words = _SPACE.sub(" ", wanted.casefold())
    return re.search(rf"(?<!\w){re.escape(words)}(?:s|es|['’]s?)?(?!\w)", english) is not None
