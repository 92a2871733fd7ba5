"""The frame of the window: what is there before all else is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.gui.frame import DEFAULT_SIZE
from reader.gui.look import Look
from reader.gui.preferences import Preferences
from reader.gui.shared import Shared
from reader.gui.start import prepare
from reader.gui.theme import LIGHT
from reader.gui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.app import App

pytestmark = pytest.mark.gui

ROOT = Path(__file__).parents[2]


@pytest.fixture
def frame(app: App, qapp: Any, no_exception_in_a_slot: None) -> Iterator[Callable[..., MainWindow]]:
    """Makes the window, and leaves it unfurnished."""
    made: list[MainWindow] = []

    def make(**settings: Any) -> MainWindow:
        look = Look(prepare())
        look.speak("en")
        made.append(MainWindow(app, Shared(app, Preferences(app, **settings), look), "gloss"))
        return made[-1]

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, 0)


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_nothing_moves_when_the_strip_gets_its_buttons(frame: Callable[..., MainWindow], qapp: Any, ui: str) -> None:
    window = frame()
    Look(qapp).speak(ui)
    window.resize(1000, 700)
    window.show()
    qapp.processEvents()
    before = window.strip.geometry(), window.splitter.geometry()
    window.strip.show_doubts(3)
    window.strip.set_aside_button.setText(window.strip.set_aside_button.text().replace("0", "4"))
    for button in (window.strip.set_aside_button, window.strip.cancel_button, window.strip.resume_button):
        button.show()
    qapp.processEvents()
    assert (window.strip.geometry(), window.splitter.geometry()) == before
    Look(qapp).speak("en")


def test_what_the_window_shows_first_needs_none_of_what_it_shows_later() -> None:
    later = ("reader.gui.parts", "reader.gui.pair_view", "reader.gui.library_panel", "reader.gui.desk", "apsw")
    code = f"import sys, reader.gui.start; print([name for name in {later!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"


def test_the_frame_is_painted_before_the_window_is_furnished_and_says_so_once(
    frame: Callable[..., MainWindow], until: Any
) -> None:
    window = frame(theme="light")
    painted: list[bool] = []
    window.painted.connect(lambda: painted.append(window.is_furnished))
    window.show()
    until(lambda: painted)
    picture = window.grab().toImage()
    window.furnish()
    window.repaint()
    window.grab()
    assert painted == [False]
    assert {picture.pixelColor(x, y).name() for x, y in ((500, 300), (700, 400))} == {LIGHT.paper}
    assert window.toolbar.size_control.isVisible()


def test_the_frame_says_nothing_that_is_not_so_yet(frame: Callable[..., MainWindow]) -> None:
    window = frame(layout="stacked")
    window.show()
    strip = window.strip
    shown = [
        part for part in (strip.bar, strip.cancel_button, strip.resume_button, strip.doubts_button) if part.isVisible()
    ]
    assert shown == []
    assert strip.offline.isVisible()
    assert [value for value, action in window.commands.layouts.items() if action.isChecked()] == ["stacked"]


def test_a_window_that_nobody_sees_is_furnished_all_the_same(frame: Callable[..., MainWindow], until: Any) -> None:
    window = frame()
    painted: list[None] = []
    window.painted.connect(lambda: painted.append(None))
    window.setUpdatesEnabled(False)  # so that it is not painted
    window.show()
    until(lambda: painted)
    assert len(painted) == 1


def test_the_panes_stay_where_they_were_when_they_are_filled(frame: Callable[..., MainWindow], until: Any) -> None:
    window = frame()
    window.show()
    before = window.splitter.sizes()
    window.furnish()
    until(window.is_settled)
    assert window.splitter.sizes() == before
    assert before[0] > 0 and before[2] == 0
    assert window.size().width() <= DEFAULT_SIZE[0]


def test_a_window_closed_before_it_is_furnished_leaves_the_settings_alone(
    frame: Callable[..., MainWindow], app: App
) -> None:
    window = frame()
    window.show()
    window.close()
    assert not app.paths.settings.exists()


def test_the_text_can_take_the_keys_as_soon_as_it_is_there(frame: Callable[..., MainWindow], until: Any) -> None:
    """The desktop may give the window the keys at that very moment; what is not shown yet would lose them."""
    window = frame()
    window.show()
    window.furnish()
    text = window.focusWidget()
    assert text is window.view.focusProxy()
    assert text.isVisible()
    until(window.is_settled)
    assert window.focusWidget() is text
