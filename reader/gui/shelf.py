"""The library as the window uses it: every call goes down a lane of its own, every answer comes back as a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.gui.catalogue import Catalogue
from reader.gui.jobs import Lane
from reader.gui.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.gui.library_services import Library
    from reader.gui.services import App
    from reader.model import Article, Change, Engine, Pair, PairedArticle, Piece

T = TypeVar("T")

WATCH = 2000
"""How often it is looked whether the library was changed elsewhere, in milliseconds."""


class Shelf(QObject):
    """The library, asked from the window's thread. Its connection is made when first needed, on the lane, and closed
    there."""

    listed = Signal(object)
    """The Catalogue of the library, whenever it may be another."""
    stepped = Signal(object)
    """The Step that was just done."""
    altered = Signal()
    """What a person makes of pieces is another than before, by a step or by its undoing: whoever shows notes,
    bookmarks, tags or collections asks anew."""
    failed = Signal(object)
    """The exception that kept something from being done."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._library: Library | None = None
        self._listing = 0
        self._lane = Lane("library", self._disconnect, self)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH)
        self._watch.timeout.connect(self.look_elsewhere)
        self._watch.start()

    def refresh(self) -> None:
        """Lists the pieces anew."""
        self._lane.cancel(self._listing)  # one that still waits would list the same
        self._listing = self._lane.run(self._list, self.listed.emit, on_error=self.failed.emit)

    def look_elsewhere(self) -> None:
        """Lists the pieces anew where another window or process has changed the library."""

        def work() -> Iterator[bool]:
            yield self._library is not None and self._library.changed_elsewhere()

        def then(changed: bool) -> None:
            if changed:
                self.refresh()
                self.altered.emit()

        if self._lane.is_idle():
            self._lane.run(work, then)  # what fails here fails again, and is said, when somebody asks for something

    def add(self, paired: PairedArticle, then: Callable[[int], None]) -> None:
        """Saves an article; its number goes to ``then``."""
        self.change(lambda: [self.on_lane().add(paired)[0]], then)

    def save_pairs(self, piece: int, pairs: Sequence[Pair], engine: Engine) -> None:
        """Puts newly made pairs into a piece."""

        def work() -> Iterator[None]:
            self.on_lane().save_pairs(piece, pairs, engine)
            yield

        self.change(work)

    def save_article(self, piece: int, paired: PairedArticle, otherwise: Callable[[Exception], None]) -> None:
        """Replaces a piece's text; ``otherwise`` is told why where that cannot be."""

        def work() -> Iterator[None]:
            self.on_lane().save_article(piece, paired)
            yield

        self.change(work, otherwise=otherwise)

    def step(
        self,
        name: str,
        work: Callable[[Library], T],
        then: Callable[[T], None] = lambda _: None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Runs work on the library's lane that changes what a person makes of pieces (see ``library.session.RECORDED``)
        as one step that can be undone, and lists the pieces anew.

        ``name`` is what the menu calls the step (see ``Step``); ``then`` gets what the work gives, once it is on disk;
        ``otherwise`` is told why where it fails, and nothing is changed then. Putting an article into the library is
        no part of a step, for its text is not recorded: see ``change``.
        """

        def run() -> Iterator[tuple[T, Change | None]]:
            library = self.on_lane()
            with library.recording() as recording:
                result = work(library)
            yield result, recording.change

        def done(result: tuple[T, Change | None]) -> None:
            if result[1] is not None and result[1].changeset:
                self.stepped.emit(self._step(name, result[1]))
            then(result[0])
            self.altered.emit()

        self.change(run, done, otherwise)

    def _step(self, name: str, change: Change) -> Step:
        def reverse(then: Callable[[Step], None]) -> None:
            def done(inverse: Change) -> None:
                then(self._step(name, inverse))
                self.altered.emit()

            self.change(lambda: [self.on_lane().undo(change)], done)

        return Step(name, reverse)

    def note(self, work: Callable[[Library], object]) -> None:
        """Runs work on the library's lane that keeps something which no list shows, and which is no step: a reading
        place."""

        def run() -> Iterator[None]:
            work(self.on_lane())
            yield

        self._lane.run(run, on_error=self.failed.emit)

    def change(
        self,
        work: Callable[[], Iterable[Any]],
        then: Callable[[Any], None] = lambda _: None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Runs work on the library's lane that changes it, and lists the pieces anew; ``otherwise`` is told why where
        it fails."""
        self._lane.run(work, then, on_done=self.refresh, on_error=otherwise or self.failed.emit)

    def run(
        self, work: Callable[[], Iterable[Any]], then: Callable[[Any], None], on_error: Callable[[Exception], None]
    ) -> int:
        """Runs short work on the library's lane, where it may use ``on_lane``; the job's id."""
        return self._lane.run(work, then, on_error=on_error)

    def reopen(self) -> None:
        """Opens the library anew, for another file has taken its place, and lists it."""

        def work() -> Iterator[None]:
            self.let_go()
            yield

        self._lane.run(work, on_error=self.failed.emit)
        self.refresh()
        self.altered.emit()

    def cancel(self, job: int) -> None:
        """Cancels such work."""
        self._lane.cancel(job)

    def find(self, article: Article) -> Piece | None:
        """The piece an article is saved as. To be called on the lane."""
        number = self.on_lane().find(article)
        return None if number is None else self.on_lane().get(number)

    def on_lane(self) -> Library:
        """The library itself. To be called on the lane."""
        if self._library is None:
            self._library = self._app.library()
        return self._library

    def let_go(self) -> None:
        """Closes the library until it is needed again. To be called on the lane."""
        self._disconnect()

    def is_idle(self) -> bool:
        """Whether everything that was asked has been answered."""
        return self._lane.is_idle()

    def close(self) -> None:
        """Stops watching, finishes what was asked, and closes the library. Blocks until then."""
        self._watch.stop()
        self._lane.close(finish=True)

    def _list(self) -> Iterator[Catalogue]:
        library = self.on_lane()
        shelves = library.shelves
        yield Catalogue.of(library.summaries(), shelves.trashed(), shelves.collections(), shelves.tags())

    def _disconnect(self) -> None:
        if self._library is not None:
            self._library.__exit__(None, None, None)
            self._library = None
