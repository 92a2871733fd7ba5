"""The two laws of parsing: it never raises, and no line of the page is lost."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import settings as reader_settings
from reader.parsing.correction import put_back
from reader.parsing.page import parse
from reader.raw_document import RawDocument

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.model import Article

    Check = Callable[[str, Article], None]

PAGES = int(os.environ.get("MUWAZI_PAGES", "400"))
"""How many mutated pages are parsed; 10,000 take some minutes."""

FURNITURE = """
icon
+A
حجم الخط
-A
أ+
A- A+
شارك
شارك الخبر على فيسبوك
الرئيسية > أخبار > مياه
اقرأ أيضاً
اقرأ أيضاً: افتتاح خط القطار
إقرا ايضا.. عودة الصيادين
3 دقائق للقراءة
#مياه #بحيرة
الوسوم
التعليقات (3)
جميع الحقوق محفوظة © 2026
اشترك في نشرتنا البريدية
https://example.org/a?b=1
120 مشاهدة
إعلان
***
——
١٢
2026.03.03 | 09:40 عمّان
نشر في: 3 آذار / مارس 2026 | آخر تحديث: 4 آذار 2026
قبل ساعتين
12 رجب 1442 هـ
كتب: سامر العلي
بقلم سامر العلي | 3 نيسان 2026 | 4 دقائق قراءة
عمّان - وكالات
lake.jpeg
صورة: القوارب (رويترز)
(رويترز)
14:35
[24/2/2026, 07:13] أمل: قالت الهيئة إن المنسوب انخفض.
أمل, [24.02.26 07:13]
• بند أول
- بند ثان
1. بند
2- بند
«نملك الوقت الكافي لإنقاذ البحيرة»
الأكثر قراءة
Forwarded from قناة المياه
""".strip().split("\n")
WORDS = """
قالت الهيئة إنّ منسوب البحيرة انخفض 140 سنتيمتراً، وفق المصادر (أرشيف) Reuters "داعش" 3.5 في اليوم؟ نعم! 2020
""".split()
MARKS = [
    "\u200f",
    "\u200e",
    "\ufeff",
    "\u00a0",
    "\t",
    "\u200b",
    "\u202b",
    "\u2028",
    "\u0000",
    "\u0640",
    "ً",
    "|",
    ":",
    ".",
    "..",
    "»",
]


def base_pages() -> list[str]:
    pages = [reader_settings.sample_article().read_text(encoding="utf-8")]
    folder = reader_settings.resources().parent / "tests" / "parsing"
    pages += [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("pages*/*.txt"))]
    seed = os.environ.get("MUWAZI_SEED")
    if seed:
        with open(seed, encoding="utf-8") as file:  # noqa: PTH123
            pages.append(file.read())
    return pages


def mutate(page: str, chance: random.Random) -> str:
    """The page with up to a dozen changes of the kinds that copying, sites and typing make."""
    lines = page.split("\n")
    for _ in range(chance.randint(1, 12)):
        if not lines:
            lines = [""]
        at = chance.randrange(len(lines))
        match chance.randrange(11):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, chance.choice(FURNITURE))
            case 2:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = lines[at] + chance.choice([" ", " | ", " - ", ": "]) + chance.choice(lines)
            case 4:
                cut = chance.randint(0, len(lines[at]))
                lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
            case 5:
                cut = chance.randint(0, len(lines[at]))
                lines[at] = lines[at][:cut] + chance.choice(MARKS) + lines[at][cut:]
            case 6:
                lines = [line for line in lines if line.strip()]
            case 7:
                lines[at] = " ".join(chance.choices(WORDS, k=chance.randint(1, 40)))
            case 8:
                lines.insert(at, chance.choice(lines))
            case 9:
                lines = [chance.choice(["", "\u200f", " "]) + line for line in lines]
            case 10:
                lines[at] = "".join(chr(chance.randrange(0x20, 0xD7FF)) for _ in range(chance.randint(1, 60)))
    return chance.choice(["\n", "\r\n", "\r", "\n\n"]).join(lines)


def test_the_check_itself_sees_a_lost_line(assert_no_line_lost: Check) -> None:
    page = base_pages()[0]
    article = parse(RawDocument(page))
    for part in ("blocks", "details", "set_aside"):
        with pytest.raises(AssertionError):
            assert_no_line_lost(page, replace(article, **{part: getattr(article, part)[1:]}))


def test_mutated_pages_lose_no_line_and_never_raise(assert_no_line_lost: Check) -> None:
    chance = random.Random(20260303)
    pages = base_pages()
    for _ in range(PAGES):
        page = mutate(chance.choice(pages), chance)
        assert_no_line_lost(page, parse(RawDocument(page)))


page_lines = st.one_of(
    st.sampled_from(FURNITURE),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=45).map(" ".join),
    st.text(max_size=80),
    st.just(""),
)


@given(st.lists(page_lines, max_size=40), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_generated_pages_lose_no_line(assert_no_line_lost: Check, lines: list[str], end: str) -> None:
    text = end.join(lines)
    assert_no_line_lost(text, parse(RawDocument(text)))


@given(
    st.lists(page_lines, max_size=20), st.sampled_from(["p", "div", "li", "h1", "h2", "figcaption", "aside", "td", "b"])
)
@settings(max_examples=60)
def test_generated_html_loses_no_word(lines: list[str], tag: str) -> None:
    import html

    page = f"<html><body>{''.join(f'<{tag}>{html.escape(line)}</{tag}>' for line in lines)}</body></html>"
    article = parse(RawDocument(page, "html"))
    found = " ".join(
        [block.text + " " + (block.label or "") for block in article.blocks]
        + [part.text for part in (*article.details, *article.set_aside)]
    )
    for line in lines:
        if line in WORDS or line in FURNITURE:
            for word in line.split():
                assert word in found


@given(st.text(max_size=2000))
@settings(max_examples=100)
def test_any_text_is_parsed_as_text_or_html(text: str) -> None:
    for kind in ("text", "html"):
        article = parse(RawDocument(text, kind))
        assert all(block.text.strip() for block in article.blocks)


def test_every_line_set_aside_can_be_put_back(assert_no_line_lost: Check) -> None:
    chance = random.Random(7)
    for page in [mutate(page, chance) for page in base_pages() for _ in range(3)]:
        article = parse(RawDocument(page))
        for line in {aside.line for aside in article.set_aside}:
            article = put_back(article, line)
        assert article.set_aside == ()
        assert_no_line_lost(page, article)
        starts = [block.lines[0] for block in article.blocks]
        assert starts == sorted(starts)


def test_the_seed_is_read_as_its_page_shows_it(seed: Path) -> None:
    article = parse(RawDocument(seed.read_text(encoding="utf-8")))
    assert article.title == 'روسيا و"النظام" يواصلان حملة جوية وبرية ضد "داعش" في البادية'
    assert article.kicker == "التغطية الحية"
    assert (article.published, article.place) == ("2021-02-24T07:13", "دمشق")
    assert article.byline == "إسطنبول - متابعات/ خاص"
    assert [(image.file, image.caption) for image in article.images] == [
        ("albadyt.jpeg", "حملة عسكرية لـ روسيا ونظام الأسد في البادية السورية (إنترنت)")
    ]
    assert sum(block.role == "paragraph" for block in article.blocks) == 9
    assert len(article.related) == 4
    assert [aside.text for aside in article.set_aside] == ["icon", "+A", "حجم الخط", "-A"]


def test_what_is_nested_deeper_than_a_parser_goes_is_read_all_the_same() -> None:
    for depth in (300, 3000):
        nested = "<div>" * depth + "<p>قالت الهيئة إن منسوب البحيرة انخفض اليوم.</p>" + "</div>" * depth
        page = f"<html><body><h1>البحيرة تنخفض من جديد</h1>{nested}<p>وأضافت أن الأمطار قليلة.</p></body></html>"
        texts = [block.text for block in parse(RawDocument(page, "html")).blocks]
        assert "قالت الهيئة إن منسوب البحيرة انخفض اليوم." in texts
        assert "وأضافت أن الأمطار قليلة." in texts


def test_paragraphs_in_other_scripts_stay_in_the_text() -> None:
    russian, greek = "Сегодня утром уровень озера снизился на метр.", "Η λίμνη κατέβηκε σήμερα το πρωί κατά ένα μέτρο."
    sample = base_pages()[0].rstrip()
    article = parse(RawDocument(f"{sample}\n\n{russian}\n\n{greek}\n\nوختم رئيس الهيئة بالقول إن القرار بيد الحكومة."))
    texts = [block.text for block in article.blocks]
    assert russian in texts
    assert greek in texts
