"""Annotations and bookmarks by the command, as the contract has them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from reader import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = "البحيرة تنخفض\n\nأعلنت الهيئة، اليوم الثلاثاء، أنّ منسوب البحيرة انخفض.\n\nوقالت الهيئة إن الأسباب كثيرة.\n"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@pytest.fixture
def muwazi(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Runs the command, on a library that holds one piece."""
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")

    def run(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = cli.run([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    assert run("add", page)[:2] == (0, "1\n")
    return run


def listed(muwazi: Any, *arguments: object) -> list[dict[str, Any]]:
    status, out, err = muwazi(*arguments, "--json")
    assert (status, err) == (0, "")
    return list(json.loads(out))


def test_a_note_is_written_listed_and_removed(muwazi: Any) -> None:
    words = ("--note", "أي هيئة؟", "--tag", "ماء", "--tag", "هيئة", "--colour", "green")
    assert muwazi("annotate", 1, "--quote", "اعلنت الهيئة", *words) == (0, "1\n", "")
    (one,) = listed(muwazi, "annotations")
    assert TIME.fullmatch(one.pop("created")) and TIME.fullmatch(one.pop("updated"))
    assert one == {
        "annotation": 1,
        "piece": 1,
        "side": "source",
        "quote": "أعلنت الهيئة",
        "note": "أي هيئة؟",
        "tags": ["ماء", "هيئة"],
        "colour": "green",
        "status": "anchored",
        "quotes": {"source": "أعلنت الهيئة"},
    }
    assert muwazi("annotations", 1) == (
        0,
        "   1  piece 1  green  “أعلنت الهيئة”  أي هيئة؟  +ماء  +هيئة\n",
        "",
    )
    assert muwazi("annotations", "--remove", 1) == (0, "", "")
    assert muwazi("annotations") == (0, "", "")


def test_a_new_translation_loses_notes_on_the_old_and_none_on_the_source(
    muwazi: Any, small_package: Path, tmp_path: Path
) -> None:
    gloss = json.loads(muwazi("show", 1, "--to", "json")[1])["pairs"][1]["target"]
    muwazi("annotate", 1, "--quote", "منسوب البحيرة")
    muwazi("annotate", 1, "--quote", gloss[4:30], "--note", "kept")
    assert muwazi("models", "install", small_package)[0] == 0
    assert muwazi("add", tmp_path / "page.txt")[:2] == (0, "1\n")
    assert json.loads(muwazi("show", 1, "--to", "json")[1])["pairs"][1]["engine"] == "argos"
    found = {one["side"]: one for one in listed(muwazi, "annotations")}
    assert (found["source"]["status"], found["source"]["quote"]) == ("anchored", "منسوب البحيرة")
    lost = found["target"]
    assert (lost["status"], lost["quote"], lost["note"]) == ("orphan", gloss[4:30].strip(), "kept")
    assert "(orphan)" in muwazi("annotations")[1]


def test_notes_are_had_as_web_annotations(muwazi: Any) -> None:
    muwazi("annotate", 1, "--quote", "الأسباب", "--note", "x")
    (one,) = json.loads(muwazi("annotations", 1, "--w3c")[1])
    assert (one["type"], one["body"][0]["value"]) == ("Annotation", "x")
    assert one["target"][0]["selector"][0]["exact"] == "الأسباب"
    assert muwazi("annotations", "--w3c", "--json")[0] == 2


def test_the_quote_may_be_of_the_translation(muwazi: Any) -> None:
    english = json.loads(muwazi("show", 1, "--to", "json")[1])["pairs"][1]["target"]
    (one,) = listed(muwazi, "annotate", 1, "--quote", english)
    assert (one["side"], one["quote"], one["status"], one["note"]) == ("target", english, "anchored", None)


def test_a_bookmark_is_at_the_printed_number(muwazi: Any) -> None:
    assert muwazi("bookmark", 1, "--paragraph", 2, "--label", "why") == (0, "1\n", "")
    assert muwazi("bookmark", 1) == (0, "2\n", "")
    found = listed(muwazi, "bookmarks")
    assert [(one["bookmark"], one["piece"], one["paragraph"], one["label"]) for one in found] == [
        (2, 1, None, None),
        (1, 1, 2, "why"),
    ]
    assert found[1]["quote"] == "وقالت الهيئة إن الأسباب كثيرة."
    assert muwazi("bookmarks", 1)[1].splitlines() == [
        "   2  piece 1  “البحيرة تنخفض”",
        "   1  piece 1  [2]  “وقالت الهيئة إن الأسباب كثيرة.”  why",
    ]
    assert muwazi("bookmarks", "--remove", 1) == (0, "", "")
    assert [one["bookmark"] for one in listed(muwazi, "bookmarks")] == [2]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["annotate", 9, "--quote", "x"], "no piece 9"),
        (["annotate", 1, "--quote", "ليس هنا"], "“ليس هنا” stands on neither side of piece 1"),
        (["annotate", 1, "--quote", "  "], "no text in the selection"),
        (["annotations", 9], "no piece 9"),
        (["annotations", "--remove", 9], "no annotation 9"),
        (["bookmark", 1, "--paragraph", 3], "no such part 3"),
        (["bookmark", 9], "no piece 9"),
        (["bookmarks", 9], "no piece 9"),
        (["bookmarks", "--remove", 9], "no bookmark 9"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(muwazi: Any, command: list[object], said: str) -> None:
    status, out, err = muwazi(*command)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert said in err


@pytest.mark.parametrize(
    "command",
    [
        ["annotate", 1],
        ["annotate", 1, "--quote", "x", "--colour", "mauve"],
        ["annotations", 1, "--remove", 1],
        ["annotations", "--remove", 0],
        ["bookmark", 1, "--paragraph", 0],
        ["bookmarks", "--remove", 1, "--json"],
    ],
)
def test_wrong_usage_is_told_from_what_is_not_there(muwazi: Any, command: list[object]) -> None:
    status, out, _ = muwazi(*command)
    assert (status, out) == (2, "")
