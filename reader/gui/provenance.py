"""Who made a translation and when, in the window's language."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from reader.gui.failures import failure_text
from reader.gui.i18n import isolate
from reader.model import EngineName, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Pair

_NAMES = {
    EngineName.ARGOS: "Argos",
    EngineName.OPUS: "OPUS-MT",
    EngineName.LIBRETRANSLATE: "LibreTranslate",
}


def made_by(pair: Pair) -> str:
    """Who made the pair's translation: the engine with its package and version, or a person; and when, where that is
    known."""
    translate = QCoreApplication.translate
    if pair.status is Status.FAILED:
        return translate("provenance", "Not translated: {reason}").format(reason=failure_text(pair.detail))
    if pair.status is Status.KEPT:
        return translate("provenance", "As it stands in the original: nothing to translate.")
    said = _maker(pair)
    when = moment(pair.made)
    return translate("provenance", "{maker}, on {when}").format(maker=said, when=when) if when else said


def repeated_says(pairs: Sequence[Pair], changed: int) -> str:
    """What came of translating these again, of which so many read otherwise now; "" where it can be seen."""
    translate = QCoreApplication.translate
    if len(pairs) > 1:
        said = translate("provenance", "Translated again. Of {total} parts, {changed} read otherwise than before.")
        return said.format(total=len(pairs), changed=changed)
    if changed or not pairs:
        return ""
    if pairs[0].status is Status.TRANSLATED:
        if pairs[0].engine is EngineName.GLOSS:
            return translate(
                "provenance", "Done again word by word, with the same words: it would take a model to put it otherwise."
            )
        return translate("provenance", "Translated again, and the model has put it in the same words.")
    return made_by(pairs[0])


def glossary_says(pair: Pair) -> list[str]:
    """A line for each of the reader's own terms that stand in the pair: the Arabic and the translation wanted."""
    said = QCoreApplication.translate("provenance", "Your glossary: {source} → {wanted}")
    uses = {(pair.source[slice(*use.span)], use.wanted) for use in pair.terms}
    return [said.format(source=isolate(source), wanted=isolate(wanted)) for source, wanted in sorted(uses)]


def _maker(pair: Pair) -> str:
    translate = QCoreApplication.translate
    if pair.status is Status.EDITED or pair.engine is EngineName.PERSON:
        return translate("provenance", "Written by a person")
    if pair.engine is EngineName.GLOSS:
        return translate("provenance", "Word by word, from the lexicon")
    name = _NAMES[pair.engine]
    if pair.maker is None or not pair.maker.package:
        return translate("provenance", "Translated by {engine}").format(engine=isolate(name))
    package = " ".join(filter(None, (pair.maker.package, pair.maker.version)))
    said = translate("provenance", "Translated by {engine}, package {package}")
    return said.format(engine=isolate(name), package=isolate(package))


def moment(made: str | None) -> str:
    """An ISO 8601 time in the machine's own zone, as "3 Mar 2021, 09:02"; "" where there is none."""
    if not made:
        return ""
    try:
        local = datetime.fromisoformat(made).astimezone()
    except ValueError:
        return made
    when = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    return isolate(QLocale().toString(when, QCoreApplication.translate("provenance", "d MMM yyyy, HH:mm")))
