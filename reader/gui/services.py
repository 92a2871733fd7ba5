"""What the window asks of the rest of the app, as protocols: the composition root hands in one object that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
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
        Offer,
        OfferList,
        Package,
        PackageDetails,
        Pair,
        PairedArticle,
        PairVersion,
        Piece,
        PieceSummary,
        Place,
        Progress,
        RawDocument,
        Reading,
        ReadState,
        Selector,
        Side,
        Term,
    )
    from reader.settings import Settings
    from reader.translation.translator import Translator


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


class Backup(Protocol):
    """A copy of the library that was made without being asked for."""

    @property
    def file(self) -> Path:
        """Where it lies."""
        ...

    @property
    def made(self) -> str:
        """When: ISO 8601, UTC."""
        ...

    @property
    def reason(self) -> str:
        """Why: "automatic", "version", "before-restore" or "damaged"."""
        ...

    @property
    def size(self) -> int:
        """How large it is, in bytes."""
        ...


class Finding(Protocol):
    """Something about a library that a person should know."""

    @property
    def code(self) -> str:
        """What names its sentences in ``reader.wording``."""
        ...

    @property
    def data(self) -> dict[str, object]:
        """What fills them."""
        ...


class Report(Protocol):
    """What a check of the library has found."""

    @property
    def problems(self) -> Sequence[Finding]:
        """What is wrong and stays so."""
        ...

    @property
    def repaired(self) -> Sequence[Finding]:
        """What was wrong and is mended."""
        ...


class Rescued(Protocol):
    """What was saved of a damaged library."""

    @property
    def saved(self) -> dict[str, int]:
        """How many rows, by the name of the table."""
        ...

    @property
    def kept(self) -> Path | None:
        """Where the damaged file is."""
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

    def recording(self) -> AbstractContextManager[Recording]:
        """One transaction for all that is done in the block; what it changed of a person's making can be undone."""
        ...

    def undo(self, change: Change) -> Change:
        """Makes such a change undone, and gives what undoes that."""
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


class Lexicon(Protocol):
    """The readings of Arabic words."""

    def readings(self, words: Sequence[str]) -> list[tuple[Reading, ...]]:
        """For each word its readings. Raises TranslationError where the lexicon cannot work."""
        ...

    def close(self) -> None:
        """Ends its process."""
        ...


class TermRow(Protocol):
    """A row of a file of terms."""

    @property
    def source(self) -> str:
        """The term."""
        ...

    @property
    def target(self) -> str:
        """The translation wanted for it."""
        ...

    @property
    def note(self) -> str | None:
        """What else the row says."""
        ...


class TermTable(Protocol):
    """What a file of terms holds."""

    @property
    def rows(self) -> Sequence[TermRow]:
        """Its terms."""
        ...

    @property
    def incomplete(self) -> Sequence[int]:
        """The numbers of the rows that lack a term or its translation, from 1."""
        ...


class PackageStore(Protocol):
    """The installed translation packages."""

    def installed(self) -> list[Package]:
        """All of them, by name, the highest version first."""
        ...

    def details(self, address: str) -> PackageDetails:
        """What a package says of itself. Raises PackageError where there is none of that address."""
        ...

    def install(self, file: Path) -> Package:
        """Installs a package file. Raises PackageError, and then leaves what is installed as it was."""
        ...


class App(Protocol):
    """The composition root, as far as the window knows it. ReaderError is raised for what a person can mend."""

    @property
    def settings(self) -> Settings:
        """What the user has chosen."""
        ...

    def change(self, **settings: object) -> None:
        """Changes settings by name, and saves them."""
        ...

    def read(self, argument: str) -> RawDocument:
        """The text of a file. Raises SourceError."""
        ...

    def paste(self, text: str) -> RawDocument:
        """Text from the clipboard. Raises SourceError."""
        ...

    def sample(self) -> RawDocument:
        """The article of our own that a first start shows."""
        ...

    def parse(self, raw: RawDocument) -> Article:
        """The article on a page."""
        ...

    def put_back(self, article: Article, line: int) -> Article:
        """The article with a line that was set aside back in its body."""
        ...

    def library(self) -> Library:
        """A connection to the library. Raises LibraryError."""
        ...

    def backup(self, file: Path) -> None:
        """Copies the library to a file. Raises LibraryError and OutputError."""
        ...

    def backups(self) -> Sequence[Backup]:
        """The backups that were made of the library without being asked for, the newest first."""
        ...

    def restore(self, file: Path) -> Path | None:
        """Puts a backup in the library's place, and gives the backup of what was there. Raises LibraryError and
        OutputError."""
        ...

    def check(self) -> Report:
        """Checks the library and mends what is derived. Raises LibraryError."""
        ...

    def rescue(self) -> Rescued:
        """Saves what can be read of a damaged library into a sound one in its place. Raises LibraryError and
        OutputError."""
        ...

    def packages(self) -> PackageStore:
        """The installed translation packages."""
        ...

    def translator(self, choice: str = "auto") -> Translator:
        """The engine of that name, or the best there is."""
        ...

    def offers(self, is_wanted: Callable[[], bool]) -> list[Offer]:
        """The packages that can be had, asked of the network now, until that is not wanted any more. Raises
        DownloadError."""
        ...

    def kept_offers(self) -> OfferList | None:
        """The packages that could be had when the network was last asked, None where it never was."""
        ...

    def download_package(self, offer: Offer) -> Iterator[Progress | Package]:
        """Downloads a package, and installs it at the end. Raises DownloadError and PackageError."""
        ...

    def use_package(self, address: str) -> Package:
        """Makes an installed package the one to translate with. Raises PackageError and OutputError."""
        ...

    def remove_package(self, address: str) -> None:
        """Removes an installed package. Raises PackageError."""
        ...

    def place_in_english(self, place: str) -> str:
        """The name of the place that a date line names, in English."""
        ...

    def pair(
        self,
        article: Article,
        translator: Translator,
        known: Iterable[Pair] = (),
        again: AbstractSet[int] = frozenset(),
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> Iterator[Pair]:
        """The pairs of an article, each as it is done, those that are known and good enough as they are; those of the
        blocks in ``again`` anew. Some come once more in the end, with better word links. Ends soon after ``is_wanted``
        says no."""
        ...

    def edited(self, pair: Pair, text: str) -> Pair:
        """The pair with what a person has written; itself where that changes nothing. Raises TranslationError."""
        ...

    def lexicon(self) -> Lexicon:
        """The lexicon, whose process starts when it is first asked something."""
        ...

    def terms_in(self, file: Path) -> TermTable:
        """The terms in a CSV or TSV file. Raises SourceError and LibraryError."""
        ...

    def terms_as_file(self, terms: Iterable[Term], name: str) -> bytes:
        """The terms as such a file of that name."""
        ...

    def report_bug(self, error: BaseException) -> Path:
        """Writes a report of a bug of ours; where it lies."""
        ...
