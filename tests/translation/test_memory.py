"""What was translated before comes from the memory, to the letter as the engine gave it; the rest goes down."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import pipeline
from reader.app import App
from reader.errors import LibraryError
from reader.library.store import Library
from reader.library.visits import LibraryVisits
from reader.model import Article, Block, Engine, EngineName, Remembered, Role
from reader.translation.argos import ArgosTranslator
from reader.translation.memory import RememberingTranslator
from reader.translation.translator import Context, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

ARGOS = Engine(EngineName.ARGOS, "ar_en", "1.0", "beam4")


class Backwards:
    """An engine of the test's own: each sentence's letters in reverse, the last sentence first."""

    engine = ARGOS

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.contexts: list[Context] = []
        self.closed = self.cancelled = False

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        self.asked.append(list(sentences))
        self.contexts.append(context)
        try:
            for index in reversed(range(len(sentences))):
                yield Translation(index, sentences[index][::-1], -0.5, ((0, 1, 0, 1),))
        except GeneratorExit:
            self.cancelled = True
            raise

    def close(self) -> None:
        self.closed = True


class Notes:
    """A memory of the test's own, in a dict."""

    def __init__(self, *known: str, broken: bool = False) -> None:
        self.known = {sentence: Remembered(f"known {sentence}", -0.1, ((0, 1, 0, 5),)) for sentence in known}
        self.broken = broken
        self.asked: list[tuple[set[str], Engine, str, str]] = []

    def remembered(
        self, sentences: Iterable[str], engine: Engine, source_language: str, target_language: str
    ) -> dict[str, Remembered]:
        asked = set(sentences)
        self.asked.append((asked, engine, source_language, target_language))
        if self.broken:
            raise LibraryError("library.busy", path="x")
        return {sentence: answer for sentence, answer in self.known.items() if sentence in asked}


def article(*texts: str) -> Article:
    return Article(title="خبر", blocks=tuple(Block(Role.PARAGRAPH, text, (n,)) for n, text in enumerate(texts, 1)))


def test_known_sentences_come_first_and_never_go_down() -> None:
    below, memory = Backwards(), Notes("ب", "د")
    translator = RememberingTranslator(below, memory)
    results = list(translator.translate(["ا", "ب", "ج", "د", "ب"], Context(first=(2, 1))))
    assert [(one.index, one.text) for one in results] == [
        (1, "known ب"), (3, "known د"), (4, "known ب"), (2, "ج"), (0, "ا"),
    ]  # fmt: skip
    assert results[0] == Translation(1, "known ب", -0.1, ((0, 1, 0, 5),))
    assert below.asked == [["ا", "ج"]]
    assert below.contexts[0].first == (1,)
    assert memory.asked == [({"ا", "ب", "ج", "د"}, ARGOS, "ar", "en")]
    assert translator.engine == ARGOS


def test_what_is_wholly_known_does_not_wake_the_engine() -> None:
    below = Backwards()
    assert len(list(RememberingTranslator(below, Notes("ا")).translate(["ا", "ا"], Context()))) == 2
    assert below.asked == []


def test_sentences_that_are_to_be_made_anew_go_down_though_they_are_known() -> None:
    below = Backwards()
    results = list(
        RememberingTranslator(below, Notes("ا", "ب")).translate(["ا", "ب", "ا"], Context(anew=frozenset({2})))
    )
    assert [(one.index, one.text) for one in results] == [(0, "known ا"), (1, "known ب"), (2, "ا")]
    assert below.contexts[0].anew == {0}


def test_a_memory_that_cannot_be_read_keeps_nobody_from_translating() -> None:
    below = Backwards()
    assert len(list(RememberingTranslator(below, Notes("ا", broken=True)).translate(["ا"], Context()))) == 1
    assert below.asked == [["ا"]]


def test_closing_reaches_the_engine() -> None:
    below = Backwards()
    translator = RememberingTranslator(below, Notes("ا"))
    with closing(translator.translate(["ا", "ب", "ج"], Context())) as results:  # type: ignore[type-var]
        assert [next(results).index, next(results).index] == [0, 2]
    assert below.cancelled
    translator.close()
    assert below.closed


@given(
    st.lists(st.sampled_from("ابجدهو"), max_size=12), st.sets(st.sampled_from("ابجدهو")), st.sets(st.integers(0, 11))
)
@settings(max_examples=200)
def test_each_sentence_is_answered_once_and_by_whom_it_should(
    sentences: list[str], known: set[str], anew: set[int]
) -> None:
    translator = RememberingTranslator(Backwards(), Notes(*known))
    results = list(translator.translate(sentences, Context(first=(0, 5), anew=frozenset(anew))))
    assert sorted(one.index for one in results) == list(range(len(sentences)))
    for one in results:
        sentence = sentences[one.index]
        remembered = sentence in known and one.index not in anew
        assert one.text == (f"known {sentence}" if remembered else sentence[::-1])


def test_a_saved_article_costs_nothing_and_is_the_same_from_memory(tmp_path: Path) -> None:
    page = article("قالت الهيئة ذلك. هل نملك الوقت؟ نعم!", "وصل الوفد أمس.")
    path = tmp_path / "library.sqlite3"
    below = Backwards()
    translator = RememberingTranslator(below, LibraryVisits(path))
    pairs = sorted(pipeline.pair(page, translator), key=lambda one: one.index)
    assert not path.exists()  # what is only read is not kept
    assert len(list(pipeline.pair(page, translator))) == 2
    assert len(below.asked) == 2
    with Library(path) as library:
        piece, _ = library.add(pipeline.paired(page, pairs, translator.engine))
        again = sorted(pipeline.pair(page, translator), key=lambda one: one.index)
        assert again == pairs
        assert [pair.maker for pair in again] == [ARGOS, ARGOS]
        assert len(below.asked) == 2
        grown = article("وصل الوفد أمس.", "وصل الوفد أمس. ثم غادر.")
        assert len(list(pipeline.pair(grown, translator))) == 2
        assert below.asked[2:] == [["ثم غادر."]]
        library.remove(piece)
        library.shelves.empty_trash()
    list(pipeline.pair(page, translator))
    assert len(below.asked) == 4


@pytest.fixture
def app(home: Path, small_package: Path) -> App:
    app = App(home / "muwazi")
    app.packages().install(small_package)
    return app


def test_the_real_engine_is_spared_what_the_library_has(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    page = article("وصل الوفد إلى المدينة. لا أعرف من هو.", "توم لا يتكلم الفرنسية.")
    translator = app.translator()
    pairs = sorted(app.pair(page, translator), key=lambda one: one.index)
    with app.library() as library:
        library.add(app.paired(page, pairs, translator.engine))
    translator.close()

    def fail(*_: object) -> None:
        raise AssertionError("the model was loaded for what is known")

    monkeypatch.setattr(ArgosTranslator, "_load", fail)
    with closing(app.translator()) as other:
        assert sorted(app.pair(page, other), key=lambda one: one.index) == pairs
    with closing(app.translator(memory=False)) as bare, pytest.raises(AssertionError):
        list(app.pair(page, bare))
