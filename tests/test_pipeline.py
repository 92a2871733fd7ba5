"""The flow's promises about edits, translating again and the glossary."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import pipeline
from reader.app import App
from reader.errors import TranslationError
from reader.model import (
    Article,
    Block,
    Engine,
    EngineName,
    Flag,
    FlagKind,
    Pair,
    Role,
    Sentence,
    Status,
    Term,
)
from reader.translation.translator import Context, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ARGOS = Engine(EngineName.ARGOS, "ar_en", "1.0")
TWO = Pair(
    index=3,
    role=Role.PARAGRAPH,
    source="وصل الوفد. غادر الوفد.",
    target="It came. It left.",
    engine=EngineName.ARGOS,
    status=Status.TRANSLATED,
    sentences=(
        Sentence((0, 10), (0, 8), -0.25, ((0, 3, 3, 7),)),
        Sentence((11, 22), (9, 17), -0.5, ((11, 15, 12, 16),)),
    ),
    flags=(Flag(FlagKind.LENGTH, "short"),),
    maker=ARGOS,
    made="2026-01-02T03:04:05.678Z",
)


class Counting:
    """An engine of the test's own: every answer is another."""

    def __init__(self, name: EngineName = EngineName.ARGOS, fails: bool = False, breaks: bool = False) -> None:
        self.engine = replace(ARGOS, name=name)
        self.fails, self.breaks = fails, breaks
        self.answers = 0
        self.contexts: list[Context] = []

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        self.contexts.append(context)
        if self.breaks:
            raise TranslationError("translation.model", package="ar_en@1.0", reason="gone")
        for index in range(len(sentences)):
            self.answers += 1
            yield Translation(index, None if self.fails else f"answer {self.answers}", error="it is too hard")

    def close(self) -> None: ...


def article(*texts: str) -> Article:
    return Article(blocks=tuple(Block(Role.PARAGRAPH, text, (line,)) for line, text in enumerate(texts, start=1)))


def paired(*pairs: Pair) -> dict[int, Pair]:
    return {pair.index: pair for pair in pairs}


def stored(index: int, text: str, engine: EngineName = EngineName.ARGOS, status: Status = Status.TRANSLATED) -> Pair:
    return Pair(index, Role.PARAGRAPH, text, "stored", engine, status)


def test_an_edit_with_as_many_sentences_is_set_side_by_side() -> None:
    edit = pipeline.edited(TWO, "They came here. It left.")
    assert (edit.target, edit.engine, edit.status) == ("They came here. It left.", EngineName.PERSON, Status.EDITED)
    assert (edit.index, edit.role, edit.source) == (TWO.index, TWO.role, TWO.source)
    assert (edit.maker, edit.made, edit.flags, edit.detail) == (Engine(EngineName.PERSON), None, (), None)
    assert edit.sentences == (
        Sentence((0, 10), (0, 15), None, None),
        Sentence((11, 22), (16, 24), None, ((11, 15, 19, 23),)),
    )
    assert edit.source[11:15] == "غادر" and edit.target[19:23] == "left"


def test_an_edit_with_other_sentences_stands_whole_beside_the_whole() -> None:
    edit = pipeline.edited(TWO, "They came and left.")
    assert edit.sentences == (Sentence((0, 22), (0, 19)),)
    assert len(pipeline.edited(edit, "They came. They left.").sentences) == 2


def test_an_edit_is_cleaned_and_put_on_one_line() -> None:
    assert pipeline.edited(TWO, "\u200fThey\u00a0 came.\r\nThey\tleft.\n").target == "They came. They left."


@pytest.mark.parametrize("text", [TWO.target, " It came.\nIt left. "])
def test_what_says_the_same_is_no_edit(text: str) -> None:
    assert pipeline.edited(TWO, text) is TWO


@pytest.mark.parametrize("text", ["", " \n", "\u200f"])
def test_an_empty_edit_is_refused(text: str) -> None:
    with pytest.raises(TranslationError) as caught:
        pipeline.edited(TWO, text)
    assert caught.value.code == "edit.empty"


def test_a_failed_pair_can_be_edited() -> None:
    failed = Pair(0, Role.TITLE, "خبر", None, EngineName.ARGOS, Status.FAILED, detail="too hard")
    edit = pipeline.edited(failed, "News")
    assert (edit.target, edit.status, edit.detail) == ("News", Status.EDITED, None)


@given(st.text(min_size=1, max_size=80), st.text(max_size=80))
def test_the_sentences_of_an_edit_tile_both_strings(source: str, text: str) -> None:
    source = " ".join(source.split()) or "x"
    pair = replace(TWO, source=source, target="It came.", sentences=())
    try:
        edit = pipeline.edited(pair, text)
    except TranslationError:
        return
    if edit is pair:
        return
    assert edit.target
    for side, whole in (("source", edit.source), ("target", edit.target)):
        spans = [getattr(sentence, side) for sentence in edit.sentences]
        assert spans == sorted(spans)
        assert "".join("".join(whole[slice(*span)] for span in spans).split()) == "".join(whole.split())


def test_again_makes_the_named_blocks_anew_and_no_memory_answers_for_them() -> None:
    page = article("أولاً. وثانياً.", "ثالثاً.", "رابعاً.")
    known = [stored(0, "أولاً. وثانياً."), stored(1, "ثالثاً.")]
    engine = Counting()
    pairs = paired(*pipeline.pair(page, engine, known, again=frozenset({0})))
    assert pairs[0].target == "answer 1 answer 2"
    assert (pairs[1], pairs[2].target) == (known[1], "answer 3")
    assert engine.contexts[0].anew == {0, 1}
    assert pairs[0].maker == ARGOS


def test_again_spares_what_a_person_wrote() -> None:
    known = [stored(0, "أولاً.", EngineName.PERSON, Status.EDITED)]
    engine = Counting()
    assert list(pipeline.pair(article("أولاً."), engine, known, again=frozenset({0}))) == known
    assert engine.answers == 0


@pytest.mark.parametrize("engine", [Counting(fails=True), Counting(breaks=True), Counting(EngineName.GLOSS)])
def test_again_takes_nothing_away(engine: Counting) -> None:
    known = [stored(0, "أولاً.")]
    assert list(pipeline.pair(article("أولاً."), engine, known, again=frozenset({0}))) == known


def test_again_names_the_place_a_text_has_now() -> None:
    known = [stored(0, "أولاً."), stored(1, "ثانياً.")]
    pairs = paired(*pipeline.pair(article("جديد.", "أولاً.", "ثانياً."), Counting(), known, again=frozenset({1})))
    assert [pairs[index].target for index in range(3)] == ["answer 1", "answer 2", "stored"]


REGIME = Term(1, "النظام", "the regime")
FORCES = Term(2, "القوات الروسية", "the Russian forces")


def test_every_pair_is_checked_with_the_terms_that_stand_in_it() -> None:
    page = article("قصفت قوات النظام البلدة.", "وصل الوفد.", "تقدمت للقوات الروسية آليات.", "غادر النظام.")
    known = [
        replace(stored(0, "قصفت قوات النظام البلدة."), target="The regime’s forces shelled the town."),
        replace(stored(3, "غادر النظام.", EngineName.PERSON, Status.EDITED), target="The order left."),
    ]
    engine = Counting()
    pairs = paired(*pipeline.pair(page, engine, known, terms=[REGIME, FORCES]))
    wanting = {
        index: [flag.detail for flag in pair.flags if flag.kind is FlagKind.GLOSSARY] for index, pair in pairs.items()
    }
    assert wanting == {0: [], 1: [], 2: ["the Russian forces"], 3: ["the regime"]}
    assert engine.contexts[0].terms == (REGIME, FORCES)
    assert pipeline.edited(pairs[3], "The regime left.", [REGIME]).flags == ()
    (flag,) = pipeline.edited(pairs[3], "It left.", [REGIME]).flags
    assert (flag.kind, flag.detail, flag.source) == (FlagKind.GLOSSARY, "the regime", ((5, 11),))


def test_the_terms_are_those_of_the_library_and_none_where_there_is_no_library(home: Path) -> None:
    app = App(home / "muwazi")
    assert app.terms() == []
    assert not app.paths.library.exists()
    with app.library() as library:
        term = library.add_term("النظام", "the regime")
    assert app.terms() == [term]
    engine = Counting()
    list(app.pair(article("غادر النظام."), engine))
    assert engine.contexts[0].terms == (term,)
    app.paths.library.write_bytes(b"no library at all" * 20)
    assert app.terms() == []
