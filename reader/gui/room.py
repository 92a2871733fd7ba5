"""What shows of the window, as the reader wants it: the full screen, the library, the panel beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.gui.actions import Actions
    from reader.gui.pair_view import PairView
    from reader.gui.panes import Panes
    from reader.gui.preferences import Preferences


class Room(QObject):
    """Gives room to the text and takes it back by key, and remembers it."""

    def __init__(
        self,
        window: QWidget,
        library: QWidget,
        view: PairView,
        panes: Panes,
        preferences: Preferences,
        commands: Actions,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._view = window, library, view
        self._panes, self._preferences, self._commands = panes, preferences, commands
        commands.full_screen.triggered.connect(self._turn_full_screen)
        commands.library.toggled.connect(self._show_library)
        commands.search.triggered.connect(self.bring_library)  # the field to type into is there
        commands.side_panel.triggered.connect(panes.toggle)
        panes.turned.connect(lambda name: preferences.change(panel=name))

    def restore(self) -> None:
        """Shows what showed when the window was closed last."""
        now = self._preferences.now
        self._commands.library.setChecked(now.library_shown)
        self._library.setVisible(now.library_shown)
        self._panes.show_named(now.panel)
        self.note_state()

    def bring_library(self) -> None:
        """Shows the library where it is hidden."""
        self._commands.library.setChecked(True)

    def note_state(self) -> None:
        """Says on the command whether the window fills the screen, which others than the command may have changed."""
        self._commands.full_screen.setChecked(self._window.isFullScreen())

    def _turn_full_screen(self) -> None:
        # Turned over alone, so that a window that was as large as the screen before is so after.
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_library(self, shown: bool) -> None:
        focus = self._window.focusWidget()
        if not shown and focus is not None and self._library.isAncestorOf(focus):
            self._view.places.focus()
        self._library.setVisible(shown)
        self._preferences.change(library_shown=shown)
