"""What lies open: the article, its pairs as they come, and whether it is in the library. No widgets here."""

from __future__ import annotations

import threading
from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.gui.desk_engine import DeskEngine
from reader.gui.desk_opening import Opened, Opening
from reader.gui.jobs import Lane
from reader.gui.staleness import Staleness, is_by_another_model, is_gloss, never_stale
from reader.model import Article, Engine, EngineName, Package, Pair, PairedArticle, Piece, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from reader.gui.page_rows import Row
    from reader.gui.services import App
    from reader.gui.shelf import Shelf
    from reader.raw_document import RawDocument

NO_ENGINE = Engine(EngineName.GLOSS)
"""What a piece that is saved before any engine was asked says of its engine."""

PREPARATIONS = 2
"""The most steps in which an article is got ready to be shown."""


class Desk(QObject):
    """The open article. It is read, parsed and paired off the window's thread, one article at a time.

    ``piece`` is the number it has in the library, None where it is not there or in the trash; ``found`` is the piece as
    it was when it was opened, None where it was none.
    """

    leaving = Signal()
    """The article is about to be another; it is still there."""
    opened = Signal(bool)
    """The article is another: for True, the same page with a line put back."""
    paired = Signal(object)
    """A Pair is done; it is in ``pairs``."""
    changed = Signal()
    """Progress, the engine, or whether the article is saved."""
    installed = Signal(object)
    """The Package that was installed."""
    not_installed = Signal(object)
    """The exception that kept a model from being installed."""
    failed = Signal(object)
    """The exception that kept something else from being done; what was open stays."""

    def __init__(self, app: App, shelf: Shelf, choice: str = "auto", parent: QObject | None = None) -> None:
        """``choice`` is the engine wanted, as ``App.translator`` takes it."""
        super().__init__(parent)
        self.article: Article | None = None
        self.pairs: dict[int, Pair] = {}
        self.piece: int | None = None
        self.found: Piece | None = None
        self.place: str | None = None
        """The place that the article names, in English."""
        self.rows: list[Row] | None = None
        """The rows of the article's page, while ``opened`` is told of them: whoever takes them has them for good."""
        self.engine: Engine | None = None
        self.installing = False
        self.prepare: Callable[[Opened], Iterator[None]] = lambda _: iter(())
        """Gets ready to show what is going to be the article, unless another is asked for before: in steps, each
        in a turn of the window's thread."""
        self.saves = 0
        """How often something of it was given to the library to keep."""
        self._app, self._shelf = app, shelf
        self._was: int | None = None
        self._before: object = None
        self._unsaved: dict[int, Pair] = {}
        self._done: set[int] = set()
        self._stopped = threading.Event()
        self._loading = self._pairing = 0
        self._opening = Opening(app, shelf)
        self._engine = DeskEngine(app, choice)
        self._lane = Lane("translation", self._engine.close, self)

    @property
    def is_pairing(self) -> bool:
        """Whether pairs are still to come."""
        return self._pairing != 0

    @property
    def done(self) -> int:
        """How many blocks have had their pair since it was last begun to make them."""
        return len(self._done)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being read, parsed, paired or installed."""
        return not (self._loading or self._pairing or self.installing)

    @property
    def is_whole(self) -> bool:
        """Whether each block has a pair, be it a failed one."""
        return self.article is None or len(self.pairs) == len(self.article.blocks)

    @property
    def is_glossed(self) -> bool:
        """Whether what is shown is word by word, and no model is there to do better."""
        if self.engine is None or self.engine.name is not EngineName.GLOSS:
            return False
        return any(p.engine is EngineName.GLOSS and p.status is Status.TRANSLATED for p in self.pairs.values())

    def open_path(self, argument: str) -> None:
        """Reads and opens a file."""
        self._load(lambda: self._opening.raw(self._app.read(argument)))

    def open_text(self, text: str) -> None:
        """Opens text that was copied elsewhere."""
        self._load(lambda: self._opening.raw(self._app.paste(text)))

    def open_raw(self, raw: RawDocument) -> None:
        """Opens a text that was read already."""
        self._load(lambda: self._opening.raw(raw))

    def open_article(self, article: Article, pairs: tuple[Pair, ...]) -> None:
        """Opens again an article that was open before, with what was paired of it."""
        self._load(lambda: self._opening.article(article, pairs))

    def open_where_left_off(self, last: int | None) -> None:
        """Opens the piece that was open last, else the newest of the library, else the sample article."""
        self._load(lambda: self._opening.where_left_off(last))

    def open_piece(self, piece: int) -> None:
        """Opens a piece of the library."""
        if piece == self.piece and not self._loading:
            return
        self._load(lambda: self._opening.piece(piece))

    def save(self) -> None:
        """Puts what is open into the library: at once what there is, the rest when it is done."""
        if self.piece is None:
            self.with_piece(lambda _: None)

    def with_piece(self, do: Callable[[int], None]) -> None:
        """Calls ``do`` with the piece that what is open is, all of it in the library: it is put there first where it
        is not. Where that cannot be nothing is done but to say why."""
        article = self.article
        if article is None:
            return
        if self.piece is not None:
            self.keep()
            do(self.piece)
            return

        def then(piece: int) -> None:
            self._note_saved(article, piece)
            do(piece)

        self._unsaved.clear()
        self._shelf.add(self.so_far(article), then)

    def adopt(self, article: Article, piece: int, index: int, pair: Pair | None) -> None:
        """Takes over what the library now has at a place of the article, which is that piece; where it has nothing
        the block is translated."""
        if self.article is not article:
            places = realigned([pair], self.article) if pair and self.article and piece == self.piece else {}
            if not places:
                return
            ((index, pair),) = places.items()
        self.saves += 1
        self._unsaved.pop(index, None)
        if pair is None:
            self.pairs.pop(index, None)
        elif self.pairs.get(index) != pair:
            self.pairs[index] = pair
            self.paired.emit(pair)
        if self.piece is None:
            self._note_saved(article, piece)
        if pair is None:
            self.resume()
        self.changed.emit()

    def follow(self, pieces: AbstractSet[int]) -> None:
        """Takes what is open as saved where it is one of these pieces, which are in the library and not in the trash,
        and as unsaved where it is none."""
        if self.piece is not None and self.piece not in pieces:
            self._was, self.piece = self.piece, None
            self.changed.emit()
        elif self.piece is None and self._was in pieces:
            self.piece = self._was
            if not self._pairing:
                self.keep()
            self.changed.emit()

    def find_again(self) -> None:
        """Looks in the library for what is open: it is another library now, and a piece's number may be another's."""
        self.piece = self._was = self.found = None
        self.changed.emit()
        self.recognise(self.failed.emit)

    def recognise(self, otherwise: Callable[[Exception], None] = lambda _: None) -> None:
        """Takes what is open as saved where another window or process has put it into the library."""
        article = self.article
        if article is None or self.piece is not None:
            return

        def then(piece: Piece | None) -> None:
            if self.article is article and self.piece is None and piece is not None:
                self.found = piece
                self._note_saved(article, piece.id)

        self._shelf.run(lambda: [self._shelf.find(article)], then, otherwise)

    def take_text(self, stored: Piece) -> bool:
        """Takes over the text of the piece that is open, with its pairs, where another window or process has changed
        it; whether that was so."""
        if self.article is None or is_same_text(stored.article, self.article):
            return False
        self._stop()
        self.leaving.emit()
        self.article, self._unsaved = stored.article, {}
        self.pairs = {pair.index: pair for pair in stored.pairs}
        self.opened.emit(True)
        self.resume()
        return True

    def take_stored(self, pair: Pair) -> None:
        """Takes over a pair of the piece that is open: what a person wrote at once, what an engine made unless there is
        something newer here that is still to be kept."""
        if pair.index in self._unsaved and pair.status is not Status.EDITED:
            return
        self._unsaved.pop(pair.index, None)
        self.pairs[pair.index] = pair
        self.paired.emit(pair)
        self.changed.emit()

    def put_back(self, line: int) -> None:
        """Puts a line that was set aside back into the article."""
        if self.article is None:
            return
        old, piece = self.article, self.piece

        def work() -> Iterator[Article]:
            # Another window may have put another line back into the piece.
            now = old if piece is None else self._shelf.on_lane().get(piece).article
            yield self._app.put_back(now, line)

        def then(new: Article) -> None:
            if self.article is old:
                self._replace(new)

        self._shelf.run(work, then, self.failed.emit)

    def cancel(self) -> None:
        """Stops pairing after what is being done; what is done stays."""
        if self._pairing:
            self._stop()
            self.changed.emit()

    def resume(self, is_stale: Staleness = never_stale, then: Callable[[], None] | None = None) -> None:
        """Makes the pairs that are missing, failed, only glossed while there is a model, or stale. ``then`` is called
        once all are made, and not where that is broken off."""
        if self.article is None:
            return
        self._stop()
        self._done.clear()
        self._stopped = stopped = threading.Event()
        article, known = self.article, tuple(self.pairs.values())

        def finish() -> None:
            self._finish()
            if then is not None:
                then()

        self._pairing = self._lane.run(
            lambda: self._engine.pairs(article, known, is_stale, lambda: not stopped.is_set()),
            self._take,
            finish,
            self._fail_pairing,
        )
        self.changed.emit()

    def install(self, file: Path) -> None:
        """Installs a model, and pairs what is open anew with it."""
        self._stop()
        self.installing = True
        self._lane.run(lambda: self._engine.install(file), self._note_installed, on_error=self._fail_installing)
        self.changed.emit()

    def use_model(self) -> None:
        """Pairs what is open anew with the model that is in use now."""
        self._stop()
        self.engine = None
        self._lane.run(self._engine.renew)
        self.resume(is_by_another_model)

    def use_glossary(self) -> None:
        """Checks what is open by the glossary as it is now, and glosses it anew."""
        self.resume(is_gloss)

    def close(self) -> None:
        """Keeps what is done and ends the work. Blocks until the lane has ended."""
        self._stop()
        self._shelf.cancel(self._loading)
        self._loading = 0
        self._lane.close(finish=False)

    def _load(self, work: Callable[[], Iterator[Opened]]) -> None:
        self._shelf.cancel(self._loading)

        def fail(error: Exception) -> None:
            if self._loading == job:
                self._loading = 0
            self.failed.emit(error)
            self.changed.emit()

        def in_turns() -> Iterator[Callable[[], None]]:
            for opened in work():
                steps = self.prepare(opened)  # an iterator: it is the window's thread that goes on with it
                yield from [partial(next, steps, None)] * PREPARATIONS
                yield partial(self._show, opened)
                yield self._forget

        self._loading = job = self._shelf.run(in_turns, lambda step: step(), fail)
        self.changed.emit()

    def _show(self, opened: Opened) -> None:
        self._loading = 0
        self._stop()
        self.leaving.emit()
        self._before = self.found, self.pairs
        piece = opened.piece
        self.article = opened.article
        self.found, self._was = piece, piece.id if piece else None
        self.piece = piece.id if piece and piece.trashed is None else None
        self.place = opened.place
        self.pairs = {pair.index: pair for pair in (piece.pairs if piece else opened.pairs)}
        self.engine = piece.engine if piece else None
        self._unsaved = {}
        self.rows = opened.rows
        self.opened.emit(False)
        self.rows = None
        self.resume()

    def _forget(self) -> None:
        """Lets go of what was open before, in a turn of its own: to take thousands of pairs apart is felt."""
        self._before = None

    def _replace(self, new: Article) -> None:
        """Takes the article with a line put back; blocks whose text is as it was keep their pairs."""
        self._stop()
        self.leaving.emit()
        self.article = new
        self.pairs = realigned(self.pairs.values(), new)
        if self.piece is not None:
            self._shelf.save_article(self.piece, self.so_far(new), self._fail_replacing)
            self._unsaved = {}
            self.saves += 1
        else:
            self._was = None
        self.opened.emit(True)
        self.resume()

    def so_far(self, article: Article) -> PairedArticle:
        """What there is of the article to be saved."""
        pairs = tuple(self.pairs[index] for index in sorted(self.pairs))
        return PairedArticle(article, pairs, self.engine or NO_ENGINE)

    def _take(self, value: Engine | Pair) -> None:
        if isinstance(value, Engine):
            self.engine = value
        else:
            self._done.add(value.index)
            old = self.pairs.get(value.index)
            overtaken = old is not None and old.status is Status.EDITED and value.status is not Status.EDITED
            same = is_same(old, value)
            if not same and not overtaken:
                self._unsaved[value.index] = value
            if (not same or (old is not None and old.terms != value.terms)) and not overtaken:
                self.pairs[value.index] = value
                self.paired.emit(value)
        self.changed.emit()

    def _finish(self) -> None:
        self._pairing = 0
        self.keep()
        self.changed.emit()

    def _fail_pairing(self, error: Exception) -> None:
        self._finish()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._stopped.set()
        self._lane.cancel(self._pairing)
        self._pairing = 0
        self.keep()

    def keep(self) -> None:
        """Puts the pairs that the piece lacks into the library."""
        if self.piece is not None and self._unsaved and self.engine is not None:
            self._shelf.save_pairs(self.piece, tuple(self._unsaved.values()), self.engine)
            self._unsaved = {}
            self.saves += 1

    def _note_saved(self, article: Article, piece: int) -> None:
        if self.article is not article:
            return
        self.piece = piece
        if not self._pairing:
            self.keep()
        self.changed.emit()

    def _fail_replacing(self, error: Exception) -> None:
        self.piece = self._was = None  # what is open is no longer the text that the library has
        self.failed.emit(error)
        self.changed.emit()

    def _note_installed(self, package: Package) -> None:
        self.installing = False
        self.engine = None
        self.installed.emit(package)
        self.resume(is_by_another_model)
        self.changed.emit()

    def _fail_installing(self, error: Exception) -> None:
        self.installing = False
        self.not_installed.emit(error)
        if not self.is_whole:
            self.resume()
        self.changed.emit()


def is_same(old: Pair | None, new: Pair) -> bool:
    """Whether a pair is another's like, made by the same: comparing pairs leaves out the maker."""
    return old == new and old is not None and old.maker == new.maker


def is_same_text(one: Article, other: Article) -> bool:
    """Whether two articles have the same lines in the same places."""
    return (one.blocks, one.set_aside) == (other.blocks, other.set_aside)


def realigned(pairs: Iterable[Pair], article: Article) -> dict[int, Pair]:
    """The pairs by the places that their texts have in ``article``, in order where a text is there twice; without
    those whose text is not in it."""
    old: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda one: one.index, reverse=True):
        old[pair.role, pair.source].append(pair)
    found = {}
    for index, block in enumerate(article.blocks):
        if old[block.role, block.text]:
            found[index] = replace(old[block.role, block.text].pop(), index=index)
    return found
