"""English on demand: covered until it is pointed at or asked for, and no line moves for it."""

import pytest

from reader.model import Article, Block, EngineName, Flag, FlagKind, Pair, Place, Role, Side, Status

pytestmark = pytest.mark.gui

TEXT, ENGLISH = "قال رئيس الهيئة إن المنسوب هبط", "The head of the authority said that the level had fallen"


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(900, 700)
    blocks = tuple(Block(Role.PARAGRAPH, f"{TEXT} {n}") for n in range(6))
    flag = Flag(FlagKind.NUMBER, "28", target=((0, 3),))
    pairs = [
        Pair(n, Role.PARAGRAPH, block.text, f"{ENGLISH} {n}", EngineName.ARGOS, Status.TRANSLATED, flags=(flag,))
        for n, block in enumerate(blocks)
    ]
    widget.set_article(Article(blocks=blocks), pairs)
    widget.show()
    qapp.processEvents()
    widget.set_mode("demand")
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def shown(view):
    """The rows whose English can be seen: by what is painted where it stands."""
    image = view.grab().toImage()
    paper = view._page.theme.paper
    found = set()
    for row in range(len(view._page.rows)):
        place = view.places.translation(row)
        part = image.copy(place)
        colours = {part.pixelColor(x, y).name() for x in range(part.width()) for y in range(0, part.height(), 3)}
        if colours != {paper}:
            found.add(row)
    return found


def move(view, qapp, row):
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent

    column = view._source
    place = QPointF(40, view._page.geometry.top(row) - column.verticalScrollBar().value() + 3)
    none = Qt.MouseButton.NoButton
    qapp.sendEvent(
        column.viewport(),
        QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier),
    )


def test_the_english_is_covered_until_the_pointer_is_at_its_paragraph(view, qapp):
    from PySide6.QtCore import QEvent

    assert shown(view) == set()
    tops = view.row_tops(Side.SOURCE)
    move(view, qapp, 2)
    assert shown(view) == {2}
    move(view, qapp, 3)
    assert shown(view) == {3}
    assert view.row_tops(Side.SOURCE) == view.row_tops(Side.TARGET) == tops
    qapp.sendEvent(view._source.viewport(), QEvent(QEvent.Type.Leave))
    assert shown(view) == set()


def test_what_was_asked_for_stays_until_it_is_covered_again(view, qapp):
    view.cover.toggle(1)
    move(view, qapp, 4)
    assert shown(view) == {1, 4}
    view.cover.toggle(1)
    assert shown(view) == {4}
    view.cover.toggle(1)
    view.set_mode("side")
    assert shown(view) == set(range(6))
    view.set_mode("demand")
    assert shown(view) == set()


def test_what_the_reader_is_brought_to_is_uncovered(view):
    view.show_doubt(2, view.pair(2).flags[0])
    assert shown(view) == {2}
    view.show_places({Side.TARGET: [Place(4, 0, 3)], Side.SOURCE: [Place(5, 0, 3)]})
    assert shown(view) == {2, 4}


def test_a_key_asks_for_the_paragraph_at_the_caret_in_that_layout_alone(app, open_window):
    from reader.model import RawDocument

    window = open_window(app, RawDocument(f"{TEXT}.\n\n{TEXT} ثانية.\n\n{TEXT} ثالثة."))
    uncover = window.commands.uncover
    assert not uncover.isEnabled()
    window.commands.layouts["demand"].trigger()
    assert uncover.isEnabled()
    row = window.view.places.current().row
    uncover.trigger()
    assert shown(window.view) == {row}
    uncover.trigger()
    assert shown(window.view) == set()
    window.close()
    assert app.settings.layout == "demand"
