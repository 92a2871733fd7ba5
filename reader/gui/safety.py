"""The library as a whole: backed up, put back, looked through, and saved from damage; each when a person asks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from reader.errors import LibraryError
from reader.gui.backups_dialog import BackupsDialog, moment_text
from reader.gui.i18n import isolate
from reader.gui.messages import error_text
from reader.gui.passphrase_dialog import PassphraseDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.gui.desk import Desk
    from reader.gui.frame import Frame
    from reader.gui.library_services import Backup, Finding, Report, Rescued
    from reader.gui.messages import Messages
    from reader.gui.services import App
    from reader.gui.shelf import Shelf
    from reader.gui.steps import Steps

DAMAGE = ("library.damaged", "library.not_ours")
"""What is said of a library of which the readable rest can be rescued."""


LOCKED = ("library.locked", "library.wrong_passphrase")
"""What is said of a file whose passphrase is not known."""


class Safety(QObject):
    """Backs the library up, restores, checks and rescues it, on the library's lane. Once another library has taken its
    place nothing that was done to the old one can be undone, and what is open is looked for anew."""

    passphrase_asked = Signal()
    """The library is locked, and somebody would give its passphrase."""

    def __init__(self, app: App, shelf: Shelf, desk: Desk, steps: Steps, messages: Messages, window: Frame) -> None:
        super().__init__(window)
        self._app, self._shelf, self._desk, self._steps = app, shelf, desk, steps
        self._messages, self._window = messages, window
        self.dialog: BackupsDialog | None = None
        shelf.replaced.connect(self._begin_anew)

    def show_backups(self) -> BackupsDialog:
        """Opens the window of the backups, or brings it to the front, with those there are now."""
        if self.dialog is None:
            self.dialog = BackupsDialog(self._window)
            self.dialog.restore_asked.connect(self.restore)
            self.dialog.file_asked.connect(self._restore_file)
        dialog = self.dialog
        self._run(self._app.backups, dialog.show_backups)
        dialog.show()
        dialog.activateWindow()
        dialog.table.setFocus()
        return dialog

    def ask_where_to_back_up(self) -> None:
        """Asks for a file, and copies the library there."""
        name, _ = QFileDialog.getSaveFileName(
            self._window.page,
            self.tr("Back up the library"),
            "muwazi-backup.sqlite3",
            self.tr("Backups of the library (*.sqlite3);;All files (*)"),
        )
        if name:
            self.back_up(Path(name))

    def back_up(self, file: Path) -> None:
        """Copies the library to a file."""
        text = self.tr("The library was copied to {path}.").format(path=isolate(str(file)))
        self._run(lambda: self._app.backup(file), lambda _: self._messages.say(text))

    def restore(self, backup: Backup) -> None:
        """Puts a backup in the library's place."""
        text = self.tr("The backup of {date} is now the library.").format(date=moment_text(backup.made))
        self._restore(backup.file, text)

    def check(self) -> None:
        """Looks the library through, and says what it found."""
        self._run(self._app.check, self._say_found)

    def note_failure(self, error: Exception) -> None:
        """Says why the library cannot be used; where it is damaged, with a button that saves what can be read."""
        again = partial(self.note_failure, error)
        if isinstance(error, LibraryError) and error.code in DAMAGE:
            self._messages.say_wrong(error_text(error), self.tr("Save what can be read"), self.rescue, again)
        elif isinstance(error, LibraryError) and error.code == "library.locked":
            self._messages.say_wrong(error_text(error), self.tr("Open it…"), self.passphrase_asked.emit, again)
        else:
            self._messages.show_error(error)

    def rescue(self) -> None:
        """Saves what can be read of a damaged library into a sound one in its place."""
        self._run(self._app.rescue, self._say_rescued)

    def _run(
        self,
        work: Callable[[], object],
        then: Callable[..., None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        def steps() -> Iterator[object]:
            yield work()

        self._shelf.run(steps, then, otherwise or self.note_failure)

    def _restore(self, file: Path, text: str) -> None:
        def done(_: object) -> None:
            self._shelf.reopen()
            self._messages.say(text)
            if self.dialog is not None:
                self.dialog.close()

        def ask(error: Exception) -> None:
            if not (isinstance(error, LibraryError) and error.code in LOCKED and error.data["path"] == file):
                self.note_failure(error)
                return
            dialog = PassphraseDialog(self._app, self._window.page, file=file)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._restore(file, text))
            dialog.open()

        def work() -> None:
            self._shelf.let_go()  # a locked backup takes the very place of a library that is in clear
            self._app.restore(file)

        self._run(work, done, ask)

    def _restore_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.dialog or self._window.page,
            self.tr("Restore a backup"),
            "",
            self.tr("Backups of the library (*.sqlite3);;All files (*)"),
        )
        if name:
            self._restore(Path(name), self.tr("The backup is now the library."))

    def _begin_anew(self) -> None:
        """In whichever window that was done: steps of the old library cannot be taken back in this one."""
        self._steps.clear()
        self._desk.find_again()

    def _say_found(self, report: Report) -> None:
        if report.problems:
            text = self.tr("The library is damaged: {what}").format(what=_list(report.problems))
            again = partial(self._say_found, report)
            self._messages.say_wrong(text, self.tr("Save what can be read"), self.rescue, again)
        elif report.repaired:
            self._messages.say(self.tr("The library was mended: {what}").format(what=_list(report.repaired)))
            self._shelf.refresh()
        else:
            self._messages.say(self.tr("Nothing is wrong with the library."))

    def _say_rescued(self, rescued: Rescued) -> None:
        self._shelf.reopen()
        text = self.tr(
            "Saved into a sound library: {pieces} pieces, {notes} notes. The damaged file is kept as {path}."
        )
        saved = rescued.saved
        self._messages.say(
            text.format(pieces=saved["pieces"], notes=saved["annotations"], path=isolate(str(rescued.kept)))
        )


def _list(findings: Sequence[Finding]) -> str:
    return " ".join(error_text(LibraryError(one.code, **one.data)) for one in findings[:3])
