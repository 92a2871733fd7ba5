"""kill -9 during adds, edits, notes, migrations, backups and restores, at random moments: the library opens, holds
whole pieces only, each at one step of what was done to it, and all it said it had; a backup is whole or not there.

MUWAZI_KILLS sets the number of kills of each kind (without it 10 of the first two, 4 of the others). Each is of a child
that works without end, 5 to 400 ms after it is ready to open the library; of those that only add, every fourth kill is
of a library that the child has to make first. To try another program, give it to ``kill_while_working``: it must print
"ready", then a line for each thing done, such as a piece's number and its title.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from reader.library import backup, memory, restoring, schema
from reader.library.backup import Reason
from reader.library.check import check
from reader.library.store import Library

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from reader.model import Piece

FILLER = Path(__file__).with_name("filler.py")
ROOT = Path(__file__).parents[2]


def kill_while_working(command: Sequence[str], seconds: float) -> list[list[str]]:
    """Runs the command, kills it so long after it is ready, and gives the words of each line it has said."""
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    try:
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
    finally:
        child.kill()
    said, _ = child.communicate()
    assert child.returncode == -signal.SIGKILL, "it ended before it was killed"
    return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


def read_sound_library(path: Path) -> list[Piece]:
    """The pieces of a library, once it is known to be sound: intact, and no row without what it hangs on."""
    with Library(path) as library:
        pieces = [library.get(summary.id) for summary in library.summaries()]
    connection = apsw.Connection(str(path))
    assert connection.pragma("integrity_check") == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    counts = [connection.execute(f"SELECT count(*) FROM {table}").get for table in ("blocks", "pairs")]
    assert counts == [
        sum(len(piece.article.blocks) for piece in pieces),
        sum(len(piece.pairs) for piece in pieces),
    ]
    remembered = connection.execute("SELECT * FROM memory").fetchall()
    connection.execute("BEGIN")
    for (block,) in connection.execute("SELECT id FROM blocks").fetchall():
        memory.index(connection, block)
    assert connection.execute("SELECT * FROM memory").fetchall() == remembered
    connection.close()
    return pieces


def test_a_kill_at_any_moment_leaves_whole_pieces_and_all_that_were_said_to_be_in(
    tmp_path: Path, filler: ModuleType
) -> None:
    kills = int(os.environ.get("MUWAZI_KILLS", "10"))
    chance = random.Random()
    said: dict[Path, dict[int, str]] = {}
    looked_at = 0
    for run in range(kills):
        path = tmp_path / (f"new-{run}" if run % 4 == 3 else f"kept-{run // 20}") / "library.sqlite3"
        command = [sys.executable, str(FILLER), str(path), str(run)]
        lines = kill_while_working(command, chance.uniform(0.005, 0.150))
        said.setdefault(path, {}).update({int(piece): name for piece, name in lines})
        pieces = read_sound_library(path)
        for piece in pieces:
            whole = filler.make_piece(piece.article.title)
            assert (piece.article, piece.pairs, piece.engine) == (whole.article, whole.pairs, whole.engine)
        assert said[path].items() <= {piece.id: piece.article.title for piece in pieces}.items()
        looked_at += len(pieces)
    acknowledged = sum(map(len, said.values()))
    sys.stdout.write(f"{kills} kills; {acknowledged} pieces said to be in; {looked_at} looked at, over all kills\n")
    assert acknowledged > 0


def test_a_kill_at_any_moment_leaves_each_piece_at_one_step_of_its_edits(tmp_path: Path, filler: ModuleType) -> None:
    kills = int(os.environ.get("MUWAZI_KILLS", "10"))
    chance = random.Random()
    acknowledged = 0
    path = tmp_path / "library.sqlite3"
    said: dict[str, tuple[int, int]] = {}
    for run in range(kills):
        command = [sys.executable, str(FILLER), str(path), str(run), "edits"]
        for piece, name, *steps in kill_while_working(command, chance.uniform(0.005, 0.150)):
            said[name] = (int(piece), int(steps[0]) if steps else 0)
            acknowledged += 1
        pieces = {piece.article.title: piece for piece in read_sound_library(path)}
        assert {name: piece for name, (piece, _) in said.items()}.items() <= {
            name: piece.id for name, piece in pieces.items()
        }.items()
        with Library(path) as library:
            terms = {term.target for term in library.terms()}
            for name, piece in pieces.items():
                made = filler.make_piece(name)
                found = [
                    ("*" if version.current else "") + version.pair.target for version in library.history(piece.id, 1)
                ]
                steps = said.get(name, (0, 0))[1]
                expected = [filler.after_steps(steps, made.pairs[1].target)]
                expected += [filler.after_steps(steps + 1, made.pairs[1].target)] if steps < len(filler.STEPS) else []
                assert found in expected
                assert name in terms or steps < len(filler.STEPS)
                assert [pair for pair in piece.pairs if pair.index != 1] == [
                    pair for pair in made.pairs if pair.index != 1
                ]
    sys.stdout.write(f"{kills} kills; {acknowledged} steps said to be done; {len(pieces)} pieces in the library\n")
    assert acknowledged > 0


def kills_of_this_kind() -> int:
    return int(os.environ.get("MUWAZI_KILLS", "4"))


def command_to(what: str, path: Path, run: int) -> list[str]:
    return [sys.executable, str(FILLER), str(path), str(run), what]


def assert_sound(path: Path) -> None:
    """That a check finds nothing wrong and had nothing to mend."""
    report = check(path)
    assert (report.problems, report.repaired) == ((), ())


def test_a_kill_at_any_moment_leaves_the_notes_of_each_piece_at_one_step(tmp_path: Path, filler: ModuleType) -> None:
    chance = random.Random()
    path = tmp_path / "library.sqlite3"
    said: dict[str, tuple[int, int]] = {}
    acknowledged = 0
    for run in range(kills_of_this_kind()):
        for piece, name, *steps in kill_while_working(command_to("notes", path, run), chance.uniform(0.005, 0.150)):
            said[name] = (int(piece), int(steps[0]) if steps else 0)
            acknowledged += 1
        pieces = {piece.article.title: piece for piece in read_sound_library(path)}
        assert said.keys() <= pieces.keys()
        with Library(path) as library:
            for name, piece in pieces.items():
                notes = library.annotations.of_piece(piece.id)
                found = (
                    sorted(note.note for note in notes),
                    len(library.bookmarks.of_piece(piece.id)),
                    name in piece.tags,
                )
                done = said.get(name, (0, 0))[1]
                assert found in [filler.notes_after(done), filler.notes_after(min(done + 1, len(filler.NOTES)))]
    assert_sound(path)
    sys.stdout.write(f"{run + 1} kills; {acknowledged} steps said to be done; {len(pieces)} pieces in the library\n")


def test_a_kill_at_any_moment_leaves_a_library_before_or_after_its_migration(tmp_path: Path) -> None:
    chance = random.Random()
    migrated = broken_off = 0
    for run in range(kills_of_this_kind()):
        said = {
            name for (name,) in kill_while_working(command_to("migrations", tmp_path, run), chance.uniform(0.02, 0.3))
        }
        for folder in tmp_path.glob(f"{run}-*"):
            path = folder / "library.sqlite3"
            if path.is_file():
                connection = apsw.Connection(str(path))
                version = connection.pragma("user_version")
                assert connection.execute("PRAGMA integrity_check").get == "ok"
                connection.close()
                assert version == len(schema.MIGRATIONS) or folder.name not in said
                broken_off += version < len(schema.MIGRATIONS)
                copies = [one for one in backup.list_backups(path) if one.reason is Reason.VERSION]
                assert version == 1 or len(copies) == 1
                pieces = read_sound_library(path)
                assert [len(piece.pairs) for piece in pieces] == [len(piece.pairs) for piece in pieces if piece.pairs]
                assert len(pieces) == 2
                # The keys of that old library are made up, and so not those of its texts.
                report = check(path)
                assert {finding.code for finding in report.problems} <= {"check.changed"}
                migrated += 1
    sys.stdout.write(
        f"{run + 1} kills; {migrated} libraries looked at, {broken_off} of them before or amid migrations\n"
    )


def test_a_kill_at_any_moment_leaves_whole_backups_only(tmp_path: Path) -> None:
    chance = random.Random()
    path = tmp_path / "library.sqlite3"
    acknowledged = 0
    for run in range(kills_of_this_kind()):
        before = len(backup.list_backups(path))
        lines = kill_while_working(command_to("backups", path, run), chance.uniform(0.05, 0.3))
        made = [line for line in lines if len(line) == 3]
        found = backup.list_backups(path)
        assert len(made) <= len(found) - before <= len(made) + 1
        acknowledged += len(made)
        pieces = len(read_sound_library(path))
        for one in found[: len(found) - before][:3]:
            assert one.file.read_bytes()[18:20] == b"\1\1"
            assert len(read_sound_library(one.file)) <= pieces
    sys.stdout.write(f"{run + 1} kills; {acknowledged} backups said to be made\n")


def test_a_kill_at_any_moment_leaves_the_library_before_or_after_a_restore(tmp_path: Path, filler: ModuleType) -> None:
    chance = random.Random()
    path = tmp_path / "library.sqlite3"
    for name, count in (("a", 3), ("b", 40)):
        with Library(tmp_path / f"{name}.sqlite3") as library:
            for number in range(count):
                library.add(filler.make_piece(f"{name}-{number}"))
    acknowledged = 0
    restoring.restore(tmp_path / "b.sqlite3", path)
    for run in range(kills_of_this_kind()):
        said = [name for (name,) in kill_while_working(command_to("restores", path, run), chance.uniform(0.05, 0.4))]
        found = {str(piece.article.title)[0]: piece for piece in read_sound_library(path)}
        assert len(found) == 1
        assert not said or next(iter(found)) in "ab"
        assert len(read_sound_library(path)) == {"a": 3, "b": 40}[next(iter(found))]
        acknowledged += len(said)
    assert_sound(path)
    sys.stdout.write(f"{run + 1} kills; {acknowledged} restores said to be done\n")
