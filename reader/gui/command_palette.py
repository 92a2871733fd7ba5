"""All commands by name: a field to type a part of a name into, and the commands that have it, with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.arabic.folding import fold_key
from reader.gui.i18n import key_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QAction, QPainter

    from reader.gui.actions import Command

WIDTH, HEIGHT = 520, 420
"""Pixels, as far as the window is that large."""
_COMMAND = Qt.ItemDataRole.UserRole
_PADDING = 6
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Delegate(QStyledItemDelegate):
    """Draws a command: its name, and its key at the other end of the line."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        return QSize(0, option.fontMetrics.height() + 2 * _PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws the line."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, own, painter, view)
        command: Command = index.data(_COMMAND)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        left, right = Qt.AlignmentFlag.AlignLeft | middle, Qt.AlignmentFlag.AlignRight | middle
        place = QRectF(option.rect.adjusted(2 * _PADDING, 0, -2 * _PADDING, 0))
        painter.setLayoutDirection(option.direction)
        painter.setPen(view.palette().color(QPalette.ColorRole.Text))
        painter.drawText(place, right if mirrored else left, command.name)
        painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(place, left if mirrored else right, key_name(command.keys))


class CommandPalette(QDialog):
    """The palette. Enter or a click runs the command that is chosen, once the palette is away; Esc runs none."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        """``commands`` are those that can be run now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Commands"))
        self._commands = [(fold_key(command.name), command) for command in commands]
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a part of a command's name"))
        self.field.setAccessibleName(self.tr("Type a part of a command's name"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._list)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._run)
        self.none = QLabel(self.tr("No command has such a name."))
        self.none.setObjectName("panelHint")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        self._list("")
        window = parent.window()
        self.resize(min(WIDTH, window.width() - 40), min(HEIGHT, window.height() - 60))
        top = window.mapToGlobal(window.rect().topLeft())
        self.move(top.x() + (window.width() - self.width()) // 2, top.y() + window.height() // 10)

    def _list(self, typed: str) -> None:
        """Lists the commands whose names have each of the words that were typed; first those that begin with them."""
        wanted = fold_key(typed)
        found = [
            (not name.startswith(wanted), number, command)
            for number, (name, command) in enumerate(self._commands)
            if all(word in name for word in wanted.split())
        ]
        self.list.clear()
        for _, _, command in sorted(found, key=lambda one: one[:2]):
            item = QListWidgetItem(command.name, self.list)
            item.setData(_COMMAND, command)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, command.keys)
        self.list.setCurrentRow(0)
        self.none.setVisible(not found)

    def _run(self) -> None:
        if self.list.count() == 0:
            return
        action: QAction = self.list.currentItem().data(_COMMAND).action
        self.finished.connect(lambda _: action.trigger())
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move in the list do so while the field has them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVING:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)
