"""What a person does to translations: edits, undoing and redoing, asking for another. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.arabic.cleaning import clean
from reader.model import EngineName, Pair, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.gui.desk import Desk
    from reader.gui.services import App, Library
    from reader.gui.shelf import Shelf

    Step = Callable[[Library, int], Pair | None]
    """Changes one paragraph of a piece in the library, and gives the pair that stands there then."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """A step that can be undone: the piece, and the place of the block in it."""

    piece: int
    index: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """What came of translating again: the pairs as they are now, and how many of them read otherwise than before."""

    pairs: tuple[Pair, ...]
    changed: int


class Edits(QObject):
    """Changes the open article's translations in the library, and tells the desk once that is done: what a person
    wrote is on disk before it is shown. An article that is not in the library is put there first.

    Steps are undone in the order they were made in, those of pieces that are not open excepted; removing a piece from
    the library is one of them.
    """

    changed = Signal()
    """What can be undone or redone."""
    failed = Signal(object)
    """The exception that kept something from being done."""
    refused = Signal(int, str)
    """The block and the text of an edit that could not be kept, after ``failed``."""

    repeated = Signal(object)
    """An engine has translated again, with that outcome: a Repeated."""

    def __init__(self, app: App, desk: Desk, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._desk, self._shelf = app, desk, shelf
        self._done: list[_Edit | None] = []
        self._undone: list[_Edit] = []
        shelf.removed.connect(lambda _: self._note(None))

    def edit(self, index: int, text: str) -> None:
        """Makes ``text`` the translation of a block; nothing happens where it is that already."""
        article = self._desk.article
        if article is None:
            return
        block = article.blocks[index]
        untranslated = Pair(index, block.role, block.text, None, EngineName.PERSON, Status.FAILED)
        old = self._desk.pairs.get(index, untranslated)
        if clean(" ".join(text.split())) == old.target:
            return

        def step(library: Library, piece: int) -> Pair | None:
            library.edit(piece, self._app.edited(old, text))
            return next(version.pair for version in library.history(piece, index) if version.current)

        def fail(error: Exception) -> None:
            self.failed.emit(error)
            if self._desk.article is article:
                self.refused.emit(index, text)

        self._change(index, step, self._note, fail)

    def translate_again(self, index: int) -> None:
        """Has an engine translate a block anew, even where a person wrote its translation: ``undo`` brings it back."""
        pair = self._desk.pairs.get(index)
        if pair is None or pair.status is not Status.EDITED:
            self._repeat(lambda pair: pair.index == index)
            return

        def then(made: _Edit) -> None:
            self._note(made)
            self._desk.resume(lambda pair, _: pair.index == index)

        self._change(index, lambda library, piece: library.discard_edit(piece, index), then)

    def translate_all_again(self) -> None:
        """Has an engine translate the whole piece anew, but for what a person wrote."""
        self._repeat(lambda pair: pair.status is not Status.EDITED)

    def _repeat(self, is_meant: Callable[[Pair], bool]) -> None:
        article = self._desk.article
        before = {index: pair.target for index, pair in self._desk.pairs.items() if is_meant(pair)}

        def tell() -> None:
            if self._desk.article is article and before:
                now = tuple(self._desk.pairs[index] for index in sorted(before) if index in self._desk.pairs)
                self.repeated.emit(Repeated(now, sum(pair.target != before[pair.index] for pair in now)))

        self._desk.resume(lambda pair, _: is_meant(pair), tell)

    def undo_edit(self, index: int) -> None:
        """Takes back the last edit of a block, be it one of an earlier day."""

        def then(step: _Edit) -> None:
            if step in self._done:
                del self._done[len(self._done) - 1 - self._done[::-1].index(step)]
            self._note_undone(step)

        self._change(index, lambda library, piece: library.undo_edit(piece, index), then)

    def can_undo(self) -> str:
        """What ``undo`` would take back: "edit", "remove", or "" for nothing."""
        at = self._last(self._done)
        return "" if at is None else "edit" if self._done[at] else "remove"

    def can_redo(self) -> bool:
        """Whether an edit was undone that can be made again."""
        return self._last(self._undone) is not None

    def undo(self) -> None:
        """Takes back what was done last."""
        at = self._last(self._done)
        if at is None:
            return
        step = self._done.pop(at)
        if step is None:
            self._shelf.undo()
        else:
            self._change(step.index, lambda library, piece: library.undo_edit(piece, step.index), self._note_undone)
        self.changed.emit()

    def undo_removal(self) -> None:
        """Puts back the piece that was removed last."""
        if None in self._done:
            del self._done[len(self._done) - 1 - self._done[::-1].index(None)]
            self._shelf.undo()
            self.changed.emit()

    def redo(self) -> None:
        """Makes again what was undone last."""
        at = self._last(self._undone)
        if at is None:
            return
        step = self._undone.pop(at)

        def then(made: _Edit) -> None:
            self._done.append(made)
            self.changed.emit()

        self._change(step.index, lambda library, piece: library.redo_edit(piece, step.index), then)
        self.changed.emit()

    def _last(self, steps: list[_Edit] | list[_Edit | None]) -> int | None:
        """The place of the last step that has to do with what is open."""
        for at in range(len(steps) - 1, -1, -1):
            step = steps[at]
            if step is None or step.piece == self._desk.piece:
                return at
        return None

    def _note(self, step: _Edit | None) -> None:
        self._done.append(step)
        if step is not None:
            self._undone = [one for one in self._undone if one.piece != step.piece]
        self.changed.emit()

    def _note_undone(self, step: _Edit) -> None:
        self._undone.append(step)
        self.changed.emit()

    def _change(
        self,
        index: int,
        step: Step,
        then: Callable[[_Edit], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        article = self._desk.article
        if article is None:
            return
        self._desk.keep()  # what an engine made belongs into the history before what a person makes of it
        known, so_far = self._desk.piece, self._desk.so_far(article)

        def work() -> Iterator[tuple[int, Pair | None]]:
            library = self._shelf.on_lane()
            piece = library.add(so_far)[0] if known is None else known
            yield piece, step(library, piece)

        def take(result: tuple[int, Pair | None]) -> None:
            self._desk.adopt(article, result[0], index, result[1])
            then(_Edit(result[0], index))

        self._shelf.change(work, take, otherwise or self.failed.emit)
