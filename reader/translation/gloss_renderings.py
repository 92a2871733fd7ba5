"""The English that an analysis offers, and how often each was the right one in text translated by people."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from reader.arabic.lexicon_likelihood import PREFERRED, UNSEEN
from reader.arabic.lexicon_readings import glosses
from reader.translation.gloss_english import is_plural, plural, singular, verb

if TYPE_CHECKING:
    from reader.arabic.lexicon import Analysis
    from reader.arabic.lexicon_likelihood import Figures

_ASIDE = re.compile(r"\s*\([^)]*\)|[!?]|\"")


def renderings(gloss: str) -> tuple[str, ...]:
    """The alternatives of a gloss as words that can stand in a sentence: no explanations in brackets, and of two
    words joined by a slash the first."""
    found = []
    for phrase in glosses(gloss):
        words = [word.split("/")[0] for word in _ASIDE.sub("", phrase).split()]
        # The letters' entries number them ("15th"): a gloss never says a number that the Arabic has not.
        if words and not any(character.isdigit() for character in phrase):
            found.append(" ".join(words))
    return tuple(dict.fromkeys(found))


def key(analysis: Analysis, rendering: str) -> tuple[str, str]:
    """Where the figure for a rendering stands: singular and plural of a noun are counted together."""
    return analysis.lemma_id, singular(rendering.lower())


def best(analysis: Analysis, figures: Figures, wordings: dict[str, tuple[str, str]]) -> tuple[str, float]:
    """The rendering seen most often, the lexicon's first among equals, and the logarithm of how often the analysis's
    renderings were seen together. ``wordings`` has the last word on its lemmas."""
    options = renderings(analysis.gloss)
    if not options:
        return "", math.log(UNSEEN)
    counts = [figures.get(key(analysis, option), 0.0) for option in options]
    if analysis.lemma_id in wordings:
        own = wordings[analysis.lemma_id][0]
        own = plural(own) if analysis.stem[0][1] == "NOUN" and is_plural(options[0]) else own
        passive = options[0].startswith("be ") and not own.startswith("be ") and not analysis.lemma_id.startswith("{in")
        return "be " + verb(own, "participle") if passive else own, math.log(sum(counts) + PREFERRED)
    return options[counts.index(max(counts))], math.log(sum(counts) + UNSEEN)
