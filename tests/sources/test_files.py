"""Files, pipes, standard input and pasted text, and the one clear error each bad one gives."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from reader.errors import SourceError
from reader.sources import files
from reader.sources.decoding import LIMIT
from reader.wording import sentences

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "قال الوزير إن الحكومة تدرس الخطة."


def complaint(argument: str, stdin: bytes | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        files.read(argument, None if stdin is None else io.BytesIO(stdin))
    return ": ".join(sentences(caught.value))


def test_a_file_is_read_with_its_absolute_path_as_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "خبر.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    raw = files.read("خبر.txt")
    assert (raw.text, raw.format, raw.source) == (TEXT, "text", str(tmp_path / "خبر.txt"))


def test_standard_input_has_no_source() -> None:
    raw = files.read("-", io.BytesIO(TEXT.encode("cp1256")))
    assert (raw.text, raw.format, raw.source) == (TEXT, "text", None)


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    assert complaint(str(path)) == f"there is no file {path}: check the name and the folder"
    assert complaint("a\0b").startswith("there is no file")
    assert complaint(f"{__file__}/x").startswith("there is no file")


def test_a_folder(tmp_path: Path) -> None:
    assert complaint(str(tmp_path)).startswith(f"{tmp_path} cannot be read (it is a folder): ")


def test_a_name_too_long_for_the_system(tmp_path: Path) -> None:
    assert "cannot be read (File name too long): " in complaint(str(tmp_path / ("x" * 300)))


def test_an_address_says_that_fetching_comes_later() -> None:
    assert complaint("https://example.org/a").startswith("addresses cannot be fetched yet: ")
    assert complaint("HTTP://example.org/a").startswith("addresses cannot be fetched yet: ")


def test_a_large_file_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)  # sparse: reading it would find zeros and call it binary
    assert complaint(str(path)) == f"{path} is too large for an article (50 MB): keep to 10 MB of text"


def test_standard_input_is_read_to_the_limit_and_no_further() -> None:
    stream = io.BytesIO(b"a" * (LIMIT + 5_000))
    with pytest.raises(SourceError) as caught:
        files.read_stream(stream)
    assert sentences(caught.value)[0] == "standard input is too large for an article (over 10 MB)"
    assert stream.tell() == LIMIT + 1


def test_an_endless_device_is_refused() -> None:
    if not os.path.exists("/dev/zero"):  # noqa: PTH110 - a device, not a path of ours
        pytest.skip("no /dev/zero here")
    assert complaint("/dev/zero").startswith("/dev/zero is too large")


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are files only on Unix")
def test_a_pipe_that_nobody_writes_to_does_not_wait_for_ever(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert complaint(str(pipe)).startswith(f"{pipe} cannot be read (it is a pipe that nobody writes to): ")


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are files only on Unix")
def test_a_pipe_that_somebody_writes_to_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keeper = os.open(pipe, os.O_RDWR)  # as a shell has a process substitution open before the command starts
    child = subprocess.Popen(["sh", "-c", f"sleep 0.2; printf '%s' '{TEXT}' > '{pipe}'"])
    closer = threading.Timer(0.0, lambda: (child.wait(), os.close(keeper)))
    closer.start()
    assert files.read(str(pipe)).text == TEXT
    closer.join()


def test_a_page_is_html_by_its_tags_or_its_name(tmp_path: Path) -> None:
    for start in (
        "<!DOCTYPE html><p>",
        "\n <html lang=ar>",
        "<!-- saved --><!-- twice -->\n<body>",
        '<?xml version="1.0"?><html>',
        "<div><article>",
    ):
        assert files.from_text(start + TEXT).format == "html"
    for start in ("", "يبدأ بـ <html> ثم ", "< html>", "<3 "):
        assert files.from_text(start + TEXT).format == "text"
    (tmp_path / "page.HTM").write_text(TEXT, encoding="utf-8")
    assert files.read(str(tmp_path / "page.HTM")).format == "html"


def test_recognising_html_takes_no_longer_for_many_comments() -> None:
    assert files.from_text("<!-- a --> " * 5_000 + "x").format == "text"


def test_pasted_text_is_kept_and_refused_like_a_file() -> None:
    assert files.from_text(TEXT + "\r\n").text == TEXT + "\r\n"
    assert files.from_text("نصف \ud83d زوج").text == "نصف \ufffd زوج"
    for text, code in (
        ("", "source.empty"),
        (" \u200f\n", "source.empty"),
        ("ا" * 5_000_001, "source.too_large"),
        ("a" * 50_000_000, "source.too_large"),
        ("a\0b", "source.binary"),
    ):
        with pytest.raises(SourceError) as caught:
            files.from_text(text)
        assert caught.value.code == code


def test_a_file_name_that_is_no_utf_8_can_still_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name that no Path spells
        file.write(TEXT)
    raw = files.read(os.fsdecode(path))
    assert raw.source is not None and raw.source.endswith("/\ufffd.txt")
