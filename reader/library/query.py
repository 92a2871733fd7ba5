"""What a person asks for in the search box, taken apart. Nothing is a mistake here: what is no field is words.

أردوغان putin          both, anywhere in a piece        -سوريا         without that
"القوات الروسية"       next to each other               a OR b         either (also a | b)
""الحكومة""            as it is spelled, no other form  حكوم*          begins so
tag: in: from: after: before: has: is: colour:          and their Arabic names
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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
    """A condition on the piece as a whole; ``value`` is folded."""

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things asked for, or, ``without``, asked to be missing."""

    what: Words | Filter
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All the groups have to be met, each by one of its items. ``columns`` are those that words are looked for in."""

    groups: tuple[tuple[Item, ...], ...] = ()
    columns: tuple[str, ...] = field(default=COLUMNS)


def parse(text: str, *, exact: bool = False, typing: bool = False) -> Query:
    """The query that a text is. ``exact`` takes all words as they are spelled; with ``typing`` the last word may be
    unfinished, where the text ends in one."""
    text = text.translate(_QUOTES)
    groups: list[tuple[Item, ...]] = []
    columns: list[str] = []
    joins = False
    for found in _ITEM.finditer(text):
        if found["plain"] in ("OR", "|") and not found["minus"]:
            joins = bool(groups)
            continue
        unfinished = typing and found.end() == len(text) and found["plain"] is not None
        if unfinished and groups and all(_TOO_SHORT.fullmatch(word) for word in words(found["plain"])):
            continue
        item = _item(found, exact, unfinished)
        if isinstance(item, str):
            columns.append(item)
        elif item is not None and joins:
            groups[-1] = (*groups[-1], item)
        elif item is not None:
            groups.append((item,))
        joins = False
    return Query(tuple(groups), tuple(dict.fromkeys(columns)) or COLUMNS)


def _item(found: re.Match[str], exact: bool, unfinished: bool) -> Item | str | None:
    """What a match of _ITEM asks for: an item, a column, or nothing that can be looked for."""
    without = found["minus"] is not None
    if found["field"]:
        value = found["value"].strip('"')
        special = _special(found["field"], value)
        if isinstance(special, str) and not without:
            return special
        if isinstance(special, Filter):
            return Item(special, without)
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


def _special(name: str, value: str) -> Filter | str | None:
    """The filter that a field and its value are, or the name of a column; None where they are just words."""
    kind = FIELDS.get(plain_name(name))
    key = fold_key(value)
    if kind is None or not key:
        return None
    if kind is Field.IN:
        return _COLUMN_NAMES.get(key) or Filter(kind, key)
    if kind in (Field.FROM, Field.AFTER, Field.BEFORE):
        date = key.replace("/", "-")
        if not _DATE.fullmatch(date):
            return None
        year, *rest = date.split("-")
        return Filter(kind, "-".join((year, *(part.zfill(2) for part in rest))))
    if kind in (Field.HAS, Field.IS):
        known = (_THINGS if kind is Field.HAS else _STATES).get(key)
        return None if known is None else Filter(kind, known)
    return Filter(kind, key)


def plain_name(name: str) -> str:
    """The name of a field, folded."""
    return plain(fold_key(name))
