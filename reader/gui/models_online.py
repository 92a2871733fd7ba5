"""The models that can be had online: looked for when asked and never before, and downloaded."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QItemSelectionModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeView,
    QVBoxLayout,
)

from reader.gui.amounts import progress_text
from reader.gui.i18n import isolate, short_date
from reader.gui.languages import direction_name
from reader.gui.messages import MessageBar, Messages
from reader.gui.model_offers import FROM, OFFER, STATE, TO, VERSION, OfferFilter, Offers
from reader.gui.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.gui.models import Models
    from reader.model import Offer, Progress

PER_MILLE = 1000
"""The steps of the progress bar; bytes would be more than it can count."""


class OnlinePanel(QFrame):
    """A button that asks the network, what it answered, and the download under way."""

    def __init__(self, models: Models, report_bug: Callable[[BaseException], Path]) -> None:
        super().__init__()
        self.setObjectName("onlinePanel")
        self._models = models
        self._progress: Progress | None = None
        self.heading = QLabel()
        self.heading.setObjectName("panelHeading")
        self.hint = Prose()
        self.hint.setObjectName("panelHint")
        self.look_button, self.download_button = QPushButton(), QPushButton()
        self.bar = MessageBar()
        self._messages = Messages(self.bar, report_bug, self)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.offers = Offers(self)
        self.shown = OfferFilter(self.offers, self)
        self.table = QTreeView()
        self.table.setObjectName("offers")
        self.progress_text = QLabel()
        self.progress_text.setWordWrap(True)
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.cancel_button, self.resume_button = QPushButton(), QPushButton()
        for button in (self.look_button, self.download_button, self.cancel_button, self.resume_button):
            button.setAutoDefault(False)
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the panel's words in the language of the moment."""
        self.heading.setText(self.tr("ONLINE"))
        self.filter.setPlaceholderText(self.tr("Filter by language"))
        self.filter.setAccessibleName(self.tr("Filter by language"))
        self.filter.setToolTip(self.tr("Show only the models whose languages hold these words"))
        self.table.setAccessibleName(self.tr("Models that can be had"))
        self.download_button.setText(self.tr("Download"))
        self.download_button.setToolTip(self.tr("Download the chosen model and install it"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.resume_button.setText(self.tr("Resume"))
        self.resume_button.setToolTip(self.tr("Go on with the download from where it stopped"))
        self.progress_bar.setAccessibleName(self.tr("Progress of the download"))
        self._show_offers()
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def chosen(self) -> Offer | None:
        """The offer that is picked in the table."""
        picked = self.table.selectionModel().selectedRows()
        return picked[0].data(OFFER) if picked else None

    def _set_up_table(self) -> None:
        self.table.setModel(self.shown)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        header = self.table.header()
        header.setStretchLastSection(False)
        for column in (FROM, TO, STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(VERSION, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.look_button)
        search = QHBoxLayout()
        search.addWidget(self.filter, 1)
        search.addWidget(self.download_button)
        under_way = QHBoxLayout()
        under_way.setSpacing(10)
        under_way.addWidget(self.progress_text, 1)
        under_way.addWidget(self.cancel_button)
        under_way.addWidget(self.resume_button)
        inside = QVBoxLayout()
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self.hint)
        inside.addLayout(search)
        inside.addWidget(self.table, 1)
        inside.addLayout(under_way)
        inside.addWidget(self.progress_bar)
        inside.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(inside, 1)

    def _connect(self) -> None:
        models = self._models
        self.look_button.clicked.connect(self._look)
        self.download_button.clicked.connect(self._download)
        self.cancel_button.clicked.connect(models.cancel)
        self.resume_button.clicked.connect(self._resume)
        self.filter.textChanged.connect(self._seek)
        self.table.activated.connect(self._download)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        models.offered.connect(self._show_offers)
        models.changed.connect(self._show_state)
        models.progressed.connect(self._show_progress)
        models.online_failed.connect(self._show_error)

    def _show_error(self, error: Exception) -> None:
        self._messages.show_error(error)

    def _look(self) -> None:
        if self._models.is_looking:
            self._models.cancel()
        else:
            self.bar.put_away()
            self._models.look()

    def _download(self) -> None:
        offer = self.chosen()
        if offer is not None and self.download_button.isEnabled():
            self._begin(offer)

    def _resume(self) -> None:
        if self._models.wanted is not None:
            self._begin(self._models.wanted)

    def _begin(self, offer: Offer) -> None:
        self.bar.put_away()
        self._progress = None
        self._models.download(offer)
        self.cancel_button.setFocus()

    def _seek(self, text: str) -> None:
        self.shown.seek(text)
        self._choose_first()

    def _choose_first(self) -> None:
        """Picks the first row, so that Enter and the button have something to be about."""
        flags = QItemSelectionModel.SelectionFlag
        if self.chosen() is None and self.shown.rowCount():
            whole_row = flags.ClearAndSelect | flags.Rows
            self.table.selectionModel().setCurrentIndex(self.shown.index(0, 0), whole_row)
        self._show_state()

    def _show_offers(self) -> None:
        models = self._models
        offers = () if models.offers is None else models.offers.offers
        self.offers.show(offers, {one.address for one in models.installed})
        self._choose_first()

    def _show_state(self) -> None:
        models, offer = self._models, self.chosen()
        host = isolate(urlsplit(models.index_address).hostname or models.index_address)
        hint = self.tr("The button asks the Argos index at {host}. Nothing about your articles is sent.")
        hint = hint.format(host=host)
        if models.offers is not None:
            date = isolate(short_date(models.offers.fetched))
            hint += " " + self.tr("This list is of {date}.").format(date=date)
        self.hint.setText(hint)
        look = self.tr("Look again online…") if models.offers else self.tr("Look for models online…")
        self.look_button.setText(self.tr("Stop looking") if models.is_looking else look)
        self.look_button.setToolTip(self.tr("Ask {host} which models there are").format(host=host))
        for part in (self.filter, self.table, self.download_button):
            part.setVisible(models.offers is not None)
        can_download = offer is not None and not self.offers.is_installed(offer) and not models.is_downloading
        self.download_button.setEnabled(can_download)
        self._show_under_way()

    def _show_under_way(self) -> None:
        models = self._models
        wanted = models.wanted
        under_way = models.is_downloading
        self.progress_text.setVisible(wanted is not None)
        self.progress_bar.setVisible(models.is_looking or wanted is not None)
        self.cancel_button.setVisible(under_way)
        self.resume_button.setVisible(wanted is not None and not under_way)
        self.cancel_button.setToolTip(self.tr("Stop the download; what has arrived is kept"))
        known = self._progress is not None and self._progress.total
        self.progress_bar.setRange(0, 0 if models.is_looking or (under_way and not known) else PER_MILLE)
        if self._progress is not None and self._progress.total:
            self.progress_bar.setValue(self._progress.done * PER_MILLE // self._progress.total)
        if wanted is not None:
            name = direction_name(wanted.source_language, wanted.target_language)
            parts = [f"{name} {isolate(wanted.version)}"]
            if not under_way:
                parts.append(self.tr("stopped"))
            if self._progress is not None:
                parts.append(progress_text(self._progress, moving=under_way))
            if under_way and known and self._progress is not None and self._progress.done == self._progress.total:
                parts = [parts[0], self.tr("checking and installing…")]
            self.progress_text.setText(" · ".join(parts))

    def _show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self._show_under_way()
