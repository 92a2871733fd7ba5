"""What makes two articles the same piece: their title and body, after folding."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.arabic.folding import fold
from reader.model import BODY_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Article


def identify(article: Article) -> str:
    """The SHA-256 of the article's folded title and body, in hex.

    Spaces and paragraph breaks do not count: the same page pasted with and without blank lines is one piece. An
    article without either is known by all it has. The key is kept in library files: a change to it, or to folding,
    needs a migration that computes the keys anew.
    """
    title = _folded([article.title or ""])
    body = _folded(block.text for block in article.blocks if block.role in BODY_ROLES)
    if not title and not body:
        body = _folded([*(block.text for block in article.blocks), *(line.text for line in article.set_aside)])
    return hashlib.sha256(f"{title}\n{body}".encode("utf-8", "surrogatepass")).hexdigest()


def _folded(texts: Iterable[str]) -> str:
    return "".join("".join(fold(text).split()) for text in texts)
