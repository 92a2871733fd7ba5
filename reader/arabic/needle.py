"""What is looked for in one text: words next to each other or, parted by "|" or OR, any of several such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.arabic.finding import begun, either, find, inflected, spelled
from reader.arabic.tokens import placed_chunks, tokenize, tokens_of, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reader.arabic.finding import Test
    from reader.model import Span

_OR = re.compile(r"\s+(?:\||OR)\s+")
_TWICE = '""'


class Needle:
    """Finds in any number of texts what ``finding.find_in`` finds in one, and is quick at it: a word is tried once,
    however often it stands in them."""

    def __init__(self, query: str, exact: bool = False, forms: Mapping[str, Collection[str]] | None = None) -> None:
        """``exact`` takes the words only as they are spelled, and so does an alternative that is quoted twice.
        ``forms`` gives, by a word as ``tokens.words`` has it, further words that are forms of it: broken plurals."""
        alternatives = [part.strip() for part in _OR.split(query)]
        self._phrases = [_Phrase(_tests(part, exact, forms or {})) for part in alternatives if words(part)]

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._phrases)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where it stands in a text, in code points, in the text's order; no two overlap."""
        chunks = placed_chunks(text)
        found = [span for phrase in self._phrases for span in phrase.spans(text, chunks)]
        if len(self._phrases) > 1:
            found.sort()
        apart: list[Span] = []
        for start, end in found:
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return tuple(apart)


def either_of(phrases: Sequence[str]) -> str:
    """The query that any of the phrases answers."""
    return " | ".join(phrases)


class _Phrase:
    """Words side by side, each by its test."""

    def __init__(self, tests: Sequence[Test]) -> None:
        self._tests = [_Tried(test).__getitem__ for test in tests]
        self._first = _Chunks(self._tests[0])

    def spans(self, text: str, chunks: Sequence[tuple[str, int]]) -> list[Span]:
        first = self._first
        if len(self._tests) > 1:
            return find(tokenize(text), self._tests) if any(first[chunk] for chunk, _ in chunks) else []
        return [(at + start, at + end) for chunk, at in chunks if first[chunk] for start, end in first[chunk]]


class _Tried(dict[str, bool]):
    """Whether words pass a test, by those that were tried."""

    def __init__(self, test: Test) -> None:
        super().__init__()
        self._test = test

    def __missing__(self, word: str) -> bool:
        self[word] = passed = self._test(word)
        return passed


class _Chunks(dict[str, tuple["Span", ...]]):
    """Where in the chunks of a text words stand that pass a test."""

    def __init__(self, test: Test) -> None:
        super().__init__()
        self._test = test

    def __missing__(self, chunk: str) -> tuple[Span, ...]:
        self[chunk] = found = tuple(span for word, span in tokens_of(chunk) if self._test(word))
        return found


def _tests(part: str, exact: bool, forms: Mapping[str, Collection[str]]) -> list[Test]:
    """The tests that words side by side have to pass."""
    wanted = words(part)
    if exact or (len(part) > 2 * len(_TWICE) and part.startswith(_TWICE) and part.endswith(_TWICE)):
        return [spelled(word) for word in wanted]
    tests = [_form(word, forms.get(word, ())) for word in wanted]
    tests[-1] = either(tests[-1], begun(wanted[-1]))
    return tests


def _form(wanted: str, known: Collection[str]) -> Test:
    return either(inflected(wanted), known.__contains__) if known else inflected(wanted)
