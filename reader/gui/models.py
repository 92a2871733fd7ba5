"""The translation models as the window uses them: listed, chosen, removed, looked for, downloaded, off its thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.gui.jobs import Lane
from reader.model import Offer, OfferList, Package, PackageDetails, Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.services import App


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed package, and what it says of itself."""

    package: Package
    details: PackageDetails

    @property
    def address(self) -> str:
        """As ``App.use_package`` takes it."""
        return f"{self.package.name}@{self.package.version}"


class Models(QObject):
    """What is installed and what can be had. Nothing here asks the network but ``look`` and ``download``.

    The disk and the network have a lane each, so that a slow download keeps nobody from choosing a model.
    """

    listed = Signal()
    """``installed`` is as it is now."""
    offered = Signal()
    """``offers`` is as it is now."""
    changed = Signal()
    """``is_looking`` or ``is_downloading`` is another."""
    progressed = Signal(object)
    """The Progress of the download."""
    downloaded = Signal(object)
    """The Package that was downloaded and installed."""
    in_use_changed = Signal()
    """Another model is the one to translate with, or none is where one was."""
    failed = Signal(object)
    """The exception that kept an installed model from being listed, chosen or removed."""
    online_failed = Signal(object)
    """The exception that kept models from being found or downloaded."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.installed: tuple[Installed, ...] = ()
        self.offers: OfferList | None = None
        self.wanted: Offer | None = None
        """What is being downloaded, or was when that stopped short of its end."""
        self._app = app
        self._in_use: frozenset[str] | None = None
        self._looking = self._downloading = 0
        self._stopped = threading.Event()
        """Set when the list of models is not awaited any more."""
        self._disk = Lane("models", parent=self)
        self._network = Lane("downloads", parent=self)

    @property
    def index_address(self) -> str:
        """The address of the list of models that ``look`` asks."""
        return self._app.settings.models_index

    @property
    def is_looking(self) -> bool:
        """Whether the list of models is awaited."""
        return self._looking != 0

    @property
    def is_downloading(self) -> bool:
        """Whether a model is being downloaded."""
        return self._downloading != 0

    @property
    def is_online(self) -> bool:
        """Whether the network is being asked for something."""
        return self.is_looking or self.is_downloading

    def is_idle(self) -> bool:
        """Whether everything that was asked has been answered."""
        return self._disk.is_idle() and self._network.is_idle()

    def refresh(self, *, known: bool = False) -> None:
        """Lists anew what is installed, and what could be had when that was last looked for; asks no network. Where
        ``known``, a change of the model in use is no news."""

        def work() -> Iterator[tuple[tuple[Installed, ...], OfferList | None]]:
            store = self._app.packages()
            found = [(one, store.details(f"{one.name}@{one.version}")) for one in store.installed()]
            yield tuple(Installed(package, details) for package, details in found), self._app.kept_offers()

        self._disk.run(work, lambda found: self._note_listed(*found, known), on_error=self.failed.emit)

    def use(self, address: str) -> None:
        """Makes an installed model the one to translate its languages with."""

        def work() -> Iterator[None]:
            self._app.use_package(address)
            yield

        self._disk.run(work, on_done=self.refresh, on_error=self._fail)

    def remove(self, address: str) -> None:
        """Removes an installed model."""

        def work() -> Iterator[None]:
            self._app.remove_package(address)
            yield

        self._disk.run(work, on_done=self.refresh, on_error=self._fail)

    def look(self) -> None:
        """Asks the network which models can be had."""
        if self._looking:
            return

        stopped = self._stopped = threading.Event()

        def work() -> Iterator[None]:
            self._app.offers(lambda: not stopped.is_set())
            yield

        self._looking = self._network.run(work, on_done=self._note_found, on_error=self._fail_looking)
        self.changed.emit()

    def download(self, offer: Offer) -> None:
        """Downloads and installs a model, from where an earlier download of it broke off."""
        if self._downloading:
            return
        self.wanted = offer
        self._downloading = self._network.run(
            lambda: self._app.download_package(offer), self._take, on_error=self._fail_downloading
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stops what the network is asked for; what has arrived of a model is kept."""
        self._stopped.set()
        self._network.cancel(self._looking)
        self._network.cancel(self._downloading)
        self._looking = self._downloading = 0
        self.changed.emit()
        # A model that was all there already when it was cancelled is installed all the same.
        self._network.run(lambda: (), on_done=self.refresh)

    def close(self) -> None:
        """Finishes what was asked of the disk, and breaks a download off. Blocks until then."""
        self._stopped.set()
        self._network.close(finish=False)
        self._disk.close(finish=True)

    def _note_listed(self, installed: tuple[Installed, ...], offers: OfferList | None, known: bool) -> None:
        self.installed, self.offers = installed, offers
        before, self._in_use = self._in_use, frozenset(one.address for one in installed if one.package.active)
        self.listed.emit()
        self.offered.emit()
        if not known and before not in (None, self._in_use):
            self.in_use_changed.emit()

    def _note_found(self) -> None:
        self._looking = 0
        self.changed.emit()
        self.refresh()

    def _take(self, step: Progress | Package) -> None:
        if isinstance(step, Progress):
            self.progressed.emit(step)
            return
        self._downloading = 0
        self.wanted = None
        self.downloaded.emit(step)
        self.changed.emit()
        self.refresh()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self.refresh()

    def _fail_looking(self, error: Exception) -> None:
        self._looking = 0
        self.online_failed.emit(error)
        self.changed.emit()

    def _fail_downloading(self, error: Exception) -> None:
        self._downloading = 0
        self.online_failed.emit(error)
        self.changed.emit()
