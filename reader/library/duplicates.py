"""Pieces that are the same article but for small differences: found, made one, or known to be two."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from reader.arabic.folding import fold_key
from reader.library import fingerprint, summaries
from reader.model import BODY_ROLES, ReadState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from reader.model import PieceSummary

LEAST_ESTIMATE = fingerprint.ALIKE - 0.15
"""What two fingerprints must agree in for the texts to be compared: an estimate is seldom further off."""
SAME_PARAGRAPH = 0.6
"""How many of all their words two paragraphs must share for a bookmark to move from one to the other."""

_BODY = ", ".join(f"'{role.value}'" for role in sorted(BODY_ROLES))
_IN_TRASH = "(SELECT id FROM pieces WHERE trashed IS NOT NULL)"


def refresh(connection: apsw.Connection, piece: int) -> None:
    """Takes the fingerprint of a piece that is there, where its text is another than when that was last taken."""
    query = "SELECT fold_key, (SELECT fold_key FROM fingerprints WHERE piece = id) FROM pieces WHERE id = ?"
    key, taken_of = connection.execute(query, (piece,)).get
    if key == taken_of:
        return
    taken = fingerprint.sketch(_runs(connection, piece))
    connection.execute("DELETE FROM fingerprint_bands WHERE piece = ?", (piece,))
    connection.execute(
        "INSERT OR REPLACE INTO fingerprints (piece, fold_key, sketch) VALUES (?, ?, ?)", (piece, key, taken)
    )
    connection.executemany(
        "INSERT INTO fingerprint_bands (band, piece) VALUES (?, ?)",
        ((band, piece) for band in sorted(set(fingerprint.bands(taken)))),
    )


def near(connection: apsw.Connection, piece: int) -> list[tuple[PieceSummary, float]]:
    """The near duplicates of a piece with their likeness, the most alike first; see ``Shelves.near_duplicates``."""
    found: list[Any] = connection.execute(
        f"""SELECT DISTINCT theirs.piece FROM fingerprint_bands AS own
        CROSS JOIN fingerprint_bands AS theirs ON theirs.band = own.band
        WHERE own.piece = ? AND theirs.piece <> own.piece AND +theirs.piece NOT IN {_IN_TRASH}
            AND (min(own.piece, theirs.piece), max(own.piece, theirs.piece)) NOT IN
                (SELECT piece, other FROM dismissals)""",
        (piece,),
    ).fetchall()
    alike = {other: measure for _, other, measure in _measured(connection, [(piece, other) for (other,) in found])}
    shown = summaries.some(connection, alike)
    return sorted(((shown[other], alike[other]) for other in shown), key=lambda one: (-one[1], one[0].id))


def groups(connection: apsw.Connection) -> list[tuple[list[PieceSummary], float]]:
    """All near duplicates; see ``Shelves.all_duplicates``."""
    # Left to itself, SQLite would hold each piece of the library beside each other one: CROSS keeps the order of the
    # joined, the signs keep the trash from leading.
    found: list[Any] = connection.execute(
        f"""SELECT DISTINCT one.piece, two.piece FROM fingerprint_bands AS one
        CROSS JOIN fingerprint_bands AS two ON two.band = one.band AND two.piece > one.piece
        WHERE +one.piece NOT IN {_IN_TRASH} AND +two.piece NOT IN {_IN_TRASH}
        EXCEPT SELECT piece, other FROM dismissals"""
    ).fetchall()
    alike = _measured(connection, found)
    group_of: dict[int, set[int]] = {}
    for one, two, _ in alike:
        joined = group_of.get(one, {one}) | group_of.get(two, {two})
        group_of.update(dict.fromkeys(joined, joined))
    least: dict[int, float] = defaultdict(lambda: 1.0)
    for one, _, measure in alike:
        first = min(group_of[one])
        least[first] = min(least[first], measure)
    shown = summaries.some(connection, group_of)
    made = (([shown[piece] for piece in sorted(group_of[first])], measure) for first, measure in least.items())
    return sorted(made, key=lambda group: (-group[1], group[0][0].id))


def merge(connection: apsw.Connection, keep: int, other: int) -> None:
    """Makes of two pieces' tags, collections, notes, bookmarks, stars, names and read states those of the one that is
    kept; see ``Shelves.merge``."""
    for table, column in (("piece_tags", "tag"), ("piece_collections", "collection")):
        connection.execute(
            f"INSERT OR IGNORE INTO {table} (piece, {column}) SELECT ?, {column} FROM {table} WHERE piece = ?",
            (keep, other),
        )
    connection.execute("UPDATE annotations SET piece = ? WHERE piece = ?", (keep, other))
    _move_bookmarks(connection, keep, other)
    query = "SELECT name, starred, read_state FROM pieces WHERE id = ?"
    name, starred, state = connection.execute(query, (keep,)).get
    other_name, other_starred, other_state = connection.execute(query, (other,)).get
    furthest = max(ReadState(state), ReadState(other_state), key=list(ReadState).index)
    connection.execute(
        "UPDATE pieces SET (name, starred, read_state) = (?, ?, ?) WHERE id = ?",
        (name or other_name, max(starred, other_starred), furthest.value, keep),
    )


def dismiss(connection: apsw.Connection, piece: int, other: int) -> None:
    """Keeps that two pieces are two; see ``Shelves.dismiss``."""
    connection.execute("INSERT OR IGNORE INTO dismissals (piece, other) VALUES (?, ?)", sorted((piece, other)))


def _measured(connection: apsw.Connection, candidates: Iterable[Sequence[int]]) -> list[tuple[int, int, float]]:
    """Those of the pairs that are alike, and how much."""
    sketches: dict[int, bytes] = {}
    runs: dict[int, frozenset[int]] = {}
    alike = []
    for one, two in candidates:
        for piece in (one, two):
            if piece not in sketches:
                query = "SELECT sketch FROM fingerprints WHERE piece = ?"
                sketches[piece] = connection.execute(query, (piece,)).get
        if fingerprint.estimate(sketches[one], sketches[two]) < LEAST_ESTIMATE:
            continue
        for piece in (one, two):
            if piece not in runs:
                runs[piece] = _runs(connection, piece)
        measure = fingerprint.likeness(runs[one], runs[two])
        if measure >= fingerprint.ALIKE:
            alike.append((one, two, measure))
    return alike


def _runs(connection: apsw.Connection, piece: int) -> frozenset[int]:
    query = f"SELECT text FROM blocks WHERE piece = ? AND role IN ({_BODY}) ORDER BY position"
    return fingerprint.runs(text for (text,) in connection.execute(query, (piece,)))


def _move_bookmarks(connection: apsw.Connection, keep: int, other: int) -> None:
    """A paragraph has one bookmark: where the kept piece's has its own, the other's stays behind, but for its label."""
    query = "SELECT bookmarks.id, text, bookmarks.label FROM bookmarks LEFT JOIN blocks ON blocks.id = block"
    moving: list[Any] = connection.execute(f"{query} WHERE bookmarks.piece = ?", (other,)).fetchall()
    for bookmark, text, label in moving:
        block = None if text is None else _same_paragraph(connection, keep, text)
        own = block and connection.execute("SELECT id FROM bookmarks WHERE block = ?", (block,)).get
        if own is None:
            connection.execute("UPDATE bookmarks SET (piece, block) = (?, ?) WHERE id = ?", (keep, block, bookmark))
        elif label is not None:
            connection.execute("UPDATE bookmarks SET label = coalesce(label, ?) WHERE id = ?", (label, own))


def _same_paragraph(connection: apsw.Connection, piece: int, text: str) -> int | None:
    """The block of a piece that says what ``text`` does, or nearly, None where none does."""
    wanted = set(fold_key(text).split())
    best, most = None, 0.0
    for block, own in connection.execute("SELECT id, text FROM blocks WHERE piece = ? ORDER BY position", (piece,)):
        words = set(fold_key(own).split())
        shared = len(words & wanted) / max(1, len(words | wanted))
        if shared > most:
            best, most = block, shared
    return best if most >= SAME_PARAGRAPH else None
