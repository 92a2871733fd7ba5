"""The text of a column of the page."""

from __future__ import annotations

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


class RowDocument(QTextDocument):
    """Rows on one side or on both, a block for each cell, that run one way but for the cells that do not.

    The rows need not be the page's yet, whose options say how they are written: they must be when ``layout`` is first
    asked for lines. The blocks are never more or fewer than when the document was made.
    """

    def __init__(
        self,
        page: Page,
        rows: Sequence[Row],
        sides: tuple[Side, ...],
        right_to_left: bool,
        layout: Callable[[QTextDocument, Page, tuple[Side, ...]], RowLayout] = RowLayout,
    ) -> None:
        super().__init__()
        self.right_to_left = right_to_left
        self.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setTextDirection(_way(right_to_left))
        self.setDefaultTextOption(option)
        self.setPlainText(page.whole(rows, sides))
        for number, row in enumerate(rows):
            for part, side in enumerate(sides):
                if row.cell(side).right_to_left is not right_to_left:
                    block = self.findBlockByNumber(number * len(sides) + part)
                    set_direction(block, right_to_left=not right_to_left)
        self.rows = layout(self, page, sides)
        self.setDocumentLayout(self.rows)


def set_direction(block: QTextBlock, *, right_to_left: bool) -> None:
    """Tells a document which way a cell runs, for its cursor and for screen readers."""
    cursor = QTextCursor(block)
    form = cursor.blockFormat()
    form.setLayoutDirection(_way(right_to_left))
    cursor.setBlockFormat(form)


def _way(right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
