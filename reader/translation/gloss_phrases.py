"""Phrases of a glossed clause, and the reader of noun phrases: a noun with its owners, adjectives and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.translation.gloss_english import plural
from reader.translation.gloss_units import NOMINAL, PEOPLE, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_THINGS = frozenset({"noun", "name", "group", "month", "day", "number"})
_DIRECTIONS = {"northern": "north", "southern": "south"}
_DEEPEST = 6
"""How many owners an owner may have, and a subject: beyond that it is a list, and no recursion may go deep."""


def _are_many(head: Unit) -> bool:
    """Whether the Arabic word is a plural; "police" is one in English alone."""
    return head.plural and head.english != "police"


def _counts(unit: Unit) -> bool:
    """Whether it is a number above one, rather than a time of day or a share."""
    return unit.kind == "number" and unit.english not in ("1", "one") and not set(unit.english) & set(":%/")


@dataclass(slots=True)
class NounPhrase:
    """A noun with what belongs to it. ``before`` are the words that stand before it in English, in that order;
    ``after`` what follows it; ``owner`` the phrase that "of" joins to it."""

    head: Unit
    quantifier: Unit | None = None
    pointer: Unit | None = None
    before: list[Unit] = field(default_factory=list)
    after: list[Clause] = field(default_factory=list)
    owner: NounPhrase | None = None
    partner: list[NounPhrase] = field(default_factory=list)

    @property
    def definite(self) -> bool:
        """Whether it takes "the": by its own article, or its owner's."""
        if self.owner is not None and not self.head.definite:
            return (
                self.owner.definite
                or self.owner.head.kind in ("name", "month", "day", "group")
                or bool(self.owner.head.owner)
            )
        return self.head.definite

    @property
    def plural(self) -> bool:
        """Whether a verb of which it is the subject is plural."""
        if self.quantifier is not None and self.quantifier.english in ("one of", "any"):
            return False
        return self.head.plural or bool(self.partner)


@dataclass(slots=True)
class VerbPhrase:
    """A verb with the particles before it; ``subject`` decides its person where it is known, else the verb itself.
    ``pronoun`` is put before it where nothing else is its subject. ``bare``: its infinitive has no
    "to" ("must go"). ``since``: it has gone on since a time that is
    named; ``participle``: it says what a noun before it was doing; ``plural_antecedent``: whether the noun that its
    clause is about is plural."""

    verb: Unit
    particles: list[Unit]
    subject: NounPhrase | None = None
    pronoun: bool = False
    infinitive: bool = False
    bare: bool = False
    after_be: bool = False
    since: bool = False
    participle: bool = False
    plural_antecedent: bool | None = None


Clause = Unit | NounPhrase | VerbPhrase


class PhraseReader:
    """Reads noun phrases off the units of a sentence, from the first to the last. ``governed`` is the table of that
    name."""

    def __init__(self, units: Sequence[Unit], governed: Mapping[tuple[str, str], str]) -> None:
        self._governed = governed
        self._units = units
        self._at = 0
        self._depth = 0

    def _peek(self, ahead: int = 0) -> Unit | None:
        place = self._at + ahead
        return self._units[place] if place < len(self._units) else None

    def _take(self) -> Unit:
        unit = self._units[self._at]
        self._at += 1
        return unit

    def _begins_noun_phrase(self, place: int) -> bool:
        return place < len(self._units) and self._units[place].kind in NOMINAL | {"month", "day"}

    def _read_subject(self, depth: int = 0) -> NounPhrase:
        """A noun phrase with those that "and" joins to it, and with whose it is."""
        phrase = self._read_noun_phrase()
        belongs = self._peek()
        if (
            depth < _DEEPEST
            and belongs is not None
            and belongs.kind == "prep"
            and belongs.letter == "ل"
            and self._begins_noun_phrase(self._at + 1)
        ):
            whose = self._units[self._at + 1]
            if whose.definite or whose.kind == "name":
                self._take()
                last = phrase.after[-1] if phrase.after else None
                word = last.english if isinstance(last, Unit) else ""
                phrase.after += [
                    replace(belongs, english=self._governed.get((word, "for"), "of")),
                    self._read_subject(depth + 1),
                ]
                return phrase
        while True:
            joint = self._peek()
            if joint is None or joint.kind != "conj" or joint.english != "and":
                return phrase
            if not self._begins_noun_phrase(self._at + 1):
                return phrase
            self._take()
            other = self._read_noun_phrase()
            phrase.after += [joint, other]
            phrase.partner.append(other)

    def _read_noun_phrase(self) -> NounPhrase:
        pointer = quantifier = None
        unit = self._take()
        if unit.kind == "dem" and self._begins_noun_phrase(self._at) and self._units[self._at].definite:
            pointer, unit = unit, self._take()
        elif unit.kind == "quant" and self._begins_noun_phrase(self._at):
            quantifier, unit = unit, self._take()
            if unit.kind == "dem" and self._begins_noun_phrase(self._at) and self._units[self._at].definite:
                pointer, unit = unit, self._take()
        before: list[Unit] = []
        while unit.kind in ("adj", "number") and self._is_bare_noun(unit):
            best = unit.superlative
            before.append(replace(unit, english=best, definite=True) if best and not unit.definite else unit)
            unit = self._take()
        if unit.kind in ("noun", "adj") and any(_counts(word) for word in before):
            unit = replace(unit, kind="noun", english=plural(unit.english), plural=True)
        phrase = NounPhrase(unit, quantifier, pointer, before)
        if before and any(word.definite for word in before):
            phrase.head = replace(unit, definite=True)
        self._complete(phrase)
        return phrase

    def _is_bare_noun(self, unit: Unit) -> bool:
        """Whether what follows is the noun that this adjective or number stands before ("أكبر مدينة", "18 قتيلا")."""
        following = self._peek()
        if following is None:
            return False
        if unit.kind == "number":
            return following.kind in ("noun", "month", "number", "adj") and not following.definite
        return following.kind in ("noun",) and not unit.owner

    def _complete(self, phrase: NounPhrase) -> None:
        """Reads what belongs to a noun: its owner, its adjectives, a name in apposition, brackets."""
        nouns = [phrase]
        while (unit := self._peek()) is not None and len(nouns) <= _DEEPEST:
            last = nouns[-1]
            if unit.kind in _THINGS and unit.kind not in ("month", "day", "number") and self._owns(last, unit):
                owner = NounPhrase(self._take())
                last.owner = owner
                nouns.append(owner)
            elif unit.kind == "adj":
                if not self._adjective(nouns):
                    return
            elif unit.place and (last.head.place or (last.head.english in PEOPLE and last.head.definite)):
                return  # a place beside another, or beside somebody, is what the verb does something to
            elif unit.kind in ("name", "group") and last.head.kind in ("name", "noun", "group"):
                last.after.append(NounPhrase(self._take()))
            elif unit.kind == "number" and unit.english == "one" and last.head.kind == "noun":
                last.before.append(self._take())
            elif unit.kind == "number" and last.head.english == "year" and self._is_year(last, unit):
                self._take()
                last.head = replace(unit, also=((last.head.start, last.head.end),), plural=False)
            elif unit.kind in ("number", "month", "day") and last.head.kind in ("noun", "month", "day", "number"):
                last.after.append(self._counted())
            elif unit.kind == "quant" and self._depth < _DEEPEST and self._owns(last, unit):
                last.owner = self._counted()
                nouns.append(last.owner)
            else:
                return

    @staticmethod
    def _is_year(last: NounPhrase, unit: Unit) -> bool:
        """Whether the number is the year's name: English then says the number alone."""
        alone = not (last.before or last.after or last.owner or last.head.plural or last.head.definite)
        return alone and last.quantifier is None and len(unit.english) == 4 and unit.english.isdecimal()

    def _counted(self) -> NounPhrase:
        """A number or quantifier with what it counts."""
        following = self._peek(1)
        counts = following is not None and following.kind in ("noun", "number") and self._depth < _DEEPEST
        if not counts or self._units[self._at].kind in ("month", "day"):
            return NounPhrase(self._take())
        self._depth += 1
        phrase = self._read_noun_phrase()
        self._depth -= 1
        return phrase

    @staticmethod
    def _owns(last: NounPhrase, unit: Unit) -> bool:
        head = last.head
        if head.kind not in ("noun", "adj") or head.definite or head.owner or last.before[:1] == [head]:
            return False
        if head.fixed and " " in head.english and not (unit.kind == "noun" and (unit.definite or unit.owner)):
            return False
        return not last.after and not (unit.kind == "group" and unit.closing == ")")

    def _adjective(self, nouns: list[NounPhrase]) -> bool:
        """Gives an adjective, with those that "and" joins to it, to the noun it agrees with; False where it is the
        predicate."""
        unit = self._peek()
        assert unit is not None
        # A name hardly ever has an adjective: it belongs to the noun before, where it agrees with that.
        inner_first = [noun for noun in reversed(nouns) if noun.head.kind != "name"]
        inner_first += [noun for noun in reversed(nouns) if noun.head.kind == "name"]
        target = next((noun for noun in inner_first if self._fits(noun, unit)), None)
        if target is None:
            definite = nouns[-1].definite
            if definite and not unit.definite:
                return False
            head = nouns[-1].head
            if unit.definite and head.feminine and not (_are_many(head) or head.fixed or unit.feminine or unit.plural):
                return False  # it agrees with nothing: a noun of its own ("the police arrested the journalist")
            target = nouns[-1]
        run = [self._take()]
        while (joint := self._peek()) is not None and joint.kind == "conj" and joint.english == "and":
            other = self._peek(1)
            if other is None or other.kind != "adj" or other.definite != unit.definite:
                break
            run += [self._take(), self._take()]
        following = self._peek()
        participle = run[0].english.endswith(("ed", "ing")) or run[0].english in ("loyal", "able")
        if participle and following is not None and following.kind == "prep" and len(run) == 1:
            target.after += run  # "the forces loyal to …"
        else:
            numbers = sum(word.kind == "number" for word in target.before)
            first = target.before[numbers] if len(target.before) > numbers else None
            side = _DIRECTIONS.get(first.english) if first is not None else None
            if first is not None and side and run[0].english in ("eastern", "western") and len(run) == 1:
                both = replace(run[0], english=side + run[0].english, also=((first.start, first.end),))
                target.before[numbers] = both
            else:
                target.before[numbers:numbers] = run
        return True

    @staticmethod
    def _fits(noun: NounPhrase, adjective: Unit) -> bool:
        if noun.head.kind == "name":
            return adjective.definite
        return noun.definite == adjective.definite and (noun.head.feminine == adjective.feminine or noun.head.fixed)
