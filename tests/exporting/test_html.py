"""The web page: well formed, escaped, nothing fetched, directions said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from reader.exporting.html import render
from reader.model import Article, Engine, EngineName, Pair, PairedArticle, Role, Status

if TYPE_CHECKING:
    from reader.model import PairedArticle as Paired


def tree(paired: Paired) -> etree._Element:
    return etree.fromstring(render(paired).removeprefix("<!DOCTYPE html>\n").encode())


def test_the_page_is_well_formed_and_shows_every_string_unchanged(paired: Paired) -> None:
    words = ["".join(element.itertext()) for element in tree(paired).iter()]
    for pair in paired.pairs:
        assert any(pair.source in text for text in words)
        assert pair.target is None or any(pair.target in text for text in words)


def test_nothing_is_fetched_and_nothing_runs(paired: Paired) -> None:
    page = render(paired)
    assert not re.search(r"<(script|link|img|iframe|object)|https?:|url\(|@import|\son\w+=", page)
    assert "default-src 'none'" in page


def test_what_looks_like_markup_in_an_article_stays_text() -> None:
    nasty = '</style><script>alert("x")</script>\x00\x1b&amp;'
    pair = Pair(0, Role.TITLE, nasty, nasty + "!", EngineName.ARGOS, Status.TRANSLATED)
    page = PairedArticle(Article(title=nasty), (pair,), Engine(EngineName.ARGOS))
    assert tree(page).find(".//script") is None
    title = tree(page).find(".//title")
    assert title is not None and title.text == nasty.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")


def test_each_block_says_its_language_and_direction(paired: Paired) -> None:
    rows = tree(paired).xpath("//div[contains(@class, 'row')]")
    assert isinstance(rows, list) and len(rows) == len(paired.pairs)
    title = rows[1]
    assert title.xpath("div[@class='source']/h1/@dir") == ["rtl"]
    assert title.xpath("div[@class='source']/h1/@lang") == ["ar"]
    assert title.xpath("div[@class='target']/h1/@dir") == ["ltr"]
    assert title.xpath("div[@class='target']/h1/@lang") == ["en"]


def test_a_paragraph_that_begins_with_a_latin_word_still_runs_from_the_right(paired: Paired) -> None:
    assert tree(paired).xpath("//p[starts-with(., 'Lake Watch')]/@dir") == ["rtl"]


def test_english_stands_left_and_arabic_right_with_the_number_between(paired: Paired) -> None:
    row = tree(paired).xpath("//main/div[1]/div/@class")
    assert row == ["target", "number", "source"]
    assert tree(paired).xpath("//main//div[@class='number']/text()") == ["1", "2", "3", "4", "5"]


def test_a_failed_pair_says_why_and_a_kept_one_stands_once(paired: Paired) -> None:
    page = render(paired)
    assert "not translated: the engine gave an empty answer" in page
    assert page.count("The coming months decide.") == 1


def test_a_gloss_is_called_word_by_word(paired: Paired) -> None:
    assert "Word by word" in render(paired)
    plain = replace(paired, pairs=tuple(pair for pair in paired.pairs if pair.engine is not EngineName.GLOSS))
    assert "Word by word" not in render(plain)
