"""Looking words up, editing, translating again and going through the doubts, in the real window on the real app."""

import pytest

from reader.model import EngineName, Flag, FlagKind, Pair, Role, Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = """ارتفاع أسعار القمح في الأسواق المحلية

2025.11.02 | 10:15 بيروت

ارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي بنسبة كبيرة، وفق ما أعلنته وزارة الاقتصاد.

وقال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد.

وتوقعت المصادر أن تعود الأسعار إلى مستواها السابق قبل نهاية العام الجاري.
"""
MINISTER = 2
"""The block of the second paragraph."""
OURS = "The minister said the government would support farmers before the season."


def key(widget, name, modifier=None):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, getattr(Qt.Key, f"Key_{name}"), modifier or Qt.KeyboardModifier.NoModifier)


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "").replace("\u200e", "")


def spot(window, block, word, side="SOURCE"):
    """The place of a word in a block."""
    from reader.gui.columns import Spot
    from reader.model import Side

    row = window.view.row(block)
    cell = window.view._page.rows[row].cell(Side[side])
    return Spot(row, Side[side], cell.text.index(word) + 1)


def point_of(window, place):
    """Where a place is drawn in its column's viewport."""
    from PySide6.QtCore import QPoint

    column = window.view._column_of(place.side)
    rect = window.view.places.span(place, (place.index, place.index + 1))
    return column, QPoint(rect.center().x() - column.x(), rect.center().y())


def write(window, until, block, text, name="Return"):
    window.reading.edit(block)
    window.reading.box.field.setPlainText(text)
    key(window.reading.box.field, name)
    until(window.is_settled)


def stored(app, window):
    with app.library() as library:
        return {pair.index: pair for pair in library.get(window.desk.piece).pairs}


@pytest.fixture
def window(open_window, app):
    return open_window(app, RawDocument(PAGE))


# Words


def test_a_click_on_an_arabic_word_opens_its_card_with_the_english_that_stands_for_it(window, until):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    column, point = point_of(window, spot(window, MINISTER, "الحكومة"))
    QTest.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=point)
    until(window.reading.words.is_idle)
    card = window.reading.word_card
    assert card.isVisible()
    assert plain(card.word.text()) == "الحُكُومَة"
    assert card.kind.text() == "noun"
    assert plain(card.origin.text()) == "Dictionary form: حُكُومَة · Root: ح ك م"
    assert "government" in card.glosses.text()
    assert plain(card.parts.text()) == "Joined to it: ال “the”"
    assert "government" in card.here.text()
    assert "government" in card.accessibleName()
    key(card, "Escape")
    assert not card.isVisible()
    assert column.hasFocus()


def test_a_click_elsewhere_closes_the_card_and_dragging_over_words_opens_none(window, until):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    card = window.reading.word_card
    place = spot(window, MINISTER, "الحكومة")
    window.reading.look_up(place)
    until(window.reading.words.is_idle)
    column, start = point_of(window, place)
    _, end = point_of(window, spot(window, MINISTER, "الشمال"))
    viewport = column.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    assert not card.isVisible()
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert window.view.selection.exists()
    assert not card.isVisible()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=start)
    assert not window.view.selection.exists()
    assert not card.isVisible()


def test_enter_at_the_caret_looks_the_word_up_and_the_arrows_step_through_its_readings(window, until):
    from PySide6.QtCore import Qt

    column = window.view.focusProxy()
    column.setFocus(Qt.FocusReason.ShortcutFocusReason)
    for _ in range(5):
        key(column, "Down", Qt.KeyboardModifier.ControlModifier)
    assert window.view.places.row(window.view.places.caret()).block == 3
    key(column, "Up", Qt.KeyboardModifier.ControlModifier)
    assert window.view.places.row(window.view.places.current()).block == MINISTER
    key(column, "Left")
    caret = window.view.places.caret()
    assert (window.view.places.row(caret).block, caret.index) == (MINISTER, 1)
    before = spot(window, MINISTER, "قبل")
    column.put_caret(before.row, before.side, (before.index, before.index))
    key(column, "Return")
    until(window.reading.words.is_idle)
    card = window.reading.word_card
    assert card.hasFocus()
    readings = [reading.vocalised for reading in card._readings]
    assert len(readings) > 1
    assert f"of {len(readings)}" in card.count.text()
    key(card, "Down")
    assert card.word.text() == readings[1]
    key(card, "Up")
    key(card, "Up")
    assert card.word.text() == readings[-1]


def test_a_word_the_lexicon_lacks_is_said_to_be_unknown(open_window, app, until):
    window = open_window(app, RawDocument("ظظظغغغ كلمة واحدة في هذا النص القصير الذي لا عنوان له ولا تاريخ."))
    window.reading.look_up(spot(window, 0, "ظظظغغغ"))
    until(window.reading.words.is_idle)
    assert window.reading.word_card.glosses.text() == "The lexicon does not have this word."


def test_a_lexicon_that_is_killed_answers_the_next_word(window, until):
    import os
    import signal

    window.reading.look_up(spot(window, MINISTER, "الحكومة"))
    until(window.reading.words.is_idle)
    os.kill(window.reading.words._lexicon._owner._lexicon._process._popen.pid, signal.SIGKILL)
    window.reading.look_up(spot(window, MINISTER, "الشمال"))
    until(window.reading.words.is_idle)
    assert "north" in window.reading.word_card.glosses.text()


def test_resting_on_an_english_word_says_which_arabic_word_it_is_and_how_that_is_read(window, until):
    assert "government" in window.desk.pairs[MINISTER].target
    said = []
    assert window.reading.explain(spot(window, MINISTER, "government", "TARGET"), said.append)
    until(window.reading.words.is_idle)
    assert [plain(text).splitlines() for text in said] == [
        ["الحكومة", "الحُكُومَة · noun", "government, administration"],
    ]
    assert not window.reading.explain(spot(window, MINISTER, "الحكومة"), said.append)
    assert not window.reading.explain(None, said.append)


def test_the_word_that_an_english_one_stands_for_is_looked_up_from_the_english_column_too(window, until):
    place = spot(window, MINISTER, "government", "TARGET")
    column = window.view._column_of(place.side)
    column.setFocus()
    column.put_caret(place.row, place.side, (place.index, place.index))
    window.commands.look_up.trigger()
    until(window.reading.words.is_idle)
    assert plain(window.reading.word_card.word.text()) == "الحُكُومَة"


def test_a_word_on_its_card_goes_into_the_glossary_as_a_dictionary_has_it(window, until):
    window.reading.look_up(spot(window, MINISTER, "الحكومة"))
    until(window.reading.words.is_idle)
    window.reading.word_card.glossary_button.click()
    dialog = window.dialogs.glossary
    assert dialog.isVisible()
    assert not window.reading.word_card.isVisible()
    assert (dialog.source.text(), dialog.target.text()) == ("حكومة", "government")
    assert dialog.add_button.isEnabled()


def test_the_menu_puts_what_is_selected_or_else_the_word_into_the_glossary(window, until):
    def ask(place):
        actions = window.reading.menu_for(place).actions()
        next(action for action in actions if action.text() == "Add to glossary…").trigger()
        until(window.reading.words.is_idle)
        return window.dialogs.glossary.source.text(), window.dialogs.glossary.target.text()

    word = spot(window, MINISTER, "المزارعين")
    assert ask(word) == ("مزارع", "farmers")
    assert ask(spot(window, MINISTER, "farmers", "TARGET")) == ("مزارع", "farmers")
    column = window.view._column_of(word.side)
    column.put_caret(word.row, word.side, (word.index - 1, word.index))
    cursor = column.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfWord, cursor.MoveMode.KeepAnchor)
    column.setTextCursor(cursor)
    assert window.view.selection.text() == "المزارعين"
    source, target = ask(spot(window, MINISTER, "الحكومة"))
    assert source == "المزارعين"
    assert "farmers" in target


# Edits


def test_an_edit_saves_the_article_shows_who_wrote_it_and_is_there_in_the_next_run(window, open_window, app, until):
    from PySide6.QtCore import Qt

    before = window.desk.pairs[MINISTER].target
    window.view.focusProxy().put_caret(window.view.row(MINISTER), spot(window, MINISTER, "الحكومة").side)
    window.commands.edit.trigger()
    box = window.reading.box
    assert box.isVisible()
    assert box.field.hasFocus()
    assert box.field.toPlainText() == before
    box.field.setPlainText(OURS)
    key(box.field, "Return", Qt.KeyboardModifier.ControlModifier)
    assert not box.isVisible()
    until(window.is_settled)
    assert window.desk.piece == 1
    pair = window.desk.pairs[MINISTER]
    assert (pair.target, pair.status, pair.engine) == (OURS, Status.EDITED, EngineName.PERSON)
    assert window.view._page.rows[window.view.row(MINISTER)].edited
    assert stored(app, window)[MINISTER].target == OURS
    again = open_window(app)
    assert again.desk.pairs[MINISTER].target == OURS


def test_escape_leaves_the_translation_as_it_was_and_saves_nothing(window, until):
    before = window.desk.pairs[MINISTER]
    window.reading.edit(MINISTER)
    window.reading.box.field.setPlainText("not this")
    key(window.reading.box.field, "Escape")
    until(window.is_settled)
    assert window.desk.pairs[MINISTER] == before
    assert window.desk.piece is None
    assert window.view._page.room is None


def test_ctrl_z_and_ctrl_shift_z_go_back_and_forth_between_the_wordings(window, app, until):
    first = window.desk.pairs[MINISTER].target
    write(window, until, MINISTER, "One.")
    write(window, until, MINISTER, "Two.")
    assert window.commands.undo.iconText() == "Undo: edit"
    seen = []
    for command in ("undo", "undo", "redo", "redo"):
        getattr(window.commands, command).trigger()
        until(window.is_settled)
        seen.append(window.desk.pairs[MINISTER].target)
        assert stored(app, window)[MINISTER].target == seen[-1]
    assert seen == ["One.", first, "One.", "Two."]
    assert not window.commands.redo.isEnabled()


def test_undo_takes_back_a_removal_before_the_edit_that_came_before_it(window, app, until):
    write(window, until, MINISTER, OURS)
    window.librarian.trash(window.library.catalogue.pieces)
    until(window.is_settled)
    assert window.commands.undo.iconText() == "Undo: move to the trash"
    window.commands.undo.trigger()
    until(window.is_settled)
    assert window.desk.piece is not None
    assert stored(app, window)[MINISTER].target == OURS


def test_what_is_being_written_is_saved_when_another_article_is_opened_or_the_window_closed(
    window, open_window, app, until
):
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())
    window.reading.edit(MINISTER)
    window.reading.box.field.setPlainText("Written one.")
    window.desk.open_raw(app.sample())
    until(lambda: window.desk.piece is None and window.is_settled())
    window.desk.open_piece(1)
    until(lambda: window.desk.piece == 1 and window.is_settled())
    assert window.desk.pairs[MINISTER].target == "Written one."
    window.reading.edit(MINISTER)
    window.reading.box.field.setPlainText("Written two.")
    window.close()
    with app.library() as library:
        assert {pair.index: pair.target for pair in library.get(1).pairs}[MINISTER] == "Written two."


def test_an_edit_that_cannot_be_kept_stands_in_the_box_again(window, until):
    window.reading.edit(MINISTER)
    window.reading.box.field.setPlainText("   ")
    key(window.reading.box.field, "Return")
    until(lambda: window.bar.text())
    assert window.reading.box.isVisible()
    assert window.reading.box.field.toPlainText() == "   "
    assert window.desk.pairs[MINISTER].status is Status.TRANSLATED


@pytest.mark.parametrize("mode", ["side", "stacked", "arabic"])
def test_the_box_grows_with_its_text_and_the_rows_below_make_room(window, qapp, mode):
    window.view.set_mode(mode)
    window.reading.edit(MINISTER)
    row = window.view.row(MINISTER)
    box, geometry = window.reading.box, window.view._page.geometry
    heights = []
    for times in (1, 20, 4):
        box.field.setPlainText(f"{OURS} " * times)
        qapp.processEvents()
        heights.append(box.height())
        assert box.geometry().bottom() <= geometry.top(row + 1) - window.view.places.offset
        assert box.geometry().top() >= geometry.top(row) - window.view.places.offset
    assert heights[0] < heights[2] < heights[1]
    window.view.set_arabic_size(30)
    assert box.geometry().bottom() <= geometry.top(row + 1) - window.view.places.offset


def test_nothing_of_the_old_wording_shows_below_a_shorter_one(window, until, qapp):
    write(window, until, MINISTER, f"{OURS} " * 12)
    window.reading.edit(MINISTER)
    window.reading.box.field.setPlainText("Short.")
    qapp.processEvents()
    assert window.reading.box.geometry().contains(window.view.places.translation(window.view.row(MINISTER)))


# Once more


def test_translating_the_piece_again_leaves_an_edit_and_a_paragraph_asked_for_by_name_can_be_brought_back(
    window, app, until
):
    machine = window.desk.pairs[MINISTER].target
    write(window, until, MINISTER, OURS)
    window.commands.translate_all_again.trigger()
    until(window.is_settled)
    assert window.desk.pairs[MINISTER].target == OURS
    window.edits.translate_again(MINISTER)
    until(lambda: window.is_settled() and window.desk.pairs[MINISTER].status is Status.TRANSLATED)
    assert stored(app, window)[MINISTER].target == machine
    window.commands.undo.trigger()
    until(lambda: window.is_settled() and window.desk.pairs[MINISTER].status is Status.EDITED)
    assert stored(app, window)[MINISTER].target == OURS


def test_translating_again_says_what_came_of_it_where_that_cannot_be_seen(window, until):
    window.edits.translate_again(MINISTER)
    until(window.is_settled)
    assert window.bar.text().startswith("Done again word by word, with the same words")
    window.commands.translate_all_again.trigger()
    until(window.is_settled)
    assert window.bar.text() == "Translated again. Of 4 parts, 0 read otherwise than before."
    write(window, until, MINISTER, OURS)
    window.bar.put_away()
    window.edits.translate_again(MINISTER)
    until(lambda: window.is_settled() and window.desk.pairs[MINISTER].status is Status.TRANSLATED)
    assert not window.bar.text()


def test_an_engine_that_comes_late_does_not_overwrite_what_a_person_has_written(window, until):
    late = window.desk.pairs[MINISTER]
    write(window, until, MINISTER, OURS)
    window.desk._take(late)
    assert window.desk.pairs[MINISTER].target == OURS


def test_the_number_and_the_card_say_who_made_a_translation(window, until):
    from reader.gui.gutter import Gutter

    gutter = window.view.findChild(Gutter)

    def said():
        window.view.reveal(MINISTER)
        return plain(gutter.explanation(window.view._page.geometry.top(window.view.row(MINISTER)) - gutter.offset + 2))

    assert said() == "Word by word, from the lexicon"
    write(window, until, MINISTER, OURS)
    assert said().startswith("Written by a person, on ")
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    place = window.view.places.beside(window.view.row(MINISTER))
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(5, place.center().y()))
    assert plain(window.reading.note_card.text.text()) == said()
    key(window.reading.note_card, "Escape")
    assert not window.reading.note_card.isVisible()


def test_a_model_is_named_with_its_version_and_the_day(open_window, app, until, small_package):
    app.packages().install(small_package)
    window = open_window(app, RawDocument(PAGE), engine="auto")
    window.commands.save.trigger()
    until(lambda: window.desk.piece is not None and window.is_settled())
    window.desk.open_raw(app.sample())
    until(lambda: window.desk.piece is None and window.is_settled())
    window.desk.open_piece(1)
    until(lambda: window.desk.piece == 1 and window.is_settled())
    window.reading.tell_about(MINISTER)
    assert plain(window.reading.note_card.text.text()).startswith("Translated by Argos, package ")
    assert ", on " in window.reading.note_card.text.text()


# Menus


def test_the_menu_of_each_column_offers_what_can_be_done_there(window, until):
    def offered(place):
        actions = window.reading.menu_for(place).actions()
        return [plain(action.text()).split("\t")[0] for action in actions if not action.isSeparator()]

    def seek(word):
        return f"Search the library for “{word}”"

    last = ["About this translation", "Bookmark this paragraph"]
    common = ["Copy", "Look up the word", "Add to glossary…", "Edit the translation", "Translate again", *last]
    assert offered(spot(window, MINISTER, "الحكومة")) == [*common, seek("الحكومة")]
    assert offered(spot(window, MINISTER, "government", "TARGET")) == [*common, seek("government")]
    assert offered(None) == ["Copy"]
    write(window, until, MINISTER, OURS)
    edited = offered(spot(window, MINISTER, "minister", "TARGET"))
    assert edited == ["Copy", "Edit the translation", "Translate again", "Undo this edit", *last, seek("minister")]
    window.edits.undo_edit(MINISTER)
    until(window.is_settled)
    assert window.desk.pairs[MINISTER].status is Status.TRANSLATED
    assert window.commands.redo.isEnabled()


# Doubts


def doubted(window):
    """Lets two pairs come that the checks have flagged."""
    source = window.desk.article.blocks[1].text
    flags = (Flag(FlagKind.NUMBER, "3", ((0, 6),), ((0, 3),)), Flag(FlagKind.QUOTES, '"', ((7, 12),)))
    first = Pair(1, Role.PARAGRAPH, source, "Three prices.", EngineName.ARGOS, Status.TRANSLATED, flags=flags)
    source = window.desk.article.blocks[3].text
    flag = Flag(FlagKind.LENGTH, "0.2", ((0, len(source)),), ((0, 4),))
    second = Pair(3, Role.PARAGRAPH, source, "Soon.", EngineName.ARGOS, Status.TRANSLATED, flags=(flag,))
    for pair in (first, second):
        window.desk._take(pair)


def test_nothing_is_said_of_doubts_where_there_are_none(window):
    assert window.reading.doubts == []
    assert not window.strip.doubts_button.isVisible()
    assert not window.commands.next_doubt.isEnabled()
    window.commands.doubts.setChecked(True)
    assert "nothing doubtful" in window.doubts.hint.text()


def test_doubts_are_counted_listed_and_stepped_through_from_the_last_to_the_first(window, qapp):
    from reader.model import Side

    doubted(window)
    assert window.strip.doubts_button.text() == "To check (3)"
    window.strip.doubts_button.click()
    texts = [plain(window.doubts.list.item(row).text()) for row in range(window.doubts.list.count())]
    assert texts == [
        "Paragraph 1: The Arabic has ارتفعت, the translation Thr.",
        "Paragraph 1: The quotation marks differ.",
        "Paragraph 3: The translation is very short for its Arabic.",
    ]
    reached = []
    for command in ("next_doubt", "next_doubt", "next_doubt", "next_doubt", "previous_doubt"):
        getattr(window.commands, command).trigger()
        reached.append(window.doubts.list.currentRow())
        assert window.reading.note_card.isVisible()
    assert reached == [0, 1, 2, 0, 2]
    window.doubts.list.itemClicked.emit(window.doubts.list.item(0))
    row = window.view.row(1)
    assert window.view._page.lit[(row, Side.SOURCE)].words == ((0, 6),)
    assert window.view._page.lit[(row, Side.TARGET)].words == ((0, 3),)
    assert "1 of 3" in window.reading.note_card.heading.text()


def test_in_arabic_doubts_cards_and_box_speak_arabic(open_window, app, until, qapp):
    window = open_window(app, RawDocument(PAGE), ui="ar")
    doubted(window)
    assert window.strip.doubts_button.text() == "للمراجعة (3)"
    window.commands.doubts.setChecked(True)
    assert plain(window.doubts.list.item(2).text()).startswith("الفقرة 3: الترجمة أقصر")
    window.reading.look_up(spot(window, MINISTER, "الحكومة"))
    until(window.reading.words.is_idle)
    assert plain(window.reading.word_card.kind.text()).startswith("اسم")
    window.reading.edit(MINISTER)
    assert window.reading.box.save_button.text() == "حفظ التعديل"
    window.appearance.choose_language("en")
    qapp.processEvents()
    until(window.is_settled)
    assert window.reading.box.save_button.text() == "Save the edit"
    assert plain(window.doubts.list.item(1).text()) == "Paragraph 1: The quotation marks differ."
