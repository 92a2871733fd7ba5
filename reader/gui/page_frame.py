"""Where columns, gutter and scroll bar stand in the pair view: the source always on the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from reader.gui.row_layout import PAD

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from reader.gui.page import Page

_MARGIN, _LEAST_MARGIN, _MOST_MARGIN = 0.035, 8, 64
"""The margin on either side as a share of the width, and its bounds in pixels."""
_ONE_COLUMN = 1.15


@dataclass(frozen=True, slots=True)
class Frame:
    """The places, in pixels of the view, and the width of a line. ``target`` is None where there is one column."""

    width: int
    bar: QRect
    gutter: QRect
    source: QRect
    target: QRect | None


def frame(page: Page, size: QSize, bar: int, mirrored: bool) -> Frame:
    """The places in a view of that size whose scroll bar is ``bar`` pixels wide; the bar is on the left, and all else
    moves right, where the window is ``mirrored``."""
    height = size.height()
    left, right = (bar, size.width()) if mirrored else (0, size.width() - bar)
    gutter = max(round(page.typography.line * 1.7), 28)
    margin = min(max(round((right - left) * _MARGIN), _LEAST_MARGIN), _MOST_MARGIN)
    count = 2 if page.facing else 1
    room = (right - left - 2 * margin - gutter) // count - 2 * PAD
    widest = page.typography.measure if count == 2 else round(page.typography.measure * _ONE_COLUMN)
    width = max(min(room, widest), 40)
    column = width + 2 * PAD
    x = left + (right - left - count * column - gutter) // 2
    places = [QRect(x, 0, column, height), QRect(x + column, 0, gutter, height)]
    if count == 2:
        places.append(QRect(x + column + gutter, 0, column, height))
    return Frame(
        width,
        QRect(0 if mirrored else right, 0, bar, height),
        places[1],
        places[-1] if count == 2 else places[0],
        places[0] if count == 2 else None,
    )
