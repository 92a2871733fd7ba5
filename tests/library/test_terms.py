"""The glossary in the library: each term once however it is spelled, and every change can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import LibraryError
from reader.library.store import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite3") as library:
        yield library


def refusal(ask: object, *arguments: object) -> str:
    with pytest.raises(LibraryError) as caught:
        ask(*arguments)  # type: ignore[operator]
    return caught.value.code


def test_terms_are_kept_in_the_order_of_their_spelling(library: Library) -> None:
    two = library.add_term("النظام", "the regime")
    one = library.add_term(" الإدارة\u200f الذاتية ", "the Autonomous\nAdministration", "  of North and East Syria ")
    assert (one.source, one.target, one.note) == (
        "الإدارة الذاتية", "the Autonomous Administration", "of North and East Syria",
    )  # fmt: skip
    assert two.note is None
    assert one.created == one.updated != ""
    with Library(library.path) as other:
        assert other.terms() == [one, two]


def test_a_term_is_there_once_however_it_is_spelled(library: Library) -> None:
    first = library.add_term("الإدارة", "the Administration")
    assert refusal(library.add_term, "الادارة", "the Board") == "library.same_term"
    second = library.add_term("النظام", "the regime")
    assert refusal(library.change_term, second.id, "الإِدارة", "the Board") == "library.same_term"
    library.change_term(first.id, "الاداره", "the Administration")
    assert [term.source for term in library.terms()] == ["الاداره", "النظام"]


@pytest.mark.parametrize(("source", "target"), [("", "x"), ("نظام", " \u200f"), ("ـ\u064b", "x")])
def test_an_empty_term_is_refused(library: Library, source: str, target: str) -> None:
    term = library.add_term("خبر", "news")
    assert refusal(library.add_term, source, target) == "library.empty_term"
    assert refusal(library.change_term, term.id, source, target) == "library.empty_term"
    assert library.terms() == [term]


def test_a_change_and_a_removal_are_undone_by_what_they_give(library: Library) -> None:
    term = library.add_term("النظام", "the regime", "note")
    old = library.change_term(term.id, "النظام", "the government")
    assert old == term
    assert [(one.target, one.note) for one in library.terms()] == [("the government", None)]
    library.change_term(old.id, old.source, old.target, old.note)
    assert [(one.target, one.note) for one in library.terms()] == [("the regime", "note")]
    gone = library.remove_term(term.id)
    assert library.terms() == []
    back = library.add_term(gone.source, gone.target, gone.note)
    assert (back.source, back.target, back.note) == (term.source, term.target, term.note)


@pytest.mark.parametrize("number", [7, 0, -1, 10**30])
def test_a_term_that_is_not_there_is_named(library: Library, number: int) -> None:
    library.add_term("النظام", "the regime")
    assert refusal(library.remove_term, number) == "library.no_term"
    assert refusal(library.change_term, number, "خبر", "news") == "library.no_term"
