"""Printing the article, and seeing beforehand what would be printed."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt, Signal
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QProgressDialog

from reader.errors import OutputError
from reader.gui.end_notes import Marked
from reader.gui.i18n import isolate
from reader.gui.printing import print_sheets
from reader.gui.turns import Turns
from reader.gui.writing import written_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSizeF
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QDialog, QWidget

    from reader.gui.actions import Actions
    from reader.gui.marking import Marking
    from reader.gui.pair_view import PairView
    from reader.gui.preferences import Preferences
    from reader.gui.print_preview import PrintPreview
    from reader.gui.printing import PrintedArticle

MARGIN = 16.0
"""Millimetres on every side of a sheet."""

PATIENCE = 600
"""Milliseconds of printing after which it is shown how far it is."""

PARTS = 1000
"""Into so many the work is divided where it is shown how much of it is done."""

PREVIEW_SHARE = 0.85
"""Of the window's width and height, what the preview takes."""


class _Cancelled(Exception):
    """Somebody does not want it printed after all."""


class PrintTools(QObject):
    """The two commands. What is printed is set as the page is, in its layout, with smaller type on white paper; the
    highlights are in it and the notes below it, as far as the reader wants them."""

    failed = Signal(object)
    """The exception that kept it from being printed."""

    def __init__(
        self, view: PairView, marking: Marking, preferences: Preferences, commands: Actions, page: QWidget
    ) -> None:
        super().__init__(view)
        self._view, self._marking, self._preferences, self._page = view, marking, preferences, page
        self.dialog: QPrintDialog | PrintPreview | None = None
        self._turns = Turns(self)
        commands.print.triggered.connect(lambda: self.choose_printer(self.printer()))
        commands.print_preview.triggered.connect(self.preview)

    def choose_printer(self, printer: QPrinter) -> None:
        """Asks for a printer, or a PDF file, and prints. What the printer is set to is offered."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, self._page)
        dialog.accepted.connect(lambda: self.print_on(printer))
        self._ask_in(dialog)
        self._open(dialog)

    def preview(self) -> None:
        """Shows the sheets; they can be printed from there."""
        from reader.gui.print_preview import PrintPreview

        printer = self.printer()
        dialog = PrintPreview(printer, self.article, self._page)
        dialog.resize(self._page.window().size() * PREVIEW_SHARE)

        def print_now() -> None:
            dialog.close()
            self.choose_printer(printer)

        dialog.print_asked.connect(print_now)
        self._ask_in(dialog, dialog.lay_out)
        self._open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Prints what is open with what is wanted of its marks, a little in each turn of the event loop. Where that
        takes long it is shown how far it is, with a button that ends it."""
        size = printer.pageRect(printer.Unit.DevicePixel).size()
        progress = QProgressDialog(self._page)
        progress.setWindowTitle(self.tr("Print"))
        progress.setLabelText(self.tr("Printing “{title}”…").format(title=isolate(printer.docName())))
        progress.setCancelButtonText(self.tr("Cancel"))
        progress.setRange(0, PARTS)
        progress.setMinimumDuration(PATIENCE)
        self._turns.add(self._printing(printer, self.article(size), progress))

    def is_idle(self) -> bool:
        """Whether nothing is being printed."""
        return self._turns.is_idle()

    def finish(self) -> None:
        """Prints at once what is left to be printed."""
        while not self._turns.is_idle():
            self._turns.finish_first()

    def article(self, size: QSizeF) -> PrintedArticle:
        """What is open, with what is wanted of its marks, for sheets whose printable part has a size in pixels."""
        now = self._preferences.now
        return self._view.on_paper(
            size,
            Marked(
                self._view.marked.now,
                self._marking.annotations,
                self._marking.labels,
                highlights=now.print_highlights,
                notes=now.print_notes,
            ),
        )

    def _printing(self, printer: QPrinter, article: PrintedArticle, progress: QProgressDialog) -> Iterator[None]:
        file = printer.outputFileName()
        try:
            for share in article.lay_out():
                yield from self._shown(share / 2, progress)
            with written_whole(Path(file)) if file else nullcontext() as part:
                if part is not None:
                    printer.setOutputFileName(str(part))
                for share in print_sheets(printer, article):
                    yield from self._shown((1 + share) / 2, progress)
        except _Cancelled:
            pass
        except (OutputError, OSError) as error:
            self.failed.emit(error)
        finally:
            progress.close()
            progress.deleteLater()

    def _shown(self, share: float, progress: QProgressDialog) -> Iterator[None]:
        progress.setValue(round(share * PARTS))
        if progress.wasCanceled():
            raise _Cancelled
        yield

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

    def _open(self, dialog: QPrintDialog | PrintPreview) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _forget(self) -> None:
        self.dialog = None
