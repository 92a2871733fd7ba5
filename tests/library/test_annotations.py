"""What a person highlights and notes is kept, changed only by them, found by its words, and undone as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import apsw
import pytest

from reader import pipeline
from reader.errors import LibraryError
from reader.library.store import Library
from reader.model import (
    Article,
    Block,
    Engine,
    EngineName,
    Pair,
    PairedArticle,
    Place,
    Role,
    Selector,
    Side,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ENGINE = Engine(EngineName.GLOSS)
TITLE = ("أعلن وزير الريّ خطة جديدة", "The irrigation minister announced a new plan")
FIRST = ("قال الوزير إنّ منسوب البحيرة انخفض هذا العام.", "The minister said the lake's level fell this year.")
SECOND = ("وأضاف الوزير أن الأسباب كثيرة.", "The minister added that the causes are many.")


def paired(*texts: tuple[str, str | None]) -> PairedArticle:
    blocks = tuple(Block(Role.PARAGRAPH, source, (line,)) for line, (source, _) in enumerate(texts, start=1))
    pairs = tuple(
        Pair(index, Role.PARAGRAPH, source, target, EngineName.GLOSS, Status.TRANSLATED if target else Status.FAILED)
        for index, (source, target) in enumerate(texts)
    )
    return PairedArticle(Article(title=texts[0][0], blocks=blocks), pairs, ENGINE)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite3") as library:
        yield library


@pytest.fixture
def piece(library: Library) -> int:
    return library.add(paired(TITLE, FIRST, SECOND))[0]


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(LibraryError) as caught:
        act()
    return caught.value.code


def test_a_note_on_both_sides_is_kept_whole_and_read_again(library: Library, piece: int) -> None:
    notes = library.annotations
    selectors = [
        notes.select(piece, Side.TARGET, [Place(1, 4, 17)]),
        notes.select(piece, Side.SOURCE, [Place(1, 0, 10)]),
    ]
    made = notes.add(piece, selectors, "green", "  Who is he?\n\nhttps://example.org  ", ["minister", "water"])
    assert [target.selector.side for target in made.targets] == [Side.SOURCE, Side.TARGET]
    assert [target.selector.exact for target in made.targets] == ["قال الوزير", "minister said"]
    assert [target.places for target in made.targets] == [(Place(1, 0, 10),), (Place(1, 4, 17),)]
    assert (made.colour, made.note) == ("green", "Who is he?\n\nhttps://example.org")
    assert made.tags == ("minister", "water")
    assert made.created == made.updated
    with Library(library.path) as other:
        assert other.annotations.get(made.id) == made
        assert other.annotations.of_piece(piece) == other.annotations.all() == [made]


def test_a_note_reaches_over_paragraphs_without_the_white_space_at_its_ends(library: Library, piece: int) -> None:
    places = [Place(0, len(TITLE[0]), len(TITLE[0])), Place(1, 0, len(FIRST[0])), Place(2, 0, 6)]
    selector = library.annotations.select(piece, Side.SOURCE, places)
    assert selector.exact == f"{FIRST[0]}\n{SECOND[0][:5]}"
    assert selector.start == len(TITLE[0]) + 1
    (target,) = library.annotations.add(piece, [selector]).targets
    assert target.places == (Place(1, 0, len(FIRST[0])), Place(2, 0, 5))


@pytest.mark.parametrize(
    "places",
    [[], [Place(1, 3, 3)], [Place(1, 3, 4)], [Place(9, 0, 1)], [Place(1, 0, 999)], [Place(-1, 0, 1)], [Place(1, 5, 4)]],
)
def test_a_selection_without_text_is_refused(library: Library, piece: int, places: list[Place]) -> None:
    assert code_of(lambda: library.annotations.select(piece, Side.SOURCE, places)) == "annotation.empty"


def test_what_makes_no_sense_is_refused_and_leaves_nothing(library: Library, piece: int) -> None:
    notes = library.annotations
    selector = notes.find_quote(piece, "الوزير")
    assert code_of(lambda: notes.add(piece, [])) == "annotation.empty"
    assert code_of(lambda: notes.add(piece, [Selector(Side.SOURCE, " ", "", "", 0)])) == "annotation.empty"
    assert code_of(lambda: notes.add(piece, [selector], colour="mauve")) == "annotation.no_colour"
    assert code_of(lambda: notes.name_colour("mauve", "x")) == "annotation.no_colour"
    for number in (0, 7, 2**63):
        assert code_of(lambda number=number: notes.get(number)) == "annotation.none"
        assert code_of(lambda number=number: notes.remove(number)) == "annotation.none"
        assert code_of(lambda number=number: notes.change(number, note="x")) == "annotation.none"
        assert code_of(lambda number=number: notes.add(number + 2, [selector])) == "library.no_piece"
    assert notes.all() == []


def test_only_what_is_given_is_changed(library: Library, piece: int) -> None:
    notes = library.annotations
    made = notes.add(piece, [notes.find_quote(piece, "البحيرة")], note="a", tags=["one", "two"])
    changed = notes.change(made.id, note="b", tags=["two", "three"])
    assert (changed.colour, changed.note, changed.tags) == ("yellow", "b", ("three", "two"))
    assert notes.change(made.id, colour="pink").note == "b"
    bare = notes.change(made.id, note=None, tags=[])
    assert (bare.colour, bare.note, bare.tags, bare.targets) == ("pink", None, (), made.targets)
    assert bare.updated >= made.updated and bare.created == made.created


def test_a_quote_is_found_on_either_side_however_it_is_spelled(library: Library, piece: int) -> None:
    def found(text: str) -> tuple[Side, str, int]:
        selector = library.annotations.find_quote(piece, text)
        return selector.side, selector.exact, selector.start

    assert found("منسوب البحيرة") == (Side.SOURCE, "منسوب البحيرة", len(TITLE[0]) + 16)
    assert found("the lake's")[:2] == (Side.TARGET, "the lake's")
    assert found("الري")[:2] == (Side.SOURCE, "الريّ")
    assert found("قال  الوزير ان")[:2] == (Side.SOURCE, "قال الوزير إنّ")
    assert found("هذا العام. واضاف")[:2] == (Side.SOURCE, "هذا العام.\nوأضاف")
    assert found("THE MINISTER ADDED")[:2] == (Side.TARGET, "The minister added")
    assert code_of(lambda: found("ليس هنا")) == "annotation.no_quote"
    assert code_of(lambda: found(" \n")) == "annotation.empty"


def test_notes_come_in_the_order_of_the_text_and_all_of_them_newest_first(library: Library, piece: int) -> None:
    notes = library.annotations
    quotes = ("كثيرة", "The minister said", "قال", "أعلن")
    made = [notes.add(piece, [notes.find_quote(piece, quote)]).id for quote in quotes]
    other = library.add(paired(("خبر آخر", None)))[0]
    made.append(notes.add(other, [notes.find_quote(other, "آخر")]).id)
    assert [one.id for one in notes.of_piece(piece)] == [made[3], made[2], made[1], made[0]]
    assert [one.id for one in notes.all()] == made[::-1]


def test_a_step_with_notes_is_undone_and_done_again(library: Library, piece: int) -> None:
    notes = library.annotations
    with library.recording() as step:
        made = notes.add(piece, [notes.find_quote(piece, "البحيرة"), notes.find_quote(piece, "lake")], tags=["x"])
    assert step.change is not None
    again = library.undo(step.change)
    assert notes.all() == []
    library.undo(again)
    assert notes.all() == [made]
    with library.recording() as step:
        notes.change(made.id, colour="blue", note="b", tags=["y"])
        notes.place(made.id, [notes.find_quote(piece, "الأسباب")])
    assert step.change is not None
    changed = notes.get(made.id)
    assert [target.places for target in changed.targets] == [(Place(2, 16, 23),)]
    again = library.undo(step.change)
    assert notes.get(made.id) == made
    library.undo(again)
    assert notes.get(made.id) == changed
    with library.recording() as step:
        notes.remove(made.id)
    assert step.change is not None
    library.undo(step.change)
    assert notes.get(made.id) == changed


def test_colours_have_names_of_the_persons_own(library: Library) -> None:
    library.annotations.name_colour("green", " sources ")
    assert library.annotations.colours() == {
        "yellow": None,
        "green": "sources",
        "blue": None,
        "pink": None,
        "purple": None,
    }
    library.annotations.name_colour("green", " ")
    assert set(library.annotations.colours().values()) == {None}


def test_a_side_without_a_string_for_a_block_counts_it_as_empty(library: Library) -> None:
    piece = library.add(paired(("أول", "one"), ("ثان", None), ("ثالث", "three")))[0]
    assert library.annotations.side_text(piece, Side.SOURCE) == "أول\nثان\nثالث"
    assert library.annotations.side_text(piece, Side.TARGET) == "one\n\nthree"
    selector = library.annotations.select(piece, Side.TARGET, [Place(0, 0, 3), Place(2, 0, 5)])
    assert selector.exact == "one\n\nthree"
    assert library.annotations.add(piece, [selector]).targets[0].places == (Place(0, 0, 3), Place(2, 0, 5))


def test_a_note_follows_an_edit_and_its_undoing(library: Library, piece: int) -> None:
    notes = library.annotations
    made = notes.add(piece, [notes.find_quote(piece, "level fell")])
    pair = library.get(piece).pairs[1]
    library.edit(piece, pipeline.edited(pair, "In all, the minister said the lake's level fell this year."))
    assert notes.get(made.id).targets[0].places == (Place(1, 37, 47),)
    library.edit(piece, pipeline.edited(pair, "He spoke of other things."))
    lost = notes.get(made.id)
    assert (lost.targets[0].places, lost.targets[0].selector) == ((), made.targets[0].selector)
    library.undo_edit(piece, 1)
    library.undo_edit(piece, 1)
    assert notes.get(made.id) == made


def test_one_side_lost_leaves_the_other(library: Library, piece: int) -> None:
    notes = library.annotations
    made = notes.add(piece, [notes.find_quote(piece, "البحيرة"), notes.find_quote(piece, "lake")])
    pair = replace(library.get(piece).pairs[1], target="It is said: less water than ever, for months.")
    library.save_pairs(piece, [pair], ENGINE)
    source, target = notes.get(made.id).targets
    assert (source, target.places) == (made.targets[0], ())
    assert target.selector == made.targets[1].selector


def test_a_text_that_loses_the_passage_leaves_an_orphan_that_can_be_placed_again(library: Library, piece: int) -> None:
    notes = library.annotations
    made = notes.add(piece, [notes.find_quote(piece, "منسوب البحيرة")], note="x", tags=["y"])
    library.save_article(piece, paired(TITLE, SECOND))
    (orphan,) = notes.of_piece(piece)
    assert (orphan.id, orphan.note, orphan.tags) == (made.id, "x", ("y",))
    assert (orphan.targets[0].selector, orphan.targets[0].places) == (made.targets[0].selector, ())
    placed = notes.place(made.id, [notes.find_quote(piece, "الأسباب")])
    assert (placed.targets[0].places, placed.note, placed.tags) == ((Place(1, 16, 23),), "x", ("y",))
    library.save_article(piece, paired(("سطر أعيد", "A line put back"), TITLE, SECOND))
    assert notes.get(made.id).targets[0].places == (Place(2, 16, 23),)


def test_notes_are_not_looked_for_again_while_text_and_choice_stay(library: Library, piece: int) -> None:
    notes = library.annotations
    made = notes.add(piece, [notes.find_quote(piece, "البحيرة")])
    with apsw.Connection(str(library.path)) as other:
        other.execute("UPDATE anchors SET places = '[[0,0,1]]'")
    notes.change(made.id, note="x")
    assert notes.get(made.id).targets[0].places == (Place(0, 0, 1),)
    library.save_article(piece, paired(SECOND, TITLE, FIRST))
    assert notes.get(made.id).targets[0].places == (Place(2, 21, 28),)
