"""Sets the application up, and opens the window: for a reader, or for a picture."""

from __future__ import annotations

import gc
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader.errors import LibraryError
from reader.gui import fonts
from reader.gui.collector import Collector
from reader.gui.look import Look
from reader.gui.preferences import Preferences
from reader.gui.shared import Shared
from reader.gui.window import MainWindow
from reader.gui.windows import Windows
from reader.settings import resources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from reader.gui.jobs import Lane
    from reader.gui.library_services import Finding
    from reader.gui.services import App
    from reader.raw_document import RawDocument

CARE_AFTER = 5000
"""Milliseconds after which the library is backed up, so that the window is there first."""

MOVING = Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_FadeTooltip
"""What Qt would have slide and fade. Nothing of Muwazi's own moves by itself, for anybody."""

SWITCH_INTERVAL = 0.0001
"""Seconds that a worker may keep the interpreter from the window's thread, a fiftieth of Python's own: Qt lets go of it
at each call, and to wait for it each time adds up. A hundred labels made beside a lane at work take 520 ms by Python's
own, 38 by a tenth of it, 11 by this; one lane works as fast as before, two at once by a fifth slower."""


def prepare() -> QApplication:
    """The application, set up; the one there is already where there is one."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["muwazi"])
    if application.findChild(Collector) is not None:
        return application
    Collector(application)
    application.setApplicationName("muwazi")
    application.setApplicationDisplayName("Muwazi")
    application.setDesktopFileName("muwazi")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resources() / "icons" / "muwazi.svg")))
    for effect in MOVING:
        application.setEffectEnabled(effect, False)
    fonts.register()
    sys.setswitchinterval(SWITCH_INTERVAL)
    return application


def run(app: App, target: RawDocument | int | None) -> int:
    """Opens the window on a text, a piece of the library or, for None, where the reader left off, in as many windows as
    were open then; the exit code."""
    application = prepare()
    preferences = Preferences(app)
    look = Look(application)
    look.speak(preferences.now.ui)
    windows = Windows(app, Shared(app, preferences, look))
    window = windows.first(target)

    def show_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception) and windows.front is not None:
            windows.front.messages.show_bug(error)

    # Ctrl+C in the terminal: Python would answer only at the next event that reaches it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    before, sys.excepthook = sys.excepthook, show_bug
    lanes: list[Lane] = []

    def furnish() -> None:
        if not ask_for_passphrase(app, window):
            window.close()
            return
        for _ in windows.furnishing(window):
            # It is painted meanwhile where it is uncovered. What is pressed waits until there is somebody to take it.
            application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        keep_what_is_loaded()
        from reader.gui.jobs import Lane

        window.start(target)
        lanes.append(Lane("care of the library", parent=windows))
        QTimer.singleShot(CARE_AFTER, windows, lambda: take_care(app, lanes[0], windows))

    window.painted.connect(furnish)
    try:
        window.show()
        return application.exec()
    finally:
        for lane in lanes:
            lane.close(finish=False)
        sys.excepthook = before


def keep_what_is_loaded() -> None:
    """Spares the collector what the process has loaded, which stays till its end: to go through it all takes as long as
    a stall of the window may. Not for each window, or a closed one could not be collected."""
    gc.freeze()


def ask_for_passphrase(app: App, window: MainWindow) -> bool:
    """Has a locked library opened, where somebody can; whether to go on, with the library or without."""
    try:
        if not app.is_shut():
            return True
    except LibraryError:  # the window says why
        return True
    from PySide6.QtWidgets import QDialog

    from reader.gui.passphrase_dialog import PassphraseDialog

    dialog = PassphraseDialog(app, window.page, at_start=True)
    result = dialog.exec()
    dialog.deleteLater()
    return result != QDialog.DialogCode.Rejected


def take_care(app: App, lane: Lane, windows: Windows) -> None:
    """Makes the daily backup and looks where the library lies, out of the window's way. What a person should know of
    either is said; a library that cannot be opened is said by who opens it."""
    from reader.gui.messages import error_text

    def work() -> Iterator[Finding | None]:
        yield app.warning()
        app.back_up_if_due()

    def say(finding: Finding | None) -> None:
        if finding is not None and windows.front is not None:
            windows.front.messages.say(error_text(finding))

    def failed(error: Exception) -> None:
        if windows.front is not None and not isinstance(error, LibraryError):
            windows.front.messages.show_error(error)

    lane.run(work, say, on_error=failed)


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
    from reader.gui.screenshot import take

    wanted = {"arabic_size": font_size, "theme": theme, "layout": layout, "ui": ui}
    overrides = {name: value for name, value in wanted.items() if value is not None}
    application = prepare()
    preferences = Preferences(
        app, keep=False, geometry="", panes="", library_shown=True, panel="", welcomed=True, **overrides
    )
    look = Look(application)
    look.speak(preferences.now.ui)
    window = MainWindow(app, Shared(app, preferences, look), engine)
    window.furnish()
    try:
        take(window, target, file, size)
    finally:
        window.close()
        window.deleteLater()
