"""The field over the library's list in which one searches it, with what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from reader.gui.find_bar import follow_direction
from reader.gui.i18n import key_name
from reader.gui.search_help import SearchHelp

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPoint
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class SearchBox(QWidget):
    """Takes what is to be searched for."""

    begun = Signal()
    """The field takes the focus: something is going to be typed."""
    typed = Signal()
    """The words are others."""
    taken = Signal()
    """Enter: the first result is wanted."""
    down = Signal()
    """To the results."""
    left = Signal()
    """Esc."""
    saved_asked = Signal(object)
    """The kept searches are wanted, as a menu at a point of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setObjectName("searchField")
        self.field.setClearButtonEnabled(True)
        self.saved, self.help_button = QToolButton(), QToolButton()
        self.saved.setText("▾")
        self.help_button.setText("?")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for button in (self.saved, self.help_button):
            button.setObjectName("searchButton")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._note_text)
        self.field.returnPressed.connect(self.taken)
        self.saved.clicked.connect(lambda: self.saved_asked.emit(self._below(self.saved)))
        self.help_button.clicked.connect(lambda: SearchHelp(self).open(self.help_button))
        self.setFocusProxy(self.field)
        self.retranslate()

    def set(self, query: str) -> None:
        """Puts words into the field; nothing is told of it."""
        self.field.blockSignals(True)
        self.field.setText(query)
        self.field.blockSignals(False)
        follow_direction(self.field)

    def retranslate(self) -> None:
        """Sets the words in the language of the moment."""
        self._show_hint()
        self.field.setAccessibleName(self.tr("Search the library"))
        self.field.setToolTip(
            self.tr("Search all pieces, their translations, notes and tags ({key})").format(
                key=key_name("Ctrl+Shift+F")
            )
        )
        self.saved.setToolTip(self.tr("Saved searches"))
        self.saved.setAccessibleName(self.tr("Saved searches"))
        self.help_button.setToolTip(self.tr("What can be searched for, and how"))
        self.help_button.setAccessibleName(self.tr("How to search"))
        follow_direction(self.field)

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says in the field as much as there is room for."""
        super().resizeEvent(event)
        self._show_hint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears of the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self.begun.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes into the results, Esc leaves."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_hint(self) -> None:
        whole = self.tr("Search the library")
        # What is around the words has a letter's height or so on either side, as the style has it.
        room = self.field.width() - 2 * self.field.fontMetrics().height()
        fits = not self.isVisible() or self.field.fontMetrics().horizontalAdvance(whole) <= room
        self.field.setPlaceholderText(whole if fits else self.tr("Search"))

    def _note_text(self) -> None:
        follow_direction(self.field)
        self.typed.emit()

    def _below(self, button: QToolButton) -> QPoint:
        return button.mapToGlobal(button.rect().bottomLeft())
