"""What every engine must do, as tests: an engine's own test class inherits these and says how to make the engine.

class TestGloss(TranslatorContract):
    @pytest.fixture
    def translator(self): ...
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.model import Engine
from reader.translation.translator import Context

if TYPE_CHECKING:
    from reader.translation.translator import Translation, Translator

SENTENCES = (
    "وصل الوفد إلى المدينة صباح اليوم.",
    "قال المسؤول إن 18 شخصاً غادروا المخيم.",
    "نعم.",
    "وصل الوفد إلى المدينة صباح اليوم.",
    "Reuters نشرت وكالة",
    "هل ستُستأنف المفاوضات في فبراير/شباط 2021؟",
    "…",
)


def run(translator: Translator, sentences: tuple[str, ...], context: Context | None = None) -> list[Translation]:
    """All results, in the sentences' order."""
    return sorted(translator.translate(sentences, context or Context()), key=lambda result: result.index)


class TranslatorContract:
    """The fixture ``translator`` gives a fresh engine, and closes it."""

    @pytest.fixture
    def translator(self) -> Translator:
        raise NotImplementedError

    def test_it_says_who_it_is_before_anything_is_translated(self, translator: Translator) -> None:
        assert isinstance(translator.engine, Engine)
        assert translator.engine == translator.engine

    def test_each_sentence_comes_back_exactly_once(self, translator: Translator) -> None:
        assert [result.index for result in run(translator, SENTENCES)] == list(range(len(SENTENCES)))

    def test_first_ones_change_the_order_at_most(self, translator: Translator) -> None:
        results = run(translator, SENTENCES, Context(first=(5, 2, 5, 99)))
        assert [result.index for result in results] == list(range(len(SENTENCES)))

    def test_nothing_in_gives_nothing_out(self, translator: Translator) -> None:
        assert run(translator, ()) == []

    @pytest.mark.parametrize("sentence", [SENTENCES[0], "", " ", "\u200c", "…", "«»", "1", "#وسم_طويل", "ك" * 500])
    def test_a_result_is_a_text_or_a_reason_never_an_empty_text(self, translator: Translator, sentence: str) -> None:
        (result,) = run(translator, (sentence,))
        if result.text is None:
            assert result.error and "\n" not in result.error
            assert result.score is None and result.words is None
        else:
            assert result.text.strip() and result.error is None

    def test_word_links_lie_within_both_texts(self, translator: Translator) -> None:
        for result in run(translator, SENTENCES):
            for a, b, c, d in result.words or ():
                assert 0 <= a < b <= len(SENTENCES[result.index])
                assert 0 <= c < d <= len(result.text or "")

    def test_the_same_request_gives_the_same_results(self, translator: Translator) -> None:
        first = run(translator, SENTENCES)
        assert run(translator, SENTENCES) == first
        assert first[0].text == first[3].text

    def test_a_request_that_is_broken_off_does_no_harm_to_the_next(self, translator: Translator) -> None:
        whole = run(translator, SENTENCES)
        with closing(translator.translate(SENTENCES, Context())) as results:  # type: ignore[type-var]
            next(results)
        assert run(translator, SENTENCES) == whole

    def test_it_may_be_closed_twice_and_used_again(self, translator: Translator) -> None:
        first = run(translator, SENTENCES)
        translator.close()
        translator.close()
        assert run(translator, SENTENCES) == first
