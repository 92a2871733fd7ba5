"""A window beside the main one: Enter presses the button that has the keyboard, and nothing else in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog

from reader.gui.keyboard import ENTER, press_button
from reader.gui.saved_state import as_text, from_text

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget


class SideWindow(QDialog):
    """It keeps nobody from the main window. Esc closes it."""

    put_away = Signal(str)
    """It was closed; where it stood and how large it was, as ``stand`` takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_placed = False
        """Whether its size is one that the reader has left it in."""

    def stand(self, geometry: str) -> None:
        """Takes the place and the size that it had before; "" for none."""
        self.is_placed = bool(geometry) and self.restoreGeometry(from_text(geometry))

    def hideEvent(self, event: QHideEvent) -> None:
        """Tells how it was left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.put_away.emit(as_text(self.saveGeometry()))

    def retranslate(self) -> None:
        """Sets the window's words in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A dialog would let Enter press a button of its own choice, also from a line of text or a table."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        press_button(event, self.focusWidget())
