"""An installed translation model on a card: what it is, and the buttons for what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout

from reader.gui.amounts import size_text
from reader.gui.i18n import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, isolate, short_date
from reader.gui.languages import direction_name
from reader.model import EngineName

if TYPE_CHECKING:
    from reader.gui.models import Installed

README_LINES = 9
"""The lines of a readme that are seen at a time."""
ENGINES = {EngineName.ARGOS: "Argos", EngineName.OPUS: "OPUS-MT"}


class ModelCard(QFrame):
    """One model. Removing it is asked for twice, on the card itself; its readme opens below."""

    use_asked = Signal(str)
    """The address of the model that is to be used."""
    remove_asked = Signal(str)
    """The address of the model that is to go."""
    opened = Signal(object)
    """The card itself, which has become taller."""

    def __init__(self, installed: Installed) -> None:
        super().__init__()
        self.setObjectName("card")
        self.address = installed.address
        package, details = installed.package, installed.details
        languages = direction_name(package.source_language, package.target_language)
        self._name = f"{languages}, {isolate(self.address)}"
        self.setAccessibleName(self._name)
        title = QLabel(languages)
        title.setObjectName("dialogHeading")
        self.in_use = QLabel(self.tr("In use"))
        self.in_use.setObjectName("badge")
        self.in_use.setVisible(package.active)
        parts = (
            f"{package.name} {package.version}",
            ENGINES.get(package.engine, package.engine.value),
            size_text(package.size),
            details.licence or self.tr("licence not stated"),
            self.tr("installed {date}").format(date=isolate(short_date(details.installed))),
        )
        # The line begins with the package's name, and would run that name's way.
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        begin = RIGHT_TO_LEFT_MARK if mirrored else LEFT_TO_RIGHT_MARK
        self.facts = QLabel(begin + " · ".join(isolate(part) for part in parts))
        self.facts.setObjectName("panelHint")
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.use_button = self._button(self.tr("Use this one"), self.tr("Translate with this model from now on"))
        self.use_button.setVisible(not package.active)
        self.use_button.clicked.connect(lambda: self.use_asked.emit(self.address))
        self.readme_button = self._button(self.tr("Readme"), self.tr("Show what the model's makers say of it"))
        self.readme_button.setCheckable(True)
        self.readme_button.setVisible(details.readme is not None)
        self.readme_button.toggled.connect(self._show_readme)
        self.remove_button = self._button(self.tr("Remove…"), self.tr("Remove this model from this machine"))
        self.remove_button.clicked.connect(self._ask)
        self.question = QLabel(self.tr("Remove it? It can be installed again only from its file or online."))
        self.question.setWordWrap(True)
        self.confirm_button = self._button(self.tr("Remove"), self.tr("Remove this model from this machine"))
        self.confirm_button.clicked.connect(lambda: self.remove_asked.emit(self.address))
        self.keep_button = self._button(self.tr("Keep"), self.tr("Leave the model as it is"))
        self.keep_button.clicked.connect(self._keep)
        self.readme = QPlainTextEdit(details.readme or "")
        self.readme.setReadOnly(True)
        self.readme.setTabChangesFocus(True)
        self.readme.setAccessibleName(self.tr("Readme of {model}").format(model=self._name))
        self.readme.setFixedHeight(self.readme.fontMetrics().lineSpacing() * README_LINES)
        self._lay_out(title)
        self._show_question(False)
        self.readme.hide()

    def is_asking(self) -> bool:
        """Whether the card awaits an answer."""
        return not self.question.isHidden()

    def _lay_out(self, title: QLabel) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.in_use, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        for button in (self.use_button, self.readme_button, self.remove_button):
            head.addWidget(button)
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.question, 1)
        answer.addWidget(self.confirm_button)
        answer.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addLayout(answer)
        column.addWidget(self.readme)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{text}: {self._name}")
        return button

    def _ask(self) -> None:
        self._show_question(True)
        self.keep_button.setFocus()
        self.opened.emit(self)

    def _keep(self) -> None:
        self._show_question(False)
        self.remove_button.setFocus()

    def _show_question(self, shown: bool) -> None:
        for part in (self.question, self.confirm_button, self.keep_button):
            part.setVisible(shown)
        self.remove_button.setVisible(not shown)

    def _show_readme(self, shown: bool) -> None:
        self.readme.setVisible(shown)
        if shown:
            self.readme.setFocus()
            self.opened.emit(self)
