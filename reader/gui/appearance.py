"""What the window looks like and speaks: the choices of the view menu, applied and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.settings import MAX_FONT_SIZE, MIN_FONT_SIZE, Settings

if TYPE_CHECKING:
    from reader.gui.actions import Actions
    from reader.gui.library_panel import LibraryPanel
    from reader.gui.look import Look
    from reader.gui.pair_view import PairView
    from reader.gui.preferences import Preferences

SIZE_STEP = 2.0
"""Points that one press of +A adds to the Arabic's size."""


class Appearance(QObject):
    """The layout, the theme, the language and the size of the type, as the reader chooses them."""

    worn = Signal(object)
    """The Theme that the window has from now on."""

    def __init__(
        self, preferences: Preferences, look: Look, commands: Actions, view: PairView, library: LibraryPanel
    ) -> None:
        super().__init__(view)
        self._preferences, self._look, self._commands = preferences, look, commands
        self._view, self._library = view, library
        commands.larger.triggered.connect(lambda: self._resize_type(view.arabic_size() + SIZE_STEP))
        commands.smaller.triggered.connect(lambda: self._resize_type(view.arabic_size() - SIZE_STEP))
        commands.usual_size.triggered.connect(lambda: self._resize_type(Settings().arabic_size))
        for value, action in commands.layouts.items():
            action.triggered.connect(lambda _=False, value=value: self.choose_layout(value))
        for value, action in commands.themes.items():
            action.triggered.connect(lambda _=False, value=value: self.choose_theme(value))
        for value, action in commands.languages.items():
            action.triggered.connect(lambda _=False, value=value: self.choose_language(value))
        view.size_changed.connect(self._note_size)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def apply(self) -> None:
        """Applies the settings as they are."""
        now = self._preferences.now
        self._commands.layouts[now.layout].setChecked(True)
        self._commands.themes[now.theme].setChecked(True)
        self._commands.languages[now.ui].setChecked(True)
        self._view.set_mode(now.layout)
        self._view.set_arabic_size(now.arabic_size)
        self._wear_theme()
        self._note_size(now.arabic_size)

    def choose_layout(self, value: str) -> None:
        """Sets the text side by side, stacked, or in Arabic alone."""
        self._preferences.change(layout=value)
        self._view.set_mode(value)

    def choose_theme(self, value: str) -> None:
        """Takes other colours, light, dark or the desktop's."""
        self._preferences.change(theme=value)
        self._wear_theme()

    def choose_language(self, value: str) -> None:
        """Speaks another language, English, Arabic or the desktop's."""
        self._preferences.change(ui=value)
        self._look.speak(value)

    def _wear_theme(self) -> None:
        worn = self._look.wear(self._preferences.now.theme)
        self._view.set_theme(worn)
        self._library.set_theme(worn)
        self.worn.emit(worn)

    def _follow_desktop(self) -> None:
        if self._preferences.now.theme == "system":
            self._wear_theme()

    def _resize_type(self, points: float) -> None:
        self._view.set_arabic_size(min(MAX_FONT_SIZE, max(MIN_FONT_SIZE, points)))

    def _note_size(self, points: float) -> None:
        if points != self._preferences.now.arabic_size:
            self._preferences.change(arabic_size=points)
        self._commands.larger.setEnabled(points < MAX_FONT_SIZE)
        self._commands.smaller.setEnabled(points > MIN_FONT_SIZE)
