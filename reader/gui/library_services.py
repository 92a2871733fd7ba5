"""What the window asks of the library, as protocols: one open file, its parts, and what is told of it as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import EllipsisType

    from reader.gui.search_services import Search
    from reader.model import (
        Annotation,
        Article,
        Bookmark,
        Change,
        Collection,
        Engine,
        Pair,
        PairedArticle,
        PairVersion,
        Piece,
        PieceSummary,
        Place,
        ReadState,
        Selector,
        Side,
        Term,
    )


class Shelves(Protocol):
    """The order that a person keeps in a library. What is done to several pieces is done to all of them or none. Every
    method may raise LibraryError."""

    def star(self, pieces: Sequence[int], on: bool) -> None:
        """Gives pieces the star, or takes it from them."""
        ...

    def set_state(self, pieces: Sequence[int], state: ReadState) -> None:
        """Says how far pieces are read."""
        ...

    def set_place(self, piece: int, block: int, fraction: float) -> None:
        """Keeps where the reader left off: the block (its index) and how far down it, from 0 to 1."""
        ...

    def rename(self, piece: int, name: str | None) -> None:
        """Gives a piece a name of the person's own; a blank one gives it the article's title again."""
        ...

    def tag(self, pieces: Sequence[int], name: str) -> None:
        """Puts a tag on pieces."""
        ...

    def untag(self, pieces: Sequence[int], name: str) -> None:
        """Takes a tag from those pieces that have it."""
        ...

    def tags(self) -> list[tuple[str, int]]:
        """The tags in use, by name, each with the number of pieces it is on."""
        ...

    def rename_tag(self, name: str, new: str) -> None:
        """Renames a tag wherever it stands."""
        ...

    def remove_tag(self, name: str) -> None:
        """Takes a tag from all pieces and notes."""
        ...

    def collections(self) -> list[Collection]:
        """All collections, by name."""
        ...

    def add_collection(self, name: str) -> Collection:
        """Makes an empty collection."""
        ...

    def rename_collection(self, collection: int, name: str) -> Collection:
        """Renames a collection."""
        ...

    def remove_collection(self, collection: int) -> None:
        """Removes a collection; its pieces stay in the library."""
        ...

    def collect(self, pieces: Sequence[int], collection: int) -> None:
        """Puts pieces into a collection; what is in others stays there."""
        ...

    def uncollect(self, pieces: Sequence[int], collection: int) -> None:
        """Takes pieces out of a collection."""
        ...

    def trash(self, pieces: Sequence[int]) -> None:
        """Puts pieces into the trash, with all that hangs on them."""
        ...

    def untrash(self, pieces: Sequence[int]) -> None:
        """Takes pieces out of the trash, as they were put there."""
        ...

    def trashed(self) -> list[PieceSummary]:
        """The pieces in the trash, the last put there first."""
        ...

    def empty_trash(self, pieces: Sequence[int] | None = None) -> int:
        """Deletes what is in the trash for ever, or only those of its pieces; how many there were."""
        ...

    def near_duplicates(self, piece: int) -> list[tuple[PieceSummary, float]]:
        """The pieces that are the same article but for small differences, each with its likeness (up to 1)."""
        ...

    def all_duplicates(self) -> list[tuple[list[PieceSummary], float]]:
        """The groups of such pieces in the whole library, with the least likeness in each."""
        ...

    def merge(self, keep: int, others: Sequence[int]) -> None:
        """Makes pieces one; what is not kept goes to the trash."""
        ...

    def dismiss(self, piece: int, other: int) -> None:
        """Keeps that two pieces are two, however alike."""
        ...


class Recording(Protocol):
    """What a block of changes has changed."""

    @property
    def change(self) -> Change | None:
        """The changes, once the block has ended; None before."""
        ...


class Annotations(Protocol):
    """What a person has highlighted and noted in pieces. Every method may raise LibraryError."""

    def add(
        self,
        piece: int,
        selectors: Sequence[Selector],
        colour: str = ...,
        note: str | None = None,
        tags: Iterable[str] = (),
    ) -> Annotation:
        """Annotates a piece."""
        ...

    def change(
        self,
        annotation: int,
        *,
        colour: str | EllipsisType = ...,
        note: str | EllipsisType | None = ...,
        tags: Iterable[str] | EllipsisType = ...,
    ) -> Annotation:
        """Changes what is given and leaves the rest."""
        ...

    def place(self, annotation: int, selectors: Sequence[Selector]) -> Annotation:
        """Puts an annotation elsewhere in its piece."""
        ...

    def remove(self, annotation: int) -> None:
        """Removes an annotation."""
        ...

    def of_piece(self, piece: int) -> list[Annotation]:
        """The annotations of a piece."""
        ...

    def all(self) -> list[Annotation]:
        """All annotations, the newest first, without those of pieces in the trash."""
        ...

    def colours(self) -> dict[str, str | None]:
        """What a person calls each colour, None for one without a name of theirs."""
        ...

    def name_colour(self, name: str, label: str | None) -> None:
        """Gives a colour a name of the person's own; None takes it away."""
        ...

    def select(self, piece: int, side: Side, places: Sequence[Place]) -> Selector:
        """A selector for what stands from the first of the places to the last."""
        ...


class Bookmarks(Protocol):
    """The paragraphs that a person wants to come back to. Every method may raise LibraryError."""

    def add(self, piece: int, block: int, label: str | None = None) -> Bookmark:
        """Bookmarks a paragraph."""
        ...

    def rename(self, bookmark: int, label: str | None) -> Bookmark:
        """Gives a bookmark a label; None takes it away."""
        ...

    def remove(self, bookmark: int) -> None:
        """Removes a bookmark."""
        ...

    def of_piece(self, piece: int) -> list[Bookmark]:
        """The bookmarks of a piece."""
        ...

    def all(self) -> list[Bookmark]:
        """All bookmarks, the newest first, without those of pieces in the trash."""
        ...


class Library(Protocol):
    """An open library: a connection, used and closed on the thread that made it. Every method may raise
    LibraryError."""

    @property
    def annotations(self) -> Annotations:
        """What is highlighted and noted."""
        ...

    @property
    def bookmarks(self) -> Bookmarks:
        """What is bookmarked."""
        ...

    @property
    def search(self) -> Search:
        """The search over all of it."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *raised: object) -> None: ...

    @property
    def shelves(self) -> Shelves:
        """The order that the person keeps in it."""
        ...

    def changed_elsewhere(self) -> bool:
        """Whether another process, or another window, has changed the library since this was last asked."""
        ...

    def recording(self) -> AbstractContextManager[Recording]:
        """One transaction for all that is done in the block; what it changed of a person's making can be undone."""
        ...

    def undo(self, change: Change) -> Change:
        """Makes such a change undone, and gives what undoes that."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether it can only be read: its folder is read-only, or the disk full."""
        ...

    def add(self, paired: PairedArticle) -> tuple[int, bool]:
        """The piece's id, and whether it is new: an article whose title and body the library has is that piece."""
        ...

    def summaries(self) -> list[PieceSummary]:
        """All pieces but those in the trash, the newest first."""
        ...

    def get(self, piece: int) -> Piece:
        """A piece in full."""
        ...

    def find(self, article: Article) -> int | None:
        """The piece this article is saved as, None where it is not, or lies in the trash."""
        ...

    def save_pairs(self, piece: int, pairs: Sequence[Pair], engine: Engine) -> None:
        """Puts newly made pairs into a piece."""
        ...

    def save_article(self, piece: int, paired: PairedArticle) -> None:
        """Replaces the text of a piece; what is as it was keeps its pairs."""
        ...

    def edit(self, piece: int, pair: Pair) -> None:
        """Puts in what a person has written; what it replaces goes into the history."""
        ...

    def keep_draft(self, piece: int, index: int, text: str) -> None:
        """Keeps what is being written at a place, until it is an edit or is dropped."""
        ...

    def drop_draft(self, piece: int, index: int) -> None:
        """Forgets what was being written at a place."""
        ...

    def drafts(self, piece: int) -> dict[int, str]:
        """What was being written in a piece when it was left off, by the places of the paragraphs."""
        ...

    def undo_edit(self, piece: int, index: int) -> Pair | None:
        """Goes back to what stood before the last edit; the pair that stands now."""
        ...

    def redo_edit(self, piece: int, index: int) -> Pair | None:
        """Does again what was undone last; the pair that stands now."""
        ...

    def discard_edit(self, piece: int, index: int) -> Pair | None:
        """Puts what an engine had made in the place of an edit; the pair that stands now."""
        ...

    def history(self, piece: int, index: int) -> list[PairVersion]:
        """What has stood at a place, the oldest first, the current one marked."""
        ...

    def terms(self) -> list[Term]:
        """The reader's glossary, in the order of the spelling."""
        ...

    def add_term(self, source: str, target: str, note: str | None = None) -> Term:
        """Adds a term; an error where the glossary has it already."""
        ...

    def change_term(self, term: int, source: str, target: str, note: str | None = None) -> Term:
        """Changes a term, and gives it as it was."""
        ...

    def remove_term(self, term: int) -> Term:
        """Removes a term, and gives it as it was."""
        ...


class Finding(Protocol):
    """Something that a person should know, for which ``reader.wording`` has sentences."""

    @property
    def code(self) -> str:
        """Names them."""
        ...

    @property
    def data(self) -> dict[str, object]:
        """Fills them."""
        ...


class Backup(Protocol):
    """A copy of the library that Muwazi has made by itself."""

    @property
    def file(self) -> Path:
        """Where it lies."""
        ...

    @property
    def made(self) -> str:
        """When, ISO 8601 in UTC."""
        ...

    @property
    def reason(self) -> str:
        """Why: "automatic", "version" (before a newer Muwazi changed the library), "before-restore", "damaged" (the
        library as it was found when it was rescued or restored)."""
        ...

    @property
    def size(self) -> int:
        """In bytes."""
        ...


class Report(Protocol):
    """What a check of the library has found."""

    @property
    def problems(self) -> Sequence[Finding]:
        """What is wrong and left."""
        ...

    @property
    def repaired(self) -> Sequence[Finding]:
        """What was wrong and is mended."""
        ...


class Relocked(Protocol):
    """What came of locking a library, or of unlocking it."""

    @property
    def left(self) -> Sequence[Path]:
        """The files beside the library that are as they were."""
        ...


class Rescued(Protocol):
    """What was saved of a damaged library."""

    @property
    def saved(self) -> dict[str, int]:
        """How many rows, by table: "pieces", "blocks", "annotations", "bookmarks", "terms" and others."""
        ...

    @property
    def incomplete(self) -> Sequence[int]:
        """The pieces that are not what they were."""
        ...

    @property
    def lost(self) -> int:
        """How many rows were seen and could not be saved."""
        ...

    @property
    def kept(self) -> Path | None:
        """Where the damaged file is."""
        ...
