"""A window beside the main one: Enter presses the button that has the keyboard, and nothing else in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog

from reader.gui.frame import Frame
from reader.gui.i18n import NEWS
from reader.gui.keyboard import ENTER, press_button
from reader.gui.saved_state import as_text, from_text

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget


class SideWindow(QDialog):
    """It keeps nobody from the main window. Esc closes it. While it is not seen it takes no heed of another theme or
    language: it follows when it is shown again."""

    put_away = Signal(str)
    """It was closed; where it stood and how large it was, as ``stand`` takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if isinstance(parent, Frame):
            self.setStyleSheet(parent.page.styleSheet())
        self._sheet = self.styleSheet()
        self._is_behind = False
        """Whether the language, or the way that it is read, is another than that of its words."""
        self.is_placed = False
        """Whether its size is one that the reader has left it in."""

    def stand(self, geometry: str) -> None:
        """Takes the place and the size that it had before; "" for none."""
        self.is_placed = bool(geometry) and self.restoreGeometry(from_text(geometry))

    def wear(self, sheet: str) -> None:
        """Takes another style sheet."""
        self._sheet = sheet
        if self.isVisible():
            self.setStyleSheet(sheet)

    def setVisible(self, visible: bool) -> None:
        """Follows what has changed since it was seen last."""
        if visible and self._sheet != self.styleSheet():
            self.setStyleSheet(self._sheet)
        if visible and self._is_behind:
            self._is_behind = False
            super().event(QEvent(QEvent.Type.ApplicationLayoutDirectionChange))
            super().event(QEvent(QEvent.Type.LanguageChange))
        super().setVisible(visible)

    def event(self, event: QEvent) -> bool:
        """Keeps a change of the language until it can be seen."""
        if event.type() in NEWS and not self.isVisible():
            self._is_behind = True
            return True
        return super().event(event)

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
