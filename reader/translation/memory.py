"""Sentences that were translated before are not translated again: they come from a memory, ahead of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from reader.errors import ReaderError
from reader.translation.translator import Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model import Engine, Remembered
    from reader.translation.translator import Context, Translator


class Memory(Protocol):
    """What engines have answered before. It is filled where pairs are saved, not here: what is only read is not
    kept."""

    def remembered(
        self, sentences: Iterable[str], engine: Engine, source_language: str, target_language: str
    ) -> dict[str, Remembered]:
        """For those of the sentences that this very engine (package, version and options too) has answered: what it
        answered last. Equal is what is equal to the letter. Raises ReaderError where the memory cannot be read."""
        ...


class RememberingTranslator:
    """A Translator over another, that asks the memory first. It says of itself that it is the other."""

    def __init__(self, translator: Translator, memory: Memory) -> None:
        self._translator = translator
        self._memory = memory

    @property
    def engine(self) -> Engine:
        """The other's."""
        return self._translator.engine

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        """First what is remembered, in the order of the sentences, then the rest as the other does it.

        Sentences that ``context.anew`` names are not looked up. A memory that cannot be read is one that knows
        nothing: it keeps nobody from reading.
        """
        asked = {sentence for index, sentence in enumerate(sentences) if index not in context.anew}
        known: dict[str, Remembered] = {}
        try:
            if asked:
                known = self._memory.remembered(asked, self.engine, context.source_language, context.target_language)
        except ReaderError:
            known = {}
        rest = []
        for index, sentence in enumerate(sentences):
            found = known.get(sentence) if index not in context.anew else None
            if found is None:
                rest.append(index)
            else:
                yield Translation(index, found.text, found.score, found.words)
        if not rest:
            return
        places = {index: place for place, index in enumerate(rest)}
        below = replace(
            context,
            first=tuple(places[index] for index in context.first if index in places),
            anew=frozenset(places[index] for index in context.anew if index in places),
        )
        results = self._translator.translate([sentences[index] for index in rest], below)
        try:
            for result in results:
                yield replace(result, index=rest[result.index])
        finally:
            # Here and now rather than when it is collected: closing is what cancels the engine's work.
            close = getattr(results, "close", None)
            if close is not None:
                close()

    def close(self) -> None:
        """Closes the other."""
        self._translator.close()
