"""Reads the rows of a library's tables out of the bytes of its file, as many as are still there.

Where a table's tree is broken, its leaves are found all the same, by looking at every page and by the shape of its
rows. The format is the one of https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.library.pages import page_size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
HEADER = 100
"""The bytes of the file's header, which the first page begins with."""

MOST_DEPTH = 20
"""More levels than a tree of pages can have."""

_BROKEN = (IndexError, ValueError, struct.error, OverflowError)


class Spoilt(str):
    """A text with U+FFFD in the place of bytes that are no letters."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of a table look like: for each column whether its values may be missing, and their types.
    ``alias`` is the column that the row's number stands for, None where there is none; ``least`` is how many columns a
    row of an older time may have. ``is_own`` tells a row that has the shape from one of another table."""

    nullable: tuple[bool, ...]
    types: tuple[tuple[type, ...], ...]
    least: int
    alias: int | None
    is_own: Callable[[Sequence[Any]], bool]

    def fits(self, row: Sequence[Any]) -> bool:
        """Whether a row can be of this table."""
        if not self.least <= len(row) <= len(self.types):
            return False
        for place, value in enumerate(row):
            if value is None and not self.nullable[place]:
                return False
            if value is not None and not isinstance(value, self.types[place]):
                return False
        return self.is_own(row)


@dataclass(slots=True)
class Salvage:
    """The rows that were found, by table, each as its record holds it, with its number for an alias; and how many
    were seen that cannot be read."""

    rows: dict[str, list[list[Any]]] = field(default_factory=lambda: defaultdict(list))
    broken: int = 0


def salvage(content: bytes, shapes: Mapping[str, Shape], usual_roots: Mapping[str, int]) -> Salvage:
    """The rows of the tables of which ``shapes`` tells, out of a file's bytes.

    ``usual_roots`` says on which page each table begins in a new file; it is tried where the file does not say.
    """
    file = _File(content)
    found = Salvage()
    roots = file.roots()
    seen = {*file.free_pages(), 1}
    for table in shapes:
        for number, row in file.rows_below(roots.get(table) or usual_roots[table], seen, found):
            _sort_in(found, shapes, number, row, table, sure=table in roots)
    for other in set(roots) - set(shapes):
        for _ in file.rows_below(roots[other], seen, Salvage()):
            pass
    for page in range(2, file.count + 1):
        if page not in seen and file.kind(page) == TABLE_LEAF:
            for number, row in file.rows_on(page, found):
                _sort_in(found, shapes, number, row, None, sure=False)
    return found


def _sort_in(
    found: Salvage, shapes: Mapping[str, Shape], number: int | None, row: list[Any], own: str | None, *, sure: bool
) -> None:
    """Puts a row to those of the table ``own`` in whose tree it was, unless it has not the shape of that and has that
    of another. Where it is ``sure`` that this is the tree, a row without its shape is a spoilt one."""
    tables = [*([own] if own else []), *(table for table in shapes if table != own)]
    for table in tables:
        shape = shapes[table]
        whole = _with_number(row, number, shape)
        # Two columns are too few to know a row by.
        if shape.fits(whole) and (table == own or (shape.alias is not None and len(shape.types) > 2)):
            found.rows[table].append(whole)
            return
    if own is not None and sure and shapes[own].least <= len(row) <= len(shapes[own].types):
        found.rows[own].append(_with_number(row, number, shapes[own]))
    elif own is not None:
        found.broken += 1


def tables_in(content: bytes) -> set[str]:
    """The names of the tables in a file's bytes, as far as it can be read there, SQLite's own left out."""
    return _File(content).tables()


def _with_number(row: list[Any], number: int | None, shape: Shape) -> list[Any]:
    """The row with its number in the column that stands for it."""
    if shape.alias is not None and len(row) > shape.alias and row[shape.alias] is None:
        return [*row[: shape.alias], number, *row[shape.alias + 1 :]]
    return row


class _File:
    """The pages of a file, numbered from 1."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._size = page_size_of(content)
        self._usable = self._size - content[20] if len(content) > HEADER and content[20] <= 64 else self._size
        self.count = -(-len(content) // self._size)

    def kind(self, page: int) -> int:
        """The first byte of a page's own header."""
        content = self._page(page)
        return content[HEADER if page == 1 else 0]

    def roots(self) -> dict[str, int]:
        """On which pages the tables begin, by the table of tables; the indexes too, by their own names."""
        rows = [row for _, row in self.rows_below(1, set(), Salvage()) if len(row) == 5]
        return {str(row[1]): row[3] for row in rows if isinstance(row[3], int) and 1 < row[3] <= self.count}

    def tables(self) -> set[str]:
        """The names of the tables, SQLite's own left out."""
        names = {row[1] for _, row in self.rows_below(1, set(), Salvage()) if len(row) == 5 and row[0] == "table"}
        return {str(name) for name in names if not str(name).startswith("sqlite_")}

    def free_pages(self) -> set[int]:
        """The pages that hold nothing."""
        free: set[int] = set()
        trunk = int.from_bytes(self._content[32:36], "big")
        while 1 < trunk <= self.count and trunk not in free:
            page = self._page(trunk)
            free.add(trunk)
            leaves = min(int.from_bytes(page[4:8], "big"), self._usable // 4 - 2)
            free.update(struct.unpack(f">{leaves}I", page[8 : 8 + 4 * leaves]))
            trunk = int.from_bytes(page[:4], "big")
        return free

    def rows_below(
        self, page: int, seen: set[int], found: Salvage, depth: int = 0
    ) -> Iterator[tuple[int | None, list[Any]]]:
        """The rows of the tree that begins at a page, with their numbers where they have any. Pages that were ``seen``
        before are left out, and those of this tree added."""
        if not 1 <= page <= self.count or page in seen or depth > MOST_DEPTH:
            return
        seen.add(page)
        if self.kind(page) in (TABLE_INNER, INDEX_INNER):
            for child in self._children(page):
                yield from self.rows_below(child, seen, found, depth + 1)
        yield from self.rows_on(page, found)

    def rows_on(self, page: int, found: Salvage) -> Iterator[tuple[int | None, list[Any]]]:
        """The rows that lie on a page; what cannot be read is counted in ``found``."""
        kind = self.kind(page)
        if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INNER):
            found.broken += kind != TABLE_INNER
            return
        content = self._page(page)
        for place in self._cells(page):
            try:
                place += 4 if kind == INDEX_INNER else 0
                length, place = _varint(content, place)
                number: int | None = None
                if kind == TABLE_LEAF:
                    number, place = _varint(content, place)
                    number -= (number >> 63) << 64
                yield number, _record(self._payload(content, place, length, kind))
            except _BROKEN:
                found.broken += 1

    def _children(self, page: int) -> list[int]:
        content, start = self._page(page), HEADER if page == 1 else 0
        places = [place for place in self._cells(page) if place + 4 <= len(content)]
        inner = [int.from_bytes(content[place : place + 4], "big") for place in places]
        return [*inner, int.from_bytes(content[start + 8 : start + 12], "big")]

    def _cells(self, page: int) -> tuple[int, ...]:
        """Where the cells of a page begin."""
        content, start = self._page(page), HEADER if page == 1 else 0
        first = start + (12 if content[start] in (TABLE_INNER, INDEX_INNER) else 8)
        count = min(int.from_bytes(content[start + 3 : start + 5], "big"), (self._size - first) // 2)
        return struct.unpack(f">{count}H", content[first : first + 2 * count])

    def _payload(self, content: bytes, place: int, length: int, kind: int) -> bytes:
        """The bytes of a record: those on the page, and those on the pages where it goes on."""
        usable = self._usable
        most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if length > len(self._content):
            raise ValueError(length)
        if length <= most:
            return _exactly(content[place : place + length], length)
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
        parts = [_exactly(content[place : place + local], local)]
        after = int.from_bytes(_exactly(content[place + local : place + local + 4], 4), "big")
        left = length - local
        while left > 0:
            if not 1 < after <= self.count:
                raise ValueError(after)
            page = self._page(after)
            part = page[4 : 4 + min(left, usable - 4)]
            parts.append(part)
            left -= len(part)
            after = int.from_bytes(page[:4], "big")
        return b"".join(parts)

    def _page(self, page: int) -> bytes:
        """A page's bytes; of one that the file does not hold whole, zeros for what is not there."""
        return self._content[(page - 1) * self._size : page * self._size].ljust(self._size, b"\0")


def _record(payload: bytes) -> list[Any]:
    """The values of a record. A text of which bytes are no letters is Spoilt."""
    end, place = _varint(payload, 0)
    if not place <= end <= len(payload):
        raise ValueError(end)
    values: list[Any] = []
    at = end
    while place < end:
        kind, place = _varint(payload, place)
        value, at = _value(payload, kind, at)
        values.append(value)
    return values


def _value(payload: bytes, kind: int, at: int) -> tuple[Any, int]:
    """A value of a kind that begins at a place, and where the next begins."""
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind in (10, 11):
        raise ValueError(kind)
    length = {5: 6, 6: 8, 7: 8}.get(kind, kind) if kind < 12 else (kind - 12) // 2
    content = _exactly(payload[at : at + length], length)
    if kind < 7:
        return int.from_bytes(content, "big", signed=True), at + length
    if kind == 7:
        return struct.unpack(">d", content)[0], at + length
    return (_text(content) if kind % 2 else content), at + length


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return Spoilt(content.decode("utf-8", "replace"))


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for count in range(8):
        byte = content[place + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count + 1
    return value << 8 | content[place + 8], place + 9


def _exactly(content: bytes, length: int) -> bytes:
    if len(content) != length:
        raise ValueError(length)
    return content
