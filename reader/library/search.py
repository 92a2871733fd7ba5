"""Search over the whole library, in both languages: from what a person typed to the pieces that have it, best first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.arabic.finding import beginnings, begun, either
from reader.arabic.folding import fold_key
from reader.arabic.tokens import spellings
from reader.errors import LibraryError
from reader.library import search_index, snippets, vocabulary
from reader.library.query import COLUMNS, Field, Filter, Item, Query, Words, parse
from reader.model import Hit, SavedSearch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import apsw

    from reader.arabic.finding import Test
    from reader.library.session import Session
    from reader.model import PieceSummary

    Summaries = Callable[[apsw.Connection, Sequence[int]], dict[int, PieceSummary]]

WEIGHTS = {"title": 6.0, "text": 1.0, "translation": 1.0, "note": 2.0, "tag": 4.0, "name": 3.0}
"""How much more a match counts in a column."""

MAX_ID = 2**63 - 1
"""The largest number that SQLite can hold."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words to be found: as FTS5 is asked, and as they are looked for in a string."""

    match: str
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a query is answered: what FTS5 is asked (None for nothing), the conditions on the piece with their values,
    and the phrases that a snippet shows."""

    match: str | None
    conditions: tuple[str, ...]
    values: tuple[str | int, ...]
    phrases: tuple[_Phrase, ...]


class Search:
    """The search of an open library. Pieces in the trash are not found. No query is an error: see ``query.parse``."""

    def __init__(self, session: Session, summaries: Summaries) -> None:
        self._session = session
        self._summaries = summaries

    def find(self, query: str, limit: int = 50, exact: bool = False, *, typing: bool = False) -> list[Hit]:
        """The pieces that have what is asked for, the best first, the newer first of equals; those of filters alone
        by date. ``exact`` takes words as they are spelled; with ``typing`` the last word may be unfinished."""
        asked = parse(query, exact=exact, typing=typing)
        if not asked.groups:
            return []
        with self._session.reading() as connection:
            plan = self._plan(connection, asked)
            pieces = _matching(connection, plan, limit)
            summaries = self._summaries(connection, pieces)
            return [_hit(connection, summaries[piece], plan, asked.columns) for piece in pieces]

    def count(self, query: str, exact: bool = False, *, typing: bool = False) -> int:
        """How many pieces ``find`` would find without a limit."""
        asked = parse(query, exact=exact, typing=typing)
        if not asked.groups:
            return 0
        with self._session.reading() as connection:
            source, values = _source(self._plan(connection, asked))
            return int(connection.execute(f"SELECT count(*) {source}", values).get)

    def saved(self) -> list[SavedSearch]:
        """The searches a person keeps, in the order of their names."""
        with self._session.reading() as connection:
            found = [SavedSearch(*row) for row in connection.execute("SELECT id, name, query FROM searches")]
        return sorted(found, key=lambda one: (fold_key(one.name), one.id))

    def save(self, name: str, query: str) -> SavedSearch:
        """Keeps a search. Raises LibraryError ``library.empty_name``."""
        name = _checked(name)
        with self._session.writing() as connection:
            now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            connection.execute("INSERT INTO searches (name, query, created) VALUES (?, ?, ?)", (name, query, now))
            return SavedSearch(connection.last_insert_rowid(), name, query)

    def rename(self, search: int, name: str) -> SavedSearch:
        """Gives a kept search another name. Raises LibraryError ``library.empty_name``, ``library.no_search``."""
        name = _checked(name)
        with self._session.writing() as connection:
            query = _query_of(connection, search)
            connection.execute("UPDATE searches SET name = ? WHERE id = ?", (name, search))
            return SavedSearch(search, name, query)

    def forget(self, search: int) -> None:
        """Keeps a search no more. Raises LibraryError ``library.no_search``."""
        with self._session.writing() as connection:
            _query_of(connection, search)
            connection.execute("DELETE FROM searches WHERE id = ?", (search,))

    def _plan(self, connection: apsw.Connection, asked: Query) -> _Plan:
        wanted: list[str] = []
        unwanted: list[str] = []
        conditions: list[str] = []
        values: list[str | int] = []
        phrases: list[_Phrase] = []
        limits = "" if asked.columns == COLUMNS else "{" + " ".join(asked.columns) + "} : "
        for group in asked.groups:
            made = [(item, _phrase(connection, item.what) if isinstance(item.what, Words) else None) for item in group]
            phrases += [phrase for item, phrase in made if phrase is not None and not item.without]
            if len(group) == 1 and made[0][1] is not None:
                (unwanted if group[0].without else wanted).append(f"{limits}({made[0][1].match})")
            elif all(phrase is not None and not item.without for item, phrase in made):
                wanted.append(f"{limits}({' OR '.join(phrase.match for _, phrase in made if phrase is not None)})")
            else:
                parts = []
                for item, phrase in made:
                    condition, own = _condition(connection, item, phrase, limits)
                    parts.append(condition)
                    values += own
                conditions.append(f"({' OR '.join(parts)})")
        if unwanted and not wanted:
            conditions.append("id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
            values.append(" OR ".join(unwanted))
        match = " AND ".join(wanted) or None
        if match is not None and unwanted:
            match = f"({match}) NOT ({' OR '.join(unwanted)})"
        return _Plan(match, tuple(conditions), tuple(values), tuple(phrases))


def _phrase(connection: apsw.Connection, asked: Words) -> _Phrase:
    """What is asked of FTS5 for words next to each other, and of a string."""
    places: list[frozenset[str]] = [
        frozenset(spellings(word)) if asked.exact else vocabulary.forms_of(connection, word) for word in asked.words
    ]
    tests: list[Test] = [places_of.__contains__ for places_of in places]
    whole = _quoted(places)
    if not asked.prefix and not asked.unfinished:
        return _Phrase(whole, tuple(tests))
    last = asked.words[-1]
    starts = frozenset(beginnings(last)) if not asked.exact else frozenset(spellings(last))
    starts |= {other for start in starts for other in spellings(start)}
    begins = f"{_quoted([*places[:-1], starts])} *"
    begin = begun(last)
    if asked.prefix:
        return _Phrase(begins, (*tests[:-1], begin))
    return _Phrase(f"({whole} OR {begins})", (*tests[:-1], either(tests[-1], begin)))


def _quoted(places: Sequence[frozenset[str]]) -> str:
    """A phrase of FTS5's as the tokenizer takes it apart again."""
    return '"' + " ".join("|".join(sorted(place)) for place in places) + '"'


def _condition(
    connection: apsw.Connection, item: Item, phrase: _Phrase | None, limits: str
) -> tuple[str, list[str | int]]:
    """An item as a condition on ``pieces`` of SQL, with its values."""
    if isinstance(item.what, Filter):
        condition, values = _filter(connection, item.what)
    else:
        assert phrase is not None
        condition, values = "id IN (SELECT rowid FROM search WHERE search MATCH ?)", [f"{limits}({phrase.match})"]
    return (f"NOT ({condition})" if item.without else condition), values


def _filter(connection: apsw.Connection, asked: Filter) -> tuple[str, list[str | int]]:
    value = asked.value
    if asked.field is Field.TAG:
        tags = _named(connection, "SELECT id, name FROM tags", value)
        return (
            f"""id IN (SELECT piece FROM piece_tags WHERE tag IN ({tags})
                UNION SELECT piece FROM annotation_tags JOIN annotations ON annotations.id = annotation
                WHERE tag IN ({tags}))""",
            [],
        )
    if asked.field is Field.IN:
        collections = _named(connection, "SELECT id, name FROM collections", value)
        return f"id IN (SELECT piece FROM piece_collections WHERE collection IN ({collections}))", []
    if asked.field is Field.COLOUR:
        labels = connection.execute("SELECT name, label FROM colours")
        named = [name for name, label in labels if label and fold_key(label) == value] or [value]
        marks = ", ".join("?" * len(named))
        return f"id IN (SELECT piece FROM annotations WHERE colour IN ({marks}))", [*named]
    if asked.field is Field.FROM:
        return "coalesce(published >= ?, 0)", [value]
    if asked.field is Field.AFTER:
        return "coalesce(substr(published, 1, ?) > ?, 0)", [len(value), value]
    if asked.field is Field.BEFORE:
        return "coalesce(published < ?, 0)", [value]
    if asked.field is Field.HAS:
        return _HAS[value], []
    if value == "starred":
        return "starred", []
    return "read_state = ?", [value]


_HAS = {
    "note": "id IN (SELECT piece FROM annotations WHERE note IS NOT NULL)",
    "highlight": "id IN (SELECT piece FROM annotations)",
    "bookmark": "id IN (SELECT piece FROM bookmarks)",
    "tag": "id IN (SELECT piece FROM piece_tags)",
}


def _named(connection: apsw.Connection, query: str, value: str) -> str:
    """The numbers of the rows of that name, folded; a * at its end stands for any more letters."""
    start = value[:-1] if value.endswith("*") else None
    found = (
        number
        for number, name in connection.execute(query)
        if (fold_key(name) == value if start is None else fold_key(name).startswith(start))
    )
    return ", ".join(map(str, found))


def _source(plan: _Plan) -> tuple[str, tuple[str | int, ...]]:
    """The FROM and WHERE of a plan, and the values for them."""
    conditions = ["trashed IS NULL", *plan.conditions]
    if plan.match is None:
        return f"FROM pieces WHERE {' AND '.join(conditions)}", plan.values
    return (
        f"FROM search JOIN pieces ON id = search.rowid WHERE search MATCH ? AND {' AND '.join(conditions)}",
        (plan.match, *plan.values),
    )


def _matching(connection: apsw.Connection, plan: _Plan, limit: int) -> list[int]:
    """The numbers of the pieces, the best first."""
    source, values = _source(plan)
    dated = "coalesce(published, created) DESC, id DESC"
    order = dated
    if plan.match is not None:
        order = f"round(bm25(search, {', '.join(str(WEIGHTS[column]) for column in COLUMNS)}), 3), {dated}"
    query = f"SELECT id {source} ORDER BY {order} LIMIT ?"
    return [piece for (piece,) in connection.execute(query, (*values, max(0, min(limit, MAX_ID))))]


def _hit(connection: apsw.Connection, summary: PieceSummary, plan: _Plan, columns: Sequence[str]) -> Hit:
    """The hit that a piece is; where nothing but filters found it, it shows how the piece begins."""
    place = None
    if plan.phrases:
        found = search_index.passages(connection, summary.id)
        place = snippets.best_place(found, [phrase.tests for phrase in plan.phrases], columns)
    if place is None:
        return Hit(summary, "text", summary.opening)
    passage, spans = place
    snippet, marks = snippets.cut(passage.text, spans)
    return Hit(summary, passage.column, snippet, marks, passage.block, passage.annotation)


def _checked(name: str) -> str:
    """A name as it is kept, on one line."""
    name = " ".join(name.split())
    if not name:
        raise LibraryError("library.empty_name")
    return name


def _query_of(connection: apsw.Connection, search: int) -> str:
    found = None
    if 0 < search <= MAX_ID:
        found = connection.execute("SELECT query FROM searches WHERE id = ?", (search,)).fetchone()
    if found is None:
        raise LibraryError("library.no_search", search=search)
    return str(found[0])
