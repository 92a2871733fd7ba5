"""The command palette: every command by name, found by a part of it, run by Enter; and the keys on the help's page."""

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = RawDocument("عنوان\n\nقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد.")


@pytest.fixture
def window(open_window, app):
    return open_window(app, PAGE)


def palette(window):
    from reader.gui.command_palette import CommandPalette

    window.commands.palette.trigger()
    return [one for one in window.findChildren(CommandPalette) if one.isVisible()][-1]


def listed(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_every_command_has_a_name_in_either_language_and_no_two_the_same(window, qapp, until):
    for language in ("en", "ar"):
        window.appearance.choose_language(language)
        qapp.processEvents()
        until(window.is_settled)
        names = [command.name for command in window.commands.all()]
        assert all(names)
        assert sorted(names) == sorted(set(names))


def test_it_lists_what_can_be_done_now(window):
    dialog = palette(window)
    assert set(listed(dialog)) == {
        one.name for one in window.commands.all() if one.action.isEnabled() and one.action.isVisible()
    }
    assert "Undo" not in listed(dialog)


def test_a_part_of_a_name_finds_it_in_any_order_of_words_and_enter_runs_it(window, qapp):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    dialog = palette(window)
    kind = type(dialog)
    QTest.keyClicks(dialog.field, "stack LAYOUT")
    assert listed(dialog) == ["Layout: Stacked"]
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qapp.processEvents()
    assert window.commands.layouts["stacked"].isChecked()
    assert not window.findChildren(kind)


def test_the_arrows_choose_while_the_field_is_typed_into(window, qapp):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    dialog = palette(window)
    QTest.keyClicks(dialog.field, "er type")
    first = listed(dialog)[:2]
    assert first == ["Larger type", "Smaller type"]
    before = window.view.arabic_size()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qapp.processEvents()
    assert window.view.arabic_size() < before


def test_arabic_names_are_found_however_their_letters_are_written(window, qapp, until):
    window.appearance.choose_language("ar")
    qapp.processEvents()
    until(window.is_settled)
    dialog = palette(window)
    dialog.field.setText("الاوامر")
    assert listed(dialog) == ["جميع الأوامر…"]


def test_nothing_found_is_said_and_enter_runs_nothing(window, qapp):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    dialog = palette(window)
    QTest.keyClicks(dialog.field, "zzz")
    assert (listed(dialog), dialog.none.isVisible()) == ([], True)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_no_two_commands_share_a_key(window):
    keys = [
        key.toString() for command in window.commands.all() for key in command.action.shortcuts() if not key.isEmpty()
    ]
    assert sorted(keys) == sorted(set(keys))


def test_the_help_lists_the_keys_of_every_command(window, until):
    from PySide6.QtWidgets import QLabel

    from reader.gui.help_dialog import HelpDialog

    window.commands.help.trigger()
    until(window.is_settled)
    (dialog,) = window.findChildren(HelpDialog)
    said = {label.text().strip("\u200e") for label in dialog.findChildren(QLabel)}
    for command in window.commands.all():
        if command.keys:
            assert command.keys in said
            assert command.name in said
