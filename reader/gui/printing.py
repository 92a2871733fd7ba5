"""The article with its translation on paper: both columns, their numbers between, what is marked in them, the notes
after them, and how all of it falls into sheets.

A book has hundreds of sheets. So all that takes long is an iterator, which does some of it and then yields what share
is done: whoever goes through it comes to other things between.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
)

from reader.gui import theme
from reader.gui.end_notes import Marked, numbers, rows_after
from reader.gui.numbered_rows import NumberedRows
from reader.gui.page import Mode, Page
from reader.gui.page_rows import Dress
from reader.gui.row_document import RowDocument
from reader.gui.row_layout import PAD
from reader.gui.typography import Typography
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from reader.gui.end_notes import Numbers
    from reader.gui.marks import Marks
    from reader.gui.page_rows import Row
    from reader.gui.reading_options import ReadingOptions
    from reader.gui.row_layout import RowLayout

ON_PAPER = 0.72
"""The size of the type on paper by that on the screen: paper is held nearer."""

PAPER = replace(theme.LIGHT, paper="#ffffff")

_FOOT = 2.2
"""Lines that are kept free at the foot for the number of the sheet."""

_REACH = 3
"""Pixels by which a letter may reach out of its row."""

_SLICE = 0.012
"""Seconds of laying out between two yields."""

_NOTES, _BETWEEN = 0.9, 2.0
"""The size of the notes by that of the article, and the lines that are free between the two."""

_LEADS = frozenset((Dress.KICKER, Dress.TITLE, Dress.LABEL, Dress.HEADING, Dress.RELATED_HEADING, Dress.END_QUOTE))
"""What does not stand alone at the foot of a sheet."""

_FOLLOWS = frozenset((Dress.END_NOTE, Dress.END_TAGS))
"""What is not parted from the row above it, where a sheet has room for both."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page that stands on a sheet: of each side from which height of the page to which, in pixels,
    and how far down the sheet it begins."""

    spans: dict[Side, tuple[int, int]]
    at: int


class PrintedRows:
    """Rows on sheets whose printable part is ``size`` pixels, of the resolution of the screen. Once they are laid out,
    ``end`` is how far down the last of ``sheets`` they reach."""

    def __init__(
        self, rows: Sequence[Row], mode: Mode, options: ReadingOptions, size: QSizeF, marks: Marks, noted: Numbers
    ) -> None:
        page = self._page = Page()
        page.rows = list(rows)
        page.mode = Mode.SIDE if mode is Mode.DEMAND else mode
        page.theme, page.marks = PAPER, marks
        page.typography = Typography(options)
        self._size, self._numbers = size, noted
        self._gutter = round(page.typography.line * 1.7)
        self._documents: list[RowDocument] = []
        self._columns: dict[tuple[Side, ...], tuple[RowLayout, float]] = {}
        self.sheets: list[list[Piece]] = []
        self.end = 0

    def lay_out(self, start: int = 0) -> Iterator[float]:
        """Lays the rows out, the first of them ``start`` pixels down its sheet; yields what share is done."""
        page = self._page
        yield from self._make_columns()
        page.reset()
        yield 0.0
        since = perf_counter()
        columns = [(side, column) for held, (column, _) in self._columns.items() for side in held]
        for row in range(len(page.rows)):
            page.settle(row, {side: column.lines(row, side) for side, column in columns})
            if perf_counter() - since > _SLICE:
                yield (row + 1) / len(page.rows)
                since = perf_counter()
        self.sheets, self.end = self._divide(start)

    def _make_columns(self) -> Iterator[float]:
        """Makes the columns by the sides that they hold, each with its distance from the left, in steps."""
        page, whole = self._page, int(self._size.width())
        shares: tuple[float, ...] = (1.0,)
        sides: tuple[tuple[Side, ...], ...] = (page.sides,)
        if page.facing:
            share = page.typography.options.arabic_width
            shares, sides = (1 - share, share), ((Side.TARGET,), (Side.SOURCE,))
        room = whole - self._gutter - 2 * PAD * len(sides)
        widths = [max(round(room * share), 40) for share in shares]
        for held, width in zip(sides, widths, strict=True):
            page.widths |= dict.fromkeys(held, width)
        x = 0
        for held, width in zip(sides, widths, strict=True):
            column = self._column(held)
            self._columns[held] = column, float(x)
            # Each column's rule goes on to the middle of the gutter, where it meets the other's.
            half = self._gutter // 2
            left = PAD if held is sides[0] else -half
            column.rule = (left, PAD + width if held is sides[-1] else width + 2 * PAD + self._gutter - half)
            x += width + 2 * PAD + self._gutter
            yield 0.0

    def _column(self, sides: tuple[Side, ...]) -> RowLayout:
        numbered = partial(NumberedRows, numbers=self._numbers)
        page, rtl = self._page, Side.SOURCE in sides
        text = page.whole(page.rows, sides)
        document = RowDocument(page, page.rows, sides, text, right_to_left=rtl, layout=numbered)
        self._documents.append(document)
        return document.rows

    # Sheets

    def _divide(self, start: int) -> tuple[list[list[Piece]], int]:
        """Whole rows as far as a sheet has room; only a row that is taller than a sheet is parted, between lines."""
        page, geometry = self._page, self._page.geometry
        room = int(self._size.height() - page.typography.line * _FOOT)
        sheets: list[list[Piece]] = [[]]
        row, used = 0, start
        while row < len(page.rows):
            last = self._last_that_fits(row, room - used)
            if last is not None and not (used and self._leads(last)):
                top, bottom = geometry.top(row), geometry.top(last) + geometry.height(last)
                sheets[-1].append(Piece(dict.fromkeys(page.sides, (top, bottom)), used))
                used += bottom - top
                row = last + 1
                if row < len(page.rows):
                    sheets.append([])
                    used = 0
            elif used:
                sheets.append([])
                used = 0
            else:
                used = self._part(row, room, sheets)
                row += 1
        return sheets, used

    def _last_that_fits(self, first: int, room: int) -> int | None:
        geometry, rows = self._page.geometry, self._page.rows
        last = first - 1
        while last + 1 < len(rows) and geometry.top(last + 1) + geometry.height(last + 1) - geometry.top(first) <= room:
            last += 1
        if last < first:
            return None
        kept = last
        while kept > first and self._leads(kept):
            kept -= 1
        return last if self._leads(kept) else kept

    def _leads(self, row: int) -> bool:
        """Whether a row should have the next below it; the last of all has none."""
        rows = self._page.rows
        return row + 1 < len(rows) and (rows[row].dress in _LEADS or rows[row + 1].dress in _FOLLOWS)

    def _part(self, row: int, room: int, sheets: list[list[Piece]]) -> int:
        """Divides a row among sheets, beginning on the last of them; how much of the last one it takes."""
        below = self._page.geometry.gap(row + 1) if row + 1 < len(self._page.rows) else 0
        ends = {side: self._ends(row, side) for side in self._page.sides}
        begun = {side: self._page.geometry.top(row) for side in ends}
        if not self._page.facing:  # one under the other: what is left of the first goes before the second
            ends = {Side.SOURCE: sorted(end for found in ends.values() for end in found)}
        while True:
            spans = {}
            for side, found in ends.items():
                start = begun[side]
                later = [end for end in found if end > start]
                fitting = [end for end in later if end <= start + room] or later[:1]
                spans[side] = start, fitting[-1] if fitting else start
                begun[side] = spans[side][1]
            shown = spans if self._page.facing else dict.fromkeys(self._page.sides, spans[Side.SOURCE])
            sheets[-1].append(Piece(shown, 0))
            if all(begun[side] >= found[-1] for side, found in ends.items()):
                return max(end - start for start, end in spans.values()) + below
            sheets.append([])

    def _ends(self, row: int, side: Side) -> list[int]:
        """Where the lines of a cell end, in pixels of the page."""
        page = self._page
        column = next(column for held, (column, _) in self._columns.items() if side in held)
        setting = page.setting(row, side)
        top = page.top(row, side) + page.rise(row, side) - setting.rise
        return [top + (number + 1) * setting.pitch for number in range(column.lines(row, side))]

    # Drawing

    def paint(self, painter: QPainter, sheet: int) -> None:
        """Draws what of the rows is on a sheet, counted from the first of theirs."""
        for piece in self.sheets[sheet]:
            for held, (column, x) in self._columns.items():
                top, bottom = piece.spans[held[0]]
                if top < bottom:
                    self._paint_column(painter, column, x, (top, bottom), piece.at)
            self._paint_numbers(painter, piece)

    def _paint_column(self, painter: QPainter, column: RowLayout, x: float, span: tuple[int, int], at: int) -> None:
        size = column.documentSize()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.cursorPosition = -1
        # A number at a line's end stands in the margin.
        context.clip = QRectF(-self._gutter / 2, span[0], size.width() + self._gutter, span[1] - span[0])
        painter.save()
        painter.translate(QPointF(x, at - span[0]))
        painter.setClipRect(context.clip.adjusted(0, 0 if at == 0 else -_REACH, 0, _REACH))
        column.draw(painter, context)
        painter.restore()

    def _paint_numbers(self, painter: QPainter, piece: Piece) -> None:
        page = self._page
        painter.setFont(page.typography.number_font)
        painter.setPen(QColor(PAPER.muted))
        first = next(iter(self._columns.values()))[0]
        left = first.documentSize().width()
        top, bottom = next(iter(piece.spans.values()))
        for row, entry in enumerate(page.rows):
            if entry.number is not None and top <= page.geometry.top(row) < bottom:
                text = str(entry.number)
                width = painter.fontMetrics().horizontalAdvance(text)
                baseline = page.geometry.top(row) - top + piece.at + page.rise(row, Side.SOURCE)
                painter.drawText(QPointF(left + (self._gutter - width) / 2, baseline), text)


class PrintedArticle:
    """The article, with what is marked in it, and the notes below, on sheets whose printable part is ``size`` pixels,
    of the resolution of the screen. ``count`` is how many sheets it takes, once it is laid out."""

    def __init__(
        self, rows: Sequence[Row], mode: Mode, options: ReadingOptions, size: QSizeF, marked: Marked | None = None
    ) -> None:
        marked = marked or Marked()
        self._size = size
        on_paper = replace(options, arabic_size=options.arabic_size * ON_PAPER)
        self._font, self._line = Typography(on_paper).number_font, Typography(on_paper).line
        notes = marked.numbered(rows)
        self.text = PrintedRows(rows, mode, on_paper, size, marked.drawn, numbers(marked, notes))
        self.notes: PrintedRows | None = None
        self._rule: int | None = None
        self._first = self.count = 0
        after, quoted = rows_after(marked, notes)
        self._share = len(rows) / max(len(rows) + len(after), 1)
        """Of the work, what the text itself takes."""
        if after:
            smaller = replace(on_paper, arabic_size=on_paper.arabic_size * _NOTES)
            self.notes = PrintedRows(after, Mode.STACKED, smaller, size, quoted, {})

    def lay_out(self) -> Iterator[float]:
        """Lays it out, a little at a time; yields what share is done."""
        for share in self.text.lay_out():
            yield share * self._share
        self._first = self.count = len(self.text.sheets)
        if self.notes is not None:
            start = self.text.end + round(self._line * _BETWEEN)
            for share in self.notes.lay_out(start):
                yield self._share + share * (1 - self._share)
            self._rule = round(start - self._line * _BETWEEN / 2) if self.notes.sheets[0] else None
            self.count += len(self.notes.sheets) - 1

    def paint(self, painter: QPainter, sheet: int) -> None:
        """Draws a sheet, counted from 0."""
        if sheet < self._first:
            self.text.paint(painter, sheet)
        if self.notes is not None and sheet >= self._first - 1:
            self.notes.paint(painter, sheet - self._first + 1)
            if sheet == self._first - 1 and self._rule is not None:
                width = self._size.width()
                painter.fillRect(QRectF(PAD, self._rule, width - 2 * PAD, 1), QColor(PAPER.rule))
        painter.setFont(self._font)
        painter.setPen(QColor(PAPER.muted))
        foot = QRectF(0, 0, self._size.width(), self._size.height())
        edge = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, edge, f"{sheet + 1} / {self.count}")


def print_sheets(printer: QPrinter, article: PrintedArticle) -> Iterator[float]:
    """Prints an article that is laid out for the printer, whose resolution is the screen's; yields after each sheet
    what share is done. Raises OSError where the printer does not take it; closed before the end it prints nothing."""
    painter = QPainter()
    try:
        well = painter.begin(printer)
        for sheet in range(article.count):
            if not well or (sheet and not printer.newPage()):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            article.paint(painter, sheet)
            yield (sheet + 1) / article.count
    except GeneratorExit:
        printer.abort()  # before the painter ends, or what there is of it would be printed
        raise
    finally:
        if painter.isActive():
            painter.end()
