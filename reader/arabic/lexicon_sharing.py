"""One lexicon for all who ask at the same time: the engine and the word card of each window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

from reader.arabic.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.arabic.lexicon import Analysis
    from reader.model import Reading


class Lexicons:
    """Opens the one lexicon as often as it is wanted. Its process starts with the first question, and ends when the
    last of those who asked has closed it. May be used from any thread."""

    def __init__(self) -> None:
        self._lexicon = Lexicon()
        self._users: set[SharedLexicon] = set()
        self._changing = threading.Lock()

    def open(self) -> SharedLexicon:
        """The lexicon, for one more to use."""
        return SharedLexicon(self)

    def join(self, user: SharedLexicon) -> Lexicon:
        """The lexicon itself, which stays until ``user`` leaves."""
        with self._changing:
            self._users.add(user)
            return self._lexicon

    def leave(self, user: SharedLexicon) -> None:
        """Ends the process where nobody else uses it; who waits for an answer then gets the error."""
        with self._changing:  # also while it ends: who joins meanwhile starts it afresh
            self._users.discard(user)
            if not self._users:
                self._lexicon.close()


class SharedLexicon:
    """A ``Lexicon`` that others may use too: to close it leaves it to them, and what it is still asked by that time is
    answered. It may be used again after that."""

    def __init__(self, owner: Lexicons) -> None:
        self._owner = owner

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def readings(self, words: Sequence[str]) -> list[tuple[Reading, ...]]:
        """See ``Lexicon.readings``."""
        return self._owner.join(self).readings(words)

    def analyses(self, words: Sequence[str]) -> list[tuple[Analysis, ...]]:
        """See ``Lexicon.analyses``."""
        return self._owner.join(self).analyses(words)

    def close(self) -> None:
        """Says that it is not needed any more here."""
        self._owner.leave(self)
