"""What a search has found, in the place of the library's list: how many pieces, the results, and advice for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reader.gui import announcing
from reader.gui.i18n import isolate
from reader.gui.messages import error_text
from reader.gui.prose import Prose
from reader.gui.result_list import ResultList

if TYPE_CHECKING:
    from reader.gui.searcher import Answer

MORE = 150
"""How many results more are listed each time."""


class ResultsPane(QWidget):
    """Shows an Answer."""

    exact_toggled = Signal(bool)
    more_asked = Signal(int)
    """So many results are wanted in all."""

    def __init__(self) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self.count, self.nothing = QLabel(), Prose()
        self.count.setObjectName("panelHeading")
        self.nothing.setObjectName("panelHint")
        self.exact = QToolButton()
        self.exact.setObjectName("exactButton")
        self.exact.setCheckable(True)
        self.exact.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.exact.toggled.connect(self.exact_toggled)
        self.list = ResultList()
        self.more = QPushButton()
        self.more.clicked.connect(self._ask_for_more)
        head = QHBoxLayout()
        head.setContentsMargins(0, 2, 0, 2)
        head.addWidget(self.count, 1)
        head.addWidget(self.exact)
        head.addSpacing(12)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        column.addStretch(0)
        self.setFocusProxy(self.list)
        self.retranslate()

    @property
    def answer(self) -> Answer | None:
        """What is shown, None before the first answer."""
        return self._answer

    def show_answer(self, answer: Answer | None) -> None:
        """Shows what was found; None while that is not known yet."""
        before, self._answer = self._answer, answer
        same = (
            answer is not None and before is not None and (before.query, before.exact) == (answer.query, answer.exact)
        )
        if not same or answer != before:
            self.list.show_hits(answer.hits if answer else (), same_search=same)
        self._write(announce=answer is not None and answer != before)

    def retranslate(self) -> None:
        """Sets the words in the language of the moment."""
        self.exact.setText(self.tr("Exact"))
        self.exact.setToolTip(self.tr("Only as the words are spelled here: no other form of them"))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.retranslate()
        self._write(announce=False)

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language or type."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self.retranslate()
        super().changeEvent(event)

    def _write(self, *, announce: bool) -> None:
        answer = self._answer
        self.nothing.setVisible(answer is not None and not answer.hits)
        self.list.setVisible(answer is None or bool(answer.hits))
        self.more.setVisible(answer is not None and len(answer.hits) < answer.count)
        if answer is None:
            self.count.setText(self.tr("Searching…"))
            return
        locale = QLocale()
        if answer.count == 1:
            self.count.setText(self.tr("1 piece"))
        elif answer.count == 2:
            self.count.setText(self.tr("2 pieces"))
        else:
            self.count.setText(self.tr("{count} pieces").format(count=locale.toString(answer.count)))
        self.more.setText(
            self.tr("Show more ({shown} of {count})").format(
                shown=locale.toString(len(answer.hits)), count=locale.toString(answer.count)
            )
        )
        self.nothing.setText("" if answer.hits else self._advice(answer))
        if announce:
            said = self.count.text() if answer.hits else self.nothing.text()
            announcing.announce(self, said)

    def _advice(self, answer: Answer) -> str:
        """What to try where nothing was found, or what is wrong with what was asked for."""
        if answer.mistake is not None:
            return error_text(answer.mistake)
        lines = [self.tr("Nothing found for {query}.").format(query=isolate(f"“{answer.query.strip()}”"))]
        if answer.exact:
            lines.append(self.tr("Turn “Exact” off to find other forms of the words too."))
        if len(answer.phrases) > 1:
            lines.append(self.tr("A piece must have all the words: leave some out, or put OR between them."))
        if ":" in answer.query:
            lines.append(self.tr("What stands before a colon narrows the search: leave it out."))
        if len(lines) == 1:
            lines.append(self.tr("Try fewer letters, another spelling, or the word in the other language."))
        return "\n".join(lines)

    def _ask_for_more(self) -> None:
        if self._answer is not None:
            self.more_asked.emit(len(self._answer.hits) + MORE)
