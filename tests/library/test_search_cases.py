"""What search finds and what it must not: a table of queries over a small library, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.arabic.lemmas import Lemmas
from reader.arabic.lexicon import Lexicon
from reader.errors import QueryError
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, Pair, PairedArticle, ReadState, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = {
    "budget": (
        "الحكومة تقرّ الموازنة",
        "The government passes the budget",
        ("أقرّت الحكومة موازنة العام المقبل، وقال وزير المالية إن العجز سيتراجع.",),
        ("The cabinet passed next year's budget; the finance minister said the deficit would shrink.",),
        "2021-02-24T07:13",
    ),
    "talks": (
        "محادثات في جنيف",
        "Talks in Geneva",
        ("وللحكومة وفدٌ كبير في جنيف، والحكومات الأوروبية تراقب.", "اجتمع الوزراء بقادة الأحزاب."),
        ("The government has a large delegation; European governments are watching.", "Ministers met party leaders."),
        "2021-03-02",
    ),
    "school": (
        "مدرسة تُفتح من جديد",
        "A school reopens",
        ("قرأ التلاميذ كتابهم الأول، وفي المكتبة كتبٌ كثيرة عن الطيور.",),
        ("The pupils read their first book, and the library has many books about birds.",),
        "2020-11-05",
    ),
    "script": (
        "معرض للخط العربي",
        "An exhibition of calligraphy",
        ("الكتابة العربية فنّ قديم، والخطّاطون يعرضون أعمالهم.",),
        ("Arabic writing is an old art, and the calligraphers show their works.",),
        "2019-06",
    ),
    "lake": (
        "منسوب البحيرة ينخفض",
        "The lake's level falls",
        ("انخفض منسوب البحيرة ١٤٠ سنتيمتراً، وأعلنت هيئة المياه حالة الطوارئ.",),
        ("The lake fell by 140 centimetres; the water authority declared an emergency.",),
        "2026-03-03",
    ),
    "beirut": (
        "لجنة تحقيق في بيروت",
        "A committee of inquiry in Beirut",
        ("شُكّلت لجنة للتحقيق في انفجار المرفأ بلبنان، وسيعلن القضاة قرارهم.", "مسؤولون: الأدلّة كافية."),
        ("A committee will investigate the port explosion in Lebanon; judges will announce their decision.", "Fine."),
        "2022",
    ),
    "garden": (
        "جنة من الأزهار",
        "A paradise of flowers",
        ("زار السيّاح الجنة الصغيرة وشربوا اللبن على شاطئ البحر.",),
        ("Tourists visited the little paradise and drank yoghurt by the sea.",),
        None,
    ),
    "gulf": (
        "قمة في المنامة",
        "A summit in Manama",
        ("وصل الرئيس الأميركي إلى البحرين، ثم إلى ليبيا والسودان.",),
        ("The American president arrived in Bahrain, then flew to Libya and Sudan.",),
        "2023-05-19",
    ),
    "troops": (
        "القوات الروسية تنسحب",
        "Russian forces withdraw",
        ("انسحبت القوّات الروسيّة من المدينة أمس.", "قال شاهد إن قوات أخرى روسية بقيت."),
        ("The Russian forces left the city yesterday.", "A witness said other forces remained."),
        "2022-11-11",
    ),
    "city": (
        "مدن بلا ماء",
        "Cities without water",
        ("تشكو المدن الكبرى من نقص الماء؛ وزارت بعثة دولية مستشفىً في مدينتهم.",),
        ("Big cities are short of water; an international mission visited a hospital in their city.",),
        "2024-08-01",
    ),
    "café": (
        "مقهى ﻻ ينام",
        "A café that never sleeps",
        ("المقهى مفتوح ليلاً ونهاراً؛ يجلس فيه الرجال ويشربون الشاي.",),
        ("The Café is open day and night; men sit there making plans and drinking tea.",),
        "2018-01-01",
    ),
    "trash": ("الحكومة القديمة", "The old government", ("حكومة قديمة وكتاب قديم.",), ("An old book.",), "2001"),
}

CASES = (
    # query, what must be found, what must not
    # — Arabic letters: harakat, tatweel, hamza seats, ى/ي, ة/ه, digits, presentation forms
    ("الموازنة", "budget", "lake"),
    ("المُوازَنَة", "budget", "lake"),
    ("المـــوازنة", "budget", "lake"),
    ("الموازنه", "budget", "lake"),
    ("اقرت", "budget", "talks"),
    ("إنخفض", "lake", "budget"),
    ("مسئولون", "beirut", "budget"),
    ("مسؤولون", "beirut", "budget"),
    ("مستشفي", "city", "beirut"),
    ("140", "lake", "city"),
    ("١٤٠", "lake", "city"),
    ("۱۴۰", "lake", "city"),
    ("لا ينام", "café", "school"),
    ("ﻻ", "café", "school"),
    ("القوّات", "troops", "budget"),
    # — clitics: what is joined to a word's front and end
    ("الحكومة", "budget talks", "lake trash"),
    ("حكومة", "budget talks", "lake trash"),
    ("حكومتهم", "budget talks", "lake"),
    ("بحكومة", "budget talks", "lake"),
    ("كتاب", "school", "script trash"),
    ("كتابة", "script", "school"),
    ("لجنة", "beirut", "garden"),
    ("جنة", "garden", "beirut"),
    ("لبن", "garden", "beirut"),
    ("لبنان", "beirut", "garden"),
    ("البحرين", "gulf", "garden lake"),
    ("بحر", "garden", "gulf lake"),
    ("السودان", "gulf", "city"),
    ("وزير", "budget talks", "city"),
    ("زارت", "city", "budget talks"),
    ("مستشفى", "city", "beirut"),
    # — what only the lexicon knows: broken plurals, the forms of verbs
    ("كتب", "school", "script"),
    ("وزراء", "budget talks", "city"),
    ("مدينة", "city troops", "beirut"),
    ("مدن", "city troops", "beirut"),
    ("قاض", "beirut", "budget"),
    ("دليل", "beirut", "city"),
    ("أعلن", "lake beirut", "budget"),
    ("تلميذ", "school", "script"),
    ("حزب", "talks", "budget"),
    # — English: case, accents, plain inflection
    ("government", "budget talks", "lake trash"),
    ("GOVERNMENTS", "budget talks", "lake"),
    ("city", "city troops", "beirut"),
    ("cities", "city troops", "beirut"),
    ("cafe", "café", "school"),
    ("make plan", "café", "school"),
    ("man", "café", "city"),
    ("book", "school", "trash"),
    ("new", "", "café school"),
    ("wit", "", "troops city"),
    # — phrases and exact words
    ('"القوات الروسية"', "troops", "gulf"),
    ('"قوات روسية"', "troops", "gulf"),
    ('"الروسية القوات"', "", "troops"),
    ('"forces remained"', "troops", "talks"),
    ('"remained forces"', "", "troops"),
    ('""الحكومة""', "budget", "talks"),
    ('""حكومة""', "", "budget talks"),
    ('""cities""', "city", "troops"),
    ('"المدينة أمس" قال', "troops", "city"),
    ("«القوات الروسية»", "troops", "gulf"),
    # — beginnings, either, without
    ("موازن*", "budget", "lake"),
    ("gov*", "budget talks", "lake"),
    ("حكو*", "budget talks", "lake"),
    ("الموازنة OR البحيرة", "budget lake", "talks"),
    ("Geneva | Manama", "talks gulf", "beirut"),
    ("الحكومة -جنيف", "budget", "talks"),
    ("-الحكومة", "lake city", "budget talks trash"),
    ('forces -"forces remained"', "", "troops"),
    # — words anywhere in a piece, in both languages at once
    ("الحكومة deficit", "budget", "talks"),
    ("وفد الأحزاب", "talks", "budget"),
    # — fields
    ("tag:اقتصاد", "budget", "talks"),
    ("وسم:إقتصاد", "budget", "talks"),
    ('tag:"foreign affairs"', "talks", "budget"),
    ("tag:foreign*", "talks", "budget"),
    ("-tag:اقتصاد الحكومة", "talks", "budget"),
    ("in:الشرق", "beirut gulf", "talks"),
    ("في:الشرق الرئيس", "gulf", "beirut"),
    ("in:title الحكومة", "budget", "talks"),
    ("في:العنوان الحكومة", "budget", "talks"),
    ("in:note privately", "lake", "budget"),
    ("from:2022", "beirut gulf troops city lake", "talks garden"),
    ("من:٢٠٢٢-١١", "gulf troops city lake", "beirut talks"),
    ("after:2022", "gulf city lake", "troops beirut"),
    ("before:2021-02-24", "school script café", "budget talks garden trash"),
    ("قبل:2021/2/25", "school budget", "talks"),
    ("بعد:2021-02-24 قبل:2022", "talks", "budget beirut"),
    ("has:note", "lake", "budget talks"),
    ("فيه:ملاحظة", "lake", "budget"),
    ("has:highlight", "lake talks", "budget"),
    ("has:bookmark", "school", "lake"),
    ("is:starred", "gulf", "lake"),
    ("هو:مميز", "gulf", "lake"),
    ("is:unread", "lake talks", "budget"),
    ("is:read", "budget", "lake"),
    ("colour:green", "talks", "lake"),
    ("لون:أخضر", "talks", "lake"),
    ("colour:مهم", "lake", "talks"),
    # — what a person wrote, and names
    ("privately", "lake", "city"),
    ("مراجعة", "school", "script"),
    ("اقتصادي", "", "lake"),
    ("اقتصاد", "budget", "lake"),
    ("سمير قصير", "beirut", "gulf"),
    ("Manama", "gulf", "talks"),
    ("ملف المرفأ", "beirut", "gulf"),
    ("example.org", "city", "lake"),
    # — what is no field, or broken, is words
    ('"القوات الروسية', "troops", "gulf"),
    ("title:Geneva", "", "gulf"),
    ('"is:this"', "", "gulf lake"),
    ("(الحكومة) AND", "", "lake"),
    ("الحكومة، ", "budget talks", "lake"),
)


def paired(name: str) -> PairedArticle:
    title, english, texts, translations, published = ARTICLES[name]
    both = [(Role.TITLE, title, english), *((Role.PARAGRAPH, *one) for one in zip(texts, translations, strict=True))]
    blocks = [Block(role, text) for role, text, _ in both]
    pairs = [
        Pair(index, role, text, target, EngineName.ARGOS, Status.TRANSLATED)
        for index, (role, text, target) in enumerate(both)
    ]
    byline = None
    if name == "beirut":
        byline = "سمير قصير"
        blocks.append(Block(Role.BYLINE, byline))
    article = Article(
        title=title,
        byline=byline,
        published=published,
        place="المنامة" if name == "gulf" else None,
        source="https://example.org/water" if name == "city" else None,
        blocks=tuple(blocks),
    )
    return PairedArticle(article, tuple(pairs), Engine(EngineName.ARGOS))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("search") / "library.sqlite3"
    with Library(path) as library:
        number = {name: library.add(paired(name))[0] for name in ARTICLES}
        shelves = library.shelves
        shelves.tag([number["budget"]], "اقتصاد")
        shelves.tag([number["talks"]], "Foreign Affairs")
        east = shelves.add_collection("الشرق")
        shelves.collect([number["beirut"], number["gulf"]], east.id)
        shelves.star([number["gulf"]], True)
        shelves.set_state([number["budget"]], ReadState.READ)
        shelves.rename(number["beirut"], "ملف المرفأ")
        annotations = library.annotations
        annotations.name_colour("pink", "مهمّ")
        for name, quote, colour, note in (
            ("lake", "منسوب", "pink", "Said so privately."),
            ("talks", "delegation", "green", None),
        ):
            annotations.add(number[name], [annotations.find_quote(number[name], quote)], colour, note)
        library.bookmarks.add(number["school"], 1, "للمراجعة")
        shelves.trash([number["trash"]])
    return path


@pytest.fixture(scope="module")
def library(path: Path) -> Iterator[Library]:
    with Library(path, Lemmas(Lexicon())) as library:
        yield library


@pytest.fixture(scope="module")
def plain(path: Path) -> Iterator[Library]:
    """The same without a lexicon."""
    with Library(path) as library:
        yield library


def found(library: Library, query: str) -> set[str]:
    names = list(ARTICLES)
    return {names[hit.piece.id - 1] for hit in library.search.find(query)}


@pytest.mark.parametrize(("query", "wanted", "unwanted"), CASES, ids=[case[0] for case in CASES])
def test_search_finds_what_it_must_and_nothing_it_must_not(
    library: Library, query: str, wanted: str, unwanted: str
) -> None:
    names = found(library, query)
    assert set(wanted.split()) - names == set()
    assert names & set(unwanted.split()) == set()
    assert library.search.count(query) == len(names)


LETTERS_ALONE = ("الحكومة", "حكومة", "حكومتهم", "كتاب", "كتابة", "لبن", "البحرين", "city", "القوّات", "مستشفى")


@pytest.mark.parametrize("query", LETTERS_ALONE)
def test_without_a_lexicon_letters_are_enough_for_what_is_joined(plain: Library, query: str) -> None:
    _, wanted, unwanted = next(case for case in CASES if case[0] == query)
    assert set(wanted.split()) <= found(plain, query)
    assert found(plain, query) & set(unwanted.split()) == set()


MISTAKES = (
    ("before:nonsense", "search.date", "before:nonsense"),
    ("from:tomorrow الحكومة", "search.date", "from:tomorrow"),
    ("from:2021-99", "search.date", "from:2021-99"),
    ("after:2021-02-30", "search.date", "after:2021-02-30"),
    ("من:أمس", "search.date", "من:أمس"),
    ("has:everything", "search.thing", "has:everything"),
    ("-is:foo lake", "search.state", "is:foo"),
    ("lake OR is:foo", "search.state", "is:foo"),
    ("colour:unknown", "search.colour", "colour:unknown"),
    ("لون:مجهول", "search.colour", "لون:مجهول"),
)


@pytest.mark.parametrize(("query", "code", "asked"), MISTAKES, ids=[query for query, *_ in MISTAKES])
def test_a_field_that_makes_no_sense_is_said(plain: Library, query: str, code: str, asked: str) -> None:
    for ask in (plain.search.find, plain.search.count):
        with pytest.raises(QueryError) as raised:
            ask(query)
        assert (raised.value.code, raised.value.data["asked"]) == (code, asked)


@pytest.mark.parametrize(
    "begun",
    [
        "before:",
        "before:20",
        "before:2021-",
        "before:2021-0",
        "from:2021-02-0",
        "has:hi",
        "is:sta",
        "هو:مق",
        "colour:gre",
    ],
)
def test_a_field_that_is_being_typed_leaves_the_results_as_they_are(plain: Library, begun: str) -> None:
    before = [hit.piece.id for hit in plain.search.find("الحكومة")]
    assert before
    assert [hit.piece.id for hit in plain.search.find(f"الحكومة {begun}", typing=True)] == before


def test_what_can_become_nothing_is_said_while_it_is_typed(plain: Library) -> None:
    for query in ("is:fo", "before:nons", "has:x", "colour:unk", "from:2021-99"):
        with pytest.raises(QueryError):
            plain.search.find(query, typing=True)


def test_in_quotes_it_is_words(plain: Library) -> None:
    for query in ('"is:foo"', '"before:nonsense"', '"colour:unknown"'):
        assert plain.search.find(query) == []
