"""A quote is found where it surely is, after edits of every kind, and is an orphan where that cannot be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.anchoring import CONTEXT, anchor, join, select, to_places, to_span
from reader.model import Place, Selector, Side

TEXT = join(
    [
        "البحيرة تفقد ثلث مياهها",
        "أعلنت الهيئة الوطنية للمياه، اليوم الثلاثاء، أن منسوب البحيرة انخفض ثمانية وعشرين سنتيمترا منذ الربيع.",
        "وقال مدير الهيئة في مؤتمر صحفي إن السدود الجديدة ليست السبب، بل قلة الأمطار في الشتاء الماضي.",
        "ويخشى الصيادون أن يفقدوا موسم الخريف، وقد نفقت أسماك كثيرة قرب المصب خلال الأسبوعين الأخيرين.",
    ]
)
QUOTE = "السدود الجديدة"


def chosen(quote: str = QUOTE, text: str = TEXT) -> Selector:
    start = text.index(quote)
    return select(text, Side.SOURCE, (start, start + len(quote)))


def found(text: str, selector: Selector) -> str | None:
    span = anchor(text, selector)
    return None if span is None else text[slice(*span)]


def test_a_selector_holds_the_quote_and_what_stood_around_it() -> None:
    selector = chosen()
    assert (selector.exact, len(selector.prefix), len(selector.suffix)) == (QUOTE, CONTEXT, CONTEXT)
    assert selector.prefix + QUOTE + selector.suffix in TEXT
    assert selector.start == TEXT.index(QUOTE)
    assert select(TEXT, Side.SOURCE, (selector.start - 1, selector.start + len(QUOTE) + 1)) == selector


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        ("البحيرة تفقد", "بحيرة الشمال الكبرى تفقد", QUOTE),
        ("إن السدود", "صباح اليوم في العاصمة إن السدود", QUOTE),
        ("مؤتمر صحفي", "لقاء", QUOTE),
        ("ليست السبب، بل قلة الأمطار في الشتاء الماضي.", "بريئة.", QUOTE),
        ("السدود الجديدة", "السدود الثلاثة الجديدة", None),
        ("السدود الجديدة", "السدود الجديده", "السدود الجديده"),
        ("السدود الجديدة", "السدود", None),
        ("السدود الجديدة ليست", "ليست", None),
        ("وقال مدير الهيئة في مؤتمر صحفي إن السدود الجديدة ليست السبب", "ولم يتحدث أحد عن السبب", None),
    ],
)
def test_what_an_edit_does_to_a_note(old: str, new: str, quote: str | None) -> None:
    assert TEXT.count(old) == 1
    assert found(TEXT.replace(old, new), chosen()) == quote


def test_a_paragraph_that_moved_takes_its_notes_along() -> None:
    first, second, third, fourth = TEXT.split("\n")
    moved = join([first, third, fourth, second])
    assert anchor(moved, chosen()) == (moved.index(QUOTE), moved.index(QUOTE) + len(QUOTE))
    assert found(moved, chosen(second)) == second


def test_a_doubled_paragraph_makes_a_note_an_orphan_until_one_is_gone() -> None:
    first, second, third, fourth = TEXT.split("\n")
    selector = chosen()
    for order in ([first, second, third, fourth, third], [first, third, second, third, fourth]):
        assert found(join(order), selector) is None
        changed = [*order[:1], *(text.replace("مؤتمر", "لقاء") for text in order[1:2]), *order[2:]]
        assert found(join(changed), selector) is None
    assert found(join([first, second, fourth, third]), selector) == QUOTE


def test_a_word_is_told_from_the_same_word_elsewhere() -> None:
    selectors = []
    at = -1
    while (at := TEXT.find("الهيئة", at + 1)) >= 0:
        selectors.append(select(TEXT, Side.SOURCE, (at, at + 6)))
    assert len(selectors) == 2
    gone = TEXT.replace("أعلنت الهيئة", "أعلنت")
    assert found(gone, selectors[0]) is None
    assert anchor(gone, selectors[1]) == (selectors[1].start - 7, selectors[1].start - 1)


def test_of_two_like_words_side_by_side_none_is_taken_when_one_goes() -> None:
    text = "قال إن الأمر جدا جدا صعب، ولا حل له في المدى القريب كما يبدو من الأرقام الأخيرة."
    at = text.index("جدا جدا") + 4
    selector = select(text, Side.SOURCE, (at, at + 3))
    assert anchor(text, selector) == (at, at + 3)
    assert anchor(text.replace("جدا جدا", "جدا"), selector) is None


def test_a_context_grows_until_it_tells_the_quote_from_its_twins() -> None:
    twins = [f"قال المتحدث في {city} إن الغارة أوقعت قتلى على الأقل." for city in ("بيروت", "دمشق", "بغداد")]
    text = join([TEXT, *twins])
    at = text.rindex("الغارة")
    selector = select(text, Side.SOURCE, (at, at + 6))
    assert len(selector.prefix) > CONTEXT
    assert anchor(text, selector) == (at, at + 6)
    assert anchor(join([TEXT, *twins[:2]]), selector) is None


def test_a_text_that_only_repeats_itself_keeps_its_notes_while_it_stays() -> None:
    text = join(["نعم"] * 30)
    selector = select(text, Side.SOURCE, (40, 43))
    assert anchor(text, selector) == (40, 43)
    assert anchor(text + "\nنعم", selector) is None


def test_a_long_passage_is_found_by_its_ends() -> None:
    passage = (
        "وأظهرت صور التقطتها الأقمار الصناعية أن مساحة كبيرة من القاع صارت يابسة، وأن الخلجان الضحلة جفت تماما.\n"
        "ولم ترد الوزارة على أسئلة الصحفيين، لكن مسؤولا طلب ألا يذكر اسمه قال إن خطة لترشيد الري قيد الإعداد.\n"
        "أما المزارعون فيرون أن الحل في حفر آبار أعمق، وهو ما يعارضه خبراء البيئة منذ سنوات طويلة.\n"
        "وتبلغ كلفة الخطة، بحسب وثيقة اطلعت عليها الصحيفة، نحو أربعين مليون دينار تدفع على ثلاث مراحل متتالية.\n"
        "وستعقد جلسة مفتوحة لسكان القرى المجاورة في قاعة البلدية مساء الخميس المقبل."
    )
    text = join([TEXT, passage, "انتهى التقرير."])
    selector = chosen(passage, text)
    longer = passage.replace("أما", "وهنا كلام طويل أدخل في وسط المقطع، " * 6 + "أما")
    assert found(text.replace(passage, longer), selector) == longer
    assert found(text.replace(passage, passage[:250]), selector) is None
    assert found(text.replace(passage, passage[250:]), selector) is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "كلام آخر لا صلة له."])
def test_in_another_text_there_is_nothing(text: str) -> None:
    assert anchor(text, chosen()) is None


@given(st.lists(st.text(alphabet="اب c\u0301،", max_size=12), min_size=1, max_size=8), st.data())
def test_what_is_chosen_is_found_in_the_text_it_was_chosen_in(strings: list[str], data: st.DataObject) -> None:
    text = join(strings)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end].strip()
    if quote:
        selector = select(text, Side.SOURCE, (start, end))
        span = anchor(text, selector)
        assert span == (selector.start, selector.start + len(quote))
        places = to_places(strings, span)
        assert to_span(strings, places) == span
        assert join([strings[one.block][one.start : one.end] for one in places]) == quote.replace("\n\n", "\n") or (
            "\n\n" in quote
        )


def test_places_leave_out_blocks_without_a_string() -> None:
    strings = ["one", "", "three"]
    assert to_places(strings, (1, 9)) == (Place(0, 1, 3), Place(2, 0, 4))
    assert to_places(strings, (4, 5)) == ()
