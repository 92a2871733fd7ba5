"""An article and its pairs as rows of a printed page: what stands in each row, on either side, in which dress."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from reader.arabic.direction import arabic_letters, is_arabic, latin_letters
from reader.arabic.list_marks import list_mark
from reader.model import BODY_ROLES, EngineName, Role, Side, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.model import Article, Block, Flag, Pair, TermUse


class Dress(StrEnum):
    """How a row is set."""

    KICKER = "kicker"
    TITLE = "title"
    DETAIL = "detail"
    CAPTION = "caption"
    LABEL = "label"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    RELATED_HEADING = "related_heading"
    RELATED = "related"
    END_QUOTE = "end_quote"
    END_NOTE = "end_note"
    END_TAGS = "end_tags"


class State(Enum):
    """How far a cell is."""

    READY = 0
    PENDING = 1
    GLOSS = 2
    FAILED = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row. ``text`` is the pair's own string, character for character, so that its offsets are the
    pair's; ``copied`` says whether it is the page's text, as against a word of ours. ``marker`` hangs before it."""

    text: str
    right_to_left: bool
    arabic: bool
    state: State = State.READY
    copied: bool = True
    marker: str | None = None


_PENDING = Cell("", right_to_left=False, arabic=False, state=State.PENDING)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its dress, both cells, the block it shows (None for a line of ours) and the number printed beside it.
    ``edited`` says that a person wrote the translation; ``begins`` marks the first row under a rule across the page."""

    dress: Dress
    source: Cell
    target: Cell
    block: int | None = None
    number: int | None = None
    flags: tuple[Flag, ...] = ()
    terms: tuple[TermUse, ...] = ()
    edited: bool = False
    begins: bool = False

    def cell(self, side: Side) -> Cell:
        """The cell on a side."""
        return self.source if side is Side.SOURCE else self.target


def _failed(pair: Pair) -> str:
    return f"Not translated: {pair.detail or '–'}"


@dataclass(frozen=True, slots=True)
class Phrases:
    """What the page says in words of ours. ``failed`` says of a failed pair, in the window's language, that and why it
    has no translation; ``place`` is the English of the article's place, where it is known."""

    failed: Callable[[Pair], str] = _failed
    place: str | None = None


_DRESSES = {
    Role.KICKER: Dress.KICKER,
    Role.TITLE: Dress.TITLE,
    Role.BYLINE: Dress.DETAIL,
    Role.CAPTION: Dress.CAPTION,
    Role.HEADING: Dress.HEADING,
    Role.PARAGRAPH: Dress.BODY,
    Role.QUOTE: Dress.QUOTE,
    Role.LIST_ITEM: Dress.LIST_ITEM,
    Role.RELATED: Dress.RELATED,
}
# The column is English whatever the window speaks, so the names are not the locale's.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3]")
_READ_ALSO = {"ar": "اقرأ أيضاً"}


def english_date(published: str) -> str:
    """An ISO 8601 date or time, as precise as it is: "24 February 2021, 07:13", "February 2021", "2021"; a zone
    follows as "(UTC+2)". What is no such date is given back as it is."""
    day, _, time = published.partition("T")
    parts = day.split("-")
    try:
        numbers = [int(part) for part in parts]
        date(*[*numbers, 1, 1][:3])
    except (ValueError, TypeError):
        return published
    words = [str(numbers[0])]
    if len(numbers) > 1:
        words.insert(0, _MONTHS[numbers[1] - 1])
    if len(numbers) > 2:
        words.insert(0, str(numbers[2]))
    said = " ".join(words)
    return f"{said}, {_clock(time)}" if time else said


def _clock(time: str) -> str:
    if time.endswith("Z"):
        return f"{time[:5]} (UTC)"
    sign = max(time.rfind("+"), time.rfind("-"))
    if sign < 0:
        return time[:5]
    hours, _, minutes = time[sign + 1 :].partition(":")
    zone = f"{time[sign]}{int(hours)}" + (f":{minutes}" if minutes.strip("0") else "")
    return f"{time[:5]} (UTC{zone})" if int(hours) or minutes.strip("0") else f"{time[:5]} (UTC)"


def _own_cell(text: str, right_to_left: bool, *, copied: bool) -> Cell:
    return Cell(text, right_to_left, arabic=arabic_letters(text) > 0 and is_arabic(text), copied=copied)


def _begins_arabic(text: str) -> bool:
    """Whether words of ours are in Arabic: what they report, a system's own message, may be in any language."""
    return bool(_ARABIC.match(next(filter(str.isalpha, text), "")))


def _marker(role: Role, text: str) -> str | None:
    return "•" if role is Role.LIST_ITEM and list_mark(text) is None else None


def source_cell(article: Article, block: Block, pair: Pair | None) -> Cell:
    """The page's own text. It runs the language's way, whatever letter it begins with; only a block with no letter
    of that language at all, an English paragraph quoted whole, runs its own."""
    right_to_left = article.direction == "rtl"
    text = pair.source if pair else block.text
    if right_to_left and not _ARABIC.search(text) and latin_letters(text):
        right_to_left = False
    return Cell(text, right_to_left, arabic=right_to_left, marker=_marker(block.role, text))


def target_cell(block: Block, pair: Pair | None, phrases: Phrases) -> Cell:
    """The translation, or what there is in its place."""
    if pair is None:
        return _PENDING
    if pair.target is None:
        said = phrases.failed(pair)
        arabic = _begins_arabic(said)
        return Cell(said, right_to_left=arabic, arabic=arabic, state=State.FAILED, copied=False)
    arabic = pair.status is Status.KEPT and is_arabic(pair.target)
    glossed = pair.engine is EngineName.GLOSS and pair.status is Status.TRANSLATED
    return Cell(
        pair.target,
        right_to_left=arabic,
        arabic=arabic,
        state=State.GLOSS if glossed else State.READY,
        marker=_marker(block.role, pair.target),
    )


def with_pair(row: Row, article: Article, pair: Pair, phrases: Phrases) -> Row:
    """The row once its pair has come."""
    block = article.blocks[pair.index]
    return replace(
        row,
        source=source_cell(article, block, pair),
        target=target_cell(block, pair, phrases),
        flags=pair.flags,
        terms=pair.terms,
        edited=pair.status is Status.EDITED,
    )


def build_rows(article: Article, pairs: Mapping[int, Pair], phrases: Phrases) -> list[Row]:
    """The page in its printed order: kicker, headline, byline and date, captions; the body, numbered from 1; then
    the related headlines under a heading of their own."""
    rows = [
        *_rows_of(Role.KICKER, article, pairs, phrases),
        *_rows_of(Role.TITLE, article, pairs, phrases),
        *_rows_of(Role.BYLINE, article, pairs, phrases),
        *_date_rows(article, phrases.place),
        *_caption_rows(article, pairs, phrases),
    ]
    body = _body_rows(article, pairs, phrases)
    related = _rows_of(Role.RELATED, article, pairs, phrases)
    if body and rows:
        body[0] = replace(body[0], begins=True)
    rows += body
    if related:
        rtl = article.direction == "rtl"
        rows.append(
            Row(
                Dress.RELATED_HEADING,
                _own_cell(_READ_ALSO.get(article.language, "Read also"), rtl, copied=False),
                _own_cell("Read also", False, copied=False),
                begins=True,
            )
        )
        rows += related
    return rows


def _row(index: int, article: Article, pairs: Mapping[int, Pair], phrases: Phrases, number: int | None = None) -> Row:
    block, pair = article.blocks[index], pairs.get(index)
    return Row(
        _DRESSES[block.role],
        source_cell(article, block, pair),
        target_cell(block, pair, phrases),
        block=index,
        number=number,
        flags=pair.flags if pair else (),
        terms=pair.terms if pair else (),
        edited=pair is not None and pair.status is Status.EDITED,
    )


def _rows_of(role: Role, article: Article, pairs: Mapping[int, Pair], phrases: Phrases) -> list[Row]:
    return [_row(i, article, pairs, phrases) for i, block in enumerate(article.blocks) if block.role is role]


def _date_rows(article: Article, place: str | None) -> list[Row]:
    """When and where, in the page's own words on its side and in English on the other."""
    said = [detail.text for detail in article.details if detail.field in ("published", "place")]
    english = [english_date(article.published)] if article.published else []
    if article.place:
        english.append(place or article.place)
    if not said and not english:
        return []
    rtl = article.direction == "rtl"
    source = _own_cell(" · ".join(said), rtl, copied=True) if said else Cell("", rtl, rtl)
    target = Cell(" · ".join(english), right_to_left=False, arabic=False)
    return [Row(Dress.DETAIL, source, target)]


def _caption_rows(article: Article, pairs: Mapping[int, Pair], phrases: Phrases) -> list[Row]:
    """Captions, each under the file it belongs to, since the picture itself did not come with the text."""
    rows: list[Row] = []
    captions = _rows_of(Role.CAPTION, article, pairs, phrases)
    named = {image.caption: image.file for image in article.images if image.file}
    shown: set[str] = set()
    for row in captions:
        file = named.get(row.source.text)
        if file and file not in shown:
            rows.append(_file_row(article, file))
            shown.add(file)
        rows.append(row)
    left = [image.file for image in article.images if image.file and image.file not in shown]
    return [_file_row(article, file) for file in left] + rows


def _file_row(article: Article, file: str) -> Row:
    """A file's name: left to right in itself, on the edge where its column's lines begin."""
    rtl = article.direction == "rtl"
    return Row(Dress.LABEL, Cell(file, rtl, arabic=False), Cell(file, False, arabic=False))


def _body_rows(article: Article, pairs: Mapping[int, Pair], phrases: Phrases) -> list[Row]:
    rows: list[Row] = []
    number = 0
    rtl = article.direction == "rtl"
    for index, block in enumerate(article.blocks):
        if block.role not in BODY_ROLES:
            continue
        number += 1
        if block.label and block.role is not Role.LIST_ITEM:
            rows.append(Row(Dress.LABEL, _own_cell(block.label, rtl, copied=True), _own_cell("", False, copied=False)))
        rows.append(_row(index, article, pairs, phrases, number))
    return rows
