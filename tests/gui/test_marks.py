"""What is marked, by where it stands."""

import pytest

from reader.gui.marks import Highlight, by_side, first_block, is_orphan, marks_of, text_order, trimmed
from reader.model import Annotation, Bookmark, Place, Selector, Side, Target


def annotation(number, *targets, note=None, colour="yellow"):
    made = tuple(Target(Selector(side, "x", "", "", start), tuple(places)) for side, start, places in targets)
    return Annotation(number, 1, made, colour, note)


BOTH = annotation(3, (Side.SOURCE, 40, [Place(2, 0, 5), Place(3, 0, 4)]), (Side.TARGET, 44, [Place(2, 1, 6)]), note="n")
OVER = annotation(5, (Side.SOURCE, 43, [Place(2, 3, 9)]), colour="blue")
LOST = annotation(4, (Side.TARGET, 7, []), note="lost")
HALF = annotation(6, (Side.SOURCE, 7, []), (Side.TARGET, 7, [Place(1, 0, 2)]))


def test_each_place_is_drawn_where_it_stands_and_what_overlaps_lies_a_step_higher():
    marks = marks_of([OVER, BOTH, LOST], [])
    assert marks.highlights == {
        (2, Side.SOURCE): (Highlight((0, 5), "yellow", 3), Highlight((3, 9), "blue", 5, level=1)),
        (3, Side.SOURCE): (Highlight((0, 4), "yellow", 3),),
        (2, Side.TARGET): (Highlight((1, 6), "yellow", 3),),
    }


def test_a_note_is_marked_where_it_begins_and_an_orphan_nowhere():
    marks = marks_of([BOTH, OVER, LOST], [Bookmark(1, 1, 7, "q"), Bookmark(2, 1, None, "gone")])
    assert {block: [one.id for one in notes] for block, notes in marks.notes.items()} == {2: [3]}
    assert list(marks.bookmarks) == [7]


def test_of_two_on_a_letter_the_last_made_is_meant():
    marks = marks_of([BOTH, OVER], [])
    assert [marks.at(2, Side.SOURCE, index) for index in (0, 4, 8, 9)] == [3, 5, 5, None]
    assert marks.at(None, Side.SOURCE, 0) is None


def test_they_are_listed_as_the_text_has_them_orphans_last():
    assert [one.id for one in sorted([LOST, OVER, BOTH, HALF], key=text_order)] == [6, 3, 5, 4]
    assert [is_orphan(one) for one in (LOST, HALF)] == [True, False]
    assert [first_block(one) for one in (BOTH, LOST)] == [2, None]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [("  ab  ", 0, 6, (2, 4)), ("ab cd", 2, 5, (3, 5)), ("a  b", 1, 3, None), ("ab", 0, 2, (0, 2))],
)
def test_spaces_around_a_selection_are_none_of_it(text, start, end, expected):
    assert trimmed(text, (start, end)) == expected


def test_places_are_sorted_out_by_side_in_the_order_of_the_blocks():
    places = [(Side.TARGET, Place(3, 0, 1)), (Side.SOURCE, Place(9, 0, 1)), (Side.SOURCE, Place(1, 4, 5))]
    assert by_side(places) == {
        Side.SOURCE: [Place(1, 4, 5), Place(9, 0, 1)],
        Side.TARGET: [Place(3, 0, 1)],
    }
