"""Pages as different sites give them when they are copied whole, each against what an editor says stands on it.

Beside each page in ``pages/`` and ``pages2/`` (the second folder was written to measure the parser by, and mended for
afterwards) stands the truth about it, NAME.json. A key that it leaves out is one that the contract
leaves open for that page. The lines under "open" may be what they like, but for those that stand under "in_body" or
"not_in_body" too: these are part of the running text, whatever their role, or surely are not.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest

from reader.arabic.cleaning import clean, numbered_lines
from reader.model import BODY_ROLES, Role
from reader.parsing.page import parse
from reader.raw_document import RawDocument

if TYPE_CHECKING:
    from reader.model import Article, Block

FOLDER = Path(__file__).parent / "pages"
FOLDERS = (FOLDER, Path(__file__).parent / "pages2")
PAGES = sorted(path for folder in FOLDERS for path in folder.iterdir() if path.suffix in {".txt", ".html"})
SPELLINGS = json.loads((FOLDER / "spellings.json").read_text(encoding="utf-8"))
FIELDS = ("language", "direction", "title", "kicker", "byline", "published", "place", "images", "related")


@cache
def article_of(page: Path) -> Article:
    with page.open(encoding="utf-8", newline="") as file:
        text = file.read()
    return parse(RawDocument(text, "html" if page.suffix == ".html" else "text", page.name))


def truth_of(page: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    return truth


TITLED = [page for page in PAGES if page.suffix == ".txt" and truth_of(page).get("title")]


def first_words(text: str) -> str:
    return " ".join(text.split()[:5])


def headline(text: str) -> str:
    """A related headline without the bullet it may stand after: the contract does not say which it is."""
    return text.lstrip("•-–*▪◾ ")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def found_words(article: Article, line: int | None = None) -> Counter[str]:
    """The words that stand anywhere in the article, or that came from one line of the input."""
    texts = [text for b in article.blocks if line is None or line in b.lines for text in (b.label or "", b.text)]
    texts += [item.text for item in (*article.details, *article.set_aside) if line is None or item.line == line]
    return sum((words(text) for text in texts), Counter())


def field_of(article: Article, name: str) -> Any:
    if name == "images":
        return [{"file": image.file, "caption": image.caption} for image in article.images]
    if name == "related":
        return [headline(text) for text in article.related]
    if name == "published" and article.published:
        return article.published.replace("Z", "+00:00")
    return getattr(article, name)


def checks() -> list[Any]:
    found = []
    for page in PAGES:
        keys = truth_of(page).keys()
        found += [pytest.param(page, key, id=f"{page.name}-{key}") for key in FIELDS if key in keys]
    return found


def with_truth(key: str) -> list[Any]:
    return [pytest.param(page, id=page.name) for page in PAGES if key in truth_of(page)]


@pytest.mark.parametrize(("page", "name"), checks())
def test_a_field_says_what_the_page_says(page: Path, name: str) -> None:
    found = field_of(article_of(page), name)
    assert found == truth_of(page)[name]


def _opening(block: Block) -> str:
    return first_words(headline(block.text) if block.role is Role.RELATED else block.text)


@pytest.mark.parametrize("page", with_truth("roles"))
def test_each_block_is_what_an_editor_would_call_it(page: Path) -> None:
    truth = truth_of(page)
    opened = truth.get("open", [])
    blocks = [block for block in article_of(page).blocks if not any(text in opened for text in _spellings(block))]
    found = [f"{block.role.value}: {_opening(block)}" for block in blocks]
    # As one string each, so that a failure shows the lines that differ.
    assert "\n".join(found) == "\n".join(f"{role}: {opening}" for role, opening in truth["roles"])


def _spellings(block: Block) -> tuple[str, ...]:
    return (block.text, clean(f"{block.label or ''} {block.text}"), clean(f"{block.label or ''}{block.text}"))


@pytest.mark.parametrize("page", with_truth("in_body"))
def test_a_line_of_any_role_stays_in_the_text(page: Path) -> None:
    body = [text for block in article_of(page).blocks if block.role in BODY_ROLES for text in _spellings(block)]
    assert [text for text in truth_of(page)["in_body"] if text not in body] == []


@pytest.mark.parametrize("page", with_truth("not_in_body"))
def test_a_line_that_is_no_text_stays_out_of_it(page: Path) -> None:
    body = [text for block in article_of(page).blocks if block.role in BODY_ROLES for text in _spellings(block)]
    assert [text for text in truth_of(page)["not_in_body"] if text in body] == []


@pytest.mark.parametrize("page", with_truth("set_aside"))
def test_furniture_is_set_aside(page: Path) -> None:
    lines: dict[int, Counter[str]] = {}
    marks: set[str] = set()  # furniture without a letter in it is looked for as it stands
    for item in article_of(page).set_aside:
        lines[item.line] = lines.get(item.line, Counter()) + words(item.text)
        marks.add(item.text)
    missing = [
        text
        for text in truth_of(page)["set_aside"]
        if text not in marks and (not words(text) or not any(words(text) <= found for found in lines.values()))
    ]
    assert missing == []


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_no_line_is_lost(page: Path) -> None:
    article = article_of(page)
    if page.suffix == ".html":
        assert words(_visible_text(page)) - found_words(article) == Counter()
        return
    text = page.read_bytes().decode("utf-8")
    lost = {n: sorted(words(line) - found_words(article, n)) for n, line in numbered_lines(text)}
    assert {number: missing for number, missing in lost.items() if missing} == {}


def _visible_text(page: Path) -> str:
    body = lxml.html.document_fromstring(page.read_text(encoding="utf-8")).find("body")
    for unseen in body.xpath("//script | //style | //noscript"):
        unseen.drop_tree()
    return " ".join(body.itertext())


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "wide"])
@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES if page.suffix == ".txt"])
def test_blank_lines_change_nothing(page: Path, gap: str) -> None:
    text = page.read_bytes().decode("utf-8")
    spaced = parse(RawDocument(gap.join(line for _, line in numbered_lines(text))))
    found = [f"{block.role.value}: {_opening(block)}" for block in spaced.blocks]
    assert "\n".join(found) == "\n".join(f"{block.role.value}: {_opening(block)}" for block in article_of(page).blocks)


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES if page.suffix == ".txt"])
def test_what_a_reader_cannot_see_changes_nothing(page: Path) -> None:
    lines = re.split("\r?\n", page.read_bytes().decode("utf-8").lstrip("\ufeff"))
    plain = parse(RawDocument("\n".join(lines)))
    marked = ["\u200f" + line.replace(" ", "\u00a0 ") + "\u202c\t" for line in lines]
    assert parse(RawDocument("\ufeff" + "\r\n".join(marked))) == plain


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in TITLED])
def test_a_page_marked_up_says_the_same(page: Path, tag: str) -> None:
    """Markup that says no more than where a line ends and which is the headline takes no evidence away."""
    title = truth_of(page)["title"]
    lines = [html.escape(line) for _, line in numbered_lines(page.read_bytes().decode("utf-8"))]
    tags = ["h1" if html.unescape(line) == title else tag for line in lines]
    body = "\n".join(f"<{tag}>{line}</{tag}>" for tag, line in zip(tags, lines, strict=True))
    saved = parse(RawDocument(f"<html><head><title>-</title></head><body>\n{body}\n</body></html>", "html"))
    found = [f"{block.role.value}: {_opening(block)}" for block in saved.blocks]
    assert "\n".join(found) == "\n".join(f"{block.role.value}: {_opening(block)}" for block in article_of(page).blocks)


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in TITLED])
def test_paragraphs_without_full_stops_are_not_lost_sight_of(page: Path) -> None:
    """What follows another paragraph is text, though the page's other sentences end in full stops."""
    openings = {opening for role, opening in truth_of(page).get("roles", []) if role == "paragraph"}
    lines = [line for _, line in numbered_lines(page.read_bytes().decode("utf-8"))]
    bare = [re.sub(r"\.([\"»”]?)$", r"\1", line) if first_words(line) in openings else line for line in lines]
    aside = {item.text for item in parse(RawDocument("\n".join(bare))).set_aside}
    assert [line for line in bare if first_words(line) in openings and line in aside] == []


@pytest.mark.parametrize(
    "line", ["هل يعود النهر كما كان؟", "وعاد الهدوء إلى الحي", "لم يصب أحد", "والبقية معروفة، كما يقال"]
)
def test_a_short_last_line_without_a_full_stop_ends_the_text(line: str) -> None:
    article = parse(RawDocument(_page(end=line)))
    assert article.blocks[-1].text == line
    assert article.blocks[-1].role in BODY_ROLES


@pytest.mark.parametrize(
    "name", ['form id="aspnetForm"', 'div class="has-sidebar social-share"', 'div id="widget-menu"']
)
@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES if page.suffix == ".html"])
def test_what_holds_the_whole_page_is_no_furniture(page: Path, name: str) -> None:
    text = page.read_text(encoding="utf-8")
    wrapped = re.sub(r"(<body[^>]*>)", rf"\1<{name}>", text).replace("</body>", f"</{name.split()[0]}></body>")
    found = parse(RawDocument(wrapped, "html")).blocks
    assert [(block.role, block.text) for block in found] == [
        (block.role, block.text) for block in article_of(page).blocks
    ]


def test_the_month_is_not_an_agency_and_a_date_is_not_today_s() -> None:
    article = parse(RawDocument("السبت 4 أيلول 2021\n" + _page(below="سعاد الحلبي\n20 آب 2021")))
    assert (article.published, article.byline) == ("2021-08-20", "سعاد الحلبي")


def _page(**part: str) -> str:
    """A plain page with one line of one's own in a given place: above or below the headline, or within the body."""
    lines = [
        part.get("top"),
        part.get("title", "بلدية وادي السرو تفتتح حديقة عامة على ضفة النهر"),
        part.get("below"),
        "افتتحت بلدية وادي السرو، صباح اليوم، حديقة عامة على ضفة النهر تمتد على مساحة تسعة آلاف متر مربع.",
        "وقال رئيس البلدية إن الحديقة تضم ملعبين ومكتبة صغيرة ومسرحاً في الهواء الطلق يتسع لمئتي متفرج.",
        part.get("within"),
        "وشارك متطوعون من طلاب المدارس في زراعة أكثر من أربعمئة شجرة خلال الشهرين الماضيين.",
        "ويدخل الزوار الحديقة مجاناً كل أيام الأسبوع من الثامنة صباحاً حتى العاشرة ليلاً.",
        part.get("end"),
    ]
    return "\n\n".join(line for line in lines if line is not None)


def spellings(kind: str) -> list[Any]:
    found: list[Any] = SPELLINGS[kind]
    return [pytest.param(*(item if isinstance(item, list) else [item]), id=f"{i}") for i, item in enumerate(found)]


def roles(article: Article) -> list[Role]:
    return [block.role for block in article.blocks]


def assert_set_aside(article: Article, line: str) -> None:
    """The line stands in ``set_aside``, in one piece or in several, and the page is what it is without the line."""
    assert [(block.role.value, block.text) for block in article.blocks if block.text not in _page()] == []
    assert roles(article) == [Role.TITLE] + [Role.PARAGRAPH] * 4
    assert words(line) <= sum((words(item.text) for item in article.set_aside), Counter())


@pytest.mark.parametrize(("line", "published"), spellings("dates"))
def test_a_date_line_in_many_spellings(line: str, published: str | None) -> None:
    article = parse(RawDocument(_page(below=line)))
    assert field_of(article, "published") == published
    assert roles(article) == [Role.TITLE] + [Role.PARAGRAPH] * 4


@pytest.mark.parametrize(("line", "published", "place"), spellings("places"))
def test_a_place_in_the_date_line(line: str, published: str, place: str | None) -> None:
    article = parse(RawDocument(_page(below=line)))
    assert (field_of(article, "published"), article.place) == (published, place)
    assert roles(article) == [Role.TITLE] + [Role.PARAGRAPH] * 4


@pytest.mark.parametrize(("lines", "file", "caption"), spellings("images"))
def test_a_picture_under_the_date_line(lines: list[str], file: str | None, caption: str | None) -> None:
    article = parse(RawDocument(_page(below="\n".join(["14 شباط 2022 | 18:05", *lines, "وادي السرو - خاص"]))))
    assert field_of(article, "images") == [{"file": file, "caption": caption}]
    assert article.byline == "وادي السرو - خاص"
    captions = [Role.CAPTION] if caption else []
    assert roles(article) == [Role.TITLE, *captions, Role.BYLINE] + [Role.PARAGRAPH] * 4


@pytest.mark.parametrize("header", spellings("chat_headers"))
def test_headers_of_forwarded_messages_are_no_text(header: str) -> None:
    lines = _page().split("\n\n")
    article = parse(RawDocument("\n".join(header + line for line in lines)))
    assert [block.text for block in article.blocks] == lines
    assert len(article.set_aside) == len(lines)


@pytest.mark.parametrize(("line", "byline"), spellings("bylines"))
def test_a_byline_in_many_spellings(line: str, byline: str) -> None:
    article = parse(RawDocument(_page(below=line)))
    assert article.byline == byline
    assert roles(article) == [Role.TITLE, Role.BYLINE] + [Role.PARAGRAPH] * 4


@pytest.mark.parametrize("line", spellings("kickers"))
def test_a_kicker_over_the_headline(line: str) -> None:
    article = parse(RawDocument(_page(top=line)))
    assert article.kicker == line
    assert roles(article) == [Role.KICKER, Role.TITLE] + [Role.PARAGRAPH] * 4


@pytest.mark.parametrize("label", spellings("read_also"))
@pytest.mark.parametrize("title", spellings("related_titles"))
def test_read_also_in_many_spellings(label: str, title: str) -> None:
    article = parse(RawDocument(_page(within=label + title)))
    assert article.related == (title,)
    assert roles(article) == [Role.TITLE, Role.PARAGRAPH, Role.PARAGRAPH, Role.RELATED, Role.PARAGRAPH, Role.PARAGRAPH]


@pytest.mark.parametrize("line", spellings("subheadings"))
def test_a_subheading_within_the_text(line: str) -> None:
    article = parse(RawDocument(_page(within=line)))
    assert roles(article) == [Role.TITLE, Role.PARAGRAPH, Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH, Role.PARAGRAPH]


@pytest.mark.parametrize("below", [None, "14 شباط 2022 | 18:05"], ids=["bare", "dated"])
@pytest.mark.parametrize("line", spellings("headlines"))
def test_a_headline_may_begin_like_furniture(line: str, below: str | None) -> None:
    article = parse(RawDocument(_page(title=line, **({"below": below} if below else {}))))
    assert article.title == line
    assert roles(article) == [Role.TITLE] + [Role.PARAGRAPH] * 4


@pytest.mark.parametrize("place", ["within", "end"])
@pytest.mark.parametrize("line", spellings("text_lines"))
def test_a_paragraph_may_begin_like_furniture(line: str, place: str) -> None:
    article = parse(RawDocument(_page(**{place: line})))
    assert line in [block.text for block in article.blocks if block.role is Role.PARAGRAPH]
    assert roles(article) == [Role.TITLE] + [Role.PARAGRAPH] * 5


@pytest.mark.parametrize("line", spellings("breadcrumbs"))
def test_breadcrumbs_over_the_headline(line: str) -> None:
    assert_set_aside(parse(RawDocument(_page(top=line))), line)


@pytest.mark.parametrize("line", spellings("furniture"))
def test_furniture_under_the_headline(line: str) -> None:
    assert_set_aside(parse(RawDocument(_page(below=line))), line)


@pytest.mark.parametrize("line", spellings("adverts"))
def test_an_advert_within_the_text(line: str) -> None:
    assert_set_aside(parse(RawDocument(_page(within=line))), line)


@pytest.mark.parametrize("line", spellings("footers"))
def test_furniture_under_the_text(line: str) -> None:
    assert_set_aside(parse(RawDocument(_page(end=line))), line)


def _composed(seed: int) -> tuple[str, dict[str, Any], list[str]]:
    """A page put together by chance from the spellings; its fields; its running text and related headlines in order."""
    chance = Random(seed)
    fields: dict[str, Any] = {
        "kicker": None,
        "byline": None,
        "images": [],
        "title": chance.choice(SPELLINGS["headlines"]),
    }
    over: list[str] = []
    if chance.random() < 0.4:
        over.append(chance.choice(SPELLINGS["breadcrumbs"]))
    if chance.random() < 0.4:
        fields["kicker"] = chance.choice(SPELLINGS["kickers"])
        over.append(fields["kicker"])
    date, fields["published"] = chance.choice([pair for pair in SPELLINGS["dates"] if pair[1]])
    under = [[date]]
    if chance.random() < 0.6:
        line, fields["byline"] = chance.choice(SPELLINGS["bylines"])
        under.append([line])
    if chance.random() < 0.5:
        lines, file, caption = chance.choice([item for item in SPELLINGS["images"] if all(item)])
        fields["images"] = [{"file": file, "caption": caption}]
        under.append(lines)
    place = chance.randint(1, len(under))
    under[place:place] = [[line] for line in chance.sample(SPELLINGS["furniture"], chance.randint(0, 4))]

    running = _page().split("\n\n")[1:]
    running[1:1] = chance.sample(SPELLINGS["text_lines"], chance.randint(2, 6))
    body, blocks = [], []
    for number, paragraph in enumerate(running, start=1):
        body.append(paragraph)
        blocks.append(f"paragraph: {paragraph}")
        extra = (
            chance.choice(["nothing", "adverts", "read_also", "subheadings"]) if number < len(running) else "nothing"
        )
        if extra == "read_also":
            title = chance.choice(SPELLINGS["related_titles"])
            body.append(chance.choice(SPELLINGS["read_also"]) + title)
            blocks.append(f"related: {title}")
        elif extra != "nothing":
            body.append(chance.choice(SPELLINGS[extra]))
            blocks += [f"heading: {body[-1]}"] if extra == "subheadings" else []
    foot = chance.sample(SPELLINGS["footers"], chance.randint(0, 3))
    gap = chance.choice(["\n", "\n\n"])
    return gap.join([*over, fields["title"], *("\n".join(lines) for lines in under), *body, *foot]), fields, blocks


@pytest.mark.parametrize("seed", range(80))
def test_a_page_put_together_by_chance(seed: int) -> None:
    text, fields, blocks = _composed(seed)
    article = parse(RawDocument(text))
    assert {name: field_of(article, name) for name in fields} == fields
    after_head = [block for block in article.blocks if block.role in BODY_ROLES or block.role is Role.RELATED]
    assert "\n".join(f"{block.role.value}: {block.text}" for block in after_head) == "\n".join(blocks)


def test_forty_paragraphs_stay_forty() -> None:
    who = ("رئيس البلدية", "المهندس المقيم", "مديرة المتحف", "الناطق باسم الهيئة", "أحد سكان الحي")
    said = (
        "إنّ الأشغال تسير وفق الخطة",
        "إنّ التمويل لم يصل بعد",
        "إنّ الأهالي ينتظرون منذ أعوام",
        "إنّ اللجنة ستجتمع قريباً",
    )
    paragraphs = [
        f"وقال {who[i % 5]} في الجلسة رقم {i + 1} {said[i % 4]}، مضيفاً أن {i * 3 + 2} عائلة ستستفيد من المشروع."
        for i in range(40)
    ]
    furniture = {9: "مشاركة", 19: "اشترك في نشرتنا البريدية", 29: "إعلان"}
    lines = ["بلدية وادي السرو تناقش مشروع الحديقة في أربعين جلسة", "12 أيار/مايو 2024 - 10:30"]
    for number, paragraph in enumerate(paragraphs):
        lines += [paragraph, *([furniture[number]] if number in furniture else [])]
    for gap in ("\n", "\n\n"):
        article = parse(RawDocument(gap.join(lines)))
        assert article.title == lines[0]
        assert article.published == "2024-05-12T10:30"
        assert [block.text for block in article.blocks if block.role in BODY_ROLES] == paragraphs
        assert {block.role for block in article.blocks} == {Role.TITLE, Role.PARAGRAPH}
        assert {item.text for item in article.set_aside} >= set(furniture.values())
