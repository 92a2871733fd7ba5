"""Which engine the installed packages make."""

from __future__ import annotations

import pytest

from reader.model import EngineName, Package
from reader.translation.argos import ArgosTranslator
from reader.translation.engines import choose
from reader.translation.opus import OpusTranslator
from reader.translation.pivot import PivotTranslator


def package(pair: str, engine: EngineName = EngineName.ARGOS, *, active: bool = True) -> Package:
    source, _, target = pair.partition("_")
    return Package(pair, "1.0", source, target, 1, engine, active, "")


def test_a_package_that_leads_straight_there_is_taken_by_its_own_engine() -> None:
    assert isinstance(choose([package("ar_fr"), package("fr_en"), package("ar_en")]), ArgosTranslator)
    assert isinstance(choose([package("ar_en", EngineName.OPUS)]), OpusTranslator)


def test_without_one_the_way_leads_through_a_middle_language_whatever_the_engines() -> None:
    pivot = choose([package("ar_fr"), package("fr_en", EngineName.OPUS)])
    assert isinstance(pivot, PivotTranslator)
    assert pivot.engine.package == "ar_fr+fr_en"


@pytest.mark.parametrize(
    "installed",
    [
        [],
        [package("ar_en", active=False)],
        [package("en_ar")],
        [package("ar_fr"), package("fr_en", active=False)],
    ],
)
def test_where_nothing_fits_there_is_none(installed: list[Package]) -> None:
    assert choose(installed) is None


def test_an_engine_asked_for_by_name_is_the_only_one_that_counts() -> None:
    both = [package("ar_en", EngineName.ARGOS), package("ar_en", EngineName.OPUS)]
    assert isinstance(choose(both, "opus"), OpusTranslator)
    assert isinstance(choose(both, "argos"), ArgosTranslator)
    assert choose(both[:1], "opus") is None
    unused = [package("ar_en", EngineName.OPUS), package("ar_en", active=False)]
    assert isinstance(choose(unused, "argos"), ArgosTranslator)
    assert isinstance(choose(unused), OpusTranslator)
