"""What a person puts right in a parsed article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Article, Block, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import SetAside


def put_back(article: Article, line: int) -> Article:
    """The article with all that was set aside of an input line back in it, as paragraphs in the line's place.

    An article without such a line comes back as it is.
    """
    returned = [aside for aside in article.set_aside if aside.line == line]
    blocks = list(article.blocks)
    for aside in returned:
        place = next((index for index, block in enumerate(blocks) if block.lines[0] > line), len(blocks))
        blocks.insert(place, Block(Role.PARAGRAPH, aside.text, (line,)))
    left: Sequence[SetAside] = [aside for aside in article.set_aside if aside.line != line]
    return replace(article, blocks=tuple(blocks), set_aside=tuple(left))
