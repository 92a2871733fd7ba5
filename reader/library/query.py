"""What a person asks for in the search box, taken apart. What is no field is words; a field whose value can mean
nothing is a mistake, which whoever answers says.

أردوغان putin          both, anywhere in a piece        -سوريا         without that
"القوات الروسية"       next to each other               a OR b         either (also a | b)
""الحكومة""            as it is spelled, no other form  حكوم*          begins so
tag: in: from: after: before: has: is: colour:          and their Arabic names
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reader.arabic.folding import fold_key
from reader.arabic.tokens import plain, tokenize, words


class Field(StrEnum):
    """What a filter asks about."""

    TAG = "tag"
    IN = "in"
    FROM = "from"
    AFTER = "after"
    BEFORE = "before"
    HAS = "has"
    IS = "is"
    COLOUR = "colour"


FIELDS = {
    **{field.value: field for field in Field},
    "color": Field.COLOUR,
    "since": Field.FROM,
    "until": Field.BEFORE,
    "وسم": Field.TAG,
    "في": Field.IN,
    "من": Field.FROM,
    "بعد": Field.AFTER,
    "قبل": Field.BEFORE,
    "فيه": Field.HAS,
    "له": Field.HAS,
    "هو": Field.IS,
    "حاله": Field.IS,
    "لون": Field.COLOUR,
}
"""The fields by their names, folded."""

COLUMNS = ("title", "text", "translation", "note", "tag", "name")
"""What is searched, by the names that ``Hit.where`` gives it."""

_COLUMN_NAMES = {
    **{column: column for column in COLUMNS},
    **{f"{column}s": column for column in COLUMNS},
    "العنوان": "title",
    "النص": "text",
    "الترجمه": "translation",
    "الملاحظات": "note",
    "الملاحظه": "note",
    "الوسوم": "tag",
    "الوسم": "tag",
    "الاسماء": "name",
    "الاسم": "name",
}

_THINGS = {
    "note": "note",
    "notes": "note",
    "ملاحظه": "note",
    "ملاحظات": "note",
    "highlight": "highlight",
    "highlights": "highlight",
    "تظليل": "highlight",
    "bookmark": "bookmark",
    "bookmarks": "bookmark",
    "علامه": "bookmark",
    "علامات": "bookmark",
    "اشاره": "bookmark",
    "tag": "tag",
    "tags": "tag",
    "وسم": "tag",
    "وسوم": "tag",
}
"""What ``has:`` may ask for."""

_STATES = {
    "starred": "starred",
    "star": "starred",
    "مميز": "starred",
    "مميزه": "starred",
    "unread": "unread",
    "جديد": "unread",
    "جديده": "unread",
    "reading": "reading",
    "read": "read",
    "مقروء": "read",
    "مقروءه": "read",
}
"""What ``is:`` may ask for."""

_TOO_SHORT = re.compile("[وف]?(?:[بك]?ال|لل)?.?|..")
"""What begins most words of the library, so that it says nothing of the word it will be."""

_DATE = re.compile(r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?")
_DATE_BEGUN = re.compile(r"\d{1,3}|\d{4}-(?:0|\d{1,2}-0?)?")
"""A date of which more is to be typed before it is one."""
_ITEM = re.compile(
    r"""(?P<minus>[-−–](?=\S))?
    (?:(?P<field>[^\W\d_]+):(?P<value>"[^"]*"|[^\s"]+)
    |""(?P<twice>[^"]*)""
    |"(?P<quoted>[^"]*)"?
    |(?P<plain>[^\s"]+))(?P<star>(?<=")\*)?""",
    re.VERBOSE,
)
_QUOTES = str.maketrans("“”„«»", '"""""')


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand next to each other: folded, and as they were ``written``. ``exact`` are found only as they are
    spelled; of ``prefix`` the last is the beginning of a word; an ``unfinished`` one may be one or the other."""

    words: tuple[str, ...]
    written: tuple[str, ...]
    exact: bool = False
    prefix: bool = False
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on the piece as a whole; ``value`` is folded. It was ``written`` so; more of an ``unfinished`` one
    may be to come."""

    field: Field
    value: str
    written: str = ""
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Mistake:
    """A field whose value means nothing, as it was ``written``."""

    field: Field
    written: str


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things asked for, or, ``without``, asked to be missing."""

    what: Words | Filter
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All the groups have to be met, each by one of its items. ``columns`` are those that words are looked for in. With
    ``mistakes`` it cannot be answered."""

    groups: tuple[tuple[Item, ...], ...] = ()
    columns: tuple[str, ...] = field(default=COLUMNS)
    mistakes: tuple[Mistake, ...] = ()


def parse(text: str, *, exact: bool = False, typing: bool = False) -> Query:
    """The query that a text is. ``exact`` takes all words as they are spelled; with ``typing`` the last word or field
    may be unfinished, where the text ends in one."""
    text = text.translate(_QUOTES)
    groups: list[tuple[Item, ...]] = []
    columns: list[str] = []
    mistakes: list[Mistake] = []
    joins = False
    for found in _ITEM.finditer(text):
        if found["plain"] in ("OR", "|") and not found["minus"]:
            joins = bool(groups)
            continue
        last = typing and found.end() == len(text)
        if last and _is_begun(found):
            continue
        unfinished = last and found["plain"] is not None
        if unfinished and groups and all(_TOO_SHORT.fullmatch(word) for word in words(found["plain"])):
            continue
        item = _item(found, exact, last)
        if isinstance(item, str):
            columns.append(item)
        elif isinstance(item, Mistake):
            mistakes.append(item)
        elif item is not None and joins:
            groups[-1] = (*groups[-1], item)
        elif item is not None:
            groups.append((item,))
        joins = False
    return Query(tuple(groups), tuple(dict.fromkeys(columns)) or COLUMNS, tuple(mistakes))


def _is_begun(found: re.Match[str]) -> bool:
    """Whether a match of _ITEM is a field of which more has to be typed before it says anything."""
    if found["field"]:
        kind, value = FIELDS.get(plain_name(found["field"])), fold_key(found["value"].strip('"'))
        if kind in (Field.FROM, Field.AFTER, Field.BEFORE):
            return _DATE_BEGUN.fullmatch(value.replace("/", "-")) is not None
        known = {Field.HAS: _THINGS, Field.IS: _STATES}.get(kind, {}) if kind else {}
        return value not in known and any(name.startswith(value) for name in known)
    name, colon, rest = (found["plain"] or "").partition(":")
    return bool(colon) and not rest and plain_name(name) in FIELDS


def _item(found: re.Match[str], exact: bool, last: bool) -> Item | Mistake | str | None:
    """What a match of _ITEM asks for: an item, a column, or nothing that can be looked for; or that it makes no sense.
    More of the ``last`` one may be to come."""
    without = found["minus"] is not None
    unfinished = last and found["plain"] is not None
    if found["field"]:
        value = found["value"].strip('"')
        special = _special(found["field"], value, last and not found["value"].startswith('"'))
        if isinstance(special, str) and not without:
            return special
        if isinstance(special, Filter):
            return Item(special, without)
        if isinstance(special, Mistake):
            return special
    twice = found["twice"] is not None
    plain_text = found["plain"] or ""
    own = tokenize(found[0])
    if not own:
        return None
    exact = exact or twice
    prefix = (plain_text.endswith("*") or found["star"] is not None) and len(own[-1].word) > 1
    written = tuple(found[0][slice(*token.span)] for token in own)
    if unfinished and _TOO_SHORT.fullmatch(own[-1].word):
        exact = True
    unfinished = unfinished and not prefix and not exact
    return Item(Words(tuple(token.word for token in own), written, exact, prefix, unfinished), without)


def _special(name: str, value: str, unfinished: bool) -> Filter | Mistake | str | None:
    """The filter that a field and its value are, or the name of a column; None where they are just words."""
    kind = FIELDS.get(plain_name(name))
    key = fold_key(value)
    if kind is None or not key:
        return None
    written = f"{name}:{value}"
    if kind is Field.IN:
        return _COLUMN_NAMES.get(key) or Filter(kind, key)
    if kind in (Field.FROM, Field.AFTER, Field.BEFORE):
        known = _date(key.replace("/", "-"))
        return Mistake(kind, written) if known is None else Filter(kind, known)
    if kind in (Field.HAS, Field.IS):
        known = (_THINGS if kind is Field.HAS else _STATES).get(key)
        return Mistake(kind, written) if known is None else Filter(kind, known)
    return Filter(kind, key, written, unfinished)


def _date(text: str) -> str | None:
    """A year, month or day as ISO 8601 writes it; None for what is none of the calendar's."""
    if not _DATE.fullmatch(text):
        return None
    year, *rest = text.split("-")
    with suppress(ValueError):
        date(*[*(int(part) for part in (year, *rest)), 1, 1][:3])
        return "-".join((year, *(part.zfill(2) for part in rest)))
    return None


def plain_name(name: str) -> str:
    """The name of a field, folded."""
    return plain(fold_key(name))
