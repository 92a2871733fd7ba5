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
    from collections.abc import Iterator, Mapping
    from typing import IO

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
    with mended(file):
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


@contextmanager
def mended(file: Path) -> Iterator[None]:
    """Raises PackageError for what the system refuses while the package ``file`` is read or written out."""
    try:
        yield
    except OSError as e:
        code = "package.no_space" if e.errno in (errno.ENOSPC, errno.EDQUOT) else "package.cannot_install"
        raise PackageError(code, path=file, reason=e.strerror or str(e)) from e


def check_members(archive: zipfile.ZipFile, file: Path, *, hidden: bool = False) -> None:
    """Raises PackageError for names that lead elsewhere, links and devices, encrypted members, and for more or larger
    members than a package has. Nothing is unpacked yet.

    With ``hidden``, names that begin with a dot are let pass, as a copied folder may hold them; they are not to be
    unpacked.
    """
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise PackageError("package.too_large", path=file, reason=f"{len(members)} files")
    check_size(sum(member.file_size for member in members), file)
    seen = set()
    for member in members:
        parts = tuple(part.casefold() for part in _safe_parts(member, file, hidden=hidden))
        # Disks that fold case would write the second over the first.
        if parts in seen:
            raise PackageError("package.unsafe", path=file, reason=f"{member.filename!r} is in it twice")
        seen.add(parts)


def check_size(total: int, file: Path) -> None:
    """Raises PackageError for more bytes than a package has."""
    if total > MAX_UNPACKED:
        raise PackageError("package.too_large", path=file, reason=f"{total // 1024**2} MB")


def check_space(needed: int, folder: Path, file: Path) -> None:
    """Raises PackageError where that many bytes do not fit on the disk of ``folder`` with room to spare."""
    if shutil.disk_usage(folder).free < needed + SPARE:
        raise PackageError("package.no_space", path=file, reason=f"{needed // 1024**2} MB are needed")


def only_folder(archive: zipfile.ZipFile, file: Path) -> str:
    """The one folder that all members stand in. Raises PackageError where there is no such folder."""
    parts = [(PurePosixPath(member.filename).parts, member.is_dir()) for member in archive.infolist()]
    if len({one[0] for one, _ in parts}) != 1 or any(len(one) == 1 and not is_dir for one, is_dir in parts):
        raise PackageError("package.incomplete", path=file, lacks="a folder of its own")
    return parts[0][0][0]


def check_contents(file: Path) -> None:
    """Raises PackageError where the file is no zip, holds what no package holds, or is damaged anywhere."""
    with open_archive(file) as archive:
        check_members(archive, file, hidden=True)
        damaged = archive.testzip()
        if damaged is not None:
            raise PackageError("package.not_zip", path=file, reason=f"{damaged!r} is damaged")


def _safe_parts(member: zipfile.ZipInfo, file: Path, *, hidden: bool) -> tuple[str, ...]:
    name = member.orig_filename
    mode = member.external_attr >> 16
    parts = PurePosixPath(name).parts
    foreign = not parts or name.startswith("/") or "\\" in name or "\0" in name or PureWindowsPath(name).drive
    reason = None
    # Names that begin with a dot are those that the folder of packages keeps for itself.
    if foreign or any(part == ".." or len(part) > 200 or (part[0] == "." and not hidden) for part in parts):
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


def unpack(archive: zipfile.ZipFile, file: Path, folder: Path, wanted: Mapping[str, str] | None = None) -> None:
    """Writes the members, checked before, below ``folder``, and has them on disk when it returns.

    Of ``wanted``, where it is given, only those are written that it names, each under the name it gives them. No
    member grows beyond the size it declares: zipfile reads no further, and compares the checksum.
    """
    members = [member for member in archive.infolist() if wanted is None or member.filename in wanted]
    check_space(sum(member.file_size for member in members), folder, file)
    for member in members:
        name = member.filename if wanted is None else wanted[member.filename]
        target = folder.joinpath(*PurePosixPath(name).parts)
        if member.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        with archive.open(member) as content:
            write_down(content, target)


def write_down(content: IO[bytes], target: Path) -> None:
    """Writes a new file and has it on disk when it returns; folders above it are made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as out:
        shutil.copyfileobj(content, out, 1024**2)
        out.flush()
        os.fsync(out.fileno())
