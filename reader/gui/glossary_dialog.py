"""The window of the glossary: the reader's own terms, to be added, changed, removed, sought, read in and written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.arabic.terms import find_terms
from reader.gui.i18n import isolate, key_name
from reader.gui.messages import MessageBar, Messages
from reader.gui.prose import Prose
from reader.gui.side_window import SideWindow
from reader.gui.term_table import NOTE, SOURCE, TARGET, TERM, TermDelegate, TermFilter, Terms, arabic_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.glossary import Glossary, Imported
    from reader.model import Term

SIZE = (760, 560)
ROW_PADDING = 6
"""In pixels, over and under the text of a row together."""
NAMED = 3
"""How many terms a message names."""


class GlossaryDialog(SideWindow):
    """A line to add a term with, over the table of those there are. It stands beside the window."""

    def __init__(self, glossary: Glossary, report_bug: Callable[[BaseException], Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._glossary = glossary
        self._to_choose: int | None = None
        self.bar = MessageBar()
        self._messages = Messages(self.bar, report_bug, self)
        self.source, self.target, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.labels = QLabel(), QLabel(), QLabel()
        self.add_button = QPushButton()
        self.hint = Prose()
        self.hint.setObjectName("panelHint")
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setObjectName("panelHint")
        self.terms = Terms(self)
        self.shown = TermFilter(self.terms, self)
        self.table = QTableView()
        self.table.setObjectName("terms")
        self.remove_action = self._action("Del", self.table)
        self.undo_action = self._action("Ctrl+Z", self)
        self.seek_action = self._action("Ctrl+F", self)
        self.remove_button, self.undo_button = QPushButton(), QPushButton()
        self.import_button, self.export_button = QPushButton(), QPushButton()
        for button in (self.add_button, self.remove_button, self.undo_button, self.import_button, self.export_button):
            button.setAutoDefault(False)
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(*SIZE)
        glossary.refresh()

    def add(self, source: str = "", translation: str = "") -> None:
        """Fills the line that adds a term, for the reader to complete; a term that is there already is shown."""
        self.source.setText(source)
        self.target.setText(translation)
        self.note.clear()
        there = self._there() or self._found_by()
        if there is not None:
            self._choose(there)
        empty = next((field for field in (self.source, self.target) if not field.text()), None)
        (empty or self.note).setFocus()

    def retranslate(self) -> None:
        """Sets the dialog's words in the language of the moment."""
        self.setWindowTitle(self.tr("Glossary"))
        names = self.tr("Arabic term"), self.tr("Wanted translation"), self.tr("Note")
        for label, field, name in zip(self.labels, (self.source, self.target, self.note), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.source.setFont(arabic_font(self.font()))
        for field in (self.source, self.target, self.note):
            field.setFixedHeight(self.source.sizeHint().height())
        lines = self.table.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.source.fontMetrics().height() + ROW_PADDING)
        self._name(self.add_button, self.tr("Add"), self.tr("Add this term (Enter)"))
        self.filter.setPlaceholderText(self.tr("Filter the terms"))
        self.filter.setAccessibleName(self.tr("Filter the terms"))
        self.filter.setToolTip(
            self.tr("Show only the terms that hold these words ({key})").format(key=key_name("Ctrl+F"))
        )
        self.table.setAccessibleName(self.tr("Terms"))
        self._name(self.remove_button, self.tr("Remove"), self.tr("Remove the chosen term"), "Del")
        self._name(self.undo_button, self.tr("Undo"), self.tr("Undo the last change of the glossary"), "Ctrl+Z")
        self._name(self.import_button, self.tr("Import…"), self.tr("Add the terms of a CSV or TSV file"))
        self._name(self.export_button, self.tr("Export…"), self.tr("Write all terms to a CSV or TSV file"))
        self._show_terms()

    def chosen(self) -> Term | None:
        """The term that is picked in the table."""
        index = self.table.currentIndex()
        return index.data(TERM) if index.isValid() else None

    def _set_up_table(self) -> None:
        self.table.setModel(self.shown)
        self.table.setItemDelegate(TermDelegate(self.table))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        edits = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(edits.DoubleClicked | edits.EditKeyPressed | edits.AnyKeyPressed)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for column in (SOURCE, TARGET, NOTE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(3)
        for column, (label, field) in enumerate(zip(self.labels, (self.source, self.target, self.note), strict=True)):
            label.setObjectName("panelHint")
            label.setBuddy(field)
            form.addWidget(label, 0, column)
            form.addWidget(field, 1, column)
            form.setColumnStretch(column, 1)
        form.addWidget(self.add_button, 1, 3)
        self.source.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.target.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        search = QHBoxLayout()
        search.setSpacing(10)
        search.addWidget(self.filter, 1)
        search.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addWidget(self.remove_button)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self.import_button)
        foot.addWidget(self.export_button)
        inside = QVBoxLayout()
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(8)
        inside.addLayout(form)
        inside.addWidget(self.hint)
        inside.addSpacing(4)
        inside.addLayout(search)
        inside.addWidget(self.table, 1)
        inside.addLayout(foot)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(0)
        column_of_all.addWidget(self.bar)
        column_of_all.addLayout(inside, 1)

    def _connect(self) -> None:
        glossary = self._glossary
        self.add_button.clicked.connect(self._add)
        for field in (self.source, self.target, self.note):
            field.returnPressed.connect(self._add)
        self.source.textChanged.connect(self._show_state)
        self.target.textChanged.connect(self._show_state)
        self.filter.textChanged.connect(self._seek)
        self.remove_button.clicked.connect(self._remove)
        self.remove_action.triggered.connect(self._remove)
        self.undo_button.clicked.connect(self._undo)
        self.undo_action.triggered.connect(self._undo)
        self.seek_action.triggered.connect(self.filter.setFocus)
        self.import_button.clicked.connect(self._choose_import)
        self.export_button.clicked.connect(self._choose_export)
        self.table.selectionModel().currentChanged.connect(self._show_state)
        self.terms.change_asked.connect(glossary.change)
        glossary.listed.connect(self._show_terms)
        glossary.added.connect(self._note_added)
        glossary.removed.connect(self._say_removed)
        glossary.imported.connect(self._say_imported)
        glossary.exported.connect(self._say_exported)
        glossary.failed.connect(self._show_error)

    def _action(self, key: str, owner: QWidget) -> QAction:
        action = QAction(owner)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        owner.addAction(action)
        return action

    def _name(self, button: QPushButton, text: str, tip: str, key: str | None = None) -> None:
        button.setText(text)
        button.setToolTip(f"{tip} ({key_name(key)})" if key else tip)

    def _add(self) -> None:
        if self.add_button.isEnabled():
            self.bar.put_away()
            self._glossary.add(self.source.text(), self.target.text(), self.note.text())

    def _remove(self) -> None:
        term = self.chosen()
        if term is not None:
            self._glossary.remove(term)

    def _undo(self) -> None:
        self.bar.put_away()
        self._glossary.undo()

    def _seek(self, text: str) -> None:
        self.shown.seek(text)
        self._show_state()

    def _there(self) -> Term | None:
        """The term of the glossary that is being written in the line, however it is spelled."""
        return self._glossary.find(self.source.text())

    def _hint(self, there: Term | None) -> str:
        """What to know about the term that is being written; "" for nothing."""
        found = self._found_by()
        if there is not None:
            text, term = self.tr("{term} is in the glossary already: {translation}. Change it in the table."), there
        elif found is not None:
            text, term = self.tr("The glossary finds this already by its term {term}: {translation}."), found
        elif not self._glossary.terms:
            return self.tr("Your terms are looked for in every article, also inflected and with و or ال before them.")
        else:
            return ""
        return text.format(term=isolate(term.source), translation=isolate(term.target))

    def _found_by(self) -> Term | None:
        """The term as which the glossary would find what is being written, where that is the whole of it."""
        text = self.source.text().strip()
        hits = find_terms(text, self._glossary.terms) if text else []
        return hits[0].term if len(hits) == 1 and hits[0].span == (0, len(text)) else None

    def _choose(self, term: Term) -> None:
        row = self.terms.row_of(term.id)
        if row is not None:
            self.filter.clear()
            self.table.setCurrentIndex(self.shown.mapFromSource(self.terms.index(row, SOURCE)))

    def _show_error(self, error: Exception) -> None:
        self._messages.show_error(error)

    def _show_terms(self) -> None:
        index = self.table.currentIndex()
        number, row, column = (None if not index.isValid() else index.data(TERM).id), index.row(), index.column()
        self.terms.show(self._glossary.entries)
        wanted, self._to_choose = self._to_choose if self._to_choose is not None else number, None
        place = self.terms.row_of(wanted) if wanted is not None else None
        if place is not None:
            at = self.shown.mapFromSource(self.terms.index(place, max(column, SOURCE)))
        else:
            at = self.shown.index(min(row, self.shown.rowCount() - 1), max(column, SOURCE))
        if at.isValid():
            self.table.setCurrentIndex(at)
        self._show_state()

    def _show_state(self) -> None:
        there = self._there()
        hint = self._hint(there)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.add_button.setEnabled(there is None and bool(self.source.text().strip() and self.target.text().strip()))
        self.remove_button.setEnabled(self.chosen() is not None)
        self.undo_button.setEnabled(self._glossary.can_undo())
        self.export_button.setEnabled(bool(self._glossary.terms))
        shown, all_of_them = self.shown.rowCount(), len(self._glossary.terms)
        text = self.tr("Terms: {count}") if shown == all_of_them else self.tr("Terms: {shown} of {count}")
        self.count.setText(text.format(shown=shown, count=all_of_them))

    def _note_added(self, term: Term) -> None:
        self._to_choose = term.id
        for field in (self.source, self.target, self.note):
            field.clear()
        self.source.setFocus()

    def _say_removed(self, term: Term) -> None:
        text = self.tr("Removed from the glossary: {term}").format(term=isolate(term.source))
        self._messages.say(text, self.tr("Undo"), self._undo)

    def _say_imported(self, imported: Imported) -> None:
        parts = [self.tr("Terms added: {count}.").format(count=imported.added)]
        if imported.same:
            parts.append(self.tr("There already: {count}.").format(count=imported.same))
        if imported.other:
            named = self.tr(", ").join(isolate(term) for term in imported.other[:NAMED])
            named += " …" if len(imported.other) > NAMED else ""
            text = self.tr("There with another translation, and left as they were: {count} ({terms}).")
            parts.append(text.format(count=len(imported.other), terms=named))
        if imported.incomplete:
            text = self.tr("Rows without a term or a translation: {count}.")
            parts.append(text.format(count=imported.incomplete))
        undo = (self.tr("Undo"), self._undo) if imported.added else (None, None)
        self._messages.say(" ".join(parts), *undo)

    def _say_exported(self, file: Path) -> None:
        self._messages.say(self.tr("The glossary is in {file}.").format(file=isolate(str(file))))

    def _choose_import(self) -> None:
        kinds = self.tr("Tables of terms (*.csv *.tsv *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import terms"), "", kinds)
        if name:
            self._glossary.import_file(Path(name))

    def _choose_export(self) -> None:
        kinds = self.tr("Comma-separated (*.csv);;Tab-separated (*.tsv)")
        name, chosen = QFileDialog.getSaveFileName(self, self.tr("Export the glossary"), "glossary.csv", kinds)
        if name:
            file = Path(name)
            suffix = ".tsv" if "*.tsv" in chosen else ".csv"
            self._glossary.export_file(file if file.suffix else file.with_suffix(suffix))
