"""The muwazi command from outside: what it prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from reader import cli, cli_articles
from reader.app import App
from reader.arabic.lexicon import Lexicon
from reader.arabic.visual import cells
from reader.library.store import Library
from reader.model import Engine, EngineName

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENGLISH = "Lake level falls\n\nThe lake has 28 shores. It is falling.\n"
ARABIC = "أعلنت الهيئة، اليوم الثلاثاء، أنّ منسوب البحيرة انخفض 28 سنتيمتراً."


class Ended(NamedTuple):
    status: int
    out: str
    err: str


Muwazi = "Callable[..., Ended]"


@pytest.fixture
def muwazi(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Muwazi:
    """Runs the command in this process; ``stdin`` is what comes in."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = cli.run([str(argument) for argument in arguments])
        return Ended(status, *capsys.readouterr())

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that is English already, so that no engine has to work."""
    path = tmp_path / "page.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def test_a_page_is_the_same_article_in_every_encoding(muwazi: Any) -> None:
    outputs = set()
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"):
        ended = muwazi("pair", "-", "--to", "json", stdin=f"البحيرة تنخفض\n\n{ARABIC}\n".encode(encoding))
        assert (ended.status, ended.err) == (0, "")
        outputs.add(ended.out)
    assert len(outputs) == 1
    told = json.loads(outputs.pop())
    assert told["schema"] == "muwazi/pair/1"
    assert told["engine"] == {"name": "gloss", "package": None, "version": None}
    assert ARABIC in [pair["source"] for pair in told["pairs"]]
    assert {pair["status"] for pair in told["pairs"]} == {"translated"}


def test_each_format_goes_to_standard_output_or_whole_into_a_file(muwazi: Any, page: Path, tmp_path: Path) -> None:
    for form, sign in (("text", "[1]"), ("json", '"muwazi/pair/1"'), ("html", "<!DOCTYPE html>")):
        printed = muwazi("pair", page, "--to", form)
        assert sign in printed.out
        written = muwazi("pair", page, "--to", form, "-o", tmp_path / "out")
        assert written == (0, "", "")
        assert (tmp_path / "out").read_text(encoding="utf-8") == printed.out
    assert not list(tmp_path.glob(".*"))


def test_visual_text_is_shaped_and_as_wide_as_the_terminal(muwazi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    ended = muwazi("pair", "-", "--visual", stdin=ARABIC.encode())
    assert ended.status == 0
    assert "\ufe8e" in ended.out and "أعلنت" not in ended.out
    assert max(map(cells, ended.out.splitlines())) <= 50


def bad(name: str) -> Callable[[Path], Path]:
    contents = {
        "binary.txt": bytes(range(256)) * 4,
        "zero.txt": b"text\0text",
        "empty.txt": b"",
        "blank.txt": "\u200f \u00a0\n".encode(),
        "koi8.txt": "Привет, мир! Как дела сегодня?".encode("koi8-r"),
    }

    def make(folder: Path) -> Path:
        path = folder / name
        if name == "large.txt":
            with path.open("wb") as file:
                file.truncate(50_000_000)
        elif name == "folder":
            path.mkdir()
        elif name in contents:
            path.write_bytes(contents[name])
        return path

    return make


@pytest.mark.parametrize("command", ["pair", "add"])
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("none.txt", "there is no file {}: check the name and the folder"),
        ("folder", "{} cannot be read (it is a folder): check that it is a file and that you may open it"),
        ("binary.txt", "{} is not text: save the page as text or HTML, or paste it"),
        ("zero.txt", "{} is not text: save the page as text or HTML, or paste it"),
        ("empty.txt", "there is no text in {}: copy the article and try again"),
        ("blank.txt", "there is no text in {}: copy the article and try again"),
        ("koi8.txt", "the encoding of {} cannot be made out: save the page as UTF-8, or paste it"),
        ("large.txt", "{} is too large for an article (50 MB): keep to 10 MB of text"),
    ],
)
def test_a_bad_file_is_one_line_and_exit_1(muwazi: Any, tmp_path: Path, command: str, name: str, line: str) -> None:
    path = bad(name)(tmp_path)
    assert muwazi(command, path) == (1, "", f"muwazi: {line.format(path)}\n")


def test_a_large_paste_is_refused(muwazi: Any) -> None:
    ended = muwazi("pair", "-", stdin=b"a" * 10_000_001)
    line = "standard input is too large for an article (over 10 MB): keep to 10 MB of text"
    assert ended == (1, "", f"muwazi: {line}\n")


@pytest.mark.parametrize("address", ["http://example.org/1", "https://example.org/خبر"])
def test_an_address_says_that_fetching_comes_later(muwazi: Any, address: str) -> None:
    line = "addresses cannot be fetched yet: save the page and open the file, or paste the text"
    for command in ("pair", "add"):
        assert muwazi(command, address) == (1, "", f"muwazi: {line}\n")


def test_a_file_name_cannot_break_the_line_or_turn_it_round(muwazi: Any) -> None:
    ended = muwazi("pair", "a\nb\u202ec\x1b[2J")
    assert ended.err == "muwazi: there is no file a\\nb\\u202ec\\x1b[2J: check the name and the folder\n"


def test_a_page_of_tags_alone_has_no_text(muwazi: Any) -> None:
    ended = muwazi("pair", "-", stdin=b"<html><body><script>x()</script></body></html>")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("muwazi: there is no text in ") and ended.err.count("\n") == 1


def test_a_page_of_furniture_alone_is_told_line_by_line_and_not_saved(muwazi: Any) -> None:
    ended = muwazi("pair", "-", "--to", "json", stdin=b"+A\n-A\n")
    assert ended.status == 0
    assert ended.err.startswith("muwazi: warning: ")
    assert [line["text"] for line in json.loads(ended.out)["set_aside"]] == ["+A", "-A"]
    assert muwazi("add", "-", stdin=b"+A\n-A\n").status == 1
    assert muwazi("list") == (0, "", "")


def test_pieces_are_added_listed_shown_and_removed(muwazi: Any, page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(f"البحيرة تنخفض\n\n2026.03.03 | 09:40 عمّان\n\n{ARABIC}\n", encoding="utf-8")
    assert muwazi("add", page, other) == (0, "1\n2\n", "")
    assert muwazi("add", "--json", other).out == (
        '[{"piece": 2, "new": false, "title": "البحيرة تنخفض"}]\n'
    )  # the library had it
    listed = json.loads(muwazi("list", "--json").out)
    assert [piece["piece"] for piece in listed] == [2, 1]
    assert listed[0]["title"] == "البحيرة تنخفض"
    assert listed[0]["published"] == "2026-03-03T09:40"
    assert listed[0]["tags"] == []
    assert "البحيرة تنخفض" in muwazi("list").out
    shown = muwazi("show", 2, "--to", "json")
    assert (shown.status, json.loads(shown.out)["article"]["place"]) == (0, "عمّان")
    assert ARABIC in muwazi("show", 2).out
    assert muwazi("remove", 1) == (0, "", "")
    assert [piece["piece"] for piece in json.loads(muwazi("list", "--json").out)] == [2]
    line = "piece 1 is in the trash: bring it back first: muwazi trash --restore 1"
    for command in (["show", 1], ["remove", 1], ["pair", "piece:1"], ["add", "piece:1"], ["open", "piece:1"]):
        status, out, err = muwazi(*command)
        assert (status, out) == (1, "")
        assert err == f"muwazi: {line}\n" or command[0] == "open"  # that one finds first that there is no display


def test_one_bad_article_among_several_keeps_none_of_the_others_out(muwazi: Any, page: Path, tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    ended = muwazi("add", missing, page)
    assert ended == (1, "1\n", f"muwazi: there is no file {missing}: check the name and the folder\n")
    ended = muwazi("add", "--json", page, missing)
    assert (ended.status, json.loads(ended.out)) == (1, [{"piece": 1, "new": False, "title": "Lake level falls"}])


def test_a_piece_is_not_translated_again(muwazi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert muwazi("add", "-", stdin=f"البحيرة تنخفض\n\n{ARABIC}\n".encode()).out == "1\n"
    before = muwazi("show", 1, "--to", "json").out

    def translate_again(*_: object) -> None:
        raise AssertionError("the engine was asked")

    monkeypatch.setattr(Lexicon, "analyses", translate_again)
    assert muwazi("pair", "piece:1", "--to", "json").out == before
    assert muwazi("add", "piece:1").out == "1\n"
    assert muwazi("add", "-", stdin=f"البحيرة تنخفض\n\n{ARABIC}\n".encode()).out == "1\n"


def test_a_piece_that_was_only_glossed_is_translated_once_a_model_is_there(muwazi: Any, small_package: Path) -> None:
    muwazi("add", "-", stdin=f"البحيرة تنخفض\n\n{ARABIC}\n".encode())
    assert muwazi("models", "install", small_package).status == 0
    paired = json.loads(muwazi("pair", "piece:1", "--to", "json").out)
    assert {pair["engine"] for pair in paired["pairs"]} == {"argos"}
    assert json.loads(muwazi("show", 1, "--to", "json").out)["pairs"] == paired["pairs"]


def test_an_engine_asked_for_by_name_makes_what_is_shown_and_add_alone_keeps_it(
    muwazi: Any, small_package: Path, home: Path
) -> None:
    def shown(*command: object) -> list[tuple[str, str]]:
        return [(pair["engine"], pair["target"]) for pair in json.loads(muwazi(*command, "--to", "json").out)["pairs"]]

    text = f"البحيرة تنخفض\n\n{ARABIC}\n\nReuters, 2021\n".encode()
    muwazi("add", "-", "--engine", "gloss", stdin=text)
    glossed = shown("show", 1)
    assert muwazi("models", "install", small_package).status == 0
    muwazi("add", "piece:1")
    translated = shown("show", 1)
    assert {engine for engine, _ in translated[:2]} == {"argos"} != {engine for engine, _ in glossed[:2]}
    assert shown("pair", "piece:1") == shown("pair", "piece:1", "--engine", "argos") == translated
    assert [english for _, english in shown("pair", "piece:1", "--engine", "gloss")] == [e for _, e in glossed]
    named = json.loads(muwazi("pair", "piece:1", "--engine", "gloss", "--to", "json").out)
    assert named["engine"] == {"name": "gloss", "package": None, "version": None}
    assert shown("show", 1) == translated  # what is only shown changes nothing in the library

    app = App(home / "muwazi")
    with app.library() as library:
        pairs = library.get(1).pairs
        library.edit(1, app.edited(pairs[1], "A person wrote this."))
    assert shown("pair", "piece:1", "--engine", "gloss")[:2] == [glossed[0], ("person", "A person wrote this.")]

    with app.library() as library:
        opus = Engine(EngineName.OPUS, "opus_ar_en", "1.0")
        library.save_pairs(1, [replace(pairs[0], target="Of another model.", engine=opus.name, maker=opus)], opus)
    assert shown("pair", "piece:1")[0] == ("opus", "Of another model.")
    assert shown("pair", "piece:1", "--engine", "argos")[0] == translated[0]
    assert shown("show", 1)[0] == ("opus", "Of another model.")
    assert muwazi("add", "piece:1", "--engine", "gloss").out == "1\n"
    assert shown("show", 1)[0] == ("opus", "Of another model.")  # a gloss takes no translation's place
    assert muwazi("add", "piece:1", "--engine", "argos").out == "1\n"
    assert shown("show", 1)[:2] == [translated[0], ("person", "A person wrote this.")]


def test_models_are_installed_listed_and_removed(muwazi: Any, small_package: Path) -> None:
    assert muwazi("models", "list", "--json") == (0, "[]\n", "")
    told = json.loads(muwazi("models", "install", small_package, "--json").out)
    assert [list(model)[:7] for model in told] == [["package", "version", "from", "to", "size", "engine", "active"]]
    assert {**told[0], "size": 0} == {
        "package": "ar_en", "version": "0.1", "from": "ar", "to": "en", "size": 0, "engine": "argos", "active": True,
    }  # fmt: skip
    assert told[0]["size"] > 2_000_000
    assert json.loads(muwazi("models", "list", "--json").out) == told
    assert muwazi("models", "list").out.startswith("* ar_en@0.1  ar → en  ")
    assert muwazi("models", "remove", "ar_en@0.1") == (0, "", "")
    again = muwazi("models", "remove", "ar_en@0.1")
    assert (again.status, again.out, again.err.count("\n")) == (1, "", 1)


def test_lookup_tells_each_word_s_readings(muwazi: Any) -> None:
    told = json.loads(muwazi("lookup", "--json", "وكتاب", "ضصثق").out)
    assert [word["word"] for word in told] == ["وكتاب", "ضصثق"]
    assert list(told[0]["readings"][0]) == ["vocalised", "lemma", "pos", "glosses", "clitics", "root"]
    assert told[0]["readings"][0]["root"] == "كتب"
    assert any("book" in reading["glosses"] and reading["clitics"] == ["و"] for reading in told[0]["readings"])
    assert told[1]["readings"] == []
    shown = muwazi("lookup", "وكتاب", "ضصثق").out
    assert "book" in shown and "(not in the lexicon)" in shown


def test_a_backup_is_restored_and_the_restoring_undone(muwazi: Any, page: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert muwazi("add", page).status == 0
    assert muwazi("backup", copy) == (0, "", "")
    assert muwazi("remove", 1).status == 0
    ended = muwazi("restore", copy)
    assert (ended.status, ended.out, ended.err.count("\n")) == (0, "", 1)
    assert len(json.loads(muwazi("list", "--json").out)) == 1
    assert muwazi("restore", ended.err.split(" as ")[1].strip()).status == 0
    assert json.loads(muwazi("list", "--json").out) == []


def test_a_check_says_what_is_wrong_and_what_it_mended(muwazi: Any, page: Path, home: Path) -> None:
    muwazi("add", page)
    assert muwazi("check") == (0, "nothing is wrong\n", "")
    assert json.loads(muwazi("check", "--json").out) == {"ok": True, "problems": [], "repaired": []}
    library = home / "muwazi" / "library.sqlite3"
    library.write_bytes(library.read_bytes()[:20_000])
    ended = muwazi("check", "--json")
    told = json.loads(ended.out)
    assert (ended.status, told["ok"], told["repaired"], ended.err.count("\n")) == (1, False, [], 1)
    assert "muwazi check --rescue" in told["problems"][0]


def test_an_engine_that_is_not_installed_is_one_line(muwazi: Any, page: Path) -> None:
    ended = muwazi("pair", page, "--engine", "argos")
    assert (ended.status, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert "muwazi models install FILE" in ended.err


@pytest.mark.parametrize(
    "command",
    [
        ["export", "1", "--to", "docx", "-o", "x"],
    ],
)
def test_what_is_not_there_yet_says_so_in_one_line(muwazi: Any, command: list[str]) -> None:
    ended = muwazi(*command)
    assert (ended.status, ended.out) == (1, "")
    assert "is not there yet: it comes with a later version" in ended.err and ended.err.count("\n") == 1


@pytest.mark.parametrize(
    "command",
    [
        ["pair"],
        ["pair", ""],
        ["pair", "piece:x"],
        ["pair", "piece:0"],
        ["pair", "x", "--to", "docx"],
        ["pair", "x", "--to", "json", "--visual"],
        ["pair", "x", "--engine", "magic"],
        ["add"],
        ["show", "0"],
        ["show", "-1"],
        ["show", "٣"],
        ["show", str(2**63)],
        ["remove", "x"],
        ["lookup"],
        ["frobnicate"],
        ["list", "--bogus"],
        ["open", "x", "--size", "900x700"],
        ["open", "x", "--screenshot", "x.jpg"],
        ["open", "x", "--screenshot", "x.png", "--fallback", "y.png"],
        *(
            ["open", "x", "--screenshot", "x.png", "--size", size]
            for size in ("900", "0x0", "9x9", "99999x99999", "-1x5")
        ),
        *(["open", "x", "--screenshot", "x.png", "--font-size", size] for size in ("9", "41", "nan", "big")),
        ["open", "x", "--screenshot", "x.png", "--theme", "pink"],
        ["open", "x", "--screenshot", "x.png", "--ui", "fr"],
    ],
)
def test_wrong_usage_is_exit_2(muwazi: Any, command: list[str]) -> None:
    ended = muwazi(*command)
    assert (ended.status, ended.out) == (2, "")
    assert "Usage: muwazi" in ended.err


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["pair", "-h"], ["models", "--help"], ["search", "-h"]])
def test_help_and_version_are_an_answer(muwazi: Any, command: list[str]) -> None:
    ended = muwazi(*command)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out


def test_a_file_that_cannot_be_written_leaves_nothing_behind(muwazi: Any, page: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    missing = tmp_path / "no" / "out.html"
    ended = muwazi("pair", page, "-o", missing)
    assert ended.err.startswith(f"muwazi: {missing} cannot be written (there is no such folder): ")
    assert muwazi("pair", page, "-o", tmp_path).err.startswith(f"muwazi: {tmp_path} cannot be written (it is a folder)")
    assert sorted(tmp_path.iterdir()) == before


def test_a_write_that_fails_midway_leaves_the_old_file(
    muwazi: Any, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old", encoding="utf-8")
    before = sorted(tmp_path.iterdir())

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)  # a full disk, as it shows itself
    ended = muwazi("pair", page, "-o", out)
    assert (ended.status, ended.err.count("\n")) == (1, 1)
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_written_over_keeps_its_permissions_and_its_link(muwazi: Any, page: Path, tmp_path: Path) -> None:
    out, link = tmp_path / "out.txt", tmp_path / "link.txt"
    out.write_text("old", encoding="utf-8")
    out.chmod(0o640)
    link.symlink_to(out)
    assert muwazi("pair", page, "-o", link).status == 0
    assert link.is_symlink()
    assert out.read_text(encoding="utf-8").startswith("Lake level")
    assert out.stat().st_mode & 0o777 == 0o640


def test_home_is_where_things_are_kept(muwazi: Any, page: Path, tmp_path: Path) -> None:
    assert muwazi("--home", tmp_path / "other", "add", page).out == "1\n"
    with Library(tmp_path / "other" / "library.sqlite3") as library:
        assert [piece.title for piece in library.summaries()] == ["Lake level falls"]
    assert muwazi("list").out == ""


def test_a_home_that_cannot_be_made_is_one_line(muwazi: Any, page: Path) -> None:
    ended = muwazi("--home", page / "inside", "list")
    assert (ended.status, ended.out, ended.err.count("\n")) == (1, "", 1)


def test_a_bug_of_ours_is_one_line_and_a_report_that_quotes_nothing(
    muwazi: Any, page: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise KeyError(f"{page}: {ENGLISH}")

    monkeypatch.setattr(cli_articles, "render", broken)
    ended = muwazi("pair", page)
    assert (ended.status, ended.out) == (70, "")
    (report,) = (home / "muwazi" / "reports").iterdir()
    assert ended.err == f"muwazi: this is a bug of ours: please send us the report, {report}\n"
    text = report.read_text(encoding="utf-8")
    assert "builtins.KeyError" in text and "reader/cli_articles.py:" in text and "Python 3." in text
    assert "Lake" not in text and page.name not in text and str(home) not in text


def test_a_report_that_cannot_be_written_in_its_place_is_written_elsewhere(
    muwazi: Any, page: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise KeyError

    monkeypatch.setattr(cli_articles, "render", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (home / "muwazi").mkdir()
    (home / "muwazi" / "reports").write_text("in the way", encoding="utf-8")
    ended = muwazi("pair", page)
    assert ended.status == 70
    assert len(list(tmp_path.glob("muwazi-*.txt"))) == 1


def test_open_without_a_display_says_how_to_go_on(muwazi: Any, page: Path) -> None:
    line = "muwazi: there is no display to open a window on: read with “muwazi pair ARTICLE”, or take a picture with"
    for command in ([], ["open"], ["open", page]):
        ended = muwazi(*command)
        assert (ended.status, ended.out) == (1, "")
        assert ended.err.startswith(line) and ended.err.count("\n") == 1


def test_each_command_is_found_by_the_name_that_the_help_lists(muwazi: Any) -> None:
    with cli.muwazi.make_context("muwazi", []) as context:
        names = cli.muwazi.list_commands(context)
        assert names == sorted(names)
        assert set(names) == {*cli.COMMANDS, *cli.LATER}
        for name in names:
            command = cli.muwazi.get_command(context, name)
            assert command is not None
            assert command.name == name
    assert muwazi("nothing-like-it").status == cli.WRONG_USAGE
