import pytest

from reader.library import backup as backups
from reader.model import Engine, EngineName, PairedArticle
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGES = [f"عنوان رقم {name} للخبر\nفقرة عن {name} وفيها ما يكفي من الكلام لتكون فقرة كاملة." for name in "أب"]


def add(app, page):
    with app.library() as library:
        library.add(PairedArticle(app.parse(RawDocument(page)), (), Engine(EngineName.GLOSS)))


@pytest.fixture
def window(open_window, app, until):
    add(app, PAGES[0])
    backups.folder_of(app.paths.library).mkdir()
    app.backup(backups.new_name(app.paths.library, "automatic"))
    window = open_window(app, 1)
    until(lambda: window.library.catalogue.pieces and window.is_settled())
    return window


def numbers(window):
    return [one.id for one in window.library.catalogue.pieces]


def test_a_backup_takes_the_librarys_place_and_what_was_there_is_a_backup_then(window, app, until):
    add(app, PAGES[1])
    window.desk.open_piece(2)
    until(lambda: window.desk.piece == 2 and window.is_settled())
    window.commands.star.trigger()
    until(lambda: window.commands.undo.isEnabled() and window.is_settled())
    dialog = window.safety.show_backups()
    until(lambda: dialog.table.topLevelItemCount() == 1)
    assert dialog.table.topLevelItem(0).text(1) == "Made by itself"
    dialog.restore_button.click()
    until(lambda: numbers(window) == [1] and window.is_settled())
    assert "is now the library" in window.bar.text()
    assert not window.commands.undo.isEnabled()
    assert window.desk.piece is None
    assert window.desk.article.title in PAGES[1]
    window.safety.show_backups()
    until(lambda: dialog.table.topLevelItemCount() == 2)
    assert dialog.table.topLevelItem(0).text(1) == "Before a backup was restored"
    dialog.restore_button.click()
    until(lambda: len(numbers(window)) == 2 and window.desk.piece == 2 and window.is_settled())


def test_the_library_is_copied_where_it_was_asked_for(window, app, until, tmp_path):
    file = tmp_path / "copy.sqlite3"
    window.safety.back_up(file)
    until(lambda: window.bar.text())
    assert str(file) in window.bar.text()
    app.restore(file)
    window.safety.back_up(tmp_path / "no" / "copy.sqlite3")
    until(lambda: "no" in window.bar.text() and str(file) not in window.bar.text())


def test_a_check_of_a_sound_library_says_so(window, until):
    window.safety.check()
    until(lambda: window.bar.text())
    assert window.bar.text() == "Nothing is wrong with the library."


def test_of_a_damaged_library_what_can_be_read_is_offered_to_be_saved(open_window, app, until):
    for page in PAGES:
        add(app, page)
    file = app.paths.library
    content = bytearray(file.read_bytes())
    content[:16] = b"x" * 16
    file.write_bytes(content)
    window = open_window(app)
    until(lambda: window.bar.action_button.text() == "Save what can be read" and window.bar.text())
    english = window.bar.text()
    window.commands.languages["ar"].trigger()
    until(lambda: window.bar.text() not in ("", english))
    assert window.bar.action_button.text() == "إنقاذ ما يُقرأ"
    window.commands.languages["en"].trigger()
    until(lambda: window.bar.text() == english)
    window.bar.action_button.click()
    until(lambda: len(numbers(window)) == 2 and window.is_settled())
    assert "2 pieces" in window.bar.text()
