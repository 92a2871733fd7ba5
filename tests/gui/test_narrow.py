"""Where two columns have no room the texts are stacked, and stand side by side again when there is."""

import pytest

from reader.gui.reading_options import ReadingOptions
from reader.model import Article, Block, EngineName, Pair, Role, Side, Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

ARABIC, ENGLISH = "أعلنت هيئة المياه أن المنسوب انخفض. ", "The water authority said that the level had fallen. "
WIDE, NARROW = (1200, 500), (420, 500)


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(*WIDE)
    widget.show()
    texts = [ARABIC * (2 + number % 3) for number in range(40)]
    pairs = [
        Pair(number, Role.PARAGRAPH, text, ENGLISH * (2 + number % 3), EngineName.ARGOS, Status.TRANSLATED)
        for number, text in enumerate(texts)
    ]
    widget.set_article(Article(blocks=tuple(Block(Role.PARAGRAPH, text) for text in texts)), pairs)
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def is_stacked(view):
    tops, below = view.row_tops(Side.SOURCE), view.row_tops(Side.TARGET)
    return all(top < english for top, english in zip(tops, below, strict=True))


@pytest.mark.parametrize("mode", ["side", "demand"])
def test_two_columns_without_room_are_stacked_until_they_have_it(view, mode):
    view.set_mode(mode)
    assert not view.is_narrow()
    view.resize(*NARROW)
    assert view.is_narrow()
    assert is_stacked(view)
    view.resize(*WIDE)
    assert view.row_tops(Side.SOURCE) == view.row_tops(Side.TARGET)


def test_large_type_takes_the_room_as_a_small_window_does(view):
    view.set_arabic_size(40.0)
    assert is_stacked(view)
    view.set_options(ReadingOptions(arabic_size=20.0, digits="arabic"))  # for which the text is filled anew as well
    assert view.row_tops(Side.SOURCE) == view.row_tops(Side.TARGET)


def test_one_column_is_never_short_of_room_for_two(view):
    view.set_mode("arabic")
    view.resize(*NARROW)
    assert not view.is_narrow()
    view.set_mode("stacked")
    assert not view.is_narrow()


def test_the_reader_keeps_the_place(view):
    view.set_reading_place((21, 0.0))
    view.resize(*NARROW)
    assert view.reading_place()[0] == 21
    view.resize(*WIDE)
    assert view.reading_place()[0] == 21


@pytest.mark.parametrize("side", list(Side))
def test_what_is_selected_stays_so_and_the_keys_stay_with_it(view, side, qapp):
    view.set_reading_place((7, 0.0))
    view.activateWindow()
    column = view._column_of(side)
    column.setFocus()
    column.select(7, side, (4, 12))
    chosen = view.selection.text()
    for size in (NARROW, WIDE):
        view.resize(*size)
        assert view.selection.text() == chosen
        assert [(part.row, part.side, part.span) for part in view.selection.parts()] == [(7, side, (4, 12))]
        assert view.focusWidget() is view._column_of(side)


def test_covered_english_stays_covered_and_what_is_lit_lit(view):
    view.set_mode("demand")
    view.cover.open((3,))
    view.resize(*NARROW)
    assert [row for row in range(6) if not view._page.is_covered(row, Side.TARGET)] == [3]


def test_whoever_chooses_two_columns_without_room_is_told_why_there_is_one(open_window, app, until):
    window = open_window(app, RawDocument("عنوان\n\n" + ARABIC * 3))
    window.commands.layouts["stacked"].trigger()
    until(window.is_settled)
    window.resize(720, 600)
    window.appearance.choose_options(ReadingOptions(arabic_size=36.0))
    window.commands.layouts["side"].trigger()
    until(lambda: "no room for two columns" in window.bar.text())
    window.appearance.choose_options(ReadingOptions(arabic_size=12.0))
    assert not window.view.is_narrow()
    assert window.commands.layouts["side"].isChecked()


def test_the_paragraph_of_the_caret_stays_in_sight(view, until, qapp):
    view.activateWindow()
    until(lambda: qapp.activeWindow() is view)
    view.set_reading_place((7, 0.0))
    view._source.setFocus()
    view._source.put_caret(8, Side.SOURCE)
    view.resize(*NARROW)
    assert view.places.current().row == 8


@pytest.fixture
def long_view(view, monkeypatch):
    """A text of as many rows as make a long one here, which are enough to have some of them out of sight."""
    monkeypatch.setattr("reader.gui.pair_view.LONG", 80)
    pairs = [
        Pair(number, Role.PARAGRAPH, ARABIC, f"{number}. {ENGLISH}", EngineName.ARGOS, Status.TRANSLATED)
        for number in range(80)
    ]
    view.set_article(Article(blocks=tuple(Block(Role.PARAGRAPH, pair.source) for pair in pairs)), pairs)
    return view


def test_a_long_text_is_set_in_other_columns_in_turns_and_is_whole_meanwhile(long_view, until):
    from dataclasses import replace

    view = long_view
    view.set_reading_place((60, 0.0))
    late = replace(view.pair(61), target="It came meanwhile.")
    for size, narrow in ((NARROW, True), (WIDE, False)):
        view.resize(*size)
        assert view.is_narrow() is not narrow
        assert view.reading_place()[0] == 60
        assert not view.grab().isNull()
        view.set_pair(late)
        until(view.turns.is_idle)
        assert view.is_narrow() is narrow
        assert view.reading_place()[0] == 60
        column = view._column_of(Side.TARGET)
        assert late.target in column.toPlainText()
        late = replace(late, target="And so did this.")
        assert is_stacked(view) is narrow


def test_a_long_text_in_larger_type_is_whole_at_every_moment(long_view, until):
    long_view.set_reading_place((30, 0.0))
    for size, narrow in ((40.0, True), (16.0, False)):
        long_view.set_arabic_size(size)
        assert not long_view.grab().isNull()
        assert long_view.reading_place()[0] == 30
        until(long_view.turns.is_idle)
        assert long_view.is_narrow() is narrow
        assert long_view.reading_place()[0] == 30
        assert is_stacked(long_view) is narrow


def test_a_long_text_whose_room_came_back_in_time_stays_as_it_is(long_view, until):
    shown = long_view._column_of(Side.TARGET).document()
    long_view.resize(*NARROW)
    long_view.resize(*WIDE)
    long_view.resize(*NARROW)
    long_view.resize(*WIDE)
    until(long_view.turns.is_idle)
    assert not long_view.is_narrow()
    assert long_view._column_of(Side.TARGET).document() is shown
    assert long_view.row_tops(Side.SOURCE) == long_view.row_tops(Side.TARGET)


def test_a_long_text_that_goes_while_it_is_prepared_leaves_the_next_one_right(long_view, until):
    long_view.resize(*NARROW)
    text = ARABIC * 3
    long_view.set_article(Article(blocks=(Block(Role.PARAGRAPH, text),)))
    assert long_view.is_narrow()
    until(long_view.turns.is_idle)
    assert long_view.is_narrow()
    assert long_view._column_of(Side.SOURCE).toPlainText().startswith(text)
