"""Whether a short line reads as a clause of running text though no full stop ends it.

Headlines, labels and links name things; running text joins clause to clause. What tells them apart is grammar, not
topic: a conjunction before a verb or a particle, a verb of saying at the head, a relative or a subordinate inside.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from reader.arabic.folding import fold

if TYPE_CHECKING:
    from reader.parsing.lines import Line


def _any(text: str) -> str:
    return "(?:" + "|".join(fold(text).split()) + ")"


_VERBS = _any(
    "قال قالت قالوا يقول تقول أقول نقول أضاف أضافت يضيف تضيف أوضح أوضحت يوضح أكد أكدت يؤكد تؤكد أشار أشارت يشير تشير "
    "ذكر ذكرت يذكر تذكر لفت لفتت تابع تابعت شدد شددت كشف كشفت بين بينت رأى رأت اعتبر اعتبرت نفى نفت دعا دعت "
    "كان كانت كنت كنا كانوا يكون تكون ليس ليست صار صارت بات باتت ظل ظلت بقي بقيت بلغ بلغت جاء جاءت تم يتم "
    "سأل سألت سألها سألته سألتها أجاب أجابت رد ردت ضحك ضحكت"
)
_PARTICLES = _any(
    "لم لن لا ليس قد لقد لكن لكنه لكنها لكني إن أن إنا إنه إنها إننا أنه أنها هو هي هم نحن أنا هذا هذه ذلك تلك هناك "
    "من في عن على إلى مع بعد قبل منذ حتى حين حينها عندما بينما كما أما بل ثم إذا لو كل بعض فيما مما ما أي أمس اليوم "
    "بحسب وفق وفقا بذلك لذلك كذلك هكذا عند خلال عقب بهذا بهذه"
)
_JOINED = re.compile(rf"[وف](?:{_VERBS}|{_PARTICLES}|[يتن]\w{{3,}}|لعل\w*|سي\w{{3,}}|ست\w{{3,}})(?!\w)")
"""A conjunction with what only a clause goes on with: a verb, a particle, a present tense."""
_JOINED_NOUN = re.compile(r"و(?:ال|ب|ل)\w{3,}(?!\w)")
_NOT_JOINED = re.compile(r"(?:وتيره|وتاير|ويلات|وترا?|فيروس\w*|فيضان\w*|فيلم|فيديو\w*|فتيات|فتيل|فتاوي|فتوي)(?!\w)")
"""Words whose first letter is no conjunction though what follows looks like it."""
_PRESENT = re.compile(r"ي(?!وم|وميات|ناير|ونيو|وليو|مين|سار|نابيع|اسمين)\w{2,}")
_SAID = re.compile(rf"(?:{_VERBS})(?!\w)")
_OPENS = re.compile(
    "(?:"
    + "|".join(
        fold(opening)
        for opening in """في المقابل|من جهته|من جهتها|من جانبه|من جانبها|بدوره|بدورها|غير أن|إلا أن|يذكر أن|يشار إلى|
        الجدير بالذكر|جدير بالذكر|لكن|لكنه|لكنها|لقد|إنا|إننا|نحن|كما""".replace("\n        ", "").split("|")
    )
    + r")(?!\w)"
)
_INSIDE = re.compile(
    r"(?<!\w)[وفلب]?" + _any("إن أن إنه إنها أنه أنها إنهم أنهم الذي التي الذين لأن لأنه لأنها كأن") + r"(?!\w)"
)


_IN_NO_NAME = frozenset(
    fold(
        f"{_VERBS[3:-1]}|{_PARTICLES[3:-1]}|هل|ماذا|كيف|لماذا|متى|أين|سوف|يوم|جدا|يا|أيها|التي|الذي|نقاط|أبرز|أهم"
    ).split("|")
) - {fold("على")}
_ADVERB = re.compile("(?:اً|ًا)(?!\\w)")


def names_no_one(line: Line) -> bool:
    """Whether a line that has a name's shape is none: a verb, a particle, an adverb or a call stands in it."""
    # Folding makes the preposition "على" the name "علي".
    return bool(_IN_NO_NAME.intersection(line.tokens)) or "على" in line.text.split() or bool(_ADVERB.search(line.text))


def clause(line: Line) -> bool:
    """Whether the line, whatever its end, reads as running text: four words at least, and grammar that headlines and
    labels do without."""
    if line.words < 4:
        return False
    if line.words >= 5 and unicodedata.category(line.text[-1]) == "So":
        return True  # in posts an emoji ends the sentence
    folded = line.folded.lstrip(" -–—\"«“'")
    if _NOT_JOINED.match(folded):
        return False
    if _JOINED.match(folded) or _OPENS.match(folded) or (_JOINED_NOUN.match(folded) and line.words >= 5):
        return True
    if _SAID.match(folded) or _PRESENT.match(folded):
        return True
    return line.words >= 6 and "،" in line.text and _INSIDE.search(folded) is not None
