"""A note and its tags on a card: shown as text with links, written in the same place, saved by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reader.arabic.direction import is_arabic
from reader.gui.i18n import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, isolate, key_name
from reader.gui.note_text import rich

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

PAUSE = 2500
"""Milliseconds without a key after which what was written so far is saved."""
LONGEST = 10_000
"""Milliseconds after which it is saved though the keys do not rest."""
LEAST_LINES, MOST_LINES = 3, 14
"""How many lines of a note the editor shows at once."""
_FRAME = 20
"""Pixels above and below the text that are the editor's own."""


def split_tags(text: str) -> tuple[str, ...]:
    """The tags in a line, which commas part, each once."""
    names = (" ".join(name.split()) for name in text.replace("،", ",").split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def _alike(note: str, tags: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """The same for what differs only in the order of the tags, which the library keeps in one of its own."""
    return note.strip(), frozenset(tags)


class _Shown(QLabel):
    """The note as it is read. A click that meets no link asks to write."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._on_link = False
        self.linkHovered.connect(self._note_hover)

    def show_note(self, note: str) -> None:
        """Shows the note's paragraphs; its links can be reached by the keyboard."""
        self.setText(rich(note))
        self.setAccessibleName(note)
        has_links = "<a " in self.text()
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse
        if has_links:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if has_links else Qt.FocusPolicy.NoFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_link = self._on_link
        super().mouseReleaseEvent(event)
        event.accept()  # the card behind would take the keys for itself
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and not on_link and inside:
            self.asked.emit()

    def _note_hover(self, link: str) -> None:
        self._on_link = bool(link)


class NoteField(QWidget):
    """A note with its tags. What is written is saved when the focus leaves, when the writer pauses, and again and
    again while the writer does not; Esc puts back what stood there before, Ctrl+Enter is done."""

    saved = Signal(str, object)
    """The note and the tags, a tuple, as they are to be kept."""
    resized = Signal()
    """The field takes another height."""

    def __init__(self) -> None:
        super().__init__()
        self._note, self._tags = "", ()  # type: tuple[str, tuple[str, ...]]
        self._date = ""
        self._before: tuple[str, tuple[str, ...]] | None = None
        self._kept: tuple[str, tuple[str, ...]] = ("", ())
        self._own: set[tuple[str, frozenset[str]]] = set()
        """What has been kept from here since the editor was opened, to tell it from what others write."""
        self.shown = _Shown()
        self.shown.asked.connect(self.write)
        self.shown.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        self.tags_shown = QLabel()
        self.tags_shown.setObjectName("panelHint")
        self.tags_shown.setTextFormat(Qt.TextFormat.PlainText)
        self.tags_shown.setWordWrap(True)
        self.editor = QPlainTextEdit()
        self.editor.setTabChangesFocus(True)
        self.editor.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self.editor.textChanged.connect(self._note_typing)
        self.tags_editor = QLineEdit()
        self.tags_editor.textEdited.connect(self._note_typing)
        self.hint = QLabel()
        self.hint.setObjectName("panelHint")
        self.hint.setWordWrap(True)
        for part in (self.editor, self.tags_editor):
            part.installEventFilter(self)
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, interval in ((self._pause, PAUSE), (self._longest, LONGEST)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.shown, self.tags_shown, self.editor, self.tags_editor, self.hint):
            column.addWidget(widget)
        self.retranslate()
        self._show_state()

    @property
    def is_writing(self) -> bool:
        """Whether the editor is open."""
        return self._before is not None

    def show_note(self, note: str, tags: tuple[str, ...], date: str = "") -> None:
        """Shows a note, its tags and when that was. What is being written meanwhile stays, and takes in what another
        window has written."""
        self._note, self._tags, self._date = note, tags, date
        if not self.is_writing:
            self._show_state()
        elif _alike(note, tags) not in self._own:
            self._take_in(note, tags)

    def write(self) -> None:
        """Opens the editor on the note."""
        if not self.is_writing:
            self._before = self._kept = self._note, self._tags
            self._own = {_alike(*self._kept)}
            self.editor.setPlainText(self._note)
            self.editor.document().clearUndoRedoStacks()
            self.tags_editor.setText(", ".join(self._tags))
            self._rest()
            self._show_state()
            self._fit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def written(self) -> tuple[str, tuple[str, ...]]:
        """What stands in the editor."""
        return self.editor.toPlainText().strip(), split_tags(self.tags_editor.text())

    def keep(self) -> None:
        """Saves what was written so far, where it is something else than what is kept."""
        self._rest()
        if self.is_writing and self.written() != self._kept:
            self._kept = self.written()
            self._own.add(_alike(*self._kept))
            self.saved.emit(*self._kept)

    def finish(self) -> None:
        """Saves and closes the editor."""
        if self.is_writing:
            self.keep()
            self._close(self._kept)

    def cancel(self) -> None:
        """Closes the editor, with what stood there before it was opened. What was written is kept first, so that undo
        brings it back."""
        if self._before is None:
            return
        before = self._before
        self.keep()
        if self._kept != before:
            self.saved.emit(*before)
        self._close(before)

    def restore(self, note: str, tags: tuple[str, ...]) -> None:
        """Opens the editor with what could not be saved."""
        if not self.is_writing:
            self.write()
            self.editor.setPlainText(note)
            self.tags_editor.setText(", ".join(tags))
        self._kept = self._note, self._tags
        self._rest()  # not again and again by itself

    def retranslate(self) -> None:
        """Sets the field's words in the language of the moment."""
        self.editor.setAccessibleName(self.tr("Note"))
        self.editor.setPlaceholderText(self.tr("Write a note"))
        self.tags_editor.setAccessibleName(self.tr("Tags"))
        self.tags_editor.setPlaceholderText(self.tr("Tags, parted by commas"))
        self.hint.setText(self.tr("Saved by itself; {key} undoes what you wrote").format(key=key_name("Esc")))
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            done = enter and (watched is self.tags_editor or event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
                return True
            if done:
                self.finish()
                return True
        if event.type() == QEvent.Type.FocusOut:
            # Where it went is known only after this event; a menu or another window takes it for a while.
            QTimer.singleShot(0, self, self._leave)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or QApplication.activePopupWidget() is not None:
            self.keep()
        elif focus not in (self.editor, self.tags_editor):
            self.finish()

    def _close(self, now: tuple[str, tuple[str, ...]]) -> None:
        had_focus = self.editor.hasFocus() or self.tags_editor.hasFocus()
        self._before = None
        self._note, self._tags = now
        self._show_state()
        card = self.parentWidget()
        if had_focus and card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_in(self, note: str, tags: tuple[str, ...]) -> None:
        """Takes over what another window has made of the note and of the tags, each where it was not touched here;
        where it was, both stand. Esc then goes back to what the other wrote."""
        own_note, own_tags = self.written()
        if note not in (own_note, self._kept[0]):
            self.editor.setPlainText(note if own_note == self._kept[0] else f"{own_note}\n\n{note}")
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
        if tags not in (own_tags, self._kept[1]):
            wanted = tags if own_tags == self._kept[1] else tuple(dict.fromkeys((*own_tags, *tags)))
            self.tags_editor.setText(", ".join(wanted))
        self._before = self._kept = note, tags
        self._own.add(_alike(note, tags))
        if self.written() != self._kept:
            self._note_typing()

    def _note_typing(self) -> None:
        if self.is_writing:
            self._pause.start()
            if not self._longest.isActive():
                self._longest.start()

    def _rest(self) -> None:
        """Nothing is to be saved by itself until the next key."""
        self._pause.stop()
        self._longest.stop()

    def _show_state(self) -> None:
        writing = self.is_writing
        self.shown.show_note(self._note)
        self.shown.setVisible(not writing and bool(self._note))
        # Isolated words give the line no direction: it would run from left to right in either language.
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        mark = RIGHT_TO_LEFT_MARK if mirrored else LEFT_TO_RIGHT_MARK
        self.tags_shown.setText(mark + " · ".join(isolate(part) for part in (*self._tags, self._date) if part))
        self.tags_shown.setVisible(not writing)
        for part in (self.editor, self.tags_editor, self.hint):
            part.setVisible(writing)
        self.resized.emit()

    def _fit(self) -> None:
        wanted = round(self.editor.document().size().height())
        lines = min(max(wanted, LEAST_LINES), MOST_LINES)
        shows_bar = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.editor.setVerticalScrollBarPolicy(shows_bar)
        height = lines * self.editor.fontMetrics().lineSpacing() + _FRAME
        written = self.editor.toPlainText()
        if written:  # it runs the way of what is in it
            rtl = is_arabic(written)
            self.editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        else:
            self.editor.unsetLayoutDirection()
        if height != self.editor.height():
            self.editor.setFixedHeight(height)
            self.resized.emit()
