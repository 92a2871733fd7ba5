"""Numbers written out in several words, put together as English says them: ones and tens, scales, hundreds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.translation.gloss_units import Unit

_ONES = frozenset("one two three four five six seven eight nine".split())
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_SCALES = frozenset("hundred thousand million billion trillion".split())
_PLURAL_SCALES = {"thousands of": "thousand", "hundreds of": "hundred"}


def joined_numbers(units: Sequence[Unit]) -> list[Unit]:
    """The units with each number of several words as one, linked to all its words."""
    merged: list[Unit] = []
    for unit in units:
        if unit.kind == "quant" and unit.english in _PLURAL_SCALES and merged and _is_worded(merged[-1]):
            unit = replace(unit, kind="number", english=_PLURAL_SCALES[unit.english], plural=True)
        if _is_worded(unit) and merged:
            if _is_worded(merged[-1]) and unit.english in _SCALES:
                merged[-1] = _together(merged[-1], unit, f"{merged[-1].english} {unit.english}")
                continue
            if len(merged) > 1 and _is_joint(merged[-1]) and _is_worded(merged[-2]):
                first, english = merged[-2], ""
                if first.english in _ONES and unit.english in _TENS:
                    english = f"{unit.english}-{first.english}"
                elif (tail := first.english.rpartition(" and ")[2]) in _ONES and unit.english in _TENS:
                    english = f"{first.english.removesuffix(tail)}{unit.english}-{tail}"
                elif first.english.split()[-1] in _SCALES | {"hundred"}:
                    english = f"{'a ' if first.english in _SCALES else ''}{first.english} and {unit.english}"
                if english:
                    del merged[-1]
                    merged[-1] = _together(first, unit, english)
                    continue
        merged.append(unit)
    return merged


def _is_worded(unit: Unit) -> bool:
    return unit.kind == "number" and not unit.kept and unit.english != "percent"


def _is_joint(unit: Unit) -> bool:
    return unit.kind == "conj" and unit.english == "and"


def _together(first: Unit, last: Unit, english: str) -> Unit:
    return replace(last, english=english, plural=True, also=(*first.also, (first.start, first.end)))
