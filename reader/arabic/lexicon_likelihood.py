"""How likely a reading of a word is in news before anything is known of its neighbours."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reader.settings import resources

if TYPE_CHECKING:
    from reader.arabic.lexicon import Analysis

Figures = dict[tuple[str, str], float]
"""How often a lemma (by its name in the analyser's tables) was translated by an English rendering."""

UNSEEN = 0.05
"""What is added to a count: no reading is impossible."""

PREFERRED = 25.0
"""What is added to the count of a lemma that our own table words: it is likely in news."""


def load_figures() -> Figures:
    """The figures learned from parallel text."""
    figures: Figures = {}
    with (resources() / "lexicon" / "figures.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                lemma, english, count = line.rstrip("\n").split("\t")
                figures[lemma, english] = float(count)
    return figures


def load_counts() -> dict[str, float]:
    """How often each lemma was seen, whatever its rendering; more for those that our table words as news does."""
    counts: dict[str, float] = {}
    for (lemma, _), count in load_figures().items():
        counts[lemma] = counts.get(lemma, 0.0) + count
    with (resources() / "lexicon" / "wordings.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                lemma = line.partition("\t")[0]
                counts[lemma] = counts.get(lemma, 0.0) + PREFERRED
    return counts


def likelihood(analysis: Analysis, counts: dict[str, float]) -> float:
    """A logarithm by which the readings of one word can be put in order, likeliest first; ``counts`` by lemma."""
    return math.log(counts.get(analysis.lemma_id, 0.0) + UNSEEN) + form_score(analysis)


def form_score(analysis: Analysis) -> float:
    """What a reading's form adds to its likelihood: nothing for the plain ones, less for rare ones."""
    tags = [tag for _, tag in (*analysis.prefixes, *analysis.stem, *analysis.suffixes)]
    text = " ".join(tags)
    stem = analysis.stem[0][1] if analysis.stem else ""
    score = 0.0
    # News hardly ever speaks to its reader or of itself, and seldom commands.
    if any(mark in text for mark in ("IV2", "SUBJ:2", "CVSUFF", "PRON_2", "DO:2")):
        score -= 3.0
    elif "IV1S" in text or "SUBJ:1S" in text or "PRON_1S" in text:
        score -= 2.0
    if "VERB_IMPERATIVE" in text or "INTERJ" in text or "ABBREV" in text:
        score -= 4.0
    if "SUBJ:3FP" in text or "IV3FP" in text or "EMPHATIC" in text:
        score -= 2.0
    if "RESULT_CLAUSE" in text:
        score -= 5.0
    elif "CONJ" in tags and "فَ" in (form for form, _ in analysis.prefixes):
        score -= 1.0
    if stem == "NOUN_PROP":
        score -= 2.0 if "DET" in tags else 0.5
    if stem == "PREP" and "PRON" in text:
        score += 4.0
    score -= 0.7 * tags.count("PREP")
    if "_DU_" in text and "_POSS" in text:
        score -= 5.0 if "POSS_PRON" in text else 0.5
    if "MASC_DU" in text:
        score -= 0.6  # mostly written as something commoner is: a plural, a name in ان
    return score
