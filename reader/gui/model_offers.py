"""The models that can be had, as a table: Arabic to English first, filtered by language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from reader.gui.amounts import size_text
from reader.gui.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.model import Offer

Index = QModelIndex | QPersistentModelIndex

FROM, TO, VERSION, STATE = range(4)
OFFER = Qt.ItemDataRole.UserRole
SOUGHT = Qt.ItemDataRole.UserRole + 1


class Offers(QAbstractTableModel):
    """The offers, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self._installed: Collection[str] = ()

    def show(self, offers: Iterable[Offer], installed: Collection[str]) -> None:
        """Replaces what the table holds. ``installed`` are the addresses of what need not be downloaded."""

        def rank(offer: Offer) -> tuple[int, str, str]:
            ours = (offer.source_language != "ar") * 2 + (offer.target_language != "en")
            return ours, language_name(offer.source_language), language_name(offer.target_language)

        self.beginResetModel()
        self._offers = sorted(offers, key=rank)
        self._installed = installed
        self.endResetModel()

    def is_installed(self, offer: Offer) -> bool:
        """Whether the very version that is offered is installed."""
        return f"{offer.name}@{offer.version}" in self._installed

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, and never changed
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._offers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - see above
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("From"), self.tr("To"), self.tr("Version"), self.tr("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell; the whole Offer, and what a filter seeks in, for roles of ours."""
        offer = self._offers[index.row()]
        if role == OFFER:
            return offer
        names = language_name(offer.source_language), language_name(offer.target_language)
        if role == SOUGHT:
            return f"{names[0]} {names[1]} {offer.source_language} {offer.target_language} {offer.name}"
        if role == Qt.ItemDataRole.DisplayRole:
            return (*names, offer.version, self._state(offer))[index.column()]
        return None

    def _state(self, offer: Offer) -> str:
        if self.is_installed(offer):
            return self.tr("installed")
        if any(address.partition("@")[0] == offer.name for address in self._installed):
            return self.tr("another version installed")
        return size_text(offer.size) if offer.size is not None else ""


class OfferFilter(QSortFilterProxyModel):
    """The offers whose languages hold every word that is sought."""

    def __init__(self, offers: Offers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSourceModel(offers)

    def seek(self, text: str) -> None:
        """Shows the offers that hold each word of ``text`` in the names or codes of their languages."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """See QSortFilterProxyModel."""
        sought = self.sourceModel().index(row, 0, parent).data(SOUGHT).casefold()
        return all(word in sought for word in self._words)
