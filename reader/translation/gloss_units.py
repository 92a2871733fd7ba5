"""The units of a glossed sentence: what each stands for in the Arabic, its English, and its grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.arabic.lexicon_readings import bare
from reader.translation.gloss_english import is_plural, plural, superlative

if TYPE_CHECKING:
    from reader.arabic.lexicon import Analysis
    from reader.model import Span
    from reader.translation.gloss_tables import Tables

NOMINAL = frozenset({"noun", "name", "adj", "group", "number", "quant", "dem"})
"""Kinds of unit that can begin a noun phrase."""

PEOPLE = frozenset(
    "man woman boy girl president minister king queen prince officer doctor director leader writer author father "
    "mother son daughter brother sister wife husband student teacher player actor singer artist scientist spokesman "
    "commander governor ambassador envoy journalist activist professor lawyer judge soldier victim child person friend "
    "researcher secretary-general head chairman poet patient worker farmer".split()
)
"""English nouns that name a person by what he or she is."""

_FEMININE = frozenset("war fire sun land earth soul market wind road eye hand bride state fireplace well".split())
_OBJECT = {"1S": "me", "1P": "us", "3MS": "him", "3FS": "it", "3D": "them", "3MP": "them", "3FP": "them"}
_OWNER = {"1S": "my", "1P": "our", "3MS": "his", "3FS": "its", "3D": "their", "3MP": "their", "3FP": "their"}
_SUBJECT = {"1S": "I", "1P": "we", "3MS": "he", "3FS": "it", "3D": "they", "3MP": "they", "3FP": "they"}
_SUBJECT |= {"3MD": "they", "3FD": "they"}
_ELATIVE = re.compile(r"(er|more|better|worse|less)\b.*/\w*(est|most|worst)\b")
_CONJUNCTIONS = {"و": "and", "ف": "so"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, or one joined piece of a word, on its way to English.

    ``kind``: noun, name, adj, verb, prep, conj, pron, adv, number, quant, dem, rel, that, an, to, neg, neg_past,
    neg_future, perfect, future, question, still, be, what, month, day, mark, group, other. ``english`` is the base
    form. ``start`` and ``end`` are its word's place in the sentence, in code points; ``linked`` whether that word is
    linked to this unit's English. ``letter`` is a joined conjunction's or preposition's own. ``owner`` is an English
    possessive. ``fixed``: the English is a table's; ``kept``: it is the source's own (a number, a Latin run).
    ``inner`` and ``closing`` are what stands in a group and the mark that ends it. ``human``: it names a person,
    ``place`` a place. ``accusative``: its ending says that it is no verb's subject. ``also``: other places in the
    sentence that are linked to the same English. ``superlative`` is that form of an adjective that is comparative by
    itself.
    """

    kind: str
    english: str
    start: int
    end: int
    linked: bool = True
    letter: str = ""
    definite: bool = False
    plural: bool = False
    feminine: bool = False
    dual: bool = False
    owner: str = ""
    past: bool = False
    person: str = ""
    to_verb: bool = False
    glue_before: bool = False
    glue_after: bool = False
    inner: tuple[Unit, ...] = ()
    closing: str = ""
    fixed: bool = False
    kept: bool = False
    human: bool = False
    place: bool = False
    accusative: bool = False
    also: tuple[Span, ...] = ()
    superlative: str = ""


def pronoun(tag: str, table: str) -> str:
    """The English for an analyser's pronoun tag ("POSS_PRON_3MS", "IV3FS", "PVSUFF_DO:3MP") as "object", "owner" or
    "subject"."""
    person = tag.rpartition(":")[2].rpartition("_")[2].removeprefix("IV")
    if person.startswith("2"):
        return "your" if table == "owner" else "you"
    return {"object": _OBJECT, "owner": _OWNER, "subject": _SUBJECT}[table].get(person, "")


def kind_of(analysis: Analysis) -> str:
    """The kind of unit the analysis's stem makes."""
    tag = analysis.stem[0][1] if analysis.stem else ""
    if tag.startswith("VERB"):
        return "verb"
    if "DEM_PRON" in tag:
        return "dem"
    if tag.startswith("PRON"):
        return "pron"
    kinds = {"NOUN": "noun", "NOUN_PROP": "name", "ADJ": "adj", "PREP": "prep", "CONJ": "conj", "ADV": "adv"}
    return kinds.get(tag, "rel" if tag == "REL_PRON" else "other")


def from_analysis(analysis: Analysis, english: str, start: int, end: int, tables: Tables) -> list[Unit]:
    """The units of one word: joined conjunctions and prepositions, the word itself, joined object pronouns."""
    units = [_joined(form, tag, start, end) for form, tag in analysis.prefixes if tag in ("CONJ", "PREP", "FUT")]
    kind = kind_of(analysis)
    suffixes = (*analysis.stem[1:], *analysis.suffixes)
    if (kind == "prep" and len(analysis.stem) > 1) or any(tag.startswith("PRON") for _, tag in suffixes):
        known = tables.function(bare(analysis.stem[0][0])) or tables.function(bare(analysis.lemma))
        units.append(Unit("prep", known.english if known else english, start, end))
        units += [
            Unit("pron", pronoun(tag, "object"), start, end, linked=False) for _, tag in suffixes if "PRON" in tag
        ]
        return units
    tags = [tag for _, tag in (*analysis.prefixes, *suffixes)]
    if kind == "verb":
        units.append(_verb(analysis, english, start, end, tags))
    else:
        _, other_kind = tables.wordings.get(analysis.lemma_id, ("", ""))
        unit = _nominal(other_kind or kind, english, start, end, tags)
        best = english if english.endswith("est") else superlative(english)
        if _ELATIVE.search(analysis.gloss) and best and unit.kind in ("noun", "adj"):
            unit = replace(unit, kind="adj", english=english, superlative=best, plural=False)
        units.append(unit)
    units += [Unit("pron", pronoun(tag, "object"), start, end, linked=False) for tag in tags if "SUFF_DO:" in tag]
    return units


def _joined(form: str, tag: str, start: int, end: int) -> Unit:
    letter = bare(form)
    if tag == "CONJ":
        return Unit("conj", _CONJUNCTIONS.get(letter, "and"), start, end, linked=False, letter=letter)
    if tag == "FUT":
        return Unit("future", "will", start, end, linked=False)
    english = {"ب": "with", "ل": "for", "ك": "as"}.get(letter, "")
    return Unit("prep", english, start, end, linked=False, letter=letter)


def _verb(analysis: Analysis, english: str, start: int, end: int, tags: list[str]) -> Unit:
    subject = next((t for t in tags if t.startswith("IV") and t[2:3].isdigit()), "") or next(
        (tag for tag in tags if "SUFF_SUBJ:" in tag), ""
    )
    person = subject.rpartition(":")[2].removeprefix("IV")
    return Unit(
        "verb", english, start, end, past=analysis.stem[0][1] == "VERB_PERFECT", person=person,
        feminine=person[1:2] == "F", plural=person[-1:] in ("P", "D"), to_verb="SUBJUNC" in tags,
    )  # fmt: skip


def _nominal(kind: str, english: str, start: int, end: int, tags: list[str]) -> Unit:
    dual = any("_DU_" in tag for tag in tags)
    sound_plural = any("_PL" in tag and "NSUFF" in tag for tag in tags)
    many = dual or sound_plural or (kind == "noun" and is_plural(english))
    if kind == "noun" and many:
        english = plural(english)
    owner = next((pronoun(tag, "owner") for tag in tags if tag.startswith("POSS_PRON")), "")
    return Unit(
        kind, english, start, end, accusative=any("ACC" in tag for tag in tags),
        definite="DET" in tags, plural=many, dual=dual, owner=owner,
        feminine=any("NSUFF_FEM" in tag for tag in tags)
        or (many and not sound_plural and not dual)
        or (kind == "noun" and english in _FEMININE),
    )  # fmt: skip
