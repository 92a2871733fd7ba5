"""The Translator protocol: what every engine offers, so that callers need not know which one they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Engine, Term, WordLink


@dataclass(frozen=True, slots=True)
class Context:
    """What an engine may know about the sentences beyond their words: ISO 639-1 codes of both languages, the indices
    of the sentences that the reader looks at first, those of the sentences that are to be made anew whatever a memory
    has of them, and the reader's own glossary."""

    source_language: str = "ar"
    target_language: str = "en"
    first: tuple[int, ...] = ()
    anew: frozenset[int] = frozenset()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """The result for one sentence. ``index`` is its place in the request. ``text`` is None exactly where the engine
    failed on it, and ``error`` then says why in one English clause. ``words`` are links in code points of this
    sentence and this text."""

    index: int
    text: str | None
    score: float | None = None
    words: tuple[WordLink, ...] | None = None
    error: str | None = None


class Translator(Protocol):
    """An engine. One at a time is asked, by one thread; closing the iterator cancels within one batch."""

    @property
    def engine(self) -> Engine:
        """Its name, and the package and version it runs."""
        ...

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        """One Translation for each sentence, each once, in whatever order suits the engine; once more, the same but for
        its word links, where the engine has come to know better ones.

        A sentence the engine cannot do comes back with ``text`` None, never as an empty string. Raises
        TranslationError only where the engine as a whole cannot work (a model that does not load).
        """
        ...

    def close(self) -> None:
        """Lets go of models and processes. The translator may be used again: it then starts afresh."""
        ...
