"""What a lexicon says of an article's words, asked beside the translating, which is not held up by it."""

from __future__ import annotations

import threading
from itertools import islice
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.translation.link_words import english_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.arabic.lexicon import Lexicon
    from reader.arabic.lexicon_sharing import SharedLexicon

AT_ONCE = 200
"""Words of a question; after each it is seen whether anybody still wants the rest."""

PATIENCE = 15.0
"""Seconds after which a lexicon that has said nothing is done without: one that hung has been started again by then."""

CLOSING = 0.02
"""Seconds between two looks whether the last question has ended with the lexicon."""


class Answers:
    """The English words for some Arabic words, as they come in from the lexicon once ``begin`` was called."""

    def __init__(self, lexicon: Lexicon | SharedLexicon, words: Iterable[str], patience: float) -> None:
        self._known: dict[str, frozenset[str]] = {}
        self._came = threading.Condition()
        self._patience = patience
        self._is_over = False
        self.was_let_down = False
        """Whether the lexicon failed, or was waited for in vain."""
        self._thread = threading.Thread(target=self._ask, args=(lexicon, words), name="meanings", daemon=True)

    def begin(self) -> None:
        """Begins to ask, where that has not begun, and returns at once."""
        if self._thread.ident is None and not self._is_over:
            self._thread.start()

    def _ask(self, lexicon: Lexicon | SharedLexicon, words: Iterable[str]) -> None:
        wanted = iter(words)
        while not self._is_over and (some := list(dict.fromkeys(islice(wanted, AT_ONCE)))):
            asked = [word for word in some if word not in self._known]
            try:
                found = {word: english_words(own) for word, own in zip(asked, lexicon.analyses(asked), strict=True)}
            except ReaderError:
                self._end(let_down=True)
                return
            with self._came:
                self._known |= found
                self._came.notify_all()
        self._end()

    def _end(self, *, let_down: bool = False) -> None:
        with self._came:
            self.was_let_down = self.was_let_down or (let_down and not self._is_over)
            self._is_over = True
            self._came.notify_all()

    def meanings(self, word: str) -> Collection[str]:
        """The English words for an Arabic word; none where that is not known."""
        return self._known.get(word, ())

    def are_known(self, words: Iterable[str]) -> bool:
        """Whether the answers for all these words are there."""
        return all(word in self._known for word in words)

    def has_come(self) -> bool:
        """Whether the lexicon has answered something, and did not fail after that."""
        return bool(self._known) and not self.was_let_down

    def may_come(self) -> bool:
        """Whether more answers may be expected."""
        return not self._is_over

    def wait(self, words: Collection[str]) -> bool:
        """Waits for the answers for these words, as long as answers come; whether they are there. Where they are not,
        no more are expected."""
        with self._came:
            while not self.are_known(words):
                if self._is_over:
                    return False
                if not self._came.wait(self._patience):
                    self.was_let_down = self._is_over = True
            return True

    def drop(self) -> None:
        """Says that nobody wants more of them."""
        self._end()

    def is_asking(self, seconds: float = 0.0) -> bool:
        """Whether the lexicon is still being asked, after so long at most."""
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return self._thread.is_alive()


class Meanings:
    """Asks a lexicon for the English words that Arabic words can mean. It is asked on a thread beside, and one that let
    down the last who waited is not waited for until it answers again. ``lexicon`` is closed with this."""

    def __init__(self, lexicon: Lexicon | SharedLexicon) -> None:
        self._lexicon = lexicon
        self._asked: list[Answers] = []

    def of(self, words: Iterable[str]) -> Answers:
        """The answers for these words, which have yet to be asked for, unless the lexicon is there and can be asked at
        once; ``words`` is gone through on the thread that does. Who asked before is taken to want no more."""
        self._drop()
        trusted = not self._asked or not self._asked[-1].was_let_down
        answers = Answers(self._lexicon, words, PATIENCE if trusted else 0.0)
        if self._asked and self._asked[-1].has_come():  # its process runs
            answers.begin()
        self._asked = [*filter(Answers.is_asking, self._asked), answers]
        return answers

    def close(self) -> None:
        """Ends the lexicon, at once."""
        self._drop()
        self._lexicon.close()
        for answers in self._asked:
            while answers.is_asking(CLOSING):
                self._lexicon.close()  # it was about to ask
        self._asked.clear()
        self._lexicon.close()  # whoever was about to ask has woken it again

    def _drop(self) -> None:
        for answers in self._asked:
            answers.drop()
