"""Saves what can still be read of a damaged library into a sound one, which takes its place."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from reader.errors import LibraryError
from reader.library import derived, mending, pages, pairs, rows, schema, search_index
from reader.library.backup import discard
from reader.library.connection import clear_errors, configure, write
from reader.library.identity import identify
from reader.library.keys import Keys, use
from reader.library.restoring import replace_damaged, require_sound
from reader.library.salvage import Shape, salvage, tables_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import apsw

    from reader.library.salvage import Salvage

DERIVED = ("memory", "anchors", "summaries", "fingerprints", "fingerprint_bands", "words", "stale")
"""The tables that are made anew rather than saved."""

HEADER = 100
"""The bytes that a file begins with: what it is, and of which version."""

COUNTED = ("pieces", "blocks", "pairs", "edits", "annotations", "bookmarks", "terms", "tags", "collections")
"""What a rescue tells how many it saved of."""


TYPES: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "TEXT": (str,), "REAL": (float, int)}
"""The types of SQLite's columns in Python."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved of a damaged library: how many rows by table (see COUNTED), which pieces are not what they were
    (a text is missing, or has letters that cannot be read), how many rows were seen and could not be saved, and where
    the damaged file is kept, None where it stayed in its place."""

    saved: dict[str, int]
    incomplete: tuple[int, ...]
    lost: int
    kept: Path | None


def rescue(path: Path, keys: Keys | None = None) -> Rescued:
    """Saves what can be read of the library at ``path``, and puts it in its place. The damaged file goes among the
    backups.

    Raises LibraryError where nothing can be read, the library is of a newer version, busy, or cannot be written,
    OutputError where the damaged file cannot be kept; it is then as it was.
    """
    staged = path.with_name(f".{path.name}-{uuid4().hex[:8]}.part")
    try:
        rescued = save_readable(path, staged, keys)
        return replace(rescued, kept=replace_damaged(path, staged, keys or Keys()))
    finally:
        discard(staged)


def save_readable(path: Path, to: Path, keys: Keys | None = None) -> Rescued:
    """Saves what can be read of the library at ``path``, which stays as it is, into ``to``, a new library, as locked
    as it is. Raises
    LibraryError where nothing can be read or ``to`` cannot be written."""
    import apsw

    if not path.is_file():
        raise LibraryError("library.no_backup", path=path)
    content = pages.image(path, keys)
    with clear_errors(path), closing(apsw.Connection(str(to))) as connection:
        configure(connection)
        key = (keys or Keys()).key_at(path)
        if key is not None:
            use(connection, key)
        search_index.register(connection)
        version = _version(content, path)
        with write(connection):
            for migrate in schema.MIGRATIONS[:version]:
                migrate(connection)
            connection.pragma("application_id", schema.APPLICATION_ID)
            connection.pragma("user_version", version)
        found = salvage(content, dict(_shapes(connection)), _usual_roots(connection))
        if not any(found.rows.values()):
            raise LibraryError("library.nothing_to_rescue", path=path)
        with write(connection):
            filled = _Filling(connection, found)
            filled.run()
        schema.prepare(connection, to, keep=False)
        connection.pragma("foreign_keys", "ON")
        with write(connection):
            filled.straighten_pairs()
            incomplete = filled.incomplete | set(_with_other_text(connection))
            connection.execute("INSERT OR IGNORE INTO stale SELECT id FROM pieces")
            derived.refresh(connection)
        require_sound(connection, to)
        saved = {table: int(connection.execute(f"SELECT count(*) FROM {table}").get) for table in COUNTED}
    return Rescued(saved, tuple(sorted(incomplete)), found.broken + filled.lost, None)


class _Filling:
    """Puts the rows that were found into new tables, mended, in an order in which each finds what it refers to."""

    def __init__(self, connection: apsw.Connection, found: Salvage) -> None:
        self.connection = connection
        self.lost = 0
        self.incomplete: set[int] = set()
        self._found = found

    def run(self) -> None:
        """All tables. To be called in a transaction."""
        self._fill("pieces")
        self._make_missing_pieces()
        for table in _tables(self.connection):
            if table != "pieces":
                self._fill(table)
        self._close_gaps()
        self._keep_numbers_used()

    def _fill(self, table: str) -> None:
        """Puts the rows of a table in, with what they refer to in their place already."""
        import apsw

        columns: list[Any] = self.connection.execute(f"PRAGMA table_info({table})").fetchall()
        names = [name for _, name, *_ in columns]
        types = {name: TYPES.get(kind, (object,)) for _, name, kind, *_ in columns}
        nullable = {name for _, name, _, required, *_ in columns if not required}
        parents: list[Any] = self.connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        for values in self._found.rows[table]:
            row = dict(zip(names, values, strict=False))
            mended = mending.mend(row, types, nullable)
            for _, _, parent, column, _, _, on_delete, _ in parents:
                if mended is not None and mended.get(column) is not None and not self._exists(parent, mended[column]):
                    mended = {**mended, column: None} if on_delete == "SET NULL" else None
            if mended is None:
                self.lost += 1
                continue
            marks = ", ".join("?" * len(mended))
            insert = f"INSERT INTO {table} ({', '.join(mended)}) VALUES ({marks})"
            try:
                self.connection.execute(insert, tuple(mended.values()))
            except apsw.ConstraintError:
                # The same page may have been found twice; another row of that number or name is one too many.
                self.lost += "id" not in mended or not self._exists(table, mended["id"])
                continue
            if mended != row or any(mending.is_spoilt(value) for value in values):
                self._note(table, mended)

    def _exists(self, table: str, number: int) -> bool:
        return bool(self.connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?)", (number,)).get)

    def _make_missing_pieces(self) -> None:
        """For what hangs on a piece whose own row is gone, an empty one."""
        for table in ("blocks", "annotations", "bookmarks"):
            columns = [row[1] for row in self.connection.execute(f"PRAGMA table_info({table})")]
            for values in self._found.rows[table]:
                number = dict(zip(columns, values, strict=False)).get("piece")
                if isinstance(number, int) and 0 < number <= mending.MAX_NUMBER and not self._exists("pieces", number):
                    piece = mending.empty_piece(number)
                    names, marks = ", ".join(piece), ", ".join("?" * len(piece))
                    self.connection.execute(f"INSERT INTO pieces ({names}) VALUES ({marks})", tuple(piece.values()))
                    self.incomplete.add(number)

    def _close_gaps(self) -> None:
        """Gives the blocks of each piece the places from 0 on, in the order they have."""
        places = """SELECT id, piece, row_number() OVER (PARTITION BY piece ORDER BY position) - 1 AS place, position
            FROM blocks"""
        query = f"SELECT id, piece, place FROM ({places}) WHERE place <> position ORDER BY piece, place"
        moved: list[Any] = self.connection.execute(query).fetchall()
        for number, piece, place in moved:  # each goes to a place below its own, which the one before it has left
            self.connection.execute("UPDATE blocks SET position = ? WHERE id = ?", (place, number))
            self.incomplete.add(piece)

    def straighten_pairs(self) -> None:
        """Takes from the pairs what points beyond their texts, as where bytes of a text are gone. To be called when the
        tables are those of today."""
        for piece in _numbers(self.connection):
            blocks = pairs.blocks_of(self.connection, piece)
            for place, pair in pairs.pairs_of(self.connection, piece, [block for _, block in blocks]).items():
                if not rows.is_within(pair):
                    self.incomplete.add(piece)
                    self.connection.execute(
                        "UPDATE pairs SET sentences = '[]', flags = '[]' WHERE block = ?", (blocks[place][0],)
                    )

    def _keep_numbers_used(self) -> None:
        """Sees to it that numbers of rows that are gone are not given to others."""
        for values in self._found.rows["sqlite_sequence"]:
            if len(values) == 2 and isinstance(values[1], int) and 0 < values[1] <= mending.MAX_NUMBER:
                name, last = values
                self.connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name))

    def _note(self, table: str, row: dict[str, Any]) -> None:
        """Keeps in mind that a row of a piece is not what it was."""
        piece: Any = row.get("id") if table == "pieces" else row.get("piece")
        if piece is None and "block" in row:
            piece = self.connection.execute("SELECT piece FROM blocks WHERE id = ?", (row["block"],)).get
        if isinstance(piece, int):
            self.incomplete.add(piece)


def _with_other_text(connection: apsw.Connection) -> Iterator[int]:
    """The pieces of which the text is not that by which they are known, which they are known by from now on."""
    import apsw

    for piece in _numbers(connection):
        key = connection.execute("SELECT fold_key FROM pieces WHERE id = ?", (piece,)).get
        row = connection.execute(f"SELECT {rows.ARTICLE_COLUMNS} FROM pieces WHERE id = ?", (piece,)).get
        own = identify(rows.to_article(row, [block for _, block in pairs.blocks_of(connection, piece)]))
        if own != key:
            try:
                connection.execute("UPDATE pieces SET fold_key = ? WHERE id = ?", (own, piece))
            except apsw.ConstraintError:  # as where the text of two is gone
                connection.execute("UPDATE pieces SET fold_key = ? WHERE id = ?", (f"{own}-{piece}", piece))
            yield piece


def _numbers(connection: apsw.Connection) -> list[int]:
    found: list[Any] = connection.execute("SELECT id FROM pieces ORDER BY id").fetchall()
    return [number for (number,) in found]


def _version(content: bytes, path: Path) -> int:
    """The version of the library whose bytes these are: by its tables, or else by its header; today's where neither
    can be read."""
    told = int.from_bytes(content[60:64], "big")
    newest = len(schema.MIGRATIONS)
    there = tables_in(content)
    for version in range(newest, 0, -1):
        with closing(_blank(version)) as blank:
            if set(_tables(blank)) == there:
                return version
    if told > newest and there and int.from_bytes(content[68:72], "big") == schema.APPLICATION_ID:
        raise LibraryError("library.newer", path=path, version=told, newest=newest)
    return told if 1 <= told <= newest else newest


def _blank(version: int) -> apsw.Connection:
    """An empty library of that version, in memory."""
    import apsw

    connection = apsw.Connection(":memory:")
    configure(connection)
    search_index.register(connection)
    for migrate in schema.MIGRATIONS[:version]:
        migrate(connection)
    return connection


def _tables(connection: apsw.Connection) -> list[str]:
    """The names of all tables but SQLite's own, in the order they were made."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid"
    return [str(name) for (name,) in connection.execute(query)]


def _shapes(connection: apsw.Connection) -> Iterator[tuple[str, Shape]]:
    """What the rows of the tables look like that are saved."""
    for table in _tables(connection):
        columns: list[Any] = connection.execute(f"PRAGMA table_info({table})").fetchall()
        if table in DERIVED or any(kind not in TYPES for _, _, kind, *_ in columns):
            continue
        names = [name for _, name, *_ in columns]
        defaults = [default is not None or not required for *_, required, default, _ in columns]
        least = len(names) - (list(reversed(defaults)).index(False) if False in defaults else 0)
        without_rowid = connection.execute(f"SELECT wr FROM pragma_table_list('{table}')").get != 0
        yield (
            table,
            Shape(
                nullable=tuple(not required for *_, required, _, _ in columns),
                types=tuple(TYPES[kind] for _, _, kind, *_ in columns),
                least=least,
                alias=None if without_rowid else next((n for n, column in enumerate(columns) if column[5]), None),
                is_own=mending.recogniser(names),
            ),
        )
    yield "sqlite_sequence", Shape((False, False), ((str,), (int,)), 2, None, lambda _: True)


def _usual_roots(connection: apsw.Connection) -> dict[str, int]:
    """On which pages the tables of a new file begin."""
    return dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
