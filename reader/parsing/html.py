"""The lines of a saved web page, with what its mark-up adds to the evidence.

trafilatura says which text is the article; the elements say what a line is (a heading, a caption, a button). Neither
decides alone: both become weights for the same rules that plain text goes through, so that nothing on the page is lost.
A line's number is that of the source line its element begins on.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from html import unescape
from typing import TYPE_CHECKING, Any

from reader.arabic.cleaning import clean
from reader.arabic.folding import fold_key
from reader.parsing.lines import Line, plain_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    """address article aside blockquote body button dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html label li legend main nav ol option p pre section select summary table tbody td
    tfoot th thead time tr ul""".split()
)
_UNSEEN = frozenset(
    """script style noscript template head svg math object iframe canvas audio video datalist""".split()
)
_OWN: dict[str, tuple[str, float]] = {
    "h1": ("title", 3.0),
    "h2": ("heading", 1.5),
    "h3": ("heading", 2.0),
    "h4": ("heading", 2.0),
    "blockquote": ("quote", 3.0),
    "figcaption": ("caption", 4.0),
    "li": ("list_item", 2.0),
    "nav": ("furniture", 3.0),
    "footer": ("furniture", 2.5),
    "aside": ("furniture", 1.2),
    "button": ("furniture", 3.0),
    "form": ("furniture", 2.5),
    "select": ("furniture", 3.0),
    "label": ("furniture", 1.5),
}
"""What an element says of the lines inside it."""
_NAMED: tuple[tuple[re.Pattern[str], str, float], ...] = tuple(
    (re.compile(pattern), kind, weight)
    for pattern, kind, weight in (
        (
            r"share|social|breadcrumb|newsletter|subscri|advert|(?:^|[-_ ])ads?(?:$|[-_ ])|cookie|menu|toolbar|"
            r"top-?bar|navbar",
            "furniture",
            2.0,
        ),
        (r"comment|sidebar|footer|copyright|most-?(?:read|viewed)|popular|tags?(?:$|[-_ ])|widget", "furniture", 1.7),
        (r"caption|credit", "caption", 2.0),
        (r"byline|author", "byline", 2.0),
        (r"headline|article-title|entry-title|post-title", "title", 2.0),
    )
)
"""What the class or id of an element says of the lines inside it."""
_SITE_HEADS = frozenset(("header", "site-header", "page-header", "masthead", "logo", "branding", "site-title"))
_OUTSIDE = 1.2
"""What it says of a longer line that trafilatura leaves it out. That it takes a line in says nothing: it takes in
adverts and buttons too."""


def html_lines(text: str) -> list[Line]:
    """The visible lines of the page, in its order. Never raises: what cannot be parsed as HTML is read as text."""
    from lxml import etree, html

    # libxml2 refuses declared encodings in decoded text; and NULs end its input.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\x00", " ")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return plain_lines(text)
    if any("depth" in error.message.lower() for error in parser.error_log):
        # libxml2 drops, without a word, what is nested deeper than it goes.
        return plain_lines(_without_tags(source))
    article = _article_text(source)
    lines: list[Line] = []
    gap = False
    for number, raw, hints in _walk(root):
        line = clean(raw)
        if not line:
            gap = True
            continue
        if article and len(line.split()) > 6 and fold_key(line) not in article:
            hints["furniture"] += _OUTSIDE
        lines.append(Line(number, line, gap, dict(hints)))
        gap = False
    return lines


def _without_tags(source: str) -> str:
    """The text between the tags, a line each, for pages that cannot be walked."""
    seen = re.sub(r"(?is)<(script|style|noscript|template|head)\b.*?</\1\s*>|<!--.*?-->", " ", source)
    return unescape(re.sub(r"<[^<>]*>", "\n", seen))


def _article_text(source: str) -> str:
    """What trafilatura takes for the article, folded; empty where it finds none."""
    import trafilatura

    # It logs what it discards, texts and all.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True, fast=True)
    except Exception:  # a broken page may break it anywhere inside; the page is then read without its word
        return ""
    return fold_key(found or "")


def _walk(root: Any) -> Iterator[tuple[int, str, defaultdict[str, float]]]:
    """Each run of text that no block element and no line break cuts, with its source line and its hints."""
    buffer: list[str] = []
    started: list[int] = []
    stack_hints: list[defaultdict[str, float]] = [defaultdict(float)]

    def flush() -> Iterator[tuple[int, str, defaultdict[str, float]]]:
        if buffer:
            joined = re.sub(r"\s+", " ", "".join(buffer))
            yield started[0], joined, stack_hints[-1].copy()
            buffer.clear()
            started.clear()

    def add(text: str | None, line: int) -> None:
        if text and (buffer or text.strip()):
            if not started:
                started.append(line)
            buffer.append(text)

    bulk = _bulk(root)
    # An explicit stack: pages nest deeper than Python recurses.
    pending: list[tuple[Any, bool]] = [(root, False)]
    while pending:
        element, leaving = pending.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        line = element.sourceline or 1
        if leaving:
            if tag in _BLOCKS:
                yield from flush()
                stack_hints.pop()
            add(element.tail, line)
            continue
        if tag in _UNSEEN or not tag or element.get("hidden") is not None:
            add(element.tail, line)
            continue
        if tag in _BLOCKS:
            yield from flush()
            hints = _hints_of(element, tag, stack_hints[-1])
            if element in bulk:
                hints["furniture"] = 0.0
            stack_hints.append(hints)
        elif tag == "br":
            yield from flush()
        elif tag == "img":
            yield from flush()
            file = (element.get("src") or "").rpartition("/")[2].partition("?")[0]
            if re.fullmatch(r"[^\s<>]{1,120}\.(?:jpe?g|png|webp|gif|avif)", file, re.IGNORECASE):
                yield line, file, stack_hints[-1].copy()
        add(element.text, line)
        pending.append((element, True))
        pending.extend((child, False) for child in reversed(element))


def _bulk(root: Any) -> set[Any]:
    """The elements that hold so much of the page's text, or of its paragraphs' text, that they are no furniture
    whatever they are called: a form around the whole page, a wrapper named after the share buttons in it."""
    elements = list(root.iter())
    sizes: dict[Any, int] = {}
    for element in reversed(elements):
        seen = isinstance(element.tag, str) and element.tag not in _UNSEEN
        own = len((element.text or "").strip())
        own += sum(sizes[child] + len((child.tail or "").strip()) for child in element)
        sizes[element] = own if seen else 0
    return {element for element in elements if sizes[element] > 0.5 * sizes[root]}


def _hints_of(element: Any, tag: str, around: defaultdict[str, float]) -> defaultdict[str, float]:
    """The hints for the lines inside a block element: those of what is around it, and its own."""
    hints = around.copy()
    if tag in _OWN:
        kind, weight = _OWN[tag]
        hints[kind] = max(hints[kind], weight)
    names = set((element.get("class") or "").lower().split()) | {(element.get("id") or "").lower()}
    heads_site = tag == "header" or names & _SITE_HEADS
    if heads_site and hints["furniture"] == 0.0 and not element.xpath("ancestor::article|ancestor::main|.//h1"):
        hints["furniture"] = 2.0
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower().strip()
    if named and tag not in {"body", "html", "article", "main"}:
        for pattern, kind, weight in _NAMED:
            if pattern.search(named):
                hints[kind] = max(hints[kind], weight)
    return hints
