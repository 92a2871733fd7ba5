"""The stems of the analyser's dictionary, left in its file: all of them as objects would take 60 MB and most of the
time that the lexicon needs to start, and an article asks for a few hundred."""

from __future__ import annotations

import re
from array import array
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Entry = tuple[str, str, str, str, str, str]
"""A stem without vowels, with them, its category, its gloss, its parts as "form/TAG+…", and the name of its lemma; all
but the gloss in the transliteration of the tables."""

_TAGGED = re.compile("<pos>(.+?)</pos>")
_LINE = 256
"""Bytes of the file that are read at once: as long as a line is."""
_SLOTS = 1 << 17
"""Of the hash table: more than there are entries, so that few share one."""
_TAG_OF = {"F": "FUNC_WORD", "IV": "VERB_IMPERFECT", "PV": "VERB_PERFECT", "CV": "VERB_IMPERATIVE", "N": "NOUN"}
"""The tag of a stem that the file gives none, by how its category begins."""


class Stems:
    """The entries of ``dictStems`` by the stem as it is written without vowels. The file stays open.

    It has a line for each entry, of four fields between tabs, below a line ";; name" with that of its lemma.
    """

    def __init__(self, file: str) -> None:
        # Where each entry's line and that of its lemma begin, and a hash table over them in whole numbers: a dict of
        # all stems would take as much memory as the rest of the lexicon.
        self._places, self._lemmas = array("I"), array("I")
        self._first, self._before = array("I", bytes(4 * _SLOTS)), array("I")
        place = lemma = 0
        # Open as long as the process runs, which does without pathlib.
        self._file = open(file, "rb", _LINE)  # noqa: PTH123, SIM115
        with open(file, "rb") as lines:  # noqa: PTH123
            for line in lines:
                if line.startswith(b";; "):
                    lemma = place
                elif not line.startswith(b";"):
                    slot = crc32(line[: line.index(b"\t")]) % _SLOTS
                    self._before.append(self._first[slot])
                    self._places.append(place)
                    self._lemmas.append(lemma)
                    self._first[slot] = len(self._places)
                place += len(line)

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def __contains__(self, stem: str) -> bool:
        return next(self._numbers(stem), None) is not None

    def __getitem__(self, stem: str) -> list[Entry]:
        """Its entries, in the order of the file; none for a stem that is not in it."""
        return [self._entry(number) for number in self._numbers(stem)][::-1]

    def items(self) -> Iterator[tuple[str, list[Entry]]]:
        """All stems, each with its entries."""
        for stem in dict.fromkeys(self._line(place).partition("\t")[0] for place in self._places):
            yield stem, self[stem]

    def _numbers(self, stem: str) -> Iterator[int]:
        """The numbers of its entries, the last one first."""
        start = f"{stem}\t".encode("latin-1", "replace")
        number = self._first[crc32(start[:-1]) % _SLOTS]
        while number:
            number -= 1
            self._file.seek(self._places[number])
            if self._file.read(len(start)) == start:
                yield number
            number = self._before[number]

    def _entry(self, number: int) -> Entry:
        stem, vocalised, category, gloss = self._line(self._places[number]).strip(" ").split("\t")
        tagged = _TAGGED.search(gloss)
        tags = tagged[1] if tagged else f"{vocalised}/{_tag(category, gloss)}"
        lemma = self._line(self._lemmas[number])[3:]
        return stem, vocalised, category, _TAGGED.sub("", gloss).strip(), tags, lemma

    def _line(self, place: int) -> str:
        self._file.seek(place)
        return self._file.readline().rstrip(b"\n").decode("latin-1")


def _tag(category: str, gloss: str) -> str:
    """What kind of word a stem is: a noun whose gloss begins with a capital is a name."""
    tag = next(tag for start, tag in _TAG_OF.items() if category.startswith(start))
    return "NOUN_PROP" if tag == "NOUN" and "A" <= gloss[:1] <= "Z" else tag
