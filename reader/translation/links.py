"""Word links: which words of a translation stand for which of its source, from attention and from what words show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.translation import link_evidence as evidence
from reader.translation.keeping import ADDRESS
from reader.translation.link_words import Word, source_word, target_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Span, WordLink
    from reader.translation.link_evidence import Knowledge

    Spans = Sequence[Span | None]

_SIGNS = "\u064b-\u065f\u0670\u0640\u200c\u200d"
WORD = re.compile(rf"(?:{ADDRESS}|[^\W_][\w{_SIGNS}]*(?:[.,:/'’@&+%٫٬-][^\W_][\w{_SIGNS}]*)*%?)")

CERTAIN = 0.15
"""The least strength of a link between two words that have no other."""
JOINED = 0.30
"""The least strength of a further link of a word that has one already: for words that say together what one says."""
SUPPORT, REACH = 0.06, 2
"""What a link gains by each neighbour whose own link is near it, and how many words off is near."""
NEAR = 0.1
"""How much a link loses where both words stand at opposite ends of their sentences."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a model looked at: the places of the tokens of source and target in code points, None where that is not
    known, and for each target token a row with a weight for each source token."""

    source_spans: Spans
    target_spans: Spans
    attention: Sequence[Sequence[float]]

    def place_of(self, span: Span) -> int:
        """Where in the target the model looked most at a span of the source: the end of that token, the target's
        begin where nothing is known."""
        start, end = span
        columns = [place for place, own in enumerate(self.source_spans) if own and own[0] < end and own[1] > start]
        best, at = 0.0, 0
        for row, there in zip(self.attention, self.target_spans, strict=False):
            weight = sum(row[place] for place in columns if place < len(row))
            if there and weight > best:
                best, at = weight, there[1]
        return at

    def by_word(self, sources: Sequence[Word], targets: Sequence[Word]) -> list[list[float]]:
        """The attention from word to word: of a target word's tokens together to a source word's tokens together."""
        columns = _owners(self.source_spans, sources)
        sums = [[0.0] * len(sources) for _ in targets]
        for row, weights in zip(_owners(self.target_spans, targets), self.attention, strict=False):
            if row is not None:
                for column, weight in zip(columns, weights, strict=False):
                    if column is not None:
                        sums[row][column] += weight
        return sums


def link(source: str, target: str, seen: Seen, known: Knowledge) -> tuple[WordLink, ...]:
    """The links between the words of a text and its translation, in code points of both, in the source's order.

    Digits, names, Latin words and known meanings outweigh what the model looked at. A word may have several links.
    """
    sources = [source_word(*match, known.glosses_of) for match in _words(source)]
    targets = [target_word(*match) for match in _words(target)]
    strengths = _strengths(sources, targets, seen.by_word(sources, targets))
    for t, there in enumerate(targets):
        for s, here in enumerate(sources):
            likeness = evidence.likeness(here, there, t == 0, known)
            strengths[t][s] = evidence.weigh(strengths[t][s], likeness)
    chosen = _choose(sources, targets, strengths)
    return tuple(sorted((*sources[s].span, *targets[t].span) for t, s in chosen))


def words_to_look_up(source: str) -> set[str]:
    """The words of a source that a lexicon may know something of."""
    return {word for word, _ in _words(source) if evidence.ARABIC.search(word)}


def _words(text: str) -> Iterator[tuple[str, Span]]:
    """The words of a text with their places, numbers and addresses among them, punctuation left out."""
    return ((match.group(), match.span()) for match in WORD.finditer(text))


def _owners(spans: Spans, words: Sequence[Word]) -> list[int | None]:
    """For each token the word it is most of, None for punctuation and what belongs to no word."""
    owners: list[int | None] = []
    at = 0
    for span in spans:
        best, owner = 0, None
        if span is not None:
            while at < len(words) and words[at].span[1] <= span[0]:
                at += 1
            for place in range(max(0, at - 1), len(words)):
                start, end = words[place].span
                if start >= span[1]:
                    break
                shared = min(end, span[1]) - max(start, span[0])
                if shared > best:
                    best, owner = shared, place
        owners.append(owner)
    return owners


def _strengths(sources: list[Word], targets: list[Word], sums: list[list[float]]) -> list[list[float]]:
    """How strong each link is by attention alone, 0 to 1: the mean of how much of either word's attention it is,
    less where content would be linked to mere grammar or where the places are far apart."""
    by_source = [sum(row[s] for row in sums) or 1.0 for s in range(len(sources))]
    by_target = [sum(row) or 1.0 for row in sums]
    strengths = []
    for t, (row, there) in enumerate(zip(sums, targets, strict=True)):
        line = []
        for s, here in enumerate(sources):
            share = (row[s] / by_target[t] * row[s] / by_source[s]) ** 0.5
            fit = 1 - abs(here.content - there.content)
            apart = abs((t + 0.5) / len(targets) - (s + 0.5) / len(sources))
            line.append(max(0.0, share * fit - NEAR * apart))
        strengths.append(line)
    return strengths


def _choose(sources: list[Word], targets: list[Word], strengths: list[list[float]]) -> list[tuple[int, int]]:
    """The links that hold, strongest first: each word gets its best partner that is free; then the words of content
    that are left over get one another where their neighbours' links lead there too; then those still left over join a
    partner whose links they stand beside."""
    ranked = sorted(
        ((strengths[t][s], t, s) for t in range(len(targets)) for s in range(len(sources)) if strengths[t][s] > 0),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    of_source: dict[int, list[int]] = {}
    of_target: dict[int, list[int]] = {}

    def take(t: int, s: int) -> None:
        of_source.setdefault(s, []).append(t)
        of_target.setdefault(t, []).append(s)

    for strength, t, s in ranked:
        if strength < CERTAIN:
            break
        if s not in of_source and t not in of_target:
            take(t, s)
    left = sorted(
        (
            (strengths[t][s] + SUPPORT * _support(s, t, of_source), t, s)
            for s, here in enumerate(sources)
            for t, there in enumerate(targets)
            if s not in of_source and t not in of_target and here.content == there.content == 1
        ),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    for strength, t, s in left:
        if strength >= CERTAIN and s not in of_source and t not in of_target:
            take(t, s)
    for strength, t, s in ranked:
        if strength < JOINED:
            break
        new, beside = False, []
        if s in of_source and t not in of_target:
            new, beside = targets[t].content == 1, [_beside(targets, t, other) for other in of_source[s]]
        elif t in of_target and s not in of_source:
            new, beside = sources[s].content == 1, [_beside(sources, s, other) for other in of_target[t]]
        if new and any(beside):
            take(t, s)
    return [(t, s) for s, own in of_source.items() for t in own]


def _support(s: int, t: int, of_source: dict[int, list[int]]) -> int:
    """How many of the source words near ``s`` have a link near ``t``."""
    near = (other for other in range(s - REACH, s + REACH + 1) if other in of_source)
    return sum(any(abs(place - t) <= REACH for place in of_source[other]) for other in near)


def _beside(words: list[Word], one: int, other: int) -> bool:
    """Whether nothing stands between two words but mere grammar."""
    first, last = sorted((one, other))
    return all(word.content < 0.5 for word in words[first + 1 : last])
