"""Asks the library what is searched for, while it is being typed: off the window's thread, and never for what is typed
over meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.arabic.direction import arabic_letters
from reader.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.shelf import Shelf
    from reader.model import Hit

WAIT = 80
"""Milliseconds that nothing is typed before the library is asked."""
LOOK = 100
"""Milliseconds between two looks whether the lexicon has started."""
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
    """One search at a time, the last that was asked for. The first in Arabic does not wait for the lexicon: what the
    letters tell is answered at once, and all of it once the lexicon has started."""

    answered = Signal(object)
    """An Answer to what was asked last."""
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
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(self._look_again)
        self._unanswered = False

    def is_idle(self) -> bool:
        """Whether nothing waits to be asked, or to be answered in full."""
        return not (self._wait.isActive() or self._unanswered)

    def prepare(self) -> None:
        """Something is going to be asked: the lexicon, which takes most of a second to start, starts meanwhile."""

        def work() -> Iterator[None]:
            self._shelf.on_lane().search.prepare()
            yield

        # What keeps the library from being opened is said when it is asked.
        self._shelf.run(work, lambda _: None, lambda _: None)

    def ask(self, query: str, exact: bool, *, typing: bool = True) -> None:
        """Asks once nothing more is typed; without ``typing`` at once, and the last word is taken to be finished."""
        self._query, self._exact, self._typing, self._limit = query, exact, typing, AT_FIRST
        self._drop()
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

    def _drop(self) -> None:
        """What was asked before is not wanted any more."""
        self._shelf.cancel(self._job)
        self._look.stop()
        self._unanswered = False

    def _ask(self) -> None:
        self._wait.stop()
        self._drop()
        self._unanswered = True
        query, exact, typing, limit = self._query, self._exact, self._typing, self._limit

        def work() -> Iterator[tuple[Answer, bool]]:
            search = self._shelf.on_lane().search
            whole = exact or not arabic_letters(query) or search.is_ready()
            if not whole:
                search.prepare()
            how = {"typing": typing, "by_letters": not whole}
            try:
                hits = search.find(query, limit, exact, **how)
            except QueryError as error:
                yield Answer(query, exact, (), 0, (), error), True
                return
            count = len(hits) if len(hits) < limit else search.count(query, exact, **how)
            yield Answer(query, exact, tuple(hits), count, search.phrases(query, exact)), whole

        self._job = self._shelf.run(work, self._take, self._fail)

    def _take(self, found: tuple[Answer, bool]) -> None:
        answer, whole = found
        self._unanswered = not whole
        if not whole:
            self._look.start()
        if whole or answer.hits:  # that there is nothing is not known yet
            self.answered.emit(answer)

    def _look_again(self) -> None:
        """Asks the same once the lexicon is there."""
        self._job = self._shelf.run(
            lambda: [self._shelf.on_lane().search.is_ready()],
            lambda ready: self._ask() if ready else self._look.start(),
            self._fail,
        )

    def _fail(self, error: Exception) -> None:
        self._unanswered = False
        self.failed.emit(error)
