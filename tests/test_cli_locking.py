"""The passphrase as it is asked for on a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reader.app import App

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")

ROOT = Path(__file__).parents[1]


def at_a_terminal(arguments: list[str], answers: list[tuple[str, str]]) -> tuple[int, str]:
    """Runs the command at a terminal of its own, answers each question, and gives the exit code and what was shown."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "reader", *arguments])
    shown = b""
    waiting = list(answers)
    try:
        while True:
            if waiting and waiting[0][0] in shown.decode(errors="ignore").rsplit("\n", maxsplit=1)[-1]:
                os.write(terminal, waiting.pop(0)[1].encode() + b"\n")
                shown += b"\n"
            shown += os.read(terminal, 1024)
    except OSError:  # the terminal is closed with the process
        pass
    finally:
        os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()


def test_a_passphrase_is_asked_for_unseen_and_again_where_it_is_wrong(home: Path) -> None:
    app = App(home / "muwazi")
    twice = [("New passphrase", "kettle قمر hat"), ("once more", "kettle قمر hat")]
    code, shown = at_a_terminal(["lock"], twice)
    assert code == 0, shown
    assert "Whoever forgets the passphrase has lost the library" in shown
    assert "kettle" not in shown
    assert app.is_locked()
    code, shown = at_a_terminal(
        ["tag", "1", "+a"], [("Passphrase of library.sqlite3", "wrong"), ("Passphrase", "kettle قمر hat")]
    )
    assert code == 1
    assert "that is not the passphrase" in shown
    assert "there is no piece 1" in shown
    code, shown = at_a_terminal(["unlock"], [("Passphrase", "a"), ("Passphrase", "b"), ("Passphrase", "c")])
    assert code == 1
    assert app.is_locked()


def test_two_passphrases_that_differ_and_an_empty_one_lock_nothing(home: Path) -> None:
    code, shown = at_a_terminal(["lock"], [("New passphrase", "kettle"), ("once more", "kettel")])
    assert (code, "are not the same" in shown) == (1, True)
    code, shown = at_a_terminal(["lock"], [("New passphrase", ""), ("once more", "")])
    assert (code, "the passphrase is empty" in shown) == (1, True)
    assert not App(home / "muwazi").is_locked()
