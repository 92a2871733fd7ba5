"""All notes and bookmarks of the library, as the page that lists them has them. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.arabic.folding import fold
from reader.gui.marks import is_orphan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.gui.marking import Marking
    from reader.gui.shelf import Shelf
    from reader.model import Annotation, Bookmark, PieceSummary

ANNOTATION, BOOKMARK = "annotation", "bookmark"


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation or a bookmark with the piece it is in. ``quotes`` are the words it is on, the source's first;
    ``sought`` is all its words as a filter compares them; ``changed`` is ISO 8601 in UTC. ``colour`` is None for a
    bookmark; ``lost`` where the text does not hold the words any more."""

    kind: str
    id: int
    piece: int
    title: str
    quotes: tuple[str, ...]
    note: str
    tags: tuple[str, ...]
    colour: str | None
    changed: str
    lost: bool
    sought: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader wants to see of them: words (each must be there, however it is spelled), and None for any tag,
    colour (or BOOKMARK), piece, and number of days since the last change."""

    text: str = ""
    tag: str | None = None
    colour: str | None = None
    piece: int | None = None
    days: int | None = None

    def choose(self, entries: Sequence[Entry], now: datetime) -> list[Entry]:
        """Those of the entries that are wanted at a moment, in their order."""
        words = fold(self.text).split()
        since = "" if self.days is None else (now.astimezone(UTC) - timedelta(days=self.days)).isoformat()
        return [
            entry
            for entry in entries
            if entry.changed >= since
            and self.tag in (None, *entry.tags)
            and self.colour in (None, entry.colour or BOOKMARK)
            and self.piece in (None, entry.piece)
            and all(word in entry.sought for word in words)
        ]


class Notebook(QObject):
    """Lists them anew, from the library's lane, whenever they may have changed while somebody looks at them."""

    listed = Signal()
    """``entries`` are as they are now."""
    failed = Signal(object)
    """The exception that kept them from being listed."""

    def __init__(self, shelf: Shelf, marking: Marking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.watched = False
        self.marking = marking
        self._shelf = shelf
        shelf.listed.connect(lambda _: self.refresh() if self.watched else None)

    def refresh(self) -> None:
        """Lists them anew, the last changed first."""

        def work() -> Iterator[tuple[Entry, ...]]:
            library = self._shelf.on_lane()
            pieces = {summary.id: summary for summary in library.summaries()}
            found = [_of_annotation(one, pieces[one.piece]) for one in library.annotations.all() if one.piece in pieces]
            found += [_of_bookmark(one, pieces[one.piece]) for one in library.bookmarks.all() if one.piece in pieces]
            yield tuple(sorted(found, key=lambda entry: (entry.changed, entry.id), reverse=True))

        self._shelf.run(work, self._take, self.failed.emit)

    def remove(self, entry: Entry) -> None:
        """Removes an annotation or a bookmark."""
        if entry.kind == ANNOTATION:
            self.marking.remove(entry.id)
        else:
            self.marking.remove_bookmark(entry.id)

    def _take(self, entries: tuple[Entry, ...]) -> None:
        if entries != self.entries:
            self.entries = entries
            self.listed.emit()


def _title(piece: PieceSummary) -> str:
    return piece.title or piece.opening


def _of_annotation(one: Annotation, piece: PieceSummary) -> Entry:
    quotes = tuple(target.selector.exact for target in one.targets)
    said = " ".join((*quotes, one.note or "", *one.tags, _title(piece)))
    return Entry(
        ANNOTATION,
        one.id,
        one.piece,
        _title(piece),
        quotes,
        one.note or "",
        one.tags,
        one.colour,
        one.updated,
        is_orphan(one),
        fold(said),
    )


def _of_bookmark(one: Bookmark, piece: PieceSummary) -> Entry:
    said = " ".join((one.quote, one.label or "", _title(piece)))
    quotes = (one.quote,)
    return Entry(
        BOOKMARK,
        one.id,
        one.piece,
        _title(piece),
        quotes,
        one.label or "",
        (),
        None,
        one.created,
        one.block is None,
        fold(said),
    )
