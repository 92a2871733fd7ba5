"""How the text of a cell is broken into lines: headlines balanced, no word left alone on a last line, marks hanging."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from reader.arabic.list_marks import list_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QTextLayout, QTextLine

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LEAST_SHARE = 0.5
"""What a line may lose of its width, for the sake of the next, is as much as leaves it this share of the measure."""
_HALVINGS = 7
"""Of the difference between the narrowest and the full width, in looking for the one that balances the lines."""
_MAY_END_LINE = frozenset(" -/–—\u00ad")
_OPENING = frozenset("\"'“‘«")
_QUOTE_SHARE, _MOST_OUT = 0.8, 5.0
"""What of a quotation mark's width stands out of the column, and the most of it in pixels, which the column has room
for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the lines of a cell go, in pixels: ``edge`` is the x of the side at which they begin, ``baseline`` the
    first one's, ``pitch`` the distance to the next. The first line stands out by ``hang``."""

    edge: float
    baseline: float
    pitch: int
    font: QFont
    right_to_left: bool
    hang: float = 0.0


def break_lines(layout: QTextLayout, text: str, width: float, *, hang: float = 0.0, balanced: bool = False) -> None:
    """Breaks a layout's text into lines of at most ``width`` pixels, the first wider by ``hang``.

    As many lines come of it as without regard to looks: ``balanced`` lines are made equally long, and otherwise a word
    that would stand alone on the last line gets the one before it for company.
    """
    text, wide = _in_units(text), [width + hang]
    count = _break(layout, wide, width)
    if count < 2 or not _between_words(layout, text):
        return
    if balanced:
        least = _least_width(layout, text, width, count)
        _break(layout, [least + hang], least)
    elif _is_lone(layout.lineAt(count - 1), text):
        before = layout.lineAt(count - 2).naturalTextWidth()
        wider = (wide + [width] * count)[: count - 2]
        narrowed = [*wider, before - 1, width]
        kept = _break(layout, narrowed, width) == count and _between_words(layout, text)
        if not kept or layout.lineAt(count - 2).naturalTextWidth() < width * _LEAST_SHARE:
            _break(layout, wide, width)


def place_lines(layout: QTextLayout, text: str, place: Place) -> None:
    """Puts a layout's lines under each other. A quotation mark that begins one stands out a little, so that the edge
    is that of the words."""
    text, baseline = _in_units(text), place.baseline
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        out = place.hang if number == 0 else 0.0
        if (opening := text[line.textStart() : line.textStart() + 1]) in _OPENING and opening:
            out += min(QFontMetricsF(place.font).horizontalAdvance(opening) * _QUOTE_SHARE, _MOST_OUT)
        x = place.edge + out - line.width() if place.right_to_left else place.edge - out
        line.setPosition(QPointF(x, baseline - line.ascent()))
        baseline += place.pitch


def mark_width(text: str, font: QFont) -> float:
    """How wide the mark is that an item of a list begins with, with the space behind it; 0 where there is none."""
    mark = list_mark(text)
    if mark is None:
        return 0.0
    end = len(mark.text)
    while end < len(text) and text[end].isspace():
        end += 1
    return float(QFontMetricsF(font).horizontalAdvance(text[:end]))


def _in_units(text: str) -> str:
    """The text with two characters for each that Qt counts as two."""
    return _ASTRAL.sub("xx", text) if text and max(text) > "\uffff" else text


def _break(layout: QTextLayout, first: Sequence[float], then: float) -> int:
    """Breaks into lines of these widths, and of ``then`` where there are more; how many they are."""
    number = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(first[number] if number < len(first) else then)
        number += 1
    layout.endLayout()
    return number


def _least_width(layout: QTextLayout, text: str, width: float, count: int) -> float:
    """The least width at which there are still ``count`` lines: at that they are the most alike."""
    low, high = width * _LEAST_SHARE, width
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _break(layout, (), middle) == count and _between_words(layout, text):
            high = middle
        else:
            low = middle
    return high


def _between_words(layout: QTextLayout, text: str) -> bool:
    """Whether no line ends within a word."""
    starts = [layout.lineAt(number).textStart() for number in range(1, layout.lineCount())]
    return all(text[start - 1] in _MAY_END_LINE for start in starts)


def _is_lone(line: QTextLine, text: str) -> bool:
    return " " not in text[line.textStart() : line.textStart() + line.textLength()].strip()
