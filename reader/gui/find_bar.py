"""The bar that finds in the open article: a field, how many matches there are, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton

from reader.arabic.direction import is_arabic
from reader.gui.announcing import announce
from reader.gui.i18n import key_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

FIELD_WIDTH = 320
"""Pixels that the field takes at most."""


class FindBar(QFrame):
    """Says what is to be found; whoever made it does the finding, and tells how it goes."""

    sought = Signal()
    """The words or the switch are others."""
    step_asked = Signal(int)
    """1 for the next match, -1 for the one before."""
    left = Signal()
    """The bar is to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(FIELD_WIDTH)
        self.field.setMinimumWidth(90)
        self.count = QLabel()
        self.count.setObjectName("panelHint")
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.previous, self.next, self.close_button = QToolButton(), QToolButton(), QToolButton()
        self.exact = QToolButton()
        self.exact.setCheckable(True)
        self.previous.setText("↑")
        self.next.setText("↓")
        self.close_button.setText("✕")
        for button in (self.previous, self.next, self.exact, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoRaise(button is not self.exact)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(6)
        row.addWidget(self.field, 3)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.exact)
        row.addSpacing(4)
        row.addWidget(self.count, 2)
        row.addWidget(self.close_button)
        self.field.textChanged.connect(self._note_text)
        self.exact.toggled.connect(lambda _: self.sought.emit())
        self.previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self.next.clicked.connect(lambda: self.step_asked.emit(1))
        self.close_button.clicked.connect(self.left)
        self.setFocusProxy(self.field)
        self.retranslate()
        self.hide()

    def set(self, query: str, *, exact: bool) -> None:
        """Puts words into the field; nothing is told of it."""
        for part in (self.field, self.exact):
            part.blockSignals(True)
        self.field.setText(query)
        self.exact.setChecked(exact)
        for part in (self.field, self.exact):
            part.blockSignals(False)
        self._follow_direction()

    def show_count(self, number: int, count: int, *, looking: bool) -> None:
        """Says which match is at hand, and of how many; with ``looking`` there may be more."""
        text = ""
        if self.field.text().strip():
            locale = QLocale()
            if count:
                text = self.tr("{number} of {total}").format(
                    number=locale.toString(number), total=locale.toString(count) + ("…" if looking else "")
                )
            elif not looking:
                text = self.tr("Not found here")
        for button in (self.previous, self.next):
            button.setEnabled(bool(count))
        if text != self.count.text():
            self.count.setText(text)
            self.count.setAccessibleName(text)
            self.setProperty("none", not count and bool(text))
            self.style().unpolish(self.count)
            self.style().polish(self.count)
            if text and not looking and self.isVisible():
                announce(self, text)

    def retranslate(self) -> None:
        """Sets the bar's words in the language of the moment."""
        self.setAccessibleName(self.tr("Find in this piece"))
        self.field.setPlaceholderText(self.tr("Find in this piece"))
        self.field.setAccessibleName(self.tr("Words to find in this piece"))
        self.field.setToolTip(
            self.tr("Words next to each other, in either language, in any of their forms; “|” between two means either")
        )
        self.exact.setText(self.tr("Exact"))
        self.exact.setToolTip(self.tr("Only as the words are spelled here: no other form of them"))
        for button, text, key in (
            (self.previous, self.tr("The match before"), "Shift+F3"),
            (self.next, self.tr("The next match"), "F3"),
            (self.close_button, self.tr("Close the search in this piece"), "Esc"),
        ):
            button.setToolTip(f"{text} ({key_name(key)})")
            button.setAccessibleName(text)
        self._follow_direction()

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.sought.emit()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next match, with Shift to the one before; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.step_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _note_text(self) -> None:
        self._follow_direction()
        self.sought.emit()

    def _follow_direction(self) -> None:
        follow_direction(self.field)


def follow_direction(field: QLineEdit) -> None:
    """Has a field run the way of what is written in it; while it is empty, the window's."""
    text = field.text()
    if text.strip():
        arabic = is_arabic(text)
        field.setLayoutDirection(Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight)
    else:
        field.unsetLayoutDirection()
