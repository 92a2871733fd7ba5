"""Printing the article, and seeing beforehand what would be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QComboBox, QGraphicsView, QLineEdit, QToolButton

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog

    from reader.gui.actions import Actions
    from reader.gui.pair_view import PairView

MARGIN = 16.0
"""Millimetres on every side of a sheet."""
ARROW = 44
"""Pixels of a box to choose from that are not its words."""


class PrintTools(QObject):
    """The two commands. What is printed is set as the page is, in its layout, with smaller type on white paper."""

    def __init__(self, view: PairView, commands: Actions) -> None:
        super().__init__(view)
        self._view = view
        self.dialog: QPrintDialog | QPrintPreviewDialog | None = None
        commands.print.triggered.connect(self.choose_printer)
        commands.print_preview.triggered.connect(self.preview)

    def choose_printer(self) -> None:
        """Asks for a printer, or a PDF file, and prints."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self.printer()
        dialog = QPrintDialog(printer, self._view.window())
        dialog.accepted.connect(lambda: self._view.print_on(printer))
        self._open(dialog)

    def preview(self) -> None:
        """Shows the sheets; they can be printed from there."""
        from PySide6.QtPrintSupport import QPrintPreviewDialog

        # Held by the closure as long as the dialog is: Qt does not keep it.
        printer = self.printer()
        dialog = QPrintPreviewDialog(printer, self._view.window())
        dialog.paintRequested.connect(lambda paper: self._view.print_on(paper or printer))
        self._open_to_keys(dialog)
        self._open(dialog)

    def printer(self) -> QPrinter:
        """A printer in the screen's resolution, in which the page measures its type."""
        from PySide6.QtPrintSupport import QPrinter

        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setDocName(self._view.window().windowTitle())
        made.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
        return made

    def _open(self, dialog: QPrintDialog | QPrintPreviewDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _open_to_keys(self, dialog: QPrintPreviewDialog) -> None:
        """Has Tab reach the buttons of Qt's preview, and a screen reader name its parts: Qt does neither."""
        from PySide6.QtPrintSupport import QPrintPreviewWidget

        for button in dialog.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if button.defaultAction() is None:  # the one that shows what there is no room for
                button.setAccessibleName(self.tr("More"))
        for kind, name in (
            (QPrintPreviewWidget, self.tr("The sheets")),
            (QGraphicsView, self.tr("The sheets")),
            (QComboBox, self.tr("Size of the sheets")),
            (QLineEdit, self.tr("Number of the sheet")),
        ):
            for part in dialog.findChildren(kind):
                part.setAccessibleName(name)
        for box in dialog.findChildren(QComboBox):
            box.setMinimumWidth(box.fontMetrics().horizontalAdvance("0000.0%") + ARROW)

    def _forget(self) -> None:
        self.dialog = None
