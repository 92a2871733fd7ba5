"""The panes of the window: how the focus goes round them, and that one panel at a time stands beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from reader.gui.pair_view import PairView


class Panes:
    """The library, the text and the panels beside it, in the order in which the focus goes round them."""

    def __init__(self, window: QWidget, library: QWidget, view: PairView, *panels: QWidget) -> None:
        self._window, self._view = window, view
        self._panes = (library, view, *panels)

    def show_panel(self, panel: QWidget, other: QAction, shown: bool) -> None:
        """Shows a panel beside the text or hides it; the ``other`` panel gives way to it."""
        panel.setVisible(shown)
        if shown:
            other.setChecked(False)
            panel.setFocus()

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
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)
        if step < 0 and panes[(here + step) % len(panes)] is self._view:
            self._view.places.focus_next()
