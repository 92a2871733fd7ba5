"""What on one side of a pair belongs to a part of the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.linking import counterpart
from reader.model import EngineName, Pair, Role, Sentence, Side, Status

SOURCE = "قال الوزير إن الأسعار ستنخفض. وقال آخرون لا."
TARGET = "The minister said prices will fall. Others said no."
FIRST_END, TARGET_END = SOURCE.index(".") + 1, TARGET.index(".") + 1


def link(here, there, source=SOURCE, target=TARGET):
    start, begin = source.index(here), target.index(there)
    return start, start + len(here), begin, begin + len(there)


WORDS = (
    link("قال", "said"),
    link("الوزير", "minister"),
    link("إن", "said"),
    link("الأسعار", "prices"),
    link("ستنخفض", "fall"),
)
PAIR = Pair(
    0,
    Role.PARAGRAPH,
    SOURCE,
    TARGET,
    EngineName.ARGOS,
    Status.TRANSLATED,
    (
        Sentence((0, FIRST_END), (0, TARGET_END), words=WORDS),
        Sentence((FIRST_END + 1, len(SOURCE)), (TARGET_END + 1, len(TARGET))),
    ),
)


def found(part, side=Side.SOURCE, pair=PAIR):
    text, other = (pair.source, pair.target) if side is Side.SOURCE else (pair.target, pair.source)
    start = text.index(part)
    span = counterpart(pair, side, start, start + len(part))
    return None if span is None else other[slice(*span)]


def test_linked_words_answer_with_what_stands_between_them():
    assert found("الأسعار") == "prices"
    assert found("الأسعار ستنخفض") == "prices will fall"
    assert found("prices will fall", Side.TARGET) == "الأسعار ستنخفض"
    assert found("سعار ستن") == "prices will fall"  # a part of a word is the word


def test_a_sentence_that_is_chosen_whole_answers_whole_its_full_stop_or_not():
    assert found(SOURCE[:FIRST_END]) == TARGET[:TARGET_END]
    assert found(SOURCE[: FIRST_END - 1]) == TARGET[:TARGET_END]


def test_a_sentence_without_word_links_answers_whole():
    assert found("آخرون") == "Others said no."
    assert found("said no", Side.TARGET) == "وقال آخرون لا."


def test_over_several_sentences_it_goes_from_the_first_to_the_last():
    assert found("ستنخفض. وقال") == "fall. Others said no."


def test_words_that_are_linked_to_nothing_and_marks_answer_nothing():
    assert found("will", Side.TARGET) is None
    assert found(".") is None
    assert found("لا") == "Others said no."


def test_words_of_others_in_between_part_what_is_linked_to_far_ends():
    source, target = "a b c d e f g", "A x y z w v B"
    words = tuple(link(*both, source, target) for both in zip("abcdefg", "AxyzwvB", strict=True))
    moved = (*words[:1], (2, 3, 12, 13), *((4 + 2 * n, 5 + 2 * n, 2 + 2 * n, 3 + 2 * n) for n in range(5)))
    pair = Pair(
        0, Role.PARAGRAPH, source, target, EngineName.ARGOS, Status.TRANSLATED,
        (Sentence((0, len(source)), (0, len(target)), words=moved),),
    )  # fmt: skip
    assert found("a b", pair=pair) in ("A", "B")


@pytest.mark.parametrize("status", [Status.FAILED, Status.KEPT])
def test_what_has_no_translation_has_no_counterpart_and_what_was_kept_is_its_own(status):
    target = None if status is Status.FAILED else SOURCE
    pair = Pair(0, Role.PARAGRAPH, SOURCE, target, EngineName.GLOSS, status, detail="no memory")
    assert counterpart(pair, Side.SOURCE, 4, 10) == (None if target is None else (4, 10))


@given(st.data())
def test_it_is_always_a_part_of_the_other_side(data):
    side = data.draw(st.sampled_from(list(Side)))
    here, there = (SOURCE, TARGET) if side is Side.SOURCE else (TARGET, SOURCE)
    start = data.draw(st.integers(0, len(here)))
    end = data.draw(st.integers(0, len(here)))
    span = counterpart(PAIR, side, start, end)
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(there)
        assert start < end
