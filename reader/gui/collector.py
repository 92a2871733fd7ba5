"""Python's collector of garbage in cycles, kept to the window's thread: Qt objects may be in it, and Qt deletes its
objects safely on no other thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at whether it is time."""


class Collector(QObject):
    """Takes the place of the automatic collection, which happens on whichever thread asks for memory: there the end of
    a closed window can come while the window's thread waits for the same locks of Qt and of Python, for ever."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects the oldest generation that is due by Python's own thresholds, and those younger."""
        due = [
            n for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
        ]
        if due:
            gc.collect(max(due))
