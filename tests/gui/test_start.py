"""The start of the application, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui

ROOT = Path(__file__).parents[2]

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from reader.app import App
from reader.gui import start
from reader.gui.windows import Windows
from reader.raw_document import RawDocument

made, furnishing = [], Windows.furnishing

def watched(windows, window):
    beats, turns = [], QTimer()
    turns.timeout.connect(lambda: beats.append(window.is_furnished))
    turns.start(0)
    for number, step in enumerate(furnishing(windows, window)):
        if sys.argv[2] == "close" and number == 6:
            window.close()
        yield step
    turns.stop()
    made.append((number, len(beats), any(beats), window.isVisible()))
    QTimer.singleShot(0, lambda: until_it_is_read(windows, window))

def until_it_is_read(windows, window):
    if window.desk.article is None or not window.is_settled():
        QTimer.singleShot(20, lambda: until_it_is_read(windows, window))
    else:
        made.append(max((block.text for block in window.desk.article.blocks), key=len))
        windows.quit()

Windows.furnishing = watched
page = RawDocument("خبر اليوم\\n\\nارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي بنسبة كبيرة.")
code = start.run(App(Path(sys.argv[1])), page)
print(code, *made, sep="|")
"""


def run(home: Path, how: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(home / "muwazi"), how],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done.stdout.strip().split("|")


def test_the_window_is_furnished_in_steps_between_which_its_thread_is_free(home: Path) -> None:
    code, made, text = run(home, "read")
    steps, beats, furnished_before, visible = (part.strip("() ") for part in made.split(","))
    assert (code, text) == ("0", "ارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي بنسبة كبيرة.")
    assert int(beats) >= int(steps) > 10
    assert (furnished_before, visible) == ("False", "True")


def test_a_window_that_is_closed_before_it_is_whole_ends_the_run(home: Path) -> None:
    code, made = run(home, "close")
    assert (code, made.split(",")[-1].strip(" )")) == ("0", "True")
