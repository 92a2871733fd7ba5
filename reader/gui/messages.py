"""The only messages and dialogs: a bar over the text for what a person can mend, a dialog for a bug of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from reader import wording
from reader.errors import ReaderError
from reader.gui.announcing import announce
from reader.gui.i18n import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, isolate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

ERROR, NEWS, NOTICE, HINT = "error", "news", "notice", "hint"
"""What a bar says: something went wrong; something was done; something to know about what is open; what to do first."""

CLAUSES = (
    QT_TRANSLATE_NOOP("errors", "the clipboard"),
    QT_TRANSLATE_NOOP("errors", "it is a folder"),
    QT_TRANSLATE_NOOP("errors", "it is a pipe that nobody writes to"),
    QT_TRANSLATE_NOOP("errors", "Permission denied"),
    QT_TRANSLATE_NOOP("errors", "No space left on device"),
    QT_TRANSLATE_NOOP("errors", "Read-only file system"),
    QT_TRANSLATE_NOOP("errors", "it does not answer"),
    QT_TRANSLATE_NOOP("errors", "the connection was cut"),
    QT_TRANSLATE_NOOP("errors", "nothing more came"),
    QT_TRANSLATE_NOOP("errors", "Connection refused"),
    QT_TRANSLATE_NOOP("errors", "Network is unreachable"),
    QT_TRANSLATE_NOOP("errors", "Temporary failure in name resolution"),
    QT_TRANSLATE_NOOP("errors", "Name or service not known"),
    QT_TRANSLATE_NOOP("errors", "it is not JSON"),
    QT_TRANSLATE_NOOP("errors", "it offers nothing"),
    QT_TRANSLATE_NOOP("errors", "its checksum is another"),
    QT_TRANSLATE_NOOP("errors", "File is not a zip file"),
)
"""What an error's data may hold that is said in the window's language too."""


def error_text(error: wording.Sayable) -> str:
    """What is wrong, or was found out, and how to mend it, two sentences in the window's language."""
    data = {name: isolate(QCoreApplication.translate("errors", str(value))) for name, value in error.data.items()}
    parts = (QCoreApplication.translate("errors", template) for template in wording.WORDING[error.code])
    return " ".join(_sentence(part.format_map(data)) for part in parts)


def _sentence(clause: str) -> str:
    return clause[:1].upper() + clause[1:] + ("" if clause.endswith((".", "!", "؟", "?")) else ".")


class MessageBar(QFrame):
    """One line over the text, with a button for what can be done about it; a ``closable`` one can be put away."""

    left = Signal()
    """The bar was put away while it had the keys: somebody is to take them."""

    def __init__(self, *, closable: bool = True) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self._then: Callable[[], None] | None = None
        self.kind, self._text = NEWS, ""
        self._again: Callable[[], None] | None = None
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action_button = QPushButton()
        self.action_button.setAutoDefault(False)  # or Enter in a dialog would be this button's, though it is hidden
        self.action_button.clicked.connect(self._act)
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(self.label, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)
        self.close_button.setVisible(closable)
        self._closable = closable
        self.retranslate()
        self.hide()

    def say(
        self,
        text: str,
        kind: str = "",
        action: str | None = None,
        then: Callable[[], None] | None = None,
        *,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Shows ``text``, in the place of what stood here. ``kind`` is news where it is not said, or in a bar that
        nobody puts away a notice. ``action`` is the caption of a button that calls ``then`` and puts the bar away.
        ``again`` says the same when the language has become another; news and hints that have none are put away then.
        """
        kind = kind or (NEWS if self._closable else NOTICE)
        self._then, self._again = then, again
        # A bar that begins with a headline would run the headline's way.
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.label.setText((RIGHT_TO_LEFT_MARK if mirrored else LEFT_TO_RIGHT_MARK) + text)
        self._text = text
        self.kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.action_button.setVisible(action is not None)
        self.action_button.setText(action or "")
        self.setAccessibleName(text)
        self.show()
        announce(self, text)

    def text(self) -> str:
        """What the bar says; "" while it is put away."""
        return "" if self.isHidden() else self._text

    def put_away(self) -> None:
        """Hides the bar."""
        self._then = None
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_focus:  # left to Qt they would go to whatever Tab reaches next
            self.left.emit()

    def put_away_error(self) -> None:
        """Hides the bar if what it says went wrong."""
        if self.kind == ERROR:
            self.put_away()

    def retranslate(self) -> None:
        """Sets the bar's own texts in the language of the moment."""
        self.close_button.setToolTip(self.tr("Close this message (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close this message"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the bar away."""
        if self._closable and event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == event.Type.LanguageChange:
            self.retranslate()
            if self._again is not None and not self.isHidden():
                self._again()
            elif self.kind in (NEWS, HINT):
                self.put_away()
        super().changeEvent(event)

    def _act(self) -> None:
        then = self._then
        if self._closable:
            self.put_away()
        if then is not None:
            then()


class Messages:
    """Says what happened: what a person can mend in the bar, a bug of ours in a dialog with the report's path. What is
    asked in a dialog is asked above ``page``."""

    def __init__(self, bar: MessageBar, report_bug: Callable[[BaseException], Path], page: QWidget) -> None:
        self._bar, self._report_bug, self._page = bar, report_bug, page

    def show_error(self, error: BaseException) -> None:
        """Says what went wrong, whichever kind it is of."""
        if isinstance(error, ReaderError):
            self._bar.say(error_text(error), ERROR, again=lambda: self.show_error(error))
        else:
            self.show_bug(error)

    def say(self, text: str, action: str | None = None, then: Callable[[], None] | None = None) -> None:
        """Says what was done, with a button for what can be done about it."""
        self._bar.say(text, NEWS, action, then)

    def hint(self, text: str) -> None:
        """Says what is to be done first, until something is done."""
        self._bar.say(text, HINT)

    def put_away_hint(self) -> None:
        """Puts away what was to be done first."""
        if self._bar.kind == HINT:
            self._bar.put_away()

    def say_wrong(self, text: str, action: str, then: Callable[[], None], again: Callable[[], None]) -> None:
        """Says what went wrong, with a button for what can be done about it; ``again`` as in ``MessageBar.say``."""
        self._bar.say(text, ERROR, action, then, again=again)

    def put_away_news(self) -> None:
        """Puts away what was said of something that was done."""
        if self._bar.kind == NEWS:
            self._bar.put_away()

    def ask(self, question: str, more: str, does: str, then: Callable[[], None]) -> QMessageBox:
        """Asks before something that cannot be undone; ``does`` is the caption of the button that calls ``then``."""
        box = QMessageBox(self._page)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(does)
        box.setText(question)
        box.setInformativeText(more)
        button = box.addButton(does, QMessageBox.ButtonRole.DestructiveRole)
        button.clicked.connect(then)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()
        return box

    def ask_name(self, title: str, label: str, then: Callable[[str], None]) -> QInputDialog:
        """Asks for a name, which goes to ``then``; nothing happens for a blank one."""
        dialog = QInputDialog(self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.textValueSelected.connect(lambda name: then(name.strip()) if name.strip() else None)
        dialog.open()
        return dialog

    def show_bug(self, error: BaseException) -> QMessageBox:
        """Says that Muwazi itself is at fault, and where the report lies."""
        try:
            where = isolate(str(self._report_bug(error)))
        except OSError:
            where = ""
        box = QMessageBox(self._page)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(QCoreApplication.translate("Messages", "A fault in Muwazi"))
        box.setText(
            QCoreApplication.translate("Messages", "Something went wrong in Muwazi itself. What is saved stays saved.")
        )
        if where:
            report = QCoreApplication.translate(
                "Messages", "A report was written to {path}. It stays on this machine unless you send it to us."
            )
            box.setInformativeText(report.format(path=where))
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        box.open()
        return box
