"""Leaps of the pair view: the reader is taken to another place of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.gui.linked import Lit
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from reader.gui.columns import TextColumn
    from reader.gui.cover import Cover
    from reader.gui.lighting import Lighting
    from reader.gui.page_scroll import Scroller
    from reader.model import Flag, Place


class Leaps(QObject):
    """Brings places into view, puts the carets there and lights what is meant."""

    begun = Signal()
    """The reader is about to be taken away from where he is."""

    def __init__(
        self,
        columns: Callable[[], list[TextColumn]],
        scroller: Scroller,
        light: Lighting,
        cover: Cover,
        row_of: Callable[[int], int | None],
        view: QWidget,
    ) -> None:
        """``row_of`` gives the row that shows a block."""
        super().__init__(view)
        self._columns, self._scroller, self._light, self._cover, self._row_of = columns, scroller, light, cover, row_of

    def to(self, block: int) -> None:
        """Goes to a block: it stands at the top, with the carets at its start. Nothing for one that does not show."""
        row = self._row_of(block)
        if row is None:
            return
        self.begun.emit()
        self._scroller.settle(row)
        for column in self._columns():
            column.put_caret(row, column.rows.sides[0])
        self._scroller.go((row, 0.0))

    def to_doubt(self, block: int, flag: Flag) -> None:
        """Goes to a paragraph, and lights what a doubt about it is about. Nothing for one that does not show."""
        row = self._row_of(block)
        if row is None:
            return
        self.begun.emit()
        self._scroller.reveal(row)
        self._cover.open((row,))
        spans = {Side.SOURCE: flag.source, Side.TARGET: flag.target}
        for column in self._columns():
            for side in column.rows.sides:
                column.put_caret(row, side, spans[side][0] if spans[side] else (0, 0))
        self._light.show({(row, side): Lit((0, 0), found) for side, found in spans.items() if found})

    def to_places(self, places: Mapping[Side, Sequence[Place]]) -> None:
        """Goes to places of the text, and lights them."""
        lit = {}
        for side, found in places.items():
            for block in dict.fromkeys(place.block for place in found):
                row = self._row_of(block)
                if row is not None:
                    lit[row, side] = Lit((0, 0), tuple((one.start, one.end) for one in found if one.block == block))
        if not lit:
            return
        self.begun.emit()
        self._cover.open(row for row, side in lit if side is Side.TARGET)
        self._scroller.reveal(min(row for row, _ in lit))
        for (row, side), there in sorted(lit.items(), reverse=True):
            for column in self._columns():
                if side in column.rows.sides:
                    column.put_caret(row, side, there.words[0])
        self._light.show(lit)
