"""Python's collector of garbage in cycles, kept to the window's thread: Qt objects may be in it, and Qt deletes its
objects safely on no other thread."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at whether it is time."""

CALM = 0.1
"""How much of a core all threads together have used since the last look when nobody waits for anything."""

LATEST = 500
"""How many collections of the middle generation, of some 7,000 objects each, the oldest waits for calm at most."""

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
        self._looked, self._worked = time.monotonic(), time.process_time()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def collect(self, *, calm: bool = True) -> None:
        """Collects the oldest generation that is due by Python's own thresholds, and those younger; without ``calm``
        the oldest of all only where it has waited too long."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [n for n, (count, most) in enumerate(zip(counts, thresholds, strict=True)) if count > most]
        if OLDEST in due and not calm and counts[OLDEST] <= LATEST:
            due.remove(OLDEST)
        if due:
            gc.collect(max(due))

    def _look(self) -> None:
        now, worked = time.monotonic(), time.process_time()
        calm = worked - self._worked < CALM * (now - self._looked)
        self._looked, self._worked = now, worked
        self.collect(calm=calm)
