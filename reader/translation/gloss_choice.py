"""Chooses the likeliest reading of each word: how often it was seen in translated text, and how it fits its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.arabic.lexicon_likelihood import form_score
from reader.translation.gloss_english import is_plural
from reader.translation.gloss_renderings import best
from reader.translation.gloss_units import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.arabic.lexicon import Analysis
    from reader.arabic.lexicon_likelihood import Figures


_BEFORE_VERBS = frozenset({"neg", "neg_past", "neg_future", "future", "perfect", "an", "rel", "rel_f", "to"})
_NAMED = frozenset({"noun", "name", "place", "person"})
_PERSON = re.compile(r"IV\d|.VSUFF_SUBJ")


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
    person: str
    plural: bool
    nominative: bool


@dataclass(frozen=True, slots=True)
class Fixed:
    """A table's noun or term, as its neighbours see it."""

    kind: str
    definite: bool
    feminine: bool
    plural: bool


def candidates(analyses: Sequence[Analysis], figures: Figures, wordings: dict[str, tuple[str, str]]) -> list[Candidate]:
    """The readings of one word with what is known of each without its neighbours."""
    return [_candidate(analysis, figures, wordings) for analysis in analyses]


def _candidate(analysis: Analysis, figures: Figures, wordings: dict[str, tuple[str, str]]) -> Candidate:
    english, score = best(analysis, figures, wordings)
    kind = wordings.get(analysis.lemma_id, ("", ""))[1] or kind_of(analysis)
    tags = [tag for _, tag in (*analysis.prefixes, *analysis.stem, *analysis.suffixes)]
    return Candidate(
        analysis, english, kind, score + form_score(analysis), "DET" in tags, any("NSUFF_FEM" in tag for tag in tags),
        any(tag == "PREP" for _, tag in analysis.prefixes), next((tag for tag in tags if _PERSON.match(tag)), ""),
        kind == "noun" and is_plural(english), any("NOM" in tag.split("_") for tag in tags),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """A word's reading and the steps before it, which paths that part later share."""

    candidate: Candidate | None
    before: _Step | None


_Path = tuple[float, _Step | None, str, Candidate | Fixed | None]


def choose(words: Sequence[Sequence[Candidate] | str | Fixed]) -> list[Candidate | None]:
    """The best sequence of readings. ``words`` holds for each word its candidates, or, where it needs no reading, the
    kind it has ("prep", "neg_past", "" at a mark or a word that nobody knows); the answer holds None there."""
    paths: list[_Path] = [(0.0, None, "", None)]
    for word in words:
        if word == "quote":  # a verb and its subject see each other across an opening quote
            paths = [(total, _Step(None, path), "quote", previous) for total, path, _, previous in paths]
            continue
        if isinstance(word, str):
            if word == "number":  # "and 12 were wounded": a noun without the article and a number do not go together
                paths = sorted(paths, key=lambda option: -option[0] + (2.5 if _is_bare(option[3]) else 0.0))
            paths = [(total, _Step(None, path), word, None) for total, path, _, _ in paths[:1]]
            continue
        if isinstance(word, Fixed):
            total, path = max(
                ((total + _fit_noun(previous, word), path) for total, path, _, previous in paths),
                key=lambda option: option[0],
            )
            paths = [(total, _Step(None, path), word.kind, None)]
            continue
        extended: list[_Path] = []
        for candidate in word:
            total, path = max(
                (
                    (total + candidate.score + _fit(kind, previous, candidate), path)
                    for total, path, kind, previous in paths
                ),
                key=lambda option: option[0],
            )
            extended.append((total, _Step(candidate, path), candidate.kind, candidate))
        paths = sorted(extended, key=lambda option: -option[0])[:8]
    chosen: list[Candidate | None] = []
    step = paths[0][1]
    while step is not None:
        chosen.append(step.candidate)
        step = step.before
    return chosen[::-1]


def _is_bare(previous: Candidate | Fixed | None) -> bool:
    """Whether it is a singular noun without the article, joined to an "and"."""
    if not isinstance(previous, Candidate) or previous.kind != "noun" or previous.definite or previous.plural:
        return False
    return any(tag == "CONJ" for _, tag in previous.analysis.prefixes)


def _fit_noun(previous: Candidate | Fixed | None, noun: Candidate | Fixed) -> float:
    """What a verb gains or loses by the noun after it: a verb before its subject is feminine where the subject is."""
    if not isinstance(previous, Candidate) or previous.kind != "verb" or not noun.definite:
        return 0.0
    if previous.person == "IV3FS" and not noun.feminine and not noun.plural:
        return -2.0
    if previous.person == "IV3MS" and noun.feminine and not noun.plural:
        return -0.5
    return 0.0


def _fit(kind: str, previous: Candidate | Fixed | None, candidate: Candidate) -> float:
    """What a reading gains or loses by the word before it, of that kind; ``previous`` is that word's own reading."""
    verb = candidate.kind == "verb"
    past = verb and candidate.analysis.stem[0][1] == "VERB_PERFECT"
    nominal = candidate.kind in ("noun", "adj", "name")
    bonus = 0.0
    joined = {tag for _, tag in candidate.analysis.prefixes}
    if kind == "prep" and not joined & {"CONJ"}:
        bonus += -4.0 if verb or "PREP" in joined else 1.0 if nominal else 0.0
        bonus -= 2.0 if candidate.nominative else 0.0
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
    if kind == "number" and candidate.kind == "noun":
        bonus += 1.0
    if candidate.kind in ("noun", "name"):
        bonus += _fit_noun(previous, candidate)
    if isinstance(previous, Candidate) and not joined & {"CONJ", "PREP"}:
        bonus += _fit_pair(previous, candidate, verb, nominal)
    return bonus


def _fit_pair(previous: Candidate, candidate: Candidate, verb: bool, nominal: bool) -> float:
    """What two readings side by side say for each other."""
    bonus = 0.0
    if previous.kind == "noun" and candidate.kind == "adj":
        gender = previous.feminine == candidate.feminine or (previous.plural and candidate.feminine)
        agrees = previous.definite == candidate.definite and gender
        bonus += 1.5 if agrees else 0.3 if previous.definite == candidate.definite else -0.7
    if previous.kind == "noun" and not previous.definite and candidate.kind == "noun" and candidate.definite:
        bonus += -2.5 if candidate.nominative else 0.7  # an owner stands in the genitive
    if previous.kind == "noun" and previous.definite and candidate.kind == "noun" and candidate.definite:
        bonus -= 3.0  # two nouns with the article side by side are rare
    if previous.kind == "adj" and candidate.kind == "adj":
        bonus += 1.0 if previous.definite == candidate.definite else -0.5
    if previous.kind == "noun" and not previous.definite and verb:
        bonus -= 2.5 if previous.after_preposition else 1.0
    if previous.kind == "verb" and verb:
        bonus -= 1.5
    if previous.kind == "verb" and candidate.nominative:
        bonus += 1.0
    if previous.after_preposition and previous.kind == "noun" and not previous.definite and nominal:
        bonus += 0.3
    return bonus
