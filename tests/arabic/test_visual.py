"""Visual order for bare terminals, on lines whose result was worked out by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.visual import cells, reorder, visual_lines, wrap


def test_letters_join_and_run_from_the_right() -> None:
    assert reorder("قال نعم", "rtl") == "\ufee2\ufecc\ufee7 \ufedd\ufe8e\ufed7"


def test_numbers_and_latin_words_keep_their_own_order_and_brackets_face_the_other_way() -> None:
    assert reorder("في (Reuters) 2020-2021", "rtl") == "2020-2021 )Reuters( \ufef2\ufed3"
    assert reorder("في [تم] 18", "rtl") == "18 ]\ufee2\ufe97[ \ufef2\ufed3"


def test_a_line_that_begins_with_a_latin_word_still_runs_from_the_right() -> None:
    assert reorder("BBC قال", "rtl") == "\ufedd\ufe8e\ufed7 BBC"
    assert visual_lines("BBC قال", 12, "rtl") == ["     \ufedd\ufe8e\ufed7 BBC"]


def test_lam_and_alif_are_one_letter() -> None:
    assert reorder("لا", "rtl") == "\ufefb"


def test_vowel_signs_are_kept_and_follow_their_letter() -> None:
    assert reorder("كِتَابٌ", "rtl") == "\ufe8f\u064c\ufe8e\ufe98\u064e\ufedb\u0650"
    assert reorder("شدّ", "rtl") == "\ufeaa\u0651\ufeb7"


def test_a_latin_accent_stays_on_its_letter() -> None:
    assert reorder("Cafe\u0301 قال", "rtl") == "\ufedd\ufe8e\ufed7 Cafe\u0301"


def test_wrapping_comes_before_reordering() -> None:
    first, second = visual_lines("قال نعم ثم خرج", 8, "rtl")
    assert first == " \ufee2\ufecc\ufee7 \ufedd\ufe8e\ufed7"
    assert second.strip() == "\ufe9d\ufeae\ufea7 \ufee2\ufe9b"


def test_a_number_at_the_start_of_a_line_keeps_the_order_it_has_in_the_paragraph() -> None:
    # After Arabic letters a hyphen between numbers runs from the right; by itself the line would not show that.
    assert visual_lines("قال نعم 10-20 ثم", 8, "rtl")[1] == "\ufee2\ufe9b 20-10"
    assert reorder("10-20 ثم", "rtl") == "\ufee2\ufe9b 10-20"


def test_punctuation_between_latin_words_stays_with_them_across_a_line_end() -> None:
    assert [line.strip() for line in visual_lines("قال John, Smith نعم", 10, "rtl")] == [
        "John, \ufedd\ufe8e\ufed7",
        "\ufee2\ufecc\ufee7 Smith",
    ]


def test_a_joiner_beside_lam_alif_does_not_upset_the_shaping() -> None:
    assert reorder("ه\u200d", "rtl") == "\ufeeb"
    assert cells(reorder("ب\u200d لا", "rtl")) == 3


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrap("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]


def test_cells_count_marks_as_nothing_and_wide_letters_as_two() -> None:
    assert (cells("كِتَابٌ"), cells("日本"), cells("a\u0301\u200f")) == (4, 4, 1)


@given(
    st.text(st.sampled_from('ابلكتلاأآه\u200d\u200c\u0640\u064e\u0651 a1(é\u0301%-"٣'), max_size=40), st.integers(1, 12)
)
def test_no_line_is_wider_than_asked_and_no_latin_letter_is_lost(text: str, width: int) -> None:
    lines = visual_lines(text, width, "rtl")
    assert all(cells(line) <= max(width, 1) for line in lines)
    assert sorted("".join(lines).replace(" ", "").count(c) for c in "a1é") == sorted(text.count(c) for c in "a1é")


@given(st.text(st.sampled_from("ab \t日é1"), max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == "".join(text.split())
