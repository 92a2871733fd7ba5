"""The head of a page, above its running text: section, headline, date line, byline, picture and furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.arabic.folding import fold, fold_key
from reader.arabic.list_marks import list_mark
from reader.model import Role
from reader.parsing import calendar, signals
from reader.parsing.clauses import clause, names_no_one
from reader.parsing.sheet import LIKELY

if TYPE_CHECKING:
    from reader.parsing.draft import Draft
    from reader.parsing.lines import Line
    from reader.parsing.sheet import Sheet

_TITLE_AT_LEAST = 1.5
_NAMES = r"(?:(?:أ\.?د|[دأم])\. ?)?[^\W\d_]+(?: [^\W\d_]+)"
_PLACE_AND_NAME = re.compile(rf"[^\W\d_]+(?: [^\W\d_]+){{0,2}}\s*[-–—/|]\s*«?{_NAMES}{{0,3}}»?")
_NAME = re.compile(rf"{_NAMES}{{1,3}}")
_PLACE_IN_BRACKETS = re.compile(r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)\s*\((?:[\w«»\"]+ ?){1,4}\)")
_PLACE_COLON_NAME = re.compile(rf"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?):\s*{_NAMES}{{1,2}}")


def arrange_head(sheet: Sheet, draft: Draft, end: int) -> None:
    """Puts the lines before index ``end`` into the draft."""
    named = [_is_named(sheet, index) for index in range(end)]
    candidates = [index for index in range(end) if not named[index]]
    title = _find_title(sheet, candidates)
    kicker = _find_kicker(sheet, candidates, title)
    signed = any(named[index] and not sheet.dates[index] and is_byline(sheet, index) for index in range(end))
    for index in range(end):
        line = sheet.lines[index]
        if index == title:
            draft.block(line, Role.TITLE)
        elif index == kicker:
            draft.block(line, Role.KICKER)
        elif named[index]:
            put_named(sheet, draft, index)
        elif title is not None and _repeats(line, sheet.lines[title]):
            draft.set_aside(line, "the headline again")
        elif title is not None and index < title and _is_above_all(line):
            draft.set_aside(line, "menu or site name" if line.words <= 6 else "news ticker")
        elif title is not None and not signed and _is_name(line):
            # Between the headline and the text a bare name is its author's; a subheading there heads nothing.
            draft.block(line, Role.BYLINE)
            signed = True
        elif _is_section_below(sheet, index, title):
            draft.set_aside(line, "section's name")
        else:
            _put_other(sheet, draft, index, title)


def _is_named(sheet: Sheet, index: int) -> bool:
    """Whether the wording, with the place, says what the line is: neither headline nor section name."""
    line = sheet.lines[index]
    if line.hints.get("title", 0.0) >= LIKELY:
        return False
    return bool(
        sheet.is_furniture(index)
        or sheet.furniture[index].reason == signals.NUMBER_ALONE
        or sheet.dates[index]
        or sheet.clocks[index]
        or sheet.related[index]
        or signals.image_file(line)
        or is_caption(sheet, index)
        or is_byline(sheet, index)
    )


def put_named(sheet: Sheet, draft: Draft, index: int) -> None:
    """Puts a line that its wording names into the draft."""
    line = sheet.lines[index]
    date = sheet.dates[index]
    related = sheet.related[index]
    if date:
        draft.date(line, date)
        for part in date.rest:
            put_part(draft, line, part)
    elif signals.image_file(line):
        draft.image(line)
    elif index in sheet.joined:
        draft.clock(line)
    elif sheet.clocks[index]:
        # Under the headline it stamps the first entry of a live blog; above it, it may be any clock.
        if draft.has(Role.TITLE) and ":" in line.text:
            draft.block(line, Role.HEADING)
        else:
            draft.set_aside(line, "time without a date")
    elif is_caption(sheet, index):
        if signals.is_credit(line) and draft.blocks and draft.blocks[-1].role is Role.CAPTION:
            draft.credit(line)
        else:
            draft.block(line, Role.CAPTION)
    elif sheet.is_furniture(index) or sheet.furniture[index].reason == signals.NUMBER_ALONE:
        draft.set_aside(line, sheet.furniture[index].reason)
    elif related:
        if related[1]:
            draft.block(line, Role.RELATED, related[1], related[0])
        else:
            draft.set_aside(line, "label of related headlines")
    else:
        label = signals.byline_label(line)
        draft.block(line, Role.BYLINE, label[1] if label else None, label[0] if label else None)


def put_part(draft: Draft, line: Line, part: str) -> None:
    """Puts what stands beside a date on its line: a byline, or furniture."""
    own = type(line)(line.number, part)
    finding = signals.furniture(own)
    label = signals.byline_label(own)
    signed = label or signals.byline(own) >= LIKELY or (_is_name(own) and not draft.has(Role.BYLINE))
    if finding.weight < LIKELY and signed:
        draft.block(line, Role.BYLINE, label[1] if label else part, label[0] if label else None)
    else:
        draft.set_aside(line, finding.reason or "beside the date", part)


def is_caption(sheet: Sheet, index: int) -> bool:
    """Whether the line is a caption or its credit: by a label or a credit of its own, or because a picture's file, or
    another caption, stands before it."""
    line = sheet.lines[index]
    if sheet.dates[index] or sheet.related[index] or signals.image_file(line):
        return False
    weight = signals.caption(line) + line.hints.get("caption", 0.0)
    above = sheet.lines[index - 1] if index else None
    if signals.byline_label(line) and not (above and (signals.image_file(above) or is_caption(sheet, index - 1))):
        return False  # "photographs: a name" away from any picture says who made the piece
    if above and signals.image_file(above) and line.words <= 45:
        # A whole sentence under a picture's name is its caption where it is short and close.
        runs_on = line.words > 12 or clause(line) or (line.words >= 9 and "،" in line.text)
        weight += 0.5 if line.is_prose and (line.gap or runs_on) else 2.6
        weight -= signals.byline(line) * 0.5 + (3.0 if sheet.is_furniture(index) else 0.0)
    elif above and signals.is_credit(line) and is_caption(sheet, index - 1):
        weight += 0.0 if sheet.is_furniture(index) or signals.has_credit(above) else 2.5
    return weight >= LIKELY and not (sheet.is_furniture(index) and weight < sheet.furniture[index].weight)


def is_byline(sheet: Sheet, index: int) -> bool:
    """Whether the line names who wrote it: by its wording, or as a bare name beside the date line."""
    line = sheet.lines[index]
    weight = signals.byline(line) + line.hints.get("byline", 0.0)
    above = _above(sheet, index)
    if _is_name(line):
        beside = sheet.dates[max(index - 1, 0) : index] + sheet.dates[index + 1 : index + 2]
        follows_long = above is not None and sheet.lines[above].words >= 5
        signed_there = any(signals.byline_label(type(line)(0, part)) for date in beside if date for part in date.rest)
        if any(beside) and not signed_there and (follows_long or (index and sheet.dates[index - 1])):
            weight += 2.2
    spelled = line.text.replace(" ـ ", " - ")
    if above is not None and not line.stops and line.words <= 8:
        if _PLACE_AND_NAME.fullmatch(fold(spelled)):
            # "Damascus - Amal Haddad", right over the text or under a headline, a picture or a date.
            over_text = index + 1 < len(sheet.lines) and sheet.prose[index + 1]
            under = sheet.dates[above] is not None or is_caption(sheet, above) or sheet.lines[above].words >= 5
            weight += 1.0 + (1.0 if over_text else 0.0) + (1.0 if under else 0.0)
        place = _PLACE_COLON_NAME.fullmatch(line.folded) or _PLACE_IN_BRACKETS.fullmatch(line.folded)
        if place and place["place"] in calendar.PLACES:
            weight += 2.2
    return weight >= LIKELY


def _above(sheet: Sheet, index: int) -> int | None:
    """The nearest line above that is no furniture."""
    return next((other for other in range(index - 1, -1, -1) if not sheet.is_furniture(other)), None)


def _is_name(line: Line) -> bool:
    """Whether the line could be a person's name: two to four words and nothing else."""
    return 2 <= line.words <= 5 and _NAME.fullmatch(line.folded) is not None and not names_no_one(line)


def _find_title(sheet: Sheet, candidates: list[int]) -> int | None:
    """The likeliest headline among the candidates; a line that stands alone over the text is one whatever its length.
    None where none is likely."""
    byline = _first_byline_below(sheet, candidates)
    scored = [(_title_weight(sheet, index, place, byline), -index) for place, index in enumerate(candidates)]
    weight, best = max(scored, default=(0.0, 0))
    if weight < _TITLE_AT_LEAST:
        alone = len(candidates) == 1 and sheet.end > 0 and sheet.lines[candidates[0]].has_letters
        return candidates[0] if alone and not sheet.lines[candidates[0]].stops else None
    chosen = sheet.lines[-best]
    # Where the page's own title ("headline - site") stands over it, the headline itself is the shorter of the two.
    for index in candidates:
        other = sheet.lines[index]
        if len(other.text) < len(chosen.text) and _repeats(chosen, other):
            return index
    return -best


def _first_byline_below(sheet: Sheet, candidates: list[int]) -> int:
    """The index of the first byline below a line that could be the headline: what follows it is the less likely one."""
    end = len(sheet.lines)
    over = (index for index in candidates if sheet.lines[index].words >= 2 and not signals.ticker(sheet.lines[index]))
    first = next(over, end)
    last = candidates[-1] if candidates else 0
    return next((index for index in range(first + 1, last) if is_byline(sheet, index)), end)


def _title_weight(sheet: Sheet, index: int, place: int, byline: int) -> float:
    line = sheet.lines[index]
    words = line.words
    weight = 2.0 if 5 <= words <= 22 else 0.8 if words in (3, 4) else -1.0 if words < 3 else -1.0 - 0.1 * (words - 22)
    weight += -1.0 if line.text.endswith((".", "،", ":")) and not line.text.endswith("..") else 0.8
    if sheet.gaps_tell and line.gap and index + 1 < len(sheet.lines) and sheet.lines[index + 1].gap:
        weight += 0.4
    after = range(index + 1, min(index + 4, len(sheet.lines)))
    if any(sheet.dates[later] or signals.image_file(sheet.lines[later]) or is_byline(sheet, later) for later in after):
        weight += 0.8
    if list_mark(line.text):
        weight -= 1.0
    if signals.ticker(line):
        weight -= 1.5
    if index > byline:
        weight -= 1.2
    return weight - 0.3 * place + line.hints.get("title", 0.0)


def _find_kicker(sheet: Sheet, candidates: list[int], title: int | None) -> int | None:
    """The section's name: a short line right over the headline, with nothing but furniture between."""
    if title is None:
        return None
    before = [index for index in candidates if index < title]
    if not before:
        return None
    line = sheet.lines[before[-1]]
    if _repeats(line, sheet.lines[title]) or _is_in_menu(sheet, before[-1]):
        return None
    return before[-1] if line.words <= 5 and not line.stops and len(line.text) <= 50 else None


def _is_in_menu(sheet: Sheet, index: int) -> bool:
    """Whether a short line ends a run of them, as the last of a menu's entries does."""
    run = 0
    for other in range(index, -1, -1):
        finding = sheet.furniture[other]
        if (
            sheet.lines[other].words > 3
            or sheet.dates[other]
            or (finding.weight >= LIKELY and finding.reason != "menu")
        ):
            break
        run += 1
        if sheet.lines[other].gap and sheet.gaps_tell:
            break
    # A section's name that the menu has too stands twice.
    twice = any(sheet.lines[other].folded == sheet.lines[index].folded for other in range(index))
    return run >= 3 and not twice


def _repeats(line: Line, title: Line) -> bool:
    """Whether the line is the headline once more, as page titles are: alone or with the site's name behind it."""
    own, other = fold_key(line.text[:400]), fold_key(title.text[:400])
    if own == other:
        return True
    # With a slug before it as well: "general / headline".
    whole = own.startswith(other) or (own.endswith(other) and len(own) - len(other) <= 20)
    return whole and len(other) > 20 and len(own) - len(other) <= 60


def _is_above_all(line: Line) -> bool:
    """Whether a line over the headline is about something else, short as it is: a menu's entry, the site's name."""
    return signals.ticker(line) or (line.words <= 6 and not clause(line) and not (line.stops and line.words >= 4))


def _is_section_below(sheet: Sheet, index: int, title: int | None) -> bool:
    """Whether a bare word between headline and text is a section's name: it heads nothing there."""
    line = sheet.lines[index]
    if title is None or index < title or not sheet.end or line.words > 1 or line.hints.get("heading", 0.0):
        return False
    return index + 1 < len(sheet.lines) and (sheet.prose[index + 1] or sheet.dates[index + 1] is not None)


def _put_other(sheet: Sheet, draft: Draft, index: int, title: int | None) -> None:
    """Puts a line that neither its wording nor the headline's place explains: a lede, a subheading, a bare line."""
    line = sheet.lines[index]
    if signals.quotation(line):
        draft.block(line, Role.QUOTE)
    elif line.hints.get("list_item", 0.0) >= LIKELY or sheet.is_key_point(index):
        draft.block(line, Role.LIST_ITEM)
    elif signals.opens_key_points(line):
        draft.block(line, Role.HEADING)
    elif line.words >= 9 or line.stops or title is None or clause(line) or sheet.in_run(index):
        draft.block(line, Role.PARAGRAPH)
    else:
        draft.block(line, Role.HEADING)
