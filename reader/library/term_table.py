"""The glossary as a table in a text file: CSV or TSV, as spreadsheets write them, and written so that they read it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.arabic.cleaning import clean
from reader.arabic.direction import is_arabic
from reader.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Term

HEADER = ("source", "target", "note")
HEADINGS = frozenset("source target term translation arabic english note arabe العربية المصطلح الترجمة".split())
"""What a first row holds, in lower case, that names the columns and is no term."""
DELIMITERS = "\t;,"
"""What may part the cells. What parts most rows is taken, and of several the first: a comma may stand in a cell."""
MAX_CELL = 2_000
"""The most characters of a cell; a longer one is no term."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term as a file has it, and the number of its row, from 1."""

    row: int
    source: str
    target: str
    note: str | None


@dataclass(frozen=True, slots=True)
class TermTable:
    """What a file holds: its terms, and the numbers of the rows that lack a term or its translation."""

    rows: tuple[TermRow, ...]
    incomplete: tuple[int, ...]


def parse(text: str, name: str) -> TermTable:
    """The terms in a text of rows with two or three cells: term, translation, note; the first two the other way round
    where only the second is Arabic. Raises LibraryError ``terms.no_table`` where there is none."""
    try:
        tables = [list(csv.reader(io.StringIO(text, newline=""), delimiter=mark)) for mark in DELIMITERS]
    except csv.Error as error:
        raise LibraryError("terms.no_table", path=name) from error
    table = max(tables, key=lambda rows: sum(len(cells) > 1 for cells in rows))
    rows: list[TermRow] = []
    incomplete: list[int] = []
    for number, cells in enumerate(table, start=1):
        source, target, note, *_ = (*(clean(" ".join(cell.split())) for cell in cells), "", "", "")
        if not (source or target or note) or (number == 1 and source.casefold() in HEADINGS):
            continue
        if is_arabic(target) and not is_arabic(source):
            source, target = target, source
        if source and target and len(source) <= MAX_CELL and len(target) <= MAX_CELL:
            rows.append(TermRow(number, source, target, note or None))
        else:
            incomplete.append(number)
    if not rows:
        raise LibraryError("terms.no_table", path=name)
    return TermTable(tuple(rows), tuple(incomplete))


def render(terms: Iterable[Term], name: str) -> bytes:
    """The terms as a file of that name: UTF-8 with the mark that spreadsheets know it by; with tabs where the name
    ends in .tsv, else with commas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="\t" if name.lower().endswith(".tsv") else ",")
    writer.writerow(HEADER)
    writer.writerows((term.source, term.target, term.note or "") for term in terms)
    return out.getvalue().encode("utf-8-sig")
