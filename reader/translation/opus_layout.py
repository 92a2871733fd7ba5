"""Finds and checks a model in OPUS-MT layout, as a zip archive or a folder, and puts it into a folder of ours."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reader.errors import PackageError
from reader.translation import archives, metadata
from reader.translation.decoding import Decoder
from reader.translation.opus import load_opus_tokenizer

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable

    from reader.translation.metadata import Metadata

MODEL = "model.bin"
NEEDED = (MODEL, "source.spm", "target.spm")
VOCABULARIES = tuple(f"{side}_vocabulary.{kind}" for side in ("shared", "source", "target") for kind in ("json", "txt"))
WANTED = frozenset({*NEEDED, *VOCABULARIES, "config.json", "metadata.json", "README.md", "LICENSE", "vmap.txt"})
"""The files that are taken over; a copied repository holds others, which nothing here reads."""


def is_archive_of(archive: zipfile.ZipFile) -> bool:
    """Whether an archive looks like a model in this layout, by its members' names."""
    return any(PurePosixPath(name).name in NEEDED[1:] for name in archive.namelist())


def unpack(archive: zipfile.ZipFile, file: Path, folder: Path) -> Metadata:
    """Puts the model in an archive, at its top or in one folder, into the new ``folder``, and gives what is known of
    it. Raises PackageError."""
    archives.check_members(archive, file, hidden=True)
    above = sorted({str(PurePosixPath(name).parent) for name in archive.namelist() if _is_model(name)}, key=len)
    prefix = "" if above[:1] in ([], ["."]) else f"{above[0]}/"
    wanted = {f"{prefix}{name}": name for name in sorted(WANTED) if f"{prefix}{name}" in archive.namelist()}
    _check_whole(wanted.values(), file)
    names = (file.stem, PurePosixPath(prefix).name)
    content = archives.read_member(archive, f"{prefix}metadata.json", metadata.MAX_METADATA)
    known = metadata.parse_opus_metadata(content, names, file)
    folder.mkdir()
    archives.unpack(archive, file, folder, wanted)
    return _finished(folder, known, file)


def copy(source: Path, folder: Path) -> Metadata:
    """Puts the model in the folder ``source`` into the new ``folder``, and gives what is known of it. The original
    stays as it is. Raises PackageError."""
    with archives.mended(source):
        found = sorted(name for name in WANTED if (source / name).is_file())
        _check_whole(found, source)
        total = sum((source / name).stat().st_size for name in found)
        archives.check_size(total, source)
        content = None
        if "metadata.json" in found:
            with (source / "metadata.json").open("rb") as file:
                content = file.read(metadata.MAX_METADATA)
        known = metadata.parse_opus_metadata(content, (source.absolute().name,), source)
        archives.check_space(total, folder.parent, source)
        for name in found:
            with (source / name).open("rb") as file:
                archives.write_down(file, folder / name)
    return _finished(folder, known, source)


def _is_model(name: str) -> bool:
    return PurePosixPath(name).name == MODEL


def _check_whole(names: Iterable[str], file: Path) -> None:
    lacking = [name for name in NEEDED if name not in set(names)]
    if lacking:
        raise PackageError("package.incomplete", path=file, lacks=" and ".join(lacking))


def _finished(folder: Path, known: Metadata, file: Path) -> Metadata:
    """Writes our metadata.json and tries the model on a word."""
    (folder / "metadata.json").write_bytes(metadata.written(known))
    try:
        tokens = load_opus_tokenizer(folder, known.target_language).encode("سلام")
        Decoder(folder, threads=1).begin([tokens], (), 8).results()
    except Exception as error:  # libraries in C++ raise what they like for a file that makes no sense
        reason = str(error).partition("\n")[0][:200] or type(error).__name__
        raise PackageError("package.does_not_load", path=file, reason=reason) from error
    return known
