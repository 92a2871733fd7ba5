"""Reads a sentence's tokens as units: set phrases and names first, then the likeliest reading of each word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.translation.gloss_choice import Candidate, Fixed, candidates, choose
from reader.translation.gloss_english import is_plural
from reader.translation.gloss_names import transliterate
from reader.translation.gloss_numbers import joined_numbers
from reader.translation.gloss_tables import Entry
from reader.translation.gloss_tokens import Kind, Token, plain
from reader.translation.gloss_units import Unit, from_analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.arabic.lexicon import Analysis
    from reader.translation.gloss_tables import Tables

_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‘": "’", "‹": "›", '"': '"', "„": "“"}
_CLOSERS = frozenset(",.;:!?…)]}»”’›%")
_CONJUNCTIONS = {"و": "and", "ف": "so"}
_PREPOSITIONS = {"ب": "with", "ل": "for", "ك": "as"}
_JOINABLE = frozenset(
    {"dem", "quant", "rel", "rel_f", "what", "noun", "name", "place", "person", "month", "day", "that", "an"}
)
_BEFORE_NAMES = frozenset({"Abu", "bin"})
_NAMES = frozenset({"place", "person", "name"})
_LONGEST_GROUP = 200
"""Units within which a bracket has to close: one that does not is punctuation like any other."""


_PLACE_WORDS = frozenset(
    fold("قرى القرى قرية القرية منطقة المنطقة بلدة البلدة بلدات مدينة المدينة حي مناطق ناحية").split()
)
"""After these, what stands in quotes is a name."""

_LONGEST_NAME_IN_QUOTES = 3
_PRONOUN_ENDINGS = {
    "ه": "it", "ها": "it", "هم": "they", "هما": "they", "هن": "they", "ي": "I", "ني": "I", "نا": "we", "ك": "you",
    "كم": "you",
}  # fmt: skip
_LENGTHS_OF_TIME = frozenset(
    "شهرين عامين يومين أسبوعين ساعتين سنتين عقدين قرنين دقيقتين شهر عام سنة ساعة أسبوع".split()
)
_BEFORE_PRONOUNS = frozenset("لكن إن أن بأن لأن كأن فإن ان لان ولكن".split())


@dataclass(frozen=True, slots=True)
class _Slot:
    """What is read together: the first token's place, its candidates or what it is to its neighbours, the table's entry
    it matched, and whether it stands in a row of words in quotes."""

    place: int
    options: list[Candidate] | str | Fixed
    match: _Match | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    """A table's entry found at a token: how many tokens it takes, what is joined before its first word, and the English
    of a pronoun joined after it."""

    entry: Entry
    tokens: int
    joined: tuple[tuple[str, str], ...]
    pronoun: str = ""


def words_to_look_up(tokens: Iterable[Token]) -> Iterator[str]:
    """The words that the lexicon has to be asked for."""
    return (token.text for token in tokens if token.kind is Kind.WORD)


def read_sentence(tokens: Sequence[Token], known: dict[str, tuple[Analysis, ...]], tables: Tables) -> list[Unit]:
    """The units of the sentence, in the order of the Arabic; what stands in quotes or brackets is one unit."""
    units: list[Unit] = []
    for slot, candidate in _decided(tokens, known, tables):
        token = tokens[slot.place]
        if slot.match is not None:
            units += _fixed(slot.match, token.start, tokens[slot.place + slot.match.tokens - 1].end)
        elif candidate is not None:
            units += from_analysis(candidate.analysis, candidate.english, token.start, token.end, tables)
        elif token.kind is Kind.WORD:
            units += _unknown(token, slot.listed)
        elif token.kind is Kind.KEPT:
            kind = "number" if token.text[0].isdecimal() else "name"
            units.append(
                Unit(kind, token.text, token.start, token.end, plural=token.text != "1", fixed=True, kept=True)
            )
        else:
            units.append(_mark(tokens, slot.place))
    return _grouped(joined_numbers(_absorbed(units)), tokens)


def origins(
    tokens: Sequence[Token], known: dict[str, tuple[Analysis, ...]], tables: Tables
) -> Iterator[tuple[int, int, Analysis | Entry | None]]:
    """Where each word's English comes from: its start and end in the sentence, with the analysis or the table's entry
    that was chosen, None for a word that was only spelt in Latin letters."""
    for slot, candidate in _decided(tokens, known, tables):
        token = tokens[slot.place]
        if token.kind is not Kind.WORD:
            continue
        if slot.match is not None:
            yield token.start, tokens[slot.place + slot.match.tokens - 1].end, slot.match.entry
        else:
            yield token.start, token.end, candidate.analysis if candidate is not None else None


def _decided(
    tokens: Sequence[Token], known: dict[str, tuple[Analysis, ...]], tables: Tables
) -> Iterator[tuple[_Slot, Candidate | None]]:
    slots = list(_slots(tokens, known, tables))
    return zip(slots, choose([slot.options for slot in slots]), strict=True)


def _slots(tokens: Sequence[Token], known: dict[str, tuple[Analysis, ...]], tables: Tables) -> Iterator[_Slot]:
    """The sentence cut into what is read together."""
    place, quoted, naming, long_quote, after_name, kind_of_place = 0, False, False, False, False, False
    while place < len(tokens):
        token = tokens[place]
        if token.kind is not Kind.WORD:
            quote = token.text in "«“" or (token.text == '"' and not quoted)
            quoted = quote or (quoted and token.text not in '"»”')
            naming = quoted and (naming or (quote and kind_of_place))
            yield _Slot(place, "number" if token.kind is Kind.KEPT else "quote" if quote or quoted else "")
            long_quote = quote and _words_in_quotes(tokens, place) > _LONGEST_NAME_IN_QUOTES
            kind_of_place = after_name = False
            place += 1
            continue
        match = _match(tokens, place, known, tables)
        if match is not None:
            yield _Slot(place, _table_kind(match, token), match)
            # After "Abu", and after a first name, comes a name, whatever else the word may mean.
            after_name = match.entry.english in _BEFORE_NAMES or (match.entry.kind == "person" and match.tokens == 1)
            place += match.tokens
            kind_of_place = False
            continue
        options = candidates(known.get(token.text, ()), tables.figures, tables.wordings)
        if _is_adjective_here(tokens, place):
            options = [option for option in options if option.kind == "adj"] or options
        if (
            naming
            or (after_name and _may_be_name(options))
            or (quoted and not long_quote and options and max(option.score for option in options) < 0)
        ):
            options = []  # in quotes where no reading was ever seen, too, a word is a name that happens to be spelt so
        yield _Slot(place, options or "name", listed=quoted and (place == 0 or tokens[place - 1].kind is Kind.WORD))
        after_name = False
        word = fold(token.text)
        kind_of_place = word in _PLACE_WORDS or word[1:] in _PLACE_WORDS or word[2:] in _PLACE_WORDS
        place += 1


def _words_in_quotes(tokens: Sequence[Token], place: int) -> int:
    """The words behind the opening quote at ``place``, up to the next quote."""
    end = next((n for n in range(place + 1, len(tokens)) if tokens[n].text in '"»”'), len(tokens))
    return end - place - 1


def _may_be_name(options: Sequence[Candidate]) -> bool:
    """Whether the word after a first name goes on with the name: a family name looks like an adjective or a noun, and
    no preposition or conjunction is joined to it."""
    if not options:
        return True
    best = max(options, key=lambda option: option.score)
    if best.kind not in ("noun", "adj", "name"):
        return False
    return not any(tag in ("CONJ", "PREP") for _, tag in best.analysis.prefixes)


def _table_kind(match: _Match, token: Token) -> str | Fixed:
    """What a table's entry is to its neighbours."""
    word = fold(token.text)
    if match.entry.kind == "noun" and not any(kind == "prep" for kind, _ in match.joined):
        return Fixed("noun", match.entry.definite, word.endswith("ه"), is_plural(match.entry.english))
    return match.entry.kind


def _match(
    tokens: Sequence[Token], place: int, known: dict[str, tuple[Analysis, ...]], tables: Tables
) -> _Match | None:
    """What the tables say of the words from here on."""
    text = tokens[place].text
    marked = tables.by_marks(text)
    if marked is not None:
        return _Match(marked, 1, ())
    marked = tables.by_marks(text[1:]) if text[0] in "وبل" else None
    if marked is not None and marked.kind == "place":
        return _Match(marked, 1, (("conj" if text[0] == "و" else "prep", text[0]),))
    match = _phrase(tokens, place, tables)
    if match is not None and match.tokens == 1 and match.entry.kind in _NAMES and match.entry.origin != "terms":
        analyses = known.get(text, ())
        if text != plain(text) and analyses and not any(one.stem[:1] and _proper(one) for one in analyses):
            match = None  # its vowel signs make it another word than the name: مصرّ and مصر
        elif _is_adjective_here(tokens, place):
            match = None
    match = match or _function(tokens, place, tables)
    if match is not None and match.entry.english == "Oman" and _is_amman(tokens, place):
        return replace(match, entry=replace(match.entry, english="Amman"))
    return match


def _proper(analysis: Analysis) -> bool:
    return analysis.stem[0][1] == "NOUN_PROP"


def _is_adjective_here(tokens: Sequence[Token], place: int) -> bool:
    """Whether سورية is "Syrian" rather than "Syria": after a feminine noun without the article."""
    if plain(tokens[place].text) != "سورية" or place == 0 or tokens[place - 1].kind is not Kind.WORD:
        return False
    before = plain(tokens[place - 1].text)
    return before.endswith(("ة", "ات")) and not before.startswith("ال")


def _is_amman(tokens: Sequence[Token], place: int) -> bool:
    """Whether عمان without vowels is the city: where a date line or a byline names its place, after "the city of", and
    where Jordan is spoken of."""
    words = {fold(token.text) for token in tokens if token.kind is Kind.WORD}
    if any("سلطان" in word or word in ("مسقط", "الخليج", "صلاله", "عمانيه", "العماني", "العمانيه") for word in words):
        return False
    if any("اردن" in word for word in words) or not words - {"عمان", "خاص", "وكالات", "متابعات", "وكاله"}:
        return True
    before = plain(tokens[place - 1].text) if place else ""
    if before in ("مدينة", "العاصمة", "بمدينة", "محافظة"):
        return True
    return place == 0 and len(tokens) > 1 and tokens[1].text in ("-", "–", "—", ":", "(")


def _phrase(tokens: Sequence[Token], place: int, tables: Tables) -> _Match | None:
    """The longest set phrase or name that begins here; quotes may stand in it where the table has them."""
    run = []
    for token in tokens[place : place + tables.longest]:
        if token.kind is Kind.MARK and token.text in '"«»“”':
            run.append('"')
        elif token.kind is Kind.WORD:
            run.append(fold(token.text))
        else:
            break
    for length in range(len(run), 0, -1):
        for joined, first in _stems(run[0]):
            entry = tables.phrase((first, *run[1:length]))
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
            if rest.startswith("لل"):  # ل before ال, or before الل of which it leaves two
                yield mark, "ال" + rest[2:]
                yield mark, "ا" + rest
            yield mark, rest[1:]


def _function(tokens: Sequence[Token], place: int, tables: Tables) -> _Match | None:
    """The closed-class word that the token is, with what is joined before and after it."""
    word = plain(tokens[place].text)
    if word in ("نحو", "ونحو") and _is_quantity(tokens, place + 1, tables):
        return _Match(Entry("about", "adv"), 1, (("conj", "و"),) if word[0] == "و" else ())
    entry = tables.function(word)
    if entry is not None:
        return _Match(entry, 1, ())
    for joined, rest in _stems(word):
        entry = tables.function(rest) if joined and len(rest) > 1 else None
        if entry is not None and (joined[-1][0] == "conj" or entry.kind in _JOINABLE):
            return _Match(entry, 1, joined)
    for joined, rest in _stems(word):
        for ending, english in _PRONOUN_ENDINGS.items():
            if rest.endswith(ending) and rest[: -len(ending)] in _BEFORE_PRONOUNS:
                entry = tables.function(rest[: -len(ending)])
                if entry is not None:
                    return _Match(replace(entry, kind="that" if entry.kind == "an" else entry.kind), 1, joined, english)
    return None


def _is_quantity(tokens: Sequence[Token], place: int, tables: Tables) -> bool:
    if place >= len(tokens):
        return False
    token = tokens[place]
    if token.kind is Kind.KEPT:
        return token.text[0].isdecimal()
    if token.kind is Kind.WORD and plain(token.text) in _LENGTHS_OF_TIME:
        return True
    entry = tables.function(plain(token.text)) if token.kind is Kind.WORD else None
    return entry is not None and entry.kind == "number"


def _fixed(match: _Match, start: int, end: int) -> Iterator[Unit]:
    """The units of a table's entry."""
    for kind, letter in match.joined:
        english = (_CONJUNCTIONS if kind == "conj" else _PREPOSITIONS)[letter]
        yield Unit(kind, english, start, end, linked=False, letter=letter)
    entry = match.entry
    kind = "name" if entry.kind in _NAMES else "rel" if entry.kind == "rel_f" else entry.kind
    english = "that/to" if kind == "an" and entry.english == "that" else entry.english
    yield Unit(
        kind, english, start, end, definite=entry.definite or kind in ("dem",), plural=_is_many(kind, english),
        letter=entry.absorbs, fixed=True, feminine=entry.kind == "rel_f", human=entry.kind == "person",
        place=entry.kind == "place",
    )  # fmt: skip
    if match.pronoun:
        many = match.pronoun in ("they", "we", "you")
        yield Unit("pron", match.pronoun, start, end, linked=False, plural=many, fixed=True)


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
    yield Unit("name", transliterate(name), token.start, token.end, human=not listed)


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
