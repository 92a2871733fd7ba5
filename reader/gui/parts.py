"""What the main window is made of, besides its frame: loaded and built once the frame has been painted.

It goes in steps, each of which loads what it makes, so that the thread of the window is free between them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.services import App
    from reader.gui.shared import Shared
    from reader.gui.window import MainWindow

HEAVY = "reader.model", "reader.gui.columns"
"""Modules that of themselves take as long to load as any other step."""


def furnishing(window: MainWindow, app: App, shared: Shared, engine: str) -> Iterator[None]:
    """Makes the parts, in the order in which they need each other; the window lays them out and connects them."""
    for name in HEAVY:
        import_module(name)
        yield
    yield from _make_work(window, app, shared, engine)
    yield from _make_text(window, app, shared)
    yield from _make_panels(window, shared)
    yield from _make_tools(window, app, shared)


def _make_work(window: MainWindow, app: App, shared: Shared, engine: str) -> Iterator[None]:
    """What is open, and the library at its side."""
    from reader.gui.desk import Desk

    commands = window.commands
    window.shelf = shared.join(window)
    window.desk = Desk(app, window.shelf, engine, window)
    window.models, window.glossary = shared.models, shared.glossary
    yield
    from reader.gui.library_panel import LibraryPanel
    from reader.gui.list_order import ListOrder

    yield
    window.library = LibraryPanel([commands.untrash, commands.empty_trash])
    window.list_order = ListOrder(shared.preferences, window.library)
    yield


def _make_text(window: MainWindow, app: App, shared: Shared) -> Iterator[None]:
    """The text, and what is done to it and in it."""
    from reader.gui.pair_view import PairView

    yield
    commands = window.commands
    window.view = view = PairView()
    yield
    from reader.gui.appearance import Appearance
    from reader.gui.edits import Edits
    from reader.gui.following import Following
    from reader.gui.steps import Steps

    window.following = Following(window.desk, window.shelf, window)
    window.steps = Steps(window.desk, window.shelf, window)
    window.edits = Edits(app, window.desk, window.shelf, window.steps, window)
    window.appearance = Appearance(
        shared.preferences, shared.look, commands, view, window.library, window, shared.turns
    )
    yield
    from reader.gui.mark_tools import MarkTools
    from reader.gui.marking import Marking
    from reader.gui.reading_tools import ReadingTools

    window.reading = ReadingTools(app, view, window.desk, window.edits, commands)
    window.marking = Marking(window.desk, window.shelf, window)
    window.marks = MarkTools(view, window.desk, window.marking, commands)
    yield


def _make_panels(window: MainWindow, shared: Shared) -> Iterator[None]:
    """The panels beside the text, and what shows and hides them."""
    from reader.gui.doubts_panel import DoubtsPanel
    from reader.gui.outline import Outline
    from reader.gui.print_tools import PrintTools
    from reader.gui.set_aside_panel import SetAsidePanel

    commands, preferences, view = window.commands, shared.preferences, window.view
    window.printing = PrintTools(view, window.marking, preferences, commands, window.page)
    window.doubts, window.set_aside = DoubtsPanel(), SetAsidePanel()
    window.outline = Outline(window.desk, view, commands)
    yield
    from reader.gui.panes import Panes
    from reader.gui.room import Room

    panels = {
        window.marks.panel: commands.notes,
        window.doubts: commands.doubts,
        window.outline.panel: commands.outline,
        window.set_aside: commands.set_aside,
    }
    window.panes = Panes(window, window.library, view, panels)
    window.room = Room(window, window.library, view, window.panes, preferences, commands)


def _make_tools(window: MainWindow, app: App, shared: Shared) -> Iterator[None]:
    """What is said, looked for and looked after."""
    from reader.gui.first_steps import FirstSteps
    from reader.gui.librarian import Librarian
    from reader.gui.locking import Locking
    from reader.gui.messages import MessageBar, Messages
    from reader.gui.reading_progress import ReadingProgress

    commands, view = window.commands, window.view
    window.first_steps = FirstSteps(shared.preferences, commands)
    window.bar, window.notice = MessageBar(), MessageBar(closable=False)
    window.messages = Messages(window.bar, app.report_bug, window.page)
    window.progress = ReadingProgress(window.desk, view, window.shelf, window)
    window.librarian = Librarian(window.shelf, window.desk, window.steps, window.library, commands, window.messages)
    window.locking = Locking(app, window.shelf, commands, window.messages, window)
    yield
    from reader.gui.find_tools import FindTools
    from reader.gui.search_tools import SearchTools
    from reader.gui.wayfinding import Wayfinding

    window.finding = FindTools(view, window.shelf, commands)
    window.way = Wayfinding(view, window.reading, window.marks, window.marking, commands, window.finding)
    window.searching = SearchTools(
        window.shelf,
        window.desk,
        view,
        window.library,
        window.steps,
        window.marks,
        window.finding,
        commands,
        window.messages,
    )
    yield
    from reader.gui.announcing import Announcer
    from reader.gui.dialogs import Dialogs
    from reader.gui.keyboard import Keyboard
    from reader.gui.safety import Safety

    window.keyboard = Keyboard(window, view, window.finding, window.bar, commands)
    window.announcer = Announcer(window, window.desk, window.shelf, window.steps)
    window.safety = Safety(app, window.shelf, window.desk, window.steps, window.messages, window)
    window.dialogs = Dialogs(window, app, shared)
