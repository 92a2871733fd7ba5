"""Every command of the window as an action: its words, its key, its tool tip, each in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from reader.gui.i18n import isolate, key_name
from reader.settings import INTERFACES, LAYOUTS, THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


KEYS_APART = " · "
"""What stands between two keys of one command."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it is listed: what it is called, and its keys, "" for none."""

    action: QAction
    name: str
    keys: str


class Actions(QObject):
    """The window's commands. They do nothing of themselves: the window connects them.

    ``layouts``, ``themes`` and ``languages`` are choices of one, by the setting's value.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_locked = self._is_shut = False
        self.open = self._make("Ctrl+O")
        self.open_apart = self._make("Ctrl+Return", everywhere=False)
        self.paste = self._make("Ctrl+V")
        self.save = self._make("Ctrl+S")
        self.copy = self._make("Ctrl+C")
        self.select_all = self._make("Ctrl+A")
        self.remove = self._make("Del", everywhere=False)
        self.rename = self._make("F2", everywhere=False)
        self.untrash = self._make()
        self.empty_trash = self._make()
        self.duplicates = self._make()
        self.backups = self._make()
        self.back_up = self._make()
        self.check = self._make()
        self.lock = self._make()
        self.take_lock_away = self._make()
        self.give_passphrase = self._make()
        self.star = self._make("Ctrl+B")
        self.mark_read = self._make("Ctrl+U")
        self.tag = self._make("Ctrl+T")
        self.collect = self._make("Ctrl+K")
        self.undo = self._make("Ctrl+Z")
        self.redo = self._make("Ctrl+Shift+Z")
        self.edit = self._make("Ctrl+E")
        self.translate_again = self._make("Ctrl+R")
        self.translate_all_again = self._make("Ctrl+Shift+R")
        self.about = self._make("Ctrl+I")
        self.look_up = self._make("Ctrl+L")
        self.undo_edit = self._make()
        self.highlight = self._make("Ctrl+H")
        self.note = self._make("Ctrl+M")
        self.bookmark = self._make("Ctrl+D")
        self.notes = self._make("Ctrl+Shift+M")
        self.notes.setCheckable(True)
        self.all_notes = self._make("Ctrl+Shift+A")
        self.find = self._make("Ctrl+F")
        self.find_next = self._make("F3")
        self.find_previous = self._make("Shift+F3")
        self.search = self._make("Ctrl+Shift+F")
        self.next_doubt = self._make("F8")
        self.previous_doubt = self._make("Shift+F8")
        self.doubts = self._make()
        self.doubts.setCheckable(True)
        self.larger = self._make("Ctrl++", "Ctrl+=")
        self.smaller = self._make("Ctrl+-")
        self.usual_size = self._make("Ctrl+0")
        self.english_larger = self._make("Alt++", "Alt+=")
        self.english_smaller = self._make("Alt+-")
        self.typesetting = self._make("Ctrl+Shift+T")
        self.uncover = self._make("F4", "Ctrl+Space")  # the latter changes the keyboard on many desktops
        self.print = self._make("Ctrl+P")
        self.print_preview = self._make()
        self.set_aside = self._make()
        self.set_aside.setCheckable(True)
        self.install_model = self._make()
        self.models = self._make()
        self.glossary = self._make("Ctrl+G")
        self.back = self._make("Alt+Left")
        self.forward = self._make("Alt+Right")
        self.outline = self._make("Ctrl+Shift+O")
        self.full_screen = self._make("F11")
        self.library = self._make("F9")
        self.side_panel = self._make("Shift+F9")
        for action in (self.outline, self.full_screen, self.library):
            action.setCheckable(True)
        self.library.setChecked(True)
        self.next_sentence = self._make("Alt+Down")
        self.previous_sentence = self._make("Alt+Up")
        self.next_pane = self._make("F6")
        self.previous_pane = self._make("Shift+F6")
        self.palette = self._make("Ctrl+Shift+P")
        self.new_window = self._make("Ctrl+N")
        self.close_window = self._make("Ctrl+W")
        self.next_window = self._make("Ctrl+F6")
        self.previous_window = self._make("Ctrl+Shift+F6")
        self.help = self._make("F1")
        self.quit = self._make("Ctrl+Q")
        self.menu = self._make("F10")
        self.context_menu = self._make("Shift+F10")
        self.layouts = self._choice(LAYOUTS)
        self.themes = self._choice(THEMES)
        self.languages = self._choice(INTERFACES)
        self.windows: list[QAction] = []
        """One for each window that is open, by its title, where there are several."""
        for name, action in vars(self).items():
            if isinstance(action, QAction):
                action.setObjectName(name)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every command's words in the language of the moment."""
        self._name(self.open, self.tr("Open"), self.tr("Open a saved page, text or HTML"))
        self._name(self.paste, self.tr("Paste"), self.tr("Paste an article that you copied"))
        self._name(self.copy, self.tr("Copy"), self.tr("Copy the selected text"))
        self._name(self.select_all, self.tr("Select all"), self.tr("Select the whole column"))
        self._name(self.rename, self.tr("Rename"), self.tr("Give this piece a name of your own"))
        self._name(self.untrash, self.tr("Restore"), self.tr("Take the chosen pieces out of the trash"))
        self._name(self.empty_trash, self.tr("Empty trash…"), self.tr("Delete for ever what lies in the trash"))
        self._name(
            self.duplicates,
            self.tr("Near duplicates…"),
            self.tr("Pieces that are the same article but for small differences"),
        )
        self._name(
            self.backups, self.tr("Restore a backup…"), self.tr("Put an earlier state of the library in its place")
        )
        self._name(self.back_up, self.tr("Back up now…"), self.tr("Copy the whole library to a file"))
        self._name(
            self.check,
            self.tr("Check the library"),
            self.tr("Look for faults in the library, and mend what can be"),
        )
        self._name(
            self.take_lock_away,
            self.tr("Remove the passphrase…"),
            self.tr("Have the library and its backups in clear again"),
        )
        self._name(
            self.give_passphrase, self.tr("Open the locked library…"), self.tr("Give the passphrase of the library")
        )
        self._name(self.tag, self.tr("Tags…"), self.tr("The tags of this piece"))
        self._name(self.collect, self.tr("Collections…"), self.tr("The collections that this piece is in"))
        self._name(self.edit, self.tr("Edit the translation"), self.tr("Edit the translation of this paragraph"))
        self._name(
            self.translate_again,
            self.tr("Translate again"),
            self.tr("Have this paragraph translated again; your own wording can be brought back"),
        )
        self._name(
            self.translate_all_again,
            self.tr("Translate the piece again"),
            self.tr("Have the whole piece translated again, but for what you have edited"),
        )
        self._name(self.about, self.tr("About this translation"), self.tr("Who made this translation, and when"))
        self._name(self.look_up, self.tr("Look up the word"), self.tr("Look up the Arabic word at the caret"))
        self._name(self.undo_edit, self.tr("Undo this edit"), self.tr("Go back to what stood here before the edit"))
        self._name(self.highlight, self.tr("Highlight"), self.tr("Highlight the selected words"))
        self._name(self.note, self.tr("Note…"), self.tr("Write a note on the selected words"))
        self._name(self.bookmark, self.tr("Bookmark"), self.tr("Bookmark this paragraph, or take its bookmark away"))
        self._name(self.notes, self.tr("Notes"), self.tr("Notes, highlights and bookmarks of this piece"))
        self._name(self.all_notes, self.tr("All notes…"), self.tr("The notes and bookmarks of the whole library"))
        self._name(self.find, self.tr("Find in this piece"), self.tr("Find words in the text or its translation"))
        self._name(self.find_next, self.tr("Next match"), self.tr("Go to the next match"))
        self._name(self.find_previous, self.tr("Match before"), self.tr("Go to the match before"))
        self._name(self.search, self.tr("Search the library"), self.tr("Search all pieces of the library"))
        self._name(self.next_doubt, self.tr("Next place to check"), self.tr("Go to the next place to check"))
        self._name(self.previous_doubt, self.tr("Previous place to check"), self.tr("Go to the place to check before"))
        self._name(self.doubts, self.tr("Places to check"), self.tr("Where the translation may be wrong"))
        self._name(self.larger, self.tr("Larger type"), self.tr("Larger type"))
        self._name(self.smaller, self.tr("Smaller type"), self.tr("Smaller type"))
        self.larger.setIconText(key_name("+A"))
        self.smaller.setIconText(key_name("-A"))
        self._name(self.usual_size, self.tr("Usual size"), self.tr("Type in its usual size"))
        self._name(self.english_larger, self.tr("Larger English"), self.tr("The English alone in larger type"))
        self._name(self.english_smaller, self.tr("Smaller English"), self.tr("The English alone in smaller type"))
        self._name(
            self.typesetting,
            self.tr("Type…"),
            self.tr("Sizes, spacing, width and faces; vowel marks and digits"),
        )
        self._name(
            self.uncover,
            self.tr("Show the English here"),
            self.tr(
                "In the layout “On demand”: show the English of this sentence, then of its paragraph; cover it again"
            ),
        )
        self._name(self.print, self.tr("Print…"), self.tr("Print the article with its translation"))
        self._name(self.print_preview, self.tr("Print preview…"), self.tr("See the pages before they are printed"))
        self._name(self.set_aside, self.tr("Lines set aside"), self.tr("What was on the page and is not the article"))
        self._name(self.install_model, self.tr("Install a model…"), self.tr("Install a translation model from a file"))
        self._name(
            self.models, self.tr("Models…"), self.tr("The translation models: choose, install, download, remove")
        )
        self._name(
            self.glossary, self.tr("Glossary…"), self.tr("Your own terms and the translations you want for them")
        )
        self._name(self.back, self.tr("Back"), self.tr("Go back to where you were"))
        self._name(self.forward, self.tr("Forward"), self.tr("Go forward again"))
        self._name(self.outline, self.tr("Outline"), self.tr("The subheadings of this article"))
        self._name(self.full_screen, self.tr("Full screen"), self.tr("Give the whole screen to the text"))
        self._name(self.library, self.tr("Library at the side"), self.tr("Show or hide the library"))
        self._name(self.side_panel, self.tr("Panel at the side"), self.tr("Show or hide the panel beside the text"))
        self._name(self.next_sentence, self.tr("Next sentence"), self.tr("Light the next sentence, on both sides"))
        self._name(
            self.previous_sentence, self.tr("Sentence before"), self.tr("Light the sentence before, on both sides")
        )
        self._name(self.next_pane, self.tr("Next pane"), self.tr("Move to the next pane"))
        self._name(self.previous_pane, self.tr("Previous pane"), self.tr("Move to the pane before"))
        self._name(self.palette, self.tr("All commands…"), self.tr("Find a command by its name"))
        self._name(
            self.open_apart, self.tr("Open in a new window"), self.tr("Open what is chosen in a window of its own")
        )
        self._name(self.new_window, self.tr("New window"), self.tr("Open a second window on what is open here"))
        self._name(self.close_window, self.tr("Close the window"), self.tr("Close this window and leave the others"))
        self._name(self.next_window, self.tr("Next window"), self.tr("Go to the next of the open windows"))
        self._name(self.previous_window, self.tr("Previous window"), self.tr("Go to the window before this one"))
        self._name(self.help, self.tr("Help"), self.tr("First steps, and the keys"))
        self._name(self.menu, self.tr("View"), self.tr("Layout, type, theme, language, models and the lines set aside"))
        self._name(self.context_menu, self.tr("Menu of this place"), self.tr("What can be done where the keyboard is"))
        self._name(self.quit, self.tr("Quit"), self.tr("Close all windows; they open again at the next start"))
        layouts = self.tr("Side by side"), self.tr("Stacked"), self.tr("Arabic"), self.tr("On demand")
        tips = (
            self.tr("Arabic on the right, English on the left; below it where two columns have no room"),
            self.tr("English below each Arabic paragraph"),
            self.tr("The Arabic alone"),
            self.tr("The Arabic alone; the English of a paragraph when you point at it or press {key}").format(
                key=key_name(self.uncover.shortcut().toString())
            ),
        )
        for value, text, tip in zip(LAYOUTS, layouts, tips, strict=True):
            self._name(self.layouts[value], text, tip)
        themes = (
            self.tr("As the desktop"),
            self.tr("Light"),
            self.tr("Dark"),
            self.tr("Sepia"),
            self.tr("High contrast"),
            self.tr("High contrast, dark"),
        )
        for value, text in zip(THEMES, themes, strict=True):
            self._name(self.themes[value], text, text)
        # A language is named in itself, so that whoever reads no other finds it.
        for value, text in zip(INTERFACES, (self.tr("As the desktop"), "English", "العربية"), strict=True):
            self._name(self.languages[value], text, text)
        self.show_saved(saved=False, can_save=False)
        self.show_undo("", "")
        self.show_lock(locked=self._is_locked, shut=self._is_shut)
        self.show_pieces(starred=False, read=False, in_trash=False)

    def all(self) -> list[Command]:
        """Every command, by the name that it has in the language of the moment, in the order in which they are made."""
        choices = (
            (self.layouts, self.tr("Layout: {name}")),
            (self.themes, self.tr("Theme: {name}")),
            (self.languages, self.tr("Language: {name}")),
        )
        single = [one for one in vars(self).values() if isinstance(one, QAction)]
        # Where there is nothing to save, the button says that it is done: the command is called as ever.
        names = {self.save: self.tr("Save")}
        found = [Command(one, names.get(one, _name_of(one)), _keys_of(one)) for one in single]
        for choice, phrase in choices:
            found += [Command(one, phrase.format(name=_name_of(one)), "") for one in choice.values()]
        phrase = self.tr("Window: {name}")
        others = [one for one in self.windows if not one.isChecked()]
        found += [Command(one, phrase.format(name=isolate(one.toolTip())), "") for one in others]
        return found

    def show_windows(self, windows: Sequence[QAction]) -> None:
        """Offers these, one for each of the windows that are open; none where it is but one."""
        self.windows = list(windows)
        for action in (self.next_window, self.previous_window):
            action.setEnabled(len(self.windows) > 1)

    def show_lock(self, *, locked: bool, shut: bool) -> None:
        """Offers what can be done about the library's passphrase: it has one, and it has not been given yet."""
        self._is_locked, self._is_shut = locked, shut
        if locked:
            self._name(self.lock, self.tr("Change the passphrase…"), self.tr("Lock the library with another one"))
        else:
            self._name(self.lock, self.tr("Lock the library…"), self.tr("Encrypt the library with a passphrase"))
        self.lock.setVisible(not shut)
        self.take_lock_away.setVisible(locked and not shut)
        self.give_passphrase.setVisible(shut)

    def show_undo(self, undo: str, redo: str) -> None:
        """Says on the two commands what they would undo and redo: the names of steps, "" for nothing."""
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        if undo:
            step = QCoreApplication.translate("steps", undo)
            self._name(self.undo, self.tr("Undo: {step}").format(step=step), self.tr("Take back what was done last"))
        else:
            self._name(self.undo, self.tr("Undo"), self.tr("Nothing to undo"))
        if redo:
            step = QCoreApplication.translate("steps", redo)
            self._name(self.redo, self.tr("Redo: {step}").format(step=step), self.tr("Make again what was undone last"))
        else:
            self._name(self.redo, self.tr("Redo"), self.tr("Nothing to redo"))

    def show_saved(self, *, saved: bool, can_save: bool) -> None:
        """Says on the save command whether what is open is in the library."""
        self.save.setEnabled(can_save)
        self._name(
            self.save,
            self.tr("Saved ✓") if saved else self.tr("Save"),
            self.tr("This piece is in the library") if saved else self.tr("Save to the library"),
        )

    def show_pieces(self, *, starred: bool, read: bool, in_trash: bool) -> None:
        """Says on the commands for pieces what they would do to those that they are about."""
        self._name(
            self.star,
            self.tr("Remove the star") if starred else self.tr("Star"),
            self.tr("Take the star from this piece") if starred else self.tr("Give this piece a star"),
        )
        self._name(
            self.mark_read,
            self.tr("Mark as unread") if read else self.tr("Mark as read"),
            self.tr("Say that this piece is still to be read") if read else self.tr("Say that this piece is read"),
        )
        self._name(
            self.remove,
            self.tr("Delete for ever…") if in_trash else self.tr("Move to the trash"),
            self.tr("Delete this piece for ever") if in_trash else self.tr("Move this piece to the trash"),
        )

    def _make(self, *keys: str, everywhere: bool = True) -> QAction:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        if everywhere:
            self._window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _choice(self, values: Sequence[str]) -> dict[str, QAction]:
        group = QActionGroup(self)
        made = {}
        for value in values:
            action = QAction(group)
            action.setCheckable(True)
            action.setData(value)
            made[value] = action
        return made

    def _name(self, action: QAction, text: str, tip: str) -> None:
        pressed = action.shortcut().toString()  # an empty sequence is true to Python
        key = key_name(pressed)
        # What follows a tab is what a menu shows for the key; of itself a mirrored menu turns "Ctrl++" round.
        action.setText(f"{text}\t{key}" if pressed else text)
        action.setIconText(text)
        action.setToolTip(f"{tip} ({key})" if pressed else tip)


def _name_of(action: QAction) -> str:
    return action.text().partition("\t")[0]


def _keys_of(action: QAction) -> str:
    return KEYS_APART.join(key.toString() for key in action.shortcuts())
