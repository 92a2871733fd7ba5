"""From bytes to text: finds out the encoding of a page by evidence, and refuses what is not text.

The order of evidence: a byte order mark; the zero and 06 bytes of UTF-16; valid UTF-8; the charset an HTML page
declares; and last Windows-1256 or Windows-1252, where the result reads like Arabic or like Latin text.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter

from reader.errors import SourceError

LIMIT = 10_000_000
"""The most bytes of text that are taken for an article: 10 MB."""

_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)
"""How files begin that may have few bytes a text would not have, and still are none."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset\s*=|\?xml\b[^>]*?\bencoding\s*=)\s*["']?\s*([a-z0-9_.:-]+)""", re.I
)
_DECLARED_WITHIN = 8_192
"""Bytes of a page in which a declaration counts. The standard says 1,024; saved pages put comments before it."""

_DECLARABLE = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "x-cp1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "arabic": "iso8859-6",
    "asmo-708": "iso8859-6",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
}
"""The charsets a page may declare, each with its codec. Only these: some of Python's codecs decode no text."""

_ARABIC_RUN = re.compile("[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u064b-\u0652\u0640]+")
_COMMON = frozenset("اليمنوترهبعدةأ")
"""The fourteen commonest letters of Arabic prose: together over 70 % of its letters."""

_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Characters that text does not have: the control codes but for tab, the line and page ends, and NEL."""


def decode(data: bytes, name: str) -> str:
    """The text that ``data`` encodes, without its byte order mark and otherwise as it is: line ends are kept.

    ``name`` is what messages call it. Raises SourceError: "source.too_large", "source.binary", "source.encoding",
    "source.empty".
    """
    if len(data) > LIMIT:
        raise too_large(name, len(data))
    if data.startswith(_SIGNATURES):
        raise SourceError("source.binary", path=name)
    for attempt in (_with_mark, _utf_16, _utf_8, _declared, _single_byte):
        text = attempt(data)
        if text is not None:
            break
    else:
        code = "source.binary" if _has_controls(data.decode("latin-1")) else "source.encoding"
        raise SourceError(code, path=name)
    return check(text, name)


def check(text: str, name: str) -> str:
    """``text`` itself, if it is one: no zero character, few control codes, something to read. Raises SourceError."""
    if "\0" in text or _has_controls(text):
        raise SourceError("source.binary", path=name)
    if not any(letter.isprintable() and not letter.isspace() for letter in text):
        raise SourceError("source.empty", path=name)
    return text


def too_large(name: str, size: int | None) -> SourceError:
    """The error for a text of ``size`` bytes; None where reading stopped at the limit."""
    megabytes = f"over {LIMIT // 1_000_000}" if size is None else f"{math.ceil(size / 100_000) / 10:g}"
    return SourceError("source.too_large", path=name, size=megabytes, limit=LIMIT // 1_000_000)


def _has_controls(text: str) -> bool:
    """Whether more than one character in fifty is a control code."""
    return len(_CONTROL.findall(text)) * 50 > len(text)


def _with_mark(data: bytes) -> str | None:
    """The text of data that begins with a byte order mark. A cut-off end or a broken character does not spoil it."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return None


def _utf_16(data: bytes) -> str | None:
    """The text of UTF-16 without a mark: every other byte is 00 (Latin, spaces) or 06 (Arabic), few others are."""
    sample = data[:20_000]
    if len(sample) < 4 or not (b"\0" in sample or b"\x06" in sample):
        return None
    high = [sum(map(half.count, (0, 6))) / len(half) for half in (sample[0::2], sample[1::2])]
    if min(high) > 0.25 or max(high) < 0.7:
        return None
    codec = "utf-16-be" if high[0] > high[1] else "utf-16-le"
    text = data.decode(codec, "replace")
    return None if "\0" in text or text.count("\ufffd") * 50 > len(text) + 50 else text


def _utf_8(data: bytes) -> str | None:
    """The text of UTF-8, also where a character is broken here and there, as at the end of a file that was cut off."""
    try:
        return data.decode("utf-8")  # a zero byte is valid UTF-8, and refused later
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    sound = sum(not letter.isascii() for letter in text)
    broken = text.count("\ufffd")
    return text if sound - broken >= 20 * broken else None


def _declared(data: bytes) -> str | None:
    """The text in the charset that the page declares, if it is one we know and the bytes are valid in it."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    codec = _DECLARABLE.get(found[1].decode("ascii").lower()) if found else None
    if codec is None:
        return None
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _single_byte(data: bytes) -> str | None:
    """The text in Windows-1256 if it then reads like Arabic, in Windows-1252 if it is mostly ASCII."""
    text = data.decode("cp1256")
    if _reads_like_arabic(text):
        return text
    high = sum(byte >= 0x80 for byte in data)
    return data.decode("cp1252", "replace") if high * 5 < len(data) else None


def _reads_like_arabic(text: str) -> bool:
    """Whether the Arabic letters stand in words and are as often the common ones as in Arabic prose.

    Latin text read as Windows-1256 has single Arabic letters inside Latin words. UTF-8 read so is half ط and ظ. Other
    bytes hit rare letters as often as common ones.
    """
    foreign = sum(letter > "\x7f" and letter.isalpha() for letter in text)
    runs = _ARABIC_RUN.findall(text)
    counts = Counter("".join(runs))
    letters = sum(counts.values())
    in_words = sum(len(run) for run in runs if len(run) > 1)
    common = sum(counts[letter] for letter in _COMMON)
    return letters > 0 and letters * 10 >= foreign * 8 and in_words * 10 >= letters * 8 and common * 2 >= letters
