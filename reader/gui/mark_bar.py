"""The small bar beside a selection: its colours to highlight with, a note, and whether the other side is marked too."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.gui.colours import SWATCH, colour_name, swatch
from reader.gui.i18n import isolate, key_name
from reader.gui.keyboard import press_button
from reader.gui.theme import LIGHT
from reader.model import COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from reader.gui.theme import Theme

_APART, _MARGIN = 6, 6
"""Pixels between the bar and what is selected, and between the bar and the edge of the view."""


class MarkBar(QFrame):
    """It never takes the keys by itself; Tab from the text leads into it, and Esc out again."""

    highlight_asked = Signal(str)
    """The colour to highlight with."""
    note_asked = Signal()
    both_toggled = Signal(bool)
    """Whether the other side is to be marked too."""
    left = Signal()
    """The keys are to go back to the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setObjectName("markBar")
        self._theme: Theme = LIGHT
        self._labels: Mapping[str, str | None] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(1)
        self.colour_buttons: dict[str, QToolButton] = {}
        for colour in COLOURS:
            button = self._button()
            button.setIconSize(SWATCH)
            button.clicked.connect(lambda _=False, colour=colour: self.highlight_asked.emit(colour))
            self.colour_buttons[colour] = button
            row.addWidget(button)
        self.note_button, self.both_button = self._button(), self._button()
        self.note_button.clicked.connect(self.note_asked)
        self.both_button.setCheckable(True)
        self.both_button.setChecked(True)
        self.both_button.toggled.connect(self.both_toggled)
        row.addWidget(self.note_button)
        row.addWidget(self.both_button)
        self.retranslate()
        self.hide()

    def offer(self, place: QRect, *, counterpart: bool) -> None:
        """Shows the bar beside a place of its parent, in pixels; ``counterpart`` where there is something on the other
        side to be marked with it."""
        self.both_button.setVisible(counterpart)
        self.adjustSize()
        self.follow(place)
        self.show()
        self.raise_()

    def come_after(self, column: QWidget) -> None:
        """Has Tab lead here from the column in which something is selected, whichever of them that is."""
        for one, following in pairwise((column, *self.colour_buttons.values(), self.note_button, self.both_button)):
            self.setTabOrder(one, following)

    def follow(self, place: QRect) -> None:
        """Moves with what is selected: above it or, where there is no room, below."""
        size: QSize = self.size()
        x = min(max(place.center().x() - size.width() // 2, _MARGIN), self._view.width() - size.width() - _MARGIN)
        above = place.top() - _APART - size.height()
        y = above if above >= _MARGIN else place.bottom() + _APART
        y = max(min(y, self._view.height() - size.height() - _MARGIN), _MARGIN)
        self.move(QPoint(max(x, 0), y))

    def show_colours(self, theme: Theme, labels: Mapping[str, str | None]) -> None:
        """Takes the theme's colours, and the names that a person gave them."""
        self._theme, self._labels = theme, labels
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the bar's words in the language of the moment."""
        self.setAccessibleName(self.tr("Mark the selection"))
        for colour, button in self.colour_buttons.items():
            button.setIcon(swatch(colour, self._theme))
            name = isolate(colour_name(colour, self._labels.get(colour)))
            self._name(button, self.tr("Highlight: {colour}").format(colour=name))
        self.note_button.setText(self.tr("Note"))
        self._name(self.note_button, self.tr("Note on the selection ({key})").format(key=key_name("Ctrl+M")))
        self.both_button.setText(self.tr("Both sides"))
        self._name(self.both_button, self.tr("Mark also what stands for it on the other side, as framed there"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keys back; no other key goes on to the text behind the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            press_button(event, self.window().focusWidget())
        event.accept()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _name(self, button: QToolButton, text: str) -> None:
        button.setToolTip(text)
        button.setAccessibleName(text)
