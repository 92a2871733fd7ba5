"""The row of controls over the text: open, paste, save, the layout, the size of the type, and the view menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from reader.gui import fonts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAction, QResizeEvent

    from reader.gui.actions import Actions

LABEL_RATIO = 1.3
"""The size of حجم الخط by that of the buttons' type: Amiri is drawn small in its em."""

LEAST_WIDTH = 560
"""Pixels below which not even the most needed controls fit."""


def _button(action: QAction) -> QToolButton:
    """A button for an action: its words, its tool tip and whether it can be used follow the action."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


class Segments(QFrame):
    """Controls joined into one."""

    def __init__(self, parts: Iterable[QWidget]) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # no taller than a button beside it
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for part in parts:
            row.addWidget(part)


class SizeControl(Segments):
    """+A حجم الخط -A, in this order from left to right in either language of the window."""

    def __init__(self, larger: QAction, smaller: QAction) -> None:
        self.larger, self.smaller = _button(larger), _button(smaller)
        self.label = QLabel("حجم الخط")
        self.label.setObjectName("sizeLabel")
        super().__init__((self.larger, self.label, self.smaller))
        for part in (self, self.larger, self.label, self.smaller):
            part.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets what a screen reader says in the language of the moment, and the label's face."""
        self.setAccessibleName(self.tr("Size of the type"))
        self.larger.setAccessibleName(self.tr("Larger type"))
        self.smaller.setAccessibleName(self.tr("Smaller type"))
        self.label.setFont(fonts.arabic(self.font().pointSizeF() * LABEL_RATIO))


class Toolbar(QFrame):
    """The controls; all they do is trigger the window's actions."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self._actions = actions
        self.layouts = Segments(_button(action) for action in actions.layouts.values())
        self.size_control = SizeControl(actions.larger, actions.smaller)
        self.view_button = _button(actions.menu)
        self.view_menu = QMenu(self)
        self.view_button.setMenu(self.view_menu)  # so that a screen reader says that there is one
        actions.menu.triggered.connect(self._open_menu)
        self.theme_menu, self.language_menu = QMenu(self.view_menu), QMenu(self.view_menu)
        self.library_menu, self.type_menu = QMenu(self.view_menu), QMenu(self.view_menu)
        self.window_menu = QMenu(self.view_menu)
        self.window_menu.aboutToShow.connect(self._list_windows)
        self.panels_menu, self.translation_menu = QMenu(self.view_menu), QMenu(self.view_menu)
        self.layout_menu, self.go_menu = QMenu(self.view_menu), QMenu(self.view_menu)
        self._fill_menus()
        self.help_button = _button(actions.help)
        self.type_button = _button(actions.typesetting)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(6)
        for action in (actions.open, actions.paste, actions.save):
            row.addWidget(_button(action))
        row.addSpacing(14)
        row.addWidget(self.layouts)
        row.addSpacing(14)
        row.addWidget(self.size_control)
        row.addWidget(self.type_button)
        row.addStretch(1)
        row.addWidget(_button(actions.notes))
        row.addWidget(self.view_button)
        row.addWidget(self.help_button)
        self.setMinimumWidth(LEAST_WIDTH)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the toolbar's own words in the language of the moment."""
        self.setAccessibleName(self.tr("Controls"))
        self.layouts.setAccessibleName(self.tr("Layout"))
        self.type_menu.setTitle(self.tr("Type"))
        self.layout_menu.setTitle(self.tr("Layout"))
        self.go_menu.setTitle(self.tr("Go to"))
        self.panels_menu.setTitle(self.tr("Panels"))
        self.translation_menu.setTitle(self.tr("Translation"))
        self.library_menu.setTitle(self.tr("Library"))
        self.window_menu.setTitle(self.tr("Windows"))
        self.theme_menu.setTitle(self.tr("Theme"))
        self.language_menu.setTitle(self.tr("Language of the window"))
        self.size_control.retranslate()
        self.view_menu.setAccessibleName(self._actions.menu.iconText())
        for menu in self.view_menu.findChildren(QMenu):
            menu.setAccessibleName(menu.title())

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == event.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out, in a narrow window, what the menu has too."""
        super().resizeEvent(event)
        giving_way = (self.help_button, self.type_button, self.layouts)
        room = {part: part.sizeHint().width() + self._row.spacing() for part in giving_way}
        needed = self._row.minimumSize().width() + sum(room[part] for part in giving_way if part.isHidden())
        for part in giving_way:
            part.setVisible(needed <= event.size().width())
            if part.isHidden():
                needed -= room[part]

    def _open_menu(self) -> None:
        button = self.view_button
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        corner = button.rect().bottomLeft() if mirrored else button.rect().bottomRight()
        where = button.mapToGlobal(corner) + QPoint(0, 3)
        # Under the button, and as far as its outer edge.
        self.view_menu.popup(where if mirrored else where - QPoint(self.view_menu.sizeHint().width(), 0))

    def _fill_menus(self) -> None:
        """What is asked for often stands in the menu itself, which must fit a low screen; the rest one step below."""
        actions = self._actions
        self.theme_menu.addActions(list(actions.themes.values()))
        self.language_menu.addActions(list(actions.languages.values()))
        self.library_menu.addActions([actions.star, actions.mark_read, actions.tag, actions.collect])
        self.library_menu.addSeparator()
        self.library_menu.addActions([actions.duplicates, actions.empty_trash])
        self.library_menu.addSeparator()
        self.library_menu.addActions([actions.back_up, actions.backups, actions.check])
        self.library_menu.addSeparator()
        self.library_menu.addActions([actions.lock, actions.take_lock_away, actions.give_passphrase])
        self.type_menu.addActions([actions.larger, actions.smaller, actions.usual_size])
        self.type_menu.addActions([actions.english_larger, actions.english_smaller])
        self.type_menu.addSeparator()
        self.type_menu.addAction(actions.typesetting)
        self.panels_menu.addActions([actions.library, actions.outline, actions.notes, actions.doubts])
        self.panels_menu.addActions([actions.set_aside, actions.side_panel])
        self.panels_menu.addSeparator()
        self.panels_menu.addActions([actions.all_notes, actions.full_screen])
        self.translation_menu.addActions([actions.edit, actions.translate_again, actions.translate_all_again])
        self.translation_menu.addActions([actions.about, actions.previous_doubt, actions.next_doubt])
        self.translation_menu.addSeparator()
        self.translation_menu.addActions([actions.glossary, actions.models, actions.install_model])
        self.layout_menu.addActions(list(actions.layouts.values()))
        self.layout_menu.addSeparator()
        self.layout_menu.addAction(actions.uncover)
        self.go_menu.addActions([actions.find, actions.search, actions.back, actions.forward])
        self.go_menu.addActions([actions.previous_sentence, actions.next_sentence])
        for menu in (self.layout_menu, self.type_menu, self.theme_menu, self.language_menu):
            self.view_menu.addMenu(menu)
        self.view_menu.addSeparator()
        for menu in (self.panels_menu, self.translation_menu, self.library_menu, self.go_menu, self.window_menu):
            self.view_menu.addMenu(menu)
        self.view_menu.addSeparator()
        self.view_menu.addActions([actions.undo, actions.redo])
        self.view_menu.addSeparator()
        self.view_menu.addActions([actions.print, actions.print_preview])
        self.view_menu.addActions([actions.palette, actions.help, actions.quit])
        self._list_windows()

    def _list_windows(self) -> None:
        """Fills the menu of the windows with those that are open now."""
        actions, menu = self._actions, self.window_menu
        menu.clear()
        menu.addActions([actions.new_window, actions.close_window])
        menu.addActions([actions.next_window, actions.previous_window])
        menu.addSeparator()
        menu.addActions(actions.windows)
