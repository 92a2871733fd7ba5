"""The window in which a person gives the library a passphrase, or another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout

from reader.gui.side_window import SideWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH = 460
SHORT, LONG = 12, 20
"""Letters below which a passphrase is weak, and from which it is strong."""

LEAST_DIFFERENT = 7
"""A passphrase of fewer letters that differ is weak, however long."""


def strength(passphrase: str) -> int:
    """How hard a passphrase is to guess, as far as its letters tell: 0 weak, 1 fair, 2 strong."""
    different = len(set(passphrase.casefold()))
    if len(passphrase) < SHORT or different < LEAST_DIFFERENT:
        return 0
    return 2 if len(passphrase) >= LONG and different > LEAST_DIFFERENT else 1


class LockDialog(SideWindow):
    """Two lines for the same passphrase, what it is worth, and what it means to forget it."""

    chosen = Signal(str)
    """The passphrase, typed twice."""

    def __init__(self, parent: QWidget | None, *, again: bool) -> None:
        """``again`` is whether the library has a passphrase already."""
        super().__init__(parent)
        self.setObjectName("lockDialog")
        self._again = again
        self.what, self.warning, self.worth = QLabel(), QLabel(), QLabel()
        self.warning.setObjectName("dialogHeading")
        for label in (self.what, self.worth):
            label.setObjectName("panelHint")
        for label in (self.what, self.warning, self.worth):
            label.setWordWrap(True)
        self.first, self.second = QLineEdit(), QLineEdit()
        self.shown = QPushButton()
        self.shown.setCheckable(True)
        self.shown.toggled.connect(self._show_letters)
        self._show_letters(False)
        for field in (self.first, self.second):
            field.textChanged.connect(self._weigh)
            field.returnPressed.connect(self._choose)
        self.lock_button, self.cancel_button = QPushButton(), QPushButton()
        self.lock_button.clicked.connect(self._choose)
        self.cancel_button.clicked.connect(self.close)
        buttons = QDialogButtonBox()
        buttons.addButton(self.shown, QDialogButtonBox.ButtonRole.HelpRole)
        buttons.addButton(self.lock_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (self.what, self.warning, self.first, self.second, self.worth, buttons):
            column.addWidget(part)
        self.setMinimumWidth(WIDTH)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the window's words in the language of the moment."""
        self.setWindowTitle(self.tr("Change the passphrase") if self._again else self.tr("Lock the library"))
        self.what.setText(
            self.tr(
                "A passphrase encrypts the whole library on this disk: the articles, the translations, your notes, and "
                "the backups that Muwazi makes. It is asked for each time Muwazi starts. Copies that you made before, "
                "and files that you export, are as they were."
            )
        )
        self.warning.setText(
            self.tr("If you forget the passphrase, your library is lost. Nobody can open it without, nor can we.")
        )
        for field, name in (
            (self.first, self.tr("New passphrase")),
            (self.second, self.tr("The same once more")),
        ):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
        self.shown.setText(self.tr("Show what I type"))
        self.lock_button.setText(self.tr("Change") if self._again else self.tr("Lock"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._weigh()

    def _weigh(self) -> None:
        first, second = self.first.text(), self.second.text()
        worth = (
            self.tr("Easy to guess. Take four words or more that have nothing to do with each other."),
            self.tr("Fair. Another word makes it much better."),
            self.tr("Strong."),
        )
        text = worth[strength(first)] if first else self.tr("Four words or more make a good one.")
        if second and not first.startswith(second):
            text = self.tr("The two are not the same.")
        self.worth.setText(text)
        self.lock_button.setEnabled(bool(first) and first == second)

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.second):
            field.setEchoMode(mode)

    def _choose(self) -> None:
        if self.lock_button.isEnabled():
            passphrase = self.first.text()
            self.first.clear()
            self.second.clear()
            self.close()
            self.chosen.emit(passphrase)
