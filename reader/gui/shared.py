"""What all windows of the process have in common: the settings, the look, the library, the models, the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.turns import Turns

if TYPE_CHECKING:
    from reader.gui.glossary import Glossary
    from reader.gui.look import Look
    from reader.gui.models import Models
    from reader.gui.preferences import Preferences
    from reader.gui.services import App
    from reader.gui.shelf import Shelf
    from reader.gui.stacks import Stacks


class Shared(QObject):
    """All but the settings and the look comes with the first window that joins, and ends with the last."""

    stacks: Stacks
    models: Models
    glossary: Glossary

    def __init__(self, app: App, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.preferences, self.look = preferences, look
        self.turns = Turns(self)
        """For work that concerns several windows."""
        self._app = app
        self._windows: list[QObject] = []

    def join(self, window: QObject) -> Shelf:
        """Takes a window in; the library as that window uses it."""
        from reader.gui.shelf import Shelf

        if not hasattr(self, "stacks"):
            self._make()
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

    def _make(self) -> None:
        from reader.gui.glossary import Glossary
        from reader.gui.models import Models
        from reader.gui.shelf import Shelf
        from reader.gui.stacks import Stacks

        self.stacks = Stacks(self._app, self)
        self.models = Models(self._app, self)
        self.glossary = Glossary(self._app, Shelf(self.stacks, self), self)
        self.stacks.replaced.connect(self.glossary.begin_anew)
