"""Reads a sentence's tokens as units: set phrases and names first, then the likeliest reading of each word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.translation.gloss_choice import Candidate, candidates, choose
from reader.translation.gloss_english import is_plural
from reader.translation.gloss_names import transliterate
from reader.translation.gloss_tokens import Kind, Token, plain
from reader.translation.gloss_units import Unit, from_analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.arabic.lexicon import Analysis
    from reader.translation.gloss_tables import Entry, Tables

_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‘": "’", "‹": "›", '"': '"', "„": "“"}
_CLOSERS = frozenset(",.;:!?…)]}»”’›%")
_CONJUNCTIONS = {"و": "and", "ف": "so"}
_PREPOSITIONS = {"ب": "with", "ل": "for", "ك": "as"}
_JOINABLE = frozenset({"dem", "quant", "rel", "what", "noun", "name", "place", "person", "month", "day", "that", "an"})
_BEFORE_NAMES = frozenset({"Abu", "bin"})
_NAMES = frozenset({"place", "person", "name"})
_LONGEST_GROUP = 200
"""Units within which a bracket has to close: one that does not is punctuation like any other."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A table's entry found at a token: how many tokens it takes, and what is joined before its first word."""

    entry: Entry
    tokens: int
    joined: tuple[tuple[str, str], ...]


def words_to_look_up(tokens: Iterable[Token]) -> Iterator[str]:
    """The words that the lexicon has to be asked for."""
    return (token.text for token in tokens if token.kind is Kind.WORD)


def read_sentence(tokens: Sequence[Token], known: dict[str, tuple[Analysis, ...]], tables: Tables) -> list[Unit]:
    """The units of the sentence, in the order of the Arabic; what stands in quotes or brackets is one unit."""
    slots = list(_slots(tokens, known, tables))
    chosen = choose([slot[1] for slot in slots])
    units: list[Unit] = []
    for (place, _, match), candidate in zip(slots, chosen, strict=True):
        token = tokens[place]
        if match is not None:
            last = tokens[place + match.tokens - 1]
            units += _fixed(match, token.start, last.end)
        elif candidate is not None:
            units += from_analysis(candidate.analysis, candidate.english, token.start, token.end, tables)
        elif token.kind is Kind.WORD:
            units += _unknown(
                token, listed=place > 0 and tokens[place - 1].kind is Kind.WORD and _in_quotes(tokens, place)
            )
        elif token.kind is Kind.KEPT:
            kind = "number" if token.text[0].isdecimal() else "name"
            units.append(
                Unit(kind, token.text, token.start, token.end, plural=token.text != "1", fixed=True, kept=True)
            )
        else:
            units.append(_mark(tokens, place))
    return _grouped(_absorbed(units), tokens)


def _slots(
    tokens: Sequence[Token], known: dict[str, tuple[Analysis, ...]], tables: Tables
) -> Iterator[tuple[int, list[Candidate] | str, _Match | None]]:
    """The sentence cut into what is read together: the first token's place, its candidates or its kind, its match."""
    place, quoted, after_name = 0, False, False
    while place < len(tokens):
        token = tokens[place]
        if token.kind is not Kind.WORD:
            quote = token.text in "«“" or (token.text == '"' and not quoted)
            quoted = quote or (quoted and token.text not in '"»”')
            yield place, "number" if token.kind is Kind.KEPT else "quote" if quote else "", None
            place += 1
            continue
        match = _phrase(tokens, place, tables) or _function(token, tables)
        if match is not None:
            yield place, match.entry.kind, match
            after_name = match.entry.english in _BEFORE_NAMES
            place += match.tokens
            continue
        options = candidates(known.get(token.text, ()), tables.figures, tables.wordings)
        # After "Abu", and in quotes where no reading was ever seen, a word is a name that happens to be spelt so.
        if after_name or (quoted and options and max(option.score for option in options) < 0):
            options = []
        yield place, options or "name", None
        after_name = False
        place += 1


def _phrase(tokens: Sequence[Token], place: int, tables: Tables) -> _Match | None:
    """The longest set phrase or name that begins here."""
    run = []
    for token in tokens[place : place + tables.longest]:
        if token.kind is not Kind.WORD:
            break
        run.append(fold(token.text))
    for length in range(len(run), 0, -1):
        for joined, first in _stems(run[0]):
            entry = tables.phrases.get((first, *run[1:length]))
            if entry is None:
                continue
            if entry.absorbs and not _begins_with(tokens, place + length, entry.absorbs):
                continue
            return _Match(entry, length, joined)
    return None


def _begins_with(tokens: Sequence[Token], place: int, letter: str) -> bool:
    return place < len(tokens) and tokens[place].kind is Kind.WORD and plain(tokens[place].text).startswith(letter)


def _stems(word: str) -> Iterator[tuple[tuple[tuple[str, str], ...], str]]:
    """The word, and the word without a joined conjunction and preposition: ("ولدمشق" is و + ل + دمشق)."""
    yield (), word
    heads: list[tuple[tuple[tuple[str, str], ...], str]] = [((), word)]
    if word[0] in _CONJUNCTIONS and len(word) > 2:
        heads.append(((("conj", word[0]),), word[1:]))
        yield heads[-1]
    for joined, rest in heads:
        if rest[0] in _PREPOSITIONS and len(rest) > 3:
            mark = (*joined, ("prep", rest[0]))
            if rest.startswith("لل"):
                yield mark, "ا" + rest
            yield mark, rest[1:]


def _function(token: Token, tables: Tables) -> _Match | None:
    """The closed-class word that the token is, with what is joined before it."""
    word = plain(token.text)
    entry = tables.function(word)
    if entry is not None:
        return _Match(entry, 1, ())
    for joined, rest in _stems(word):
        entry = tables.function(rest) if joined and len(rest) > 1 else None
        if entry is not None and (joined[-1][0] == "conj" or entry.kind in _JOINABLE):
            return _Match(entry, 1, joined)
    return None


def _fixed(match: _Match, start: int, end: int) -> Iterator[Unit]:
    """The units of a table's entry."""
    for kind, letter in match.joined:
        english = (_CONJUNCTIONS if kind == "conj" else _PREPOSITIONS)[letter]
        yield Unit(kind, english, start, end, linked=False, letter=letter)
    entry = match.entry
    kind = "name" if entry.kind in _NAMES else entry.kind
    english = "that/to" if kind == "an" and entry.english == "that" else entry.english
    yield Unit(
        kind, english, start, end, definite=entry.definite or kind in ("dem",), plural=_is_many(kind, english),
        letter=entry.absorbs, fixed=True,
    )  # fmt: skip


def _is_many(kind: str, english: str) -> bool:
    """Whether a table's English is plural. A name is only where it says "the" ("the Houthis", but Homs)."""
    if kind == "name" and not english.startswith("the "):
        return False
    return is_plural(english) or " and " in english


def _unknown(token: Token, listed: bool) -> Iterator[Unit]:
    """A word that no table and no analysis knows: a name, as far as anybody can tell. Where names are ``listed`` a و
    before one is taken for "and"."""
    name = token.text
    if listed and name.startswith("و") and len(plain(name)) > 3:
        yield Unit("conj", "and", token.start, token.end, linked=False, letter="و")
        name = name[1:]
    yield Unit("name", transliterate(name), token.start, token.end)


def _in_quotes(tokens: Sequence[Token], place: int) -> bool:
    marks = [token.text for token in tokens[:place] if token.kind is Kind.MARK]
    return marks.count('"') % 2 == 1 or marks.count("«") > marks.count("»") or marks.count("“") > marks.count("”")


def _mark(tokens: Sequence[Token], place: int) -> Unit:
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    closes = token.text in _CLOSERS
    return Unit(
        "mark", token.text, token.start, token.end, linked=False,
        glue_before=closes or (not token.spaced and token.text not in _BRACKETS),
        glue_after=not closes and following is not None and not following.spaced,
    )  # fmt: skip


def _absorbed(units: list[Unit]) -> list[Unit]:
    """Without the prepositions that a set phrase before them already says ("وفقاً لـ": according to)."""
    kept: list[Unit] = []
    for unit in units:
        if unit.kind == "prep" and kept and kept[-1].kind == "prep" and kept[-1].letter == unit.letter != "":
            kept[-1] = replace(kept[-1], letter="")
            continue
        kept.append(unit)
    return kept


def _grouped(units: list[Unit], tokens: Sequence[Token]) -> list[Unit]:
    """With each pair of quotes or brackets and what is in it as one unit, which moves as a noun does."""
    grouped: list[Unit] = []
    place = 0
    while place < len(units):
        unit = units[place]
        closing = _BRACKETS.get(unit.english) if unit.kind == "mark" else None
        end = next(
            (
                other
                for other in range(place + 1, min(len(units), place + _LONGEST_GROUP))
                if closing and units[other].kind == "mark" and units[other].english == closing
            ),
            None,
        )
        if closing is None or end is None:
            grouped.append(unit)
            place += 1
            continue
        inner = tuple(_grouped(units[place + 1 : end], tokens))
        before_is_word = not grouped or grouped[-1].kind != "mark"
        grouped.append(
            replace(
                unit,
                kind="group",
                inner=inner,
                closing=closing,
                end=units[end].end,
                glue_before=unit.glue_before and not before_is_word,
                glue_after=False,
            )
        )
        place = end + 1
    return grouped
