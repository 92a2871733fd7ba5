"""The article beside its translation: two columns locked row by row, their numbers between, one scroll bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.gui import fonts, theme
from reader.gui.columns import Gutter, TextColumn
from reader.gui.doubts import doubt_text
from reader.gui.lighting import Lighting
from reader.gui.linked import Lit
from reader.gui.page import Mode, Page
from reader.gui.page_frame import frame
from reader.gui.page_places import Places
from reader.gui.page_rows import Phrases, build_rows, with_pair
from reader.gui.provenance import glossary_says, made_by
from reader.gui.row_layout import PAD
from reader.gui.typography import Typography
from reader.model import Article, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from reader.gui.page_rows import Row
    from reader.model import Flag, Pair

Place = tuple[int, float]
"""A row (or block) and how far down it, as a fraction of its height."""


class PairView(QWidget):
    """Shows an article and its pairs. The documents hold the pairs' strings one to one, each a block, and nothing is
    put among their characters: a place in a block is a place in the pair's own text, and copying gives that text.

    ``size_changed`` tells the Arabic's size in points whenever it becomes another. ``pressed`` is the first touch of a
    button on the text, ``clicked`` (a Spot) a click that selects nothing, or Enter at the caret; ``rested`` where the
    pointer waits (a Spot or None); ``menu_asked`` a Spot or None and where on the screen a menu is wanted;
    ``number_clicked`` the block of a number between the columns. ``moved``: rows may now stand elsewhere in the view.
    """

    size_changed = Signal(float)
    pressed = Signal()
    clicked = Signal(object)
    rested = Signal(object)
    menu_asked = Signal(object, object)
    number_clicked = Signal(int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fonts.register()
        self._article = Article()
        self._pairs: dict[int, Pair] = {}
        self._row_of: dict[int, int] = {}
        self._page = Page()
        self._busy = False
        self._value = 0
        self._source = TextColumn(self._page, (Side.SOURCE,), self)
        self._target = TextColumn(self._page, (Side.TARGET,), self)
        self._gutter = Gutter(self._page, self._explain, self)
        self._gutter.clicked.connect(self.number_clicked)
        self._light = Lighting(self._page, self._columns, self.pair)
        self.places = Places(self._page, self._columns, self._gutter)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self._scroll_to)
        for column, other in ((self._source, self._target), (self._target, self._source)):
            column.verticalScrollBar().valueChanged.connect(self._follow)
            column.selectionChanged.connect(lambda one=column, two=other: self._one_selection(one, two))
            column.pointed.connect(lambda position, one=column: self._light.follow(one.spot(position)))
            column.pressed.connect(self.pressed)
            column.clicked.connect(lambda position, one=column: self.clicked.emit(one.spot(position)))
            column.rested.connect(lambda position, one=column: self.rested.emit(one.spot(position)))
            column.menu_asked.connect(
                lambda position, where, one=column: self.menu_asked.emit(one.spot(position), where)
            )
            column.cursorPositionChanged.connect(lambda one=column: self.places.note_caret(one))
        self.setFocusProxy(self._source)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Expanding)
        self.setMinimumSize(320, 200)
        self.set_theme(theme.LIGHT)
        self._name()
        self._rebuild((0, 0.0))

    # What it shows

    def set_article(self, article: Article, pairs: Iterable[Pair] = ()) -> None:
        """Shows an article from its top, with the pairs there are so far."""
        self._article = article
        self._pairs = {pair.index: pair for pair in pairs if pair.index < len(article.blocks)}
        self._page.rows = build_rows(article, self._pairs, self._phrases())
        self._row_of = {row.block: number for number, row in enumerate(self._page.rows) if row.block is not None}
        self._rebuild((0, 0.0))

    def set_pair(self, pair: Pair) -> None:
        """Shows a pair that has come, in place of what stood there; what the reader looks at stays where it is."""
        row = self._row_of.get(pair.index)
        if row is None:
            return
        self._pairs[pair.index] = pair
        self._page.lit.clear()
        geometry = self._page.geometry
        first = geometry.row_at(self._value)
        offset = self._value - geometry.top(first)
        self._page.replace(row, with_pair(self._page.rows[row], self._article, pair, self._phrases()))
        for column in self._columns():
            for side in column.rows.sides:
                column.refill(row, side)
            column.rows.forget(row)
        self._apply(self._settle(geometry.top(first) + offset))

    def clear(self) -> None:
        """Shows nothing."""
        self.set_article(Article())

    def set_mode(self, mode: str) -> None:
        """ "side": side by side; "stacked": each translation under its paragraph; "arabic": the source alone."""
        if Mode(mode) is not self._page.mode:
            place = self._place()
            self._page.mode = Mode(mode)
            self._rebuild(place)

    def set_theme(self, colours: theme.Theme) -> None:
        """Takes other colours."""
        self._page.theme = colours
        for part in (self, self._source.viewport(), self._target.viewport(), self._gutter):
            part.update()

    # Size and place

    def arabic_size(self) -> float:
        """The size of the Arabic body, in points."""
        return self._page.typography.arabic_size

    def set_arabic_size(self, points: float) -> None:
        """Another size, within the settings' bounds; the English keeps its proportion, the reader the place."""
        typography = Typography(points)
        if typography.arabic_size != self.arabic_size():
            place = self._place()
            self._page.typography = typography
            self._relayout(place)
            self.size_changed.emit(typography.arabic_size)

    def reading_place(self) -> Place:
        """The block (index in ``Article.blocks``) at the top of what shows, and how far down it that is, from 0 to 1.
        (0, 0.0) where nothing shows."""
        row, fraction = self._place()
        for number in (*range(row, len(self._page.rows)), *range(row, -1, -1)):
            if number < len(self._page.rows) and (block := self._page.rows[number].block) is not None:
                return block, fraction if number == row else 0.0
        return 0, 0.0

    def set_reading_place(self, place: Place) -> None:
        """Scrolls a block (and so far down it) to the top."""
        row = self._row_of.get(place[0])
        if row is not None:
            self._go((row, place[1]))

    def is_at_end(self) -> bool:
        """Whether the end of the article is in view."""
        return bool(self._page.rows) and self._value >= self._end()

    def row_tops(self, side: Side) -> list[int]:
        """The top of each row of a side, in pixels from the top of the page, after laying out all of them: what Qt
        itself is told when it asks where the row's block stands."""
        self._settle_all()
        column = self._column_of(side)
        blocks = (column.rows.block(row, side) for row in range(len(self._page.rows)))
        return [round(column.rows.blockBoundingRect(block).top()) for block in blocks]

    # Selection

    def has_selection(self) -> bool:
        """Whether text is selected."""
        return any(column.textCursor().hasSelection() for column in self._columns())

    def selected_text(self) -> str:
        """The selected text, as the pairs have it; a blank line between paragraphs."""
        return "".join(column.selected_text() for column in self._columns())

    def copy(self) -> None:
        """Puts the selected text on the clipboard; nothing where nothing is selected."""
        for column in self._columns():
            column.copy()

    def select_all(self) -> None:
        """Selects all of the column that has the focus, of the source where neither has."""
        focused = [column for column in self._columns() if column.hasFocus()]
        (focused[0] if focused else self._source).selectAll()

    def _one_selection(self, column: TextColumn, other: TextColumn) -> None:
        if column.textCursor().hasSelection() and other.textCursor().hasSelection():
            cursor = other.textCursor()
            cursor.clearSelection()
            other.setTextCursor(cursor)

    # Layout

    def _columns(self) -> list[TextColumn]:
        return [self._source, self._target] if self._page.mode is Mode.SIDE else [self._source]

    def _column_of(self, side: Side) -> TextColumn:
        return next(column for column in self._columns() if side in column.rows.sides)

    def _rebuild(self, place: Place) -> None:
        """Fills the documents anew."""
        self._page.lit.clear()
        self._page.room = None
        self._busy = True
        rtl = self._article.direction == "rtl"
        side = self._page.mode is Mode.SIDE
        self._source.fill((Side.SOURCE,) if side else self._page.sides, rtl)
        if side:
            self._target.fill((Side.TARGET,), right_to_left=False)
        self._target.setVisible(side)
        self._busy = False
        self._relayout(place)

    def _relayout(self, place: Place) -> None:
        """Measures the page for the widget's size and shows a place of it."""
        self._busy = True
        self._arrange()
        self._page.reset()
        for column in self._columns():
            column.rows.forget()
            column.show_type()
        self._busy = False
        self._go(place)

    def _arrange(self) -> None:
        """Places columns, gutter and scroll bar."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        places = frame(self._page, self.size(), self._bar.sizeHint().width(), mirrored)
        self._page.width = places.width
        self._bar.setGeometry(places.bar)
        self._gutter.setGeometry(places.gutter)
        self._source.setGeometry(places.source)
        column = places.source.width()
        if places.target:
            self._target.setGeometry(places.target)
            self._target.rows.rule = (PAD, column)
            self._gutter.rule = (0, places.gutter.width())
            self._source.rows.rule = (0, column - PAD)
        else:
            self._source.rows.rule = (PAD, column - PAD)
            self._gutter.rule = (0, 0)

    def _settle(self, value: int) -> int:
        """Lays out the rows that show when scrolled to ``value``. What is above them may turn out taller or shorter
        than estimated: returns the value at which the first row that was settled before still stands where it did."""
        geometry = self._page.geometry
        if not self._page.rows:
            return 0
        value = min(max(value, 0), self._end())
        first = geometry.row_at(value)
        anchor = next((row for row in self._showing(value) if geometry.is_settled(row)), first)
        offset = float(value - geometry.top(anchor))
        if not geometry.is_settled(anchor) and offset > 0:
            share = offset / max(geometry.height(anchor), 1)
            self._settle_row(anchor)
            offset = share * geometry.height(anchor)
        while missing := [row for row in self._showing(value) if not geometry.is_settled(row)]:
            for row in missing:
                self._settle_row(row)
            value = min(max(round(geometry.top(anchor) + offset), 0), self._end())
        return value

    def _showing(self, value: int) -> range:
        geometry = self._page.geometry
        return range(geometry.row_at(value), geometry.row_at(value + self.height()) + 1)

    def _settle_row(self, row: int) -> None:
        lines = {side: column.rows.lines(row, side) for column in self._columns() for side in column.rows.sides}
        self._page.settle(row, lines)

    def _settle_all(self) -> None:
        place = self._place()
        for row in range(len(self._page.rows)):
            if not self._page.geometry.is_settled(row):
                self._settle_row(row)
        self._go(place)

    def _end(self) -> int:
        return max(self._page.geometry.total() - self.height(), 0)

    # Scrolling

    def _place(self) -> Place:
        """The row at the top, and how far down it that is."""
        if not self._page.rows or self._value <= 0:
            return 0, 0.0
        geometry = self._page.geometry
        row = geometry.row_at(self._value)
        return row, max(self._value - geometry.top(row), 0) / max(geometry.height(row), 1)

    def _go(self, place: Place) -> None:
        row, fraction = place
        value = 0
        if self._page.rows and (row, fraction) != (0, 0.0):
            self._settle_row(row)
            geometry = self._page.geometry
            value = round(geometry.top(row) + fraction * geometry.height(row))
        self._apply(self._settle(value))

    def _scroll_to(self, value: int) -> None:
        if not self._busy:
            self._apply(self._settle(value))

    def _follow(self, value: int) -> None:
        """A column scrolled by itself, to bring its caret into view."""
        if not self._busy:
            self._bar.setValue(value)

    def _apply(self, value: int) -> None:
        """Makes bars, columns and gutter show the page from ``value`` on."""
        self._busy = True
        self._value = value
        for column in self._columns():
            column.rows.documentSizeChanged.emit(column.rows.documentSize())
            column.verticalScrollBar().setRange(0, self._end())
            column.verticalScrollBar().setValue(value)
            column.viewport().update()
        self._bar.setRange(0, self._end())
        self._bar.setPageStep(max(self.height() - round(self._page.typography.line * 2), 1))
        self._bar.setSingleStep(round(self._page.typography.line * 2))
        self._bar.setValue(value)
        self._bar.setVisible(self._end() > 0)
        self._gutter.offset = value
        self._gutter.update()
        self._busy = False
        self.moved.emit()

    # Linked reading

    def show_doubt(self, block: int, flag: Flag) -> None:
        """Brings a paragraph into view, lights what a doubt about it is about, and puts the carets there."""
        self.reveal(block)
        row = self._row_of[block]
        spans = {Side.SOURCE: flag.source, Side.TARGET: flag.target}
        for column in self._columns():
            for side in column.rows.sides:
                column.put_caret(row, side, spans[side][0] if spans[side] else (0, 0))
        self._light.show({(row, side): Lit((0, 0), found) for side, found in spans.items() if found})

    def reveal(self, block: int) -> None:
        """Scrolls, where it must, until a block is in view."""
        row = self._row_of[block]
        self._settle_row(row)
        top = self._page.geometry.top(row)
        if top < self._value or top + self._page.geometry.height(row) > self._value + self.height():
            self._apply(self._settle(max(top - self.height() // 4, 0)))

    def make_room(self, block: int | None, height: int = 0) -> None:
        """Holds a block's row open for something of that height, in pixels, laid over its translation; None for no
        row. The row's top stays where it is."""
        page = self._page
        before, page.room = page.room, None if block is None else (self._row_of[block], height)
        if before == page.room:
            return
        for room in (before, page.room):
            if room is not None and room[0] < len(page.rows):
                self._settle_row(room[0])
        self._apply(self._settle(self._value))

    def pair(self, block: int | None) -> Pair | None:
        """The pair of a block, where there is one yet."""
        return None if block is None else self._pairs.get(block)

    def row(self, block: int) -> int | None:
        """The row that shows a block."""
        return self._row_of.get(block)

    # Words of ours

    def _phrases(self) -> Phrases:
        return Phrases(failed=self.tr("Not translated: {reason}"))

    def _explain(self, row: Row) -> str:
        pair = self.pair(row.block)
        if pair is None:
            return ""
        return "\n".join([made_by(pair), *glossary_says(pair), *(doubt_text(flag, pair) for flag in row.flags)])

    def _name(self) -> None:
        self._gutter.edited = self.tr("edited")
        self._source.setAccessibleName(self.tr("Arabic text"))
        self._target.setAccessibleName(self.tr("English translation"))
        self._gutter.setAccessibleName(self.tr("Paragraph numbers"))
        self._bar.setAccessibleName(self.tr("Scroll the article"))

    # Events

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._relayout(self._place())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relayout(self._place())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._page.theme.paper))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self.set_arabic_size(self.arabic_size() + steps)
            event.accept()
        else:
            QCoreApplication.sendEvent(self._bar, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = QScrollBar.SliderAction
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        actions = {
            Qt.Key.Key_Up: action.SliderSingleStepSub,
            Qt.Key.Key_Down: action.SliderSingleStepAdd,
            Qt.Key.Key_PageUp: action.SliderPageStepSub,
            Qt.Key.Key_PageDown: action.SliderPageStepAdd,
            Qt.Key.Key_Home: action.SliderToMinimum,
            Qt.Key.Key_End: action.SliderToMaximum,
            Qt.Key.Key_Space: action.SliderPageStepSub if back else action.SliderPageStepAdd,
        }
        if event.key() in actions:
            self._bar.triggerAction(actions[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
