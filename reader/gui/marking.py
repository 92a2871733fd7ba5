"""What a person marks in the open article: highlights with their notes, and bookmarks. No widgets here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from reader.gui.marks import Marks, by_side, marks_of
from reader.model import COLOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.gui.desk import Desk
    from reader.gui.library_services import Library
    from reader.gui.shelf import Shelf
    from reader.model import Annotation, Bookmark, Place, Selector, Side

    Labels = dict[str, str | None]
    Found = tuple[int, list[Annotation], list[Bookmark]]

T = TypeVar("T")

HIGHLIGHT = str(QT_TRANSLATE_NOOP("steps", "highlight"))
NOTE = str(QT_TRANSLATE_NOOP("steps", "change of a note"))
COLOUR = str(QT_TRANSLATE_NOOP("steps", "change of colour"))
PLACING = str(QT_TRANSLATE_NOOP("steps", "placing of a note"))
REMOVAL = str(QT_TRANSLATE_NOOP("steps", "removal of a note"))
BOOKMARK = str(QT_TRANSLATE_NOOP("steps", "bookmark"))
BOOKMARK_NAME = str(QT_TRANSLATE_NOOP("steps", "name of a bookmark"))
BOOKMARK_REMOVAL = str(QT_TRANSLATE_NOOP("steps", "removal of a bookmark"))
COLOUR_NAME = str(QT_TRANSLATE_NOOP("steps", "name of a colour"))
"""What the menu calls the steps."""


class Marking(QObject):
    """The marks of the open article, read anew whenever the library may hold others, and what is done to them: each a
    step that can be undone. An article that is not in the library is put there first.

    ``colour`` is the one that was used last. ``labels`` are the names a person gave the colours, None without one.
    """

    changed = Signal()
    """``annotations`` or ``bookmarks`` are others than before, or may stand elsewhere."""
    labelled = Signal()
    """The colours' ``labels`` are others than before."""
    made = Signal(object)
    """The Annotation that was just made of a selection."""
    failed = Signal(object)
    """The exception that kept something from being done."""

    def __init__(self, desk: Desk, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.annotations: tuple[Annotation, ...] = ()
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.labels: Labels = dict.fromkeys(COLOURS)
        self.colour = COLOURS[0]
        self._desk, self._shelf = desk, shelf
        self._piece: int | None = None
        self._stale = False
        desk.opened.connect(self._begin)
        desk.paired.connect(self._note_pair)
        desk.changed.connect(self._follow)
        shelf.listed.connect(self.refresh)  # after each change, also of texts, in which what is marked then stands anew

    @property
    def marks(self) -> Marks:
        """What is to be drawn."""
        return marks_of(self.annotations, self.bookmarks)

    def get(self, annotation: int) -> Annotation | None:
        """The annotation of that number."""
        return next((one for one in self.annotations if one.id == annotation), None)

    def refresh(self) -> None:
        """Reads the marks of what is open anew."""
        piece = self._desk.piece
        if piece is None:
            return

        def work() -> Iterator[tuple[Found, Labels]]:
            library = self._shelf.on_lane()
            found = piece, library.annotations.of_piece(piece), library.bookmarks.of_piece(piece)
            yield found, library.annotations.colours()

        def take(result: tuple[Found, Labels]) -> None:
            (found, annotations, bookmarks), labels = result
            self._take_labels(labels)
            if found == self._desk.piece:
                self._take(tuple(annotations), tuple(bookmarks))

        # A piece that went while it was asked about has no marks, and whoever took it away says what there is to say.
        self._shelf.run(work, take, lambda _: None)

    # What a person does

    def highlight(self, places: Sequence[tuple[Side, Place]], colour: str | None = None) -> None:
        """Highlights places of the open article, as one annotation; in the last colour for None."""
        self.colour = colour or self.colour
        colour = self.colour

        def do(piece: int) -> None:
            def work(library: Library) -> Annotation:
                return library.annotations.add(piece, _selectors(library, piece, places), colour)

            self._step(HIGHLIGHT, work, self.made.emit)

        if places:
            self._desk.with_piece(do)

    def place(self, annotation: int, places: Sequence[tuple[Side, Place]]) -> None:
        """Puts an annotation to other places of the open article."""

        def do(piece: int) -> None:
            def work(library: Library) -> Annotation:
                return library.annotations.place(annotation, _selectors(library, piece, places))

            self._step(PLACING, work)

        if places:
            self._desk.with_piece(do)

    def write(
        self, annotation: int, note: str, tags: Sequence[str], otherwise: Callable[[Exception], None] | None = None
    ) -> None:
        """Gives an annotation this note and these tags; ``otherwise`` is told why where that cannot be."""
        self._step(
            NOTE,
            lambda library: library.annotations.change(annotation, note=note, tags=tags),
            otherwise=otherwise,
        )

    def recolour(self, annotation: int, colour: str) -> None:
        """Gives an annotation another colour."""
        self.colour = colour
        self._step(COLOUR, lambda library: library.annotations.change(annotation, colour=colour))

    def remove(self, annotation: int) -> None:
        """Removes an annotation."""
        self._step(REMOVAL, lambda library: library.annotations.remove(annotation))

    def toggle_bookmark(self, block: int) -> None:
        """Bookmarks a block of the open article, or takes the bookmark there away."""
        there = next((one for one in self.bookmarks if one.block == block), None)
        if there is not None:
            self.remove_bookmark(there.id)
            return
        self._desk.with_piece(
            lambda piece: self._step(BOOKMARK, lambda library: library.bookmarks.add(piece, block)),
        )

    def rename_bookmark(self, bookmark: int, label: str) -> None:
        """Gives a bookmark a name, "" for none."""
        self._step(BOOKMARK_NAME, lambda library: library.bookmarks.rename(bookmark, label.strip() or None))

    def remove_bookmark(self, bookmark: int) -> None:
        """Removes a bookmark."""
        self._step(BOOKMARK_REMOVAL, lambda library: library.bookmarks.remove(bookmark))

    def name_colour(self, colour: str, label: str) -> None:
        """Gives a colour a name, "" for its own."""
        self._step(COLOUR_NAME, lambda library: library.annotations.name_colour(colour, label.strip() or None))

    def _step(
        self,
        name: str,
        work: Callable[[Library], Any],
        then: Callable[[Any], None] = lambda _: None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        def fail(error: Exception) -> None:
            self.failed.emit(error)
            if otherwise is not None:
                otherwise(error)

        self._shelf.step(name, work, then, fail)

    # What there is

    def _begin(self) -> None:
        self._piece = self._desk.piece
        self._take((), ())
        self.refresh()

    def _follow(self) -> None:
        """Reads anew where the article has become a piece, or is one no more."""
        if self._desk.piece == self._piece:
            return
        self._piece = self._desk.piece
        if self._piece is None:
            self._take((), ())
        else:
            self.refresh()

    def _note_pair(self) -> None:
        """What is drawn on a new translation is not known until it is in the library, be it the same then as before."""
        self._stale = True

    def _take(self, annotations: tuple[Annotation, ...], bookmarks: tuple[Bookmark, ...]) -> None:
        if self._stale or (annotations, bookmarks) != (self.annotations, self.bookmarks):
            self._stale = False
            self.annotations, self.bookmarks = annotations, bookmarks
            self.changed.emit()

    def _take_labels(self, labels: Labels) -> None:
        if labels != self.labels:
            self.labels = labels
            self.labelled.emit()


def _selectors(library: Library, piece: int, places: Sequence[tuple[Side, Place]]) -> list[Selector]:
    return [library.annotations.select(piece, side, found) for side, found in by_side(places).items()]
