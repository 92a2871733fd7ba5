"""The tables of a library file, and how a file of an older version becomes one of today's.

A file says what it is: its application id is ours, its user_version counts the migrations it has been through. Rows
refer to each other by id; an id is never used twice, so that "piece 7" stays what it was or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.library import memory, search_index
from reader.library.backup import Reason, back_up, new_name
from reader.library.connection import write

if TYPE_CHECKING:
    from pathlib import Path

    import apsw

    from reader.library.keys import Keys

APPLICATION_ID = 0x4D575A49
"""What marks a SQLite file as a library of ours: "MWZI"."""

Migration = Callable[["apsw.Connection"], None]
"""Brings a file one version further. It runs in a transaction of its own, with foreign keys off until its end."""

VERSION_1 = """
CREATE TABLE pieces (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fold_key TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    direction TEXT NOT NULL,
    title TEXT,
    kicker TEXT,
    byline TEXT,
    published TEXT,
    place TEXT,
    source TEXT,
    images TEXT NOT NULL,
    related TEXT NOT NULL,
    details TEXT NOT NULL,
    set_aside TEXT NOT NULL,
    engine TEXT NOT NULL,
    engine_package TEXT,
    engine_version TEXT,
    created TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT;

CREATE TABLE blocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    text TEXT NOT NULL,
    label TEXT,
    lines TEXT NOT NULL,
    UNIQUE (piece, position)
) STRICT;

CREATE TABLE pairs (
    block INTEGER PRIMARY KEY REFERENCES blocks (id) ON DELETE CASCADE,
    target TEXT,
    status TEXT NOT NULL,
    engine TEXT NOT NULL,
    engine_package TEXT,
    engine_version TEXT,
    detail TEXT,
    sentences TEXT NOT NULL,
    flags TEXT NOT NULL,
    made TEXT NOT NULL,
    CHECK ((target IS NULL) = (status = 'failed'))
) STRICT;

CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE piece_tags (
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (piece, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX piece_tags_by_tag ON piece_tags (tag);
"""

VERSION_2 = """
ALTER TABLE pieces ADD COLUMN engine_options TEXT NOT NULL DEFAULT '';
ALTER TABLE pairs ADD COLUMN engine_options TEXT NOT NULL DEFAULT '';

CREATE TABLE edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    block INTEGER NOT NULL REFERENCES blocks (id) ON DELETE CASCADE,
    undone INTEGER NOT NULL,
    target TEXT,
    status TEXT,
    detail TEXT,
    sentences TEXT,
    flags TEXT,
    engine TEXT,
    engine_package TEXT,
    engine_version TEXT,
    engine_options TEXT,
    made TEXT
) STRICT;

CREATE INDEX edits_by_block ON edits (block);

CREATE TABLE memory (
    sentence INTEGER NOT NULL,
    block INTEGER NOT NULL REFERENCES blocks (id) ON DELETE CASCADE,
    PRIMARY KEY (sentence, block)
) STRICT, WITHOUT ROWID;

CREATE INDEX memory_by_block ON memory (block);

CREATE TABLE terms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fold_key TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    note TEXT,
    created TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT;
"""

VERSION_3 = """
ALTER TABLE pieces ADD COLUMN name TEXT;
ALTER TABLE pieces ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pieces ADD COLUMN read_state TEXT NOT NULL DEFAULT 'unread';
ALTER TABLE pieces ADD COLUMN place_block INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pieces ADD COLUMN place_fraction REAL NOT NULL DEFAULT 0;
ALTER TABLE pieces ADD COLUMN trashed TEXT;

-- What a list shows of a piece in one narrow place: the rows themselves are long.
CREATE INDEX pieces_as_listed ON pieces (
    trashed, id, name, title, published, created, starred, read_state, language, source, byline, place
);

CREATE TABLE summaries (
    piece INTEGER PRIMARY KEY REFERENCES pieces (id) ON DELETE CASCADE,
    opening TEXT NOT NULL,
    title_translation TEXT,
    words INTEGER NOT NULL
) STRICT;

CREATE TABLE fingerprints (
    piece INTEGER PRIMARY KEY REFERENCES pieces (id) ON DELETE CASCADE,
    fold_key TEXT NOT NULL,
    sketch BLOB NOT NULL
) STRICT;

CREATE TABLE fingerprint_bands (
    band INTEGER NOT NULL,
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    PRIMARY KEY (band, piece)
) STRICT, WITHOUT ROWID;

CREATE INDEX fingerprint_bands_by_piece ON fingerprint_bands (piece);

CREATE TABLE dismissals (
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    PRIMARY KEY (piece, other),
    CHECK (piece < other)
) STRICT, WITHOUT ROWID;

CREATE INDEX dismissals_by_other ON dismissals (other);

CREATE TABLE collections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fold_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

CREATE TABLE piece_collections (
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    collection INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    PRIMARY KEY (piece, collection)
) STRICT, WITHOUT ROWID;

CREATE INDEX piece_collections_by_collection ON piece_collections (collection);

CREATE TABLE colours (
    name TEXT PRIMARY KEY,
    label TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE annotations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    colour TEXT NOT NULL,
    note TEXT,
    created TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT;

CREATE INDEX annotations_by_piece ON annotations (piece);

CREATE TABLE selectors (
    annotation INTEGER NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('source', 'target')),
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    PRIMARY KEY (annotation, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE anchors (
    annotation INTEGER NOT NULL,
    side TEXT NOT NULL,
    basis INTEGER NOT NULL,
    places TEXT NOT NULL,
    PRIMARY KEY (annotation, side),
    FOREIGN KEY (annotation, side) REFERENCES selectors (annotation, side) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation_tags (
    annotation INTEGER NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (annotation, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag);

CREATE TABLE bookmarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    piece INTEGER NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
    block INTEGER REFERENCES blocks (id) ON DELETE SET NULL,
    quote TEXT NOT NULL,
    label TEXT,
    created TEXT NOT NULL
) STRICT;

CREATE INDEX bookmarks_by_piece ON bookmarks (piece);
CREATE INDEX bookmarks_by_block ON bookmarks (block);

CREATE TABLE searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

CREATE TABLE stale (
    piece INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER tags_update_makes_stale AFTER UPDATE OF name ON tags BEGIN
    INSERT OR IGNORE INTO stale SELECT piece FROM piece_tags WHERE tag = new.id;
    INSERT OR IGNORE INTO stale
        SELECT piece FROM annotation_tags JOIN annotations ON id = annotation WHERE tag = new.id;
END;
"""

STALE_WHEN = {
    "pieces": ("id", "title, name, kicker, byline, published, place, source, trashed"),
    "blocks": ("piece", "piece, position, role, text"),
    "pairs": ("(SELECT piece FROM blocks WHERE id = {row}.block)", "target, status"),
    "piece_tags": ("piece", "piece, tag"),
    "annotations": ("piece", "piece, note"),
    "selectors": ("(SELECT piece FROM annotations WHERE id = {row}.annotation)", "exact, prefix, suffix, start"),
    "annotation_tags": ("(SELECT piece FROM annotations WHERE id = {row}.annotation)", "annotation, tag"),
    "bookmarks": ("piece", "piece, block, label"),
}
"""The tables from which something is derived (where the notes stand, what search finds), with what names the piece a
row is about, and the columns that matter. A piece with such a row that changes is put on the list of stale ones, by
triggers, so that no way of changing it can forget to; see ``derived.refresh``."""


def _stale_triggers() -> str:
    """The SQL of the triggers that STALE_WHEN describes."""
    parts = []
    for table, (of, columns) in STALE_WHEN.items():
        for event, rows in (("INSERT", ("new",)), (f"UPDATE OF {columns}", ("old", "new")), ("DELETE", ("old",))):
            # Not OR IGNORE: what the triggering statement says of conflicts (as foreign keys do) would go before that.
            marks = "".join(
                f"    INSERT INTO stale SELECT piece FROM (SELECT {_in_row(of, row)} AS piece)"
                " WHERE piece IS NOT NULL AND piece NOT IN (SELECT piece FROM stale);\n"
                for row in rows
            )
            name = f"{table}_{event.split()[0].lower()}_makes_stale"
            parts.append(f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN\n{marks}END;\n")
    return "".join(parts)


def _in_row(of: str, row: str) -> str:
    return of.format(row=row) if "{row}" in of else f"{row}.{of}"


def _create(connection: apsw.Connection) -> None:
    connection.execute(VERSION_1)


def _add_memory_edits_and_terms(connection: apsw.Connection) -> None:
    connection.execute(VERSION_2)
    memory.index_all(connection)


def _add_what_a_person_makes_of_pieces(connection: apsw.Connection) -> None:
    connection.execute(VERSION_3)
    connection.execute(search_index.TABLES)
    connection.execute(_stale_triggers())
    connection.execute("INSERT INTO stale SELECT id FROM pieces")


MIGRATIONS: tuple[Migration, ...] = (_create, _add_memory_edits_and_terms, _add_what_a_person_makes_of_pieces)
"""The n-th makes a file of version n out of one of version n - 1."""


def prepare(
    connection: apsw.Connection,
    path: Path,
    migrations: Sequence[Migration] = MIGRATIONS,
    *,
    keep: bool = True,
    keys: Keys | None = None,
) -> None:
    """Makes the file one of the newest version, or leaves it as it was.

    A file of an older version is first copied to the backups, unless told not to ``keep`` it. Raises LibraryError for
    a file that is no library of ours, or of a version that these migrations do not reach; OutputError where the copy
    cannot be made.
    """
    before = version(connection, path, len(migrations))
    search_index.register(connection)  # after the first look at the file: on one that is damaged it fails, less clearly
    if before == len(migrations):
        return
    if before > 0 and keep:
        back_up(connection, path, new_name(path, f"{Reason.VERSION}-{before}"), keys)
    for number, migrate in enumerate(migrations, start=1):
        with write(connection):
            # Another process may have been quicker: look again now that the file is ours to write.
            if version(connection, path, len(migrations)) >= number:
                continue
            migrate(connection)
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"migration {number} leaves {len(broken)} rows that refer to nothing")
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", number)


def version(connection: apsw.Connection, path: Path, newest: int = len(MIGRATIONS)) -> int:
    """The file's version: 0 for one that is still empty. Raises LibraryError ``library.not_ours``, and
    ``library.newer`` where it is beyond ``newest``."""
    application = connection.pragma("application_id")
    found = int(connection.pragma("user_version"))
    empty = connection.execute("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)").get
    if empty and application == 0 and found == 0:
        return 0
    if application != APPLICATION_ID or found < 1:
        raise LibraryError("library.not_ours", path=path)
    if found > newest:
        raise LibraryError("library.newer", path=path, version=found, newest=newest)
    return found
