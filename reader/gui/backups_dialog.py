"""The window of the backups: when each was made, why and how large it is, and the button that restores one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from reader.gui.amounts import size_text
from reader.gui.i18n import isolate
from reader.gui.prose import Prose
from reader.gui.side_window import SideWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reader.gui.library_services import Backup

BACKUP = Qt.ItemDataRole.UserRole
SIZE = (560, 420)
"""Its first width and height, in pixels."""


def moment_text(moment: str) -> str:
    """An ISO 8601 time in UTC as "3 Mar 2021 · 14:05" by the clock on the wall, in the window's language."""
    try:
        seconds = int(datetime.fromisoformat(moment).timestamp())
    except ValueError:
        return isolate(moment)
    then = QDateTime.fromSecsSinceEpoch(seconds)
    return " · ".join(isolate(QLocale().toString(then, part)) for part in ("d MMM yyyy", "HH:mm"))


class BackupsDialog(SideWindow):
    """The backups that were made without being asked for, the newest first. What it says, the window does."""

    restore_asked = Signal(object)
    """The Backup that is to take the library's place."""
    file_asked = Signal()
    """A backup from elsewhere is to take it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("backupsDialog")
        self._backups: Sequence[Backup] = ()
        self.hint, self.empty = Prose(), Prose()
        for label in (self.hint, self.empty):
            label.setObjectName("panelHint")
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setColumnCount(3)
        self.table.header().setStretchLastSection(False)
        self.table.currentItemChanged.connect(lambda *_: self._show_state())
        self.table.itemActivated.connect(lambda *_: self._restore())
        self.restore_button, self.file_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self.restore_button.clicked.connect(self._restore)
        self.file_button.clicked.connect(self.file_asked)
        self.close_button.clicked.connect(self.close)
        self.restore_button.setDefault(True)
        self.file_button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        buttons = QDialogButtonBox()
        buttons.addButton(self.restore_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.file_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.hint)
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(*SIZE)
        self.retranslate()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Lists these, and takes the newest as the one that is meant."""
        self._backups = backups
        self.table.clear()
        for backup in backups:
            item = QTreeWidgetItem([moment_text(backup.made), self._reason_text(backup.reason), size_text(backup.size)])
            item.setData(0, BACKUP, backup)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            self.table.addTopLevelItem(item)
        first = self.table.topLevelItem(0)
        if first is not None:
            self.table.setCurrentItem(first)
        self.table.setVisible(bool(backups))
        self.empty.setVisible(not backups)
        self._show_state()

    def retranslate(self) -> None:
        """Sets the window's words in the language of the moment."""
        self.setWindowTitle(self.tr("Restore a backup"))
        self.hint.setText(
            self.tr(
                "The backup that you choose takes the place of the library. The library as it is now becomes a backup "
                "itself, so that you can come back to it."
            )
        )
        self.empty.setText(self.tr("No backup has been made yet. One is made each day that the library is used."))
        self.table.setHeaderLabels([self.tr("Made"), self.tr("Why"), self.tr("Size")])
        self.table.headerItem().setTextAlignment(2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        for column in range(2):
            self.table.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setAccessibleName(self.tr("Backups"))
        self.restore_button.setText(self.tr("Restore"))
        self.file_button.setText(self.tr("From a file…"))
        self.close_button.setText(self.tr("Close"))
        self.show_backups(self._backups)

    def _reason_text(self, reason: str) -> str:
        texts = {
            "automatic": self.tr("Made by itself"),
            "version": self.tr("Before an update of Muwazi"),
            "before-restore": self.tr("Before a backup was restored"),
            "damaged": self.tr("The damaged library, put aside"),
        }
        return texts.get(str(reason), str(reason))

    def _show_state(self) -> None:
        self.restore_button.setEnabled(self.table.currentItem() is not None)

    def _restore(self) -> None:
        item = self.table.currentItem()
        if item is not None:
            self.restore_asked.emit(item.data(0, BACKUP))
