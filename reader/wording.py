"""The sentence for each error code, in English: what is wrong, and how to mend it.

The command line prints them as they are; the window looks them up in its translation catalogue, which is why each
literal is marked for Qt's lupdate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.errors import ReaderError


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name is lupdate's, not ours
    """Marks ``text`` for translation and gives it back; Qt's own function of this name would load Qt."""
    return text


WORDING: dict[str, tuple[str, str]] = {
    "source.missing": (
        QT_TRANSLATE_NOOP("errors", "there is no file {path}"),
        QT_TRANSLATE_NOOP("errors", "check the name and the folder"),
    ),
    "source.unreadable": (
        QT_TRANSLATE_NOOP("errors", "{path} cannot be read ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check that it is a file and that you may open it"),
    ),
    "source.binary": (
        QT_TRANSLATE_NOOP("errors", "{path} is not text"),
        QT_TRANSLATE_NOOP("errors", "save the page as text or HTML, or paste it"),
    ),
    "source.empty": (
        QT_TRANSLATE_NOOP("errors", "there is no text in {path}"),
        QT_TRANSLATE_NOOP("errors", "copy the article and try again"),
    ),
    "source.too_large": (
        QT_TRANSLATE_NOOP("errors", "{path} is too large for an article ({size} MB)"),
        QT_TRANSLATE_NOOP("errors", "keep to {limit} MB of text"),
    ),
    "source.address": (
        QT_TRANSLATE_NOOP("errors", "addresses cannot be fetched yet"),
        QT_TRANSLATE_NOOP("errors", "save the page and open the file, or paste the text"),
    ),
}


def sentences(error: ReaderError) -> tuple[str, str]:
    """What is wrong and how to mend it, in English, with the error's data filled in."""
    what, mend = WORDING[error.code]
    return what.format_map(error.data), mend.format_map(error.data)
