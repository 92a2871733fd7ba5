"""Joins the search of the library: what is typed, what is found, where that leads, and the searches that are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu

from reader.arabic.tokens import tokenize
from reader.gui.i18n import isolate
from reader.gui.searcher import Answer, Searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from reader.gui.actions import Actions
    from reader.gui.columns import Spot
    from reader.gui.desk import Desk
    from reader.gui.find_tools import FindTools
    from reader.gui.library_panel import LibraryPanel
    from reader.gui.library_services import Library
    from reader.gui.mark_tools import MarkTools
    from reader.gui.messages import Messages
    from reader.gui.pair_view import PairView
    from reader.gui.shelf import Shelf
    from reader.gui.steps import Steps
    from reader.model import Hit, SavedSearch

STEPS = {
    name: str(text)
    for name, text in {
        "save": QT_TRANSLATE_NOOP("steps", "save the search"),
        "rename": QT_TRANSLATE_NOOP("steps", "rename the search"),
        "forget": QT_TRANSLATE_NOOP("steps", "forget the search"),
    }.items()
}
"""What the menu calls each step."""
LONGEST = 80
"""Characters up to which what is selected can be searched for."""


class SearchTools(QObject):
    """The search. Esc gives the keys back to whoever had them before it was begun."""

    apart_asked = Signal(object, object)
    """A Hit, and the words that were found, a tuple, to be shown in another window."""

    def __init__(
        self,
        shelf: Shelf,
        desk: Desk,
        view: PairView,
        panel: LibraryPanel,
        steps: Steps,
        marks: MarkTools,
        finding: FindTools,
        commands: Actions,
        messages: Messages,
    ) -> None:
        super().__init__(panel)
        self._shelf, self._desk, self._view, self._panel = shelf, desk, view, panel
        self._steps, self._marks, self._finding, self._messages = steps, marks, finding, messages
        self.searcher = Searcher(shelf, self)
        self.saved: list[SavedSearch] = []
        self._going: tuple[Hit, tuple[str, ...]] | None = None
        self._back: QWidget | None = None
        box, pane = panel.search_box, panel.results
        box.begun.connect(self.searcher.prepare)
        box.typed.connect(self._search)
        box.taken.connect(pane.list.open_first)
        box.down.connect(pane.list.enter)
        box.left.connect(self.leave)
        box.saved_asked.connect(lambda where: self.saved_menu().popup(where))
        pane.list.left.connect(self.leave)
        pane.list.left_above.connect(lambda: box.field.setFocus(Qt.FocusReason.BacktabFocusReason))
        pane.list.open_asked.connect(self.go)
        pane.list.apart_asked.connect(self._go_apart)
        for part in (box, pane.list):
            part.addAction(commands.open_apart)
        pane.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        commands.open_apart.triggered.connect(self._open_apart)
        pane.exact_toggled.connect(lambda _: self._search())
        pane.more_asked.connect(self.searcher.ask_for_more)
        self.searcher.answered.connect(self._take)
        self.searcher.failed.connect(messages.show_error)
        shelf.listed.connect(lambda _: self.searcher.ask_again())
        shelf.altered.connect(self._list_saved)
        commands.search.triggered.connect(self.begin)
        self._list_saved()

    def is_idle(self) -> bool:
        """Whether what was typed is searched for, and what was opened is shown."""
        return self.searcher.is_idle() and self._finding.is_idle()

    def begin(self) -> None:
        """Gives the keys to the search field."""
        focus = self._panel.window().focusWidget()
        box = self._panel.search_box
        if focus is not None and not (box.isAncestorOf(focus) or self._panel.results.isAncestorOf(focus)):
            self._back = focus
        box.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.field.selectAll()

    def leave(self) -> None:
        """Ends the search: the list of pieces shows again."""
        self._panel.search_box.field.clear()
        back, self._back = self._back, None
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.places.focus()

    def search_for(self, query: str) -> None:
        """Searches for finished words, with the field and the results in view."""
        self.begin()
        self._panel.search_box.set(query)
        self._panel.show_results(True)
        self._panel.results.show_answer(None)
        self.searcher.ask(query, self._panel.results.exact.isChecked(), typing=False)

    # What was found

    def go(self, hit: Hit) -> None:
        """Opens the piece that was found, and goes to the place in it."""
        self.lead_to(hit, self._phrases())

    def lead_to(self, hit: Hit, phrases: tuple[str, ...]) -> None:
        """Opens a piece that was found by these words, and goes to the place in it."""
        self._going = hit, phrases
        if self._desk.piece == hit.piece.id:
            self.arrive()
        else:
            self._desk.open_piece(hit.piece.id)

    def _phrases(self) -> tuple[str, ...]:
        answer = self._panel.results.answer
        return () if answer is None else answer.phrases

    def _go_apart(self, hit: Hit) -> None:
        self.apart_asked.emit(hit, self._phrases())

    def _open_apart(self) -> None:
        hit = self._panel.results.list.hit_at_hand()
        if self._panel.shows_results and hit is not None:
            self._go_apart(hit)

    def arrive(self) -> None:
        """Shows the place that the reader wanted to, once its piece is open."""
        if self._going is None or self._desk.piece != self._going[0].piece.id:
            return
        (hit, phrases), self._going = self._going, None
        if hit.annotation is not None:
            self._marks.go(hit.piece.id, "annotation", hit.annotation)
        elif phrases and hit.block is not None:  # tags and names that a person gave stand in neither column
            self._finding.light(phrases, hit.block)

    def extend_menu(self, menu: QMenu, spot: Spot | None) -> None:
        """Adds to the text's menu the search for what is selected or, where nothing is, for the word at a place."""
        words = self._words_at(spot)
        if words:
            text = self.tr("Search the library for {words}").format(words=isolate(f"“{words}”"))
            menu.addSeparator()
            menu.addAction(text).triggered.connect(lambda: self.search_for(words))

    def _words_at(self, spot: Spot | None) -> str:
        selected = " ".join(self._view.selection.text().split())
        if selected:
            return selected if len(selected) <= LONGEST else ""
        if spot is None or not self._view.places.cell(spot).copied:
            return ""
        text = self._view.places.cell(spot).text
        return next((text[start:end] for _, (start, end) in tokenize(text) if start <= spot.index <= end), "")

    def _search(self) -> None:
        query = self._panel.search_box.field.text()
        if query.strip():
            if not self._panel.shows_results:
                self._panel.results.show_answer(None)
            self._panel.show_results(True)
        else:
            self._panel.show_results(False)
            self._panel.results.show_answer(None)
        self.searcher.ask(query, self._panel.results.exact.isChecked())

    def _take(self, answer: Answer) -> None:
        if self._panel.shows_results:
            self._panel.results.show_answer(answer)

    # Searches that are kept

    def saved_menu(self) -> QMenu:
        """The kept searches, and what can be done to them."""
        menu = QMenu(self.tr("Saved searches"), self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self.saved:
            self._add(menu, one, self._run)
        if self.saved:
            menu.addSeparator()
        query = self._panel.search_box.field.text().strip()
        save = menu.addAction(self.tr("Save this search…"))
        save.setEnabled(bool(query))
        save.triggered.connect(lambda: self._ask_to_save(query))
        for title, do in ((self.tr("Rename"), self._ask_to_rename), (self.tr("Forget"), self._forget)):
            below = menu.addMenu(title)
            below.setEnabled(bool(self.saved))
            for one in self.saved:
                self._add(below, one, do)
        return menu

    def save(self, name: str, query: str) -> None:
        """Keeps a search under a name."""
        self._do("save", lambda library: library.search.save(name, query))

    def rename(self, search: SavedSearch, name: str) -> None:
        """Gives a kept search another name."""
        self._do("rename", lambda library: library.search.rename(search.id, name))

    def _forget(self, search: SavedSearch) -> None:
        def say(_: None) -> None:
            step = self._steps.last()
            if step is not None:
                text = self.tr("The search {name} is forgotten.").format(name=isolate(f"“{search.name}”"))
                self._messages.say(text, self.tr("Undo"), lambda: self._steps.undo_this(step))

        self._shelf.step(STEPS["forget"], lambda library: library.search.forget(search.id), say)

    def _do(self, step: str, work: Callable[[Library], object]) -> None:
        self._shelf.step(STEPS[step], work)

    def _run(self, search: SavedSearch) -> None:
        self.search_for(search.query)

    def _ask_to_save(self, query: str) -> QInputDialog:
        dialog = self._messages.ask_name(
            self.tr("Save this search"), self.tr("Name of the search"), lambda name: self.save(name, query)
        )
        dialog.setTextValue(query)
        return dialog

    def _ask_to_rename(self, search: SavedSearch) -> QInputDialog:
        dialog = self._messages.ask_name(
            self.tr("Rename the search"), self.tr("Name of the search"), lambda name: self.rename(search, name)
        )
        dialog.setTextValue(search.name)
        return dialog

    def _list_saved(self) -> None:
        def work() -> Iterator[list[SavedSearch]]:
            yield self._shelf.on_lane().search.saved()

        def take(saved: list[SavedSearch]) -> None:
            self.saved = saved

        self._shelf.run(work, take, self._shelf.failed.emit)

    def _add(self, menu: QMenu, search: SavedSearch, do: Callable[[SavedSearch], object]) -> None:
        action = menu.addAction(search.name.replace("&", "&&"))
        action.setToolTip(search.query)
        action.triggered.connect(partial(lambda one, _checked=False: do(one), search))
