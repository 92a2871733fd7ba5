"""Unpacks a package's zip archive into a folder, after checking that it can do no harm there."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from reader.errors import PackageError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_MEMBERS = 2_000
"""The most files and folders an archive may hold; the published packages hold about thirty."""

MAX_UNPACKED = 2 * 1024**3
"""The most bytes an archive may unpack to; the published packages unpack to a tenth of that."""

SPARE = 64 * 1024**2
"""The bytes that must stay free on the disk beyond what is unpacked."""


@contextmanager
def open_archive(file: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, for reading. Raises PackageError where it is missing, unreadable or no zip, then or later."""
    if not file.is_file():
        raise PackageError("package.missing", path=file)
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        UnicodeDecodeError,
    ) as e:
        raise PackageError("package.not_zip", path=file, reason=str(e)) from e
    except OSError as e:
        code = "package.no_space" if e.errno in (errno.ENOSPC, errno.EDQUOT) else "package.cannot_install"
        raise PackageError(code, path=file, reason=e.strerror or str(e)) from e


def check_members(archive: zipfile.ZipFile, file: Path) -> str:
    """The one folder that all members stand in. Nothing is unpacked yet.

    Raises PackageError for names that lead elsewhere, links and devices, encrypted members, more than one folder, and
    for more or larger members than a package has.
    """
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise PackageError("package.too_large", path=file, reason=f"{len(members)} files")
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED:
        raise PackageError("package.too_large", path=file, reason=f"{total // 1024**2} MB")
    tops, seen = set(), set()
    for member in members:
        parts = _safe_parts(member, file)
        # Disks that fold case would write the second over the first.
        if tuple(part.casefold() for part in parts) in seen:
            raise PackageError("package.unsafe", path=file, reason=f"{member.filename!r} is in it twice")
        seen.add(tuple(part.casefold() for part in parts))
        tops.add(parts[0])
        if len(parts) == 1 and not member.is_dir():
            raise PackageError("package.incomplete", path=file, lacks="a folder of its own")
    if len(tops) != 1:
        raise PackageError("package.incomplete", path=file, lacks="a folder of its own")
    return str(tops.pop())


def _safe_parts(member: zipfile.ZipInfo, file: Path) -> tuple[str, ...]:
    name = member.orig_filename
    mode = member.external_attr >> 16
    parts = PurePosixPath(name).parts
    foreign = not parts or name.startswith("/") or "\\" in name or "\0" in name or PureWindowsPath(name).drive
    reason = None
    # Names that begin with a dot cover "..", and are those that the folder of packages keeps for itself.
    if foreign or any(part.startswith(".") or len(part) > 200 for part in parts):
        reason = f"a name like {name!r}"
    elif stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        reason = f"{name!r} is no plain file"
    elif member.flag_bits & 0x1:
        reason = f"{name!r} is encrypted"
    if reason:
        raise PackageError("package.unsafe", path=file, reason=reason)
    return parts


def read_member(archive: zipfile.ZipFile, name: str, most: int) -> bytes | None:
    """The content of a member, at most that many bytes of it; None where there is none of that name."""
    try:
        member = archive.getinfo(name)
    except KeyError:
        return None
    with archive.open(member) as content:
        return content.read(most)


def unpack(archive: zipfile.ZipFile, file: Path, folder: Path) -> None:
    """Writes the members, checked before, below ``folder``, and has them on disk when it returns.

    No member grows beyond the size it declares: zipfile reads no further, and compares the checksum.
    """
    needed = sum(member.file_size for member in archive.infolist())
    if shutil.disk_usage(folder).free < needed + SPARE:
        raise PackageError("package.no_space", path=file, reason=f"{needed // 1024**2} MB are needed")
    for member in archive.infolist():
        target = folder.joinpath(*PurePosixPath(member.filename).parts)
        if member.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as content, target.open("xb") as out:
            shutil.copyfileobj(content, out, 1024**2)
            out.flush()
            os.fsync(out.fileno())
