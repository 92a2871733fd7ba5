"""The Library: pieces put in, found, read and taken out, each change one transaction on disk."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from reader.errors import LibraryError
from reader.library import rows, schema
from reader.library.connection import clear_errors, connect, enforce, read, write
from reader.library.identity import identify
from reader.model import BODY_ROLES, EngineName, Piece, PieceSummary, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model import Article, Block, Engine, Pair, PairedArticle

OPENING_LENGTH = 120
"""How many code points of the text a list shows of a piece without a headline, at most."""

MAX_ID = 2**63 - 1
"""The largest number that SQLite can hold."""


class Library:
    """One library file, open. It belongs to the thread that opened it; other threads and processes open their own.

    Each method that writes has its change on disk when it returns, whole, or raises and has changed nothing. Any of
    them may raise LibraryError: the disk is full, the file damaged, read-only, or held by another process.
    """

    def __init__(self, path: Path) -> None:
        """Opens the file, or makes it, its folder too.

        Raises LibraryError where it is damaged, no library, of a newer version, read-only or cannot be reached.
        """
        self.path = path
        self._connection = connect(path)
        try:
            with clear_errors(path):
                schema.prepare(self._connection, path)
                enforce(self._connection)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. Closing twice is fine."""
        self._connection.close()

    def add(self, paired: PairedArticle) -> tuple[int, bool]:
        """Saves an article with its pairs. Gives the piece's number, and whether it is new.

        Where the library has the piece already, its text stays as it is; pairs that it lacks, that failed, or that a
        better engine has now made are taken in; what a person edited stays.
        """
        key = identify(paired.article)
        with clear_errors(self.path), write(self._connection):
            piece = self._piece_of(key)
            if piece is not None:
                self._improve(piece, paired.pairs, paired.engine, only_better=True)
                return piece, False
            columns = f"fold_key, {rows.ARTICLE_COLUMNS}, {rows.ENGINE_COLUMNS}, created, updated"
            now = _now()
            values = (key, *rows.article_row(paired.article), *rows.engine_row(paired.engine), now, now)
            piece = self._insert("pieces", columns, values)
            for position, block in enumerate(paired.article.blocks):
                self._insert_block(piece, position, block)
            self._improve(piece, paired.pairs, paired.engine, only_better=True)
            return piece, True

    def save_pairs(self, piece: int, pairs: Sequence[Pair], engine: Engine) -> None:
        """Puts newly made pairs into a piece, by the role and text they are about.

        A pair replaces one of its own rank or below: a failure ranks below a gloss, a gloss below a translation, and
        a person's edit above them all. So a person's edit gives way only to a newer edit. Raises LibraryError
        ``library.no_piece``.
        """
        with clear_errors(self.path), write(self._connection):
            self._require(piece)
            self._improve(piece, pairs, engine, only_better=False)

    def save_article(self, piece: int, paired: PairedArticle) -> None:
        """Replaces the text of a piece, as when a person has put a line back that was set aside.

        Blocks of the same role and text keep what is known of them, as ``save_pairs`` says. Raises LibraryError
        ``library.no_piece``; ``library.same_piece`` where another piece has that text already; and
        ``library.edited`` where the new text lacks a block whose translation a person has edited.
        """
        key = identify(paired.article)
        with clear_errors(self.path), write(self._connection):
            self._require(piece)
            if self._piece_of(key) not in (None, piece):
                raise LibraryError("library.same_piece", piece=self._piece_of(key))
            columns = f"fold_key, {rows.ARTICLE_COLUMNS}"
            values = (key, *rows.article_row(paired.article))
            marks = ", ".join("?" * len(values))
            self._connection.execute(f"UPDATE pieces SET ({columns}) = ({marks}) WHERE id = ?", (*values, piece))
            self._replace_blocks(piece, paired.article.blocks)
            self._improve(piece, paired.pairs, paired.engine, only_better=False)
            self._touch(piece)

    def find(self, article: Article) -> int | None:
        """The piece with the same title and body after folding, None where there is none."""
        with clear_errors(self.path):
            return self._piece_of(identify(article))

    def get(self, piece: int) -> Piece:
        """The piece in full. Raises LibraryError ``library.no_piece``."""
        with clear_errors(self.path), read(self._connection):
            self._require(piece)
            row = self._connection.execute(
                f"SELECT {rows.ARTICLE_COLUMNS}, {rows.ENGINE_COLUMNS}, created, updated FROM pieces WHERE id = ?",
                (piece,),
            ).get
            blocks = [block for _, block in self._blocks(piece)]
            pairs = self._pairs(piece, blocks)
            tags = self._connection.execute(
                "SELECT name FROM piece_tags JOIN tags ON tags.id = tag WHERE piece = ? ORDER BY name", (piece,)
            )
            return Piece(
                id=piece,
                article=rows.to_article(row[:-5], blocks),
                pairs=tuple(pair for _, pair in sorted(pairs.items())),
                engine=rows.to_engine(*row[-5:-2]),
                tags=tuple(name for (name,) in tags),
                created=row[-2],
                updated=row[-1],
            )

    def summaries(self) -> list[PieceSummary]:
        """All pieces as a list shows them, the newest first."""
        body = ", ".join(f"'{role.value}'" for role in sorted(BODY_ROLES))
        query = f"""
            SELECT id, title, published, created,
                (SELECT substr(text, 1, {OPENING_LENGTH + 1}) FROM blocks WHERE piece = pieces.id
                    ORDER BY role NOT IN ({body}), position LIMIT 1),
                (SELECT target FROM blocks JOIN pairs ON block = blocks.id
                    WHERE piece = pieces.id AND role = '{Role.TITLE.value}' ORDER BY position LIMIT 1)
            FROM pieces ORDER BY id DESC"""
        with clear_errors(self.path), read(self._connection):
            tags: dict[int, list[str]] = defaultdict(list)
            for piece, name in self._connection.execute(
                "SELECT piece, name FROM piece_tags JOIN tags ON tags.id = tag ORDER BY name"
            ):
                tags[piece].append(name)
            return [
                PieceSummary(
                    piece, title, _opening(opening), translation, published, created, tuple(tags.get(piece, ()))
                )
                for piece, title, published, created, opening, translation in self._connection.execute(query)
            ]

    def remove(self, piece: int) -> None:
        """Removes a piece and all that hangs on it. Its number is not given again. Raises LibraryError
        ``library.no_piece``."""
        with clear_errors(self.path), write(self._connection):
            self._require(piece)
            self._connection.execute("DELETE FROM pieces WHERE id = ?", (piece,))

    def _require(self, piece: int) -> None:
        known = 0 < piece <= MAX_ID and self._connection.execute("SELECT 1 FROM pieces WHERE id = ?", (piece,)).get
        if not known:
            raise LibraryError("library.no_piece", piece=piece)

    def _piece_of(self, key: str) -> int | None:
        found = self._connection.execute("SELECT id FROM pieces WHERE fold_key = ?", (key,)).fetchone()
        return None if found is None else int(found[0])

    def _touch(self, piece: int) -> None:
        self._connection.execute("UPDATE pieces SET updated = ? WHERE id = ?", (_now(), piece))

    def _insert(self, table: str, columns: str, values: Sequence[object]) -> int:
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values))
        return self._connection.last_insert_rowid()

    def _insert_block(self, piece: int, position: int, block: Block) -> int:
        return self._insert(
            "blocks", "piece, position, role, text, label, lines", (piece, position, *rows.block_row(block))
        )

    def _blocks(self, piece: int) -> list[tuple[int, Block]]:
        """The ids and blocks of a piece, in the page's order."""
        found = self._connection.execute(
            "SELECT id, role, text, label, lines FROM blocks WHERE piece = ? ORDER BY position", (piece,)
        )
        return [(number, rows.to_block(*values)) for number, *values in found]

    def _pairs(self, piece: int, blocks: Sequence[Block]) -> dict[int, Pair]:
        """The pairs of a piece, by the places of their blocks."""
        found = self._connection.execute(
            f"SELECT position, {rows.PAIR_COLUMNS} FROM blocks JOIN pairs ON block = blocks.id WHERE piece = ?",
            (piece,),
        )
        return {position: rows.to_pair(position, blocks[position], values) for position, *values in found}

    def _replace_blocks(self, piece: int, blocks: Sequence[Block]) -> None:
        """Makes ``blocks`` the piece's own; those of the same role and text keep their row, and so their pair."""
        old = self._blocks(piece)
        pairs = self._pairs(piece, [block for _, block in old])
        kept = _match([block for _, block in old], [(n, block.role, block.text) for n, block in enumerate(blocks)])
        for place in set(range(len(old))) - set(kept.values()):
            if place in pairs and pairs[place].status is Status.EDITED:
                raise LibraryError("library.edited", piece=piece)
        # Out of the way first, since no two blocks of a piece may stand in one place.
        self._connection.execute("UPDATE blocks SET position = -1 - position WHERE piece = ?", (piece,))
        for position, block in enumerate(blocks):
            if position in kept:
                self._connection.execute(
                    "UPDATE blocks SET (position, role, text, label, lines) = (?, ?, ?, ?, ?) WHERE id = ?",
                    (position, *rows.block_row(block), old[kept[position]][0]),
                )
            else:
                self._insert_block(piece, position, block)
        self._connection.execute("DELETE FROM blocks WHERE piece = ? AND position < 0", (piece,))

    def _improve(self, piece: int, pairs: Sequence[Pair], engine: Engine, *, only_better: bool) -> None:
        """Writes those of ``pairs`` that outrank what the piece has (or equal it, unless ``only_better``)."""
        blocks = self._blocks(piece)
        known = self._pairs(piece, [block for _, block in blocks])
        kept = _match([block for _, block in blocks], [(pair.index, pair.role, pair.source) for pair in pairs])
        now, taken = _now(), False
        for place, pair in enumerate(pairs):
            if place not in kept:
                continue  # the piece's own text has no such block
            number, old = blocks[kept[place]][0], known.get(kept[place])
            if old is not None and not _gives_way(old, pair, only_better=only_better):
                continue
            made_by = rows.engine_row(engine)[1:] if pair.engine is engine.name else (None, None)
            columns = f"block, {rows.PAIR_COLUMNS}, engine_package, engine_version, made"
            marks = ", ".join("?" * (len(rows.pair_row(pair)) + 4))
            self._connection.execute(
                f"INSERT OR REPLACE INTO pairs ({columns}) VALUES ({marks})",
                (number, *rows.pair_row(pair), *made_by, now),
            )
            taken = True
        if taken:
            self._connection.execute(
                f"UPDATE pieces SET ({rows.ENGINE_COLUMNS}, updated) = (?, ?, ?, ?) WHERE id = ?",
                (*rows.engine_row(engine), now, piece),
            )


def _match(old: Sequence[Block], new: Sequence[tuple[int, Role, str]]) -> dict[int, int]:
    """For the places in ``new`` of what has the role and text of an old block, that block's place.

    ``new`` gives each its own index, which decides among equal blocks where it can; the rest are matched in order.
    Each old block is matched once at most.
    """
    matched: dict[int, int] = {}
    free: dict[int, Block] = dict(enumerate(old))
    for place, (index, role, text) in enumerate(new):
        if index in free and (free[index].role, free[index].text) == (role, text):
            matched[place] = index
            del free[index]
    places: dict[tuple[Role, str], list[int]] = defaultdict(list)
    for place, block in free.items():
        places[block.role, block.text].append(place)
    for place, (_, role, text) in enumerate(new):
        if place not in matched and places[role, text]:
            matched[place] = places[role, text].pop(0)
    return matched


def _rank(pair: Pair) -> int:
    """How much a pair is worth keeping."""
    if pair.status is Status.EDITED:
        return 3
    if pair.status is Status.FAILED:
        return 0
    return 1 if pair.engine is EngineName.GLOSS else 2


def _gives_way(old: Pair, new: Pair, *, only_better: bool) -> bool:
    """Whether ``new`` takes the place of ``old``; one that says the same does not, so that it stays known who made it
    first, with what."""
    if only_better:
        return _rank(new) > _rank(old)
    return _rank(new) >= _rank(old) and replace(new, index=old.index) != old


def _opening(text: str | None) -> str:
    """The first words of a text that was cut a code point beyond OPENING_LENGTH: whole words where it has any."""
    if text is None or len(text) <= OPENING_LENGTH:
        return text or ""
    return text.rsplit(" ", maxsplit=1)[0]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
