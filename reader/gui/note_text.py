"""A person's own words as a label or a tool tip shows them: in their paragraphs, with web addresses to be followed."""

from __future__ import annotations

import html
import re

from reader.arabic.direction import is_arabic

LONGEST_TIP = 600
"""Characters of a note that a tool tip shows."""

AIR = 5
"""Pixels to the right of a paragraph of Arabic: Qt moves a line that fills its width that way, by what it takes the
space at its end for, and a label would cut its first letter off."""

_LINK = re.compile(r"\bhttps?://[^\s<>\"'«»“”]+", re.IGNORECASE)
_AFTER = ".,;:!?)]}،؛؟"
"""What ends a sentence or a bracket around an address rather than the address."""


def links(text: str) -> list[tuple[int, int]]:
    """Where web addresses stand in a text, in code points."""
    found = []
    for match in _LINK.finditer(text):
        address = match.group()
        while (
            address and address[-1] in _AFTER and not (address[-1] == ")" and address.count("(") >= address.count(")"))
        ):
            address = address[:-1]
        if len(address) > len("https://"):
            found.append((match.start(), match.start() + len(address)))
    return found


def rich(text: str, link_colour: str | None = None) -> str:
    """The text as HTML that shows just that: its lines, and its web addresses as links. Each paragraph runs the way
    of its own language."""
    parts = []
    for paragraph in text.split("\n"):
        parts.append(f"<div {_direction(paragraph)}>{_linked(paragraph, link_colour) or '&nbsp;'}</div>")
    return "".join(parts)


def plain(text: str) -> str:
    """The text as HTML that shows it as it is, in one paragraph. A label that lays out plain text counts the space at
    which it breaks a line as part of the line, which moves and cuts off what runs from right to left."""
    return f"<div {_direction(text)}>{html.escape(text)}</div>"


def _direction(paragraph: str) -> str:
    return f'dir="rtl" style="margin-right:{AIR}px"' if is_arabic(paragraph) else 'dir="ltr"'


def tip(text: str) -> str:
    """The text for a tool tip, however long it is."""
    shown = text if len(text) <= LONGEST_TIP else text[:LONGEST_TIP].rstrip() + " …"
    return rich(shown) if shown else ""


def _linked(text: str, colour: str | None) -> str:
    style = f' style="color: {colour}"' if colour else ""
    made, done = [], 0
    for start, end in links(text):
        address = text[start:end]
        made.append(html.escape(text[done:start]))
        made.append(f'<a href="{html.escape(address)}"{style}>{html.escape(address)}</a>')
        done = end
    return "".join(made) + html.escape(text[done:])
