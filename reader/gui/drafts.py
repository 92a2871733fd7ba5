"""What a person is writing in place of a translation: kept while it is written, for it is theirs. No widgets here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from reader.gui.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.desk import Desk
    from reader.gui.shelf import Shelf
    from reader.gui.steps import Steps

GIVING_UP = str(QT_TRANSLATE_NOOP("steps", "giving up of an edit"))
"""What the menu calls the step."""


class Drafts(QObject):
    """The drafts of the open article, by its blocks, in the library as soon as they are told; an article that is not
    there is put there first. A draft ends as an edit, or is given up, which can be undone."""

    found = Signal(int)
    """The block of a draft that the piece that was just opened has: its writer was kept from going on with it."""
    wanted = Signal(int, str)
    """The block and the text of a draft that was given up and is to be gone on with after all."""
    failed = Signal(object)
    """The exception that kept a draft from being kept. Said once while it is being written."""

    def __init__(self, desk: Desk, shelf: Shelf, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._shelf, self._steps = desk, shelf, steps
        self._texts: dict[int, str] = {}
        self._busy = False
        desk.opened.connect(self._read)

    def begin(self, block: int) -> str | None:
        """A person is going to write: what they had written of it, None for nothing."""
        self._busy = False
        return self._texts.get(block)

    def keep(self, block: int, text: str) -> None:
        """Keeps what is written so far. Nothing but spaces is no draft, and leaves the one before."""
        if text.strip() and self._texts.get(block) != text:
            self._texts[block] = text
            self._write(block)

    def end(self, block: int) -> None:
        """The draft goes into the library as an edit, which takes it away there."""
        self._texts.pop(block, None)

    def give_up(self, block: int, text: str) -> None:
        """Forgets the draft; ``text`` is what was written, as a step that can be undone, "" for nothing new."""
        article, piece = self._desk.article, self._desk.piece
        if self._texts.pop(block, None) is not None and piece is not None:
            self._shelf.note(lambda library: library.drop_draft(piece, block))
        if article is not None and text.strip():
            source = article.blocks[block].text
            self._steps.note(Step(GIVING_UP, lambda _: self._want(source, text), piece, block))

    def _want(self, source: str, text: str) -> None:
        """Goes on with a draft, in the block of that text: there may be other lines before it by now. This is no step
        of its own: to give it up again is."""
        blocks = () if self._desk.article is None else self._desk.article.blocks
        block = next((index for index, block in enumerate(blocks) if block.text == source), None)
        if block is not None:
            self.wanted.emit(block, text)
            self.keep(block, text)

    def _write(self, block: int) -> None:
        """Puts a draft into the library; one that is written on meanwhile follows when that is done."""
        if self._busy:
            return
        self._busy = True
        article = self._desk.article

        def then(piece: int) -> None:
            text = self._texts.get(block)
            if self._desk.article is not article or text is None:
                self._busy = False
                return

            def work() -> Iterator[None]:
                self._shelf.on_lane().keep_draft(piece, block, text)
                yield

            self._shelf.run(work, lambda _: done(text), self.failed.emit)

        def done(text: str) -> None:
            self._busy = False
            if self._texts.get(block) not in (None, text):
                self._write(block)

        self._desk.with_piece(then)

    def _read(self) -> None:
        self._texts, self._busy = {}, False
        piece = self._desk.piece
        if piece is None:
            return

        def work() -> Iterator[dict[int, str]]:
            yield self._shelf.on_lane().drafts(piece)

        def take(texts: dict[int, str]) -> None:
            if self._desk.piece == piece and texts:
                self._texts = texts | self._texts
                self.found.emit(next(iter(texts)))

        # What keeps them from being read kept the piece from being opened, or will be said of the next that is kept.
        self._shelf.run(work, take, lambda _: None)
