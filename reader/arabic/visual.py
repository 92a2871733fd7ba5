"""Arabic for terminals that neither shape nor reorder: wrapped, then joined letters, then visual order.

Only for such terminals. What is drawn by anything that knows Arabic itself (Qt, a browser, a good terminal) must get
the text in logical order.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_LRM, _RLM, _ALM = "\u200e", "\u200f", "\u061c"
_MARK_OF_CLASS = {"L": _LRM, "R": _RLM, "AL": _ALM}
_MARKS = str.maketrans(dict.fromkeys(_LRM + _RLM + _ALM))
_JOINERS = re.compile("[\u200c\u200d]")
_COMBINING_THEN_BASE = re.compile("([\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4]+)(.)")


def visual_lines(text: str, width: int, direction: str) -> list[str]:
    """The lines to print for one paragraph in logical order, each at most ``width`` cells wide.

    It is wrapped at spaces first, since a terminal would break reordered text from the wrong end; a word too long for
    a line is cut. ``direction`` is the paragraph's, "rtl" or "ltr", whatever its first letter; lines that run from the
    right are set flush right. Vowel signs are kept, each after the letter it stands on, as terminals expect.
    """
    lines = wrap(text, width)
    shown = []
    for number, line in enumerate(lines):
        before = _last_strong(lines[:number])
        after = _first_strong(lines[number + 1 :])
        ordered = reorder(line, direction, before, after)
        shown.append(" " * (width - cells(ordered)) + ordered if direction == "rtl" else ordered)
    return shown


def reorder(line: str, direction: str, before: str = "", after: str = "") -> str:
    """One line, shaped and in visual order, in a paragraph of that direction.

    ``before`` and ``after`` are invisible marks of the nearest strong direction on the lines around it: they give
    numbers and punctuation at the line's ends the same order they would have in the unbroken paragraph.
    """
    from bidi import get_display

    shaped = "".join(_shape(part) for part in re.split("( +)", line))
    ordered = get_display(before + shaped + after, base_dir="R" if direction == "rtl" else "L")
    # Reordering put the signs of right-to-left letters before their letters (rule L3 of UAX 9 is left to the caller).
    turned = _COMBINING_THEN_BASE.sub(_sign_after_base, str(ordered).translate(_MARKS))
    return turned.strip(" ")


def wrap(text: str, width: int) -> list[str]:
    """The text broken at spaces into lines of at most ``width`` cells; words longer than that are cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        if line and cells(line) + 1 + cells(rest) <= width:
            line = f"{line} {rest}"
            continue
        if line:
            lines.append(line)
        while cells(rest) > width:
            cut = _cut(rest, width)
            lines.append(rest[:cut])
            rest = rest[cut:]
        line = rest
    return [*lines, line] if line else lines


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: none for marks, two for wide East Asian characters."""
    return sum(map(_cells_of, text))


def _cells_of(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _cut(word: str, width: int) -> int:
    """How many code points of the word fill ``width`` cells; at least one."""
    used = 0
    for place, letter in enumerate(word):
        used += _cells_of(letter)
        if used > width:
            return max(place, 1)
    return len(word)


@cache
def _reshaper(ligatures: bool) -> ArabicReshaper:
    """Joins letters and keeps vowel signs; with ``ligatures``, also lam-alif and no other, which every font has."""
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(
        {"delete_harakat": False, "support_ligatures": ligatures, "ARABIC LIGATURE ALLAH": False, "language": "Arabic"}
    )


def _shape(word: str) -> str:
    """The word in presentation forms.

    The reshaper loses count where a word has both a joiner and a lam-alif (it raises or joins the wrong letters), so
    such a word goes without the ligature. A non-joiner has done its work once the letters are shaped.
    """
    shaped = _reshaper(_JOINERS.search(word) is None).reshape(word)
    return _JOINERS.sub("", shaped)


def _sign_after_base(found: re.Match[str]) -> str:
    signs, base = found[1], found[2]
    return base + signs[::-1] if unicodedata.bidirectional(base) in {"R", "AL"} else found[0]


def _last_strong(lines: list[str]) -> str:
    return next((mark for line in reversed(lines) for mark in map(_mark, reversed(line)) if mark), "")


def _first_strong(lines: list[str]) -> str:
    return next((mark for line in lines for mark in map(_mark, line) if mark), "").replace(_ALM, _RLM)


def _mark(letter: str) -> str:
    """The invisible mark of the letter's strong direction; "" for a letter without one."""
    return _MARK_OF_CLASS.get(unicodedata.bidirectional(letter), "")
