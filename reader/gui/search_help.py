"""What can be typed into the search field, on a card of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from reader.arabic.direction import is_arabic
from reader.gui.announcing import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class SearchHelp(QFrame):
    """A card that Esc, or a click beside it, closes. It is made for each time, in the language of the moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("searchHelp")
        heading = QLabel(self.tr("What you can search for"))
        heading.setObjectName("dialogHeading")
        more = QLabel(
            self.tr(
                "Arabic is found however it is spelled, with what is joined to it: الحكومة finds والحكومة and للحكومة. "
                "Fields may be named in either language."
            )
        )
        more.setObjectName("searchMore")
        more.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addWidget(more)
        lines = self._lines()
        self._show_lines(lines)
        self.setAccessibleName(heading.text())
        self.setAccessibleDescription(". ".join(f"{example}: {meaning}" for example, meaning in lines))

    def open(self, button: QWidget) -> None:
        """Shows the card below a button, within its screen."""
        self.adjustSize()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        corner = button.mapToGlobal(button.rect().bottomRight() if mirrored else button.rect().bottomLeft())
        left = corner.x() - self.width() if mirrored else corner.x()
        room = button.screen().availableGeometry()
        left = min(max(left, room.left()), room.right() - self.width())
        self.move(QPoint(left, min(corner.y() + 3, room.bottom() - self.height())))
        self.show()
        announce(self, self.accessibleDescription())

    def _show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for row, (example, meaning) in enumerate(lines):
            shown = QLabel(example)
            shown.setObjectName("searchExample")
            shown.setTextFormat(Qt.TextFormat.PlainText)
            arabic = is_arabic(example)
            shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight)
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            shown.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(shown, row, 0)
            self._grid.addWidget(QLabel(meaning), row, 1)

    def _lines(self) -> list[tuple[str, str]]:
        return [
            (self.tr("wheat harvest"), self.tr("both words, anywhere in a piece")),
            (self.tr('"wheat harvest"'), self.tr("the words next to each other")),
            (self.tr('""wheat""'), self.tr("as it is spelled, in no other form")),
            (self.tr("harv*"), self.tr("words that begin so")),
            (self.tr("wheat OR barley"), self.tr("either of them")),
            (self.tr("-barley"), self.tr("pieces without it")),
            (self.tr("tag:economy"), self.tr("pieces with that tag")),
            (self.tr("in:title in:note in:Water"), self.tr("only in titles, in notes; in a collection")),
            (self.tr("from:2021-02 before:2022"), self.tr("by the article's date")),
            (self.tr("has:note has:bookmark"), self.tr("pieces that you have marked")),
            (self.tr("is:unread is:starred"), self.tr("what you have not read; what has a star")),
        ]
