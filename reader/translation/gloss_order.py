"""Puts the units of a clause into English order: adjectives before nouns, owners after "of", verbs after subjects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.translation.gloss_english import singular
from reader.translation.gloss_phrases import Clause, NounPhrase, PhraseReader, VerbPhrase
from reader.translation.gloss_units import NOMINAL, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_FARTHEST = 30
"""Units or phrases to either side that are looked at for what belongs together."""

_BEGINNINGS = frozenset({"begin", "start", "continue"})
_FROM_VERBS = frozenset(
    "secure protect remove withdraw prevent ban free save rescue release exclude extract import receive get obtain "
    "return come arrive suffer escape flee rise decline fall decrease increase".split()
)
_FROM_NOUNS = frozenset("securing protecting removing preventing freeing protection withdrawal removal".split())
_WITH_TWO_OBJECTS = frozenset({"accuse", "charge"})
_MODALS = frozenset({"must", "should", "can", "may", "cannot"})
_TIMES = frozenset("year month week day hour minute second decade century".split())
_MEASURES = frozenset("mm cm km kg metre meter kilometre centimetre percent dollar".split())

_PARTICLES = frozenset({"question", "neg", "neg_past", "neg_future", "perfect", "future", "still"})


def arrange(units: Sequence[Unit], governed: Mapping[tuple[str, str], str]) -> list[Clause]:
    """The units of one sentence as phrases in English order. ``governed`` is the table of that name."""
    return _Arranger(units, governed).run()


class _Arranger(PhraseReader):
    """Reads the units from the first to the last, and knows whether the clause it is in has a subject and a verb."""

    def __init__(self, units: Sequence[Unit], governed: Mapping[tuple[str, str], str]) -> None:
        super().__init__(units, governed)
        self._out: list[Clause] = []
        self._subject: NounPhrase | None = None
        self._had_subject = False
        self._particles: list[Unit] = []
        self._wanting = ""
        self._relative: Unit | None = None
        self._clause_verb: VerbPhrase | None = None
        self._verb_at = 0
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
        verb = self._clause_verb.verb.english if self._clause_verb is not None else ""
        if governed is None and verb in _WITH_TWO_OBJECTS and unit.english == "with" and isinstance(before, NounPhrase):
            governed = self._governed.get((verb, "with"))
        if governed is None and self._wanting and not isinstance(before, VerbPhrase):
            governed = self._governed.get((self._wanting, unit.english))
            missed = unit.english == "on" or (unit.english == "with" and self._last_is("adv", "mark"))
            aside = isinstance(before, Unit) and before.kind in ("mark", "adv")
            governed = governed if aside or (governed == "" and missed) else None
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
            if purpose is not None and purpose.english.split()[0] in _MODALS:
                self._out.pop()  # "the war must stop"
                phrase.infinitive = phrase.bare = True
                self._out += [subject, purpose, phrase]
            elif question:
                helper = "did" if unit.past else "do" if subject.plural else "does"
                self._out.append(Unit("other", helper, unit.start, unit.end, linked=False))
            if phrase is not self._before():
                self._out += [subject, phrase]
        else:
            if purpose is not None:
                phrase.infinitive = True
                phrase.bare = purpose.english.split()[0] in _MODALS or purpose.english.split()[-1] in _MODALS
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
        self._verb_at = len(self._out) - 1
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
                and any(isinstance(clause, VerbPhrase) and clause.verb.past for clause in self._out[-_FARTHEST:])
            ):
                phrase.verb = replace(unit, past=True)

    def _has_since(self) -> bool:
        """Whether the clause named a time since when."""
        for clause in reversed(self._out[-_FARTHEST:]):
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
        about = [
            clause
            for clause in self._out[self._verb_at :]
            if isinstance(clause, NounPhrase) and not clause.definite and self._is_common(clause.head)
        ]
        if about:
            phrase.plural_antecedent = about[-1].plural
            self._out.append(Unit("other", "that", phrase.verb.start, phrase.verb.end, linked=False))
            self._relative = Unit("what", "that", phrase.verb.start, phrase.verb.end)
            self._had_subject = True
        elif not phrase.verb.past and not phrase.particles:
            phrase.participle = True

    @staticmethod
    def _is_common(head: Unit) -> bool:
        """Whether it is a noun that can be one of several, or begins with one in its quotes."""
        first = head.inner[0] if head.kind == "group" and head.inner else head
        return first.kind == "noun" and not first.definite

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
        if head.accusative and not subject.before:
            return False
        if head.kind in ("name", "group", "number", "adj", "dem"):
            return True
        if has_object:
            return True  # with its object joined to it, what follows a verb is its subject
        return verb.feminine == head.feminine or head.plural or head.fixed
