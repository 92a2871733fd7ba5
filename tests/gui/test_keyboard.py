"""What keys do, pressed on whatever has the keyboard."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

SENTENCE = "قال الوزير إنّ الحكومة ستدعم 18 من المزارعين في الشمال والجنوب."
PAGE = RawDocument(f"العنوان\n\n{SENTENCE}\n\n{SENTENCE} ثم سافر.\n\nوعاد الوزير بعد 3 أيام.")


@pytest.fixture
def window(open_window, app, until, qapp):
    window = open_window(app, PAGE)
    window.activateWindow()
    until(lambda: qapp.activeWindow() is window)
    window.view.places.focus()
    return window


def save(window, until):
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())


def columns(window):
    return window.view._columns()


def line_shown(column):
    """Whether the line over a column says that it has the keyboard."""
    return column._focus_shown


def test_a_tip_names_a_key_only_where_there_is_one(window):
    for command in window.commands.all():
        tip, has_key = command.action.toolTip(), not command.action.shortcut().isEmpty()
        assert tip.replace("\u200e", "").endswith("()") is False
        assert ("\t" in command.action.text()) is has_key


def test_esc_in_the_text_puts_away_the_search_first_and_then_the_message(window, keys):
    window.messages.say("Something was done.")
    window.commands.find.trigger()
    window.view.places.focus()
    keys.press("Esc")
    assert window.finding.bar.isHidden()
    assert window.bar.text()
    keys.press("Esc")
    assert window.bar.text() == ""


def test_esc_leads_back_to_the_text_from_the_panels_and_the_library(window, keys, until, qapp):
    save(window, until)
    for part in (window.library.list, window.library.sections, window.toolbar.view_button):
        part.setFocus()
        keys.press("Esc")
        assert qapp.focusWidget() is columns(window)[0]
    for name in ("doubts", "notes"):
        getattr(window.commands, name).setChecked(True)
        keys.press("Esc")
        assert qapp.focusWidget() is columns(window)[0]


def test_enter_presses_the_button_that_has_the_keyboard(window, keys):
    window.toolbar.layouts.findChildren(type(window.toolbar.view_button))[1].setFocus()
    keys.press("Return")
    assert window.commands.layouts["stacked"].isChecked()


def test_a_message_that_is_closed_gives_the_keyboard_to_the_text(window, keys, qapp):
    window.messages.say("Something was done.")
    window.bar.close_button.setFocus()
    keys.press("Return")
    assert window.bar.text() == ""
    assert qapp.focusWidget() is columns(window)[0]


def test_tab_goes_round_in_the_card_of_a_word(window, keys, until, qapp):
    card = window.reading.word_card
    keys.press("Ctrl+Down", "Ctrl+Down", "Left", "Left", "Ctrl+L")
    until(lambda: card.isVisible() and card._readings)
    met = []
    for key in ("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        keys.press(key)
        met.append(qapp.focusWidget())
    assert all(one is card or card.isAncestorOf(one) for one in met)
    assert {card, card.glossary_button, card.search_button} <= set(met)
    keys.press("Esc")
    assert not card.isVisible()
    assert qapp.focusWidget() is columns(window)[0]
    assert columns(window)[0].rows.caret_shown


@pytest.mark.parametrize("side", [0, 1])
def test_tab_leads_from_what_is_selected_into_its_bar_and_enter_highlights(window, keys, until, qapp, side):
    keys.press("Ctrl+Down", "Ctrl+Down", *["F6"] * side, "Shift+End")
    assert qapp.focusWidget() is columns(window)[side]
    until(window.marks.bar.isVisible)
    keys.press("Tab")
    assert qapp.focusWidget() in window.marks.bar.colour_buttons.values()
    keys.press("Return")
    until(lambda: window.marking.annotations)
    assert qapp.focusWidget() is columns(window)[side]


def test_the_other_column_is_entered_in_the_same_paragraph(window, keys):
    keys.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
    source, target = columns(window)
    row = source.spot(source.textCursor().position()).row
    assert row > 1
    keys.press("F6")
    assert target.hasFocus()
    assert target.spot(target.textCursor().position()).row == row


def test_the_keyboard_stays_in_the_text_when_its_column_goes(window, keys, qapp, until):
    keys.press("F6")
    assert qapp.focusWidget() is columns(window)[1]
    window.commands.layouts["stacked"].trigger()
    until(window.is_settled)
    assert qapp.focusWidget() is columns(window)[0]
    assert line_shown(columns(window)[0])


def test_who_comes_back_from_another_window_sees_where_the_keyboard_is(window, keys, qapp, until):
    from PySide6.QtWidgets import QDialog

    keys.press("F6", "Shift+F6", "Ctrl+Down", "Left")
    other = QDialog(window)
    other.show()
    other.activateWindow()
    until(lambda: qapp.activeWindow() is other)
    assert not columns(window)[0].rows.caret_shown
    other.close()
    window.activateWindow()
    until(lambda: qapp.activeWindow() is window)
    assert columns(window)[0].rows.caret_shown
    assert line_shown(columns(window)[0])


def test_after_an_edit_the_text_shows_that_it_has_the_keyboard(window, keys):
    keys.press("Ctrl+Down", "Ctrl+E", "Esc")
    assert line_shown(columns(window)[0])
    keys.press("Ctrl+E", "Tab")
    assert window.focusWidget() is window.reading.box.cancel_button
    keys.press("Return")
    assert window.reading.box.isHidden()


def test_a_list_that_is_entered_has_a_piece_chosen(window, keys, until, qapp):
    save(window, until)
    window.library.list.mark(None)
    window.library.sections.setFocus()
    while qapp.focusWidget() is not window.library.list:
        keys.press("Tab")
    assert len(window.library.chosen()) == 1


def test_the_buttons_of_the_trash_come_before_its_list(window, keys, until, qapp):
    save(window, until)
    window.library.list.setFocus()
    keys.press("Del")
    until(lambda: window.library.catalogue.trashed)
    window.library.sections.setFocus()
    keys.press("Home", "Down", "Down", "Down", "Down")
    met = []
    while qapp.focusWidget() is not window.library.list:
        keys.press("Tab")
        met.append(qapp.focusWidget())
    assert any(window.library.trash_bar.isAncestorOf(one) for one in met)


def test_enter_in_the_field_of_a_dialog_with_a_message_bar_is_its_default_button(app, qapp, keys, until):
    from PySide6.QtWidgets import QApplication

    from reader.gui.passphrase_dialog import PassphraseDialog

    app.lock("one long pass phrase")
    again = type(app)(app.paths.library.parent)
    dialog = PassphraseDialog(again, at_start=True)
    dialog.show()
    dialog.activateWindow()
    until(lambda: QApplication.focusWidget() is dialog.field)
    assert dialog.open_button.isDefault()
    keys.write("one long pass phrase")
    keys.press("Return")
    until(lambda: not dialog.isVisible())
    assert dialog.result() == dialog.DialogCode.Accepted


def test_tab_enters_a_choice_at_what_is_chosen_and_the_arrows_choose(window, keys, qapp, until):
    window.commands.typesetting.trigger()
    dialog = window.appearance.type_dialog
    until(lambda: qapp.activeWindow() is dialog)
    keys.press("Tab", "Tab")
    assert qapp.focusWidget() is dialog.spacing.buttons["normal"]
    keys.press("Right")
    assert window.view.options().spacing == "loose"


def test_what_is_done_and_undone_is_said(window, keys, said, until):
    save(window, until)
    assert "Saved to the library" in said
    keys.press("Ctrl+D")
    until(lambda: "Done: bookmark" in said)
    keys.press("Ctrl+Z")
    until(lambda: "Undone: bookmark" in said)


def test_an_article_and_the_end_of_its_translation_are_said(window, said, until):
    window.desk.open_text(f"عنوان جديد\n\n{SENTENCE}")
    until(lambda: "The translation is complete" in said)
    assert "عنوان جديد" in said
