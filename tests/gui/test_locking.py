"""The library is locked and opened from the window, on the real library."""

import pytest

from reader.app import App
from reader.errors import LibraryError
from reader.gui.lock_dialog import LockDialog, strength
from reader.gui.passphrase_dialog import PassphraseDialog
from reader.library import keys
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = "Lake falls\n\nThe lake of olives has fallen again.\n"
PASSPHRASE = "موازٍ four odd words"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    """Keys that are derived in no time."""
    monkeypatch.setattr(keys, "ITERATIONS", 1000)


@pytest.fixture
def locked(app):
    """The home of a locked library with a piece; an app that does not know its passphrase."""
    with app.library() as library:
        from reader.model import Engine, EngineName, PairedArticle

        library.add(PairedArticle(app.parse(RawDocument(PAGE)), (), Engine(EngineName.GLOSS)))
    app.lock(PASSPHRASE)
    return App(app.paths.data)


def type_twice(dialog, first, second=None):
    dialog.first.setText(first)
    dialog.second.setText(first if second is None else second)


def test_the_window_locks_the_library_changes_the_passphrase_and_takes_it_away(open_window, app, until):
    window = open_window(app, RawDocument(PAGE))
    window.desk.save()
    until(lambda: window.desk.piece and window.is_settled())
    does = window.commands
    assert not does.take_lock_away.isVisible()
    dialog = window.locking.ask_for_new()
    type_twice(dialog, PASSPHRASE)
    dialog.lock_button.click()
    until(lambda: app.is_locked() and "locked" in window.bar.text() and window.is_settled())
    until(does.take_lock_away.isVisible)
    assert [one.id for one in window.library.catalogue.pieces] == [1]
    with pytest.raises(LibraryError) as refused:
        App(app.paths.data).library()
    assert refused.value.code == "library.locked"
    dialog = window.locking.ask_for_new()
    assert dialog.windowTitle() == "Change the passphrase"
    type_twice(dialog, "another one that is odd")
    dialog.lock_button.click()
    until(lambda: window.is_settled() and opens(app, "another one that is odd"))
    box = window.locking.ask_to_take_away()
    next(button for button in box.buttons() if "Remove" in button.text()).click()
    until(lambda: not app.is_locked() and not does.take_lock_away.isVisible() and window.is_settled())


def opens(app, passphrase):
    try:
        App(app.paths.data).unlock(passphrase)
    except LibraryError:
        return False
    return True


def test_a_passphrase_is_typed_twice_alike_and_weighed(qapp):
    dialog = LockDialog(None, again=False)
    assert not dialog.lock_button.isEnabled()
    assert "lost" in dialog.warning.text()
    type_twice(dialog, "secret")
    assert "Easy to guess" in dialog.worth.text()
    assert dialog.lock_button.isEnabled()
    type_twice(dialog, PASSPHRASE, "else")
    assert "not the same" in dialog.worth.text()
    assert not dialog.lock_button.isEnabled()
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("passphrase", "worth"), [("", 0), ("a" * 40, 0), ("kettle moon 7", 1), ("kettle moon 7 hat snow", 2)]
)
def test_long_and_varied_passphrases_are_strong(passphrase, worth):
    assert strength(passphrase) == worth


def test_a_locked_library_asks_at_the_start_and_says_when_it_is_wrong(qapp, locked, until, no_exception_in_a_slot):
    from PySide6.QtWidgets import QDialog

    assert locked.is_shut()
    dialog = PassphraseDialog(locked, at_start=True)
    dialog.show()
    assert not dialog.open_button.isEnabled()
    dialog.field.setText("wrong")
    dialog.open_button.click()
    until(lambda: "not its passphrase" in dialog.bar.text())
    assert locked.is_shut()
    dialog.field.setText(PASSPHRASE)
    dialog.open_button.click()
    until(lambda: not dialog.isVisible())
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert not locked.is_shut()
    assert dialog.field.text() == ""
    dialog.deleteLater()


def test_enter_pressed_twice_does_not_go_on_without_the_library(locked, qapp, until, request):
    press = request.getfixturevalue("keys").press
    dialog = PassphraseDialog(locked, at_start=True)
    dialog.show()
    dialog.activateWindow()
    until(lambda: qapp.focusWidget() is dialog.field)
    dialog.field.setText("wrong")
    press("Return")
    assert qapp.focusWidget() is dialog.field
    press("Return")
    until(lambda: dialog.bar.text())
    assert dialog.isVisible()
    press("Tab")
    assert qapp.focusWidget() is not dialog.field
    press("Shift+Tab")
    dialog.field.setText(PASSPHRASE)
    press("Return")
    until(lambda: not dialog.isVisible())
    assert dialog.result() == dialog.DialogCode.Accepted
    assert not locked.is_shut()


def test_without_the_passphrase_one_reads_without_the_library_and_may_give_it_later(open_window, locked, until):
    window = open_window(locked, RawDocument(PAGE))
    until(lambda: "locked" in window.bar.text())
    assert window.commands.give_passphrase.isVisible()
    assert not window.commands.lock.isVisible()
    assert window.desk.article.title == "Lake falls"
    window.bar.action_button.click()
    (dialog,) = window.findChildren(PassphraseDialog)
    dialog.field.setText(PASSPHRASE)
    dialog.open_button.click()
    until(lambda: window.library.catalogue.pieces and window.is_settled())
    until(lambda: not window.commands.give_passphrase.isVisible())


def test_a_backup_with_a_passphrase_of_its_own_asks_for_it(open_window, app, until, tmp_path):
    window = open_window(app, RawDocument(PAGE))
    window.desk.save()
    until(lambda: window.desk.piece and window.is_settled())
    other = App(tmp_path / "other")
    other.lock(PASSPHRASE)
    window.safety._restore(other.paths.library, "restored")
    until(lambda: window.findChildren(PassphraseDialog))
    (dialog,) = window.findChildren(PassphraseDialog)
    dialog.field.setText(PASSPHRASE)
    dialog.open_button.click()
    until(lambda: window.bar.text() == "restored" and window.is_settled())
    assert app.is_locked()
    assert not window.library.catalogue.pieces
