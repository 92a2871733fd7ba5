"""Two windows on one library, and on one piece of it: what is done in one shows in the other, and nothing is lost."""

import pytest

from reader.library import keys
from reader.model import EngineName, Place, Side, Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = """ارتفاع أسعار القمح في الأسواق المحلية

2025.11.02 | 10:15 بيروت

ارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي بنسبة كبيرة، وفق ما أعلنته وزارة الاقتصاد.

حجم الخط

وقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد.

شارك الخبر

وتوقعت المصادر أن تعود الأسعار إلى مستواها السابق قبل نهاية العام الجاري.
"""
RISE, MINISTER, SOURCES = 1, 2, 3
"""The blocks of the three paragraphs."""
OURS, OTHER = "The minister promised help.", "The minister said that there would be help."
PASSPHRASE = "موازٍ four odd words"


def begin(windows, target):
    """Opens the first window, as a start does."""
    window = windows.first(target)
    window.show()
    windows.furnish(window)
    window.start(target)
    return window


def settle(windows, until):
    until(lambda: windows.is_settled() and all(one.desk.article is not None for one in windows.all))


@pytest.fixture
def windows(app, open_windows, until):
    """Two windows on one piece, which was just saved."""
    made = open_windows(app)
    first = begin(made, RawDocument(PAGE))
    settle(made, until)
    first.desk.save()
    until(lambda: first.desk.piece is not None and first.is_settled())
    made.open_same(first)
    settle(made, until)
    assert [one.desk.piece for one in made.all] == [1, 1]
    return made


def stored(app, block=None):
    with app.library() as library:
        piece = library.get(1)
        return piece if block is None else next(pair for pair in piece.pairs if pair.index == block)


def texts(window):
    return {index: pair.target for index, pair in window.desk.pairs.items()}


def highlight(window, until, words, block):
    start = window.desk.article.blocks[block].text.index(words)
    known = {one.id for one in window.marking.annotations}
    window.marking.highlight([(Side.SOURCE, Place(block, start, start + len(words)))])
    until(lambda: {one.id for one in window.marking.annotations} - known and window.is_settled())
    return max(one.id for one in window.marking.annotations)


def field_of(window, until, number):
    window.commands.notes.setChecked(True)
    until(lambda: ("annotation", number) in window.marks.panel.cards)
    return window.marks.panel.cards["annotation", number].field


def card_says(window, number, note):
    return window.marks.panel.cards["annotation", number].field._note == note


# Translations


def test_an_edit_shows_in_the_other_window_and_so_does_its_undoing(windows, app, until):
    first, second = windows.all
    before = second.desk.pairs[MINISTER].target
    first.edits.edit(MINISTER, OURS)
    until(lambda: second.desk.pairs[MINISTER].target == OURS)
    assert second.view.pair(MINISTER).target == OURS
    assert second.desk.pairs[MINISTER].status is Status.EDITED
    assert second.steps.what_undo_does() == ""  # it is a step of the window in which it was done
    first.steps.undo()
    until(lambda: second.desk.pairs[MINISTER].target == before)
    assert stored(app, MINISTER).target == before


def test_what_an_engine_gives_back_of_an_old_wording_replaces_no_newer_one(windows, app, until):
    first, second = windows.all
    first.edits.edit(MINISTER, OTHER)
    until(lambda: second.desk.pairs[MINISTER].target == OTHER)
    stale = second.desk.pairs[MINISTER]
    first.edits.edit(MINISTER, OURS)
    until(lambda: second.desk.pairs[MINISTER].target == OURS)
    second.desk.pairs[MINISTER] = stale  # as it would be had the other window not heard of it yet
    first.glossary.add("الوزير", "the Minister", "")
    settle(windows, until)
    second.desk.keep()
    settle(windows, until)
    assert stored(app, MINISTER).target == OURS


def test_an_old_window_that_translates_anew_takes_nobodys_edit_away(windows, app, until):
    first, second = windows.all
    second.shelf.overtaken.disconnect(second.following.look)  # it hears of nothing
    first.edits.edit(MINISTER, OURS)
    until(lambda: first.desk.pairs[MINISTER].target == OURS and first.is_settled())
    assert second.desk.pairs[MINISTER].target != OURS
    second.edits.translate_all_again()
    settle(windows, until)
    second.desk.put_back(second.desk.article.set_aside[0].line)
    settle(windows, until)
    found = [pair for pair in stored(app).pairs if pair.status is Status.EDITED]
    assert [pair.target for pair in found] == [OURS]


def test_edits_of_two_paragraphs_from_two_windows_both_stand(windows, app, until):
    first, second = windows.all
    first.edits.edit(MINISTER, OURS)
    second.edits.edit(RISE, "Prices rose.")
    settle(windows, until)
    until(lambda: texts(first) == texts(second))
    assert (stored(app, MINISTER).target, stored(app, RISE).target) == (OURS, "Prices rose.")
    assert texts(first)[MINISTER] == OURS


def test_an_edit_of_the_same_paragraph_stands_over_the_one_before_which_can_be_brought_back(windows, app, until):
    first, second = windows.all
    second.reading.edit(MINISTER)
    second.reading.box.field.setPlainText(OTHER)
    first.edits.edit(MINISTER, OURS)
    until(lambda: second.desk.pairs[MINISTER].target == OURS)
    assert second.reading.box.field.toPlainText() == OTHER  # what is being written stays
    second.reading.box.save()
    until(lambda: first.desk.pairs[MINISTER].target == OTHER)
    second.edits.undo_edit(MINISTER)
    until(lambda: first.desk.pairs[MINISTER].target == OURS)
    assert stored(app, MINISTER).target == OURS


def test_a_box_that_was_opened_and_not_written_in_saves_nothing(windows, app, until):
    first, second = windows.all
    second.reading.edit(MINISTER)
    first.edits.edit(MINISTER, OURS)
    until(lambda: second.desk.pairs[MINISTER].target == OURS)
    second.reading.box.save()
    settle(windows, until)
    assert stored(app, MINISTER).target == OURS


def test_a_line_that_is_put_back_shows_in_the_other_window_where_another_is_put_back_then(windows, app, until):
    first, second = windows.all
    lines = {one.text: one.line for one in first.desk.article.set_aside}
    first.desk.put_back(lines["حجم الخط"])
    until(lambda: "حجم الخط" in [block.text for block in second.desk.article.blocks])
    settle(windows, until)
    second.desk.put_back(lines["شارك الخبر"])
    settle(windows, until)
    until(lambda: first.desk.article.blocks == second.desk.article.blocks)
    assert {"حجم الخط", "شارك الخبر"} <= {block.text for block in stored(app).article.blocks}


def test_an_edit_that_is_being_written_while_the_other_window_puts_a_line_back_finds_its_paragraph(windows, app, until):
    first, second = windows.all
    line = next(one.line for one in first.desk.article.set_aside if one.text == "حجم الخط")
    second.reading.edit(MINISTER)
    second.reading.box.field.setPlainText(OURS)
    first.desk.put_back(line)
    until(lambda: OURS in texts(first).values())
    settle(windows, until)
    edited = [pair for pair in stored(app).pairs if pair.status is Status.EDITED]
    assert [(pair.index, pair.target) for pair in edited] == [(MINISTER + 1, OURS)]
    assert second.desk.pairs[MINISTER + 1].target == OURS


def test_an_article_that_one_window_saves_and_edits_is_saved_in_the_other_that_has_it_open(app, open_windows, until):
    windows = open_windows(app)
    first = begin(windows, RawDocument(PAGE))
    settle(windows, until)
    windows.open_same(first)
    settle(windows, until)
    second = windows.all[-1]
    assert (first.desk.piece, second.desk.piece) == (None, None)
    first.edits.edit(MINISTER, OURS)
    until(lambda: second.desk.piece == 1 and second.desk.pairs[MINISTER].target == OURS)
    assert not second.commands.save.isEnabled()


def test_pieces_that_one_window_removes_and_brings_back_are_so_in_the_other(windows, until):
    first, second = windows.all
    first.librarian.trash(first.library.catalogue.pieces)
    until(lambda: second.desk.piece is None and second.library.catalogue.trashed)
    first.steps.undo()
    until(lambda: second.desk.piece == 1 and not second.library.catalogue.trashed)
    second.librarian.tag([1], "اقتصاد")
    until(lambda: first.library.catalogue.tags == second.library.catalogue.tags != ())
    second.librarian._rename(1, "My own name")
    until(lambda: first.library.catalogue.pieces[0].title == "My own name")
    assert first.steps.what_undo_does() == ""


# Notes


def test_highlights_notes_and_bookmarks_show_in_the_other_window_and_what_is_undone_goes(windows, until):
    first, second = windows.all
    number = highlight(first, until, "الوزير", MINISTER)
    until(lambda: [one.id for one in second.marking.annotations] == [number])
    second.marking.write(number, "Which one?", ("who",))
    until(lambda: first.marking.get(number).note == "Which one?")
    first.marking.toggle_bookmark(RISE)
    until(lambda: [one.block for one in second.marking.bookmarks] == [RISE])
    second.steps.undo()
    until(lambda: first.marking.get(number).note is None)
    first.steps.undo()
    until(lambda: second.marking.bookmarks == ())


def test_a_bookmark_that_both_windows_set_is_one(windows, app, until):
    first, second = windows.all
    first.marking.toggle_bookmark(RISE)
    second.marking.toggle_bookmark(RISE)
    settle(windows, until)
    until(lambda: len(first.marking.bookmarks) == len(second.marking.bookmarks) == 1)


def test_a_tag_that_is_written_beside_a_note_leaves_what_the_other_window_has_made_of_the_note(windows, app, until):
    first, second = windows.all
    number = highlight(first, until, "الوزير", MINISTER)
    first.marking.write(number, "first", ())
    until(lambda: second.marking.get(number) and second.marking.get(number).note == "first")
    field = field_of(second, until, number)
    until(lambda: card_says(second, number, "first"))
    field.write()
    first.marking.write(number, "second", ())
    until(lambda: field.editor.toPlainText() == "second")
    field.tags_editor.setText("who")
    field.finish()
    until(lambda: first.marking.get(number).tags == ("who",))
    assert first.marking.get(number).note == "second"


def test_a_note_that_is_left_as_it_was_shows_what_the_other_window_wrote(windows, until):
    first, second = windows.all
    number = highlight(first, until, "الوزير", MINISTER)
    until(lambda: second.marking.get(number))
    field = field_of(second, until, number)
    field.write()
    first.marking.write(number, "from the other side", ())
    until(lambda: field.editor.toPlainText() == "from the other side")
    field.cancel()
    settle(windows, until)
    assert field._note == "from the other side"
    assert first.marking.get(number).note == "from the other side"


def test_a_note_that_is_written_in_both_windows_keeps_the_words_of_both(windows, app, until):
    first, second = windows.all
    number = highlight(first, until, "الوزير", MINISTER)
    until(lambda: second.marking.get(number))
    field = field_of(second, until, number)
    field.write()
    field.editor.setPlainText("mine")
    first.marking.write(number, "theirs", ("a",))
    until(lambda: field.editor.toPlainText() == "mine\n\ntheirs")
    field.finish()
    until(lambda: first.marking.get(number).note == "mine\n\ntheirs")
    assert first.marking.get(number).tags == ("a",)


def test_ones_own_savings_are_not_taken_for_another_windows(windows, until):
    first, _ = windows.all
    number = highlight(first, until, "الوزير", MINISTER)
    field = field_of(first, until, number)
    field.write()
    field.tags_editor.setText("b, a")
    for text in ("one", "one and two", "one and two and three"):
        field.editor.setPlainText(text)
        field.keep()
    field.editor.setPlainText("four")
    until(lambda: first.marking.get(number).note == "one and two and three" and first.is_settled())
    assert field.editor.toPlainText() == "four"
    assert field.tags_editor.text() == "b, a"


def test_the_name_of_a_bookmark_that_was_not_touched_stays_as_the_other_window_has_made_it(windows, until):
    first, second = windows.all
    first.marking.toggle_bookmark(RISE)
    until(lambda: second.marking.bookmarks and first.marking.bookmarks)
    number = second.marking.bookmarks[0].id
    second.commands.notes.setChecked(True)
    until(lambda: ("bookmark", number) in second.marks.panel.cards)
    card = second.marks.panel.cards["bookmark", number]
    card.change()
    first.marking.rename_bookmark(number, "Prices")
    until(lambda: card.bookmark.label == "Prices")
    card._finish()
    settle(windows, until)
    assert [one.label for one in first.marking.bookmarks] == ["Prices"]


# Models and terms


def test_a_model_that_one_window_installs_translates_in_both(app, open_windows, small_package, until):
    windows = open_windows(app, engine="auto")
    first = begin(windows, RawDocument(PAGE))
    settle(windows, until)
    windows.open_same(first)
    settle(windows, until)
    second = windows.all[-1]
    assert {pair.engine for pair in second.desk.pairs.values()} == {EngineName.GLOSS}
    first.desk.install(small_package)
    until(lambda: first.desk.engine is not None and second.desk.engine is not None)
    settle(windows, until)
    for window in windows.all:
        assert {pair.engine for pair in window.desk.pairs.values()} == {EngineName.ARGOS}
        assert not window.desk.is_glossed
    second.models.refresh()
    settle(windows, until)
    second.models.remove(second.models.installed[0].address)
    until(lambda: first.models.installed == ())
    settle(windows, until)
    assert first.desk.engine.name is second.desk.engine.name is EngineName.GLOSS


def test_a_term_that_one_window_adds_holds_in_both(windows, until):
    first, second = windows.all
    first.dialogs.show_glossary()
    second.dialogs.show_glossary()
    settle(windows, until)
    first.glossary.add("المزارعين", "the growers", "")
    until(lambda: all("growers" in window.desk.pairs[MINISTER].target for window in windows.all))
    assert second.dialogs.glossary.terms.rowCount() == 1
    second.glossary.undo()
    until(lambda: all("growers" not in window.desk.pairs[MINISTER].target for window in windows.all))


# The library as a whole


def test_the_library_is_locked_and_unlocked_with_two_windows_open(windows, app, until, monkeypatch):
    monkeypatch.setattr(keys, "ITERATIONS", 1000)
    first, second = windows.all
    second.marking.toggle_bookmark(RISE)
    first.locking.lock(PASSPHRASE)
    until(lambda: app.is_locked() and second.commands.take_lock_away.isVisible())
    assert "locked" in first.bar.text()
    second.edits.edit(MINISTER, OURS)
    until(lambda: first.desk.pairs[MINISTER].target == OURS)
    second.locking._relock(None)
    until(lambda: not app.is_locked() and not first.commands.take_lock_away.isVisible())
    first.edits.edit(MINISTER, OTHER)
    until(lambda: second.desk.pairs[MINISTER].target == OTHER)
    assert [one.block for one in first.marking.bookmarks] == [RISE]


def test_a_passphrase_that_is_given_in_one_window_opens_the_library_in_both(app, open_windows, until, monkeypatch):
    from reader.app import App
    from reader.gui.passphrase_dialog import PassphraseDialog

    monkeypatch.setattr(keys, "ITERATIONS", 1000)
    app.library().close()
    app.lock(PASSPHRASE)
    locked = App(app.paths.data)
    windows = open_windows(locked)
    first = begin(windows, RawDocument(PAGE))
    until(lambda: first.desk.article is not None)
    windows.open_same(first)
    until(windows.is_settled)
    second = windows.all[1]
    until(lambda: all(window.commands.give_passphrase.isVisible() for window in windows.all))
    dialog = first.locking.ask()
    assert isinstance(dialog, PassphraseDialog)
    dialog.field.setText(PASSPHRASE)
    dialog.open_button.click()
    until(lambda: not any(window.commands.give_passphrase.isVisible() for window in windows.all))
    until(lambda: all("is open" in window.bar.text() for window in windows.all))
    settle(windows, until)
    second.desk.save()
    until(lambda: first.desk.piece == second.desk.piece == 1)


def test_a_backup_takes_the_librarys_place_under_both_windows(windows, app, until):
    from reader.library import backup as backups

    first, second = windows.all
    backups.folder_of(app.paths.library).mkdir(exist_ok=True)
    app.backup(backups.new_name(app.paths.library, "automatic"))
    second.edits.edit(MINISTER, OURS)
    second.marking.toggle_bookmark(RISE)
    until(lambda: len(first.marking.bookmarks) == 1 and first.desk.pairs[MINISTER].target == OURS)
    settle(windows, until)
    first.safety.restore(app.backups()[-1])
    until(lambda: all(window.desk.pairs[MINISTER].target != OURS for window in windows.all))
    settle(windows, until)
    assert [window.desk.piece for window in windows.all] == [1, 1]
    assert [window.marking.bookmarks for window in windows.all] == [(), ()]
    assert [window.steps.what_undo_does() for window in windows.all] == ["", ""]
    newest = next(one for one in app.backups() if one.reason == "before-restore")
    second.safety.restore(newest)
    until(lambda: all(window.desk.pairs[MINISTER].target == OURS for window in windows.all))


def test_what_another_process_changes_shows_in_both_windows(windows, app, until):
    with app.library() as library:
        library.edit(1, app.edited(library.get(1).pairs[MINISTER], OURS))
    windows.all[0].shelf.look_elsewhere()
    until(lambda: all(window.desk.pairs[MINISTER].target == OURS for window in windows.all))
