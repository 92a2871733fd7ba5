"""The card of a first start: three steps, over the first article of an empty library, put away for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.gui.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from reader.gui.actions import Actions
    from reader.gui.preferences import Preferences


class FirstSteps(QFrame):
    """The card. It covers nothing of the text, and is there while the library is empty and nobody has closed it."""

    read_asked = Signal()
    """The reader wants to read what is open."""

    def __init__(self, preferences: Preferences, commands: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setObjectName("firstSteps")
        self.titles = [QLabel() for _ in range(3)]
        self.hints = [Prose() for _ in range(3)]
        self.buttons = [QPushButton() for _ in range(3)]
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self._dismiss)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 10, 10)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for column, (title, hint, button) in enumerate(zip(self.titles, self.hints, self.buttons, strict=True)):
            title.setObjectName("dialogHeading")
            hint.setObjectName("panelHint")
            hint.setAlignment(Qt.AlignmentFlag.AlignTop)
            title.setWordWrap(True)
            grid.addWidget(title, 0, column)
            grid.addWidget(hint, 1, column)
            grid.addWidget(button, 2, column, Qt.AlignmentFlag.AlignLeading)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.close_button, 0, 3, Qt.AlignmentFlag.AlignTop)
        self.buttons[0].clicked.connect(self.read_asked)
        self.buttons[1].clicked.connect(commands.models.trigger)
        self.buttons[2].clicked.connect(commands.paste.trigger)
        preferences.changed.connect(self._follow)
        self.retranslate()
        self.hide()

    def show_library(self, empty: bool) -> None:
        """Says whether the library has no pieces."""
        self.setVisible(empty and not self._preferences.now.welcomed)

    def _follow(self, names: AbstractSet[str]) -> None:
        """What was closed in one window is closed in all."""
        if "welcomed" in names and self._preferences.now.welcomed:
            self.hide()

    def _dismiss(self) -> None:
        if self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.read_asked.emit()
        self._preferences.change(welcomed=True)

    def retranslate(self) -> None:
        """Sets the card's words in the language of the moment."""
        self.setAccessibleName(self.tr("First steps"))
        texts = (
            (
                self.tr("1 · Read the sample"),
                self.tr("It stands below. Point at a sentence to see it on both sides."),
                self.tr("Read it"),
            ),
            (
                self.tr("2 · Get a translation model"),
                self.tr("Until then the English is word by word."),
                self.tr("Models…"),
            ),
            (
                self.tr("3 · Paste your own article"),
                self.tr("Copy it from a news page, then press Ctrl+V."),
                self.tr("Paste"),
            ),
        )
        parts = zip(self.titles, self.hints, self.buttons, texts, strict=True)
        for title, hint, button, (heading, more, does) in parts:
            title.setText(heading)
            hint.setText(more)
            button.setText(does)
            button.setAccessibleDescription(f"{heading}. {more}")
        close = self.tr("Do not show these steps again")
        self.close_button.setToolTip(close)
        self.close_button.setAccessibleName(close)

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
