"""Terms of a glossary are found with what Arabic joins to words, inflected, and in whole words only."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.arabic.folding import fold
from reader.arabic.terms import find_terms
from reader.model import Term


def glossary(*sources: str) -> list[Term]:
    return [Term(number, source, "x") for number, source in enumerate(sources)]


def found(text: str, *sources: str) -> list[str]:
    return [text[slice(*hit.span)] for hit in find_terms(text, glossary(*sources))]


FOUND = [
    # term, text, what is found
    ("قصف", "بدأ قصف جديد", "قصف"),
    ("قصف", "بدأ القصف", "القصف"),
    ("قصف", "والقصف مستمر", "والقصف"),
    ("قصف", "بالقصف وحده", "بالقصف"),
    ("قصف", "تعرض للقصف", "للقصف"),
    ("قصف", "وقصف البلدة", "وقصف"),
    ("قصف", "فبقصفها انتهى", "فبقصفها"),
    ("قصف", "كقصفهم أمس", "كقصفهم"),
    ("قصف", "قصفاً عنيفاً", "قصفاً"),
    ("قصف", "قَصْفٌ عنيف", "قَصْفٌ"),
    ("قصف", "القصـــف", "القصـــف"),
    ("هيئة", "قالت الهيئة", "الهيئة"),
    ("هيئة", "قالت هيئتنا", "هيئتنا"),
    ("هيئة", "هيئات عدة", "هيئات"),
    ("هيئة", "والهيئات", "والهيئات"),
    ("هيئة", "وهيئاتها", "وهيئاتها"),
    ("هيئة", "الهيئتان", "الهيئتان"),
    ("هيئة", "بين الهيئتين", "الهيئتين"),
    ("هيئة", "هيئتا الدفاع", "هيئتا"),
    ("هيئة", "هيئه", "هيئه"),
    ("مدرسة", "في مدرستهم", "مدرستهم"),
    ("مسلح", "مسلحون", "مسلحون"),
    ("مسلح", "من المسلحين", "المسلحين"),
    ("مسلح", "مسلحو التنظيم", "مسلحو"),
    ("مسلح", "لمسلحي التنظيم", "لمسلحي"),
    ("مسلح", "وبمسلحيها", "وبمسلحيها"),
    ("مسلح", "مسلحان اثنان", "مسلحان"),
    ("صاروخ", "بصاروخين", "بصاروخين"),
    ("اجتماع", "الاجتماعات", "الاجتماعات"),
    ("اجتماع", "في اجتماعاتهم", "اجتماعاتهم"),
    ("مستشفى", "مستشفاها", "مستشفاها"),
    ("مستشفى", "المستشفي", "المستشفي"),
    ("وزراء", "وزراؤه", "وزراؤه"),
    ("وزراء", "مع وزرائها", "وزرائها"),
    ("إدارة", "الاداره", "الاداره"),
    ("ادارة", "الإِدَارَة", "الإِدَارَة"),
    ("التزام", "بالالتزام به", "بالالتزام"),
    ("التزام", "لالتزامه", "لالتزامه"),
    ("لجنة", "قدم للجنة", "للجنة"),
    ("اللجنة", "قدم للجنة", "للجنة"),
    ("النظام", "قوات النظام", "النظام"),
    ("النظام", "وللنظام", "وللنظام"),
    ("النظام", "كالنظام", "كالنظام"),
    ("دم", "الدم", "الدم"),
    ("دم", "والدم", "والدم"),
    ("القوات الروسية", "القوات الروسية", "القوات الروسية"),
    ("القوات الروسية", "للقوات الروسية", "للقوات الروسية"),
    ("القوات الروسية", "وبالقوات\u00a0الروسية", "وبالقوات\u00a0الروسية"),
    ("القوات الروسية", "بقوات روسية", "بقوات روسية"),
    ("قوات روسية", "والقوات الروسية", "والقوات الروسية"),
    ("مجلس الأمن", "لمجلس الأمن الدولي", "لمجلس الأمن"),
    ("رئيس وزراء", "رئيس الوزراء", "رئيس الوزراء"),
    ("وسائل إعلام", "ووسائل الإعلام", "ووسائل الإعلام"),
    ("إف 16", "طائرات إف-16 الأميركية", "إف-16"),
    ("إف-١٦", "من طراز إف 16", "إف 16"),
    ("Reuters", "قالت REUTERS", "REUTERS"),
    ("\"داعش\"", "تنظيم داعش", "داعش"),
    ("داعش", 'ضد "داعش" في', "داعش"),
]  # fmt: skip

NOT_FOUND = [
    ("كتب", "في المكتب"),
    ("كتب", "مكتبة"),
    ("علم", "معلمون"),
    ("بحر", "في البحرين"),
    ("لبن", "من لبنان"),
    ("حرب", "طيران حربي"),
    ("أمن", "مجلس أمني"),
    ("سور", "سوري"),
    ("لد", "بلد"),
    ("زير", "الوزير"),
    ("مدرس", "مدرسة"),
    ("النظام", "نظام غذائي"),
    ("الرياض", "رياض الأطفال"),
    ("البيت الأبيض", "البيت أبيض"),
    ("القوات الروسية", "القوات والروسية"),
    ("القوات الروسية", "القوات. الروسية"),
    ("القوات الروسية", "القوات، الروسية"),
    ("القوات الروسية", "القوات البرية الروسية"),
    ("القوات الروسية", "الروسية القوات"),
    ("دم", "قدم"),
    ("دم", "ودم"),
    ("قصف", "القصفها"),
    ("16", "2016"),
    ("...", "وصل ..."),
    ("", "وصل"),
    ("وصل الوفد اليوم", "وصل"),
]


@pytest.mark.parametrize(("term", "text", "expected"), FOUND)
def test_found(term: str, text: str, expected: str) -> None:
    assert found(text, term) == [expected]


@pytest.mark.parametrize(("term", "text"), NOT_FOUND)
def test_not_found(term: str, text: str) -> None:
    assert found(text, term) == []


def test_the_longest_term_wins_and_no_two_overlap() -> None:
    text = "مجلس الأمن الدولي ومجلس الأمن والأمن"
    assert found(text, "الأمن", "مجلس الأمن", "مجلس الأمن الدولي", "الأمن الدولي") == [
        "مجلس الأمن الدولي", "ومجلس الأمن", "والأمن",
    ]  # fmt: skip
    assert [hit.term.id for hit in find_terms(text, glossary("الأمن", "مجلس الأمن", "مجلس الأمن الدولي"))] == [2, 1, 0]


def test_a_term_is_found_wherever_it_stands() -> None:
    assert found("النظام والنظام. قال النظام", "النظام") == ["النظام", "والنظام", "النظام"]


LEMMAS = {
    "صاروخ": {"صاروخ"}, "صواريخ": {"صاروخ"}, "الصواريخ": {"صاروخ"}, "وزير": {"وزير"}, "زير": {"زير"},
    "بصواريخها": {"صاروخ"}, "كتاب": {"كتاب", "كاتب"}, "تاب": {"تاب"}, "النظام": {"نظام"}, "أنظمة": {"نظام"},
    "الأنظمة": {"نظام"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("صاروخ", "أطلقت صواريخ", ["صواريخ"]),
        ("صاروخ", "بصواريخها", ["بصواريخها"]),
        ("صاروخ", "الصواريخ", ["الصواريخ"]),
        ("زير", "وزير", []),
        ("تاب", "كتاب", []),
        ("النظام", "أنظمة", []),
        ("النظام", "الأنظمة", ["الأنظمة"]),
        ("داعش", "وداعش", ["وداعش"]),
    ],
)
def test_a_lexicon_adds_broken_plurals_and_takes_away_what_only_looks_joined(
    term: str, text: str, expected: list[str]
) -> None:
    hits = find_terms(text, glossary(term), lambda word: LEMMAS.get(word, set()))
    assert [text[slice(*hit.span)] for hit in hits] == expected


letters = st.text('ابتلمنهويكفةىأءـ\u064e\u0651 .،"-١2aB', max_size=40)


@given(letters, st.lists(letters, max_size=6))
@settings(max_examples=300)
def test_hits_are_whole_words_in_order_and_apart(text: str, sources: list[str]) -> None:
    hits = find_terms(text, glossary(*sources))
    ends = [0]
    for hit in hits:
        start, end = hit.span
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
        cut, own = fold(text[start:end]), fold(hit.term.source)
        assert len(re.findall(r"\w+", cut)) == len(re.findall(r"\w+", own)) > 0
        assert not re.search(r"\w$", fold(text[:start])) and not re.search(r"^\w", fold(text[end:]))


@given(st.lists(st.text("بتلمنهويكف", min_size=1, max_size=7), min_size=1, max_size=4), letters, letters)
@settings(max_examples=200)
def test_a_term_is_found_in_itself_between_any_others(words: list[str], before: str, after: str) -> None:
    term = " ".join(words)
    text = f"{before} . {term} . {after}"
    (start, end) = (len(before) + 3, len(before) + 3 + len(term))
    assert any(hit.span == (start, end) for hit in find_terms(text, glossary(term)))
