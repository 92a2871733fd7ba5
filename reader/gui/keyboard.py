"""What keys do anywhere in the window, where nothing below it has a use of its own for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.gui.actions import Actions
    from reader.gui.find_tools import FindTools
    from reader.gui.messages import MessageBar
    from reader.gui.pair_view import PairView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_button(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Has Enter press the button that has the keys, as Space does; whether it did. Qt's buttons know Space alone."""
    if event.key() not in ENTER or not isinstance(focus, QAbstractButton):
        return False
    focus.click()
    return True


class Keyboard(QObject):
    """Esc closes what is open over the text, one thing at a time, and from elsewhere leads back to the text; Enter
    presses the button that has the keys; Shift+F10 opens the menu of what has them, as the Menu key does."""

    def __init__(self, window: QWidget, view: PairView, finding: FindTools, bar: MessageBar, commands: Actions) -> None:
        super().__init__(window)
        self._window, self._view, self._finding, self._bar = window, view, finding, bar
        view.escaped.connect(self._escape)
        bar.left.connect(view.places.focus)
        commands.context_menu.triggered.connect(self._open_menu)

    def take(self, event: QKeyEvent) -> bool:
        """Whether a key that nobody else wanted is one of these."""
        if event.key() == Qt.Key.Key_Escape:
            self._view.places.focus()
            return True
        return press_button(event, self._window.focusWidget())

    def _escape(self) -> None:
        if not self._finding.bar.isHidden():
            self._finding.close()
        else:
            self._bar.put_away()

    def _open_menu(self) -> None:
        """The lists answer the Menu key itself, the text the event that Qt makes of it."""
        focus = self._window.focusWidget() or self._window
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(focus, key)
        if not key.isAccepted():
            middle = focus.rect().center()
            menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, focus.mapToGlobal(middle))
            QCoreApplication.sendEvent(focus, menu)
