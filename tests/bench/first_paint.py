"""A process of the window's benchmark: opens a window on a file, prints when its text was first painted, and ends.

    python first_paint.py bare FILE
    python first_paint.py window FILE HOME
    python first_paint.py article FILE HOME

"window" is Muwazi's own, painted at all; "article" the same, with the article in it. What is printed is seconds since
1970.
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


def muwazi(file: Path, home: Path, *, with_article: bool) -> None:
    from reader.app import App
    from reader.gui.look import Look
    from reader.gui.preferences import Preferences
    from reader.gui.shared import Shared
    from reader.gui.start import prepare
    from reader.gui.window import MainWindow

    app = App(home)
    application = prepare()
    preferences = Preferences(app)
    look = Look(application)
    look.speak("en")
    window = MainWindow(app, Shared(app, preferences, look), "gloss")
    watcher = at_first_paint([window], lambda: not with_article or window.desk.article is not None)
    window.show()
    window.start(app.read(str(file)))
    application.exec()
    del watcher


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare(Path(sys.argv[2]))
    else:
        muwazi(Path(sys.argv[2]), Path(sys.argv[3]), with_article=sys.argv[1] == "article")
