"""Search over the whole library, in both languages: from what a person typed to the pieces that have it, best first."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.arabic.finding import is_arabic_word
from reader.arabic.folding import fold_key
from reader.arabic.tokens import tokenize
from reader.errors import LibraryError, QueryError
from reader.library import search_index, search_plan, snippets, summaries
from reader.library.query import COLUMNS, Field, Words, parse
from reader.library.vocabulary import Vocabulary
from reader.model import Hit, SavedSearch

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from reader.arabic.lemmas import Lemmas
    from reader.library.query import Query
    from reader.library.search_plan import Plan, Value
    from reader.library.session import Session
    from reader.model import PieceSummary

WEIGHTS = {"title": 6.0, "text": 1.0, "translation": 1.0, "note": 2.0, "tag": 4.0, "name": 3.0}
"""How much more a match counts in a column."""

SHOWN = ("title", "note", "name", "text", "translation", "tag")
"""Which column a hit shows, where several have as many of the words."""

MAX_ID = 2**63 - 1
"""The largest number that SQLite can hold."""


class Search:
    """The search of an open library. Pieces in the trash are not found. Words are never a mistake; a field may be one,
    and then a QueryError says which: ``search.date``, ``search.thing``, ``search.state``, ``search.colour``."""

    def __init__(self, session: Session, lemmas: Lemmas | None = None) -> None:
        self._session = session
        self._lemmas = lemmas
        session.connection.register_fts5_function("best_place", _best_place)

    def prepare(self) -> None:
        """Has what takes its time made ready, without waiting for it: somebody is going to search."""
        if self._lemmas is not None:
            self._lemmas.prepare()

    def is_ready(self) -> bool:
        """Whether what ``prepare`` makes ready is so: until then whoever asks for forms waits for it."""
        return self._lemmas is None or self._lemmas.is_ready()

    def find(
        self, query: str, limit: int = 50, exact: bool = False, *, typing: bool = False, by_letters: bool = False
    ) -> list[Hit]:
        """The pieces that have what is asked for, the best first, the newer first of equals; those that only filters
        ask for by date. ``exact`` takes words as they are spelled; with ``typing`` the last one may be unfinished.
        ``by_letters`` leaves the lexicon alone: forms that letters do not tell, broken plurals, are not found."""
        asked = _understood(query, exact, typing)
        if not asked.groups or limit < 1:
            return []
        with self._session.reading() as connection:
            plan = search_plan.make(connection, asked, self._vocabulary(connection, by_letters))
            pieces = _matching(connection, plan, limit)
            known = summaries.some(connection, pieces)
            places = _places(connection, plan, pieces)
            return [_hit(connection, known[piece], places.get(piece)) for piece in pieces]

    def count(self, query: str, exact: bool = False, *, typing: bool = False, by_letters: bool = False) -> int:
        """How many pieces ``find`` would find without a limit."""
        asked = _understood(query, exact, typing)
        if not asked.groups:
            return 0
        with self._session.reading() as connection:
            plan = search_plan.make(connection, asked, self._vocabulary(connection, by_letters))
            source, values = _source(plan)
            return int(connection.execute(f"SELECT count(*) {source}", values).get)

    def phrases(self, query: str, exact: bool = False) -> tuple[str, ...]:
        """The words and phrases that a query asks for, as they are written; those that count only as they are spelled
        are quoted twice. They are what ``arabic.needle`` is to show in a piece that was found."""
        wanted = [item.what for group in parse(query, exact=exact).groups for item in group if not item.without]
        texts = [(" ".join(one.written), one.exact) for one in wanted if isinstance(one, Words)]
        return tuple(dict.fromkeys(f'""{text}""' if spelled else text for text, spelled in texts))

    def forms(self, words: str) -> dict[str, frozenset[str]]:
        """For each Arabic word of a text, folded, the words of the library that are forms of it: what its letters do
        not tell, broken plurals, as far as the lexicon knows them."""
        with self._session.reading() as connection:
            vocabulary = Vocabulary(connection, self._lemmas)
            return {
                word: vocabulary.forms_of(word, words[slice(*span)])
                for word, span in tokenize(words)
                if is_arabic_word(word)
            }

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

    def _vocabulary(self, connection: apsw.Connection, by_letters: bool) -> Vocabulary:
        return Vocabulary(connection, None if by_letters else self._lemmas)


def _understood(query: str, exact: bool, typing: bool) -> Query:
    """What is asked for. Raises QueryError for the first field in it that makes no sense."""
    asked = parse(query, exact=exact, typing=typing)
    for mistake in asked.mistakes:
        code = {Field.HAS: "search.thing", Field.IS: "search.state"}.get(mistake.field, "search.date")
        raise QueryError(code, asked=mistake.written, field=mistake.written.partition(":")[0])
    return asked


def _source(plan: Plan) -> tuple[str, tuple[Value, ...]]:
    """The FROM and WHERE of a plan, and the values for them."""
    if plan.match is None:
        return f"FROM pieces WHERE {' AND '.join(['trashed IS NULL', *plan.conditions])}", tuple(plan.values)
    conditions = " AND ".join(["search MATCH ?", *plan.conditions])
    return f"FROM search JOIN pieces ON id = search.rowid WHERE {conditions}", (plan.match, *plan.values)


def _matching(connection: apsw.Connection, plan: Plan, limit: int) -> list[int]:
    """The numbers of the pieces, the best first."""
    source, values = _source(plan)
    order = "coalesce(published, created) DESC, id DESC"
    if plan.match is not None:
        weights = ", ".join(str(WEIGHTS[column]) for column in COLUMNS)
        order = f"bm25(search, {weights}), {order}"
    query = f"SELECT id {source} ORDER BY {order} LIMIT ?"
    return [int(piece) for (piece,) in connection.execute(query, (*values, min(limit, MAX_ID)))]


def _places(connection: apsw.Connection, plan: Plan, pieces: Sequence[int]) -> dict[int, snippets.Place]:
    """For each of the pieces where the best match stands."""
    if plan.places is None or not pieces:
        return {}
    same = json.dumps([number for _, number in plan.phrases])
    query = f"""SELECT rowid, best_place(search, ?) FROM search
        WHERE search MATCH ? AND rowid BETWEEN ? AND ? AND +rowid IN ({", ".join(map(str, pieces))})"""
    found = connection.execute(query, (same, plan.places, min(pieces), max(pieces)))
    return {int(piece): snippets.Place(*json.loads(place)) for piece, place in found if place is not None}


def _best_place(api: apsw.FTS5ExtensionApi, *arguments: apsw.SQLiteValue) -> str | None:
    """See ``snippets.best_place``, as a function of SQL; its one argument is the list ``same`` as JSON."""
    place = snippets.best_place(api, _RANKS, json.loads(str(arguments[0])))
    return None if place is None else json.dumps(place)


_RANKS = tuple(SHOWN.index(column) for column in COLUMNS)


def _hit(connection: apsw.Connection, summary: PieceSummary, place: snippets.Place | None) -> Hit:
    """The hit that a piece is; where nothing but filters found it, it shows how the piece begins."""
    if place is None:
        return Hit(summary, "text", summary.opening)
    column = COLUMNS[place.column]
    passage = search_index.passages(connection, summary.id, (column,))[place.passage]
    snippet, marks = snippets.cut(passage.text, place.matches)
    return Hit(summary, column, snippet, marks, passage.block, passage.annotation)


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
