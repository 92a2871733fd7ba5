"""Opens a library file for all that can be done with it: to write where that may be, else to read what is there."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import LibraryError, OutputError
from reader.library import derived, pages, schema, search_index
from reader.library.connection import clear_errors, configure, connect, enforce, is_full, unlock, write
from reader.library.rows import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

    import apsw

    from reader.library.keys import Keys

OBSTACLES = ("library.read_only", "library.no_space", "library.cannot_open")
"""What keeps a file from being written, and need not keep anybody from reading it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection to a library of today's version. ``obstacle`` is the code of the LibraryError that each attempt to
    write shall meet, None where writing is possible."""

    connection: apsw.Connection
    obstacle: str | None = None


def open_file(path: Path, keys: Keys | None = None) -> Opened:
    """Opens the file, or makes it, its folder too, and brings it to today's version. ``keys`` opens one that is
    locked.

    What can be read but not written (a folder, a file or a disk that is read-only, a disk that is full) is opened for
    reading. Raises LibraryError where not even that is possible.
    """
    try:
        return Opened(_open_to_write(path, keys))
    except (LibraryError, OutputError) as error:  # an OutputError: of the backup before a migration
        if (isinstance(error, LibraryError) and error.code not in OBSTACLES) or not path.is_file():
            raise
        with suppress(LibraryError):
            full = error.code == "library.no_space" or is_full(path.parent)
            obstacle = "library.no_space" if full else "library.read_only"
            return Opened(_newest(open_to_read(path, keys), path), obstacle)
        raise


def _open_to_write(path: Path, keys: Keys | None) -> apsw.Connection:
    connection = connect(path, keys)
    try:
        with clear_errors(path):
            schema.prepare(connection, path, keys=keys)
            enforce(connection)
            # The log is made when the file is first read, so that it is known now if it cannot be. Of a file that has
            # just been migrated, all is stale.
            if connection.execute("SELECT EXISTS (SELECT 1 FROM stale)").get:
                # What cannot be read of a piece keeps nobody from the others; a check tells of it.
                with suppress(UnicodeDecodeError, UnreadableError), write(connection):
                    derived.refresh(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_read(path: Path, keys: Keys | None = None) -> apsw.Connection:
    """A connection to a database file that changes nothing, whatever its version; its log is read too.

    SQLite reads a file with a log only where it can write an index of that log beside it. Where it cannot, and there
    is no log, nobody writes; where there is one, file and log are put together in memory. Raises LibraryError.
    """
    log = path.with_name(f"{path.name}-wal")
    address = path.absolute().as_uri()
    try:
        return _open_address(f"{address}?mode=ro", path, keys)
    except LibraryError as error:
        if error.code not in OBSTACLES:
            raise
    has_log = log.is_file() and log.stat().st_size > 0
    return _open_address(None if has_log else f"{address}?immutable=1", path, keys)


def _open_address(address: str | None, path: Path, keys: Keys | None) -> apsw.Connection:
    """A connection to a database by its address, or, without one, to file and log put together in memory."""
    import apsw

    with clear_errors(path):
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        connection = apsw.Connection(address, flags=flags) if address else apsw.Connection(":memory:")
        try:
            configure(connection)
            if address is None:
                connection.deserialize("main", pages.image(path, keys))
            else:
                unlock(connection, path, keys)
            connection.pragma("query_only", "ON")
            connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
            search_index.register(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _newest(connection: apsw.Connection, path: Path) -> apsw.Connection:
    """The connection, or in its place one to a copy in memory that has been brought to today's version."""
    import apsw

    try:
        with clear_errors(path):
            if schema.version(connection, path) == len(schema.MIGRATIONS):
                return connection
    except BaseException:
        connection.close()
        raise
    with closing(connection):
        copy = apsw.Connection(":memory:")
        try:
            with clear_errors(path):
                configure(copy)
                copy.deserialize("main", pages.without_log(connection.serialize("main")))
                schema.prepare(copy, path, keep=False)
                with write(copy):
                    derived.refresh(copy)
                copy.pragma("query_only", "ON")
        except BaseException:
            copy.close()
            raise
        return copy
