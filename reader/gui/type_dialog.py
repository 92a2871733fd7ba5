"""The small window in which a reader chooses how the text is set; the page behind it shows each choice at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.gui.choices import Choice, Stepper
from reader.gui.reading_options import ReadingOptions
from reader.gui.side_window import SideWindow
from reader.settings import (
    ARABIC_FACES,
    DIGITS,
    LATIN_FACES,
    MAX_ENGLISH_SHARE,
    MAX_FONT_SIZE,
    MAX_MEASURE,
    MIN_ENGLISH_SHARE,
    MIN_FONT_SIZE,
    MIN_MEASURE,
    SPACINGS,
)


class TypeDialog(SideWindow):
    """``chosen`` tells the ReadingOptions at each change."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = ReadingOptions()
        self.arabic_size, self.english_share, self.measure = QDoubleSpinBox(), QSpinBox(), QSpinBox()
        self.arabic_size.setRange(MIN_FONT_SIZE, MAX_FONT_SIZE)
        self.arabic_size.setDecimals(1)
        self.english_share.setRange(round(MIN_ENGLISH_SHARE * 100), round(MAX_ENGLISH_SHARE * 100))
        self.english_share.setSingleStep(5)
        self.measure.setRange(MIN_MEASURE, MAX_MEASURE)
        self.spacing, self.digits = Choice(SPACINGS), Choice(DIGITS)
        self.arabic_face, self.latin_face = Choice(ARABIC_FACES), Choice(LATIN_FACES)
        self.diacritics, self.reset = QCheckBox(), QPushButton()
        self.reset.setAutoDefault(False)
        self._steppers = [Stepper(number) for number in (self.arabic_size, self.english_share, self.measure)]
        self._rows: list[tuple[QLabel, QWidget]] = [
            (QLabel(), part)
            for part in (
                *self._steppers[:2],
                self.spacing,
                self._steppers[2],
                self.arabic_face,
                self.latin_face,
                self.digits,
            )
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        for number, (label, part) in enumerate(self._rows):
            label.setBuddy(part)
            grid.addWidget(label, number, 0)
            grid.addWidget(part, number, 1, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(self.diacritics, len(self._rows), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addLayout(foot)
        self._connect()
        self.retranslate()

    def show_options(self, options: ReadingOptions) -> None:
        """Shows these as the ones that hold."""
        self._options = options
        fields = (self.arabic_size, self.english_share, self.measure, self.diacritics)
        blockers = [QSignalBlocker(field) for field in fields]
        self.arabic_size.setValue(options.arabic_size)
        self.english_share.setValue(round(options.english_share * 100))
        self.measure.setValue(options.measure)
        self.diacritics.setChecked(options.diacritics)
        for blocker in blockers:
            blocker.unblock()
        self.spacing.show_value(options.spacing)
        self.arabic_face.show_value(options.arabic_face)
        self.latin_face.show_value(options.latin_face)
        self.digits.show_value(options.digits)
        self.reset.setEnabled(options != ReadingOptions())

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Type"))
        names = (
            self.tr("Size of the Arabic"),
            self.tr("Size of the English"),
            self.tr("Lines"),
            self.tr("Width of a column"),
            self.tr("Arabic face"),
            self.tr("English face"),
            self.tr("Digits in the Arabic"),
        )
        for (label, part), name in zip(self._rows, names, strict=True):
            label.setText(name)
            part.setAccessibleName(name)
        for stepper, number in zip(self._steppers, (self.arabic_size, self.english_share, self.measure), strict=True):
            number.setAccessibleName(stepper.accessibleName())
            stepper.less.setAccessibleName(self.tr("{what}: less").format(what=stepper.accessibleName()))
            stepper.more.setAccessibleName(self.tr("{what}: more").format(what=stepper.accessibleName()))
        self.arabic_size.setSuffix(" " + self.tr("pt", "points, the size of type"))
        self.english_share.setSuffix(" %")
        self.measure.setSuffix(" " + self.tr("characters"))
        self.spacing.name(names[2], (self.tr("Tight"), self.tr("Usual"), self.tr("Loose")))
        self.arabic_face.name(names[4], (self.tr("Amiri"), self.tr("Sans"), self.tr("The system's Naskh")))
        self.latin_face.name(names[5], (self.tr("Serif"), self.tr("As the window's")))
        self.digits.name(names[6], (self.tr("As printed"), "٠١٢٣", "0123"))
        self.diacritics.setText(self.tr("Show vowel marks"))
        self.reset.setText(self.tr("As at first"))

    def _connect(self) -> None:
        self.arabic_size.valueChanged.connect(lambda value: self._change(arabic_size=value))
        self.english_share.valueChanged.connect(lambda value: self._change(english_share=value / 100))
        self.measure.valueChanged.connect(lambda value: self._change(measure=value))
        self.spacing.chosen.connect(lambda value: self._change(spacing=value))
        self.arabic_face.chosen.connect(lambda value: self._change(arabic_face=value))
        self.latin_face.chosen.connect(lambda value: self._change(latin_face=value))
        self.digits.chosen.connect(lambda value: self._change(digits=value))
        self.diacritics.toggled.connect(lambda shown: self._change(diacritics=shown))
        self.reset.clicked.connect(lambda: self.chosen.emit(ReadingOptions()))

    def _change(self, **changes: Any) -> None:
        self.chosen.emit(replace(self._options, **changes))
