"""The whole application's theme, language and type, applied together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QFontInfo

from reader.gui import fonts, i18n, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

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
        if self._worn is not None:
            self._dress(self._worn)

    def wear(self, choice: str) -> Theme:
        """Applies the setting of the theme; the theme it became."""
        worn = theme.resolve(choice)
        self._worn = worn
        self._dress(worn)
        return worn

    def _dress(self, worn: Theme) -> None:
        sheet = theme.style_sheet(worn, self._language)
        if sheet != self._application.styleSheet():
            self._application.setPalette(theme.palette(worn))
            self._application.setStyleSheet(sheet)
