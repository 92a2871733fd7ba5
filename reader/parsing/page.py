"""From raw text to an article: what each line of a page is, by evidence that adds up.

The wording of a line gives weights (``signals``); its neighbours and its place add to them (``sheet``). The page falls
into a head, a body that begins and ends with running text, and a foot (``head``, ``body``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.parsing import signals
from reader.parsing.body import arrange_body, find_closing
from reader.parsing.draft import Draft
from reader.parsing.head import arrange_head
from reader.parsing.lines import Line, plain_lines
from reader.parsing.sheet import Sheet

if TYPE_CHECKING:
    from reader.model import Article
    from reader.raw_document import RawDocument


def parse(raw: RawDocument) -> Article:
    """The article on a page of plain text or HTML. Never raises; an empty page is an article without blocks.

    Every line that is not blank stands in a block, in a field (``Article.details``) or in ``set_aside``.
    """
    if raw.format == "html":
        from reader.parsing.html import html_lines  # lxml, only where there is HTML

        lines = html_lines(raw.text)
    else:
        lines = plain_lines(raw.text)
    return _arrange(lines, raw.source)


def _arrange(lines: list[Line], source: str | None) -> Article:
    draft = Draft()
    sheet = Sheet(list(_without_chat_headers(lines, draft)))
    # Without running text there is no body: the head's rules then go over the whole page.
    end = sheet.start if sheet.end else find_closing(sheet, min(3, len(sheet.lines)))
    arrange_head(sheet, draft, end)
    arrange_body(sheet, draft, end)
    return draft.finish(source)


def _without_chat_headers(lines: list[Line], draft: Draft) -> list[Line]:
    """The lines with the headers of forwarded messages set aside."""
    kept = []
    for line in lines:
        header = signals.chat_header(line)
        if header is None:
            kept.append(line)
            continue
        draft.set_aside(line, "chat header", header[0])
        if header[1].strip():
            kept.append(replace(line, text=header[1].strip()))
    return kept
