"""The pages of a library file as they lie on the disk, its log's among them, read without SQLite's own view of them.

SQLite gives up a table at the first page it cannot follow; here each page stands for itself. The format is the one of
https://www.sqlite.org/fileformat2.html, whose names are used.
"""

from __future__ import annotations

import struct
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.library.connection import clear_errors
from reader.library.keys import Keys, salt_of, use

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_SIZE = 4096
"""Of every library, and so of one whose header cannot be read."""

WAL_HEADER, FRAME_HEADER = 32, 24
_BIG_ENDIAN, _LITTLE_ENDIAN = 0x377F0683, 0x377F0682
_AT_A_TIME = 1 << 20


@dataclass(frozen=True, slots=True)
class Frame:
    """A page in the log. ``size`` is the file's size in pages where the frame ends a transaction, else 0."""

    page: int
    size: int
    content: bytes


def read_through_sqlite(path: Path) -> bytes:
    """The bytes of a file, read as SQLite reads them: to open and close it by other means would undo the locks that
    this process has on it. Raises LibraryError where it cannot be read."""
    import apsw

    size = path.stat().st_size
    parts = []
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    with clear_errors(path), closing(apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=flags)) as file:
        for offset in range(0, size, _AT_A_TIME):
            _, content = file.read("main", 0, offset, min(_AT_A_TIME, size - offset))
            parts.append(content)
    return b"".join(parts)


def frames(log: bytes) -> Iterator[Frame]:
    """The frames of a write-ahead log that are as they were written, in their order.

    SQLite ends at the first that is not; a frame's checksum goes on from the one before it, as that is written there,
    so that each can be judged by itself.
    """
    if len(log) < WAL_HEADER:
        return
    magic, _, page_size, _ = struct.unpack(">4I", log[:16])
    if magic not in (_BIG_ENDIAN, _LITTLE_ENDIAN) or not _is_page_size(page_size):
        return
    order = ">" if magic == _BIG_ENDIAN else "<"
    salts, before = log[16:24], struct.unpack(">2I", log[24:32])
    for start in range(WAL_HEADER, len(log) - FRAME_HEADER - page_size + 1, FRAME_HEADER + page_size):
        header = log[start : start + FRAME_HEADER]
        content = log[start + FRAME_HEADER : start + FRAME_HEADER + page_size]
        page, size = struct.unpack(">2I", header[:8])
        said = struct.unpack(">2I", header[16:24])
        if header[8:16] == salts and said == _checksum(order, content, _checksum(order, header[:8], before)):
            yield Frame(page, size, content)
        before = said


def image(path: Path, keys: Keys | None = None) -> bytes:
    """A library file with all that is committed in its log put in, as one file without a log, in clear also
    where it is locked, which ``keys`` are for. Raises LibraryError."""
    content = bytearray(read_through_sqlite(path))
    log = path.with_name(f"{path.name}-wal")
    salt = salt_of(content)
    if salt is not None:
        return _unlocked(path, bytes(content), salt, keys or Keys())
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    size = 0
    for frame in frames(log.read_bytes() if log.is_file() else b""):
        waiting[frame.page] = frame.content
        if frame.size:
            pages.update(waiting)
            waiting, size = {}, frame.size
    if pages:
        page_size = len(next(iter(pages.values())))
        del content[size * page_size :]
        content.extend(bytes(size * page_size - len(content)))
        for page, new in pages.items():
            if page <= size:
                content[(page - 1) * page_size : page * page_size] = new
    return without_log(content)


def without_log(content: bytes | bytearray) -> bytes:
    """The same file with the marks of one that has no log."""
    return bytes(content[:18]) + b"\1\1" + bytes(content[20:])


def _unlocked(path: Path, content: bytes, salt: bytes, keys: Keys) -> bytes:
    """The pages of a locked file in clear, by SQLite, out of a copy as locked as it is; also of pages that have been
    changed since they were written."""
    import apsw

    with TemporaryDirectory() as folder, clear_errors(path):
        copy = Path(folder) / path.name
        copy.write_bytes(content)
        log = path.with_name(f"{path.name}-wal")
        if log.is_file():
            copy.with_name(f"{copy.name}-wal").write_bytes(log.read_bytes())
        with closing(apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            try:
                keys.unlock(connection, path)
            except LibraryError as error:
                if error.code != "library.damaged":
                    raise
        with closing(apsw.Connection(str(copy))) as connection:
            connection.pragma("hmac_check", 0)
            use(connection, keys.key_to(salt))
            try:
                return without_log(connection.serialize("main"))
            except apsw.Error:  # of a file whose first page means nothing: the rest of it without the log
                places = range(0, len(content) - PAGE_SIZE + 1, PAGE_SIZE)
                return without_log(b"".join(connection.read("main", 0, place, PAGE_SIZE)[1] for place in places))


def page_size_of(content: bytes) -> int:
    """The size of a file's pages by its header; PAGE_SIZE where that makes no sense."""
    size = int.from_bytes(content[16:18], "big")
    return 65536 if size == 1 else size if _is_page_size(size) else PAGE_SIZE


def _is_page_size(size: int) -> bool:
    return 512 <= size <= 65536 and size & (size - 1) == 0


def _checksum(order: str, content: bytes, before: tuple[int, ...]) -> tuple[int, int]:
    """SQLite's checksum of a multiple of eight bytes, which goes on from the one ``before``."""
    one, two = before
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = (one + even + two) & 0xFFFFFFFF
        two = (two + odd + one) & 0xFFFFFFFF
    return one, two
