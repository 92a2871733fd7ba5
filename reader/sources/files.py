"""Reads an article's text from a file, standard input or the clipboard, never more of it than an article may have."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import SourceError
from reader.raw_document import RawDocument
from reader.sources.decoding import LIMIT, check, decode, too_large

if TYPE_CHECKING:
    from typing import BinaryIO

STANDARD_INPUT = "standard input"
CLIPBOARD = "the clipboard"

_ADDRESS = re.compile("https?://", re.I)
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_OPENS_WITH_TAG = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|[a-z])", re.I | re.S
)
_PAGE_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|article)\b", re.I)
_PAGE_TAG_WITHIN = 65_536
"""Code points in which a page's own tags count."""


def read(argument: str, stdin: BinaryIO | None = None) -> RawDocument:
    """The text behind an ARTICLE argument: a path, or "-" for ``stdin``. Raises SourceError, also for an address, which
    cannot be fetched yet."""
    if _ADDRESS.match(argument):
        raise SourceError("source.address", address=argument)
    if argument == "-":
        if stdin is None:
            raise SourceError("source.empty", path=STANDARD_INPUT)
        return read_stream(stdin)
    return read_file(Path(argument))


def read_file(path: Path) -> RawDocument:
    """The text of a file, with its absolute path as the source. Raises SourceError."""
    name = _shown(path)
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise SourceError("source.unreadable", path=name, reason="it is a folder")
        if stat.S_ISREG(kind.st_mode) and kind.st_size > LIMIT:
            raise too_large(name, kind.st_size)
        data = _read_pipe(path, name) if stat.S_ISFIFO(kind.st_mode) else _read_bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        raise SourceError("source.missing", path=name) from None
    except OSError as error:
        raise SourceError("source.unreadable", path=name, reason=error.strerror or type(error).__name__) from error
    except ValueError:  # a zero character in the name
        raise SourceError("source.missing", path=name) from None
    if len(data) > LIMIT:
        raise too_large(name, None)
    text = decode(data, name)
    is_html = path.suffix.lower() in _HTML_SUFFIXES or looks_like_html(text)
    return RawDocument(text, "html" if is_html else "text", _shown(path.absolute()))


def read_stream(stream: BinaryIO) -> RawDocument:
    """The text of standard input, read to its end or to the limit. Raises SourceError."""
    try:
        data = stream.read(LIMIT + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError("source.unreadable", path=STANDARD_INPUT, reason=reason) from error
    if len(data) > LIMIT:
        raise too_large(STANDARD_INPUT, None)
    text = decode(data, STANDARD_INPUT)
    return RawDocument(text, "html" if looks_like_html(text) else "text")


def from_text(text: str) -> RawDocument:
    """Text from the clipboard. Halves of surrogate pairs, which some programs leave behind, become U+FFFD. Raises
    SourceError."""
    if len(text) > LIMIT:  # before work is done on it; fewer code points may still be too many bytes
        raise too_large(CLIPBOARD, len(text.encode("utf-8", "replace")))
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    size = len(whole.encode("utf-8"))
    if size > LIMIT:
        raise too_large(CLIPBOARD, size)
    return RawDocument(check(whole, CLIPBOARD), "html" if looks_like_html(whole) else "text")


def looks_like_html(text: str) -> bool:
    """Whether the text is the source of a page: it opens with a tag, and has one of a page's own tags early on."""
    start = text[:_PAGE_TAG_WITHIN].lstrip("\ufeff")
    return _OPENS_WITH_TAG.match(start) is not None and _PAGE_TAG.search(start) is not None


def _read_bytes(path: Path) -> bytes:
    """The file's bytes, up to one more than the limit: devices and pipes have no size to ask for beforehand."""
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def _read_pipe(path: Path, name: str) -> bytes:
    """What is written into a named pipe. One that nobody writes to is refused: opening it would wait for ever."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as pipe:
        try:
            first = os.read(handle, 1)
        except BlockingIOError:
            first = b""  # somebody has it open and has not written yet
        else:
            if not first:
                raise SourceError("source.unreadable", path=name, reason="it is a pipe that nobody writes to")
        os.set_blocking(handle, True)
        return first + pipe.read(LIMIT + 1 - len(first))


def _shown(path: Path) -> str:
    """The path as text that can be printed and stored: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
