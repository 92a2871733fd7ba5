"""The foot of the window: how far the translation is, what was set aside, and that nothing leaves the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton

from reader.gui.i18n import key_name

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from reader.gui.desk import Desk

PATIENCE = 150
"""Milliseconds before progress is shown: a piece that is paired already shows none."""


class StatusStrip(QFrame):
    """Progress with a button that cancels or goes on; the counts of places to check and of lines set aside, each of
    which opens its panel."""

    cancel_asked = Signal()
    resume_asked = Signal()
    set_aside_asked = Signal()
    doubts_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusStrip")
        self._desk: Desk | None = None
        self._online = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PATIENCE)
        self._waiting.timeout.connect(self._draw)
        self.progress_text = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(120)
        self.bar.setTextVisible(False)
        self.cancel_button, self.resume_button = QToolButton(), QToolButton()
        self.doubts_button, self.set_aside_button = QToolButton(), QToolButton()
        for button in (self.cancel_button, self.resume_button, self.doubts_button, self.set_aside_button):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.resume_button.clicked.connect(self.resume_asked)
        self.set_aside_button.clicked.connect(self.set_aside_asked)
        self.doubts_button.clicked.connect(self.doubts_asked)
        self._doubts = 0
        self.offline = QLabel()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 2)
        row.setSpacing(12)
        for part in (self.progress_text, self.bar, self.cancel_button, self.resume_button):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.doubts_button)
        row.addWidget(self.set_aside_button)
        row.addWidget(self.offline)
        for part in (self.bar, self.cancel_button, self.resume_button, self.set_aside_button):
            part.hide()
        self.retranslate()

    def follow(self, desk: Desk) -> None:
        """Shows how things stand on the desk, from now on at every change."""
        self._desk = desk
        desk.changed.connect(self._note)
        self._draw()

    def show_doubts(self, count: int) -> None:
        """Says how many places there are to check; nothing where there are none."""
        self._doubts = count
        self.doubts_button.setText(self.tr("To check ({count})").format(count=count))
        self.doubts_button.setVisible(count > 0)

    def retranslate(self) -> None:
        """Sets the strip's words in the language of the moment."""
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Stop translating; what is done stays"))
        self.resume_button.setText(self.tr("Continue"))
        self.resume_button.setToolTip(self.tr("Translate the paragraphs that are missing"))
        self.set_aside_button.setToolTip(self.tr("What was on the page and is not the article"))
        self.doubts_button.setToolTip(
            self.tr("Where the translation may be wrong ({key} goes there)").format(key=key_name("F8"))
        )
        self.show_doubts(self._doubts)
        self._show_where()
        self.bar.setAccessibleName(self.tr("Translation"))
        self._count_set_aside(0)
        self._draw()

    def show_online(self, online: bool) -> None:
        """Says whether the network is being asked for models, rather than nothing at all."""
        self._online = online
        self._show_where()

    def sizeHint(self) -> QSize:
        """As tall with buttons as without, so that nothing moves when they come."""
        return self._as_tall(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """As tall with buttons as without."""
        return self._as_tall(super().minimumSizeHint())

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the window's language."""
        if event.type() == event.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _as_tall(self, size: QSize) -> QSize:
        buttons = (self.cancel_button, self.resume_button, self.doubts_button, self.set_aside_button)
        margins = self.contentsMargins() + self._row.contentsMargins()
        tallest = max(part.sizeHint().height() for part in (*buttons, self.offline))
        return QSize(size.width(), max(size.height(), tallest + margins.top() + margins.bottom()))

    def _show_where(self) -> None:
        self.offline.setText(
            self.tr("Online for models only: nothing about your articles is sent")
            if self._online
            else self.tr("Offline: nothing leaves this machine")
        )

    def _note(self) -> None:
        """Draws now, except that work which has only just begun is given a moment to be done at once."""
        busy = self._desk is not None and not self._desk.is_idle
        if busy and self.bar.isHidden():
            if not self._waiting.isActive():
                self._waiting.start()
            return
        self._waiting.stop()
        self._draw()

    def _draw(self) -> None:
        desk = self._desk
        if desk is None:
            return
        total = len(desk.article.blocks) if desk.article else 0
        if desk.installing:
            text = self.tr("Installing the model")
        elif desk.is_pairing:
            text = self.tr("Translating {done} of {total}").format(done=desk.done, total=total)
        elif not desk.is_idle:
            text = self.tr("Opening")
        elif not desk.is_whole:
            text = self.tr("Stopped at {done} of {total}").format(done=len(desk.pairs), total=total)
        else:
            text = ""
        self.progress_text.setText(text)
        self.progress_text.setVisible(bool(text))
        self.bar.setVisible(not desk.is_idle)
        # Qt would paint each value at once, and with it all else in the window that waits to be painted.
        self.bar.setUpdatesEnabled(False)
        self.bar.setRange(0, total if desk.is_pairing else 0)  # without an end in sight it runs to and fro
        self.bar.setValue(desk.done)
        self.bar.setUpdatesEnabled(True)
        self.cancel_button.setVisible(desk.is_pairing)
        self.resume_button.setVisible(desk.is_idle and not desk.is_whole)
        aside = len(desk.article.set_aside) if desk.article else 0
        self._count_set_aside(aside)
        self.set_aside_button.setVisible(aside > 0)

    def _count_set_aside(self, count: int) -> None:
        self.set_aside_button.setText(self.tr("Lines set aside ({count})").format(count=count))
