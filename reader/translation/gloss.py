"""The gloss engine: word by word by the lexicon, in English order. It needs no model, and is shown for what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Engine, EngineName
from reader.translation.gloss_reading import read_sentence, words_to_look_up
from reader.translation.gloss_tables import Tables, load
from reader.translation.gloss_tokens import Kind, Token, tokenise
from reader.translation.gloss_wording import Wording
from reader.translation.translator import Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.arabic.lexicon import Analysis, Lexicon
    from reader.model import WordLink
    from reader.translation.translator import Context


class GlossTranslator:
    """A Translator that takes each word's likeliest reading and puts the English words in English order.

    Deterministic; never gives an empty text; keeps every number and Latin run. ``lexicon`` is the caller's to close,
    ``close`` here ends its process all the same, as it starts again when it is next asked.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._tables: Tables | None = None

    @property
    def engine(self) -> Engine:
        """The engine's name; it has no package."""
        return Engine(EngineName.GLOSS)

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        """One translation for each sentence, those that the reader looks at first before the others. All words go to
        the lexicon in one request. Raises TranslationError where the lexicon cannot work."""
        if self._tables is None:
            self._tables = load()
        tables = self._tables
        words = sorted({word for sentence in sentences for word in words_to_look_up(tokenise(sentence))})
        known = dict(zip(words, self._lexicon.analyses(words), strict=True))
        early = [index for index in dict.fromkeys(context.first) if 0 <= index < len(sentences)]
        done = set(early)
        for index in early + [index for index in range(len(sentences)) if index not in done]:
            text, links = gloss(sentences[index], known, tables)
            if text.strip():
                yield Translation(index, text, words=links)
            else:
                yield Translation(index, None, error="there is nothing in it to translate")

    def close(self) -> None:
        """Ends the lexicon's process and lets go of the tables."""
        self._lexicon.close()
        self._tables = None


def gloss(sentence: str, known: dict[str, tuple[Analysis, ...]], tables: Tables) -> tuple[str, tuple[WordLink, ...]]:
    """The English of one sentence and its word links, in code points of both. ``known`` holds the analyses of its
    words."""
    tokens = tokenise(sentence)
    if not any(token.kind is Kind.WORD for token in tokens):
        return _as_it_is(sentence, tokens)
    units = read_sentence(tokens, known, tables)
    text, links = Wording(tables).sentence(units)
    return text or sentence.strip(), links


def _as_it_is(sentence: str, tokens: Sequence[Token]) -> tuple[str, tuple[WordLink, ...]]:
    """A sentence without Arabic words: as it stands, but for European digits and punctuation."""
    letters = list(sentence)
    for token in tokens:
        letters[token.start : token.end] = list(token.text)
    links = tuple((t.start, t.end, t.start, t.end) for t in tokens if t.kind is Kind.KEPT)
    return "".join(letters), links
