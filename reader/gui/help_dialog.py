"""The help of F1: the first steps and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout

from reader.gui.i18n import key_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HelpDialog(QDialog):
    """What to do first, and which key does what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._heading(self.tr("First steps")))
        for step in (
            self.tr("Copy an article from a news page, then press Ctrl+V here. Or open a saved page, or drop one in."),
            self.tr("Each Arabic paragraph stands beside its English. Point at a sentence to see it on both sides."),
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
        self.setMinimumWidth(520)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName("dialogHeading")
        return label

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        keys = (
            ("Ctrl+O", self.tr("Open a saved page")),
            ("Ctrl+V", self.tr("Paste an article")),
            ("Ctrl+S", self.tr("Save to the library")),
            ("Ctrl+C · Ctrl+A", self.tr("Copy the selection; select the whole column")),
            ("Ctrl++ · Ctrl+- · Ctrl+0", self.tr("Larger, smaller, usual type")),
            ("Ctrl+G", self.tr("Your glossary")),
            ("F6 · Shift+F6", self.tr("To the next pane; to the one before")),
            ("Enter · Del", self.tr("In the library: open a piece; remove it")),
            ("Ctrl+Z", self.tr("Bring back a removed piece")),
            ("Esc", self.tr("Put a message away")),
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
