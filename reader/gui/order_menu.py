"""The menu that says how the library's list is sorted and divided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reader.gui.catalogue import Group, Order, Sort

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class OrderMenu(QMenu):
    """Choices of one each for what sorts the list and what divides it, and whether it runs the other way."""

    chosen = Signal(object)
    """The Order that was chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._order = Order()
        self.sorts = {sort: self._choice() for sort in Sort}
        self.groups = {group: self._choice() for group in Group}
        self.backwards = self._choice()
        self._sort_title = self.addSection("")
        by_sort, by_group = QActionGroup(self), QActionGroup(self)
        for sort, action in self.sorts.items():
            by_sort.addAction(action)
            self.addAction(action)
            action.triggered.connect(lambda _=False, sort=sort: self._take(replace(self._order, sort=sort)))
        self.addSeparator()
        self.addAction(self.backwards)
        self.backwards.triggered.connect(lambda on: self._take(replace(self._order, backwards=on)))
        self._group_title = self.addSection("")
        for group, action in self.groups.items():
            by_group.addAction(action)
            self.addAction(action)
            action.triggered.connect(lambda _=False, group=group: self._take(replace(self._order, group=group)))
        self.retranslate()
        self.show_order(self._order)

    def show_order(self, order: Order) -> None:
        """Marks the choices that make this order."""
        self._order = order
        self.sorts[order.sort].setChecked(True)
        self.groups[order.group].setChecked(True)
        self.backwards.setChecked(order.backwards)

    def retranslate(self) -> None:
        """Sets the words in the language of the moment."""
        sorts = {
            Sort.ADDED: self.tr("Date saved"),
            Sort.PUBLISHED: self.tr("Date published"),
            Sort.TITLE: self.tr("Title"),
            Sort.SOURCE: self.tr("Source"),
            Sort.STATE: self.tr("Unread first"),
            Sort.WORDS: self.tr("Length"),
        }
        groups = {
            Group.NONE: self.tr("Not at all"),
            Group.MONTH: self.tr("By month"),
            Group.COLLECTION: self.tr("By collection"),
            Group.SOURCE: self.tr("By source"),
            Group.STATE: self.tr("By how far it is read"),
        }
        for sort, text in sorts.items():
            self.sorts[sort].setText(text)
        for group, text in groups.items():
            self.groups[group].setText(text)
        self.backwards.setText(self.tr("The other way round"))
        self._sort_title.setText(self.tr("Sort by"))
        self._group_title.setText(self.tr("Divide the list"))
        self.setAccessibleName(self.tr("Order of the list"))

    def _take(self, order: Order) -> None:
        self._order = order
        self.chosen.emit(order)

    def _choice(self) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        return action
