"""kill -9 during ``add`` and during edits, at random moments: the library opens, holds whole pieces only, each at one
step of its edits, and all it said it had.

MUWAZI_KILLS sets the number of kills (10 without it). Each is of a child that adds without end, 5 to 150 ms after it
is ready to open the library; every fourth kill is of a library that the child has to make first. To try another
program, give it to ``kill_while_adding``: it must print "ready", then a line for each piece: its number and its title,
and, once it is edited, how many steps that are.
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

from reader.library import memory
from reader.library.store import Library

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from reader.model import Piece

FILLER = Path(__file__).with_name("filler.py")
ROOT = Path(__file__).parents[2]


def kill_while_adding(command: Sequence[str], seconds: float) -> list[list[str]]:
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
        lines = kill_while_adding(command, chance.uniform(0.005, 0.150))
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
        for piece, name, *steps in kill_while_adding(command, chance.uniform(0.005, 0.150)):
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
