"""The pair view as a reader uses it: a real widget, off screen."""

import random
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from reader.model import Article, Block, EngineName, Flag, FlagKind, Pair, Role, Sentence, Status

pytestmark = pytest.mark.gui

WORDS = 'قال رئيس "الهيئة" إنّ 28 قرية Reuters على الضفة الشرقية (باتت) تعتمد، منذ أمس، على الصهاريج؟'.split()
ENGLISH = 'the head of "the authority" said that 28 villages on the eastern (shore) now rely on tankers, since'.split()
BODY = (Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH, Role.HEADING, Role.QUOTE, Role.LIST_ITEM)


def text_of(chance, words, most):
    return " ".join(chance.choice(words) for _ in range(chance.randint(1, most)))


def made(seed, count):
    """An article and its pairs, some glossed, kept, failed or not there yet."""
    chance = random.Random(seed)
    roles = [Role.KICKER, Role.TITLE, Role.BYLINE, Role.CAPTION]
    roles += [chance.choice((*BODY, Role.RELATED)) for _ in range(count)]
    blocks = tuple(Block(role, text_of(chance, WORDS, 60 if role in BODY else 12)) for role in roles)
    pairs = []
    for index, block in enumerate(blocks):
        kind = chance.random()
        target = text_of(chance, ENGLISH, 70)
        engine = EngineName.GLOSS if kind < 0.3 else EngineName.ARGOS
        if kind > 0.95:
            pairs.append(Pair(index, block.role, block.text, None, engine, Status.FAILED, detail="no memory"))
        elif kind > 0.9:
            pairs.append(Pair(index, block.role, block.text, block.text, engine, Status.KEPT))
        elif kind < 0.85:
            pairs.append(Pair(index, block.role, block.text, target, engine, Status.TRANSLATED))
    return Article(blocks=blocks, published="2021-02-24"), tuple(pairs)


def plain(*texts, role=Role.PARAGRAPH):
    return Article(blocks=tuple(Block(role, text) for text in texts))


def translated(index, source, target, **more):
    return Pair(index, Role.PARAGRAPH, source, target, EngineName.ARGOS, Status.TRANSLATED, **more)


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(900, 600)
    widget.show()
    qapp.processEvents()
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def columns(view):
    from PySide6.QtWidgets import QTextEdit

    return {column.accessibleName(): column for column in view.findChildren(QTextEdit)}


def arabic(view):
    return columns(view)["Arabic text"]


def english(view):
    return columns(view)["English translation"]


def bar(view):
    return next(child for child in view.findChildren(type(arabic(view).verticalScrollBar())) if child.parent() is view)


@pytest.mark.parametrize("seed", range(18))
def test_rows_begin_level_at_every_size_and_width(view, seed):
    from reader.model import Side

    chance = random.Random(seed)
    view.set_article(*made(seed, chance.randint(1, 25)))
    for _ in range(3):
        view.resize(chance.randint(400, 1600), chance.randint(300, 900))
        view.set_arabic_size(chance.uniform(10, 40))
        source, target = view.row_tops(Side.SOURCE), view.row_tops(Side.TARGET)
        if view.is_narrow():  # one above the other, the next below both
            assert all(above < below for above, below in zip(source, target, strict=True))
            assert all(below < above for below, above in zip(target, source[1:], strict=False))
            continue
        assert source == target
        assert all(above < below for above, below in pairwise(source))
        first_lines = [
            column.document().findBlockByNumber(row).layout().lineAt(0)
            for row in range(len(source))
            for column in (arabic(view), english(view))
        ]
        baselines = [round(line.y() + line.ascent()) for line in first_lines if line.isValid()]
        assert baselines[::2] == baselines[1::2]


@pytest.mark.parametrize("mode", ["side", "stacked", "arabic"])
def test_no_cell_reaches_into_the_row_below(view, mode):
    from reader.model import Side

    view.set_mode(mode)
    view.set_article(*made(3, 20))
    tops = [*view.row_tops(Side.SOURCE), bar(view).maximum() + view.height()]
    column = arabic(view)
    sides = len(column.rows.sides)
    block = column.document().begin()
    while block.isValid():
        layout = block.layout()
        line = layout.lineAt(layout.lineCount() - 1)
        baseline = column.rows.blockBoundingRect(block).top() + line.y() + line.ascent()
        assert baseline < tops[block.blockNumber() // sides + 1]
        block = block.next()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.71])
def test_the_reading_place_stays_when_the_size_changes(view, share):
    view.set_article(*made(5, 120))
    bar(view).setValue(round(bar(view).maximum() * share))
    block, fraction = view.reading_place()
    for points in (28.0, 36.0, 12.0, 20.0):
        view.set_arabic_size(points)
        now, here = view.reading_place()
        assert now == block
        assert here == pytest.approx(fraction, abs=0.03)


def test_the_reading_place_stays_when_the_width_the_theme_or_the_mode_changes(view):
    from reader.gui import theme

    view.set_article(*made(6, 80))
    view.set_reading_place((40, 0.5))
    for change in (
        lambda: view.resize(1300, 700),
        lambda: view.set_theme(theme.DARK),
        lambda: view.set_mode("stacked"),
        lambda: view.set_mode("arabic"),
        lambda: view.set_mode("side"),
    ):
        change()
        assert view.reading_place()[0] == 40


def test_nothing_moves_under_the_readers_eye_when_pairs_arrive(view):
    article, pairs = made(7, 90)
    view.set_article(article)
    view.set_reading_place((50, 0.4))
    place, offset = view.reading_place(), None
    for pair in pairs:
        if pair.index >= 50:
            continue
        view.set_pair(pair)
        row = view._row_of[50]
        at = view._page.geometry.top(row) - bar(view).value()
        offset = at if offset is None else offset
        assert at == offset
    assert view.reading_place() == place


def test_what_is_read_stays_put_while_rows_above_are_first_laid_out(view):
    view.set_article(*made(8, 200))
    bar(view).setValue(bar(view).maximum())
    geometry = view._page.geometry
    for _ in range(60):
        value = bar(view).value()
        row = next(
            row for row in view._scroller.showing(value) if geometry.is_settled(row) and geometry.top(row) >= value
        )
        before = geometry.top(row) - value
        bar(view).setValue(value - 40)
        assert geometry.top(row) - bar(view).value() == before + 40


def test_only_what_shows_is_laid_out_on_opening(view):
    view.set_article(*made(9, 1500))
    geometry = view._page.geometry
    assert sum(geometry.is_settled(row) for row in range(len(geometry))) < 40


def test_a_reading_place_can_be_returned_to(view):
    view.set_article(*made(10, 60))
    view.set_reading_place((33, 0.25))
    block, fraction = view.reading_place()
    assert block == 33
    assert fraction == pytest.approx(0.25, abs=0.02)
    view.set_reading_place((999, 0.0))
    assert view.reading_place()[0] == 33


def test_selection_is_in_one_column_only(view):
    view.set_article(plain("نص أول", "نص ثان"), [translated(0, "نص أول", "first"), translated(1, "نص ثان", "second")])
    arabic(view).selectAll()
    assert view.selection.exists()
    english(view).selectAll()
    assert not arabic(view).textCursor().hasSelection()
    assert view.selection.text() == "first\n\nsecond"
    arabic(view).selectAll()
    assert not english(view).textCursor().hasSelection()
    assert view.selection.text() == "نص أول\n\nنص ثان"


def test_copying_gives_the_source_itself_in_logical_order(view, qapp):
    texts = ['Reuters قالت "إنّ" 28 (قرية)؟', "كِتَابٌ\u200cثانٍ ـــ 😀 لا", "ثالث.. +A"]
    view.set_article(plain(*texts))
    arabic(view).setFocus()
    view.selection.select_all()
    view.selection.copy()
    assert qapp.clipboard().text() == "\n\n".join(texts)
    assert not qapp.clipboard().mimeData().hasHtml()


def test_a_part_is_copied_by_characters_even_after_an_emoji(view):
    view.set_article(plain("a😀بجد هوز"))
    cursor = arabic(view).textCursor()
    cursor.setPosition(1)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    arabic(view).setTextCursor(cursor)
    assert view.selection.text() == "😀بج"


def test_words_of_ours_are_not_copied(view):
    failed = Pair(0, Role.PARAGRAPH, "نص", None, EngineName.ARGOS, Status.FAILED, detail="no memory")
    view.set_article(plain("نص", "آخر"), [failed, translated(1, "آخر", "other")])
    english(view).selectAll()
    assert english(view).document().begin().text() == "Not translated: \u2068no memory\u2069"
    assert view.selection.text() == "other"


def test_a_text_that_holds_qts_own_signs_stays_one_block(view):
    odd = "سطر\u2028سطر\u2029آخر\ufdd0\ufffc"
    view.set_article(plain(odd, "بعده"))
    assert arabic(view).document().blockCount() == 2
    view.selection.select_all()
    assert view.selection.text() == f"{odd}\n\nبعده"


def test_a_paragraph_that_begins_with_a_latin_word_is_still_right_to_left(view):
    from PySide6.QtCore import Qt

    view.set_article(plain("Reuters قالت إنّ الحكومة تدرس خطة", "The Ministry said so."))
    first = arabic(view).document().begin()
    assert first.textDirection() is Qt.LayoutDirection.RightToLeft
    option = first.layout().textOption()
    assert option.textDirection() is Qt.LayoutDirection.RightToLeft
    line = first.layout().lineAt(0)
    assert line.cursorToX(0)[0] > line.cursorToX(10)[0]
    assert line.naturalTextRect().right() == pytest.approx(arabic(view).width() - 8, abs=2)
    assert first.next().textDirection() is Qt.LayoutDirection.LeftToRight


def test_the_arabic_is_on_the_right_in_either_language_of_the_window(view, qapp):
    from PySide6.QtCore import Qt

    view.set_article(plain("نص"))
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        view.setLayoutDirection(direction)
        assert english(view).geometry().right() < arabic(view).geometry().left()
        far = bar(view).geometry().center().x() > view.width() / 2
        assert far is (direction is Qt.LayoutDirection.LeftToRight)


def test_a_pair_takes_its_place_when_it_comes(view):
    view.set_article(plain("نص أول", "نص ثان"))
    assert [english(view).document().findBlockByNumber(i).text() for i in (0, 1)] == ["", ""]
    view.set_pair(translated(1, "نص ثان", "second"))
    view.set_pair(Pair(0, Role.PARAGRAPH, "نص أول", "نص أول", EngineName.ARGOS, Status.KEPT))
    view.set_pair(translated(7, "لا شيء", "of another article"))
    assert english(view).toPlainText() == "نص أول\nsecond"


def test_the_body_is_set_in_amiri(view):
    view.set_article(plain("هيئة المياه"), [translated(0, "هيئة المياه", "The water authority")])
    for column, family in ((arabic(view), "Amiri"), (english(view), "Noto Serif")):
        runs = column.document().begin().layout().lineAt(0).glyphRuns()
        assert {run.rawFont().familyName() for run in runs} == {family}


def test_the_english_keeps_its_proportion_to_the_arabic(view):
    sizes = []
    view.resize(1600, 700)  # room for two columns at each size
    view.size_changed.connect(sizes.append)
    view.set_article(plain("هيئة المياه"), [translated(0, "هيئة المياه", "The water authority")])
    for points in (30.0, 30.0, 99.0, 1.0):
        view.set_arabic_size(points)
        ratio = arabic(view).document().defaultFont().pointSizeF() / english(view).document().defaultFont().pointSizeF()
        assert ratio == pytest.approx(1.5)
    assert sizes == [30.0, 40.0, 10.0]


def plain_text(said):
    return said.replace("\u2068", "").replace("\u2069", "")


def linked(view):
    source, target = "هبط المنسوب. قال الرئيس.", "The level fell. The head said."
    sentences = (Sentence((0, 12), (0, 15), words=((0, 3, 10, 14),)), Sentence((13, 24), (16, 30)))
    flag = Flag(FlagKind.NUMBER, "28")
    view.set_article(plain(source), [translated(0, source, target, sentences=sentences, flags=(flag,))])


def test_the_sentence_under_the_pointer_is_lit_on_both_sides_with_its_words(view, qapp):
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QMouseEvent

    linked(view)
    before = view.grab().toImage()
    block = arabic(view).document().begin()
    line = block.layout().lineAt(0)
    x = (line.cursorToX(1)[0] + line.cursorToX(2)[0]) / 2
    place = QPointF(x, arabic(view).rows.blockBoundingRect(block).top() + line.y() + line.ascent() - 5)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QMouseEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    qapp.sendEvent(arabic(view).viewport(), move)
    lit = {side.name: (one.sentence, one.words) for (_, side), one in view._page.lit.items()}
    assert lit == {"SOURCE": ((0, 12), ((0, 3),)), "TARGET": ((0, 15), ((10, 14),))}
    assert view.grab().toImage() != before
    arabic(view).pointed.emit(-1)
    assert view.grab().toImage() == before


def test_better_links_take_their_place_without_a_stir(view):
    linked(view)
    arabic(view).pointed.emit(1)
    lit, pair = dict(view._page.lit), view.pair(0)
    better = replace(pair, sentences=(replace(pair.sentences[0], words=((0, 3, 0, 3),)), pair.sentences[1]))
    view.set_pair(better)
    assert view.pair(0) is better
    assert dict(view._page.lit) == lit != {}
    arabic(view).pointed.emit(2)
    assert {one.words for (_, side), one in view._page.lit.items() if side.name == "TARGET"} == {((0, 3),)}


def test_a_flag_explains_itself(view):
    from reader.gui.gutter import Gutter

    linked(view)
    gutter = view.findChild(Gutter)
    top = view._page.geometry.top(0)
    assert plain_text(gutter.explanation(top + 3)).splitlines() == ["Translated by Argos", "The numbers differ: 28."]


def test_keys_and_the_wheel_scroll_both_columns(view, qapp):
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QKeyEvent, QWheelEvent

    view.set_article(*made(11, 80))
    arabic(view).setFocus()

    def press(key):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            qapp.sendEvent(arabic(view), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
        values = {bar(view).value(), *(column.verticalScrollBar().value() for column in columns(view).values())}
        assert len(values) == 1
        return values.pop()

    assert press(Qt.Key.Key_Space) > press(Qt.Key.Key_PageUp) == 0
    assert press(Qt.Key.Key_Down) > 0
    assert press(Qt.Key.Key_End) == bar(view).maximum()
    assert press(Qt.Key.Key_Home) == 0

    def turn(column, steps, modifier):
        spot = QPointF(20, 20)
        event = QWheelEvent(
            spot,
            column.viewport().mapToGlobal(spot),
            QPoint(),
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        qapp.sendEvent(column.viewport(), event)

    turn(english(view), -3, Qt.KeyboardModifier.NoModifier)
    assert arabic(view).verticalScrollBar().value() == english(view).verticalScrollBar().value() > 0
    turn(arabic(view), 2, Qt.KeyboardModifier.ControlModifier)
    assert view.arabic_size() == 22


def test_shortcuts_of_the_window_are_left_to_it(view, qapp):
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    def is_taken(key):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        qapp.sendEvent(arabic(view), event)
        return event.isAccepted()

    assert [is_taken(key) for key in (Qt.Key.Key_C, Qt.Key.Key_A)] == [True, True]
    assert [is_taken(key) for key in (Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_S)] == [False, False, False]


def test_the_focus_moves_between_the_columns(view):
    view.set_article(plain("نص"))
    view.setFocus()
    for column in (english(view), arabic(view), english(view)):
        view.places.focus_next()
        assert view.focusWidget() is column
    view.set_mode("arabic")
    view.places.focus_next()
    assert view.focusWidget() is arabic(view)


def test_a_screen_reader_finds_both_texts(view):
    from PySide6.QtGui import QAccessible

    view.set_article(plain("نص أول"), [translated(0, "نص أول", "First text")])
    for column, name, text in (
        (arabic(view), "Arabic text", "نص أول"),
        (english(view), "English translation", "First text"),
    ):
        seen = QAccessible.queryAccessibleInterface(column)
        assert seen.text(QAccessible.Text.Name) == name
        assert seen.state().readOnly
        assert seen.text(QAccessible.Text.Value) == text or column.toPlainText() == text


def test_an_empty_view_bears_everything(view):
    from reader.gui import theme
    from reader.model import Side

    view.set_article(Article())
    view.set_arabic_size(30)
    view.set_mode("stacked")
    view.set_mode("side")
    view.set_theme(theme.DARK)
    view.selection.select_all()
    view.selection.copy()
    view.set_reading_place((3, 0.5))
    assert view.row_tops(Side.SOURCE) == []
    assert (view.reading_place(), view.selection.exists(), view.selection.text()) == ((0, 0.0), False, "")
    assert not view.grab().isNull()


def test_quitting_with_text_on_the_clipboard_ends_well(home):
    program = """if True:
        import sys
        from PySide6.QtWidgets import QApplication
        from reader.gui.pair_view import PairView
        from reader.model import Article, Block, Role
        application = QApplication(sys.argv)
        view = PairView()
        view.set_article(Article(blocks=(Block(Role.PARAGRAPH, "text"),)))
        view.selection.select_all()
        view.selection.copy()
        assert application.clipboard().text() == "text"
    """
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_failure_is_told_in_the_windows_language_also_when_that_changes(view, qapp):
    from PySide6.QtCore import Qt

    from reader.gui.look import Look

    why = "the engine gave no answer"
    failed = Pair(0, Role.PARAGRAPH, "نص", None, EngineName.ARGOS, Status.FAILED, detail=why)
    view.set_article(plain("نص", "آخر"), [failed, translated(1, "آخر", "other")])
    look = Look(qapp)
    column, said = english(view), {}
    for language in ("ar", "en"):
        look.speak(language)
        qapp.processEvents()
        block = column.document().begin()
        said[language] = block.text(), block.textDirection()
    assert said["ar"] == ("لم تُترجم: لم يُعطِ المحرّك جواباً", Qt.LayoutDirection.RightToLeft)
    assert said["en"] == ("Not translated: the engine gave no answer", Qt.LayoutDirection.LeftToRight)
    assert view.pair(0).detail == why
