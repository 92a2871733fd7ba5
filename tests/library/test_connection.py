"""A file that cannot serve as a library is refused with one clear line, and left as it was; two programs share one."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from reader.errors import LibraryError
from reader.library import connection
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, PairedArticle, Role
from reader.wording import sentences as wording

ROOT = Path(__file__).parents[2]


def make_paired(text: str, length: int = 1) -> PairedArticle:
    blocks = tuple(Block(Role.PARAGRAPH, f"{text} {n}") for n in range(length))
    return PairedArticle(Article(title=text, blocks=blocks), (), Engine(EngineName.GLOSS))


def refusal(path: Path) -> str:
    """The code that opening and reading the file is refused with."""
    with pytest.raises(LibraryError) as caught, Library(path) as library:
        for summary in library.summaries():
            library.get(summary.id)
            library.search.find(summary.title or "")
    what, mend = wording(caught.value)
    assert what and mend and "\n" not in what + mend
    return caught.value.code


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


@pytest.fixture
def filled(path: Path) -> Path:
    with Library(path) as library:
        for number in range(30):
            library.add(make_paired(f"خبر {number}", 40))
    return path


@pytest.mark.parametrize("content", [b"x", b"no library at all\n" * 3, b"SQLite format 3\0", bytes(range(256)) * 64])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(path) == "library.not_ours"
    assert path.read_bytes() == content
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == [path.name]


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE feeds (url)")
    other.close()
    before = path.read_bytes()
    assert refusal(path) == "library.not_ours"
    assert path.read_bytes() == before


def test_a_database_with_another_programs_mark_is_refused(path: Path) -> None:
    other = apsw.Connection(str(path))
    other.pragma("application_id", 7)
    other.close()
    assert refusal(path) == "library.not_ours"


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    with Library(path) as library:
        assert library.add(make_paired("خبر")) == (1, True)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.7, 0.9])
def test_a_truncated_file_is_called_damaged(filled: Path, share: float) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: int(len(content) * share)])
    assert refusal(filled) == "library.damaged"


def test_a_file_overwritten_in_its_middle_is_called_damaged(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[4096:-4096] = bytes(len(content) - 8192)
    filled.write_bytes(content)
    assert refusal(filled) == "library.damaged"


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    assert refusal(tmp_path / "taken" / "library.sqlite3") == "library.cannot_open"


def test_a_folder_in_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir()
    assert refusal(path) == "library.cannot_open"


def test_a_file_that_may_not_be_written_is_called_so(filled: Path) -> None:
    # Root may write what is read-only, and tests may run as root: SQLite itself is told to open it for reading.
    apsw.connection_hooks.append(lambda connection: connection.pragma("query_only", 1))
    try:
        with Library(filled) as library, pytest.raises(LibraryError) as caught:
            library.add(make_paired("آخر"))
    finally:
        apsw.connection_hooks.pop()
    assert caught.value.code == "library.read_only"


def test_a_full_disk_is_called_so_and_nothing_is_half_saved(filled: Path) -> None:
    # SQLite meets its own limit on pages exactly as it meets the end of a disk: SQLITE_FULL in the midst of a write.
    apsw.connection_hooks.append(lambda connection: connection.pragma("max_page_count", 1))
    try:
        with Library(filled) as library:
            before = library.summaries()
            with pytest.raises(LibraryError) as caught:
                library.add(make_paired("كبير", 3000))
            assert library.summaries() == before
    finally:
        apsw.connection_hooks.pop()
    assert caught.value.code == "library.no_space"


def test_a_file_that_another_program_holds_is_called_busy(filled: Path) -> None:
    holder = apsw.Connection(str(filled))
    holder.execute("BEGIN IMMEDIATE")
    try:
        with Library(filled) as library:
            library._connection.set_busy_timeout(50)  # a person waits for ten seconds, a test need not
            assert len(library.summaries()) == 30
            with pytest.raises(LibraryError) as caught:
                library.add(make_paired("آخر"))
            assert caught.value.code == "library.busy"
            holder.execute("ROLLBACK")
            assert library.add(make_paired("آخر")) == (31, True)
    finally:
        holder.close()


def test_two_open_libraries_see_each_others_pieces(path: Path) -> None:
    with Library(path) as one, Library(path) as other:
        assert one.add(make_paired("أول")) == (1, True)
        assert other.add(make_paired("ثان")) == (2, True)
        assert other.add(make_paired("أول")) == (1, False)
        assert [summary.id for summary in one.summaries()] == [2, 1]
        one.remove(2)
        assert [summary.id for summary in other.summaries()] == [1]
        one.shelves.empty_trash()
        with pytest.raises(LibraryError):
            other.get(2)


def test_several_processes_make_and_fill_one_library_together(path: Path) -> None:
    code = """if True:
        import sys
        from pathlib import Path
        from reader.library.store import Library
        from reader.model import Article, Engine, EngineName, PairedArticle
        sys.stdin.readline()
        with Library(Path(sys.argv[1])) as library:
            for number in range(20):
                article = Article(title=f"{sys.argv[2]} {number}")
                assert library.add(PairedArticle(article, (), Engine(EngineName.GLOSS)))[1]
    """
    children = [
        subprocess.Popen([sys.executable, "-c", code, str(path), name], cwd=ROOT, stdin=subprocess.PIPE)
        for name in ("a", "b", "c")
    ]
    for child in children:
        assert child.stdin
        child.stdin.write(b"\n")
        child.stdin.close()
    assert [child.wait() for child in children] == [0, 0, 0]
    with Library(path) as library:
        found = {summary.title for summary in library.summaries()}
    assert found == {f"{name} {number}" for name in "abc" for number in range(20)}


def test_work_off_the_main_thread_rests_so_that_the_window_gets_the_interpreter(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[threading.Thread] = []
    monkeypatch.setattr(connection, "STINT", 0.0)
    monkeypatch.setattr(time, "sleep", lambda _: rests.append(threading.current_thread()))

    def work() -> None:
        with Library(path) as library:
            piece, _ = library.add(make_paired("نص", 400))
            assert len(library.get(piece).article.blocks) == 400

    work()
    assert not rests
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert set(rests) == {worker}


def test_a_cursor_that_is_done_goes_though_one_that_was_made_after_it_went_before(path: Path) -> None:
    """Else it stays, and every query of a connection that has stored much goes through all that stayed."""

    def cursors() -> int:
        gc.collect()
        return sum(isinstance(one, apsw.Cursor) for one in gc.get_objects())

    with closing(connection.connect(path)) as opened:
        before = cursors()
        for _ in range(20):
            first = opened.execute("SELECT 1")
            assert first.fetchall() == [(1,)]
            assert opened.execute("SELECT 2").get == 2
            del first
        assert cursors() == before
