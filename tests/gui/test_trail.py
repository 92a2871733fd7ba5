"""Back and forward: through pieces, through articles that are in no library, and through the places of one."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

SENTENCE = "قال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد."


def page(title, count=40):
    return RawDocument(f"{title}\n\n" + "\n\n".join(f"{SENTENCE} {n}" for n in range(count)))


@pytest.fixture
def window(open_window, app):
    return open_window(app, page("العنوان الأول"))


def titles(window):
    return window.desk.article.title


def open_second(window, until, title="العنوان الثاني"):
    window.desk.open_raw(page(title))
    until(lambda: window.desk.article.title == title and window.is_settled())


def test_nothing_lies_behind_a_first_article(window):
    assert (window.commands.back.isEnabled(), window.commands.forward.isEnabled()) == (False, False)


def test_back_brings_an_unsaved_article_again_at_its_place_with_its_pairs_and_forward_the_other(window, until):
    pairs = dict(window.desk.pairs)
    window.view.set_reading_place((20, 0.0))
    open_second(window, until)
    window.commands.back.trigger()
    until(lambda: titles(window) == "العنوان الأول" and window.is_settled())
    assert window.view.reading_place()[0] == 20
    assert window.desk.pairs == pairs
    window.commands.forward.trigger()
    until(lambda: titles(window) == "العنوان الثاني" and window.is_settled())
    assert window.view.reading_place()[0] == 0
    assert (window.commands.back.isEnabled(), window.commands.forward.isEnabled()) == (True, False)


def test_back_leads_to_a_piece_of_the_library(window, until):
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())
    piece = window.desk.piece
    open_second(window, until)
    window.commands.back.trigger()
    until(lambda: window.desk.piece == piece and window.is_settled())
    assert titles(window) == "العنوان الأول"


def test_a_leap_within_an_article_can_be_taken_back(window):
    window.view.set_reading_place((5, 0.0))
    window.view.leap.to(30)
    assert window.view.reading_place()[0] == 30
    window.commands.back.trigger()
    assert window.view.reading_place()[0] == 5
    window.commands.forward.trigger()
    assert window.view.reading_place()[0] == 30


def test_going_elsewhere_ends_what_lay_ahead(window):
    window.view.leap.to(30)
    window.commands.back.trigger()
    assert window.commands.forward.isEnabled()
    window.view.leap.to(10)
    assert not window.commands.forward.isEnabled()


def test_a_stop_that_cannot_be_opened_any_more_is_passed_over(window, until):
    from dataclasses import replace

    open_second(window, until)
    (stop,) = window.trail._behind
    window.trail._behind.append(replace(stop, piece=999))
    window.commands.back.trigger()
    until(lambda: len(window.trail._behind) == 1 and window.is_settled())
    assert titles(window) == "العنوان الثاني"
    window.commands.back.trigger()
    until(lambda: titles(window) == "العنوان الأول" and window.is_settled())


def test_the_buttons_at_a_mouses_side_go_back_and_forward_over_the_text_too(window):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window.view.leap.to(30)
    column = window.view.focusProxy().viewport()
    QTest.mouseClick(column, Qt.MouseButton.BackButton)
    assert window.view.reading_place()[0] == 0
    QTest.mouseClick(column, Qt.MouseButton.ForwardButton)
    assert window.view.reading_place()[0] == 30
