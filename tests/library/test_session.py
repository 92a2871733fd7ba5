"""What a person does to a library can be undone as one step; what follows from it is marked for being made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import apsw
import pytest

from reader.errors import LibraryError
from reader.library import schema
from reader.library.connection import connect, enforce
from reader.library.session import RECORDED, Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECE = (
    "INSERT INTO pieces (fold_key, language, direction, images, related, details, set_aside, engine, created, updated)"
    " VALUES (?, 'ar', 'rtl', '[]', '[]', '[]', '[]', 'gloss', '', '')"
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "library.sqlite3"
    connection = connect(path)
    schema.prepare(connection, path)
    enforce(connection)
    yield Session(connection, path, lambda _: None)
    connection.close()


def rows(session: Session, query: str) -> list[Any]:
    return list(session.connection.execute(query))


def stale(session: Session) -> list[int]:
    found = [piece for (piece,) in session.connection.execute("SELECT piece FROM stale ORDER BY piece").fetchall()]
    session.connection.execute("DELETE FROM stale")
    return found


def fill(session: Session) -> None:
    with session.writing() as connection:
        connection.execute(PIECE, ("a",))
        connection.execute(PIECE, ("b",))
        connection.execute("INSERT INTO blocks VALUES (5, 1, 0, 'paragraph', 'نص', NULL, '[]')")
        connection.execute("INSERT INTO tags VALUES (3, 'war')")
        connection.execute("INSERT INTO annotations VALUES (7, 1, 'yellow', NULL, '', '')")
        connection.execute("INSERT INTO selectors VALUES (7, 'source', 'نص', '', '', 0)")
    stale(session)


def test_a_step_is_undone_and_done_again(session: Session) -> None:
    fill(session)
    with session.recording() as recording, session.writing() as connection:
        connection.execute("UPDATE pieces SET starred = 1 WHERE id = 1")
        connection.execute("INSERT INTO piece_tags VALUES (1, 3)")
        connection.execute("DELETE FROM annotations WHERE id = 7")
    done = rows(session, "SELECT starred FROM pieces"), rows(session, "SELECT * FROM piece_tags")
    assert done == ([(1,), (0,)], [(1, 3)])
    assert recording.change is not None
    back = session.undo(recording.change)
    assert rows(session, "SELECT starred FROM pieces") == [(0,), (0,)]
    assert rows(session, "SELECT * FROM piece_tags") == []
    assert rows(session, "SELECT * FROM selectors") == [(7, "source", "نص", "", "", 0)]
    session.undo(back)
    assert (rows(session, "SELECT starred FROM pieces"), rows(session, "SELECT * FROM piece_tags")) == done
    assert rows(session, "SELECT * FROM selectors") == []


def test_what_was_changed_since_is_not_undone(session: Session) -> None:
    fill(session)
    with session.recording() as recording, session.writing() as connection:
        connection.execute("UPDATE pieces SET name = 'one' WHERE id = 1")
        connection.execute("UPDATE pieces SET starred = 1 WHERE id = 2")
    session.connection.execute("UPDATE pieces SET name = 'two' WHERE id = 1")
    assert recording.change is not None
    with pytest.raises(LibraryError) as caught:
        session.undo(recording.change)
    assert caught.value.code == "library.changed_since"
    assert rows(session, "SELECT name, starred FROM pieces") == [("two", 0), (None, 1)]


def test_an_error_undoes_the_whole_step_and_what_joined_it(session: Session) -> None:
    fill(session)
    with pytest.raises(apsw.ConstraintError), session.recording() as recording:
        with session.writing() as connection:
            connection.execute("UPDATE pieces SET starred = 1")
        with session.writing() as connection:
            connection.execute("INSERT INTO piece_tags VALUES (99, 99), (99, 99)")
    assert recording.change is None
    assert rows(session, "SELECT starred FROM pieces") == [(0,), (0,)]
    assert not session.connection.in_transaction


def test_derived_rows_are_made_in_the_same_transaction(session: Session, tmp_path: Path) -> None:
    seen = []

    def derive(connection: apsw.Connection) -> None:
        seen.append(connection.execute("SELECT count(*) FROM pieces").get)
        if len(seen) > 1:
            raise RuntimeError("the power went")

    deriving = Session(session.connection, tmp_path, derive)
    with deriving.writing() as connection:
        connection.execute(PIECE, ("a",))
    with pytest.raises(RuntimeError), deriving.writing() as connection:
        connection.execute(PIECE, ("b",))
    assert (seen, rows(session, "SELECT count(*) FROM pieces")) == ([1, 2], [(1,)])


@pytest.mark.parametrize(
    ("change", "pieces"),
    [
        ("UPDATE pieces SET name = 'x' WHERE id = 2", [2]),
        ("UPDATE pieces SET place_block = 4 WHERE id = 2", []),
        ("DELETE FROM pieces WHERE id = 1", [1]),
        ("UPDATE blocks SET text = 'آخر'", [1]),
        ("INSERT INTO pairs VALUES (5, 't', 'kept', 'gloss', NULL, NULL, NULL, '[]', '[]', '', '')", [1]),
        ("INSERT INTO piece_tags VALUES (2, 3)", [2]),
        ("UPDATE annotations SET piece = 2", [1, 2]),
        ("UPDATE selectors SET exact = 'آخر'", [1]),
        ("INSERT INTO annotation_tags VALUES (7, 3)", [1]),
        ("INSERT INTO bookmarks VALUES (1, 2, NULL, '', NULL, '')", [2]),
    ],
)
def test_a_piece_is_stale_when_what_is_derived_from_changes(session: Session, change: str, pieces: list[int]) -> None:
    fill(session)
    session.connection.execute(change)
    assert stale(session) == pieces


def test_every_table_that_is_recorded_is_there(session: Session) -> None:
    tables = {name for (name,) in session.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert set(RECORDED) <= tables
