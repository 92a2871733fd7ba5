"""Has a screen reader say what a sighted person sees happen away from the keyboard's focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.gui.desk import Desk
    from reader.gui.shelf import Shelf
    from reader.gui.steps import Steps


def announce(widget: QWidget, text: str) -> None:
    """Has ``text`` said, as from ``widget``."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Announcer(QObject):
    """Says what opens, what is done and undone, that a piece is saved and that a translation has come to its end. What
    a message bar, a card or a count says, they have said themselves."""

    def __init__(self, window: QWidget, desk: Desk, shelf: Shelf, steps: Steps) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._was_pairing = False
        desk.opened.connect(self._say_opened)
        desk.changed.connect(self._say_progress)
        shelf.added.connect(lambda _: announce(window, self.tr("Saved to the library")))
        steps.done.connect(lambda name: self._say_step(self.tr("Done: {step}"), name))
        steps.undone.connect(lambda name: self._say_step(self.tr("Undone: {step}"), name))

    def _say_opened(self, same: bool) -> None:
        article = self._desk.article
        if article is not None and not same:
            announce(self._window, article.title or self.tr("Without a headline"))

    def _say_progress(self) -> None:
        was, self._was_pairing = self._was_pairing, self._desk.is_pairing
        if was and not self._was_pairing and self._desk.is_whole:
            announce(self._window, self.tr("The translation is complete"))

    def _say_step(self, phrase: str, name: str) -> None:
        announce(self._window, phrase.format(step=QCoreApplication.translate("steps", name)))
