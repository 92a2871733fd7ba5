"""Sets the application up, and opens the window: for a reader, or for a picture."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader.gui import fonts
from reader.gui.look import Look
from reader.gui.preferences import Preferences
from reader.gui.screenshot import take
from reader.gui.window import MainWindow
from reader.settings import resources

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from reader.gui.services import App
    from reader.model import RawDocument

SWITCH_INTERVAL = 0.0005
"""Seconds that a worker may keep the interpreter from the window's thread, a tenth of Python's own: Qt lets go of the
interpreter at each call, and to wait 5 ms for it each time adds up to pauses that are felt."""


def prepare() -> QApplication:
    """The application, set up; the one there is already where there is one."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["muwazi"])
    application.setApplicationName("muwazi")
    application.setApplicationDisplayName("Muwazi")
    application.setDesktopFileName("muwazi")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resources() / "icons" / "muwazi.svg")))
    fonts.register()
    sys.setswitchinterval(SWITCH_INTERVAL)
    return application


def run(app: App, target: RawDocument | int | None) -> int:
    """Opens the window on a text, a piece of the library or, for None, where the reader left off; the exit code."""
    application = prepare()
    preferences = Preferences(app)
    look = Look(application)
    look.speak(preferences.now.ui)
    window = MainWindow(app, preferences, look)

    def show_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            window.messages.show_bug(error)

    # Ctrl+C in the terminal: Python would answer only at the next event that reaches it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    before, sys.excepthook = sys.excepthook, show_bug
    try:
        window.show()
        window.start(target)
        return application.exec()
    finally:
        sys.excepthook = before


def screenshot(
    app: App,
    target: RawDocument | int | None,
    file: Path,
    *,
    size: tuple[int, int] | None = None,
    font_size: float | None = None,
    theme: str | None = None,
    layout: str | None = None,
    ui: str | None = None,
    engine: str = "auto",
) -> None:
    """Opens the same window, waits until the article is paired, and writes a picture of it as PNG.

    ``size`` is in pixels, ``font_size`` the Arabic's in points. None of these choices is remembered. Raises the
    ReaderError that kept the article from being opened, and OutputError where the picture cannot be written.
    """
    wanted = {"arabic_size": font_size, "theme": theme, "layout": layout, "ui": ui}
    overrides = {name: value for name, value in wanted.items() if value is not None}
    application = prepare()
    preferences = Preferences(app, keep=False, geometry="", panes="", **overrides)
    look = Look(application)
    look.speak(preferences.now.ui)
    window = MainWindow(app, preferences, look, engine)
    try:
        take(window, target, file, size)
    finally:
        window.close()
        window.deleteLater()
