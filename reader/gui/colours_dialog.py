"""The small window in which a person gives the colours of highlights names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.gui.colours import SWATCH, colour_name, swatch
from reader.gui.side_window import SideWindow
from reader.model import COLOURS

if TYPE_CHECKING:
    from reader.gui.marking import Marking
    from reader.gui.theme import Theme

WIDTH = 340


class ColoursDialog(SideWindow):
    """A line for each colour. What is written is kept when the line is left; an empty line is the colour's own name."""

    def __init__(self, marking: Marking, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._marking, self._theme = marking, theme
        self.hint = QLabel()
        self.hint.setObjectName("panelHint")
        self.hint.setWordWrap(True)
        self.fields: dict[str, QLineEdit] = {}
        self._swatches: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, colour in enumerate(COLOURS):
            field, label = QLineEdit(), QLabel()
            field.editingFinished.connect(lambda colour=colour: self._name(colour))
            label.setBuddy(field)
            self.fields[colour], self._swatches[colour] = field, label
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addWidget(self.hint)
        column.addLayout(grid)
        marking.labelled.connect(self._show)
        self.setMinimumWidth(WIDTH)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self._show()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Names of the colours"))
        self.hint.setText(self.tr("What does each colour mean to you? “To quote”, “to check” …"))
        self._show()

    def _show(self) -> None:
        for colour, field in self.fields.items():
            own = colour_name(colour)
            field.setPlaceholderText(own)
            field.setAccessibleName(self.tr("Name for {colour}").format(colour=own))
            if not field.hasFocus():
                field.setText(self._marking.labels.get(colour) or "")
            self._swatches[colour].setPixmap(swatch(colour, self._theme).pixmap(SWATCH))

    def _name(self, colour: str) -> None:
        name = self.fields[colour].text().strip()
        if name != (self._marking.labels.get(colour) or ""):
            self._marking.name_colour(colour, name)
