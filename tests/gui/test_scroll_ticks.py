"""The ticks along the scroll bar: what they stand for, and where a click on one leads."""

import pytest

from reader.gui.marks import marks_of
from reader.model import (
    Annotation,
    Article,
    Block,
    Bookmark,
    EngineName,
    Flag,
    FlagKind,
    Pair,
    Place,
    Role,
    Selector,
    Side,
    Status,
    Target,
)
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

TEXT = "قال الوزير إنّ الحكومة ستدعم المزارعين في الشمال والجنوب قبل بداية الموسم الجديد."
DOUBTED = 30


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(900, 500)
    widget.show()
    flag = Flag(FlagKind.NUMBER, "18", ((0, 3),))
    pairs = [
        Pair(
            n,
            Role.PARAGRAPH,
            TEXT,
            "The minister said that the government will support farmers.",
            EngineName.ARGOS,
            Status.TRANSLATED,
            flags=(flag,) if n == DOUBTED else (),
        )
        for n in range(60)
    ]
    widget.set_article(Article(blocks=tuple(Block(Role.PARAGRAPH, TEXT) for _ in range(60))), pairs)
    qapp.processEvents()
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def annotation(number, block, note=None):
    selector = Selector(Side.SOURCE, TEXT[4:15], "", "", 4)
    return Annotation(number, 1, (Target(selector, (Place(block, 4, 15),)),), "yellow", note)


def test_each_kind_has_its_tick_where_its_paragraph_stands(view):
    marks = marks_of([annotation(1, 10), annotation(2, 20, "why?")], [Bookmark(3, 1, 50, "", TEXT[:20])])
    view.marked.show(marks)
    found = [(tick.kind.value, tick.target, tick.number) for tick in view.ticks.ticks()]
    assert found == [("bar", 1, 11), ("slip", 2, 21), ("triangle", DOUBTED, 31), ("ribbon", 3, 51)]
    heights = [tick.y / view.ticks.height() for tick in view.ticks.ticks()]
    assert heights == pytest.approx([10 / 60, 20 / 60, 30 / 60, 50 / 60], abs=0.04)


def test_of_one_kind_no_two_ticks_cover_each_other(view):
    view.marked.show(marks_of([annotation(n + 1, n % 60) for n in range(600)], []))
    assert len(view.ticks.ticks()) <= 61


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_strip_stands_between_the_bar_and_the_text_and_hides_with_the_bar(view, qapp, mirrored):
    from PySide6.QtCore import Qt

    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    for width in (320, 500, 900):
        view.resize(width, 500)
        qapp.processEvents()
        strip, bar = view.ticks.geometry(), view._scroller.bar.geometry()
        assert strip.x() == (bar.right() + 1 if mirrored else bar.left() - strip.width())
        for column in view._columns():
            assert not strip.intersects(column.geometry())
    view.set_article(Article(blocks=(Block(Role.PARAGRAPH, TEXT),)))
    assert not view.ticks.isVisible()


def test_a_click_on_a_tick_goes_there_and_beside_them_nowhere(open_window, app, qapp, until):
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    window = open_window(app, RawDocument("عنوان\n\n" + "\n\n".join(f"{TEXT} {n}" for n in range(60))))
    window.view.set_reading_place((40, 0.0))
    qapp.processEvents()
    window.commands.bookmark.trigger()
    until(lambda: window.marking.bookmarks and window.is_settled())
    window.view.set_reading_place((0, 0.0))
    ribbon = next(tick for tick in window.view.ticks.ticks() if tick.kind.value == "ribbon")
    QTest.mouseClick(window.view.ticks, Qt.MouseButton.LeftButton, pos=QPoint(4, ribbon.y + 40))
    assert window.view.reading_place()[0] == 0
    QTest.mouseClick(window.view.ticks, Qt.MouseButton.LeftButton, pos=QPoint(4, ribbon.y + 1))
    assert window.view.reading_place()[0] == window.marking.bookmarks[0].block
    assert str(ribbon.number) in window.view.ticks._says(ribbon)


def test_what_is_found_in_the_piece_has_ticks_while_it_is_looked_for(open_window, app, until):
    window = open_window(app, RawDocument("عنوان\n\n" + "\n\n".join(f"{TEXT} {n}" for n in range(60))))
    window.commands.find.trigger()
    window.finding.bar.field.setText("الشمال")
    until(window.finding.is_idle)
    dots = [tick for tick in window.view.ticks.ticks() if tick.kind.value == "dot"]
    assert len(dots) > 30
    window.view.ticks.chosen.emit(dots[-1])
    assert window.view.reading_place()[0] > 40
