"""The whole application's theme, language and type, applied together.

The style sheet is each window's own. Were it the application's, Qt would go through each widget once for every widget
that it lies in, whenever the theme changes, and through all windows in one go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QFontInfo

from reader.gui import fonts, i18n, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from reader.gui.theme import Theme


class Look:
    """What the application looks like and speaks now."""

    def __init__(self, application: QApplication) -> None:
        """The faces of ``reader.gui.fonts`` must be registered."""
        self._application = application
        base = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        # "Sans Serif" is a wish and no face: in a list of families Qt would pass it over for the Arabic face.
        base.setFamilies([QFontInfo(base).family()])
        self._base = base
        self._language = "en"
        self._worn: Theme | None = None

    def speak(self, choice: str) -> None:
        """Applies the setting of the window's language."""
        self._language = i18n.speak(self._application, choice)
        self._application.setFont(fonts.interface(self._language, self._base))

    def speaks(self, choice: str) -> bool:
        """Whether the application speaks what the setting says."""
        return i18n.resolve(choice) == self._language

    def wear(self, choice: str) -> Theme:
        """Applies the setting of the theme, but for what each window is dressed in; the theme it became."""
        worn = theme.resolve(choice)
        if worn != self._worn:
            self._worn = worn
            self._application.setPalette(theme.palette(worn))
        return worn

    def sheet(self) -> str:
        """The style sheet for the theme that was applied last, with the paddings that the language asks for."""
        return theme.style_sheet(self._worn or theme.LIGHT, self._language)

    def dress(self, part: QWidget) -> None:
        """Gives a part of a window, and all within it, that style sheet."""
        if part.styleSheet() != self.sheet():
            part.setStyleSheet(self.sheet())
