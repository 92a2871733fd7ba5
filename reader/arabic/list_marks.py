"""What stands before an item of a list: a bullet, a dash, a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = re.compile(r"(?P<mark>[•●▪◾◼■□○◦‣⁃∙·*✔✅➤►▶🔹🔸🔴🔻📌]|[-–—](?=\s))\s*(?=\S)")
_NUMBERED = re.compile(
    r"(?P<mark>[(\[]?(?P<number>\d{1,3})\s?[.)\]\-–ـ]-?)\s+(?=\S)|(?P<mark2>(?P<number2>\d{1,2})[-–ـ])(?=[^\W\d])"
)


@dataclass(frozen=True, slots=True)
class ListMark:
    """The mark as it is written, and its number where it is one."""

    text: str
    number: int | None


def list_mark(text: str) -> ListMark | None:
    """The mark that a text begins with, None where it begins with none."""
    match = _BULLET.match(text)
    if match:
        return ListMark(match["mark"], None)
    match = _NUMBERED.match(text)
    if match:
        return ListMark(match["mark"] or match["mark2"], int(match["number"] or match["number2"]))
    return None
