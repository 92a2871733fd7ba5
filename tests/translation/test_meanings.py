"""Word links are put right by the lexicon, which is asked beside the translating: it may be late, dead, or hang."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from translator_contract import TranslatorContract

from reader import pipeline
from reader.app import App
from reader.arabic.lexicon import Lexicon
from reader.model import Article, Block, Package, Role
from reader.translation import meanings as meanings_module
from reader.translation.argos import ArgosTranslator
from reader.translation.link_words import english_words
from reader.translation.meanings import Answers, Meanings
from reader.translation.packages import PackageStore
from reader.translation.translator import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.arabic.lexicon import Analysis
    from reader.model import WordLink
    from reader.translation.translator import Translation, Translator


@pytest.fixture(scope="module")
def package(small_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Package:
    return PackageStore(tmp_path_factory.mktemp("packages"), {}).install(small_package)


@pytest.fixture(scope="module")
def sentences(small_package: Path) -> list[str]:
    known = small_package.with_name("known.tsv").read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[0] for line in known[:80]]


class Watched(Lexicon):
    """The real lexicon, and whether it was asked anything."""

    asked = False

    def analyses(self, words: Sequence[str]) -> list[tuple[Analysis, ...]]:
        self.asked = True
        return super().analyses(words)


class Held(Lexicon):
    """The real lexicon, that answers only once the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.may_answer = threading.Event()

    def analyses(self, words: Sequence[str]) -> list[tuple[Analysis, ...]]:
        assert self.may_answer.wait(60)
        return super().analyses(words)


class TestArgosWithALexiconKeepsTheContract(TranslatorContract):
    """Nothing comes twice here: the lexicon has answered before the first sentence is done, or never does."""

    @pytest.fixture
    def translator(self, package: Package, monkeypatch: pytest.MonkeyPatch) -> Iterator[Translator]:
        monkeypatch.setattr(sys, "executable", "/bin/false")
        with closing(ArgosTranslator(package, meanings=Meanings(Lexicon()))) as translator:
            yield translator


def links_of(results: Sequence[Translation]) -> list[tuple[WordLink, ...] | None]:
    """The links of each sentence, by the last that was said of it."""
    last = {result.index: result.words for result in results}
    return [last[index] for index in sorted(last)]


def test_what_the_lexicon_says_of_a_word_is_the_english_of_all_its_readings() -> None:
    with Lexicon() as lexicon:
        (analyses,) = lexicon.analyses(["المدينة"])
        assert {"city", "debtor"} <= english_words(analyses)
        answers = Answers(lexicon, iter(["المدينة", "ظظظ", "المدينة"]), 60)
        assert answers.may_come() and not answers.is_asking()
        answers.begin()
        assert answers.wait({"المدينة", "ظظظ"})
        assert answers.meanings("المدينة") == english_words(analyses)
        assert not answers.meanings("ظظظ") and not answers.meanings("كتاب")


def test_a_lexicon_that_runs_is_asked_at_once_and_one_that_must_start_or_failed_is_not() -> None:
    with Lexicon() as lexicon:
        meanings = Meanings(lexicon)
        first = meanings.of(["المدينة"])
        assert not first.is_asking() and not first.are_known(["المدينة"])
        first.begin()
        assert first.wait({"المدينة"})
        second = meanings.of(["كتاب"])
        assert second.wait({"كتاب"})  # nobody has begun it
        second.was_let_down = True
        third = meanings.of(["بيت"])
        assert third._thread.ident is None
        meanings.close()


def test_a_late_lexicon_delays_nothing_and_the_links_come_right_in_the_end(
    package: Package, sentences: list[str]
) -> None:
    context = Context(first=(3, 4))
    with closing(ArgosTranslator(package)) as plain:
        without = list(plain.translate(sentences, context))
    lexicon = Held()
    with closing(ArgosTranslator(package, meanings=Meanings(lexicon))) as translator:
        results = translator.translate(sentences, context)
        first = [next(results) for _ in sentences]
        lexicon.may_answer.set()
        assert first == without
        late = list(results)
        assert 0 < len(late) < len(sentences)
        before = {one.index: one for one in first}
        for one in late:
            assert (one.text, one.score) == (before[one.index].text, before[one.index].score)
            assert one.words != before[one.index].words
        again = list(translator.translate(sentences, context))
    assert links_of(again) == links_of([*first, *late]) != links_of(without)


def test_the_lexicon_is_left_alone_until_there_is_something_to_read(package: Package, sentences: list[str]) -> None:
    lexicon = Watched()
    with closing(ArgosTranslator(package, meanings=Meanings(lexicon))) as translator:
        results = translator.translate(sentences, Context(first=(3,)))
        assert next(results).index == 3
        assert not lexicon.asked
        list(results)
        assert lexicon.asked


def test_early_sentences_are_not_kept_without_end(
    package: Package, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.translation import neural

    monkeypatch.setattr(neural, "MOST_EARLY", 10)
    with closing(ArgosTranslator(package, meanings=Meanings(Lexicon()))) as translator:
        expected = links_of(list(translator.translate(sentences, Context())))
    lexicon = Held()
    with closing(ArgosTranslator(package, meanings=Meanings(lexicon))) as translator:
        results = translator.translate(sentences, Context())
        seen = [next(results) for _ in range(10)]
        lexicon.may_answer.set()
        seen += results
    assert links_of(seen) == expected


@pytest.mark.parametrize("how", ["/bin/false", "/nonexistent"])
def test_a_dead_lexicon_leaves_the_links_there_are(
    package: Package, sentences: list[str], how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(ArgosTranslator(package)) as plain:
        without = list(plain.translate(sentences, Context()))
    monkeypatch.setattr(sys, "executable", how)
    with closing(ArgosTranslator(package, meanings=Meanings(Lexicon()))) as translator:
        for _ in range(2):
            assert list(translator.translate(sentences, Context())) == without


def test_a_lexicon_that_hangs_is_waited_for_once(
    package: Package, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meanings_module, "PATIENCE", 1.0)
    with closing(ArgosTranslator(package)) as plain:
        without = list(plain.translate(sentences, Context()))
    lexicon = Lexicon(timeout=60.0)
    with closing(ArgosTranslator(package, meanings=Meanings(lexicon))) as translator:
        lexicon.readings(["كتاب"])
        process = lexicon._process
        assert process is not None
        os.kill(process._popen.pid, signal.SIGSTOP)
        waits = []
        for _ in range(3):
            results = translator.translate(sentences, Context())
            assert [next(results) for _ in sentences] == without
            begun = monotonic()
            assert list(results) == []
            waits.append(monotonic() - begun >= 1.0)
        assert waits == [True, False, False]
    assert process._popen.poll() is not None


def test_closing_ends_the_lexicon_also_where_it_is_just_being_asked(package: Package, sentences: list[str]) -> None:
    def children() -> set[int]:
        listed = subprocess.run(["ps", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
        rows = (map(int, line.split()) for line in listed.splitlines())
        return {pid for pid, parent in rows if parent == os.getpid()}

    for taken in (0, 1, 40):
        lexicon = Lexicon()
        translator = ArgosTranslator(package, meanings=Meanings(lexicon))
        results = translator.translate(sentences, Context())
        for _ in range(taken):
            next(results)
        results.close()  # type: ignore[attr-defined]
        translator.close()
        assert lexicon._process is None
        assert not [thread for thread in threading.enumerate() if thread.name == "meanings"]


def test_what_is_stored_and_printed_is_the_same_every_time(
    home: Path, small_package: Path, sentences: list[str]
) -> None:
    app = App(home / "muwazi")
    app.packages().install(small_package)
    blocks = (Block(Role.PARAGRAPH, " ".join(sentences[at : at + 2]), (at,)) for at in range(0, 40, 2))
    page = Article(title="خبر", blocks=tuple(blocks))
    runs = []
    for _ in range(3):
        with closing(app.translator()) as translator:
            runs.append(app.paired(page, app.pair(page, translator), translator.engine))
    assert runs[0] == runs[1] == runs[2]
    (package,) = app.packages().installed()
    with closing(ArgosTranslator(package)) as plain:
        without = pipeline.paired(page, pipeline.pair(page, plain), plain.engine)
    assert [pair.target for pair in without.pairs] == [pair.target for pair in runs[0].pairs]
    assert without != runs[0]
    with app.library() as library:
        piece, _ = library.add(runs[0])
        with closing(app.translator()) as translator:
            assert app.paired(page, app.pair(page, translator), translator.engine) == runs[0]
        assert library.get(piece).pairs == runs[0].pairs
