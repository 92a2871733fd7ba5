"""The reader's own terms as the window uses them: asked of the library off its thread, each change to be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.arabic.folding import fold, fold_key
from reader.errors import LibraryError
from reader.gui.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.gui.services import App
    from reader.gui.shelf import Shelf
    from reader.model import Term

T = TypeVar("T")


class _Change(StrEnum):
    """What was done to terms."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class _Step:
    """A change that can be undone: ``terms`` as they were before, and as they became where they were ``ADDED``."""

    change: _Change
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file of terms: how many were new, how many were there as they are, which have another
    translation there (and kept it), and how many rows were incomplete."""

    added: int
    same: int
    other: tuple[str, ...]
    incomplete: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A term, with what it is known by however it is spelled, and what a filter seeks in."""

    term: Term
    key: str
    sought: str

    @classmethod
    def of(cls, term: Term) -> Entry:
        """The term's entry."""
        return cls(term, fold_key(term.source), fold(f"{term.source} {term.target} {term.note or ''}"))


class Glossary(QObject):
    """The terms, and what is done to them. What cannot be done leaves them as they were."""

    listed = Signal()
    """``entries`` are as they are now."""
    changed = Signal()
    """The terms are others than before."""
    added = Signal(object)
    """The Term that was added."""
    removed = Signal(object)
    """The Term that was removed."""
    imported = Signal(object)
    """What came of a file, an Imported."""
    exported = Signal(object)
    """The Path of the file that was written."""
    failed = Signal(object)
    """The exception that kept something from being done."""

    def __init__(self, app: App, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self._by_key: dict[str, Entry] = {}
        self._app, self._shelf = app, shelf
        self._steps: list[_Step] = []

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the entries."""
        return tuple(entry.term for entry in self.entries)

    def find(self, source: str) -> Term | None:
        """The term that is this one, however it is spelled."""
        entry = self._by_key.get(fold_key(source))
        return None if entry is None else entry.term

    def refresh(self) -> None:
        """Lists the terms anew."""

        def work() -> Iterator[tuple[Entry, ...]]:
            yield tuple(Entry.of(term) for term in self._shelf.on_lane().terms())

        self._shelf.run(work, self._note_listed, self.failed.emit)

    def add(self, source: str, target: str, note: str) -> None:
        """Adds a term."""

        def done(term: Term) -> None:
            self._note_step(_Step(_Change.ADDED, (term,)))
            self.added.emit(term)

        self._do(lambda: self._shelf.on_lane().add_term(source, target, note or None), done)

    def change(self, term: Term) -> None:
        """Gives the term of that number these values."""
        self._do(
            lambda: self._shelf.on_lane().change_term(term.id, term.source, term.target, term.note),
            lambda old: self._note_step(_Step(_Change.CHANGED, (old,))),
        )

    def remove(self, term: Term) -> None:
        """Removes a term."""

        def done(old: Term) -> None:
            self._note_step(_Step(_Change.REMOVED, (old,)))
            self.removed.emit(old)

        self._do(lambda: self._shelf.on_lane().remove_term(term.id), done)

    def begin_anew(self) -> None:
        """It is another library now: its terms count, and nothing that was done in the old one can be undone."""
        self._steps.clear()
        self._note_change()

    def can_undo(self) -> bool:
        """Whether something was done that can be undone."""
        return bool(self._steps)

    def undo(self) -> None:
        """Undoes what was done last."""
        if not self._steps:
            return
        step = self._steps.pop()

        def work() -> tuple[Term, ...]:
            library = self._shelf.on_lane()
            if step.change is _Change.ADDED:
                return tuple(library.remove_term(term.id) for term in step.terms)
            if step.change is _Change.CHANGED:
                changed = [library.change_term(one.id, one.source, one.target, one.note) for one in step.terms]
                return tuple(changed)
            return tuple(library.add_term(one.source, one.target, one.note) for one in step.terms)

        def done(now: tuple[Term, ...]) -> None:
            if step.change is _Change.REMOVED:  # it is there under another number
                numbers = {old.id: new.id for old, new in zip(step.terms, now, strict=True)}
                self._steps = [_renumbered(one, numbers) for one in self._steps]
            self._note_change()

        self._do(work, done)

    def import_file(self, file: Path) -> None:
        """Adds the terms of a CSV or TSV file; a term that is there already stays as it is."""

        def work() -> tuple[Imported, tuple[Term, ...]]:
            table = self._app.terms_in(file)
            library = self._shelf.on_lane()
            added: list[Term] = []
            same, other = 0, []
            targets = {term.source: term.target for term in library.terms()}
            for row in table.rows:
                try:
                    added.append(library.add_term(row.source, row.target, row.note))
                except LibraryError as error:
                    if error.code != "library.same_term":
                        for term in added:  # all or nothing
                            library.remove_term(term.id)
                        raise
                    there = str(error.data["term"])
                    if targets.get(there) == row.target:
                        same += 1
                    else:
                        other.append(there)
                else:
                    targets[added[-1].source] = added[-1].target
            return Imported(len(added), same, tuple(other), len(table.incomplete)), tuple(added)

        def done(result: tuple[Imported, tuple[Term, ...]]) -> None:
            imported, added = result
            if added:
                self._note_step(_Step(_Change.ADDED, added))
            self.imported.emit(imported)

        self._do(work, done)

    def export_file(self, file: Path) -> None:
        """Writes all terms to a file, TSV where its name says so, else CSV."""

        def work() -> Path:
            write_whole(file, self._app.terms_as_file(self._shelf.on_lane().terms(), file.name))
            return file

        self._do(work, self.exported.emit)

    def _do(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def steps() -> Iterator[T]:
            yield work()

        self._shelf.run(steps, done, self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self.refresh()

    def _note_step(self, step: _Step) -> None:
        self._steps.append(step)
        self._note_change()

    def _note_change(self) -> None:
        self.refresh()
        self.changed.emit()

    def _note_listed(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._by_key = {entry.key: entry for entry in entries}
        self.listed.emit()


def _renumbered(step: _Step, numbers: dict[int, int]) -> _Step:
    terms = tuple(replace(term, id=numbers.get(term.id, term.id)) for term in step.terms)
    return replace(step, terms=terms)
