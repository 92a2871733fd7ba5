"""Encodings found out from the bytes alone, and what is no text refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.settings import sample_article
from reader.sources.decoding import LIMIT, decode

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256")
SAMPLE = sample_article().read_text(encoding="utf-8")


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        decode(data, "page.txt")
    return caught.value.code


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_page_is_the_same_text_in_every_encoding(encoding: str) -> None:
    assert decode(SAMPLE.encode(encoding), "page") == SAMPLE


def test_utf_16_with_its_mark_in_the_other_order() -> None:
    assert decode(b"\xfe\xff" + SAMPLE.encode("utf-16-be"), "page") == SAMPLE


@pytest.mark.parametrize("encoding", [*ENCODINGS[2:]])
@pytest.mark.parametrize("text", ["مرحبا", "قال الوزير إن الحكومة تدرس الخطة", "قال: نعم\r\nثم خرج"])
def test_a_few_words_are_enough_to_know_the_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "page") == text


def test_line_ends_and_invisible_marks_are_kept() -> None:
    assert decode("أ\r\nب\rج\u200f\u00a0د".encode(), "page") == "أ\r\nب\rج\u200f\u00a0د"


def test_a_file_cut_in_the_middle_of_a_letter_is_still_utf_8() -> None:
    assert decode(SAMPLE.encode()[:1001], "page").startswith(SAMPLE[:400])


def test_a_broken_byte_in_a_long_utf_8_page_spoils_one_letter_only() -> None:
    data = SAMPLE.encode()
    middle = data.index("منسوب".encode())
    assert decode(data[:middle] + b"\xff" + data[middle:], "page") == SAMPLE.replace("منسوب", "\ufffdمنسوب", 1)


def test_latin_text_is_not_taken_for_windows_1256() -> None:
    for text in ("El niño mañana vendrá según José", "Straße für Mädchen, schöne Grüße", "“Quotes” — and dashes"):
        assert decode(text.encode("cp1252"), "page") == text


def test_the_charset_an_html_page_declares_is_honoured() -> None:
    page = '<html><head><meta charset="iso-8859-6"><title>خبر</title></head><body>ظهرت طائرة ط ظ ض</body></html>'
    assert decode(page.encode("iso-8859-6"), "page") == page


def test_a_declared_charset_does_not_override_valid_utf_8() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head>خبر</html>'
    assert decode(page.encode(), "page") == page


def test_a_declared_charset_that_is_no_encoding_of_text_is_ignored() -> None:
    page = '<html><head><meta charset="unicode_escape"></head><body>قال الوزير إن الحكومة</body></html>'
    assert decode(page.encode("cp1256"), "page") == page


@pytest.mark.parametrize(
    "data",
    [
        b"abc\0def",
        b"\x7fELF" + bytes(60),
        b"%PDF-1.7\nstream",
        b"PK\x03\x04abc",
        b"{\\rtf1 text}",
        b"\x01\x02\x03\x04\x05abc",
    ],
)
def test_what_is_no_text_is_refused_as_binary(data: bytes) -> None:
    assert refusal(data) == "source.binary"


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", "\u200f\u200e\u00a0\n\u2067\u2069".encode()])
def test_nothing_to_read_is_refused_as_empty(data: bytes) -> None:
    assert refusal(data) == "source.empty"


def test_an_encoding_we_do_not_know_is_named_as_that() -> None:
    assert refusal("Привет, мир! Как дела сегодня?".encode("koi8-r")) == "source.encoding"


def test_the_limit_is_ten_million_bytes() -> None:
    assert len(decode(b"a" * LIMIT, "page")) == 10_000_000
    assert refusal(b"a" * (LIMIT + 1)) == "source.too_large"


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_one_of_our_refusals(data: bytes) -> None:
    try:
        text = decode(data, "page")
    except SourceError:
        return
    assert text.encode("utf-8").decode("utf-8") == text
    assert "\0" not in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=200))
def test_utf_8_is_always_read_back(text: str) -> None:
    data = text.encode()
    try:
        assert decode(data, "page") == text.removeprefix("\ufeff")
    except SourceError as error:
        # Nothing to read in it, or it happens to begin as a file of another kind does.
        assert error.code == "source.empty" or text.startswith(("%PDF-", "{\\rtf"))
