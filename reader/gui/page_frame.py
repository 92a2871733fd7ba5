"""Where columns, gutter and scroll bar stand in the pair view: the source always on the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from reader.gui.row_layout import PAD
from reader.model import Side

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from reader.gui.page import Mode, Page

_LEAST_MEASURE = 30
"""Characters of English, below which a line of two columns is too short to read in: words stand far apart or break."""
_MARGIN, _LEAST_MARGIN, _MOST_MARGIN = 0.035, 8, 64
"""The margin on either side as a share of the width, and its bounds in pixels."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The places, in pixels of the view, and the widths of the lines. ``target`` is None where there is one column."""

    widths: dict[Side, int]
    bar: QRect
    gutter: QRect
    source: QRect
    target: QRect | None


def frame(page: Page, size: QSize, bar: int, mirrored: bool) -> Frame:
    """The places in a view of that size whose scroll bar is ``bar`` pixels wide; the bar is on the left, and all else
    moves right, where the window is ``mirrored``."""
    height = size.height()
    left, right = (bar, size.width()) if mirrored else (0, size.width() - bar)
    gutter = _gutter(page)
    count = 2 if page.facing else 1
    width = max(min(_room(page, right - left, count), page.typography.measure), 40)
    widths = {Side.SOURCE: width, Side.TARGET: width}
    if count == 2:
        widths[Side.SOURCE] = round(2 * width * page.typography.options.arabic_width)
        widths[Side.TARGET] = 2 * width - widths[Side.SOURCE]
    source, target = (widths[side] + 2 * PAD for side in (Side.SOURCE, Side.TARGET))
    first = target if count == 2 else source
    taken = source + gutter + (target if count == 2 else 0)
    x = left + (right - left - taken) // 2
    places = [QRect(x, 0, first, height), QRect(x + first, 0, gutter, height)]
    if count == 2:
        places.append(QRect(x + first + gutter, 0, source, height))
    return Frame(
        widths,
        QRect(0 if mirrored else right, 0, bar, height),
        places[1],
        places[-1] if count == 2 else places[0],
        places[0] if count == 2 else None,
    )


def is_narrow(page: Page, mode: Mode, width: int, bar: int) -> bool:
    """Whether a view that is ``width`` pixels wide has too little room for the two columns of a layout."""
    typography = page.typography
    least = typography.measure / typography.options.measure * _LEAST_MEASURE
    return mode.has_two and _room(page, width - bar, 2) < least


def _gutter(page: Page) -> int:
    return max(round(page.typography.line * 1.7), 28)


def _room(page: Page, width: int, count: int) -> int:
    """The pixels that each of so many columns has for its lines."""
    margin = min(max(round(width * _MARGIN), _LEAST_MARGIN), _MOST_MARGIN)
    return (width - 2 * margin - _gutter(page)) // count - 2 * PAD
