"""The glossary in the library file: the reader's own terms, each once, however it is spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.arabic.cleaning import clean
from reader.arabic.folding import fold_key
from reader.errors import LibraryError
from reader.model import Term

if TYPE_CHECKING:
    import apsw

COLUMNS = "source, target, note, created, updated"
MAX_ID = 2**63 - 1
"""The largest number that SQLite can hold."""


def all_terms(connection: apsw.Connection) -> list[Term]:
    """All terms, in the order of their folded spelling."""
    return [Term(*row) for row in connection.execute(f"SELECT id, {COLUMNS} FROM terms ORDER BY fold_key")]


def get(connection: apsw.Connection, number: int) -> Term:
    """The term of that number. Raises LibraryError ``library.no_term``."""
    found = None
    if 0 < number <= MAX_ID:
        found = connection.execute(f"SELECT id, {COLUMNS} FROM terms WHERE id = ?", (number,)).fetchone()
    if found is None:
        raise LibraryError("library.no_term", term=number)
    return Term(*found)


def add(connection: apsw.Connection, source: str, target: str, note: str | None, now: str) -> Term:
    """Adds a term. Raises LibraryError ``library.empty_term`` or ``library.same_term``."""
    values = _checked(connection, source, target, note, None)
    connection.execute(
        f"INSERT INTO terms (fold_key, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
        (fold_key(values[0]), *values, now, now),
    )
    return get(connection, connection.last_insert_rowid())


def change(connection: apsw.Connection, number: int, source: str, target: str, note: str | None, now: str) -> Term:
    """Changes a term; as it was before. Raises LibraryError as ``get`` and ``add`` do."""
    old = get(connection, number)
    values = _checked(connection, source, target, note, number)
    connection.execute(
        "UPDATE terms SET (fold_key, source, target, note, updated) = (?, ?, ?, ?, ?) WHERE id = ?",
        (fold_key(values[0]), *values, now, number),
    )
    return old


def remove(connection: apsw.Connection, number: int) -> Term:
    """Removes a term; as it was. Raises LibraryError ``library.no_term``."""
    old = get(connection, number)
    connection.execute("DELETE FROM terms WHERE id = ?", (number,))
    return old


def _checked(
    connection: apsw.Connection, source: str, target: str, note: str | None, own: int | None
) -> tuple[str, str, str | None]:
    """The values as they are kept: on one line, with no marks nobody sees."""
    source, target = (clean(" ".join(text.split())) for text in (source, target))
    key = fold_key(source)
    if not key or not target:
        raise LibraryError("library.empty_term")
    other = connection.execute("SELECT id, source FROM terms WHERE fold_key = ?", (key,)).fetchone()
    if other is not None and other[0] != own:
        raise LibraryError("library.same_term", term=other[1])
    return source, target, (note or "").strip() or None
