"""The page of all notes: those of the whole library, filtered by words, colour, tag, piece and date."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from reader.gui.colours import colour_name, swatch
from reader.gui.colours_dialog import ColoursDialog
from reader.gui.i18n import key_name
from reader.gui.note_cards import shortened
from reader.gui.notebook import BOOKMARK, Wanted
from reader.gui.notes_list import ENTRY, NotesDelegate, NotesModel
from reader.gui.side_window import SideWindow
from reader.model import COLOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QIcon, QPaintEvent, QShowEvent

    from reader.gui.notebook import Entry, Notebook
    from reader.gui.theme import Theme

SIZE = (820, 620)
_ARROW, _ARROW_IN = 4.0, 12
"""Half an arrow's width, and how far in it stands, in pixels."""
_DAYS = (None, 1, 7, 30, 365)
_TITLE = 44
"""Characters of a headline that a choice of pieces shows."""


class Choice(QComboBox):
    """A choice of one, with an arrow in the colours of the theme: a style sheet would have it from a picture."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.4))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = _ARROW_IN if mirrored else self.width() - _ARROW_IN
        y = self.height() / 2 + _ARROW / 2
        painter.drawPolyline([QPointF(x - _ARROW, y - _ARROW), QPointF(x, y), QPointF(x + _ARROW, y - _ARROW)])


class AllNotesDialog(SideWindow):
    """The list, with what it is filtered by over it. It stands beside the window; a click on a note, or Enter, goes to
    its place there."""

    go_asked = Signal(int, str, int)
    """A piece, "annotation" or "bookmark", and its number."""
    undo_asked = Signal()

    def __init__(self, notebook: Notebook, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._notebook, self._theme = notebook, theme
        self.colours_dialog: ColoursDialog | None = None
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.colour, self.tag, self.piece, self.date = Choice(), Choice(), Choice(), Choice()
        for box in (self.colour, self.tag, self.piece, self.date):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self.count, self.hint = QLabel(), QLabel()
        for label in (self.count, self.hint):
            label.setObjectName("panelHint")
            label.setWordWrap(True)
        self.model = NotesModel()
        self.list = QListView()
        self.list.setObjectName("allNotes")
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = NotesDelegate(self.model, self.list)
        self._delegate.theme = theme
        self.list.setItemDelegate(self._delegate)
        self.remove_action = self._action("Del", self.list)
        self.seek_action, self.undo_action = self._action("Ctrl+F", self), self._action("Ctrl+Z", self)
        self.go_button, self.remove_button, self.names_button = QPushButton(), QPushButton(), QPushButton()
        for button in (self.go_button, self.remove_button, self.names_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(*SIZE)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = self._delegate.theme = theme
        self._fill_choices()
        self.list.viewport().update()
        if self.colours_dialog is not None:
            self.colours_dialog.set_theme(theme)

    def chosen(self) -> Entry | None:
        """The note that is picked in the list."""
        index = self.list.currentIndex()
        return index.data(ENTRY) if index.isValid() else None

    def show_colours(self) -> ColoursDialog:
        """Opens the window in which the colours are named."""
        if self.colours_dialog is None:
            self.colours_dialog = ColoursDialog(self._notebook.marking, self._theme, self)
        self.colours_dialog.show()
        self.colours_dialog.activateWindow()
        return self.colours_dialog

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("All notes"))
        self.filter.setPlaceholderText(self.tr("Find in the notes"))
        self.filter.setAccessibleName(self.tr("Find in the notes"))
        tip = self.tr(
            "Show only the notes that hold these words, in the text, the note, its tags or the headline ({key})"
        )
        self.filter.setToolTip(tip.format(key=key_name("Ctrl+F")))
        names = self.tr("Colour"), self.tr("Tag"), self.tr("Piece"), self.tr("Date")
        for box, name in zip((self.colour, self.tag, self.piece, self.date), names, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)
        self.list.setAccessibleName(self.tr("Notes and bookmarks"))
        self.go_button.setText(self.tr("Go to it"))
        self.go_button.setToolTip(self.tr("Show the note's place in the text (Enter)"))
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.setToolTip(self.tr("Remove this note or bookmark (Del); Ctrl+Z brings it back"))
        self.names_button.setText(self.tr("Names of the colours…"))
        self.names_button.setToolTip(self.tr("Give the colours names of your own"))
        self._fill_dates()
        self._fill_choices()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._notebook.watched = True
        self._notebook.refresh()
        self.filter.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._notebook.watched = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.list.doItemsLayout()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for box in (self.colour, self.tag, self.piece, self.date):
            choices.addWidget(box, 2 if box is self.piece else 1)
        foot = QHBoxLayout()
        foot.addWidget(self.go_button)
        foot.addWidget(self.remove_button)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.names_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addLayout(choices)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._show)
        for box in (self.colour, self.tag, self.piece, self.date):
            box.activated.connect(self._show)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._show_state)
        self.go_button.clicked.connect(lambda: self._go(self.list.currentIndex()))
        self.remove_button.clicked.connect(self._remove)
        self.remove_action.triggered.connect(self._remove)
        self.seek_action.triggered.connect(self.filter.setFocus)
        self.undo_action.triggered.connect(self.undo_asked)
        self.names_button.clicked.connect(self.show_colours)
        self._notebook.listed.connect(self._fill_choices)
        self._notebook.marking.labelled.connect(self._fill_choices)

    def _action(self, key: str, owner: QWidget) -> QAction:
        action = QAction(owner)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        owner.addAction(action)
        return action

    def _go(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY) if index.isValid() else None
        if entry is not None:
            self.go_asked.emit(entry.piece, entry.kind, entry.id)

    def _remove(self) -> None:
        entry = self.chosen()
        if entry is not None:
            self._notebook.remove(entry)

    def _fill_dates(self) -> None:
        texts = (
            self.tr("Any date"),
            self.tr("The last day"),
            self.tr("The last 7 days"),
            self.tr("The last 30 days"),
            self.tr("The last year"),
        )
        _fill(self.date, [(text, days, None) for text, days in zip(texts, _DAYS, strict=True)])

    def _fill_choices(self) -> None:
        """What there is to choose from follows what there is."""
        labels = self._notebook.marking.labels
        colours = [(colour_name(one, labels.get(one)), one, swatch(one, self._theme)) for one in COLOURS]
        _fill(self.colour, [(self.tr("Any colour"), None, None), *colours, (self.tr("Bookmarks"), BOOKMARK, None)])
        entries = self._notebook.entries
        tags = sorted({tag for entry in entries for tag in entry.tags})
        _fill(self.tag, [(self.tr("Any tag"), None, None), *((tag, tag, None) for tag in tags)])
        pieces = {entry.piece: entry.title for entry in entries}
        _fill(
            self.piece,
            [(self.tr("Any piece"), None, None), *((shortened(pieces[one], _TITLE), one, None) for one in pieces)],
        )
        self._show()

    def _show(self) -> None:
        wanted = Wanted(
            self.filter.text(),
            self.tag.currentData(),
            self.colour.currentData(),
            self.piece.currentData(),
            self.date.currentData(),
        )
        before, row = self.chosen(), self.list.currentIndex().row()
        entries = wanted.choose(self._notebook.entries, datetime.now(UTC))
        self.model.show(entries, self._notebook.marking.labels)
        same = next(
            (n for n, one in enumerate(entries) if before and (one.kind, one.id) == (before.kind, before.id)), row
        )
        if entries and same >= 0:
            self.list.setCurrentIndex(self.model.index(min(same, len(entries) - 1), 0))
        self._show_state()

    def _show_state(self) -> None:
        shown, every = len(self.model.entries), len(self._notebook.entries)
        text = self.tr("Notes and bookmarks: {count}") if shown == every else self.tr("{shown} of {count}")
        self.count.setText(text.format(shown=shown, count=every))
        nothing = self.tr("Nothing is marked yet. Select words in an article and press {key} to write a note on them.")
        self.hint.setText(
            nothing.format(key=key_name("Ctrl+M")) if not every else self.tr("No note holds all of that.")
        )
        self.hint.setVisible(not shown)
        self.go_button.setEnabled(self.chosen() is not None)
        self.remove_button.setEnabled(self.chosen() is not None)


def _fill(box: QComboBox, choices: Sequence[tuple[str, object, QIcon | None]]) -> None:
    """Gives a box these choices, each a text with what it stands for; what was chosen stays so where it still is."""
    before = box.currentData()
    box.clear()
    for text, value, icon in choices:
        if icon is None:
            box.addItem(text, value)
        else:
            box.addItem(icon, text, value)
    box.setCurrentIndex(max(next((n for n, one in enumerate(choices) if one[1] == before), 0), 0))
