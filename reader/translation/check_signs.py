"""The check of signs: a number that is below zero on one side and not on the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import Flag, FlagKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.arabic.quantities import Quantity

_MINUS = re.compile(r"(?<![\w%٪)\]\"'.,/^-])[-−]\Z")
"""At a number, and at nothing before it: not between two numbers, nor in a name or a power, nor a bullet with its
space."""

_MAYBE_BEFORE, _MAYBE_AFTER = re.compile(r"[-−–]\s?\Z"), re.compile(r"[-−](?!\w)")
"""What may be one, which is enough for an answer: a dash, or a minus behind the number, where Arabic may have it."""

_SAID_BEFORE = re.compile(r"\b(?:minus|negative|سالب|ناقص)\s\Z", re.IGNORECASE)
_SAID_AFTER = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:below (?:zero|freezing)|under zero|sub-?zero|(?:تحت|دون) الصفر)", re.IGNORECASE
)

_SAID = re.compile(
    r"\b(?:minus|negative|sub-?zero|below (?:zero|freezing))\b|سالب|ناقص|(?:تحت|دون) الصفر", re.IGNORECASE
)

_LESS = re.compile(
    r"""\b(?:below|under|down|less|fewer|lower|fell|fall|drop|decreas|declin|contract|shr[aiu]nk|los[est]|reduc|deficit
    |debt)|سلبي|نقص|تحت|دون|[أا]قل|خفض|خفاض|تراجع|هبط|هبوط|نكم[اش]|عجز|خسر|خسار|قلص|نحدار|دين""",
    re.IGNORECASE | re.VERBOSE,
)
"""What tells in words that a number is one of less: "a loss of 5" is −5. It does not where the other side says so too,
and the sign beside it: "fell to −5" is not "fell to 5"."""


def check_signs(source: str, target: str, here: Sequence[Quantity], there: Sequence[Quantity]) -> Iterator[Flag]:
    """A flag for each value of either side that is below zero there, and on the other side is stated but not below zero
    by any sign or word. ``here`` and ``there`` are the values of the Arabic and of the English."""
    for text, values, other, others in ((source, here, target, there), (target, there, source, here)):
        for value in values:
            same = [one for one in others if one.keys & value.keys]
            if not same or not _is_negative(text, value) or _SAID.search(other):
                continue
            if _LESS.search(other) and not _LESS.search(text):
                continue
            if not any(_may_be_negative(other, one) for one in same):
                spans = (value.start, value.end), (same[0].start, same[0].end)
                mine, theirs = spans if text is source else spans[::-1]
                yield Flag(FlagKind.NUMBER, f"−{value.detail}", (mine,), (theirs,))


def _is_negative(text: str, value: Quantity) -> bool:
    before = text[: value.start]
    if not any(kind == "n" and amount for kind, amount in value.keys):
        return False
    return bool(_MINUS.search(before) or _SAID_BEFORE.search(before) or _SAID_AFTER.match(text, value.end))


def _may_be_negative(text: str, value: Quantity) -> bool:
    before = text[: value.start]
    return (
        _is_negative(text, value)
        or _MAYBE_BEFORE.search(before) is not None
        or _MAYBE_AFTER.match(text, value.end) is not None
    )
