"""Keeps the outline of subheadings by the article that is open, and its panel out of sight where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.outline_panel import Heading, OutlinePanel
from reader.model import Role

if TYPE_CHECKING:
    from reader.gui.actions import Actions
    from reader.gui.desk import Desk
    from reader.gui.pair_view import PairView
    from reader.model import Pair


class Outline(QObject):
    """Joins the panel with the article and the text."""

    def __init__(self, desk: Desk, view: PairView, commands: Actions) -> None:
        super().__init__(view)
        self._desk, self._view, self._action = desk, view, commands.outline
        self.panel = OutlinePanel()
        self.panel.chosen.connect(view.leap.to)
        self._action.setVisible(False)
        self._action.setEnabled(False)
        desk.opened.connect(lambda _: self.refresh())
        desk.paired.connect(self._note_pair)
        view.moved.connect(self._follow)
        self._action.toggled.connect(lambda _: self._follow())

    def refresh(self) -> None:
        """Lists the subheadings of what is open."""
        article = self._desk.article
        found = []
        for block, one in enumerate(() if article is None else article.blocks):
            if one.role is Role.HEADING:
                pair = self._desk.pairs.get(block)
                found.append(Heading(block, one.text, (pair.target if pair else None) or ""))
        self.panel.show_headings(found)
        if not found:
            self._action.setChecked(False)
        self._action.setVisible(bool(found))
        self._action.setEnabled(bool(found))
        self._follow()

    def _note_pair(self, pair: Pair) -> None:
        if pair.role is Role.HEADING:
            self.refresh()

    def _follow(self) -> None:
        if self.panel.isVisible():
            block, fraction = self._view.reading_place()
            # Where only the gap below a paragraph is left of it, the reader is at the next.
            self.panel.mark(block + (fraction >= 1.0))
