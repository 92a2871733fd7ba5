"""The frame of the main window: what is seen of it first, and is made and painted before all else is loaded."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QMainWindow, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from reader.gui.actions import Actions
from reader.gui.saved_state import from_text
from reader.gui.status_strip import StatusStrip
from reader.gui.toolbar import Toolbar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent, QShowEvent

    from reader.gui.look import Look
    from reader.gui.preferences import Preferences

DEFAULT_SIZE = (1360, 900)
LIBRARY_WIDTH, ASIDE_WIDTH, LEAST_ASIDE = 248, 280, 240
LEAST_LIBRARY_WIDTH, LEAST_PAGE_WIDTH = 150, 360

PATIENCE = 500
"""Milliseconds after which a window that was to show counts as painted: it may start where nobody sees it."""


class _Handle(QSplitterHandle):
    """A hairline of the palette's: Qt would ask the style sheet of the splitter, and with it of all that is in that."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        role = QPalette.ColorRole.Mid if self.underMouse() else QPalette.ColorRole.Shadow
        QPainter(self).fillRect(self.rect(), self.palette().color(role))


class _Splitter(QSplitter):
    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class Frame(QMainWindow):
    """The controls over and the line under the panes, which are empty: of the size and in the place, the colours and
    the language that the window had last.

    ``painted`` tells, once, that it has been. What is pressed meanwhile waits for its turn: whoever hears of it
    furnishes the window before anything else is done.
    """

    painted = Signal()

    def __init__(self, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.is_furnished = self._was_painted = False
        self._preferences = preferences
        self._later = QTimer(self)  # and not ``singleShot``, which comes before other timers that are due
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.release_paint)
        look.wear(preferences.now.theme)
        self.commands = Actions(self)
        self.commands.layouts[preferences.now.layout].setChecked(True)
        self.toolbar, self.strip = Toolbar(self.commands), StatusStrip()
        self.splitter, self.page = _Splitter(), QWidget()
        self._lay_out_frame()
        for part in (self.toolbar, self.page, self.strip):  # the panes beside the page are empty yet
            look.dress(part)

    def dressed(self) -> list[QWidget]:
        """The parts that each have the style sheet: not the window, for to go through all of it takes long, and the
        dialogs that stay have one of their own. A dialog that comes and goes has ``page`` as its parent."""
        panes = [self.splitter.widget(number) for number in range(self.splitter.count())]
        return [self.toolbar, *(pane for pane in panes if pane is not None), self.strip]

    def hold_paint(self) -> None:
        """Leaves what is seen as it is until ``release_paint``.

        The flag is the window's alone: ``setUpdatesEnabled`` would have each widget in it ask to be painted when it
        lifts it, and Qt would then paint all of them twice.
        """
        self._later.stop()  # it is for whoever holds it now to release it
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)

    def release_paint(self) -> None:
        """Paints what has changed since ``hold_paint``, at once and in one go; nothing where nothing was held."""
        if not self.updatesEnabled():
            self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
            self.repaint()

    @contextmanager
    def painted_later(self) -> Iterator[None]:
        """Has what changes in the block painted in the next round of the event loop, after what came meanwhile was
        answered: for what takes so long that to paint it in the same round would be felt."""
        if not self.updatesEnabled():  # it is held for longer
            yield
            return
        self.hold_paint()
        try:
            yield
        finally:
            self._later.start()

    def fill_pane(self, place: int, part: QWidget) -> None:
        """Puts a part where an empty pane was."""
        part.setStyleSheet(self.page.styleSheet())
        empty = self.splitter.replaceWidget(place, part)
        if empty is not None:
            empty.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Gives the panes their first widths, when that of the window is known."""
        super().showEvent(event)
        if not event.spontaneous() and not self._preferences.now.panes:
            library = min(LIBRARY_WIDTH, self.width() // 5)
            aside = max(min(ASIDE_WIDTH, self.width() // 4), LEAST_ASIDE)
            self.splitter.setSizes([library, self.width() - library, aside])
        QTimer.singleShot(PATIENCE, self, self._tell)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first paint, once what is painted has reached the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _lay_out_frame(self) -> None:
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.page.setBackgroundRole(QPalette.ColorRole.Base)
        self.page.setAutoFillBackground(True)
        self.page.setMinimumWidth(LEAST_PAGE_WIDTH)
        library, aside = QWidget(), QWidget()
        library.setMinimumWidth(LEAST_LIBRARY_WIDTH)
        for part in (library, self.page, aside):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(whole)
        room = self.screen().availableSize() * 0.95
        self.resize(min(DEFAULT_SIZE[0], room.width()), min(DEFAULT_SIZE[1], room.height()))
        now = self._preferences.now
        if now.geometry:
            self.restoreGeometry(from_text(now.geometry))
        if now.panes:
            self.splitter.restoreState(from_text(now.panes))
        library.setVisible(now.library_shown)
        aside.hide()
