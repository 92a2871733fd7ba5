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
from reader.parsing import calendar as c
from reader.parsing import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    from reader.model import Span


def _any(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first, each as whole words."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


_MONTH = _any(c.GREGORIAN_MONTHS)
_END = r"(?!\w)"
_START = r"(?<![\w./-])"
# The year, and the letter that marks the era: "2021 م", "2021م".
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:\s*م" + _END + r"\.?|(?!\w))"
# One tradition, or both: "شباط / فبراير", "شباط (فبراير)", "شباط فبراير".
_MONTHS = rf"(?P<month>{_MONTH})(?:\s*[/(\[-]?\s*{_MONTH}{_END}\s*[)\]]?)?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_START}(?P<year>(?:19|20)\d\d)\s?(?P<sep>[./-])\s?(?P<number>\d\d?)\s?(?P=sep)\s?(?P<day>\d\d?)(?![\d./a-z])",
        rf"{_START}(?P<day>\d\d?)\s?(?P<sep>[./-])\s?(?P<number>\d\d?)\s?(?P=sep)\s?{_YEAR}",
        rf"{_START}(?P<day>\d\d?)\s*(?:من\s+|[-/]\s*)?(?:شهر\s+)?{_MONTHS}\s*[،,/-]?\s*(?:عام\s+|سنه\s+)?{_YEAR}",
        rf"(?<!\w){_MONTHS}\s+(?P<day>\d\d?)\s*[،,]\s*{_YEAR}",
        rf"(?<!\w){_MONTHS}\s*[،,/]?\s*{_YEAR}",
    )
)
_HIJRI = re.compile(
    rf"(?<!\w)(?:\d\d?\s*(?:من\s+)?)?{_any(c.HIJRI_MONTHS)}{_END}\s*[،,/-]?\s*(?:1[34]\d\d)?\s*(?:ه(?:ـ|جري)?{_END})?"
    rf"|{_START}(?:1[34]\d\d[./-]\d\d?[./-]\d\d?|\d\d?[./-]\d\d?[./-]1[34]\d\d)\s*(?:ه(?:جري)?{_END})?"
)
_TIME = re.compile(
    r"(?<![\w.:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])"
    r"(?:\s*(?P<half>صباحا|مساء|ظهرا|عصرا|فجرا|ليلا|am|pm|a\.m\.?|p\.m\.?|[صم])(?!\w))?"
    r"(?P<iso>z(?!\w)|[+-]\d\d:?\d\d(?![\d:]))?"
)
_NOON_ON = frozenset({"مساء", "ظهرا", "عصرا", "pm", "p.m", "p.m.", "م"})
_ZONE = re.compile(
    rf"\(?\s*(?:(?:ب?توقيت|حسب توقيت)\s+(?P<city>{_any(c.ZONES)}){_END}|(?P<local>ب?التوقيت المحلي){_END}"
    rf"|(?:gmt|utc|غرينتش|جرينتش)\s*(?P<offset>[+-]\s*\d\d?(?::?\d\d)?)?(?![\w:])"
    rf"|(?P<before>[+-]\s*\d\d?(?::?\d\d)?)\s*(?:gmt|utc|غرينتش|جرينتش){_END})\s*\)?"
)
_WEEKDAY = re.compile(rf"(?<!\w){_any(c.WEEKDAYS)}{_END}")
_UPDATED = re.compile(rf"(?<!\w){_any(c.UPDATE_LABELS)}{_END}")
_LABEL = re.compile(rf"(?<!\w){_any(c.DATE_LABELS)}{_END}")
_PUBLISHED = re.compile(r"نشر|publish|posted")
_RELATIVE = re.compile(c.RELATIVE)
_ISO_T = re.compile(r"(?<=\d)t(?=\d\d:\d\d)")
_STRONG = re.compile(r"[|·•–—]|\s-\s")
_PARTS = re.compile(r"[|·•–—،,;:()\[\]ـ-]+|(?<=\s)/(?=\s)")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")
_BYLINE = re.compile(rf"{_any(v.BYLINE_LABELS)}{_END}|.*(?<!\w){_any(v.AGENCIES)}{_END}")
_SIGNED = re.compile(r"(?:بقلم|بواسطه|posted by|written by|by)(?!\w)")
"""What sets a name off from the date behind it without any punctuation."""
_PLACES = frozenset((*c.ZONES, *c.PLACES))
_IN_SENTENCE = frozenset(["في", "من", "منذ", "حتي", "قبل", "بعد", "خلال", "عام", "سنه", "الي"])
_BLANK = "\x00"


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says of date and place. ``published`` is ISO 8601 or None; ``updated`` says the date is the one of
    the last change; ``rest`` are the parts of the line that are about something else, each with the spelling of the
    line, and ``own`` is the line without them; ``reason`` says why there is no date where there is none."""

    published: str | None
    place: str | None
    updated: bool = False
    rest: tuple[str, ...] = ()
    reason: str | None = None
    own: str = ""


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

    updates = take(_UPDATED)
    dates = [match for pattern in _DATES for match in take(pattern)]
    clocks = take(_TIME)
    hijri = take(_HIJRI, 1)
    relative = [] if dates or hijri else take(_RELATIVE, 1)
    if not (dates or hijri or relative):
        return None
    zones = take(_ZONE, 2)
    take(_WEEKDAY)
    labels = take(_LABEL)
    leftovers = _leftovers("".join(left), text, offsets, bool(dates))
    if leftovers is None:
        return None
    place, spans = leftovers
    rest = tuple(text[start:end] for start, end in spans)
    own = " ".join(_without(text, spans).split())
    changed = {match.start() for match in updates}
    said = sorted(changed | {match.start() for match in labels if _PUBLISHED.search(match.group())})

    def is_update(date: re.Match[str]) -> bool:
        """Whether the last label before the date speaks of a change."""
        return max((start for start in said if start < date.start()), default=None) in changed

    # Of several dates that are days of the calendar the first counts, those of a change last.
    dates.sort(key=lambda date: (is_update(date), date.start()))
    for date in dates:
        published = _iso(date, _nearest(clocks, date, dates), zones[0] if zones else None)
        if published:
            return DateLine(published, place, updated=is_update(date), rest=rest, own=own)
    reason = "relative time, no date" if relative else "Hijri date alone" if hijri else "no day of the calendar"
    return DateLine(None, place, rest=rest, reason=reason, own=own)


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


def _without(text: str, spans: tuple[Span, ...]) -> str:
    left = text
    for start, end in reversed(spans):
        left = left[:start] + " " + left[end:]
    return left


def _leftovers(left: str, text: str, offsets: list[int], dated: bool) -> tuple[str | None, tuple[Span, ...]] | None:
    """The place, and where the other parts stand in the line, in what a date line has left; None where so much is
    left, or of such a kind, that this is a sentence with a date in it."""
    strong = _STRONG.search(text) is not None
    place: str | None = None
    rest: list[Span] = []
    for start, end in _parts(left):
        words = left[start:end].split()
        if not re.search(r"\w", left[start:end]):
            continue
        if dated and _RELATIVE.fullmatch(left[start:end]):
            continue  # "3 days ago" beside the date itself
        if words[0] in _IN_SENTENCE or words[-1] in _IN_SENTENCE or len(words) > 8:
            return None
        # Whether a date or a time stands beside it with nothing but a space between.
        follows = left[:start].rstrip(" ").endswith(_BLANK)
        precedes = left[end:].lstrip(" ").startswith(_BLANK)
        folded = left[start:end]
        named = _NAME.fullmatch(folded) is not None and arabic_letters(folded) > 1 and not _BYLINE.match(folded)
        if ".." in text and folded not in _PLACES:
            return None  # a headline that begins with a date
        near = (follows and len(words) <= 2) or (len(words) == 1 and not precedes)
        if place is None and named and (folded in _PLACES or near):
            place = text[offsets[start] : _end(text, offsets[end])]
        elif strong or folded in v.MAYBE_AGENCIES | v.AGENCIES or (_SIGNED.match(folded) and len(words) <= 5):
            rest.append(_with_brackets(text, offsets[start], _end(text, offsets[end])))
        else:
            return None
    return (place, tuple(rest)) if sum(len(text[a:b].split()) for a, b in rest) <= 12 else None


def _with_brackets(text: str, start: int, end: int) -> Span:
    """The span with the brackets right around it."""
    around = text[start - 1 : start] + text[end : end + 1]
    return (start - 1, end + 1) if around in ("()", "[]") else (start, end)


def _parts(left: str) -> Iterator[Span]:
    """The runs between separators and between what was taken out, without the spaces and full stops around them."""
    start = 0
    for begin, end in [*(match.span() for match in _PARTS.finditer(left)), (len(left), len(left))]:
        for run in re.finditer(rf"[^{_BLANK}]+", left[start:begin]):
            text = run.group()
            lead = len(text) - len(text.lstrip(" ."))
            if text.strip(" ."):
                yield start + run.start() + lead, start + run.start() + lead + len(text.strip(" ."))
        start = end


def _end(text: str, end: int) -> int:
    """The end with the space before it left out: folding may have dropped marks between a word and what follows."""
    while end > 0 and text[end - 1] == " ":
        end -= 1
    return end


def _iso(date: re.Match[str], clock: re.Match[str] | None, zone: re.Match[str] | None) -> str | None:
    """ISO 8601 as precise as the line is, or None where it is no day of the calendar."""
    parts = date.groupdict()
    month = int(parts["number"]) if parts.get("number") else c.GREGORIAN_MONTHS[parts["month"]]
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
        return ZoneInfo(c.ZONES[match["city"]])
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
