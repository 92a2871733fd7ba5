"""The library's lane and the one connection on it, which all windows of the process share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.gui.catalogue import Catalogue
from reader.gui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.library_services import Library
    from reader.gui.services import App

WATCH = 2000
"""How often it is looked whether another process has changed the library, in milliseconds."""


class Stacks(QObject):
    """One lane for all windows: what one of them changes comes, in the order of asking, before what another asks then,
    and whoever locks or replaces the file has it for itself. Each window asks through a Shelf of its own.

    The connection is made when first needed, on the lane, and closed there.
    """

    listed = Signal(object)
    """The Catalogue of the library, whenever it may be another."""
    altered = Signal()
    """What a person makes of pieces is another than before."""
    changed = Signal(object)
    """Something in the library is another than before; by the Shelf given, or by another process for None."""
    replaced = Signal()
    """Another file has taken the library's place, or it can be read only now."""
    relocked = Signal()
    """The library has a passphrase, another one, or none any more."""
    failed = Signal(object)
    """The exception that kept the library from being listed."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._library: Library | None = None
        self._listing = 0
        self.lane = Lane("library", self.let_go, self)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH)
        self._watch.timeout.connect(self.look_elsewhere)
        self._watch.start()

    def refresh(self) -> None:
        """Lists the pieces anew."""
        self.lane.cancel(self._listing)  # one that still waits would list the same
        self._listing = self.lane.run(self._list, self.listed.emit, on_error=self.failed.emit)

    def note_change(self, by: object) -> None:
        """Says who has changed the library, and lists the pieces anew."""
        self.changed.emit(by)
        self.refresh()

    def look_elsewhere(self) -> None:
        """Lists the pieces anew where another process has changed the library."""

        def work() -> Iterator[bool]:
            yield self._library is not None and self._library.changed_elsewhere()

        def then(changed: bool) -> None:
            if changed:
                self.note_change(None)
                self.altered.emit()

        if self.lane.is_idle():
            self.lane.run(work, then)  # what fails here fails again, and is said, when somebody asks for something

    def reopen(self) -> None:
        """Opens the library anew, for another file has taken its place, and lists it."""

        def work() -> Iterator[None]:
            self.let_go()
            yield

        self.lane.run(work, on_error=self.failed.emit)
        self.note_change(None)
        self.altered.emit()
        self.replaced.emit()

    def on_lane(self) -> Library:
        """The library itself. To be called on the lane."""
        if self._library is None:
            self._library = self._app.library()
        return self._library

    def let_go(self) -> None:
        """Closes the library until it is needed again. To be called on the lane."""
        if self._library is not None:
            self._library.__exit__(None, None, None)
            self._library = None

    def close(self) -> None:
        """Stops watching, finishes what was asked, and closes the library. Blocks until then."""
        self._watch.stop()
        self.lane.close(finish=True)

    def _list(self) -> Iterator[Catalogue]:
        library = self.on_lane()
        shelves = library.shelves
        yield Catalogue.of(library.summaries(), shelves.trashed(), shelves.collections(), shelves.tags())
