"""Packages are listed, installed whole or not at all, chosen and removed; hostile ones are refused with one line."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.model import EngineName
from reader.translation import archives
from reader.translation.packages import PackageStore
from reader.wording import sentences as wording

GOOD = {"from_code": "ar", "to_code": "en", "package_version": "0.1"}


@pytest.fixture
def store(tmp_path: Path) -> PackageStore:
    return PackageStore(tmp_path / "packages", {})


@pytest.fixture
def members(small_package: Path) -> dict[str, bytes]:
    """The small package's files, by their names in it."""
    with zipfile.ZipFile(small_package) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def write_package(path: Path, members: dict[str, bytes], top: str = "translate-ar_en/") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"{top}{name}", content)
    return path


def of_version(version: str, members: dict[str, bytes]) -> dict[str, bytes]:
    return {**members, "metadata.json": json.dumps({**GOOD, "package_version": version}).encode()}


def everything_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_without_a_folder_there_is_nothing_installed(store: PackageStore, tmp_path: Path) -> None:
    assert store.installed() == []
    assert store.active() is None
    assert store.find("ar_en@0.1") is None
    assert not (tmp_path / "packages").exists()


def test_a_package_is_installed_and_listed(store: PackageStore, small_package: Path, tmp_path: Path) -> None:
    package = store.install(small_package)
    folder = tmp_path / "packages" / "ar_en@0.1"
    assert (package.name, package.version, package.source_language, package.target_language) == (
        "ar_en",
        "0.1",
        "ar",
        "en",
    )
    assert (package.engine, package.active, package.path) == (EngineName.ARGOS, True, str(folder))
    assert package.size == sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) == 3335565
    assert store.installed() == [package]
    assert store.find("ar_en@0.1") == store.active() == package
    assert store.active("ar", "fr") is None
    assert everything_below(tmp_path / "packages") == [
        "ar_en@0.1",
        "ar_en@0.1/README.md",
        "ar_en@0.1/metadata.json",
        "ar_en@0.1/model",
        "ar_en@0.1/model/config.json",
        "ar_en@0.1/model/model.bin",
        "ar_en@0.1/model/shared_vocabulary.json",
        "ar_en@0.1/sentencepiece.model",
    ]


def test_installing_makes_nothing_in_the_home_folder_and_leaves_the_environment_alone(
    store: PackageStore, small_package: Path, home: Path
) -> None:
    code = f"""if True:
        import os
        from pathlib import Path
        from reader.translation.packages import PackageStore
        before, kind = dict(os.environ), type(os.environ)
        PackageStore(Path({str(home.parent / "packages")!r}), {{}}).install(Path({str(small_package)!r}))
        assert dict(os.environ) == before and type(os.environ) is kind
    """
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=Path(__file__).parents[2], check=True)
    assert everything_below(home) == []
    assert len(PackageStore(home.parent / "packages", {}).installed()) == 1


def test_the_chosen_version_is_active_else_the_highest(
    store: PackageStore, members: dict[str, bytes], tmp_path: Path
) -> None:
    for version in ("1.9", "1.10", "0.1"):
        store.install(write_package(tmp_path / "package", of_version(version, members)))
    assert [(one.version, one.active) for one in store.installed()] == [("1.10", True), ("1.9", False), ("0.1", False)]
    active = store.active()
    assert active is not None and active.version == "1.10"
    chosen = PackageStore(tmp_path / "packages", {"ar-en": "ar_en@0.1"})
    assert [one.version for one in chosen.installed() if one.active] == ["0.1"]
    gone = PackageStore(tmp_path / "packages", {"ar-en": "ar_en@7"})
    assert [one.version for one in gone.installed() if one.active] == ["1.10"]


def test_the_same_package_again_replaces_the_first(
    store: PackageStore, small_package: Path, members: dict[str, bytes], tmp_path: Path
) -> None:
    package = store.install(small_package)
    (tmp_path / "packages" / "ar_en@0.1" / "README.md").write_text("spoilt")
    assert store.install(small_package) == package
    assert (tmp_path / "packages" / "ar_en@0.1" / "README.md").read_bytes() == members["README.md"]
    assert [path.name for path in (tmp_path / "packages").iterdir()] == ["ar_en@0.1"]


def test_a_removed_package_is_gone_and_its_neighbour_stays(
    store: PackageStore, members: dict[str, bytes], tmp_path: Path
) -> None:
    for version in ("1.0", "2.0"):
        store.install(write_package(tmp_path / "package", of_version(version, members)))
    store.remove("ar_en@2.0")
    assert [path.name for path in (tmp_path / "packages").iterdir()] == ["ar_en@1.0"]
    active = store.active()
    assert active is not None and active.version == "1.0"
    for address in ("ar_en@2.0", "", "../packages", "ar_en"):
        with pytest.raises(PackageError) as caught:
            store.remove(address)
        assert caught.value.code == "package.not_installed"
    assert [path.name for path in (tmp_path / "packages").iterdir()] == ["ar_en@1.0"]


def test_strays_in_the_folder_do_not_break_the_listing(
    store: PackageStore, small_package: Path, tmp_path: Path
) -> None:
    package = store.install(small_package)
    folder = tmp_path / "packages"
    (folder / "empty").mkdir()
    (folder / "a file").write_text("x")
    (folder / "ar_en@3").mkdir()
    (folder / "ar_en@3" / "metadata.json").write_bytes(b"\xff\xfe not JSON")
    (folder / "ar_en@4").mkdir()
    (folder / "ar_en@4" / "metadata.json").write_text(json.dumps({**GOOD, "package_version": "4"}))
    shutil.copytree(folder / "ar_en@0.1", folder / "translate-ar_en-0_1")
    shutil.copytree(folder / "ar_en@0.1", folder / ".beside-abc")
    (folder / "loop").symlink_to(folder)
    assert store.installed() == [package]


def test_what_a_killed_installation_left_is_cleared_when_nobody_can_be_using_it(
    store: PackageStore, small_package: Path, tmp_path: Path
) -> None:
    old, new = tmp_path / "packages" / ".beside-old", tmp_path / "packages" / ".beside-new"
    for folder in (old, new):
        (folder / "translate").mkdir(parents=True)
    os.utime(old, (0, 0))
    store.install(small_package)
    assert not old.exists() and new.exists()


Hostile = Callable[[Path, dict[str, bytes]], object]
"""Writes a hostile package to a path, out of the small package's files."""


def without(name: str) -> Hostile:
    return lambda path, members: write_package(path, {k: v for k, v in members.items() if k != name})


def instead(name: str, content: bytes) -> Hostile:
    return lambda path, members: write_package(path, {**members, name: content})


def beside(name: str, mode: int = 0, content: bytes = b"x", flags: int = 0) -> Hostile:
    def write(path: Path, members: dict[str, bytes]) -> None:
        write_package(path, members)
        info = zipfile.ZipInfo("placeholder")
        info.filename = info.orig_filename = name
        info.external_attr = mode << 16
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(info, content)

    return write


def metadata(**values: object) -> Hostile:
    return instead("metadata.json", json.dumps({**GOOD, **values}).encode())


def encrypt(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, members)
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(signature, place + 4)
    path.write_bytes(content)


def bomb(path: Path, members: dict[str, bytes]) -> None:
    """A hundred megabytes of zeros in a hundred kilobytes."""
    write_package(path, {**members, "zeros": bytes(100 * 2**20)})


def lying_bomb(path: Path, members: dict[str, bytes]) -> None:
    """A member that says it holds ten bytes, and holds a hundred megabytes."""
    size = 100 * 2**20
    write_package(path, {**members, "zeros": bytes(size)})
    content = path.read_bytes()
    assert struct.pack("<L", size) in content
    path.write_bytes(content.replace(struct.pack("<L", size), struct.pack("<L", 10)))


def truncate(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, members)
    path.write_bytes(path.read_bytes()[:-3000])


def flip(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, members)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 40] = bytes(40)
    path.write_bytes(content)


def crowd(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, {**members, **{f"stanza/{n}": b"" for n in range(archives.MAX_MEMBERS)}})


def twice(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, {**members, "model/MODEL.bin": members["model/model.bin"]})


def second_folder(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, members)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("other/model.bin", b"x")


def file_and_folder(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, {"thing": b"a file", "thing/below": b"in it", **members})


def cut_model(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, {**members, "model/model.bin": members["model/model.bin"][:100_000]})


def few_words(path: Path, members: dict[str, bytes]) -> None:
    write_package(path, {**members, "model/shared_vocabulary.json": b'["<blank>", "<s>", "</s>"]'})


LINK = stat.S_IFLNK | 0o777
TOP = "translate-ar_en/"

HOSTILE: dict[str, tuple[Hostile, str]] = {
    "garbage": (lambda path, members: path.write_bytes(bytes(range(256)) * 40), "package.not_zip"),
    "empty file": (lambda path, members: path.write_bytes(b""), "package.not_zip"),
    "truncated": (truncate, "package.not_zip"),
    "flipped bytes": (flip, "package.not_zip"),
    "empty archive": (lambda path, members: write_package(path, {}), "package.incomplete"),
    "bomb": (bomb, "package.too_large"),
    "lying bomb": (lying_bomb, "package.not_zip"),
    "crowd": (crowd, "package.too_large"),
    "parent": (beside("../../outside"), "package.unsafe"),
    "parent below": (beside(TOP + "model/../../../outside"), "package.unsafe"),
    "absolute": (beside("/tmp/outside"), "package.unsafe"),
    "drive": (beside("C:/outside"), "package.unsafe"),
    "backslashes": (beside(TOP + "..\\..\\outside"), "package.unsafe"),
    "null": (beside(TOP + "model\0.bin"), "package.unsafe"),
    "hidden": (beside(".beside-x/y"), "package.unsafe"),
    "long name": (beside(TOP + "x" * 300), "package.unsafe"),
    "symlink": (beside(TOP + "link", LINK, b"/etc/passwd"), "package.unsafe"),
    "symlink for the model": (beside(TOP + "model", LINK, b"/etc"), "package.unsafe"),
    "device": (beside(TOP + "device", stat.S_IFCHR | 0o666), "package.unsafe"),
    "encrypted": (encrypt, "package.unsafe"),
    "twice": (twice, "package.unsafe"),
    "second folder": (second_folder, "package.incomplete"),
    "file and folder": (file_and_folder, "package.cannot_install"),
    "no folder": (lambda path, members: write_package(path, members, top=""), "package.incomplete"),
    "nested": (lambda path, members: write_package(path, members, top="outer/inner/"), "package.incomplete"),
    "no metadata": (without("metadata.json"), "package.incomplete"),
    "no model": (without("model/model.bin"), "package.incomplete"),
    "no tokenizer": (without("sentencepiece.model"), "package.incomplete"),
    "metadata not JSON": (instead("metadata.json", b"{"), "package.metadata"),
    "metadata not UTF-8": (instead("metadata.json", b'{"from_code": "\xe9"}'), "package.metadata"),
    "metadata no object": (instead("metadata.json", b"[1, 2]"), "package.metadata"),
    "metadata without end": (instead("metadata.json", b"[" * 2**20), "package.metadata"),
    "metadata empty": (instead("metadata.json", b"{}"), "package.metadata"),
    "code a number": (metadata(from_code=1), "package.metadata"),
    "code a path": (metadata(to_code="../../x"), "package.metadata"),
    "version a path": (metadata(package_version="1/../../.."), "package.metadata"),
    "version empty": (metadata(package_version=""), "package.metadata"),
    "prefix a list": (metadata(target_prefix=["x"]), "package.metadata"),
    "another kind": (metadata(type="sbd"), "package.metadata"),
    "languages a number": (metadata(source_languages=3), "package.does_not_load"),
    "empty model": (instead("model/model.bin", b""), "package.does_not_load"),
    "cut model": (cut_model, "package.does_not_load"),
    "no model at all": (instead("model/model.bin", b"just text" * 99), "package.does_not_load"),
    "tokenizer of garbage": (instead("sentencepiece.model", b"garbage" * 99), "package.does_not_load"),
    "vocabulary of garbage": (instead("model/shared_vocabulary.json", b"garbage"), "package.does_not_load"),
    "vocabulary of three": (few_words, "package.does_not_load"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_package_is_refused_in_one_line_and_changes_nothing(
    store: PackageStore,
    members: dict[str, bytes],
    small_package: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 50 * 2**20)  # two gigabytes of zeros take a while to write
    write, code = HOSTILE[name]
    package = store.install(small_package)
    file = tmp_path / "hostile.argosmodel"
    write(file, members)
    before = everything_below(tmp_path)
    with pytest.raises(PackageError) as caught:
        store.install(file)
    assert caught.value.code == code, caught.value
    what, mend = wording(caught.value)
    assert "\n" not in what + mend and "\0" not in what and len(what) < 600
    assert everything_below(tmp_path) == before
    assert store.installed() == [package]


def test_a_file_that_is_not_there_is_named(store: PackageStore, tmp_path: Path) -> None:
    with pytest.raises(PackageError) as caught:
        store.install(tmp_path / "nothing")
    assert caught.value.code == "package.missing"


def test_a_folder_that_cannot_be_made_is_named(small_package: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(PackageError) as caught:
        PackageStore(tmp_path / "taken" / "packages", {}).install(small_package)
    assert caught.value.code == "package.cannot_install"
    assert PackageStore(tmp_path / "taken", {}).installed() == []


def test_a_disk_too_full_for_the_package_is_told_before_anything_is_written(
    store: PackageStore, small_package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "SPARE", shutil.disk_usage(tmp_path).free * 2)
    with pytest.raises(PackageError) as caught:
        store.install(small_package)
    assert caught.value.code == "package.no_space"
    assert everything_below(tmp_path / "packages") == []


def test_an_archive_with_entries_for_folders_is_fine(
    store: PackageStore, members: dict[str, bytes], tmp_path: Path
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.mkdir("top")
        archive.mkdir("top/model")
        for name, content in members.items():
            archive.writestr(f"top/{name}", content)
    (tmp_path / "package").write_bytes(buffer.getvalue())
    assert store.install(tmp_path / "package").version == "0.1"
