"""A library file of an older version becomes one of today's, with a copy of it beside; one from the future is left."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from reader.errors import LibraryError
from reader.library import schema
from reader.library.connection import connect
from reader.library.store import Library
from reader.model import Article, Engine, EngineName, PairedArticle, Remembered, Status


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
    return sorted(path.parent.glob("backups/library-version-*"))


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


def test_a_file_of_version_1_keeps_all_it_has_and_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    old = apsw.Connection(str(path))
    old.execute(Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8")).fetchall()
    tables = ("pieces", "blocks", "pairs", "tags", "piece_tags")
    before = {table: old.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    columns = {table: [row[1] for row in old.execute(f"PRAGMA table_info({table})")] for table in tables}
    old.close()
    with Library(path) as library:
        title, body, failed = library.get(3).pairs
        assert (title.target, title.status, title.maker) == ("First news", Status.EDITED, Engine(EngineName.PERSON))
        assert (body.maker, body.made) == (Engine(EngineName.ARGOS, "ar_en", "1.0"), "2026-01-02T03:04:06.000Z")
        assert (failed.status, failed.detail) == (Status.FAILED, "it is too hard")
        assert library.get(3).tags == ("مياه",)
        assert [version.current for version in library.history(3, 0)] == [True]
        assert library.terms() == []
        sentences = ["وصل الوفد.", "غادر الوفد.", "قال الوفد.", "خبر أول", "خبر ثان"]
        assert library.remembered(sentences, Engine(EngineName.ARGOS, "ar_en", "1.0")) == {
            "وصل الوفد.": Remembered("The delegation came.", -0.25, ((4, 9, 4, 14),)),
            "غادر الوفد.": Remembered("It left.", -0.5, ((0, 4, 3, 7),)),
        }
    assert version(path) == NEWEST
    (copy,) = copies(path)
    assert copy.name.startswith("library-version-1-")
    kept = apsw.Connection(str(copy))
    assert {table: kept.execute(f"SELECT * FROM {table}").fetchall() for table in tables} == before
    kept.close()
    new = apsw.Connection(str(path))
    for table in tables:
        assert new.execute(f"SELECT {', '.join(columns[table])} FROM {table}").fetchall() == before[table]
    new.close()
