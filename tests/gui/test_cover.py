"""English on demand: covered until it is pointed at or asked for, and no line moves for it."""

import pytest

from reader.model import Article, Block, EngineName, Flag, FlagKind, Pair, Place, Role, Sentence, Side, Status

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
    view.leap.to_doubt(2, view.pair(2).flags[0])
    assert shown(view) == {2}
    view.leap.to_places({Side.TARGET: [Place(4, 0, 3)], Side.SOURCE: [Place(5, 0, 3)]})
    assert shown(view) == {2, 4}


def test_a_key_asks_for_the_paragraph_at_the_caret_in_that_layout_alone(app, open_window, until):
    from reader.raw_document import RawDocument

    window = open_window(app, RawDocument(f"{TEXT}.\n\n{TEXT} ثانية.\n\n{TEXT} ثالثة."))
    uncover = window.commands.uncover
    assert not uncover.isEnabled()
    window.commands.layouts["demand"].trigger()
    until(uncover.isEnabled)
    row = window.view.places.current().row
    uncover.trigger()
    assert shown(window.view) == {row}
    uncover.trigger()
    assert shown(window.view) == set()
    window.close()
    assert app.settings.layout == "demand"


@pytest.mark.parametrize("key", ["F4", "Ctrl+Space"])
def test_two_keys_show_the_english_for_a_desktop_may_keep_one_to_itself(app, open_window, keys, until, qapp, key):
    from reader.gui.columns import TextColumn
    from reader.raw_document import RawDocument

    window = open_window(app, RawDocument(f"{TEXT}.\n\n{TEXT} ثانية."), layout="demand")
    window.activateWindow()
    until(lambda: isinstance(qapp.focusWidget(), TextColumn))
    keys.press("Alt+Down")
    (row,) = {row for row, _ in window.view._page.lit}
    hint = window.view._page.cover_hint
    assert hint.strip("\u200e").startswith("F4")
    keys.press(key, key)
    assert row in window.view._page.uncovered


SENTENCES = (Sentence((0, 15), (0, 22)), Sentence((16, 26), (23, 39)))
TWO, BOTH = "قال الوزير نعم. ثم قال لا.", "The minister said yes. Then he said no."


@pytest.fixture
def walked(view, qapp):
    """The view on paragraphs of two sentences, with the walk at the first of the second of them."""
    blocks = tuple(Block(Role.PARAGRAPH, TWO) for _ in range(4))
    view.set_article(
        Article(blocks=blocks),
        [
            Pair(n, Role.PARAGRAPH, TWO, BOTH, EngineName.ARGOS, Status.TRANSLATED, sentences=SENTENCES)
            for n in range(4)
        ],
    )
    view.activateWindow()
    for _ in range(3):
        view.walk.step(1)
    assert list(view._page.lit) == [(1, Side.SOURCE), (1, Side.TARGET)]
    return view


def inked(view, row):
    """How far the ink of a row's English reaches, in pixels from the left; 0 for none."""
    place = view.places.translation(row)
    image = view.grab().toImage().copy(place)
    ink = view._page.theme.ink
    return max(
        (x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).name() == ink),
        default=0,
    )


def test_walking_keeps_the_english_covered_and_a_key_shows_the_sentence_then_the_paragraph_then_covers_it(walked):
    view = walked
    assert inked(view, 1) == 0
    view.walk.uncover()
    sentence = inked(view, 1)
    view.walk.uncover()
    paragraph = inked(view, 1)
    assert 0 < sentence < paragraph * 0.75
    view.walk.uncover()
    assert inked(view, 1) == 0


def test_walking_on_covers_the_sentence_that_was_asked_for_and_its_paragraph_when_that_is_left(walked):
    view = walked
    view.walk.uncover()
    view.walk.step(1)
    assert inked(view, 1) == 0
    view.walk.uncover()
    view.walk.uncover()
    view.walk.step(-1)
    assert inked(view, 1) > 0
    view.walk.step(-1)
    assert inked(view, 1) == inked(view, 0) == 0


def test_going_to_another_paragraph_by_key_covers_the_one_that_was_asked_for(view, qapp):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    view.activateWindow()
    view.places.focus()
    qapp.processEvents()
    view._source.put_caret(1, Side.SOURCE)
    view.walk.uncover()
    assert shown(view) == {1}
    QTest.keyClick(view._source, Qt.Key.Key_Left)
    assert shown(view) == {1}
    QTest.keyClick(view._source, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert shown(view) == set()
    view.walk.uncover()
    assert shown(view) == {2}


def test_the_key_that_shows_it_stands_in_place_of_a_covered_sentence_in_the_language_of_the_window(walked):
    view = walked
    bare = shown(view)
    view.cover.name_key("Ctrl+Space")
    view.update()
    assert (bare, shown(view)) == (set(), {1})
    view.walk.step(-1)
    assert shown(view) == {0}


def test_a_screen_reader_hears_the_english_only_once_it_shows(walked, monkeypatch):
    from PySide6.QtGui import QAccessible

    said = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(event.message()) if hasattr(event, "message") else None,
    )
    for do in (lambda: walked.walk.step(1), walked.walk.uncover, walked.walk.uncover, walked.walk.uncover):
        do()
    assert said == ["ثم قال لا.", "Then he said no.", "Then he said no."]
