"""The English name of the place that a date line names: out of the tables of names, else spelled in Latin letters."""

from __future__ import annotations

import re

from reader.arabic.direction import arabic_letters
from reader.arabic.folding import fold
from reader.arabic.lexicon_readings import marks_agree
from reader.settings import resources
from reader.translation.gloss_names import transliterate
from reader.translation.gloss_tables import lines, rows
from reader.translation.gloss_tokens import plain

_BETWEEN = re.compile(r"(\s+[-–—]\s+|\s*[/،,|]\s*)")
_PLACE = "place"


def in_english(place: str) -> str:
    """The name in English; of several, with what stands between them. A name in Latin letters stays as it is."""
    parts = _BETWEEN.split(place)
    return "".join(_between(part) if number % 2 else _named(part) for number, part in enumerate(parts))


def _between(text: str) -> str:
    return ", " if text.strip() in "،," else f" {text.strip()} "


def _named(part: str) -> str:
    if not arabic_letters(part):
        return part
    # The files line by line: to load all the tables takes as long as to open the article.
    return _from_gazetteer(part) or _from_names(part) or " ".join(transliterate(word) for word in part.split())


def _from_gazetteer(part: str) -> str | None:
    """The name's English; where it is written with vowel signs, of names that differ by them the one they fit."""
    wanted, marked = fold(part), part != plain(part)
    found = None
    for arabic, english, kind, *_ in rows(resources() / "lexicon" / "gazetteer.tsv"):
        if kind != _PLACE or fold(arabic) != wanted:
            continue
        if marked and arabic != plain(arabic) and marks_agree(part, arabic):
            return english.removeprefix("the ")
        if found is None and arabic == plain(arabic):
            found = english.removeprefix("the ")
    return found


def _from_names(part: str) -> str | None:
    start = f"{fold(part)}\t"
    for line in lines(resources() / "lexicon" / "names.tsv"):
        if line.startswith(start):
            _, english, kind = line.split("\t")
            return english if kind == _PLACE else None
    return None
