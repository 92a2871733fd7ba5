"""What a person does to pieces: stars, tags, collections, names, the trash; each a step that can be undone."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from reader.gui.catalogue import Kind, Section
from reader.gui.i18n import isolate
from reader.gui.piece_rows import title_of
from reader.model import ReadState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from reader.gui.actions import Actions
    from reader.gui.desk import Desk
    from reader.gui.differences import Differences
    from reader.gui.duplicates_dialog import DuplicatesDialog
    from reader.gui.library_panel import LibraryPanel
    from reader.gui.library_services import Library
    from reader.gui.messages import Messages
    from reader.gui.shelf import Shelf
    from reader.gui.steps import Step, Steps
    from reader.model import PieceSummary

STEPS = {
    name: str(text)
    for name, text in {
        "star": QT_TRANSLATE_NOOP("steps", "star"),
        "unstar": QT_TRANSLATE_NOOP("steps", "remove the star"),
        ReadState.READ: QT_TRANSLATE_NOOP("steps", "mark as read"),
        ReadState.READING: QT_TRANSLATE_NOOP("steps", "mark as being read"),
        ReadState.UNREAD: QT_TRANSLATE_NOOP("steps", "mark as unread"),
        "tag": QT_TRANSLATE_NOOP("steps", "tag"),
        "untag": QT_TRANSLATE_NOOP("steps", "remove the tag"),
        "collect": QT_TRANSLATE_NOOP("steps", "put into a collection"),
        "uncollect": QT_TRANSLATE_NOOP("steps", "take out of a collection"),
        "rename": QT_TRANSLATE_NOOP("steps", "rename"),
        "new": QT_TRANSLATE_NOOP("steps", "new collection"),
        "remove": QT_TRANSLATE_NOOP("steps", "remove"),
        "merge": QT_TRANSLATE_NOOP("steps", "merge"),
        "apart": QT_TRANSLATE_NOOP("steps", "keep apart"),
        "trash": QT_TRANSLATE_NOOP("steps", "move to the trash"),
        "untrash": QT_TRANSLATE_NOOP("steps", "restore"),
    }.items()
}
"""What the menu calls each step."""


MOST_APART = 12
"""So many pieces can be opened at once, each in a window of its own."""


class Librarian(QObject):
    """Carries out what is asked in the library's panel and by the window's commands. A command is about the pieces that
    are chosen while the focus is in the panel, and about the open one otherwise."""

    apart_asked = Signal(object)
    """The numbers of the pieces, a list, that are each to be opened in a window of its own."""
    said_state = Signal(int)
    """The open piece, whose state a person has just set."""

    def __init__(
        self, shelf: Shelf, desk: Desk, steps: Steps, panel: LibraryPanel, commands: Actions, messages: Messages
    ) -> None:
        super().__init__(panel)
        self._shelf, self._desk, self._steps = shelf, desk, steps
        self._panel, self._commands, self._messages = panel, commands, messages
        self._trashing: Step | None = None
        self.duplicates: DuplicatesDialog | None = None
        self._connect()
        self.show_state()

    def show_state(self) -> None:
        """Says on the commands what they would do now."""
        pieces, does = self.pieces(), self._commands
        in_trash = self._panel.section.kind is Kind.TRASH
        trashed = in_trash and bool(self._panel.chosen())
        for action in (does.star, does.mark_read, does.tag, does.collect):
            action.setEnabled(bool(pieces))
        does.rename.setEnabled(len(self._panel.chosen()) == 1 and not in_trash)
        does.remove.setEnabled(bool(self._panel.chosen()))
        does.open_apart.setEnabled(not in_trash and len(self._panel.chosen()) <= MOST_APART)
        does.untrash.setEnabled(trashed)
        does.empty_trash.setEnabled(bool(self._panel.catalogue.trashed))
        does.show_pieces(
            starred=bool(pieces) and all(piece.starred for piece in pieces),
            read=bool(pieces) and all(piece.state is ReadState.READ for piece in pieces),
            in_trash=in_trash,
        )

    def pieces(self) -> list[PieceSummary]:
        """The pieces that a command is about: none of them lies in the trash."""
        focus = self._panel.window().focusWidget()
        chosen = self._panel.chosen()
        if focus is not None and self._panel.isAncestorOf(focus) and chosen:
            return [] if self._panel.section.kind is Kind.TRASH else chosen
        return [piece for piece in self._panel.catalogue.pieces if piece.id == self._desk.piece]

    def star(self, pieces: Sequence[PieceSummary]) -> None:
        """Gives pieces the star; takes it from them where all have it."""
        on = not all(piece.starred for piece in pieces)
        numbers = _numbers(pieces)
        self._do("star" if on else "unstar", lambda library: library.shelves.star(numbers, on))

    def mark(self, pieces: Sequence[PieceSummary], state: ReadState) -> None:
        """Says how far pieces are read."""
        numbers = _numbers(pieces)
        if self._desk.piece in numbers:
            self.said_state.emit(self._desk.piece)
        self._do(state, lambda library: library.shelves.set_state(numbers, state))

    def tag(self, numbers: Sequence[int], name: str) -> None:
        """Puts a tag on pieces."""
        self._do("tag", lambda library: library.shelves.tag(numbers, name))

    def collect(self, numbers: Sequence[int], collection: int) -> None:
        """Puts pieces into a collection."""
        self._do("collect", lambda library: library.shelves.collect(numbers, collection))

    def trash(self, pieces: Sequence[PieceSummary]) -> None:
        """Moves pieces to the trash, and says so."""
        numbers = _numbers(pieces)

        def work(library: Library) -> None:
            library.shelves.trash(numbers)

        def say(_: None) -> None:
            step = self._trashing = self._steps.last()
            if step is not None:
                text = self._trashed_text(pieces)
                self._messages.say(text, self.tr("Undo"), lambda: self._steps.undo_this(step))

        self._shelf.step(STEPS["trash"], work, say)

    def untrash(self, numbers: Sequence[int]) -> None:
        """Takes pieces out of the trash, and puts away what was said of it."""
        self._do("untrash", lambda library: library.shelves.untrash(numbers))
        self._forget_trashing()

    def delete_for_ever(self, pieces: Sequence[PieceSummary]) -> None:
        """Asks once, and then deletes what lies in the trash for good."""
        if not pieces:
            return
        numbers = _numbers(pieces)
        if len(pieces) == 1:
            question = self.tr("Delete “{title}” for ever?").format(title=isolate(title_of(pieces[0])))
        else:
            question = self.tr("Delete {count} pieces for ever?").format(count=QLocale().toString(len(pieces)))
        self._messages.ask(
            question,
            self.tr("The text, its translation and all notes on it are deleted. This cannot be undone."),
            self.tr("Delete for ever"),
            lambda: self._shelf.change(lambda: [self._shelf.on_lane().shelves.empty_trash(numbers)]),
        )

    def add_collection(self, numbers: Sequence[int] = ()) -> None:
        """Asks for a name, and makes a collection of that name with these pieces in it."""

        def make(name: str) -> None:
            def work(library: Library) -> int:
                made = library.shelves.add_collection(name).id
                library.shelves.collect(numbers, made)
                return made

            self._shelf.step(STEPS["new"], work)

        self._messages.ask_name(self.tr("New collection"), self.tr("Name of the collection"), make)

    def offer_comparison(self, piece: int) -> None:
        """Says of a piece that was just saved that the library has nearly the same article already, where it has."""

        def work() -> list[list[PieceSummary]]:
            return [[one for one, _ in self._shelf.on_lane().shelves.near_duplicates(piece)]]

        def compare() -> None:
            self.show_duplicates(piece)

        def say(alike: Sequence[PieceSummary]) -> None:
            if not alike or piece != self._desk.piece:  # else it would be said of what is open now
                return
            if len(alike) == 1:
                text = self.tr("The library has nearly the same article already: “{title}”. Both are kept.")
                text = text.format(title=isolate(title_of(alike[0])))
            else:
                text = self.tr("The library has several pieces that are nearly this article. All are kept.")
            self._messages.say(text, self.tr("Compare…"), compare)

        self._shelf.run(work, say, self._shelf.failed.emit)

    def show_duplicates(self, piece: int | None = None) -> DuplicatesDialog:
        """Opens the window of the pieces that are nearly the same, and looks for them; for those of that ``piece``
        alone, where one is named."""
        if self.duplicates is None:
            from reader.gui.duplicates_dialog import DuplicatesDialog

            self.duplicates = DuplicatesDialog(self._panel.window())
            self.duplicates.merge_asked.connect(self.merge)
            self.duplicates.apart_asked.connect(self.keep_apart)
            self.duplicates.compare_asked.connect(self._compare)
        dialog = self.duplicates
        dialog.show_groups(None)
        dialog.show()
        dialog.activateWindow()

        def work() -> list[list[tuple[list[PieceSummary], float]]]:
            groups = self._shelf.on_lane().shelves.all_duplicates()
            return [[group for group in groups if piece is None or any(one.id == piece for one in group[0])]]

        self._shelf.run(work, dialog.show_groups, self._shelf.failed.emit)
        return dialog

    def _compare(self, numbers: list[int]) -> None:
        """Tells the window of near duplicates where the texts of pieces differ."""
        from reader.gui.differences import compare

        def work() -> list[tuple[list[int], Differences]]:
            found = [self._shelf.on_lane().get(number).article for number in numbers]
            return [(numbers, compare([[block.text for block in article.blocks] for article in found]))]

        def show(result: tuple[list[int], Differences]) -> None:
            if self.duplicates is not None:
                self.duplicates.show_differences(*result)

        self._shelf.run(work, show, self._shelf.failed.emit)

    def merge(self, keep: int, others: Sequence[int]) -> None:
        """Makes pieces one; the others go to the trash. Whoever reads one of those goes on in the one that is kept."""
        reads_other = self._desk.piece in others

        def then(_: None) -> None:
            if reads_other:
                self._desk.open_piece(keep)

        self._shelf.step(STEPS["merge"], lambda library: library.shelves.merge(keep, others), then)

    def keep_apart(self, numbers: Sequence[int]) -> None:
        """Says that pieces are not the same, however alike."""

        def work(library: Library) -> None:
            for one, other in combinations(numbers, 2):
                library.shelves.dismiss(one, other)

        self._do("apart", work)

    def tag_menu(self) -> QMenu:
        """A menu of the tags, with those of the pieces ticked."""
        pieces = self.pieces()
        numbers = _numbers(pieces)

        def turn(name: str, on: bool) -> None:
            if on:
                self.tag(numbers, name)
            else:
                self._do("untag", lambda library: library.shelves.untag(numbers, name))

        def make() -> None:
            self._messages.ask_name(self.tr("New tag"), self.tr("The tag"), lambda name: self.tag(numbers, name))

        menu = QMenu(self.tr("Tags"), self._panel)
        for name, _ in self._panel.catalogue.tags:
            has = all(name in piece.tags for piece in pieces)
            _add_choice(menu, name, has, partial(turn, name))
        menu.addSeparator()
        menu.addAction(self.tr("New tag…"), make)
        return menu

    def collection_menu(self) -> QMenu:
        """A menu of the collections, with those that the pieces are in ticked."""
        pieces = self.pieces()
        numbers = _numbers(pieces)

        def turn(collection: int, on: bool) -> None:
            if on:
                self.collect(numbers, collection)
            else:
                self._do("uncollect", lambda library: library.shelves.uncollect(numbers, collection))

        menu = QMenu(self.tr("Collections"), self._panel)
        for one in self._panel.catalogue.collections:
            has = all(one.name in piece.collections for piece in pieces)
            _add_choice(menu, one.name, has, partial(turn, one.id))
        menu.addSeparator()
        menu.addAction(self.tr("New collection…"), lambda: self.add_collection(numbers))
        return menu

    def _connect(self) -> None:
        does, panel = self._commands, self._panel
        does.star.triggered.connect(lambda: self._with_pieces(self.star))
        does.mark_read.triggered.connect(self._turn_read)
        does.tag.triggered.connect(lambda: self._pop_up(self.tag_menu))
        does.collect.triggered.connect(lambda: self._pop_up(self.collection_menu))
        does.rename.triggered.connect(panel.list.rename)
        does.remove.triggered.connect(self._remove)
        does.untrash.triggered.connect(lambda: self.untrash(_numbers(panel.chosen())))
        does.empty_trash.triggered.connect(lambda: self.delete_for_ever(panel.catalogue.trashed))
        does.duplicates.triggered.connect(lambda: self.show_duplicates())
        self._shelf.added.connect(self.offer_comparison)
        self._steps.changed.connect(self._note_steps)
        for action in (does.remove, does.rename, does.open_apart):
            panel.list.addAction(action)
        does.open_apart.triggered.connect(self._open_apart)
        panel.list.apart_asked.connect(lambda number: self.apart_asked.emit([number]))
        panel.list.open_asked.connect(self._desk.open_piece)
        panel.list.star_asked.connect(self._star_one)
        panel.list.menu_asked.connect(self._show_piece_menu)
        panel.list.chosen_changed.connect(self.show_state)
        panel.list.pieces.rename_asked.connect(self._rename)
        panel.sections.chosen.connect(lambda _: self.show_state())
        panel.sections.new_asked.connect(self.add_collection)
        panel.sections.remove_asked.connect(self._remove_section)
        panel.sections.menu_asked.connect(self._show_section_menu)
        panel.sections.sections.rename_asked.connect(self._rename_section)
        panel.sections.sections.dropped.connect(self._take_dropped)

    def _note_steps(self) -> None:
        """Puts away what was said of the trash once that is undone."""
        if self._trashing is not None and not self._steps.is_done(self._trashing):
            self._forget_trashing()

    def _forget_trashing(self) -> None:
        if self._trashing is not None:
            self._trashing = None
            self._messages.put_away_news()

    def _do(self, step: str, work: Callable[[Library], object]) -> None:
        self._shelf.step(STEPS[step], work)

    def _with_pieces(self, do: Callable[[list[PieceSummary]], None]) -> None:
        pieces = self.pieces()
        if pieces:
            do(pieces)

    def _star_one(self, number: int) -> None:
        self.star([piece for piece in self._panel.catalogue.pieces if piece.id == number])

    def _turn_read(self) -> None:
        pieces = self.pieces()
        if pieces:
            read = all(piece.state is ReadState.READ for piece in pieces)
            self.mark(pieces, ReadState.UNREAD if read else ReadState.READ)

    def _open_apart(self) -> None:
        """Where nothing is chosen it is what is open here; what a search has found is the search's affair."""
        numbers = _numbers(self._panel.chosen())
        if not numbers and self._desk.piece is not None:
            numbers = [self._desk.piece]
        if numbers and not self._panel.shows_results:
            self.apart_asked.emit(numbers)

    def _rename(self, number: int, name: str) -> None:
        self._do("rename", lambda library: library.shelves.rename(number, name))

    def _remove(self) -> None:
        chosen = self._panel.chosen()
        if self._panel.section.kind is Kind.TRASH:
            self.delete_for_ever(chosen)
        elif chosen:
            self.trash(chosen)

    def _rename_section(self, section: Section, name: str) -> None:
        if section.kind is Kind.COLLECTION:
            self._do("rename", lambda library: library.shelves.rename_collection(section.number, name))
        else:
            self._do("rename", lambda library: library.shelves.rename_tag(section.name, name))

    def _remove_section(self, section: Section) -> None:
        if section.kind is Kind.COLLECTION:
            self._do("remove", lambda library: library.shelves.remove_collection(section.number))
        else:
            self._do("remove", lambda library: library.shelves.remove_tag(section.name))

    def _take_dropped(self, section: Section | None, numbers: list[int]) -> None:
        """Does to pieces what it means to be in a section."""
        listed = {piece.id: piece for piece in (*self._panel.catalogue.pieces, *self._panel.catalogue.trashed)}
        pieces = [listed[number] for number in numbers if number in listed]
        if section is None:
            self.add_collection(numbers)
        elif section.kind is Kind.COLLECTION:
            self.collect(numbers, section.number)
        elif section.kind is Kind.TAG:
            self.tag(numbers, section.name)
        elif section.kind is Kind.STARRED:
            self._do("star", lambda library: library.shelves.star(numbers, True))
        elif section.kind is Kind.UNREAD:
            self.mark(pieces, ReadState.UNREAD)
        elif section.kind is Kind.TRASH:
            self.trash(pieces)
        elif section.kind is Kind.ALL:
            self.untrash(numbers)

    def _pop_up(self, make: Callable[[], QMenu]) -> None:
        """Shows a menu beside the piece it is about."""
        if self.pieces():
            _show(make(), self._panel.list.menu_point())

    def _show_piece_menu(self, where: QPoint) -> None:
        does = self._commands
        menu = QMenu(self._panel)
        if self._panel.section.kind is Kind.TRASH:
            menu.addActions([does.untrash, does.remove])
        else:
            number = self._panel.list.current_piece()
            if number is not None:
                menu.addAction(self.tr("Open"), partial(self._desk.open_piece, number))
            menu.addAction(does.open_apart)
            menu.addSeparator()
            menu.addActions([does.star, does.mark_read])
            for sub in (self.tag_menu(), self.collection_menu()):
                sub.setParent(menu, sub.windowFlags())
                menu.addMenu(sub)
            menu.addSeparator()
            menu.addActions([does.rename, does.remove])
        _show(menu, where)

    def _show_section_menu(self, section: Section, where: QPoint) -> None:
        menu = QMenu(self._panel)
        if section.kind in (Kind.COLLECTION, Kind.TAG):
            menu.addAction(self.tr("Rename"), self._panel.sections.rename)
            collection = section.kind is Kind.COLLECTION
            remove = self.tr("Remove the collection") if collection else self.tr("Remove the tag")
            menu.addAction(remove, lambda: self._remove_section(section))
        elif section.kind is Kind.TRASH:
            menu.addAction(self._commands.empty_trash)
        else:
            menu.addAction(self.tr("New collection…"), self.add_collection)
        _show(menu, where)

    def _trashed_text(self, pieces: Sequence[PieceSummary]) -> str:
        if len(pieces) == 1:
            return self.tr("Moved to the trash: {title}").format(title=isolate(title_of(pieces[0])))
        count = QLocale().toString(len(pieces))
        return self.tr("Moved to the trash: {count} pieces").format(count=count)


def _numbers(pieces: Sequence[PieceSummary]) -> list[int]:
    return [piece.id for piece in pieces]


def _add_choice(menu: QMenu, text: str, checked: bool, then: Callable[[bool], None]) -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(lambda on: then(on))
    return action


def _show(menu: QMenu, where: QPoint) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(where)
