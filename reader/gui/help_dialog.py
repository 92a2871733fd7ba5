"""The help of F1: the first steps and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from reader.gui.i18n import key_name
from reader.gui.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.gui.actions import Actions, Command

WIDTH = 860
"""Pixels, as far as the window is that wide."""


class HelpDialog(QDialog):
    """What to do first, and which key does what."""

    def __init__(self, commands: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands, self._window = commands, parent.window()
        self._column = QVBoxLayout(self)

    def opening(self) -> Iterator[None]:
        """Shows it, in steps: it has many lines."""
        yield from self._writing()
        yield
        if isValid(self):
            self.show()

    def retranslate(self) -> None:
        """Writes all of it in the language of the moment."""
        for _ in self._writing():
            pass

    def _writing(self) -> Iterator[None]:
        self.setWindowTitle(self.tr("Help"))
        column, commands, window = self._column, self._commands, self._window
        while (item := column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
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
            column.addWidget(Prose(step))
        column.addSpacing(6)
        column.addWidget(self._heading(self.tr("Keys")))
        keys = QScrollArea()
        keys.setObjectName("cards")
        keys.setFrameShape(QScrollArea.Shape.NoFrame)
        keys.setWidgetResizable(True)
        keys.setAccessibleName(self.tr("Keys"))
        column.addWidget(keys, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        keys.setFocus()
        page = self._keys(commands.all())
        page.setObjectName("cardList")
        yield
        if not isValid(keys):
            return
        keys.setWidget(page)
        self.setMinimumWidth(min(WIDTH, window.width()))
        room = self.screen().availableSize().height() * 0.9
        # Lines that wrap have no height until they have a width, and Qt asks for theirs too late.
        rest = column.totalHeightForWidth(WIDTH) - keys.sizeHint().height()
        self.resize(WIDTH, min(rest + page.heightForWidth(WIDTH - 72) + 4, round(room)))

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName("dialogHeading")
        return label

    def _keys(self, commands: Sequence[Command]) -> QWidget:
        """The keys of every command that has any and then those that belong to a place, in two columns."""
        table = [(one.keys, one.name) for one in commands if one.keys]
        table += [
            ("Enter", self.tr("In the text: look up the Arabic word at the caret")),
            ("Ctrl+Up · Ctrl+Down", self.tr("In the text: to the paragraph before; to the next")),
            ("Shift+← · Shift+→", self.tr("In the text: select; with Ctrl word by word")),
            ("Enter", self.tr("In the library: open a piece; on a button: press it")),
            ("Esc", self.tr("Put a message or a card away; back to the text")),
        ]
        half = (len(table) + 1) // 2
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        for number, (key, meaning) in enumerate(table):
            column, row = divmod(number, half)
            name = QLabel(key_name(key))
            name.setObjectName("key")
            name.setAlignment(edge | Qt.AlignmentFlag.AlignTop)
            says = Prose(meaning)
            says.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, row, 2 * column)
            grid.addWidget(says, row, 2 * column + 1)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        return page
