"""What the main window is made of, besides its frame: loaded and built once the frame has been painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.gui.announcing import Announcer
from reader.gui.appearance import Appearance
from reader.gui.desk import Desk
from reader.gui.doubts_panel import DoubtsPanel
from reader.gui.edits import Edits
from reader.gui.find_tools import FindTools
from reader.gui.first_steps import FirstSteps
from reader.gui.following import Following
from reader.gui.keyboard import Keyboard
from reader.gui.librarian import Librarian
from reader.gui.library_panel import LibraryPanel
from reader.gui.list_order import ListOrder
from reader.gui.locking import Locking
from reader.gui.mark_tools import MarkTools
from reader.gui.marking import Marking
from reader.gui.messages import MessageBar, Messages
from reader.gui.outline import Outline
from reader.gui.pair_view import PairView
from reader.gui.panes import Panes
from reader.gui.print_tools import PrintTools
from reader.gui.reading_progress import ReadingProgress
from reader.gui.reading_tools import ReadingTools
from reader.gui.room import Room
from reader.gui.safety import Safety
from reader.gui.search_tools import SearchTools
from reader.gui.set_aside_panel import SetAsidePanel
from reader.gui.steps import Steps
from reader.gui.wayfinding import Wayfinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.gui.services import App
    from reader.gui.shared import Shared
    from reader.gui.window import MainWindow


def furnishing(window: MainWindow, app: App, shared: Shared, engine: str) -> Iterator[None]:
    """Makes the parts, in the order in which they need each other and in steps of some 10 ms; the window lays them out
    and connects them."""
    commands, preferences = window.commands, shared.preferences
    window.shelf = shared.join(window)
    window.desk = Desk(app, window.shelf, engine, window)
    window.models, window.glossary = shared.models, shared.glossary
    window.library = LibraryPanel([commands.untrash, commands.empty_trash])
    window.list_order = ListOrder(preferences, window.library)
    yield
    window.view = view = PairView()
    yield
    window.following = Following(window.desk, window.shelf, window)
    window.steps = Steps(window.desk, window.shelf, window)
    window.edits = Edits(app, window.desk, window.shelf, window.steps, window)
    window.appearance = Appearance(preferences, shared.look, commands, view, window.library, window, shared.turns)
    window.reading = ReadingTools(app, view, window.desk, window.edits, commands)
    window.marking = Marking(window.desk, window.shelf, window)
    window.marks = MarkTools(view, window.desk, window.marking, commands)
    yield
    window.printing = PrintTools(view, window.marking, preferences, commands, window.page)
    window.doubts, window.set_aside = DoubtsPanel(), SetAsidePanel()
    window.outline = Outline(window.desk, view, commands)
    panels = {
        window.marks.panel: commands.notes,
        window.doubts: commands.doubts,
        window.outline.panel: commands.outline,
        window.set_aside: commands.set_aside,
    }
    yield
    window.panes = Panes(window, window.library, view, panels)
    window.room = Room(window, window.library, view, window.panes, preferences, commands)
    window.first_steps = FirstSteps(preferences, commands)
    window.bar, window.notice = MessageBar(), MessageBar(closable=False)
    window.messages = Messages(window.bar, app.report_bug, window.page)
    window.progress = ReadingProgress(window.desk, view, window.shelf, window)
    window.librarian = Librarian(window.shelf, window.desk, window.steps, window.library, commands, window.messages)
    window.locking = Locking(app, window.shelf, commands, window.messages, window)
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
    window.keyboard = Keyboard(window, view, window.finding, window.bar, commands)
    window.announcer = Announcer(window, window.desk, window.shelf, window.steps)
    window.safety = Safety(app, window.shelf, window.desk, window.steps, window.messages, window)
