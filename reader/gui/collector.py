"""Python's collector of garbage in cycles, kept to the window's thread: Qt objects may be in it, and Qt deletes its
objects safely on no other thread."""

from __future__ import annotations

import gc
import time
from collections import deque

from PySide6.QtCore import QObject, QTimer

EVERY = 100
"""Milliseconds between two looks at whether it is time: what is made meanwhile is gone through in one go."""

WATCHED = 50
"""Looks over which it is judged whether the process is calm."""

THRESHOLDS = (700, 0, 60)
"""As ``gc.set_threshold`` takes them: the middle generation comes every second time, before there is much in it."""

CALM = 0.1
"""How much of a core all threads together have used over the last looks, and since the last one, when nobody waits for
anything."""

LATEST = 15_000
"""How many collections of the middle generation the oldest waits for calm at most: at the most work, for an hour."""

OLDEST = 2


class Collector(QObject):
    """Takes the place of the automatic collection, which happens on whichever thread asks for memory: there the end of
    a closed window can come while the window's thread waits for the same locks of Qt and of Python, for ever.

    The oldest generation has all of an article in it, and takes longer than a stall of the window may: it is collected
    when the process has little else to do.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.set_threshold(*THRESHOLDS)
        self._looks: deque[tuple[float, float]] = deque(maxlen=WATCHED)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def collect(self, *, calm: bool = True) -> None:
        """Collects the oldest generation that is due by its threshold, and those younger; without ``calm``
        the oldest of all only where it has waited too long."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [n for n, (count, most) in enumerate(zip(counts, thresholds, strict=True)) if count > most]
        if OLDEST in due and not calm and counts[OLDEST] <= LATEST:
            due.remove(OLDEST)
        if due:
            gc.collect(max(due))

    def _look(self) -> None:
        self.collect(calm=self._is_calm(time.monotonic(), time.process_time()))

    def _is_calm(self, now: float, worked: float) -> bool:
        """Whether nobody waits for anything, at a moment up to which all threads have used so many seconds."""
        looks = self._looks
        calm = len(looks) == WATCHED and all(
            worked - had_worked < CALM * (now - then) for then, had_worked in (looks[0], looks[-1])
        )
        looks.append((now, worked))
        return calm
