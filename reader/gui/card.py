"""Cards that open beside a place in the text: what the lexicon knows of a word, or a few lines about a translation."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui import fonts
from reader.gui.announcing import announce
from reader.gui.i18n import isolate
from reader.gui.parts_of_speech import clitic_meaning, part_of_speech
from reader.gui.term_offer import of_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from reader.model import Reading

_APART, _MARGIN = 6, 8
"""Pixels between a card and what it is about, and between a card and the edge of the view."""
WIDTH = 300
_SHORT_VOWELS = "\u064e\u064f\u0650"
"""The endings of verbs, which dictionaries leave out."""
_WORD_RATIO, _LINE_RATIO = 2.2, 1.1
"""The size of an Arabic word by that of the window's type, since Amiri is drawn small in its em; and that of the lines
which hold such words among others."""


class Card(QFrame):
    """A card over the text. Esc closes it, and so does a move of the focus to elsewhere."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.column = QVBoxLayout(self)
        self.column.setSpacing(4)
        self.setObjectName("floatingCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._anchor = QRect()
        self._returns_to: QWidget | None = None
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 5)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.hide()

    def open(self, anchor: QRect, *, focus: bool) -> None:
        """Shows the card beside a place of its parent, in pixels; with ``focus`` the keys are its own from now on."""
        application = QApplication.instance()
        if not self.isVisible() and isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.show()
        self.raise_()
        self.fit(anchor)
        if focus:
            self._returns_to = self.window().focusWidget()
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self, anchor: QRect | None = None) -> None:
        """Takes the size its words need, and the place beside what it is about: below, or above where there is no
        room. ``anchor`` is where that is now, None for where it was."""
        self._anchor = anchor = anchor or self._anchor
        parent = self._view
        width = min(WIDTH, parent.width() - 2 * _MARGIN)
        self.column.activate()
        flows = self.column.hasHeightForWidth()
        height = self.column.heightForWidth(width) if flows else self.column.sizeHint().height()
        self.resize(width, height)
        x = min(max(anchor.center().x() - width // 2, _MARGIN), parent.width() - width - _MARGIN)
        below = anchor.bottom() + _APART
        above = anchor.top() - _APART - height
        fits = below + height <= parent.height() - _MARGIN or above < _MARGIN
        self.move(QPoint(x, below if fits else above))

    def put_away(self) -> None:
        """Closes the card, and gives the keys back to whoever had them."""
        if not self.isVisible():
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._follow_focus)
        back, self._returns_to = self._returns_to, None
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window()) or self.hasFocus()
        self.hide()
        if had_focus and back is not None:
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the card: what comes after it in the window is nowhere near."""
        stops = [self, *(one for one in self.findChildren(QToolButton) if one.isVisible() and one.isEnabled())]
        here = self.window().focusWidget()
        at = stops.index(here) if isinstance(here, QToolButton) and here in stops else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        was_here = old is not None and (old is self or self.isAncestorOf(old))
        is_here = new is not None and (new is self or self.isAncestorOf(new))
        if was_here and new is not None and not is_here:
            self._returns_to = None
            self.put_away()


def _label(name: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    return label


class NoteCard(Card):
    """A few lines under a heading."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading, self.text = _label("panelHint"), _label()
        self.column.setContentsMargins(14, 10, 14, 12)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.text)

    def say(self, heading: str, text: str) -> None:
        """Sets the words, and has a screen reader say them."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.setAccessibleName(f"{heading}. {text}")
        announce(self, self.accessibleName())


class WordCard(Card):
    """What the lexicon knows of an Arabic word: one reading at a time, to be stepped through with the arrow keys."""

    glossary_asked = Signal(str, str)
    """The term, and its translation as far as it is known, that the reader wants in the glossary."""
    search_asked = Signal(str)
    """The word that the reader wants to find in the library."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._word, self._here = "", ""
        self._readings: Sequence[Reading] = ()
        self._at = 0
        self.word = _label()
        self.word.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.word.setWordWrap(False)
        self.kind, self.glosses = _label("panelHint"), _label("cardGloss")
        self.origin, self.parts, self.here = _label("panelHint"), _label("panelHint"), _label("panelHint")
        self.count = _label("panelHint")
        self.count.setWordWrap(False)
        self.back_button, self.next_button = QToolButton(), QToolButton()
        for button, way in ((self.back_button, -1), (self.next_button, 1)):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, way=way: self.step(way))
        self.glossary_button = QToolButton()
        self.glossary_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.glossary_button.clicked.connect(self._ask_glossary)
        self.search_button = QToolButton()
        self.search_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.search_button.clicked.connect(self._ask_search)
        head = QWidget()
        # The word on the right, whatever way the window runs: there its lines begin.
        head.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kind, 1)
        row.addWidget(self.word)
        self.stepper = QWidget()
        row = QHBoxLayout(self.stepper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for step in (self.back_button, self.count, self.next_button):
            row.addWidget(step)
        row.addStretch(1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self.search_button)
        row.addWidget(self.glossary_button)
        row.addStretch(1)
        self.column.setContentsMargins(14, 12, 14, 10)
        for part in (head, self.glosses, self.origin, self.parts, self.here, self.stepper, foot):
            self.column.addWidget(part)
        self.retranslate()

    def expect(self, word: str, here: str) -> None:
        """Shows a word whose readings are still to come; ``here`` is the English that stands for it in this pair."""
        for label in (self.glosses, self.origin, self.parts, self.here):
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * _LINE_RATIO)
            label.setFont(font)
        self._word, self._here = word, here
        self._readings, self._at = (), 0
        self.word.setFont(fonts.arabic(self.font().pointSizeF() * _WORD_RATIO, bold=True))
        self._fill(self.tr("Looking it up…"))

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Shows the readings of the word that was expected, the first of them now."""
        self._readings, self._at = readings, 0
        self._fill(self.tr("The lexicon does not have this word."))
        announce(self, self.accessibleName())

    def show_trouble(self, text: str) -> None:
        """Says why there are no readings."""
        self._fill(text)

    def step(self, step: int) -> None:
        """Shows the next reading, or the one before."""
        if self._readings:
            self._at = (self._at + step) % len(self._readings)
            self._fill("")
            announce(self, self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys step through the readings."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Sets the card's words in the language of the moment."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for button, sign, text in (
            (self.back_button, "›" if mirrored else "‹", self.tr("The reading before")),
            (self.next_button, "‹" if mirrored else "›", self.tr("The next reading")),
        ):
            button.setText(sign)
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.glossary_button.setText(self.tr("Add to glossary…"))
        self.search_button.setText(self.tr("Search the library"))
        self.search_button.setToolTip(self.tr("Find this word, in all its forms, in the pieces of the library"))
        self.glossary_button.setToolTip(self.tr("Put this word into your glossary, with the translation you want"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language: what is open speaks the old one."""
        if event.type() == QEvent.Type.LanguageChange:
            self.put_away()
            self.retranslate()
        super().changeEvent(event)

    def _fill(self, otherwise: str) -> None:
        """Writes the reading of the moment, ``otherwise`` where there is none."""
        reading = self._readings[self._at] if self._readings else None
        self.word.setText(reading.vocalised if reading else self._word)
        self.kind.setText(part_of_speech(reading.pos) if reading else "")
        self._set_line(self.glosses, isolate(", ".join(reading.glosses)) if reading else otherwise)
        self._set_line(self.origin, self._origin(reading) if reading else "")
        self._set_line(self.parts, self._parts(reading) if reading and reading.clitics else "")
        self._set_line(self.here, self.tr("Here: {english}").format(english=isolate(f"“{self._here}”")))
        self.here.setVisible(bool(self._here))
        self.stepper.setVisible(len(self._readings) > 1)
        count = self.tr("{number} of {total}")
        self.count.setText(count.format(number=self._at + 1, total=len(self._readings)))
        said = (self.word, self.kind, self.glosses, self.origin, self.parts, self.here)
        self.setAccessibleName(". ".join(part.text() for part in said if part.text() and not part.isHidden()))
        if self.isVisible():
            self.fit()

    def _set_line(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _ask_glossary(self) -> None:
        reading = self._readings[self._at] if self._readings else None
        term, translation = of_word(self._word, reading, self._here)
        self.put_away()
        self.glossary_asked.emit(term, translation)

    def _ask_search(self) -> None:
        """The dictionary form finds every form of the word; of a reading that has none the word itself is taken."""
        reading = self._readings[self._at] if self._readings else None
        word = (reading.lemma if reading else "") or self._word
        self.put_away()
        self.search_asked.emit("".join(letter for letter in word if unicodedata.category(letter) != "Mn"))

    def _origin(self, reading: Reading) -> str:
        """Where a dictionary has the word: its form there, unless it stands so here, and its root."""
        said = []
        if reading.lemma and reading.lemma != reading.vocalised.rstrip(_SHORT_VOWELS):
            said.append(self.tr("Dictionary form: {lemma}").format(lemma=isolate(reading.lemma)))
        if reading.root:
            said.append(self.tr("Root: {root}").format(root=isolate(" ".join(reading.root))))
        return " · ".join(said)

    def _parts(self, reading: Reading) -> str:
        """The letters that are joined to the word, each with what it means."""
        said = []
        for clitic in reading.clitics:
            meaning = clitic_meaning(clitic, reading.pos)
            said.append(isolate(clitic) + (" " + isolate(f"“{meaning}”") if meaning else ""))
        return self.tr("Joined to it: {parts}").format(parts=" · ".join(said))
