"""The open windows: another one opened, the one that has a piece found again, all of them remembered at the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.gui.saved_state import as_text
from reader.gui.window import MainWindow
from reader.settings import OpenWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from PySide6.QtGui import QWindow

    from reader.gui.catalogue import Catalogue
    from reader.gui.services import App
    from reader.gui.shared import Shared
    from reader.model import Hit
    from reader.raw_document import RawDocument

STEP = 32
"""Pixels by which a new window stands below and beside the one that it was opened from."""

LONGEST = 60
"""Characters of a title that the menu of the windows shows."""


class Windows(QObject):
    """The windows of the process. ``all`` are in the order in which they were opened.

    A piece that is wanted in a window of its own and has one already is shown there; whoever wants it twice, to have
    two places of it side by side, asks in its own window. Quitting remembers the windows for the next start, closing
    one alone forgets it; a run that was begun with an article and stays with one window leaves what is remembered.
    """

    def __init__(self, app: App, shared: Shared, engine: str = "auto") -> None:
        """``engine`` is the engine wanted, as ``App.translator`` takes it."""
        super().__init__()
        self._app, self._shared, self._engine = app, shared, engine
        self._preferences = shared.preferences
        self.all: list[MainWindow] = []
        self.front: MainWindow | None = None
        """The window that the reader is in, or was in last; None where none is open."""
        self._pieces: dict[MainWindow, int | None] = {}
        self._coming: dict[MainWindow, int] = {}
        """The piece that a new window is to have, until it has something: it may be asked for once more before."""
        self._awaited: tuple[OpenWindow, ...] = ()
        """Windows of the last run that are opened once it is known which pieces there still are."""
        self._leaves_remembered = self._brings_back = self._is_over = self._quits = False
        self._turns = shared.turns
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._note_focus)
            application.commitDataRequest.connect(self._note_logout)

    def first(self, target: RawDocument | int | None) -> MainWindow:
        """The first window, which is to be shown and furnished, and to start with a text, a piece of the library or,
        for None, where the reader left off: then all windows of the last run come back."""
        remembered = self._preferences.now.windows
        if target is not None:
            self._leaves_remembered = bool(remembered)
        if target is not None or not remembered:
            return MainWindow(self._app, self._shared, self._engine)
        first, *others = remembered
        self._awaited = tuple(others)
        self._preferences.change(last_piece=first.piece)
        self._begin_like(first)
        window = MainWindow(self._app, self._shared, self._engine)
        if first.piece is not None:
            self._coming[window] = first.piece
        return window

    def furnish(self, window: MainWindow) -> None:
        """Makes a window whole, and counts it among those that are open."""
        for _ in self.furnishing(window):
            pass

    def furnishing(self, window: MainWindow) -> Iterator[None]:
        """The same in steps."""
        yield from window.furnishing()
        self._take_in(window)

    def open_piece(self, beside: MainWindow, piece: int) -> None:
        """Shows a piece in a window other than ``beside``: the one that has it, or a new one."""
        self._turns.add(self._opening_piece(beside, piece))

    def open_hit(self, beside: MainWindow, hit: Hit, phrases: tuple[str, ...]) -> None:
        """Shows a place that a search has found in a window other than ``beside``."""
        self._turns.add(self._opening_hit(beside, hit, phrases))

    def open_same(self, beside: MainWindow) -> None:
        """Opens a second window on what is open in ``beside``, at its place."""
        self._turns.add(self._opening_same(beside))

    def is_settled(self) -> bool:
        """Whether all windows that were asked for are there, and nothing is under way in any."""
        return self._turns.is_idle() and all(window.is_settled() for window in self.all)

    def bring(self, window: MainWindow) -> None:
        """Brings a window to the front."""
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.activateWindow()

    def quit(self) -> None:
        """Remembers the windows that are open, and closes them, the one in front last: another begins like it."""
        self._is_over = False
        self._end()
        self._quits = True
        while not self._turns.is_idle():
            self._turns.finish_first()
        self._quits = False
        front = self.front
        for window in sorted(self.all, key=lambda one: one is front):
            if window is front:
                self._note_last(window)
            window.close()

    # Opening

    def _asked(self, do: Callable[..., object], *what: object) -> None:
        """Does what an action asks for; whether that is checked is no matter."""
        do(*[one for one in what if not isinstance(one, bool)])

    def _open_pieces(self, beside: MainWindow, pieces: Sequence[int]) -> None:
        """Opens a window for each."""
        for piece in pieces:
            if piece == beside.desk.piece:
                self.open_same(beside)
            else:
                self.open_piece(beside, piece)

    def _opening_piece(self, beside: MainWindow, piece: int) -> Iterator[None]:
        window = self._with(piece, beside)
        if window is not None:
            self.bring(window)
            return
        window = yield from self._making_beside(beside)
        if window is not None:
            self._start(window, piece)

    def _opening_hit(self, beside: MainWindow, hit: Hit, phrases: tuple[str, ...]) -> Iterator[None]:
        window = self._with(hit.piece.id, beside)
        if window is not None:
            self.bring(window)
        else:
            window = yield from self._making_beside(beside)
        if window is not None:
            window.searching.lead_to(hit, phrases)

    def _opening_same(self, beside: MainWindow) -> Iterator[None]:
        if beside not in self.all:
            return
        desk = beside.desk
        piece, article, pairs = desk.piece, desk.article, tuple(desk.pairs.values())
        beside.progress.keep()
        window = yield from self._making_beside(beside)
        if window is None:
            return
        if piece is None and article is not None:
            window.desk.open_article(article, pairs)
        else:
            self._start(window, piece)

    def _with(self, piece: int, beside: MainWindow) -> MainWindow | None:
        others = (one for one in self.all if one is not beside)
        return next((one for one in others if piece in (one.desk.piece, self._coming.get(one))), None)

    def _start(self, window: MainWindow, piece: int | None) -> None:
        if piece is not None:
            self._coming[window] = piece
        window.start(piece)

    def _making(self, like: OpenWindow) -> Generator[None, None, MainWindow | None]:
        """Makes a window that begins like another, out of sight; None where it is not wanted any more, for all are
        being closed."""
        if self._is_quitting():
            return None
        self._begin_like(like)
        window = MainWindow(self._app, self._shared, self._engine)
        yield
        yield from self.furnishing(window)
        yield
        window.grab(QRect(0, 0, 1, 1))  # so that all of it is laid out, which would be a part of showing it
        yield
        for part in window.dressed():  # and knows how it is to be painted
            part.grab()
            yield
        return None if self._is_quitting() else window

    def _is_quitting(self) -> bool:
        return self._quits

    def _making_beside(self, beside: MainWindow) -> Generator[None, None, MainWindow | None]:
        """Makes a window like another, and shows it a little below and beside that; None where that was closed before,
        all are being closed, or it has been closed itself."""
        if beside not in self.all:
            return None
        room, last = beside.screen().availableGeometry(), self.all[-1]
        place = (last if not last.isMaximized() else beside).pos() + QPoint(STEP, STEP)
        # The desktop's frame will be about this one too.
        edges = beside.frameGeometry().size() - beside.size()
        window = yield from self._making(self._as_remembered(beside))
        if window is None:
            return None
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        if not window.isMaximized():
            window.move(place if room.contains(QRect(place, window.size() + edges)) else room.topLeft())
        window.show()
        window.activateWindow()
        yield  # and it is painted before a worker begins, which would hold that up
        return window if window in self.all else None

    def _take_in(self, window: MainWindow) -> None:
        if not self.all:
            self._shared.stacks.listed.connect(self._open_awaited)
        does = window.commands
        does.new_window.triggered.connect(partial(self._asked, self.open_same, window))
        does.next_window.triggered.connect(partial(self._asked, self._step, window, 1))
        does.previous_window.triggered.connect(partial(self._asked, self._step, window, -1))
        does.quit.triggered.connect(self.quit)
        window.librarian.apart_asked.connect(partial(self._open_pieces, window))
        window.searching.apart_asked.connect(partial(self.open_hit, window))
        window.desk.installed.connect(partial(self._share_model, window))
        window.desk.changed.connect(partial(self._note_piece, window))
        window.windowTitleChanged.connect(self._list)
        window.closing.connect(partial(self._note_closing, window))
        window.closed.connect(partial(self._note_closed, window))
        self.all.append(window)
        self._pieces[window] = None
        self.front = self.front or window
        self._list()

    def _begin_like(self, state: OpenWindow) -> None:
        """Has the next window begin in a state: what the settings say of one window is how the next begins."""
        self._preferences.change(
            geometry=state.geometry, panes=state.panes, library_shown=state.library_shown, panel=state.panel
        )

    def _open_awaited(self, catalogue: Catalogue) -> None:
        """Opens the windows of the last run whose pieces there still are."""
        if self._awaited and not self._brings_back:
            self._brings_back = True
            pieces = {piece.id for piece in catalogue.pieces}
            self._turns.add(self._opening_awaited(pieces, self.front))

    def _opening_awaited(self, pieces: set[int], front: MainWindow | None) -> Iterator[None]:
        """Opens the first of them, and has the next one opened."""
        state = self._awaited[0]
        if state.piece in pieces:
            window = yield from self._making(state)
            if window is None:
                return
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            window.show()
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
            yield  # as in ``_making_beside``
            if window in self.all:
                self._start(window, state.piece)
        self._awaited = self._awaited[1:]
        if self._awaited:
            self._turns.add(self._opening_awaited(pieces, front))
        elif front in self.all:
            self._begin_like(self._as_remembered(front))
            self.bring(front)

    def _step(self, window: MainWindow, step: int) -> None:
        self.bring(self.all[(self.all.index(window) + step) % len(self.all)])

    def _share_model(self, window: MainWindow, _: object) -> None:
        """What was installed from one window translates in the others too."""
        for other in self.all:
            if other is not window:
                other.desk.use_model()

    # What is open

    def _list(self) -> None:
        """Has each window offer the way to the others."""
        own = [window.windowTitle() or QApplication.applicationDisplayName() for window in self.all]
        before = [own[:place].count(title) for place, title in enumerate(own)]
        titles = [f"{title} ({count + 1})" if count else title for title, count in zip(own, before, strict=True)]
        for here in self.all:
            for old in here.commands.windows:
                old.deleteLater()
            found = []
            for window, title in zip(self.all, titles, strict=True):
                text = title if len(title) <= LONGEST else title[:LONGEST].rstrip() + "…"
                action = QAction(text.replace("&", "&&"), here.commands)
                action.setToolTip(title)
                action.setCheckable(True)
                action.setChecked(window is here)
                action.triggered.connect(partial(self._asked, self.bring, window))
                found.append(action)
            here.commands.show_windows(found if len(found) > 1 else ())

    def _note_focus(self, _: QWindow | None) -> None:
        active = QApplication.activeWindow()
        if isinstance(active, MainWindow) and active in self.all:
            self.front = active
            self._note_last(active)

    def _note_logout(self, _: object) -> None:
        """Remembers the windows before the desktop closes them, one after another."""
        self._end()

    def _note_piece(self, window: MainWindow) -> None:
        if window.desk.article is not None:
            self._coming.pop(window, None)
        if window in self._pieces and self._pieces[window] != window.desk.piece:
            self._pieces[window] = window.desk.piece
            self._note_last(window)
            self._remember()

    def _note_last(self, window: MainWindow) -> None:
        """Remembers that what is open in a window was read last."""
        if window.desk.piece not in (None, self._preferences.now.last_piece):
            self._preferences.change(last_piece=window.desk.piece)

    def _note_closing(self, window: MainWindow) -> None:
        """Has a window that is being made there before the only one closes, and with it all that they share."""
        while self.all == [window] and not self._turns.is_idle():
            self._turns.finish_first()

    def _note_closed(self, window: MainWindow) -> None:
        if window not in self.all:
            return
        self.all.remove(window)
        del self._pieces[window]
        self._coming.pop(window, None)
        if self.front is window:
            self.front = self.all[-1] if self.all else None
        self._remember()
        self._list()
        if self.all:
            window.deleteLater()

    def _remember(self) -> None:
        """Remembers the windows, the one in front first: also while they are open, for a machine may fail."""
        if self._is_over:
            return
        first = sorted(self.all, key=lambda one: one is not self.front)
        states = [*(self._as_remembered(one) for one in first if self._piece_of(one) is not None), *self._awaited]
        if len(states) > 1:
            self._leaves_remembered = False
        elif self._leaves_remembered:
            return
        self._preferences.change(windows=tuple(states) if len(states) > 1 else ())
        if not self.all:
            self._preferences.write()

    def _as_remembered(self, window: MainWindow) -> OpenWindow:
        return OpenWindow(
            self._piece_of(window),
            as_text(window.saveGeometry()),
            as_text(window.splitter.saveState()),
            window.commands.library.isChecked(),
            window.panes.showing(),
        )

    def _piece_of(self, window: MainWindow) -> int | None:
        """The piece that a window has, or is to have."""
        return window.desk.piece if window.desk.piece is not None else self._coming.get(window)

    def _end(self) -> None:
        self._remember()
        self._is_over = True
