"""The documents of the pair view: what they hold, which way it runs, and that they can be made beforehand."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.gui.linked import from_utf16, to_utf16
from reader.gui.page import Page
from reader.gui.page_rows import Cell, Dress, Row
from reader.model import Article, Block, EngineName, Pair, Role, Side, Status

pytestmark = pytest.mark.gui

LETTERS = st.text(alphabet='ab قال،123 "(«»)-–\u200f\u200e\u061cПה中é²Ⅷ😀\n\u2028\ufffc', max_size=12)
CELLS = st.builds(Cell, text=LETTERS, right_to_left=st.booleans(), arabic=st.booleans())
ROWS = st.lists(st.builds(Row, dress=st.just(Dress.BODY), source=CELLS, target=CELLS), min_size=1, max_size=5)
BOTH = (Side.SOURCE, Side.TARGET)


def translated(index, source, target):
    return Pair(index, Role.PARAGRAPH, source, target, EngineName.ARGOS, Status.TRANSLATED)


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(900, 600)
    texts = "نص أول", "نص ثان", "نص ثالث"
    widget.set_article(
        Article(blocks=tuple(Block(Role.PARAGRAPH, text) for text in texts)),
        [translated(index, text, f"Text {index}") for index, text in enumerate(texts)],
    )
    widget.show()
    qapp.processEvents()
    yield widget
    widget.close()


def shown(view):
    return [column.document().toPlainText() for column in view._columns()]


@given(ROWS, st.sampled_from([(Side.SOURCE,), (Side.TARGET,), BOTH]), st.booleans())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_cell_is_a_block_that_holds_its_text_and_runs_its_way(qapp, rows, sides, right_to_left):
    from PySide6.QtCore import Qt

    from reader.gui.row_document import RowDocument

    page = Page()
    page.rows = rows
    document = RowDocument(page, rows, sides, page.whole(rows, sides), right_to_left=right_to_left)
    assert document.blockCount() == len(rows) * len(sides)
    for row, entry in enumerate(rows):
        for side in sides:
            block = document.rows.block(row, side)
            assert document.rows.slot(block) == (row, side)
            assert block.text() == page.text(row, side)
            if entry.cell(side).text:
                runs = block.textDirection() is Qt.LayoutDirection.RightToLeft
                assert runs is entry.cell(side).right_to_left


@given(st.text(alphabet="aق😀\u0301", max_size=12), st.data())
def test_places_are_counted_as_qt_counts_them(text, data):
    index = data.draw(st.integers(0, len(text)))
    units = sum(2 if letter == "😀" else 1 for letter in text[:index])
    assert to_utf16(text, index) == units
    assert from_utf16(text, units) == index
    if text[index:].startswith("😀"):
        assert from_utf16(text, units + 1) == index


@given(data=st.data(), mode=st.sampled_from(["side", "stacked", "arabic"]))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_selected_is_known_cell_by_cell(view, data, mode):
    view.set_mode(mode)
    for column in view._columns():
        text = column.document().toPlainText()
        places = st.integers(0, len(text))
        start, end = data.draw(places), data.draw(places)
        cursor = column.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        column.setTextCursor(cursor)
        wanted = text[min(start, end) : max(start, end)]
        parts = list(column.selected_parts())
        assert list(column.selected_parts(backwards=True)) == parts[::-1]
        assert view.selection.ends() == ((parts[0], parts[-1]) if parts else None)
        cells = [view._page.text(part.row, part.side)[slice(*part.span)] for part in parts]
        assert cells == [line for line in wanted.split("\n") if line]
        cursor.clearSelection()
        column.setTextCursor(cursor)


def test_what_was_prepared_is_what_shows_and_nothing_changes_before(view):
    from reader.gui.page_rows import Phrases, build_rows

    article = Article(blocks=(Block(Role.PARAGRAPH, "غيره"),))
    rows = build_rows(article, {}, Phrases())
    before = shown(view), view.row_tops(Side.SOURCE)
    for _ in view.documents.preparing(article, rows):
        assert (shown(view), view.row_tops(Side.SOURCE)) == before
    assert (shown(view), view.row_tops(Side.SOURCE)) == before
    made = list(view.documents._prepared.documents)
    view.set_article(article, (), None, rows)
    assert [column.document() for column in view._columns()] == made
    assert shown(view) == ["غيره", ""]


def test_what_was_prepared_for_something_else_is_left(view):
    from reader.gui.page_rows import Phrases, build_rows

    other = Article(blocks=(Block(Role.PARAGRAPH, "سوى ذلك"),))
    assert list(view.documents.preparing(other, build_rows(other, {}, Phrases())))
    view.set_article(Article(blocks=(Block(Role.PARAGRAPH, "غيره"),)))
    assert shown(view) == ["غيره", ""]


def test_what_was_prepared_in_part_is_made_anew(view):
    from reader.gui.page_rows import Phrases, build_rows

    article = Article(blocks=(Block(Role.PARAGRAPH, "غيره"),))
    rows = build_rows(article, {}, Phrases())
    steps = view.documents.preparing(article, rows)
    next(steps)
    view.set_article(article, (), None, rows)
    documents = [column.document() for column in view._columns()]
    assert not list(steps)
    assert shown(view) == ["غيره", ""]
    assert [column.document() for column in view._columns()] == documents


def test_a_pair_that_comes_while_a_layout_is_prepared_shows_in_it(view):
    for step, _ in enumerate(view.preparing_mode("stacked")):
        view.set_pair(translated(step, "نص أول", "Came in between"))
    view.set_mode("stacked")
    assert shown(view) == ["نص أول\nCame in between\nنص ثان\nText 1\nنص ثالث\nText 2"]


def test_a_pair_that_comes_after_a_layout_was_prepared_shows_in_it(view):
    assert len(list(view.preparing_mode("stacked"))) == 1
    view.set_pair(translated(1, "نص ثان", "Came after"))
    view.set_mode("stacked")
    assert shown(view) == ["نص أول\nText 0\nنص ثان\nCame after\nنص ثالث\nText 2"]


def test_two_layouts_of_the_same_columns_share_their_documents(view):
    documents = [column.document() for column in view._columns()]
    assert not list(view.preparing_mode("demand"))
    view.set_mode("demand")
    assert [column.document() for column in view._columns()] == documents


def test_the_caret_and_what_is_selected_keep_their_place_in_another_layout(view):
    source = view._columns()[0]
    source.select(1, Side.SOURCE, (0, 2))
    for mode in ("stacked", "arabic", "side", "demand"):
        view.set_mode(mode)
        (part,) = view.selection.parts()
        assert (part.row, part.side, part.span) == (1, Side.SOURCE, (0, 2))


def test_a_screen_reader_is_told_of_another_text(view, monkeypatch):
    from PySide6.QtGui import QAccessible, QAccessibleTextUpdateEvent

    told = Counter()

    def note(event):
        if isinstance(event, QAccessibleTextUpdateEvent):
            told[event.textInserted()] += 1

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    view.set_article(Article(blocks=(Block(Role.PARAGRAPH, "غيره"),)))
    assert told["غيره"] == 1
