"""What a reader marks: joins the selection, the bar beside it, the notes panel and the marks of the open article."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reader.gui.colours import fill_colours
from reader.gui.columns import Spot, TextColumn
from reader.gui.doubts import place_name
from reader.gui.mark_bar import MarkBar
from reader.gui.marks import by_side
from reader.gui.notes_panel import NotesPanel
from reader.gui.theme import LIGHT
from reader.linking import counterpart
from reader.model import Place, Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from reader.gui.actions import Actions
    from reader.gui.columns import SelectedPart
    from reader.gui.desk import Desk
    from reader.gui.marking import Marking
    from reader.gui.pair_view import PairView
    from reader.gui.theme import Theme
    from reader.model import Annotation

WAIT = 180
"""Milliseconds that a selection stays as it is before the bar is offered."""
MOST_PARTS = 200
"""Paragraphs of a selection up to which its counterpart is looked for."""

Places = list[tuple[Side, Place]]


class MarkTools(QObject):
    """Marks what is selected, and goes to what is marked.

    Where one side is selected the words of the other that belong to it are framed, and marked with it unless the
    reader turns that off.
    """

    said = Signal(str)
    """Something that the reader should know."""

    def __init__(self, view: PairView, desk: Desk, marking: Marking, commands: Actions) -> None:
        super().__init__(view)
        self._view, self._desk, self._marking, self._commands = view, desk, marking, commands
        self.bar = MarkBar(view)
        self.panel = NotesPanel(self._name_place)
        self.theme: Theme = LIGHT
        self._both = True
        self._counterpart: Places = []
        self._note_next = False
        self._going: tuple[int, str, int] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._offer)
        view.selected.connect(self._note_selection)
        view.pressed.connect(self._put_away)
        view.moved.connect(self._follow)
        view.clicked.connect(self._mark_card)
        view.note_clicked.connect(self.open_note)
        view.bookmark_clicked.connect(self._open_bookmark)
        self.bar.highlight_asked.connect(self.highlight)
        self.bar.note_asked.connect(self.note)
        self.bar.both_toggled.connect(self._choose_both)
        self.bar.left.connect(view.places.focus)
        marking.changed.connect(self._show_marks)
        marking.labelled.connect(self._show_labels)
        marking.made.connect(self._note_made)
        desk.leaving.connect(self._leave)
        desk.failed.connect(self._stay)
        panel = self.panel
        panel.annotation_chosen.connect(self.go_to_annotation)
        panel.bookmark_chosen.connect(self.go_to_bookmark)
        panel.written.connect(self._write)
        panel.recoloured.connect(marking.recolour)
        panel.remove_asked.connect(marking.remove)
        panel.place_asked.connect(self._place_again)
        panel.bookmark_renamed.connect(marking.rename_bookmark)
        panel.bookmark_remove_asked.connect(marking.remove_bookmark)
        commands.highlight.triggered.connect(lambda: self.highlight())
        commands.note.triggered.connect(self.note)
        commands.bookmark.triggered.connect(self.bookmark)

    def wear(self, theme: Theme) -> None:
        """Takes other colours."""
        self.theme = theme
        self.panel.set_theme(theme)
        self._show_labels()

    # What is done

    def highlight(self, colour: str | None = None) -> None:
        """Highlights what is selected, in the colour that was used last for None; what is highlighted already takes
        that colour."""
        selected = list(self._view.marked.selected())
        if not selected:
            self.said.emit(self.tr("Select words on either side first."))
            return
        there = self._same(selected)
        if there is None:
            self._marking.highlight(self._to_mark(selected), colour)
            return
        if (colour or self._marking.colour) != there.colour:
            self._marking.recolour(there.id, colour or self._marking.colour)
        self._done_with_selection()

    def note(self) -> None:
        """Opens a note on what is selected or, where nothing is, the one at the caret."""
        selected = list(self._view.marked.selected())
        if selected:
            there = self._same(selected)
            if there is not None:
                self._done_with_selection()
                self._write_note(there.id)
            else:
                self._note_next = True
                self._marking.highlight(self._to_mark(selected))
            return
        at_caret = self._view.marked.annotation_at(self._view.places.caret())
        if at_caret is not None:
            self._write_note(at_caret)
        else:
            self.said.emit(self.tr("Select the words that the note is about first."))

    def bookmark(self) -> None:
        """Bookmarks the paragraph that the reader is at, or takes its bookmark away."""
        spot = self._view.places.current()
        block = None if spot is None else self._view.places.row(spot).block
        if block is not None:
            self._marking.toggle_bookmark(block)

    def open_note(self, annotation: int) -> None:
        """Shows an annotation in the panel."""
        self._commands.notes.setChecked(True)
        self.panel.show_annotation(annotation)

    def extend_menu(self, menu: QMenu, spot: Spot | None) -> None:
        """Adds to the text's menu what can be marked at a place."""
        does = self._commands
        menu.addSeparator()
        there = self._view.marked.annotation_at(spot)
        if any(self._view.marked.selected()):
            colours = menu.addMenu(self.tr("Highlight"))
            fill_colours(colours, self.theme, self._marking.labels, self._marking.colour, self.highlight)
            self._add(menu, does.note.text(), self.note)
        elif there is not None:
            self._add(menu, self.tr("Open the note"), lambda: self._write_note(there))
            self._add(menu, self.tr("Remove the highlight"), lambda: self._marking.remove(there))
        block = None if spot is None else self._view.places.row(spot).block
        if block is not None:
            marked = block in self._view.marked.now.bookmarks
            text = self.tr("Remove the bookmark") if marked else self.tr("Bookmark this paragraph")
            self._add(menu, text, lambda: self._marking.toggle_bookmark(block))

    # Going there

    def go(self, piece: int, kind: str, number: int) -> None:
        """Opens a piece where it is not open, and goes to an "annotation" or a "bookmark" of it."""
        self._going = piece, kind, number
        if self._desk.piece == piece:
            self._arrive()
        else:
            self._desk.open_piece(piece)

    def go_to_annotation(self, annotation: int) -> None:
        """Shows where an annotation of the open article stands."""
        found = self._marking.get(annotation)
        if found is None:
            return
        self.panel.show_annotation(annotation)
        self._view.leap.to_places({target.selector.side: target.places for target in found.targets if target.places})

    def go_to_bookmark(self, bookmark: int) -> None:
        """Shows the paragraph of a bookmark."""
        found = next((one for one in self._marking.bookmarks if one.id == bookmark), None)
        if found is None:
            return
        self.panel.show_bookmark(bookmark)
        if found.block is not None:
            self._view.leap.to(found.block)

    def _stay(self) -> None:
        """The piece that the reader wanted to go to cannot be opened."""
        self._going = None

    def _arrive(self) -> None:
        """Goes where the reader wanted to, once what is marked there is known."""
        if self._going is None or self._desk.piece != self._going[0]:
            return
        _, kind, number = self._going
        marks = self._marking.annotations if kind == "annotation" else self._marking.bookmarks
        if not any(one.id == number for one in marks):
            return
        self._going = None
        self._commands.notes.setChecked(True)
        if kind == "annotation":
            self.go_to_annotation(number)
        else:
            self.go_to_bookmark(number)

    # The selection

    def _to_mark(self, selected: Places) -> Places:
        """What is to be marked: what is selected, and on the other side what belongs to it."""
        return [*selected, *self._find_counterpart(selected)] if self._both else selected

    def _find_counterpart(self, places: Places) -> Places:
        """What belongs to the places of one side on the other; nothing where both sides are selected."""
        if len({side for side, _ in places}) != 1 or len(places) > MOST_PARTS:
            return []
        found = []
        for side, place in places:
            pair = self._view.pair(place.block)
            span = None if pair is None else counterpart(pair, side, place.start, place.end)
            if span is not None:
                other = Side.TARGET if side is Side.SOURCE else Side.SOURCE
                found.append((other, Place(place.block, *span)))
        return found

    def _same(self, places: Places) -> Annotation | None:
        """The annotation that is on just what is selected."""
        selected = by_side(places)
        return next(
            (
                one
                for one in self._marking.annotations
                for target in one.targets
                if target.places and target.places == tuple(selected.get(target.selector.side, ()))
            ),
            None,
        )

    def _note_selection(self) -> None:
        if not self._view.selection.exists():
            self._wait.stop()
            self._put_away()
        else:
            self._wait.start()

    def _offer(self) -> None:
        """Shows the bar and the frame, when the selection is made."""
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._wait.start()
            return
        places = list(islice(self._view.marked.selected(), MOST_PARTS + 1))
        ends = self._view.selection.ends()
        if not places or ends is None:
            self._put_away()
            return
        self._counterpart = self._find_counterpart(places)
        self._view.marked.preview(self._counterpart if self._both else ())
        column = self._view.window().focusWidget()
        if isinstance(column, TextColumn):
            self.bar.come_after(column)
        self.bar.offer(self._place_of(*ends), counterpart=bool(self._counterpart))

    def _choose_both(self, both: bool) -> None:
        self._both = both
        if self.bar.isVisible():
            self._view.marked.preview(self._counterpart if both else ())

    def _follow(self) -> None:
        if self.bar.isVisible():
            ends = self._view.selection.ends()
            if ends is not None:
                self.bar.follow(self._place_of(*ends))
            else:
                self._put_away()

    def _place_of(self, first: SelectedPart, last: SelectedPart) -> QRect:
        """Where a selection begins and ends, in pixels of the view, as wide as where it begins."""
        place = self._view.places.span(Spot(first.row, first.side, first.span[0]), first.span)
        end = self._view.places.span(Spot(last.row, last.side, last.span[1]), (last.span[1] - 1, last.span[1]))
        place.setBottom(max(place.bottom(), end.bottom()))
        return place

    def _put_away(self) -> None:
        self._counterpart = []
        self._view.marked.preview(())
        if self.bar.isAncestorOf(self.bar.window().focusWidget() or self.bar.window()):
            self._view.places.focus()
        self.bar.hide()

    def _done_with_selection(self) -> None:
        self._view.selection.clear()
        self._put_away()

    # What there is

    def _note_made(self, annotation: Annotation) -> None:
        self._done_with_selection()
        if self._note_next:
            self._note_next = False
            self._write_note(annotation.id)

    def _write_note(self, annotation: int) -> None:
        self._commands.notes.setChecked(True)
        self.panel.show_annotation(annotation, write=True)

    def _open_bookmark(self, bookmark: int) -> None:
        self._commands.notes.setChecked(True)
        self.panel.show_bookmark(bookmark)

    def _mark_card(self, spot: Spot | None) -> None:
        there = self._view.marked.annotation_at(spot)
        if there is not None and self.panel.isVisible():
            self.panel.show_annotation(there)

    def _write(self, annotation: int, note: str, tags: tuple[str, ...]) -> None:
        self._marking.write(annotation, note, tags, lambda _: self.panel.restore(annotation, note, tags))

    def _place_again(self, annotation: int) -> None:
        selected = list(self._view.marked.selected())
        if selected:
            self._marking.place(annotation, self._to_mark(selected))
            self._done_with_selection()
        else:
            self.said.emit(self.tr("Select the words in the text that the note belongs to, then press “Place again…”."))

    def _leave(self) -> None:
        """What lies open is about to be something else."""
        self._note_next = False
        self.panel.finish()
        self._put_away()

    def _show_marks(self) -> None:
        self._view.marked.show(self._marking.marks)
        self.panel.show_marks(self._marking.annotations, self._marking.bookmarks)
        self._arrive()

    def _show_labels(self) -> None:
        self.bar.show_colours(self.theme, self._marking.labels)
        self.panel.show_labels(self._marking.labels)

    def _name_place(self, block: int) -> str:
        article = self._desk.article
        row = self._view.row(block)
        if article is None or row is None or block >= len(article.blocks):
            return ""
        return place_name(article.blocks[block].role, self._view.places.number(row))

    def _add(self, menu: QMenu, text: str, do: Callable[[], None]) -> None:
        menu.addAction(text).triggered.connect(lambda: do())
