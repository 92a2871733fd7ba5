"""One open library file as the parts of a Library use it: transactions that join, and a record of what they change."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.library.connection import clear_errors, read, write
from reader.model import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import apsw

RECORDED = (
    "pieces",
    "tags",
    "piece_tags",
    "collections",
    "piece_collections",
    "colours",
    "annotations",
    "selectors",
    "annotation_tags",
    "bookmarks",
    "terms",
    "searches",
    "dismissals",
)
"""The tables of what a person makes. What is derived from them is left out of a record: it is derived anew. So are
the texts and their translations, whose history stands in the file itself (``library.edits``)."""


class Recording:
    """What a ``Session.recording`` block has changed, once it has ended: ``change`` is None until then."""

    def __init__(self) -> None:
        self.change: Change | None = None


class Session:
    """A connection and its transactions. ``derive`` is run at the end of each one that writes, inside it, so that
    what is derived is never on disk without what it is derived from, nor behind it. ``obstacle`` is the code of the
    LibraryError that whoever would write meets, None where the file can be written."""

    def __init__(
        self,
        connection: apsw.Connection,
        path: Path,
        derive: Callable[[apsw.Connection], None],
        obstacle: str | None = None,
    ) -> None:
        self.connection = connection
        self.path = path
        self.obstacle = obstacle
        self._derive = derive
        self._record: apsw.Session | None = None

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """One state of the file for several queries. Inside another transaction it is a part of that one."""
        if self.connection.in_transaction:
            yield self.connection
            return
        with clear_errors(self.path), read(self.connection):
            yield self.connection

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """One transaction, on disk when the block has ended, or undone whole where it raises. Inside another one it is
        a part of that one, which an error then undoes too."""
        if self.obstacle is not None:
            raise LibraryError(self.obstacle, path=self.path)
        if self.connection.in_transaction:
            yield self.connection
            return
        with clear_errors(self.path), write(self.connection):
            yield self.connection
            self._derive(self.connection)

    @contextmanager
    def recording(self) -> Iterator[Recording]:
        """A transaction whose changes to what a person makes can be undone: ``Recording.change`` has them when the
        block has ended."""
        import apsw

        recording = Recording()
        with self.writing():
            session = apsw.Session(self.connection, "main")
            outer, self._record = self._record, session
            try:
                for table in RECORDED:
                    session.attach(table)
                yield recording
                self._derive(self.connection)  # which may move a bookmark: that is then a part of the step
                change = Change(session.changeset())
            finally:
                self._record = outer
                session.close()
        recording.change = change

    @contextmanager
    def unrecorded(self) -> Iterator[None]:
        """Keeps what is done in the block out of the record of the step under way, if there is one: what is no part of
        the step for its person, or cannot be undone at all."""
        record = self._record
        if record is None:
            yield
            return
        record.enabled = False
        try:
            yield
        finally:
            record.enabled = True

    def undo(self, change: Change) -> Change:
        """Makes a change undone, and gives what undoes that. Raises LibraryError ``library.changed_since`` where what
        it changed has been changed again by now; nothing is undone then."""
        import apsw

        inverse = apsw.Changeset.invert(change.changeset)
        with self.writing() as connection:
            try:
                apsw.Changeset.apply(inverse, connection, conflict=_settle)
            except apsw.AbortError as error:
                raise LibraryError("library.changed_since") from error
        return Change(inverse)


def _settle(reason: int, change: apsw.TableChange) -> int:
    """What to do where the file is not as a change left it. A row that is to go and has gone already went with what it
    hung on."""
    import apsw

    gone = reason == apsw.SQLITE_CHANGESET_NOTFOUND and change.op == "DELETE"
    return apsw.SQLITE_CHANGESET_OMIT if gone else apsw.SQLITE_CHANGESET_ABORT
