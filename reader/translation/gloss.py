"""The gloss engine: word by word by the lexicon, in English order. It needs no model, and is shown for what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.arabic.lexicon import Analysis
from reader.arabic.lexicon_readings import as_reading
from reader.model import Engine, EngineName
from reader.translation.gloss_reading import origins, read_sentence, words_to_look_up
from reader.translation.gloss_tables import Tables, load
from reader.translation.gloss_tokens import Kind, Token, tokenise
from reader.translation.gloss_wording import Wording
from reader.translation.translator import Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.arabic.lexicon import Lexicon
    from reader.arabic.lexicon_sharing import SharedLexicon
    from reader.model import Reading, Span, Term, WordLink
    from reader.translation.translator import Context

AT_ONCE = 40
"""Sentences whose words the lexicon is asked for in one go: as many as a window shows, and more of a long article."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a word, or the words of a set phrase, came out as they did.

    ``source`` is their place in the sentence, in code points; it is the source side of the word links that lead to
    their English. ``origin`` is "lexicon", then ``reading`` is the reading that was chosen; "table" (our words of the
    closed classes, names and set phrases), "names" (the collected names) or "terms" (the reader's own), then
    ``english`` is what stands there; or "letters": nothing knows the word, and it is spelt in Latin letters.
    """

    source: Span
    origin: str
    reading: Reading | None = None
    english: str | None = None


class GlossTranslator:
    """A Translator that takes each word's likeliest reading and puts the English words in English order.

    Deterministic; never gives an empty text; keeps every number and Latin run. The reader's own terms outrank
    everything. ``lexicon`` is the caller's to close; ``close`` here closes it all the same, as it starts again when it
    is next asked.
    """

    def __init__(self, lexicon: Lexicon | SharedLexicon) -> None:
        self._lexicon = lexicon
        self._tables: tuple[tuple[Term, ...], Tables] | None = None

    @property
    def engine(self) -> Engine:
        """The engine's name; it has no package."""
        return Engine(EngineName.GLOSS)

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        """One translation for each sentence, those that the reader looks at first before the others. The lexicon is
        asked for the words of some sentences at a time. Raises TranslationError where it cannot work."""
        tables = self._loaded(context.terms)
        early = dict.fromkeys(index for index in context.first if 0 <= index < len(sentences))
        order = [*early, *(index for index in range(len(sentences)) if index not in early)]
        for start in range(0, len(order), AT_ONCE):
            some = order[start : start + AT_ONCE]
            words = sorted({word for index in some for word in words_to_look_up(tokenise(sentences[index]))})
            known = dict(zip(words, self._lexicon.analyses(words), strict=True))
            for index in some:
                text, links = gloss(sentences[index], known, tables)
                if text.strip():
                    yield Translation(index, text, words=links)
                else:
                    yield Translation(index, None, error="there is nothing in it to translate")

    def explain(self, sentence: str, terms: tuple[Term, ...] = ()) -> tuple[Explanation, ...]:
        """For each Arabic word of the sentence what its English came from, in the order of the sentence. Raises
        TranslationError where the lexicon cannot work."""
        tokens = tokenise(sentence)
        words = sorted(set(words_to_look_up(tokens)))
        known = dict(zip(words, self._lexicon.analyses(words), strict=True))
        found = []
        for start, end, why in origins(tokens, known, self._loaded(terms)):
            if why is None:
                found.append(Explanation((start, end), "letters"))
            elif isinstance(why, Analysis):
                found.append(Explanation((start, end), "lexicon", reading=as_reading(why)))
            else:
                found.append(Explanation((start, end), why.origin, english=why.english))
        return tuple(found)

    def _loaded(self, terms: tuple[Term, ...]) -> Tables:
        if self._tables is None or self._tables[0] != terms:
            self._tables = terms, load([(term.source, term.target) for term in terms])
        return self._tables[1]

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
