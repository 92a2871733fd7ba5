"""Annotations: what a person has highlighted in pieces, with their notes and tags."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.arabic.folding import fold_with_map
from reader.errors import LibraryError
from reader.library import anchoring, anchors, rows, tags
from reader.library.pairs import MAX_ID, require_piece
from reader.model import COLOURS, Annotation, Selector, Side, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import EllipsisType

    import apsw

    from reader.library.session import Session
    from reader.model import Place, Span

SHOWN_QUOTE = 60
"""How many code points of a quote that is not found an error repeats."""

_ALL = "SELECT annotations.id, piece, colour, note, annotations.created, annotations.updated FROM annotations"
_TARGETS = """
    SELECT annotation, side, exact, prefix, suffix, start, places
    FROM selectors LEFT JOIN anchors USING (annotation, side)"""
_TAGS = "SELECT annotation, name FROM annotation_tags JOIN tags ON tags.id = tag"


class Annotations:
    """The annotations of a library.

    What a person has made stays until they change it themselves; only where it stands follows the texts. Methods that
    name a piece or an annotation raise LibraryError ``library.no_piece`` or ``annotation.none`` where there is no such
    thing, and what a Library's may.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        piece: int,
        selectors: Sequence[Selector],
        colour: str = COLOURS[0],
        note: str | None = None,
        tags: Iterable[str] = (),
    ) -> Annotation:
        """Annotates a piece at a selector of one side, or one of each. Raises LibraryError ``annotation.empty`` where
        there is none or one that quotes nothing, ``annotation.no_colour``, ``library.empty_name`` for a tag."""
        with self._session.writing() as connection:
            require_piece(connection, piece)
            now = _now()
            connection.execute(
                "INSERT INTO annotations (piece, colour, note, created, updated) VALUES (?, ?, ?, ?, ?)",
                (piece, _known(colour), _tidy(note), now, now),
            )
            annotation = connection.last_insert_rowid()
            self._put_selectors(annotation, selectors)
            self._put_tags(annotation, tags)
            anchors.refresh(connection, piece)
            return self.get(annotation)

    def change(
        self,
        annotation: int,
        *,
        colour: str | EllipsisType = ...,
        note: str | EllipsisType | None = ...,
        tags: Iterable[str] | EllipsisType = ...,
    ) -> Annotation:
        """Changes what is given and leaves the rest. A note of None or white space is none. Raises LibraryError as
        ``add`` does."""
        with self._session.writing() as connection:
            self._require(annotation)
            if colour is not ...:
                connection.execute("UPDATE annotations SET colour = ? WHERE id = ?", (_known(colour), annotation))
            if note is not ...:
                connection.execute("UPDATE annotations SET note = ? WHERE id = ?", (_tidy(note), annotation))
            if tags is not ...:
                self._put_tags(annotation, tags)
            self._touch(annotation)
            return self.get(annotation)

    def place(self, annotation: int, selectors: Sequence[Selector]) -> Annotation:
        """Puts an annotation elsewhere in its piece, as a person does with an orphan. The selectors take the place of
        those it had. Raises LibraryError as ``add`` does."""
        with self._session.writing() as connection:
            piece = self._require(annotation)
            self._put_selectors(annotation, selectors)
            self._touch(annotation)
            anchors.refresh(connection, piece)
            return self.get(annotation)

    def remove(self, annotation: int) -> None:
        """Removes an annotation."""
        with self._session.writing() as connection:
            self._require(annotation)
            connection.execute("DELETE FROM annotations WHERE id = ?", (annotation,))

    def get(self, annotation: int) -> Annotation:
        """The annotation of that number."""
        with self._session.reading() as connection:
            self._require(annotation)
            (found,) = _read(connection, "annotations.id = ?", annotation)
            return found

    def of_piece(self, piece: int) -> list[Annotation]:
        """The annotations of a piece in the order of its text, those on the source first where they begin in the same
        block; orphans last."""
        with self._session.reading() as connection:
            require_piece(connection, piece)
            return sorted(_read(connection, "piece = ?", piece), key=_order)

    def all(self) -> list[Annotation]:
        """All annotations, the newest first, without those of pieces in the trash."""
        with self._session.reading() as connection:
            return _read(connection, "pieces.trashed IS NULL")[::-1]

    def colours(self) -> dict[str, str | None]:
        """What a person calls each of COLOURS, None for one without a name of theirs."""
        with self._session.reading() as connection:
            labels: dict[str, str | None] = dict(connection.execute("SELECT name, label FROM colours"))
            return {colour: labels.get(colour) for colour in COLOURS}

    def name_colour(self, name: str, label: str | None) -> None:
        """Gives a colour a name of the person's own; None or white space takes it away. Raises LibraryError
        ``annotation.no_colour``."""
        with self._session.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO colours VALUES (?, ?)", (_known(name), _tidy(label)))

    def side_text(self, piece: int, side: Side) -> str:
        """The side's whole text, into which selectors point: its blocks' strings, those without one as empty, joined
        by newlines."""
        return anchoring.join(self._strings(piece, side))

    def select(self, piece: int, side: Side, places: Sequence[Place]) -> Selector:
        """A selector for what stands from the first of the places to the last, without the white space at its ends.
        Raises LibraryError ``annotation.empty`` where nothing does."""
        strings = self._strings(piece, side)
        return anchoring.select(anchoring.join(strings), side, anchoring.to_span(strings, places))

    def find_quote(self, piece: int, text: str) -> Selector:
        """A selector for the first place of a text on either side, the source before the target. Where it stands
        nowhere to the letter, spelling and white space do not count. Raises LibraryError ``annotation.empty`` for a
        blank text, ``annotation.no_quote`` where it is not found."""
        if not text.strip():
            raise LibraryError("annotation.empty")
        texts = [(side, self.side_text(piece, side)) for side in Side]
        for find in (_find_exact, _find_folded):
            for side, own in texts:
                span = find(own, text.strip())
                if span is not None:
                    return anchoring.select(own, side, span)
        quote = " ".join(text.split())
        shown = quote if len(quote) <= SHOWN_QUOTE else f"{quote[:SHOWN_QUOTE]}…"
        raise LibraryError("annotation.no_quote", piece=piece, quote=shown)

    def _strings(self, piece: int, side: Side) -> list[str]:
        with self._session.reading() as connection:
            require_piece(connection, piece)
            return anchors.strings(connection, piece, side)

    def _put_selectors(self, annotation: int, selectors: Sequence[Selector]) -> None:
        by_side = {selector.side: selector for selector in selectors}
        if not by_side or not all(selector.exact.strip() for selector in selectors):
            raise LibraryError("annotation.empty")
        connection = self._session.connection
        for side in Side:
            one = by_side.get(side)
            if one is None:
                connection.execute("DELETE FROM selectors WHERE (annotation, side) = (?, ?)", (annotation, side.value))
                continue
            connection.execute(
                """INSERT INTO selectors VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                (exact, prefix, suffix, start) = (excluded.exact, excluded.prefix, excluded.suffix, excluded.start)""",
                (annotation, side.value, one.exact, one.prefix, one.suffix, one.start),
            )

    def _put_tags(self, annotation: int, names: Iterable[str]) -> None:
        connection = self._session.connection
        wanted = {tags.find_or_make(self._session, name) for name in names}
        query = "SELECT tag FROM annotation_tags WHERE annotation = ?"
        known = {tag for (tag,) in connection.execute(query, (annotation,))}
        for tag in known - wanted:
            connection.execute("DELETE FROM annotation_tags WHERE (annotation, tag) = (?, ?)", (annotation, tag))
        for tag in wanted - known:
            connection.execute("INSERT INTO annotation_tags VALUES (?, ?)", (annotation, tag))

    def _require(self, annotation: int) -> int:
        """The piece of an annotation that must be there."""
        found = None
        if 0 < annotation <= MAX_ID:
            found = self._session.connection.execute("SELECT piece FROM annotations WHERE id = ?", (annotation,)).get
        if found is None:
            raise LibraryError("annotation.none", annotation=annotation)
        return int(found)

    def _touch(self, annotation: int) -> None:
        self._session.connection.execute("UPDATE annotations SET updated = ? WHERE id = ?", (_now(), annotation))


def _read(connection: apsw.Connection, condition: str, *values: int) -> list[Annotation]:
    """The annotations that a condition on annotations and pieces holds for, by their numbers."""
    chosen = (
        f"annotation IN (SELECT annotations.id FROM annotations JOIN pieces ON pieces.id = piece WHERE {condition})"
    )
    targets: dict[int, list[Target]] = defaultdict(list)
    # "source" stands before "target" in the alphabet too.
    for annotation, side, exact, prefix, suffix, start, places in connection.execute(
        f"{_TARGETS} WHERE {chosen} ORDER BY annotation, side", values
    ):
        selector = Selector(rows.to_side(side), exact, prefix, suffix, start)
        targets[annotation].append(Target(selector, anchors.to_places(places)))
    names: dict[int, list[str]] = defaultdict(list)
    for annotation, name in connection.execute(f"{_TAGS} WHERE {chosen} ORDER BY name", values):
        names[annotation].append(name)
    return [
        Annotation(number, piece, tuple(targets[number]), colour, note, tuple(names.get(number, ())), created, updated)
        for number, piece, colour, note, created, updated in connection.execute(
            f"{_ALL} JOIN pieces ON pieces.id = piece WHERE {condition} ORDER BY annotations.id", values
        )
    ]


def _order(annotation: Annotation) -> tuple[bool, int, bool, int, int]:
    """What sorts the annotations of a piece by their first places."""
    first = next((target for target in annotation.targets if target.places), None)
    if first is None:
        return True, 0, False, 0, annotation.id
    place = first.places[0]
    return False, place.block, first.selector.side is Side.TARGET, place.start, annotation.id


def _find_exact(text: str, quote: str) -> Span | None:
    start = text.find(quote)
    if start < 0:
        return None
    end = start + len(quote)
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1  # the vowel signs on the last letter belong to it
    return start, end


def _find_folded(text: str, quote: str) -> Span | None:
    """The first place of what a reader takes for the quote."""
    wanted = _spaced(quote)[0].strip()
    folded, offsets = _spaced(text)
    start = folded.find(wanted)
    if start < 0 or not wanted:
        return None
    return offsets[start], offsets[start + len(wanted)]


def _spaced(text: str) -> tuple[str, list[int]]:
    """``fold_with_map``, with each run of white space as one space."""
    folded, offsets = fold_with_map(text)
    kept = [
        place
        for place, character in enumerate(folded)
        if not (character.isspace() and place and folded[place - 1].isspace())
    ]
    plain = "".join(" " if folded[place].isspace() else folded[place] for place in kept)
    return plain, [*(offsets[place] for place in kept), len(text)]


def _known(colour: str) -> str:
    if colour not in COLOURS:
        raise LibraryError("annotation.no_colour", colour=colour, colours=", ".join(COLOURS))
    return colour


def _tidy(text: str | None) -> str | None:
    """A note or label as it is kept: None for one that says nothing."""
    return (text or "").strip() or None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
