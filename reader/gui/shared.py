"""What all windows of the process have in common: the settings, the look, the library, the models, the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.glossary import Glossary
from reader.gui.models import Models
from reader.gui.shelf import Shelf
from reader.gui.stacks import Stacks

if TYPE_CHECKING:
    from reader.gui.look import Look
    from reader.gui.preferences import Preferences
    from reader.gui.services import App


class Shared(QObject):
    """It ends with the last of the windows that have joined it."""

    def __init__(self, app: App, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.preferences, self.look = preferences, look
        self.stacks = Stacks(app, self)
        self.models = Models(app, self)
        self._shelf = Shelf(self.stacks, self)
        self.glossary = Glossary(app, self._shelf, self)
        self.stacks.replaced.connect(self.glossary.begin_anew)
        self._windows: list[QObject] = []

    def join(self, window: QObject) -> Shelf:
        """Takes a window in; the library as that window uses it."""
        self._windows.append(window)
        return Shelf(self.stacks, window)

    def leave(self, window: QObject) -> None:
        """Lets a window go, which has closed its shelf. Where it was the last all work ends; blocks until then."""
        if window in self._windows:
            self._windows.remove(window)
            if not self._windows:
                self.preferences.write()
                self.models.close()
                self.stacks.close()
