"""Room for the text: the full screen, the library and the panel beside the text, by key, and remembered."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = RawDocument("عنوان\n\nقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد.")


@pytest.fixture
def window(open_window, app):
    return open_window(app, PAGE)


def test_the_library_goes_and_comes_by_key_and_the_focus_leaves_it(window):
    window.library.setFocus()
    window.commands.library.trigger()
    assert not window.library.isVisible()
    assert window.view.isAncestorOf(window.focusWidget())
    window.commands.library.trigger()
    assert window.library.isVisible()


def test_a_search_of_the_library_brings_it_back(window):
    window.commands.library.trigger()
    window.commands.search.trigger()
    assert window.library.isAncestorOf(window.focusWidget())


def test_the_panel_that_showed_last_goes_and_comes_by_key(window):
    window.commands.doubts.setChecked(True)
    window.commands.side_panel.trigger()
    assert not window.doubts.isVisible()
    assert window.view.isAncestorOf(window.focusWidget())
    window.commands.side_panel.trigger()
    assert window.doubts.isVisible()


def test_the_full_screen_is_left_to_the_size_before(window, qapp):
    window.showMaximized()
    qapp.processEvents()
    window.commands.full_screen.trigger()
    qapp.processEvents()
    assert window.isFullScreen()
    assert window.commands.full_screen.isChecked()
    window.commands.full_screen.trigger()
    qapp.processEvents()
    assert (window.isFullScreen(), window.isMaximized()) == (False, True)
    assert not window.commands.full_screen.isChecked()


def test_what_showed_shows_again_in_the_next_window(open_window, app, window):
    window.commands.library.trigger()
    window.commands.doubts.setChecked(True)
    window.close()
    again = open_window(app, PAGE)
    assert not again.library.isVisible()
    assert again.doubts.isVisible()
    assert not again.commands.library.isChecked()
