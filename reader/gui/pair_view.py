"""The article beside its translation: two columns locked row by row, their numbers between, one scroll bar."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from reader.gui import fonts, theme
from reader.gui.columns import TextColumn
from reader.gui.cover import Cover
from reader.gui.divider import Divider
from reader.gui.doubts import doubt_text
from reader.gui.gutter import Gutter
from reader.gui.leaps import Leaps
from reader.gui.lighting import Lighting
from reader.gui.page import Mode, Page
from reader.gui.page_documents import PageDocuments
from reader.gui.page_finds import PageFinds
from reader.gui.page_frame import Frame, frame, is_narrow
from reader.gui.page_marks import PageMarks
from reader.gui.page_places import Places
from reader.gui.page_rows import Dress, Phrases, build_rows, with_pair
from reader.gui.page_scroll import Scroller
from reader.gui.printing import PrintedArticle
from reader.gui.provenance import glossary_says, made_by
from reader.gui.row_layout import PAD
from reader.gui.scroll_ticks import ScrollTicks
from reader.gui.selection import Selection
from reader.gui.sentence_walk import SentenceWalk
from reader.gui.turns import Turns
from reader.gui.typography import Typography
from reader.model import Article, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from reader.gui.end_notes import Marked
    from reader.gui.page_rows import Row
    from reader.gui.page_scroll import Place as ReadingPlace
    from reader.gui.reading_options import ReadingOptions
    from reader.model import Pair

LONG = 1_000
"""Rows from which on to set the same text in other columns would be felt, were it done in one go."""


class PairView(QWidget):
    """Shows an article and its pairs. The documents hold the pairs' strings one to one, each a block, and nothing is
    put among their characters: a place in a block is a place in the pair's own text, and copying gives that text.

    ``size_changed`` tells the Arabic's size in points whenever it becomes another. ``pressed`` is the first touch of a
    button on the text, ``clicked`` (a Spot) a click that selects nothing, or Enter at the caret; ``rested`` where the
    pointer waits (a Spot or None); ``menu_asked`` a Spot or None and where on the screen a menu is wanted;
    ``number_clicked`` the block of a number between the columns, ``note_clicked`` and ``bookmark_clicked`` the id of
    what is marked there. ``selected``: the selection is another. ``moved``: rows may now stand elsewhere in the view.
    ``filled``: another article or layout shows; ``row_changed`` the number of a row whose text is another; ``escaped``:
    Esc, where nothing is open over the text.
    """

    size_changed = Signal(float)
    pressed = Signal()
    clicked = Signal(object)
    rested = Signal(object)
    menu_asked = Signal(object, object)
    number_clicked = Signal(int)
    note_clicked = Signal(int)
    bookmark_clicked = Signal(int)
    selected = Signal()
    moved = Signal()
    filled = Signal()
    row_changed = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fonts.register()
        self._article = Article()
        self._place: str | None = None
        self._pairs: dict[int, Pair] = {}
        self._row_of: dict[int, int] = {}
        self._page = Page()
        self.documents = PageDocuments(self._page)
        self.turns = Turns(self)
        self._source = TextColumn(self._page, (Side.SOURCE,), self)
        self._target = TextColumn(self._page, (Side.TARGET,), self)
        self._gutter = Gutter(self._page, self._explain, self)
        self._gutter.clicked.connect(self.number_clicked)
        self._gutter.note_clicked.connect(self.note_clicked)
        self._gutter.bookmark_clicked.connect(self.bookmark_clicked)
        self._light = Lighting(self._page, self._columns, self.pair)
        self.places = Places(self._page, self._columns, self._gutter)
        self.selection = Selection(self._columns)
        self.marked = PageMarks(self._page, self._columns, self._gutter, self.selection, self.row)
        self.finds = PageFinds(self._page, self._columns, lambda: self._scroller, self.places)
        self.divider = Divider(self._page, self)
        self.cover = Cover(self._page, self._columns, self)
        self._scroller = Scroller(self._page, self._columns, self._gutter, self)
        self._scroller.moved.connect(self.moved)
        self.ticks = ScrollTicks(self._page, self._scroller.bar, self.row, self)
        self.walk = SentenceWalk(
            self._page, self._columns, self._scroller, self._light, self.places, self.cover, self.pair
        )
        self.leap = Leaps(self._columns, self._scroller, self._light, self.cover, self.row, self)
        for column, other in ((self._source, self._target), (self._target, self._source)):
            column.verticalScrollBar().valueChanged.connect(self._scroller.follow)
            self.selection.keep_single(column, other)
            column.pointed.connect(lambda position, one=column: self._light.follow(one.spot(position)))
            column.pressed.connect(self.pressed)
            column.clicked.connect(lambda position, one=column: self.clicked.emit(one.spot(position)))
            column.rested.connect(lambda position, one=column: self.rested.emit(one.spot(position)))
            column.menu_asked.connect(
                lambda position, where, one=column: self.menu_asked.emit(one.spot(position), where)
            )
            self.cover.watch(column)
            column.selectionChanged.connect(self.selected)
            column.cursorPositionChanged.connect(lambda one=column: self.places.note_caret(one))
        self.setFocusProxy(self._source)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Expanding)
        self.setMinimumSize(320, 200)
        self.set_theme(theme.LIGHT)
        self._name()
        self._refill()

    # What it shows

    def set_article(
        self,
        article: Article,
        pairs: Iterable[Pair] = (),
        place: str | None = None,
        rows: list[Row] | None = None,
        at: ReadingPlace = (0, 0.0),
    ) -> None:
        """Shows an article from a block on (and so far down it), with the pairs there are so far; ``place`` is the
        English of the place it names, ``rows`` what ``build_rows`` makes of these, made now where it is None."""
        self._article, self._place = article, place
        self._pairs = {pair.index: pair for pair in pairs if pair.index < len(article.blocks)}
        self._page.rows = build_rows(article, self._pairs, self._phrases()) if rows is None else rows
        self._row_of = {row.block: number for number, row in enumerate(self._page.rows) if row.block is not None}
        self.marked.clear()
        self.finds.clear()
        self._refill()
        row = self._row_of.get(at[0]) if any(at) else None
        self._show((0, 0.0) if row is None else (row, at[1]))

    def preparing_mode(self, mode: str) -> Iterator[None]:
        """Gets ready for a mode that is about to be set, in steps; what shows stays as it is."""
        columns = Mode(mode).columns(is_narrow=self._lacks_room(Mode(mode)))
        yield from self.documents.preparing_columns(self._article, columns)

    def set_pair(self, pair: Pair) -> None:
        """Shows a pair that has come, in place of what stood there; what the reader looks at stays where it is."""
        row = self._row_of.get(pair.index)
        if row is None:
            return
        self._pairs[pair.index] = pair
        old, shown = self._page.rows[row], with_pair(self._page.rows[row], self._article, pair, self._phrases())
        if shown == old:  # nothing but its word links is new, which are looked up when they are lit
            return
        if (old.source.text, old.target.text) != (shown.source.text, shown.target.text):
            self._page.lit.clear()
            self.marked.forget(pair.index)
        with self._scroller.steady(row):
            self._page.replace(row, shown)
            self.documents.note_row()
            for column in self._columns():
                for side in column.rows.sides:
                    column.refill(row, side)
                column.rows.forget(row)
        if shown.dress is Dress.TITLE:  # a word of its translation may want a smaller size on both sides
            self._relayout(self._scroller.place())
        self.row_changed.emit(row)

    def set_mode(self, mode: str) -> None:
        """ "side": side by side; "stacked": each translation under its paragraph; "arabic": the source alone;
        "demand": side by side, with the translation covered until it is pointed at or asked for. What is side by side
        is stacked while the view is too narrow for it."""
        if Mode(mode) is not self._page.mode:
            with self._rebuilding():
                self._page.mode = Mode(mode)

    def is_narrow(self) -> bool:
        """Whether the layout has two columns and they have no room now: its texts are stacked until they have."""
        return self._page.is_narrow

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
        self.set_options(replace(self.options(), arabic_size=points))

    def warming(self) -> Iterator[None]:
        """See ``Typography.warming``."""
        return self._page.typography.warming()

    def options(self) -> ReadingOptions:
        """How the page is set."""
        return self._page.typography.options

    def set_options(self, options: ReadingOptions) -> None:
        """Sets the page another way; the reader keeps the place."""
        before, place = self.options(), self._scroller.place()
        typography = Typography(options)
        now = typography.options
        if now == before:
            return
        if now.letters == before.letters:
            self._page.typography = typography
            self._relayout(place)
        else:
            with self._rebuilding():
                self._page.typography = typography
        if now.arabic_size != before.arabic_size:
            self.size_changed.emit(now.arabic_size)

    def reading_place(self) -> ReadingPlace:
        """The block (index in ``Article.blocks``) at the top of what shows, and how far down it that is, from 0 to 1.
        (0, 0.0) where nothing shows."""
        row, fraction = self._scroller.place()
        for number in (*range(row, len(self._page.rows)), *range(row, -1, -1)):
            if number < len(self._page.rows) and (block := self._page.rows[number].block) is not None:
                return block, fraction if number == row else 0.0
        return 0, 0.0

    def set_reading_place(self, place: ReadingPlace) -> None:
        """Scrolls a block (and so far down it) to the top."""
        row = self._row_of.get(place[0])
        if row is not None:
            self._scroller.go((row, place[1]))

    def is_at_end(self) -> bool:
        """Whether the end of the article is in view."""
        return bool(self._page.rows) and self._scroller.is_at_end()

    def row_tops(self, side: Side) -> list[int]:
        """The top of each row of a side, in pixels from the top of the page, after laying out all of them: what Qt
        itself is told when it asks where the row's block stands."""
        self._scroller.settle_all()
        column = self._column_of(side)
        blocks = (column.rows.block(row, side) for row in range(len(self._page.rows)))
        return [round(column.rows.blockBoundingRect(block).top()) for block in blocks]

    def on_paper(self, size: QSizeF, marked: Marked) -> PrintedArticle:
        """The article as it is set here, for sheets whose printable part is ``size`` pixels of the screen's
        resolution."""
        return PrintedArticle(self._page.rows, self._page.mode, self.options(), size, marked)

    # Layout

    def _columns(self) -> list[TextColumn]:
        return [self._source, self._target] if self._page.facing else [self._source]

    def _column_of(self, side: Side) -> TextColumn:
        return next(column for column in self._columns() if side in column.rows.sides)

    @contextmanager
    def _rebuilding(self) -> Iterator[None]:
        """Sets the page anew once what is done in the block is done; the reader, the caret and what is selected in a
        paragraph keep their place."""
        place = self._scroller.place()
        with self._scroller.held(), self.places.kept():
            yield
            self._refill()
        self._show(place)

    def _show(self, place: ReadingPlace) -> None:
        self._scroller.go(place)
        self.filled.emit()

    def _refill(self) -> None:
        """Begins the page anew."""
        self._page.lit.clear()
        self._page.preview = {}
        self.cover.close_all()
        self._page.room = None
        self._page.is_narrow = self._lacks_room(self._page.mode)
        self._fill()

    def _fill(self) -> None:
        """Measures the page, and only then gives the columns its text: they ask at once where it stands."""
        side = self._page.facing
        documents = self.documents.take(self._article)
        with self._scroller.held():
            self._measure()
            for column, document in zip(self._columns(), documents, strict=True):
                column.fill(document)
            if not side and self.window().focusWidget() is self._target:
                # Left to Qt the keys would go to whatever Tab reaches next.
                self._source.setFocus(Qt.FocusReason.OtherFocusReason)
            self._target.setVisible(side)
            self._arrange()

    def _lacks_room(self, mode: Mode) -> bool:
        return is_narrow(self._page, mode, self.width(), self._scroller.bar.sizeHint().width())

    def _relayout(self, place: ReadingPlace, *, now: bool = False) -> None:
        """Measures the page for the widget's size and shows a place of it. Where two columns have no room any more, or
        have it again, the same text is set in one or in two: a long one in turns, unless it is to be ``now``."""
        is_other = self._page.is_narrow is not self._lacks_room(self._page.mode)
        if is_other and not now and len(self._page.rows) >= LONG:  # to measure it for the old ones would be felt too
            with self._scroller.held():
                self._arrange()
            self._scroller.go(place)
            if self.turns.is_idle():
                self.turns.add(self._refitting())
            return
        caret = None
        if is_other:
            caret = self.places.caret()
            with self._scroller.held(), self.places.kept():
                self._page.is_narrow = not self._page.is_narrow
                self._fill()
        else:
            with self._scroller.held():
                self._measure()
                self._arrange()
                for column in self._columns():
                    column.set_anew()
        self._scroller.go(place)
        if caret is not None:  # of two that are stacked, less finds room on the screen
            self._scroller.reveal(caret.row)

    def _refitting(self) -> Iterator[None]:
        yield from self.preparing_mode(self._page.mode.value)
        yield
        self._relayout(self._scroller.place(), now=True)

    def _frame(self) -> Frame:
        return frame(self._page, self.size(), self._scroller.bar.sizeHint().width(), self.isRightToLeft())

    def _measure(self) -> None:
        """Sets the lines as wide as there is room, and estimates every row."""
        self._page.widths = self._frame().widths
        self._page.reset()

    def _arrange(self) -> None:
        """Places columns, gutter and scroll bar."""
        places = self._frame()
        self._scroller.bar.setGeometry(places.bar)
        self._gutter.setGeometry(places.gutter)
        self._source.setGeometry(places.source)
        self.divider.place(places.gutter)
        column = places.source.width()
        if places.target:
            self._target.setGeometry(places.target)
            self._target.rows.rule = (PAD, places.target.width())
            self._gutter.rule = (0, places.gutter.width())
            self._source.rows.rule = (0, column - PAD)
        else:
            self._source.rows.rule = (PAD, column - PAD)
            self._gutter.rule = (0, 0)

    # Rows

    def reveal(self, block: int) -> None:
        """Scrolls, where it must, until a block is in view."""
        self._scroller.reveal(self._row_of[block])

    def make_room(self, block: int | None, height: int = 0) -> None:
        """Holds a block's row open for something of that height, in pixels, laid over its translation; None for no
        row. The row's top stays where it is."""
        page = self._page
        before, page.room = page.room, None if block is None else (self._row_of[block], height)
        if before == page.room:
            return
        for room in (before, page.room):
            if room is not None and room[0] < len(page.rows):
                self._scroller.settle(room[0])
        self._scroller.show(self._scroller.value)

    def pair(self, block: int | None) -> Pair | None:
        """The pair of a block, where there is one yet."""
        return None if block is None else self._pairs.get(block)

    def row(self, block: int) -> int | None:
        """The row that shows a block."""
        return self._row_of.get(block)

    # Words of ours

    def _phrases(self) -> Phrases:
        return Phrases(failed=made_by, place=self._place)

    def _explain(self, row: Row) -> str:
        pair = self.pair(row.block)
        if pair is None:
            return ""
        return "\n".join([made_by(pair), *glossary_says(pair), *(doubt_text(flag, pair) for flag in row.flags)])

    def _name(self) -> None:
        self._gutter.edited = self.tr("edited")
        self.cover.retranslate()
        self._source.setAccessibleName(self.tr("Arabic text"))
        self._target.setAccessibleName(self.tr("English translation"))
        self._gutter.setAccessibleName(self.tr("Paragraph numbers"))
        self._scroller.bar.setAccessibleName(self.tr("Scroll the article"))

    # Events

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
            for pair in [one for one in self._pairs.values() if one.target is None]:
                self.set_pair(pair)  # what it says of itself is in the window's language
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._relayout(self._scroller.place())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self._scroller.place()
        if event.size().width() != event.oldSize().width():
            self._relayout(place)
            return
        with self._scroller.held():  # the lines stay as they are
            self._arrange()
        self._scroller.go(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._page.theme.paper))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self.set_arabic_size(self.arabic_size() + steps)
            event.accept()
        else:
            self._scroller.take_wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif not self._scroller.take_key(event):
            super().keyPressEvent(event)
