"""A person's own words as they are shown."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from reader.gui.note_text import LONGEST_TIP, links, rich, tip


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
