import string

import pytest

from reader.errors import ReaderError
from reader.wording import WORDING

pytestmark = pytest.mark.gui


def an_error(code):
    fields = {name for part in WORDING[code] for _, name, _, _ in string.Formatter().parse(part) if name}
    return ReaderError(code, **dict.fromkeys(fields, "x/y"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_error_is_said_in_whole_sentences(qapp, language):
    from reader.gui import i18n
    from reader.gui.messages import error_text

    i18n.speak(qapp, language)
    try:
        for code in WORDING:
            text = error_text(an_error(code))
            assert "{" not in text
            assert text.endswith((".", "!", "?", "؟"))
            assert not text[0].islower()
            if language == "ar":
                assert any("\u0621" <= letter <= "\u064a" for letter in text), code
    finally:
        i18n.speak(qapp, "en")


def test_paths_stand_isolated_in_a_sentence(qapp):
    from reader.gui.messages import error_text

    assert "\u2068x/y\u2069" in error_text(an_error("source.missing"))


def test_a_bar_runs_the_window_s_way_even_where_it_begins_with_a_headline(qapp):
    from reader.gui.messages import MessageBar

    bar = MessageBar()
    bar.say("هيئة المياه was removed")
    assert not bar.label.text().isascii()
    assert bar.label.text()[0] == "\u200e"
    assert bar.text() == "هيئة المياه was removed"


def test_the_button_of_a_bar_does_what_it_says_once_and_puts_the_bar_away(qapp):
    from reader.gui.messages import MessageBar

    bar, done = MessageBar(), []
    bar.say("Removed", action="Undo", then=lambda: done.append(True))
    bar.action_button.click()
    assert done == [True]
    assert bar.text() == ""


def test_escape_puts_a_message_away_but_not_a_notice(qapp):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from reader.gui.messages import NOTICE, MessageBar

    bar, notice = MessageBar(), MessageBar(closable=False)
    bar.say("x")
    notice.say("y", NOTICE)
    for one in (bar, notice):
        QTest.keyClick(one, Qt.Key.Key_Escape)
    assert (bar.text(), notice.text()) == ("", "y")
