"""Shows where texts differ: a column for each, the words that are not in the others underlined and tinted."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reader.arabic.direction import is_arabic
from reader.gui import fonts
from reader.gui.note_cards import ARABIC_RATIO

if TYPE_CHECKING:
    from reader.gui.differences import Cell, Differences

MOST = 80
"""Paragraphs that are shown; of texts that differ in more the rest is counted."""


class Comparison(QWidget):
    """The paragraphs in which texts differ, each beside what it is in the others."""

    def __init__(self, differences: Differences) -> None:
        super().__init__()
        self.setObjectName("cardList")
        self.heading = QLabel()
        self.heading.setObjectName("dialogHeading")
        self.same = QLabel()
        self.same.setObjectName("panelHint")
        self.same.setWordWrap(True)
        self.cells: list[list[QLabel]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows = differences.rows[:MOST]
        columns = max((len(row) for row in rows), default=1)
        grid.addWidget(self.heading, 0, 0, 1, columns)
        grid.addWidget(self.same, 1, 0, 1, columns)
        for line, row in enumerate(rows, 2):
            self.cells.append([self._label(cell) for cell in row])
            for column, label in enumerate(self.cells[-1]):
                grid.addWidget(label, line, column)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._write(differences)

    def _write(self, differences: Differences) -> None:
        number = QLocale().toString
        left = len(differences.rows) - MOST
        if differences.rows:
            self.heading.setText(self.tr("Where the texts differ"))
            lines = [self.tr("Underlined words are not in the other text.")]
        else:
            self.heading.setText(self.tr("The texts are the same, word for word"))
            lines = []
        if differences.same:
            lines.append(self.tr("Paragraphs that are the same: {count}.").format(count=number(differences.same)))
        if left > 0:
            lines.append(self.tr("Paragraphs that differ and are not shown: {count}.").format(count=number(left)))
        self.same.setText(" ".join(lines))
        self.same.setVisible(bool(lines))

    def _label(self, cell: Cell) -> QLabel:
        text = " ".join(words for words, _ in cell)
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if not cell:
            label.setObjectName("panelHint")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setText(self.tr("This paragraph is missing here."))
            label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            return label
        arabic = is_arabic(text)
        points = label.font().pointSizeF()
        label.setFont(fonts.arabic(points * ARABIC_RATIO) if arabic else fonts.latin(points))
        edge = Qt.AlignmentFlag.AlignRight if arabic else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        tint = self.palette().color(QPalette.ColorRole.Highlight).name()
        runs = (
            html.escape(words)
            if shared
            else f'<span style="background-color: {tint}; text-decoration: underline">{html.escape(words)}</span>'
            for words, shared in cell
        )
        label.setText(f'<div dir="{"rtl" if arabic else "ltr"}">{" ".join(runs)}</div>')
        label.setAccessibleName(text)
        changed = ", ".join(words for words, shared in cell if not shared)
        if changed:
            label.setAccessibleDescription(self.tr("Not in the other text: {words}").format(words=changed))
        return label
