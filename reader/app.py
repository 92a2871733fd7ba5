"""The composition root: the one place that wires the parts together and says where things are kept."""

from __future__ import annotations

import sys
from contextlib import closing, suppress
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from reader import settings
from reader.errors import DownloadError, LibraryError, OutputError, PackageError
from reader.sources import files

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from pathlib import Path
    from typing import BinaryIO

    from reader.arabic.lexicon_sharing import Lexicons, SharedLexicon
    from reader.library.backup import Backup
    from reader.library.check import Finding, Report
    from reader.library.keys import Keys
    from reader.library.locking import Relocked
    from reader.library.rescue import Rescued
    from reader.library.store import Library
    from reader.library.term_table import TermTable
    from reader.library.visits import LibraryVisits
    from reader.model import Article, Engine, Offer, OfferList, Package, Pair, PairedArticle, Progress, Term
    from reader.raw_document import RawDocument
    from reader.translation.decoding import Decoders
    from reader.translation.packages import PackageStore
    from reader.translation.translator import Translator


class App:
    """What the window and the command line are handed: the parts, wired, and nothing of their own.

    Heavy parts are imported when first asked for. Whoever asks for a library, a translator or a lexicon closes it, on
    the thread that asked.
    """

    def __init__(self, home: Path | None = None, lexicons: Lexicons | None = None) -> None:
        self.ask: Callable[[Path], Iterator[str]] | None = None
        """Asks for the passphrase of a locked library or backup, again after each that does not fit; it may give up by
        ending or by raising a ReaderError. Where nobody asks, whatever needs the library raises LibraryError
        ``library.locked`` until ``unlock`` has been called."""
        self.paths = settings.find_paths(home)
        self.settings = settings.load(self.paths.settings)
        self._changing = Lock()
        self._keys: Keys | None = None
        self._lexicons = lexicons
        self._decoders: Decoders | None = None

    def change(self, **changes: Any) -> None:
        """Changes settings and keeps them. Raises OSError where they cannot be written; they then hold for this run."""
        with self._changing:  # the choice of a model comes from another thread than the rest
            self.settings = replace(self.settings, **changes)
            settings.save(self.paths.settings, self.settings)

    def read(self, argument: str, stdin: BinaryIO | None = None) -> RawDocument:
        """The text behind an ARTICLE argument: a path, or "-" for ``stdin``. Raises SourceError."""
        return files.read(argument, stdin)

    def paste(self, text: str) -> RawDocument:
        """Text from the clipboard. Raises SourceError where it is empty, binary or too large."""
        return files.from_text(text)

    def sample(self) -> RawDocument:
        """The article of our own that a first start shows."""
        return replace(files.read(str(settings.sample_article()), None), source=None)

    def parse(self, raw: RawDocument) -> Article:
        """See ``pipeline.parse``."""
        from reader import pipeline

        return pipeline.parse(raw)

    def place_in_english(self, place: str) -> str:
        """The name of the place that a date line names, in English."""
        from reader.translation import place_names

        return place_names.in_english(place)

    def pair(
        self,
        article: Article,
        translator: Translator,
        known: Iterable[Pair] = (),
        again: AbstractSet[int] = frozenset(),
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> Iterator[Pair]:
        """See ``pipeline.pair``; the terms are those of the reader's glossary."""
        from reader import pipeline

        return pipeline.pair(article, translator, known, again, self.terms(), is_wanted)

    def settled(self, article: Article, known: Iterable[Pair], engine: Engine) -> list[Pair]:
        """See ``pipeline.settled``."""
        from reader import pipeline

        return pipeline.settled(article, known, engine)

    def is_by(self, pair: Pair, engine: Engine) -> bool:
        """See ``pipeline.is_by``."""
        from reader import pipeline

        return pipeline.is_by(pair, engine)

    def edited(self, pair: Pair, text: str) -> Pair:
        """See ``pipeline.edited``; the terms are those of the reader's glossary."""
        from reader import pipeline

        return pipeline.edited(pair, text, self.terms())

    def terms(self) -> list[Term]:
        """The reader's glossary, by a short visit to the library; empty where there is none, or none that can be
        read: that keeps nobody from reading."""
        try:
            return self._visits().terms()
        except LibraryError:
            return []

    def terms_in(self, file: Path) -> TermTable:
        """The terms in a CSV or TSV file. Raises SourceError and LibraryError."""
        from reader.library import term_table

        return term_table.parse(files.read_file(file).text, str(file))

    def terms_as_file(self, terms: Iterable[Term], name: str) -> bytes:
        """See ``term_table.render``."""
        from reader.library import term_table

        return term_table.render(terms, name)

    def paired(self, article: Article, pairs: Iterable[Pair], engine: Engine) -> PairedArticle:
        """See ``pipeline.paired``."""
        from reader import pipeline

        return pipeline.paired(article, pairs, engine)

    def put_back(self, article: Article, line: int) -> Article:
        """See ``correction.put_back``."""
        from reader.parsing import correction

        return correction.put_back(article, line)

    def library(self) -> Library:
        """A connection to the library, made where there is none. Raises LibraryError."""
        from reader.arabic.lemmas import Lemmas
        from reader.arabic.lexicon import Lexicon
        from reader.library.store import Library

        # A lexicon of its own: what search needs of it takes a second or two to make, and nobody else should wait.
        return Library(self.paths.library, Lemmas(Lexicon()), self.unlocked())

    def is_locked(self) -> bool:
        """Whether the library has a passphrase, known or not. Raises LibraryError where its file cannot be read."""
        from reader.library import keys
        from reader.library.connection import clear_errors

        with clear_errors(self.paths.library):
            return keys.is_locked(self.paths.library)

    def is_shut(self) -> bool:
        """Whether the library has a passphrase that nobody has given yet. Raises LibraryError likewise."""
        return not self._known_keys().has_any and self.is_locked()

    def unlock(self, passphrase: str, file: Path | None = None) -> None:
        """Opens the locked library, or the backup ``file``, for the rest of this run. Raises LibraryError
        ``library.wrong_passphrase``, or what else keeps it from being opened."""
        from reader.library.connection import clear_errors

        file = file or self.paths.library
        keys = self._known_keys()
        keys.add(passphrase)
        try:
            with clear_errors(file):
                keys.key_at(file)
        except LibraryError:
            keys.remove(passphrase)
            raise
        _keep_off_the_disk()

    def lock(self, passphrase: str | None) -> Relocked:
        """Locks the library and its backups by a passphrase, in the place of the one it may have; None takes that away.
        Nobody may have the library open. Raises LibraryError ``library.empty_passphrase``, ``library.busy`` and
        others, OutputError; see ``locking.relock``."""
        from reader.library import locking

        if passphrase == "":
            raise LibraryError("library.empty_passphrase")
        relocked = locking.relock(self.paths.library, passphrase, self.unlocked())
        if passphrase is not None:
            _keep_off_the_disk()
        return relocked

    def unlocked(self) -> Keys:
        """The keys, once they open the library where it is locked: its passphrase is asked for if need be. Raises
        LibraryError ``library.locked``, ``library.wrong_passphrase``."""
        if self.ask is not None and self.is_shut():
            self._ask_for(self.paths.library)
        return self._known_keys()

    def _ask_for(self, file: Path) -> None:
        wrong: LibraryError | None = None
        for passphrase in self.ask(file) if self.ask else ():
            try:
                return self.unlock(passphrase, file)
            except LibraryError as error:
                if error.code != "library.wrong_passphrase":
                    raise
                wrong = error
        raise wrong or LibraryError("library.locked", path=file)

    def _known_keys(self) -> Keys:
        from reader.library.keys import Keys

        with self._changing:
            if self._keys is None:
                self._keys = Keys()
            return self._keys

    def warning(self) -> Finding | None:
        """What a person should know of where the library lies, said once for each place: that a program keeps its
        folder in step with other machines, or that this has left copies of it."""
        from reader.library import surroundings
        from reader.library.check import Finding

        path = self.paths.library
        copies = surroundings.conflict_copies(path)
        cloud = surroundings.cloud_of(path)
        told = f"{path} {len(copies)}"
        if (not cloud and not copies) or told == self.settings.warned_of:
            return None
        with suppress(OSError):  # it is then said again
            self.change(warned_of=told)
        if copies:
            return Finding(
                "library.conflict_copies", {"path": path.parent, "count": len(copies), "copy": copies[0].name}
            )
        return Finding("library.in_cloud", {"path": path.parent, "cloud": cloud})

    def backup(self, file: Path) -> None:
        """Copies the library to ``file``, whole or not at all. Raises LibraryError and OutputError."""
        with closing(self.library()) as library:
            library.back_up(file)

    def back_up_if_due(self) -> Backup | None:
        """Makes the daily backup, where it is time for it; see ``backup.back_up_if_due``. Raises LibraryError and
        OutputError."""
        from reader.library import backup

        return backup.back_up_if_due(self.paths.library, keys=self._known_keys())

    def backups(self) -> list[Backup]:
        """The backups that were made of the library without being asked for, the newest first."""
        from reader.library import backup

        return backup.list_backups(self.paths.library)

    def restore(self, file: Path) -> Path | None:
        """Puts a backup in the library's place, and gives the backup of what was there; see ``restoring.restore``.
        Raises LibraryError and OutputError."""
        from reader.library import restoring

        keys = self.unlocked()
        try:
            return restoring.restore(file, self.paths.library, keys)
        except LibraryError as error:
            if self.ask is None or error.code not in ("library.locked", "library.wrong_passphrase"):
                raise
            self._ask_for(file)
        return restoring.restore(file, self.paths.library, keys)

    def check(self) -> Report:
        """Checks the library and mends what is derived; see ``check.check``. Raises LibraryError."""
        from reader.library import check

        return check.check(self.paths.library, keys=self.unlocked())

    def rescue(self) -> Rescued:
        """Saves what can be read of a damaged library into a sound one in its place; see ``rescue.rescue``. Raises
        LibraryError and OutputError."""
        from reader.library import rescue

        return rescue.rescue(self.paths.library, self.unlocked())

    def _visits(self) -> LibraryVisits:
        from reader.library.visits import LibraryVisits

        return LibraryVisits(self.paths.library, self._known_keys())

    def packages(self) -> PackageStore:
        """The installed translation packages."""
        from reader.translation.packages import PackageStore

        return PackageStore(self.paths.packages, self.settings.packages)

    def offers(self, is_wanted: Callable[[], bool] = lambda: True) -> list[Offer]:
        """The packages that can be had, asked of the network now. Raises DownloadError; see ``index.fetch_offers``."""
        from reader.translation import index

        return index.fetch_offers(self.settings.models_index, self.paths.offers, is_wanted=is_wanted)

    def find_offer(self, pair: str) -> Offer:
        """The offer of the highest version for two languages ("ar-en", also "ar_en"), asked of the network now. Raises
        DownloadError, also where there is none."""
        from reader.translation import index

        offer = index.find_offer(self.offers(), pair)
        if offer is None:
            raise DownloadError("index.no_offer", pair=pair)
        return offer

    def kept_offers(self) -> OfferList | None:
        """The packages that could be had when ``offers`` was last asked; the network is not. None before that."""
        from reader.translation import index

        return index.kept_offers(self.settings.models_index, self.paths.offers)

    def download_package(self, offer: Offer) -> Generator[Progress | Package, None, None]:
        """Downloads and installs a package: progress again and again, at last the package as it is installed.

        Closing the iterator cancels, and the next download of the offer goes on from there. Raises DownloadError and
        PackageError; what was installed is then as it was.
        """
        from reader.model import Progress
        from reader.translation import download

        with closing(download.download(offer, self.paths.downloads)) as steps:
            for step in steps:
                if isinstance(step, Progress):
                    yield step
                    continue
                try:
                    package = self.packages().install(step)
                except PackageError as error:
                    if error.code != "package.no_space":  # once there is space, it need not be downloaded again
                        download.discard(step)
                    raise
                download.discard(step)
                yield package

    def use_package(self, address: str) -> Package:
        """Chooses an installed package ("ar_en@1.0") for its languages, and keeps the choice. Raises PackageError where
        there is none of that address, and OutputError where the choice cannot be kept."""
        package = self.packages().find(address)
        if package is None:
            raise PackageError("package.not_installed", package=address)
        pair = f"{package.source_language}-{package.target_language}"
        try:
            self.change(packages={**self.settings.packages, pair: address})
        except OSError as error:
            raise OutputError("output.unwritable", path=self.paths.settings, reason=error.strerror) from error
        return replace(package, active=True)

    def remove_package(self, address: str) -> None:
        """Removes an installed package. Where it was the chosen one, the choice is forgotten, so that installing it
        again later does not push another aside. Raises PackageError."""
        self.packages().remove(address)
        left = {pair: chosen for pair, chosen in self.settings.packages.items() if chosen != address}
        if left != self.settings.packages:
            with suppress(OSError):  # a choice of what is not there does no harm in the settings
                self.change(packages=left)

    def lexicon(self) -> SharedLexicon:
        """The lexicon, whose one process starts when it is first asked something, and ends when the last who asked has
        closed it."""
        from reader.arabic.lexicon_sharing import Lexicons

        with self._changing:
            if self._lexicons is None:
                self._lexicons = Lexicons()
        return self._lexicons.open()

    def translator(self, choice: str = "auto", *, memory: bool = True) -> Translator:
        """The engine of that name; for "auto" the model in use, or the word-by-word engine where there is none.

        With ``memory`` it translates no sentence that it has translated for a piece of the library. Raises
        PackageError where "argos" or "opus" is asked for and no package of that kind is installed.
        """
        from reader.model import EngineName

        if choice != EngineName.GLOSS:
            from reader.translation import engines
            from reader.translation.meanings import Meanings
            from reader.translation.memory import RememberingTranslator

            installed, meanings = self.packages().installed(), Meanings(self.lexicon())
            translator = engines.choose(installed, choice, meanings=meanings, decoders=self._loaded_models())
            if translator is not None:
                return RememberingTranslator(translator, self._visits()) if memory else translator
        if choice not in ("auto", EngineName.GLOSS):
            raise PackageError("package.none_installed", engine=choice)
        from reader.translation.gloss import GlossTranslator

        return GlossTranslator(self.lexicon())

    def _loaded_models(self) -> Decoders:
        from reader.translation.decoding import Decoders

        with self._changing:  # each window has an engine on a thread of its own, and all have one model
            if self._decoders is None:
                self._decoders = Decoders()
            return self._decoders

    def report_bug(self, error: BaseException) -> Path:
        """Writes a report of a bug of ours and gives its path; see ``reader.report``."""
        from reader import report

        return report.write(self.paths.reports, error)

    def open_window(self, target: RawDocument | int | None) -> int:
        """Opens the window on a text, a piece of the library or, for None, where the reader left off; the exit code."""
        from reader.gui import start

        self.ask = None  # the window asks
        return start.run(self, target)

    def take_screenshot(self, target: RawDocument | int | None, file: Path, **options: Any) -> None:
        """Opens the window off screen, waits until the article is paired and writes a picture; see ``gui.start``."""
        from reader.gui import start

        self.ask = None
        start.screenshot(self, target, file, **options)


def _keep_off_the_disk() -> None:
    """Has the system write no image of this process's memory when it fails: a passphrase may be in it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def is_display_alive() -> bool:
    """Whether Qt starts on the display that there should be. What the window needs is loaded meanwhile. Raises
    ImportError where a system library that Qt needs is missing."""
    from reader.gui import probe

    trial = None if sys.platform in ("win32", "darwin") else probe.Trial()
    from reader.gui import start  # noqa: F401

    return trial is None or trial.succeeded()
