"""The search index: what the words of a piece are, kept in FTS5, and which words there are in the library at all.

A piece is one document, so that the words of a query may stand anywhere in it. FTS5 keeps no text of its own (the
table is contentless) and splits none: it is handed words, already folded, by a tokenizer that only takes them apart.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.arabic.tokens import chunks, tokens_of
from reader.library.query import COLUMNS
from reader.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import apsw

TOKENIZER = "muwazi"

_COLUMN_OF = {Role.TITLE: "title", Role.BYLINE: "name"}
"""The column of a block and its translation, where they have one of their own."""

TABLES = f"""
CREATE VIRTUAL TABLE search USING fts5(
    {", ".join(COLUMNS)}, content='', contentless_delete=1, tokenize='{TOKENIZER}'
);

CREATE TABLE words (
    word TEXT NOT NULL,
    spelling TEXT NOT NULL,
    PRIMARY KEY (word, spelling)
) STRICT, WITHOUT ROWID;
"""

BREAK = "\n"
"""What stands between passages in place of a word, so that no phrase reaches from one into the next."""

_MARKS = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]")


class Passage(NamedTuple):
    """A string of a piece that search looks into: the column it belongs to, and the block or the note it is of."""

    column: str
    text: str
    block: int | None = None
    annotation: int | None = None


def register(connection: apsw.Connection) -> None:
    """Makes the tokenizer known, without which SQLite says "no such tokenizer"."""
    connection.register_fts5_tokenizer(TOKENIZER, _tokenizer)


def _tokenizer(connection: apsw.Connection, arguments: list[str]) -> apsw.Tokenizer:  # noqa: ARG001 - as FTS5 calls it
    return _split


def _split(utf8: bytes, reason: int, locale: str | None) -> Iterator[tuple[str, ...]]:  # noqa: ARG001 - as FTS5 calls it
    """Words with spaces between them, and "|" between those that may stand at the same place in a query."""
    return (tuple(place.split("|")) for place in utf8.decode().split(" ") if place)


def passages(connection: apsw.Connection, piece: int, columns: Sequence[str] = COLUMNS) -> list[Passage]:
    """All that search looks into of a piece that is there, in the columns asked for; those of one column always in the
    same order."""
    wanted = frozenset(columns)
    found: list[Passage] = []
    if not wanted.isdisjoint(("title", "text", "translation", "name")):
        found += _of_text(connection, piece)
    if "note" in wanted:
        found += _of_notes(connection, piece)
    if "tag" in wanted:
        query = """SELECT name FROM tags WHERE id IN (
            SELECT tag FROM piece_tags WHERE piece = :piece
            UNION SELECT tag FROM annotation_tags JOIN annotations ON id = annotation WHERE piece = :piece
        ) ORDER BY name"""
        found += [Passage("tag", str(tag)) for (tag,) in connection.execute(query, {"piece": piece})]
    return [passage for passage in found if passage.column in wanted]


def _of_text(connection: apsw.Connection, piece: int) -> Iterator[Passage]:
    """The blocks of a piece, with their translations, and its names."""
    title, name, byline, place, source = connection.execute(
        "SELECT title, name, byline, place, source FROM pieces WHERE id = ?", (piece,)
    ).get
    query = "SELECT role, text, target FROM blocks LEFT JOIN pairs ON block = id WHERE piece = ? ORDER BY position"
    for block, (role, text, target) in enumerate(connection.execute(query, (piece,))):
        own = _COLUMN_OF.get(role)
        yield Passage(own or "text", text, block)
        if target is not None and target != text:
            yield Passage(own or "translation", target, block)
        if role == Role.TITLE:
            title = None
        elif role == Role.BYLINE:
            byline = None
    if title:
        yield Passage("title", title)
    for value in (name, byline, place, source):
        if value:
            yield Passage("name", value)


def _of_notes(connection: apsw.Connection, piece: int) -> Iterator[Passage]:
    """What a person wrote beside a piece: notes, and the labels of bookmarks."""
    query = "SELECT note, id FROM annotations WHERE piece = ? AND note IS NOT NULL ORDER BY id"
    for note, number in connection.execute(query, (piece,)):
        yield Passage("note", note, annotation=number)
    query = """SELECT bookmarks.label, CASE WHEN block IS NOT NULL THEN (
            SELECT count(*) FROM blocks AS earlier WHERE earlier.piece = own.piece AND earlier.position < own.position
        ) END FROM bookmarks LEFT JOIN blocks AS own ON own.id = block
        WHERE bookmarks.piece = ? AND bookmarks.label IS NOT NULL ORDER BY bookmarks.id"""
    for label, block in connection.execute(query, (piece,)):
        yield Passage("note", label, block)


def index(connection: apsw.Connection, piece: int) -> None:
    """Puts a piece into the index as it is now: out of it, where the piece is gone or in the trash."""
    connection.execute("DELETE FROM search WHERE rowid = ?", (piece,))
    if connection.execute("SELECT 1 FROM pieces WHERE id = ? AND trashed IS NULL", (piece,)).get is None:
        return
    texts, spelled = document(connection, piece)
    marks = ", ".join("?" * len(COLUMNS))
    connection.execute(f"INSERT INTO search (rowid, {', '.join(COLUMNS)}) VALUES (?, {marks})", (piece, *texts))
    connection.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", sorted(spelled))


def document(connection: apsw.Connection, piece: int) -> tuple[list[str], set[tuple[str, str]]]:
    """What FTS5 is given of a piece for each column, and its words with their spellings, as the table of words has
    them."""
    columns: dict[str, list[str]] = {column: [] for column in COLUMNS}
    seen: set[str] = set()
    for passage in passages(connection, piece):
        parts = chunks(passage.text)
        seen.update(parts)
        column = columns[passage.column]
        column += [word for chunk in parts for word, _ in tokens_of(chunk)]
        column.append(BREAK)
    spelled = {pair for chunk in seen for pair in _spelled(chunk)}
    return [" ".join(column) for column in columns.values()], spelled


@lru_cache(maxsize=1 << 16)
def _spelled(chunk: str) -> tuple[tuple[str, str], ...]:
    """The words of a chunk of text, each with how it is spelled, but for marks and case."""
    return tuple((word, _MARKS.sub("", chunk[slice(*span)]).casefold()) for word, span in tokens_of(chunk))


def rebuild(connection: apsw.Connection) -> None:
    """Makes the whole index anew, in the caller's transaction."""
    connection.execute("DROP TABLE IF EXISTS search; DROP TABLE IF EXISTS words")
    connection.execute(TABLES)
    pieces: list[tuple[int]] = connection.execute("SELECT id FROM pieces").fetchall()  # type: ignore[assignment]
    for (piece,) in pieces:
        index(connection, piece)
