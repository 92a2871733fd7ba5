"""What a reader does with the text: looks words up, edits, asks for another translation, goes through the doubts."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QToolTip

from reader.errors import ReaderError
from reader.gui.card import NoteCard, WordCard
from reader.gui.columns import Spot
from reader.gui.doubts import doubt_text, place_name
from reader.gui.doubts_panel import Doubt
from reader.gui.edit_box import EditBox
from reader.gui.i18n import isolate
from reader.gui.messages import error_text
from reader.gui.parts_of_speech import part_of_speech
from reader.gui.provenance import glossary_says, made_by
from reader.gui.term_offer import of_selection, of_word
from reader.gui.words import Words, arabic_for, here, likeliest_first, word_at
from reader.model import Side, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint, QRect, QSize

    from reader.gui.actions import Actions
    from reader.gui.card import Card
    from reader.gui.desk import Desk
    from reader.gui.edits import Edits
    from reader.gui.pair_view import PairView
    from reader.gui.services import App
    from reader.model import Pair, Reading

BETWEEN_LISTS = 300
"""Milliseconds between two lists of doubts while pairs are coming."""


class ReadingTools(QObject):
    """Joins the text with what can be asked of it. Its cards and its box are laid over the text."""

    doubts_changed = Signal(object)
    """The Doubts of what is open, a list in the page's order."""
    doubt_reached = Signal(int)
    """The place, in that list, of the one that the reader has gone to."""
    glossary_asked = Signal(str, str)
    """A term, and its translation as far as it is known, that the reader wants in the glossary."""
    search_asked = Signal(str)
    """A word to search the library for."""
    failed = Signal(object)
    """The exception that kept something from being done."""
    offered = Signal(str, str, object)
    """Something to know, the caption of a button, and what that does."""
    menu_made = Signal(object, object)
    """A QMenu of what can be done at a Spot or None, before it is opened: others may add to it."""

    def __init__(self, app: App, view: PairView, desk: Desk, edits: Edits, commands: Actions) -> None:
        super().__init__(view)
        self._view, self._desk, self._edits, self._commands = view, desk, edits, commands
        self.words = Words(app, self)
        self.word_card, self.note_card = WordCard(view), NoteCard(view)
        self.word_card.glossary_asked.connect(self.glossary_asked)
        self.word_card.search_asked.connect(self.search_asked)
        self.box = EditBox(view)
        self.doubts: list[Doubt] = []
        self._doubted: set[int] = set()
        self._stale = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(BETWEEN_LISTS)
        self._wait.timeout.connect(self.list_doubts)
        self._at: Doubt | None = None
        self._asked: Spot | None = None
        self._scrolled: tuple[int, QSize] | None = None
        self._beside: Callable[[], QRect] | None = None
        self._menu: QMenu | None = None
        view.clicked.connect(self.look_up)
        view.pressed.connect(self.put_away)
        view.rested.connect(self._explain_at_pointer)
        view.menu_asked.connect(self._open_menu)
        view.number_clicked.connect(self.tell_about)
        view.moved.connect(self._follow)
        self.box.grown.connect(self._follow)
        self.box.saved.connect(edits.edit)
        self.box.written.connect(edits.drafts.keep)
        self.box.given_up.connect(edits.drafts.give_up)
        self.box.left.connect(self._close_box)
        edits.refused.connect(self._edit_once_more)
        edits.drafts.wanted.connect(self._edit_once_more)
        edits.drafts.found.connect(self._offer_draft)
        desk.leaving.connect(self.finish)
        desk.changed.connect(self._list_soon)
        commands.edit.triggered.connect(lambda: self._at_current(self.edit))
        commands.translate_again.triggered.connect(lambda: self._at_current(edits.translate_again))
        commands.translate_all_again.triggered.connect(edits.translate_all_again)
        commands.undo_edit.triggered.connect(lambda: self._at_current(edits.undo_edit))
        commands.about.triggered.connect(lambda: self._at_current(self.tell_about))
        commands.look_up.triggered.connect(lambda: self.look_up(self._arabic_at(view.places.current())))
        commands.next_doubt.triggered.connect(lambda: self.step_doubt(1))
        commands.previous_doubt.triggered.connect(lambda: self.step_doubt(-1))

    def finish(self) -> None:
        """Saves what stands in the box, since what lies open is about to be something else, and puts all away."""
        self.box.save()
        self.put_away()

    def close(self) -> None:
        """Ends the lexicon. Blocks until then."""
        self.words.close()

    def put_away(self) -> None:
        """Closes the cards."""
        self.word_card.put_away()
        self.note_card.put_away()

    def note_pair(self, pair: Pair) -> None:
        """Lists the doubts anew where a pair that has come has any, or had."""
        if pair.flags or pair.index in self._doubted:
            self._stale = True
            self._list_soon()

    def _list_soon(self) -> None:
        """Lists the doubts now or, while pairs come one after another, from time to time."""
        if self._stale and not self._desk.is_pairing:
            self.list_doubts()
        elif self._stale and not self._wait.isActive():
            self._wait.start()

    def _open(self, card: Card, beside: Callable[[], QRect], *, focus: bool) -> None:
        """Opens a card beside a place, which it follows when the view becomes another size."""
        self._beside = beside
        self._scrolled = self._view.places.offset, self._view.size()
        card.open(beside(), focus=focus)

    # Words

    def _arabic_at(self, spot: Spot | None) -> Spot | None:
        """The place of the Arabic word at a place, or of the one that the English there stands for."""
        if spot is None:
            return None
        cell = self._view.places.cell(spot)
        if cell.arabic:
            return spot if word_at(cell.text, spot.index) else None
        pair = self._view.pair(self._view.places.row(spot).block)
        span = arabic_for(pair, spot.index) if pair is not None and spot.side is Side.TARGET else None
        return None if span is None else Spot(spot.row, Side.SOURCE, span[0])

    def look_up(self, spot: Spot | None) -> None:
        """Opens the card of the Arabic word at a place; nothing happens where there is none."""
        if spot is None or not self._view.places.cell(spot).arabic:
            return
        text = self._view.places.cell(spot).text
        span = word_at(text, spot.index)
        if span is None:
            return
        pair = self._view.pair(self._view.places.row(spot).block)
        english = here(pair, span) if pair is not None and spot.side is Side.SOURCE else ""
        card = self.word_card
        self.put_away()
        QToolTip.hideText()
        card.expect(text[slice(*span)], english)
        self._open(card, partial(self._view.places.span, spot, span), focus=True)

        def show(readings: tuple[Reading, ...]) -> None:
            card.show_readings(likeliest_first(readings, english))

        self.words.look_up(text[slice(*span)], show, self._say_trouble)

    def _ask_glossary(self, spot: Spot) -> None:
        """Asks for the word at a place to be put into the glossary, as the lexicon has it where it has it."""
        text = self._view.places.cell(spot).text
        span = word_at(text, spot.index)
        if span is None:
            return
        word, pair = text[slice(*span)], self._view.pair(self._view.places.row(spot).block)
        english = here(pair, span) if pair is not None and spot.side is Side.SOURCE else ""

        def offer(readings: Sequence[Reading]) -> None:
            first = next(iter(likeliest_first(readings, english)), None)
            self.glossary_asked.emit(*of_word(word, first, english))

        def make_do(error: Exception) -> None:
            offer(())
            if not isinstance(error, ReaderError):
                self.failed.emit(error)

        self.words.look_up(word, offer, make_do)

    def _say_trouble(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self.word_card.show_trouble(error_text(error))
        else:
            self.put_away()
            self.failed.emit(error)

    def explain(self, spot: Spot | None, then: Callable[[str], None]) -> bool:
        """Gives ``then`` a few lines that say which Arabic word, read how, an English word stands for; whether there
        is such a word at the place."""
        pair = None if spot is None else self._view.pair(self._view.places.row(spot).block)
        span = arabic_for(pair, spot.index) if spot and pair and spot.side is Side.TARGET else None
        if pair is None or span is None or self.word_card.isVisible():
            return False
        word, english = pair.source[slice(*span)], here(pair, span)
        self.words.look_up(
            word, lambda found: then(_explanation(word, likeliest_first(found, english))), lambda _: None
        )
        return True

    def _explain_at_pointer(self, spot: Spot | None) -> None:
        self._asked, where = spot, QCursor.pos()

        def show(text: str) -> None:
            if self._asked == spot:
                QToolTip.showText(where, text, self._view)

        note = self._view.marked.note_at(spot)
        if note:
            show(note)
        elif not self.explain(spot, show):
            QToolTip.hideText()

    # Edits

    def edit(self, block: int) -> None:
        """Opens the box over the translation of a block, with what was being written there when it was left off."""
        row = self._view.row(block)
        if row is None:
            return
        self.finish()
        self._view.reveal(block)
        pair = self._view.pair(block)
        number = self._view.places.number(row)
        name = self.tr("Translation of paragraph {number}").format(number=number) if number else self.tr("Translation")
        self.box.open(block, (pair.target if pair else None) or "", self._view.places.translation_font(row), name)
        draft = self._edits.drafts.begin(block)
        if draft is not None:
            self.box.restore(draft)
        self._follow()
        self._view.reveal(block)

    def _edit_once_more(self, block: int, text: str) -> None:
        """Opens the box again with what could not be kept."""
        if self.box.block is None:
            self.edit(block)
            self.box.restore(text)

    def _offer_draft(self, block: int) -> None:
        """Offers to go on with an edit that its writer was kept from finishing."""
        row = self._view.row(block)
        number = None if row is None else self._view.places.number(row)
        if number:
            said = self.tr("You were writing a translation of paragraph {number}. It is kept.").format(number=number)
        else:
            said = self.tr("You were writing a translation here. It is kept.")
        self.offered.emit(said, self.tr("Go on writing"), lambda: self.edit(block))

    def _close_box(self) -> None:
        self._view.make_room(None)
        self._view.places.focus()

    def _follow(self) -> None:
        """Keeps the box on its paragraph, and puts away the cards of what is scrolled."""
        before, self._scrolled = self._scrolled, (self._view.places.offset, self._view.size())
        if before is not None and before[1] == self._scrolled[1] and before[0] != self._scrolled[0]:
            self.put_away()
        for card in (self.word_card, self.note_card):
            if card.isVisible() and self._beside is not None:
                card.fit(self._beside())
        block = self.box.block
        row = None if block is None else self._view.row(block)
        if block is None or row is None:
            return
        self.box.field.setFont(self._view.places.translation_font(row))
        place = self._view.places.translation(row)
        self.box.resize(place.width(), self.box.height())
        wanted = self.box.wanted_height()
        self._view.make_room(block, wanted)
        place = self._view.places.translation(row)  # no part of the translation shows below a shorter wording
        self.box.setGeometry(place.x(), place.y(), place.width(), max(wanted, place.height()))

    def _at_current(self, do: Callable[[int], None]) -> None:
        spot = self._view.places.current()
        block = None if spot is None else self._view.places.row(spot).block
        if block is not None:
            do(block)

    # Who made it

    def tell_about(self, block: int) -> None:
        """Says in a card who made the translation of a block, when, and what is doubtful about it."""
        pair, row = self._view.pair(block), self._view.row(block)
        if pair is None or row is None:
            return
        self.put_away()
        self._view.reveal(block)
        lines = [made_by(pair), *glossary_says(pair), *(doubt_text(flag, pair) for flag in pair.flags)]
        self.note_card.say(self.tr("About this translation"), "\n".join(lines))
        self._open(self.note_card, partial(self._view.places.beside, row), focus=True)

    # Doubts

    def step_doubt(self, step: int) -> None:
        """Goes to the next place to check, or the one before, and from the last to the first."""
        if not self.doubts:
            return
        if self._at in self.doubts:
            place = (self.doubts.index(self._at) + step) % len(self.doubts)
        else:
            place = 0 if step > 0 else -1 % len(self.doubts)
        self.show_doubt(place)

    def show_doubt(self, number: int) -> None:
        """Goes to a place of the list: shows the paragraph, lights what is doubtful, and says why in a card."""
        if not 0 <= number < len(self.doubts):
            return
        doubt = self._at = self.doubts[number]
        self.finish()
        self._view.leap.to_doubt(doubt.block, doubt.flag)
        heading = self.tr("To check, {number} of {total}").format(number=number + 1, total=len(self.doubts))
        self.note_card.say(f"{heading} · {doubt.place}", doubt.text)
        side, spans = (Side.TARGET, doubt.flag.target) if doubt.flag.target else (Side.SOURCE, doubt.flag.source)
        spot = Spot(self._view.row(doubt.block) or 0, side, 0)
        place = partial(self._view.places.span, spot, spans[0] if spans else (0, 1))
        self._open(self.note_card, place, focus=False)
        self.doubt_reached.emit(number)

    def list_doubts(self) -> None:
        """Lists the doubts of what the view shows, in the language of the moment."""
        self._wait.stop()
        self._stale = False
        found: list[Doubt] = []
        for entry in self._view.places.flagged():
            pair = self._view.pair(entry.block)
            if pair is not None and entry.block is not None:
                place = place_name(pair.role, entry.number)
                found += [Doubt(entry.block, flag, place, doubt_text(flag, pair)) for flag in pair.flags]
        if found != self.doubts:
            self.doubts, self._doubted = found, {doubt.block for doubt in found}
            self.doubts_changed.emit(found)
        has = bool(found)
        self._commands.next_doubt.setEnabled(has)
        self._commands.previous_doubt.setEnabled(has)

    # Menus

    def _open_menu(self, spot: Spot | None, where: QPoint) -> None:
        self.put_away()
        self.menu_for(spot).popup(where)

    def menu_for(self, spot: Spot | None) -> QMenu:
        """What can be done at a place, as a menu."""
        does, view = self._commands, self._view
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(view)
        menu.addAction(does.copy)
        block = None if spot is None else view.places.row(spot).block
        word = self._arabic_at(spot)
        if word is not None:
            self._add(menu, does.look_up.text(), partial(self.look_up, word))
        selected = list(islice(view.selection.parts(), 2))
        if len(selected) == 1 and (pair := view.pair(view.places.row(selected[0].spot).block)) is not None:
            offer = of_selection(pair, selected[0].side, selected[0].span)
            self._add(menu, self.tr("Add to glossary…"), partial(self.glossary_asked.emit, *offer))
        elif word is not None:
            self._add(menu, self.tr("Add to glossary…"), partial(self._ask_glossary, word))
        if block is not None:
            pair = view.pair(block)
            menu.addSeparator()
            self._add(menu, does.edit.text(), partial(self.edit, block))
            self._add(menu, does.translate_again.text(), partial(self._edits.translate_again, block))
            if pair is not None and pair.status is Status.EDITED and self._desk.piece is not None:
                self._add(menu, does.undo_edit.text(), partial(self._edits.undo_edit, block))
            menu.addSeparator()
            self._add(menu, does.about.text(), partial(self.tell_about, block))
        self.menu_made.emit(menu, spot)
        return menu

    def _add(self, menu: QMenu, text: str, do: partial[None]) -> None:
        menu.addAction(text).triggered.connect(lambda: do())


def _explanation(word: str, readings: list[Reading]) -> str:
    """The Arabic word and, in a line below, the likeliest of its readings."""
    if not readings:
        return isolate(word)
    first = readings[0]
    lines = [
        isolate(word),
        f"{isolate(first.vocalised)} · {part_of_speech(first.pos)}",
        isolate(", ".join(first.glosses)),
    ]
    return "\n".join(lines)
