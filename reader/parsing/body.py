"""The running text of a page and what follows it: paragraphs, subheadings, quotations, lists, related headlines, and
the furniture between and below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.arabic.list_marks import list_mark
from reader.model import Role
from reader.parsing import signals
from reader.parsing.clauses import clause
from reader.parsing.head import is_byline, is_caption, put_named, put_part
from reader.parsing.sheet import CERTAIN, LIKELY

if TYPE_CHECKING:
    from reader.parsing.draft import Draft
    from reader.parsing.sheet import Sheet

_IN_BODY = 2.6
"""Between paragraphs the wording must speak more plainly for furniture than above or below them."""

_IN_FOOT = 1.7

_SPEAKER = re.compile(r"(?:س|ج|سوال|جواب|السوال|الجواب|q|a)\s*\d*\s*[:/)-]")
"""What stands before a question or an answer in an interview."""

_CLOSING = frozenset({"comment widget", "copyright footer", "most-read list"})
"""What opens the part of a page that is no longer about the article."""


def arrange_body(sheet: Sheet, draft: Draft, start: int) -> None:
    """Puts the lines from index ``start`` on into the draft."""
    index = start
    closing = find_closing(sheet, start)
    while index < len(sheet.lines):
        if index >= closing:
            _put_closed(sheet, draft, index, sheet.furniture[closing].reason)
            index += 1
            continue
        related = sheet.related[index]
        if related and not related[1]:
            draft.set_aside(sheet.lines[index], "label of related headlines")
            index = _put_related_block(sheet, draft, index + 1, closing)
        elif _opens_tags(sheet, index):
            index = _put_tags(sheet, draft, index, closing)
        else:
            _put(sheet, draft, index)
            index += 1


def find_closing(sheet: Sheet, start: int) -> int:
    """The index from which all is about something else: comments, footers, lists of the most read. It is taken for
    that only where most of the running text stands before it."""
    prose = [sheet.lines[index].words if sheet.prose[index] else 0 for index in range(len(sheet.lines))]
    total, before = sum(prose[start:]), 0
    for index in range(start, len(sheet.lines)):
        if (
            sheet.furniture[index].weight >= 2.8
            and sheet.furniture[index].reason in _CLOSING
            and index >= start
            and before >= 0.6 * total
        ):
            return index
        before += prose[index]
    return len(sheet.lines)


def _put_closed(sheet: Sheet, draft: Draft, index: int, reason: str) -> None:
    line = sheet.lines[index]
    related = sheet.related[index]
    if related and related[1]:
        draft.block(line, Role.RELATED, related[1], related[0])
    else:
        own = sheet.furniture[index]
        draft.set_aside(line, own.reason if own.weight >= LIKELY else f"below the article: {reason}")


def _put_related_block(sheet: Sheet, draft: Draft, index: int, closing: int) -> int:
    """Puts the headlines under a label of their own; the index behind them. Running text ends them, and so does a gap
    where they themselves stand close together."""
    first = index
    while index < closing:
        line = sheet.lines[index]
        if sheet.furniture[index].reason == signals.LIST_MARK:
            draft.set_aside(line, signals.LIST_MARK)
            first, index = index + 1, index + 1
            continue
        close = index > first + 1 and not any(sheet.lines[i].gap for i in range(first + 1, index))
        if (
            sheet.prose[index]
            or sheet.related[index]
            or sheet.is_furniture(index)
            or sheet.dates[index]
            or signals.image_file(line)
            or line.words < 3
            or line.words > 24
            or (clause(line) and line.words >= 9)
            or (line.gap and close)
        ):
            break
        draft.block(line, Role.RELATED)
        index += 1
    return index


def _opens_tags(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    return sheet.furniture[index].reason == "tags" and sheet.is_furniture(index, CERTAIN) and line.words <= 2


def _put_tags(sheet: Sheet, draft: Draft, index: int, closing: int) -> int:
    """Puts a label of tags and the short lines under it aside; the index behind them."""
    first = index
    while index < closing and (index == first or _is_tag(sheet, index)):
        draft.set_aside(sheet.lines[index], "tags")
        index += 1
    return index


def _is_tag(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    return line.words <= 4 and not line.stops and not sheet.related[index] and not sheet.dates[index]


def _put(sheet: Sheet, draft: Draft, index: int) -> None:
    """Puts one line of the body or the foot into the draft."""
    line = sheet.lines[index]
    in_foot = index >= sheet.end
    needed = _IN_FOOT if in_foot else _IN_BODY
    date = sheet.dates[index]
    related = sheet.related[index]
    if date and not date.rest and (in_foot or not line.is_prose):
        draft.date(line, date)
    elif index in sheet.joined:
        draft.clock(line)
    elif sheet.clocks[index]:
        draft.block(line, Role.HEADING)
    elif signals.image_file(line):
        draft.image(line)
    elif related:
        draft.block(line, Role.RELATED, related[1], related[0])
    elif is_caption(sheet, index) and not sheet.is_furniture(index, CERTAIN):
        put_named(sheet, draft, index)
    elif sheet.is_furniture(index, needed) or (in_foot and sheet.furniture[index].reason == signals.NUMBER_ALONE):
        draft.set_aside(line, sheet.furniture[index].reason)
    elif signals.quotation(line) or line.hints.get("quote", 0.0) >= LIKELY:
        draft.block(line, Role.QUOTE)
    elif _is_list_item(sheet, index):
        draft.block(line, Role.LIST_ITEM)
    elif date and in_foot:
        draft.date(line, date)
        for part in date.rest:
            put_part(draft, line, part)
    elif (in_foot or not draft.has(Role.PARAGRAPH)) and is_byline(sheet, index):
        put_named(sheet, draft, index)
    elif _is_heading(sheet, index):
        draft.block(line, Role.HEADING)
    elif in_foot and _is_foot(sheet, index):
        draft.set_aside(line, "below the article")
    else:
        draft.block(line, Role.PARAGRAPH)


def _is_list_item(sheet: Sheet, index: int) -> bool:
    """Whether the line is one of a list: a mark that is only ever a bullet, or a dash or number among others like it
    or under a line that ends in a colon."""
    line = sheet.lines[index]
    mark = list_mark(line.text)
    if line.hints.get("list_item", 0.0) >= LIKELY:
        return True
    if mark is None:
        return False
    if mark.text not in "-–—*" and mark.number is None:
        return True
    beside = [sheet.lines[other] for other in (index - 1, index + 1) if 0 <= other < len(sheet.lines)]
    if index and sheet.lines[index - 1].text.endswith((":", "：")):
        return True
    others = [other for other in (list_mark(line.text) for line in beside) if other is not None]
    if mark.number is None and sum(1 for other in sheet.lines if other.text.startswith(f"{mark.text} ")) >= 3:
        return True
    if mark.number is not None:
        return any(other.number is not None and abs(other.number - mark.number) == 1 for other in others)
    return any(other.text == mark.text for other in others)


def _is_heading(sheet: Sheet, index: int) -> bool:
    """Whether the line heads what follows: short, not ended as a sentence is, with longer text below it."""
    line = sheet.lines[index]
    if line.hints.get("heading", 0.0) >= LIKELY and line.words <= 25:
        return True
    if line.words > 12 or line.text.endswith((".", "،", "؛")) or index >= sheet.end or clause(line):
        return False
    if sheet.in_run(index):
        return False
    if line.text.endswith(":") and (
        line.words >= 5 or line.folded.startswith("و") or (index + 1 < sheet.end and _is_list_item(sheet, index + 1))
    ):
        return False  # it leads into what follows rather than heading it
    if _SPEAKER.match(line.folded):
        return False
    for later in range(index + 1, min(index + 4, sheet.end)):
        if _is_list_item(sheet, later):
            return True
        if sheet.prose[later]:
            return sheet.lines[later].words > line.words
    return False


def _is_foot(sheet: Sheet, index: int) -> bool:
    """Whether a short line below the running text is furniture: it does not end as this page's sentences do, or stands
    among furniture."""
    line = sheet.lines[index]
    if line.words > 8 or (line.stops and not line.text.endswith(("؟", "?"))) or clause(line):
        return False
    follows = index <= sheet.broken_off and sheet.lines[index - 1].words >= 4
    if follows and line.words >= 3 and (not sheet.in_run(index) or "،" in line.text):
        return False  # with nothing between it and the text it may well be its end
    near = range(max(index - 2, sheet.end), min(index + 3, len(sheet.lines)))
    return sheet.text_stops or any(other != index and sheet.is_furniture(other, 2.6) for other in near)
