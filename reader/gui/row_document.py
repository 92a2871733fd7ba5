"""The text of a column of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument, QTextOption

from reader.gui.row_layout import RowLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextBlock

    from reader.gui.page import Page
    from reader.gui.page_rows import Row
    from reader.model import Side


_FIRST = re.compile("([A-Za-z])|([\u0621-\u064a])|[^\\W\\d_]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What may say which way a text runs: a letter or a mark for that."""


class RowDocument(QTextDocument):
    """Rows on one side or on both, a block for each cell, that run one way but for the cells that do not.

    ``text`` is what ``Page.whole`` makes of them. The rows need not be the page's yet: they must be when ``layout`` is
    first asked for lines. The blocks are never more or fewer than when the document was made.
    """

    def __init__(
        self,
        page: Page,
        rows: Sequence[Row],
        sides: tuple[Side, ...],
        text: str,
        *,
        right_to_left: bool,
        layout: Callable[[QTextDocument, Page, tuple[Side, ...]], RowLayout] = RowLayout,
    ) -> None:
        super().__init__()
        self.right_to_left = right_to_left
        self.setUndoRedoEnabled(False)
        option = QTextOption()
        # Where both sides are in it each cell would have to be told: most run the way of their first letter anyway.
        mixed = len(sides) > 1
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto if mixed else _way(right_to_left))
        self.setDefaultTextOption(option)
        self.setPlainText(text)
        for number, row in enumerate(rows):
            for part, side in enumerate(sides):
                cell = row.cell(side)
                if cell.right_to_left is not (_runs(cell.text) if mixed else right_to_left):
                    block = self.findBlockByNumber(number * len(sides) + part)
                    set_direction(block, right_to_left=cell.right_to_left)
        self.rows = layout(self, page, sides)
        self.setDocumentLayout(self.rows)


def set_direction(block: QTextBlock, *, right_to_left: bool) -> None:
    """Tells a document which way a cell runs, for its cursor and for screen readers."""
    cursor = QTextCursor(block)
    form = cursor.blockFormat()
    form.setLayoutDirection(_way(right_to_left))
    cursor.setBlockFormat(form)


def _runs(text: str) -> bool | None:
    """Whether a text runs from right to left by its first letter; None where that is none that says so plainly."""
    first = _FIRST.search(text)
    return False if first is None else {1: False, 2: True}.get(first.lastindex or 0)


def _way(right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
