import pytest

from reader.gui.catalogue import Kind, Section
from reader.model import Engine, EngineName, PairedArticle, ReadState
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGES = [f"عنوان رقم {name} للخبر\nفقرة عن {name} وفيها ما يكفي من الكلام لتكون فقرة كاملة من الخبر." for name in "أبج"]


@pytest.fixture
def window(open_window, app, until):
    with app.library() as library:
        for page in PAGES:
            library.add(PairedArticle(app.parse(RawDocument(page)), (), Engine(EngineName.GLOSS)))
    window = open_window(app, 1)
    until(lambda: len(window.library.catalogue.pieces) == 3 and window.is_settled())
    return window


def choose(window, *numbers):
    window.library.list.setFocus()
    window.library.list.choose(numbers, numbers[0])


def do(window, until, command):
    getattr(window.commands, command).trigger()
    until(window.is_settled)


def piece(app, number):
    with app.library() as library:
        return library.get(number)


def test_a_command_is_about_the_open_piece_or_about_what_is_chosen_in_the_list(window, app, until):
    window.view.setFocus()
    do(window, until, "star")
    assert [piece(app, number).starred for number in (1, 2, 3)] == [True, False, False]
    choose(window, 2, 1)
    do(window, until, "star")  # one has it, one not: both get it
    assert [piece(app, number).starred for number in (1, 2, 3)] == [True, True, False]
    assert window.commands.star.iconText() == "Remove the star"
    do(window, until, "undo")
    do(window, until, "undo")
    assert not piece(app, 1).starred


def test_marking_read_is_undone_by_name(window, app, until):
    choose(window, 3, 2)
    do(window, until, "mark_read")
    assert piece(app, 3).state is ReadState.READ
    assert window.commands.undo.iconText() == "Undo: mark as read"
    do(window, until, "mark_read")
    assert piece(app, 2).state is ReadState.UNREAD
    do(window, until, "undo")
    assert piece(app, 2).state is ReadState.READ


def test_tags_and_collections_are_ticked_where_all_the_pieces_have_them(window, app, until):
    window.librarian.tag([1, 2], "wheat")
    window.shelf.step("new", lambda library: library.shelves.add_collection("Water"))
    until(window.is_settled)
    choose(window, 1, 2)
    ticked = window.librarian.tag_menu().actions()[0]
    assert (ticked.text(), ticked.isChecked()) == ("wheat", True)
    window.librarian.collection_menu().actions()[0].trigger()
    until(window.is_settled)
    assert piece(app, 2).collections == ("Water",)
    choose(window, 1, 3)
    unticked = window.librarian.tag_menu().actions()[0]
    assert not unticked.isChecked()
    unticked.trigger()
    until(window.is_settled)
    assert piece(app, 3).tags == ("wheat",)


def test_a_new_collection_takes_the_pieces_that_were_dropped_on_it(window, app, until):
    from PySide6.QtWidgets import QInputDialog

    window.library.sections.sections.dropped.emit(None, [1, 3])
    dialog = window.findChild(QInputDialog)
    dialog.setTextValue("ماء")
    dialog.accept()
    until(window.is_settled)
    assert piece(app, 3).collections == ("ماء",)
    number = window.library.catalogue.collections[0].id
    window.library.sections.choose(Section(Kind.COLLECTION, "ماء", number))
    assert window.library.title.text() == "ماء"
    window.library.sections.sections.rename_asked.emit(window.library.section, "مياه")
    until(window.is_settled)
    assert window.library.title.text() == "مياه"
    window.library.sections.remove_asked.emit(window.library.section)
    until(window.is_settled)
    assert window.library.section.kind is Kind.ALL
    do(window, until, "undo")
    assert piece(app, 1).collections == ("مياه",)


def test_what_is_dropped_on_a_section_becomes_what_belongs_there(window, app, until):
    window.librarian.tag([2], "wheat")
    until(window.is_settled)
    drop = window.library.sections.sections.dropped.emit
    drop(Section(Kind.STARRED), [1, 2])
    drop(Section(Kind.TAG, "wheat"), [3])
    drop(Section(Kind.TRASH), [1])
    until(window.is_settled)
    assert (piece(app, 1).starred, piece(app, 3).tags) == (True, ("wheat",))
    assert piece(app, 1).trashed
    assert window.desk.piece is None
    drop(Section(Kind.ALL), [1])
    until(window.is_settled)
    assert not piece(app, 1).trashed
    assert window.desk.piece == 1


def test_a_piece_is_renamed_and_an_empty_name_gives_it_its_title_again(window, app, until):
    window.library.list.pieces.rename_asked.emit(2, "اسم آخر")
    until(window.is_settled)
    assert [one.title for one in window.library.catalogue.pieces if one.id == 2] == ["اسم آخر"]
    window.library.list.pieces.rename_asked.emit(2, "")
    until(window.is_settled)
    assert piece(app, 2).name is None


def test_what_is_in_the_trash_is_restored_or_deleted_for_ever_when_asked_once(window, app, until):
    from PySide6.QtWidgets import QMessageBox

    choose(window, 2, 3)
    do(window, until, "remove")
    assert "2 pieces" in window.bar.text()
    window.library.sections.choose(Section(Kind.TRASH))
    choose(window, 2)
    do(window, until, "untrash")
    assert not piece(app, 2).trashed
    assert window.bar.text() == ""
    choose(window, 3)
    assert window.commands.remove.iconText() == "Delete for ever…"
    window.commands.remove.trigger()
    box = window.findChild(QMessageBox)
    assert "cannot be undone" in box.informativeText()
    box.button(QMessageBox.StandardButton.Cancel).click()
    until(window.is_settled)
    assert piece(app, 3).trashed
    box.deleteLater()
    window.commands.empty_trash.trigger()
    box = window.findChildren(QMessageBox)[-1]
    next(one for one in box.buttons() if one.text() == "Delete for ever").click()
    until(lambda: window.is_settled() and not window.library.catalogue.trashed)
    with app.library() as library:
        assert sorted(one.id for one in library.summaries()) == [1, 2]
        assert library.shelves.trashed() == []


def test_a_piece_opened_from_the_trash_is_not_saved_and_saving_brings_it_back(window, app, until):
    choose(window, 2)
    do(window, until, "remove")
    window.desk.open_piece(2)
    until(window.is_settled)
    assert window.desk.article.title == PAGES[1].split("\n")[0]
    assert window.desk.piece is None
    do(window, until, "save")
    assert not piece(app, 2).trashed
    assert window.desk.piece == 2


def test_a_piece_is_opened_where_it_was_left_and_is_read_when_its_end_was_seen(window, app, until):
    assert piece(app, 1).state is ReadState.READING
    assert piece(app, 2).state is ReadState.UNREAD
    window.resize(700, 260)
    window.view.set_arabic_size(40)
    window.view.set_reading_place((1, 0.5))
    place = window.view.reading_place()
    window.desk.open_piece(2)
    until(lambda: window.desk.piece == 2 and window.is_settled())
    assert piece(app, 1).place == pytest.approx(place)
    window.desk.open_piece(1)
    until(lambda: window.desk.piece == 1 and window.is_settled())
    assert window.view.reading_place()[0] == place[0]
    window.view.set_reading_place((1, 1.0))
    until(window.is_settled)
    assert piece(app, 1).state is ReadState.READ


def test_what_a_person_says_of_the_open_piece_stands_until_it_is_opened_again(window, app, until):
    window.view.setFocus()
    do(window, until, "mark_read")
    do(window, until, "mark_read")
    assert piece(app, 1).state is ReadState.UNREAD
    window.desk.open_piece(2)
    until(lambda: window.desk.piece == 2 and window.is_settled())
    assert piece(app, 1).state is ReadState.UNREAD


def test_what_another_window_does_to_the_library_is_seen(window, app, until):
    with app.library() as library:
        library.shelves.star([2], True)
    window.shelf.look_elsewhere()
    until(lambda: [one.id for one in window.library.catalogue.pieces if one.starred] == [2])
