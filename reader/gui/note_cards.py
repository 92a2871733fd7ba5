"""The cards of the notes panel: one for each annotation and each bookmark of the open article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.arabic.direction import is_arabic
from reader.gui import fonts
from reader.gui import theme as themes
from reader.gui.colours import SWATCH, colour_name, fill_colours, swatch
from reader.gui.i18n import isolate, short_date
from reader.gui.marks import is_orphan
from reader.gui.note_field import NoteField
from reader.gui.note_text import AIR, plain
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from reader.gui.theme import Theme
    from reader.model import Annotation, Bookmark

SHOWN_QUOTE = 160
"""Characters of a quote that a card shows."""
SHOWN_PARAGRAPH = 70
"""Characters of a bookmarked paragraph that are shown; a bookmark keeps more of them, and cuts where it must."""
ARABIC_RATIO = 1.4
"""The size of Arabic by that of the window's type: Amiri is drawn small in its em."""
_BAR = 10
"""Pixels beside a quote for the line in its colour."""


def shortened(text: str, most: int = SHOWN_QUOTE) -> str:
    """The text in one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0] + "\u00a0…"


class Quote(QLabel):
    """Words of the text, in their own face and direction, with the line of their colour along the edge they begin
    at; a click goes to where they stand."""

    clicked = Signal()

    def __init__(self, text: str, most: int = SHOWN_QUOTE) -> None:
        """``most`` is how many characters of the words it shows."""
        super().__init__(plain(shortened(text, most)))
        self.setAccessibleName(shortened(text, most))
        self.colour: str | None = None
        self.theme: Theme | None = None
        self._arabic = is_arabic(text)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        direction = Qt.LayoutDirection.RightToLeft if self._arabic else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)
        edge = Qt.AlignmentFlag.AlignRight if self._arabic else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        left, right = (0, _BAR - AIR) if self._arabic else (_BAR, 0)
        self.setContentsMargins(left, 0, right, 0)
        self.set_type()

    def set_type(self) -> None:
        """Takes the window's size of type."""
        base = QFont()
        self.setFont(fonts.arabic(base.pointSizeF() * ARABIC_RATIO) if self._arabic else fonts.latin(base.pointSizeF()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.theme is None:
            return
        painter = QPainter(self)
        x = self.width() - 2.0 if self._arabic else 2.0
        ink = self.theme.edge if self.colour is None else themes.mark(self.theme, self.colour)
        painter.fillRect(QRectF(x - 1.5, 3, 3, self.height() - 6), QColor(ink))


class Card(QFrame):
    """A card of the panel. Enter goes to its place in the text, F2 changes it, Del removes it."""

    chosen = Signal()
    change_asked = Signal()
    """What can be written on the card is to be opened."""
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 9, 10, 6)
        self.column.setSpacing(5)
        self.place_label = QLabel()
        self.place_label.setObjectName("panelHint")
        self.place_label.setTextFormat(Qt.TextFormat.PlainText)
        self.place_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.change_button, self.remove_button = QToolButton(), QToolButton()
        self.remove_button.setText("✕")
        self.change_button.setText("✎")
        self.foot = QHBoxLayout()
        self.foot.setSpacing(2)
        self.foot.addWidget(self.place_label, 1)
        for button in (self.change_button, self.remove_button):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.foot.addWidget(button)
        self.change_button.clicked.connect(self.change_asked)
        self.remove_button.clicked.connect(self.remove_asked)

    def mark(self, marked: bool) -> None:
        """Shows whether the card is the one the reader is at."""
        self.setProperty("marked", marked)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the card itself; those of its parts come here where they have no use for them."""
        if not self.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.change_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _name(self, button: QToolButton | QPushButton, text: str) -> None:
        button.setToolTip(text)
        button.setAccessibleName(text)


class AnnotationCard(Card):
    """An annotation: its quotes, its note and tags, its colour."""

    written = Signal(str, object)
    """The note and the tags as they are to be kept."""
    recoloured = Signal(str)
    place_asked = Signal()

    def __init__(self, annotation: Annotation) -> None:
        super().__init__()
        self.change_asked.connect(self.change)
        self.annotation = annotation
        self._theme: Theme | None = None
        self._labels: Mapping[str, str | None] = {}
        self._place = ""
        self.quotes: list[Quote] = []
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(5)
        self.lost = QLabel()
        self.lost.setObjectName("lost")
        self.lost.setWordWrap(True)
        self.place_button = QPushButton()
        self.place_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place_button.clicked.connect(self.place_asked)
        self.field = NoteField()
        self.field.saved.connect(self.written)
        self.colour_button = QToolButton()
        self.colour_button.setAutoRaise(True)
        self.colour_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.colour_button.setIconSize(SWATCH)
        self.colour_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.colour_menu = QMenu(self.colour_button)
        self.colour_button.setMenu(self.colour_menu)
        self.colour_menu.aboutToShow.connect(self._fill_colours)
        self.foot.insertWidget(1, self.colour_button)
        self.column.addLayout(self._quotes)
        self.column.addWidget(self.field)
        self.column.addWidget(self.lost)
        self.column.addWidget(self.place_button)
        self.column.addLayout(self.foot)

    def show_annotation(
        self, annotation: Annotation, place: str, theme: Theme, labels: Mapping[str, str | None]
    ) -> None:
        """Shows an annotation as it is now; ``place`` is where it stands, in the window's language."""
        quotes = [target.selector.exact for target in annotation.targets]
        if not self.quotes or quotes != [target.selector.exact for target in self.annotation.targets]:
            self._make_quotes(quotes)
        self.annotation, self._theme, self._labels, self._place = annotation, theme, labels, place
        for quote, target in zip(self.quotes, annotation.targets, strict=True):
            quote.colour, quote.theme = annotation.colour if target.places else None, theme
            quote.update()
        self.field.show_note(annotation.note or "", annotation.tags, short_date(annotation.updated))
        self.colour_button.setIcon(swatch(annotation.colour, theme))
        self.retranslate()

    def change(self) -> None:
        self.field.write()

    def retranslate(self) -> None:
        """Sets the card's words in the language of the moment."""
        annotation = self.annotation
        self.place_label.setText(self._place)
        self._name(
            self.change_button, self.tr("Change the note and tags") if annotation.note else self.tr("Add a note")
        )
        self._name(self.remove_button, self.tr("Remove this highlight"))
        colour = colour_name(annotation.colour, self._labels.get(annotation.colour))
        self._name(self.colour_button, self.tr("Colour: {name}").format(name=isolate(colour)))
        orphan = is_orphan(annotation)
        lost = [target.selector.side for target in annotation.targets if not target.places]
        self.lost.setText(self._lost(lost, orphan))
        self.lost.setVisible(bool(lost))
        self.place_button.setText(self.tr("Place again…"))
        self._name(self.place_button, self.tr("Select the text that this belongs to, then press here"))
        self.place_button.setVisible(bool(lost))
        for quote in self.quotes:
            quote.setToolTip("" if orphan else self.tr("Go to this place"))
        said = [*(quote.accessibleName() for quote in self.quotes), annotation.note or "", ", ".join(annotation.tags)]
        said += [colour, self._place, short_date(annotation.updated), self.lost.text()]
        self.setAccessibleName(". ".join(part for part in said if part))

    def _lost(self, lost: list[Side], orphan: bool) -> str:
        if not lost:
            return ""
        if orphan:
            return self.tr("The text does not hold these words any more.")
        if lost[0] is Side.TARGET:
            return self.tr("The translation does not hold its words any more.")
        return self.tr("The source does not hold its words any more.")

    def _make_quotes(self, quotes: list[str]) -> None:
        for old in self.quotes:
            self._quotes.removeWidget(old)
            old.deleteLater()
        self.quotes = [Quote(text) for text in quotes]
        for quote in self.quotes:
            quote.clicked.connect(self.chosen)
            self._quotes.addWidget(quote)

    def _fill_colours(self) -> None:
        fill_colours(self.colour_menu, self._theme, self._labels, self.annotation.colour, self.recoloured.emit)


class BookmarkCard(Card):
    """A bookmark: the first words of its paragraph, under a name where a person gave it one."""

    renamed = Signal(str)

    def __init__(self, bookmark: Bookmark) -> None:
        super().__init__()
        self.change_asked.connect(self.change)
        self.bookmark = bookmark
        self._place = self._before = ""
        self.name_label = QLabel()
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setWordWrap(True)
        self.name_label.setObjectName("dialogHeading")
        self.editor = QLineEdit()
        self.editor.hide()
        self.editor.editingFinished.connect(self._finish)
        self.editor.installEventFilter(self)
        self.quote = Quote(bookmark.quote, SHOWN_PARAGRAPH)
        self.quote.clicked.connect(self.chosen)
        self.kind_label = QLabel()
        self.kind_label.setObjectName("panelHint")
        self.kind_label.setWordWrap(True)
        for part in (self.name_label, self.editor, self.quote, self.kind_label):
            self.column.addWidget(part)
        self.column.addLayout(self.foot)

    def show_bookmark(self, bookmark: Bookmark, place: str, theme: Theme) -> None:
        """Shows a bookmark as it is now."""
        self.bookmark, self._place = bookmark, place
        self.quote.theme = theme
        self.quote.update()
        self.retranslate()

    def change(self) -> None:
        self._before = self.bookmark.label or ""
        self.editor.setText(self._before)
        self.name_label.hide()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.selectAll()

    def retranslate(self) -> None:
        """Sets the card's words in the language of the moment."""
        bookmark = self.bookmark
        self.name_label.setText(bookmark.label or "")
        self.name_label.setVisible(bool(bookmark.label) and self.editor.isHidden())
        kind = self.tr("Bookmark") if bookmark.block is not None else self.tr("Bookmark of a paragraph that is gone")
        self.place_label.setText(self._place)
        self.kind_label.setText(" · ".join((kind, short_date(bookmark.created))))
        self._name(self.change_button, self.tr("Name this bookmark"))
        self._name(self.remove_button, self.tr("Remove this bookmark"))
        self.editor.setAccessibleName(self.tr("Name of the bookmark"))
        self.editor.setPlaceholderText(self.tr("Name of the bookmark"))
        said = (bookmark.label or "", self.quote.accessibleName(), self.place_label.text(), self.kind_label.text())
        self.setAccessibleName(". ".join(part for part in said if part))

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.editor.setText(self._before)
            self._finish()
            return True
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        if self.editor.isHidden():
            return
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        name = self.editor.text().strip()
        if name != self._before:  # and not where another window has named it meanwhile
            self.renamed.emit(name)
        self.retranslate()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
