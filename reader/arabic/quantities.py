"""Values written in a text, in digits of either tradition: what both the Arabic and the English reading build on."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

Key = tuple[str, Fraction]
"""What a value is and how much: ("n", 18) a number, ("time", minutes of a twelve-hour day), ("month", 1 to 12),
("day", 0 for Monday to 6), ("century", 18), ("decade", 1970, or 70 where no century is named), ("many", 1000) for
"thousands", ("percent", 90) for per cents, ("percent", 0) for a mark or word that goes with no number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in a text. ``start`` and ``end`` are its place in code points.

    Any of ``keys`` in the other language is the same value, and so are all of ``parts`` together. ``detail`` is the
    value as a warning names it. ``certain`` is False for words that are often no value at all ("one", "second"): they
    can answer for a value of the other side, but are not missed themselves. ``scale`` is the thousand or million in
    it, which a range shares with what stands before ("2 to 3 million").
    """

    start: int
    end: int
    keys: frozenset[Key]
    detail: str
    certain: bool = True
    parts: tuple[Quantity, ...] = ()
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a mark. ``kind``: date, time, ratio, number, word, mark. ``text`` has plain digits and is
    as long as its place; ``joined`` tells whether it follows the token before without a space."""

    kind: str
    text: str
    start: int
    end: int
    joined: bool = False


_TOKEN = re.compile(
    r"""
    (?P<date>(?<![\d.,/-])(?:\d{4}([./-])\d{1,2}\2\d{1,2}|\d{1,2}([./-])\d{1,2}\3(?:\d{4}|\d{2}))(?![\d/-]|\.\d))
  | (?P<time>(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
  | (?P<ratio>(?<![\d/])\d{1,4}/\d{1,4}(?![\d/]))
  | (?P<number>\d{1,3}(?:[,،٬]\d{3})+(?:[.٫]\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)
      |\d+[.٫]\d+|\d{1,3}[,،]\d{1,2}(?!\d)|\d+)
  | (?P<word>(?:[^\W\d_]|[\u0640\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d])+)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_SPACED = re.compile(r"(?<![\d.,،])\d{1,3}(?:(?:[ \u00a0\u202f]|[,،] )\d{3})+(?![.,،]?\d)")
_YEARS = re.compile(r"\d{4}\s?[-–—/]\s?\d{2}")
HALF_DAY = 12 * 60
LONGEST = 40
"""Digits beyond these are not read: no value in a text has as many."""


def plain_digits(text: str) -> str:
    """The text, as long as before, with all decimal digits as 0 to 9."""
    return _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match.group())), text)


def tokens(text: str) -> list[Token]:
    """The text cut into words, figures and marks; spaces are left out."""
    found = []
    last = -1
    for match in _TOKEN.finditer(plain_digits(text)):
        kind = match.lastgroup or "mark"
        found.append(Token(kind, match.group(), match.start(), match.end(), joined=match.start() == last))
        last = match.end()
    return found


def number(value: Fraction | int) -> Key:
    """The key of a plain number."""
    return ("n", Fraction(value))


def time_key(hour: int, minute: int) -> Key:
    """The key of a clock time; morning and evening are not told apart, as either language may leave it unsaid."""
    return ("time", Fraction((hour * 60 + minute) % HALF_DAY))


def written(value: Fraction) -> str:
    """A value as a warning names it: 18, 1.2, 1/3."""
    if value.denominator == 1:
        return str(value.numerator)
    decimal = f"{float(value):.4f}".rstrip("0")
    if Fraction(decimal) != value or (value < 1 and value.denominator <= 10):
        return f"{value.numerator}/{value.denominator}"
    return decimal


def readings(token: Token) -> tuple[Fraction, ...]:
    """The values that a figure (a token of the kind number) can stand for, the likeliest first.

    "1,234" is a thousand before it is a decimal fraction, "1.234" the other way round; "6,34" is a decimal fraction.
    """
    text = token.text if len(token.text) <= LONGEST else re.sub(r"\D", "", token.text)[:LONGEST]
    marks = re.sub(r"\d", "", text)
    bare = re.sub(r"\D", "", text)
    if not marks:
        return (Fraction(int(text)),)
    head, mark, tail = text.partition(marks[-1])
    if len(marks) > 1:
        last = text.rpartition(marks[-1])[2]
        if marks[-1] != marks[0]:
            return (Fraction(f"{bare[: -len(last)]}.{last}"),)
        return (Fraction(int(bare)),)
    thousands, decimal = Fraction(int(bare)), Fraction(f"{head}.{tail}")
    if mark == "٬" or (tail == "000" and 0 < len(head) < 4):
        return (thousands,)
    if mark == "٫" or len(tail) != 3 or len(head) > 3 or head == "0":
        return (decimal,)
    return (decimal, thousands) if mark == "." else (thousands, decimal)


def figure(token: Token) -> Quantity | None:
    """The quantity of a date, time, ratio, number or vulgar fraction; None for a word or any other mark."""
    start, end, text = token.start, token.end, token.text
    if token.kind == "number":
        values = readings(token)
        keys = {number(value) for value in values}
        clock = re.fullmatch(r"(\d{1,2})\.(\d\d)", text) or re.fullmatch(r"(0\d)(\d\d)", text)
        if clock and int(clock[1]) < 24 and int(clock[2]) < 60:
            keys.add(time_key(int(clock[1]), int(clock[2])))
        return Quantity(start, end, frozenset(keys), text if clock else written(values[0]))
    if token.kind == "time":
        return _clock(token)
    if token.kind == "date":
        return _date(token)
    if token.kind == "ratio":
        first, second = (Fraction(int(part)) for part in text.split("/"))
        keys = {number(first / second)} if second else set()
        parts = _places(token, [{number(first)}, {number(second)}])
        if 1 <= first <= 31 and 1 <= second <= 12:
            parts = _places(token, [{number(first)}, {number(second), ("month", second)}])
        return Quantity(start, end, frozenset(keys), text, parts=parts)
    if text in _HALVES:
        return Quantity(start, end, frozenset({number(_HALVES[text])}), text)
    return None


def _clock(token: Token) -> Quantity:
    hour, minute, *_ = (int(part) for part in token.text.split(":"))
    parts = _places(token, [{number(int(part))} for part in token.text.split(":")])
    keys: set[Key] = set()
    if hour <= 24 and minute < 60 and len(parts) == 2:
        keys.add(time_key(hour, minute))
        if minute == 0:
            keys.add(number(hour))
    return Quantity(token.start, token.end, frozenset(keys), token.text, parts=parts)


def _date(token: Token) -> Quantity:
    fields = [int(part) for part in re.split(r"\D", token.text)]
    keys: list[set[Key]] = [{number(field)} for field in fields]
    for place in (1,) if fields[0] > 31 else (0, 1):
        if 1 <= fields[place] <= 12:
            keys[place].add(("month", Fraction(fields[place])))
    if fields[2] < 100 and fields[0] <= 31:
        keys[2] |= {number(1900 + fields[2]), number(2000 + fields[2])}
    return Quantity(token.start, token.end, frozenset(), token.text, parts=_places(token, keys))


def _places(token: Token, keys: Iterable[set[Key]]) -> tuple[Quantity, ...]:
    runs = re.finditer(r"\d+", token.text)
    return tuple(
        Quantity(token.start + run.start(), token.start + run.end(), frozenset(key), run.group())
        for run, key in zip(runs, keys, strict=True)
    )


def settled(found: Sequence[Quantity], text: str, joints: Collection[str]) -> tuple[Quantity, ...]:
    """The quantities of a text once each knows its neighbours.

    In "1995-96" the second number is a year too, in "2 to 3 million" the first is of millions too, in "20, 30 and 40 %"
    all three are per cents, and "10 000" or "300, 948", as some models write it, may be one. ``joints`` are the words
    and marks that stand between such numbers.
    """
    shared = _with_spaced(found, text)
    for place in range(len(shared) - 1):
        first, second = shared[place], shared[place + 1]
        if second.scale > 1 and first.scale == 1 and _joined(first, second, text, joints):
            numbers = {number(value * second.scale) for value in _numbers(first)}
            shared[place] = replace(first, keys=first.keys | numbers)
        if _YEARS.fullmatch(plain_digits(text[first.start : second.end])):
            year, rest = max(_numbers(first)), max(_numbers(second))
            shared[place + 1] = replace(second, keys=second.keys | {number(year - year % 100 + rest)})
    more: list[Quantity] = []
    for place, mark in enumerate(shared):
        if ("percent", Fraction(0)) not in mark.keys or not mark.certain:
            continue
        before = place - 1
        if before >= 0 and shared[before].end > mark.start:
            keys = _percents(shared[before])
            if before and _is_part_of(shared[before - 1], shared[before], text):
                keys |= _percents(shared[before - 1])  # "half a percent"
            shared[place] = replace(mark, keys=keys)
        elif place + 1 < len(shared) and not text[mark.end : shared[place + 1].start].strip():
            shared[place] = replace(mark, keys=_percents(shared[place + 1]))
            continue
        while before > 0 and _joined(shared[before - 1], shared[before], text, {*joints, ",", "،"}):
            before -= 1
            more.append(replace(mark, keys=_percents(shared[before]), certain=False))
    return (*shared, *more)


def _with_spaced(found: Sequence[Quantity], text: str) -> list[Quantity]:
    """The quantities, those that a space in a thousand parts put together again: whole, or each by itself."""
    joined = list(found)
    for match in _SPACED.finditer(plain_digits(text)):
        first = bisect_left(joined, match.start(), key=lambda quantity: quantity.start)
        inside = [quantity for quantity in joined[first : first + len(match.group())] if quantity.end <= match.end()]
        if len(inside) > 1:
            value = Fraction(int(re.sub(r"\D", "", match.group())[:LONGEST]))
            whole = Quantity(
                match.start(), match.end(), frozenset({number(value)}), written(value), parts=tuple(inside)
            )
            joined[first : first + len(inside)] = [whole]
    return joined


def _numbers(quantity: Quantity) -> list[Fraction]:
    return [value for kind, value in quantity.keys if kind == "n"]


def _percents(quantity: Quantity) -> frozenset[Key]:
    return frozenset(("percent", value) for value in _numbers(quantity)) or frozenset({("percent", Fraction(0))})


def _is_part_of(part: Quantity, one: Quantity, text: str) -> bool:
    """Whether two quantities are a fraction and the one thing that it is of: "a quarter of one", "نصف واحد"."""
    if text[part.end : one.start].strip().casefold() not in ("", "of"):
        return False
    return _numbers(one) == [1] and all(0 < value < 1 for value in _numbers(part) or [Fraction(1)])


def _joined(first: Quantity, second: Quantity, text: str, joints: Collection[str]) -> bool:
    between = text[first.end : second.start].strip().casefold()
    return between in joints or (not between and text[second.start : second.start + 1] == "و")
