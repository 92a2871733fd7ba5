"""The panels beside the text: one at a time, in one place, each in the window's language."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = "عنوان\n\nقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد."


@pytest.fixture
def window(open_window, app):
    return open_window(app, RawDocument(PAGE))


def test_the_panels_take_turns_in_one_place_and_the_keys_go_to_the_one_that_shows(window, qapp):
    commands = window.commands
    commands.doubts.setChecked(True)
    left, text, _ = window.splitter.sizes()
    window.splitter.setSizes([left, text - 60, 340])
    qapp.processEvents()
    width = window.doubts.width()
    commands.set_aside.setChecked(True)
    qapp.processEvents()
    assert (window.doubts.isVisible(), window.set_aside.isVisible()) == (False, True)
    assert window.set_aside.width() == width
    assert window.set_aside.isAncestorOf(window.focusWidget())
    assert not commands.doubts.isChecked()
    commands.set_aside.setChecked(False)
    assert not window.set_aside.isVisible()
    qapp.processEvents()
    assert window.splitter.sizes()[2] == 0


def test_the_cross_closes_a_panel_and_unchecks_its_command(window):
    for panel, command in ((window.doubts, window.commands.doubts), (window.set_aside, window.commands.set_aside)):
        command.setChecked(True)
        assert panel.isVisible()
        panel.close_button.click()
        assert not panel.isVisible()
        assert not command.isChecked()


def test_a_panels_own_words_follow_the_language_and_so_do_those_of_its_frame(window, qapp, until):
    window.appearance.choose_language("ar")
    qapp.processEvents()
    until(window.is_settled)
    assert window.doubts.heading.text() == "للمراجعة"
    assert window.set_aside.heading.text() == "السطور المستبعدة"
    assert {window.doubts.close_button.toolTip(), window.set_aside.close_button.accessibleName()} == {
        "إغلاق هذه اللوحة"
    }
