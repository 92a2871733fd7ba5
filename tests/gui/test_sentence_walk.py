"""Walking sentence by sentence: both sides lit, across paragraphs, the sentence where it was on the screen."""

import pytest

from reader.model import Article, Block, EngineName, Pair, Role, Sentence, Side, Status

pytestmark = pytest.mark.gui

SOURCE, TARGET = "قال الوزير نعم. ثم قال لا.", "The minister said yes. Then he said no."
SENTENCES = (Sentence((0, 15), (0, 22)), Sentence((16, 26), (23, 39)))


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(900, 500)
    widget.show()
    widget.activateWindow()
    qapp.processEvents()
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def show(view, count, paired=None):
    blocks = tuple(Block(Role.PARAGRAPH, SOURCE) for _ in range(count))
    pairs = [
        Pair(n, Role.PARAGRAPH, SOURCE, TARGET, EngineName.ARGOS, Status.TRANSLATED, sentences=SENTENCES)
        for n in range(count if paired is None else paired)
    ]
    view.set_article(Article(blocks=blocks), pairs)


def lit(view):
    return {side.value: (row, span.sentence) for (row, side), span in view._page.lit.items()}


def height(view):
    ((row, span),) = {value for side, value in lit(view).items() if side == Side.SOURCE.value}
    column = view._column_of(Side.SOURCE)
    return column.rows.span_rect(row, Side.SOURCE, span).top() - view._scroller.value


def test_the_first_step_lights_the_sentence_in_view_on_both_sides_and_further_ones_cross_paragraphs(view):
    show(view, 3)
    view.walk.step(1)
    assert lit(view) == {"source": (0, (0, 15)), "target": (0, (0, 22))}
    view.walk.step(1)
    assert lit(view) == {"source": (0, (16, 26)), "target": (0, (23, 39))}
    view.walk.step(1)
    assert lit(view)["source"] == (1, (0, 15))
    view.walk.step(-1)
    assert lit(view)["source"] == (0, (16, 26))


def test_beyond_the_last_and_the_first_sentence_nothing_moves(view):
    show(view, 1)
    for _ in range(4):
        view.walk.step(1)
    assert lit(view)["source"] == (0, (16, 26))
    for _ in range(4):
        view.walk.step(-1)
    assert lit(view)["source"] == (0, (0, 15))


@pytest.mark.parametrize("mode", ["side", "stacked", "arabic"])
def test_in_the_midst_of_a_page_the_sentence_stays_where_it_is_on_the_screen(view, mode):
    show(view, 60)
    view.set_mode(mode)
    for _ in range(30):
        view.walk.step(1)
    before = height(view)
    for way in (1, 1, 1, -1, 1, -1, -1):
        view.walk.step(way)
        assert abs(height(view) - before) <= 1
    assert 0 < before < view.height()


def test_the_walk_goes_on_from_where_the_reader_has_moved_the_caret(view, qapp):
    from reader.gui.columns import Spot

    show(view, 5)
    view.walk.step(1)
    column = view._column_of(Side.SOURCE)
    column.put_caret(2, Side.SOURCE, (18, 20))
    qapp.processEvents()
    assert view.places.caret() == Spot(2, Side.SOURCE, 18)
    view.walk.step(1)
    assert lit(view)["source"] == (2, (16, 26))
    view.walk.step(1)
    assert lit(view)["source"] == (3, (0, 15))


def test_after_scrolling_away_the_walk_begins_anew_at_what_is_in_view(view):
    show(view, 60)
    view.walk.step(1)
    view.set_reading_place((40, 0.0))
    view.walk.step(1)
    assert lit(view)["source"] == (40, (0, 15))


def test_a_paragraph_without_a_translation_yet_is_walked_as_one(view):
    show(view, 2, paired=0)
    view.walk.step(1)
    view.walk.step(1)
    assert lit(view)["source"] == (1, (0, 26))


def test_the_carets_stand_at_the_sentence_on_both_sides(view):
    show(view, 2)
    view.walk.step(1)
    view.walk.step(1)
    source, target = view._columns()
    assert source.spot(source.textCursor().position()).index == 16
    assert target.spot(target.textCursor().position()).index == 23


def test_a_step_is_announced_with_both_texts(view, monkeypatch):
    from PySide6.QtGui import QAccessible

    said = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(event.message()) if hasattr(event, "message") else None,
    )
    show(view, 1)
    view.walk.step(1)
    assert said == ["قال الوزير نعم. The minister said yes."]


def test_an_empty_page_has_no_sentence(view):
    view.walk.step(1)
    assert lit(view) == {}
