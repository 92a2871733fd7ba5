"""Looks a library through for faults, and mends those of what follows from the rest."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.errors import LibraryError
from reader.library import anchors, memory, search_index, summaries
from reader.library.connection import clear_errors, write
from reader.library.mending import is_readable
from reader.library.opening import open_file
from reader.library.restoring import first_line
from reader.library.search_check import index_problems
from reader.library.session import RECORDED
from reader.library.store import Library

if TYPE_CHECKING:
    from pathlib import Path

    import apsw

    from reader.library.keys import Keys

MOST_FAULTS = 100
"""How many faults of the file itself are listed at most."""

_OF_SEARCH = "FTS5 table"
_OF_AN_INDEX = re.compile(f"{_OF_SEARCH}|missing from index|wrong # of entries in index|non-unique entry in index")
"""What SQLite says of faults that are gone once an index is made anew from its table."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a library that a person should know. ``code`` names its sentences in ``reader.wording``, ``data``
    fills them."""

    code: str
    data: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has found and left, and what it has mended."""

    problems: tuple[Finding, ...] = ()
    repaired: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong any more."""
        return not self.problems


def check(path: Path, *, repair: bool = True, keys: Keys | None = None) -> Report:
    """Checks the library at ``path``; where there is none, nothing is wrong. With ``repair``, what can be derived anew
    is, unless the file has faults besides or cannot be written.

    Raises LibraryError where the file is no library, of a newer version, or cannot be reached.
    """
    if not path.is_file():
        return Report()
    try:
        opened = open_file(path, keys)
        with closing(opened.connection) as connection, clear_errors(path):
            own = _Check(connection, repair and opened.obstacle is None)
            own.look(path, keys)
            own.derive()
    except LibraryError as error:
        if error.code != "library.damaged":
            raise
        return Report((Finding("check.fault", {"reason": error.data["reason"]}),))
    return Report(tuple(own.problems), tuple(own.repaired))


class _Check:
    """A check of one open library, and what it has found so far."""

    def __init__(self, connection: apsw.Connection, repair: bool) -> None:
        self.connection = connection
        self.problems: list[Finding] = []
        self.repaired: list[Finding] = []
        self._repair = repair

    def look(self, path: Path, keys: Keys | None) -> None:
        """Looks at what is kept; only an index of the file proper is mended."""
        self._faults_of_the_file()
        self._references()
        self._values()
        self.problems += _spoilt_pieces(path, keys)

    def derive(self) -> None:
        """Looks at what follows from the rest, and mends it. What is damaged is not written to: it might get worse,
        and it is for a rescue to save what it can."""
        if self.problems:
            return
        self._remember()
        self._derive_again()
        self._index()

    def _faults_of_the_file(self) -> None:
        faults = self._integrity()
        if self._repair and faults and all(_OF_AN_INDEX.search(fault) for fault in faults):
            with write(self.connection):
                self.connection.execute("REINDEX")
                if any(_OF_SEARCH in fault for fault in faults):
                    search_index.rebuild(self.connection)
            self.repaired.append(Finding("check.index"))
            faults = self._integrity()
        self.problems += (Finding("check.fault", {"reason": fault}) for fault in faults)

    def _integrity(self) -> list[str]:
        lines = [str(line) for (line,) in self.connection.execute(f"PRAGMA integrity_check({MOST_FAULTS})")]
        return (
            [] if lines == ["ok"] else [first_line(line.removeprefix("*** in database main ***\n")) for line in lines]
        )

    def _references(self) -> None:
        broken: dict[str, int] = {}
        for table, *_ in self.connection.execute("PRAGMA foreign_key_check"):
            broken[str(table)] = broken.get(str(table), 0) + 1
        self.problems += (
            Finding("check.refers_to_nothing", {"table": table, "count": count}) for table, count in broken.items()
        )

    def _values(self) -> None:
        """Looks whether each value of what a person has made means something; the texts and their translations are
        read with their pieces."""
        for table in RECORDED:
            columns = [
                (str(name), kind) for _, name, kind, *_ in self.connection.execute(f"PRAGMA table_info({table})")
            ]
            # As bytes: SQLite hands over no text that is not UTF-8.
            values = ", ".join(f"CAST({name} AS BLOB)" if kind == "TEXT" else name for name, kind in columns)
            bad = sum(
                not all(
                    value is None or _is_readable(name, value) for (name, _), value in zip(columns, row, strict=True)
                )
                for row in self.connection.execute(f"SELECT {values} FROM {table}")
            )
            if bad:
                self.problems.append(Finding("check.unreadable_rows", {"table": table, "count": bad}))

    def _derive_again(self) -> None:
        """Works out again what a list shows of each piece and where the notes stand, and keeps what is other than
        before. Not where nothing may be written, for that is done in the file itself."""
        if not self._repair:
            return
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            before = self._derived()
            self.connection.execute("DELETE FROM anchors")
            pieces: list[Any] = self.connection.execute("SELECT id FROM pieces").fetchall()
            for (piece,) in pieces:
                summaries.refresh(self.connection, piece)
                anchors.refresh(self.connection, piece)
            after = self._derived()
            changed = {code: max(len(after[code] - old), len(old - after[code])) for code, old in before.items()}
            self.connection.execute("COMMIT" if any(changed.values()) else "ROLLBACK")
        finally:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
        self.repaired += (Finding(code, {"count": count}) for code, count in changed.items() if count)

    def _derived(self) -> dict[str, set[tuple[Any, ...]]]:
        """What can be worked out again, by the code of what is said where it was wrong."""
        tables = {"check.summaries": "summaries", "check.anchors": "anchors"}
        return {code: set(self.connection.execute(f"SELECT * FROM {table}")) for code, table in tables.items()}

    def _index(self) -> None:
        """Makes the search index say what the texts do, where it may be written: to look into it takes a table."""
        if not self._repair:
            return
        wrong = len(index_problems(self.connection))
        if wrong:
            with write(self.connection):
                search_index.rebuild(self.connection)
            self.repaired.append(Finding("check.search", {"count": wrong}))

    def _remember(self) -> None:
        """Makes the memory hold what the pairs do."""
        blocks = memory.out_of_step(self.connection)
        if not blocks:
            return
        if self._repair:
            with write(self.connection):
                for block in blocks:
                    memory.index(self.connection, block)
        (self.repaired if self._repair else self.problems).append(Finding("check.memory", {"count": len(blocks)}))


def _spoilt_pieces(path: Path, keys: Keys | None) -> list[Finding]:
    """The pieces of which something means nothing, and those with a text that is not the one they are known by."""
    found = []
    with Library(path, keys=keys) as library:
        for piece in library.numbers():
            try:
                if not library.is_itself(library.read_through(piece)):
                    found.append(Finding("check.changed", {"piece": piece}))
            except LibraryError as error:
                if error.code != "library.damaged":
                    raise
                found.append(Finding("check.unreadable", {"piece": piece}))
    return found


def _is_readable(column: str, value: Any) -> bool:
    """Whether a value, a text as bytes, means something in a column of that name."""
    try:
        return is_readable(column, value.decode("utf-8") if isinstance(value, bytes) else value)
    except UnicodeDecodeError:
        return False
