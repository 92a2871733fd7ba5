"""What the glossary's line is filled with when a reader wants a word or a selection in it: the term, its English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.arabic.lexicon_readings import bare
from reader.gui.words import here
from reader.model import Side

if TYPE_CHECKING:
    from reader.model import Pair, Reading, Span

_NAMING = {"noun", "adjective", "name"}
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_LONGEST = 60
"""Characters beyond which no Arabic is taken for a term, be it what links lead to."""

Offer = tuple[str, str]
"""A term in Arabic and its translation, each "" where there is none to offer."""


def of_word(word: str, reading: Reading | None, english: str) -> Offer:
    """For a word of the text as the lexicon reads it. What names something goes in as a dictionary has it, since the
    glossary finds it with all that is joined to it. ``english`` is what stands for the word in the translation."""
    named = reading is not None and reading.pos in _NAMING
    term = bare(reading.lemma) if reading is not None and named else word
    said = "" if "…" in english else english.strip(" .,;:!?\"'()[]“”«»")
    if not said and reading is not None and reading.glosses:
        said = reading.glosses[0]
    return term, _ARTICLE.sub("", said, count=1) if named else said


def of_selection(pair: Pair, side: Side, span: Span) -> Offer:
    """For what is selected in one text of a pair, with what is linked to it in the other."""
    if side is Side.SOURCE:
        english = here(pair, span)
        return pair.source[slice(*span)].strip(), "" if "…" in english else english
    links = [link for sentence in pair.sentences for link in sentence.words or ()]
    linked = [link for link in links if link[2] < span[1] and link[3] > span[0]]
    start, end = min((link[0] for link in linked), default=0), max((link[1] for link in linked), default=0)
    term = pair.source[start:end] if end - start <= _LONGEST else ""
    return term, (pair.target or "")[slice(*span)].strip()
