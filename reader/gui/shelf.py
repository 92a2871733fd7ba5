"""The library as the window uses it: every call goes down a lane of its own, every answer comes back as a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.gui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.gui.services import App, Library
    from reader.model import Article, Engine, Pair, PairedArticle, Piece


class Shelf(QObject):
    """The library, asked from the window's thread. Its connection is made when first needed, on the lane, and closed
    there."""

    listed = Signal(object)
    """The summaries of all pieces, a list, whenever they may have changed."""
    removed = Signal(object)
    """The Piece that was put into the trash."""
    restored = Signal(object, int)
    """The Piece that was taken out of the trash again, and its number."""
    failed = Signal(object)
    """The exception that kept something from being done."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._library: Library | None = None
        self._removed: list[Piece] = []
        self._lane = Lane("library", self._disconnect, self)

    def refresh(self) -> None:
        """Lists the pieces anew."""
        self._lane.run(lambda: [self.on_lane().summaries()], self.listed.emit, on_error=self.failed.emit)

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

    def remove(self, piece: int) -> None:
        """Puts a piece into the trash; ``undo`` takes it out again."""

        def work() -> Iterator[Piece]:
            found = self.on_lane().get(piece)
            self.on_lane().remove(piece)
            yield found

        def done(found: Piece) -> None:
            self._removed.append(found)
            self.removed.emit(found)

        self.change(work, done)

    def can_undo(self) -> bool:
        """Whether a piece was put into the trash that can be taken out again."""
        return bool(self._removed)

    def undo(self) -> None:
        """Takes the piece out of the trash that was put there last."""
        if not self._removed:
            return
        piece = self._removed.pop()

        def work() -> Iterator[int]:
            self.on_lane().shelves.untrash([piece.id])
            yield piece.id

        self.change(work, lambda number: self.restored.emit(piece, number))

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

    def is_idle(self) -> bool:
        """Whether everything that was asked has been answered."""
        return self._lane.is_idle()

    def close(self) -> None:
        """Finishes what was asked, and closes the library. Blocks until then."""
        self._lane.close(finish=True)

    def _disconnect(self) -> None:
        if self._library is not None:
            self._library.__exit__(None, None, None)
            self._library = None
