"""The flow, once: raw text is parsed into an article, the article is paired, the pairs are kept.

The window and the command line both drive these generators; closing one cancels the work.
"""

from __future__ import annotations

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


def is_settled(pair: Pair, article: Article, engine: Engine) -> bool:
    """Whether a stored pair stands: it is about the block as it is now, and no better engine is at hand.

    A person's edit always stands. A failed pair is tried again. A pair that was only glossed gives way to any engine
    that translates.
    """
    if pair.index >= len(article.blocks) or article.blocks[pair.index].text != pair.source:
        return False
    if pair.status is Status.FAILED:
        return False
    if pair.status is Status.TRANSLATED and pair.engine is EngineName.GLOSS:
        return engine.name is EngineName.GLOSS
    return True


def pair(article: Article, translator: Translator, known: Iterable[Pair] = ()) -> Iterator[Pair]:
    """The pairs of an article, each as it is done: first those of ``known`` that are settled, as they are.

    One Pair for each block, each exactly once. An engine that breaks down makes failed pairs with the reason, never
    missing ones; only a bug of ours raises.
    """
    done: set[int] = set()
    for old in known:
        if old.index not in done and is_settled(old, article, translator.engine):
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
