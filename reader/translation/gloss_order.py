"""Puts the units of a clause into English order: adjectives before nouns, owners after "of", verbs after subjects."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.translation.gloss_english import plural, singular
from reader.translation.gloss_units import NOMINAL, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_THINGS = frozenset({"noun", "name", "group", "month", "day", "number"})
_DEEPEST = 6
"""How many owners an owner may have, and a subject: beyond that it is a list, and no recursion may go deep."""

_FARTHEST = 30
"""Units within which the verb of a "become" stands."""

_BEGINNINGS = frozenset({"begin", "start", "continue"})
_FROM_VERBS = frozenset(
    "secure protect remove withdraw prevent ban free save rescue release exclude extract import receive get obtain "
    "return come arrive suffer escape flee rise decline fall decrease increase".split()
)
_FROM_NOUNS = frozenset("securing protecting removing preventing freeing protection withdrawal removal".split())
_TIMES = frozenset("year month week day hour minute second decade century".split())
_MEASURES = frozenset("mm cm km kg metre meter kilometre centimetre percent dollar".split())
_DIRECTIONS = {"northern": "north", "southern": "south"}

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
    ``pronoun`` is put before it where nothing else is its subject. ``since``: it has gone on since a time that is
    named; ``participle``: it says what a noun before it was doing; ``plural_antecedent``: whether the noun that its
    clause is about is plural."""

    verb: Unit
    particles: list[Unit]
    subject: NounPhrase | None = None
    pronoun: bool = False
    infinitive: bool = False
    after_be: bool = False
    since: bool = False
    participle: bool = False
    plural_antecedent: bool | None = None


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
        self._depth = 0
        self._wanting = ""
        self._relative: Unit | None = None
        self._clause_verb: VerbPhrase | None = None
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
        if unit.kind == "pron" and not self._had_verb_after(self._at):
            self._pronoun_without_verb(unit)
            return
        if unit.kind in ("that", "an", "rel", "to", "pron", "what") or (
            unit.kind == "mark" and unit.english in ".!?:;…"
        ):
            self._subject = None
            self._clause_verb = None
            self._had_subject = unit.kind in ("rel", "pron")
        if unit.kind in ("rel", "what"):
            if unit.kind == "rel" and self._last_is("mark", "conj"):
                unit = replace(unit, english="which" if unit.english == "that" else unit.english)
            self._relative = unit
        if unit.kind == "conj" and unit.english not in ("and", "or"):
            self._had_subject = False
            self._clause_verb = None
        if unit.kind == "prep":
            since = unit.english == "since"
            unit = self._preposition(unit)
            unit = replace(unit, letter="since") if since else unit
        self._out.append(unit)

    def _had_verb_after(self, place: int) -> bool:
        """Whether a verb follows before the next mark or the next clause."""
        for unit in self._units[place:]:
            if unit.kind in ("verb", "be"):
                return True
            if unit.kind in ("mark", "rel", "that", "an", "what", "pron"):
                return False
        return False

    def _pronoun_without_verb(self, unit: Unit) -> None:
        """A pronoun where Arabic leaves out "is": before what it says of its subject, or between the two."""
        following = self._peek()
        says = following is not None and following.kind in NOMINAL | {"prep"} and following.english != "and"
        if not unit.fixed or not says or (self._clause_verb is not None and not self._last_is("that", "conj", "mark")):
            self._out.append(unit)
            self._had_subject = True
            return
        copula = "am" if unit.english == "I" else "are" if unit.english in ("they", "we", "you") else "is"
        if isinstance(self._before(), NounPhrase) and unit.linked:
            self._out.append(replace(unit, kind="other", english=copula))
        else:
            self._out += [unit, Unit("other", copula, unit.start, unit.end, linked=False)]
        self._had_subject = True

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
        if unit.english == "from" and self._compared(before):
            return replace(unit, english="than")
        governed = self._governed.get((word, unit.english))
        if governed is None and self._wanting and not isinstance(before, VerbPhrase):
            governed = self._governed.get((self._wanting, unit.english))
            missed = unit.english == "on" or (unit.english == "with" and self._last_is("adv", "mark"))
            governed = governed if governed == "" and missed else None
        if governed is not None:
            self._wanting = ""
            return replace(unit, english=governed)
        if unit.english == "from" and isinstance(before, NounPhrase):
            if self._clause_verb is not None and self._clause_verb.verb.english in _FROM_VERBS:
                return unit
            if any(isinstance(clause, NounPhrase) and clause.head.english in _FROM_NOUNS for clause in self._out[-4:]):
                return unit
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

    @staticmethod
    def _compared(before: Clause | None) -> bool:
        """Whether what stands before is a comparison ("larger", "a larger city")."""
        if isinstance(before, NounPhrase):
            return any(unit.superlative and unit.english != unit.superlative for unit in (*before.before, before.head))
        return isinstance(before, Unit) and bool(before.superlative) and before.english != before.superlative

    def _noun_phrase(self) -> None:
        governed = self._last_is("prep")
        joined = self._last_is("conj") and len(self._out) > 1 and self._out[-2] is self._subject
        phrase = self._read_noun_phrase()
        if joined and self._subject is not None:
            self._subject.partner.append(phrase)
        self._out.extend(self._loose_particles())
        ago = self._time_since(phrase)
        self._out.append(phrase)
        self._out += ago
        if not governed and self._had_subject and self._out[-1] is not self._subject:
            self._wanting = ""  # the verb has its object
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

    def _time_since(self, phrase: NounPhrase) -> list[Unit]:
        """The preposition before a length of time as English has it ("for ten years", "ten years ago"); the "ago" is
        given back, to stand behind it."""
        counted = phrase.head.dual or any(unit.kind == "number" for unit in phrase.before)
        place = len(self._out) - (2 if self._last_is("adv") else 1)
        if not counted or place < 0 or singular(phrase.head.english) not in _TIMES:
            return []
        unit = self._out[place]
        if not isinstance(unit, Unit) or unit.kind != "prep" or phrase.head.definite:
            return []
        if unit.english == "since":
            self._out[place] = replace(unit, english="for", letter="since")
        elif unit.english == "before":
            del self._out[place]
            return [Unit("adv", "ago", unit.start, unit.end)]
        return []

    def _verb(self) -> None:
        unit = self._take()
        particles, self._particles = self._particles, []
        objects: list[Unit] = []
        while (following := self._peek()) is not None and following.kind == "pron" and not following.linked:
            objects.append(self._take())
        before = self._before()
        if unit.english == "become" and unit.past and not particles and self._complement_verb():
            self._now(unit)
            return
        phrase = VerbPhrase(unit, particles)
        purpose = before if isinstance(before, Unit) and before.kind in ("an", "to") else None
        phrase.infinitive = unit.to_verb
        self._after_verb(before, phrase)
        self._as_relative_clause(before, phrase)
        if self._relative is not None:
            if objects and unit.english not in ("be", "become"):
                objects = objects[1:]  # Arabic says again what the relative clause is about
                self._had_subject = False
            elif self._relative.kind == "rel" and self._relative.feminine != unit.feminine and not unit.plural:
                self._had_subject = False  # the verb is not about the noun before it: its subject follows
            self._relative = None
        subject = None
        if (not self._had_subject or objects) and self._begins_noun_phrase(self._at):
            mark = self._at
            subject = self._read_subject()
            if not self._agrees(unit, subject, bool(objects)):
                self._at, subject = mark, None
        question = any(particle.kind == "question" for particle in particles)
        if subject is not None:
            phrase.subject = subject
            self._subject = subject
            self._had_subject = True
            if purpose is not None and purpose.english == "that/to":
                self._out[-1] = replace(purpose, kind="that", english="that")
            if question:
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
            if question and phrase.pronoun:
                many = unit.plural or unit.person[:1] in ("1", "2")
                helper = "did" if unit.past else "do" if many else "does"
                self._out.append(Unit("other", helper, unit.start, unit.end, linked=False))
            self._out.append(phrase)
            self._had_subject = True
        self._clause_verb = phrase
        self._wanting = unit.english
        self._out += objects

    def _after_verb(self, before: Clause | None, phrase: VerbPhrase) -> None:
        """What the verb right before, or a "since" or "before" in the sentence, makes of this one's form."""
        unit = phrase.verb
        if isinstance(before, VerbPhrase):
            if before.verb.english == "be" and before.verb.past:
                phrase.after_be = True
                if unit.past:
                    before.verb = replace(before.verb, english="have")
            elif before.verb.english in _BEGINNINGS and not unit.past:
                phrase.infinitive = True
        elif not unit.past and not phrase.particles and not phrase.infinitive:
            if self._clause_verb is None and self._has_since():
                phrase.since = True
            elif (
                isinstance(before, Unit)
                and before.kind == "that"
                and before.english in ("before", "after")
                and any(isinstance(clause, VerbPhrase) and clause.verb.past for clause in self._out)
            ):
                phrase.verb = replace(unit, past=True)

    def _has_since(self) -> bool:
        """Whether the clause named a time since when."""
        for clause in reversed(self._out):
            if isinstance(clause, Unit) and clause.kind in ("that", "rel", "an", "what", "conj"):
                return False
            if isinstance(clause, Unit) and clause.kind == "prep" and clause.letter == "since":
                return True
        return False

    def _as_relative_clause(self, before: Clause | None, phrase: VerbPhrase) -> None:
        """A second verb right behind a noun begins a clause about a noun without "the", which Arabic joins without a
        word; without such a noun it says what the noun was doing."""
        if not isinstance(before, NounPhrase) or self._clause_verb is None or phrase.infinitive:
            return
        if before is self._subject or not phrase.verb.person.startswith("3"):
            return
        if len(self._out) > 1 and isinstance(joint := self._out[-2], Unit) and joint.kind == "conj":
            return
        since = self._out.index(self._clause_verb) if self._clause_verb in self._out else 0
        about = [
            clause
            for clause in self._out[since:]
            if isinstance(clause, NounPhrase) and not clause.definite and clause.head.kind in ("noun", "group")
        ]
        if about:
            phrase.plural_antecedent = about[-1].plural
            self._out.append(Unit("other", "that", phrase.verb.start, phrase.verb.end, linked=False))
            self._relative = Unit("what", "that", phrase.verb.start, phrase.verb.end)
            self._had_subject = True
        elif not phrase.verb.past and not phrase.particles:
            phrase.participle = True

    def _complement_verb(self) -> bool:
        """Whether a "become" is followed by the verb of what came to be ("باتت تعتمد": now depends)."""
        before: Unit | None = None
        for place in range(self._at, min(len(self._units), self._at + _FARTHEST)):
            unit = self._units[place]
            if unit.kind == "verb":
                return not unit.past and (before is None or before.kind != "conj")
            if unit.kind in ("rel", "that", "an", "to", "what", "be", "pron") or unit.english in (".", "?", "!", ";"):
                return False
            if (
                unit.kind == "group"
                and unit.inner
                and unit.inner[0].kind in ("noun", "adj")
                and not unit.inner[0].definite
            ):
                return False  # what it came to be stands in quotes
            if unit.kind == "adj" and not unit.definite and (before is None or before.kind not in ("noun", "prep")):
                return False
            before = unit
        return False

    def _now(self, unit: Unit) -> None:
        """ "Now" for a "become" whose verb follows, behind its subject where that comes first."""
        if not self._had_subject and self._begins_noun_phrase(self._at):
            self._subject = self._read_subject()
            self._out.append(self._subject)
        self._had_subject = True
        self._out.append(Unit("adv", "now", unit.start, unit.end))

    @staticmethod
    def _agrees(verb: Unit, subject: NounPhrase, has_object: bool) -> bool:
        if verb.person and not verb.person.startswith("3"):
            return False
        if verb.plural:
            return False  # a plural verb follows its subject, or has none but itself
        head = subject.head
        counted = subject.before[0] if subject.before else head
        if (
            verb.english == "be"
            and counted.kind == "number"
            and (singular(head.english) in _MEASURES or counted is head)
        ):
            return False  # "it was 2.1 mm"
        if head.kind in ("name", "group", "number", "adj", "dem"):
            return True
        if has_object:
            return True  # with its object joined to it, what follows a verb is its subject
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
            best = unit.superlative
            before.append(replace(unit, english=best, definite=True) if best and not unit.definite else unit)
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
