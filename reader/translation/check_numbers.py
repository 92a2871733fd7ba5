"""The check of numbers: the values that the Arabic states against those that its English states."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.arabic.numbers import quantities as arabic_quantities
from reader.model import Flag, FlagKind
from reader.translation.check_signs import check_signs
from reader.translation.english_numbers import quantities as english_quantities

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.arabic.quantities import Key, Quantity
    from reader.model import Span

LEAST_COUNTED = 10
"""Values from here on must come as often on either side."""

_ANY_PERCENT = ("percent", Fraction(0))


def check_numbers(source: str, target: str) -> list[Flag]:
    """A flag for each value of the Arabic ``source`` that ``target`` does not state, or the other way round, and for
    each that is below zero on one side alone.

    A value that is missing and one that is there instead make one flag. How it is written is no matter: equal values
    are no mismatch.
    """
    here, there = arabic_quantities(source), english_quantities(target)
    missing = _unanswered(here, there, source)
    extra = _unanswered(there, here, target)
    flags = []
    for lost, new in zip_longest(missing, extra):
        shown = lost or new
        if shown is not None:
            flags.append(Flag(FlagKind.NUMBER, shown.detail, _span(lost), _span(new)))
    return [*flags, *check_signs(source, target, here, there)]


def _span(quantity: Quantity | None) -> tuple[Span, ...]:
    return ((quantity.start, quantity.end),) if quantity else ()


def _unanswered(here: Sequence[Quantity], there: Sequence[Quantity], text: str) -> list[Quantity]:
    """The certain quantities of one side, whose text is ``text``, that the other side does not state, or not often
    enough."""
    stated = Counter(key for quantity in there for key in _all_keys(quantity))
    times: Counter[frozenset[Key]] = Counter()
    missed: list[Quantity] = []
    for quantity in here:
        if text[quantity.end - 1].isdecimal():
            times[quantity.keys] += 1
        if not quantity.certain:
            continue
        if _answered(quantity, stated) and _often_enough(quantity.keys, times[quantity.keys], stated):
            continue
        last = missed[-1] if missed else None
        if last and last.end > quantity.start:  # a number and its per cent are one value
            continue
        if quantity.keys:
            missed.append(quantity)
        else:  # a date: only what of it is missing
            missed.extend(part for part in quantity.parts if not _answered(part, stated))
    return missed


def _often_enough(keys: Collection[Key], times: int, stated: Counter[Key]) -> bool:
    """Whether a number that one side has in figures for the ``times``-th time comes as often on the other side.

    Small ones are not counted: a language may well say them once.
    """
    if min((value for kind, value in keys if kind == "n"), default=Fraction(0)) < LEAST_COUNTED:
        return True
    answers = sum(stated[key] for key in keys)
    return answers == 0 or times <= answers


def _all_keys(quantity: Quantity) -> set[Key]:
    keys = set(quantity.keys)
    for part in quantity.parts:
        keys |= part.keys
    return keys


def _answered(quantity: Quantity, keys: Counter[Key]) -> bool:
    if any(key in keys for key in quantity.keys):
        return True
    kinds = {kind for kind, _ in quantity.keys}
    if "percent" in kinds:
        return _ANY_PERCENT in keys or (_ANY_PERCENT in quantity.keys and any(kind == "percent" for kind, _ in keys))
    return bool(quantity.parts) and all(_answered(part, keys) for part in quantity.parts)
