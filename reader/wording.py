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
    "library.cannot_open": (
        QT_TRANSLATE_NOOP("errors", "the library {path} cannot be opened ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check the folder, or name another with --home"),
    ),
    "library.read_only": (
        QT_TRANSLATE_NOOP("errors", "the library {path} cannot be written"),
        QT_TRANSLATE_NOOP("errors", "check that you may write in its folder, or name another with --home"),
    ),
    "library.busy": (
        QT_TRANSLATE_NOOP("errors", "the library {path} is in use by another program"),
        QT_TRANSLATE_NOOP("errors", "close that program, or wait a little and try again"),
    ),
    "library.no_space": (
        QT_TRANSLATE_NOOP("errors", "there is no space left for the library {path}"),
        QT_TRANSLATE_NOOP("errors", "free some space on the disk; nothing was half-saved"),
    ),
    "library.not_ours": (
        QT_TRANSLATE_NOOP("errors", "{path} is no library of Muwazi"),
        QT_TRANSLATE_NOOP("errors", "move that file away, or name another folder with --home"),
    ),
    "library.newer": (
        QT_TRANSLATE_NOOP(
            "errors", "the library {path} was made by a newer Muwazi (version {version}, this one knows {newest})"
        ),
        QT_TRANSLATE_NOOP("errors", "install the newer Muwazi"),
    ),
    "library.damaged": (
        QT_TRANSLATE_NOOP("errors", "the library {path} is damaged ({reason})"),
        QT_TRANSLATE_NOOP("errors", "move it away and put a copy in its place"),
    ),
    "library.no_piece": (
        QT_TRANSLATE_NOOP("errors", "there is no piece {piece} in the library"),
        QT_TRANSLATE_NOOP("errors", "see “muwazi list” for the numbers"),
    ),
    "library.same_piece": (
        QT_TRANSLATE_NOOP("errors", "piece {piece} of the library has that text already"),
        QT_TRANSLATE_NOOP("errors", "open piece {piece}"),
    ),
    "library.edited": (
        QT_TRANSLATE_NOOP("errors", "the new text lacks a paragraph whose translation you have edited (piece {piece})"),
        QT_TRANSLATE_NOOP("errors", "copy your translation first"),
    ),
}


def sentences(error: ReaderError) -> tuple[str, str]:
    """What is wrong and how to mend it, in English, with the error's data filled in."""
    what, mend = WORDING[error.code]
    return what.format_map(error.data), mend.format_map(error.data)
