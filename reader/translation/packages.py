"""Installed translation packages: listed, installed from a file or folder, removed; the one to name argostranslate."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from reader.errors import PackageError
from reader.model import EngineName, Package, PackageDetails
from reader.translation import archives, opus_layout
from reader.translation.decoding import Decoder
from reader.translation.metadata import (
    MAX_METADATA,
    Metadata,
    licence_of,
    order,
    parse_metadata,
    parse_opus_metadata,
)

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Mapping

TOKENIZERS = ("sentencepiece.model", "bpe.model")

READMES = ("README.md", "README", "readme.md", "README.txt")
MAX_README = 64 * 1024
"""The most bytes of a readme that are read."""

BESIDE = ".beside-"
"""How the names of folders begin in which packages are unpacked, or wait to be deleted."""

_IMPORTING = threading.Lock()

ABANDONED_SECONDS = 24 * 3600
"""The age at which such a folder belongs to nobody: whoever made it was killed."""


class Tokenizer(Protocol):
    """A package's own tokenizer, as Argos Translate has it."""

    def encode(self, sentence: str) -> list[str]:
        """The sentence as the model's tokens."""
        ...

    def decode(self, tokens: list[str]) -> str:
        """The text of the tokens."""
        ...


class PackageStore:
    """The packages in one folder, each in a folder NAME@VERSION. Several versions may stand side by side.

    ``chosen`` maps a language pair ("ar-en") to the package chosen for it ("ar_en@1.0"). Where none is chosen, the
    one in use is one in OPUS-MT layout rather than an Argos package, and of those the highest version: of the free
    models for Arabic the stronger ones come in that form.
    """

    def __init__(self, folder: Path, chosen: Mapping[str, str]) -> None:
        self._folder = folder
        self._chosen = chosen

    def installed(self) -> list[Package]:
        """The installed packages, by name, the highest version first. What is no package of ours is passed over."""
        found = [one for folder in (self._folder.iterdir() if self._folder.is_dir() else ()) if (one := _read(folder))]
        found.sort(key=lambda one: order(one[0].version), reverse=True)
        active: dict[str, str] = {}
        for metadata, _ in sorted(found, key=lambda one: not one[0].kind):
            pair = f"{metadata.source_language}-{metadata.target_language}"
            if self._chosen.get(pair) == metadata.address:
                active[pair] = metadata.address
            active.setdefault(pair, metadata.address)
        return [
            Package(
                name=metadata.name,
                version=metadata.version,
                source_language=metadata.source_language,
                target_language=metadata.target_language,
                size=_size(folder),
                engine=EngineName.OPUS if metadata.kind else EngineName.ARGOS,
                active=active[f"{metadata.source_language}-{metadata.target_language}"] == metadata.address,
                path=str(folder),
            )
            for metadata, folder in sorted(found, key=lambda one: one[0].name)
        ]

    def find(self, address: str) -> Package | None:
        """The installed package of that address ("ar_en@1.0"), None where there is none."""
        return next((one for one in self.installed() if f"{one.name}@{one.version}" == address), None)

    def active(self, source: str = "ar", target: str = "en") -> Package | None:
        """The package in use for a pair of languages, None where there is none."""
        wanted = (source, target)
        fitting = (one for one in self.installed() if (one.source_language, one.target_language) == wanted)
        return next((one for one in fitting if one.active), None)

    def install(self, file: Path) -> Package:
        """Installs a package, and gives it as it is installed: an Argos package's file, or a model in OPUS-MT layout
        as a zip archive or a folder.

        All is checked before it takes its place: until then the installed packages are as they were. The same name
        and version again replaces the one that is installed. Raises PackageError.
        """
        with archives.mended(file):
            if not file.exists():
                raise PackageError("package.missing", path=file)
            self._folder.mkdir(parents=True, exist_ok=True)
            self._clear_abandoned()
            with tempfile.TemporaryDirectory(prefix=BESIDE, dir=self._folder) as beside:
                # Two folders deep, so that no name in an archive can meet one of ours.
                goal = Path(beside, "package")
                if file.is_dir():
                    metadata = opus_layout.copy(file, goal)
                else:
                    with archives.open_archive(file) as archive:
                        of_opus = opus_layout.is_archive_of(archive)
                        metadata = (opus_layout.unpack if of_opus else _unpack_argos)(archive, file, goal)
                place = self._folder / metadata.address
                if place.exists():
                    place.rename(Path(beside, "replaced"))
                goal.rename(place)
        package = self.find(metadata.address)
        if package is None:
            raise PackageError("package.not_installed", package=metadata.address)
        return package

    def details(self, address: str) -> PackageDetails:
        """What an installed package says of itself for people to read. Raises PackageError where there is none of
        that address."""
        package = self.find(address)
        if package is None:
            raise PackageError("package.not_installed", package=address)
        folder = Path(package.path)
        readme = next(filter(None, (_read_text(folder / name) for name in READMES)), None)
        said = _read_text(folder / "metadata.json")
        licence = licence_of(said.encode() if said else None, readme)
        if licence is None and (whole := _read_text(folder / "LICENSE")):
            licence = whole.strip().partition("\n")[0].strip()[:100] or None
        day = datetime.fromtimestamp((folder / "metadata.json").stat().st_mtime, UTC).date()
        return PackageDetails(licence, readme, day.isoformat())

    def readme(self, address: str) -> str | None:
        """The readme of an installed package, at most MAX_README bytes of it, None where it has none. Raises
        PackageError where there is none of that address."""
        return self.details(address).readme

    def remove(self, address: str) -> None:
        """Removes an installed package. Raises PackageError where there is none of that address."""
        package = self.find(address)
        if package is None:
            raise PackageError("package.not_installed", package=address)
        try:
            # Out of the listing in one step, whatever becomes of the deleting.
            with tempfile.TemporaryDirectory(prefix=BESIDE, dir=self._folder) as beside:
                Path(package.path).rename(Path(beside, address))
        except OSError as error:
            raise PackageError("package.cannot_remove", package=address, reason=error.strerror) from error

    def _clear_abandoned(self) -> None:
        for folder in self._folder.glob(f"{BESIDE}*"):
            with contextlib.suppress(FileNotFoundError):  # another installation has just finished with it
                if time.time() - folder.stat().st_mtime > ABANDONED_SECONDS:
                    shutil.rmtree(folder, ignore_errors=True)


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of an unpacked package. Raises whatever its loading raises."""
    return _argos_package()(folder).tokenizer  # type: ignore[no-any-return]


def _argos_package() -> Any:
    """Argos Translate's class of an unpacked package.

    On import its settings make folders in the user's home, read settings from the environment and write to it. So it
    is imported under an environment of its own, whose folders are gone afterwards: none of what is used here needs
    them. Only Python's view of the environment is changed, since changing the real one is not safe beside threads.
    """
    with _IMPORTING:
        if "argostranslate.package" not in sys.modules:
            real = os.environ
            names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME", "USERPROFILE")
            with tempfile.TemporaryDirectory() as folder:
                os.environ = dict.fromkeys(names, folder)  # type: ignore[assignment]  # noqa: B003 - see above
                try:
                    import argostranslate.package
                finally:
                    os.environ = real  # noqa: B003
        import argostranslate.package
    return argostranslate.package.Package


def _unpack_argos(archive: zipfile.ZipFile, file: Path, goal: Path) -> Metadata:
    """Puts the package in an archive into the new folder ``goal``, and gives its metadata. Raises PackageError."""
    archives.check_members(archive, file)
    top = archives.only_folder(archive, file)
    content = archives.read_member(archive, f"{top}/metadata.json", MAX_METADATA)
    if content is None:
        raise PackageError("package.incomplete", path=file, lacks="metadata.json")
    metadata = parse_metadata(content, file)
    names = set(archive.namelist())
    if f"{top}/model/model.bin" not in names:
        raise PackageError("package.incomplete", path=file, lacks="model/model.bin")
    if not any(f"{top}/{name}" in names for name in TOKENIZERS):
        raise PackageError("package.incomplete", path=file, lacks=" or ".join(TOKENIZERS))
    unpacked = goal.with_name("unpacked")
    unpacked.mkdir()
    archives.unpack(archive, file, unpacked)
    (unpacked / top).rename(goal)
    try:
        tokens = load_tokenizer(goal).encode("سلام")
        Decoder(goal / "model", threads=1).begin([tokens], (), 8).results()
    except Exception as error:  # a library in C++ raises what it likes for a file that makes no sense
        reason = str(error).partition("\n")[0][:200] or type(error).__name__
        raise PackageError("package.does_not_load", path=file, reason=reason) from error
    return metadata


def _read(folder: Path) -> tuple[Metadata, Path] | None:
    """What an installed package's folder holds, None for a folder that is none."""
    is_opus = (folder / "model.bin").is_file()
    try:
        with (folder / "metadata.json").open("rb") as file:
            content = file.read(MAX_METADATA)
        metadata = parse_opus_metadata(content, (), folder) if is_opus else parse_metadata(content, folder)
    except (OSError, PackageError):
        return None
    if folder.name != metadata.address or not (is_opus or (folder / "model" / "model.bin").is_file()):
        return None
    return metadata, folder


def _read_text(file: Path) -> str | None:
    """The beginning of a text, None where there is none."""
    try:
        with file.open("rb") as content:
            return content.read(MAX_README).decode("utf-8", "replace").strip() or None
    except OSError:
        return None


def _size(folder: Path) -> int:
    return sum(entry.stat().st_size for entry in folder.rglob("*") if entry.is_file())
