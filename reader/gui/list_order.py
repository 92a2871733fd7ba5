"""How the library's list is sorted and divided: kept, and the same in every window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.catalogue import Group, Order, Sort

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from reader.gui.library_panel import LibraryPanel
    from reader.gui.preferences import Preferences


class ListOrder(QObject):
    """Sorts a library's panel as the settings say, and has the settings say what is chosen there."""

    def __init__(self, preferences: Preferences, panel: LibraryPanel) -> None:
        super().__init__(panel)
        self._preferences, self._panel = preferences, panel
        panel.order_changed.connect(self._keep)
        preferences.changed.connect(self._follow)
        self._apply()

    def _apply(self) -> None:
        now = self._preferences.now
        self._panel.set_order(Order(Sort(now.list_sort), Group(now.list_group), now.list_backwards))

    def _keep(self, order: Order) -> None:
        self._preferences.change(list_sort=order.sort, list_group=order.group, list_backwards=order.backwards)

    def _follow(self, names: AbstractSet[str]) -> None:
        if names & {"list_sort", "list_group", "list_backwards"}:
            self._apply()
