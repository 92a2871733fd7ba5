"""Quotation marks, apostrophes and dashes of an English text as a printer sets them, a character for a character."""

from __future__ import annotations

import re

_TYPED = re.compile(r"""["']|(?:(?<=\s)|^)-(?=\s)""", re.MULTILINE)
_RANGE = re.compile(r"(?<![\w.,/-])(\d{1,4})-(?=\d{1,4}(?![\w/-]))")
_BEFORE_OPENING = frozenset(" \t\n([{“‘«—–/")


def set_marks(text: str) -> str:
    """The text with “ ” ‘ ’ where it has the typewriter's marks, and a dash for a hyphen between spaces or figures.

    As long as the text was, so that a place in the one is that place in the other.
    """
    if '"' not in text and "'" not in text and "-" not in text:
        return text
    text = _RANGE.sub(r"\1–", text)
    made = list(text)
    for match in _TYPED.finditer(text):
        at = match.start()
        opens = at == 0 or made[at - 1] in _BEFORE_OPENING
        if match[0] == "-":
            made[at] = "–"
        elif match[0] == '"':
            made[at] = "“" if opens and not _is_alone(text, at) else "”"
        else:
            made[at] = "‘" if opens and not _is_alone(text, at) and not text[at + 1].isdigit() else "’"
    return "".join(made)


def _is_alone(text: str, at: int) -> bool:
    """Whether nothing follows a mark that it could open."""
    return at + 1 == len(text) or text[at + 1].isspace()
