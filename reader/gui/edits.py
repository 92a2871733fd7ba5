"""What a person does to translations: edits, undoing and redoing, asking for another. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from reader.arabic.cleaning import clean
from reader.errors import LibraryError
from reader.gui.desk import realigned
from reader.gui.drafts import Drafts
from reader.gui.steps import Step
from reader.model import EngineName, Pair, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.gui.desk import Desk
    from reader.gui.library_services import Library
    from reader.gui.services import App
    from reader.gui.shelf import Shelf
    from reader.gui.steps import Steps

    Work = Callable[[Library, int], Pair | None]
    """Changes one paragraph of a piece in the library, and gives the pair that stands there then."""

EDIT = str(QT_TRANSLATE_NOOP("steps", "edit"))
"""What the menu calls a step of an edit."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What came of translating again: the pairs as they are now, and how many of them read otherwise than before."""

    pairs: tuple[Pair, ...]
    changed: int


class Edits(QObject):
    """Changes the open article's translations in the library, and tells the desk once that is done: what a person
    wrote is on disk before it is shown. An article that is not in the library is put there first. Each change is a
    step that can be undone while its piece is open.
    """

    failed = Signal(object)
    """The exception that kept something from being done."""
    refused = Signal(int, str)
    """The block and the text of an edit that could not be kept, after ``failed``."""
    repeated = Signal(object)
    """An engine has translated again, with that outcome: a Repeated."""

    def __init__(self, app: App, desk: Desk, shelf: Shelf, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._desk, self._shelf, self._steps = app, desk, shelf, steps
        self.drafts = Drafts(desk, shelf, steps, self)
        self.drafts.failed.connect(self.failed)

    def edit(self, index: int, text: str) -> None:
        """Makes ``text`` the translation of a block; nothing happens where it is that already."""
        article = self._desk.article
        if article is None:
            return
        block = article.blocks[index]
        untranslated = Pair(index, block.role, block.text, None, EngineName.PERSON, Status.FAILED)
        old = self._desk.pairs.get(index, untranslated)
        if clean(" ".join(text.split())) == old.target:
            self.drafts.give_up(index, "")
            return
        self.drafts.end(index)

        def work(library: Library, piece: int) -> Pair | None:
            pair = self._app.edited(old, text)
            try:
                library.edit(piece, pair)
            except LibraryError as error:
                # Another window may have put a line back, so that the paragraph stands elsewhere now.
                moved = realigned([pair], library.get(piece).article) if error.code == "library.no_paragraph" else {}
                if not moved:
                    raise
                (pair,) = moved.values()
                library.edit(piece, pair)
            return next(version.pair for version in library.history(piece, pair.index) if version.current)

        def fail(error: Exception) -> None:
            self.failed.emit(error)
            if self._desk.article is article:
                self.refused.emit(index, text)

        self._change(index, work, self._note, fail)

    def translate_again(self, index: int) -> None:
        """Has an engine translate a block anew, even where a person wrote its translation: ``undo`` brings it back."""
        pair = self._desk.pairs.get(index)
        if pair is None or pair.status is not Status.EDITED:
            self._repeat(lambda pair: pair.index == index)
            return

        def then(piece: int, block: int) -> None:
            self._note(piece, block)
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

        def then(piece: int, block: int) -> None:
            self._steps.forget_last(piece, block)
            self._steps.note_undone(self._step(piece, block, undone=True))

        self._change(index, lambda library, piece: library.undo_edit(piece, index), then)

    def _note(self, piece: int, block: int) -> None:
        self._steps.note(self._step(piece, block, undone=False))

    def _step(self, piece: int, block: int, *, undone: bool) -> Step:
        """The step of an edit that stands, or the one that makes an ``undone`` one again."""

        def change(library: Library, piece: int) -> Pair | None:
            return library.redo_edit(piece, block) if undone else library.undo_edit(piece, block)

        def reverse(then: Callable[[Step], None]) -> None:
            self._change(block, change, lambda *place: then(self._step(*place, undone=not undone)))

        return Step(EDIT, reverse, piece, block)

    def _change(
        self,
        index: int,
        change: Work,
        then: Callable[[int, int], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        article = self._desk.article
        if article is None:
            return
        self._desk.keep()  # what an engine made belongs into the history before what a person makes of it
        known, so_far = self._desk.piece, self._desk.so_far(article)

        def work() -> Iterator[tuple[int, bool, Pair | None]]:
            library = self._shelf.on_lane()
            piece, is_new = library.add(so_far) if known is None else (known, False)
            yield piece, is_new, change(library, piece)

        def take(result: tuple[int, bool, Pair | None]) -> None:
            piece, is_new, pair = result
            self._desk.adopt(article, piece, index, pair)
            then(piece, index)
            if is_new:
                self._shelf.added.emit(piece)

        self._shelf.change(work, take, otherwise or self.failed.emit)
