"""The Library: pieces put in, found, read and taken out, each change one transaction on disk."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from reader.errors import LibraryError
from reader.library import derived, edits, memory, pairs, rows, summaries, terms
from reader.library.annotations import Annotations
from reader.library.backup import back_up
from reader.library.bookmarks import Bookmarks
from reader.library.connection import clear_errors
from reader.library.identity import identify
from reader.library.opening import open_file
from reader.library.search import Search
from reader.library.session import Session
from reader.library.shelves import Shelves
from reader.model import Engine, EngineName, Pair, Piece, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import apsw

    from reader.arabic.lemmas import Lemmas
    from reader.library.keys import Keys
    from reader.library.session import Recording
    from reader.model import Article, Block, Change, PairedArticle, PairVersion, PieceSummary, Remembered, Term


class Library:
    """One library file, open. It belongs to the thread that opened it; other threads and processes open their own.

    Each method that writes has its change on disk when it returns, whole, or raises and has changed nothing. Any of
    them may raise LibraryError: the disk is full, the file damaged, read-only, or held by another process.
    """

    def __init__(self, path: Path, lemmas: Lemmas | None = None, keys: Keys | None = None) -> None:
        """Opens the file, or makes it, its folder too. What can only be read is opened for that, and says so when it
        is to be written (see ``read_only``). ``lemmas`` is the lexicon that search asks, closed with the library;
        without one search knows words by their letters alone.

        Raises LibraryError where it is damaged, no library, of a newer version, or cannot be reached.
        """
        self.path = path
        self._keys = keys
        self._lemmas = lemmas
        try:
            opened = open_file(path, keys)
        except BaseException:
            if lemmas is not None:
                lemmas.close()
            raise
        self._connection = opened.connection
        self._session = Session(self._connection, path, derived.refresh, opened.obstacle)
        self._seen = int(self._connection.pragma("data_version"))
        self.shelves = Shelves(self._session)
        self.annotations = Annotations(self._session)
        self.bookmarks = Bookmarks(self._session)
        self.search = Search(self._session, lemmas)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. Closing twice is fine."""
        self._connection.close()
        if self._lemmas is not None:
            self._lemmas.close()

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read; what would write raises LibraryError ``library.read_only``, or
        ``library.no_space``."""
        return self._session.obstacle is not None

    def changed_elsewhere(self) -> bool:
        """Whether another connection, of this process or of another, has changed the file since this was last asked,
        or since it was opened. Quick enough to be asked again and again."""
        with clear_errors(self.path):
            before, self._seen = self._seen, int(self._connection.pragma("data_version"))
        return before != self._seen

    def back_up(self, file: Path) -> None:
        """Copies the library to ``file``; see ``backup.back_up``."""
        back_up(self._connection, self.path, file, self._keys)

    def recording(self) -> AbstractContextManager[Recording]:
        """One transaction for all that is done in the block; what it changed of a person's making can be undone. See
        ``Session.recording``."""
        return self._session.recording()

    def undo(self, change: Change) -> Change:
        """See ``Session.undo``."""
        return self._session.undo(change)

    def add(self, paired: PairedArticle) -> tuple[int, bool]:
        """Saves an article with its pairs. Gives the piece's number, and whether it is new.

        Where the library has the piece already, its text stays as it is; pairs that it lacks, that failed, or that a
        better engine has now made are taken in; what a person edited stays. One that lies in the trash comes out of
        it, with all that hangs on it.
        """
        key = identify(paired.article)
        with self._session.writing():
            piece = self._piece_of(key)
            if piece is not None:
                self.shelves.untrash([piece])
                self._improve(piece, paired.pairs, paired.engine, only_better=True)
                return piece, False
            columns = f"fold_key, {rows.ARTICLE_COLUMNS}, {rows.ENGINE_COLUMNS}, created, updated"
            now = _now()
            values = (key, *rows.article_row(paired.article), *rows.engine_row(paired.engine), now, now)
            piece = self._insert("pieces", columns, values)
            pairs.insert_blocks(self._connection, piece, enumerate(paired.article.blocks))
            self._improve(piece, paired.pairs, paired.engine, only_better=True)
            return piece, True

    def save_pairs(self, piece: int, new: Sequence[Pair], engine: Engine) -> None:
        """Puts newly made pairs into a piece, by the text they are about.

        A pair replaces one of its own rank or below: a failure ranks below a gloss, a gloss below a translation, and
        a person's edit above them all. So a person's edit gives way only to a newer edit, which comes from
        ``EngineName.PERSON``: an engine that was handed an edit gives it back as it was then, and brings no more than
        its flags. Raises LibraryError ``library.no_piece``.
        """
        with self._session.writing():
            self._require(piece)
            self._improve(piece, new, engine, only_better=False)

    def save_article(self, piece: int, paired: PairedArticle) -> None:
        """Replaces the text of a piece, as when a person has put a line back that was set aside.

        Blocks of the same text keep what is known of them, as ``save_pairs`` says. Raises LibraryError
        ``library.no_piece``; ``library.same_piece`` where another piece has that text already,
        ``library.same_piece_in_trash`` where one in the trash has; and ``library.edited`` where the new text lacks a
        block whose translation a person has edited.
        """
        key = identify(paired.article)
        with self._session.writing():
            self._require(piece)
            other = self._piece_of(key)
            if other not in (None, piece):
                in_trash = self._piece_of(key, trash=False) is None
                raise LibraryError("library.same_piece_in_trash" if in_trash else "library.same_piece", piece=other)
            columns = f"fold_key, {rows.ARTICLE_COLUMNS}"
            values = (key, *rows.article_row(paired.article))
            marks = ", ".join("?" * len(values))
            self._connection.execute(f"UPDATE pieces SET ({columns}) = ({marks}) WHERE id = ?", (*values, piece))
            pairs.replace_blocks(self._connection, piece, paired.article.blocks)
            self._improve(piece, paired.pairs, paired.engine, only_better=False)
            self._touch(piece)

    def find(self, article: Article) -> int | None:
        """The piece with the same title and body after folding, None where there is none but in the trash."""
        with clear_errors(self.path):
            return self._piece_of(identify(article), trash=False)

    def get(self, piece: int) -> Piece:
        """The piece in full, be it in the trash. Raises LibraryError ``library.no_piece``."""
        with self._session.reading() as connection:
            self._require(piece)
            with rows.values_of(piece):
                *article, name, starred, state, block, fraction, trashed, created, updated = connection.execute(
                    f"""SELECT {rows.ARTICLE_COLUMNS}, {rows.ENGINE_COLUMNS}, name, starred, read_state, place_block,
                        place_fraction, trashed, created, updated FROM pieces WHERE id = ?""",
                    (piece,),
                ).get
                blocks = [block for _, block in pairs.blocks_of(connection, piece)]
                known = pairs.pairs_of(connection, piece, blocks)
                return Piece(
                    id=piece,
                    article=rows.to_article(article[:-4], blocks),
                    pairs=tuple(pair for _, pair in sorted(known.items())),
                    engine=rows.to_engine(*article[-4:]),
                    tags=summaries.tags_of(connection, piece),
                    created=created,
                    updated=updated,
                    name=name,
                    collections=summaries.collections_of(connection, piece),
                    starred=bool(starred),
                    state=rows.to_state(state),
                    place=(min(block, max(0, len(blocks) - 1)), fraction),
                    trashed=trashed,
                )

    def numbers(self) -> list[int]:
        """The numbers of all pieces."""
        with self._session.reading():
            return [number for (number,) in self._connection.execute("SELECT id FROM pieces ORDER BY id")]

    def read_through(self, piece: int) -> Piece:
        """The piece, once all there is of it has been read. Raises LibraryError ``library.damaged`` where something of
        it means nothing, ``library.no_piece`` where it is gone."""
        with self._session.reading(), rows.values_of(piece):
            read = self.get(piece)
            blocks = read.article.blocks
            if not all(rows.is_within(pair) for pair in read.pairs):
                raise rows.UnreadableError("a pair points beyond its texts")
            places = "SELECT position, EXISTS (SELECT 1 FROM edits WHERE block = blocks.id) FROM blocks WHERE piece = ?"
            found = sorted(self._connection.execute(places, (piece,)))
            if [place for place, _ in found] != list(range(len(blocks))):
                raise rows.UnreadableError("its blocks are not in their places")
            for place, edited in found:
                if edited:
                    self.history(piece, place)
            self.annotations.of_piece(piece)
            self.bookmarks.of_piece(piece)
            return read

    def is_itself(self, piece: Piece) -> bool:
        """Whether the text of a piece is the one that it is known by."""
        with self._session.reading():
            key = self._connection.execute("SELECT fold_key FROM pieces WHERE id = ?", (piece.id,)).get
            return str(key).startswith(identify(piece.article))  # a rescue may have had to tell two apart

    def summaries(self) -> list[PieceSummary]:
        """All pieces but those in the trash as a list shows them, the newest first."""
        with self._session.reading() as connection:
            return summaries.listed(connection)

    def remove(self, piece: int) -> None:
        """Puts a piece into the trash, from where ``shelves`` brings it back, or deletes it for ever. Raises
        LibraryError ``library.no_piece``, or ``library.in_trash`` where it lies there already."""
        with self._session.writing() as connection:
            self._require(piece)
            if connection.execute("SELECT trashed FROM pieces WHERE id = ?", (piece,)).get is not None:
                raise LibraryError("library.in_trash", piece=piece)
            self.shelves.trash([piece])

    def edit(self, piece: int, pair: Pair) -> None:
        """Puts in what a person has written, a pair as ``pipeline.edited`` makes it. What it replaces goes into the
        history. Raises LibraryError ``library.no_piece``, or ``library.no_paragraph`` where the piece has no such
        paragraph at that place."""
        with self._session.writing():
            number, block = self._block(piece, pair.index)
            if block.text != pair.source:
                raise LibraryError("library.no_paragraph", piece=piece, paragraph=pair.index + 1)
            edits.drop_draft(self._connection, number)
            self._improve(piece, [pair], Engine(EngineName.PERSON), only_better=False)

    def keep_draft(self, piece: int, index: int, text: str) -> None:
        """Keeps what a person is writing in place of a translation, until it is an edit or is dropped. Raises
        LibraryError as ``edit`` does."""
        with self._session.writing():
            number, block = self._block(piece, index)
            draft = Pair(index, block.role, block.text, text, EngineName.PERSON, Status.EDITED)
            edits.keep_draft(self._connection, number, rows.pair_row(draft, Engine(EngineName.PERSON), _now()))

    def drop_draft(self, piece: int, index: int) -> None:
        """Forgets what was being written at that place. Raises LibraryError as ``edit`` does."""
        with self._session.writing():
            edits.drop_draft(self._connection, self._block(piece, index)[0])

    def drafts(self, piece: int) -> dict[int, str]:
        """What a person was writing in a piece when it was left off, by the places of the paragraphs."""
        with self._session.reading() as connection:
            return edits.drafts(connection, piece)

    def undo_edit(self, piece: int, index: int) -> Pair | None:
        """Goes back to what stood at that place before the last edit, or before an edit was discarded.

        Gives the pair that stands now, None where none does; where there is nothing to undo, nothing changes. Raises
        LibraryError ``library.no_piece``, ``library.no_paragraph``.
        """
        return self._step(piece, index, edits.undo)

    def redo_edit(self, piece: int, index: int) -> Pair | None:
        """Does again what was undone last, otherwise as ``undo_edit``."""
        return self._step(piece, index, edits.redo)

    def discard_edit(self, piece: int, index: int) -> Pair | None:
        """Puts what an engine had made in the place of a person's edit, so that the paragraph may be translated again.

        The edit goes into the history, from where ``undo_edit`` brings it back; otherwise as ``undo_edit``.
        """
        return self._step(piece, index, edits.discard)

    def history(self, piece: int, index: int) -> list[PairVersion]:
        """What has stood at that place through its edits, the oldest first, the current one marked; what was undone
        comes after it. Raises LibraryError ``library.no_piece``, ``library.no_paragraph``."""
        with self._session.reading(), rows.values_of(piece):
            number, block = self._block(piece, index)
            return edits.versions(self._connection, number, index, block)

    def remembered(
        self, sentences: Iterable[str], engine: Engine, source_language: str = "ar", target_language: str = "en"
    ) -> dict[str, Remembered]:
        """What this very engine has answered to those of the sentences that stand in a saved piece."""
        with self._session.reading():
            return memory.lookup(self._connection, sentences, engine, source_language, target_language)

    def terms(self) -> list[Term]:
        """The reader's glossary, in the order of the folded spelling."""
        with self._session.reading():
            return terms.all_terms(self._connection)

    def add_term(self, source: str, target: str, note: str | None = None) -> Term:
        """Adds a term to the glossary. Raises LibraryError ``library.empty_term``, or ``library.same_term`` where the
        glossary has the term, however it is spelled."""
        with self._session.writing():
            return terms.add(self._connection, source, target, note, _now())

    def change_term(self, term: int, source: str, target: str, note: str | None = None) -> Term:
        """Changes a term, and gives it as it was: changing it back undoes this. Raises LibraryError as ``add_term``
        does, and ``library.no_term``."""
        with self._session.writing():
            return terms.change(self._connection, term, source, target, note, _now())

    def remove_term(self, term: int) -> Term:
        """Removes a term, and gives it as it was: adding it undoes this. Raises LibraryError ``library.no_term``."""
        with self._session.writing():
            return terms.remove(self._connection, term)

    def _block(self, piece: int, index: int) -> tuple[int, Block]:
        """The id and the block at that place."""
        self._require(piece)
        blocks = pairs.blocks_of(self._connection, piece)
        if not 0 <= index < len(blocks):
            raise LibraryError("library.no_paragraph", piece=piece, paragraph=index + 1)
        return blocks[index]

    def _step(self, piece: int, index: int, step: Callable[[apsw.Connection, int], bool]) -> Pair | None:
        with self._session.writing(), rows.values_of(piece):
            number, block = self._block(piece, index)
            if step(self._connection, number):
                self._touch(piece)
            return edits.standing(self._connection, number, index, block)

    def _require(self, piece: int) -> None:
        pairs.require_piece(self._connection, piece)

    def _piece_of(self, key: str, *, trash: bool = True) -> int | None:
        """The piece of that key; one in the trash only with ``trash``."""
        query = "SELECT id FROM pieces WHERE fold_key = ? AND (? OR trashed IS NULL)"
        found = self._connection.execute(query, (key, trash)).fetchone()
        return None if found is None else int(found[0])

    def _touch(self, piece: int) -> None:
        self._connection.execute("UPDATE pieces SET updated = ? WHERE id = ?", (_now(), piece))

    def _insert(self, table: str, columns: str, values: Sequence[object]) -> int:
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values))
        return self._connection.last_insert_rowid()

    def _improve(self, piece: int, new: Sequence[Pair], engine: Engine, *, only_better: bool) -> None:
        """See ``pairs.improve``; the piece then names the engine as the one that was asked last."""
        now = _now()
        if not pairs.improve(self._connection, piece, new, engine, now, only_better=only_better):
            return
        if engine.name is EngineName.PERSON:
            self._touch(piece)
            return
        self._connection.execute(
            f"UPDATE pieces SET ({rows.ENGINE_COLUMNS}, updated) = (?, ?, ?, ?, ?) WHERE id = ?",
            (*rows.engine_row(engine), now, piece),
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
