"""Marking the text: highlights, notes and bookmarks, in the real window on the real library."""

from dataclasses import replace

import pytest

from reader.model import Engine, EngineName, Pair, PairedArticle, Sentence, Side, Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PAGE = """ارتفاع أسعار القمح في الأسواق المحلية

2025.11.02 | 10:15 بيروت

ارتفعت أسعار القمح في الأسواق المحلية خلال الأسبوع الماضي بنسبة كبيرة، وفق ما أعلنته وزارة الاقتصاد.

وقال الوزير إنّ الحكومة ستدعم المزارعين 𝟚 في الشمال والجنوب قبل بداية الموسم الجديد.

وتوقعت المصادر أن تعود الأسعار إلى مستواها السابق قبل نهاية العام الجاري.
"""
RISE, MINISTER, SOURCES = 1, 2, 3
"""The blocks of the three paragraphs."""


def key(widget, name, modifier=None):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, getattr(Qt.Key, f"Key_{name}"), modifier or Qt.KeyboardModifier.NoModifier)


def column_of(window, side):
    return window.view._column_of(side)


def select(window, until, words, side=Side.SOURCE, to=None):
    """Selects words as a mouse or Shift would, up to the end of other words, and waits for the bar."""
    from PySide6.QtGui import QTextCursor

    column = column_of(window, side)
    begin = column.document().find(words)
    end = column.document().find(to) if to else begin
    assert begin.selectionEnd() > 0, words
    cursor = QTextCursor(column.document())
    cursor.setPosition(begin.selectionStart())
    cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    column.setFocus()
    column.setTextCursor(cursor)
    until(window.marks.bar.isVisible)


def quotes(window):
    """What is annotated, as the places in the shown text have it."""
    found = []
    for annotation in window.marking.annotations:
        parts = {}
        for target in annotation.targets:
            row = [(window.view.row(place.block), place) for place in target.places]
            cells = [window.view._page.rows[number].cell(target.selector.side) for number, _ in row]
            parts[target.selector.side.value] = [
                cell.text[place.start : place.end] for cell, (_, place) in zip(cells, row, strict=True)
            ]
        found.append(parts)
    return found


def highlight(window, until, words, colour="green", side=Side.SOURCE, both=True):
    before = {one.id for one in window.marking.annotations}
    window.marks.bar.both_button.setChecked(both)
    select(window, until, words, side)
    window.marks.bar.colour_buttons[colour].click()
    until(lambda: {one.id for one in window.marking.annotations} - before and window.is_settled())
    return next(one for one in window.marking.annotations if one.id not in before)


def card(window, until, annotation):
    window.commands.notes.setChecked(True)
    until(lambda: ("annotation", annotation) in window.marks.panel.cards)
    return window.marks.panel.cards["annotation", annotation]


def linked(index, role, source, target, *words):
    """A pair of one sentence whose words are linked as they are given: Arabic, English."""
    links = tuple(
        (source.index(here), source.index(here) + len(here), target.index(there), target.index(there) + len(there))
        for here, there in words
    )
    whole = Sentence((0, len(source)), (0, len(target)), words=links or None)
    return Pair(index, role, source, target, EngineName.ARGOS, Status.TRANSLATED, (whole,))


@pytest.fixture
def window(open_window, app):
    """A window on a piece of the library, whose translation is there already."""
    article = app.parse(RawDocument(PAGE))
    texts = [block.text for block in article.blocks]
    english = (
        ("Wheat prices rise in local markets",),
        (
            "Wheat prices in the local markets rose sharply over the past week, the economy ministry announced.",
            ("ارتفعت", "rose"),
            ("أسعار", "prices"),
            ("القمح", "Wheat"),
            ("في", "in"),
            ("الأسواق", "markets"),
            ("المحلية", "local"),
            ("خلال", "over"),
            ("الأسبوع", "week"),
        ),
        (
            "The minister said the government would support farmers before the season.",
            ("وقال", "said"),
            ("الوزير", "minister"),
            ("الحكومة", "government"),
            ("ستدعم", "would support"),
            ("المزارعين", "farmers"),
        ),
        ("Sources expected prices to return to their former level before the end of the year.",),
    )
    pairs = tuple(
        linked(index, article.blocks[index].role, text, *said)
        for index, (text, said) in enumerate(zip(texts, english, strict=True))
    )
    with app.library() as library:
        piece, _ = library.add(PairedArticle(article, pairs, Engine(EngineName.ARGOS)))
    return open_window(app, piece)


@pytest.fixture
def unsaved(open_window, app):
    return open_window(app, RawDocument(PAGE))


# Highlights


def test_a_highlight_saves_the_article_and_marks_the_words_of_both_sides(unsaved, app, until):
    window = unsaved
    assert window.desk.piece is None
    made = highlight(window, until, "أسعار القمح في الأسواق المحلية خلال")
    assert window.desk.piece == made.piece
    assert made.colour == "green"
    (found,) = quotes(window)
    assert found["source"] == ["أسعار القمح في الأسواق المحلية خلال"]
    assert "prices" in found["target"][0].lower()
    assert len(found["target"][0]) < len(window.desk.pairs[RISE].target)
    assert not window.view.selection.exists()
    assert not window.marks.bar.isVisible()
    assert set(window.view.marked.now.highlights) == {(RISE, Side.SOURCE), (RISE, Side.TARGET)}
    with app.library() as library:
        assert [one.id for one in library.annotations.of_piece(made.piece)] == [made.id]


def test_the_words_of_the_other_side_are_those_that_are_linked(window, until):
    highlight(window, until, "الحكومة ستدعم المزارعين")
    assert quotes(window) == [{"source": ["الحكومة ستدعم المزارعين"], "target": ["government would support farmers"]}]


def test_the_other_side_is_framed_before_and_left_out_where_the_reader_says_so(window, until):
    select(window, until, "الحكومة ستدعم المزارعين")
    ((row, side),) = window.view._page.preview
    assert (row, side) == (window.view.row(MINISTER), Side.TARGET)
    window.marks.bar.both_button.click()
    assert window.view._page.preview == {}
    window.marks.bar.colour_buttons["blue"].click()
    until(lambda: window.marking.annotations)
    assert quotes(window) == [{"source": ["الحكومة ستدعم المزارعين"]}]


def test_english_that_is_selected_offers_its_arabic(window, until):
    english = window.desk.pairs[SOURCES].target
    highlight(window, until, english, side=Side.TARGET)
    (found,) = quotes(window)
    assert found == {"source": [window.desk.pairs[SOURCES].source], "target": [english]}


def test_letters_beyond_the_first_plane_do_not_shift_what_is_marked(window, until):
    highlight(window, until, "في الشمال والجنوب", both=False)
    assert quotes(window) == [{"source": ["في الشمال والجنوب"]}]


def test_a_selection_over_paragraphs_marks_each_of_them(window, until):
    window.marks.bar.both_button.setChecked(False)
    select(window, until, "وزارة الاقتصاد", to="وقال الوزير")
    window.commands.highlight.trigger()
    until(lambda: window.marking.annotations)
    assert quotes(window) == [{"source": ["وزارة الاقتصاد.", "وقال الوزير"]}]


@pytest.mark.parametrize("mode", ["stacked", "arabic"])
def test_other_layouts_mark_the_same(window, until, mode):
    window.view.set_mode(mode)
    highlight(window, until, "الحكومة ستدعم")
    (found,) = quotes(window)
    assert found["source"] == ["الحكومة ستدعم"]
    assert found["target"]
    copied = window.view.selection
    copied.select_all()
    assert "الحكومة ستدعم المزارعين" in copied.text()


def test_the_same_words_again_take_another_colour_and_are_no_second_highlight(window, until):
    made = highlight(window, until, "الحكومة ستدعم", "yellow")
    select(window, until, "الحكومة ستدعم")
    window.marks.bar.colour_buttons["pink"].click()
    until(lambda: window.marking.get(made.id).colour == "pink")
    assert len(window.marking.annotations) == 1


def test_nothing_selected_is_said_and_nothing_is_done(window):
    window.commands.highlight.trigger()
    assert "Select words" in window.bar.text()
    window.bar.put_away()
    window.commands.note.trigger()
    assert "Select the words" in window.bar.text()
    assert window.marking.annotations == ()


def test_what_is_to_be_done_first_is_said_until_something_is_done(window, until):
    window.commands.highlight.trigger()
    assert "Select words" in window.bar.text()
    highlight(window, until, "الحكومة ستدعم")
    until(window.is_settled)
    assert window.bar.text() == ""
    window.messages.say("Done.")
    window.commands.undo.trigger()
    until(window.is_settled)
    assert window.bar.text() == "Done."


def test_a_highlight_that_cannot_be_saved_leaves_the_selection_for_another_try(unsaved, app, until):
    window = unsaved
    file = app.paths.library
    file.unlink(missing_ok=True)
    for rest in file.parent.glob(f"{file.name}-*"):
        rest.unlink()
    file.write_bytes(b"no library at all " * 100)
    window.shelf.run(lambda: [window.shelf.let_go()], lambda _: None, lambda _: None)
    select(window, until, "الحكومة ستدعم المزارعين")
    window.marks.bar.colour_buttons["blue"].click()
    until(lambda: window.bar.kind == "error" and window.is_settled())
    assert window.view.selection.text() == "الحكومة ستدعم المزارعين"
    assert window.desk.piece is None
    file.unlink()
    window.marks.bar.colour_buttons["blue"].click()
    until(lambda: window.marking.annotations)
    assert quotes(window)[0]["source"] == ["الحكومة ستدعم المزارعين"]


# Undo


def test_everything_is_undone_and_redone_in_its_order(window, until):
    made = highlight(window, until, "الحكومة ستدعم")
    window.marking.recolour(made.id, "purple")
    until(lambda: window.marking.get(made.id).colour == "purple")
    window.marking.remove(made.id)
    until(lambda: not window.marking.annotations)
    assert "removal" in window.commands.undo.text()
    window.commands.undo.trigger()
    until(lambda: window.marking.annotations)
    assert window.marking.get(made.id).colour == "purple"
    window.commands.undo.trigger()
    until(lambda: window.marking.get(made.id).colour == "green")
    window.commands.undo.trigger()
    until(lambda: not window.marking.annotations)
    window.commands.redo.trigger()
    until(lambda: window.marking.annotations)
    assert window.view.marked.now.highlights
    assert window.desk.piece is not None  # saving is no part of the step


# Notes


def test_ctrl_m_opens_a_note_that_saves_itself_when_it_is_left(window, app, until):
    select(window, until, "الحكومة ستدعم المزارعين")
    window.commands.note.trigger()
    until(lambda: window.marking.annotations and window.marks.panel.cards)
    (made,) = window.marking.annotations
    field = card(window, until, made.id).field
    until(lambda: field.is_writing and window.focusWidget() is field.editor)
    field.editor.setPlainText("First line.\n\nSee https://example.org/x.")
    field.tags_editor.setText("water، to check, water")
    window.view.setFocus()
    until(lambda: window.marking.get(made.id).note)
    assert window.marking.get(made.id).note == "First line.\n\nSee https://example.org/x."
    assert window.marking.get(made.id).tags == ("to check", "water")
    assert not field.is_writing
    assert '<a href="https://example.org/x"' in field.shown.text()
    assert [one.id for one in window.view.marked.now.notes[MINISTER]] == [made.id]


@pytest.mark.parametrize("timer", ["_pause", "_longest"])
def test_what_is_being_written_is_saved_by_itself_and_escape_still_goes_back_to_what_stood_before(window, until, timer):
    made = highlight(window, until, "الحكومة ستدعم")
    window.marking.write(made.id, "Before.", ())
    until(lambda: window.marking.get(made.id).note == "Before.")
    shown = card(window, until, made.id)
    shown.field.write()
    shown.field.editor.setPlainText("Half a thou")
    running = getattr(shown.field, timer)
    assert running.isActive()
    running.timeout.emit()
    until(lambda: window.marking.get(made.id).note == "Half a thou")
    assert not shown.field._pause.isActive()
    assert not shown.field._longest.isActive()
    assert shown.field.is_writing
    assert shown.field.editor.toPlainText() == "Half a thou"
    key(shown.field.editor, "Escape")
    until(lambda: window.marking.get(made.id).note == "Before.")
    assert not shown.field.is_writing


def test_a_note_that_escape_gives_up_comes_back_by_undo(window, until):
    made = highlight(window, until, "الحكومة ستدعم")
    shown = card(window, until, made.id)
    shown.field.write()
    shown.field.editor.setPlainText("Given up at once.")
    shown.field.tags_editor.setText("wheat")
    key(shown.field.editor, "Escape")
    until(window.is_settled)
    assert (window.marking.get(made.id).note, window.marking.get(made.id).tags) == (None, ())
    window.commands.undo.trigger()
    until(lambda: window.marking.get(made.id).note == "Given up at once.")
    assert window.marking.get(made.id).tags == ("wheat",)
    window.commands.undo.trigger()
    until(lambda: window.marking.get(made.id).note is None)
    assert window.marking.get(made.id).tags == ()


def test_what_is_being_written_is_kept_when_another_article_is_opened_or_the_window_is_closed(open_window, app, until):
    window = open_window(app, RawDocument(PAGE))
    made = highlight(window, until, "الحكومة ستدعم")
    shown = card(window, until, made.id)
    shown.field.write()
    shown.field.editor.setPlainText("On the way out.")
    window.desk.open_text("عنوان آخر\n\nنص آخر لا علاقة له بما قبله، وهو كاف ليكون مقالاً.")
    until(lambda: window.desk.piece is None and window.is_settled())
    assert window.marking.annotations == ()
    window.marks.go(made.piece, "annotation", made.id)
    until(lambda: window.marking.get(made.id) is not None and window.is_settled())
    assert window.marking.get(made.id).note == "On the way out."
    shown = card(window, until, made.id)
    shown.field.write()
    shown.field.editor.setPlainText("And once more.")
    window.close()
    with app.library() as library:
        assert library.annotations.get(made.id).note == "And once more."


def test_a_note_that_cannot_be_kept_stands_in_its_card_again(window, app, until):
    made = highlight(window, until, "الحكومة ستدعم")
    shown = card(window, until, made.id)
    with app.library() as library:
        library.annotations.remove(made.id)
    shown.field.write()
    shown.field.editor.setPlainText("Written in vain.")
    shown.field.finish()
    until(lambda: window.bar.kind == "error")
    assert shown.field.is_writing
    assert shown.field.editor.toPlainText() == "Written in vain."


def test_a_note_is_shown_where_the_pointer_rests_and_a_click_on_its_slip_opens_it(window, until, qapp):
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtTest import QTest

    from reader.gui.columns import Spot

    made = highlight(window, until, "الحكومة ستدعم")
    window.marking.write(made.id, "<i>Mine</i>", ())
    until(lambda: window.view.marked.now.notes)
    place = made.targets[0].places[0]
    row = window.view.row(MINISTER)
    assert "&lt;i&gt;Mine" in window.view.marked.note_at(Spot(row, Side.SOURCE, place.start + 1))
    assert window.view.marked.note_at(Spot(row, Side.SOURCE, 0)) == ""
    gutter = window.view._gutter
    slip = gutter._note_place(row).center()
    assert "Mine" in gutter._tell_mark(*gutter._mark_at(QPointF(slip)))
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=slip.toPoint())
    qapp.processEvents()
    assert window.commands.notes.isChecked()
    until(lambda: card(window, until, made.id).property("marked"))


def test_the_menu_offers_what_can_be_marked(window, until):
    from PySide6.QtWidgets import QMenu

    from reader.gui.columns import Spot

    def offered(spot):
        menu = QMenu()
        window.marks.extend_menu(menu, spot)
        return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]

    here = Spot(window.view.row(MINISTER), Side.SOURCE, 14)
    assert offered(here) == ["Bookmark this paragraph"]
    select(window, until, "الحكومة ستدعم")
    assert offered(here) == ["Highlight", "Note…", "Bookmark this paragraph"]
    highlight(window, until, "الحكومة ستدعم")
    inside = Spot(here.row, Side.SOURCE, window.marking.annotations[0].targets[0].places[0].start)
    assert offered(inside) == ["Open the note", "Remove the highlight", "Bookmark this paragraph"]


# Where the text changes


def test_an_edit_moves_what_is_marked_and_what_it_takes_away_is_an_orphan_to_be_placed_again(window, until):
    english = window.desk.pairs[MINISTER].target
    last = english.split()[-1]
    made = highlight(window, until, last, side=Side.TARGET, both=False)
    window.edits.edit(MINISTER, f"Moved along: {english}")
    until(lambda: window.desk.pairs[MINISTER].target.startswith("Moved") and window.is_settled())
    assert quotes(window) == [{"target": [last.rstrip(".") if not last.endswith(".") else last]}]
    window.edits.edit(MINISTER, "Quite other words.")
    until(lambda: window.desk.pairs[MINISTER].target == "Quite other words." and window.is_settled())
    assert quotes(window) == [{"target": []}]
    shown = card(window, until, made.id)
    assert "not hold these words" in shown.lost.text()
    assert window.marks.panel.lost_heading.isVisible()
    shown.place_button.click()
    assert "Select the words" in window.bar.text()
    select(window, until, "Quite other", Side.TARGET)
    shown.place_button.click()
    until(lambda: quotes(window) == [{"target": ["Quite other"]}])
    assert not window.marks.panel.lost_heading.isVisible()
    window.commands.undo.trigger()
    until(lambda: quotes(window) == [{"target": []}])


def test_on_a_new_translation_nothing_is_drawn_until_it_is_known_where(window, until):
    made = highlight(window, until, "government would support", side=Side.TARGET, both=False)
    old = window.desk.pairs[MINISTER]
    window.view.set_pair(replace(old, target=f"Moved along: {old.target}", sentences=()))
    assert (MINISTER, Side.TARGET) not in window.view.marked.now.highlights
    window.edits.edit(MINISTER, f"Moved along: {old.target}")
    until(lambda: (MINISTER, Side.TARGET) in window.view.marked.now.highlights)
    (shown,) = window.view.marked.now.highlights[MINISTER, Side.TARGET]
    assert shown.annotation == made.id
    assert window.desk.pairs[MINISTER].target[slice(*shown.span)] == "government would support"


# Bookmarks


def test_ctrl_d_bookmarks_the_paragraph_at_the_caret_and_again_takes_that_away(window, until):
    column_of(window, Side.SOURCE).setFocus()
    column_of(window, Side.SOURCE).put_caret(window.view.row(SOURCES), Side.SOURCE)
    window.commands.bookmark.trigger()
    until(lambda: window.marking.bookmarks)
    assert [one.block for one in window.marking.bookmarks] == [SOURCES]
    assert list(window.view.marked.now.bookmarks) == [SOURCES]
    (bookmark,) = window.marking.bookmarks
    window.commands.notes.setChecked(True)
    until(lambda: window.marks.panel.cards)
    shown = window.marks.panel.cards["bookmark", bookmark.id]
    shown.change()
    shown.editor.setText("Sources")
    key(shown.editor, "Return")
    until(lambda: window.marking.bookmarks[0].label == "Sources")
    assert shown.name_label.text() == "Sources"
    column_of(window, Side.SOURCE).setFocus()
    window.commands.bookmark.trigger()
    until(lambda: not window.marking.bookmarks)
    window.commands.undo.trigger()
    until(lambda: window.marking.bookmarks)
    assert window.marking.bookmarks[0].label == "Sources"


# Going there


def test_a_card_goes_to_its_place_on_both_sides(window, until):
    made = highlight(window, until, "الحكومة ستدعم")
    shown = card(window, until, made.id)
    shown.chosen.emit()
    row = window.view.row(MINISTER)
    assert set(window.view._page.lit) == {(row, Side.SOURCE), (row, Side.TARGET)}
    spot = window.view.places.row(column_of(window, Side.SOURCE).spot(column_of(window, Side.SOURCE).caret()))
    assert spot.block == MINISTER


def test_the_cards_stand_in_the_order_of_the_text_and_can_be_gone_through_by_the_keyboard(window, until, qapp):
    last = highlight(window, until, "مستواها السابق")
    first = highlight(window, until, "القمح في الأسواق المحلية خلال")
    window.marking.toggle_bookmark(MINISTER)
    until(lambda: window.marking.bookmarks)
    window.commands.notes.setChecked(True)
    panel = window.marks.panel
    until(lambda: len(panel.cards) == 3)
    qapp.processEvents()
    shown = sorted(panel.cards.items(), key=lambda one: one[1].y())
    assert [key_ for key_, _ in shown] == [
        ("annotation", first.id),
        ("bookmark", window.marking.bookmarks[0].id),
        ("annotation", last.id),
    ]
    first_card = shown[0][1]
    assert first_card.accessibleName().startswith("القمح في الأسواق المحلية خلال")
    assert "Green" in first_card.accessibleName()
    first_card.setFocus()
    key(first_card, "Delete")
    until(lambda: window.marking.get(first.id) is None)
