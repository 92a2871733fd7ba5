"""Asks the library what is searched for, while it is being typed: off the window's thread, and never for what is typed
over meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.shelf import Shelf
    from reader.model import Hit

WAIT = 80
"""Milliseconds that nothing is typed before the library is asked."""
AT_FIRST = 50
"""How many pieces are listed before more are asked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search has found: the best ``hits``, of ``count`` pieces in all; ``phrases`` are the words and phrases
    that were asked for, as ``arabic.needle`` takes them. ``mistake`` is why there is nothing where the query makes no
    sense."""

    query: str
    exact: bool
    hits: tuple[Hit, ...]
    count: int
    phrases: tuple[str, ...]
    mistake: QueryError | None = None


class Searcher(QObject):
    """One search at a time, the last that was asked for."""

    answered = Signal(object)
    """The Answer to what was asked last."""
    failed = Signal(object)

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._query, self._exact, self._typing, self._limit = "", False, True, AT_FIRST
        self._job = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._ask)

    def is_idle(self) -> bool:
        """Whether nothing waits to be asked."""
        return not self._wait.isActive()

    def ask(self, query: str, exact: bool, *, typing: bool = True) -> None:
        """Asks once nothing more is typed; without ``typing`` at once, and the last word is taken to be finished."""
        self._query, self._exact, self._typing, self._limit = query, exact, typing, AT_FIRST
        self._shelf.cancel(self._job)
        if not query.strip():
            self._wait.stop()
        elif typing:
            self._wait.start()
        else:
            self._ask()

    def ask_again(self) -> None:
        """Asks the same anew: the library is another."""
        if self._query.strip() and not self._wait.isActive():
            self._ask()

    def ask_for_more(self, count: int) -> None:
        """Asks the same for so many pieces."""
        self._limit = count
        self.ask_again()

    def _ask(self) -> None:
        self._wait.stop()
        self._shelf.cancel(self._job)
        query, exact, typing, limit = self._query, self._exact, self._typing, self._limit

        def work() -> Iterator[Answer]:
            search = self._shelf.on_lane().search
            try:
                hits = search.find(query, limit, exact, typing=typing)
            except QueryError as error:
                yield Answer(query, exact, (), 0, (), error)
                return
            count = len(hits) if len(hits) < limit else search.count(query, exact, typing=typing)
            yield Answer(query, exact, tuple(hits), count, search.phrases(query, exact))

        self._job = self._shelf.run(work, self.answered.emit, self.failed.emit)
