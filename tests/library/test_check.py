"""A check finds what is wrong, mends what follows from the rest, and leaves alone what it cannot mend."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import apsw
import pytest

from reader.errors import LibraryError
from reader.library.check import check
from reader.library.store import Library
from reader.model import (
    Article,
    Block,
    Engine,
    EngineName,
    Pair,
    PairedArticle,
    Role,
    Selector,
    Sentence,
    Side,
    Status,
)

if TYPE_CHECKING:
    from pathlib import Path

ARGOS = Engine(EngineName.ARGOS, "ar_en", "1.0")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite3"
    with Library(path) as library:
        for number in range(5):
            text = f"وصل الوفد رقم {number} إلى المدينة."
            sentence = Sentence((0, len(text)), (0, 4), -0.5, ((0, 3, 0, 4),))
            pair = Pair(0, Role.PARAGRAPH, text, "Came", ARGOS.name, Status.TRANSLATED, (sentence,), maker=ARGOS)
            article = Article(title=f"خبر {number}", blocks=(Block(Role.PARAGRAPH, text),))
            piece, _ = library.add(PairedArticle(article, (pair,), ARGOS))
            library.annotations.add(piece, [Selector(Side.SOURCE, "الوفد", "وصل ", " رقم", 4)], note="a note")
            edit = replace(pair, target="They came", engine=EngineName.PERSON, status=Status.EDITED, sentences=())
            if number == 4:
                library.edit(piece, replace(edit, maker=None))
    return path


def spoil(path: Path, query: str) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("ignore_check_constraints", 1)
    connection.execute(query).fetchall()
    connection.close()


def found(path: Path) -> tuple[list[str], list[str]]:
    report = check(path)
    return [finding.code for finding in report.problems], [finding.code for finding in report.repaired]


def test_of_a_sound_library_there_is_nothing_to_say(path: Path) -> None:
    before = path.read_bytes()
    assert found(path) == ([], [])
    assert path.read_bytes() == before


def test_where_there_is_no_library_nothing_is_wrong_and_none_is_made(tmp_path: Path) -> None:
    assert check(tmp_path / "library.sqlite3").ok
    assert not (tmp_path / "library.sqlite3").exists()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("DELETE FROM memory WHERE block = 2", "check.memory"),
        ("INSERT INTO memory VALUES (7, 1)", "check.memory"),
        ("UPDATE anchors SET places = '[[0,1,2]]'", "check.anchors"),
        ("DELETE FROM anchors", "check.anchors"),
        ("DELETE FROM words WHERE word LIKE '%'", "check.search"),
        ("UPDATE summaries SET words = 9 WHERE piece = 3", "check.summaries"),
    ],
)
def test_what_follows_from_the_rest_is_made_anew_and_said(path: Path, query: str, code: str) -> None:
    before = tables(path)
    spoil(path, query)
    assert found(path) == ([], [code])
    assert tables(path) == before
    assert found(path) == ([], [])


def test_nothing_is_mended_unless_asked(path: Path) -> None:
    spoil(path, "DELETE FROM memory")
    before = path.read_bytes()
    report = check(path, repair=False)
    assert ([one.code for one in report.problems], report.repaired) == (["check.memory"], ())
    assert path.read_bytes() == before


def tables(path: Path) -> dict[str, list[object]]:
    connection = apsw.Connection(str(path))
    found = {name: sorted(connection.execute(f"SELECT * FROM {name}")) for name in ("memory", "anchors", "summaries")}
    connection.close()
    return found


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("UPDATE pairs SET sentences = '[[[0,' WHERE block = 3", "check.unreadable"),
        ("UPDATE pairs SET sentences = '[[[0,999],[0,2],null,null]]' WHERE block = 3", "check.unreadable"),
        ("UPDATE pairs SET status = 'transl\u0001ted' WHERE block = 3", "check.unreadable"),
        ("UPDATE blocks SET role = 'qaragraph' WHERE id = 3", "check.unreadable"),
        ("UPDATE blocks SET position = 7 WHERE id = 3", "check.unreadable"),
        ("UPDATE pieces SET images = '[[1,2]]' WHERE id = 3", "check.unreadable"),
        ("UPDATE pieces SET title = CAST(x'ff41' AS TEXT) WHERE id = 3", "check.unreadable"),
        ("UPDATE edits SET flags = '[' WHERE block = 5", "check.unreadable"),
        ("UPDATE blocks SET text = 'وصل الوفد رقم ٩ إلى المدينة. وغادرها' WHERE id = 3", "check.changed"),
        ("UPDATE annotations SET note = CAST(x'ff41' AS TEXT) WHERE id = 3", "check.unreadable_rows"),
        ("UPDATE annotations SET colour = 'yelloz' WHERE id = 3", "check.unreadable_rows"),
        ("INSERT INTO piece_tags VALUES (99, 99)", "check.refers_to_nothing"),
    ],
)
def test_what_cannot_be_derived_is_told_and_left(path: Path, query: str, code: str) -> None:
    spoil(path, query)
    spoil(path, "DELETE FROM memory WHERE block = 1")
    problems, repaired = found(path)
    assert code in problems
    assert repaired == []
    assert found(path) == (problems, [])


def test_a_piece_with_a_value_that_means_nothing_is_named_and_the_others_are_read(path: Path) -> None:
    spoil(path, "UPDATE blocks SET role = 'qaragraph' WHERE id = 3")
    with Library(path) as library:
        assert len(library.summaries()) == 5
        assert library.get(2).article.title == "خبر 1"
        with pytest.raises(LibraryError) as caught:
            library.get(3)
    assert caught.value.code == "library.damaged"
    assert caught.value.data["reason"] == "piece 3 of it cannot be read"


def test_an_index_that_is_behind_its_table_is_made_anew(path: Path) -> None:
    connection = apsw.Connection(str(path))
    (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'blocks_hidden'").fetchone() or (None,)
    assert sql is None
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    connection.pragma("writable_schema", 1)
    # While the index is taken for one of another table's pages, a row is added that it does not hear of.
    (row,) = connection.execute(
        "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = 'edits_by_block'"
    )
    connection.execute("DELETE FROM sqlite_schema WHERE name = 'edits_by_block'")
    connection.close()
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE edits SET block = 4 WHERE block = 5")
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    connection.pragma("writable_schema", 1)
    connection.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row)
    connection.close()
    assert found(path) == ([], ["check.index"])
    assert found(path) == ([], [])


def test_the_newer_and_the_foreign_are_no_damage(path: Path) -> None:
    for name, value, code in (("user_version", 99, "library.newer"), ("application_id", 7, "library.not_ours")):
        spoil(path, f"PRAGMA {name} = {value}")
        with pytest.raises(LibraryError) as caught:
            check(path)
        assert caught.value.code == code
