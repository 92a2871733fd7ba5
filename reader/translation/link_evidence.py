"""What two words show of whether one translates the other: digits, Latin letters, names by their sound, meanings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.settings import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.translation.link_words import GlossesOf, Word


_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")

SAME, SOUNDS, MEANS = 3.0, 1.8, 1.6
"""How much more than attention it counts that words are the same, sound alike, or are known to mean the same."""

_COUNTING = re.compile(
    "و?(?:ال|ب|ل)?(?:واحد|احد|اثن|ثنت|ثلاث|ثلث|اربع|خمس|ست[هو]|ستين|سبع|ثمان|تسع|عشر|مي[هت]|ماي[هت]|الف|الاف|مليون|ملايين|مليار)"
)
"""How words for numbers begin; they are linked to whatever number the translation has for them."""
COUNTS = 0.8

GLOSSED = 0.6
"""How sure a meaning is that the lexicon has for one of a word's readings."""

_SOUNDS = {
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s",
    "ش": "s", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "پ": "b", "چ": "j", "ڤ": "f", "گ": "g", "ة": "", "و": "w", "ي": "y",
}  # fmt: skip
_LATIN_SOUNDS = (
    ("sch", "s"), ("tch", "ts"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("ph", "f"),
    ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("q", "k"), ("c", "k"), ("p", "b"), ("v", "f"),
)  # fmt: skip
_ALIKE = 0.72


def weigh(strength: float, known: float) -> float:
    """The strength of a link with what is known besides the attention."""
    return strength + known * (0.5 + min(strength, 0.5)) if known else strength


@dataclass(slots=True)
class Knowledge:
    """What is known of words besides the model. ``figures`` says, by the stems of an Arabic and an English word, how
    firmly parallel text binds them (0 to 1); ``glosses_of`` gives the English words of an Arabic word's readings."""

    figures: Mapping[tuple[str, str], float]
    glosses_of: GlossesOf | None = None

    def meaning(self, source: Word, target: Word) -> float:
        """How sure it is that one of the words means the other, 0 to 1."""
        bound = self.figures.get((source.stem, target.stem), 0.0)
        return max(bound, GLOSSED) if target.stem in source.meanings else bound


def load_figures() -> dict[tuple[str, str], float]:
    """The figures that come with the app."""
    figures = {}
    for line in (resources() / "lexicon" / "links.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            arabic, english, per_cent = line.split("\t")
            figures[arabic, english] = int(per_cent) / 100
    return figures


def likeness(source: Word, target: Word, opening: bool, known: Knowledge) -> float:
    """How much the words themselves say for a link between them, 0 where they say nothing. ``opening`` says that the
    target word opens its sentence, where a capital makes no name."""
    if source.text.casefold() == target.text.casefold():
        return SAME
    number = _number(target.text)
    if number is not None:
        if number and number == _number(source.text):
            return SAME
        return COUNTS if _COUNTING.match(fold(source.text)) else 0.0
    if not ARABIC.search(source.text):
        return 0.0
    meaning = MEANS * known.meaning(source, target)
    if target.text[:1].isupper() and len(target.text) > 1 and target.content == 1:
        sound = sounds_alike(source.text, target.text)
        if sound >= _ALIKE:
            return max(meaning, SOUNDS * sound * (0.8 if opening else 1.0))
    return meaning


# A word is compared with every word of the other side, and what it is by itself is asked each time.
@lru_cache(maxsize=4096)
def _number(word: str) -> str | None:
    """The digits of a word, none of them a leading zero; None where it has none."""
    if not any(map(str.isdigit, word)):
        return None
    return re.sub(r"\D", "", word.translate(_DIGITS)).lstrip("0")


def sounds_alike(arabic: str, latin: str) -> float:
    """How alike the consonants of two names are, 0 to 1; clitics before the Arabic one do not count."""
    best = 0.0
    comparison = SequenceMatcher(autojunk=False)
    for wanted in _latin_skeletons(latin):
        comparison.set_seq2(wanted)
        for skeleton in _arabic_skeletons(arabic):
            comparison.set_seq1(skeleton)
            # The quick ones are bounds from above.
            if comparison.real_quick_ratio() > best and comparison.quick_ratio() > best:
                best = max(best, comparison.ratio())
    return best


@lru_cache(maxsize=4096)
def _arabic_skeletons(word: str) -> tuple[str, ...]:
    """The consonants of an Arabic word in Latin letters, for each way to read it: without its clitics, its w and y as
    vowels."""
    found = set()
    for form in unprefixed(fold(word)):
        own = "".join(_SOUNDS.get(letter, "") for letter in form)
        found |= {bare for bare in (own, re.sub("[wy]", "", own)) if len(bare) > 1 or (bare and len(form) <= 3)}
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def _latin_skeletons(word: str) -> tuple[str, ...]:
    """The consonants of a Latin word, spelled alike where they sound alike, with w and y and without."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c.isalpha()).removesuffix("'s")
    for letters, sound in _LATIN_SOUNDS:
        plain = plain.replace(letters, sound)
    whole = re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]", "", plain))
    return tuple(sorted({whole, re.sub("[wy]", "", whole)} - {""}))


def unprefixed(word: str) -> set[str]:
    """A folded word with and without the clitics that may stand before it."""
    forms = {word}
    for prefix in ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "كال", "ول", "وب"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            forms.add(word[len(prefix) :])
    return forms
