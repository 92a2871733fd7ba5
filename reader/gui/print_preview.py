"""What would be printed: the sheets one below another, laid out a little at a time and drawn where they are seen."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSignalBlocker, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPageLayout, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)
from shiboken6 import isValid

from reader.gui.choices import Choice, Stepper
from reader.gui.printing import PAPER
from reader.gui.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from reader.gui.printing import PrintedArticle

GAP = 16
"""Pixels between two sheets, and around them."""

KEPT = 6
"""So many drawn sheets are kept."""

LEAST, MOST, STEP = 25, 300, 25
"""Per cent: the bounds of the size at which the sheets are shown, and what a press of a button changes of it."""

WHOLE, WIDTH = "whole", "width"


class Sheets(QAbstractScrollArea):
    """Shows the sheets of an article, or how far they are laid out."""

    reached = Signal(int)
    """The sheet in the middle of what is seen, counted from 0, whenever it is another."""
    zoomed = Signal(float)
    """How large the sheets are shown, by their size on the screen at 1."""

    def __init__(self) -> None:
        super().__init__()
        self._article: PrintedArticle | None = None
        self._paper, self._corner = QSizeF(1, 1), QPointF()
        self._share, self._zoom, self._sheet = 0.0, 1.0, 0
        self._fitting = WHOLE
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Midlight)
        self.verticalScrollBar().valueChanged.connect(self._note_place)

    @property
    def sheet(self) -> int:
        """The sheet in the middle of what is seen, counted from 0."""
        return self._sheet

    def show_progress(self, share: float) -> None:
        """Says what share of the sheets is laid out, in their place."""
        self._article, self._share = None, share
        self._drawn.clear()
        self.viewport().update()

    def show_sheets(self, article: PrintedArticle, paper: QSizeF, corner: QPointF) -> None:
        """Shows sheets of a size in pixels, the printable part of which begins at ``corner``; near the place that was
        seen before."""
        place = self._sheet
        self._article, self._paper, self._corner = article, paper, corner
        self._drawn.clear()
        self.fit(self._fitting)
        self.go(min(place, article.count - 1))

    def fit(self, how: str) -> None:
        """Shows the sheets as large as a whole one can be seen, or its ``WIDTH``; "" leaves them as they are."""
        self._fitting = how
        room = self.maximumViewportSize() - QSize(2 * GAP, 2 * GAP)
        width, height = room.width() / self._paper.width(), room.height() / self._paper.height()
        if how == WIDTH and height < width:
            width = (room.width() - self.verticalScrollBar().sizeHint().width()) / self._paper.width()
        self._resize_to({WHOLE: min(width, height), WIDTH: width}.get(how, self._zoom))

    def zoom(self, factor: float) -> None:
        """Shows the sheets in a size, by that on the screen at 1."""
        self._fitting = ""
        self._resize_to(factor)

    def go(self, sheet: int) -> None:
        """Brings a sheet to the top of what is seen."""
        self.verticalScrollBar().setValue(sheet * self._step())
        self._note_place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the sheets that are seen."""
        painter = QPainter(self.viewport())
        if self._article is None:
            said = self.tr("Laying out the sheets… {share}").format(share=_percent(self._share))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, said)
            return
        first = self.verticalScrollBar().value() // self._step()
        for sheet in range(first, self._article.count):
            place = self._place(sheet)
            if place.top() > event.rect().bottom():
                break
            painter.drawImage(place.topLeft(), self._picture(self._article, sheet))
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the sheets into the room that there is now."""
        super().resizeEvent(event)
        if self._article is not None:
            self.fit(self._fitting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn go from sheet to sheet where a whole one is seen, Home and End to the first and the last."""
        count = self._article.count if self._article is not None else 0
        by_sheet = self._fitting == WHOLE and self._step() <= self.viewport().height() + GAP
        if event.key() == Qt.Key.Key_Home:
            self.go(0)
        elif event.key() == Qt.Key.Key_End:
            self.go(count - 1)
        elif by_sheet and event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.go(self._sheet + (1 if event.key() == Qt.Key.Key_PageDown else -1))
        else:
            super().keyPressEvent(event)

    def _shown(self) -> QSize:
        """A sheet's size as it is shown, in pixels."""
        return (self._paper * self._zoom).toSize().expandedTo(QSize(1, 1))

    def _step(self) -> int:
        return self._shown().height() + GAP

    def _place(self, sheet: int) -> QRect:
        """Where a sheet stands in the viewport."""
        size, bar = self._shown(), self.horizontalScrollBar()
        free = self.viewport().width() - size.width()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = free // 2 if free >= 2 * GAP else GAP - (bar.maximum() - bar.value() if mirrored else bar.value())
        return QRect(left, GAP + sheet * self._step() - self.verticalScrollBar().value(), size.width(), size.height())

    def _resize_to(self, factor: float) -> None:
        sheet = self._sheet
        factor = min(max(factor, LEAST / 100), MOST / 100)
        if factor != self._zoom:
            self._zoom = factor
            self._drawn.clear()
        if self._article is not None:
            size, seen = self._shown(), self.viewport().size()
            upright, across = self.verticalScrollBar(), self.horizontalScrollBar()
            upright.setRange(0, max(self._article.count * self._step() + GAP - seen.height(), 0))
            upright.setPageStep(seen.height())
            upright.setSingleStep(max(seen.height() // 12, 1))
            across.setRange(0, max(size.width() + 2 * GAP - seen.width(), 0))
            across.setPageStep(seen.width())
            self.go(sheet)
        self.viewport().update()
        self.zoomed.emit(factor)

    def _note_place(self) -> None:
        if self._article is None:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        sheet = min(max(middle // self._step(), 0), self._article.count - 1)
        if sheet != self._sheet:
            self._sheet = sheet
            self.reached.emit(sheet)

    def _picture(self, article: PrintedArticle, sheet: int) -> QImage:
        if sheet in self._drawn:
            self._drawn.move_to_end(sheet)
            return self._drawn[sheet]
        sharpness = self.devicePixelRatioF()
        image = QImage(self._shown() * sharpness, QImage.Format.Format_RGB32)
        image.fill(QColor(PAPER.paper))
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(self._zoom * sharpness, self._zoom * sharpness)
        painter.translate(self._corner)
        article.paint(painter, sheet)
        painter.end()
        image.setDevicePixelRatio(sharpness)
        self._drawn[sheet] = image
        if len(self._drawn) > KEPT:
            self._drawn.popitem(last=False)
        return image


class PrintPreview(QDialog):
    """The sheets that a printer would be given, and on which paper, portrait or landscape. ``article``
    makes the article for a printable part of so many pixels."""

    print_asked = Signal()
    """They are to be printed as they are."""

    def __init__(self, printer: QPrinter, article: Callable[[QSizeF], PrintedArticle], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("printPreview")
        self.setWindowTitle(self.tr("Print preview"))
        self._printer, self._make = printer, article
        self._wanted: PrintedArticle | None = None
        self._turns = Turns(self)
        self.sheets, self.number, self.percent = Sheets(), QSpinBox(), QSpinBox()
        self.fitting, self.orientation = Choice((WHOLE, WIDTH)), Choice(("portrait", "landscape"))
        self.setup_button, self.print_button = QPushButton(), QPushButton()
        self._lay_out_parts()
        self._name()
        self._connect()
        self.fitting.show_value(WHOLE)
        self._show_orientation()
        self.sheets.setFocus()
        self.lay_out()

    def is_settled(self) -> bool:
        """Whether the sheets are laid out."""
        return self._turns.is_idle()

    def lay_out(self) -> None:
        """Lays the sheets out anew, for the paper of the moment and with what is wanted on it."""
        resolution = self._printer.Unit.DevicePixel
        paper, printable = self._printer.paperRect(resolution), self._printer.pageRect(resolution)
        article = self._wanted = self._make(printable.size())
        self.sheets.show_progress(0.0)
        for part in (self.number, self.print_button):
            part.setEnabled(False)
        self._turns.add(self._laying_out(article, paper, printable))

    def _laying_out(self, article: PrintedArticle, paper: QRectF, printable: QRectF) -> Iterator[None]:
        for share in article.lay_out():
            if not isValid(self) or self._wanted is not article:
                return
            self.sheets.show_progress(share)
            yield
        for part in (self.number, self.print_button):
            part.setEnabled(True)
        with QSignalBlocker(self.number):
            self.number.setRange(1, article.count)
            self.number.setSuffix(self.tr(" of {count}").format(count=QLocale().toString(article.count)))
        self.sheets.show_sheets(article, paper.size(), printable.topLeft())

    def _lay_out_parts(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 10, 12, 4)
        bar.setSpacing(10)
        self._number_name, self._percent_name = QLabel(), QLabel()
        self.percent.setRange(LEAST, MOST)
        self.percent.setSingleStep(STEP)
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance("000 of 000"))
        for label, spin in ((self._number_name, self.number), (self._percent_name, self.percent)):
            label.setBuddy(spin)
            bar.addWidget(label)
            bar.addWidget(Stepper(spin))
        bar.addWidget(self.fitting)
        bar.addStretch()
        bar.addWidget(self.orientation)
        bar.addWidget(self.setup_button)
        buttons = QDialogButtonBox()
        buttons.setContentsMargins(12, 6, 12, 10)
        buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.sheets, 1)
        column.addWidget(buttons)

    def _name(self) -> None:
        self.sheets.setAccessibleName(self.tr("The sheets"))
        self._number_name.setText(self.tr("Sheet"))
        self.number.setAccessibleName(self.tr("Number of the sheet"))
        self._percent_name.setText(self.tr("Zoom"))
        self.percent.setAccessibleName(self.tr("Zoom of the sheets"))
        self.percent.setSuffix(f" {QLocale().percent()}")
        self.fitting.name(self.tr("Fit"), (self.tr("Whole sheet"), self.tr("Fit width")))
        self.orientation.name(self.tr("Orientation"), (self.tr("Portrait"), self.tr("Landscape")))
        self.setup_button.setText(self.tr("Page setup…"))
        self.print_button.setText(self.tr("Print…"))

    def _connect(self) -> None:
        self.number.valueChanged.connect(lambda number: self.sheets.go(number - 1))
        self.percent.valueChanged.connect(self._zoom)
        self.fitting.chosen.connect(self.sheets.fit)
        self.orientation.chosen.connect(self._turn)
        self.setup_button.clicked.connect(self._set_page_up)
        self.print_button.clicked.connect(self.print_asked)
        self.sheets.reached.connect(self._show_number)
        self.sheets.zoomed.connect(self._show_zoom)

    def _zoom(self, percent: int) -> None:
        self.fitting.show_none()
        self.sheets.zoom(percent / 100)

    def _turn(self, value: str) -> None:
        turned = QPageLayout.Orientation.Landscape if value == "landscape" else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(turned)
        self.lay_out()

    def _set_page_up(self) -> None:
        from PySide6.QtPrintSupport import QPageSetupDialog

        dialog = QPageSetupDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._show_orientation)
        dialog.accepted.connect(self.lay_out)
        dialog.open()

    def _show_orientation(self) -> None:
        portrait = self._printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait
        self.orientation.show_value("portrait" if portrait else "landscape")

    def _show_number(self, sheet: int) -> None:
        with QSignalBlocker(self.number):
            self.number.setValue(sheet + 1)

    def _show_zoom(self, factor: float) -> None:
        with QSignalBlocker(self.percent):
            self.percent.setValue(round(factor * 100))


def _percent(share: float) -> str:
    return f"{QLocale().toString(round(share * 100))} {QLocale().percent()}"
