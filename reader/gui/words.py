"""The lexicon as the window uses it: words go down a lane of its own, their readings come back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.gui.services import App, Lexicon
    from reader.model import Pair, Reading, Span

_WORD = re.compile("[\u0621-\u065f\u0670-\u06d3\u06fa-\u06ff]+")
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_STEM = 4
"""How many letters two English words must begin with alike to be taken for one word inflected."""


class Words(QObject):
    """Asks the lexicon. Its process is started by the first question, and ended with the lane."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._lexicon: Lexicon | None = None
        self._lane = Lane("lexicon", self._close, self)
        self._job = 0

    def look_up(
        self, word: str, then: Callable[[tuple[Reading, ...]], None], otherwise: Callable[[Exception], None]
    ) -> None:
        """Gives ``then`` the readings of a word, none where the lexicon has it not; a question before that is still
        unanswered is dropped."""
        self._lane.cancel(self._job)

        def work() -> Iterator[tuple[Reading, ...]]:
            if self._lexicon is None:
                self._lexicon = self._app.lexicon()
            yield self._lexicon.readings([word])[0]

        self._job = self._lane.run(work, then, on_error=otherwise)

    def drop(self) -> None:
        """Drops the question that is unanswered."""
        self._lane.cancel(self._job)

    def is_idle(self) -> bool:
        """Whether every question has been answered."""
        return self._lane.is_idle()

    def close(self) -> None:
        """Ends the lexicon. Blocks until then."""
        self._lane.close(finish=False)

    def _close(self) -> None:
        if self._lexicon is not None:
            self._lexicon.close()
            self._lexicon = None


def word_at(text: str, index: int) -> Span | None:
    """The Arabic word at a place or, at the end of one, before it; None where there is none."""
    for match in _WORD.finditer(text):
        if match.start() <= index <= match.end():
            return match.span()
    return None


def here(pair: Pair, span: Span) -> str:
    """The English linked to a span of the pair's source, in its order; "" where the engine knows none."""
    spans = {
        (link[2], link[3])
        for sentence in pair.sentences
        for link in sentence.words or ()
        if link[0] < span[1] and link[1] > span[0]
    }
    target = pair.target or ""
    merged: list[list[int]] = []
    for start, end in sorted(spans):
        if merged and not target[merged[-1][1] : start].strip():
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return " … ".join(target[start:end] for start, end in merged)


def arabic_for(pair: Pair, index: int) -> Span | None:
    """The word of the pair's source that an engine linked to the English at a place; None where it knows none."""
    for sentence in pair.sentences:
        for link in sentence.words or ():
            if link[2] <= index < link[3]:
                return word_at(pair.source, link[0]) or (link[0], link[1])
    return None


def likeliest_first(readings: Sequence[Reading], english: str) -> list[Reading]:
    """The readings, those first whose glosses have a word of the English that stands for them here; else in the
    lexicon's order."""
    words = {_stem(word) for word in _LATIN_WORD.findall(english)}
    return sorted(
        readings,
        key=lambda one: not words & {_stem(word) for gloss in one.glosses for word in _LATIN_WORD.findall(gloss)},
    )


def _stem(word: str) -> str:
    return word.casefold()[: max(_STEM, len(word) - 3)]
