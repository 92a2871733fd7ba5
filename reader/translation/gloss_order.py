"""Puts the units of a clause into English order: adjectives before nouns, owners after "of", verbs after subjects."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.translation.gloss_english import plural
from reader.translation.gloss_units import NOMINAL, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_THINGS = frozenset({"noun", "name", "group", "month", "day", "number"})
_DEEPEST = 6
"""How many owners an owner may have, and a subject: beyond that it is a list, and no recursion may go deep."""

_PARTICLES = frozenset({"question", "neg", "neg_past", "neg_future", "perfect", "future", "still"})


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
    ``pronoun`` is put before it where nothing else is its subject."""

    verb: Unit
    particles: list[Unit]
    subject: NounPhrase | None = None
    pronoun: bool = False
    infinitive: bool = False
    after_be: bool = False


Clause = Unit | NounPhrase | VerbPhrase


def arrange(units: Sequence[Unit], governed: Mapping[tuple[str, str], str]) -> list[Clause]:
    """The units of one sentence as phrases in English order. ``governed`` is the table of that name."""
    return _Arranger(units, governed).run()


class _Arranger:
    """Reads the units from the first to the last, and knows whether the clause it is in has a subject and a verb."""

    def __init__(self, units: Sequence[Unit], governed: Mapping[tuple[str, str], str]) -> None:
        self._governed = governed
        self._units = units
        self._at = 0
        self._out: list[Clause] = []
        self._subject: NounPhrase | None = None
        self._had_subject = False
        self._particles: list[Unit] = []
        self._has_verb = any(unit.kind in ("verb", "be") for unit in units)

    def run(self) -> list[Clause]:
        first = self._peek()
        if first is not None and first.kind == "conj" and first.letter and len(self._units) > 1:
            self._take()  # Arabic begins its sentences with "and" where English begins them with nothing
        while (unit := self._peek()) is not None:
            if unit.kind in _PARTICLES:
                self._take()
                self._particles.append(unit)
            elif unit.kind == "verb":
                self._verb()
            elif self._begins_noun_phrase(self._at):
                self._noun_phrase()
            else:
                self._other()
        self._out.extend(self._loose_particles())
        return self._out

    def _peek(self, ahead: int = 0) -> Unit | None:
        place = self._at + ahead
        return self._units[place] if place < len(self._units) else None

    def _take(self) -> Unit:
        unit = self._units[self._at]
        self._at += 1
        return unit

    def _begins_noun_phrase(self, place: int) -> bool:
        return place < len(self._units) and self._units[place].kind in NOMINAL | {"month", "day"}

    def _loose_particles(self) -> list[Unit]:
        loose, self._particles = [unit for unit in self._particles if unit.english], []
        return [replace(unit, english="is still") if unit.kind == "still" else unit for unit in loose]

    def _before(self) -> Clause | None:
        return self._out[-1] if self._out else None

    def _last_is(self, *kinds: str) -> bool:
        before = self._before()
        return isinstance(before, Unit) and before.kind in kinds

    def _other(self) -> None:
        unit = self._take()
        self._out.extend(self._loose_particles())
        if unit.kind in ("that", "an", "rel", "to", "pron") or (unit.kind == "mark" and unit.english in ".!?:;…"):
            self._subject = None
            self._had_subject = unit.kind in ("rel", "pron")
        if unit.kind == "conj" and unit.english not in ("and", "or"):
            self._had_subject = False
        if unit.kind == "prep":
            unit = self._preposition(unit)
        self._out.append(unit)

    def _preposition(self, unit: Unit) -> Unit:
        """The preposition as English wants it after the word before it."""
        before = self._before()
        word = ""
        if isinstance(before, VerbPhrase):
            word = before.verb.english
        elif isinstance(before, NounPhrase):
            last = before.after[-1] if before.after else before.head
            word = last.english if isinstance(last, Unit) else ""
        elif before is not None and before.kind == "adj":
            word = before.english
        governed = self._governed.get((word, unit.english))
        if governed is not None:
            return replace(unit, english=governed)
        if unit.english == "from" and isinstance(before, NounPhrase):
            return replace(unit, english="of")  # after a noun it mostly says what the whole is, or whose
        if unit.letter == "ل" and isinstance(before, VerbPhrase | NounPhrase):
            return replace(unit, english="to" if isinstance(before, VerbPhrase) else "of")
        if unit.english == "in" and (following := self._peek()) is not None:
            second = self._peek(1)
            if following.kind == "day" or (
                following.kind == "number" and second is not None and second.kind == "month"
            ):
                return replace(unit, english="on")
        return unit

    def _noun_phrase(self) -> None:
        governed = self._last_is("prep")
        joined = self._last_is("conj") and len(self._out) > 1 and self._out[-2] is self._subject
        phrase = self._read_noun_phrase()
        if joined and self._subject is not None:
            self._subject.partner.append(phrase)
        self._out.extend(self._loose_particles())
        self._out.append(phrase)
        if not governed and not self._had_subject and phrase.head.kind not in ("day", "month", "number"):
            self._subject, self._had_subject = phrase, True
        following = self._peek()
        if (
            not self._has_verb
            and not governed
            and phrase.definite
            and following is not None
            and following.kind == "adj"
            and not following.definite
        ):
            self._out.append(
                Unit("other", "are" if phrase.plural else "is", following.start, following.end, linked=False)
            )
            self._has_verb = True

    def _verb(self) -> None:
        unit = self._take()
        particles, self._particles = self._particles, []
        objects: list[Unit] = []
        while (following := self._peek()) is not None and following.kind == "pron" and not following.linked:
            objects.append(self._take())
        phrase = VerbPhrase(unit, particles)
        purpose = before if isinstance(before := self._before(), Unit) and before.kind in ("an", "to") else None
        phrase.infinitive = unit.to_verb
        phrase.after_be = isinstance(before, VerbPhrase) and before.verb.english == "be" and before.verb.past
        subject = None
        if (not self._had_subject or objects) and self._begins_noun_phrase(self._at):
            mark = self._at
            subject = self._read_subject()
            if not self._agrees(unit, subject):
                self._at, subject = mark, None
        if subject is not None:
            phrase.subject = subject
            self._subject = subject
            self._had_subject = True
            if purpose is not None and purpose.english == "that/to":
                self._out[-1] = replace(purpose, kind="that", english="that")
            if any(particle.kind == "question" for particle in particles):
                helper = "did" if unit.past else "do" if subject.plural else "does"
                self._out.append(Unit("other", helper, unit.start, unit.end, linked=False))
            self._out += [subject, phrase]
        else:
            if purpose is not None:
                phrase.infinitive = True
                if purpose.english == "that/to":
                    self._out.pop()
            phrase.subject = self._subject
            phrase.pronoun = not self._had_subject and not phrase.infinitive
            self._out.append(phrase)
            self._had_subject = True
        self._out += objects

    def _agrees(self, verb: Unit, subject: NounPhrase) -> bool:
        if verb.person and not verb.person.startswith("3"):
            return False
        if verb.plural:
            return False  # a plural verb follows its subject, or has none but itself
        head = subject.head
        if head.kind in ("name", "group", "number", "adj", "dem"):
            return True
        return verb.feminine == head.feminine or head.plural or head.fixed

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
            before.append(unit)
            unit = self._take()
        if unit.kind == "noun" and any(_counts(word) for word in before):
            unit = replace(unit, english=plural(unit.english), plural=True)
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
            elif unit.kind in ("name", "group") and last.head.kind in ("name", "noun", "group"):
                last.after.append(NounPhrase(self._take()))
            elif unit.kind == "number" and unit.english == "one" and last.head.kind == "noun":
                last.before.append(self._take())
            elif unit.kind in ("number", "month", "day") and last.head.kind in ("noun", "month", "day", "number"):
                last.after.append(NounPhrase(self._take()))
            else:
                return

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
        target = next((noun for noun in reversed(nouns) if self._fits(noun, unit)), None)
        if target is None:
            definite = nouns[-1].definite
            if definite and not unit.definite:
                return False
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
            target.before[numbers:numbers] = run
        return True

    @staticmethod
    def _fits(noun: NounPhrase, adjective: Unit) -> bool:
        if noun.head.kind == "name":
            return adjective.definite
        return noun.definite == adjective.definite and (noun.head.feminine == adjective.feminine or noun.head.fixed)
