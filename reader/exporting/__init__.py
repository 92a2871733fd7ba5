"""A paired article as text, JSON or a web page: one module a format, and the registry of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.exporting import html, json, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.model import PairedArticle

FORMATS: Mapping[str, Callable[[PairedArticle], str]] = {
    "text": text.render,
    "json": json.render,
    "html": html.render,
}
"""What ``--to`` knows: each gives the whole document, ending in a line end."""
