"""A window beside the main one: Enter presses the button that has the keyboard, and nothing else in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class SideWindow(QDialog):
    """It keeps nobody from the main window. Esc closes it."""

    def retranslate(self) -> None:
        """Sets the window's words in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A dialog would let Enter press a button of its own choice, also from a line of text or a table."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        event.accept()
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
