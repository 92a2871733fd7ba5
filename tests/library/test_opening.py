"""What can only be read is opened for reading: a read-only folder or disk, with a log or without, of today's version or
an older one. What would write says why it cannot, in one line."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from reader.errors import LibraryError
from reader.library import opening
from reader.library.check import Report, check
from reader.library.opening import open_to_read
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, PairedArticle, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]

LOOK = """if True:
    import json, os, sys
    from pathlib import Path
    from reader.errors import LibraryError
    from reader.library import pages, salvage
    from reader.library.store import Library
    with Library(Path(sys.argv[2])) as library:  # loads what is loaded when first needed
        library.summaries()
    if os.geteuid() == 0:  # who may do anything gives that up
        os.setuid(65534)
    with Library(Path(sys.argv[1])) as library:
        titles = [summary.title for summary in library.summaries()]
        try:
            library.remove(library.numbers()[0])
            code = None
        except LibraryError as error:
            code = error.code
        print(json.dumps([titles, library.read_only, code]))
"""


def make_paired(text: str) -> PairedArticle:
    return PairedArticle(Article(title=text, blocks=(Block(Role.PARAGRAPH, text),)), (), Engine(EngineName.GLOSS))


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody may look into, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def path(folder: Path) -> Path:
    path = folder / "kept" / "library.sqlite3"
    with Library(path) as library:
        library.add(make_paired("one"))
    return path


def leave_log(path: Path) -> None:
    """Leaves a log beside the library, as a crash does, with another piece in it."""
    folder = path.parent.with_name("copy")
    with Library(path) as library:
        library.add(make_paired("two"))
        shutil.copytree(path.parent, folder)
    shutil.rmtree(path.parent)
    folder.rename(path.parent)
    (path.parent / "library.sqlite3-shm").unlink()


def look_without_leave(path: Path, tmp_path: Path) -> str:
    """What a process finds that may not write there."""
    path.parent.chmod(0o555)
    path.chmod(0o444)
    command = [sys.executable, "-B", "-c", LOOK, str(path), str(tmp_path / "other.sqlite3")]
    try:
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    finally:
        path.parent.chmod(0o755)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.mark.parametrize("log", [False, True])
def test_a_library_in_a_read_only_folder_is_read_with_its_log(path: Path, tmp_path: Path, log: bool) -> None:
    if log:
        leave_log(path)
    before = {entry.name: entry.read_bytes() for entry in path.parent.iterdir()}
    titles = '["two", "one"]' if log else '["one"]'
    assert look_without_leave(path, tmp_path) == f'[{titles}, true, "library.read_only"]'
    assert {entry.name: entry.read_bytes() for entry in path.parent.iterdir()} == before


def test_a_library_of_an_older_version_in_a_read_only_folder_is_read(folder: Path, tmp_path: Path) -> None:
    path = folder / "old" / "library.sqlite3"
    path.parent.mkdir()
    old = apsw.Connection(str(path))
    old.execute(Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8")).fetchall()
    old.close()
    before = path.read_bytes()
    assert look_without_leave(path, tmp_path).endswith(', true, "library.read_only"]')
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_full_disk_is_read_and_said_to_be_full(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_log(path)

    def refuse(path: Path, keys: object) -> apsw.Connection:
        raise LibraryError("library.no_space", path=path)

    # As SQLite refuses on a disk without room for the index of its log.
    monkeypatch.setattr(opening, "_open_to_write", refuse)
    with Library(path) as library:
        assert library.read_only
        assert [summary.title for summary in library.summaries()] == ["two", "one"]
        with pytest.raises(LibraryError) as caught:
            library.remove(1)
    assert caught.value.code == "library.no_space"
    assert check(path) == Report()


def test_a_file_and_its_log_are_put_together_in_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_log(path)
    real = apsw.Connection

    def only_in_memory(filename: str, *rest: object, **more: object) -> apsw.Connection:
        if "mode=ro" in filename:
            raise apsw.CantOpenError("as of a disk that cannot be written")
        return real(filename, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(apsw, "Connection", only_in_memory)
    connection = open_to_read(path)
    monkeypatch.undo()
    assert [title for (title,) in connection.execute("SELECT title FROM pieces ORDER BY id")] == ["one", "two"]
    with pytest.raises(apsw.ReadOnlyError):
        connection.execute("DELETE FROM pieces")
    connection.close()
