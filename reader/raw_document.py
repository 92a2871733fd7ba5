"""The text of a page as it came in: all of an article that there is before the window shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Decoded text as it came in, before anything is known about it.

    ``text`` keeps its line ends and invisible marks; only the encoding is undone. ``format`` is "text" or "html".
    ``source`` is the path or address it came from, None for the clipboard and standard input.
    """

    text: str
    format: str = "text"
    source: str | None = None
