"""How a reader wants the page set: what it does to what is drawn, and that it does nothing to the text itself."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import settings
from reader.gui.reading_options import UNSEEN, ReadingOptions
from reader.model import Article, Block, EngineName, Pair, Role, Side, Status

pytestmark = pytest.mark.gui

SHOWN = ReadingOptions(diacritics=False, digits="arabic")
VOCALISED = "قَالَ رَئِيسُ الْهَيْئَةِ إِنَّ 28 قَرْيَةً لَا تَزَالُ عَلَى COVID-19"


@given(
    st.text(alphabet="اأبلا\u064b\u0651\u0654\u0670 28٢٨۲٫٪AF-😀\n"), st.booleans(), st.sampled_from(settings.DIGITS)
)
def test_a_character_is_drawn_for_each_character(text, diacritics, digits):
    shown = ReadingOptions(diacritics=diacritics, digits=digits).shown(text)
    assert [len(c.encode("utf-16-le")) for c in shown] == [len(c.encode("utf-16-le")) for c in text]
    if diacritics and digits == "printed":
        assert shown == text


def test_marks_go_and_a_hamza_that_was_written_apart_stays():
    assert ReadingOptions(diacritics=False).shown("كِتَابٌ ا\u0654") == f"ك{UNSEEN}ت{UNSEEN}اب{UNSEEN} ا\u0654"


@pytest.mark.parametrize(
    ("digits", "text", "shown"),
    [
        ("printed", "28 ٢٨", "28 ٢٨"),
        ("arabic", "28 قرية، 3.5% و۱۲ في COVID-19", "٢٨ قرية، ٣.٥% و١٢ في COVID-19"),
        ("european", "٢٨ قرية، ٣٫٥٪ و۱۲ في F16", "28 قرية، 3.5% و12 في F16"),
    ],
)
def test_digits_are_those_that_are_wanted(digits, text, shown):
    assert ReadingOptions(digits=digits).shown(text) == shown


@pytest.fixture
def view(qapp):
    from reader.gui.pair_view import PairView

    widget = PairView()
    widget.resize(900, 600)
    pair = Pair(0, Role.PARAGRAPH, VOCALISED, "The head said 28", EngineName.ARGOS, Status.TRANSLATED)
    widget.set_article(Article(blocks=(Block(Role.PARAGRAPH, VOCALISED),)), [pair])
    widget.show()
    yield widget
    widget.close()
    widget.deleteLater()
    qapp.sendPostedEvents(None, 0)


def column(view, side=Side.SOURCE):
    return view._column_of(side)


def test_copying_gives_the_pages_own_text_however_it_is_drawn(view, qapp):
    view.set_options(SHOWN)
    drawn = column(view).toPlainText()
    assert drawn == SHOWN.shown(VOCALISED) != VOCALISED
    view.setFocus()
    view.selection.select_all()
    view.selection.copy()
    assert qapp.clipboard().text() == VOCALISED
    assert next(view.selection.parts()).span == (0, len(VOCALISED))
    cursor = column(view).textCursor()
    cursor.setPosition(VOCALISED.index("رَ"))
    cursor.setPosition(VOCALISED.index(" الْ"), cursor.MoveMode.KeepAnchor)
    column(view).setTextCursor(cursor)
    assert view.selection.text() == "رَئِيسُ"


@pytest.mark.parametrize("face", ["amiri", "sans"])
def test_letters_join_across_a_hidden_mark(qapp, face):
    """By their shapes: each word is as wide, and made of as many glyphs, as the same word written without marks."""
    from PySide6.QtGui import QTextLayout

    from reader.gui import fonts

    fonts.register()

    def glyphs(text):
        layout = QTextLayout(text, fonts.arabic(24, face=fonts.arabic_face(face)))
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        runs = line.glyphRuns()
        return line.naturalTextWidth(), {run.rawFont().familyName() for run in runs}

    for word in VOCALISED.split()[:8]:
        bare = re.sub("[\u064b-\u0652]", "", word)
        assert glyphs(ReadingOptions(diacritics=False).shown(word)) == glyphs(bare)


def test_spacing_width_faces_and_the_englishs_own_size_change_the_page(view):
    from reader.gui.page_rows import Dress

    cell = view._page.rows[0].source

    def measure():
        typography = view._page.typography
        return typography.setting(Dress.BODY, cell).pitch, typography.measure, typography.latin_size

    pitch, width, latin = measure()
    view.set_options(ReadingOptions(spacing="loose", measure=50, english_share=1.2))
    assert measure()[0] > pitch * 1.15
    assert measure()[1] < width
    assert measure()[2] == pytest.approx(latin * 1.2)
    for arabic_face, latin_face in (("sans", "interface"), ("system", "serif")):
        view.set_options(ReadingOptions(arabic_face=arabic_face, latin_face=latin_face))
        assert measure()[0] == pytest.approx(pitch, abs=1)
    view.set_options(ReadingOptions(arabic_face="sans"))
    runs = column(view).document().begin().layout().lineAt(0).glyphRuns(0, 4)
    assert {run.rawFont().familyName() for run in runs} == {"Noto Sans Arabic"}


def test_what_makes_no_sense_in_the_settings_is_the_default(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(
        '{"english_share": 9, "spacing": "huge", "measure": 60.5, "arabic_face": 1, "latin_face": [],'
        ' "diacritics": "no", "digits": "roman", "arabic_size": true}',
        encoding="utf-8",
    )
    assert settings.load(path) == settings.Settings()
    kept = replace(settings.Settings(), english_share=1.25, spacing="tight", digits="european", diacritics=False)
    settings.save(path, kept)
    assert settings.load(path) == kept


def test_the_type_window_shows_each_choice_at_once_and_keeps_it(app, open_window, seed):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from reader.raw_document import RawDocument

    window = open_window(app, RawDocument(seed.read_bytes().decode("utf-8")))
    window.commands.typesetting.trigger()
    dialog = window.appearance.type_dialog
    for number in (dialog.arabic_size, dialog.english_share, dialog.measure):
        field = number.lineEdit()  # a style sheet can leave it no room
        assert field.width() >= field.fontMetrics().horizontalAdvance(number.text())
    dialog.digits.buttons["arabic"].click()
    dialog.diacritics.click()
    dialog.english_share.stepUp()
    dialog.arabic_size.setFocus()
    QTest.keyClick(dialog.arabic_size, Qt.Key.Key_Up)
    wanted = ReadingOptions(arabic_size=21, english_share=1.05, diacritics=False, digits="arabic")
    assert window.view.options() == wanted
    window.commands.larger.trigger()
    assert dialog.arabic_size.value() == 23
    window.commands.english_smaller.trigger()
    assert dialog.english_share.value() == 100
    window.close()
    assert ReadingOptions.of(app.settings) == replace(wanted, arabic_size=23, english_share=1.0)
    dialog.reset.click()
    assert window.view.options() == ReadingOptions()
