"""The columns of a library file that hold lists, and the values they stand for."""

from __future__ import annotations

import json
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

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
    ReadState,
    Role,
    Sentence,
    SetAside,
    Side,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.model import Span

_Values = ParamSpec("_Values")
_Read = TypeVar("_Read")


class UnreadableError(Exception):
    """A value in the file means nothing, as after a fault of the disk. Says where it is."""


@contextmanager
def values_of(piece: int) -> Iterator[None]:
    """Around what reads the rows of a piece: an UnreadableError that leaves it then names the piece."""
    try:
        yield
    except (UnreadableError, UnicodeDecodeError) as error:
        raise UnreadableError(f"piece {piece} of it cannot be read") from error


def checked(read: Callable[_Values, _Read]) -> Callable[_Values, _Read]:
    """A reader of values that raises UnreadableError for those that mean nothing."""

    @wraps(read)
    def reads(*values: _Values.args, **named: _Values.kwargs) -> _Read:
        try:
            return read(*values, **named)
        except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
            raise UnreadableError("a value of it cannot be read") from error

    return reads


MAX_COUNT = 2**31
"""No line and no code point of a text has a number beyond this."""

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


@checked
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
        images=_images(images),
        related=_related(related),
        source=source,
        blocks=tuple(blocks),
        details=_details(details),
        set_aside=_set_aside(set_aside),
    )


def block_row(block: Block) -> tuple[str | None, ...]:
    """The values for role, text, label and lines."""
    return block.role.value, block.text, block.label, _pack(block.lines)


@checked
def to_side(side: str) -> Side:
    """The side of a column of that name."""
    return Side(side)


@checked
def to_state(state: str) -> ReadState:
    """How far a piece has been read, of a column ``read_state``."""
    return ReadState(state)


@checked
def to_block(role: str, text: str, label: str | None, lines: str) -> Block:
    """The block of a row of role, text, label and lines."""
    return Block(Role(role), text, _lines(lines), label)


def engine_row(engine: Engine) -> tuple[str | None, ...]:
    """The values for ENGINE_COLUMNS."""
    return engine.name.value, engine.package, engine.version, engine.options


@checked
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


@checked
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
        flags=_flags(flags),
        detail=detail,
        maker=maker,
        made=made,
    )


def is_within(pair: Pair) -> bool:
    """Whether a pair's sentences, links and flags point into its texts."""
    links = [link for sentence in pair.sentences for link in sentence.words or ()]
    sources = [sentence.source for sentence in pair.sentences] + [span for flag in pair.flags for span in flag.source]
    targets = [sentence.target for sentence in pair.sentences] + [span for flag in pair.flags for span in flag.target]
    source_end = max([0, *(link[1] for link in links), *(end for _, end in sources)])
    target_end = max([0, *(link[3] for link in links), *(end for _, end in targets)])
    return source_end <= len(pair.source) and target_end <= len(pair.target or "")


@checked
def to_sentences(value: str) -> tuple[Sentence, ...]:
    """The sentences that a pair's column of that name holds."""
    return tuple(_to_sentence(*values) for values in json.loads(value))


@checked
def _images(value: str) -> tuple[Image, ...]:
    return tuple(Image(_text(file), _text(caption)) for file, caption in json.loads(value))


@checked
def _related(value: str) -> tuple[str, ...]:
    return tuple(str(_text(headline)) for headline in json.loads(value))


@checked
def _details(value: str) -> tuple[Detail, ...]:
    return tuple(Detail(_number(line), str(text), str(field)) for line, text, field in json.loads(value))


@checked
def _set_aside(value: str) -> tuple[SetAside, ...]:
    return tuple(SetAside(_number(line), str(text), str(reason)) for line, text, reason in json.loads(value))


@checked
def _lines(value: str) -> tuple[int, ...]:
    return tuple(_number(line) for line in json.loads(value))


@checked
def _flags(value: str) -> tuple[Flag, ...]:
    return tuple(_to_flag(*values) for values in json.loads(value))


LISTS: dict[str, Callable[[str], object]] = {
    "images": _images,
    "related": _related,
    "details": _details,
    "set_aside": _set_aside,
    "lines": _lines,
    "flags": _flags,
    "sentences": to_sentences,
}
"""The columns that hold lists, with what reads them and raises UnreadableError."""


def _to_sentence(source: Any, target: Any, score: Any, words: Any) -> Sentence:
    if score is not None and not isinstance(score, int | float):
        raise ValueError(score)
    links = None if words is None else tuple((*_span(link[:2]), *_span(link[2:])) for link in words)
    return Sentence(_span(source), _span(target), score, links)


def _to_flag(kind: str, detail: str, source: Any, target: Any) -> Flag:
    return Flag(FlagKind(kind), str(detail), tuple(map(_span, source)), tuple(map(_span, target)))


def _span(value: Any) -> Span:
    start, end = map(_number, value)
    return start, end


def _number(value: Any) -> int:
    """A number that counts something."""
    if not isinstance(value, int) or not 0 <= value <= MAX_COUNT:
        raise ValueError(value)
    return value


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError(value)
    return value


def _pack(values: Iterable[Any]) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
