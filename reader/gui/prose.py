"""Text of several lines in a label."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class Prose(QLabel):
    """A label for plain text that wraps. Qt sets it as rich text: plain Arabic it draws with every line but the last
    moved to the left by the space at the line's end, so that the right edge is ragged and the left one cut off."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._plain = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setText(text)

    def text(self) -> str:
        """The text as it was given."""
        return self._plain

    def setText(self, text: str) -> None:
        """Shows a text, to the letter: nothing in it is read as markup."""
        self._plain = text
        super().setText(escape(text).replace("\n", "<br>"))
