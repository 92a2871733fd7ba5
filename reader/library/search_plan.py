"""How a query is put to SQLite: what FTS5 is asked, and the conditions on the piece that stand beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.arabic.finding import beginnings
from reader.arabic.folding import fold_key
from reader.arabic.tokens import spellings
from reader.errors import QueryError
from reader.library.query import COLUMNS, Field, Filter, Item, Query, Words
from reader.library.search_index import BREAK
from reader.model import COLOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from reader.library.vocabulary import Vocabulary

Value = str | int


@dataclass(slots=True)
class Plan:
    """What FTS5 has to match, all of ``wanted`` and none of ``unwanted``; the conditions on a row of ``pieces`` with
    the values for their marks; and the phrases that a snippet shows: FTS5's own, with the numbers of the query's words
    that they stand for. ``elsewhere`` says that some of those are asked for in a condition only."""

    wanted: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    phrases: list[tuple[str, int]] = field(default_factory=list)
    elsewhere: bool = False

    @property
    def match(self) -> str | None:
        """The whole of what FTS5 is asked, None for nothing."""
        if not self.wanted:
            return None
        match = " AND ".join(self.wanted)
        return f"({match}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else match

    @property
    def places(self) -> str | None:
        """What FTS5 is asked for where the phrases stand, in their order, and the breaks last."""
        if not self.phrases:
            return None
        match = " OR ".join(phrase for phrase, _ in self.phrases) if self.elsewhere else " AND ".join(self.wanted)
        return f'({match}) AND "{BREAK}"'


def make(connection: apsw.Connection, query: Query, vocabulary: Vocabulary) -> Plan:
    """The plan for a query."""
    plan = Plan()
    limits = "" if query.columns == COLUMNS else "{" + " ".join(query.columns) + "} : "
    number = 0
    for group in query.groups:
        matches: list[str | None] = []
        for item in group:
            if isinstance(item.what, Filter):
                matches.append(None)
                continue
            phrases = [limits + phrase for phrase in _phrases(item.what, vocabulary)]
            matches.append(f"({' OR '.join(phrases)})")
            if not item.without:
                plan.phrases += [(phrase, number) for phrase in phrases]
                number += 1
        texts = [match for match in matches if match is not None]
        if len(texts) < len(group) or (len(group) > 1 and any(item.without for item in group)):
            _add_condition(connection, plan, group, matches)
        elif group[0].without:
            plan.unwanted += texts
        else:
            plan.wanted.append(f"({' OR '.join(texts)})")
    if plan.unwanted and not plan.wanted:
        plan.conditions.append("id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
        plan.values.append(" OR ".join(plan.unwanted))
    return plan


def _phrases(asked: Words, vocabulary: Vocabulary) -> list[str]:
    """The phrases, one of which FTS5 has to find for words next to each other."""
    places: list[frozenset[str]] = [
        frozenset(spellings(word)) if asked.exact else vocabulary.forms_of(word, written)
        for word, written in zip(asked.words, asked.written, strict=True)
    ]
    found = [] if asked.prefix else [_quoted(places)]
    if asked.prefix or asked.unfinished:
        last = asked.words[-1]
        starts = (last,) if asked.exact else beginnings(last)
        begun = frozenset(spelling for start in starts for spelling in spellings(start) if vocabulary.begins(spelling))
        if begun:
            found.append(f"{_quoted([*places[:-1], begun])} *")
    return found or [_quoted([frozenset(asked.words[-1:])])]


def _quoted(places: Sequence[frozenset[str]]) -> str:
    """A phrase of FTS5's, as the tokenizer takes it apart again: see ``search_index``."""
    return '"' + " ".join("|".join(sorted(place)) for place in places) + '"'


def _add_condition(
    connection: apsw.Connection, plan: Plan, group: Sequence[Item], matches: Sequence[str | None]
) -> None:
    """Adds a group as a condition, which has a filter in it or what is not to be there."""
    parts = []
    for item, match in zip(group, matches, strict=True):
        if isinstance(item.what, Filter):
            condition, values = _filter(connection, item.what)
        else:
            condition, values = "id IN (SELECT rowid FROM search WHERE search MATCH ?)", [str(match)]
            plan.elsewhere |= not item.without
        parts.append(f"NOT ({condition})" if item.without else f"({condition})")
        plan.values += values
    plan.conditions.append(f"({' OR '.join(parts)})")


def _filter(connection: apsw.Connection, asked: Filter) -> tuple[str, list[Value]]:
    """A filter as a condition on a row of ``pieces``, with its values."""
    value = asked.value
    match asked.field:
        case Field.TAG:
            tags = _named(connection, "SELECT id, name FROM tags", value)
            return (
                f"""id IN (SELECT piece FROM piece_tags WHERE tag IN ({tags})
                    UNION SELECT piece FROM annotation_tags JOIN annotations ON annotations.id = annotation
                    WHERE tag IN ({tags}))""",
                [],
            )
        case Field.IN:
            collections = _named(connection, "SELECT id, name FROM collections", value)
            return f"id IN (SELECT piece FROM piece_collections WHERE collection IN ({collections}))", []
        case Field.COLOUR:
            labels = connection.execute("SELECT name, label FROM colours").fetchall()
            named = [str(name) for name, label in labels if label and fold_key(str(label)) == value]
            colours: list[Value] = [*(named or [_COLOURS.get(value, value)])]
            if not named and colours[0] not in COLOURS:
                known = (*COLOURS, *_COLOURS, *(fold_key(str(label)) for _, label in labels if label))
                if asked.unfinished and any(name.startswith(value) for name in known):
                    return "1", []
                raise QueryError("search.colour", asked=asked.written)
            marks = ", ".join("?" * len(colours))
            return f"id IN (SELECT piece FROM annotations WHERE colour IN ({marks}))", colours
        case Field.FROM:
            return "coalesce(published >= ?, 0)", [value]
        case Field.AFTER:
            return "coalesce(substr(published, 1, ?) > ?, 0)", [len(value), value]
        case Field.BEFORE:
            return "coalesce(published < ?, 0)", [value]
        case Field.HAS:
            return _HAS[value], []
        case Field.IS:
            return ("starred", []) if value == "starred" else ("read_state = ?", [value])


_HAS = {
    "note": "id IN (SELECT piece FROM annotations WHERE note IS NOT NULL)",
    "highlight": "id IN (SELECT piece FROM annotations)",
    "bookmark": "id IN (SELECT piece FROM bookmarks)",
    "tag": "id IN (SELECT piece FROM piece_tags)",
}

_COLOURS = {
    "اصفر": "yellow",
    "اخضر": "green",
    "ازرق": "blue",
    "وردي": "pink",
    "زهري": "pink",
    "بنفسجي": "purple",
}
"""The Arabic names of the colours, folded."""


def _named(connection: apsw.Connection, query: str, value: str) -> str:
    """The numbers of the rows of that name, folded; a * at its end stands for any more letters."""
    start = value[:-1] if value.endswith("*") else None
    found = []
    for number, name in connection.execute(query):
        key = fold_key(str(name))
        if key == value if start is None else key.startswith(start):
            found.append(str(number))
    return ", ".join(found)
