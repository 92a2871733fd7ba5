"""A column of text in the pair view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextUpdateEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from reader.gui.linked import from_utf16, to_utf16
from reader.gui.row_document import RowDocument, set_direction
from reader.gui.row_layout import PAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from reader.gui.page import Page
    from reader.model import Side, Span

_SCROLLING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
}
_BACK_AGAIN = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
"""Why the keys come back to whoever had them: a window, a card or a menu that was over the text is away."""
_PARAGRAPHS = {
    Qt.Key.Key_Up: QTextCursor.MoveOperation.PreviousBlock,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.NextBlock,
}
_CARET = {Qt.Key.Key_Left, Qt.Key.Key_Right}
PARAGRAPH_BREAK = "\n\n"
"""What stands between two cells in copied text."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text: a row of the page, the side, and the character, in code points of the cell's text."""

    row: int
    side: Side
    index: int


@dataclass(frozen=True, slots=True)
class SelectedPart:
    """What is selected of one cell: its row and side, and the span, in code points of the cell's text."""

    row: int
    side: Side
    span: Span

    @property
    def spot(self) -> Spot:
        """Where it begins."""
        return Spot(self.row, self.side, self.span[0])


class TextColumn(QTextEdit):
    """One column: the native text widget, read-only, so that selection, copying, the keyboard and a screen reader
    work as everywhere; its document is laid out by a RowLayout and holds the pairs' strings and nothing else.

    ``pointed`` tells the document position (UTF-16 units) of the character under the pointer or, when it is moved by
    the keyboard, at the caret; -1 for none. Such a position goes with the other signals too: ``clicked`` for a click
    that selects nothing and for Enter at the caret, ``rested`` where the pointer waits, ``menu_asked`` with where on
    the screen a menu is asked for. ``pressed`` is the first touch of a button, or Esc.
    """

    pointed = Signal(int)
    pressed = Signal()
    clicked = Signal(int)
    rested = Signal(int)
    menu_asked = Signal(int, object)

    def __init__(self, page: Page, sides: tuple[Side, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._pointed = -1
        self._focus_shown = False
        self._shown_before = False, False
        self._press: QPoint | None = None
        self._blank = QTextEdit()
        self._text = RowDocument(page, (), sides, "", right_to_left=False)
        self.rows = self._text.rows
        self.setDocument(self._text)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)

    def fill(self, text: RowDocument) -> None:
        """Shows the page's text, which is the column's from now on."""
        if text is self._text:
            self.set_anew()
            return
        old, before = self._text, self.rows
        self._text, self.rows = text, text.rows
        self.rows.caret_shown, self.rows.rule = before.caret_shown, before.rule
        self._pointed = -1
        self.set_anew()
        self.setDocument(text)
        text.setParent(self)
        old.deleteLater()
        if QAccessible.isActive():  # Qt tells of what is changed in a document, and not of another one
            put, taken = text.toPlainText(), " " * (old.characterCount() - 1)
            QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(self, 0, taken, put))

    def refill(self, row: int, side: Side) -> None:
        """Puts the page's text of one cell into the document."""
        block = self.rows.block(row, side)
        text = self._page.text(row, side)
        if block.text() != text:
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
        block = self.rows.block(row, side)
        right_to_left = self._page.rows[row].cell(side).right_to_left
        if (block.textDirection() is Qt.LayoutDirection.RightToLeft) is not right_to_left:
            set_direction(block, right_to_left=right_to_left)

    def set_anew(self) -> None:
        """The page is set another way: no line holds any more. The page's font is named as the document's own, for what
        asks the document rather than the layout."""
        self.rows.forget()
        typography = self._page.typography
        rtl = self._text.right_to_left
        font = typography.arabic(typography.arabic_size) if rtl else typography.latin(typography.latin_size)
        self._text.setDefaultFont(font)

    def selected_parts(self, *, backwards: bool = False) -> Iterator[SelectedPart]:
        """What is selected, cell by cell, or the last first; words of ours that stand among it are left out."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self._page.rows:
            return
        first, last = (self._text.findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        begins, ends = first.blockNumber(), last.blockNumber()
        numbers = range(begins, ends + 1)  # all between the first and the last are selected whole
        for number in reversed(numbers) if backwards else numbers:
            row, side = self.rows.cell(number)
            cell = self._page.rows[row].cell(side)
            start, end = 0, len(cell.text)
            if number == begins:
                start = from_utf16(cell.text, cursor.selectionStart() - first.position())
            if number == ends:
                end = from_utf16(cell.text, cursor.selectionEnd() - last.position())
            if cell.copied and start < end:
                yield SelectedPart(row, side, (start, end))

    def selected_text(self) -> str:
        """The selected text as the pairs have it, in logical order, a blank line between cells."""
        rows = self._page.rows
        return PARAGRAPH_BREAK.join(
            rows[part.row].cell(part.side).text[slice(*part.span)] for part in self.selected_parts()
        )

    def createMimeDataFromSelection(self) -> QMimeData:
        # Born in C++: the clipboard outlives Python, and one made by QMimeData() would take the process with it.
        data = self._blank.createMimeDataFromSelection()
        data.setText(self.selected_text())
        return data

    def repaint_row(self, row: int) -> None:
        """Draws a row again."""
        top = self._page.geometry.top(row) - self.verticalScrollBar().value()
        self.viewport().update(0, top - 4, self.viewport().width(), self._page.geometry.height(row) + 8)

    def spot(self, position: int) -> Spot | None:
        """The place on the page of a position in the document, None for -1 or in an empty page."""
        if position < 0 or not self._page.rows:
            return None
        block = self.document().findBlock(position)
        row, side = self.rows.slot(block)
        return Spot(row, side, from_utf16(self._page.rows[row].cell(side).text, position - block.position()))

    def caret(self) -> int:
        """The position of the caret, where it can be seen; -1 where the reader has scrolled it out of sight."""
        shown = self.viewport().rect().intersects(self.cursorRect())
        return self.textCursor().position() if shown else -1

    def put_caret(self, row: int, side: Side, span: Span = (0, 0)) -> None:
        """Moves the caret to the start of a span of a cell."""
        cursor = QTextCursor(self.rows.block(row, side))
        text = self._page.rows[row].cell(side).text
        cursor.setPosition(cursor.block().position() + min(to_utf16(text, span[0]), cursor.block().length() - 1))
        self.setTextCursor(cursor)

    def select(self, row: int, side: Side, span: Span) -> None:
        """Selects a span of a cell, the caret at its end."""
        block = self.rows.block(row, side)
        text, cursor = self._page.rows[row].cell(side).text, QTextCursor(block)
        cursor.setPosition(block.position() + to_utf16(text, span[0]))
        cursor.setPosition(block.position() + to_utf16(text, span[1]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Left to itself a text widget takes Ctrl+V, Ctrl+Z and the like away from the window.
            ours = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
            event.setAccepted(any(event.matches(key) for key in ours))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.pressed.emit()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _PARAGRAPHS and not shifted:
            self._step_paragraph(_PARAGRAPHS[Qt.Key(event.key())])
            return
        if event.key() in _SCROLLING and (not shifted or event.key() == Qt.Key.Key_Space):
            event.ignore()  # the view scrolls; with Shift the same keys select, as everywhere
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.caret())
            return
        if event.key() in _CARET or (shifted and not self.textCursor().hasSelection()):
            self._bring_caret()
        super().keyPressEvent(event)
        if event.key() in _CARET:
            self._show_caret()

    def _show_caret(self) -> None:
        """Shows the caret, and what it stands at as the pointer would."""
        self.rows.caret_shown = True
        self.viewport().update()
        self._point(self.textCursor().position())

    def _step_paragraph(self, way: QTextCursor.MoveOperation) -> None:
        """Moves the caret to the next paragraph or the one before."""
        self._bring_caret()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(way)
        self.setTextCursor(cursor)
        self._show_caret()

    def _bring_caret(self) -> None:
        """Puts the caret where the reader is, if it was left behind."""
        if self.viewport().rect().contains(self.cursorRect().center()):
            return
        cursor = self.textCursor()
        cursor.setPosition(self.cursorForPosition(self.viewport().rect().topLeft()).position())
        self.setTextCursor(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if view := self.parentWidget():  # both columns scroll as one
            QCoreApplication.sendEvent(view, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        self.rows.caret_shown = False
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        # A click on a selection takes it away, and asks for nothing else.
        self._press = event.position().toPoint() if plain and not self.textCursor().hasSelection() else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        start, self._press = self._press, None
        here = event.position().toPoint()
        if start is None or self.textCursor().hasSelection():
            return
        if (here - start).manhattanLength() < QApplication.startDragDistance():
            self.clicked.emit(self._position_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is event.Reason.Mouse
        if by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        where = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        position = self._position_at(QPointF(event.pos())) if by_mouse else self.caret()
        self.menu_asked.emit(position, where)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.rested.emit(self._position_at(QPointF(event.pos())))
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._point(self._position_at(event.position()))

    def _position_at(self, place: QPointF) -> int:
        """The position of the character at a place of the viewport, -1 for none."""
        return self.rows.hitTest(place + QPointF(0, self.verticalScrollBar().value()), Qt.HitTestAccuracy.ExactHit)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def _point(self, position: int) -> None:
        if position != self._pointed:
            self._pointed = position
            self.pointed.emit(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BACK_AGAIN:
            self._focus_shown, self.rows.caret_shown = self._shown_before
        else:
            self._focus_shown = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._shown_before = self._focus_shown, self.rows.caret_shown
        self._focus_shown = self.rows.caret_shown = False
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._focus_shown and self._page.rows:
            painter = QPainter(self.viewport())
            painter.fillRect(PAD, 0, self.viewport().width() - 2 * PAD, 2, QColor(self._page.theme.focus))
