"""The pieces that a search has found, as a list to open them from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from reader.gui.piece_rows import day_of, title_of
from reader.gui.result_delegate import HIT, ResultDelegate, where_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from reader.gui.theme import Theme
    from reader.model import Hit

Index = QModelIndex | QPersistentModelIndex

BATCH = 10
"""How many results are laid out at a time: more than there is room for, as a rule."""


class Hits(QAbstractListModel):
    """The results, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        """Replaces the results."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(hit.piece)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (title_of(hit.piece), where_of(hit), day_of(hit.piece), hit.snippet)
            return ". ".join(part for part in said if part)
        return None


class ResultList(QListView):
    """Enter or a click opens a result; above the first of them is the field in which the words were typed."""

    open_asked = Signal(object)
    """A Hit."""
    apart_asked = Signal(object)
    """A Hit that is to be opened in a window of its own: a click with the middle button."""
    left_above = Signal()
    left = Signal()
    """Esc."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("results")
        self.hits = Hits(self)
        self.delegate = ResultDelegate(self)
        self.setModel(self.hits)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar is there from the start: it would narrow the results once they are laid out.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Where there is nothing to scroll it shows nothing, see the style sheet.
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # all at once they would keep the window from the next letter
        self.setBatchSize(BATCH)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_hits(self, hits: Sequence[Hit], *, same_search: bool) -> None:
        """Replaces the results. That which was chosen stays so where it is still there, and what is in view stays there
        where it is the ``same_search``."""
        before, value = self.currentIndex().data(HIT), self.verticalScrollBar().value()
        self.hits.show(hits)
        same = next((row for row, hit in enumerate(hits) if before and hit.piece.id == before.piece.id), None)
        if same is not None:
            self._choose(same)
        if same_search:
            self.doItemsLayout()
            self.verticalScrollBar().setValue(value)
        else:
            self.scrollToTop()

    def set_theme(self, theme: Theme) -> None:
        """Draws the results in the theme's colours."""
        self.delegate.set_theme(theme)
        self.viewport().update()

    def retranslate(self) -> None:
        """Lays the results out anew: the type or the language is another."""
        self.delegate.forget()
        self.scheduleDelayedItemsLayout()

    def enter(self) -> None:
        """Gives the keys to the list, and chooses the first result where none is."""
        if self.hits.rowCount():
            self._choose(max(self.currentIndex().row(), 0))
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def open_first(self) -> None:
        """Opens the result that is chosen, the first where none is."""
        if self.hits.rowCount():
            self._choose(max(self.currentIndex().row(), 0))
            self._open(self.currentIndex())

    def hit_at_hand(self) -> Hit | None:
        """The result that is chosen, the first where none is; None where there is none at all."""
        hit: Hit | None = self.hits.index(max(self.currentIndex().row(), 0)).data(HIT)
        return hit

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)
            return
        hit = self.indexAt(event.position().toPoint()).data(HIT)
        if hit is not None:
            self.apart_asked.emit(hit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the results out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.hits.index(row), choose)

    def _open(self, index: Index) -> None:
        hit = index.data(HIT)
        if hit is not None:
            self.open_asked.emit(hit)
