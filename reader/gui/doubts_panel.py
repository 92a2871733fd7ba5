"""The places of an article where the translation may be wrong, listed, each with why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.i18n import key_name
from reader.gui.side_panel import SidePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QShowEvent

    from reader.model import Flag

_DOUBT = Qt.ItemDataRole.UserRole
_INDENT, _PADDING = 8, 6
"""Pixels between a line's edges and its texts, beside them and over them."""

BATCH = 20
"""How many lines are laid out at a time: more than there is room for, as a rule."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A flag of a block, as it is listed: where that is ("Paragraph 3") and what it says, in the window's language."""

    block: int
    flag: Flag
    place: str
    text: str


class _Delegate(QStyledItemDelegate):
    """Draws a line of the list: where, and below it what is doubtful there, in as many lines as that takes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of both texts in the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        return QSize(
            0, round(sum(part.boundingRect().height() for part in _texts(option, index, width))) + 2 * _PADDING
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws the line."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, own, painter, view)
        place = QPointF(option.rect.left() + _INDENT, option.rect.top() + _PADDING)
        palette = view.palette()
        for part, role in zip(
            _texts(option, index, option.rect.width()),
            (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text),
            strict=True,
        ):
            painter.setPen(palette.color(role))
            part.draw(painter, place)
            place += QPointF(0, part.boundingRect().height())


def _texts(
    option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, width: int
) -> tuple[QTextLayout, QTextLayout]:
    """Where and what, laid out for a line of the list that is so many pixels wide."""
    doubt: Doubt = index.data(_DOUBT)
    small = QFont(option.font)
    small.setPointSizeF(small.pointSizeF() * 0.92)
    direction = option.direction
    return (
        _wrapped(doubt.place, small, width - 2 * _INDENT, direction),
        _wrapped(doubt.text, option.font, width - 2 * _INDENT, direction),
    )


def _wrapped(text: str, font: QFont, width: int, direction: Qt.LayoutDirection) -> QTextLayout:
    layout = QTextLayout(text, font)
    choice = QTextOption()
    choice.setTextDirection(direction)
    edge = Qt.AlignmentFlag.AlignRight if direction is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    choice.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    choice.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(choice)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


class DoubtsPanel(SidePanel):
    """The list. A click on a place, or Enter, goes there."""

    chosen = Signal(int)
    """The place in the list that the reader wants to see."""

    def __init__(self) -> None:
        self.list = QListWidget()
        super().__init__(self.list)
        self._doubts: Sequence[Doubt] = ()
        self._stale = False
        self._marked = -1
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setLayoutMode(QListWidget.LayoutMode.Batched)  # a long list is laid out bit by bit
        self.list.setBatchSize(BATCH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self.retranslate()

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Lists these, in place of what stood here; what was marked stays so where it is still there."""
        kept = self._doubts[self._marked] if 0 <= self._marked < len(self._doubts) else None
        self._doubts = tuple(doubts)
        self._marked = self._doubts.index(kept) if kept in self._doubts else -1
        self._write_hint()
        self._stale = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Fills the list, which nobody saw before."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.list.clear()
        for doubt in self._doubts:
            item = QListWidgetItem(f"{doubt.place}: {doubt.text}", self.list)
            item.setData(_DOUBT, doubt)
        self.list.setCurrentRow(self._marked)

    def mark(self, place: int) -> None:
        """Marks a line as the one the reader is at."""
        self._marked = place
        self.list.setCurrentRow(place)

    def retranslate(self) -> None:
        """Sets the panel's words in the language of the moment."""
        super().retranslate()
        self.heading.setText(self.tr("TO CHECK"))
        self.list.setAccessibleName(self.tr("Places to check"))
        self._write_hint()

    def _write_hint(self) -> None:
        text = self.tr("Here the translation may be wrong. {key} goes from one place to the next.")
        none = self.tr("The checks found nothing doubtful in this translation.")
        self.hint.setText(text.format(key=key_name("F8")) if self._doubts else none)
