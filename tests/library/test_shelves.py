"""Stars, names, tags, collections, read states, reading places and the trash, and that each can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw
import pytest

from reader.errors import LibraryError
from reader.library.store import Library
from reader.model import (
    Article,
    Block,
    Collection,
    Engine,
    EngineName,
    Pair,
    PairedArticle,
    ReadState,
    Role,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

GLOSS = Engine(EngineName.GLOSS)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite3") as library:
        for title in ("أول", "ثان", "ثالث"):
            library.add(paired(title))
        yield library


def paired(title: str, body: str = "وصل الوفد إلى المدينة.") -> PairedArticle:
    blocks = (Block(Role.TITLE, title), Block(Role.PARAGRAPH, body))
    pair = Pair(0, Role.TITLE, title, f"The {title}", EngineName.GLOSS, Status.TRANSLATED)
    return PairedArticle(Article(title=title, byline="وكالات", blocks=blocks), (pair,), GLOSS)


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(LibraryError) as caught:
        call()
    return caught.value.code


def count(library: Library, table: str) -> int:
    connection = apsw.Connection(str(library.path))
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").get)
    finally:
        connection.close()


def test_what_a_person_says_of_a_piece_is_in_it_and_in_the_list(library: Library) -> None:
    shelves = library.shelves
    collection = shelves.add_collection("المياه")
    shelves.star([2], True)
    shelves.set_state([2], ReadState.READING)
    shelves.set_place(2, 1, 0.25)
    shelves.rename(2, "  لقاء\u200f الوفد ")
    shelves.tag([2], "سياسة")
    shelves.collect([2], collection.id)
    piece = library.get(2)
    assert (piece.name, piece.starred, piece.state, piece.place) == ("لقاء الوفد", True, ReadState.READING, (1, 0.25))
    assert (piece.tags, piece.collections, piece.trashed) == (("سياسة",), ("المياه",), None)
    summary = library.summaries()[1]
    assert (summary.id, summary.title, summary.title_translation) == (2, "لقاء الوفد", "The ثان")
    assert (summary.starred, summary.state, summary.words, summary.notes) == (True, ReadState.READING, 4, 0)
    assert (summary.tags, summary.collections) == (("سياسة",), ("المياه",))
    assert (summary.language, summary.byline, summary.place, summary.source) == ("ar", "وكالات", None, None)
    shelves.rename(2, " ")
    assert (library.get(2).name, library.summaries()[1].title) == (None, "ثان")


def test_the_list_follows_the_text(library: Library) -> None:
    new = paired("أول", "وصل الوفد إلى المدينة مساء أمس.")
    library.save_article(1, new)
    library.save_pairs(1, [Pair(0, Role.TITLE, "أول", "First", EngineName.ARGOS, Status.TRANSLATED)], GLOSS)
    summary = library.summaries()[-1]
    assert (summary.opening, summary.title_translation, summary.words) == (new.article.blocks[1].text, "First", 6)


def test_a_place_beyond_the_text_is_its_last_block(library: Library) -> None:
    library.shelves.set_place(1, 7, 0.5)
    assert library.get(1).place == (1, 0.5)


def test_a_tag_is_one_however_it_is_spelled(library: Library) -> None:
    library.shelves.tag([1, 2], "الحكومة")
    library.shelves.tag([3], "الحكومه")
    library.shelves.tag([1], "War")
    library.shelves.tag([2, 1], "war")
    assert library.shelves.tags() == [("War", 2), ("الحكومة", 3)]
    library.shelves.untag([1, 2, 3], "WAR")
    assert library.shelves.tags() == [("الحكومة", 3)]
    library.shelves.untag([1], "never there")
    assert code_of(lambda: library.shelves.tag([1], " \u200f ")) == "library.empty_name"
    assert code_of(lambda: library.shelves.tag([1, 9], "x")) == "library.no_piece"
    assert library.get(1).tags == ("الحكومة",)


def test_a_tag_is_renamed_joined_with_another_and_removed(library: Library) -> None:
    library.shelves.tag([1, 2], "a")
    library.shelves.tag([2, 3], "b")
    library.shelves.rename_tag("a", "A")
    assert library.shelves.tags() == [("A", 2), ("b", 2)]
    library.shelves.rename_tag("A", "b")
    assert library.shelves.tags() == [("b", 3)]
    library.shelves.remove_tag("b")
    assert library.shelves.tags() == []
    assert code_of(lambda: library.shelves.remove_tag("b")) == "library.no_tag"
    assert code_of(lambda: library.shelves.rename_tag("b", "c")) == "library.no_tag"


def test_undoing_the_step_that_made_a_tag_leaves_it_on_what_was_tagged_with_it_since(library: Library) -> None:
    with library.recording() as first:
        library.shelves.tag([1], "مياه")
    library.shelves.tag([2], "مياه")
    assert first.change is not None
    library.undo(first.change)
    assert library.shelves.tags() == [("مياه", 1)]
    assert library.get(2).tags == ("مياه",)


def test_a_piece_is_in_several_collections(library: Library) -> None:
    water, war = library.shelves.add_collection("مياه"), library.shelves.add_collection(" war ")
    library.shelves.collect([1, 2], water.id)
    library.shelves.collect([2], war.id)
    assert library.get(2).collections == ("war", "مياه")
    library.shelves.trash([1])
    assert library.shelves.collections() == [Collection(war.id, "war", 1), Collection(water.id, "مياه", 1)]
    library.shelves.uncollect([1, 2], water.id)
    assert library.get(2).collections == ("war",)
    assert library.shelves.rename_collection(war.id, "War").name == "War"
    library.shelves.remove_collection(war.id)
    assert library.get(2).collections == ()


def test_collections_have_names_of_their_own(library: Library) -> None:
    water, war = library.shelves.add_collection("المياه"), library.shelves.add_collection("war")
    assert code_of(lambda: library.shelves.add_collection("المياة")) == "library.same_collection"
    assert code_of(lambda: library.shelves.rename_collection(war.id, "المياه")) == "library.same_collection"
    assert code_of(lambda: library.shelves.add_collection(" ")) == "library.empty_name"
    assert library.shelves.rename_collection(water.id, "المياة").name == "المياة"
    library.shelves.remove_collection(war.id)
    for call in (
        lambda: library.shelves.remove_collection(war.id),
        lambda: library.shelves.rename_collection(war.id, "x"),
        lambda: library.shelves.collect([1], war.id),
        lambda: library.shelves.uncollect([1], war.id),
    ):
        assert code_of(call) == "library.no_collection"


def test_what_is_in_the_trash_is_in_no_list_and_comes_back_as_it_was(library: Library) -> None:
    library.shelves.tag([2], "x")
    before = library.get(2)
    library.shelves.trash([2, 3])
    assert [one.id for one in library.summaries()] == [1]
    assert [one.id for one in library.shelves.trashed()] == [3, 2]
    assert library.shelves.tags() == []
    trashed = library.get(2).trashed
    assert trashed is not None and library.shelves.trashed()[0].trashed == trashed
    library.shelves.trash([2])
    assert library.get(2).trashed == trashed
    library.shelves.untrash([2, 1])
    assert library.get(2) == before
    assert [one.id for one in library.summaries()] == [2, 1]


def test_removing_what_is_in_the_trash_says_so(library: Library) -> None:
    library.remove(1)
    assert code_of(lambda: library.remove(1)) == "library.in_trash"
    assert code_of(lambda: library.shelves.empty_trash([1, 2])) == "library.not_in_trash"
    assert code_of(lambda: library.shelves.empty_trash([1, 9])) == "library.no_piece"
    assert library.get(1).trashed is not None


def test_saving_an_article_again_takes_it_out_of_the_trash(library: Library) -> None:
    library.shelves.tag([1], "x")
    library.remove(1)
    assert library.find(paired("أول").article) is None
    assert library.add(paired("أول")) == (1, False)
    assert (library.get(1).tags, library.get(1).trashed) == (("x",), None)
    library.remove(1)
    assert code_of(lambda: library.save_article(2, paired("أول"))) == "library.same_piece_in_trash"


def test_the_trash_is_emptied_for_ever(library: Library) -> None:
    library.shelves.tag([1, 2], "x")
    library.shelves.tag([1], "only there")
    library.shelves.trash([1, 3])
    assert library.shelves.empty_trash([3]) == 1
    with library.recording() as step:
        assert library.shelves.empty_trash() == 1
    assert step.change is not None
    library.undo(step.change)
    assert [one.id for one in library.summaries()] == [2]
    assert library.shelves.trashed() == []
    assert [count(library, table) for table in ("pieces", "blocks", "pairs", "tags", "piece_tags")] == [1, 2, 1, 1, 1]
    assert count(library, "summaries") == 1
    assert library.add(paired("رابع")) == (4, True)


def test_every_step_that_names_a_piece_says_when_it_is_not_there(library: Library) -> None:
    shelves = library.shelves
    collection = shelves.add_collection("x").id
    for call in (
        lambda: shelves.star([1, 9], True),
        lambda: shelves.set_state([9], ReadState.READ),
        lambda: shelves.set_place(9, 0, 0.0),
        lambda: shelves.rename(9, "x"),
        lambda: shelves.untag([9], "x"),
        lambda: shelves.collect([9], collection),
        lambda: shelves.uncollect([9], collection),
        lambda: shelves.trash([9]),
        lambda: shelves.untrash([9]),
    ):
        assert code_of(call) == "library.no_piece"
    assert not library.get(1).starred


def test_a_file_that_a_migration_left_behind_is_listed_whole(library: Library) -> None:
    connection = apsw.Connection(str(library.path))
    connection.execute("DELETE FROM summaries; INSERT INTO stale SELECT id FROM pieces")
    connection.close()
    with Library(library.path) as other:
        assert [one.title_translation for one in other.summaries()] == ["The ثالث", "The ثان", "The أول"]
