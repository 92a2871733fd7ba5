"""The windows beside the main one stand, in the next run, as they were left."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = "Wheat prices rise\n\nWheat prices rose last week, the ministry of economy said.\n"


@pytest.mark.parametrize("name", ["models", "glossary"])
def test_a_window_has_the_size_again_in_which_it_was_left(open_window, app, until, name):
    window = open_window(app, RawDocument(PAGE))
    dialog = getattr(window.dialogs, f"show_{name}")()
    until(window.is_settled)
    assert not dialog.is_placed
    dialog.resize(690, 333)
    dialog.close()
    assert getattr(window.dialogs, f"show_{name}")().size() == dialog.size()
    window.close()
    again = getattr(open_window(app, RawDocument(PAGE)).dialogs, f"show_{name}")()
    assert (again.width(), again.height()) == (690, 333)


def test_a_kept_size_that_makes_no_sense_is_left_alone(open_window, app):
    app.change(glossary_geometry="no such thing", models_geometry="AAAA")
    window = open_window(app, RawDocument(PAGE))
    assert not window.dialogs.show_glossary().is_placed
    assert not window.dialogs.show_models().is_placed


def test_the_height_that_the_window_of_models_gave_itself_still_grows_with_its_list(open_window, app):
    from reader.gui.models_dialog import HEIGHT_OF_NOTHING

    window = open_window(app, RawDocument(PAGE))
    window.dialogs.show_models()
    window.close()
    again = open_window(app, RawDocument(PAGE)).dialogs.show_models()
    assert again.is_placed
    assert again.height() == HEIGHT_OF_NOTHING
    again._models.offers = ("some",)
    again._make_room()
    assert again.height() > HEIGHT_OF_NOTHING
    again.resize(again.width(), 500)
    again._make_room()
    assert again.height() == 500
