"""Sentences end where a reader of Arabic would end them, and their offsets tile the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.arabic.sentences import LONGEST, sentence_spans


@pytest.mark.parametrize(
    "sentences",
    [
        ["قال د. أحمد إن 3.5 ملم سقطت.", "وأضاف: هل نملك الوقت؟", "نعم!", '"انتهى."', "ثم مضى…", "وعاد."],
        ["قال «نعم.»", "ثم قال (لا!)", "وسكت..."],
        ["في يوم واحد.. تنظيم يشن هجومين"],
        ["أولاً، ثانياً، ثالثاً؛ رابعاً: خامساً."],
        ["بلغ العدد في عام 2020.", "وارتفع في 2021."],
        ["1. أولاً نقرأ.", "ثم نكتب."],
        ["قال أ.د. سامر العلي ذلك.", "وأكد م. هاني."],
        ["He said 3.5 mm.", "Then Dr. Smith left.", "U.S. forces stayed."],
        ["ما العمل؟!", "لا أحد يعرف"],
        ["زار www.example.com أمس.", "ثم خرج."],
        ["راجع https://example.com/a_b?x=1&y=2#top!z و http://example.com/?q أمس.", "ثم خرج."],
        ["..."],
    ],
)
def test_a_text_is_cut_into_its_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_spaces_alone_hold_no_sentence() -> None:
    assert sentence_spans("  \u00a0 ") == []
    assert sentence_spans("") == []


pieces = st.sampled_from([*'قالت الهيئة إن 3.5 د. نعم! "لا" (أ) « » … .. ؟ . ، 12 Dr. U.S. A'.split(), " ", "\u200f"])


@given(
    st.one_of(
        st.text(max_size=120), st.lists(pieces, max_size=40).map(" ".join), st.lists(pieces, max_size=40).map("".join)
    )
)
@settings(max_examples=300)
def test_sentences_tile_the_text_but_for_spaces(text: str) -> None:
    spans = sentence_spans(text)
    covered = [False] * len(text)
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        covered[start:end] = [True] * (end - start)
        last = end
    assert all(done or text[index].isspace() for index, done in enumerate(covered))
    if any(character.isalnum() for character in text):
        assert all(any(character.isalnum() or character == "_" for character in text[a:b]) for a, b in spans)


@pytest.mark.parametrize("piece", ["كتاب ", "قال، ", "د. ", "! ", "ك", "ك، ", "كتاب" * 999 + " "])
def test_no_sentence_is_without_end(piece: str) -> None:
    text = ("أول " + piece * (3 * LONGEST // len(piece))).rstrip()
    spans = sentence_spans(text)
    assert len(spans) > 2 and max(end - start for start, end in spans) <= LONGEST
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    if " " in piece:
        words = set(text.split())
        assert all(set(text[start:end].split()) <= words for start, end in spans)
