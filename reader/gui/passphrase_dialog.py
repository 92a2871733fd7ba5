"""The dialog that asks for the passphrase of a locked library: at the start, or from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout

from reader.errors import ReaderError
from reader.gui.jobs import Lane
from reader.gui.messages import ERROR, MessageBar, error_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from reader.gui.services import App

WITHOUT = 2
"""The result where somebody wants to read without the library; the others are Qt's own."""

WIDTH = 440


class PassphraseDialog(QDialog):
    """It closes as accepted once the library is open. ``at_start`` it can also be done without."""

    def __init__(
        self, app: App, parent: QWidget | None = None, *, file: Path | None = None, at_start: bool = False
    ) -> None:
        """``file`` is the backup that is meant rather than the library."""
        super().__init__(parent)
        self.setObjectName("passphraseDialog")
        self._app, self._file, self._at_start = app, file, at_start
        self._lane = Lane("passphrase", parent=self)
        self.heading, self.hint = QLabel(), QLabel()
        self.heading.setObjectName("dialogHeading")
        self.hint.setObjectName("panelHint")
        self.hint.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.bar = MessageBar(closable=False)
        self.open_button, self.without_button, self.cancel_button = QPushButton(), QPushButton(), QPushButton()
        self.open_button.setEnabled(False)
        self.without_button.setVisible(at_start)
        self.field.textChanged.connect(self._note_text)
        self.open_button.clicked.connect(self.try_it)
        self.without_button.clicked.connect(lambda: self.done(WITHOUT))
        self.cancel_button.clicked.connect(self.reject)
        buttons = QDialogButtonBox()
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        if at_start:
            buttons.addButton(self.without_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (self.heading, self.hint, self.field, self.bar, buttons):
            column.addWidget(part)
        self.open_button.setDefault(True)  # Enter is its own for good only once it is the dialog's
        self.setMinimumWidth(WIDTH)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the dialog's words in the language of the moment."""
        self.setWindowTitle(self.tr("Muwazi"))
        self.heading.setText(self.tr("The backup is locked") if self._file else self.tr("Your library is locked"))
        self.hint.setText(self.tr("Type its passphrase to open it. It is not kept anywhere on this machine."))
        self.field.setPlaceholderText(self.tr("Passphrase"))
        self.field.setAccessibleName(self.tr("Passphrase of the library"))
        self.open_button.setText(self.tr("Open"))
        self.without_button.setText(self.tr("Read without the library"))
        self.cancel_button.setText(self.tr("Quit") if self._at_start else self.tr("Cancel"))

    def try_it(self) -> None:
        """Tries what was typed, out of the window's way: it takes a moment, on purpose."""
        passphrase = self.field.text()

        def work() -> Iterator[None]:
            self._app.unlock(passphrase, self._file)
            yield

        self._rest(True)
        self._lane.run(work, on_done=self.accept, on_error=self._say_wrong)

    def done(self, result: int) -> None:
        """Forgets what was typed, and ends the work."""
        self.field.clear()
        self._lane.close(finish=True)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._lane.close(finish=True)
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _note_text(self, text: str) -> None:
        self.open_button.setEnabled(bool(text))

    def _rest(self, under_way: bool) -> None:
        self.field.setReadOnly(under_way)  # disabled it would hand the keys, and the next Enter, to another button
        self.open_button.setEnabled(not under_way)

    def _say_wrong(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self._rest(False)
        wrong = error.code == "library.wrong_passphrase"
        what = self.tr("That is not its passphrase. Mind the keyboard’s language, capital letters and spaces.")
        self.bar.say(what if wrong else error_text(error), ERROR)
        self._column.activate()
        # A line that wraps asks for its height only once it has a width.
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self.field.selectAll()
        self.field.setFocus()
