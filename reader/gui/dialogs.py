"""The windows beside a main window: each is loaded and made when it is asked for first, and closes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from reader.gui.side_window import SideWindow

if TYPE_CHECKING:
    from reader.gui.all_notes_dialog import AllNotesDialog
    from reader.gui.glossary_dialog import GlossaryDialog
    from reader.gui.models_dialog import ModelsDialog
    from reader.gui.services import App
    from reader.gui.shared import Shared
    from reader.gui.window import MainWindow

Dialog = TypeVar("Dialog", bound=QDialog)


class Dialogs(QObject):
    """Opens them, or brings them to the front. ``models``, ``glossary`` and ``all_notes`` stay when they are closed,
    and are None until they have been opened."""

    def __init__(self, window: MainWindow, app: App, shared: Shared) -> None:
        super().__init__(window)
        self._window, self._app, self._shared = window, app, shared
        self.models: ModelsDialog | None = None
        self.glossary: GlossaryDialog | None = None
        self.all_notes: AllNotesDialog | None = None
        does = window.commands
        does.models.triggered.connect(self.show_models)
        does.glossary.triggered.connect(self.show_glossary)
        does.all_notes.triggered.connect(self.show_all_notes)
        does.help.triggered.connect(self.show_help)
        does.palette.triggered.connect(self.show_palette)

    def show_models(self) -> ModelsDialog:
        """The translation models."""
        if self.models is None:
            from reader.gui.models_dialog import ModelsDialog

            desk, preferences = self._window.desk, self._shared.preferences
            self.models = dialog = ModelsDialog(self._shared.models, self._app.report_bug, self._window)
            dialog.install_asked.connect(desk.install)
            desk.installed.connect(dialog.say_installed)
            desk.not_installed.connect(dialog.say_not_installed)
            dialog.stand(preferences.now.models_geometry)
            dialog.put_away.connect(lambda state: preferences.change(models_geometry=state))
        return _to_front(self.models)

    def show_glossary(self) -> GlossaryDialog:
        """The glossary."""
        if self.glossary is None:
            from reader.gui.glossary_dialog import GlossaryDialog

            preferences = self._shared.preferences
            self.glossary = dialog = GlossaryDialog(self._shared.glossary, self._app.report_bug, self._window)
            dialog.stand(preferences.now.glossary_geometry)
            dialog.put_away.connect(lambda state: preferences.change(glossary_geometry=state))
        return _to_front(self.glossary)

    def show_all_notes(self) -> AllNotesDialog:
        """The page of all notes."""
        if self.all_notes is None:
            from reader.gui.all_notes_dialog import AllNotesDialog
            from reader.gui.notebook import Notebook

            window, preferences = self._window, self._shared.preferences
            notebook = Notebook(window.shelf, window.marking, window)
            self.all_notes = dialog = AllNotesDialog(notebook, window.marks.theme, window)
            dialog.stand(preferences.now.notes_geometry)
            dialog.put_away.connect(lambda state: preferences.change(notes_geometry=state))
            dialog.go_asked.connect(window.marks.go)
            dialog.undo_asked.connect(window.steps.undo)
            window.appearance.worn.connect(dialog.set_theme)
            notebook.failed.connect(window.messages.show_error)
        return _to_front(self.all_notes)

    def show_help(self) -> None:
        """The first steps and the keys; a new one each time."""
        from reader.gui.help_dialog import HelpDialog

        self._shared.turns.add(HelpDialog(self._window.commands, self._window.page).opening())

    def show_palette(self) -> None:
        """All commands by their names; a new one each time."""
        from reader.gui.command_palette import CommandPalette

        usable = [one for one in self._window.commands.all() if one.action.isEnabled() and one.action.isVisible()]
        CommandPalette(usable, self._window.page).open()

    def close(self) -> None:
        """Closes all that are open."""
        for dialog in self._window.findChildren(SideWindow):
            dialog.close()


def _to_front(dialog: Dialog) -> Dialog:
    dialog.show()
    dialog.activateWindow()
    return dialog
