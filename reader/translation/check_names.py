"""Whether a quoted Arabic name stands in the English by its sound: Arabic quotes what English writes with capitals."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from reader.arabic.folding import fold

MOST_WORDS = 5
"""Longer than so many words, what is quoted is something said and no name."""

LEAST_LIKENESS, LEAST_WITHOUT_CAPITALS = 0.65, 0.8
"""How alike the consonants are where the English has capitals, and where it has none (karate, photon)."""

_SOUNDS = str.maketrans(
    dict(zip("بپفڤتطثدضذظرزسصشجغقكخلمن", "bbfftttddddrsssskkkkklmn", strict=True))
    | dict(zip("pbfvtdrszckqgjlmn", "bbfftdrsskkkkklmn", strict=True))
)
_SPOKEN = frozenset("bftdrsklmn")
_WORD = re.compile(r"[^\W\d_][\w’']*")


def is_named(quoted: str, english: str) -> bool:
    """Whether words of ``english`` sound like the quoted Arabic."""
    words = [re.sub("^(?:ال|لل)", "", word) for word in fold(quoted).split()]
    sound = _sound("".join(words))
    if not sound or len(words) > MOST_WORDS:
        return False
    spoken = [(match.group()[0].isupper(), _sound(match.group())) for match in _WORD.finditer(english)]
    for first in range(len(spoken)):
        for last in range(first + 1, min(first + len(words) + 1, len(spoken)) + 1):
            heard = "".join(word for _, word in spoken[first:last])
            least = LEAST_LIKENESS if spoken[first][0] else max(LEAST_WITHOUT_CAPITALS, 1.0 if len(sound) < 3 else 0)
            if abs(len(heard) - len(sound)) <= len(sound) and _likeness(sound, heard) >= least:
                return spoken[first][0] or len(sound) > 1
    return False


def _likeness(sound: str, heard: str) -> float:
    return SequenceMatcher(None, sound, heard, autojunk=False).ratio()


def _sound(word: str) -> str:
    """The consonants that survive from one script to the other, each run of one as one."""
    plain = word.casefold().replace("ph", "f").replace("sh", "s").replace("ch", "s").replace("x", "ks")
    spoken = "".join(letter for letter in plain.translate(_SOUNDS) if letter in _SPOKEN)
    return re.sub(r"(.)\1+", r"\1", spoken)
