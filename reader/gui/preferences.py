"""What the windows remember from run to run, and what they take for this run alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from reader.gui.services import App
    from reader.settings import Settings


CALM = 400
"""Milliseconds without a change before changes are written: a row of clicks on +A is one write."""


class Preferences(QObject):
    """The settings as the windows use them, one for all; changes are kept, unless this run is to leave no trace."""

    changed = Signal(object)
    """The names of the settings, a set, that are others than before."""

    failed = Signal(object)
    """The OSError that kept settings from being saved; they hold for this run. Said once."""

    def __init__(self, app: App, *, keep: bool = True, **overrides: Any) -> None:
        """``overrides`` are settings by name for this run; where ``keep`` is false nothing is ever saved."""
        super().__init__()
        self.now: Settings = replace(app.settings, **overrides)
        self._app, self._keep, self._said = app, keep, False
        self._waiting: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CALM)
        self._timer.timeout.connect(self.write)

    def change(self, **changes: Any) -> None:
        """Changes settings by name."""
        others = {name for name, value in changes.items() if getattr(self.now, name) != value}
        self.now = replace(self.now, **changes)
        if self._keep:
            self._waiting |= changes
            self._timer.start()
        if others:
            self.changed.emit(others)

    def write(self) -> None:
        """Writes what has changed, now rather than when things are calm."""
        self._timer.stop()
        changes, self._waiting = self._waiting, {}
        if not changes:
            return
        try:
            self._app.change(**changes)
        except OSError as error:
            if not self._said:
                self._said = True
                self.failed.emit(error)
