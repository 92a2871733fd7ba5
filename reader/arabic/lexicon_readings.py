"""What a lexicon's analysis says to people, and which analyses the vowels written in a word allow."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from reader.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.arabic.lexicon import Analysis

_PARTS_OF_SPEECH = {
    "NOUN": "noun",
    "NOUN_PROP": "name",
    "ADJ": "adjective",
    "ADV": "adverb",
    "VERB_PERFECT": "verb, perfect",
    "VERB_IMPERFECT": "verb, imperfect",
    "VERB_IMPERATIVE": "verb, imperative",
    "PREP": "preposition",
    "CONJ": "conjunction",
    "PART": "particle",
    "FUNC_WORD": "particle",
    "NEG_PART": "negation",
    "INTERROG_PART": "question word",
    "INTERJ": "interjection",
    "ABBREV": "abbreviation",
    "REL_PRON": "relative pronoun",
    "DET": "article",
}
_WITH_ROOTS = {"noun", "adjective", "adverb", "verb, perfect", "verb, imperfect", "verb, imperative"}
_CLITIC_PREFIXES = {"CONJ", "PREP", "DET", "FUT", "SUBJUNC", "EMPHATIC_PARTICLE", "RESULT_CLAUSE_PARTICLE"}
_PRONOUN = re.compile(r"(POSS_)?PRON_|(PV|IV|CV)SUFF_DO:")
_NOTE = re.compile(r"\s*(\[[^]]*\]|<[^>]*>)")
_TANWEEN = "\u064b\u064c\u064d"
_SHADDA = "\u0651"
_SHORT_VOWELS = "\u064e\u064f\u0650\u0652"
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


def as_reading(analysis: Analysis, root: str | None = None) -> Reading:
    """The analysis as people read it. ``root`` is its lemma's: names and particles are said to have none."""
    pos = part_of_speech(analysis)
    return Reading(
        vocalised=analysis.vocalised,
        lemma=analysis.lemma,
        pos=pos,
        glosses=tuple(glosses(analysis.gloss)),
        clitics=clitics(analysis),
        root=root if pos in _WITH_ROOTS else None,
    )


def part_of_speech(analysis: Analysis) -> str:
    """The word's part of speech in words ("verb, perfect")."""
    tag = analysis.stem[_main(analysis)][1] if analysis.stem else ""
    if "DEM_PRON" in tag:
        return "demonstrative"
    return "pronoun" if tag.startswith("PRON") else _PARTS_OF_SPEECH.get(tag, "particle")


def _main(analysis: Analysis) -> int:
    """Which piece of the stem is the word itself: the second of ب + أن, the first of ب + ه."""
    joined = len(analysis.stem) > 1 and analysis.stem[0][1] in _CLITIC_PREFIXES
    return 1 if joined and not _PRONOUN.match(analysis.stem[1][1]) else 0


def glosses(text: str) -> Iterator[str]:
    """The alternatives of a gloss one by one, without the analyser's notes ("[masc.sg.]", "<verb>")."""
    seen = set()
    # A slash parts alternatives only between whole words of their own ("by/with + it/him" is one phrase).
    for part in re.split(r"[;]|(?<![ +])/(?=[^ ]+$)" if "+" not in text else ";", _NOTE.sub("", text)):
        words = re.sub(r"\s*\+\s*", " ", part).strip()
        if words and words not in seen:
            seen.add(words)
            yield words


def clitics(analysis: Analysis) -> tuple[str, ...]:
    """The conjunctions, prepositions, article and pronouns that are written together with the word, without vowels."""
    main = _main(analysis)
    before = [form for form, tag in (*analysis.prefixes, *analysis.stem[:main]) if tag in _CLITIC_PREFIXES]
    after = [form for form, tag in (*analysis.stem[main + 1 :], *analysis.suffixes) if _PRONOUN.match(tag)]
    return tuple(filter(None, (bare(form) for form in before + after)))


def bare(text: str) -> str:
    """The text without vowel signs and tatweel."""
    return re.sub("[\u0640\u064b-\u0652\u0670]", "", text)


def fitting(word: str, analyses: Sequence[Analysis]) -> list[Analysis]:
    """The analyses that the vowel signs in the word do not contradict; all of them where that would leave none."""
    letters = _letters(word)
    if not any(marks for _, marks in letters):
        return list(analyses)
    return [analysis for analysis in analyses if _fits(letters, analysis)] or list(analyses)


def _letters(text: str) -> list[tuple[str, str]]:
    """Each letter with the signs on it."""
    letters: list[tuple[str, str]] = []
    for character in unicodedata.normalize("NFKC", text):
        if character in _MARKS:
            if letters:
                letters[-1] = (letters[-1][0], letters[-1][1] + character)
        elif character not in "\u0640\u0670":
            letters.append((character, ""))
    return letters


def _fits(written: list[tuple[str, str]], analysis: Analysis) -> bool:
    """Whether the signs agree, letter for letter. The analyser gives no case endings, so where it has no vowel any
    will do, and the last letter's says nothing; nor does it double a sun letter after the article."""
    known = _letters(analysis.vocalised)
    if len(known) != len(written):
        return True  # another spelling was looked up, or ل + ال fell together: there is nothing to compare
    if any("\u064b" in given for _, given in written) and any("_DU_" in tag for _, tag in analysis.suffixes):
        return False  # ثقباً is one hole, not two
    article = any(tag == "DET" for _, tag in analysis.prefixes)
    start = len(bare("".join(form for form, _ in analysis.prefixes)))
    verb = analysis.stem[0][1].startswith("VERB") if analysis.stem else False
    for place, ((_, given), (_, marks)) in enumerate(zip(written, known, strict=True)):
        if verb and any(sign in given for sign in _TANWEEN):
            return False
        if _SHADDA in given and _SHADDA not in marks and not (article and place == start):
            return False
        if place == len(written) - 1:
            continue
        vowel = next((sign for sign in given if sign in _SHORT_VOWELS), None)
        expected = next((sign for sign in marks if sign in _SHORT_VOWELS), None)
        if vowel and expected and vowel != expected:
            return False
    return True


def marks_agree(word: str, written: str) -> bool:
    """Whether the word, letter for letter, has every sign that ``written`` has, and none that contradicts it. A letter
    that bears no sign in ``written`` may bear any vowel; the last one's vowel says nothing."""
    letters, wanted = _letters(word), _letters(written)
    if len(letters) != len(wanted):
        return False
    for place, ((_, given), (_, needed)) in enumerate(zip(letters, wanted, strict=True)):
        if (_SHADDA in given) != (_SHADDA in needed):
            return False
        vowel = next((sign for sign in needed if sign in _SHORT_VOWELS), None)
        if vowel and place < len(wanted) - 1 and vowel not in given:
            return False
    return True
