"""A paired article as plain text: each Arabic block, then its English beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.arabic.direction import direction_of, language_of
from reader.arabic.list_marks import list_mark
from reader.arabic.visual import cells, visual_lines, wrap
from reader.exporting.order import BY_WORD, arrange, dateline
from reader.model import Role, Status

if TYPE_CHECKING:
    from reader.exporting.order import Printed
    from reader.model import Pair, PairedArticle

_GUTTER = 5
"""Cells that the paragraph numbers take."""

_NARROWEST, _WIDEST = 30, 100
"""Bounds of the visual layout's width, in cells: below, words are cut; above, lines are tiring to read."""

_UNDERLINES = {Role.TITLE: "=", Role.HEADING: "-"}


class _Page(Protocol):
    """How paragraphs are laid out: in logical order, or as cells of a terminal that knows no Arabic."""

    def paragraph(self, text: str, number: int | None, indent: int) -> list[str]:
        """The lines of a paragraph, with its number in the margin, indented by so many cells."""
        ...


def render(paired: PairedArticle) -> str:
    """The article in logical order, a line a paragraph: what shows it breaks the lines and runs them right to left."""
    return _render(paired, _Logical())


def render_visual(paired: PairedArticle, width: int) -> str:
    """The article for a terminal of ``width`` cells that neither joins Arabic letters nor runs right to left."""
    return _render(paired, _Visual(min(max(width, _NARROWEST), _WIDEST)))


def _render(paired: PairedArticle, page: _Page) -> str:
    printed = arrange(paired)
    blocks = [*_head(paired, printed, page)]
    blocks += (_pair(pair, page, number, indent=_GUTTER) for number, pair in printed.body)
    if printed.related:
        blocks.append(["Related", "-------"])
        blocks += (_pair(pair, page) for pair in printed.related)
    if aside := len(paired.article.set_aside):
        lines = "line" if aside == 1 else "lines"
        blocks.append(page.paragraph(f"({aside} {lines} of the page set aside as no part of the article)", None, 0))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _head(paired: PairedArticle, printed: Printed, page: _Page) -> list[list[str]]:
    blocks = [page.paragraph(BY_WORD, None, 0)] if printed.by_word else []
    blocks += (_pair(pair, page) for pair in printed.head)
    if when := dateline(paired):
        blocks.append(page.paragraph(when, None, 0))
    for image, caption in printed.pictures:
        lines = page.paragraph(f"Picture: {image.file}", None, 0) if image is not None and image.file else []
        blocks.append(lines + (_pair(caption, page) if caption is not None else []))
    return [block for block in blocks if block]


def _pair(pair: Pair, page: _Page, number: int | None = None, indent: int = 0) -> list[str]:
    """The lines of a pair: its source, what was made of it, and what is doubtful about that."""
    lines = page.paragraph(_marked(pair.role, pair.source), number, indent)
    if pair.target is None:
        lines += page.paragraph(f"[not translated: {pair.detail or 'no reason given'}]", None, indent)
    elif pair.status is not Status.KEPT:
        lines += page.paragraph(_marked(pair.role, pair.target), None, indent)
    lines += (
        line for flag in pair.flags for line in page.paragraph(f"[check {flag.kind}: {flag.detail}]", None, indent)
    )
    if (under := _UNDERLINES.get(pair.role)) is not None:
        lines.append(" " * indent + under * (min(max(map(cells, lines)), 72) - indent))
    return lines


def _marked(role: Role, text: str) -> str:
    """The text behind the mark of its role, unless a list's item has one of its own."""
    if role is Role.QUOTE:
        return f"> {text}"
    return f"- {text}" if role is Role.LIST_ITEM and list_mark(text) is None else text


class _Logical:
    def paragraph(self, text: str, number: int | None, indent: int) -> list[str]:
        margin = "" if number is None else f"[{number}]"
        return [f"{margin:<{indent}}{text}"]


class _Visual:
    def __init__(self, width: int) -> None:
        self.width = width

    def paragraph(self, text: str, number: int | None, indent: int) -> list[str]:
        width = self.width - indent
        margins = ["" if number is None else f"[{number}]"]
        direction = direction_of(language_of(text))  # the paragraph's language decides, not its first letter
        lines = wrap(text, width) if text.isascii() else visual_lines(text, width, direction)
        margins += [""] * (len(lines) - 1)
        if direction == "rtl":
            return [f"{line}{margin:>{indent}}".rstrip() for line, margin in zip(lines, margins, strict=True)]
        return [f"{margin:<{indent}}{line}" for line, margin in zip(lines, margins, strict=True)]
