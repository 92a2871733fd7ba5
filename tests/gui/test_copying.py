"""What is copied can be pasted anywhere: letters in the order in which they are read, and no marks of ours."""

import re

import pytest

from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui

PARAGRAPHS = (
    "قال الوَزيرُ إنّ الحكومة ستدعم 18 من المزارعين، و٢٥ في المئة من أصحاب القوارب في الشمال.",
    "«البحر هو حياتنا كلها»، قال الصياد العجوز (70 عاماً) لوكالة Reuters وهو يجمع شباكه.",
    "لا إله ولا لأحد: الأسعار ستنخفض أكثر في الأسبوع المقبل، أي بنسبة 12.5%.",
)
PAGE = RawDocument("العنوان\n\n" + "\n\n".join(PARAGRAPHS))
STRANGE = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]")
OPTIONS = ({}, {"diacritics": False}, {"digits": "arabic"}, {"digits": "european", "diacritics": False})


@pytest.fixture(params=["side", "stacked", "arabic", "demand"])
def window(request, open_window, app, until, qapp):
    window = open_window(app, PAGE, layout=request.param)
    window.activateWindow()
    until(lambda: qapp.activeWindow() is window)
    window.view.places.focus()
    return window


def pasted(qapp):
    """All that the clipboard offers as text."""
    mime = qapp.clipboard().mimeData()
    texts = {"text/plain": mime.text()}
    if mime.hasHtml():
        texts["text/html"] = mime.html()
    return texts


def options(changes):
    from reader.gui.reading_options import ReadingOptions

    return ReadingOptions(**changes)


@pytest.mark.parametrize("changes", OPTIONS, ids=["as printed", "no marks", "arabic digits", "both"])
def test_three_paragraphs_selected_by_the_keyboard_are_copied_as_they_were(window, qapp, keys, changes):
    window.view.set_options(options(changes))
    column = window.view._columns()[0]
    first = next(number for number, row in enumerate(window.view._page.rows) if row.source.text == PARAGRAPHS[0])
    column.put_caret(first, column.rows.sides[0])
    keys.press(*["Shift+Down"] * 30, "Ctrl+Shift+End", "Ctrl+C")
    texts = pasted(qapp)
    assert {kind: STRANGE.findall(text) for kind, text in texts.items()} == {kind: [] for kind in texts}
    places = [texts["text/plain"].find(one) for one in PARAGRAPHS]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("changes", OPTIONS, ids=["as printed", "no marks", "arabic digits", "both"])
def test_all_of_it_is_copied_as_it_was(window, qapp, keys, changes):
    window.view.set_options(options(changes))
    keys.press("Ctrl+A", "Ctrl+C")
    texts = pasted(qapp)
    assert {kind: STRANGE.findall(text) for kind, text in texts.items()} == {kind: [] for kind in texts}
    assert all(one in texts["text/plain"] for one in PARAGRAPHS)


def test_word_by_word_selection_is_copied_in_logical_order(window, qapp, keys):
    column = window.view._columns()[0]
    first = next(number for number, row in enumerate(window.view._page.rows) if row.source.text == PARAGRAPHS[0])
    column.put_caret(first, column.rows.sides[0])
    keys.press("Ctrl+Shift+Left", "Ctrl+Shift+Left", "Ctrl+C")
    assert PARAGRAPHS[0].startswith(qapp.clipboard().text())
    assert qapp.clipboard().text().split() == PARAGRAPHS[0].split()[:2]
