"""Installed translation packages: listed, installed from a file, removed. The one file that names argostranslate."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from reader.errors import PackageError
from reader.model import EngineName, Package
from reader.translation import archives
from reader.translation.decoding import Decoder

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,31}")
MAX_METADATA = 1024**2
"""The most bytes of metadata.json that are read."""

TOKENIZERS = ("sentencepiece.model", "bpe.model")

BESIDE = ".beside-"
"""How the names of folders begin in which packages are unpacked, or wait to be deleted."""

_IMPORTING = threading.Lock()

ABANDONED_SECONDS = 24 * 3600
"""The age at which such a folder belongs to nobody: whoever made it was killed."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a package says of itself. ``target_prefix`` is the token its results begin with, or empty."""

    source_language: str
    target_language: str
    version: str
    target_prefix: str

    @property
    def name(self) -> str:
        """The package's name: "ar_en"."""
        return f"{self.source_language}_{self.target_language}"


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

    ``chosen`` maps a language pair ("ar-en") to the package chosen for it ("ar_en@1.0").
    """

    def __init__(self, folder: Path, chosen: Mapping[str, str]) -> None:
        self._folder = folder
        self._chosen = chosen

    def installed(self) -> list[Package]:
        """The installed packages, by name, the highest version first. What is no package of ours is passed over."""
        found: list[tuple[Metadata, Path]] = []
        for folder in self._folder.iterdir() if self._folder.is_dir() else ():
            try:
                metadata = parse_metadata((folder / "metadata.json").read_bytes()[:MAX_METADATA], folder)
            except (OSError, PackageError):
                continue
            if folder.name == f"{metadata.name}@{metadata.version}" and (folder / "model" / "model.bin").is_file():
                found.append((metadata, folder))
        found.sort(key=lambda entry: _order(entry[0].version), reverse=True)
        found.sort(key=lambda entry: entry[0].name)
        addresses = {folder.name for _, folder in found}
        active: dict[str, str] = {}
        for metadata, folder in found:
            pair = f"{metadata.source_language}-{metadata.target_language}"
            chosen = self._chosen.get(pair)
            active.setdefault(metadata.name, chosen if chosen in addresses else folder.name)
        return [
            Package(
                name=metadata.name,
                version=metadata.version,
                source_language=metadata.source_language,
                target_language=metadata.target_language,
                size=_size(folder),
                engine=EngineName.ARGOS,
                active=active[metadata.name] == folder.name,
                path=str(folder),
            )
            for metadata, folder in found
        ]

    def find(self, address: str) -> Package | None:
        """The installed package of that address ("ar_en@1.0"), None where there is none."""
        return next((one for one in self.installed() if f"{one.name}@{one.version}" == address), None)

    def active(self, source: str = "ar", target: str = "en") -> Package | None:
        """The package to translate with: the chosen one where it is installed, else the one of the highest version."""
        wanted = (source, target)
        fitting = (one for one in self.installed() if (one.source_language, one.target_language) == wanted)
        return next((one for one in fitting if one.active), None)

    def install(self, file: Path) -> Package:
        """Installs the package in a file, and gives it as it is installed.

        All is checked before it takes its place: until then the installed packages are as they were. The same name
        and version again replaces the one that is installed. Raises PackageError.
        """
        with archives.open_archive(file) as archive:
            top = archives.check_members(archive, file)
            content = archives.read_member(archive, f"{top}/metadata.json", MAX_METADATA)
            if content is None:
                raise PackageError("package.incomplete", path=file, lacks="metadata.json")
            metadata = parse_metadata(content, file)
            names = set(archive.namelist())
            if f"{top}/model/model.bin" not in names:
                raise PackageError("package.incomplete", path=file, lacks="model/model.bin")
            if not any(f"{top}/{name}" in names for name in TOKENIZERS):
                raise PackageError("package.incomplete", path=file, lacks=" or ".join(TOKENIZERS))
            self._folder.mkdir(parents=True, exist_ok=True)
            self._clear_abandoned()
            with tempfile.TemporaryDirectory(prefix=BESIDE, dir=self._folder) as beside:
                archives.unpack(archive, file, Path(beside))
                _check_loads(Path(beside, top), file)
                address = f"{metadata.name}@{metadata.version}"
                place = self._folder / address
                if place.exists():
                    place.rename(Path(beside, "replaced@"))  # no name that stands in an archive beside its top folder
                Path(beside, top).rename(place)
        package = self.find(address)
        if package is None:
            raise PackageError("package.not_installed", package=address)
        return package

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
            if time.time() - folder.stat().st_mtime > ABANDONED_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)


def parse_metadata(content: bytes, path: Path) -> Metadata:
    """What metadata.json says, once it is known to make sense. Raises PackageError."""
    try:
        values = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise PackageError("package.metadata", path=path, reason="it is not JSON") from error
    if not isinstance(values, dict):
        raise PackageError("package.metadata", path=path, reason="it is no object")
    rules = (("from_code", LANGUAGE), ("to_code", LANGUAGE), ("package_version", VERSION))
    for key, rule in rules:
        if not isinstance(values.get(key), str) or not rule.fullmatch(values[key]):
            raise PackageError("package.metadata", path=path, reason=f"{key} makes no sense")
    if values.get("type", "translate") != "translate":
        raise PackageError("package.metadata", path=path, reason="it is for something other than translation")
    prefix = values.get("target_prefix", "")
    if not isinstance(prefix, str):
        raise PackageError("package.metadata", path=path, reason="target_prefix makes no sense")
    return Metadata(values["from_code"], values["to_code"], values["package_version"], prefix)


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of an unpacked package. Raises whatever its loading raises."""
    return _argos_package()(folder).tokenizer  # type: ignore[no-any-return]


def decode_exactly(tokenizer: Tokenizer, tokens: list[str]) -> str:
    """The text of the tokens with its underscores, which Argos's own decoding turns into spaces."""
    if hasattr(tokenizer, "lazy_processor"):
        return str(tokenizer.lazy_processor().decode_pieces(tokens)).replace("\u2581", " ")
    return tokenizer.decode(tokens)


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


def _check_loads(folder: Path, file: Path) -> None:
    """Raises PackageError where the unpacked package cannot take a word through its tokenizer and its model."""
    try:
        tokens = load_tokenizer(folder).encode("سلام")
        Decoder(folder / "model", threads=1).decode([tokens], (), 8)
    except Exception as error:  # a library in C++ raises what it likes for a file that makes no sense
        reason = str(error).partition("\n")[0][:200] or type(error).__name__
        raise PackageError("package.does_not_load", path=file, reason=reason) from error


def _size(folder: Path) -> int:
    return sum(entry.stat().st_size for entry in folder.rglob("*") if entry.is_file())


def _order(version: str) -> list[tuple[int, str]]:
    """Versions in the order people mean: 1.10 after 1.9, 1.0 before 1.0.1, letters before numbers."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.findall(r"\d+|[A-Za-z]+", version)]
