"""The panes of the window: how the focus goes round them, and that one panel at a time stands beside the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from reader.gui.side_panel import SidePanel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from reader.gui.pair_view import PairView


class Panes(QObject):
    """The library, the text and the panels beside it, in the order in which the focus goes round them.

    ``aside`` is the place beside the text that the panels share, as wide for the one as for the other. A panel shows
    while its action is checked, and the panel before it gives way.
    """

    turned = Signal(str)
    """The name of the action whose panel shows from now on, "" for none."""

    def __init__(self, window: QWidget, library: QWidget, view: PairView, panels: Mapping[SidePanel, QAction]) -> None:
        super().__init__(window)
        self._window, self._view, self._panels = window, view, panels
        self._panes = (library, view, *panels)
        self._last = next(iter(panels.values()))
        self.aside = QStackedWidget()
        self.aside.hide()
        for panel, action in panels.items():
            self.aside.addWidget(panel)
            action.toggled.connect(partial(self._show, panel))
            panel.close_asked.connect(partial(action.setChecked, False))

    def showing(self) -> str:
        """The name of the action whose panel shows, "" for none."""
        return next((action.objectName() for action in self._panels.values() if action.isChecked()), "")

    def toggle(self) -> None:
        """Puts the panel beside the text away or, where none shows, brings the one that showed last."""
        showing = next((action for action in self._panels.values() if action.isChecked()), None)
        if showing is not None:
            showing.setChecked(False)
        else:
            first = next(iter(self._panels.values()))
            (self._last if self._last.isEnabled() else first).setChecked(True)

    def show_named(self, name: str) -> None:
        """Shows the panel whose action has a name, and leaves the focus where it is; nothing for "" or an unknown
        one."""
        focus = self._window.focusWidget()
        for action in self._panels.values():
            if action.objectName() == name and action.isEnabled():
                action.setChecked(True)
        if focus is not None:
            focus.setFocus()

    def _show(self, panel: SidePanel, shown: bool) -> None:
        if shown:
            self._last = self._panels[panel]
            self.aside.setCurrentWidget(panel)
            self.aside.show()
            for other, action in self._panels.items():
                if other is not panel:
                    action.setChecked(False)
            panel.body.setFocus()
            self.turned.emit(self._last.objectName())
        elif self.aside.currentWidget() is panel:
            focus = self._window.focusWidget()
            if focus is not None and self.aside.isAncestorOf(focus):
                self._view.places.focus()
            self.aside.hide()
            self.turned.emit("")

    def move_focus(self, step: int) -> None:
        """Moves the focus to the next pane that is shown, or the one before; each column of the text is one."""
        focus = self._window.focusWidget()
        on_page = focus is not None and self._view.isAncestorOf(focus)
        in_arabic = focus is self._view.focusProxy()
        if on_page and in_arabic is (step > 0):
            self._view.places.focus_next()
            if self._window.focusWidget() is not focus:
                return
        panes = [pane for pane in self._panes if pane.isVisible()]
        here = next((n for n, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), -step)
        there = panes[(here + step) % len(panes)]
        wanted = there.body if isinstance(there, SidePanel) else there
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if step < 0 and there is self._view:
            self._view.places.focus_next()
