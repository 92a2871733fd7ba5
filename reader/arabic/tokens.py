"""The words of a text as search sees them: folded further than for reading, so that any spelling finds any other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.arabic.folding import fold

if TYPE_CHECKING:
    from reader.model import Span

_CHUNK = re.compile(r"[^\s!-/:-@\[-^`{-~،؛؟«»“”‘’…–—]+")
"""What stands between spaces and the common punctuation marks: mostly one word, which is then folded but once."""
_WORD = re.compile(r"\w+")


class Token(NamedTuple):
    """A word: folded, and where it stands in the text, in code points."""

    word: str
    span: Span


def tokenize(text: str) -> list[Token]:
    """The words of a text. Their letters are folded as ``folding`` says, accents and other marks too; a ة stays what
    it is, since it says that nothing is joined to its word: see ``plain``."""
    return [
        Token(word, (match.start() + start, match.start() + end))
        for match in _CHUNK.finditer(text)
        for word, (start, end) in tokens_of(match[0])
    ]


def chunks(text: str) -> list[str]:
    """The parts of a text that ``tokens_of`` takes apart."""
    return _CHUNK.findall(text)


def placed_chunks(text: str) -> list[tuple[str, int]]:
    """The same parts, each with where it begins, in code points."""
    return [(match[0], match.start()) for match in _CHUNK.finditer(text)]


@lru_cache(maxsize=1 << 16)
def tokens_of(chunk: str) -> tuple[tuple[str, Span], ...]:
    """The words of one of a text's chunks, and where they stand in it: plain tuples, which Python's garbage
    collector does not go through."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(chunk):
        folded = _letters(character)
        letters.append(folded)
        offsets.extend([offset] * len(folded))
    offsets.append(len(chunk))
    return tuple(
        # The marks on its last letter are the word's; a character that folds to several words belongs to each of them.
        (match[0], (offsets[match.start()], max(offsets[match.end()], offsets[match.end() - 1] + 1)))
        for match in _WORD.finditer("".join(letters))
    )


def words(text: str) -> list[str]:
    """The words without their places."""
    return [word for chunk in chunks(text) for word, _ in tokens_of(chunk)]


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
