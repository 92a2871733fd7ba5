"""The places of an article where the translation may be wrong, listed, each with why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from reader.gui.i18n import key_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Flag


@dataclass(frozen=True, slots=True)
class Doubt:
    """A flag of a block, as it is listed: the number printed beside the paragraph (None where there is none), and what
    it says in the window's language."""

    block: int
    flag: Flag
    number: int | None
    text: str


class DoubtsPanel(QWidget):
    """The list. A click on a place, or Enter, goes there."""

    chosen = Signal(int)
    """The place in the list that the reader wants to see."""
    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("doubtsPanel")
        self._doubts: Sequence[Doubt] = ()
        self.heading = QLabel()
        self.heading.setObjectName("panelHeading")
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self.close_asked)
        self.hint = QLabel()
        self.hint.setObjectName("panelHint")
        self.hint.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(self.list.row(item)))
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 16, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.retranslate()

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Lists these, in place of what stood here; what was marked stays so where it is still there."""
        if doubts == self._doubts and self.list.count() == len(doubts):
            return
        marked = self.list.currentRow()
        kept = self._doubts[marked] if 0 <= marked < len(self._doubts) else None
        self._doubts = tuple(doubts)
        self.list.clear()
        for doubt in doubts:
            QListWidgetItem(self._line(doubt), self.list)
        if kept in self._doubts:
            self.mark(self._doubts.index(kept))
        self._write_hint()

    def mark(self, place: int) -> None:
        """Marks a line as the one the reader is at."""
        self.list.setCurrentRow(place)

    def retranslate(self) -> None:
        """Sets the panel's words in the language of the moment."""
        self.heading.setText(self.tr("TO CHECK"))
        self.close_button.setToolTip(self.tr("Close this panel"))
        self.close_button.setAccessibleName(self.tr("Close this panel"))
        self.list.setAccessibleName(self.tr("Places to check"))
        self._write_hint()

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _write_hint(self) -> None:
        text = self.tr("Here the translation may be wrong. {key} goes from one place to the next.")
        none = self.tr("The checks found nothing doubtful in this translation.")
        self.hint.setText(text.format(key=key_name("F8")) if self._doubts else none)

    def _line(self, doubt: Doubt) -> str:
        if doubt.number is None:
            return doubt.text
        return self.tr("¶ {number} · {text}").format(number=doubt.number, text=doubt.text)
