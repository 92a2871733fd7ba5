"""A bookmark stays at its paragraph, is made once, and outlives the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import LibraryError
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, PairedArticle, Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = ("أعلن الوزير خطة جديدة.", "قال إنّ الأسباب كثيرة.", "غادر الوفد.")


def paired(*texts: str) -> PairedArticle:
    blocks = tuple(Block(Role.PARAGRAPH, text, (line,)) for line, text in enumerate(texts, start=1))
    return PairedArticle(Article(title="خبر", blocks=blocks), (), Engine(EngineName.GLOSS))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite3") as library:
        yield library


@pytest.fixture
def piece(library: Library) -> int:
    return library.add(paired(*TEXTS))[0]


def test_a_paragraph_has_one_bookmark(library: Library, piece: int) -> None:
    made = library.bookmarks.add(piece, 1)
    assert (made.piece, made.block, made.quote, made.label) == (piece, 1, TEXTS[1], None)
    assert library.bookmarks.add(piece, 1) == made
    labelled = library.bookmarks.add(piece, 1, " the   causes ")
    assert (labelled.id, labelled.label) == (made.id, "the causes")
    assert library.bookmarks.add(piece, 1) == labelled
    assert library.bookmarks.rename(made.id, None).label is None


def test_bookmarks_come_in_the_order_of_the_text_and_all_of_them_newest_first(library: Library, piece: int) -> None:
    made = [library.bookmarks.add(piece, block).id for block in (2, 0)]
    assert [one.id for one in library.bookmarks.of_piece(piece)] == made[::-1]
    assert [one.id for one in library.bookmarks.all()] == made[::-1]
    library.bookmarks.remove(made[0])
    assert [one.id for one in library.bookmarks.all()] == made[1:]


@pytest.mark.parametrize("block", [-1, 3, 2**63])
def test_there_is_no_bookmark_outside_the_text(library: Library, piece: int, block: int) -> None:
    with pytest.raises(LibraryError) as caught:
        library.bookmarks.add(piece, block)
    assert caught.value.code == "library.no_paragraph"
    with pytest.raises(LibraryError) as caught:
        library.bookmarks.remove(block)
    assert caught.value.code == "bookmark.none"


def test_a_bookmark_is_undone_and_done_again(library: Library, piece: int) -> None:
    with library.recording() as step:
        made = library.bookmarks.add(piece, 1, "x")
    assert step.change is not None
    again = library.undo(step.change)
    assert library.bookmarks.all() == []
    library.undo(again)
    assert library.bookmarks.all() == [made]


def test_a_bookmark_follows_its_paragraph_through_a_correction(library: Library, piece: int) -> None:
    made = [library.bookmarks.add(piece, block) for block in (1, 2)]
    library.save_article(piece, paired("خبر عاجل.", TEXTS[0], "قال إنّ الأسباب كثيرة ومعقدة.", "غادر الوفد!"))
    kept = library.bookmarks.of_piece(piece)
    assert [(one.id, one.block) for one in kept] == [(made[0].id, 2), (made[1].id, None)]
    library.save_article(piece, paired(TEXTS[1], TEXTS[0], TEXTS[2]))
    assert [one.block for one in library.bookmarks.of_piece(piece)] == [0, 2]


def test_a_bookmark_is_not_put_to_one_of_two_like_paragraphs(library: Library, piece: int) -> None:
    library.bookmarks.add(piece, 1)
    one, two = f"{TEXTS[1]} نعم.", f"{TEXTS[1]} لا."
    library.save_article(piece, paired(TEXTS[0], one, two))
    assert library.bookmarks.of_piece(piece)[0].block is None
    library.save_article(piece, paired(TEXTS[0], two))
    assert library.bookmarks.of_piece(piece)[0].block == 1


def test_a_bookmark_outlives_its_paragraph(library: Library, piece: int) -> None:
    made = library.bookmarks.add(piece, 1, "x")
    library.save_article(piece, paired(TEXTS[2], TEXTS[0]))
    (lost,) = library.bookmarks.of_piece(piece)
    assert (lost.id, lost.block, lost.quote, lost.label) == (made.id, None, TEXTS[1], "x")
