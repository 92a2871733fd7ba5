"""An article's blocks beside their translations: sentences go down to an engine, whole pairs come up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.arabic.cleaning import clean
from reader.arabic.direction import arabic_letters, is_arabic
from reader.arabic.sentences import sentence_spans
from reader.errors import TranslationError
from reader.model import Engine, EngineName, Pair, Sentence, Status
from reader.translation.translator import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from collections.abc import Set as AbstractSet

    from reader.model import Article, Block, Span, Term, WordLink
    from reader.translation.translator import Translation, Translator


FIRST_BLOCKS = 6
"""How many blocks of an article a window shows before anybody scrolls."""


@dataclass(slots=True)
class _Pending:
    """A block whose sentences are with the engine."""

    index: int
    block: Block
    spans: list[Span]
    results: dict[int, Translation] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether all have come back."""
        return 0 < len(self.results) == len(self.spans)


def needs_no_engine(block: Block, language: str) -> bool:
    """Whether a block stands as it is: it is English already, or of a language no engine of ours knows, or it has no
    letter to translate."""
    return language != "ar" or arabic_letters(block.text) == 0 or not is_arabic(block.text)


def pair_blocks(
    article: Article,
    translator: Translator,
    wanted: Sequence[int],
    again: AbstractSet[int] = frozenset(),
    terms: Sequence[Term] = (),
    is_wanted: Callable[[], bool] = lambda: True,
) -> Generator[Pair, None, None]:
    """A Pair for each block whose index is in ``wanted``, as each is done, in whatever order suits the engine.

    Blocks that need no engine come first. All other blocks' sentences go to the translator in one request, in the
    page's order, those at its top named as the ones looked at first, those of the blocks in ``again`` as ones that no
    memory is to answer, with the reader's own ``terms``. A pair whose word links the engine then came to know better
    is given once more in the end. Closing the iterator cancels within one batch, and within one sentence where it is
    ``is_wanted`` that becomes false. A sentence that fails makes its pair a failed one, with the engine's reason.
    Raises TranslationError where the engine as a whole cannot work.
    """
    engine = translator.engine
    pending: dict[int, _Pending] = {}
    sentences: list[str] = []
    owners: list[tuple[int, int]] = []
    for index in wanted:
        block = article.blocks[index]
        if needs_no_engine(block, article.language):
            yield keep(index, block, engine.name)
            continue
        spans = sentence_spans(block.text)
        pending[index] = _Pending(index, block, spans)
        for place, (start, end) in enumerate(spans):
            sentences.append(block.text[start:end])
            owners.append((index, place))
    if not sentences:
        return
    seen_first = set(wanted[:FIRST_BLOCKS])
    first = tuple(number for number, (index, _) in enumerate(owners) if index in seen_first)
    anew = frozenset(number for number, (index, _) in enumerate(owners) if index in again)
    context = Context(source_language=article.language, first=first, anew=anew, terms=tuple(terms))
    results = translator.translate(sentences, context)
    late: set[int] = set()
    try:
        for result in results:
            if not is_wanted():
                return
            index, place = owners[result.index]
            was_whole = pending[index].is_whole
            pending[index].results[place] = result
            if was_whole:
                late.add(index)
            elif pending[index].is_whole:
                yield _made(pending[index], engine)
    finally:
        # A generator, so that cancelling here reaches the engine at once rather than when it is collected.
        close = getattr(results, "close", None)
        if close is not None:
            close()
    for index in sorted(late):
        yield _made(pending[index], engine)
    for left in pending.values():
        if not left.is_whole:
            yield fail(left.index, left.block, engine.name, "the engine gave no answer")


def keep(index: int, block: Block, engine: EngineName) -> Pair:
    """The pair of a block that stands as it is."""
    sentences = tuple(Sentence(span, span) for span in sentence_spans(block.text))
    return Pair(index, block.role, block.text, block.text, engine, Status.KEPT, sentences)


def fail(index: int, block: Block, engine: EngineName, reason: str) -> Pair:
    """The pair of a block that could not be translated, with the reason."""
    return Pair(index, block.role, block.text, None, engine, Status.FAILED, detail=reason)


def edit(pair: Pair, text: str) -> Pair:
    """The pair with a translation that a person has written, which is cleaned and put on one line; the pair itself
    where that is the translation it has.

    Its sentences are set side by side where both languages have as many; one whose translation is as it was keeps its
    word links. Else the whole stands beside the whole. Raises TranslationError ``edit.empty``.
    """
    text = clean(" ".join(text.split()))
    if not text:
        raise TranslationError("edit.empty")
    if text == pair.target:
        return pair
    sources, targets = sentence_spans(pair.source), sentence_spans(text)
    if len(sources) != len(targets):
        sources, targets = [(0, len(pair.source))], [(0, len(text))]
    sentences = []
    for source, target in zip(sources, targets, strict=True):
        same = (one for one in pair.sentences if one.source == source and _target(pair, one) == text[slice(*target)])
        words = next((_moved(one, target[0] - one.target[0]) for one in same), None)
        sentences.append(Sentence(source, target, None, words))
    return replace(
        pair,
        target=text,
        engine=EngineName.PERSON,
        status=Status.EDITED,
        sentences=tuple(sentences),
        flags=(),
        detail=None,
        maker=Engine(EngineName.PERSON),
        made=None,
    )


def _target(pair: Pair, sentence: Sentence) -> str:
    return (pair.target or "")[slice(*sentence.target)]


def _moved(sentence: Sentence, shift: int) -> tuple[WordLink, ...] | None:
    """The word links of a sentence that stands ``shift`` code points further on in its target."""
    if sentence.words is None:
        return None
    return tuple((a, b, c + shift, d + shift) for a, b, c, d in sentence.words)


def _made(pending: _Pending, engine: Engine) -> Pair:
    return replace(_assemble(pending, engine.name), maker=engine)


def _assemble(pending: _Pending, engine: EngineName) -> Pair:
    """The pair of a block whose sentences have all come back, the targets joined by single spaces."""
    block = pending.block
    target = ""
    sentences = []
    for place, (start, end) in enumerate(pending.spans):
        result = pending.results[place]
        text = (result.text or "").strip()
        if not text:
            return fail(pending.index, block, engine, result.error or "the engine gave an empty answer")
        if target:
            target += " "
        lead = len(result.text or "") - len((result.text or "").lstrip())
        shift = len(target) - lead
        words = None
        if result.words is not None:
            links = ((a + start, b + start, c + shift, d + shift) for a, b, c, d in result.words)
            words = tuple(link for link in links if link[2] >= len(target) and link[3] <= len(target) + len(text))
        sentences.append(Sentence((start, end), (len(target), len(target) + len(text)), result.score, words))
        target += text
    return Pair(pending.index, block.role, block.text, target, engine, Status.TRANSLATED, tuple(sentences))
