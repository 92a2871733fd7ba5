"""A paired article as one web page that needs nothing beside itself: facing columns, English left, Arabic right."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from reader.arabic.direction import direction_of, language_of
from reader.arabic.list_marks import list_mark
from reader.exporting.order import BY_WORD, arrange, dateline
from reader.model import Role, Status

if TYPE_CHECKING:
    from reader.model import Pair, PairedArticle

_TARGET_LANGUAGE = "en"

_NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that a page must not hold, escaped or not."""

_TAGS = {Role.TITLE: "h1", Role.HEADING: "h2", Role.QUOTE: "blockquote"}

_STYLE = """
:root { color-scheme: light dark; --paper: #fcfbf7; --ink: #1f1d1a; --quiet: #6b665e; --rule: #ddd8cc;
  --accent: #7d2f17 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1c1b19; --ink: #e6e1d8; --quiet: #a09a8f; --rule: #3a3733; --accent: #e0916f }
}
body { margin: 2rem auto; max-width: 70rem; padding: 0 1.5rem; background: var(--paper); color: var(--ink);
  font-family: "Noto Serif", Georgia, serif; line-height: 1.6 }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 2rem minmax(0, 1fr); column-gap: 1rem; margin: 0 0 1rem;
  break-inside: avoid }
.row > * > * { margin: 0; overflow-wrap: anywhere }
.number { color: var(--quiet); font: .75rem/2.4 system-ui, sans-serif; text-align: center }
[lang=ar] { font-family: Amiri, "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", serif; font-size: 1.35em;
  line-height: 1.75 }
h1 { font-size: 1.7em; line-height: 1.3 }
h2 { font-size: 1.2em }
h1[lang=ar], h2[lang=ar] { line-height: 1.5 }
blockquote { border-inline-start: 3px solid var(--rule); padding-inline-start: 1rem }
.kicker { color: var(--accent) }
.byline, .caption, .date, .notice, .aside { color: var(--quiet) }
.body { border-top: 1px solid var(--rule); padding-top: 1rem }
.related { border-top: 1px solid var(--rule); padding-top: 1rem }
.failed, .flag { color: var(--accent); font-style: italic }
.flag { font-size: .85em }
@media (max-width: 40rem) { .row { grid-template-columns: 1fr } .source { order: -1 } .number { display: none } }
@media print { body { margin: 0; max-width: none; background: none; color: black } }
"""


def render(paired: PairedArticle) -> str:
    """The page: no script, nothing fetched, every string escaped, the direction said at each block."""
    printed = arrange(paired)
    title = paired.article.title or "Muwazi"
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en" dir="ltr">',
        "<head>",
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
        f"<title>{_safe(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
    ]
    if printed.by_word:
        parts.append(f'<p class="notice">{_safe(BY_WORD)}</p>')
    parts.append("<header>")
    parts += (_row(pair) for pair in printed.head)
    if when := dateline(paired):
        parts.append(f'<p class="date"><bdi>{_safe(when)}</bdi></p>')
    for image, caption in printed.pictures:
        if image is not None and image.file:
            parts.append(f'<p class="caption">Picture: <bdi>{_safe(image.file)}</bdi></p>')
        if caption is not None:
            parts.append(_row(caption))
    parts.append('</header>\n<main class="body">')
    parts += (_row(pair, number) for number, pair in printed.body)
    parts.append("</main>")
    if printed.related:
        parts.append('<section class="related">\n<h2>Related</h2>')
        parts += (_row(pair) for pair in printed.related)
        parts.append("</section>")
    if aside := len(paired.article.set_aside):
        parts.append(f'<footer class="aside">Lines of the page set aside as no part of the article: {aside}</footer>')
    parts.append("</body>\n</html>\n")
    return "\n".join(parts)


def _row(pair: Pair, number: int | None = None) -> str:
    """A block beside its translation. One that stands as it is, since no engine was needed, faces nothing."""
    if pair.target is None:
        target = f'<p class="failed" lang="en" dir="ltr">not translated: {_safe(pair.detail or "no reason given")}</p>'
    elif pair.status is Status.KEPT:
        target = ""
    else:
        target = _block(pair.role, pair.target, _TARGET_LANGUAGE)
    flags = "".join(
        f'<p class="flag" lang="en" dir="ltr">check {flag.kind.value}: {_safe(flag.detail)}</p>' for flag in pair.flags
    )
    return (
        f'<div class="row {pair.role.value}"><div class="target">{target}{flags}</div>'
        f'<div class="number">{"" if number is None else number}</div>'
        f'<div class="source">{_block(pair.role, pair.source, language_of(pair.source))}</div></div>'
    )


def _block(role: Role, text: str, language: str) -> str:
    tag = _TAGS.get(role, "p")
    shown = f"• {_safe(text)}" if role is Role.LIST_ITEM and list_mark(text) is None else _safe(text)
    return f'<{tag} lang="{language}" dir="{direction_of(language)}">{shown}</{tag}>'


def _safe(text: str) -> str:
    return escape(_NOT_IN_HTML.sub("\ufffd", text))
