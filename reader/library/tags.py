"""Tags by their names: a tag is the same however its name is spelled, and is there while something bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.arabic.cleaning import clean
from reader.arabic.folding import fold_key
from reader.errors import LibraryError

if TYPE_CHECKING:
    import apsw

    from reader.library.session import Session


def tidy(name: str) -> str:
    """A name as it is kept: on one line, without marks nobody sees. Raises LibraryError ``library.empty_name``."""
    tidied = clean(" ".join(name.split()))
    if not fold_key(tidied):
        raise LibraryError("library.empty_name")
    return tidied


def find(connection: apsw.Connection, name: str) -> int | None:
    """The id of the tag of that name, or of one that differs only in its spelling, None where there is none. Raises
    LibraryError ``library.empty_name``."""
    name = tidy(name)
    exact = connection.execute("SELECT id FROM tags WHERE name = ?", (name,)).get
    if exact is not None:
        return int(exact)
    key = fold_key(name)
    return next(
        (number for number, other in connection.execute("SELECT id, name FROM tags") if fold_key(other) == key), None
    )


def find_or_make(session: Session, name: str) -> int:
    """The id of such a tag, made where there was none. To be called while writing.

    The making is never a part of a step that can be undone: undoing the step that first used a tag must not take it
    from what was tagged with it since. A tag that nothing bears shows nowhere. Raises LibraryError
    ``library.empty_name``.
    """
    known = find(session.connection, name)
    if known is not None:
        return known
    with session.unrecorded():
        session.connection.execute("INSERT INTO tags (name) VALUES (?)", (tidy(name),))
    return session.connection.last_insert_rowid()
