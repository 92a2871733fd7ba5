"""The gloss engine's own tables: words of the closed classes, names and set phrases, and figures from parallel text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.settings import resources
from reader.translation.gloss_tokens import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.translation.gloss_renderings import Figures

_NO_HAMZA = str.maketrans("أإآ", "ااا")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase whose English is fixed. ``kind`` says what it does in the sentence (see the tables);
    ``definite`` whether its Arabic ends in a word with the article. ``absorbs`` is the preposition ("ل", "ب") that
    belongs to the phrase though it is written with the next word."""

    english: str
    kind: str
    definite: bool = False
    absorbs: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """All the tables. ``functions`` by the word as it is written, without vowels; ``phrases`` by folded words, of
    which the longest has ``longest``; ``figures`` of renderings; ``wordings`` for a lemma that we word ourselves, with
    its kind where that is another too; ``governed``, the English preposition after a word for the literal one;
    ``articles``, per cent of a noun's uses with "a" (among those without "the") and with "the" (among all)."""

    functions: dict[str, Entry]
    phrases: dict[tuple[str, ...], Entry]
    longest: int
    figures: Figures
    wordings: dict[str, tuple[str, str]]
    governed: dict[tuple[str, str], str]
    articles: dict[str, tuple[int, int]]

    def function(self, word: str) -> Entry | None:
        """The closed-class word, also where its hamza was left out."""
        return self.functions.get(word) or self.functions.get("-" + word)


def load() -> Tables:
    """Reads the tables from the resources."""
    folder = resources() / "lexicon"
    functions = {
        plain(word): Entry(english, kind, absorbs=word if kind == "prep" and len(word) == 1 else "")
        for word, english, kind in _rows(folder / "functions.tsv")
    }
    # A spelling without hamza, marked so that it never hides a word that is spelt like that by right.
    loose = {"-" + word.translate(_NO_HAMZA): entry for word, entry in functions.items()}
    phrases: dict[tuple[str, ...], Entry] = {}
    for arabic, english, kind in _rows(folder / "gazetteer.tsv"):
        words = [fold(word) for word in arabic.split()]
        absorbs = words.pop() if len(words[-1]) == 1 else ""
        phrases.setdefault(tuple(words), Entry(english, kind, words[-1].startswith("ال"), absorbs))
    figures = {(lemma, english): float(count) for lemma, english, count in _rows(folder / "figures.tsv")}
    wordings = {lemma: (english, kind[0] if kind else "") for lemma, english, *kind in _rows(folder / "wordings.tsv")}
    governed = {(word, literal): english.strip("-") for word, literal, english in _rows(folder / "governed.tsv")}
    articles = {noun: (int(a), int(the)) for noun, a, the in _rows(folder / "articles.tsv")}
    return Tables(loose | functions, phrases, max(map(len, phrases)), figures, wordings, governed, articles)


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#") and line.strip():
                yield line.rstrip("\n").split("\t")
