"""What was on the page and is not the article, line by line with the reason, to be put back by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.arabic.direction import is_arabic
from reader.gui import fonts
from reader.gui.note_text import plain
from reader.gui.reasons import reason_text
from reader.gui.side_panel import SidePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import SetAside

TEXT_RATIO = 1.3
"""The size of a line by that of the window's type: Amiri is drawn small in its em."""


class _Card(QFrame):
    """One line: its text, where it stood and why it was set aside, and the button that puts it back."""

    put_back = Signal(int)

    def __init__(self, line: SetAside) -> None:
        super().__init__()
        self.setObjectName("card")
        arabic = is_arabic(line.text)
        text = QLabel(plain(line.text))
        text.setAccessibleName(line.text)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if arabic:
            text.setFont(fonts.arabic(text.font().pointSizeF() * TEXT_RATIO))
            text.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        # Not the edge a line begins from in the window's language, but the one it begins from in its own.
        side = Qt.AlignmentFlag.AlignRight if arabic else Qt.AlignmentFlag.AlignLeft
        text.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        where = QLabel(self.tr("Line {line} · {reason}").format(line=line.line, reason=reason_text(line.reason)))
        where.setObjectName("panelHint")
        where.setWordWrap(True)
        button = QPushButton(self.tr("Put back"))
        button.setToolTip(self.tr("Put this line back into the article"))
        button.setAccessibleName(self.tr("Put back: {text}").format(text=line.text))
        button.clicked.connect(lambda: self.put_back.emit(line.line))
        foot = QHBoxLayout()
        foot.addWidget(where, 1)
        foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(text)
        column.addLayout(foot)


class SetAsidePanel(SidePanel):
    """The lines that parsing set aside, beside the text."""

    put_back_asked = Signal(int)
    """The number of a line of the input, from 1."""

    def __init__(self) -> None:
        self.area = QScrollArea()
        super().__init__(self.area)
        self._lines: Sequence[SetAside] = ()
        self.area.setObjectName("cards")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retranslate()

    def show_lines(self, lines: Sequence[SetAside]) -> None:
        """Shows these lines, in place of what stood here."""
        self._lines = lines
        cards = QWidget()
        cards.setObjectName("cardList")
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for line in lines:
            card = _Card(line)
            card.put_back.connect(self.put_back_asked)
            column.addWidget(card)
        column.addStretch(1)
        self.area.setWidget(cards)
        self.hint.setText(
            self.tr("These lines of the page were taken for no part of the article.")
            if lines
            else self.tr("Every line of this page is in the article.")
        )

    def retranslate(self) -> None:
        """Sets the panel's words in the language of the moment."""
        super().retranslate()
        self.heading.setText(self.tr("LINES SET ASIDE"))
        self.area.setAccessibleName(self.tr("Lines set aside"))
        self.show_lines(self._lines)
