"""The whole flow by the command, as a user runs it: real processes, the real small model, a real library."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.library.store import Library
from reader.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMAND = (sys.executable, "-m", "reader")
ROOT = Path(__file__).parents[1]
KILLS = int(os.environ.get("MUWAZI_KILLS", "6"))


def muwazi(*arguments: str | Path, status: int = 0) -> str:
    done = subprocess.run([*COMMAND, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    return done.stdout


def cut(text: str, spans: Sequence[list[int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_the_seed_comes_out_as_its_page_shows_it(seed: Path) -> None:
    found = json.loads(muwazi("pair", seed, "--to", "json"))
    article = found["article"]
    assert article["title"] == 'روسيا و"النظام" يواصلان حملة جوية وبرية ضد "داعش" في البادية'
    assert article["kicker"] == "التغطية الحية"
    assert article["published"] == "2021-02-24T07:13"
    assert article["place"] == "دمشق"
    assert article["byline"] == "إسطنبول - متابعات/ خاص"
    assert [image["file"] for image in article["images"]] == ["albadyt.jpeg"]
    assert len(article["related"]) == 4
    roles = [pair["role"] for pair in found["pairs"]]
    assert roles.count("paragraph") == 9
    assert {role: roles.count(role) for role in set(roles) - {"paragraph"}} == {
        "kicker": 1, "title": 1, "caption": 1, "byline": 1, "related": 4,
    }  # fmt: skip
    furniture = ["icon", "+A", "حجم الخط", "-A"]
    assert [line["text"] for line in found["set_aside"]] == furniture
    assert not {pair["source"] for pair in found["pairs"]} & set(furniture)
    assert {pair["status"] for pair in found["pairs"]} == {"translated"}
    assert {pair["engine"] for pair in found["pairs"]} == {"gloss"}


def check_sentences(pair: dict[str, Any]) -> None:
    for side in ("source", "target"):
        text = pair[side]
        cuts = cut(text, [sentence[side] for sentence in pair["sentences"]])
        assert all(piece and piece == piece.strip() for piece in cuts)
        assert " ".join(" ".join(cuts).split()) == " ".join(text.split())


def test_the_seed_with_the_small_model_is_translated_pair_by_pair(seed: Path, small_package: Path) -> None:
    muwazi("models", "install", small_package)
    found = json.loads(muwazi("pair", seed, "--to", "json", "--engine", "argos"))
    assert found["engine"] == {"name": "argos", "package": "ar_en", "version": "0.1"}
    for pair in found["pairs"]:
        assert (pair["status"], pair["engine"]) == ("translated", "argos")
        check_sentences(pair)


def test_a_piece_is_saved_found_again_shown_and_removed(small_package: Path) -> None:
    sample = ROOT / "resources" / "samples" / "lake.txt"
    assert json.loads(muwazi("add", sample, "--json")) == [
        {"piece": 1, "new": True, "title": 'هيئة المياه: منسوب "بحيرة الزيتون" عند أدنى مستوى منذ ثلاثين عاماً'}
    ]
    assert [one["new"] for one in json.loads(muwazi("add", sample, "--json"))] == [False]
    assert [one["piece"] for one in json.loads(muwazi("list", "--json"))] == [1]
    glossed = json.loads(muwazi("show", "1", "--to", "json"))
    assert {pair["engine"] for pair in glossed["pairs"]} == {"gloss"}
    # A model arrives: what was only glossed is translated when the piece is next opened, and kept.
    muwazi("models", "install", small_package)
    muwazi("pair", "piece:1")
    translated = json.loads(muwazi("show", "1", "--to", "json"))
    assert {pair["engine"] for pair in translated["pairs"]} == {"argos"}
    # Without the model the translation is still there: opening again translates nothing.
    muwazi("models", "remove", "ar_en@0.1")
    assert json.loads(muwazi("pair", "piece:1", "--to", "json"))["pairs"] == translated["pairs"]
    muwazi("remove", "1")
    assert json.loads(muwazi("list", "--json")) == []
    muwazi("show", "1", status=1)


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Forty articles of the sample's paragraphs, each with a headline of its own."""
    sample = (ROOT / "resources" / "samples" / "lake.txt").read_text(encoding="utf-8").split("\n")
    body = [line for line in sample[13:] if line.endswith(".")]
    files = []
    for number in range(40):
        chance = random.Random(number)
        page = [f"الخبر رقم {number} عن منسوب البحيرة في الصيف", "", *chance.sample(body, 4)]
        files.append(tmp_path / f"article-{number}.txt")
        files[-1].write_text("\n\n".join(page), encoding="utf-8")
    return files


def test_a_kill_during_add_leaves_whole_pieces_only(articles: list[Path], home: Path, small_package: Path) -> None:
    muwazi("models", "install", small_package)
    chance = random.Random()
    library = home / "muwazi" / "library.sqlite3"
    whole = 0
    for _ in range(KILLS):
        child = subprocess.Popen(
            [*COMMAND, "add", *map(str, chance.sample(articles, 8))], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        time.sleep(chance.uniform(0.15, 1.2))
        child.kill()
        said, _ = child.communicate()
        assert child.returncode in (-signal.SIGKILL, 0)
        if not library.exists():
            continue
        with Library(library) as opened:
            ids = {summary.id for summary in opened.summaries()}
            assert {int(line) for line in said.splitlines(keepends=True) if line.endswith("\n")} <= ids
            for piece in map(opened.get, ids):
                assert len(piece.pairs) == len(piece.article.blocks) == 5
                assert piece.article.blocks[0].role is Role.TITLE
                assert [pair.source for pair in piece.pairs] == [block.text for block in piece.article.blocks]
                assert all(pair.target for pair in piece.pairs)
        whole = len(ids)
    muwazi("add", articles[0])
    sys.stdout.write(f"{KILLS} kills; {whole} whole pieces in the library\n")
