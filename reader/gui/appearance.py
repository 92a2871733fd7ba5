"""What the window looks like and speaks: the choices of the view menu, applied and remembered."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from reader.gui import theme
from reader.gui.reading_options import ReadingOptions
from reader.gui.side_window import SideWindow
from reader.gui.type_dialog import TypeDialog
from reader.settings import MAX_ENGLISH_SHARE, MAX_FONT_SIZE, MIN_ENGLISH_SHARE, MIN_FONT_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from reader.gui.actions import Actions
    from reader.gui.frame import Frame
    from reader.gui.library_panel import LibraryPanel
    from reader.gui.look import Look
    from reader.gui.pair_view import PairView
    from reader.gui.preferences import Preferences
    from reader.gui.turns import Turns

SIZE_STEP = 2.0
"""Points that one press of +A adds to the Arabic's size."""

ENGLISH_STEP = 0.05
"""What one press adds to the English's share."""


SETTING = frozenset({"layout", *(one.name for one in fields(ReadingOptions))})
"""The settings by which the text is set."""

SOON = 40
"""Milliseconds after which a window takes over what was chosen in another, which is painted first."""


class Appearance(QObject):
    """The layout, the theme, the language and the size of the type, as the reader chooses them."""

    worn = Signal(object)
    """The Theme that the window has from now on."""

    hinted = Signal(str)
    """Why what was chosen cannot be seen yet."""

    def __init__(
        self,
        preferences: Preferences,
        look: Look,
        commands: Actions,
        view: PairView,
        library: LibraryPanel,
        window: Frame,
        turns: Turns,
    ) -> None:
        super().__init__(window)
        self._turns = turns
        self._worn: theme.Theme | None = None
        self._preferences, self._look, self._commands = preferences, look, commands
        self._view, self._library, self._window = view, library, window
        commands.larger.triggered.connect(lambda: self._resize_type(view.arabic_size() + SIZE_STEP))
        commands.smaller.triggered.connect(lambda: self._resize_type(view.arabic_size() - SIZE_STEP))
        commands.usual_size.triggered.connect(self._usual_size)
        commands.english_larger.triggered.connect(lambda: self._resize_english(ENGLISH_STEP))
        commands.english_smaller.triggered.connect(lambda: self._resize_english(-ENGLISH_STEP))
        commands.typesetting.triggered.connect(self.show_type)
        commands.uncover.triggered.connect(view.walk.uncover)
        view.cover.name_key(commands.uncover.shortcut().toString())
        self.type_dialog: TypeDialog | None = None
        for value, action in commands.layouts.items():
            action.triggered.connect(lambda _=False, value=value: self.choose_layout(value))
        for value, action in commands.themes.items():
            action.triggered.connect(lambda _=False, value=value: self.choose_theme(value))
        for value, action in commands.languages.items():
            action.triggered.connect(lambda _=False, value=value: self.choose_language(value))
        view.divider.shared.connect(lambda share: self.choose_options(replace(view.options(), arabic_width=share)))
        view.size_changed.connect(self._note_size)
        for signal in theme.desktop_signals():
            signal.connect(self._follow_desktop)
        preferences.changed.connect(self._follow_settings)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(lambda: turns.add(self._catching_up()))

    def apply(self) -> None:
        """Applies the settings as they are."""
        self._show_choices()
        self._set_text()
        self._wear_theme(self._preferences.now.theme)

    def choose_layout(self, value: str) -> None:
        """Sets the text side by side, stacked, or in Arabic alone."""
        self._preferences.change(layout=value)
        self._turns.add(self._laying_out(value))

    def _laying_out(self, value: str) -> Iterator[None]:
        if isValid(self._window):
            yield from self._view.preparing_mode(value)
            yield
        if not isValid(self._window):
            return
        self._set_layout(value)
        if self._view.is_narrow():
            self.hinted.emit(
                self.tr(
                    "There is no room for two columns of type of this size. Until there is, the English stands below "
                    "each Arabic paragraph."
                )
            )

    def choose_options(self, options: ReadingOptions) -> None:
        """Sets the text another way: sizes, spacing, width, faces, marks and digits."""
        self._view.set_options(options)
        self._note_options()

    def show_type(self) -> None:
        """Opens the small window in which the type is chosen, or brings it to the front."""
        if self.type_dialog is None:
            self.type_dialog = dialog = TypeDialog(self._window)
            dialog.chosen.connect(self.choose_options)
        self.type_dialog.show_options(self._view.options())
        self.type_dialog.show()
        self.type_dialog.activateWindow()

    def choose_theme(self, value: str) -> None:
        """Takes other colours; for "system", the desktop's."""
        self._wear_theme(value)
        self._preferences.change(theme=value)

    def choose_language(self, value: str) -> None:
        """Speaks another language, English, Arabic or the desktop's."""
        self._preferences.change(ui=value)
        self._look.speak(value)

    def dress(self) -> None:
        """Dresses the window for the theme and the language of the moment, where it is seen in a turn of its own."""
        others = [part for part in self._window.dressed() if part.styleSheet() != self._look.sheet()]
        if others and self._window.isVisible():
            self._window.hold_paint()  # or it would be seen half in the old colours
            self._turns.add(self._dressing())
            return
        for part in others:
            self._look.dress(part)
        self._window.release_paint()

    def _dressing(self) -> Iterator[None]:
        for part in self._window.dressed() if isValid(self._window) else ():
            if isValid(part):
                self._look.dress(part)
                yield
        if isValid(self._window):
            self._window.release_paint()
            yield  # and it is painted before the next one is dressed
        for dialog in self._window.findChildren(SideWindow) if isValid(self._window) else ():
            if isValid(dialog):
                dialog.wear(self._look.sheet())
                yield

    def _show_choices(self) -> None:
        now = self._preferences.now
        self._commands.layouts[now.layout].setChecked(True)
        self._commands.themes[now.theme].setChecked(True)
        self._commands.languages[now.ui].setChecked(True)

    def _set_text(self) -> None:
        """Sets the text as the settings say."""
        now = self._preferences.now
        self._set_layout(now.layout)
        self._view.set_options(ReadingOptions.of(now))
        self._note_size(now.arabic_size)

    def _follow_settings(self, names: AbstractSet[str]) -> None:
        """Takes over what was chosen in another window; of what was chosen here nothing changes any more."""
        if names & {"layout", "theme", "ui"}:
            self._show_choices()
        if "theme" in names:
            self._follow_theme()
        if "ui" in names and not self._look.speaks(self._preferences.now.ui):
            self._window.hold_paint()  # till it has been told, and is dressed
            self._soon.start()
        if names & SETTING:
            self._soon.start()

    def _follow_theme(self) -> None:
        if self._worn != theme.resolve(self._preferences.now.theme):
            self._window.hold_paint()
            self._soon.start()

    def _catching_up(self) -> Iterator[None]:
        """Takes over what this window does not show yet, unless it has been closed meanwhile."""
        now = self._preferences.now
        if not isValid(self._window):
            return
        if self._worn != theme.resolve(now.theme):
            self._wear_theme(now.theme)
        else:
            self.dress()
        yield
        if isValid(self._window):
            self._set_text()

    def _wear_theme(self, choice: str) -> None:
        self._worn = worn = self._look.wear(choice)
        self.dress()
        self._view.set_theme(worn)
        self._library.set_theme(worn)
        self.worn.emit(worn)

    def _follow_desktop(self) -> None:
        if self._preferences.now.theme == "system":
            self._follow_theme()

    def _resize_type(self, points: float) -> None:
        self._view.set_arabic_size(min(MAX_FONT_SIZE, max(MIN_FONT_SIZE, points)))

    def _set_layout(self, value: str) -> None:
        self._view.set_mode(value)
        self._commands.uncover.setEnabled(value == "demand")

    def _usual_size(self) -> None:
        usual = ReadingOptions()
        now = self._view.options()
        self.choose_options(replace(now, arabic_size=usual.arabic_size, english_share=usual.english_share))

    def _resize_english(self, step: float) -> None:
        now = self._view.options()
        share = min(max(round(now.english_share + step, 2), MIN_ENGLISH_SHARE), MAX_ENGLISH_SHARE)
        self.choose_options(replace(now, english_share=share))

    def _note_options(self) -> None:
        """Remembers how the text is set now."""
        options = self._view.options()
        changes = options.changes(ReadingOptions.of(self._preferences.now))
        if changes:
            self._preferences.change(**changes)
        if self.type_dialog is not None:
            self.type_dialog.show_options(options)
        self._commands.english_larger.setEnabled(options.english_share < MAX_ENGLISH_SHARE)
        self._commands.english_smaller.setEnabled(options.english_share > MIN_ENGLISH_SHARE)

    def _note_size(self, points: float) -> None:
        self._note_options()
        self._commands.larger.setEnabled(points < MAX_FONT_SIZE)
        self._commands.smaller.setEnabled(points > MIN_FONT_SIZE)
