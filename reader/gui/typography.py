"""How each kind of row is set at a size of type: the font, the leading, the gap above it, the ink."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from reader.gui import fonts
from reader.gui.page_rows import Cell, Dress, State
from reader.settings import MAX_FONT_SIZE, MIN_FONT_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.gui.reading_options import ReadingOptions

LEADING_ARABIC = 1.66
LEADING_LATIN = 1.56
"""Distance between baselines as a share of the font's pixel size. Amiri wants more than its body: its descenders and
marks reach further than those of the Latin, and closer lines touch where the vowels are written."""

RISE_ARABIC = 0.66
RISE_LATIN = 0.70
"""How much of that distance lies above the baseline; the rest is below it."""

_SPACINGS = {"tight": 0.9, "normal": 1.0, "loose": 1.22}
"""The leading of each choice, as a share of the usual one."""

_SAMPLE = "the water authority announced on Wednesday that the level of the lake had fallen since summer"
_SAMPLE_ARABIC = "أعلنت هيئة المياه اليوم أن منسوب البحيرة انخفض منذ بداية الصيف"
_LATIN_LETTERS = f"{_SAMPLE}, judge my box of quartz (“1234567890”) ABCDEFGHIJKLMNOPQRSTUVWXYZ."
_ARABIC_LETTERS = f"{_SAMPLE_ARABIC}، «أبجد هوز حطي كلمن سعفص قرشت ثخذ ضظغ» 1234567890 كثقفجغظش إلى عشرة."


@dataclass(frozen=True, slots=True)
class _Scale:
    """A dress's sizes as shares of the body's, whether it is bold, and the gap above it in lines of English body."""

    arabic: float
    latin: float
    gap: float
    bold: bool = False
    tight: float = 1.0


_SCALES = {
    Dress.KICKER: _Scale(0.84, 0.86, 0.0, bold=True),
    Dress.TITLE: _Scale(1.5, 1.56, 0.2, bold=True, tight=0.86),
    Dress.DETAIL: _Scale(0.8, 0.82, 0.12),
    Dress.CAPTION: _Scale(0.8, 0.82, 0.12, tight=0.95),
    Dress.LABEL: _Scale(0.72, 0.74, 0.5),
    Dress.HEADING: _Scale(1.12, 1.12, 0.95, bold=True),
    Dress.BODY: _Scale(1.0, 1.0, 0.62),
    Dress.QUOTE: _Scale(1.0, 1.0, 0.62),
    Dress.LIST_ITEM: _Scale(1.0, 1.0, 0.34),
    Dress.RELATED_HEADING: _Scale(0.84, 0.86, 0.9, bold=True),
    Dress.RELATED: _Scale(0.9, 0.9, 0.3),
    Dress.END_QUOTE: _Scale(0.86, 0.86, 0.5),
    Dress.END_NOTE: _Scale(0.94, 0.94, 0.14),
    Dress.END_TAGS: _Scale(0.8, 0.8, 0.1),
}
BOLD = frozenset(dress for dress, scale in _SCALES.items() if scale.bold)
_HEADLINE_MEASURE, _LEAST_HEADLINE, _LEAST_FOR_WORDS = 0.5, 0.72, 0.45
"""A headline is full-sized from half the measure on, and never smaller than the second share of it, or, where a word of
it is too long for a line, the third."""
_RULED_GAP = 1.7
_AFTER_DETAIL = 0.85
_INDENTED = {
    Dress.QUOTE: 1.5,
    Dress.LIST_ITEM: 1.35,
    **dict.fromkeys((Dress.END_QUOTE, Dress.END_NOTE, Dress.END_TAGS), 1.5),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """A font with its leading, in whole pixels: ``rise`` above a baseline and ``fall`` below it make up a line."""

    font: QFont
    rise: int
    fall: int
    average: float

    @property
    def pitch(self) -> int:
        """From one baseline to the next."""
        return self.rise + self.fall


class Typography:
    """The settings of a page as a reader wants it; a size beyond the settings' bounds is brought within them."""

    def __init__(self, options: ReadingOptions) -> None:
        size = min(max(options.arabic_size, MIN_FONT_SIZE), MAX_FONT_SIZE)
        self.options = replace(options, arabic_size=size)
        self.arabic_size = size
        self.latin_size = size / fonts.ARABIC_TO_LATIN * options.english_share
        self._arabic_face, self._latin_face = (
            fonts.arabic_face(options.arabic_face),
            fonts.latin_face(options.latin_face),
        )
        self._spacing = _SPACINGS[options.spacing]
        self._settings: dict[tuple[str, bool, bool], Setting] = {}
        self._headline = 1.0

    def fit(self, width: int, words: Sequence[tuple[str, bool]] = ()) -> None:
        """Tells the width of a column, in pixels: a headline is set smaller where its words would stand one a line,
        and where one of its ``words``, each with whether it is Arabic, would not find room on a line."""
        share = min(max(round(width / (self.measure * _HEADLINE_MEASURE), 2), _LEAST_HEADLINE), 1.0)
        for word, arabic in words:
            full = QFontMetricsF(self._headline_font(arabic, 1.0)).horizontalAdvance(word)
            share = min(share, max(round(width * 0.96 / max(full, 1.0), 2), _LEAST_FOR_WORDS))
        if share != self._headline:
            self._headline = share
            self._settings.clear()

    def _headline_font(self, arabic: bool, share: float) -> QFont:
        scale = _SCALES[Dress.TITLE]
        if arabic:
            return self.arabic(self.arabic_size * scale.arabic * share, bold=True)
        return self.latin(self.latin_size * scale.latin * share, bold=True)

    def setting(self, dress: Dress, cell: Cell) -> Setting:
        """How a cell of a row in this dress is set."""
        italic = cell.state is State.FAILED or (dress is Dress.CAPTION and not cell.arabic)
        key = (
            dress.value,
            cell.arabic,
            italic,
        )  # a plain string is hashed faster than an enum, and this is asked often
        setting = self._settings.get(key)
        if setting is None:
            setting = self._settings[key] = self._make(dress, cell.arabic, italic)
        return setting

    def warming(self) -> Iterator[None]:
        """Loads the faces and draws their letters once, a face in each step: the first article would otherwise wait for
        all of them in one go."""
        for arabic, letters in ((True, _ARABIC_LETTERS), (False, _LATIN_LETTERS)):
            for dress in (Dress.BODY, Dress.TITLE):
                font = self.setting(dress, Cell(letters, right_to_left=arabic, arabic=arabic)).font
                size = QFontMetricsF(font).boundingRect(letters).size().toSize()
                picture = QImage(size, QImage.Format.Format_RGB32)
                painter = QPainter(picture)
                painter.setFont(font)
                painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, letters)
                painter.end()
                yield

    def _make(self, dress: Dress, arabic: bool, italic: bool) -> Setting:
        scale = _SCALES[dress]
        share = self._headline if dress is Dress.TITLE else 1.0
        if arabic:
            size = self.arabic_size * scale.arabic * share
            font = self.arabic(size, bold=scale.bold)
            leading, rise, sample = LEADING_ARABIC, RISE_ARABIC, _SAMPLE_ARABIC
        else:
            size = self.latin_size * scale.latin * share
            font = self.latin(size, bold=scale.bold, italic=italic)
            leading, rise, sample = LEADING_LATIN, RISE_LATIN, _SAMPLE
        metrics = QFontMetricsF(font)
        # By the size, not the face's own: whatever the face, as many lines go on a page.
        pitch = size * metrics.fontDpi() / 72 * leading * scale.tight * self._spacing
        above = round(pitch * rise)
        return Setting(font, above, round(pitch) - above, metrics.horizontalAdvance(sample) / len(sample))

    def arabic(self, points: float, *, bold: bool = False) -> QFont:
        """The page's Arabic face, as large as Amiri looks at that size."""
        return fonts.arabic(points, bold=bold, face=self._arabic_face)

    def latin(self, points: float, *, bold: bool = False, italic: bool = False) -> QFont:
        """The page's Latin face."""
        return fonts.latin(points, bold=bold, italic=italic, face=self._latin_face)

    @cached_property
    def line(self) -> float:
        """The distance between two lines of English body, in pixels: the measure of all gaps."""
        metrics = QFontMetricsF(self.latin(self.latin_size))
        return float(metrics.fontDpi() * self.latin_size / 72) * LEADING_LATIN * self._spacing

    @cached_property
    def measure(self) -> int:
        """The widest a column should be, in pixels."""
        width = QFontMetricsF(self.latin(self.latin_size)).horizontalAdvance(_SAMPLE)
        return round(width / len(_SAMPLE) * self.options.measure)

    @cached_property
    def number_font(self) -> QFont:
        """For the numbers between the columns."""
        return self.latin(max(self.latin_size * 0.68, 7.0))

    def gap(self, dress: Dress, above: Dress | None, begins: bool) -> int:
        """The gap between a row and the one above it, in pixels; ``begins`` where a rule runs through it."""
        if above is None:
            return round(self.line * 1.3)
        if begins:
            return round(self.line * _RULED_GAP)
        if dress is Dress.LABEL and above is Dress.DETAIL:
            return round(self.line * _AFTER_DETAIL)
        if dress is Dress.CAPTION and above is Dress.DETAIL:
            return round(self.line * _AFTER_DETAIL)
        if dress is Dress.DETAIL and above is Dress.TITLE:
            return round(self.line * 0.45)
        if above in (Dress.HEADING, Dress.LABEL, Dress.RELATED_HEADING):
            return round(self.line * 0.25)
        return round(self.line * _SCALES[dress].gap)

    def indent(self, dress: Dress) -> int:
        """How far a dress stands in from its column's leading edge, in pixels."""
        return round(self.line * _INDENTED.get(dress, 0.0))
