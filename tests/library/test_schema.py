"""A library file of an older version becomes one of today's, with a copy of it beside; one from the future is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw
import pytest

from reader.errors import LibraryError
from reader.library import schema
from reader.library.connection import connect
from reader.library.store import Library
from reader.model import Article, Engine, EngineName, PairedArticle

if TYPE_CHECKING:
    from pathlib import Path


def add_star(connection: apsw.Connection) -> None:
    connection.execute("ALTER TABLE pieces ADD COLUMN star INTEGER NOT NULL DEFAULT 0")


def rebuild_pieces(connection: apsw.Connection) -> None:
    """As SQLite's manual has it: a table whose columns change is made anew, under the feet of what refers to it."""
    connection.execute("CREATE TABLE renewed AS SELECT * FROM pieces; DROP TABLE pieces")
    connection.execute("ALTER TABLE renewed RENAME TO pieces")
    connection.execute("CREATE UNIQUE INDEX pieces_id ON pieces (id)")


def break_off(connection: apsw.Connection) -> None:
    connection.execute("DROP TABLE tags")
    raise RuntimeError("the power went")


def leave_orphans(connection: apsw.Connection) -> None:
    connection.execute("INSERT INTO piece_tags VALUES (99, 99)")


NEWEST = len(schema.MIGRATIONS)


def migrate(path: Path, *more: schema.Migration) -> None:
    connection = connect(path)
    try:
        schema.prepare(connection, path, (*schema.MIGRATIONS, *more))
    finally:
        connection.close()


def version(path: Path) -> int:
    connection = apsw.Connection(str(path))
    try:
        return int(connection.pragma("user_version"))
    finally:
        connection.close()


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob("library-version-*"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite3"
    with Library(path) as library:
        library.add(PairedArticle(Article(title="خبر"), (), Engine(EngineName.GLOSS)))
    return path


def test_a_new_file_goes_through_every_migration_without_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "fresh" / "library.sqlite3"
    migrate(path, add_star)
    assert version(path) == NEWEST + 1
    assert [entry.name for entry in path.parent.iterdir()] == ["library.sqlite3"]


def test_an_older_file_is_copied_and_then_migrated(path: Path) -> None:
    migrate(path, add_star)
    assert version(path) == NEWEST + 1
    (copy,) = copies(path)
    assert copy.name.startswith(f"library-version-{NEWEST}-") and copy.suffix == ".sqlite3"
    with Library(copy) as library:
        assert [summary.title for summary in library.summaries()] == ["خبر"]
    connection = apsw.Connection(str(path))
    assert connection.execute("SELECT title, star FROM pieces").fetchall() == [("خبر", 0)]
    connection.close()


def test_the_copy_holds_what_stood_only_in_the_log(path: Path) -> None:
    with Library(path) as library:  # kept open: its log is not yet in the file
        library.add(PairedArticle(Article(title="خبر ثان"), (), Engine(EngineName.GLOSS)))
        migrate(path, add_star)
    (copy,) = copies(path)
    with Library(copy) as library:
        assert len(library.summaries()) == 2


def test_a_migration_may_rebuild_a_table_that_others_refer_to(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("INSERT INTO tags (name) VALUES ('ماء'); INSERT INTO piece_tags VALUES (1, 1)")
    connection.close()
    migrate(path, rebuild_pieces)
    connection = apsw.Connection(str(path))
    assert connection.execute("SELECT * FROM piece_tags").fetchall() == [(1, 1)]
    assert connection.execute("SELECT id, title FROM pieces").fetchall() == [(1, "خبر")]
    connection.close()


@pytest.mark.parametrize("broken", [break_off, leave_orphans])
def test_a_migration_that_fails_leaves_the_version_before_it(path: Path, broken: schema.Migration) -> None:
    with pytest.raises(RuntimeError):
        migrate(path, add_star, broken)
    assert version(path) == NEWEST + 1
    connection = apsw.Connection(str(path))
    assert connection.execute("SELECT title, star FROM pieces").fetchall() == [("خبر", 0)]
    assert connection.execute("SELECT count(*) FROM tags").get == 0
    connection.close()
    assert len(copies(path)) == 1


def test_a_file_of_today_is_not_copied(path: Path) -> None:
    Library(path).close()
    assert copies(path) == []


def test_a_file_from_the_future_is_refused_and_left_as_it_was(path: Path) -> None:
    migrate(path, add_star)
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        Library(path)
    assert caught.value.code == "library.newer"
    assert (caught.value.data["version"], caught.value.data["newest"]) == (NEWEST + 1, NEWEST)
    assert path.read_bytes() == before
