"""The library's passphrase, from the menu: set, changed, taken away, or given where it was not at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reader.gui.i18n import isolate
from reader.gui.lock_dialog import LockDialog
from reader.gui.passphrase_dialog import PassphraseDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QMessageBox

    from reader.gui.actions import Actions
    from reader.gui.frame import Frame
    from reader.gui.library_services import Relocked
    from reader.gui.messages import Messages
    from reader.gui.services import App
    from reader.gui.shelf import Shelf


class Locking(QObject):
    """It works on the library's lane, with the library closed meanwhile."""

    def __init__(self, app: App, shelf: Shelf, commands: Actions, messages: Messages, window: Frame) -> None:
        super().__init__(window)
        self._app, self._shelf, self._commands = app, shelf, commands
        self._messages, self._window = messages, window
        self._is_locked = self._is_shut = False
        shelf.replaced.connect(self.look)
        shelf.relocked.connect(self.look)
        commands.lock.triggered.connect(self.ask_for_new)
        commands.take_lock_away.triggered.connect(self.ask_to_take_away)
        commands.give_passphrase.triggered.connect(self.ask)
        self.look()

    def look(self) -> None:
        """Looks whether the library is locked, and offers what can be done then."""

        def work() -> Iterator[tuple[bool, bool]]:
            yield self._app.is_locked(), self._app.is_shut()

        self._shelf.run(work, self._show, self._messages.show_error)

    def ask_for_new(self) -> LockDialog:
        """Asks for a new passphrase, and locks the library with it."""
        dialog = LockDialog(self._window, again=self._is_locked)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.lock)
        dialog.show()
        return dialog

    def ask(self) -> PassphraseDialog:
        """Asks for the passphrase of a library that nobody has opened yet."""
        dialog = PassphraseDialog(self._app, self._window.page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._begin)
        dialog.open()
        return dialog

    def ask_to_take_away(self) -> QMessageBox:
        """Asks whether the passphrase is to be taken away, and does it then."""
        return self._messages.ask(
            self.tr("Remove the passphrase of the library?"),
            self.tr("Whoever uses this machine or copies its disk can then read your library and its backups."),
            self.tr("Remove the passphrase"),
            lambda: self._relock(None),
        )

    def lock(self, passphrase: str) -> None:
        """Locks the library with a passphrase."""
        self._relock(passphrase)

    def _relock(self, passphrase: str | None) -> None:
        def work() -> Iterator[Relocked]:
            self._shelf.let_go()
            yield self._app.lock(passphrase)

        def done(relocked: Relocked) -> None:
            text = self.tr("The library is in clear now.")
            if passphrase is not None:
                text = self.tr("The library is locked. Muwazi asks for the passphrase when it starts.")
            if relocked.left:
                files = isolate("، ".join(str(file) for file in relocked.left))
                text += " " + self.tr("These files stay as they were: {files}").format(files=files)
            self._messages.say(text)
            self._shelf.note_relocked()

        self._shelf.run(work, done, self._messages.show_error)

    def _begin(self) -> None:
        self._shelf.reopen()

    def _show(self, state: tuple[bool, bool]) -> None:
        was_shut = self._is_shut
        self._is_locked, self._is_shut = state
        self._commands.show_lock(locked=self._is_locked, shut=self._is_shut)
        if was_shut and not self._is_shut:  # in place of what another window may say of a library that is locked
            self._messages.say(self.tr("The library is open."))
