"""The library beside the text: its sections, and the pieces of the one that is chosen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.gui.catalogue import Catalogue, Kind, Order, Section, arrange
from reader.gui.order_menu import OrderMenu
from reader.gui.piece_list import PieceList
from reader.gui.prose import Prose
from reader.gui.results_pane import ResultsPane
from reader.gui.search_box import SearchBox
from reader.gui.section_list import SectionList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAction, QResizeEvent

    from reader.gui.theme import Theme
    from reader.model import PieceSummary

SECTIONS_SHARE = 0.42
"""How much of the panel's height the sections may take."""
TITLE_MARGIN = 18
"""What the style sheet leaves beside the title, in pixels, and a little."""


class LibraryPanel(QWidget):
    """The saved pieces. It shows what there is; what is done to it is asked of the window."""

    order_changed = Signal(object)
    """The Order that a person has chosen."""

    def __init__(self, trash_actions: Sequence[QAction]) -> None:
        """``trash_actions`` are for what lies in the trash, and shown there."""
        super().__init__()
        self.setObjectName("libraryPanel")
        self._catalogue = Catalogue()
        self._order = Order()
        self._open: int | None = None
        self.heading, self.title, self.empty = QLabel(), QLabel(), Prose()
        for label in (self.heading, self.title):
            label.setObjectName("panelHeading")
        self.empty.setObjectName("panelHint")
        self.sections, self.list = SectionList(), PieceList()
        self.order_menu = OrderMenu(self)
        self.order_button = QToolButton()
        self.order_button.setObjectName("orderButton")
        self.order_button.setAutoRaise(True)
        self.order_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.order_button.setMenu(self.order_menu)  # so that a screen reader says that there is one
        self.order_button.clicked.connect(self._open_order_menu)
        self.order_menu.chosen.connect(self._take_order)
        self.trash_bar = QWidget()
        self.search_box, self.results, self._browser = SearchBox(), ResultsPane(), QWidget()
        self.results.hide()
        self.sections.chosen.connect(lambda _: self._show_section())
        self._lay_out(trash_actions)
        self.setFocusProxy(self.list)
        self.retranslate()

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.sections.section

    @property
    def catalogue(self) -> Catalogue:
        """The library as it was listed last."""
        return self._catalogue

    def set_theme(self, theme: Theme) -> None:
        """Draws the lists in the theme's colours."""
        self.list.set_theme(theme)
        self.sections.set_theme(theme)
        self.results.list.set_theme(theme)

    @property
    def shows_results(self) -> bool:
        """Whether what a search has found stands in the place of the list."""
        return not self.results.isHidden()

    def show_results(self, shown: bool) -> None:
        """Puts what a search has found in the place of sections and list, or takes it away again."""
        self._browser.setVisible(not shown)
        self.results.setVisible(shown)
        self._choose_focus()

    def set_order(self, order: Order) -> None:
        """Sorts and divides the list that way."""
        self._order = order
        self.order_menu.show_order(order)
        self._fill()

    def show_catalogue(self, catalogue: Catalogue, open_piece: int | None) -> None:
        """Shows the library as it is now. What was chosen stays so; at first the piece that is open is."""
        first = not self._catalogue.pieces
        self._catalogue = catalogue
        self.sections.show_sections(catalogue)
        self._fit_sections()
        self._fill()
        if first or open_piece != self._open:
            self.mark(open_piece)

    def mark(self, piece: int | None) -> None:
        """Marks the piece that is open, or none, and brings it into view."""
        self._open = piece
        self.list.mark(piece)

    def chosen(self) -> list[PieceSummary]:
        """The pieces that are chosen, from the top."""
        return self.list.chosen()

    def retranslate(self) -> None:
        """Sets the panel's own texts in the language of the moment."""
        self.heading.setText(self.tr("LIBRARY"))
        self.sections.setAccessibleName(self.tr("Sections of the library"))
        self.list.setAccessibleName(self.tr("Library"))
        self.order_button.setText(self.tr("Sort"))
        self.order_button.setToolTip(self.tr("How the list is sorted and divided"))
        self.sections.retranslate()
        self.order_menu.retranslate()
        self.list.retranslate()
        self._fit_sections()
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() in (event.Type.LanguageChange, event.Type.FontChange):
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the sections their share of the height."""
        super().resizeEvent(event)
        self._fit_sections()
        self._show_title()

    def _lay_out(self, trash_actions: Sequence[QAction]) -> None:
        row = QHBoxLayout(self.trash_bar)
        row.setContentsMargins(14, 2, 14, 4)
        row.setSpacing(6)
        for action in trash_actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        row.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(0, 8, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.order_button)
        head.addSpacing(12)  # a margin would stay on its side in a mirrored window
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 16, 0, 8)
        whole.setSpacing(4)
        whole.addWidget(self.heading)
        whole.addWidget(self.search_box)
        whole.addWidget(self._browser, 1)
        whole.addWidget(self.results, 1)
        column = QVBoxLayout(self._browser)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.sections)
        column.addLayout(head)
        column.addWidget(self.trash_bar)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch()  # what is above stays together where there is no list to take the room

    def follow(self, part: QWidget) -> None:
        """Has Tab come here from ``part`` of the same window and go through from above to below. To be called when the
        window is put together: Qt loses an order that is made before."""
        box, pane = self.search_box, self.results
        trash = self.trash_bar.findChildren(QToolButton)
        order = (box.field, box.saved, box.help_button, self.sections, self.order_button, *trash, self.list)
        for one, following in pairwise((part, *order, pane.exact, pane.list, pane.more)):
            self.setTabOrder(one, following)

    def _fit_sections(self) -> None:
        self.sections.setFixedHeight(min(self.sections.full_height(), int(self.height() * SECTIONS_SHARE)))

    def _show_section(self) -> None:
        self._fill()
        self.list.scrollToTop()
        row = self.list.pieces.row_of(self._open)
        if row is not None:
            self.list.mark(self._open)

    def _fill(self) -> None:
        self.list.show_rows(arrange(self._catalogue, self.section, self._order))
        number = self.list.pieces.count()
        self.empty.setVisible(not number)
        self.empty.setText("" if number else self._empty_text())
        if self.list.hasFocus() and not number:
            self.sections.setFocus()  # left to Qt the keys would go to the search field, and Ctrl+Z with them
        self.list.setVisible(bool(number))
        self.trash_bar.setVisible(self.section.kind is Kind.TRASH and bool(number))
        self.order_button.setVisible(bool(number))
        self._show_title()
        self._choose_focus()

    def _choose_focus(self) -> None:
        """With nothing to walk through, the keys belong to the sections."""
        browsed = self.list if self.list.pieces.count() else self.sections
        self.setFocusProxy(self.results if self.shows_results else browsed)

    def _show_title(self) -> None:
        """The section's name, as much of it as there is room for: how many are in it stands above."""
        name = self._section_name()
        room = self.width() - 2 * TITLE_MARGIN
        if not self.order_button.isHidden():
            room -= self.order_button.sizeHint().width() + 12
        # The panel's way, not that of the name: a label goes by its first letter.
        edge = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.title.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        self.title.setText(self.title.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))
        self.title.setAccessibleName(name)

    def _section_name(self) -> str:
        row = self.sections.sections.find(self.section)
        entry = None if row is None else self.sections.sections.entry(row)
        return "" if entry is None else entry.text

    def _empty_text(self) -> str:
        """What to do where a section holds nothing."""
        if not self._catalogue.pieces and self.section.kind is not Kind.TRASH:
            return self.tr("Nothing saved yet. Ctrl+S saves what you are reading.")
        texts = {
            Kind.UNREAD: self.tr("You have read everything. Ctrl+U on a piece puts it here again."),
            Kind.STARRED: self.tr("No piece has a star. Ctrl+B, or a click on the star below a title, gives it one."),
            Kind.NOTED: self.tr("No piece has a note. Select some text, then press Ctrl+M."),
            Kind.COLLECTION: self.tr("Nothing in this collection. Drag pieces here, or choose one and press Ctrl+K."),
            Kind.TAG: self.tr("No piece has this tag. Drag pieces here, or choose one and press Ctrl+T."),
            Kind.TRASH: self.tr("The trash is empty. A piece that you move here can be put back."),
        }
        return texts.get(self.section.kind, "")

    def _open_order_menu(self) -> None:
        self.order_menu.popup(self.order_button.mapToGlobal(QPoint(0, self.order_button.height() + 2)))

    def _take_order(self, order: Order) -> None:
        self._order = order
        self._fill()
        self.order_changed.emit(order)
