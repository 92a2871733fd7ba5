"""From an ARTICLE argument to a paired article, for every command that takes one."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.cli_arguments import find_piece, read
from reader.cli_io import counted, warn
from reader.errors import SourceError
from reader.model import Pair, PairedArticle, Status

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from types import TracebackType

    from reader.app import App
    from reader.model import Article, Engine, Piece
    from reader.raw_document import RawDocument
    from reader.translation.translator import Translator


@dataclass(frozen=True, slots=True)
class Outcome:
    """A paired article and, where it came from the library, its piece."""

    paired: PairedArticle
    piece: int | None = None


class Pairer:
    """Pairs articles with one engine, which starts when first needed and is closed with this.

    What the library has is not translated again, unless another engine is asked for by name than the one that made it.
    What is made new for one of its pieces is kept there; what a named engine makes in place of another's is kept by
    ``add`` alone. A person's edits stand.
    """

    def __init__(self, app: App, choice: str) -> None:
        """``choice`` is one of ENGINES."""
        self.app = app
        self.choice = choice
        self._translator: Translator | None = None
        self._open = ExitStack()

    def __enter__(self) -> Pairer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def pair(self, article: str | int) -> Outcome:
        """The article behind the argument, paired. Raises ReaderError; failed pairs are warned of, not raised."""
        if isinstance(article, int):
            with self.app.library() as library:
                return self._pair_piece(find_piece(library, article))
        return Outcome(self.pair_text(read(self.app, article)))

    def pair_text(self, raw: RawDocument) -> PairedArticle:
        """A text, parsed and paired. Raises ReaderError."""
        return self._pair(self.parse(raw), (), None)

    def parse(self, raw: RawDocument) -> Article:
        """The article in the text. Raises SourceError where there is nothing on the page at all."""
        article = self.app.parse(raw)
        if not article.blocks and not article.set_aside and not article.details:
            raise SourceError("source.empty", path=raw.source or "the input")
        return article

    def add(self, article: str | int) -> tuple[int, bool, str | None]:
        """Saves the article: the piece's number, whether it is new, and its title. Raises ReaderError."""
        if isinstance(article, int):
            with self.app.library() as library:
                stored = find_piece(library, article)
            self._renew(stored)
            return article, False, stored.article.title
        raw = read(self.app, article)
        parsed = self.parse(raw)
        if not parsed.blocks:
            raise SourceError("source.no_article", path=raw.source or "the input")
        with self.app.library() as library:
            known = library.find(parsed)
            same = library.get(known) if known is not None else None
            if same is not None and same.trashed is not None:
                library.shelves.untrash((same.id,))
        if same is not None:
            self._renew(same)
            return same.id, False, same.article.title
        paired = self._pair(parsed, (), None)
        with self.app.library() as library:
            piece, new = library.add(paired)
        return piece, new, parsed.title

    def _pair_piece(self, piece: Piece) -> Outcome:
        """The piece with the pairs of the engine that was asked for; the library gets those that it lacked."""
        engine, known = self._start().engine, piece.pairs
        if self.choice != "auto":
            known = tuple(pair for pair in known if self.app.is_by(pair, engine))
        paired = self._pair(piece.article, known, piece.engine)
        standing = {pair.index for pair in self.app.settled(piece.article, piece.pairs, engine)}
        self._save(piece, [pair for pair in paired.pairs if pair.index not in standing], paired.engine)
        return Outcome(paired, piece.id)

    def _renew(self, piece: Piece) -> None:
        """Makes the piece's pairs those of the engine that was asked for, where that makes no less of them."""
        engine = self._start().engine
        others = () if self.choice == "auto" else (pair for pair in piece.pairs if not self.app.is_by(pair, engine))
        paired = self._pair(piece.article, piece.pairs, piece.engine, frozenset(pair.index for pair in others))
        self._save(piece, [pair for pair in paired.pairs if pair not in piece.pairs], paired.engine)

    def _save(self, piece: Piece, made: list[Pair], engine: Engine) -> None:
        if made:
            with self.app.library() as library:
                library.save_pairs(piece.id, made, engine)

    def _pair(
        self,
        article: Article,
        known: tuple[Pair, ...],
        made_by: Engine | None,
        again: AbstractSet[int] = frozenset(),
    ) -> PairedArticle:
        """``made_by`` is the engine of the known pairs; it stands where the choice is free and nothing was to do."""
        translator = self._start()
        work = self.app.pair(article, translator, known, again)
        paired = self.app.paired(article, counted(work, len(article.blocks), "pairing"), translator.engine)
        if made_by is not None and self.choice == "auto" and all(pair in known for pair in paired.pairs):
            paired = replace(paired, engine=made_by)
        failed = [pair for pair in paired.pairs if pair.status is Status.FAILED]
        if not paired.pairs:
            warn("nothing on the page was taken for a part of an article; all its lines are set aside")
        if failed:
            warn(f"{len(failed)} of {len(paired.pairs)} parts could not be translated ({failed[0].detail})")
        return paired

    def _start(self) -> Translator:
        if self._translator is None:
            self._translator = self.app.translator(self.choice)
            self._open.callback(self._translator.close)
        return self._translator


def stored(piece: Piece) -> PairedArticle:
    """A piece as it lies in the library; a block whose translation is not there yet says so."""
    have = {pair.index: pair for pair in piece.pairs}
    pairs = (
        have.get(index)
        or Pair(index, block.role, block.text, None, piece.engine.name, Status.FAILED, detail="not done yet")
        for index, block in enumerate(piece.article.blocks)
    )
    return PairedArticle(piece.article, tuple(pairs), piece.engine)
