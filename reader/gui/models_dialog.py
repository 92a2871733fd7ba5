"""The window of the translation models: what is installed, and, when asked, what can be had online."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.gui.i18n import isolate
from reader.gui.messages import MessageBar, Messages
from reader.gui.model_card import ModelCard
from reader.gui.models_online import OnlinePanel
from reader.gui.side_window import SideWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from reader.gui.models import Models
    from reader.model import Package

MODEL_SUFFIXES = (".argosmodel", ".zip")
"""What the names of model files end in, lower case."""
WIDTH = 720
HEIGHT_OF_NOTHING, HEIGHT_OF_CARDS, HEIGHT = 260, 420, 680
"""In pixels: with nothing to list, with installed models alone, with those that can be had too."""


def model_in(mime: QMimeData) -> Path | None:
    """The model's file, or the folder of an unpacked one, that is being dropped or pasted; None where it is something
    else."""
    files = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return next((one for one in files if one.suffix.lower() in MODEL_SUFFIXES or (one / "model.bin").is_file()), None)


class ModelsDialog(SideWindow):
    """Installed models as cards over those that can be had. It stands beside the window and keeps nobody from
    reading."""

    install_asked = Signal(object)
    """The Path of the file of a model."""

    def __init__(self, models: Models, report_bug: Callable[[BaseException], Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._models = models
        self._installing: Path | None = None
        self.setObjectName("modelsDialog")
        self.setAcceptDrops(True)
        self.heading = QLabel()
        self.heading.setObjectName("panelHeading")
        self.file_button = QPushButton()
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._choose_file)
        self.bar = MessageBar()
        self._messages = Messages(self.bar, report_bug, self)
        self.empty = QLabel()
        self.empty.setObjectName("panelHint")
        self.empty.setWordWrap(True)
        self.cards: list[ModelCard] = []
        self.area = QScrollArea()
        self.area.setObjectName("cards")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.online = OnlinePanel(models, report_bug)
        self._lay_out()
        models.listed.connect(self._show_installed)
        models.offered.connect(self._make_room)
        models.failed.connect(self._show_error)
        models.downloaded.connect(self.say_installed)
        self.retranslate()
        self.resize(WIDTH, HEIGHT_OF_NOTHING)
        models.refresh()

    def install(self, file: Path) -> None:
        """Asks for a model to be installed from a file, and says that this is under way."""
        self._installing = file
        self.file_button.setEnabled(False)
        self._messages.say(self.tr("Checking and installing {file}…").format(file=isolate(file.name)))
        self.install_asked.emit(file)

    def say_installed(self, package: Package) -> None:
        """Says that a model is installed."""
        self._end_installing()
        text = self.tr("The model {name} is installed.")
        self._messages.say(text.format(name=isolate(f"{package.name} {package.version}")))

    def say_not_installed(self, error: Exception) -> None:
        """Says why a model could not be installed."""
        self._end_installing()
        self._messages.show_error(error)

    def retranslate(self) -> None:
        """Sets the dialog's words in the language of the moment."""
        self.setWindowTitle(self.tr("Translation models"))
        self.heading.setText(self.tr("INSTALLED"))
        self.file_button.setText(self.tr("Install from a file…"))
        self.file_button.setToolTip(self.tr("Install a model from a file, say from a USB stick; or drop the file here"))
        self.empty.setText(
            self.tr(
                "No model is installed: the English is word by word. Install a model from a file, or look for one "
                "online. A file can also be dropped here."
            )
        )
        self.area.setAccessibleName(self.tr("Installed models"))
        self._show_installed()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files of models."""
        if model_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Installs the model that was dropped."""
        file = model_in(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.install(file)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.file_button)
        self._upper = QWidget()
        upper = QVBoxLayout(self._upper)
        upper.setContentsMargins(18, 14, 18, 10)
        upper.setSpacing(8)
        upper.addLayout(head)
        upper.addWidget(self.empty)
        upper.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._upper, 1)
        column.addWidget(self.online, 1)
        self.online.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _choose_file(self) -> None:
        kinds = self.tr("Translation models (*.argosmodel *.zip)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Install a translation model"), "", kinds)
        if name:
            self.install(Path(name))

    def _end_installing(self) -> None:
        self._installing = None
        self.file_button.setEnabled(True)

    def _show_installed(self) -> None:
        """Fills the list anew; the keyboard stays where it was as far as that is still there."""
        inside = self.area.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.cards = []
        whole = QWidget()
        whole.setObjectName("cardList")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for installed in self._models.installed:
            card = ModelCard(installed)
            card.use_asked.connect(self._models.use)
            card.remove_asked.connect(self._models.remove)
            card.opened.connect(self._show_whole)
            self.cards.append(card)
            column.addWidget(card)
        column.addStretch(1)
        self.area.setWidget(whole)
        self.area.setVisible(bool(self.cards))
        self.empty.setVisible(not self.cards)
        policy = QSizePolicy.Policy.Expanding if self.cards else QSizePolicy.Policy.Maximum
        self._upper.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        before: QWidget = self.area
        for button in whole.findChildren(QPushButton):  # and not after all that was there before them
            self.setTabOrder(before, button)
            before = button
        if inside:
            (self.cards[0].remove_button if self.cards else self.file_button).setFocus()

    def _make_room(self) -> None:
        """Grows where there is more to list than there was, unless the height is one that the reader chose."""
        if self.is_placed and self.height() not in (HEIGHT_OF_NOTHING, HEIGHT_OF_CARDS):
            return
        wanted = HEIGHT if self._models.offers else HEIGHT_OF_CARDS if self.cards else HEIGHT_OF_NOTHING
        self.resize(self.width(), max(self.height(), wanted))

    def _show_whole(self, card: ModelCard) -> None:
        """Scrolls until the whole of a card is seen, once it is laid out."""
        QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card, 0, 0))

    def _show_error(self, error: Exception) -> None:
        self._messages.show_error(error)
