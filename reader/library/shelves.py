"""How a person keeps pieces in order: names, stars, tags, collections, how far each is read, duplicates, the trash."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.arabic.cleaning import clean
from reader.arabic.folding import fold_key
from reader.errors import LibraryError
from reader.library import duplicates, summaries, tags
from reader.library.pairs import require_piece
from reader.model import Collection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from reader.library.session import Session
    from reader.model import PieceSummary, ReadState

_IN_TRASH = "SELECT id FROM pieces WHERE trashed IS NOT NULL"

_COLLECTIONS = f"""
    SELECT id, name, (
        SELECT count(*) FROM piece_collections WHERE collection = collections.id AND piece NOT IN ({_IN_TRASH})
    ) FROM collections"""


class Shelves:
    """The order that a person keeps in a library. What is done to several pieces is done to all of them or none.

    Every method that names a piece may raise LibraryError ``library.no_piece``, and what a Library's may.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def star(self, pieces: Sequence[int], on: bool) -> None:
        """Gives pieces the star, or takes it from them."""
        self._set(pieces, "starred", int(on))

    def set_state(self, pieces: Sequence[int], state: ReadState) -> None:
        """Says how far pieces are read."""
        self._set(pieces, "read_state", state.value)

    def set_place(self, piece: int, block: int, fraction: float) -> None:
        """Keeps where the reader left off: the block (its index) and how far down it, from 0 to 1."""
        with self._session.writing() as connection:
            require_piece(connection, piece)
            connection.execute(
                "UPDATE pieces SET place_block = ?, place_fraction = ? WHERE id = ?", (block, float(fraction), piece)
            )

    def rename(self, piece: int, name: str | None) -> None:
        """Gives a piece a name of the person's own; None or a blank one gives it the article's title again."""
        self._set([piece], "name", clean(" ".join((name or "").split())) or None)

    def tag(self, pieces: Sequence[int], name: str) -> None:
        """Puts a tag on pieces. Raises LibraryError ``library.empty_name``."""
        with self._session.writing() as connection:
            self._require(connection, pieces)
            number = tags.find_or_make(self._session, name)
            connection.executemany(
                "INSERT OR IGNORE INTO piece_tags (piece, tag) VALUES (?, ?)", ((piece, number) for piece in pieces)
            )

    def untag(self, pieces: Sequence[int], name: str) -> None:
        """Takes a tag from those pieces that have it. Raises LibraryError ``library.empty_name``."""
        with self._session.writing() as connection:
            self._require(connection, pieces)
            number = tags.find(connection, name)
            connection.executemany(
                "DELETE FROM piece_tags WHERE piece = ? AND tag = ?", ((piece, number) for piece in pieces)
            )

    def tags(self) -> list[tuple[str, int]]:
        """The tags that a piece or a note bears, by name, each with the number of pieces it is on. What is in the
        trash does not count."""
        with self._session.reading() as connection:
            found = connection.execute(
                f"""SELECT name, (
                    SELECT count(*) FROM piece_tags WHERE tag = tags.id AND piece NOT IN ({_IN_TRASH})
                ) AS pieces FROM tags WHERE pieces > 0 OR EXISTS (
                    SELECT 1 FROM annotation_tags JOIN annotations ON annotations.id = annotation
                    WHERE tag = tags.id AND piece NOT IN ({_IN_TRASH})
                )"""
            )
            return sorted(((name, count) for name, count in found), key=lambda one: (fold_key(one[0]), one[0]))

    def rename_tag(self, name: str, new: str) -> None:
        """Renames a tag wherever it stands; where there is another of the new name, both become that one. Raises
        LibraryError ``library.no_tag``, ``library.empty_name``."""
        with self._session.writing() as connection:
            number, other = self._tag(connection, name), tags.find(connection, new)
            if other is None or other == number:
                connection.execute("UPDATE tags SET name = ? WHERE id = ?", (tags.tidy(new), number))
                return
            for table, bearer in (("piece_tags", "piece"), ("annotation_tags", "annotation")):
                connection.execute(
                    f"INSERT OR IGNORE INTO {table} ({bearer}, tag) SELECT {bearer}, ? FROM {table} WHERE tag = ?",
                    (other, number),
                )
            connection.execute("DELETE FROM tags WHERE id = ?", (number,))

    def remove_tag(self, name: str) -> None:
        """Takes a tag from all pieces and notes. Raises LibraryError ``library.no_tag``, ``library.empty_name``."""
        with self._session.writing() as connection:
            connection.execute("DELETE FROM tags WHERE id = ?", (self._tag(connection, name),))

    def collections(self) -> list[Collection]:
        """All collections, by name."""
        with self._session.reading() as connection:
            return [Collection(*row) for row in connection.execute(f"{_COLLECTIONS} ORDER BY fold_key")]

    def add_collection(self, name: str) -> Collection:
        """Makes an empty collection. Raises LibraryError ``library.empty_name``, ``library.same_collection``."""
        with self._session.writing() as connection:
            name = self._free_name(connection, name, None)
            connection.execute(
                "INSERT INTO collections (fold_key, name, created) VALUES (?, ?, ?)", (fold_key(name), name, _now())
            )
            return self._collection(connection, connection.last_insert_rowid())

    def rename_collection(self, collection: int, name: str) -> Collection:
        """Renames a collection. Raises LibraryError as ``add_collection`` does, and ``library.no_collection``."""
        with self._session.writing() as connection:
            self._require_collection(connection, collection)
            name = self._free_name(connection, name, collection)
            connection.execute(
                "UPDATE collections SET (fold_key, name) = (?, ?) WHERE id = ?", (fold_key(name), name, collection)
            )
            return self._collection(connection, collection)

    def remove_collection(self, collection: int) -> None:
        """Removes a collection; its pieces stay in the library. Raises LibraryError ``library.no_collection``."""
        with self._session.writing() as connection:
            self._require_collection(connection, collection)
            connection.execute("DELETE FROM collections WHERE id = ?", (collection,))

    def collect(self, pieces: Sequence[int], collection: int) -> None:
        """Puts pieces into a collection; what is in others stays there. Raises LibraryError
        ``library.no_collection``."""
        with self._session.writing() as connection:
            self._require_collection(connection, collection)
            self._require(connection, pieces)
            connection.executemany(
                "INSERT OR IGNORE INTO piece_collections (piece, collection) VALUES (?, ?)",
                ((piece, collection) for piece in pieces),
            )

    def uncollect(self, pieces: Sequence[int], collection: int) -> None:
        """Takes those pieces out of a collection that are in it. Raises LibraryError ``library.no_collection``."""
        with self._session.writing() as connection:
            self._require_collection(connection, collection)
            self._require(connection, pieces)
            connection.executemany(
                "DELETE FROM piece_collections WHERE piece = ? AND collection = ?",
                ((piece, collection) for piece in pieces),
            )

    def trash(self, pieces: Sequence[int]) -> None:
        """Puts pieces into the trash, with all that hangs on them; those that are there already stay as they are."""
        now = _now()
        with self._session.writing() as connection:
            self._require(connection, pieces)
            connection.executemany(
                "UPDATE pieces SET trashed = ? WHERE id = ? AND trashed IS NULL", ((now, piece) for piece in pieces)
            )

    def untrash(self, pieces: Sequence[int]) -> None:
        """Takes pieces out of the trash, as they were put there."""
        self._set(pieces, "trashed", None)

    def trashed(self) -> list[PieceSummary]:
        """The pieces in the trash, the last put there first."""
        with self._session.reading() as connection:
            return summaries.trashed(connection)

    def empty_trash(self, pieces: Sequence[int] | None = None) -> int:
        """Deletes what is in the trash for ever, or only those of its pieces: the texts, what a person made of them,
        what the memory has of them. Their numbers are not given to others. Gives how many there were.

        It is no step that can be undone. Raises LibraryError ``library.not_in_trash`` for a piece that is not there.
        """
        with self._session.writing() as connection:
            lying = {number for (number,) in connection.execute(_IN_TRASH)}
            chosen = lying if pieces is None else set(pieces)
            if chosen - lying:
                self._require(connection, chosen)
                raise LibraryError("library.not_in_trash", piece=min(chosen - lying))
            with self._session.unrecorded():
                connection.executemany("DELETE FROM pieces WHERE id = ?", ((piece,) for piece in sorted(chosen)))
                connection.execute(
                    "DELETE FROM tags WHERE id NOT IN (SELECT tag FROM piece_tags)"
                    " AND id NOT IN (SELECT tag FROM annotation_tags)"
                )
        return len(chosen)

    def near_duplicates(self, piece: int) -> list[tuple[PieceSummary, float]]:
        """The pieces that are the same article but for small differences, each with its likeness (up to 1), the most
        alike first. None that lies in the trash, or that was dismissed, is among them."""
        with self._session.reading() as connection:
            require_piece(connection, piece)
            return duplicates.near(connection, piece)

    def all_duplicates(self) -> list[tuple[list[PieceSummary], float]]:
        """The groups of such pieces in the whole library, each by their numbers and with the least likeness in it, the
        most alike first."""
        with self._session.reading() as connection:
            return duplicates.groups(connection)

    def merge(self, keep: int, others: Sequence[int]) -> None:
        """Makes pieces one: notes and bookmarks move to the one that is kept, tags, collections, star, name and how
        far it is read become its own too. The others go to the trash whole, with their texts and what a person edited
        in them. Raises LibraryError ``library.in_trash``."""
        with self._session.writing() as connection:
            self._require(connection, [keep, *others])
            for piece in (keep, *others):
                if connection.execute("SELECT trashed FROM pieces WHERE id = ?", (piece,)).get is not None:
                    raise LibraryError("library.in_trash", piece=piece)
            given = [piece for piece in others if piece != keep]
            for other in given:
                duplicates.merge(connection, keep, other)
            self.trash(given)

    def dismiss(self, piece: int, other: int) -> None:
        """Keeps that two pieces are two, however alike: they are not named as duplicates again."""
        with self._session.writing() as connection:
            self._require(connection, [piece, other])
            if piece != other:
                duplicates.dismiss(connection, piece, other)

    def _set(self, pieces: Sequence[int], column: str, value: str | int | None) -> None:
        with self._session.writing() as connection:
            self._require(connection, pieces)
            connection.executemany(
                f"UPDATE pieces SET {column} = ? WHERE id = ? AND {column} IS NOT ?",
                ((value, piece, value) for piece in pieces),
            )

    def _require(self, connection: apsw.Connection, pieces: Iterable[int]) -> None:
        for piece in pieces:
            require_piece(connection, piece)

    def _tag(self, connection: apsw.Connection, name: str) -> int:
        number = tags.find(connection, name)
        if number is None:
            raise LibraryError("library.no_tag", name=name)
        return number

    def _collection(self, connection: apsw.Connection, number: int) -> Collection:
        self._require_collection(connection, number)
        return Collection(*connection.execute(f"{_COLLECTIONS} WHERE id = ?", (number,)).get)

    def _require_collection(self, connection: apsw.Connection, number: int) -> None:
        if not connection.execute("SELECT EXISTS (SELECT 1 FROM collections WHERE id = ?)", (number,)).get:
            raise LibraryError("library.no_collection")

    def _free_name(self, connection: apsw.Connection, name: str, own: int | None) -> str:
        """The name as it is kept, which no other collection has."""
        name = tags.tidy(name)
        query = "SELECT id, name FROM collections WHERE fold_key = ?"
        other = connection.execute(query, (fold_key(name),)).fetchone()
        if other is not None and other[0] != own:
            raise LibraryError("library.same_collection", name=other[1])
        return name


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
