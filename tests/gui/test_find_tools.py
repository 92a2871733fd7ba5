"""Finding in the open piece."""

import pytest

from reader.model import Engine, EngineName, Pair, PairedArticle, Role, Side, Status
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

TEXT = "عنوان الخبر عن الحكومة\n" + "\n".join(
    f"قالت الحكومة في الفقرة رقم {number} إن الوضع هادئ ولا شيء جديد فيه حتى الآن." for number in range(1, 13)
)


@pytest.fixture
def window(open_window, app):
    return open_window(app, RawDocument(TEXT))


@pytest.fixture
def find(window, until):
    def do(words, exact=False):
        window.commands.find.trigger()
        window.finding.bar.set(words, exact=exact)
        window.finding.bar.sought.emit()
        until(window.is_settled)
        return window.finding.bar.count.text()

    return do


def press(widget, key, modifier=None):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_all_matches_of_both_columns_are_counted_and_enter_goes_from_one_to_the_next(window, find):
    from PySide6.QtCore import Qt

    assert find("حكومة") == "1 of 13"
    field = window.finding.bar.field
    press(field, Qt.Key.Key_Return)
    assert window.finding.bar.count.text() == "2 of 13"
    press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    window.commands.find_previous.trigger()
    assert window.finding.bar.count.text() == "13 of 13"
    window.commands.find_next.trigger()
    assert window.finding.bar.count.text() == "1 of 13"
    assert find("government").endswith("of 13")


def test_the_match_at_hand_is_brought_into_view(window, find):
    find("رقم 12")
    match = window.finding.finder.at_hand
    place = window.view.places.span(_spot(match), match.span)
    assert place.top() >= 0 and place.bottom() <= window.view.height()


def test_exact_finds_only_what_is_spelled_so(window, find):
    assert find("حكومة", exact=True) == "Not found here"
    assert find("الحكومة", exact=True) == "1 of 13"


def test_esc_closes_the_bar_and_leaves_the_match_selected(window, find):
    from PySide6.QtCore import Qt

    find("الوضع هادئ")
    press(window.finding.bar.field, Qt.Key.Key_Escape)
    assert window.finding.bar.isHidden()
    assert window.view.selection.text() == "الوضع هادئ"
    assert window.view._page.found == {}
    assert window.view.isAncestorOf(window.focusWidget())


def test_what_is_selected_is_what_is_looked_for(window, find, until):
    find("هادئ")
    window.finding.close()
    window.commands.find.trigger()
    until(window.is_settled)
    assert window.finding.bar.field.text() == "هادئ"
    assert window.finding.bar.count.text() == "1 of 12"


def test_matches_stay_while_pairs_come_in(window, find):
    find("الحكومة")
    window.finding.step(1)
    here = window.finding.finder.at_hand
    pair = window.view.pair(2)
    window.view.set_pair(_says(pair, "Nothing of the kind, الحكومة."))
    assert window.finding.finder.at_hand == here
    assert window.finding.finder.count == 14
    window.view.set_pair(_says(pair, "Nothing."))
    assert window.finding.finder.count == 13


def test_a_match_that_is_translated_away_gives_way_to_the_next(window, find):
    find("government")
    first = window.finding.finder.at_hand
    block = window.view._page.rows[first.row].block
    window.view.set_pair(_says(window.view.pair(block), "Nothing."))
    assert window.finding.finder.at_hand > first
    assert window.finding.bar.count.text() == "1 of 12"


def test_only_columns_that_show_are_looked_through(window, find, until):
    find("government")
    window.view.set_mode("arabic")
    until(window.is_settled)
    assert window.finding.bar.count.text() == "Not found here"
    window.view.set_mode("stacked")
    until(window.is_settled)
    assert window.finding.bar.count.text() == "1 of 13"


def test_a_long_piece_is_looked_through_in_slices(open_window, app, until):
    from reader.gui import finder

    page = "عنوان\n" + "\n".join(f"الفقرة {number} عن القمح والماء." for number in range(3000))
    article = app.parse(RawDocument(page))
    pairs = [
        Pair(index, Role.PARAGRAPH, block.text, "Wheat and water.", EngineName.PERSON, Status.EDITED)
        for index, block in enumerate(article.blocks)
    ]
    window = open_window(app, RawDocument(TEXT))
    window.view.set_article(article, pairs)
    window.finding.finder.seek(finder.Needle("القمح | wheat"), window.view.finds.here())
    until(lambda: not window.finding.finder.is_looking)
    assert window.finding.finder.count == 6001
    assert window.finding.finder.number == 1


def test_the_forms_that_the_lexicon_knows_are_found_too(open_window, app, until):
    page = "عنوان عن الكتب والمدن\nوصل كتاب واحد إلى المدينة، ثم وصلت كتب كثيرة من مدن أخرى بعد ذلك بأيام."
    with app.library() as library:
        library.add(PairedArticle(app.parse(RawDocument(page)), (), Engine(EngineName.GLOSS)))
    window = open_window(app, 1)
    window.commands.find.trigger()
    window.finding.bar.field.setText("مدينة")
    until(lambda: window.finding.finder.count == 3 and window.is_settled())
    found = [span for spans in window.view._page.found.values() for span in spans]
    assert len(found) == 3


def test_the_bar_speaks_arabic(open_window, app):
    window = open_window(app, RawDocument(TEXT), ui="ar")
    window.commands.find.trigger()
    bar = window.finding.bar
    assert bar.field.placeholderText() == "بحث في هذه المادة"
    assert all(part.accessibleName() for part in (bar, bar.field, bar.next, bar.previous, bar.close_button))


def _spot(match):
    from reader.gui.columns import Spot

    return Spot(match.row, Side(match.side), match.span[0])


def _says(pair, text):
    from dataclasses import replace

    return replace(pair, target=text, status=Status.EDITED, sentences=(), flags=())
