"""What commands take as their arguments: articles, pieces, engines."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click

from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.app import App
    from reader.library.store import Library
    from reader.model import Piece
    from reader.raw_document import RawDocument

ENGINES = ("auto", "argos", "opus", "gloss")
MAX_PIECE = 2**63 - 1
"""The largest number a piece can have."""

_PIECE = re.compile("piece:(.*)", re.S)


class PieceNumber(click.ParamType[int]):
    """The number of a piece, from 1."""

    name = "piece"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; anything else is wrong usage."""
        if isinstance(value, int):
            return value
        if not re.fullmatch("[0-9]{1,19}", value) or not 1 <= int(value) <= MAX_PIECE:
            self.fail(f"{value!r} is not the number of a piece.", param, ctx)
        return int(value)


class ArticleArgument(click.ParamType[str | int]):
    """A path, "-", an address, or "piece:7", which becomes the number 7."""

    name = "article"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | int:
        """A piece's number, or the argument as it is."""
        found = _PIECE.fullmatch(value) if isinstance(value, str) else None
        if found is not None:
            return PieceNumber().convert(found[1], param, ctx)
        if value == "":
            self.fail("an empty name is no article.", param, ctx)
        return value if isinstance(value, int) else str(value)


def read(app: App, article: str) -> RawDocument:
    """The text behind an argument that is no piece. Raises SourceError."""
    return app.read(article, sys.stdin.buffer if article == "-" and sys.stdin is not None else None)


def find_piece(library: Library, piece: int) -> Piece:
    """A piece of the library. Raises LibraryError ``library.no_piece``, ``library.in_trash``."""
    found = library.get(piece)
    if found.trashed is not None:
        raise LibraryError("library.in_trash", piece=piece)
    return found
