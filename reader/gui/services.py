"""What the window asks of the rest of the app, as protocols: the composition root hands in one object that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from reader.gui.library_services import Backup, Finding, Library, Relocked, Report, Rescued
    from reader.model import Article, Offer, OfferList, Package, PackageDetails, Pair, Progress, Reading, Term
    from reader.raw_document import RawDocument
    from reader.settings import Settings
    from reader.translation.translator import Translator


class Lexicon(Protocol):
    """The readings of Arabic words."""

    def readings(self, words: Sequence[str]) -> list[tuple[Reading, ...]]:
        """For each word its readings. Raises TranslationError where the lexicon cannot work."""
        ...

    def close(self) -> None:
        """Says that it is not needed any more here; its process ends where nobody needs it."""
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

    def warning(self) -> Finding | None:
        """What a person should know of where the library lies, once for each place."""
        ...

    def backup(self, file: Path) -> None:
        """Copies the library to a file, whole or not at all. Raises LibraryError and OutputError."""
        ...

    def back_up_if_due(self) -> Backup | None:
        """Makes the daily backup where it is time for it. Raises LibraryError and OutputError."""
        ...

    def backups(self) -> Sequence[Backup]:
        """The backups that were made without being asked for, the newest first."""
        ...

    def restore(self, file: Path) -> Path | None:
        """Puts a backup in the library's place; gives the backup of what was there, None where nothing was. Who has
        the library open sees it at the next look. Raises LibraryError and OutputError."""
        ...

    def check(self) -> Report:
        """Checks the library and mends what is derived. Raises LibraryError."""
        ...

    def rescue(self) -> Rescued:
        """Saves what can be read of a damaged library into a sound one in its place; the library must not be open in
        this process where it is so damaged that it cannot be. Raises LibraryError and OutputError."""
        ...

    def is_locked(self) -> bool:
        """Whether the library has a passphrase. Raises LibraryError where its file cannot be read."""
        ...

    def is_shut(self) -> bool:
        """Whether it has one that nobody has given yet. Raises LibraryError likewise."""
        ...

    def unlock(self, passphrase: str, file: Path | None = None) -> None:
        """Opens the locked library, or a backup, for the rest of this run. Raises LibraryError where the passphrase is
        wrong."""
        ...

    def lock(self, passphrase: str | None) -> Relocked:
        """Locks the library and its backups by a passphrase, another one or, for None, none any more; nobody may have
        the library open. Raises LibraryError and OutputError."""
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
