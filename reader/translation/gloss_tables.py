"""The gloss engine's own tables: words of the closed classes, names and set phrases, and figures from parallel text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.arabic.lexicon_likelihood import load_figures
from reader.arabic.lexicon_readings import marks_agree
from reader.settings import resources
from reader.translation.gloss_tokens import Kind, plain, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.arabic.lexicon_likelihood import Figures

_NO_HAMZA = str.maketrans("أإآ", "ااا")
_LONGEST_NAME = 5
_HAMZA_KEPT = frozenset({"كأن", "إن", "أن", "أم"})
"""Words that without their hamza are others, and commoner ones: كأن and كان."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase whose English is fixed. ``kind`` says what it does in the sentence (see the tables);
    ``definite`` whether its Arabic ends in a word with the article. ``absorbs`` is the preposition ("ل", "ب") that
    belongs to the phrase though it is written with the next word. ``origin`` is "table", "names" or "terms"."""

    english: str
    kind: str
    definite: bool = False
    absorbs: str = ""
    origin: str = "table"


@dataclass(frozen=True, slots=True)
class Tables:
    """All the tables. ``functions`` by the word as it is written, without vowels; ``phrases`` by folded words and
    quotes, ``longest`` the words of the longest; ``names`` by folded words with spaces, English and kind with a tab
    between; ``marked`` are the words that a vowel sign makes another word than their letters alone, by these letters
    folded; ``figures`` of renderings; ``wordings`` for a lemma that we word ourselves, with its kind where that is
    another too; ``governed``, the English preposition after a word for the literal one; ``articles``, per cent of a
    noun's uses with "a" (among those without "the") and with "the" (among all)."""

    functions: dict[str, Entry]
    phrases: dict[tuple[str, ...], Entry]
    names: dict[str, str]
    marked: dict[str, tuple[tuple[str, Entry], ...]]
    longest: int
    figures: Figures
    wordings: dict[str, tuple[str, str]]
    governed: dict[tuple[str, str], str]
    articles: dict[str, tuple[int, int]]

    def function(self, word: str) -> Entry | None:
        """The closed-class word, also where its hamza was left out."""
        return self.functions.get(word) or self.functions.get("-" + word)

    def phrase(self, words: tuple[str, ...]) -> Entry | None:
        """The entry for these folded words."""
        entry = self.phrases.get(words)
        if entry is not None:
            return entry
        known = self.names.get(" ".join(words))
        if known is None:
            return None
        english, kind = known.split("\t")
        return Entry(english, kind, words[-1].startswith("ال"), origin="names")

    def by_marks(self, word: str) -> Entry | None:
        """The entry for a word whose written vowel signs make it another than its letters alone (عمّان, عُمان)."""
        if word == plain(word):
            return None
        for written, entry in self.marked.get(fold(word), ()):
            if marks_agree(word, written):
                return entry
        return None


def load(terms: Sequence[tuple[str, str]] = ()) -> Tables:
    """Reads the tables from the resources. ``terms`` are the reader's own, Arabic and the English wanted for it; they
    outrank what the tables say."""
    folder = resources() / "lexicon"
    functions: dict[str, Entry] = {}
    marked: dict[str, tuple[tuple[str, Entry], ...]] = {}
    for word, english, kind in rows(folder / "functions.tsv"):
        entry = Entry(english, kind, absorbs=word if kind == "prep" and len(word) == 1 else "")
        if word == plain(word):
            functions[word] = entry
        else:
            marked[fold(word)] = (*marked.get(fold(word), ()), (word, entry))
    # A spelling without hamza, marked so that it never hides a word that is spelt like that by right.
    loose = {"-" + word.translate(_NO_HAMZA): entry for word, entry in functions.items() if word not in _HAMZA_KEPT}
    phrases: dict[tuple[str, ...], Entry] = {}
    for arabic, english, kind in rows(folder / "gazetteer.tsv"):
        words = [fold(word) for word in arabic.split()]
        absorbs = words.pop() if len(words[-1]) == 1 and words[-1] != '"' else ""
        entry = Entry(english, kind, words[-1].startswith("ال"), absorbs)
        if len(words) == 1 and arabic != plain(arabic):
            marked[words[0]] = (*marked.get(words[0], ()), (arabic, entry))
        else:
            phrases.setdefault(tuple(words), entry)
    phrases |= _terms(terms)
    names = dict(row.split("\t", 1) for row in lines(folder / "names.tsv"))
    wordings = {lemma: (english, kind[0] if kind else "") for lemma, english, *kind in rows(folder / "wordings.tsv")}
    governed = {(word, literal): english.strip("-") for word, literal, english in rows(folder / "governed.tsv")}
    articles = {noun: (int(a), int(the)) for noun, a, the in rows(folder / "articles.tsv")}
    return Tables(
        loose | functions,
        phrases,
        names,
        marked,
        max(_LONGEST_NAME, *map(len, phrases)),
        load_figures(),
        wordings,
        governed,
        articles,
    )


def _terms(terms: Sequence[tuple[str, str]]) -> dict[tuple[str, ...], Entry]:
    """The reader's terms as entries: each as it is written, and with the article where it was written without."""
    entries: dict[tuple[str, ...], Entry] = {}
    for arabic, english in terms:
        words = tuple(fold(token.text) for token in tokenise(arabic) if token.kind is Kind.WORD)
        wanted = " ".join(english.split())
        if words and words[-1].startswith("ال"):  # what that stands for is put before it in any case
            wanted = wanted.removeprefix("the ")
        if not words or not wanted:
            continue
        # What begins with a capital is taken for a name, which has no article of its own.
        entry = Entry(wanted, "noun" if wanted[0].islower() else "name", words[-1].startswith("ال"), origin="terms")
        entries[words] = entry
        for definite in ((*words[:-1], "ال" + words[-1]), tuple("ال" + word for word in words)):
            if not any(word.startswith("الال") for word in definite):
                entries.setdefault(definite, replace(entry, definite=True))
    return entries


def lines(path: Path) -> Iterator[str]:
    """The lines of a table that are no comment."""
    return (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))


def rows(path: Path) -> Iterator[list[str]]:
    """The same, each in its fields."""
    return (line.split("\t") for line in lines(path))
