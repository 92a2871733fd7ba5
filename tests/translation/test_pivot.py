"""A way through a middle language: two engines as one, sentence by sentence, with links led through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from models_made import opus_folder, package_at
from translator_contract import TranslatorContract, run

from reader.model import Engine, EngineName, Package
from reader.translation.argos import ArgosTranslator
from reader.translation.neural import Options
from reader.translation.opus import OpusTranslator
from reader.translation.packages import PackageStore
from reader.translation.pivot import PivotTranslator, composed, find_way
from reader.translation.translator import Context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def ways(small_package: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Package, Package]:
    """A package from Arabic, and one that takes its English for a third language."""
    folder = tmp_path_factory.mktemp("pivot")
    texts = [line.split("\t")[1] for line in small_package.with_name("known.tsv").read_text("utf-8").splitlines()]
    opus_folder(folder / "en_xx", texts, source_eos=False)
    store = PackageStore(folder / "packages", {})
    return store.install(small_package), package_at(folder / "en_xx", EngineName.OPUS, "en", "xx")


@pytest.fixture
def pivot(ways: tuple[Package, Package]) -> Iterator[PivotTranslator]:
    translator = PivotTranslator(ArgosTranslator(ways[0]), OpusTranslator(ways[1]), "en")
    yield translator
    translator.close()


class TestPivotTranslator(TranslatorContract):
    @pytest.fixture
    def translator(self, pivot: PivotTranslator) -> PivotTranslator:
        return pivot


def test_it_names_both_packages(pivot: PivotTranslator) -> None:
    assert pivot.engine == Engine(
        EngineName.ARGOS, "ar_en+en_xx", "0.1+1.0", f"{Options().digest()}+{Options().digest()}"
    )


def test_the_second_engine_takes_what_the_first_one_gives(
    pivot: PivotTranslator, ways: tuple[Package, Package]
) -> None:
    sources = ("سأل توم ماري إذا ما كانت خططت للسباحة أم لا.", "أريد إجابة منك في أسرع وقت ممكن", "#وسم")
    half_way = run(ArgosTranslator(ways[0]), sources)
    ends = run(OpusTranslator(ways[1]), tuple(str(result.text) for result in half_way))
    for result, begin, end in zip(run(pivot, sources), half_way, ends, strict=True):
        assert result.text == end.text
        assert result.words == composed(begin.words, end.words)
        if begin.score is None or end.score is None:
            assert result.score is None
        else:
            assert result.score == pytest.approx(begin.score + end.score)


def test_what_the_reader_looks_at_comes_first_and_early(pivot: PivotTranslator) -> None:
    sources = [f"وصل الوفد رقم {number} إلى المدينة." for number in range(40)]
    results = pivot.translate(sources, Context(first=(30, 31)))
    seen = [next(results).index for _ in range(2)]
    assert set(seen) <= {30, 31, *range(10)}
    assert sorted([*seen, *(result.index for result in results)]) == list(range(40))


def test_links_are_led_through_the_words_between() -> None:
    first, second = ((0, 3, 0, 4), (4, 8, 5, 9)), ((5, 9, 0, 2), (0, 4, 3, 6), (0, 4, 7, 9))
    assert composed(first, second) == ((0, 3, 3, 6), (0, 3, 7, 9), (4, 8, 0, 2))
    assert composed(None, second) is None
    assert composed(first, None) is None


def test_a_way_is_found_among_the_packages_in_use() -> None:
    def package(source: str, target: str) -> Package:
        return Package(f"{source}_{target}", "1.0", source, target, 1, EngineName.ARGOS, True, "")

    through_french = [package("ar", "fr"), package("fr", "en")]
    assert find_way(through_french, "ar", "en") == tuple(through_french)
    assert find_way([package("ar", "fr"), package("de", "en")], "ar", "en") is None
    both = [*through_french, package("ar", "de"), package("de", "en")]
    assert find_way(both, "ar", "en") == (both[2], both[3])
