"""The text a terminal shows: order, numbers, what is said about pairs that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.arabic.visual import cells
from reader.exporting.text import render, render_visual

if TYPE_CHECKING:
    from reader.model import PairedArticle as Paired

EXPECTED = """\
Word by word: a gloss of each word, not a translation. Install a model for that: muwazi models install FILE

بيئة
Environment

منسوب "البحيرة" <الأدنى> & 28
The "lake" level is <lowest> & 18
[check number: 28]
=================================

عمّان - وكالات
Amman - agencies

2026-03-03 09:40, عمّان

Picture: lake.jpeg
قوارب (أرشيف)
Boats (archive)

Picture: map.png

[1]  أعلنت الهيئة. ثم صمتت.
     The authority announced. Then fell silent.

[2]  خطة
     A plan
     ------

[3]  Lake Watch قالت نعم
     [not translated: the engine gave an empty answer]

[4]  > The coming months decide.

[5]  - أولاً
     - First

Related
-------

افتتاح خط القطار
Railway opens

(2 lines of the page set aside as no part of the article)
"""


def test_the_whole_text(paired: Paired) -> None:
    assert render(paired) == EXPECTED


@pytest.mark.parametrize("width", [30, 80])
def test_the_visual_text_fits_the_terminal_and_runs_from_its_right_edge(paired: Paired, width: int) -> None:
    shown = render_visual(paired, width).split("\n")
    assert max(map(cells, shown)) <= width
    first = next(line for line in shown if line.endswith("[1]"))
    assert cells(first) == width
    assert "\ufe8e" in "".join(shown)  # an alif in its joined form
    assert "أعلنت" not in "".join(shown)


def test_the_visual_text_keeps_the_english_and_its_order(paired: Paired) -> None:
    shown = render_visual(paired, 80)
    assert "     The authority announced. Then fell silent.\n" in shown
    assert shown.index("Environment") < shown.index("Amman") < shown.index("Railway")
