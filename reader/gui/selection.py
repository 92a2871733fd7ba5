"""What is selected in the pair view: text of one column at a time, known by its places in the pairs' own strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.gui.columns import SelectedPart, TextColumn


class Selection:
    """Answers for both columns, of which one at most has a selection."""

    def __init__(self, columns: Callable[[], list[TextColumn]]) -> None:
        """``columns`` gives those that show."""
        self._columns = columns

    def keep_single(self, column: TextColumn, other: TextColumn) -> None:
        """From now on, a selection in ``column`` ends that in ``other``."""

        def end_other() -> None:
            if column.textCursor().hasSelection() and other.textCursor().hasSelection():
                cursor = other.textCursor()
                cursor.clearSelection()
                other.setTextCursor(cursor)

        column.selectionChanged.connect(end_other)

    def exists(self) -> bool:
        """Whether text is selected."""
        return any(column.textCursor().hasSelection() for column in self._columns())

    def parts(self) -> Iterator[SelectedPart]:
        """What is selected, cell by cell in the page's order; words of ours that stand among it are left out. There may
        be thousands: take no more of them than are needed."""
        for column in self._columns():
            yield from column.selected_parts()

    def ends(self) -> tuple[SelectedPart, SelectedPart] | None:
        """The first and the last of the parts, None where there are none."""
        first = next(self.parts(), None)
        backwards = (part for column in self._columns() for part in column.selected_parts(backwards=True))
        last = next(backwards, None)
        return None if first is None or last is None else (first, last)

    def text(self) -> str:
        """The selected text, as the pairs have it, in logical order; a blank line between paragraphs."""
        return "".join(column.selected_text() for column in self._columns())

    def copy(self) -> None:
        """Puts the selected text on the clipboard; nothing where nothing is selected."""
        for column in self._columns():
            column.copy()

    def clear(self) -> None:
        """Selects nothing."""
        for column in self._columns():
            cursor = column.textCursor()
            if cursor.hasSelection():
                cursor.setPosition(cursor.selectionStart())
                column.setTextCursor(cursor)

    def select_all(self) -> None:
        """Selects all of the column that has the focus, of the source where neither has."""
        columns = self._columns()
        next((column for column in columns if column.hasFocus()), columns[0]).selectAll()
