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
    """The engine that the packages in use make for a pair of languages (ISO 639-1); None where they make none.

    ``choice`` is "auto" or an engine's name ("argos", "opus"), then only its packages count. ``glosses_of`` gives the
    English words that a lexicon has for an Arabic word; word links are better for it by a little, and later.
    """
    fitting = [package for package in installed if package.active and choice in (AUTO, package.engine)]
    pair = (source, target)
    straight = [one for one in fitting if (one.source_language, one.target_language) == pair]
    if straight:
        return translator_of(straight[0], glosses_of)
    way = find_way(fitting, source, target)
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
