"""The subheadings of an article, listed: a click goes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from reader.gui.i18n import isolate
from reader.gui.side_panel import SidePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLOCK = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A subheading: its block, its text, and its translation as far as there is one ("")."""

    block: int
    text: str
    translation: str


class OutlinePanel(SidePanel):
    """The list, the subheading that the reader is under marked in it."""

    chosen = Signal(int)
    """The block of the subheading that the reader wants to see."""

    def __init__(self) -> None:
        self.list = QListWidget()
        super().__init__(self.list)
        self._headings: Sequence[Heading] = ()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(_BLOCK)))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(_BLOCK)))
        self.retranslate()

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Lists these, in place of what stood here."""
        if headings == self._headings:
            return
        self._headings = headings
        marked = self.list.currentRow()
        self.list.clear()
        for heading in headings:
            texts = [heading.text, heading.translation]
            item = QListWidgetItem("\n".join(isolate(text) for text in dict.fromkeys(texts) if text), self.list)
            item.setData(_BLOCK, heading.block)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(text for text in texts if text))
        self.list.setCurrentRow(min(marked, len(headings) - 1))

    def mark(self, block: int) -> None:
        """Marks the subheading under which a block stands; none for a block before the first."""
        number = sum(heading.block <= block for heading in self._headings) - 1
        if number != self.list.currentRow():
            self.list.setCurrentRow(number)

    def retranslate(self) -> None:
        """Sets the panel's words in the language of the moment."""
        super().retranslate()
        self.heading.setText(self.tr("OUTLINE"))
        self.hint.setText(self.tr("Enter or a click goes there."))
        self.list.setAccessibleName(self.tr("Subheadings"))
