"""Why a paragraph has no translation, in the window's language: what made it failed says so in an English clause."""

from __future__ import annotations

import re
import string
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.gui.i18n import isolate
from reader.wording import WORDING

CLAUSES = (
    QT_TRANSLATE_NOOP("failures", "there is nothing in it to translate"),
    QT_TRANSLATE_NOOP("failures", "there is nothing to translate in it"),
    QT_TRANSLATE_NOOP("failures", "the model broke down on it ({reason})"),
    QT_TRANSLATE_NOOP("failures", "the model gave no words for it"),
    QT_TRANSLATE_NOOP("failures", "the engine gave no answer"),
    QT_TRANSLATE_NOOP("failures", "the engine gave an empty answer"),
)
"""What engines say of a sentence; of an engine as a whole it is the first sentence of an error."""


def failure_text(detail: str | None) -> str:
    """A failed pair's ``detail`` in the window's language; as it is where it is none that we know."""
    found = _recognised(detail or "")
    if found is None:
        return isolate(detail or "–")
    context, template, data = found
    values = {name: isolate(QCoreApplication.translate("errors", value)) for name, value in data}
    return QCoreApplication.translate(context, template).format_map(values)


@lru_cache(maxsize=256)
def _recognised(detail: str) -> tuple[str, str, tuple[tuple[str, str], ...]] | None:
    """The clause that was filled in to say ``detail``, with its context in the catalogue, and what it was filled with:
    of those that fit the one that leaves least to be filled in."""
    templates = [("failures", str(clause)) for clause in CLAUSES]
    templates += [("errors", what) for what, _ in WORDING.values()]
    for context, template in sorted(templates, key=lambda one: -_fixed(one[1])):
        if match := re.fullmatch(_pattern(template), detail, re.DOTALL):
            return context, template, tuple(match.groupdict().items())
    return None


def _pattern(template: str) -> str:
    parts = []
    for text, name, _, _ in string.Formatter().parse(template):
        parts.append(re.escape(text) + (f"(?P<{name}>.*)" if name else ""))
    return "".join(parts)


def _fixed(template: str) -> int:
    return sum(len(text) for text, *_ in string.Formatter().parse(template))
