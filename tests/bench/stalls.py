"""make bench: for how long the window's thread does not answer while an article is translated and while one works.

    MUWAZI_DATA=FOLDER python tests/bench/stalls.py [REPETITIONS]

FOLDER holds the parallel data (flores-dev/ar.txt and en.txt), of which the articles and the library are put together. A
figure is the longest time, in milliseconds, for which a heartbeat of 5 ms was not answered from before something is
done until it is done and painted: the median of the repetitions, with the least and the most in brackets. Every window
is off screen. Dialogs are opened for the first time in each repetition but those that stay when they are closed.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from library import data_folder, fill, made
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from window import HERE, LENGTHS, SIZE, paragraphs, spread, wait

from reader.app import App
from reader.gui.look import Look
from reader.gui.preferences import Preferences
from reader.gui.shared import Shared
from reader.gui.start import keep_what_is_loaded, prepare
from reader.gui.windows import Windows
from reader.raw_document import RawDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.gui.window import MainWindow

HEARTBEAT = 5
"""Milliseconds between the beats that a stall is measured by."""

PIECES, PARAGRAPHS = 1_000, 300
"""In the library, and in the article that is open while somebody works."""

CALM = 150
"""Milliseconds that a window is watched after it has settled, for what it does then."""


class Heartbeat(QObject):
    """Notes for how long the window's thread did not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(HEARTBEAT)

    def begin(self) -> None:
        """Forgets what was before."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, 1000 * (now - self._last) - HEARTBEAT)
        self._last = now


def opened(home: Path, engine: str) -> Windows:
    """A window on an app, as a start opens it."""
    app = App(home)
    preferences = Preferences(app)
    look = Look(prepare())
    look.speak("en")
    windows = Windows(app, Shared(app, preferences, look), engine)
    window = windows.first(None)
    windows.furnish(window)
    window.resize(*SIZE)
    window.show()
    wait(200)
    return windows


def closed(windows: Windows) -> None:
    """Closes all windows, and ends what they have begun."""
    every = list(windows.all)
    windows.quit()
    for window in every:  # the last one, too, which a process would end with
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def text_of(data: Path, length: int) -> RawDocument:
    body = "\n\n".join(source for source, _ in paragraphs(data, length))
    return RawDocument(f"عنوان الخبر\n\n{body}")


def settle(windows: Windows) -> None:
    """Waits until nothing is under way any more, and has been painted."""
    wait(20)
    while not (windows.is_settled() and all(window.printing.is_idle() for window in windows.all)):
        wait(20)
    wait(CALM)


def while_translating(data: Path, length: int, home: Path, engine: str) -> float:
    """The longest stall while an article is read, opened and translated."""
    windows = opened(home, engine)
    beat = Heartbeat()
    windows.all[0].start(text_of(data, length))
    settle(windows)
    longest = beat.longest
    closed(windows)
    return longest


def find(window: MainWindow, words: str) -> None:
    window.commands.find.trigger()
    window.finding.bar.field.setText(words)


def highlight_all(window: MainWindow) -> None:
    window.commands.select_all.trigger()
    window.commands.highlight.trigger()


def actions(windows: Windows) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a person does, one after another, by its name."""
    window = windows.all[0]
    does, library = window.commands, window.library
    pieces = cycle(piece.id for piece in library.catalogue.pieces[:40])
    yield "the help", does.help.trigger
    yield "all commands", does.palette.trigger
    yield "the print preview", does.print_preview.trigger
    yield "the print dialog", does.print.trigger
    themes, languages = cycle(("dark", "sepia", "light")), cycle(("ar", "en"))
    yield "another theme", lambda: window.appearance.choose_theme(next(themes))
    layouts = cycle(("stacked", "arabic", "demand", "side"))
    yield "another layout", lambda: window.appearance.choose_layout(next(layouts))
    yield "larger type", does.larger.trigger
    yield "the panel of notes", does.notes.trigger
    yield "the places to check", does.doubts.trigger
    yield "the library put away and back", does.library.trigger
    yield "the full screen", does.full_screen.trigger
    words = cycle(("الحكومة", "من", "the government"))
    yield "a search", lambda: library.search_box.field.setText(next(words))
    yield "the search ended", lambda: library.search_box.field.setText("")
    yield "finding in the text", lambda: find(window, next(words))
    yield "looking a word up", does.look_up.trigger
    yield "the next sentence", does.next_sentence.trigger
    yield "all highlighted", lambda: highlight_all(window)
    yield "undo", does.undo.trigger
    yield "saving", does.save.trigger
    yield "a star", does.star.trigger
    yield "opening a piece", lambda: window.desk.open_piece(next(pieces))
    yield "back", does.back.trigger
    yield "the models", does.models.trigger
    yield "the glossary", does.glossary.trigger
    yield "all notes", does.all_notes.trigger
    yield "the choice of type", does.typesetting.trigger
    yield "the backups", does.backups.trigger
    yield "near duplicates", does.duplicates.trigger
    yield "a theme, with the dialogs there", lambda: window.appearance.choose_theme(next(themes))
    yield "another language", lambda: window.appearance.choose_language(next(languages))
    yield "a further window", does.new_window.trigger
    yield "a piece in a window of its own", lambda: windows.open_piece(window, next(pieces))
    yield "the next window", does.next_window.trigger
    yield "a theme, in all windows", lambda: window.appearance.choose_theme(next(themes))
    yield "a language, in all windows", lambda: window.appearance.choose_language(next(languages))
    yield "a window closed", lambda: windows.all[-1].close()


def at_work(data: Path, home: Path, repetitions: int) -> Iterator[tuple[str, list[float]]]:
    """The longest stall at each action."""
    app = App(home)
    app.library().__exit__(None, None, None)
    fill(app.paths.library, made(data, PIECES))
    gc.collect()  # what the making of it has left is no matter of the window's
    windows = opened(home, "gloss")
    windows.all[0].start(text_of(data, PARAGRAPHS))
    settle(windows)
    beat = Heartbeat()
    for name, do in actions(windows):
        found = []
        for _ in range(repetitions):
            beat.begin()
            QTimer.singleShot(HEARTBEAT * 2, windows, do)
            wait(CALM)
            settle(windows)
            found.append(beat.longest)
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, QDialog) and dialog.isVisible():
                    dialog.close()
            settle(windows)
        yield name, found
    closed(windows)


def main() -> None:
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    data = data_folder()
    prepare()
    keep_what_is_loaded()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        App(home).packages().install(HERE.parent / "models" / "translate-ar_en-0_1.argosmodel")
        print("the longest stall of the window's thread, in milliseconds")
        for engine in ("gloss", "argos"):
            for length in LENGTHS[:2] if engine == "argos" else LENGTHS:
                stalls = [while_translating(data, length, home, engine) for _ in range(repetitions)]
                print(f"  {engine} translates {length} paragraphs{'':12}{spread(stalls):>24}")
        print(f"  with {PARAGRAPHS} paragraphs open and {PIECES:,} pieces in the library:")
        for name, stalls in at_work(data, Path(folder) / "work", repetitions):
            print(f"    {name:40}{spread(stalls):>24}")


if __name__ == "__main__":
    main()
