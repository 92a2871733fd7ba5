"""The marks of an English text as they are set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gui.english_marks import set_marks

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('He said "the season" was lost.', "He said “the season” was lost."),
        ('"The wells are dry," she said. "All of them."', "“The wells are dry,” she said. “All of them.”"),
        ('It is ("very") odd - "so odd".', "It is (“very”) odd – “so odd”."),
        ("The ministry's plan isn't 'ready'", "The ministry’s plan isn’t ‘ready’"),
        ("since the '90s", "since the ’90s"),
        ("'Abd al-Rahman", "‘Abd al-Rahman"),
        ("\"'Now,' he said\"", "“‘Now,’ he said”"),
        ("- Stage one: 14 wells", "– Stage one: 14 wells"),
        ('without water. "', "without water. ”"),
        ("pages 12-18, a 3-1 win in 2019-2021", "pages 12–18, a 3–1 win in 2019–2021"),
        ("on 2026-03-03, F-16, WB-2026/03, 555-123-4567, -5", "on 2026-03-03, F-16, WB-2026/03, 555-123-4567, -5"),
        ("al-Quds, twenty-one", "al-Quds, twenty-one"),
        ("", ""),
    ],
)
def test_marks_are_those_of_a_printer(typed, printed):
    assert set_marks(typed) == printed


@given(st.text(st.sampled_from("a 1\"'-(.\n😀“"), max_size=30))
def test_a_place_stays_that_place(text):
    printed = set_marks(text)
    assert len(printed) == len(text)
    assert [a for a, b in zip(text, printed, strict=True) if a != b and a not in "\"'-"] == []
