"""An article as rows of a printed page."""

import pytest

from reader.gui.page_rows import Dress, Phrases, State, build_rows, english_date, target_cell
from reader.gui.provenance import glossary_says
from reader.model import Article, Block, Detail, EngineName, Image, Pair, Role, Status, Term
from reader.translation.checks import checked

ARTICLE = Article(
    published="2021-02-24T07:13",
    place="دمشق",
    images=(Image("x.jpeg", "صورة"),),
    blocks=(
        Block(Role.KICKER, "بيئة"),
        Block(Role.CAPTION, "صورة"),
        Block(Role.TITLE, "عنوان"),
        Block(Role.PARAGRAPH, "فقرة أولى"),
        Block(Role.RELATED, "خبر آخر", label="اقرأ أيضاً.."),
        Block(Role.LIST_ITEM, "1. بند"),
        Block(Role.LIST_ITEM, "بند ثان"),
        Block(Role.PARAGRAPH, "رسالة", label="[24/2 07:13] Amal:"),
        Block(Role.BYLINE, "وكالات"),
    ),
    details=(Detail(3, "2021.02.24 | 07:13", "published"), Detail(3, "دمشق", "place"), Detail(5, "x.jpeg", "images")),
)


def rows_of(article, pairs=()):
    return build_rows(article, {pair.index: pair for pair in pairs}, Phrases())


def test_rows_stand_in_the_order_of_a_newspaper():
    rows = rows_of(ARTICLE)
    assert [(row.dress, row.source.text) for row in rows] == [
        (Dress.KICKER, "بيئة"),
        (Dress.TITLE, "عنوان"),
        (Dress.DETAIL, "وكالات"),
        (Dress.DETAIL, "2021.02.24 | 07:13 · دمشق"),
        (Dress.LABEL, "x.jpeg"),
        (Dress.CAPTION, "صورة"),
        (Dress.BODY, "فقرة أولى"),
        (Dress.LIST_ITEM, "1. بند"),
        (Dress.LIST_ITEM, "بند ثان"),
        (Dress.LABEL, "[24/2 07:13] Amal:"),
        (Dress.BODY, "رسالة"),
        (Dress.RELATED_HEADING, "اقرأ أيضاً"),
        (Dress.RELATED, "خبر آخر"),
    ]
    assert [row.number for row in rows if row.number] == [1, 2, 3, 4]
    assert [row.source.text for row in rows if row.begins] == ["فقرة أولى", "اقرأ أيضاً"]
    assert rows[3].target.text == "24 February 2021, 07:13 · دمشق"
    assert [row.source.marker for row in rows if row.dress is Dress.LIST_ITEM] == [None, "•"]


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2021-02-24T07:13", "24 February 2021, 07:13"),
        ("2021-02-24T07:13:09+03:00", "24 February 2021, 07:13 (UTC+3)"),
        ("2021-02-24T07:13-03:30", "24 February 2021, 07:13 (UTC-3:30)"),
        ("2021-02-24T07:13Z", "24 February 2021, 07:13 (UTC)"),
        ("2021-02-24T07:13+00:00", "24 February 2021, 07:13 (UTC)"),
        ("2021-02-24", "24 February 2021"),
        ("2021-02", "February 2021"),
        ("2021", "2021"),
        ("2021-13-40", "2021-13-40"),
        ("yesterday", "yesterday"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(published, said):
    assert english_date(published) == said


def test_a_paragraph_runs_its_languages_way_and_not_its_first_letters():
    article = Article(blocks=(Block(Role.PARAGRAPH, "Reuters قالت"), Block(Role.PARAGRAPH, "All of it English.")))
    assert [row.source.right_to_left for row in rows_of(article)] == [True, False]


def test_a_left_to_right_article_runs_left_to_right():
    article = Article(language="fr", direction="ltr", blocks=(Block(Role.PARAGRAPH, "Le lac baisse"),))
    assert not rows_of(article)[0].source.right_to_left


def test_what_a_target_is_can_be_told_from_its_cell():
    blocks = tuple(Block(Role.PARAGRAPH, "نص") for _ in range(5))
    pairs = (
        Pair(0, Role.PARAGRAPH, "نص", "text", EngineName.ARGOS, Status.TRANSLATED),
        Pair(1, Role.PARAGRAPH, "نص", "text", EngineName.GLOSS, Status.TRANSLATED),
        Pair(2, Role.PARAGRAPH, "نص", None, EngineName.ARGOS, Status.FAILED, detail="too long"),
        Pair(3, Role.PARAGRAPH, "نص", "نص", EngineName.ARGOS, Status.KEPT),
    )
    cells = [row.target for row in rows_of(Article(blocks=blocks), pairs)]
    assert [cell.state for cell in cells] == [State.READY, State.GLOSS, State.FAILED, State.READY, State.PENDING]
    assert cells[2].text == "Not translated: too long"
    assert not cells[2].right_to_left
    assert not cells[2].copied
    assert cells[3].right_to_left


def test_a_row_knows_the_terms_of_the_glossary_that_stand_in_it() -> None:
    text = "قصفت قوات النظام البلدة."
    pair = Pair(0, Role.PARAGRAPH, text, "The regime shelled it.", EngineName.ARGOS, Status.TRANSLATED)
    pair = checked(pair, [Term(1, "النظام", "the regime")])
    assert [(text[slice(*use.span)], use.wanted) for use in pair.terms] == [("النظام", "the regime")]
    article = Article(blocks=(Block(Role.PARAGRAPH, text, (1,)),))
    (row,) = [row for row in rows_of(article, [pair]) if row.block == 0]
    assert row.terms == pair.terms
    (said,) = glossary_says(pair)
    assert "النظام" in said
    assert "the regime" in said


def test_what_is_said_of_a_failure_runs_its_own_way_whatever_language_the_reason_is_in():
    block, pair = Block(Role.PARAGRAPH, "نص"), Pair(0, Role.PARAGRAPH, "نص", None, EngineName.ARGOS, Status.FAILED)
    for said, rtl in (("لم تُترجم: the model ran out of memory", True), ("Not translated: نفدت الذاكرة كلها", False)):
        cell = target_cell(block, pair, Phrases(failed=lambda _, said=said: said))
        assert (cell.right_to_left, cell.arabic) == (rtl, rtl)
