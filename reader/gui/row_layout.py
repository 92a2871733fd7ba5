"""The document layout of a column: each block is a cell of a row, its lines set when they are first needed.

The document holds nothing but text. Fonts, indents and colours are put on when a cell is laid out or drawn, so that
a new size or theme costs what is on screen and not what is in the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)

from reader.gui import find_marks, fonts, highlighting, line_setting
from reader.gui.linked import from_utf16, to_utf16
from reader.gui.page_rows import Dress, State
from reader.gui.typography import BOLD
from reader.model import FlagKind, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont, QTextBlock, QTextFrame, QTextLine

    from reader.gui.page import Page
    from reader.gui.page_rows import Cell
    from reader.gui.theme import Theme
    from reader.model import Span

PAD = 8
"""Pixels beside the lines on either side, for the rounded ends of what is lit."""

_ARABIC_RUN = re.compile(
    "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
    "(?:[\\s\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]*"
    "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc])?"
)
_OTHER_RUN = re.compile("[\u0370-\u0530\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Greek, Cyrillic and the scripts of the East, none of which the Arabic face has."""
_BRACKET, _LATIN_LETTER = re.compile("[()\\[\\]«»]"), re.compile("[A-Za-z]")
_MUTED = {Dress.DETAIL, Dress.CAPTION, Dress.LABEL, Dress.END_TAGS}
_ACCENTED = {Dress.KICKER, Dress.RELATED_HEADING}
_BALANCED = {Dress.KICKER, Dress.TITLE, Dress.HEADING, Dress.CAPTION}
_RADIUS = 2.5
_ONE_SPACE = 0.4
"""Runs nearer than this, as a share of the line's ascent, have but a space between them."""
_BESIDE_ARABIC, _BESIDE_LATIN = 1.3, 1.28
"""The Arabic against a word of another script in it, and against an English line that it stands in itself: there it is
smaller than beside it, so as not to shout."""


class RowLayout(QAbstractTextDocumentLayout):
    """Lays out and draws the cells of ``sides`` of a page, row by row, in one document that holds their text."""

    def __init__(self, document: QTextDocument, page: Page, sides: tuple[Side, ...]) -> None:
        super().__init__(document)
        self._document = document
        self._page = page
        self._sides = sides
        self._laid = bytearray(document.blockCount())
        self.rule = (0, 0)
        self.caret_shown = False

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides this document holds, in the order of its blocks."""
        return self._sides

    def slot(self, block: QTextBlock) -> tuple[int, Side]:
        """The row and side of a block."""
        return self.cell(block.blockNumber())

    def cell(self, number: int) -> tuple[int, Side]:
        """The row and side of the block of that number."""
        row, part = divmod(number, len(self._sides))
        return row, self._sides[part]

    def block(self, row: int, side: Side) -> QTextBlock:
        """The block of a cell."""
        return self._document.findBlockByNumber(row * len(self._sides) + self._sides.index(side))

    def forget(self, row: int | None = None) -> None:
        """What was laid out no longer holds, in a row or (None) everywhere."""
        if row is None:
            self._laid = bytearray(self._document.blockCount())
        else:
            count = len(self._sides)
            self._laid[row * count : (row + 1) * count] = bytes(count)

    def lines(self, row: int, side: Side) -> int:
        """How many lines a cell has, laid out now if it was not yet."""
        return self.lay(self.block(row, side)).lineCount()

    def lay(self, block: QTextBlock) -> QTextLayout:
        """A block's lines, set now if they were not yet."""
        layout = block.layout()
        number = block.blockNumber()
        if number >= len(self._page.rows) * len(self._sides) or self._laid[number]:
            return layout
        row, side = self.slot(block)
        cell, setting = self._page.rows[row].cell(side), self._page.setting(row, side)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl = cell.right_to_left
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        layout.clearLayout()
        layout.setTextOption(option)
        layout.setFormats(self.formats(block.text(), row, side))
        dress, width = self._page.rows[row].dress, self._page.text_width(row, side)
        left = PAD + (0 if rtl else self._page.widths[side] - width)
        hang = 0.0
        if dress is Dress.LIST_ITEM:
            hang = min(line_setting.mark_width(block.text(), setting.font), self._page.typography.indent(dress))
        line_setting.break_lines(layout, block.text(), width, hang=hang, balanced=dress in _BALANCED)
        line_setting.place_lines(
            layout,
            block.text(),
            line_setting.Place(
                left + (width if rtl else 0), self._page.rise(row, side), setting.pitch, setting.font, rtl, hang
            ),
        )
        self._laid[number] = 1
        return layout

    def formats(self, text: str, row: int, side: Side) -> list[QTextLayout.FormatRange]:
        """The fonts of a cell's text, as the document holds it."""
        entry, font = self._page.rows[row], self._page.setting(row, side).font
        ranges = [font_range(0, block_length(text), font)]
        bold = entry.dress in BOLD
        if entry.cell(side).arabic:
            ranges += [font_range(to_utf16(text, at), 1, fonts.unlocalised(font)) for at in _brackets(text)]
            others = _OTHER_RUN.finditer(text)
            small = self._page.typography.latin(font.pointSizeF() / _BESIDE_ARABIC, bold=bold)
            ranges += [font_range(to_utf16(text, run.start()), block_length(run[0]), small) for run in others]
        else:
            small = self._page.typography.arabic(font.pointSizeF() * _BESIDE_LATIN, bold=bold)
            for run in _ARABIC_RUN.finditer(text):
                start = to_utf16(text, run.start())
                ranges.append(font_range(start, to_utf16(text, run.end()) - start, small))
        return ranges

    # What Qt asks of a layout

    def documentSize(self) -> QSizeF:
        return QSizeF(self._page.widths[self._sides[0]] + 2 * PAD, self._page.geometry.total())

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The cell's place; lays its lines out, since that is how Qt asks for them."""
        if not block.isValid() or not self._page.rows:
            return QRectF()
        row, side = self.slot(block)
        top = self._page.top(row, side)
        self.lay(block).setPosition(QPointF(0, top))
        bottom = self._page.geometry.top(row) + self._page.geometry.height(row)
        return QRectF(0, top, self._page.widths[side] + 2 * PAD, max(bottom - top, 1))

    def documentChanged(self, _start: int, _removed: int, _added: int) -> None:
        """The page says what has changed, not the document, which changes with it."""

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        """The place in the document at a point of the page, -1 where an exact hit is asked for and there is none."""
        if not self._page.rows:
            return -1 if accuracy is Qt.HitTestAccuracy.ExactHit else 0
        row = self._page.geometry.row_at(point.y())
        side = self._sides[0]
        if len(self._sides) > 1 and point.y() >= self._page.top(row, self._sides[1]):
            side = self._sides[1]
        block = self.block(row, side)
        layout = self.lay(block)
        pitch = self._page.setting(row, side).pitch
        lead = self._page.rise(row, side) - self._page.setting(row, side).rise
        number = int((point.y() - self._page.top(row, side) - lead) // pitch)
        line = layout.lineAt(min(max(number, 0), layout.lineCount() - 1))
        if accuracy is Qt.HitTestAccuracy.ExactHit:
            inside = 0 <= number < layout.lineCount() and self._tile(line, number, row, side).contains(
                QPointF(point.x(), point.y() - self._page.top(row, side))
            )
            if not inside:
                return -1
            return block.position() + line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
        return block.position() + line.xToCursor(point.x())

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        page = self._page
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(), self.documentSize())
        # The paper is ours to lay: a style sheet of the application takes the widget's palette for its own.
        painter.fillRect(clip, QColor(page.theme.paper))
        if not page.rows:
            return
        selected = [(s.cursor.selectionStart(), s.cursor.selectionEnd()) for s in context.selections]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = max(page.geometry.row_at(clip.top()) - 1, 0)
        for row in range(first, len(page.rows)):
            if page.geometry.top(row) - page.geometry.gap(row) > clip.bottom():
                break
            if page.rows[row].begins:
                self._draw_rule(painter, row)
            for side in self._sides:
                self.draw_cell(painter, row, side, selected)
        if (self.caret_shown or any(start != end for start, end in selected)) and context.cursorPosition >= 0:
            self._draw_caret(painter, context.cursorPosition)

    # Drawing

    def draw_cell(self, painter: QPainter, row: int, side: Side, selected: Sequence[tuple[int, int]]) -> None:
        """Draws a cell with all that is marked in it, as far as it is not covered; ``selected`` in positions of the
        document."""
        page = self._page
        if not page.is_covered(row, side):
            self._draw_open_cell(painter, row, side, selected)
        elif page.sentence_uncovered is not None and page.sentence_uncovered[0] == row:
            seen = QPainterPath()
            units = _units(page.text(row, side), page.sentence_uncovered[1])
            origin = QPointF(0, page.top(row, side))
            for box in self._boxes(self.lay(self.block(row, side)), row, side, origin, units):
                seen.addRect(box.adjusted(-1, 0, 1, 0))
            painter.save()
            painter.setClipPath(seen, Qt.ClipOperation.IntersectClip)
            self._draw_open_cell(painter, row, side, selected)
            painter.restore()
        elif (row, side) in page.lit and page.cover_hint:
            painter.setFont(page.typography.number_font)
            painter.setPen(QColor(page.theme.muted))
            painter.drawText(QPointF(PAD, page.top(row, side) + page.rise(row, side)), page.cover_hint)

    def _draw_open_cell(self, painter: QPainter, row: int, side: Side, selected: Sequence[tuple[int, int]]) -> None:
        page, theme = self._page, self._page.theme
        cell = page.rows[row].cell(side)
        block = self.block(row, side)
        layout = self.lay(block)
        origin = QPointF(0, page.top(row, side))
        lit = page.lit.get((row, side))
        text, start = cell.text, block.position()
        if lit:
            self._tint(painter, layout, row, side, origin, _units(text, lit.sentence), theme.lit_sentence)
        self._draw_highlights(painter, layout, row, side, origin)
        if lit:
            for word in lit.words:
                self._tint(painter, layout, row, side, origin, _units(text, word), theme.lit_word)
        self._draw_found(painter, layout, row, side, origin)
        for from_, to in selected:
            span = (max(from_ - start, 0), min(to - start, block.length() - 1))
            if span[0] < span[1]:
                self._tint(painter, layout, row, side, origin, span, theme.selection)
        self._draw_beside(painter, row, side, cell, origin, layout.lineCount())
        painter.setPen(QColor(ink(theme, page.rows[row].dress, cell)))
        # A layout adds its own position to the one it is drawn at; Qt reads that position too (screen readers do).
        layout.setPosition(origin)
        layout.draw(painter, QPointF())
        if page.rows[row].terms and side is Side.SOURCE:
            spans = [use.span for use in page.rows[row].terms]
            self._underline(painter, layout, row, side, origin, spans, QPen(QColor(theme.muted), 1.0))
        if page.rows[row].flags:
            self._dot_doubts(painter, layout, row, side, origin)

    def span_rect(self, row: int, side: Side, span: Span) -> QRectF:
        """The first stretch of a line that a span of a cell covers, in pixels of the page; the cell's first line where
        it covers none."""
        layout = self.lay(self.block(row, side))
        text = self._page.text(row, side)
        origin = QPointF(0, self._page.top(row, side))
        units = _units(text, span)
        for box in self._boxes(layout, row, side, origin, units):
            return box
        return self._tile(layout.lineAt(0), 0, row, side).translated(origin)

    def _dot_doubts(self, painter: QPainter, layout: QTextLayout, row: int, side: Side, origin: QPointF) -> None:
        """Dots under what a doubt is about, unless that is the whole."""
        pen = QPen(QColor(self._page.theme.flag), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])  # the round ends alone: dots
        flags = [flag for flag in self._page.rows[row].flags if flag.kind is not FlagKind.LENGTH]
        spans = [span for flag in flags for span in (flag.source if side is Side.SOURCE else flag.target)]
        self._underline(painter, layout, row, side, origin, spans, pen)

    def _underline(
        self,
        painter: QPainter,
        layout: QTextLayout,
        row: int,
        side: Side,
        origin: QPointF,
        spans: Sequence[Span],
        pen: QPen,
    ) -> None:
        text, setting = self._page.text(row, side), self._page.setting(row, side)
        painter.setPen(pen)
        for span in spans:
            for box in self._boxes(layout, row, side, origin, _units(text, span)):
                y = box.top() + setting.rise + setting.fall * 0.6
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _draw_beside(self, painter: QPainter, row: int, side: Side, cell: Cell, origin: QPointF, lines: int) -> None:
        """What stands beside a cell's lines and is no part of its text: a bullet, a bar, dots for what is to come."""
        page, theme, dress = self._page, self._page.theme, self._page.rows[row].dress
        setting = page.setting(row, side)
        top = origin.y() + page.rise(row, side) - setting.rise
        baseline = origin.y() + page.rise(row, side)
        right_edge = PAD + page.widths[side]
        indent = page.typography.indent(dress)
        painter.setFont(setting.font)
        if cell.state is State.PENDING:
            painter.setPen(QColor(theme.muted))
            painter.drawText(QPointF(PAD + indent, baseline), "…")
            return
        if cell.marker:
            painter.setPen(QColor(theme.muted))
            width = painter.fontMetrics().horizontalAdvance(cell.marker)
            stands = indent - width - painter.fontMetrics().horizontalAdvance(" ")
            x = float(right_edge - stands - width if cell.right_to_left else PAD + stands)
            # Without it "2." of a right-to-left list would be drawn as the English write it.
            painter.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if cell.right_to_left else Qt.LayoutDirection.LeftToRight
            )
            painter.drawText(QPointF(x, baseline), cell.marker)
        if dress is Dress.QUOTE and cell.text:
            x = right_edge - indent / 3 if cell.right_to_left else PAD + indent / 3
            painter.fillRect(QRectF(x - 1, top + 2, 2, lines * setting.pitch - 4), QColor(theme.edge))
        if cell.state is State.FAILED or (cell.state is State.GLOSS and cell.text):
            pen = QPen(QColor(theme.flag if cell.state is State.FAILED else theme.muted), 1.2, Qt.PenStyle.DotLine)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x = 1.0 if not cell.right_to_left else right_edge + PAD - 1.0
            painter.drawLine(QPointF(x, top + 3), QPointF(x, top + lines * setting.pitch - 3))

    def _draw_rule(self, painter: QPainter, row: int) -> None:
        y = self._page.geometry.top(row) - self._page.geometry.gap(row) // 2
        painter.fillRect(QRectF(self.rule[0], y, self.rule[1] - self.rule[0], 1), QColor(self._page.theme.rule))

    def _draw_caret(self, painter: QPainter, position: int) -> None:
        block = self._document.findBlock(position)
        row, side = self.slot(block)
        painter.setPen(QColor(self._page.theme.ink))
        layout = self.lay(block)
        layout.setPosition(QPointF(0, self._page.top(row, side)))
        layout.drawCursor(painter, QPointF(), position - block.position(), 1)

    def _tint(
        self,
        painter: QPainter,
        layout: QTextLayout,
        row: int,
        side: Side,
        origin: QPointF,
        span: tuple[int, int],
        colour: str,
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for box in self._boxes(layout, row, side, origin, span):
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), _RADIUS, _RADIUS)

    def _boxes(
        self, layout: QTextLayout, row: int, side: Side, origin: QPointF, span: tuple[int, int]
    ) -> Iterator[QRectF]:
        """The parts of the page that a span of a cell, in UTF-16 units, covers: one a line, or more where directions
        meet, each as high as the line's tile."""
        text = self._page.text(row, side)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            tile = self._tile(line, number, row, side)
            for left, right in _stretches(line, text, *span):
                yield QRectF(left, tile.top(), right - left, tile.height()).translated(origin)

    def _draw_highlights(self, painter: QPainter, layout: QTextLayout, row: int, side: Side, origin: QPointF) -> None:
        """What is highlighted in a cell, and what the selection has as its counterpart there."""
        page, entry = self._page, self._page.rows[row]
        preview = page.preview.get((row, side), ())
        if entry.block is None or not entry.cell(side).copied:
            return
        highlights = page.marks.highlights.get((entry.block, side), ())
        text, setting = page.text(row, side), page.setting(row, side)
        seen_through = (row, side) in page.lit
        for highlight in highlights:
            boxes = list(self._boxes(layout, row, side, origin, _units(text, highlight.span)))
            highlighting.fill(painter, boxes, highlight, page.theme, seen_through)
            highlighting.line(painter, boxes, highlight, page.theme, setting)
        for span in preview:
            boxes = list(self._boxes(layout, row, side, origin, _units(text, span)))
            highlighting.outline(painter, boxes, page.theme)

    def _draw_found(self, painter: QPainter, layout: QTextLayout, row: int, side: Side, origin: QPointF) -> None:
        """What was found in a cell; the match at hand lies over its neighbours."""
        page = self._page
        spans = page.found.get((row, side), ())
        for span in sorted(spans, key=lambda one: (row, side, one) == page.found_now):
            boxes = self._boxes(layout, row, side, origin, _units(page.text(row, side), span))
            find_marks.draw(painter, boxes, page.theme, at_hand=(row, side, span) == page.found_now)

    def _tile(self, line: QTextLine, number: int, row: int, side: Side) -> QRectF:
        """The part of the column that is a line's own, from the cell's top: tiles of a cell touch and never overlap,
        unlike Qt's line boxes, which reach into each other where the leading is less than the font's own."""
        setting = self._page.setting(row, side)
        top = self._page.rise(row, side) - setting.rise + number * setting.pitch
        text = line.naturalTextRect()
        return QRectF(text.left(), top, text.width(), setting.pitch)


def block_length(text: str) -> int:
    """A text's length as Qt counts it, in UTF-16 units."""
    return to_utf16(text, len(text))


def ink(theme: Theme, dress: Dress, cell: Cell) -> str:
    """The colour of a cell's text."""
    if dress in _ACCENTED:
        return theme.accent
    if dress in _MUTED or cell.state is State.FAILED:
        return theme.muted
    return theme.gloss if cell.state is State.GLOSS else theme.ink


def font_range(start: int, length: int, font: QFont) -> QTextLayout.FormatRange:
    """A stretch of a text, in UTF-16 units, in a font."""
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    style = QTextCharFormat()
    style.setFont(font)
    made.format = style
    return made


def _brackets(text: str) -> list[int]:
    """Where the brackets and guillemets are in a text that has Latin letters in it: beside those, Qt would take the
    Latin form of a bracket whose fellow is Arabic."""
    return [match.start() for match in _BRACKET.finditer(text)] if _LATIN_LETTER.search(text) else []


def _units(text: str, span: tuple[int, int]) -> tuple[int, int]:
    return to_utf16(text, span[0]), to_utf16(text, span[1])


def _stretches(line: QTextLine, text: str, start: int, end: int) -> Iterator[tuple[float, float]]:
    """The stretches of a line, from left to right, that the characters from ``start`` to ``end`` cover: more than one
    where a run of the other direction parts them. By their glyphs: where directions meet, Qt's cursor stands at the
    far end of the run it has just left, and says nothing of the first letter of the next."""
    last = line.textStart() + line.textLength()
    start, end = max(start, line.textStart()), min(end, last)
    if start < end == last and text[from_utf16(text, end - 1)] == " ":
        end -= 1  # the space a line was broken at is nothing to light
    if start >= end:
        return
    runs = sorted(
        (box.left(), box.right()) for run in line.glyphRuns(start, end - start) if (box := run.boundingRect())
    )
    if not runs:
        return
    near = line.ascent() * _ONE_SPACE
    left, right = runs[0]
    for low, high in runs[1:]:
        if low > right + near:
            yield left, right
            left = low
        right = max(right, high)
    yield left, right
