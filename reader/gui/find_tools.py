"""Joins the bar that finds in the open article, the finder, and the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from reader.arabic.needle import Needle, either_of
from reader.gui.find_bar import FindBar
from reader.gui.finder import Finder
from reader.gui.page_finds import Match
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.gui.actions import Actions
    from reader.gui.pair_view import PairView
    from reader.gui.shelf import Shelf

LONGEST_SELECTION = 80
"""Characters up to which what is selected is what is looked for."""
WAIT = 250
"""Milliseconds after the last letter before the lexicon is asked for further forms."""


class FindTools(QObject):
    """Finding in the piece. What the lexicon knows of other forms of the words comes in a little later."""

    def __init__(self, view: PairView, shelf: Shelf, commands: Actions) -> None:
        super().__init__(view)
        self._view, self._shelf, self._commands = view, shelf, commands
        self.bar, self.finder = FindBar(), Finder(view)
        self._start = view.finds.here()
        self._asking = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._ask_forms)
        self.bar.sought.connect(self._seek)
        self.bar.step_asked.connect(self.step)
        self.bar.left.connect(self.close)
        self.finder.changed.connect(self._show_count)
        commands.find.triggered.connect(self.open)
        commands.find_next.triggered.connect(lambda: self.step(1))
        commands.find_previous.triggered.connect(lambda: self.step(-1))

    def is_idle(self) -> bool:
        """Whether all is looked through."""
        return not (self.finder.is_looking or self._wait.isActive())

    def open(self) -> None:
        """Opens the bar, or gives it the keys; what is selected is what is looked for."""
        self._start = self.finder.at_hand or self._view.finds.here()
        selected = self._view.selection.text()
        if selected and len(selected) <= LONGEST_SELECTION and "\n" not in selected:
            part = next(self._view.selection.parts())
            self._start = Match(part.row, part.side, part.span)
            self.bar.set(selected.strip(), exact=self.bar.exact.isChecked())
        self._show_bar()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def light(self, phrases: Sequence[str], block: int | None) -> None:
        """Finds any of these, from a block on, with the bar open; the keys stay where they are."""
        row = None if block is None else self._view.row(block)
        self._start = Match(row or 0, Side.SOURCE, (0, 0))
        self.bar.set(either_of(phrases), exact=False)
        self._show_bar()

    def step(self, way: int) -> None:
        """Goes to the next match (1) or the one before (-1); opens the bar where it is closed."""
        if self.bar.isHidden():
            self.open()
        else:
            self.finder.step(way)
            self._start = self.finder.at_hand or self._start

    def close(self) -> None:
        """Closes the bar. The match at hand is selected, so that the reader goes on from there."""
        if self.bar.isHidden():
            return
        match = self.finder.at_hand
        self._wait.stop()
        self.finder.stop()
        self.bar.hide()
        if match is not None:
            self._view.finds.select(match)
        else:
            self._view.places.focus()

    def _show_bar(self) -> None:
        self.bar.show()
        self._seek()

    def _seek(self) -> None:
        if self.bar.isHidden():
            return
        self._shelf.cancel(self._asking)
        words = Needle(self.bar.field.text(), self.bar.exact.isChecked())
        self.finder.seek(words, self._start)
        if words and not self.bar.exact.isChecked():
            self._wait.start()
        else:
            self._wait.stop()

    def _ask_forms(self) -> None:
        query = self.bar.field.text()

        def take(forms: dict[str, frozenset[str]]) -> None:
            if query == self.bar.field.text() and not self.bar.isHidden() and any(forms.values()):
                self.finder.renew(Needle(query, forms=forms))

        # Where the library cannot be asked, the letters of the words tell most forms.
        self._asking = self._shelf.run(
            lambda: [self._shelf.on_lane().search.forms(query)], take, on_error=lambda _: None
        )

    def _show_count(self) -> None:
        finder = self.finder
        self.bar.show_count(finder.number, finder.count, looking=finder.is_looking)
