"""Pieces that are nearly the same, side by side: to be made one, to be kept as two, or to be left for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.arabic.direction import is_arabic
from reader.gui import fonts
from reader.gui.catalogue import site_of
from reader.gui.comparison import Comparison
from reader.gui.i18n import FSI, PDI, isolate, short_date
from reader.gui.note_text import plain
from reader.gui.piece_delegate import TITLE_RATIO
from reader.gui.piece_rows import day_of, title_of
from reader.gui.prose import Prose
from reader.gui.side_window import SideWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.differences import Differences
    from reader.model import PieceSummary

SIZE = (820, 640)
"""Its first width and height, in pixels."""
CARD = 250
"""The least width of a piece's card, in pixels."""


class _Card(QFrame):
    """One of the pieces: its title, where it is from, its dates, its length and its notes."""

    def __init__(self, piece: PieceSummary) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setMinimumWidth(CARD)
        self.choice = QRadioButton(self.tr("Keep this one"))
        self.choice.setAccessibleDescription(title_of(piece))
        title = QLabel(plain(title_of(piece)))
        title.setAccessibleName(title_of(piece))
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.RichText)
        if is_arabic(title_of(piece)):
            title.setFont(fonts.arabic(title.font().pointSizeF() * TITLE_RATIO))
            title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(title)
        if piece.title_translation:
            column.addWidget(_fact(piece.title_translation, mirrored=False))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for text in self._facts(piece):
            column.addWidget(_fact(text, mirrored=mirrored))
        column.addStretch(1)
        column.addWidget(self.choice)

    def _facts(self, piece: PieceSummary) -> list[str]:
        number = QLocale().toString
        lines = (
            (isolate(site_of(piece.source) or piece.source or ""), day_of(piece) if piece.published else ""),
            (self.tr("Saved {date}").format(date=isolate(short_date(piece.created))),),
            (
                self.tr("Words: {count}").format(count=number(piece.words)),
                self.tr("Notes: {count}").format(count=number(piece.notes)),
            ),
            (isolate(" ".join(f"#{tag}" for tag in piece.tags)), isolate(", ".join(piece.collections))),
        )
        joined = (" · ".join(part for part in line if part.strip(f"{FSI}{PDI}")) for line in lines)
        return [line for line in joined if line]


def _fact(text: str, *, mirrored: bool) -> QLabel:
    line = QLabel(text)
    line.setObjectName("panelHint")
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setWordWrap(True)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return line


class DuplicatesDialog(SideWindow):
    """One group after another. What it says, the window does."""

    merge_asked = Signal(int, list)
    """The piece that is to be kept, and the numbers of those that become one with it."""
    apart_asked = Signal(list)
    """The numbers of the pieces that are not the same, whatever they look like."""
    compare_asked = Signal(list)
    """The numbers of the pieces that are shown: ``show_differences`` is to be told how their texts differ."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("duplicatesDialog")
        self._groups: list[tuple[Sequence[PieceSummary], float]] | None = None
        self._count = self._at = 0
        self._cards: list[_Card] = []
        self._page: QVBoxLayout | None = None
        self.comparison: Comparison | None = None
        self.hint, self.heading = Prose(), QLabel()
        self.hint.setObjectName("panelHint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)  # where it stands alone
        self.heading.setObjectName("dialogHeading")
        self.area = QScrollArea()
        self.area.setObjectName("cards")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.merge_button, self.apart_button, self.later_button = QPushButton(), QPushButton(), QPushButton()
        self.merge_button.setDefault(True)
        self.merge_button.clicked.connect(self._merge)
        self.apart_button.clicked.connect(self._keep_apart)
        self.later_button.clicked.connect(self._next)
        self.close_button = QPushButton()
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close)
        foot = QHBoxLayout()
        for button in (self.merge_button, self.apart_button, self.later_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.hint)
        column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        self.resize(*SIZE)
        self.retranslate()

    def show_groups(self, groups: Sequence[tuple[Sequence[PieceSummary], float]] | None) -> None:
        """Shows the first of these groups of pieces, each with how alike they are (up to 1); None while they are still
        looked for."""
        self._groups = None if groups is None else list(groups)
        self._count, self._at = len(groups or ()), 0
        self._show()

    def show_differences(self, numbers: Sequence[int], differences: Differences) -> None:
        """Shows how the texts of pieces differ, if they are still the ones that are shown."""
        group = self._groups is not None and self._at < len(self._groups)
        if group and self._numbers() == list(numbers) and self._page is not None and self.comparison is None:
            self.comparison = Comparison(differences)
            self._page.insertWidget(1, self.comparison)

    def retranslate(self) -> None:
        """Sets the window's words in the language of the moment."""
        self.setWindowTitle(self.tr("Near duplicates"))
        self.merge_button.setText(self.tr("Merge"))
        self.later_button.setText(self.tr("Later"))
        self.close_button.setText(self.tr("Close"))
        self.area.setAccessibleName(self.tr("Near duplicates"))
        self._show()

    def _show(self) -> None:
        group = self._groups[self._at] if self._groups and self._at < len(self._groups) else None
        for part in (self.heading, self.area, self.merge_button, self.apart_button, self.later_button):
            part.setVisible(group is not None)
        if group is None:
            looking = self._groups is None
            self.hint.setText(
                self.tr("Looking for pieces that are nearly the same…")
                if looking
                else self.tr("No two pieces are nearly the same.")
                if not self._count
                else self.tr("That was the last of them.")
            )
            return
        self.hint.setText(
            self.tr(
                "These pieces are nearly the same article. Merging keeps the one you choose, with the notes, tags and "
                "collections of all; the others go to the trash."
            )
        )
        pieces, likeness = group
        heading = self.tr("Group {number} of {count} · {likeness} alike")
        number = QLocale().toString
        self.heading.setText(
            heading.format(
                number=number(self._at + 1),
                count=number(self._count),
                likeness=f"{number(min(99, int(100 * likeness)))}%",
            )
        )
        two = len(pieces) == 2
        self.apart_button.setText(self.tr("They are two") if two else self.tr("They are different"))
        self._show_cards(pieces)

    def _show_cards(self, pieces: Sequence[PieceSummary]) -> None:
        page = QWidget()
        page.setObjectName("cardList")
        self._page, self.comparison = QVBoxLayout(page), None
        self._page.setContentsMargins(0, 0, 8, 6)
        self._page.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._page.addLayout(row)
        self._page.addStretch(1)
        choices = QButtonGroup(page)
        self._cards = [_Card(piece) for piece in pieces]
        for card in self._cards:
            choices.addButton(card.choice)
            row.addWidget(card, 1)
        # The one with the most in it is the likelier to be kept.
        best = max(range(len(pieces)), key=lambda at: (pieces[at].notes, pieces[at].words, -at))
        self._cards[best].choice.setChecked(True)
        self.area.setWidget(page)
        self._cards[best].choice.setFocus()
        self.compare_asked.emit([piece.id for piece in pieces])

    def _numbers(self) -> list[int]:
        assert self._groups is not None
        return [piece.id for piece in self._groups[self._at][0]]

    def _merge(self) -> None:
        numbers = self._numbers()
        keep = next(number for number, card in zip(numbers, self._cards, strict=True) if card.choice.isChecked())
        self.merge_asked.emit(keep, [number for number in numbers if number != keep])
        self._next()

    def _keep_apart(self) -> None:
        self.apart_asked.emit(self._numbers())
        self._next()

    def _next(self) -> None:
        self._at += 1
        self._show()
