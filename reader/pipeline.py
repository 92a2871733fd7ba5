"""The flow, once: raw text is parsed into an article, the article is paired, the pairs are kept.

The window and the command line both drive these generators; closing one cancels the work.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import EngineName, PairedArticle, Status
from reader.parsing import page as parsing
from reader.translation import pairing
from reader.wording import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model import Article, Engine, Pair, RawDocument
    from reader.translation.translator import Translator


def parse(raw: RawDocument) -> Article:
    """The article on a page. Never raises: a page nothing is known about is paragraphs."""
    return parsing.parse(raw)


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


def pair(article: Article, translator: Translator, known: Iterable[Pair] = ()) -> Iterator[Pair]:
    """The pairs of an article, each as it is done: first those of ``known`` that are settled, as they are.

    One Pair for each block, each exactly once. An engine that breaks down makes failed pairs with the reason, never
    missing ones; only a bug of ours raises.
    """
    done: set[int] = set()
    for old in settled(article, known, translator.engine):
        done.add(old.index)
        yield old
    wanted = [index for index in range(len(article.blocks)) if index not in done]
    work = pairing.pair_blocks(article, translator, wanted)
    try:
        for new in work:
            done.add(new.index)
            yield new
    except ReaderError as error:
        for index in wanted:
            if index not in done:
                yield pairing.fail(index, article.blocks[index], translator.engine.name, sentences(error)[0])
    finally:
        work.close()


def paired(article: Article, pairs: Iterable[Pair], engine: Engine) -> PairedArticle:
    """The article with its pairs in the page's order."""
    return PairedArticle(article, tuple(sorted(pairs, key=lambda one: one.index)), engine)
