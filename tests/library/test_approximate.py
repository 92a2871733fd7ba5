"""The bit-parallel search gives what the table of distances gives, and an alignment that says the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.library.approximate import align, distances

LETTERS = st.text(alphabet="اب \n", max_size=80)


def by_the_table(pattern: str, text: str) -> list[int]:
    column = list(range(len(pattern) + 1))
    last = [column[-1]]
    for letter in text:
        new = [0]
        for row, other in enumerate(pattern, start=1):
            new.append(min(column[row] + 1, new[-1] + 1, column[row - 1] + (other != letter)))
        column = new
        last.append(column[-1])
    return last


@given(st.text(alphabet="اب \n", min_size=1, max_size=70), LETTERS)
def test_distances_are_those_of_the_table(pattern: str, text: str) -> None:
    assert distances(pattern, text) == by_the_table(pattern, text)


@given(st.text(alphabet="اب \n", min_size=1, max_size=70), LETTERS)
def test_an_alignment_takes_as_many_edits_as_it_says(pattern: str, text: str) -> None:
    found = align(pattern, text)
    assert found.distance == by_the_table(pattern, text)[-1]
    lain = [place for place in found.matches if place >= 0]
    assert lain == sorted(set(lain)) and len(found.matches) == len(pattern)
    deleted = found.matches.count(-1)
    replaced = sum(place >= 0 and text[place] != letter for place, letter in zip(found.matches, pattern, strict=True))
    inserted = len(text) - lain[0] - len(lain) if lain else 0
    assert found.distance <= deleted + replaced + inserted


def test_a_part_of_the_pattern_lies_on_a_part_of_the_text() -> None:
    found = align("the old minister said", "then the odd minister said")
    assert found.span(4, 16) == (9, 21)
    assert found.distance == 1
    assert align("abc", "").span(0, 3) is None
