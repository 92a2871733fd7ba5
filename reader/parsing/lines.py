"""A line of a page with what can be seen of it at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.arabic.cleaning import numbered_lines
from reader.arabic.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"\w+")
_STOP = re.compile("[.!؟?…][\"”»')\\]]*\\d{0,2}$")
_GLANCE = 400
"""Furniture, labels and dates stand in short lines: of a longer one only this many characters are looked at for them,
which also keeps every pattern's work bounded."""

NO_HINTS: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Line:
    """A line that is not blank. ``number`` counts from 1; ``text`` is cleaned; ``gap`` says that blank lines stand
    before it. ``hints`` is what mark-up adds to the evidence: weights by kind (see ``reader.parsing.signals``)."""

    number: int
    text: str
    gap: bool = False
    hints: Mapping[str, float] = field(default_factory=lambda: NO_HINTS)

    @cached_property
    def folded(self) -> str:
        """The beginning of the text, folded: what wording is looked for in."""
        return fold(self.text[:_GLANCE])

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The folded words of that beginning, Latin and digits too."""
        return tuple(_WORD.findall(self.folded))

    @cached_property
    def words(self) -> int:
        """How many words the whole line has."""
        return len(self.text.split())

    @cached_property
    def stops(self) -> bool:
        """Whether it ends as a sentence does (a footnote's number may stand after the full stop)."""
        return bool(_STOP.search(self.text[-8:])) and not self.text.endswith("..")

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as running text rather than as a headline, a label or a name. Headlines may ask or exclaim,
        so a question mark alone makes no prose of a short line."""
        if self.words >= 25:
            return True
        return self.stops and self.words >= (14 if self.text.rstrip("\"”»')")[-1:] in "؟?!…" else 6)

    @cached_property
    def has_letters(self) -> bool:
        """Whether there is anything to read in it, in whatever script."""
        return any(character.isalpha() for character in self.text)


def plain_lines(text: str) -> list[Line]:
    """The lines of a plain text."""
    found = []
    last = 0
    for number, line in numbered_lines(text):
        found.append(Line(number, line, gap=number > last + 1))
        last = number
    return found
