"""The search index: what the words of a piece are, kept in FTS5, and which words there are in the library at all.

A piece is one document, so that the words of a query may stand anywhere in it. FTS5 keeps no text of its own (the
table is contentless) and splits none: it is handed words, already folded, by a tokenizer that only takes them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.arabic.tokens import tokenize
from reader.library.query import COLUMNS
from reader.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import apsw

TOKENIZER = "muwazi"

TABLES = f"""
CREATE VIRTUAL TABLE search USING fts5(
    {", ".join(COLUMNS)}, content='', contentless_delete=1, tokenize='{TOKENIZER}', prefix='2 3'
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


@dataclass(frozen=True, slots=True)
class Passage:
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


def passages(connection: apsw.Connection, piece: int) -> list[Passage]:
    """All that search looks into of a piece, by columns in the order in which a match counts."""
    found: list[Passage] = []
    title, name, byline, place, source = connection.execute(
        "SELECT title, name, byline, place, source FROM pieces WHERE id = ?", (piece,)
    ).get
    roles = set()
    query = "SELECT role, text, target FROM blocks LEFT JOIN pairs ON block = id WHERE piece = ? ORDER BY position"
    for block, (role, text, target) in enumerate(connection.execute(query, (piece,))):
        roles.add(role)
        own = {Role.TITLE: "title", Role.BYLINE: "name"}.get(role)
        found.append(Passage(own or "text", text, block))
        if target is not None and target != text:
            found.append(Passage(own or "translation", target, block))
    if title and Role.TITLE not in roles:
        found.append(Passage("title", title))
    names = (name, None if Role.BYLINE in roles else byline, place, source)
    found.extend(Passage("name", value) for value in names if value)
    query = "SELECT note, id FROM annotations WHERE piece = ? AND note IS NOT NULL ORDER BY id"
    found.extend(Passage("note", note, annotation=number) for note, number in connection.execute(query, (piece,)))
    query = """SELECT bookmarks.label, CASE WHEN block IS NOT NULL THEN (
            SELECT count(*) FROM blocks AS earlier WHERE earlier.piece = own.piece AND earlier.position < own.position
        ) END FROM bookmarks LEFT JOIN blocks AS own ON own.id = block
        WHERE bookmarks.piece = ? AND bookmarks.label IS NOT NULL ORDER BY bookmarks.id"""
    found.extend(Passage("note", label, block) for label, block in connection.execute(query, (piece,)))
    query = """SELECT name FROM tags WHERE id IN (SELECT tag FROM piece_tags WHERE piece = :piece
        UNION SELECT tag FROM annotation_tags JOIN annotations ON id = annotation WHERE piece = :piece) ORDER BY name"""
    found.extend(Passage("tag", tag) for (tag,) in connection.execute(query, {"piece": piece}))
    return sorted(found, key=lambda passage: COLUMNS.index(passage.column))


def index(connection: apsw.Connection, piece: int) -> None:
    """Puts a piece into the index as it is now: out of it, where the piece is gone or in the trash."""
    connection.execute("DELETE FROM search WHERE rowid = ?", (piece,))
    if connection.execute("SELECT 1 FROM pieces WHERE id = ? AND trashed IS NULL", (piece,)).get is None:
        return
    texts, spelled = _document(passages(connection, piece))
    marks = ", ".join("?" * len(COLUMNS))
    connection.execute(f"INSERT INTO search (rowid, {', '.join(COLUMNS)}) VALUES (?, {marks})", (piece, *texts))
    connection.executemany("INSERT OR IGNORE INTO words VALUES (?, ?)", sorted(spelled))


def _document(found: Sequence[Passage]) -> tuple[list[str], set[tuple[str, str]]]:
    """What FTS5 is given for each column, and the words with their spellings, as ``words`` has them."""
    columns: dict[str, list[str]] = {column: [] for column in COLUMNS}
    spelled: set[tuple[str, str]] = set()
    for passage in found:
        column = columns[passage.column]
        for token in tokenize(passage.text):
            column.append(token.word)
            spelled.add((token.word, _MARKS.sub("", passage.text[slice(*token.span)]).casefold()))
        column.append(BREAK)
    return [" ".join(column) for column in columns.values()], spelled


def rebuild(connection: apsw.Connection) -> None:
    """Makes the whole index anew, in the caller's transaction."""
    connection.execute("DROP TABLE IF EXISTS search; DROP TABLE IF EXISTS words")
    connection.execute(TABLES)
    pieces: list[tuple[int]] = connection.execute("SELECT id FROM pieces").fetchall()  # type: ignore[assignment]
    for (piece,) in pieces:
        index(connection, piece)
