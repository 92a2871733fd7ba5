"""Quotation marks, apostrophes and dashes of an English text as a printer sets them, a character for a character."""

from __future__ import annotations

import re

_APOSTROPHE, _CLOSING = re.compile(r"'(?<=\w')"), re.compile(r""""(?<=[\w.,;:!?)%…]")""")
"""Most of them: what can be told by the character before is put in without asking more."""
_TYPED = tuple(re.compile(mark) for mark in ('"', "'", r"-(?=[\s\d]|\Z)"))
"""Each begins with one letter, which is looked for fast, and so does what stands above."""
_FIGURES_BEFORE = re.compile(r"(?<![\w.,/-])\d{1,4}$")
_FIGURES_AFTER = re.compile(r"\d{1,4}(?![\w/-])")
_QUOTES = frozenset("\"'“‘")
_BEFORE_OPENING = frozenset(" \t\n([{«—–/")


def set_marks(text: str) -> str:
    """The text with “ ” ‘ ’ where it has the typewriter's marks, and a dash for a hyphen between spaces or figures.

    As long as the text was, so that a place in the one is that place in the other; each line by itself, so that lines
    may be set together.
    """
    text = _CLOSING.sub("”", _APOSTROPHE.sub("’", text))
    for typed in _TYPED:
        text = typed.sub(_set, text)
    return text


def _set(match: re.Match[str]) -> str:
    text, at, mark = match.string, match.start(), match[0]
    if mark == "-":
        return "–" if _is_dash(text, at) else mark
    opens = _begins(text, at) and not _is_space(text, at + 1)
    if mark == '"':
        return "“" if opens else "”"
    return "‘" if opens and not text[at + 1].isdigit() else "’"


def _is_dash(text: str, at: int) -> bool:
    if _is_space(text, at + 1):
        return _is_space(text, at - 1)
    return bool(_FIGURES_AFTER.match(text, at + 1) and _FIGURES_BEFORE.search(text[max(at - 6, 0) : at]))


def _begins(text: str, at: int) -> bool:
    """Whether a quotation mark stands where one opens, itself or after others that do."""
    before = at - 1
    while before >= 0 and text[before] in _QUOTES:
        before -= 1
    return before < 0 or text[before] in _BEFORE_OPENING


def _is_space(text: str, at: int) -> bool:
    """Whether nothing but a space, an end of the line or of the text is there."""
    return not 0 <= at < len(text) or text[at].isspace()
