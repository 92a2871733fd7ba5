"""The law of parsing, as a check: no line is lost."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from reader.arabic.cleaning import numbered_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Article


def lost_lines(text: str, article: Article) -> list[tuple[int, str]]:
    """The lines of a plain text of which a word or a sign is in no block, no field and nothing set aside under the
    line's number."""
    found: dict[int, list[str]] = defaultdict(list)
    for block in article.blocks:
        for line in block.lines:
            found[line] += [block.label or "", block.text]
    for part in (*article.details, *article.set_aside):
        found[part.line].append(part.text)
    lost = []
    for number, line in numbered_lines(text):
        there = Counter(re.findall(r"\w+|[^\w\s]", " ".join(found[number])))
        wanted = Counter(re.findall(r"\w+", line))
        if wanted - there or (not wanted and not found[number]):
            lost.append((number, line))
    return lost


@pytest.fixture
def assert_no_line_lost() -> Callable[[str, Article], None]:
    def check(text: str, article: Article) -> None:
        assert lost_lines(text, article) == []

    return check
