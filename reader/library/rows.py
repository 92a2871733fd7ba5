"""The columns of a library file that hold lists, and the values they stand for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reader.model import (
    Article,
    Block,
    Detail,
    Engine,
    EngineName,
    Flag,
    FlagKind,
    Image,
    Pair,
    Role,
    Sentence,
    SetAside,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ARTICLE_COLUMNS = (
    "language, direction, title, kicker, byline, published, place, source, images, related, details, set_aside"
)
"""The columns of a piece that ``article_row`` fills and ``to_article`` reads."""

ENGINE_COLUMNS = "engine, engine_package, engine_version, engine_options"

PAIR_COLUMNS = f"target, status, detail, sentences, flags, {ENGINE_COLUMNS}, made"
"""The columns of a pair that ``pair_row`` fills and ``to_pair`` reads."""


def article_row(article: Article) -> tuple[str | None, ...]:
    """The values for ARTICLE_COLUMNS."""
    return (
        article.language,
        article.direction,
        article.title,
        article.kicker,
        article.byline,
        article.published,
        article.place,
        article.source,
        _pack([image.file, image.caption] for image in article.images),
        _pack(article.related),
        _pack([detail.line, detail.text, detail.field] for detail in article.details),
        _pack([line.line, line.text, line.reason] for line in article.set_aside),
    )


def to_article(row: Sequence[Any], blocks: Iterable[Block]) -> Article:
    """The article of a row of ARTICLE_COLUMNS and its blocks."""
    *plain, images, related, details, set_aside = row
    language, direction, title, kicker, byline, published, place, source = plain
    return Article(
        language=language,
        direction=direction,
        title=title,
        kicker=kicker,
        byline=byline,
        published=published,
        place=place,
        images=tuple(Image(*values) for values in json.loads(images)),
        related=tuple(json.loads(related)),
        source=source,
        blocks=tuple(blocks),
        details=tuple(Detail(*values) for values in json.loads(details)),
        set_aside=tuple(SetAside(*values) for values in json.loads(set_aside)),
    )


def block_row(block: Block) -> tuple[str | None, ...]:
    """The values for role, text, label and lines."""
    return block.role.value, block.text, block.label, _pack(block.lines)


def to_block(role: str, text: str, label: str | None, lines: str) -> Block:
    """The block of a row of role, text, label and lines."""
    return Block(Role(role), text, tuple(json.loads(lines)), label)


def engine_row(engine: Engine) -> tuple[str | None, ...]:
    """The values for ENGINE_COLUMNS."""
    return engine.name.value, engine.package, engine.version, engine.options


def to_engine(name: str, package: str | None, version: str | None, options: str) -> Engine:
    """The engine of a row of ENGINE_COLUMNS."""
    return Engine(EngineName(name), package, version, options)


def pair_row(pair: Pair, engine: Engine, now: str) -> tuple[str | None, ...]:
    """The values for PAIR_COLUMNS. ``engine`` is who made a pair of its name that does not say so itself, ``now`` when
    one was made that does not say when."""
    maker = pair.maker or (engine if engine.name is pair.engine else Engine(pair.engine))
    return (
        pair.target,
        pair.status.value,
        pair.detail,
        _pack([one.source, one.target, one.score, one.words] for one in pair.sentences),
        pack_flags(pair.flags),
        *engine_row(maker),
        pair.made or now,
    )


def pack_flags(flags: Iterable[Flag]) -> str:
    """The value of the column of that name."""
    return _pack([flag.kind.value, flag.detail, flag.source, flag.target] for flag in flags)


def to_pair(index: int, block: Block, row: Sequence[Any]) -> Pair:
    """The pair of a row of PAIR_COLUMNS; ``index`` is the place of its block in the article."""
    target, status, detail, sentences, flags, *engine, made = row
    maker = to_engine(*engine)
    return Pair(
        index=index,
        role=block.role,
        source=block.text,
        target=target,
        engine=maker.name,
        status=Status(status),
        sentences=to_sentences(sentences),
        flags=tuple(_to_flag(*values) for values in json.loads(flags)),
        detail=detail,
        maker=maker,
        made=made,
    )


def to_sentences(value: str) -> tuple[Sentence, ...]:
    """The sentences that a pair's column of that name holds."""
    return tuple(_to_sentence(*values) for values in json.loads(value))


def _to_sentence(source: Any, target: Any, score: float | None, words: Any) -> Sentence:
    links = None if words is None else tuple((a, b, c, d) for a, b, c, d in words)
    return Sentence((source[0], source[1]), (target[0], target[1]), score, links)


def _to_flag(kind: str, detail: str, source: Any, target: Any) -> Flag:
    return Flag(FlagKind(kind), detail, tuple((a, b) for a, b in source), tuple((a, b) for a, b in target))


def _pack(values: Iterable[Any]) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
