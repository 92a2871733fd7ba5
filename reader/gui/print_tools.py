"""Printing the article, and seeing beforehand what would be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QGraphicsView, QHBoxLayout, QLineEdit, QToolButton

from reader.gui.end_notes import Marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
    from PySide6.QtWidgets import QDialog

    from reader.gui.actions import Actions
    from reader.gui.marking import Marking
    from reader.gui.pair_view import PairView
    from reader.gui.preferences import Preferences

MARGIN = 16.0
"""Millimetres on every side of a sheet."""
ARROW = 44
"""Pixels of a box to choose from that are not its words."""


PREVIEW_SHARE = 0.85
"""Of the window's width and height, what the preview takes."""


class PrintTools(QObject):
    """The two commands. What is printed is set as the page is, in its layout, with smaller type on white paper; the
    highlights are in it and the notes below it, as far as the reader wants them."""

    def __init__(self, view: PairView, marking: Marking, preferences: Preferences, commands: Actions) -> None:
        super().__init__(view)
        self._view, self._marking, self._preferences = view, marking, preferences
        self.dialog: QPrintDialog | QPrintPreviewDialog | None = None
        commands.print.triggered.connect(self.choose_printer)
        commands.print_preview.triggered.connect(self.preview)

    def choose_printer(self) -> None:
        """Asks for a printer, or a PDF file, and prints."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self.printer()
        dialog = QPrintDialog(printer, self._view.window())
        dialog.accepted.connect(lambda: self.print_on(printer))
        self._ask_in(dialog)
        self._open(dialog)

    def preview(self) -> None:
        """Shows the sheets; they can be printed from there."""
        from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget

        # Held by the closure as long as the dialog is: Qt does not keep it.
        printer = self.printer()
        dialog = QPrintPreviewDialog(printer, self._view.window())
        dialog.resize(self._view.window().size() * PREVIEW_SHARE)
        dialog.paintRequested.connect(lambda paper: self.print_on(paper or printer))
        self._ask_in(dialog, dialog.findChildren(QPrintPreviewWidget)[0].updatePreview)
        self._open_to_keys(dialog)
        self._open(dialog)

    def print_on(self, printer: QPrinter) -> int:
        """Prints what is open with what is wanted of its marks; the number of sheets."""
        now = self._preferences.now
        return self._view.print_on(
            printer,
            Marked(
                self._view.marked.now,
                self._marking.annotations,
                self._marking.labels,
                highlights=now.print_highlights,
                notes=now.print_notes,
            ),
        )

    def printer(self) -> QPrinter:
        """A printer in the screen's resolution, in which the page measures its type."""
        from PySide6.QtPrintSupport import QPrinter

        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setDocName(self._view.window().windowTitle())
        made.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
        return made

    def _ask_in(self, dialog: QDialog, then: Callable[[], None] = lambda: None) -> None:
        """Asks in one of Qt's dialogs what of the reader's own is printed, under what stands at its top; ``then`` is
        called after each change. A dialog of the system has no room for that: there the last choice holds."""
        column = dialog.layout()
        if not isinstance(column, QBoxLayout):
            return
        now, line = self._preferences.now, QHBoxLayout()
        line.setContentsMargins(10, 4, 10, 4)
        line.setSpacing(18)
        for name, text, chosen in (
            ("print_highlights", self.tr("Print the highlights"), now.print_highlights),
            ("print_notes", self.tr("Print the notes after the article"), now.print_notes),
        ):
            box = QCheckBox(text)
            box.setObjectName(name)
            box.setChecked(chosen)
            box.toggled.connect(lambda on, name=name: self._choose(name, on, then))
            line.addWidget(box)
        line.addStretch()
        column.insertLayout(1, line)

    def _choose(self, name: str, chosen: bool, then: Callable[[], None]) -> None:
        self._preferences.change(**{name: chosen})
        then()

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
