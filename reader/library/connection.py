"""Opens connections to a library file, and turns what SQLite says into errors a person can mend."""

from __future__ import annotations

import re
import shutil
import threading
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.library.keys import Keys
from reader.library.rows import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import apsw

BUSY_MILLISECONDS = 10_000
"""How long a write waits for another process to finish its own."""

LEAST_SPACE = 256 * 1024
"""Bytes below which a disk counts as full: SQLite makes the index of its log in pieces of 32 KB."""

_OTHER_TABLES = re.compile(
    "no such (table|column|index|trigger)|duplicate column|(table|index) .* already exists|malformed"
)
"""What SQLite says where the tables are not those of the version that the file says it is of: what is asked of them is
the same for every library, so that a file of which it fails is damaged."""

STEPS, STINT, REST = 500, 0.001, 0.00005
"""After so many steps of SQLite's it is looked whether work goes on for longer than a stint, and then rested for so
long, in seconds."""

HEADER_LENGTH = 100
"""The bytes that every SQLite database begins with."""


def connect(path: Path, keys: Keys | None = None) -> apsw.Connection:
    """A connection to the file, which is made where there is none, its folder too. ``keys`` opens one that
    is locked.

    Foreign keys stay off until ``enforce`` turns them on, so that migrations may rebuild tables. Raises LibraryError.
    """
    import apsw

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and 0 < path.stat().st_size < HEADER_LENGTH:
            raise LibraryError("library.not_ours", path=path)  # SQLite would take such a file for an empty one
    except OSError as error:
        raise LibraryError("library.cannot_open", path=path, reason=error.strerror) from error
    with clear_errors(path):
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
        connection = apsw.Connection(path.absolute().as_uri(), flags=flags)
    try:
        with clear_errors(path):
            configure(connection)
            unlock(connection, path, keys)
            if connection.readonly("main"):
                raise LibraryError("library.read_only", path=path)
    except BaseException:
        connection.close()
        raise
    return connection


def configure(connection: apsw.Connection) -> None:
    """What holds for every connection to a library, be it for reading only, or to a copy."""
    import apsw

    connection.set_busy_timeout(BUSY_MILLISECONDS)
    if threading.current_thread() is not threading.main_thread():
        connection.set_progress_handler(_Resting(), STEPS)
    # As apsw.bestpractice advises (importing it costs more than all of this): double quotes are for names only.
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DDL, 0)
    # A file from a stranger may carry views and triggers: they get no dangerous functions.
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)


def unlock(connection: apsw.Connection, path: Path, keys: Keys | None) -> None:
    """Gives a new connection the key of its file where that is locked; see ``Keys.unlock``."""
    (keys or Keys()).unlock(connection, path)


def enforce(connection: apsw.Connection) -> None:
    """Write-ahead logging, a flush at every commit, and foreign keys, for a connection whose schema is ready."""
    import apsw

    connection.pragma("foreign_keys", "ON")
    connection.pragma("synchronous", "FULL")
    try:
        connection.pragma("journal_mode", "wal")
    except apsw.BusyError:
        # Another process is using a file that is not in this mode yet. The mode of now is as safe, and whoever opens
        # the file next without company changes it.
        return


class _Resting:
    """Rests now and then from what is done off the main thread, so that whoever waits for the interpreter gets it.

    SQLite lets go of the interpreter for each row, for a moment that is too short for another thread to wake up and
    take it. Python would otherwise tell a thread that another has waited for long, but counts from the last time that
    it was let go of: without a rest the window stands still for as long as rows are gone through.
    """

    def __init__(self) -> None:
        self._since = time.perf_counter()

    def __call__(self) -> bool:
        if time.perf_counter() - self._since > STINT:
            time.sleep(REST)
            self._since = time.perf_counter()
        return False  # to go on


@contextmanager
def alone(path: Path, keys: Keys | None = None) -> Iterator[apsw.Connection]:
    """A connection to a file that nobody else has open, nor can open to use it while this lasts; its log is gone.
    Raises LibraryError ``library.busy``."""
    with clear_errors(path), closing(connect(path, keys)) as connection:
        connection.pragma("journal_mode", "delete")
        connection.pragma("locking_mode", "exclusive")
        connection.execute("BEGIN EXCLUSIVE; COMMIT")
        yield connection


@contextmanager
def write(connection: apsw.Connection) -> Iterator[None]:
    """One transaction that holds the write lock from its start, so that what it read stays true until it commits."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def read(connection: apsw.Connection) -> Iterator[None]:
    """One read transaction: several queries see the same state of the file."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Raises LibraryError for what SQLite says of the file, the disk and other programs, and for values in the file
    that mean nothing; lets our own bugs through."""
    import apsw

    codes = (
        (apsw.BusyError, "library.busy"),
        (apsw.LockedError, "library.busy"),
        (apsw.ReadOnlyError, "library.read_only"),
        (apsw.PermissionsError, "library.read_only"),
        (apsw.FullError, "library.no_space"),
        (apsw.NotADBError, "library.not_ours"),
        (apsw.CorruptError, "library.damaged"),
        (apsw.CantOpenError, "library.cannot_open"),
        (apsw.IOError, "library.cannot_open"),
    )
    try:
        yield
    except UnreadableError as error:
        raise LibraryError("library.damaged", path=path, reason=str(error)) from error
    except UnicodeDecodeError as error:
        raise LibraryError("library.damaged", path=path, reason="a text in it is not UTF-8") from error
    except apsw.Error as error:
        if isinstance(error, apsw.IOError) and _is_out_of_space(error, path):
            raise LibraryError("library.no_space", path=path, reason=str(error)) from error
        if isinstance(error, apsw.SQLError) and _OTHER_TABLES.match(str(error)):
            raise LibraryError("library.damaged", path=path, reason=str(error)) from error
        for kind, code in codes:
            if isinstance(error, kind):
                raise LibraryError(code, path=path, reason=str(error)) from error
        raise


def is_full(folder: Path) -> bool:
    """Whether the disk of a folder has no space left to speak of."""
    try:
        return shutil.disk_usage(folder).free < LEAST_SPACE
    except OSError:
        return False


def _is_out_of_space(error: apsw.Error, path: Path) -> bool:
    """Whether what SQLite calls a failed write is for want of space. It says so itself of the file proper, but not of
    the index of its log."""
    import apsw

    writes = (apsw.SQLITE_IOERR_WRITE, apsw.SQLITE_IOERR_SHMSIZE, apsw.SQLITE_IOERR_TRUNCATE)
    return getattr(error, "extendedresult", 0) in writes and is_full(path.parent)
