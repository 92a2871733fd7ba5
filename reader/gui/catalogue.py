"""What the library's list shows and in which order: a section of it, sorted and in groups. No widgets here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.arabic.folding import fold_key
from reader.model import ReadState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.model import Collection, PieceSummary

STATES = tuple(ReadState)
LAST = "\U0010ffff"
"""Sorted after every name."""
CACHED = 1 << 15
"""How many titles and addresses are remembered with what they are sorted by; the list is read anew at each change."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The library as it was listed: its pieces and those in its trash, each the newest first, its collections, and its
    tags with the number of pieces that bear each. ``numbers`` has how many pieces there are in each section that a
    person has not named, ``ranks`` has the place of each piece by its title, ``sites`` the
    site that each is from."""

    pieces: tuple[PieceSummary, ...] = ()
    trashed: tuple[PieceSummary, ...] = ()
    collections: tuple[Collection, ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    ranks: Mapping[int, int] = field(default_factory=dict)
    sites: Mapping[int, str] = field(default_factory=dict)
    numbers: Mapping[Kind, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        pieces: Iterable[PieceSummary],
        trashed: Iterable[PieceSummary] = (),
        collections: Iterable[Collection] = (),
        tags: Iterable[tuple[str, int]] = (),
    ) -> Catalogue:
        """The catalogue of these. It works out what is sorted by, which takes a while: not for the window's thread."""
        pieces, trashed = tuple(pieces), tuple(trashed)
        both = (*pieces, *trashed)
        titles = {piece.id: _title_key(piece.title or piece.opening) for piece in both}
        ranks = {piece: rank for rank, piece in enumerate(sorted(titles, key=titles.__getitem__))}
        sites = {piece.id: site_of(piece.source) for piece in both}
        numbers = {
            Kind.ALL: len(pieces),
            Kind.UNREAD: sum(piece.state is ReadState.UNREAD for piece in pieces),
            Kind.STARRED: sum(piece.starred for piece in pieces),
            Kind.NOTED: sum(piece.notes > 0 for piece in pieces),
            Kind.TRASH: len(trashed),
        }
        return cls(pieces, trashed, tuple(collections), tuple(tags), ranks, sites, numbers)


class Kind(StrEnum):
    """What a section holds."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    NOTED = "noted"
    COLLECTION = "collection"
    TAG = "tag"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the library that the list can show. A collection and a tag have a ``name``; a collection is known by
    its ``number``, whatever it is called."""

    kind: Kind = Kind.ALL
    name: str = ""
    number: int = 0

    def is_same(self, other: Section) -> bool:
        """Whether both are the same part, be it renamed."""
        if self.kind is Kind.COLLECTION:
            return other.kind is self.kind and other.number == self.number
        return self == other


class Sort(StrEnum):
    """What the pieces are sorted by: the newest, the unread and the longest come first, titles and sources by
    letters."""

    ADDED = "added"
    PUBLISHED = "published"
    TITLE = "title"
    SOURCE = "source"
    STATE = "state"
    WORDS = "words"


class Group(StrEnum):
    """What the list is divided by."""

    NONE = "none"
    MONTH = "month"
    COLLECTION = "collection"
    SOURCE = "source"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Order:
    """How the list is sorted, the other way round where ``backwards``, and divided."""

    sort: Sort = Sort.ADDED
    group: Group = Group.NONE
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands over a group of so many pieces. ``key`` is the month ("2021-03"), the name or the state that they share,
    "" where they have none."""

    group: Group
    key: str
    count: int


def in_section(catalogue: Catalogue, section: Section) -> list[PieceSummary]:
    """The pieces of a section, in the library's order."""
    if section.kind is Kind.TRASH:
        return list(catalogue.trashed)
    has: dict[Kind, Callable[[PieceSummary], bool]] = {
        Kind.ALL: lambda _: True,
        Kind.UNREAD: lambda piece: piece.state is ReadState.UNREAD,
        Kind.STARRED: lambda piece: piece.starred,
        Kind.NOTED: lambda piece: piece.notes > 0,
        Kind.COLLECTION: lambda piece: section.name in piece.collections,
        Kind.TAG: lambda piece: section.name in piece.tags,
    }
    return list(filter(has[section.kind], catalogue.pieces))


def arrange(catalogue: Catalogue, section: Section, order: Order) -> list[Heading | PieceSummary]:
    """The rows of the list. A piece in several collections stands under each where they divide it. The trash is not
    divided."""
    pieces = _sorted(catalogue, in_section(catalogue, section), order)
    if order.group is Group.NONE or section.kind is Kind.TRASH:
        return [*pieces]
    groups: dict[str, list[PieceSummary]] = defaultdict(list)
    for piece in pieces:
        for key in _groups_of(catalogue, piece, order):
            groups[key].append(piece)
    rows: list[Heading | PieceSummary] = []
    for key in _in_order(groups, order):
        rows.append(Heading(order.group, key, len(groups[key])))
        rows.extend(groups[key])
    return rows


@lru_cache(maxsize=CACHED)
def site_of(source: str | None) -> str:
    """The site that an address is on, without its "www."; "" for a file and for what was pasted."""
    if not source or "://" not in source:
        return ""
    try:
        host = urlsplit(source).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def date_of(piece: PieceSummary) -> str:
    """When a piece was published, or else saved: ISO 8601."""
    return piece.published or piece.created


@lru_cache(maxsize=CACHED)
def _title_key(title: str) -> str:
    return fold_key(title)


def _sorted(catalogue: Catalogue, pieces: list[PieceSummary], order: Order) -> list[PieceSummary]:
    """``pieces``, which come the newest first; those that are equal stay in that order."""
    by: dict[Sort, tuple[Callable[[PieceSummary], object], bool]] = {
        Sort.ADDED: (lambda piece: piece.id, True),
        Sort.PUBLISHED: (date_of, True),
        Sort.TITLE: (lambda piece: catalogue.ranks[piece.id], False),
        Sort.SOURCE: (lambda piece: catalogue.sites[piece.id] or LAST, False),
        Sort.STATE: (lambda piece: STATES.index(piece.state), False),
        Sort.WORDS: (lambda piece: piece.words, True),
    }
    key, descending = by[order.sort]
    return sorted(pieces, key=key, reverse=descending is not order.backwards)  # type: ignore[arg-type]


def _groups_of(catalogue: Catalogue, piece: PieceSummary, order: Order) -> Iterable[str]:
    if order.group is Group.MONTH:
        return ((piece.created if order.sort is Sort.ADDED else date_of(piece))[:7],)
    if order.group is Group.COLLECTION:
        return piece.collections or ("",)
    if order.group is Group.SOURCE:
        return (catalogue.sites[piece.id],)
    return (piece.state.value,)


def _in_order(groups: Iterable[str], order: Order) -> list[str]:
    if order.group is Group.MONTH:
        dated = order.sort in (Sort.ADDED, Sort.PUBLISHED)
        return sorted(groups, reverse=not (dated and order.backwards))
    if order.group is Group.STATE:
        return sorted(groups, key=lambda key: STATES.index(ReadState(key)))
    return sorted(groups, key=lambda key: (not key, key))
