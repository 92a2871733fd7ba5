"""Notes stay where they belong, or are orphans, while the texts around them are edited, moved and translated anew.

MUWAZI_EDITS sets the number of edits (40 without it), with a note for every two of them; MUWAZI_DATA names the folder
with the parallel texts, in place of the pages that stand beside these tests. Each edit is one change of a real library;
after it each note of the piece is judged by letters that are known through all edits (``tracked``). With -s the shares
are printed.
"""

from __future__ import annotations

import importlib.util
import os
import random
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library import anchoring
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, Pair, PairedArticle, Place, Role, Side, Status

if TYPE_CHECKING:
    from types import ModuleType

    from reader.model import Annotation, Span

EDITS_A_PIECE, NOTES_A_PIECE = 20, 10
ENGINE = Engine(EngineName.ARGOS, "ar_en", "1.0")
LATIN = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،؟", "abtTjHxdVrzscSDPZgGfqklmnhwyYpCAIMWE,?")
WORD = re.compile(r"\S+")


def load_tracked() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tracked", Path(__file__).with_name("tracked.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["tracked"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


tracked = load_tracked()


def parallel() -> list[tuple[str, list[str]]]:
    """Passages with what engines make of each: real ones, or pages spelled in Latin letters, and then turned about."""
    folder = os.environ.get("MUWAZI_DATA")
    if folder:
        names = ("ar.txt", "argos.en", "bergamot-base.en")
        files = [(Path(folder) / "flores-dev" / name).read_text(encoding="utf-8").splitlines() for name in names]
        return [(source, [*targets]) for source, *targets in zip(*files, strict=True)]
    passages = []
    for page in sorted((Path(__file__).parents[1] / "parsing" / "pages").glob("*.txt")):
        for line in page.read_text(encoding="utf-8").splitlines():
            text = " ".join(line.split())
            if 60 < len(text) < 400:
                latin = text.translate(LATIN)
                passages.append((text, [latin, " ".join(reversed(latin.split()))]))
    return passages


@dataclass
class Note:
    """A note on one side, and the numbers of the letters it is about."""

    id: int
    side: int
    letters: set[int]


class Study:
    """One piece of a library, edited at random, with its notes."""

    def __init__(self, library: Library, passages: list[tuple[str, list[str]]], seed: int) -> None:
        self.library = library
        self.chance = random.Random(seed)
        first = self.chance.randrange(len(passages))
        others, sources = {}, []
        for _ in range(self.chance.randint(5, 12)):
            own = [passages[(first + n) % len(passages)] for n in range(self.chance.randint(1, 4))]
            first += len(own)
            sources.append(" ".join(source for source, _ in own))
            others[sources[-1]] = [" ".join(texts) for texts in zip(*(targets for _, targets in own), strict=True)]
        stock = [[source for source, _ in passages], [targets[0] for _, targets in passages]]
        self.texts: Any = tracked.Tracked(others, stock, self.chance)
        self.texts.begin(sources)
        self.piece, new = library.add(self.paired())
        assert new
        self.notes = [self.annotate() for _ in range(NOTES_A_PIECE)]

    def paired(self) -> PairedArticle:
        blocks, pairs = [], []
        for index, (source, target) in enumerate(zip(self.texts.source, self.texts.target, strict=True)):
            text = tracked.text_of(source)
            blocks.append(Block(Role.PARAGRAPH, text))
            made = tracked.text_of(target)
            pairs.append(Pair(index, Role.PARAGRAPH, text, made, EngineName.ARGOS, Status.TRANSLATED))
        return PairedArticle(Article(blocks=tuple(blocks)), tuple(pairs), ENGINE)

    def annotate(self) -> Note:
        """A note on a word, some words, a sentence or more of one side."""
        side = self.chance.randrange(2)
        joined = self.texts.joined(side)
        words = [match.span() for match in WORD.finditer(tracked.text_of(joined))]
        least, most = self.chance.choice([(1, 2), (1, 2), (3, 10), (3, 10), (3, 10), (11, 30), (31, 120)])
        first = self.chance.randrange(len(words))
        start, end = words[first][0], words[min(len(words) - 1, first + self.chance.randint(least, most) - 1)][1]
        strings = [tracked.text_of(block) for block in self.texts.side(side)]
        places = anchoring.to_places(strings, (start, end))
        selector = self.library.annotations.select(self.piece, list(Side)[side], places)
        made = self.library.annotations.add(self.piece, [selector])
        assert made.targets[0].places == places
        return Note(made.id, side, {number for _, number in joined[start:end] if number >= 0})

    def edit(self) -> str:
        """One edit, near a note or anywhere; what it was."""
        choice = self.chance.random()
        source = [tracked.text_of(block) for block in self.texts.source]
        if choice < 0.15:
            kind = self.texts.rearrange()
        elif choice < 0.3:
            kind = self.texts.translate_anew(self.chance.randrange(len(source)))
        else:
            note = self.chance.choice(self.notes)
            where = [
                (block, place)
                for block, letters in enumerate(self.texts.side(note.side))
                for place, (_, number) in enumerate(letters)
                if number in note.letters
            ]
            block, place = self.chance.randrange(len(source)), None
            if where and self.chance.random() < 0.7:
                block, place = self.chance.choice(where)
            kind = self.texts.edit(note.side, block, place)
        if source == [tracked.text_of(block) for block in self.texts.source]:
            self.library.save_pairs(self.piece, self.paired().pairs, ENGINE)
        else:
            self.library.save_article(self.piece, self.paired())
        for side in (0, 1):
            text = self.library.annotations.side_text(self.piece, list(Side)[side])
            assert text == tracked.text_of(self.texts.joined(side))
        return str(kind)

    def judge(self, kind: str) -> Counter[str]:
        found = {one.id: one for one in self.library.annotations.of_piece(self.piece)}
        verdicts: Counter[str] = Counter()
        for note in self.notes:
            span = self.span(note, found[note.id])
            verdict = self.texts.judge(note.side, note.letters, span)
            text = tracked.text_of(self.texts.joined(note.side))
            assert verdict != "wrong", (kind, found[note.id].targets[0].selector, text[slice(*span or (0, 0))])
            verdicts[verdict] += 1
        return verdicts

    def span(self, note: Note, annotation: Annotation) -> Span | None:
        places = annotation.targets[0].places
        strings = [tracked.text_of(block) for block in self.texts.side(note.side)]
        return anchoring.to_span(strings, places) if places else None


def test_no_note_ever_stands_in_a_wrong_place(tmp_path: Path) -> None:
    edits = int(os.environ.get("MUWAZI_EDITS", "40"))
    passages = parallel()
    along, last = Counter[str](), Counter[str]()
    with Library(tmp_path / "library.sqlite3") as library:
        for seed in range(edits // EDITS_A_PIECE):
            study = Study(library, passages, seed)
            for _ in range(EDITS_A_PIECE):
                verdicts = study.judge(study.edit())
                along += verdicts
            last += verdicts
    for name, counted in (("after each edit", along), (f"after {EDITS_A_PIECE} edits of each piece", last)):
        shares = ", ".join(f"{what} {number} ({number / counted.total():.1%})" for what, number in counted.items())
        sys.stdout.write(f"\nof {counted.total()} places {name}: {shares}")
    assert along["exact"] + along["near"] + along["copy"] > along.total() / 2


def test_a_quote_that_recurs_is_told_from_its_recurrences(tmp_path: Path) -> None:
    """The same sentence stands in each paragraph: each note stays in its own, or is an orphan."""
    names = ("بيروت", "دمشق", "بغداد", "عمان", "تونس", "الجزائر")
    texts = [f"قال المتحدث في {name} إن الغارة أوقعت قتلى على الأقل." for name in names]
    pairs = tuple(Pair(n, Role.PARAGRAPH, text, text, EngineName.ARGOS, Status.KEPT) for n, text in enumerate(texts))

    def paired(order: list[int]) -> PairedArticle:
        chosen = [pairs[n] for n in order]
        blocks = tuple(Block(Role.PARAGRAPH, pair.source) for pair in chosen)
        return PairedArticle(Article(blocks=blocks), tuple(chosen), ENGINE)

    with Library(tmp_path / "library.sqlite3") as library:
        piece, _ = library.add(paired(list(range(6))))
        notes = library.annotations
        made = {
            n: notes.add(piece, [notes.select(piece, Side.SOURCE, [Place(n, at, at + 6)])]).id
            for n, at in enumerate(text.index("الغارة") for text in texts)
        }
        assert [notes.get(number).targets[0].places[0].block for number in made.values()] == list(range(6))
        for order in ([0, 1, 2, 4, 5], [1, 0, 2, 4, 5], [0, 2, 4, 5], [5, 4, 2, 0], [2, 2, 4], [4]):
            library.save_article(piece, paired(order))
            for n, number in made.items():
                for place in notes.get(number).targets[0].places:
                    assert order[place.block] == n
