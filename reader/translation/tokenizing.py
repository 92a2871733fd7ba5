"""A model's tokenizers under one protocol, which also says where in the text each token stands."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Span
    from reader.translation.decoding import Pieces
    from reader.translation.packages import Tokenizer

SPACE = "\u2581"
JOINED = "@@"
"""How SentencePiece writes a space within a piece, and how BPE ends a token that the next one continues."""

REACH = 8
"""How many code points beyond the last token's end the next one is looked for."""


class ModelTokenizer(Protocol):
    """Text to tokens and back. Spans are code points of the text that goes in or comes out."""

    def encode(self, text: str) -> list[str]:
        """The tokens of the source text."""
        ...

    def source_spans(self, text: str) -> list[Span | None]:
        """Where each token of ``encode`` stands in the text; None where that cannot be said."""
        ...

    def decode(self, tokens: list[str]) -> str:
        """The text of the target's tokens."""
        ...


class PieceTokenizer:
    """SentencePiece, with one model for both sides or one for each.

    ``before`` are tokens that the model wants ahead of the text, ``after`` those behind it.
    """

    def __init__(
        self, source: Pieces, target: Pieces, before: tuple[str, ...] = (), after: tuple[str, ...] = ()
    ) -> None:
        self._source = source
        self._target = target
        self._before = before
        self._after = after

    def encode(self, text: str) -> list[str]:
        """See the protocol."""
        pieces, _ = self._source.encode(text)
        return [*self._before, *pieces, *self._after] if pieces else []

    def source_spans(self, text: str) -> list[Span | None]:
        """See the protocol."""
        _, spans = self._source.encode(text)
        return [*(None for _ in self._before), *spans, *(None for _ in self._after)] if spans else []

    def decode(self, tokens: list[str]) -> str:
        """See the protocol."""
        return self._target.decode(tokens)


class WordTokenizer:
    """Argos's BPE tokenizer, whose tokens are found again in the text, since it says nothing of where they stood."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    def encode(self, text: str) -> list[str]:
        """See the protocol."""
        return list(self._tokenizer.encode(text)) if text.strip() else []

    def source_spans(self, text: str) -> list[Span | None]:
        """See the protocol."""
        return place(self.encode(text), text)

    def decode(self, tokens: list[str]) -> str:
        """See the protocol."""
        return self._tokenizer.decode(tokens)


def place(tokens: Sequence[str], text: str) -> list[Span | None]:
    """Where each token stands in the text, looked for from left to right; None for one that is not found near by."""
    spans: list[Span | None] = []
    at = missed = 0
    for token in tokens:
        surface = html.unescape(token.removesuffix(JOINED).replace(SPACE, " ").strip())
        # The reach keeps a token that was written differently from leaping to its like further on.
        reach = len(surface) + REACH + missed
        found = text.find(surface, at, at + reach) if surface else -1
        if found < 0:
            spans.append(None)
            missed += len(surface)
        else:
            at, missed = found + len(surface), 0
            spans.append((found, at))
    return spans
