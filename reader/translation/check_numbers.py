"""The check of numbers: the values that the Arabic states against those that its English states."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.arabic.numbers import quantities as arabic_quantities
from reader.model import Flag, FlagKind
from reader.translation.english_numbers import quantities as english_quantities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.arabic.quantities import Key, Quantity
    from reader.model import Span


def check_numbers(source: str, target: str) -> list[Flag]:
    """A flag for each value of the Arabic ``source`` that ``target`` does not state, or the other way round.

    A value that is missing and one that is there instead make one flag. How it is written is no matter: equal values
    are no mismatch.
    """
    here, there = arabic_quantities(source), english_quantities(target)
    missing = _unanswered(here, there)
    extra = _unanswered(there, here)
    flags = []
    for lost, new in zip_longest(missing, extra):
        shown = lost or new
        if shown is not None:
            flags.append(Flag(FlagKind.NUMBER, shown.detail, _span(lost), _span(new)))
    return flags


def _span(quantity: Quantity | None) -> tuple[Span, ...]:
    return ((quantity.start, quantity.end),) if quantity else ()


def _unanswered(here: Iterable[Quantity], there: Iterable[Quantity]) -> list[Quantity]:
    """The certain quantities of one side whose value the other side does not state."""
    keys: set[Key] = set()
    for quantity in there:
        keys |= _all_keys(quantity)
    missed: list[Quantity] = []
    for quantity in here:
        if not quantity.certain or _answered(quantity, keys):
            continue
        last = missed[-1] if missed else None
        if last and last.end > quantity.start:  # a number and its per cent are one value
            continue
        if quantity.keys:
            missed.append(quantity)
        else:  # a date: only what of it is missing
            missed.extend(part for part in quantity.parts if not _answered(part, keys))
    return missed


def _all_keys(quantity: Quantity) -> set[Key]:
    keys = set(quantity.keys)
    for part in quantity.parts:
        keys |= part.keys
    return keys


def _answered(quantity: Quantity, keys: set[Key]) -> bool:
    if quantity.keys & keys:
        return True
    return bool(quantity.parts) and all(_answered(part, keys) for part in quantity.parts)
