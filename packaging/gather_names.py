"""Gathers names for the gloss engine from two free collections into resources/lexicon/names.tsv.

    python packaging/gather_names.py ARWIKICATS_FOLDER

ARWIKICATS_FOLDER is the folder ArWikiCats of the unpacked package arwikicats 0.2.3 (MIT, Ibrahim Qasim); the countries,
territories and currencies are CLDR's, by way of Babel. A name of one word is taken only where the lexicon knows no
other reading of that word, and one of several only where it has such a word in it, so that no common word or phrase of
the language turns into a village; what the gazetteer says outranks all of this.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from babel import Locale

from reader.arabic.folding import fold
from reader.arabic.lexicon import Lexicon

PLACES = ("geography/popopo", "geography/P17_PP", "geography/New_Keys", "cities/cities_full")
PEOPLE = ("people/peoples",)
SMALL = frozenset("of the de la le les du des da do di and al el in on at for von van bin ibn y e et".split())
ROMAN = re.compile(r"[ivx]+\Z")
LONGEST = 5
"""Words of the longest name that is taken."""

ARABIC = re.compile("[\u0621-\u064a\u064b-\u0652 ]+")
LATIN = re.compile(r"[a-zà-ÿāēīōūčšžłńśźćęąğışőűřůťďňň'’. -]+")
DIVISION = re.compile(r" (county|district|province|region|municipality|parish|governorate)\Z")
MULTIPLE = re.compile(r"\b(people|list|history|culture|sports?|films?|politics|genus|in|by|categor\w+|alumni)\b")


def capitals(name: str) -> str:
    words = name.split()
    return " ".join(
        word.upper() if ROMAN.match(word) and place
        else word if place and word in SMALL
        else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
        for place, word in enumerate(words)
    )  # fmt: skip


def pairs(folder: Path, files: tuple[str, ...]) -> dict[str, str]:
    """Arabic and English names; of two English names for one Arabic the one that needs no explanation, then the
    shorter."""
    found: dict[str, tuple[bool, int, str]] = {}
    for file in files:
        for english, arabic in json.loads((folder / "jsons" / f"{file}.json").read_text(encoding="utf-8")).items():
            explained = "(" in arabic or "," in english or "(" in english
            arabic = re.sub(r"\s*\(.*?\)", "", arabic).strip()
            english = re.sub(r"\s*\(.*?\)", "", english).partition(",")[0].strip().lower()
            if not ARABIC.fullmatch(arabic) or not LATIN.fullmatch(english) or MULTIPLE.search(english):
                continue
            if " " not in arabic:
                english = DIVISION.sub("", english)
            if len(arabic) < 4 or len(english) < 3 or len(arabic.split()) > LONGEST:
                continue
            rank = (explained, len(english), english)
            if arabic not in found or rank < found[arabic]:
                found[arabic] = rank
    return {arabic: english for arabic, (_, _, english) in found.items()}


def names(folder: Path) -> dict[str, tuple[str, str]]:
    arabic, english = Locale("ar"), Locale("en")
    found: dict[str, tuple[str, str]] = {}
    for code, name in arabic.territories.items():
        if not code.isdigit() and code in english.territories and ARABIC.fullmatch(name):
            found.setdefault(name, (english.territories[code].replace(" & ", " and "), "place"))
    for code, name in arabic.currencies.items():
        if code in english.currencies and ARABIC.fullmatch(name) and len(name.split()) == 2:
            first, _, unit = english.currencies[code].rpartition(" ")
            found.setdefault(name, (f"{first} {unit.lower()}", "noun"))
    for files, kind in ((PLACES, "place"), (PEOPLE, "person")):
        for name, text in pairs(folder, files).items():
            found.setdefault(name, (capitals(text), kind))
    return found


def main(folder: Path) -> None:
    found = names(folder)
    words = sorted({word for name in found for word in name.split()})
    with Lexicon(cache_size=1) as lexicon:
        common = {
            word
            for word, analyses in zip(words, lexicon.analyses(words), strict=True)
            if any(analysis.stem and analysis.stem[0][1] != "NOUN_PROP" for analysis in analyses)
        }
    rows: dict[str, str] = {}
    for name, (english, kind) in sorted(found.items()):
        if kind == "noun" or not common.issuperset(name.split()):
            key = " ".join(fold(word) for word in name.split())
            rows.setdefault(key, f"{key}\t{english}\t{kind}\n")
    out = Path(__file__).resolve().parent.parent / "resources" / "lexicon" / "names.tsv"
    head = "# Names, folded, from CLDR (Unicode-3.0) and arwikicats 0.2.3 (MIT): made by packaging/gather_names.py\n"
    out.write_text(head + "".join(rows.values()), encoding="utf-8")
    print(len(rows), out.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
