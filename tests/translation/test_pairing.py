"""Pairs: sentences go down to an engine, whole pairs come up, and every failure says why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import pipeline
from reader.errors import TranslationError
from reader.model import Article, Block, Engine, EngineName, Pair, Role, Status
from reader.translation.translator import Context, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Upside:
    """An engine of the test's own: gives each sentence's words in reverse, the last sentence first."""

    def __init__(self, name: EngineName = EngineName.ARGOS, fails: str = "", breaks: bool = False) -> None:
        self.engine = Engine(name, "ar_en", "1.0")
        self.fails = fails
        self.breaks = breaks
        self.asked: list[str] = []
        self.closed_early = False

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        self.asked += sentences
        assert context.source_language == "ar"
        try:
            for index in reversed(range(len(sentences))):
                if self.breaks and index == 0:
                    raise TranslationError("translation.model", package="ar_en@1.0", reason="gone")
                sentence = sentences[index]
                if self.fails and self.fails in sentence:
                    yield Translation(index, None, error="it is too hard")
                else:
                    text = " " + " ".join(reversed(sentence.split())) + " "
                    first = len(sentence.split()[0])
                    yield Translation(index, text, -0.5, ((0, first, len(text) - 1 - first, len(text) - 1),))
        except GeneratorExit:
            self.closed_early = True
            raise

    def close(self) -> None: ...


def article(*texts: str) -> Article:
    return Article(blocks=tuple(Block(Role.PARAGRAPH, text, (line,)) for line, text in enumerate(texts, start=1)))


def test_sentences_and_word_links_point_into_the_pairs_own_strings() -> None:
    (pair,) = pipeline.pair(article("قالت الهيئة ذلك. هل نملك الوقت؟ نعم!"), Upside())
    assert pair.target is not None
    assert (pair.status, pair.engine) == (Status.TRANSLATED, EngineName.ARGOS)
    assert [pair.source[slice(*one.source)] for one in pair.sentences] == ["قالت الهيئة ذلك.", "هل نملك الوقت؟", "نعم!"]
    assert [pair.target[slice(*one.target)] for one in pair.sentences] == ["ذلك. الهيئة قالت", "الوقت؟ نملك هل", "نعم!"]
    for sentence in pair.sentences:
        assert sentence.score == -0.5
        assert sentence.words is not None
        for a, b, c, d in sentence.words:
            assert pair.source[a:b] == pair.target[c:d]


def test_what_is_english_already_is_kept_and_never_sent_down() -> None:
    engine = Upside()
    pairs = list(
        pipeline.pair(article("The council said no. It left.", "قالت Reuters ذلك.", "14:35", "London"), engine)
    )
    assert {pair.index: pair.status for pair in pairs} == {
        0: Status.KEPT, 1: Status.TRANSLATED, 2: Status.KEPT, 3: Status.KEPT,
    }  # fmt: skip
    assert all(pair.target == pair.source for pair in pairs if pair.status is Status.KEPT)
    assert engine.asked == ["قالت Reuters ذلك."]


def test_a_failed_sentence_makes_a_failed_pair_with_the_reason_and_spares_the_others() -> None:
    pairs = {
        pair.index: pair for pair in pipeline.pair(article("هذا سهل. وهذا صعب.", "وهذا سهل."), Upside(fails="صعب"))
    }
    assert (pairs[0].status, pairs[0].target, pairs[0].detail) == (Status.FAILED, None, "it is too hard")
    assert pairs[1].status is Status.TRANSLATED


def test_an_engine_that_breaks_down_leaves_failed_pairs_never_missing_ones() -> None:
    pairs = sorted(pipeline.pair(article("أولاً.", "ثانياً.", "ثالثاً."), Upside(breaks=True)), key=lambda one: one.index)
    assert [pair.status for pair in pairs] == [Status.FAILED, Status.TRANSLATED, Status.TRANSLATED]
    assert pairs[0].target is None
    assert "gone" in (pairs[0].detail or "")


def test_closing_the_flow_stops_the_engine() -> None:
    engine = Upside()
    flow = pipeline.pair(article("أولاً.", "ثانياً.", "ثالثاً."), engine)
    next(flow)
    flow.close()  # type: ignore[attr-defined]
    assert engine.closed_early


def test_work_that_nobody_wants_any_more_ends_within_a_block() -> None:
    engine = Upside()
    engine_asked = []
    flow = pipeline.pair(
        article("واحد. " * 50), engine, is_wanted=lambda: (engine_asked.append(1), len(engine_asked) < 4)[1]
    )
    assert list(flow) == []
    assert len(engine_asked) == 4 and engine.closed_early


class Later(Upside):
    """Knows better links for some of its sentences once it has done all."""

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        results = list(super().translate(sentences, context))
        yield from results
        for result in results:
            if "أول" in sentences[result.index]:
                yield replace(result, words=((0, 1, 1, 2),))


def test_links_that_come_late_bring_their_pairs_once_more_and_the_last_one_counts() -> None:
    page = article("ثانياً. أولاً. أولاً هذا.", "ثالثاً.", "أولاً.")
    pairs = list(pipeline.pair(page, Later()))
    assert [pair.index for pair in pairs] == [2, 1, 0, 0, 2]
    paired = pipeline.paired(page, pairs, Later().engine)
    assert [pair.index for pair in paired.pairs] == [0, 1, 2]
    assert [len(sentence.words or ()) for sentence in paired.pairs[0].sentences] == [1, 1, 1]
    assert paired.pairs[0].sentences[1].words == ((8, 9, 8, 9),)
    assert paired.pairs[0].sentences[0] == pairs[2].sentences[0]
    assert paired.pairs[1] == pairs[1] and paired.pairs[2] == pairs[4] != pairs[0]


def stored(index: int, text: str, engine: EngineName, status: Status = Status.TRANSLATED) -> Pair:
    return Pair(index, Role.PARAGRAPH, text, None if status is Status.FAILED else "stored", engine, status)


def test_known_pairs_stand_but_glossed_and_failed_ones_are_done_again_by_a_model() -> None:
    page = article("أولاً.", "ثانياً.", "ثالثاً.", "رابعاً.")
    known = [
        stored(0, "أولاً.", EngineName.ARGOS),
        stored(1, "ثانياً.", EngineName.GLOSS),
        stored(2, "ثالثاً.", EngineName.ARGOS, Status.FAILED),
        stored(3, "رابعاً.", EngineName.PERSON, Status.EDITED),
    ]
    engine = Upside()
    pairs = {pair.index: pair for pair in pipeline.pair(page, engine, known)}
    assert engine.asked == ["ثانياً.", "ثالثاً."]
    assert replace(pairs[0], flags=()) == known[0]
    assert replace(pairs[3], flags=()) == known[3]


def test_without_a_model_glossed_pairs_stand() -> None:
    page = article("أولاً.")
    engine = Upside(EngineName.GLOSS)
    (pair,) = pipeline.pair(page, engine, [stored(0, "أولاً.", EngineName.GLOSS)])
    assert pair.target == "stored"
    assert engine.asked == []


def test_pairs_follow_their_text_when_a_line_is_put_back_before_them() -> None:
    known = [stored(0, "أولاً.", EngineName.PERSON, Status.EDITED), stored(1, "ثانياً.", EngineName.ARGOS)]
    pairs = {pair.index: pair for pair in pipeline.pair(article("جديد.", "أولاً.", "ثانياً."), Upside(), known)}
    assert (pairs[1].status, pairs[1].target) == (Status.EDITED, "stored")
    assert pairs[2].target == "stored"
    assert pairs[0].target == "جديد."


@given(st.lists(st.text(min_size=1, max_size=60).filter(str.strip).map(str.strip), min_size=1, max_size=6))
@settings(max_examples=100)
def test_every_block_gets_exactly_one_pair_whose_sentences_tile_both_strings(texts: list[str]) -> None:
    pairs = list(pipeline.pair(article(*texts), Upside()))
    assert sorted(pair.index for pair in pairs) == list(range(len(texts)))
    for pair in pairs:
        assert pair.target
        for side, text in (("source", pair.source), ("target", pair.target)):
            inside = "".join(text[slice(*getattr(sentence, side))] for sentence in pair.sentences)
            assert inside.split() == "".join(text).split() or "".join(inside.split()) == "".join(text.split())


def test_a_request_of_no_blocks_asks_nothing() -> None:
    engine = Upside()
    assert list(pipeline.pair(Article(), engine)) == []
    assert engine.asked == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_article_of_another_language_is_kept_whole(language: str) -> None:
    page = Article(language=language, direction="ltr", blocks=(Block(Role.PARAGRAPH, "Le conseil a dit non.", (1,)),))
    (pair,) = pipeline.pair(page, Upside())
    assert (pair.status, pair.target) == (Status.KEPT, "Le conseil a dit non.")
