"""Writes in the edit box of a real window and never comes to an end: to be killed. Arguments: home, article, text."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from reader.app import App
from reader.gui.look import Look
from reader.gui.preferences import Preferences
from reader.gui.shared import Shared
from reader.gui.start import prepare
from reader.gui.window import MainWindow
from reader.raw_document import RawDocument

home, article, text = sys.argv[1:]
application = prepare()
app = App(Path(home))
window = MainWindow(app, Shared(app, Preferences(app, ui="en", welcomed=True), Look(application)), "gloss")
window.furnish()
window.show()
window.start(RawDocument(Path(article).read_text(encoding="utf-8")))


def write() -> None:
    """Types over the second paragraph's translation, once there is one."""
    if window.desk.article is None or not window.is_settled():
        QTimer.singleShot(20, write)
        return
    window.reading.edit(2)
    window.reading.box.field.selectAll()
    QTest.keyClicks(window.reading.box.field, text)
    sys.stdout.write("typed\n")
    sys.stdout.flush()


QTimer.singleShot(0, write)
application.exec()
