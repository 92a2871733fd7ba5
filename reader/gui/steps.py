"""What a person has done and can take back: one stack of steps for the whole window, and what undoes each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.desk import Desk
    from reader.gui.shelf import Shelf


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Something that was done. ``name`` is what the menu calls it, in English and marked for translation with
    ``QT_TRANSLATE_NOOP("steps", …)``: "star", "edit".

    ``reverse`` undoes it, and gives what makes it again to the function it is handed, once that is on disk. A step
    with a ``piece`` can be undone only while that piece is open; ``block`` is the place of the paragraph it is about.
    """

    name: str
    reverse: Callable[[Callable[[Step], None]], None]
    piece: int | None = None
    block: int | None = None


class Steps(QObject):
    """The steps that were done and those that were undone, the last one last. A step that cannot be undone any more,
    because what it changed has been changed elsewhere, is forgotten: the one before it can still be."""

    changed = Signal()
    """What can be undone or redone."""
    done = Signal(str)
    """The name of the step that was just done, or made again."""
    undone = Signal(str)
    """The name of the step that was just undone."""

    def __init__(self, desk: Desk, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._done: list[Step] = []
        self._undone: list[Step] = []
        shelf.stepped.connect(self.note)

    def note(self, step: Step) -> None:
        """Puts on the stack what was just done. What was undone before it cannot be redone any more."""
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()
        self.done.emit(step.name)

    def note_undone(self, step: Step) -> None:
        """Puts on the stack what makes a step again that was undone by other means than ``undo``."""
        self._undone.append(step)
        self.changed.emit()

    def forget_last(self, piece: int, block: int) -> None:
        """Takes the last step at a paragraph off the stack: it was undone by other means than ``undo``."""
        for at in range(len(self._done) - 1, -1, -1):
            if (self._done[at].piece, self._done[at].block) == (piece, block):
                del self._done[at]
                self.changed.emit()
                return

    def clear(self) -> None:
        """Forgets every step: the library that they were done to is another."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    def last(self) -> Step | None:
        """What was done last, None for nothing."""
        return self._done[-1] if self._done else None

    def is_done(self, step: Step) -> bool:
        """Whether a step stands, and was not undone."""
        return step in self._done

    def what_undo_does(self) -> str:
        """The name of the step that ``undo`` would take back, "" for nothing."""
        at = self._last(self._done)
        return "" if at is None else self._done[at].name

    def what_redo_does(self) -> str:
        """The name of the step that ``redo`` would make again, "" for nothing."""
        at = self._last(self._undone)
        return "" if at is None else self._undone[at].name

    def undo(self) -> None:
        """Takes back what was done last."""
        at = self._last(self._done)
        if at is not None:
            self._reverse(self._done.pop(at), self._undone)

    def undo_this(self, step: Step) -> None:
        """Takes a step back that need not be the last; nothing happens where that was done already."""
        if step in self._done:
            self._done.remove(step)
            self._reverse(step, self._undone)

    def redo(self) -> None:
        """Makes again what was undone last."""
        at = self._last(self._undone)
        if at is not None:
            self._reverse(self._undone.pop(at), self._done)

    def _reverse(self, step: Step, onto: list[Step]) -> None:
        def then(back: Step) -> None:
            onto.append(back)
            self.changed.emit()
            (self.undone if onto is self._undone else self.done).emit(step.name)

        step.reverse(then)
        self.changed.emit()

    def _last(self, steps: list[Step]) -> int | None:
        """The place of the last step that can be reversed with what is open."""
        for at in range(len(steps) - 1, -1, -1):
            if steps[at].piece in (None, self._desk.piece):
                return at
        return None
