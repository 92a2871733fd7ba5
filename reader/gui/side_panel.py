"""The frame of a panel beside the text: its heading, a button that closes it, a hint, and below them what it lists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.gui.prose import Prose

LEAST_WIDTH = 200
"""Pixels below which no panel's lines can be read."""


class SidePanel(QWidget):
    """A panel; one of them at a time stands beside the text. The keys go to its ``body``.

    A panel of its own kind sets the texts of ``heading`` and ``hint``, and the names of the body, in ``retranslate``,
    which it calls when it is made and which is called whenever the language changes.
    """

    close_asked = Signal()

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.body = body  # and no focus proxy: Tab would then pass over the button that closes the panel
        self.setObjectName("sidePanel")
        self.heading = QLabel()
        self.heading.setObjectName("panelHeading")
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self.close_asked)
        self.hint = Prose()
        self.hint.setObjectName("panelHint")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 16, 12, 8)
        self.column.setSpacing(8)
        self.column.addLayout(head)
        self.column.addWidget(self.hint)
        self.column.addWidget(body, 1)
        self.setMinimumWidth(LEAST_WIDTH)

    def retranslate(self) -> None:
        """Sets the panel's words in the language of the moment."""
        close = QCoreApplication.translate("SidePanel", "Close this panel")
        self.close_button.setToolTip(close)
        self.close_button.setAccessibleName(close)

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
