"""What a doubt about a translation says, in one plain sentence of the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.gui.i18n import isolate
from reader.model import FlagKind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Flag, Pair, Span

_PLACES = {
    Role.KICKER: QT_TRANSLATE_NOOP("doubts", "Section"),
    Role.TITLE: QT_TRANSLATE_NOOP("doubts", "Headline"),
    Role.BYLINE: QT_TRANSLATE_NOOP("doubts", "Byline"),
    Role.CAPTION: QT_TRANSLATE_NOOP("doubts", "Caption"),
    Role.RELATED: QT_TRANSLATE_NOOP("doubts", "Related headline"),
}


def doubt_text(flag: Flag, pair: Pair) -> str:
    """What is doubtful about the pair. What it quotes of either text keeps its own direction."""
    here, there = _quoted(pair.source, flag.source), _quoted(pair.target or "", flag.target)
    data = {"source": here, "target": there, "detail": isolate(flag.detail)}
    return _template(flag, bool(here), bool(there)).format_map(data)


def place_name(role: Role, number: int | None) -> str:
    """What a block is called: a paragraph by its number, what stands outside the text by what it is."""
    if number is not None:
        return QCoreApplication.translate("doubts", "Paragraph {number}").format(number=number)
    return QCoreApplication.translate("doubts", str(_PLACES.get(role, "")))


def _quoted(text: str, spans: Sequence[Span]) -> str:
    return isolate(text[slice(*spans[0])]) if spans else ""


def _template(flag: Flag, here: bool, there: bool) -> str:
    translate = QCoreApplication.translate
    if flag.kind is FlagKind.NUMBER:
        if here and there:
            return translate("doubts", "The Arabic has {source}, the translation {target}.")
        if here:
            return translate("doubts", "The Arabic has {source}, the translation does not.")
        if there:
            return translate("doubts", "The translation has {target}, the Arabic does not.")
        return translate("doubts", "The numbers differ: {detail}.")
    if flag.kind is FlagKind.UNTRANSLATED:
        if there:
            return translate("doubts", "Left in Arabic: {target}.")
        if here:
            return translate("doubts", "The translation has lost {source}.")
        return translate("doubts", "Left untranslated: {detail}.")
    if flag.kind is FlagKind.REPETITION:
        return translate("doubts", "The translation repeats itself: {detail}.")
    if flag.kind is FlagKind.LENGTH:
        if _is_short(flag.detail):
            return translate("doubts", "The translation is very short for its Arabic.")
        return translate("doubts", "The translation is very long for its Arabic.")
    if flag.kind is FlagKind.QUOTES:
        if "(" in flag.detail:
            return translate("doubts", "The brackets differ.")
        return translate("doubts", "The quotation marks differ.")
    if here:
        return translate("doubts", "Your glossary has {detail} for {source}.")
    return translate("doubts", "Not as your glossary has it: {detail}.")


def _is_short(ratio: str) -> bool:
    """Whether the ratio that a length check names, of English to Arabic, is that of a text cut short."""
    try:
        return float(ratio) < 1
    except ValueError:
        return False
