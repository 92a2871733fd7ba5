"""What word links need to know of single words: how much they say by themselves, and their stems, roughly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.arabic.lexicon_readings import glosses

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from reader.arabic.lexicon import Analysis
    from reader.model import Span

    GlossesOf = Callable[[str], Collection[str]]

_EMPTY_ENGLISH = (
    "a an the of to in on at by for from with into onto as than and or but if so that which who whom whose what "
    "is are was were be been being am 's it its it's there here's not n't up out off about over under upon s t ll "
    "re ve d m"
)
_LIGHT_ENGLISH = (
    "i you he she we they me him her us them my your his our their mine yours hers ours theirs this these those "
    "do does did doing done have has had having will would shall should can could may might must i'm you're he's "
    "she's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll "
    "we'll they'll that's what's there's who's don't doesn't didn't isn't aren't wasn't weren't haven't hasn't "
    "hadn't won't wouldn't shouldn't can't couldn't cannot when where why how while because before after until "
    "since during between through then very too also just only even any some all both each every more most such "
    "no yes"
)
_EMPTY_ARABIC = (
    "في من إلى على عن أن إن لأن بأن الذي التي الذين اللذين اللاتي اللواتي ما مما قد لقد كان كانت كانوا كنت كنا "
    "تكون يكون أكون نكون سيكون ستكون هو هي ل ب ك و ف إنه إنها أنه أنها أنك إنك إذ أو أم ثم بل عند لدى يا هل أ ألم "
    "فيه فيها منه منها منك مني منا بي بك بنا به بها له لها إليه إليها عليه عليها عنه عنها بهم لهم منهم فيهم أي"
)
_LIGHT_ARABIC = (
    "أنا أنت أنتم نحن هم هما هن هذا هذه ذلك تلك هؤلاء أولئك هناك هنا لا لم لن ليس ليست ليسوا لست غير إذا لو إن "
    "كيف متى أين لماذا كم كل بعض أي جميع كلا مع بعد قبل حتى عندما حين بينما بين خلال منذ فقط أيضا جدا لكن ولكن "
    "سوى إلا لي لك لنا لكم علي عليك علينا معي أليس كذلك لما يكن لكنه لكنها فهو فهي ماذا أيهما معك معه معها معنا "
    "لدي لديه لديها لديك لدينا عندي كما مثل حول فوق تحت أمام سوف إني أني أنني إنني أننا إننا لأني لأنني لأنه "
    "لأنها بأنه بأنها كي لكي مازلت ما"
)

_ENGLISH = dict.fromkeys(_LIGHT_ENGLISH.split(), 0.5) | dict.fromkeys(_EMPTY_ENGLISH.split(), 0.1)
_ARABIC = {fold(word): 0.5 for word in _LIGHT_ARABIC.split()} | {fold(word): 0.1 for word in _EMPTY_ARABIC.split()}
"""Words that say little: mere grammar, which must not take the links of words that say something, and those between."""

_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""))

_CONTRACTED = {
    form: verb
    for verb, forms in {
        "can": "can't cannot could couldn't",
        "do": "don't does doesn't did didn't done doing",
        "have": "haven't has hasn't had hadn't having",
        "will": "won't would wouldn't",
        "must": "mustn't",
        "should": "shouldn't",
    }.items()
    for form in forms.split()
}
"""Forms that a rule for endings does not bring together."""


_LATIN_WORD = re.compile("[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of either side, with its place in code points and its stem. ``content`` is how much it says by itself: 1
    for names, nouns and verbs, less for what serves them, least for mere grammar. ``meanings`` are the stems of the
    English words that a lexicon has for it."""

    text: str
    span: Span
    content: float
    stem: str
    meanings: frozenset[str] = frozenset()


def english_words(analyses: Iterable[Analysis]) -> frozenset[str]:
    """The English words in a lexicon's analyses of a word."""
    return frozenset(part for one in analyses for gloss in glosses(one.gloss) for part in _LATIN_WORD.findall(gloss))


def source_word(text: str, span: Span, glosses_of: GlossesOf | None = None) -> Word:
    """An Arabic word as links see it."""
    said = glosses_of(text) if glosses_of is not None else ()
    meanings = frozenset(english_stem(word) for word in said if target_content(word) >= 0.5)
    return Word(text, span, source_content(text), arabic_stem(text), meanings)


def target_word(text: str, span: Span) -> Word:
    """An English word as links see it."""
    return Word(text, span, target_content(text), english_stem(text))


def source_content(word: str) -> float:
    """How much of an Arabic word is content, 0 to 1."""
    return _ARABIC.get(fold(word), 1.0)


def target_content(word: str) -> float:
    """How much of an English word is content, 0 to 1."""
    return _ENGLISH.get(word.replace("’", "'").lower(), 1.0)


def arabic_stem(word: str) -> str:
    """A word folded, without articles, pronouns and endings, and with "~" for a verb's person, roughly: what figures
    are kept by."""
    word = fold(word)
    for prefix in ("وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و", "ف"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    if len(word) > 4 and word[0] in "سل" and word[1] in "يتنا":
        word = word[1:]
    for suffix in ("ها", "هم", "كم", "نا", "ني", "ان", "ات", "ون", "ين", "وا", "يه", "ه", "ي", "ك", "ت"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return "~" + word[1:] if len(word) > 3 and word[0] in "يتنا" else word


def english_stem(word: str) -> str:
    """A word without its inflection, roughly: enough to know "parties" by "party"."""
    word = word.replace("’", "'").lower()
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    word = word.removesuffix("'s").removesuffix("'")
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word
