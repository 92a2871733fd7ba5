"""The main window: the library beside the pair view, and what connects them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout
from shiboken6 import isValid

from reader.gui.frame import LEAST_LIBRARY_WIDTH, Frame
from reader.gui.i18n import NEWS, isolate, mirror_belongings
from reader.gui.saved_state import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent

    from reader.gui.announcing import Announcer
    from reader.gui.appearance import Appearance
    from reader.gui.catalogue import Catalogue
    from reader.gui.desk import Desk
    from reader.gui.dialogs import Dialogs
    from reader.gui.doubts_panel import Doubt, DoubtsPanel
    from reader.gui.edits import Edits, Repeated
    from reader.gui.find_tools import FindTools
    from reader.gui.first_steps import FirstSteps
    from reader.gui.following import Following
    from reader.gui.glossary import Glossary
    from reader.gui.keyboard import Keyboard
    from reader.gui.librarian import Librarian
    from reader.gui.library_panel import LibraryPanel
    from reader.gui.list_order import ListOrder
    from reader.gui.locking import Locking
    from reader.gui.mark_tools import MarkTools
    from reader.gui.marking import Marking
    from reader.gui.messages import MessageBar, Messages
    from reader.gui.models import Models
    from reader.gui.outline import Outline
    from reader.gui.pair_view import PairView
    from reader.gui.panes import Panes
    from reader.gui.print_tools import PrintTools
    from reader.gui.reading_progress import ReadingProgress
    from reader.gui.reading_tools import ReadingTools
    from reader.gui.room import Room
    from reader.gui.safety import Safety
    from reader.gui.search_tools import SearchTools
    from reader.gui.services import App
    from reader.gui.set_aside_panel import SetAsidePanel
    from reader.gui.shared import Shared
    from reader.gui.shelf import Shelf
    from reader.gui.steps import Steps
    from reader.gui.trail import Trail
    from reader.gui.wayfinding import Wayfinding
    from reader.model import Package, Pair
    from reader.raw_document import RawDocument


class MainWindow(Frame):
    """The window. It lays the parts out and connects them; what is open is the desk's affair.

    It comes in two steps, so that a person sees it as soon as can be: what is made first is the frame; ``furnish`` then
    loads and makes all else.
    """

    shelf: Shelf
    desk: Desk
    models: Models
    glossary: Glossary
    library: LibraryPanel
    view: PairView
    list_order: ListOrder
    following: Following
    steps: Steps
    edits: Edits
    appearance: Appearance
    printing: PrintTools
    reading: ReadingTools
    marking: Marking
    marks: MarkTools
    doubts: DoubtsPanel
    set_aside: SetAsidePanel
    outline: Outline
    panes: Panes
    room: Room
    first_steps: FirstSteps
    bar: MessageBar
    notice: MessageBar
    messages: Messages
    progress: ReadingProgress
    librarian: Librarian
    locking: Locking
    finding: FindTools
    keyboard: Keyboard
    announcer: Announcer
    way: Wayfinding
    searching: SearchTools
    safety: Safety
    dialogs: Dialogs
    trail: Trail

    closing = Signal()
    """It is about to end its work."""
    closed = Signal()
    """It has ended its work, and is out of sight for good."""

    def __init__(self, app: App, shared: Shared, engine: str = "auto") -> None:
        """``shared`` is what it has in common with other windows; ``engine`` is the engine wanted, as
        ``App.translator`` takes it."""
        super().__init__(shared.preferences, shared.look)
        self._app, self._shared, self._engine = app, shared, engine
        self._catalogue: Catalogue | None = None
        self._listed: Catalogue | None = None
        """What was listed last and does not show yet."""
        self._marked: int | None = None
        self._is_being_furnished = self._is_to_close = False

    def furnish(self) -> None:
        """Makes what the frame is for, where that was not done yet. To be called before anything else is."""
        for _ in self.furnishing():
            pass

    def furnishing(self) -> Iterator[None]:
        """The same in steps, for a window that is not to be seen before the last one."""
        if self.is_furnished:
            return
        self._is_being_furnished = True
        from reader.gui import parts
        from reader.gui.trail import Trail

        yield from parts.furnishing(self, self._app, self._shared, self._engine)
        self.setAcceptDrops(True)
        yield from self._laying_out()
        self._connect()
        self.trail = Trail(self.desk, self.view, self.commands)  # hears of what is opened once it shows
        self.room.restore()
        self.appearance.apply()
        yield
        yield from self.view.warming()
        self.strip.follow(self.desk)
        self.shelf.refresh()
        self.view.show()  # of itself it would show later, and the desktop may give the window the keys before that
        self.view.setFocus()
        self._show_state()
        self.is_furnished = True
        if self._is_to_close:  # which half a window cannot: nothing would end what it has begun
            QTimer.singleShot(0, self, self.close)

    def start(self, target: RawDocument | int | None) -> None:
        """Opens a text, a piece of the library or, for None, where the reader left off."""
        from reader.raw_document import RawDocument

        if isinstance(target, RawDocument):
            self.desk.open_raw(target)
        elif target is not None:
            self.desk.open_piece(target)
        else:
            self.desk.open_where_left_off(self._preferences.now.last_piece)

    def is_settled(self) -> bool:
        """Whether nothing is under way: all is read, paired and stored, and shows as it was chosen."""
        idle = self.desk.is_idle and self.shelf.is_idle() and self.models.is_idle() and self.updatesEnabled()
        return idle and self.searching.is_idle() and self.view.turns.is_idle() and self._shared.turns.is_idle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what is to be remembered, and ends the work once the window is out of sight."""
        if not self.is_furnished:
            self._is_to_close = True
            event.setAccepted(not self._is_being_furnished)
            return
        self.closing.emit()
        self.dialogs.close()
        self._preferences.change(
            geometry=as_text(self.saveGeometry()),
            panes=as_text(self.splitter.saveState()),
        )
        self._preferences.write()
        self.hide()
        self._listed = None
        self.printing.finish()
        self.progress.keep()
        self.reading.finish()
        self.marks.panel.finish()
        self.reading.close()
        self.desk.close()
        self.shelf.close()
        self._shared.leave(self)
        event.accept()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Keeps a change of the language till the turn of this window: all are told of it in one go."""
        if not self.is_furnished or event.type() not in NEWS:
            return super().event(event)
        if event.type() == event.Type.LanguageChange:
            self._shared.turns.add(self._speaking())
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follows the window to the full screen and back."""
        if self.is_furnished and event.type() == event.Type.WindowStateChange:
            self.room.note_state()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what keys do everywhere, where nothing else has taken them."""
        if not (self.is_furnished and self.keyboard.take(event)):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes back and forward by the buttons at a mouse's side, wherever in the window they are pressed."""
        if not self.trail.take_button(event):
            super().mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens what was dropped, or installs it where it is a model."""
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _speaking(self) -> Iterator[None]:
        """Speaks the language of the application in steps, each of which is over soon."""
        hear = super().event
        for step in (
            partial(hear, QEvent(QEvent.Type.ApplicationLayoutDirectionChange)),
            partial(mirror_belongings, self),
            self.commands.retranslate,  # the actions are no widgets, and hear of nothing
            partial(hear, QEvent(QEvent.Type.LanguageChange)),
            self.reading.list_doubts,
            self._show_state,
            self.appearance.dress,
        ):
            if isValid(self):
                step()
                yield

    def _laying_out(self) -> Iterator[None]:
        """Puts the parts into the frame, in the places of its empty panes."""
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        column.addWidget(self.first_steps)
        column.addWidget(self.finding.bar)
        column.addWidget(self.view, 1)
        yield
        self.library.setMinimumWidth(LEAST_LIBRARY_WIDTH)
        self.fill_pane(0, self.library)
        yield
        self.fill_pane(2, self.panes.aside)
        yield
        self.library.follow(self.toolbar.help_button)
        for part in (self.library, self.page, self.panes.aside):  # which a screen reader goes through in their order
            part.raise_()
        for number in range(1, self.splitter.count()):
            self.splitter.handle(number).raise_()

    def _connect(self) -> None:
        does = self.commands
        does.open.triggered.connect(self._open_file)
        does.paste.triggered.connect(lambda: self._take(QGuiApplication.clipboard().mimeData()))
        does.save.triggered.connect(self.desk.save)
        does.copy.triggered.connect(self.view.selection.copy)
        does.select_all.triggered.connect(self.view.selection.select_all)
        does.undo.triggered.connect(self.steps.undo)
        does.redo.triggered.connect(self.steps.redo)
        does.install_model.triggered.connect(self._choose_model)
        self.first_steps.read_asked.connect(self.view.places.focus)
        does.next_pane.triggered.connect(lambda: self.panes.move_focus(1))
        does.previous_pane.triggered.connect(lambda: self.panes.move_focus(-1))
        does.close_window.triggered.connect(self.close)
        self.librarian.said_state.connect(lambda _: self.progress.leave_to_person())
        self.set_aside.put_back_asked.connect(self.desk.put_back)
        self.doubts.chosen.connect(self.reading.show_doubt)
        self.reading.doubts_changed.connect(self._show_doubts)
        self.reading.doubt_reached.connect(self.doubts.mark)
        self.reading.glossary_asked.connect(lambda *offer: self.dialogs.show_glossary().add(*offer))
        self.reading.failed.connect(self.messages.show_error)
        self.reading.offered.connect(self.messages.say)
        self.reading.menu_made.connect(self.marks.extend_menu)
        self.reading.menu_made.connect(self.searching.extend_menu)
        self.reading.search_asked.connect(self.room.bring_library)
        self.reading.search_asked.connect(self.searching.search_for)
        self.marking.failed.connect(self.messages.show_error)
        self.printing.failed.connect(self.messages.show_error)
        self.marks.said.connect(self.messages.hint)
        self.appearance.worn.connect(self.marks.wear)
        self.appearance.hinted.connect(self.messages.hint)
        self.edits.repeated.connect(self._say_repeated)
        self.steps.changed.connect(self._show_state)
        self.steps.changed.connect(self.messages.put_away_hint)
        self.edits.failed.connect(self.messages.show_error)
        self.strip.doubts_asked.connect(does.doubts.toggle)
        self.strip.cancel_asked.connect(self.desk.cancel)
        self.strip.resume_asked.connect(self.desk.resume)
        self.strip.set_aside_asked.connect(does.set_aside.toggle)
        self.shelf.listed.connect(self._note_pieces)
        self.shelf.failed.connect(self.safety.note_failure)
        self.safety.passphrase_asked.connect(self.locking.ask)
        does.backups.triggered.connect(self.safety.show_backups)
        does.back_up.triggered.connect(self.safety.ask_where_to_back_up)
        does.check.triggered.connect(self.safety.check)
        self.desk.prepare = lambda opened: self.view.documents.preparing(opened.article, opened.rows)
        self.desk.opened.connect(self._show_article)
        self.desk.paired.connect(self._show_pair)
        self.desk.changed.connect(self._show_state)
        self.desk.installed.connect(self._say_installed)
        self.desk.installed.connect(lambda _: self.models.refresh(known=True))
        self.desk.not_installed.connect(self._say_not_installed)
        self.models.changed.connect(self._show_online)
        self.models.in_use_changed.connect(self.desk.use_model)
        self.glossary.changed.connect(self.desk.use_glossary)
        self.desk.failed.connect(self.safety.note_failure)
        self._preferences.failed.connect(self._say_settings_failed)

    def _show_online(self) -> None:
        self.strip.show_online(self.models.is_online)

    def _open_file(self) -> None:
        kinds = self.tr("Pages and text (*.txt *.html *.htm *.md);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self.page, self.tr("Open an article"), "", kinds)
        if name:
            self.desk.open_path(name)

    def _choose_model(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.page, self.tr("Install a translation model"), "", self.tr("Translation models (*.argosmodel *.zip)")
        )
        if name:
            self.desk.install(Path(name))

    def _take(self, mime: QMimeData) -> None:
        """Opens what was pasted or dropped: the first file, or else the text."""
        from reader.gui.models_dialog import model_in

        model = model_in(mime)
        if model is not None:
            self.desk.install(model)
        elif mime.hasUrls():
            url = mime.urls()[0]
            self.desk.open_path(url.toLocalFile() or url.toString())
        else:
            self.desk.open_text(mime.text() or mime.html())

    def _show_article(self, same: bool) -> None:
        article = self.desk.article
        if article is None:
            return
        place = self.view.reading_place() if same else self.progress.place_to_show()
        with self.painted_later():
            self.view.set_article(article, tuple(self.desk.pairs.values()), self.desk.place, self.desk.rows, place)
            self.reading.list_doubts()
        if not same:
            self.progress.begin()
        self.set_aside.show_lines(article.set_aside)
        self.bar.put_away_error()
        self.setWindowTitle(article.title or self.tr("Without a headline"))
        self.searching.arrive()

    def _show_pair(self, pair: Pair) -> None:
        self.view.set_pair(pair)
        self.reading.note_pair(pair)

    def _show_state(self) -> None:
        desk = self.desk
        saved = desk.piece is not None
        self.commands.show_saved(saved=saved, can_save=desk.article is not None and not saved)
        self.commands.show_undo(self.steps.what_undo_does(), self.steps.what_redo_does())
        if desk.piece != self._marked:  # and not at each pair: somebody may be going through the list
            self._marked = desk.piece
            self.library.mark(desk.piece)
        self.librarian.show_state()
        if not desk.is_glossed:
            self.notice.put_away()
            return
        text = self.tr(
            "Word by word: no translation model is installed. Get one from Arabic to English, from a file or online."
        )
        if self.notice.text() != text:  # and not at each pair: it is read out each time that it is said
            self.notice.say(text, action=self.tr("Models…"), then=self.commands.models.trigger)

    def _note_pieces(self, catalogue: Catalogue) -> None:
        waits = self._listed is not None
        self._listed = catalogue
        if not waits:
            self._shared.turns.add(self._showing_pieces())

    def _showing_pieces(self) -> Iterator[None]:
        """Shows the pieces that were listed last in the turn of this window: all are told of them in one go."""
        if self._listed is not None and isValid(self):
            self._show_pieces(self._listed)
        self._listed = None
        yield

    def _show_pieces(self, catalogue: Catalogue) -> None:
        self.first_steps.show_library(empty=not catalogue.pieces)
        self.desk.follow({piece.id for piece in catalogue.pieces})
        if catalogue != self._catalogue:
            self._catalogue = catalogue
            self.library.show_catalogue(catalogue, self.desk.piece)
        self._show_state()

    def _show_doubts(self, doubts: list[Doubt]) -> None:
        self.doubts.show_doubts(doubts)
        self.strip.show_doubts(len(doubts))

    def _say_repeated(self, repeated: Repeated) -> None:
        from reader.gui.provenance import repeated_says

        text = repeated_says(repeated.pairs, repeated.changed)
        if text:
            self.messages.say(text)

    def _say_installed(self, package: Package) -> None:
        text = self.tr("The model {name} is installed. What was word by word is now translated.")
        self.messages.say(text.format(name=isolate(f"{package.name} {package.version}")))

    def _say_not_installed(self, error: Exception) -> None:
        if self.dialogs.models is None or not self.dialogs.models.isVisible():  # else it is said there
            self.messages.show_error(error)

    def _say_settings_failed(self, error: OSError) -> None:
        text = self.tr("The settings cannot be saved ({reason}). They hold until Muwazi is closed.")
        self.messages.say(text.format(reason=isolate(error.strerror or type(error).__name__)))
