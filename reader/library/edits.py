"""What a person's edits replaced, block by block, so that each can be undone and redone and none is ever lost.

A block has one current pair, in the table of pairs. The table of edits holds its other states in their order: those
before the current one, and, marked as undone, those after it. What a person is still writing stands there too, marked
as a draft: it is no state yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.library import memory, rows
from reader.model import PairVersion, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from reader.model import Block, Pair

_DRAFT = 2
"""What marks a draft, where 0 is a state before the current one and 1 one after it."""

State = tuple[Any, ...]
"""The values of PAIR_COLUMNS; of a block that had no pair, NO_PAIR."""

NO_PAIR: State = (None,) * len(rows.PAIR_COLUMNS.split(","))
_STATUS = rows.PAIR_COLUMNS.split(", ").index("status")
_MARKS = ", ".join("?" * len(NO_PAIR))


def put(connection: apsw.Connection, block: int, state: State) -> None:
    """Makes a state the block's current one. The old one is gone, unless ``keep`` was called before."""
    if state == NO_PAIR:
        connection.execute("DELETE FROM pairs WHERE block = ?", (block,))
    else:
        connection.execute(
            f"INSERT OR REPLACE INTO pairs (block, {rows.PAIR_COLUMNS}) VALUES (?, {_MARKS})", (block, *state)
        )
    memory.index(connection, block)


def keep(connection: apsw.Connection, block: int) -> None:
    """Puts the current state into the history, as it is about to be replaced by an edit or in place of one.

    States that were undone stay too: the way back leads through them as the way there did.
    """
    current = _current(connection, block)
    undone = _others(connection, block, True)
    states = [current, *(state for _, state in undone), current] if undone else [current]
    connection.execute("DELETE FROM edits WHERE block = ? AND undone = 1", (block,))
    for state in states:
        _append(connection, block, state)


def undo(connection: apsw.Connection, block: int) -> bool:
    """Goes back one state; False where there is none before this one."""
    return _step(connection, block, _others(connection, block, False)[-1:], undone=True)


def redo(connection: apsw.Connection, block: int) -> bool:
    """Goes forward again by one state that was undone; False where there is none."""
    return _step(connection, block, _others(connection, block, True)[:1], undone=False)


def discard(connection: apsw.Connection, block: int) -> bool:
    """Puts the edit that stands into the history, and the last state before it that no person made in its place.
    False where what stands is no edit."""
    if _current(connection, block)[_STATUS] != Status.EDITED:
        return False
    before = [state for _, state in _others(connection, block, False) if state[_STATUS] != Status.EDITED]
    keep(connection, block)
    put(connection, block, before[-1] if before else NO_PAIR)
    return True


def keep_draft(connection: apsw.Connection, block: int, state: State) -> None:
    """Keeps what a person has written so far, in place of what they had written before."""
    drop_draft(connection, block)
    _append(connection, block, state, _DRAFT)


def drop_draft(connection: apsw.Connection, block: int) -> None:
    """Forgets what was being written: it is an edit now, or was given up."""
    connection.execute("DELETE FROM edits WHERE block = ? AND undone = ?", (block, _DRAFT))


def drafts(connection: apsw.Connection, piece: int) -> dict[int, str]:
    """What was being written in a piece and is no edit yet, by the places of its blocks."""
    found = connection.execute(
        """SELECT position, target FROM edits JOIN blocks ON blocks.id = edits.block
           WHERE piece = ? AND undone = ? AND target IS NOT NULL ORDER BY position""",
        (piece, _DRAFT),
    )
    return {int(position): str(text) for position, text in found}


def exist(connection: apsw.Connection, block: int) -> bool:
    """Whether a person has edited the block, be it that the edit is undone now, or not done yet."""
    edited = _current(connection, block)[_STATUS] == Status.EDITED
    return edited or bool(connection.execute("SELECT EXISTS (SELECT 1 FROM edits WHERE block = ?)", (block,)).get)


def standing(connection: apsw.Connection, block: int, position: int, own: Block) -> Pair | None:
    """The current pair of a block; ``own`` and ``position`` are the block itself and its place."""
    return _as_pair(_current(connection, block), position, own)


def versions(connection: apsw.Connection, block: int, position: int, own: Block) -> list[PairVersion]:
    """All states of a block, the oldest first, the current one among them."""
    before, after = (
        [PairVersion(_as_pair(state, position, own), current=False) for _, state in _others(connection, block, undone)]
        for undone in (False, True)
    )
    return [*before, PairVersion(standing(connection, block, position, own), current=True), *after]


def _as_pair(state: State, position: int, own: Block) -> Pair | None:
    return None if state == NO_PAIR else rows.to_pair(position, own, state)


def _step(connection: apsw.Connection, block: int, towards: Sequence[tuple[int, State]], undone: bool) -> bool:
    """Swaps the current state with the one given, which stays in its row, marked as ``undone`` or not."""
    if not towards:
        return False
    ((row, state),) = towards
    connection.execute(
        f"UPDATE edits SET (undone, {rows.PAIR_COLUMNS}) = (?, {_MARKS}) WHERE id = ?",
        (int(undone), *_current(connection, block), row),
    )
    put(connection, block, state)
    return True


def _current(connection: apsw.Connection, block: int) -> State:
    found = connection.execute(f"SELECT {rows.PAIR_COLUMNS} FROM pairs WHERE block = ?", (block,)).fetchone()
    return NO_PAIR if found is None else tuple(found)


def _others(connection: apsw.Connection, block: int, undone: bool) -> list[tuple[int, State]]:
    """The states before the current one, or those after it, in their order, each with its row."""
    found = connection.execute(
        f"SELECT id, {rows.PAIR_COLUMNS} FROM edits WHERE block = ? AND undone = ? ORDER BY id", (block, int(undone))
    )
    return [(row, tuple(state)) for row, *state in found]


def _append(connection: apsw.Connection, block: int, state: State, mark: int = 0) -> None:
    connection.execute(
        f"INSERT INTO edits (block, undone, {rows.PAIR_COLUMNS}) VALUES (?, ?, {_MARKS})", (block, mark, *state)
    )
