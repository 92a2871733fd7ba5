"""Chooses the likeliest reading of each word: how often it was seen in translated text, and how it fits its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.translation.gloss_renderings import best
from reader.translation.gloss_units import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.arabic.lexicon import Analysis
    from reader.translation.gloss_renderings import Figures


_BEFORE_VERBS = frozenset({"neg", "neg_past", "neg_future", "future", "perfect", "an", "rel", "to"})
_NAMED = frozenset({"noun", "name", "place", "person"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a word with its best rendering and a score, a logarithm: higher is likelier."""

    analysis: Analysis
    english: str
    kind: str
    score: float
    definite: bool
    feminine: bool
    after_preposition: bool
    second_person: bool


def candidates(analyses: Sequence[Analysis], figures: Figures, wordings: dict[str, tuple[str, str]]) -> list[Candidate]:
    """The readings of one word with what is known of each without its neighbours."""
    return [_candidate(analysis, figures, wordings) for analysis in analyses]


def _candidate(analysis: Analysis, figures: Figures, wordings: dict[str, tuple[str, str]]) -> Candidate:
    english, score = best(analysis, figures, wordings)
    kind = wordings.get(analysis.lemma_id, ("", ""))[1] or kind_of(analysis)
    tags = [tag for _, tag in (*analysis.prefixes, *analysis.stem, *analysis.suffixes)]
    text = " ".join(tags)
    # News hardly ever speaks to its reader or of itself, and seldom commands.
    if any(mark in text for mark in ("IV2", "SUBJ:2", "CVSUFF", "PRON_2", "DO:2")):
        score -= 3.0
    elif "IV1S" in text or "SUBJ:1S" in text or "PRON_1S" in text:
        score -= 2.0
    if "VERB_IMPERATIVE" in text or "INTERJ" in text or "ABBREV" in text:
        score -= 4.0
    if "SUBJ:3FP" in text or "IV3FP" in text or "3MD" in text or "3FD" in text or "EMPHATIC" in text:
        score -= 2.0
    if "RESULT_CLAUSE" in text or ("CONJ" in tags and "فَ" in (form for form, _ in analysis.prefixes)):
        score -= 1.0
    if kind == "name":
        score -= 2.0 if "DET" in tags else 0.5
    if kind == "prep" and "PRON" in text:
        score += 4.0
    score -= 0.7 * tags.count("PREP")
    if "_DU_" in text and "_POSS" in text:
        score -= 5.0 if "POSS_PRON" in text else 0.5
    return Candidate(
        analysis, english, kind, score, "DET" in tags, any("NSUFF_FEM" in tag for tag in tags),
        any(tag == "PREP" for _, tag in analysis.prefixes), "SUBJUNC" in tags,
    )  # fmt: skip


def choose(words: Sequence[Sequence[Candidate] | str]) -> list[Candidate | None]:
    """The best sequence of readings. ``words`` holds for each word its candidates, or, where it needs no reading, the
    kind it has ("prep", "neg_past", "" at a mark or a word that nobody knows); the answer holds None there."""
    paths: list[tuple[float, tuple[Candidate | None, ...], str, Candidate | None]] = [(0.0, (), "", None)]
    for word in words:
        if isinstance(word, str):
            paths = [(total, (*path, None), word, None) for total, path, _, _ in paths[:1]]
            continue
        extended: list[tuple[float, tuple[Candidate | None, ...], str, Candidate | None]] = []
        for candidate in word:
            total, path = max(
                (
                    (total + candidate.score + _fit(kind, previous, candidate), path)
                    for total, path, kind, previous in paths
                ),
                key=lambda option: option[0],
            )
            extended.append((total, (*path, candidate), candidate.kind, candidate))
        paths = sorted(extended, key=lambda option: -option[0])[:8]
    return list(paths[0][1])


def _fit(kind: str, previous: Candidate | None, candidate: Candidate) -> float:
    """What a reading gains or loses by the word before it, of that kind; ``previous`` is that word's own reading."""
    verb = candidate.kind == "verb"
    past = verb and candidate.analysis.stem[0][1] == "VERB_PERFECT"
    nominal = candidate.kind in ("noun", "adj", "name")
    bonus = 0.0
    joined = {tag for _, tag in candidate.analysis.prefixes}
    if kind == "prep" and not joined & {"CONJ"}:
        bonus += -4.0 if verb or "PREP" in joined else 1.0 if nominal else 0.0
    if kind in _NAMED and previous is None and candidate.kind == "adj":
        bonus += 1.0
    if kind in _BEFORE_VERBS:
        bonus += 2.0 if verb else -1.0
        if kind in ("neg_past", "neg_future", "future", "an") and past:
            bonus -= 3.0
    if kind in ("quant", "dem") and verb:
        bonus -= 2.0
    if kind == "quote" and verb:
        bonus -= 3.0  # what stands in quotes is mostly a name or a term
    if kind in ("", "conj", "adv") and past:
        bonus += 0.7  # a clause begins with its verb
    if previous is not None and not joined & {"CONJ", "PREP"}:
        if previous.kind == "noun" and candidate.kind == "adj":
            agrees = previous.definite == candidate.definite and previous.feminine == candidate.feminine
            bonus += 1.5 if agrees else 0.3 if previous.definite == candidate.definite else -0.7
        if previous.kind == "noun" and not previous.definite and candidate.kind == "noun" and candidate.definite:
            bonus += 0.7
        if previous.kind == "adj" and candidate.kind == "adj":
            bonus += 1.0 if previous.definite == candidate.definite else -0.5
        if previous.kind == "noun" and not previous.definite and verb:
            bonus -= 2.5 if previous.after_preposition else 1.0
        if previous.kind == "verb" and verb:
            bonus -= 1.5
        if previous.after_preposition and previous.kind == "noun" and not previous.definite and nominal:
            bonus += 0.3
    return bonus
