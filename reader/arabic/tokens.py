"""The words of a text as search sees them: folded further than for reading, so that any spelling finds any other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.arabic.folding import fold

if TYPE_CHECKING:
    from reader.model import Span

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: folded, and where it stands in the text, in code points."""

    word: str
    span: Span


def tokenize(text: str) -> list[Token]:
    """The words of a text. Their letters are folded as ``folding`` says, accents and other marks too; a ة stays what
    it is, since it says that nothing is joined to its word: see ``plain``."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        folded = _letters(character)
        letters.append(folded)
        offsets.extend([offset] * len(folded))
    offsets.append(len(text))
    return [
        # The marks on its last letter are the word's; a character that folds to several words belongs to each of them.
        Token(match[0], (offsets[match.start()], max(offsets[match.end()], offsets[match.end() - 1] + 1)))
        for match in _WORD.finditer("".join(letters))
    ]


def words(text: str) -> list[str]:
    """The same without their places, which is quicker."""
    return _WORD.findall("".join(map(_letters, text)))


def plain(word: str) -> str:
    """A word of ``words`` folded to the end: ة is ه."""
    return word.replace("ة", "ه")


def spellings(word: str) -> tuple[str, ...]:
    """The words of ``words`` that are the same word to a reader."""
    if word[-1:] in ("ه", "ة"):
        return word[:-1] + "ه", word[:-1] + "ة"
    return (word,)


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    if unicodedata.normalize("NFKC", character) == "ة":
        return "ة"
    decomposed = unicodedata.normalize("NFKD", fold(character))
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")
