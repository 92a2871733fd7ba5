"""Work in steps, one in each turn of the event loop, so that what a person does is answered between them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator


class Turns(QObject):
    """Carries out work that goes in steps: an iterator that works until it yields. One begins when the one before it
    has ended; one that raises is over, and the next begins."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Iterator[object]] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    def add(self, work: Iterator[object]) -> None:
        """Carries work out after what was added before it. Nothing of it is done at once."""
        self._waiting.append(work)
        self._next.start()

    def is_idle(self) -> bool:
        """Whether all is done."""
        return not self._waiting

    def finish_first(self) -> None:
        """Does at once what is left of the work whose turn it is."""
        work = self._waiting.popleft()
        for _ in work:
            pass

    def _step(self) -> None:
        if not self._waiting:
            return
        work = self._waiting.popleft()
        try:
            next(work)
        except StopIteration:
            pass
        else:
            self._waiting.appendleft(work)
        finally:
            if self._waiting:
                self._next.start()
