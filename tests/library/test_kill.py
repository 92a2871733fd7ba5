"""kill -9 during ``add``, at random moments: the library opens, holds whole pieces only, and all it said it had.

MUWAZI_KILLS sets the number of kills (10 without it). Each is of a child that adds without end, 5 to 150 ms after it
is ready to open the library; every fourth kill is of a library that the child has to make first. To try another
program, give it to ``kill_while_adding``: it must print "ready", then a line for each piece: its number and its title.
"""

from __future__ import annotations

import importlib.util
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from reader.library.store import Library

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from reader.model import Piece

FILLER = Path(__file__).with_name("filler.py")
ROOT = Path(__file__).parents[2]


def load_filler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("filler", FILLER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kill_while_adding(command: Sequence[str], seconds: float) -> dict[int, str]:
    """Runs the command, kills it so long after it is ready, and gives the pieces it said it had added."""
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    try:
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
    finally:
        child.kill()
    said, _ = child.communicate()
    assert child.returncode == -signal.SIGKILL, "it ended before it was killed"
    lines = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return {int(piece): name for piece, name in lines}


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
    connection.close()
    return pieces


def test_a_kill_at_any_moment_leaves_whole_pieces_and_all_that_were_said_to_be_in(tmp_path: Path) -> None:
    kills = int(os.environ.get("MUWAZI_KILLS", "10"))
    chance = random.Random()
    filler = load_filler()
    said: dict[Path, dict[int, str]] = {}
    looked_at = 0
    for run in range(kills):
        path = tmp_path / (f"new-{run}" if run % 4 == 3 else f"kept-{run // 20}") / "library.sqlite3"
        command = [sys.executable, str(FILLER), str(path), str(run)]
        said.setdefault(path, {}).update(kill_while_adding(command, chance.uniform(0.005, 0.150)))
        pieces = read_sound_library(path)
        for piece in pieces:
            whole = filler.make_piece(piece.article.title)
            assert (piece.article, piece.pairs, piece.engine) == (whole.article, whole.pairs, whole.engine)
        assert said[path].items() <= {piece.id: piece.article.title for piece in pieces}.items()
        looked_at += len(pieces)
    acknowledged = sum(map(len, said.values()))
    sys.stdout.write(f"{kills} kills; {acknowledged} pieces said to be in; {looked_at} looked at, over all kills\n")
    assert acknowledged > 0
