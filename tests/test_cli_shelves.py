"""Tags and the trash from the command: what each does, and how each fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from reader import cli
from reader.app import App
from reader.model import Article, Block, Engine, EngineName, PairedArticle, Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def muwazi(capsys: Any, home: Path) -> Callable[..., tuple[int, str, str]]:
    with App(home / "muwazi").library() as library:
        for title in ("خبر", "لقاء"):
            article = Article(title=title, blocks=(Block(Role.TITLE, title), Block(Role.PARAGRAPH, f"نص {title}")))
            library.add(PairedArticle(article, (), Engine(EngineName.GLOSS)))

    def call(*arguments: str) -> tuple[int, str, str]:
        status = cli.run(list(arguments))
        out, err = capsys.readouterr()
        return status, out, err

    return call


def tags(muwazi: Any) -> dict[int, list[str]]:
    return {piece["piece"]: piece["tags"] for piece in json.loads(muwazi("list", "--json")[1])}


def test_several_tags_are_put_on_and_taken_off(muwazi: Any) -> None:
    assert muwazi("tag", "1", "+مياه", "+North Lake", "+hope", "+x") == (0, "", "")
    assert tags(muwazi) == {1: ["North Lake", "hope", "x", "مياه"], 2: []}
    assert muwazi("tag", "1", "-hope", "-مياة", "-x", "-never there", "+--json") == (0, "", "")
    assert tags(muwazi) == {1: ["--json", "North Lake"], 2: []}
    assert muwazi("tag", "1", "---json") == (0, "", "")
    assert tags(muwazi)[1] == ["North Lake"]


def test_a_piece_that_is_not_there_or_in_the_trash_gets_no_tag(muwazi: Any) -> None:
    status, out, err = muwazi("tag", "9", "+x")
    assert (status, out, err) == (
        1, "", "muwazi: there is no piece 9 in the library: see “muwazi list” for the numbers\n",
    )  # fmt: skip
    muwazi("remove", "1")
    assert muwazi("tag", "1", "+x")[0] == 1


@pytest.mark.parametrize(
    "arguments", [["1"], [], ["1", "x"], ["1", "+"], ["1", "+x", "- "], ["x", "+y"], ["-1", "+y"], ["1", ""]]
)
def test_what_is_no_tag_is_wrong_usage_and_changes_nothing(muwazi: Any, arguments: list[str]) -> None:
    assert muwazi("tag", *arguments)[0] == 2
    assert tags(muwazi) == {1: [], 2: []}


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["1", "+x", "--help"]])
def test_help_is_help(muwazi: Any, arguments: list[str]) -> None:
    status, out, _ = muwazi("tag", *arguments)
    assert (status, tags(muwazi)[1]) == (0, [])
    assert "+NAME" in out


def test_a_removed_piece_is_in_the_trash_and_comes_back(muwazi: Any) -> None:
    muwazi("tag", "2", "+x")
    assert muwazi("remove", "2") == (0, "", "")
    assert list(tags(muwazi)) == [1]
    line = "muwazi: piece 2 is in the trash: bring it back first: muwazi trash --restore 2\n"
    for command in (["remove", "2"], ["show", "2"], ["pair", "piece:2"], ["add", "piece:2"]):
        assert muwazi(*command) == (1, "", line)
    assert "لقاء" in muwazi("trash")[1]
    (one,) = json.loads(muwazi("trash", "--json")[1])
    assert (one["piece"], one["title"], one["tags"]) == (2, "لقاء", ["x"])
    assert one["trashed"].endswith("Z")
    assert muwazi("trash", "--restore", "2") == (0, "", "")
    assert tags(muwazi) == {2: ["x"], 1: []}
    assert muwazi("trash") == (0, "", "")
    assert muwazi("trash", "--restore", "2")[::2] == (
        1, "muwazi: piece 2 is not in the trash: see “muwazi trash” for what is\n",
    )  # fmt: skip


def test_what_is_deleted_for_ever_is_nowhere(muwazi: Any) -> None:
    muwazi("remove", "1")
    assert muwazi("trash", "--empty") == (0, "", "")
    assert muwazi("trash", "--restore", "1")[2].startswith("muwazi: there is no piece 1 ")
    assert list(tags(muwazi)) == [2]
    assert muwazi("trash", "--empty", "--restore", "2")[0] == 2


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "before:nonsense",
            "before:nonsense names no date: write a year, a month or a day, as in before:2021, before:2021-02 or "
            "before:2021-02-24, or put it in quotes to look for the words",
        ),
        (
            "is:foo",
            "is:foo means nothing here: is: goes with unread, reading, read or starred; put it in quotes to look for "
            "the words",
        ),
        (
            "colour:unknown",
            "there is no colour of that name (colour:unknown): take yellow, green, blue, pink, purple or a name that "
            "you gave one of them; put it in quotes to look for the words",
        ),
    ],
)
def test_a_search_for_what_makes_no_sense_says_so(muwazi, query, said):
    assert muwazi("search", "lake", query) == (1, "", f"muwazi: {said}\n")
