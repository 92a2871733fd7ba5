"""Words the arranged phrases of a sentence: articles, verb forms, spaces, capitals; and keeps the word links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.translation.gloss_english import gerund_of, indefinite_article, verb
from reader.translation.gloss_order import arrange
from reader.translation.gloss_phrases import NounPhrase, VerbPhrase
from reader.translation.gloss_units import PEOPLE, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import WordLink
    from reader.translation.gloss_phrases import Clause
    from reader.translation.gloss_tables import Tables

_COUNTABLE_FROM = 12
"""Per cent of a noun's uses with "a" from which it is taken to need one."""

_COUNTED_FROM = 4
"""Per cent of a noun's uses with "a" from which it is something one can count, so that it keeps its "the"."""

_THE_FROM = 20
"""Per cent of all uses of a noun with "the" from which one with the Arabic article gets it: Arabic says "the life"."""

_PRONOUNS = {"1S": "I", "1P": "we", "2": "you", "3MS": "he", "3FS": "it"}
_SCALES = frozenset({"hundred", "thousand", "million", "billion"})
_NO_ARTICLE = frozenset(
    {"some", "most", "various", "several", "a few", "any", "how many", "dozens of", "hundreds of", "thousands of"}
)


_PARTITIVE = frozenset(
    "number group type kind lot amount piece cup set series part half quarter third percentage majority member sort "
    "pair dose loss lack result period level fall start end death killing rate degree one thousand".split()
)
"""Nouns that join what they are of by "of", never as a compound."""

_SPEECH = frozenset("say add confirm explain state tell point note stress reveal".split())


def _is_human(unit: Unit) -> bool:
    return unit.human or unit.english in PEOPLE or any(map(_is_human, unit.inner))


@dataclass(slots=True)
class Piece:
    """Some English words, with the place in the source that they are linked to, and whether they stick to what stands
    before or after them. ``also`` are more places that are linked to them."""

    text: str
    source: tuple[int, int] | None = None
    glue_before: bool = False
    glue_after: bool = False
    capital: bool = True
    also: tuple[tuple[int, int], ...] = ()


class Wording:
    """Turns units into English."""

    def __init__(self, tables: Tables) -> None:
        self._articles, self._governed = tables.articles, tables.governed
        self._human = True

    def sentence(self, units: Sequence[Unit]) -> tuple[str, tuple[WordLink, ...]]:
        """The English of a sentence's units, and its word links in code points of both."""
        self._human = any(map(_is_human, units))
        pieces = self._pieces(arrange(units, self._governed))
        ends = next((unit for unit in reversed(units) if unit.kind == "mark"), None)
        if pieces and pieces[0].text in ("a", "an") and (ends is None or units[-1] is not ends):
            del pieces[0]  # a headline, a caption, the name of a section
        return _join(pieces)

    def _pieces(self, clauses: Sequence[Clause]) -> list[Piece]:
        pieces: list[Piece] = []
        for clause in clauses:
            if isinstance(clause, NounPhrase):
                pieces += self._noun_phrase(clause)
            elif isinstance(clause, VerbPhrase):
                pieces += self._verb_phrase(clause)
            else:
                pieces += self._unit(clause)
        return [piece for piece in pieces if piece.text]

    def _unit(self, unit: Unit) -> list[Piece]:
        if unit.kind == "group":
            inside = self._pieces(arrange(unit.inner, self._governed))
            if inside:
                inside[0].glue_before = inside[-1].glue_after = True
            opening = Piece(unit.english, None, unit.glue_before, True)
            return [opening, *inside, Piece(unit.closing, None, True, unit.glue_after)]
        english = "that" if unit.english == "that/to" else unit.english
        place = (unit.start, unit.end) if unit.linked and unit.kind != "mark" else None
        if not self._human and unit.kind == "pron":
            english = {"he": "it", "him": "it"}.get(english, english)
        return [
            Piece(english, place, unit.glue_before, unit.glue_after, unit.kind != "mark" and not unit.kept, unit.also)
        ]

    def _noun_phrase(self, phrase: NounPhrase) -> list[Piece]:
        words: list[Piece] = []
        for unit in phrase.before:
            words += self._unit(unit)
        words += self._unit(phrase.head)
        owner = phrase.owner
        if owner is not None and self._is_compound(phrase, owner):
            place = len(words) - 1
            words[place:place] = self._unit(owner.head)
            return self._determined(replace(phrase, owner=None), words) + self._pieces(owner.after + phrase.after)
        if owner is not None and gerund_of(phrase.head.english) and not phrase.before and phrase.pointer is None:
            return [*words, *self._noun_phrase(owner), *self._pieces(phrase.after)]
        words = self._determined(phrase, words)
        if owner is not None:
            of = [] if phrase.head.english.endswith(" for") else [Piece("of")]
            words += [*of, *self._noun_phrase(owner)]
        return words + self._pieces(phrase.after)

    @staticmethod
    def _is_compound(phrase: NounPhrase, owner: NounPhrase) -> bool:
        """Whether two nouns without the article make one English name ("fishing boats")."""
        head, second = phrase.head, owner.head
        if head.kind != "noun" or second.kind != "noun" or second.definite or second.owner or second.plural:
            return False
        if owner.owner is not None or owner.before or owner.quantifier is not None or owner.after:
            return False
        return not second.fixed and not gerund_of(head.english) and head.english not in _PARTITIVE

    def _determined(self, phrase: NounPhrase, words: list[Piece]) -> list[Piece]:
        """The words with their article, pronoun or quantifier in front."""
        head = phrase.head
        lead: list[Piece] = []
        if phrase.pointer is not None:
            pointer = phrase.pointer.english
            if pointer in ("this", "these"):
                pointer = "these" if head.plural else "this"
            elif pointer in ("that", "those"):
                pointer = "those" if head.plural else "that"
            lead.append(Piece(pointer, (phrase.pointer.start, phrase.pointer.end)))
        elif head.owner:
            lead.append(Piece("its" if head.owner == "his" and not self._human else head.owner))
        elif self._takes_the(phrase):
            lead.append(Piece("the"))
        elif phrase.before and phrase.before[0].english in _SCALES:
            lead.append(Piece("a"))
        elif phrase.quantifier is None and self._takes_a(phrase) and words and words[0].text:
            lead.append(Piece(indefinite_article(words[0].text)))
        elif phrase.owner is not None and head.kind == "noun" and not head.plural and not phrase.before:
            lead.append(Piece("the"))
        if head.dual and not any(unit.kind == "number" for unit in phrase.before):
            lead.append(Piece("two"))
        if phrase.quantifier is not None:
            quantifier = phrase.quantifier
            english = "every" if quantifier.english == "all" and not (phrase.definite or head.plural) else None
            lead.insert(0, Piece(english or quantifier.english, (quantifier.start, quantifier.end)))
        return lead + words

    def _takes_the(self, phrase: NounPhrase) -> bool:
        if phrase.quantifier is not None and phrase.quantifier.english in _NO_ARTICLE:
            return False
        if phrase.head.kind == "group":
            return False
        if phrase.head.kind in ("name", "month", "day", "number", "pron", "dem", "quant"):
            return False
        if phrase.head.fixed and phrase.head.english.startswith(("lowest ", "highest ")):
            return True
        if phrase.head.english == "year" and phrase.after and not phrase.head.plural:
            return True
        if phrase.owner is None and not phrase.before and not phrase.head.fixed and phrase.head.kind == "noun":
            word = phrase.head.english.rpartition(" ")[2].lower()
            with_a, with_the = self._articles.get(word, (100, 100))
            counted = not phrase.head.plural and with_a >= _COUNTED_FROM
            return phrase.definite and (counted or with_the >= _THE_FROM)
        return phrase.definite

    def _takes_a(self, phrase: NounPhrase) -> bool:
        head = phrase.head
        if head.kind != "noun" or head.plural or head.owner or phrase.definite:
            return False
        if any(unit.kind == "number" for unit in phrase.before) or (
            phrase.after and isinstance(phrase.after[0], NounPhrase) and phrase.after[0].head.kind == "number"
        ):
            return False
        word = head.english.partition(" of ")[0].rpartition(" ")[2].lower()
        default = 0 if word.endswith(("ing", "ness", "ity", "ism", "ship", "ance", "ence")) else 100
        return self._articles.get(word, (default, 0))[0] >= _COUNTABLE_FROM

    def _verb_phrase(self, phrase: VerbPhrase) -> list[Piece]:
        unit, kinds = phrase.verb, {particle.kind for particle in phrase.particles}
        place = (unit.start, unit.end)
        lead: list[Piece] = []
        if phrase.pronoun:
            pronoun = _PRONOUNS.get(unit.person, _PRONOUNS.get(unit.person[:1], "they"))
            speaks = unit.english in _SPEECH  # whoever speaks is a person, though named in an earlier sentence
            lead.append(Piece("it" if pronoun == "he" and not self._human and not speaks else pronoun))
        if "still" in kinds:
            lead.append(Piece("still", _place(phrase, "still")))
        many = phrase.subject.plural if phrase.subject is not None else unit.plural or unit.person in ("1P",)
        many = many or unit.person.startswith(("1", "2"))
        many = many if phrase.plural_antecedent is None else unit.plural or phrase.plural_antecedent
        lead += [Piece(p.english, (p.start, p.end)) for p in phrase.particles if p.kind == "perfect"]
        english, be = unit.english, unit.english.split(" ")[0] == "be"
        denial = next((kind for kind in ("neg_past", "neg_future", "neg") if kind in kinds), None)
        no = [Piece("not", _place(phrase, denial))] if denial else []
        if "question" in kinds and (phrase.subject is not None or phrase.pronoun):
            return [*lead, *no, Piece(verb(english, "base"), place)]
        if phrase.infinitive:
            to = [] if phrase.bare else [Piece("to")]
            return [*lead, *no, *to, Piece(verb(english, "base"), place)]
        if "perfect" in kinds and not unit.past and denial != "neg_past":
            return [*lead, Piece("may", _place(phrase, "perfect")), *no, Piece(verb(english, "base"), place)]
        if "neg_future" in kinds:
            return [*lead, Piece("will"), Piece("not", _place(phrase, "neg_future")), Piece(english, place)]
        if "future" in kinds:
            return [*lead, Piece("will"), *no, Piece(verb(english, "base"), place)]
        negative = next((kind for kind in ("neg_past", "neg") if kind in kinds), None)
        past = unit.past or negative == "neg_past"
        form = ("pasts" if many else "past") if past else "present" if many else "third"
        if negative:
            if be:
                first, _, rest = verb(english, form).partition(" ")
                return [*lead, Piece(first), Piece("not", _place(phrase, negative)), Piece(rest or "", place)]
            helper = "did" if past else "do" if many else "does"
            return [*lead, Piece(helper), Piece("not", _place(phrase, negative)), Piece(english, place)]
        if phrase.since:
            return [*lead, Piece("have been" if many else "has been"), Piece(verb(english, "ing"), place)]
        if phrase.participle:
            return [*lead, Piece(verb(english, "ing"), place)]
        if phrase.after_be:
            form = "participle" if past else "ing"
        return [*lead, Piece(verb(english, form), place)]


def _place(phrase: VerbPhrase, kind: str) -> tuple[int, int]:
    unit = next(particle for particle in phrase.particles if particle.kind == kind)
    return unit.start, unit.end


def _join(pieces: Sequence[Piece]) -> tuple[str, tuple[WordLink, ...]]:
    text, glued = "", True
    links: list[WordLink] = []
    begins = True
    for piece in pieces:
        if not piece.text:
            continue
        words = piece.text
        if begins and piece.capital and words[0].isalpha():
            words = words[0].upper() + words[1:]
        if begins and any(letter.isalnum() for letter in words):
            begins = False
        if text and not glued and not piece.glue_before:
            text += " "
        if piece.source is not None:
            links += [(*place, len(text), len(text) + len(words)) for place in (*piece.also, piece.source)]
        text += words
        glued = piece.glue_after
        if words[-1] in ".!?" and not piece.capital:
            begins = True
    return text, tuple(links)
