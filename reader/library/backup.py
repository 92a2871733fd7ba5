"""Copies of a library, each a whole library in one file: made while it is in use, listed, and thinned out with time."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import uuid4

from reader.errors import LibraryError, OutputError
from reader.library import search_index
from reader.library.connection import clear_errors, configure
from reader.library.keys import salt_of_open, use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import apsw

    from reader.library.keys import Keys

DAILY, WEEKLY = 7, 4
"""How many automatic backups are kept: the last of each of so many days, and of so many weeks."""

KEPT_BEFORE_RESTORES = 5
"""How many of the libraries that a restore has replaced are kept."""

EVERY = timedelta(days=1)
"""How old the last backup is when the next is due."""

_STAMP = "%Y%m%dT%H%M%S.%fZ"


class Reason(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "automatic"
    VERSION = "version"
    """A newer Muwazi was about to bring the library to its own version."""
    RESTORE = "before-restore"
    DAMAGED = "damaged"
    """It is no backup proper but the library as it was found, put aside for one that is sound."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the library in the folder of backups. ``made`` is ISO 8601, UTC; ``size`` in bytes."""

    file: Path
    made: str
    reason: Reason
    size: int


def folder_of(path: Path) -> Path:
    """Where the backups of a library are kept."""
    return path.with_name("backups")


def new_name(path: Path, reason: str, now: datetime | None = None) -> Path:
    """Where a new backup of the library goes; the folder is made. ``reason`` is a Reason's value, or "version-N"."""
    folder = folder_of(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error.strerror) from error
    return folder / f"{path.stem}-{reason}-{(now or datetime.now(UTC)).strftime(_STAMP)}{path.suffix}"


def list_backups(path: Path) -> list[Backup]:
    """The backups of a library that Muwazi has made by itself, the newest first."""
    pattern = re.compile(
        rf"{re.escape(path.stem)}-(automatic|version|before-restore|damaged)(?:-\d+)?"
        rf"-(\d{{8}}T\d{{6}}\.\d{{6}}Z){re.escape(path.suffix)}"
    )
    found = []
    for folder in (folder_of(path), path.parent):  # the second is where copies of versions were kept once
        with suppress(OSError):
            for file in folder.iterdir():
                match = pattern.fullmatch(file.name)
                if match:
                    made = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
                    found.append(Backup(file, _iso(made), Reason(match[1]), file.stat().st_size))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def back_up(connection: apsw.Connection, path: Path, file: Path, keys: Keys | None = None) -> None:
    """Copies the library at ``path`` that is open, with all that is committed, to ``file``, whole or not at all; what
    was there is replaced. The copy of a locked library is locked as it is, which ``keys`` are for. Others may go on
    writing to the library.

    Raises LibraryError where the library is damaged or busy, OutputError where ``file`` cannot be written.
    """
    if is_same(file, path):
        raise _unwritable(file, "it is the library itself")
    log = file.with_name(f"{file.name}-wal")
    if log.is_file() and log.stat().st_size:
        raise _unwritable(file, "it is a library that is in use")
    part = file.with_name(f".{file.name[:100]}-{uuid4().hex[:8]}.part")
    try:
        with _writing(file):
            copy_whole(connection, path, part, keys.key_of(connection) if keys else None)
            part.replace(file)
            flush_folder(file.parent)
    finally:
        discard(part)


def copy_whole(connection: apsw.Connection, path: Path, file: Path, key: str | None = None) -> None:
    """Copies what is open, found at ``path``, into a new file by SQLite, which stands alone, without a log, and is
    checked through. With a ``key`` the copy is locked by that, else it is in clear; where the one is locked and the
    other is not, the connection is to be one that knows addresses (SQLITE_OPEN_URI).

    Raises LibraryError where the copy does not check out, apsw's errors where it cannot be written.
    """
    import apsw

    with clear_errors_of_source(path), closing(apsw.Connection(str(file))) as copy:
        configure(copy)
        if key is not None:
            use(copy, key)
        if (key is None) is (salt_of_open(connection) is None):
            with copy.backup("main", connection, "main") as backup:
                backup.step()
            copy.pragma("journal_mode", "delete")
        else:  # from clear to locked or back, which is no affair of the backup API's
            address = f"{file.absolute().as_uri()}?key={key or ''}"
            connection.pragma("query_only", "OFF")  # it would keep SQLite from writing anywhere
            connection.execute("VACUUM INTO ?", (address,))
        search_index.register(copy)
        if copy.pragma("integrity_check") != "ok":
            raise LibraryError("library.damaged", path=path, reason="its copy does not check out")


@contextmanager
def clear_errors_of_source(path: Path) -> Iterator[None]:
    """Turns into LibraryError what cannot be of the copy that is being written: the rest goes through."""
    import apsw

    try:
        yield
    except (apsw.BusyError, apsw.LockedError, apsw.CorruptError, apsw.NotADBError) as error:
        with clear_errors(path):
            raise error


def back_up_if_due(path: Path, now: datetime | None = None, keys: Keys | None = None) -> Backup | None:
    """Makes the daily backup where the last is older than a day and the library has changed since; drops those that
    are too many. Gives the new one. It takes no more of a disk than is free in plenty.

    Raises LibraryError and OutputError as ``back_up`` does.
    """
    from reader.library.opening import open_to_read

    now = now or datetime.now(UTC)
    if not path.is_file():
        return None
    last = next((one for one in list_backups(path) if one.reason in (Reason.AUTOMATIC, Reason.VERSION)), None)
    if last is not None:
        made = datetime.fromisoformat(last.made)
        # A date in the future is of a clock that was wrong, and says nothing.
        if timedelta() <= now - made < EVERY or _changed(path) <= made.timestamp():
            return None
    if shutil.disk_usage(path.parent).free < 4 * path.stat().st_size:
        return None
    file = new_name(path, Reason.AUTOMATIC, now)
    with closing(open_to_read(path, keys)) as connection:
        back_up(connection, path, file, keys)
    thin_out(path)
    return Backup(file, _iso(now), Reason.AUTOMATIC, file.stat().st_size)


def thin_out(path: Path) -> None:
    """Removes the backups that are not to be kept any longer, and what broken-off ones have left. What was put aside
    as damaged is never removed."""
    backups = list_backups(path)
    for backup in set(backups) - set(to_keep(backups)):
        with suppress(OSError):
            backup.file.unlink()
    yesterday = datetime.now(UTC) - EVERY
    with suppress(OSError):
        for part in folder_of(path).glob(".*.part*"):
            if part.stat().st_mtime < yesterday.timestamp():
                part.unlink()


def to_keep(backups: Iterable[Backup]) -> list[Backup]:
    """Those of the backups that are kept: see DAILY, WEEKLY and KEPT_BEFORE_RESTORES."""
    newest_first = sorted(backups, key=lambda backup: backup.made, reverse=True)
    days: dict[str, Backup] = {}
    weeks: dict[tuple[int, int], Backup] = {}
    for backup in newest_first:
        if backup.reason in (Reason.AUTOMATIC, Reason.VERSION):
            day = datetime.fromisoformat(backup.made).date()
            days.setdefault(day.isoformat(), backup)
            weeks.setdefault(day.isocalendar()[:2], backup)
    kept = {*list(days.values())[:DAILY], *list(weeks.values())[:WEEKLY]}
    kept.update([one for one in newest_first if one.reason is Reason.RESTORE][:KEPT_BEFORE_RESTORES])
    return [one for one in newest_first if one in kept or one.reason is Reason.DAMAGED]


def discard(file: Path) -> None:
    """Removes a library file that is of no use, with its logs."""
    for name in (file.name, f"{file.name}-journal", f"{file.name}-wal", f"{file.name}-shm"):
        with suppress(OSError):
            file.with_name(name).unlink(missing_ok=True)


def is_same(one: Path, other: Path) -> bool:
    """Whether both names are of one file that is there."""
    try:
        return one.samefile(other)
    except OSError:
        return False


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    """Raises OutputError for what keeps ``file`` from being written."""
    import apsw

    try:
        yield
    except apsw.FullError as error:
        raise _unwritable(file, "there is no space left") from error
    except (apsw.CantOpenError, apsw.IOError, apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise _unwritable(file, str(error)) from error
    except OSError as error:
        raise _unwritable(file, error.strerror) from error


def _unwritable(file: Path, reason: str | None) -> OutputError:
    return OutputError("output.unwritable", path=file, reason=reason or "the system does not say why")


def _changed(path: Path) -> float:
    """When the library was last written, in seconds since 1970."""
    times = [path.stat().st_mtime]
    log = path.with_name(f"{path.name}-wal")
    with suppress(OSError):
        if log.stat().st_size:  # an empty log says only that somebody looked
            times.append(log.stat().st_mtime)
    return max(times)


def flush_folder(folder: Path) -> None:
    """Puts a file's new name on the disk, where the system has a call for that."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
