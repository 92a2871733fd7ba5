"""Models in OPUS-MT layout are installed from a folder or a zip, named by what they say or are called, or refused."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.model import EngineName
from reader.translation import archives
from reader.translation.metadata import parse_opus_metadata
from reader.translation.opus import OpusTranslator
from reader.translation.packages import PackageStore
from reader.translation.translator import Context
from reader.wording import sentences as wording

Files = dict[str, bytes]


@pytest.fixture
def store(tmp_path: Path) -> PackageStore:
    return PackageStore(tmp_path / "packages", {})


@pytest.fixture(scope="session")
def model(small_package: Path) -> Files:
    """The small package's model as it would stand in this layout."""
    with zipfile.ZipFile(small_package) as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    pieces = files["sentencepiece.model"]
    inner = {name.removeprefix("model/"): content for name, content in files.items() if name.startswith("model/")}
    return {**inner, "source.spm": pieces, "target.spm": pieces}


def write_folder(folder: Path, files: Files) -> Path:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def write_zip(path: Path, files: Files, top: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{top}{name}", content)
    return path


def everything_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


INSTALLED = ["config.json", "metadata.json", "model.bin", "shared_vocabulary.json", "source.spm", "target.spm"]


@pytest.mark.parametrize("form", ["folder", "flat zip", "zip with a folder"])
def test_it_is_installed_in_each_form_and_translates(
    store: PackageStore, model: Files, tmp_path: Path, form: str
) -> None:
    extra = {".gitattributes": b"x", "vocab.json": b"{}", "tokenizer_config.json": b"{}", "pytorch_model.bin": b"x"}
    if form == "folder":
        file = write_folder(tmp_path / "opus-mt-ar-en", {**model, **extra})
    elif form == "flat zip":
        file = write_zip(tmp_path / "opus-mt-ar-en.zip", {**model, **extra})
    else:
        file = write_zip(tmp_path / "model.zip", {**model, **extra}, "opus-mt-ar-en/")
    package = store.install(file)
    folder = tmp_path / "packages" / "opus-ar_en@1"
    assert (package.name, package.version, package.engine) == ("opus-ar_en", "1", EngineName.OPUS)
    assert (package.source_language, package.target_language, package.active) == ("ar", "en", True)
    assert package.path == str(folder)
    assert everything_below(tmp_path / "packages") == ["opus-ar_en@1", *(f"opus-ar_en@1/{name}" for name in INSTALLED)]
    assert package.size == sum(path.stat().st_size for path in folder.iterdir())
    assert store.installed() == [package]
    translator = OpusTranslator(package)
    (result,) = translator.translate(["وصل الوفد."], Context())
    translator.close()
    assert result.text
    assert file.exists()


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("opus-mt-ar-en", "opus-ar_en@1"),
        ("opus-mt-tc-big-ar-en", "opus-big-ar_en@1"),
        ("opus-mt-tc-big-ara-eng-ctranslate2-int8", "opus-big-ar_en@1"),
        ("Helsinki-NLP--opus-mt-ar-en", "opus-ar_en@1"),
        ("ct2-opus-mt-ar-en", "opus-ar_en@1"),
        ("ar-en", "opus-ar_en@1"),
        ("ar_en", "opus-ar_en@1"),
        ("AR-EN.old", "opus-ar_en@1"),
        ("opus-mt-mul-en", "opus-mul_en@1"),
    ],
)
def test_its_name_tells_its_languages(name: str, address: str) -> None:
    assert parse_opus_metadata(None, (name,), Path(name)).address == address


@pytest.mark.parametrize(
    "name", ["model", "opus", "opus-mt", "opus-mt-en-ROMANCE", "my-model", "download (1)", "", "ar"]
)
def test_a_name_that_tells_no_languages_is_answered_with_one_that_does(name: str) -> None:
    with pytest.raises(PackageError) as caught:
        parse_opus_metadata(None, (name,), Path("file"))
    assert wording(caught.value)[1] == "name it as in “opus-mt-ar-en”"


def test_metadata_outdoes_the_name(store: PackageStore, model: Files, tmp_path: Path) -> None:
    said = {"from_code": "ar", "to_code": "en", "package_version": "2020.2"}
    file = write_zip(tmp_path / "fr-de.zip", {**model, "metadata.json": json.dumps(said).encode()})
    assert store.install(file).name == "opus-ar_en"
    (tmp_path / "big").mkdir()
    file = write_zip(tmp_path / "opus-mt-tc-big-ar-en.zip", {**model, "metadata.json": b'{"package_version": "3"}'})
    assert [f"{store.install(file).name}@3"] == ["opus-big-ar_en@3"]
    assert [one.version for one in store.installed()] == ["2020.2", "3"]


def test_it_stands_beside_the_argos_package_of_the_same_languages(
    store: PackageStore, model: Files, small_package: Path, tmp_path: Path
) -> None:
    argos = store.install(small_package)
    assert argos.active
    opus = store.install(write_folder(tmp_path / "ar-en", model))
    assert [(one.name, one.active) for one in store.installed()] == [("ar_en", False), ("opus-ar_en", True)]
    assert store.active() == opus
    chosen = PackageStore(tmp_path / "packages", {"ar-en": "ar_en@0.1"})
    assert chosen.active() == argos
    assert [(one.name, one.active) for one in chosen.installed()] == [("ar_en", True), ("opus-ar_en", False)]
    store.remove("opus-ar_en@1")
    assert store.installed() == [argos]


def test_installing_it_again_replaces_it(store: PackageStore, model: Files, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "ar-en", model)
    package = store.install(folder)
    (tmp_path / "packages" / "opus-ar_en@1" / "source.spm").write_bytes(b"spoilt")
    assert store.install(folder) == package
    assert (tmp_path / "packages" / "opus-ar_en@1" / "source.spm").read_bytes() == model["source.spm"]


def test_links_in_a_folder_of_one_s_own_are_followed(store: PackageStore, model: Files, tmp_path: Path) -> None:
    blobs = write_folder(tmp_path / "blobs", model)
    snapshot = tmp_path / "opus-mt-ar-en"
    snapshot.mkdir()
    for name in model:
        (snapshot / name).symlink_to(blobs / name)
    store.install(snapshot)
    assert not any(path.is_symlink() for path in (tmp_path / "packages").rglob("*"))


def test_what_a_package_says_of_itself_can_be_read(
    store: PackageStore, model: Files, small_package: Path, tmp_path: Path
) -> None:
    card = "---\nlanguage: ar\nlicense: apache-2.0\n---\n# OPUS-MT\n" + "word " * 50_000
    store.install(write_folder(tmp_path / "ar-en", {**model, "README.md": card.encode()}))
    details = store.details("opus-ar_en@1")
    assert details.licence == "apache-2.0"
    assert details.readme is not None and details.readme.startswith("---\nlanguage") and len(details.readme) <= 65_536
    assert details.installed[:2] == "20" and len(details.installed) == 10
    store.install(small_package)
    readme = store.readme("ar_en@0.1")
    assert readme is not None and len(readme) > 100
    (tmp_path / "packages" / "ar_en@0.1" / "README.md").unlink()
    assert store.readme("ar_en@0.1") is None
    for address in ("none@1", "../x"):
        with pytest.raises(PackageError) as caught:
            store.details(address)
        assert caught.value.code == "package.not_installed"


Hostile = Callable[[Path, Files], Path]
"""Writes a hostile model into a folder, and gives its path."""


def zip_without(*names: str) -> Hostile:
    return lambda folder, files: write_zip(folder / "ar-en.zip", {k: v for k, v in files.items() if k not in names})


def zip_instead(name: str, content: bytes) -> Hostile:
    return lambda folder, files: write_zip(folder / "ar-en.zip", {**files, name: content})


def zip_beside(name: str, mode: int = 0, content: bytes = b"x") -> Hostile:
    def write(folder: Path, files: Files) -> Path:
        path = write_zip(folder / "ar-en.zip", files)
        info = zipfile.ZipInfo("placeholder")
        info.filename = info.orig_filename = name
        info.external_attr = mode << 16
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(info, content)
        return path

    return write


def folder_instead(name: str, content: bytes) -> Hostile:
    return lambda folder, files: write_folder(folder / "ar-en", {**files, name: content})


def folder_without(name: str) -> Hostile:
    return lambda folder, files: write_folder(folder / "ar-en", {k: v for k, v in files.items() if k != name})


def truncated(folder: Path, files: Files) -> Path:
    path = write_zip(folder / "ar-en.zip", files)
    path.write_bytes(path.read_bytes()[:-2000])
    return path


def flipped(folder: Path, files: Files) -> Path:
    path = write_zip(folder / "ar-en.zip", files)
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 40] = bytes(40)
    path.write_bytes(content)
    return path


def large_folder(folder: Path, files: Files) -> Path:
    path = write_folder(folder / "ar-en", files)
    with (path / "model.bin").open("r+b") as file:
        file.truncate(60 * 2**20)
    return path


def fifo(folder: Path, files: Files) -> Path:
    path = write_folder(folder / "ar-en", {k: v for k, v in files.items() if k != "target.spm"})
    os.mkfifo(path / "target.spm")
    return path


FEW = b'["<blank>", "<s>", "</s>"]'
HOSTILE: dict[str, tuple[Hostile, str]] = {
    "no model": (zip_without("model.bin"), "package.incomplete"),
    "no source pieces": (zip_without("source.spm"), "package.incomplete"),
    "no target pieces": (zip_without("target.spm"), "package.incomplete"),
    "no vocabulary": (zip_without("shared_vocabulary.json"), "package.does_not_load"),
    "only a model": (zip_without("source.spm", "target.spm"), "package.incomplete"),
    "truncated": (truncated, "package.not_zip"),
    "flipped bytes": (flipped, "package.not_zip"),
    "bomb": (zip_instead("model.bin", bytes(60 * 2**20)), "package.too_large"),
    "bomb beside": (zip_beside("zeros", 0, bytes(60 * 2**20)), "package.too_large"),
    "parent": (zip_beside("../../outside"), "package.unsafe"),
    "hidden parent": (zip_beside(".x/../../../outside"), "package.unsafe"),
    "absolute": (zip_beside("/tmp/outside"), "package.unsafe"),
    "backslashes": (zip_beside("..\\outside"), "package.unsafe"),
    "symlink": (zip_beside("link", stat.S_IFLNK | 0o777, b"/etc/passwd"), "package.unsafe"),
    "twice": (zip_beside("MODEL.bin"), "package.unsafe"),
    "no languages": (
        lambda folder, files: write_zip(folder / "model.zip", files, "best/"), "package.language_pair",
    ),
    "metadata of garbage": (zip_instead("metadata.json", b"\xff"), "package.metadata"),
    "languages of garbage": (zip_instead("metadata.json", b'{"from_code": "../x"}'), "package.metadata"),
    "version a path": (zip_instead("metadata.json", b'{"package_version": "1/.."}'), "package.metadata"),
    "kind of garbage": (zip_instead("metadata.json", b'{"kind": "../opus"}'), "package.metadata"),
    "model of garbage": (zip_instead("model.bin", b"garbage" * 99), "package.does_not_load"),
    "empty model": (zip_instead("model.bin", b""), "package.does_not_load"),
    "pieces of garbage": (zip_instead("source.spm", b"garbage" * 99), "package.does_not_load"),
    "target pieces of garbage": (zip_instead("target.spm", b"garbage" * 99), "package.does_not_load"),
    "vocabulary of three": (zip_instead("shared_vocabulary.json", FEW), "package.does_not_load"),
    "config of garbage": (zip_instead("config.json", b"{"), "package.does_not_load"),
    "folder without pieces": (folder_without("source.spm"), "package.incomplete"),
    "folder with a broken model": (folder_instead("model.bin", b"x" * 999), "package.does_not_load"),
    "folder with metadata of garbage": (folder_instead("metadata.json", b"[]"), "package.metadata"),
    "large folder": (large_folder, "package.too_large"),
    "empty folder": (lambda folder, files: write_folder(folder / "ar-en", {}), "package.incomplete"),
    "pipe in a folder": (fifo, "package.incomplete"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_model_is_refused_in_one_line_and_changes_nothing(
    store: PackageStore, model: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 50 * 2**20)
    write, code = HOSTILE[name]
    package = store.install(write_folder(tmp_path / "good" / "opus-mt-ar-en", model))
    (tmp_path / "hostile").mkdir()
    file = write(tmp_path / "hostile", model)
    before = everything_below(tmp_path)
    with pytest.raises(PackageError) as caught:
        store.install(file)
    assert caught.value.code == code, caught.value
    what, mend = wording(caught.value)
    assert "\n" not in what + mend and len(what) < 600
    assert everything_below(tmp_path) == before
    assert store.installed() == [package]
