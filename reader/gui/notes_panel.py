"""The panel of what a person has marked in the open article: notes, highlights and bookmarks as its text has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.gui.i18n import key_name
from reader.gui.marks import first_block, is_orphan, text_order
from reader.gui.note_cards import AnnotationCard, BookmarkCard, Card
from reader.gui.side_panel import SidePanel
from reader.gui.theme import LIGHT
from reader.model import Annotation, Bookmark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from reader.gui.theme import Theme

    Key = tuple[str, int]

AT_ONCE = 6
"""How many cards are made between two looks at what else the window has to do."""
AHEAD = 2
"""How many times the height of what can be seen there are cards for, below that."""


class NotesPanel(SidePanel):
    """A card for each mark, in the order of the text; those that the text has lost come last, under a heading of
    their own. The cards say what is to be done, and are shown anew once it is done."""

    annotation_chosen = Signal(int)
    bookmark_chosen = Signal(int)
    written = Signal(int, str, object)
    """An annotation's number, its note and its tags, a tuple."""
    recoloured = Signal(int, str)
    remove_asked = Signal(int)
    place_asked = Signal(int)
    bookmark_renamed = Signal(int, str)
    bookmark_remove_asked = Signal(int)

    def __init__(self, place_of: Callable[[int], str]) -> None:
        """``place_of`` names the place of a block in the window's language: "Paragraph 3"."""
        self.area = QScrollArea()
        super().__init__(self.area)
        self._place_of = place_of
        self._annotations: Sequence[Annotation] = ()
        self._bookmarks: Sequence[Bookmark] = ()
        self._labels: Mapping[str, str | None] = {}
        self._theme: Theme = LIGHT
        self.cards: dict[Key, Card] = {}
        self._said: dict[Card, object] = {}
        self._wanted: list[Key] = []
        self._marked: Key | None = None
        self._to_write: int | None = None
        self.area.setObjectName("cards")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inside = QWidget()
        self._inside.setObjectName("cardList")
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 6, 8)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        self.lost_heading = QLabel()
        self.lost_heading.setObjectName("panelHeading")
        self.lost_heading.hide()
        self.area.setWidget(self._inside)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._fill)
        self.area.verticalScrollBar().valueChanged.connect(self._make_more)
        self.retranslate()

    def show_marks(self, annotations: Sequence[Annotation], bookmarks: Sequence[Bookmark]) -> None:
        """Lists these. A card on which somebody is writing stays open."""
        self._annotations, self._bookmarks = tuple(annotations), tuple(bookmarks)
        self._begin()

    def show_labels(self, labels: Mapping[str, str | None]) -> None:
        """Calls the colours by these names."""
        self._labels = labels
        self._begin()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self._begin()

    def show_annotation(self, annotation: int, *, write: bool = False) -> None:
        """Brings a card into view and marks it; with ``write`` its note is opened, as soon as the card is there."""
        self._to_write = annotation if write else None
        self._mark(("annotation", annotation))

    def show_bookmark(self, bookmark: int) -> None:
        """Brings the card of a bookmark into view and marks it."""
        self._mark(("bookmark", bookmark))

    def restore(self, annotation: int, note: str, tags: tuple[str, ...]) -> None:
        """Opens a card again with what could not be saved."""
        card = self.cards.get(("annotation", annotation))
        if isinstance(card, AnnotationCard):
            card.field.restore(note, tags)

    def finish(self) -> None:
        """Saves what is being written."""
        for card in list(self.cards.values()):
            if isinstance(card, AnnotationCard):
                card.field.finish()

    def retranslate(self) -> None:
        super().retranslate()
        self.heading.setText(self.tr("NOTES ON THIS PIECE"))
        self.lost_heading.setText(self.tr("NOT FOUND IN THE TEXT"))
        self.area.setAccessibleName(self.tr("Notes and bookmarks"))
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Fills the panel, which nobody saw before."""
        super().showEvent(event)
        self._begin()

    # Cards

    def _begin(self) -> None:
        """Starts to make the cards that are wanted, and takes away those that are not."""
        self._write_hint()
        if not self.isVisible():
            return
        self._wanted = self._order()
        for key in [key for key in self.cards if key not in set(self._wanted)]:
            card = self.cards.pop(key)
            self._said.pop(card, None)
            card.blockSignals(True)  # what is half written on it goes with it
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._fill()

    def _order(self) -> list[Key]:
        """The cards' keys as they are listed: by the text, bookmarks before the notes of their paragraph."""
        listed: list[tuple[tuple[int, int, int], Key]] = []
        last = 1 << 31
        for annotation in self._annotations:
            listed.append((text_order(annotation), ("annotation", annotation.id)))
        for bookmark in self._bookmarks:
            block = last if bookmark.block is None else bookmark.block
            listed.append(((block, -1, bookmark.id), ("bookmark", bookmark.id)))
        return [key for _, key in sorted(listed)]

    def _fill(self) -> None:
        """Renews the cards that say something else than they should, makes some that are missing, and comes back for
        more as long as they could be seen."""
        annotations = {one.id: one for one in self._annotations}
        bookmarks = {one.id: one for one in self._bookmarks}
        missing = [key for key in self._wanted if key not in self.cards]
        made = missing[:AT_ONCE] if self._marked in missing or not self._is_full() else []
        for key in made:
            self.cards[key] = self._make(key, annotations, bookmarks)
        for key, card in self.cards.items():
            if isinstance(card, AnnotationCard):
                one = annotations[key[1]]
                block = first_block(one)
                self._show(card, one, "" if block is None else self._place_of(block))
            elif isinstance(card, BookmarkCard):
                mark = bookmarks[key[1]]
                self._show(card, mark, "" if mark.block is None else self._place_of(mark.block))
        self._arrange(annotations, bookmarks)
        if self._marked in self.cards:
            self._reach()
        if made and len(made) < len(missing):
            self._more.start()

    def _make_more(self) -> None:
        if len(self.cards) < len(self._wanted):
            self._more.start()

    def _is_full(self) -> bool:
        """Whether there are cards for a good way beyond what can be seen."""
        seen = self.area.verticalScrollBar().value() + self.area.viewport().height()
        return bool(self.cards) and self._inside.height() > seen + AHEAD * self.area.viewport().height()

    def _show(self, card: Card, mark: Annotation | Bookmark, place: str) -> None:
        """Has a card say what it should, unless it does."""
        now = (mark, place, self._theme, self._labels, self.heading.text())
        if self._said.get(card) == now:
            return
        self._said[card] = now
        if isinstance(card, AnnotationCard) and isinstance(mark, Annotation):
            card.show_annotation(mark, place, self._theme, self._labels)
        elif isinstance(card, BookmarkCard) and isinstance(mark, Bookmark):
            card.show_bookmark(mark, place, self._theme)

    def _make(self, key: Key, annotations: Mapping[int, Annotation], bookmarks: Mapping[int, Bookmark]) -> Card:
        kind, number = key
        if kind == "bookmark":
            bookmark = BookmarkCard(bookmarks[number])
            bookmark.chosen.connect(lambda: self.bookmark_chosen.emit(number))
            bookmark.renamed.connect(lambda name: self.bookmark_renamed.emit(number, name))
            bookmark.remove_asked.connect(lambda: self.bookmark_remove_asked.emit(number))
            return bookmark
        card = AnnotationCard(annotations[number])
        card.chosen.connect(lambda: self.annotation_chosen.emit(number))
        card.written.connect(lambda note, tags: self.written.emit(number, note, tags))
        card.recoloured.connect(lambda colour: self.recoloured.emit(number, colour))
        card.remove_asked.connect(lambda: self.remove_asked.emit(number))
        card.place_asked.connect(lambda: self.place_asked.emit(number))
        return card

    def _arrange(self, annotations: Mapping[int, Annotation], bookmarks: Mapping[int, Bookmark]) -> None:
        """Puts the cards that are there in their order, the heading of the lost ones before those."""
        widgets: list[QWidget] = []
        for key in self._wanted:
            if key not in self.cards:
                continue
            kind, number = key
            lost = is_orphan(annotations[number]) if kind == "annotation" else bookmarks[number].block is None
            if lost and self.lost_heading not in widgets:
                widgets.append(self.lost_heading)
            widgets.append(self.cards[key])
        before: QWidget = self.area
        for place, widget in enumerate(widgets):
            item = self._list.itemAt(place)
            if item is None or item.widget() is not widget:
                self._list.insertWidget(place, widget)
                if isinstance(widget, Card):
                    QWidget.setTabOrder(before, widget)
                widget.show()
            if isinstance(widget, Card):
                before = widget
        self.lost_heading.setVisible(self.lost_heading in widgets)

    def _mark(self, key: Key) -> None:
        before, self._marked = self._marked, key
        if before in self.cards and before is not None:
            self.cards[before].mark(False)
        if key in self.cards:
            self._reach()
        else:
            self._make_more()

    def _reach(self) -> None:
        """Shows the marked card, now that it is there."""
        if self._marked is None:
            return
        card = self.cards[self._marked]
        if not card.property("marked"):
            card.mark(True)
            QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card, 0, 12))
        if self._to_write == self._marked[1] and isinstance(card, AnnotationCard):
            self._to_write = None
            card.field.write()

    def _write_hint(self) -> None:
        text = self.tr(
            "Nothing is marked in this piece yet. Select words on either side and press {note} for a note, "
            "{highlight} for a highlight; {bookmark} bookmarks the paragraph."
        )
        keys = {"note": key_name("Ctrl+M"), "highlight": key_name("Ctrl+H"), "bookmark": key_name("Ctrl+D")}
        self.hint.setText(text.format_map(keys))
        self.hint.setVisible(not (self._annotations or self._bookmarks))
