"""Two controls of several buttons: a choice of one of a few values, and a number with less and more beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QButtonGroup, QToolButton

from reader.gui.toolbar import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence


class Choice(Segments):
    """A choice of one of a few values, each a button."""

    chosen = Signal(str)

    def __init__(self, values: Sequence[str]) -> None:
        self.buttons = {value: QToolButton() for value in values}
        super().__init__(self.buttons.values())
        self._group = QButtonGroup(self)
        for value, button in self.buttons.items():
            button.setCheckable(True)
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))

    def show_value(self, value: str) -> None:
        """Marks a value as the one that holds; Tab leads to it, the arrow keys to the others."""
        self.buttons[value].setChecked(True)
        for button in self.buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def show_none(self) -> None:
        """Marks none of the values: what holds is another."""
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def name(self, name: str, texts: Sequence[str]) -> None:
        """Sets what the choice is about and the words of its values."""
        self.setAccessibleName(name)
        for button, text in zip(self.buttons.values(), texts, strict=True):
            button.setText(text)
            button.setAccessibleName(f"{name}: {text}")


class Stepper(Segments):
    """A number with a button on either side that makes it less or more; with the keyboard, by Up and Down."""

    def __init__(self, number: QAbstractSpinBox) -> None:
        less, more = QToolButton(), QToolButton()
        super().__init__((less, number, more))
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button, text, step in ((less, "−", number.stepDown), (more, "+", number.stepUp)):
            button.setText(text)
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(step)
        self.less, self.more = less, more
        self.setFocusProxy(number)
