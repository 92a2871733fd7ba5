"""The JSON that scripts rely on, key by key."""

from __future__ import annotations

import json as standard
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.exporting import FORMATS
from reader.exporting.json import render
from reader.model import Article, Engine, EngineName, PairedArticle

if TYPE_CHECKING:
    from reader.model import PairedArticle as Paired


def test_the_keys_stand_as_the_contract_prints_them(paired: Paired) -> None:
    told = standard.loads(render(paired))
    assert list(told) == ["schema", "article", "pairs", "set_aside", "engine"]
    assert told["schema"] == "muwazi/pair/1"
    assert list(told["article"]) == [
        "language", "direction", "title", "kicker", "byline", "published", "place", "images", "related", "source",
    ]  # fmt: skip
    assert list(told["pairs"][0]) == [
        "role", "source", "target", "engine", "status", "sentences", "flags", "detail",
    ]  # fmt: skip
    assert told["set_aside"][0] == {"line": 9, "text": "+A", "reason": "font widget"}
    assert told["engine"] == {"name": "argos", "package": "ar_en", "version": "1.0"}


def test_an_article_s_values_are_told_whole(paired: Paired) -> None:
    article = standard.loads(render(paired))["article"]
    assert article["published"] == "2026-03-03T09:40"
    assert article["images"] == [
        {"file": "lake.jpeg", "caption": "قوارب (أرشيف)"},
        {"file": "map.png", "caption": None},
    ]
    assert article["related"] == ["افتتاح خط القطار"]
    assert article["source"] is None


def test_a_pair_with_word_links_and_a_flag(paired: Paired) -> None:
    pairs = standard.loads(render(paired))["pairs"]
    assert pairs[1]["sentences"] == [{"source": [0, 29], "target": [0, 33], "score": None, "words": [[0, 5, 11, 16]]}]
    assert pairs[1]["flags"] == [{"kind": "number", "detail": "28", "source": [[27, 29]], "target": [[31, 33]]}]
    assert "words" not in pairs[0]["sentences"][0]
    assert pairs[0]["sentences"][0]["score"] == -0.5


def test_a_failed_pair_is_null_with_its_reason(paired: Paired) -> None:
    failed = standard.loads(render(paired))["pairs"][7]
    assert (failed["status"], failed["target"], failed["sentences"]) == ("failed", None, [])
    assert failed["detail"] == "the engine gave an empty answer"


def test_arabic_is_written_as_arabic_and_the_text_ends_in_a_line_end(paired: Paired) -> None:
    assert "أعلنت الهيئة" in render(paired)
    assert render(paired).endswith("}\n")


def test_an_engine_without_a_package_has_nulls(paired: Paired) -> None:
    told = standard.loads(render(replace(paired, engine=Engine(EngineName.GLOSS))))
    assert told["engine"] == {"name": "gloss", "package": None, "version": None}


def test_every_format_renders_an_article_of_nothing() -> None:
    empty = PairedArticle(Article(), (), Engine(EngineName.GLOSS))
    for render_as in FORMATS.values():
        assert render_as(empty).endswith("\n")
