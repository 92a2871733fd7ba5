"""A person's own words as they are shown."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gui.note_text import LONGEST_TIP, links, plain, rich, tip


def addresses(text):
    return [text[slice(*span)] for span in links(text)]


def test_web_addresses_are_found_without_what_ends_the_sentence_around_them():
    assert addresses("See https://example.org/a?b=1&c=2. And (http://x.org/y_(z)), or http://b.org/،") == [
        "https://example.org/a?b=1&c=2",
        "http://x.org/y_(z)",
        "http://b.org/",
    ]
    assert addresses("no link: ftp://x.org, example.org, https://") == []


def test_mark_up_is_shown_as_it_was_written():
    shown = rich("<b>bold</b> & <script>")
    assert "<b>" not in shown
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;" in shown


def test_each_paragraph_runs_the_way_of_its_language():
    assert re.findall(r'dir="(\w+)"', rich("English first\n\nثم العربية")) == ["ltr", "ltr", "rtl"]


@given(st.text())
def test_nothing_of_a_note_is_lost_or_taken_for_mark_up(text):
    plain = html.unescape(re.sub(r"<[^>]*>", "", rich(text).replace("&nbsp;", "").replace("</div>", "\n")))
    assert plain == text + "\n"


def test_a_long_note_is_cut_in_a_tool_tip_and_none_has_none():
    assert tip("") == ""
    assert len(tip("word " * 1000)) < LONGEST_TIP + 100


@given(st.text())
def test_a_label_shows_a_text_as_it_is(text):
    made = plain(text)
    assert html.unescape(made[made.index(">") + 1 : made.rindex("<")]) == text


@pytest.mark.gui
def test_a_line_of_arabic_begins_at_the_edge_of_its_label(qapp):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel

    from reader.gui import fonts

    def first_ink(text):
        """How far from the right edge the ink of the first line begins, in pixels."""
        label = QLabel(plain(text))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setFont(fonts.arabic(14))
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        label.setFixedWidth(150)
        image = label.grab().toImage()
        ground = image.pixelColor(0, 0)
        height = label.fontMetrics().lineSpacing()
        columns = range(image.width() - 1, 0, -1)
        inked = (x for x in columns for y in range(height) if image.pixelColor(x, y) != ground)
        return image.width() - next(inked)

    assert abs(first_ink("روسيا") - first_ink("روسيا " * 12)) <= 1


@pytest.mark.parametrize("width", range(190, 270, 2))
def test_a_line_of_arabic_that_fills_its_label_keeps_its_first_letter(qapp, width):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTextDocument, QTextOption

    from reader.gui import fonts

    fonts.register()
    text = "Lake Watch قالت في تقرير جديد إنّ معدل التبخر ارتفع إلى 3.5 ملم في اليوم"
    document, option = QTextDocument(), QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(option)
    document.setDocumentMargin(0)
    document.setDefaultFont(fonts.arabic(13.5))
    document.setHtml(plain(text))
    document.setTextWidth(width)
    document.documentLayout().documentSize()
    block = document.firstBlock()
    left = document.documentLayout().blockBoundingRect(block).left()
    lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
    ends = [run.boundingRect().right() for line in lines for run in line.glyphRuns()]
    assert len(lines) > 1
    assert left + max(ends) <= width
