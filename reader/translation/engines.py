"""Chooses the engine for a language pair out of the installed packages, by a pivot where none leads straight there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import EngineName
from reader.translation.pivot import PivotTranslator, find_way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Package
    from reader.translation.decoding import Decoders
    from reader.translation.meanings import Meanings
    from reader.translation.neural import NeuralTranslator
    from reader.translation.translator import Translator

AUTO = "auto"


def choose(
    installed: Sequence[Package],
    choice: str = AUTO,
    source: str = "ar",
    target: str = "en",
    meanings: Meanings | None = None,
    decoders: Decoders | None = None,
) -> Translator | None:
    """The engine that installed packages make for a pair of languages (ISO 639-1); None where they make none.

    ``choice`` is "auto", then the packages in use count, or an engine's name ("argos", "opus"): then only its packages
    do, for each pair the one in use or else the first. ``meanings`` puts the word links right by a lexicon, from Arabic
    to English; a translator that has no use for it leaves it unopened. ``decoders`` are the models that are loaded
    already.
    """
    by_pair: dict[tuple[str, str], Package] = {}
    for package in sorted(installed, key=lambda one: not one.active):
        if package.engine == choice or (choice == AUTO and package.active):
            by_pair.setdefault((package.source_language, package.target_language), package)
    if (source, target) in by_pair:
        return translator_of(by_pair[source, target], meanings, decoders)
    way = find_way(list(by_pair.values()), source, target)
    if way is None:
        return None
    first, second = (translator_of(package, decoders=decoders) for package in way)
    return PivotTranslator(first, second, way[0].target_language)


def translator_of(
    package: Package, meanings: Meanings | None = None, decoders: Decoders | None = None
) -> NeuralTranslator:
    """The engine that runs a package."""
    if package.engine is EngineName.OPUS:
        from reader.translation.opus import OpusTranslator

        return OpusTranslator(package, meanings=meanings, decoders=decoders)
    from reader.translation.argos import ArgosTranslator

    return ArgosTranslator(package, meanings=meanings, decoders=decoders)
