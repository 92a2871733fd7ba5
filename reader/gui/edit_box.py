"""The box in which a person writes the translation of a paragraph, laid over the place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout

from reader.gui.i18n import key_name
from reader.gui.keyboard import press_button

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont, QResizeEvent
    from PySide6.QtWidgets import QWidget

KEEP = 1000
"""Milliseconds after which what is being written is told: so much may a power cut cost."""
LEAST_LINES = 2
_SPACING = 4
_BETWEEN = 24
"""Pixels between the parts of the foot, together."""
_FRAME = 12
"""Pixels above and below the text that are the field's own."""


class EditBox(QFrame):
    """A field for one paragraph's translation. Enter saves, Esc leaves all as it was; Shift+Enter is a new line, which
    in the translation is a space."""

    saved = Signal(int, str)
    """The block, and what was written."""
    written = Signal(int, str)
    """The same, while it is being written."""
    given_up = Signal(int, str)
    """The block, and what was written and is not to be saved, "" for nothing new."""
    left = Signal()
    """The box was closed, saved or not."""
    grown = Signal()
    """The text takes another height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("editBox")
        self.block: int | None = None
        self._before = self._hint = ""
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.installEventFilter(self)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP)
        self._keep.timeout.connect(self._tell)
        self.field.textChanged.connect(self._note_typing)
        self.field.document().documentLayout().documentSizeChanged.connect(lambda _: self.grown.emit())
        self.hint = QLabel()
        self.hint.setObjectName("panelHint")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.save_button, self.cancel_button = QPushButton(), QPushButton()
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 0, 0)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addWidget(self.field, 1)
        column.addLayout(foot)
        self.retranslate()
        self.hide()

    def open(self, block: int, text: str, font: QFont, name: str) -> None:
        """Takes a block's translation to be edited, in that font; ``name`` is what a screen reader calls it."""
        self.block, self._before = block, text
        self.field.setFont(font)
        self.field.setPlainText(text)
        self.field.document().clearUndoRedoStacks()
        self.field.setAccessibleName(name)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restore(self, text: str) -> None:
        """Puts in what was written before, in place of the text that was opened."""
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def wanted_height(self) -> int:
        """The height that shows all of the text, in pixels."""
        lines = max(round(self.field.document().size().height()), LEAST_LINES)
        foot = self.save_button.sizeHint().height() + _SPACING
        return lines * self.field.fontMetrics().lineSpacing() + 2 * _FRAME + foot

    def save(self) -> None:
        """Gives out what was written, where it is another text, and closes."""
        self._close(keep=True)

    def leave(self) -> None:
        """Closes, and leaves the translation as it was."""
        self._close(keep=False)

    def _close(self, *, keep: bool) -> None:
        block, text = self.block, self.field.toPlainText()
        if block is None:
            return
        self.block = None
        self._keep.stop()
        self.hide()
        self.left.emit()
        if keep and text != self._before:
            self.saved.emit(block, text)
        else:
            self.given_up.emit(block, text if text != self._before else "")

    def _note_typing(self) -> None:
        if self.block is not None and not self._keep.isActive():
            self._keep.start()

    def _tell(self) -> None:
        text = self.field.toPlainText()
        if self.block is not None and text != self._before:
            self.written.emit(self.block, text)

    def retranslate(self) -> None:
        """Sets the box's words in the language of the moment."""
        self.setAccessibleName(self.tr("Edit the translation"))
        hint = self.tr("{enter} saves, {escape} leaves it as it was")
        self._hint = hint.format(enter=key_name("Enter"), escape=key_name("Esc"))
        self.field.setAccessibleDescription(self._hint)
        self._show_hint()
        self.save_button.setText(self.tr("Save the edit"))
        self.save_button.setToolTip(self.tr("Keep this wording in the library"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Leave the translation as it was"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as much of the foot as there is room for."""
        super().resizeEvent(event)
        self._show_hint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes Enter from the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
                self.save()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; no other key goes on to the text behind the box."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            press_button(event, self.window().focusWidget())
        event.accept()

    def _show_hint(self) -> None:
        """Leaves the hint out where a part of it would be cut off; a screen reader says it with the field."""
        buttons = self.save_button.sizeHint().width() + self.cancel_button.sizeHint().width()
        room = self.width() - buttons - _BETWEEN
        self.hint.setText(self._hint if self.hint.fontMetrics().horizontalAdvance(self._hint) <= room else "")
