"""Puts a backup in the library's place, and the library among the backups."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from reader.errors import LibraryError, OutputError
from reader.library import derived, pages, schema
from reader.library.backup import Reason, back_up, copy_whole, discard, is_same, new_name
from reader.library.connection import alone, clear_errors, configure, connect, enforce, write
from reader.library.keys import Keys, is_locked, use
from reader.library.opening import open_to_read

if TYPE_CHECKING:
    from pathlib import Path

    import apsw

DAMAGE = ("library.damaged", "library.not_ours")
"""What is said of a file in which SQLite cannot find its way, or of which the marks are gone."""


def restore(file: Path, path: Path, keys: Keys | None = None) -> Path | None:
    """Makes the library at ``path`` what the backup ``file`` holds, brought to today's version; whoever has the library
    open sees it at the next look. Gives the backup of what was there, None where there was nothing: restoring that
    undoes this. It is then locked as it was; where it was not, or there was none, as the backup is. ``keys`` are for
    both.

    Raises LibraryError where ``file`` is no library, of a newer version or damaged, or the library is busy or cannot
    be written, OutputError where no backup can be made; the library is then as it was.
    """
    if not file.is_file():
        raise LibraryError("library.no_backup", path=file)
    if is_same(file, path):
        raise LibraryError("library.restores_itself", path=file)
    staged = path.with_name(f".{path.name}-{uuid4().hex[:8]}.part")
    try:
        keys = keys or Keys()
        stage(file, staged, path, keys)
        return replace(path, staged, keys)
    finally:
        discard(staged)


def stage(file: Path, staged: Path, path: Path, keys: Keys) -> None:
    """Copies a backup to where it can take the place of the library at ``path``, which is not touched yet."""
    import apsw

    try:
        source = open_to_read(file, keys)
        require_sound(source, file)
    except LibraryError as error:
        told = {"library.damaged": "library.backup_damaged", "library.not_ours": "library.backup_not_ours"}
        raise LibraryError(told.get(error.code, error.code), **error.data) from error
    with closing(source), clear_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        key = keys.key_at(path) or keys.key_of(source)
        copy_whole(source, file, staged, key)
        with closing(apsw.Connection(str(staged))) as copy:
            configure(copy)
            if key is not None:
                use(copy, key)
            schema.prepare(copy, file, keep=False)
            copy.pragma("foreign_keys", "ON")
            with write(copy):
                derived.refresh(copy)


def require_sound(connection: apsw.Connection, path: Path) -> None:
    """Raises LibraryError unless what is open is a library of a version we know, without a fault."""
    with clear_errors(path):
        if schema.version(connection, path) == 0:
            raise LibraryError("library.not_ours", path=path)
        fault = connection.execute("PRAGMA integrity_check(1)").get
        if fault != "ok":
            raise LibraryError("library.damaged", path=path, reason=first_line(fault))
        if connection.execute("SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check)").get:
            raise LibraryError("library.damaged", path=path, reason="rows of it refer to what is not there")


def replace(path: Path, staged: Path, keys: Keys) -> Path | None:
    """Puts a sound library in the place of what stands at ``path``, which goes among the backups; where that is.

    A library that works is overwritten by SQLite in one transaction, so that it keeps its locks and whoever has it
    open loses nothing; one that does not is moved away.
    """
    if not path.is_file() or path.stat().st_size == 0:
        _fill(path, staged, keys)
        return None
    try:
        with clear_errors(path), closing(connect(path, keys)) as connection:
            if connection.pragma("application_id") != schema.APPLICATION_ID:
                raise LibraryError("library.not_ours", path=path)
            kept = new_name(path, Reason.RESTORE)
            back_up(connection, path, kept, keys)
    except LibraryError as error:
        if error.code not in DAMAGE:
            raise
        return replace_damaged(path, staged, keys)
    _fill(path, staged, keys)
    return kept


def replace_damaged(path: Path, staged: Path, keys: Keys) -> Path:
    """The same for a library that is damaged. Where SQLite can still write to it, whoever has it open goes on with
    what is sound; else it is moved away, when nobody has it open."""
    kept = _copy_as_it_is(path)
    try:
        _fill(path, staged, keys)
    except LibraryError as error:
        discard(kept)
        if error.code not in DAMAGE:
            raise
        kept = put_aside(path, keys)
        staged.replace(path)
    return kept


def _copy_as_it_is(path: Path) -> Path:
    """Puts a copy of the very bytes of a library among the backups, its log too."""
    kept = new_name(path, Reason.DAMAGED)
    log = path.with_name(f"{path.name}-wal")
    try:
        kept.write_bytes(pages.read_through_sqlite(path))
        if log.is_file() and log.stat().st_size:
            kept.with_name(f"{kept.name}-wal").write_bytes(log.read_bytes())
    except OSError as error:
        discard(kept)
        raise OutputError("output.unwritable", path=kept, reason=error.strerror) from error
    return kept


def put_aside(path: Path, keys: Keys) -> Path:
    """Moves a library that is of no use among the backups, its log with it. Raises LibraryError where others have it
    open, OutputError where there is no folder for it."""
    kept = new_name(path, Reason.DAMAGED)
    _require_alone(path, keys)
    try:
        path.replace(kept)
        for log in ("-wal", "-journal"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + log).replace(kept.with_name(kept.name + log))
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    except OSError as error:
        raise LibraryError("library.cannot_open", path=path, reason=error.strerror) from error
    return kept


def _require_alone(path: Path, keys: Keys) -> None:
    """Raises LibraryError ``library.busy`` where another connection has the file open: each holds a lock on a file
    with a log. What SQLite cannot open at all, nobody has open."""
    import apsw

    with suppress(apsw.CorruptError, apsw.NotADBError, apsw.CantOpenError), closing(apsw.Connection(str(path))) as one:
        configure(one)
        try:
            with suppress(LibraryError):  # a key that does not fit leaves a file that cannot be opened
                keys.unlock(one, path)
            one.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)  # its log is to be kept as it is
            one.pragma("locking_mode", "exclusive")
            one.execute("BEGIN IMMEDIATE").execute("ROLLBACK")
        except (apsw.BusyError, apsw.LockedError) as error:
            raise LibraryError("library.busy", path=path, reason=str(error)) from error


def _fill(path: Path, staged: Path, keys: Keys) -> None:
    """Writes what is staged into the library, in one transaction. Where one of them is locked and the other is not,
    SQLite cannot, and the file is another from then on: nobody else may have it open."""
    with clear_errors(path):
        if is_locked(staged) and not is_locked(path):
            with alone(path):
                staged.replace(path)
            return
    with (
        clear_errors(path),
        closing(connect(path, keys)) as connection,
        closing(connect(staged, keys)) as source,
    ):
        with connection.backup("main", source, "main") as backup:
            backup.step()
        enforce(connection)


def first_line(text: object) -> str:
    """The first line of what SQLite says of a fault."""
    return str(text).strip().split("\n", maxsplit=1)[0]
