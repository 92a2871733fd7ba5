"""The root of a lemma in the analyser's dictionary, which tells it by its headings alone, and not everywhere.

All here is in the dictionary's own transliteration (Buckwalter's), in which each letter is one character; a root's
hamza is A there, wherever it sits. A wrong root misleads more than none does, so a lemma has one only where its
letters can be those of a word of that root: a heading also stands over loan words and names that come after it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADING = re.compile(r"^;--- (?P<root>[A-Za-z$*]{2,4}?)(?:/[wy])?(?:\(\d\))?(?: .*)?$")
"""";--- skn", ";--- dnw/y" (either letter), ";--- trk(2) "Turkey"" (another of the same letters)."""
_NOT_LETTERS = re.compile(r"(?:-[aiuw]+)?_\d+$|[aiuo~FNK`]")
"""The end of a lemma's name, and its vowel signs."""
_SEATS = {ord(seat): letters for seat, letters in {">": "'", "<": "'", "&": "'", "}": "'", "{": "A", "|": "'A"}.items()}
_STRONG = re.compile(r"[^AwyY']{3}")
_BEFORE = "(?:'|A|An|Ast|m|mt|mn|mst|t|y)?"
_BETWEEN = "[tTd]?[Awy]{0,2}"
_AFTER = "(?:A'|An|At|A'y|Any|Awy|wy|wt|wn|yn|y|Y|A|')?y?p?"
"""What word patterns put before, between and after the letters of a root."""


class Roots:
    """The roots of one dictionary of stems."""

    def __init__(self, dictionary: Iterable[str]) -> None:
        """``dictionary`` is the lines of its file."""
        self._headings: list[str | None] = [None]
        self._have_verbs: set[int] = set()
        self._places: dict[str, tuple[str | None, int]] = {}
        self._read(dictionary)

    def of(self, lemma: str) -> str | None:
        """The root of a lemma by its name ("HukuwmAp_1"): three letters or four, "Hkm"; None where it is not known."""
        verb, heading = self._places.get(lemma, (None, 0))
        named = self._headings[heading] if heading in self._have_verbs else None
        letters = _letters(lemma)
        for root in (verb, named):
            if root is not None and _pattern(root).fullmatch(letters):
                return root + root[1] if len(root) == 2 else root
        return None

    def _read(self, dictionary: Iterable[str]) -> None:
        """Notes for each lemma the last heading before it, and the letters of the first plain verb between the same
        two empty lines, for some headings are missing."""
        lemma, group, verb = "", list[str](), None
        for line in chain(dictionary, [";"]):
            if line.startswith(";; "):
                lemma = line[3:]
                group.append(lemma)
            elif line == ";" or line.startswith(";---"):
                for name in group:
                    self._places[name] = verb, len(self._headings) - 1
                group, verb = [], None
                if line != ";":
                    found = _HEADING.match(line)
                    self._headings.append(found["root"] if found else None)
            elif "\tPV" in line:
                heading = self._headings[-1]
                # شفى stands under "$fw", but its last letter is the ي that it is written with.
                if (
                    heading
                    and len(self._headings) - 1 not in self._have_verbs
                    and _letters(lemma) == f"{heading[:-1]}Y"
                ):
                    self._headings[-1] = f"{heading[:-1]}y"
                self._have_verbs.add(len(self._headings) - 1)
                if verb is None and _STRONG.fullmatch(_letters(lemma)):
                    verb = _letters(lemma)


def _letters(lemma: str) -> str:
    """The letters of a lemma without its vowels, a hamza by its own sign wherever it sits."""
    return _NOT_LETTERS.sub("", lemma).translate(_SEATS)


@lru_cache(maxsize=256)
def _pattern(root: str) -> re.Pattern[str]:
    """What the letters of a word of a root can be. A weak letter may be another or none, the second of a doubled root
    be written once or twice."""
    parts = []
    for place, letter in enumerate(root):
        if letter == "A":
            parts.append("'")
        elif letter in "wy":
            parts.append("[wyAY']?" if place else "[wyt]?")
        else:
            parts.append(re.escape(letter))
    body = _BETWEEN.join(parts)
    if len(root) == 2:
        body += f"(?:{_BETWEEN}{parts[1]})?"
    return re.compile(f"{_BEFORE}{body}{_AFTER}")
