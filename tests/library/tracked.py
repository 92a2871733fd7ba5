"""Texts whose every letter is known through all edits: what test_reanchoring measures against.

A letter carries a number of its own. It keeps it when it moves; what takes its place has another. A copy's letters have
numbers of their own too, and it is known of which they are copies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

Letters = list[tuple[str, int]]
"""Code points, each with its number; -1 for the line breaks between blocks."""

_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[^.!?؟]+[.!?؟]*\s*")


def text_of(letters: Letters) -> str:
    return "".join(letter for letter, _ in letters)


@dataclass
class Tracked:
    """The two sides of a piece, block by block. ``others`` gives for a block's source what engines
    make of it, the first of them what it is at first: an engine answers the same as often as it is asked."""

    others: dict[str, list[str]]
    stock: list[list[str]]
    chance: random.Random
    source: list[Letters] = field(default_factory=list)
    target: list[Letters] = field(default_factory=list)
    numbers: count[int] = field(default_factory=count)
    copied: dict[int, int] = field(default_factory=dict)
    answers: dict[tuple[int, ...], list[Letters]] = field(default_factory=dict)

    def fresh(self, text: str) -> Letters:
        return [(letter, next(self.numbers)) for letter in text]

    def copy(self, letters: Letters) -> Letters:
        made = self.fresh(text_of(letters))
        self.copied.update({new: old for (_, new), (_, old) in zip(made, letters, strict=True)})
        return made

    def side(self, side: int) -> list[Letters]:
        return self.target if side else self.source

    def joined(self, side: int) -> Letters:
        joined: Letters = []
        for number, block in enumerate(self.side(side)):
            joined += ([("\n", -1)] if number else []) + block
        return joined

    def words(self, side: int, most: int) -> str:
        words = self.chance.choice(self.stock[side])
        return " ".join(_WORD.findall(words)[: self.chance.randint(1, most)])

    def edit(self, side: int, block: int, near: int | None) -> str:
        """Changes a block's text in one of many ways, at the place ``near`` if there is one; the way's name."""
        letters = self.side(side)[block]
        kind = self.chance.choice(
            "insert|insert|delete|delete|replace|replace|letter|mark|swap|phrase again|sentence in|sentence out|"
            "sentence anew".split("|")
        )
        text = text_of(letters)
        spans = [match.span() for match in _WORD.finditer(text)]
        if len(spans) < 4:
            return "nothing"
        if near is None:
            first = self.chance.randrange(len(spans))
        else:
            close = min(range(len(spans)), key=lambda n: abs(spans[n][0] - near))
            first = min(max(0, close + self.chance.randint(-4, 4)), len(spans) - 1)
        last = min(len(spans) - 1, first + self.chance.randrange(5))
        start, end = spans[first][0], spans[last][1]
        if kind == "insert":
            letters[start:start] = self.fresh(self.words(side, 6) + " ")
        elif kind == "delete":
            del letters[start : end + 1]
        elif kind == "replace":
            letters[start:end] = self.fresh(self.words(side, 5))
        elif kind == "letter":
            letters[start : start + 1] = self.fresh(self.chance.choice(text))
        elif kind == "mark":
            letters[end:end] = self.fresh(self.chance.choice(["،", ".", "!", " -", "«"]))
        elif kind == "swap" and first + 1 < len(spans):
            one, two = spans[first], spans[first + 1]
            letters[one[0] : two[1]] = letters[two[0] : two[1]] + letters[one[1] : two[0]] + letters[one[0] : one[1]]
        elif kind == "phrase again":
            phrase = text[start:end]  # the same words, in another place
            where = self.chance.choice(spans)[0]
            letters[where:where] = self.fresh(phrase + " ")
        elif kind.startswith("sentence"):
            sentences = [match.span() for match in _SENTENCE.finditer(text)]
            sentence = next((one for one in sentences if one[0] <= start < one[1]), sentences[-1])
            self._sentence(kind, side, letters, sentence)
        return kind

    def _sentence(self, kind: str, side: int, letters: Letters, span: tuple[int, int]) -> None:
        start, end = span
        if kind == "sentence in":
            letters[start:start] = self.fresh(self.chance.choice(self.stock[side]) + " ")
        elif kind == "sentence out":
            del letters[start:end]
        else:  # about half of its words are others now
            words = text_of(letters[start:end]).split(" ")
            new = [word if self.chance.random() < 0.5 else self.words(side, 1) for word in words]
            letters[start:end] = self.rewritten(letters[start:end], " ".join(new))

    def rewritten(self, old: Letters, text: str) -> Letters:
        """A text that takes an old one's place; words that both have, in their order, are the old one's, and so are
        the letters of a word that another one like it took the place of."""
        before = text_of(old)
        spans = [match.span() for match in re.finditer(r"\S+|\s+", before)]
        new = [match.group() for match in re.finditer(r"\S+|\s+", text)]
        made: Letters = []
        matcher = SequenceMatcher(None, [before[slice(*span)] for span in spans], new, autojunk=False)
        for kind, start, end, first, last in matcher.get_opcodes():
            own = [letter for span in spans[start:end] for letter in old[slice(*span)]]
            made += own if kind == "equal" else self._respelled(own, "".join(new[first:last]))
        return made

    def _respelled(self, old: Letters, text: str) -> Letters:
        matcher = SequenceMatcher(None, text_of(old), text, autojunk=False)
        if matcher.ratio() < 0.6:
            return self.fresh(text)
        made: Letters = []
        for kind, start, end, first, last in matcher.get_opcodes():
            made += old[start:end] if kind == "equal" else self.fresh(text[first:last])
        return made

    def begin(self, sources: list[str]) -> None:
        """Takes the sources for the blocks, with the first of their translations."""
        self.source = [self.fresh(text) for text in sources]
        for letters in self.source:
            first, *more = self.others[text_of(letters)]
            made = self.fresh(first)
            self.answers[self._key(letters)] = [made, *(self.rewritten(made, text) for text in more)]
            self.target.append(list(made))

    def translate_anew(self, block: int) -> str:
        answers = self.answers.get(self._key(self.source[block]))
        if answers is not None:
            self.target[block] = list(self.chance.choice(answers))
            return "translation"
        texts = self.others.get(text_of(self.source[block]))
        if texts is None:
            return "nothing"
        self.target[block] = self.rewritten(self.target[block], self.chance.choice(texts))
        return "translation"

    def _key(self, letters: Letters) -> tuple[int, ...]:
        return tuple(number for _, number in letters)

    def rearrange(self) -> str:
        """Moves, doubles, takes out, splits or joins paragraphs, on both sides."""
        kind = self.chance.choice(["move", "move", "double", "out", "in", "join", "split"])
        block = self.chance.randrange(len(self.source))
        where = self.chance.randrange(len(self.source) + 1)
        for side in (self.source, self.target):
            if kind == "double":
                side.insert(where, self.copy(side[block]))
            elif kind == "in":
                side.insert(where, self.fresh(self.chance.choice(self.stock[side is self.target])))
            elif kind == "move" and len(side) > 1:
                side.insert(min(where, len(side) - 1), side.pop(block))
            elif kind == "out" and len(side) > 3:
                del side[block]
            elif kind == "join" and block + 1 < len(side):
                side[block] += [*self.fresh(" "), *side.pop(block + 1)]
            elif kind == "split":
                sentences = [match.end() for match in _SENTENCE.finditer(text_of(side[block]))]
                if len(sentences) > 1:
                    rest = side[block][sentences[0] :]
                    del side[block][sentences[0] :]
                    side.insert(block + 1, rest)
                else:
                    side.insert(block + 1, self.fresh(self.chance.choice(self.stock[side is self.target])))
        return kind

    def judge(self, side: int, quote: set[int], span: tuple[int, int] | None) -> str:
        """What a found place is worth: "exact", "near" (it holds half or more of what is left of the quote, and not
        much else: a respelled name is other letters to this), "copy" (the quote is gone, and its copy found),
        "orphan" or "wrong"."""
        if span is None:
            return "orphan"
        joined = self.joined(side)
        left = [place for place, (_, number) in enumerate(joined) if number in quote]
        if left and span == (left[0], left[-1] + 1):
            return "exact"
        inside = [number for _, number in joined[slice(*span)] if number >= 0]
        kept = sum(number in quote for number in inside)
        if left and kept >= 0.5 * len(left) and kept >= 0.4 * len(inside):
            return "near"
        copies = sum(number in quote or self.copied.get(number) in quote for number in inside)
        if len(left) < 0.3 * len(quote) and copies >= 0.5 * len(inside) and copies >= 0.5 * len(quote):
            return "copy"
        return "wrong"
