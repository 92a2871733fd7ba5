"""A real window on the real app, off screen; a test waits for what it wants to see rather than for a time."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.app import App
from reader.arabic.lexicon_sharing import Lexicons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from reader.gui.window import MainWindow
    from reader.gui.windows import Windows

sys.path.insert(0, str(Path(__file__).parent))

PATIENCE = 20_000
"""Milliseconds after which a test gives up waiting; no test waits this long unless it fails."""


@pytest.fixture(scope="session")
def until(qapp: Any) -> Callable[[Callable[[], Any]], None]:
    """Runs the event loop until the condition holds."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

    def wait(condition: Callable[[], Any]) -> None:
        deadline = QDeadlineTimer(PATIENCE)
        while not condition():
            assert not deadline.hasExpired(), "what was waited for did not come"
            loop = QEventLoop()
            QTimer.singleShot(5, loop.quit)
            loop.exec()

    return wait


def let_go_of_keys(qapp: Any) -> None:
    """Lets go of what Ctrl or Shift was pressed with a key: held for ever, they would mean a click otherwise."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
        assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def no_widget_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Ends what a test has opened and not closed: a style sheet goes through all widgets there are, and a garbage
    collection too, so that each would make every later test longer."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QEvent

    qapp = request.getfixturevalue("qapp")
    before = set(qapp.topLevelWidgets())
    yield
    let_go_of_keys(qapp)
    for widget in set(qapp.topLevelWidgets()) - before:
        if widget.parent() is None:
            widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs between tests


@pytest.fixture
def keys(qapp: Any) -> ModuleType:
    """What presses keys: imported here, since it is Qt that it needs."""
    import pressing

    return pressing


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, qapp: Any) -> list[str]:
    """What a screen reader is given to say."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    heard: list[str] = []

    def note(event: Any) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return heard


@pytest.fixture
def no_exception_in_a_slot(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test in which a slot raised: Qt would only print it."""
    raised: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: raised.append(error))
    yield
    assert not raised, raised


@pytest.fixture(scope="session")
def lexicons() -> Iterator[Lexicons]:
    """The lexicon that all windows of the run share, as those of one process do: to start one takes half a second."""
    shared = Lexicons()
    with shared.open() as kept:
        shared.join(kept)
        yield shared


@pytest.fixture
def app(home: Path, lexicons: Lexicons) -> App:
    """The real app on an empty home folder."""
    return App(home / "muwazi", lexicons)


@contextmanager
def windows_of(qapp: Any) -> Iterator[Callable[..., Windows]]:
    """Makes the windows of a process on an app, as ``start.run`` does, with none open yet; closes all at the end."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    from reader.gui.collector import Collector
    from reader.gui.look import Look
    from reader.gui.preferences import Preferences
    from reader.gui.shared import Shared
    from reader.gui.start import prepare
    from reader.gui.windows import Windows

    made: list[Windows] = []

    def make(app: App, *, engine: str = "gloss", ui: str = "en", **settings: Any) -> Windows:
        application = prepare()
        preferences = Preferences(app, ui=ui, **{"welcomed": True, **settings})
        look = Look(application)
        look.speak(preferences.now.ui)
        made.append(Windows(app, Shared(app, preferences, look), engine))
        return made[-1]

    yield make
    # What a test has left pressed is pressed for every one after it.
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
    for windows in made:
        for window in list(windows.all):
            window.close()
            window.deleteLater()
    qapp.sendPostedEvents(None, 0)
    collector = prepare().findChild(Collector)
    assert collector is not None
    collector.collect()  # no event loop runs between tests
    Look(qapp).speak("en")
    qapp.sendPostedEvents(None, 0)


def window_of(open_windows: Any, until: Any) -> Callable[..., MainWindow]:
    """Opens a window on an app, the one window of its process, and waits until it has settled."""

    def make(
        app: App, target: Any = None, *, settle: bool = True, engine: str = "gloss", ui: str = "en", **settings: Any
    ) -> MainWindow:
        windows = open_windows(app, engine=engine, ui=ui, **settings)
        window: MainWindow = windows.first(target)
        windows.furnish(window)
        window.resize(1000, 700)
        window.show()
        window.start(target)
        if settle:
            until(lambda: window.desk.article is not None and window.is_settled())
        return window

    return make


@pytest.fixture
def open_windows(qapp: Any, no_exception_in_a_slot: None) -> Iterator[Callable[..., Windows]]:
    """Makes windows that are closed at the end of the test."""
    with windows_of(qapp) as make:
        yield make


@pytest.fixture
def open_window(open_windows: Any, until: Any) -> Callable[..., MainWindow]:
    """Opens a window that is closed at the end of the test."""
    return window_of(open_windows, until)


@pytest.fixture(scope="module")
def open_shared_window(
    qapp: Any, until: Any, tmp_path_factory: pytest.TempPathFactory, lexicons: Lexicons
) -> Iterator[Callable[..., MainWindow]]:
    """Opens a window, on an app of its own, for all tests of a file that leave it as it was: to make one takes long."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch, windows_of(qapp) as make:
        patch.setenv("HOME", str(folder))
        open_one = window_of(make, until)
        yield lambda target, **settings: open_one(App(folder / settings.get("ui", "en"), lexicons), target, **settings)
