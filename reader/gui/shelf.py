"""The library as a window uses it: every call goes down the lane that all windows share, every answer comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QMetaObject, QObject, Signal

from reader.gui.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.gui.library_services import Library
    from reader.gui.stacks import Stacks
    from reader.model import Article, Change, Engine, Pair, PairedArticle, Piece

T = TypeVar("T")


class Shelf(QObject):
    """The library, asked from the window's thread. What it hears of is what its own window asked for, and that the
    library is another, whoever has changed it."""

    listed = Signal(object)
    """The Catalogue of the library, whenever it may be another."""
    stepped = Signal(object)
    """The Step that was just done here."""
    altered = Signal()
    """What a person makes of pieces is another than before, by a step or by its undoing: whoever shows notes,
    bookmarks, tags or collections asks anew."""
    overtaken = Signal()
    """Another window, or another process, has changed the library; ``listed`` comes after."""
    replaced = Signal()
    """Another file has taken the library's place, or it can be read only now."""
    relocked = Signal()
    """The library has a passphrase, another one, or none any more."""
    added = Signal(int)
    """The number of a piece that the library did not have before, put there from here."""
    failed = Signal(object)
    """The exception that kept something from being done."""

    def __init__(self, stacks: Stacks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stacks, self._lane = stacks, stacks.lane
        self._heard: tuple[QMetaObject.Connection, ...] = (
            stacks.listed.connect(self.listed),
            stacks.altered.connect(self.altered),
            stacks.changed.connect(self._note_change),
            stacks.replaced.connect(self.replaced),
            stacks.relocked.connect(self.relocked),
            stacks.failed.connect(self.failed),
        )

    def refresh(self) -> None:
        """Lists the pieces anew."""
        self._stacks.refresh()

    def look_elsewhere(self) -> None:
        """Lists the pieces anew where another process has changed the library."""
        self._stacks.look_elsewhere()

    def add(self, paired: PairedArticle, then: Callable[[int], None]) -> None:
        """Saves an article; its number goes to ``then``."""

        def done(added: tuple[int, bool]) -> None:
            piece, is_new = added
            then(piece)
            if is_new:
                self.added.emit(piece)

        self.change(lambda: [self.on_lane().add(paired)], done)

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
            self._stacks.altered.emit()

        self.change(run, done, otherwise)

    def _step(self, name: str, change: Change) -> Step:
        def reverse(then: Callable[[Step], None]) -> None:
            def done(inverse: Change) -> None:
                then(self._step(name, inverse))
                self._stacks.altered.emit()

            self.change(lambda: [self.on_lane().undo(change)], done)

        return Step(name, reverse)

    def note(self, work: Callable[[Library], object]) -> None:
        """Runs work on the library's lane that keeps something which no list shows, and which is no step: a reading
        place."""

        def run() -> Iterator[None]:
            work(self.on_lane())
            yield

        self._lane.run(run, on_error=self.failed.emit, owner=self)

    def change(
        self,
        work: Callable[[], Iterable[Any]],
        then: Callable[[Any], None] = lambda _: None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Runs work on the library's lane that changes it, and lists the pieces anew; ``otherwise`` is told why where
        it fails."""
        self._lane.run(work, then, self._tell, otherwise or self.failed.emit, self)

    def run(
        self, work: Callable[[], Iterable[Any]], then: Callable[[Any], None], on_error: Callable[[Exception], None]
    ) -> int:
        """Runs short work on the library's lane, where it may use ``on_lane``; the job's id."""
        return self._lane.run(work, then, on_error=on_error, owner=self)

    def reopen(self) -> None:
        """Opens the library anew, for another file has taken its place, and lists it: for all windows."""
        self._stacks.reopen()

    def note_relocked(self) -> None:
        """Tells all windows that the library was locked, locked otherwise, or unlocked."""
        self._stacks.relocked.emit()

    def cancel(self, job: int) -> None:
        """Cancels such work."""
        self._lane.cancel(job)

    def find(self, article: Article) -> Piece | None:
        """The piece an article is saved as. To be called on the lane."""
        number = self.on_lane().find(article)
        return None if number is None else self.on_lane().get(number)

    def on_lane(self) -> Library:
        """The library itself. To be called on the lane."""
        return self._stacks.on_lane()

    def let_go(self) -> None:
        """Closes the library until it is needed again. To be called on the lane."""
        self._stacks.let_go()

    def is_idle(self) -> bool:
        """Whether everything that any window asked has been answered."""
        return self._lane.is_idle()

    def close(self) -> None:
        """Has what was asked done, without this window's hearing of it or of anything else; the others hear then of
        what it has changed. Closing twice is fine."""
        for connection in self._heard:
            QObject.disconnect(connection)
        self._heard = ()
        self._lane.disown(self)
        stacks = self._stacks
        self._lane.run(lambda: (), on_done=lambda: stacks.note_change(None))

    def _tell(self) -> None:
        self._stacks.note_change(self)

    def _note_change(self, by: object) -> None:
        if by is not self:
            self.overtaken.emit()
