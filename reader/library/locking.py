"""Locks a library by a passphrase, changes that, or takes it away: the library itself and the backups beside it."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from reader.errors import LibraryError, OutputError
from reader.library.backup import Reason, copy_whole, discard, flush_folder, list_backups
from reader.library.connection import alone, clear_errors
from reader.library.keys import Keys, is_locked
from reader.library.opening import open_file, open_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import apsw

_AT_A_TIME = 1 << 20


@dataclass(frozen=True, slots=True)
class Relocked:
    """What came of it. ``left`` are files beside the library that are as they were: damaged ones, and backups locked
    by a passphrase that was not given."""

    left: tuple[Path, ...]


def relock(path: Path, passphrase: str | None, keys: Keys) -> Relocked:
    """Locks the library at ``path``, which is made where there is none, by a passphrase, or puts it in clear for None.
    What it was locked by before is among ``keys``, which learn the new one.

    Each file is written anew beside itself and then takes its own place, so that it is the old one or the new one
    whatever happens, and what was in clear is overwritten. The backups come first: once the library is locked, nothing
    beside it is in clear but, perhaps, what is ``left``.

    Raises LibraryError where the library cannot be opened, or anybody else has it open, OutputError where there is no
    space for a copy; the library is then as it was.
    """
    open_file(path, keys).connection.close()  # of today's version, and it says what is wrong with it
    key = None if passphrase is None else keys.new_key(passphrase)
    left = []
    with alone(path, keys) as connection:
        for backup in list_backups(path):
            if backup.reason is Reason.DAMAGED:
                left.append(backup.file)
                continue
            try:
                with closing(open_to_read(backup.file, keys)) as copy:
                    _rewrite(copy, backup.file, key)
            except LibraryError:
                left.append(backup.file)
        _rewrite(connection, path, key)
    return Relocked(tuple(left))


def _rewrite(connection: apsw.Connection, file: Path, key: str | None) -> None:
    """Puts a copy locked by ``key`` in the place of the file that is open."""
    part = file.with_name(f".{file.name}-{uuid4().hex[:8]}.part")
    clear = not is_locked(file)
    try:
        with clear_errors(file):
            copy_whole(connection, file, part, key)
        with _to_be_wiped(file) if clear and key is not None else nullcontext():
            part.replace(file)
            flush_folder(file.parent)
    except OSError as error:
        raise OutputError(
            "output.unwritable", path=file, reason=error.strerror or "the system does not say why"
        ) from error
    finally:
        discard(part)


@contextmanager
def _to_be_wiped(file: Path) -> Iterator[None]:
    """Overwrites what the file was once another has taken its place, as well as that can be done: a disk of flash
    memory, or one that keeps snapshots, may still have it."""
    with file.open("r+b") as old:
        yield
        left = os.fstat(old.fileno()).st_size
        while left > 0:
            left -= old.write(bytes(min(left, _AT_A_TIME)))
        old.flush()
        os.fsync(old.fileno())
