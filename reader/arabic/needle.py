"""What is looked for in one text: words next to each other or, parted by "|" or OR, any of several such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.arabic.finding import begun, either, find, inflected, spelled
from reader.arabic.tokens import tokenize, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reader.arabic.finding import Test
    from reader.model import Span

_OR = re.compile(r"\s+(?:\||OR)\s+")
_TWICE = '""'


class Needle:
    """Finds in any number of texts what ``finding.find_in`` finds in one."""

    def __init__(self, query: str, exact: bool = False, forms: Mapping[str, Collection[str]] | None = None) -> None:
        """``exact`` takes the words only as they are spelled, and so does an alternative that is quoted twice.
        ``forms`` gives, by a word as ``tokens.words`` has it, further words that are forms of it: broken plurals."""
        alternatives = [part.strip() for part in _OR.split(query)]
        self._tests = [_tests(part, exact, forms or {}) for part in alternatives if words(part)]

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._tests)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where it stands in a text, in code points, in the text's order; no two overlap."""
        tokens = tokenize(text)
        found = sorted(span for tests in self._tests for span in find(tokens, tests))
        apart: list[Span] = []
        for start, end in found:
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return tuple(apart)


def either_of(phrases: Sequence[str]) -> str:
    """The query that any of the phrases answers."""
    return " | ".join(phrases)


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
