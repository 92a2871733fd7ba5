"""The divider between the columns: dragged, or moved by the arrow keys, it shares the width out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from reader.settings import MAX_ARABIC_WIDTH, MIN_ARABIC_WIDTH, Settings

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from reader.gui.page import Page

WIDTH = 9
"""Pixels in which the pointer takes hold of it; the line itself is thin, and shows when it is wanted."""

STEP = 0.02
"""What an arrow key gives one of the columns, as a share of the width of both."""

_LINE = 2


class Divider(QWidget):
    """``shared`` tells the Arabic's share of the width of both columns. A double click, or Home, is the usual share."""

    shared = Signal(float)

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._held: tuple[float, float] | None = None
        self._near = False
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def place(self, gutter: QRect) -> None:
        """Stands at the edge between the English and the numbers, where the page has two columns."""
        self.setVisible(self._page.facing)
        self.setGeometry(gutter.left() - WIDTH // 2, gutter.top(), WIDTH, gutter.height())
        self.raise_()

    def retranslate(self) -> None:
        """Sets what a screen reader and a tool tip say, in the language of the moment."""
        self.setAccessibleName(self.tr("Divider between the columns"))
        self.setToolTip(self.tr("Drag to share the width between the columns; double-click to make them equal"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.globalPosition().x(), self._page.typography.options.arabic_width

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            start, share = self._held
            # The Arabic is on the right: what it gains, the divider goes to the left.
            self._share(share - (event.globalPosition().x() - start) / max(sum(self._page.widths.values()), 1))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._share(Settings().arabic_width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        share = self._page.typography.options.arabic_width
        if event.key() == Qt.Key.Key_Left:
            self._share(share + STEP)
        elif event.key() == Qt.Key.Key_Right:
            self._share(share - STEP)
        elif event.key() == Qt.Key.Key_Home:
            self._share(Settings().arabic_width)
        else:
            super().keyPressEvent(event)

    def _share(self, share: float) -> None:
        self.shared.emit(round(min(max(share, MIN_ARABIC_WIDTH), MAX_ARABIC_WIDTH), 3))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._near = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._near = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._page.theme
        if self.hasFocus() or self._near or self._held is not None:
            colour = theme.focus if self.hasFocus() else theme.muted
            QPainter(self).fillRect((self.width() - _LINE) // 2, 0, _LINE, self.height(), QColor(colour))
