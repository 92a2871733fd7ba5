"""The blocks of a piece and what is known of each: which pair stands, and which gives way to which."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.library import edits, rows
from reader.model import EngineName, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from reader.model import Block, Engine, Pair

BLOCK_COLUMNS = "role, text, label, lines"

MAX_ID = 2**63 - 1
"""The largest number that SQLite can hold."""


def require_piece(connection: apsw.Connection, piece: int) -> None:
    """Raises LibraryError ``library.no_piece`` where there is no such piece, in the trash or not."""
    if not (0 < piece <= MAX_ID and connection.execute("SELECT 1 FROM pieces WHERE id = ?", (piece,)).get):
        raise LibraryError("library.no_piece", piece=piece)


def blocks_of(connection: apsw.Connection, piece: int) -> list[tuple[int, Block]]:
    """The ids and blocks of a piece, in the page's order."""
    found = connection.execute(f"SELECT id, {BLOCK_COLUMNS} FROM blocks WHERE piece = ? ORDER BY position", (piece,))
    with rows.values_of(piece):
        return [(number, rows.to_block(*values)) for number, *values in found]


def pairs_of(connection: apsw.Connection, piece: int, blocks: Sequence[Block]) -> dict[int, Pair]:
    """The pairs of a piece, by the places of their blocks."""
    found = connection.execute(
        f"SELECT position, {rows.PAIR_COLUMNS} FROM blocks JOIN pairs ON block = blocks.id WHERE piece = ?",
        (piece,),
    )
    pairs: dict[int, Pair] = {}
    with rows.values_of(piece):
        for position, *values in found:
            if not 0 <= position < len(blocks):
                raise rows.UnreadableError("a block of it has no place in it")
            pairs[position] = rows.to_pair(position, blocks[position], values)
    return pairs


def insert_blocks(connection: apsw.Connection, piece: int, blocks: Iterable[tuple[int, Block]]) -> None:
    """Puts new blocks into a piece, each at its place."""
    connection.executemany(
        f"INSERT INTO blocks (piece, position, {BLOCK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
        ((piece, position, *rows.block_row(block)) for position, block in blocks),
    )


def replace_blocks(connection: apsw.Connection, piece: int, blocks: Sequence[Block]) -> None:
    """Makes ``blocks`` the piece's own; those of the same text keep their row, and so their pair and its history.

    Raises LibraryError ``library.edited`` where what a person has edited would go.
    """
    old = blocks_of(connection, piece)
    kept = _match([block for _, block in old], [(n, block.role, block.text) for n, block in enumerate(blocks)])
    for place in set(range(len(old))) - set(kept.values()):
        if edits.exist(connection, old[place][0]):
            raise LibraryError("library.edited", piece=piece)
    # Out of the way first, since no two blocks of a piece may stand in one place.
    connection.execute("UPDATE blocks SET position = -1 - position WHERE piece = ?", (piece,))
    for position, place in kept.items():
        connection.execute(
            f"UPDATE blocks SET (position, {BLOCK_COLUMNS}) = (?, ?, ?, ?, ?) WHERE id = ?",
            (position, *rows.block_row(blocks[position]), old[place][0]),
        )
    insert_blocks(connection, piece, ((n, block) for n, block in enumerate(blocks) if n not in kept))
    connection.execute("DELETE FROM blocks WHERE piece = ? AND position < 0", (piece,))


def improve(
    connection: apsw.Connection, piece: int, pairs: Sequence[Pair], engine: Engine, now: str, *, only_better: bool
) -> bool:
    """Writes those of ``pairs`` that outrank what the piece has (or equal it, unless ``only_better``); whether there
    were any. What an edit replaces, or what replaces an edit, goes into the history."""
    blocks = blocks_of(connection, piece)
    known = pairs_of(connection, piece, [block for _, block in blocks])
    kept = _match([block for _, block in blocks], [(pair.index, pair.role, pair.source) for pair in pairs])
    taken = False
    for place, pair in enumerate(pairs):
        if place not in kept:
            continue  # the piece's own text has no such block
        number, old = blocks[kept[place]][0], known.get(kept[place])
        if old is not None and not _gives_way(old, pair, only_better=only_better):
            continue
        if old is not None and _says_the_same(old, pair):
            if old.flags != pair.flags:
                connection.execute("UPDATE pairs SET flags = ? WHERE block = ?", (rows.pack_flags(pair.flags), number))
            continue
        if old is not None and pair.status is Status.EDITED and not (only_better or engine.name is EngineName.PERSON):
            continue  # what some window still shows as a person's wording, and what the person has changed since
        if Status.EDITED in (pair.status, old.status if old else None):
            edits.keep(connection, number)
        edits.put(connection, number, rows.pair_row(pair, engine, now))
        taken = True
    return taken


def _match(old: Sequence[Block], new: Sequence[tuple[int, Role, str]]) -> dict[int, int]:
    """For the places in ``new`` of what has the text of an old block, that block's place.

    ``new`` gives each its own index, which decides among equal blocks where it can; the rest are matched in order,
    those of the same role first. Each old block is matched once at most.
    """
    matched: dict[int, int] = {}
    free: dict[int, Block] = dict(enumerate(old))
    for place, (index, role, text) in enumerate(new):
        if index in free and (free[index].role, free[index].text) == (role, text):
            matched[place] = index
            del free[index]
    for alike in (_role_and_text, _text_alone):
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, block in free.items():
            places[alike(block.role, block.text)].append(index)
        for place, (_, role, text) in enumerate(new):
            if place not in matched and places[alike(role, text)]:
                matched[place] = places[alike(role, text)].pop(0)
                del free[matched[place]]
    return matched


def _role_and_text(role: Role, text: str) -> tuple[str, ...]:
    return role, text


def _text_alone(_: Role, text: str) -> tuple[str, ...]:
    return (text,)


def _rank(pair: Pair) -> int:
    """How much a pair is worth keeping."""
    if pair.status is Status.EDITED:
        return 3
    if pair.status is Status.FAILED:
        return 0
    return 1 if pair.engine is EngineName.GLOSS else 2


def _gives_way(old: Pair, new: Pair, *, only_better: bool) -> bool:
    """Whether ``new`` takes the place of ``old``."""
    return _rank(new) > _rank(old) if only_better else _rank(new) >= _rank(old)


def _says_the_same(old: Pair, new: Pair) -> bool:
    """Whether only the flags differ, if anything. Such a pair takes no place, so that it stays known who made it
    first, with what."""
    return replace(new, index=old.index, role=old.role, flags=old.flags) == old
