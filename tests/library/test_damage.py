"""Whatever happens to a library's file, each command says one clear line, and what can be read is rescued.

MUWAZI_DAMAGE sets how many files are spoilt (6 without it), each in one of five ways; MUWAZI_DAMAGE_SEED the first of
the numbers that each is made from, so that one can be looked at again.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from reader import cli
from reader.errors import LibraryError
from reader.library import backup, rescue, schema
from reader.library.backup import Reason
from reader.library.check import check
from reader.library.store import Library
from reader.model import EngineName, Selector, Side, Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from reader.model import PairedArticle

COUNT = int(os.environ.get("MUWAZI_DAMAGE", "6"))
FIRST = int(os.environ.get("MUWAZI_DAMAGE_SEED", "0"))
PAGE = 4096

COMMANDS = (["list"], ["show", "2"], ["show", "9"], ["annotations"], ["bookmarks"], ["trash"], ["check"])
"""What a person might do before they know that the file is damaged."""


def fill(path: Path, make_piece: Callable[[str], PairedArticle]) -> None:
    with Library(path) as library:
        for number in range(12):
            made = make_piece(f"7-{number}")
            piece, _ = library.add(made)
            quote = Selector(Side.SOURCE, "من الخبر", "", "", 3)
            library.annotations.add(piece, [quote], note=f"note {number} " * 20, tags=["ماء"])
            library.bookmarks.add(piece, 0, f"label {number}")
            library.add_term(f"term {number}", f"wanted {number}")
            if number % 3 == 1:
                edit = replace(made.pairs[1], target="edited " * 9, engine=EngineName.PERSON, status=Status.EDITED)
                library.edit(piece, replace(edit, sentences=()))


def what_was_written(path: Path) -> Counter[str]:
    """All texts of a library: paragraphs, translations, notes, labels, terms."""
    with Library(path) as library:
        pieces = [library.get(number) for number in library.numbers()]
        notes, bookmarks, terms = library.annotations.all(), library.bookmarks.all(), library.terms()
    texts = [f"text {block.text}" for piece in pieces for block in piece.article.blocks]
    texts += [f"translation {pair.target}" for piece in pieces for pair in piece.pairs]
    texts += [f"note {note.note}" for note in notes] + [f"label {one.label}" for one in bookmarks]
    return Counter(texts + [f"term {term.target}" for term in terms])


def cut(chance: random.Random, content: bytearray) -> None:
    del content[chance.randrange(1, len(content)) :]


def flip_one(chance: random.Random, content: bytearray) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def flip_many(chance: random.Random, content: bytearray) -> None:
    for _ in range(chance.randrange(2, 200)):
        flip_one(chance, content)


def blank(chance: random.Random, content: bytearray) -> None:
    start = PAGE * chance.randrange(len(content) // PAGE)
    end = min(len(content), start + PAGE * chance.randrange(1, 9))
    content[start:end] = bytes(end - start)


def misplace(chance: random.Random, content: bytearray) -> None:
    pages = len(content) // PAGE
    here, there = (PAGE * chance.randrange(pages) for _ in range(2))
    content[here : here + PAGE] = content[there : there + PAGE]


WAYS: tuple[Callable[[random.Random, bytearray], None], ...] = (cut, flip_one, flip_many, blank, misplace)
EXPECTED = {cut: 0.0, flip_one: 0.95, flip_many: 0.7, blank: 0.6, misplace: 0.85}
"""The share of the texts that must be there after a rescue, at least. What is cut off is gone."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, filler: ModuleType) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "library.sqlite3"
    fill(path, filler.make_piece)
    return path.read_bytes()


@pytest.fixture
def path(home: Path, sound: bytes) -> Path:
    path = home / "muwazi" / "library.sqlite3"
    path.parent.mkdir()
    path.write_bytes(sound)
    return path


def run(capsys: pytest.CaptureFixture[str], *command: str) -> tuple[int, str]:
    """The exit code, and the line on standard error where there is one."""
    code = cli.run(command)
    error = capsys.readouterr().err
    assert code in (0, 1), error
    assert error.count("\n") <= 1 and "Traceback" not in error
    assert error.startswith("muwazi: ") if code else True
    return code, error


@pytest.mark.parametrize("number", range(FIRST, FIRST + COUNT))
def test_of_a_spoilt_file_each_command_says_one_line_and_the_rest_is_rescued(
    path: Path, sound: bytes, number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    written = what_was_written(path)
    way = WAYS[number % len(WAYS)]
    content = bytearray(sound)
    way(random.Random(number), content)
    path.write_bytes(content)
    said = [run(capsys, *command) for command in COMMANDS]
    code, error = run(capsys, "check", "--rescue")
    if code:
        assert way is cut and "nothing can be read" in error
        assert path.read_bytes() == bytes(content)
        share = 0.0
    else:
        assert check(path).ok
        share = (written & what_was_written(path)).total() / written.total()
        aside = [one for one in backup.list_backups(path) if one.reason is Reason.DAMAGED]
        assert len(aside) == (bool(said[-1][0]) and "newer" not in said[-1][1])
    with capsys.disabled():
        if len(WAYS) + 1 < COUNT:
            lines = sorted({line.strip() for _, line in said if line})
            sys.stdout.write(f"\n{number} {way.__name__} {share:.3f} {len(content) / len(sound):.2f} {lines[:1]}\n")
    assert share >= EXPECTED[way]


def test_what_a_rescue_saved_is_counted_and_what_is_not_whole_is_named(path: Path) -> None:
    with Library(path) as library:
        text = library.get(12).article.blocks[2].text
    content = path.read_bytes()
    place = content.index(text.encode())
    path.write_bytes(content[:place] + b"\xff\xfe" + content[place + 2 :])
    assert [finding.code for finding in check(path).problems] == ["check.unreadable"]
    rescued = rescue.rescue(path)
    assert rescued.incomplete == (12,)
    assert (rescued.saved["pieces"], rescued.saved["annotations"], rescued.saved["terms"]) == (12, 12, 12)
    assert rescued.lost == 0
    assert rescued.kept is not None and rescued.kept.name.startswith("library-damaged-")
    with Library(path) as library:
        assert library.get(12).article.blocks[2].text == "\ufffd\ufffd" + text[1:]
        assert len(library.history(2, 1)) == 2
    assert check(path).ok


def test_a_number_that_was_given_is_not_given_again_after_a_rescue(path: Path, filler: ModuleType) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE sqlite_sequence SET seq = 70 WHERE name = 'pieces'")
    connection.close()
    rescue.rescue(path)
    with Library(path) as library:
        assert library.add(filler.make_piece("8-1")) == (71, True)


def test_what_stands_only_in_a_broken_log_is_rescued_too(path: Path, tmp_path: Path, filler: ModuleType) -> None:
    with Library(path) as library:
        pieces = [library.add(filler.make_piece(f"9-{number}"))[0] for number in range(3)]
        log = path.with_name("library.sqlite3-wal").read_bytes()
        file = path.read_bytes()
    torn = tmp_path / "torn" / "library.sqlite3"
    torn.parent.mkdir()
    torn.write_bytes(file)
    # SQLite takes nothing from a log beyond the first frame that is not as it was written.
    torn.with_name("library.sqlite3-wal").write_bytes(log[:5000] + b"\0\1\2\3" + log[5004:])
    with Library(torn) as library:
        assert not set(pieces) & set(library.numbers())
        rescued = tmp_path / "rescued.sqlite3"
    torn.write_bytes(file)
    torn.with_name("library.sqlite3-wal").write_bytes(log[:5000] + b"\0\1\2\3" + log[5004:])
    rescue.save_readable(torn, rescued)
    with Library(rescued) as library:
        assert set(pieces) <= set(library.numbers())


def test_a_damaged_library_of_an_older_version_is_rescued_into_todays(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    old = apsw.Connection(str(path))
    old.execute(Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8")).fetchall()
    old.close()
    content = bytearray(path.read_bytes())
    content[60:64] = bytes(4)  # the version is gone from the header
    path.write_bytes(content)
    rescue.rescue(path)
    with Library(path) as library:
        assert [pair.target for pair in library.get(3).pairs][:2] == ["First news", "The delegation came. It left."]


@pytest.mark.parametrize(
    "query",
    [
        "PRAGMA user_version = 2",
        "UPDATE sqlite_schema SET name = 'qairs' WHERE name = 'pairs'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'target', 'uarget') WHERE name = 'pairs'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'CREATE TABLE', 'CREBTE TABLE') WHERE name = 'blocks'",
        "DELETE FROM sqlite_schema WHERE name = 'annotations'",
    ],
)
def test_a_file_that_does_not_know_its_own_tables_is_rescued(
    path: Path, query: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written = what_was_written(path)
    connection = apsw.Connection(str(path))
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    connection.pragma("writable_schema", 1)
    connection.execute(query).fetchall()
    connection.close()
    for command in COMMANDS:
        run(capsys, *command)
    assert run(capsys, "check")[0] == 1
    assert run(capsys, "check", "--rescue")[0] == 0
    assert what_was_written(path) == written


def test_a_file_of_a_newer_version_is_not_taken_for_a_damaged_one(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE things_to_come (id)")
    connection.pragma("user_version", len(schema.MIGRATIONS) + 1)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        rescue.rescue(path)
    assert caught.value.code == "library.newer"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no library " * 999, bytes(50_000)])
def test_where_nothing_can_be_read_the_file_stays(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LibraryError) as caught:
        rescue.rescue(path)
    assert caught.value.code == "library.nothing_to_rescue"
    assert path.read_bytes() == content
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
