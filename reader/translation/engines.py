"""Chooses the engine for a language pair out of the installed packages, by a pivot where none leads straight there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import EngineName
from reader.translation.pivot import PivotTranslator, find_way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Package
    from reader.translation.link_words import GlossesOf
    from reader.translation.neural import NeuralTranslator
    from reader.translation.translator import Translator

AUTO = "auto"


def choose(
    installed: Sequence[Package],
    choice: str = AUTO,
    source: str = "ar",
    target: str = "en",
    glosses_of: GlossesOf | None = None,
) -> Translator | None:
    """The engine that installed packages make for a pair of languages (ISO 639-1); None where they make none.

    ``choice`` is "auto", then the packages in use count, or an engine's name ("argos", "opus"): then only its packages
    do, for each pair the one in use or else the first. ``glosses_of`` gives the English words that a lexicon has for
    an Arabic word; word links are better for it by a little, and later.
    """
    by_pair: dict[tuple[str, str], Package] = {}
    for package in sorted(installed, key=lambda one: not one.active):
        if package.engine == choice or (choice == AUTO and package.active):
            by_pair.setdefault((package.source_language, package.target_language), package)
    if (source, target) in by_pair:
        return translator_of(by_pair[source, target], glosses_of)
    way = find_way(list(by_pair.values()), source, target)
    if way is None:
        return None
    return PivotTranslator(translator_of(way[0]), translator_of(way[1]), way[0].target_language)


def translator_of(package: Package, glosses_of: GlossesOf | None = None) -> NeuralTranslator:
    """The engine that runs a package."""
    if package.engine is EngineName.OPUS:
        from reader.translation.opus import OpusTranslator

        return OpusTranslator(package, glosses_of=glosses_of)
    from reader.translation.argos import ArgosTranslator

    return ArgosTranslator(package, glosses_of=glosses_of)
