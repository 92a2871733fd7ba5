"""Both texts of every row begin at the same pixel, whatever the size, the width, the layout, the options, the article.

A few cases at each run; with MUWAZI_ROWS=200 in the environment, two hundred.
"""

import os
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import settings as choices
from reader.gui.reading_options import ReadingOptions
from reader.model import Article, Block, EngineName, Pair, Role, Side, Status

pytestmark = pytest.mark.gui

CASES = int(os.environ.get("MUWAZI_ROWS", "8"))
ARABIC = 'قَالَ رئيس "الهيئة" إنّ 28 ٢٠٢١ قرية Reuters على (الضفة)، منذ أمس؟ كِتَابٌ ـــ 😀 والاستراتيجيات'.split()
ENGLISH = (
    'the head of "the authority" said that 28 villages on (shores) كتاب rely on tankers 😀 disestablishment'.split()
)


def line(words, most):
    return st.lists(st.sampled_from(words), min_size=1, max_size=most).map(" ".join)


@st.composite
def articles(draw):
    """Blocks of every role; a pair to each that is translated, glossed, kept, failed or not there yet."""
    blocks, pairs = [], []
    for index in range(draw(st.integers(1, 14))):
        role = draw(st.sampled_from(list(Role)))
        text = draw(line(ARABIC, 45))
        blocks.append(Block(role, text))
        kind = draw(st.sampled_from(("translated", "gloss", "kept", "failed", "pending")))
        if kind == "pending":
            continue
        engine = EngineName.GLOSS if kind == "gloss" else EngineName.ARGOS
        status = {"kept": Status.KEPT, "failed": Status.FAILED}.get(kind, Status.TRANSLATED)
        target = {"kept": text, "failed": None}.get(kind, draw(line(ENGLISH, 60)))
        detail = "no memory" if kind == "failed" else None
        pairs.append(Pair(index, role, text, target, engine, status, detail=detail))
    return Article(blocks=tuple(blocks), published="2021-02-24"), pairs


OPTIONS = st.builds(
    ReadingOptions,
    arabic_size=st.floats(choices.MIN_FONT_SIZE, choices.MAX_FONT_SIZE),
    english_share=st.floats(choices.MIN_ENGLISH_SHARE, choices.MAX_ENGLISH_SHARE),
    spacing=st.sampled_from(choices.SPACINGS),
    measure=st.integers(choices.MIN_MEASURE, choices.MAX_MEASURE),
    arabic_face=st.sampled_from(choices.ARABIC_FACES),
    latin_face=st.sampled_from(choices.LATIN_FACES),
    diacritics=st.booleans(),
    digits=st.sampled_from(choices.DIGITS),
    arabic_width=st.floats(choices.MIN_ARABIC_WIDTH, choices.MAX_ARABIC_WIDTH),
)
WIDTHS, HEIGHTS = st.integers(320, 1920), st.integers(200, 1000)


@pytest.fixture(scope="module")
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.show()
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def baselines(view, side):
    """The first baseline of each row of a side, in pixels of the page, by what Qt has laid out."""
    column = view._column_of(side)
    found = []
    for row in range(len(view._page.rows)):
        block = column.rows.block(row, side)
        top = column.rows.blockBoundingRect(block).top()
        first = block.layout().lineAt(0)
        found.append(round(top + first.y() + first.ascent()))
    return found


def bottom(view, row, side):
    """The last baseline of a cell."""
    column = view._column_of(side)
    block = column.rows.block(row, side)
    layout = block.layout()
    last = layout.lineAt(layout.lineCount() - 1)
    return column.rows.blockBoundingRect(block).top() + last.y() + last.ascent()


@settings(
    max_examples=CASES,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(
    made=articles(),
    options=OPTIONS,
    width=WIDTHS,
    height=HEIGHTS,
    layout=st.sampled_from(choices.LAYOUTS),
    mirrored=st.booleans(),
)
def test_rows_are_equal_to_the_pixel(view, made, options, width, height, layout, mirrored):
    from PySide6.QtCore import Qt

    article, pairs = made
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    view.set_mode(layout)
    view.resize(width, height)
    view.set_options(options)
    view.set_article(article)
    for pair in pairs:  # as they stream in
        view.set_pair(pair)
    tops = view.row_tops(Side.SOURCE)
    assert len(tops) == len(view._page.rows)
    assert all(above < below for above, below in pairwise(tops))
    facing = layout in ("side", "demand") and not view.is_narrow()
    if facing:
        assert view.row_tops(Side.TARGET) == tops
        assert baselines(view, Side.SOURCE) == baselines(view, Side.TARGET)
    elif layout != "arabic":  # of the two columns' layouts, those that find no room for two
        below = view.row_tops(Side.TARGET)
        assert all(top < target for top, target in zip(tops, below, strict=True))
    for side in view._page.sides:
        for row, below in enumerate(tops[1:]):
            assert bottom(view, row, side) < below
