"""Lines as a printer would break them, on the real page with its real faces."""

import pytest

from reader.model import Article, Block, EngineName, Pair, Role, Side, Status

pytestmark = pytest.mark.gui

PARAGRAPH = "أعلنت هيئة المياه، اليوم الثلاثاء، أنّ منسوب البحيرة انخفض بمقدار 140 سنتيمتراً منذ بداية الصيف"
ENGLISH = (
    "The water authority announced on Tuesday that the level of the lake had fallen by 140 centimetres since the "
    "beginning of the summer, in what it described as the fastest decline since the measurements began in this valley."
)
HEADLINE = "Lake of Olives falls to its lowest level in thirty years"


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(900, 600)
    widget.show()
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def show(view, *blocks):
    """Shows blocks of (role, Arabic, English) at the widget's width."""
    article = Article(blocks=tuple(Block(role, source) for role, source, _ in blocks))
    pairs = [
        Pair(index, role, source, target, EngineName.ARGOS, Status.TRANSLATED)
        for index, (role, source, target) in enumerate(blocks)
    ]
    view.set_article(article, pairs)


def lines(view, row, side):
    """The lines of a cell: their words, and the x where they begin and end."""
    column = view._column_of(side)
    column.rows.lines(row, side)
    block = column.rows.block(row, side)
    layout = block.layout()
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        text = block.text()[line.textStart() : line.textStart() + line.textLength()].strip()
        box = line.naturalTextRect()
        found.append((text, box.left(), box.right()))
    return found


@pytest.mark.parametrize("width", range(600, 1300, 25))
def test_no_word_stands_alone_on_a_last_line_where_another_can_join_it(view, width):
    view.resize(width, 600)
    show(view, (Role.PARAGRAPH, PARAGRAPH, ENGLISH))
    for side in Side:
        *_, before, last = lines(view, 0, side)
        assert " " in last[0] or " " not in before[0]


def test_the_lines_of_a_headline_are_about_as_long_as_each_other(view):
    show(view, (Role.TITLE, PARAGRAPH, HEADLINE))
    spans = [right - left for _, left, right in lines(view, 0, Side.TARGET)]
    assert len(spans) > 1
    assert min(spans) > 0.6 * max(spans)


@pytest.mark.parametrize("role", [Role.TITLE, Role.PARAGRAPH])
def test_looks_cost_no_line(view, role):
    from PySide6.QtGui import QTextLayout

    from reader.gui.line_setting import _break, break_lines

    show(view, (role, PARAGRAPH, ENGLISH))
    setting = view._page.setting(0, Side.TARGET)
    layout = QTextLayout(ENGLISH, setting.font)
    for width in range(230, 700, 10):
        plain = _break(layout, (), width)
        break_lines(layout, ENGLISH, width, balanced=role is Role.TITLE)
        assert layout.lineCount() == plain
        widths = [layout.lineAt(number).naturalTextWidth() for number in range(plain)]
        assert max(widths) <= width


def test_a_headline_too_narrow_for_its_words_is_left_as_it_is(view):
    view.resize(330, 600)
    show(view, (Role.TITLE, "والاستراتيجيات " * 3, "disestablishmentarianism antidisestablishment"))
    assert "".join(text for text, _, _ in lines(view, 0, Side.TARGET)).replace(" ", "").startswith("disestablishment")


def test_the_mark_of_a_list_hangs_beside_its_text(view):
    show(view, (Role.LIST_ITEM, f"1. {PARAGRAPH}", f"- {ENGLISH}"), (Role.PARAGRAPH, PARAGRAPH, ENGLISH))
    (_, first, _), (_, second, _), *_ = lines(view, 0, Side.TARGET)
    (_, _, first_right), (_, _, second_right), *_ = lines(view, 0, Side.SOURCE)
    edge, right_edge = lines(view, 1, Side.TARGET)[0][1], lines(view, 1, Side.SOURCE)[0][2]
    assert edge < first < second
    assert right_edge > first_right > second_right


def test_a_quotation_mark_stands_out_of_the_edge(view):
    show(view, (Role.PARAGRAPH, f'"{PARAGRAPH}"', f'"{ENGLISH}"'))
    (_, first, _), (_, second, _), *_ = lines(view, 0, Side.TARGET)
    (_, _, first_right), (_, _, second_right), *_ = lines(view, 0, Side.SOURCE)
    assert 0 < first < second < first + 6
    assert second_right < first_right < second_right + 6


def test_a_bracket_looks_like_its_fellow_whatever_letters_stand_beside_it(view):
    show(view, (Role.PARAGRAPH, "تقرير منظمة «Lake Watch» في (2026)", "The report"))
    column = view._column_of(Side.SOURCE)
    column.rows.lines(0, Side.SOURCE)
    block = column.rows.block(0, Side.SOURCE)
    text, layout = block.text(), block.layout()

    def drawn(at):
        (run,) = layout.glyphRuns(at, 1)
        return run.glyphIndexes()[0], run.rawFont().familyName()

    alone = [drawn(text.index(mark)) for mark in "«»"]
    show(view, (Role.PARAGRAPH, "تقرير منظمة «البحيرة» في (2026)", "The report"))
    column.rows.lines(0, Side.SOURCE)
    block = column.rows.block(0, Side.SOURCE)
    text, layout = block.text(), block.layout()
    assert alone == [drawn(text.index(mark)) for mark in "«»"]


def test_the_row_above_what_shows_is_laid_out_too_since_it_is_drawn(view):
    """Else its lines, more than were estimated, would be drawn over those that show."""
    long = " ".join(["https://example.org/" + "report-" * 12] * 3)
    show(view, *[(Role.PARAGRAPH, f"{PARAGRAPH} {long}", long) for _ in range(30)])
    scroll = view._scroller
    for value in range(scroll.bar.maximum() // 2, scroll.bar.maximum(), 501):
        view.set_article(view._article, view._pairs.values())
        scroll.bar.setValue(value)
        row = view._page.geometry.row_at(scroll.value)
        assert row > 0
        assert view._page.geometry.is_settled(row - 1)


@pytest.mark.parametrize("layout", ["side", "stacked"])
@pytest.mark.parametrize("size", [12.0, 20.0, 32.0])
def test_a_line_is_no_longer_than_is_good_to_read_in_a_wide_window(view, layout, size):
    view.resize(2400, 800)
    view.set_mode(layout)
    view.set_arabic_size(size)
    show(view, (Role.PARAGRAPH, PARAGRAPH * 4, f"{ENGLISH} {ENGLISH}"))
    full = lines(view, 0, Side.TARGET)[:-2]
    assert 45 <= sum(len(text) for text, _, _ in full) / len(full) <= 75


def test_a_script_that_the_arabic_face_has_not_is_set_as_small_as_that_faces_latin(view):
    show(view, (Role.PARAGRAPH, "زار الوفد Москва أمس", "The delegation visited Moscow"))
    column = view._column_of(Side.SOURCE)
    column.rows.lines(0, Side.SOURCE)
    block = column.rows.block(0, Side.SOURCE)

    def pixels(at):
        return block.layout().glyphRuns(block.text().index(at), 1)[0].rawFont().pixelSize()

    assert 0.6 * pixels("ز") < pixels("М") < 0.85 * pixels("ز")


@pytest.mark.parametrize("width", [480, 560, 640])
def test_no_word_of_a_headline_is_broken_in_a_narrow_window(view, width):
    view.resize(width, 600)
    view.set_arabic_size(28.0)
    show(view, (Role.TITLE, "هيئة المياه: الاستراتيجيات الجديدة", "Water authority: the administrative strategies"))
    for side in Side:
        text = view._page.rows[0].cell(side).text
        assert [line for line, _, _ in lines(view, 0, side) if not set(line.split()) <= set(text.split())] == []


def test_a_headline_keeps_its_words_whole_when_its_translation_streams_in(view):
    view.resize(480, 600)
    view.set_arabic_size(28.0)
    source, target = "هيئة المياه", "Water authority: the administrative strategies"
    view.set_article(Article(blocks=(Block(Role.TITLE, source),)))
    view.set_pair(Pair(0, Role.TITLE, source, target, EngineName.ARGOS, Status.TRANSLATED))
    assert {word for line, _, _ in lines(view, 0, Side.TARGET) for word in line.split()} == set(target.split())
