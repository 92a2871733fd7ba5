"""Where texts differ: which paragraph is which, and which words are not in the other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.gui.differences import compare

pytestmark = pytest.mark.gui

LONG = " ".join(f"w{number}" for number in range(60))


def test_the_words_that_are_not_in_the_other_are_marked_in_both():
    found = compare([["Title", "The lake fell by 18 metres"], ["Title", "The lake fell by 81 metres today"]])
    assert found.same == 1
    assert found.rows == (
        (
            (("The lake fell by", True), ("18", False), ("metres", True)),
            (("The lake fell by", True), ("81", False), ("metres", True), ("today", False)),
        ),
    )


def test_a_paragraph_that_only_one_has_stands_where_it_has_it():
    found = compare([["one two", "three four"], ["new words", "one two", "three four", "last words"]])
    assert found.rows == (
        ((), (("new words", False),)),
        ((), (("last words", False),)),
    )
    assert compare([["one two", "gone"], ["one two"]]).rows == (((("gone", False),), ()),)


def test_a_changed_paragraph_is_told_from_one_that_was_put_in_before_it():
    found = compare([["a b c d"], ["x y z", "a b c e"]])
    assert found.rows == (
        ((), (("x y z", False),)),
        ((("a b c", True), ("d", False)), (("a b c", True), ("e", False))),
    )


def test_what_is_far_from_a_difference_is_left_out():
    ((own, other),) = compare([[LONG], [LONG.replace("w30 ", "here ")]]).rows
    assert own == (
        ("… " + " ".join(f"w{n}" for n in range(23, 30)), True),
        ("w30", False),
        (" ".join(f"w{n}" for n in range(31, 38)) + " …", True),
    )
    assert other[1] == ("here", False)


def test_where_words_are_missing_what_stands_around_the_gap_is_shown():
    ((own, other),) = compare([[LONG], [LONG.replace("w30 ", "")]]).rows
    assert own[1] == ("w30", False)
    assert other == (("… " + " ".join(f"w{n}" for n in [*range(23, 30), *range(31, 38)]) + " …", True),)


def test_three_texts_stand_beside_each_other():
    found = compare([["a b c", "same"], ["a b c", "same"], ["a x c", "same"]])
    assert found.same == 1
    ((first, second, third),) = found.rows
    assert first == (("a", True), ("b", False), ("c", True))
    assert second == (("a b c", True),)
    assert third == (("a", True), ("x", False), ("c", True))


TEXTS = st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=5).map(" ".join), max_size=7)


@given(one=TEXTS, other=TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_word_of_either_text_is_same_or_shown(one, other):
    found = compare([one, other])
    for side, text in enumerate((one, other)):
        shown = [" ".join(words for words, _ in row[side]) for row in found.rows if row[side]]
        left = list(text)
        for paragraph in shown:
            left.remove(paragraph)
        assert len(left) == found.same
    assert (found.rows == ()) == (one == other)
    for mine, theirs in found.rows:
        kept = [" ".join(words for words, shared in cell if shared) for cell in (mine, theirs)]
        assert kept[0] == kept[1]
