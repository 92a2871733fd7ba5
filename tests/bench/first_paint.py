"""A process of the window's benchmark: opens a window on a file, prints when it was first painted, and ends.

    python first_paint.py bare FILE
    python first_paint.py frame FILE HOME
    python first_paint.py window FILE HOME
    python first_paint.py article FILE HOME

The last three are the command itself, "muwazi open FILE": "frame" is what it shows first, "window" all of it though yet
without the article, "article" the same with the article in it. What is printed is seconds since 1970.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def at_first_paint(widgets: list[QWidget], counts: Callable[[], bool]) -> QObject:
    """Prints the time when one of the widgets has been painted and it counts, and ends the process."""
    from PySide6.QtCore import QEvent, QObject

    class Watcher(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.UpdateRequest and counts():
                QTimer.singleShot(0, say)
            return False

    def say() -> None:
        print(time.time(), flush=True)
        os._exit(0)

    from PySide6.QtCore import QTimer

    watcher = Watcher()
    for widget in widgets:
        widget.installEventFilter(watcher)
    return watcher


def bare(file: Path) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

    application = QApplication([])
    window = QMainWindow()
    browser = QTextBrowser()
    browser.setPlainText(file.read_text(encoding="utf-8"))
    window.setCentralWidget(browser)
    window.resize(1360, 900)
    watcher = at_first_paint([window], lambda: True)
    window.show()
    application.exec()
    del watcher


def muwazi(what: str, file: Path, home: Path) -> None:
    from reader import cli
    from reader.gui.window import MainWindow

    counts: dict[str, Callable[[MainWindow], bool]] = {
        "frame": lambda _: True,
        "window": lambda window: window.is_furnished,
        "article": lambda window: window.is_furnished and window.desk.article is not None,
    }
    watchers, show = [], MainWindow.show

    def show_watched(window: MainWindow) -> None:
        watchers.append(at_first_paint([window], lambda: counts[what](window)))
        show(window)

    MainWindow.show = show_watched  # type: ignore[method-assign]
    sys.exit(cli.run(["--home", str(home), "open", str(file)]))


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare(Path(sys.argv[2]))
    else:
        muwazi(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
