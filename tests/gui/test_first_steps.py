"""A first start: three steps over the sample, each of which leads somewhere, put away for good."""

import pytest

pytestmark = pytest.mark.gui


@pytest.fixture
def window(open_window, app):
    return open_window(app, welcomed=False)


def test_the_card_stands_over_the_sample_of_an_empty_library_and_covers_nothing_of_it(window, qapp):
    qapp.processEvents()
    card = window.first_steps
    assert card.isVisible()
    assert (
        card.mapTo(window, card.rect().bottomLeft()).y() < window.view.mapTo(window, window.view.rect().topLeft()).y()
    )
    assert len({title.text() for title in card.titles}) == 3


def test_each_step_leads_somewhere(window, until):
    from PySide6.QtGui import QGuiApplication

    window.library.setFocus()
    window.first_steps.buttons[0].click()
    assert window.view.isAncestorOf(window.focusWidget())
    window.first_steps.buttons[1].click()
    assert window.dialogs.models.isVisible()
    window.dialogs.models.close()
    QGuiApplication.clipboard().setText("عنوان من الحافظة\n\nقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال.")
    window.first_steps.buttons[2].click()
    until(lambda: window.desk.article.title == "عنوان من الحافظة" and window.is_settled())


def test_closed_it_does_not_come_again_in_this_window_or_the_next(window, app, open_window):
    window.first_steps.close_button.click()
    assert not window.first_steps.isVisible()
    window.shelf.refresh()
    window.close()
    assert app.settings.welcomed
    again = open_window(app, welcomed=app.settings.welcomed)
    assert not again.first_steps.isVisible()


def test_it_goes_once_the_library_has_a_piece(window, until):
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())
    until(lambda: not window.first_steps.isVisible())
