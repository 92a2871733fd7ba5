"""The flow, once: raw text is parsed into an article, the article is paired, the pairs are kept.

The window and the command line both drive these generators; closing one cancels the work.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import Engine, EngineName, PairedArticle, Status
from reader.translation import pairing
from reader.wording import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from reader.model import Article, Pair, Term
    from reader.raw_document import RawDocument
    from reader.translation.translator import Translator


def parse(raw: RawDocument) -> Article:
    """The article on a page. Never raises: a page nothing is known about is paragraphs."""
    from reader.parsing import page

    return page.parse(raw)


def settled(article: Article, known: Iterable[Pair], engine: Engine) -> list[Pair]:
    """Those of the known pairs that stand, at the block they are about now: a pair follows its source text where lines
    were put back or the page was parsed anew.

    A person's edit always stands. A failed pair is tried again, and one that was only glossed gives way to any engine
    that translates.
    """
    free = dict(enumerate(article.blocks))
    standing: list[Pair] = []
    moved: list[Pair] = []
    for old in known:
        glossed = old.status is Status.TRANSLATED and old.engine is EngineName.GLOSS
        if old.status is Status.FAILED or (glossed and engine.name is not EngineName.GLOSS):
            continue
        if old.index in free and free[old.index].text == old.source:
            del free[old.index]
            standing.append(old)
        else:
            moved.append(old)
    for old in moved:
        place = next((index for index, block in free.items() if block.text == old.source), None)
        if place is not None:
            standing.append(replace(old, index=place, role=free.pop(place).role))
    return standing


def is_by(pair: Pair, engine: Engine) -> bool:
    """Whether a pair stands though this very engine was asked for: it has made it, with the same version of its
    package, or a person has, or the block needs no engine."""
    if pair.status is not Status.TRANSLATED:
        return pair.status in (Status.EDITED, Status.KEPT)
    made = pair.maker or Engine(pair.engine)
    return (made.name, made.package, made.version) == (engine.name, engine.package, engine.version)


def pair(
    article: Article,
    translator: Translator,
    known: Iterable[Pair] = (),
    again: AbstractSet[int] = frozenset(),
    terms: Sequence[Term] = (),
    is_wanted: Callable[[], bool] = lambda: True,
) -> Iterator[Pair]:
    """The pairs of an article, each as it is done: first those of ``known`` that are settled.

    One Pair for each block, each once; and once more in the end where its word links have come to be known better:
    then the last one counts. The blocks whose indices are in ``again`` are translated anew, and no
    memory answers for them; but a person's edit stands even there (``Library.discard_edit`` comes first where it is not
    to), and so does what is known of a block of which the engine now makes less than that. An engine that breaks down
    makes failed pairs with the reason, never missing ones; only a bug of ours raises.

    Once ``is_wanted`` says no the work ends, within a sentence or a batch: a block may be long, and closing this takes
    effect only between blocks.

    ``terms`` is the reader's glossary. Every pair goes through the checks, the known ones too, with those of the terms
    that stand in its source: what is flagged follows the glossary of now.
    """
    done: set[int] = set()
    better: dict[int, Pair] = {}
    for old in settled(article, known, translator.engine):
        if old.index in again and old.status is not Status.EDITED:
            better[old.index] = old
        else:
            done.add(old.index)
            yield _checked(old, terms)
    wanted = [index for index in range(len(article.blocks)) if index not in done]
    work = pairing.pair_blocks(article, translator, wanted, again, terms, is_wanted)
    try:
        for new in work:
            done.add(new.index)
            yield _checked(_no_less(new, better.get(new.index)), terms)
    except ReaderError as error:
        for index in wanted:
            if index not in done:
                failed = pairing.fail(index, article.blocks[index], translator.engine.name, sentences(error)[0])
                yield _checked(_no_less(failed, better.get(index)), terms)
    finally:
        work.close()


def _checked(pair: Pair, terms: Sequence[Term]) -> Pair:
    """See ``checks.checked``, which the engines of models load while they work on their first batch."""
    from reader.translation.checks import checked

    return checked(pair, terms)


def _no_less(new: Pair, old: Pair | None) -> Pair:
    """``new``, unless it is a failure or a gloss where ``old`` is a translation."""
    if old is None:
        return new
    gloss_only = new.engine is EngineName.GLOSS and old.engine is not EngineName.GLOSS
    return old if new.status is Status.FAILED or gloss_only else new


def edited(pair: Pair, text: str, terms: Sequence[Term] = ()) -> Pair:
    """The pair with the translation that a person has written for it: cleaned, on one line, checked.

    The pair itself where nothing has changed. Raises TranslationError ``edit.empty`` where no text is left.
    """
    new = pairing.edit(pair, text)
    return new if new is pair else _checked(new, terms)


def paired(article: Article, pairs: Iterable[Pair], engine: Engine) -> PairedArticle:
    """The article with its pairs in the page's order, of each block the last."""
    last = {pair.index: pair for pair in pairs}
    return PairedArticle(article, tuple(last[index] for index in sorted(last)), engine)
