"""Pieces as a list shows them: what is worked out of a text is kept ready, so that a long list is quick.

A list needs of each piece a few values from rows that are long. Those that stand in the piece's own row come from an
index that holds just them; those that must be worked out stand in the table of summaries, see ``refresh``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.model import BODY_ROLES, PieceSummary, ReadState, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

OPENING_LENGTH = 120
"""How many code points of the text a list shows of a piece without a headline, at most."""

_COLUMNS = """pieces.id, coalesce(name, title), coalesce(opening, ''), title_translation, published, created, starred,
    read_state, trashed, language, source, byline, place, coalesce(words, 0)"""

_STATES = {state.value: state for state in ReadState}

_TAGS = "SELECT piece, name FROM piece_tags JOIN tags ON id = tag{} ORDER BY name"
_COLLECTIONS = "SELECT piece, name FROM piece_collections JOIN collections ON id = collection{} ORDER BY fold_key"


def tags_of(connection: apsw.Connection, piece: int) -> tuple[str, ...]:
    """The tags on a piece, by name."""
    return _names_of(connection, _TAGS, piece)


def collections_of(connection: apsw.Connection, piece: int) -> tuple[str, ...]:
    """The names of the collections that a piece is in, in their order."""
    return _names_of(connection, _COLLECTIONS, piece)


def listed(connection: apsw.Connection) -> list[PieceSummary]:
    """All pieces but those in the trash, the newest first."""
    return _read(connection, "trashed IS NULL ORDER BY pieces.id DESC")


def trashed(connection: apsw.Connection) -> list[PieceSummary]:
    """Those in the trash, the last put there first."""
    return _read(connection, "trashed IS NOT NULL ORDER BY trashed DESC, pieces.id DESC")


def some(connection: apsw.Connection, pieces: Iterable[int]) -> dict[int, PieceSummary]:
    """Those of these numbers that there are, in the trash or not, by their numbers."""
    wanted = sorted(set(pieces))
    found = _read(connection, f"pieces.id IN ({', '.join(map(str, map(int, wanted)))})") if wanted else []
    return {summary.id: summary for summary in found}


def refresh(connection: apsw.Connection, piece: int) -> None:
    """Works out anew what a list shows of a piece that is there."""
    opening: str | None = None
    first: str | None = None
    translation: str | None = None
    words = 0
    query = "SELECT role, text, target FROM blocks LEFT JOIN pairs ON block = id WHERE piece = ? ORDER BY position"
    for role, text, target in connection.execute(query, (piece,)):
        if first is None:
            first = text
        if role in BODY_ROLES:
            words += len(text.split())
            if opening is None:
                opening = text
        elif role == Role.TITLE and translation is None:
            translation = target
    connection.execute(
        "INSERT OR REPLACE INTO summaries (piece, opening, title_translation, words) VALUES (?, ?, ?, ?)",
        (piece, _opening(opening or first or ""), translation, words),
    )


def _read(connection: apsw.Connection, which: str) -> list[PieceSummary]:
    tags, collections = _grouped(connection, _TAGS), _grouped(connection, _COLLECTIONS)
    notes: dict[int, int] = dict(connection.execute("SELECT piece, count(*) FROM annotations GROUP BY piece"))
    query = f"SELECT {_COLUMNS} FROM pieces LEFT JOIN summaries ON piece = pieces.id WHERE {which}"
    return [
        PieceSummary(
            piece,
            title,
            opening,
            translation,
            published,
            created,
            tuple(tags.get(piece, ())),
            tuple(collections.get(piece, ())),
            bool(starred),
            _STATES.get(state, ReadState.UNREAD),  # of a damaged file the list is shown all the same
            trashed,
            language,
            source,
            byline,
            place,
            words,
            notes.get(piece, 0),
        )
        for (
            piece,
            title,
            opening,
            translation,
            published,
            created,
            starred,
            state,
            trashed,
            language,
            source,
            byline,
            place,
            words,
        ) in connection.execute(query)
    ]


def _names_of(connection: apsw.Connection, query: str, piece: int) -> tuple[str, ...]:
    return tuple(name for _, name in connection.execute(query.format(" WHERE piece = ?"), (piece,)))


def _grouped(connection: apsw.Connection, query: str) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = defaultdict(list)
    for piece, name in connection.execute(query.format("")):
        groups[piece].append(name)
    return groups


def _opening(text: str) -> str:
    """The first words of a text: whole words where it has any."""
    if len(text) <= OPENING_LENGTH:
        return text
    return text[: OPENING_LENGTH + 1].rsplit(" ", maxsplit=1)[0]
