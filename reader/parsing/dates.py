"""The date line of a page: when it was published, and the place named beside it.

Gregorian dates are read in figures and in words, in the month names of the Levant, of Egypt and the Gulf, of the
Maghreb and of English, one tradition or two at once; a Hijri date beside them is passed over. A date in figures with
the year last is day first, as all Arabic pages write it. Relative times ("two hours ago") name no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from reader.arabic.direction import arabic_letters
from reader.arabic.folding import fold_with_map
from reader.parsing import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo


def _any(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first, each as whole words."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


_MONTH = _any(v.GREGORIAN_MONTHS)
_END = r"(?!\w)"
_START = r"(?<![\w./-])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ERA = r"(?:\s*م" + _END + r"\.?)?"
# One tradition, or both: "شباط / فبراير", "شباط (فبراير)", "شباط فبراير".
_MONTHS = rf"(?P<month>{_MONTH})(?:\s*[/(\[-]?\s*{_MONTH}{_END}\s*[)\]]?)?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_START}{_YEAR}\s?[./-]\s?(?P<number>\d\d?)\s?[./-]\s?(?P<day>\d\d?)(?![\d./])",
        rf"{_START}(?P<day>\d\d?)\s?[./-]\s?(?P<number>\d\d?)\s?[./-]\s?{_YEAR}{_END}",
        rf"{_START}(?P<day>\d\d?)\s*(?:من\s+)?(?:شهر\s+)?{_MONTHS}\s*[،,/]?\s*(?:عام\s+|سنه\s+)?{_YEAR}{_END}{_ERA}",
        rf"(?<!\w){_MONTHS}\s+(?P<day>\d\d?)\s*[،,]\s*{_YEAR}{_END}",
        rf"(?<!\w){_MONTHS}\s*[،,/]?\s*{_YEAR}{_END}{_ERA}",
    )
)
_HIJRI = re.compile(
    rf"(?<!\w)(?:\d\d?\s*(?:من\s+)?)?{_any(v.HIJRI_MONTHS)}{_END}\s*[،,/-]?\s*(?:1[34]\d\d)?\s*(?:ه(?:ـ|جري)?{_END})?"
    rf"|{_START}(?:1[34]\d\d[./-]\d\d?[./-]\d\d?|\d\d?[./-]\d\d?[./-]1[34]\d\d)\s*(?:ه(?:جري)?{_END})?"
)
_TIME = re.compile(
    r"(?<![\w.:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])"
    r"(?:\s*(?P<half>صباحا|مساء|ظهرا|عصرا|فجرا|ليلا|am|pm|a\.m\.?|p\.m\.?|[صم])(?!\w))?"
    r"(?P<iso>z(?!\w)|[+-]\d\d:?\d\d(?![\d:]))?"
)
_NOON_ON = frozenset({"مساء", "ظهرا", "عصرا", "pm", "p.m", "p.m.", "م"})
_ZONE = re.compile(
    rf"\(?\s*(?:(?:ب?توقيت|حسب توقيت)\s+(?P<city>{_any(v.ZONES)}){_END}|(?P<local>ب?التوقيت المحلي){_END}"
    rf"|(?:gmt|utc|غرينتش|جرينتش)\s*(?P<offset>[+-]\s*\d\d?(?::?\d\d)?)?(?![\w:])"
    rf"|(?P<before>[+-]\s*\d\d?(?::?\d\d)?)\s*(?:gmt|utc|غرينتش|جرينتش){_END})\s*\)?"
)
_WEEKDAY = re.compile(rf"(?<!\w){_any(v.WEEKDAYS)}{_END}")
_UPDATED = re.compile(rf"(?<!\w){_any(v.UPDATE_LABELS)}{_END}")
_LABEL = re.compile(rf"(?<!\w){_any(v.DATE_LABELS)}{_END}")
_RELATIVE = re.compile(v.RELATIVE)
_ISO_T = re.compile(r"(?<=\d)t(?=\d\d:\d\d)")
_STRONG = re.compile(r"[|·•–—]|\s-\s")
_PARTS = re.compile(r"[|·•–—،,;:()\[\]ـ-]+|(?<=\s)/(?=\s)")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")
_BYLINE = re.compile(rf"{_any(v.BYLINE_LABELS)}{_END}|.*(?<!\w){_any(v.AGENCIES)}{_END}")
_PLACES = frozenset((*v.ZONES, *v.PLACES))
_IN_SENTENCE = frozenset(["في", "من", "منذ", "حتي", "قبل", "بعد", "خلال", "عام", "سنه", "الي"])
_BLANK = "\x00"


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says of date and place. ``published`` is ISO 8601 or None; ``updated`` says the date is the one of
    the last change; ``rest`` are the parts of the line that are about something else, each with the spelling of the
    line; ``reason`` says why there is no date where there is none."""

    published: str | None
    place: str | None
    updated: bool = False
    rest: tuple[str, ...] = ()
    reason: str | None = None


def read_date_line(text: str) -> DateLine | None:
    """The date and the place in a line, or None where the line is about something else.

    A line is a date line when little is left of it once dates, times, weekdays and labels are taken out: a place of
    up to three words, or parts set off by a separator.
    """
    folded, offsets = fold_with_map(text)
    left = list(_ISO_T.sub(_BLANK, folded))

    def take(pattern: re.Pattern[str], most: int = 4) -> list[re.Match[str]]:
        """The matches, each blanked out of what is left before the next is looked for."""
        found: list[re.Match[str]] = []
        while len(found) < most and (match := pattern.search("".join(left))):
            left[match.start() : match.end()] = _BLANK * (match.end() - match.start())
            found.append(match)
        return found

    updates = take(_UPDATED, 1)
    dates = [match for pattern in _DATES for match in take(pattern)]
    clocks = take(_TIME)
    hijri = take(_HIJRI, 1)
    relative = [] if dates or hijri else take(_RELATIVE, 1)
    if not (dates or hijri or relative):
        return None
    zones = take(_ZONE, 2)
    take(_WEEKDAY)
    take(_LABEL)
    leftovers = _leftovers("".join(left), text, offsets)
    if leftovers is None:
        return None
    place, rest = leftovers
    updated_from = updates[0].start() if updates else len(folded)
    # Of several dates that are days of the calendar the first counts, those behind "last updated" last.
    dates.sort(key=lambda match: (match.start() > updated_from, match.start()))
    for date in dates:
        published = _iso(date, _nearest(clocks, date, dates), zones[0] if zones else None)
        if published:
            return DateLine(published, place, updated=date.start() > updated_from, rest=rest)
    reason = "relative time, no date" if relative else "Hijri date alone" if hijri else "no day of the calendar"
    return DateLine(None, place, rest=rest, reason=reason)


def _nearest(clocks: list[re.Match[str]], date: re.Match[str], dates: list[re.Match[str]]) -> re.Match[str] | None:
    """The time of day that goes with a date: the first after it that no other date is nearer to, else one before."""

    def distance(clock: re.Match[str], other: re.Match[str]) -> int:
        return clock.start() - other.end() if clock.start() >= other.end() else 3 * (other.start() - clock.end())

    own = [clock for clock in clocks if min(dates, key=lambda other: distance(clock, other)) is date]
    return min(own, key=lambda clock: distance(clock, date), default=None)


def read_clock_line(text: str) -> bool:
    """Whether a line is the time stamp of a live blog's entry: a time of day, or a relative time, and nothing more."""
    folded, _ = fold_with_map(text)
    for pattern in (_TIME, _RELATIVE):
        match = pattern.search(folded)
        if match:
            left = _LABEL.sub(" ", _ZONE.sub(" ", folded[: match.start()] + " " + folded[match.end() :]))
            return not re.search(r"\w", _WEEKDAY.sub(" ", left))
    return False


def _leftovers(left: str, text: str, offsets: list[int]) -> tuple[str | None, tuple[str, ...]] | None:
    """The place and the other parts in what a date line has left, in the line's own spelling; None where so much is
    left, or of such a kind, that this is a sentence with a date in it."""
    # Each with whether it follows or precedes a date or a time with nothing but a space between.
    parts: list[tuple[str, str, bool, bool]] = []
    start = 0
    edges = [*((m.start(), m.end()) for m in _PARTS.finditer(left)), (len(left), len(left))]
    for begin, end in edges:
        for piece in re.finditer(rf"[^{_BLANK}]+", left[start:begin]):
            a, b = start + piece.start(), start + piece.end()
            whole = text[offsets[a] : offsets[b]].strip(" .")
            if re.search(r"\w", whole):
                follows, precedes = left[a - 1 : a] == _BLANK, left[b : b + 1] == _BLANK
                parts.append((whole, left[a:b].strip(" ."), follows, precedes))
        start = end
    strong = _STRONG.search(text) is not None
    place: str | None = None
    rest: list[str] = []
    for whole, folded, follows, precedes in parts:
        words = folded.split()
        if words[0] in _IN_SENTENCE or words[-1] in _IN_SENTENCE or len(words) > 8:
            return None
        named = _NAME.fullmatch(folded) is not None and arabic_letters(whole) > 1 and not _BYLINE.match(folded)
        if place is None and named and (folded in _PLACES or follows or (len(words) == 1 and not precedes)):
            place = whole
        elif strong:
            rest.append(whole)
        else:
            return None
    return (place, tuple(rest)) if sum(len(part.split()) for part in rest) <= 12 else None


def _iso(date: re.Match[str], clock: re.Match[str] | None, zone: re.Match[str] | None) -> str | None:
    """ISO 8601 as precise as the line is, or None where it is no day of the calendar."""
    parts = date.groupdict()
    month = int(parts["number"]) if parts.get("number") else v.GREGORIAN_MONTHS[parts["month"]]
    if not parts.get("day"):
        return f"{int(parts['year']):04}-{month:02}"
    try:
        day = datetime(int(parts["year"]), month, int(parts["day"]), tzinfo=None)
    except ValueError:
        return None
    if not clock:
        return f"{day:%Y-%m-%d}"
    hour, half = int(clock["hour"]), clock["half"]
    if half in _NOON_ON and hour < 12:
        hour += 12
    elif half and half not in _NOON_ON and hour == 12:
        hour = 0
    moment = day.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0))
    return moment.replace(tzinfo=_zone(zone, clock["iso"])).isoformat(
        timespec="seconds" if clock["second"] else "minutes"
    )


def _zone(match: re.Match[str] | None, iso: str | None) -> tzinfo | None:
    """The zone a line names, None where it names none or only "local time"."""
    if match is None or match["local"]:
        if iso is None:
            return None
        offset = iso.strip("z")
    elif match["city"]:
        return ZoneInfo(v.ZONES[match["city"]])
    else:
        offset = match["offset"] or match["before"] or ""
    offset = offset.replace(" ", "").replace(":", "")
    if not offset:
        return UTC
    digits = offset[1:]
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    if hours > 14 or minutes > 59:
        return None
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(-span if offset[0] == "-" else span)
