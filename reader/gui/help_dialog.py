"""The help of F1: the first steps and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout

from reader.gui.i18n import key_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH = 620
"""The least width, in pixels."""


class HelpDialog(QDialog):
    """What to do first, and which key does what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(7)
        column.addWidget(self._heading(self.tr("First steps")))
        for step in (
            self.tr("Copy an article from a news page, then press Ctrl+V here. Or open a saved page, or drop one in."),
            self.tr("Each Arabic paragraph stands beside its English. Point at a sentence to see it on both sides."),
            self.tr("A click on an Arabic word says what the lexicon knows of it. Ctrl+E edits a translation."),
            self.tr("Ctrl+S puts the article into the library, on this machine only. A click there opens it again."),
            self.tr("Without a translation model the English is word by word. Models… in the menu gets you one."),
        ):
            line = QLabel(step)
            line.setWordWrap(True)
            column.addWidget(line)
        column.addSpacing(6)
        column.addWidget(self._heading(self.tr("Keys")))
        column.addLayout(self._keys())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(WIDTH)
        # Lines that wrap have no height until they have a width, and Qt asks for theirs too late.
        height = column.totalHeightForWidth(max(WIDTH, column.totalSizeHint().width()))
        self.setMinimumHeight(min(height, self.screen().availableSize().height()))

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName("dialogHeading")
        return label

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        keys = (
            ("Ctrl+O", self.tr("Open a saved page")),
            ("Ctrl+V", self.tr("Paste an article")),
            ("Ctrl+S", self.tr("Save to the library")),
            ("Ctrl+C · Ctrl+A", self.tr("Copy the selection; select the whole column")),
            ("Ctrl++ · Ctrl+- · Ctrl+0", self.tr("Larger, smaller, usual type")),
            ("Alt++ · Alt+- · Ctrl+Shift+T", self.tr("Larger or smaller English alone; how the text is set")),
            ("Ctrl+Space", self.tr("In the layout “On demand”: show or hide the English of this paragraph")),
            ("Ctrl+G", self.tr("Your glossary")),
            ("Ctrl+F · F3 · Shift+F3", self.tr("Find in the piece; the next match; the one before")),
            ("Ctrl+Shift+F", self.tr("Search the library")),
            ("F6 · Shift+F6", self.tr("To the next pane; to the one before")),
            ("Enter · Del", self.tr("In the library: open a piece; remove it")),
            ("Ctrl+Up · Ctrl+Down", self.tr("In the text: to the paragraph before; to the next")),
            ("Enter · Ctrl+L", self.tr("In the text: look up the Arabic word at the caret")),
            ("Ctrl+E · Ctrl+R", self.tr("Edit the paragraph's translation; have it translated again")),
            ("Ctrl+Shift+R", self.tr("Have the whole piece translated again, but for your edits")),
            ("Ctrl+I", self.tr("Who made this paragraph's translation, and when")),
            ("Ctrl+M · Ctrl+H", self.tr("Note on the selected words; highlight them")),
            ("Ctrl+D", self.tr("Bookmark the paragraph, or take its bookmark away")),
            ("Ctrl+Shift+M · Ctrl+Shift+A", self.tr("The notes on this piece; those of the whole library")),
            ("F8 · Shift+F8", self.tr("To the next place to check; to the one before")),
            ("Ctrl+Z · Ctrl+Shift+Z", self.tr("Undo or redo what you did last")),
            ("Esc", self.tr("Put a message or a card away")),
            ("F1 · Ctrl+Q", self.tr("This help; close Muwazi")),
        )
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for row, (key, meaning) in enumerate(keys):
            name = QLabel(key_name(key))
            name.setObjectName("key")
            name.setAlignment(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(name, row, 0)
            grid.addWidget(QLabel(meaning), row, 1)
        return grid
