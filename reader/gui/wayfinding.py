"""Finding one's way in an article: what the marks along the scroll bar lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.scroll_ticks import Kind

if TYPE_CHECKING:
    from reader.gui.actions import Actions
    from reader.gui.find_tools import FindTools
    from reader.gui.mark_tools import MarkTools
    from reader.gui.marking import Marking
    from reader.gui.pair_view import PairView
    from reader.gui.reading_tools import ReadingTools
    from reader.gui.scroll_ticks import Tick


class Wayfinding(QObject):
    """Joins the keys and marks that lead through an article with what goes there."""

    def __init__(
        self,
        view: PairView,
        reading: ReadingTools,
        marks: MarkTools,
        marking: Marking,
        commands: Actions,
        finding: FindTools,
    ) -> None:
        super().__init__(view)
        self._reading, self._marks, self._finds = reading, marks, view.finds
        finding.finder.changed.connect(view.ticks.update)
        view.ticks.chosen.connect(self._go_to_tick)
        view.moved.connect(view.ticks.follow)
        marking.changed.connect(view.ticks.update)
        reading.doubts_changed.connect(lambda _: view.ticks.update())
        commands.next_sentence.triggered.connect(lambda: view.walk.step(1))
        commands.previous_sentence.triggered.connect(lambda: view.walk.step(-1))

    def _go_to_tick(self, tick: Tick) -> None:
        if tick.kind is Kind.DOUBT:
            doubts = enumerate(self._reading.doubts)
            number = next((number for number, doubt in doubts if doubt.block == tick.target), None)
            if number is not None:
                self._reading.show_doubt(number)
        elif tick.kind is Kind.MATCH:
            self._finds.go_to_row(tick.target)
        elif tick.kind is Kind.BOOKMARK:
            self._marks.go_to_bookmark(tick.target)
        else:
            self._marks.go_to_annotation(tick.target)
