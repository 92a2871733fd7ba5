"""The memory holds what engines made for saved pieces, by engine and to the letter, and forgets with the piece."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import apsw
import pytest

from reader import pipeline
from reader.library.connection import connect
from reader.library.store import Library
from reader.library.visits import LibraryVisits
from reader.model import (
    Article,
    Block,
    Engine,
    EngineName,
    Pair,
    PairedArticle,
    Remembered,
    Role,
    Sentence,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARGOS = Engine(EngineName.ARGOS, "ar_en", "1.0", "beam4")
SOURCE, TARGET = "وصل الوفد. غادر الوفد.", "It came. It left."
CAME, LEFT = "وصل الوفد.", "غادر الوفد."
KNOWN = {CAME: Remembered("It came.", -0.25, ((0, 3, 3, 7),)), LEFT: Remembered("It left.", None, None)}


def make_paired(
    name: str, target: str = TARGET, engine: Engine = ARGOS, status: Status = Status.TRANSLATED
) -> PairedArticle:
    """A piece of that title; its one paragraph has two sentences."""
    cut = target.index(".") + 1
    sentences = (
        Sentence((0, 10), (0, cut), -0.25, ((0, 3, 3, 7),)),
        Sentence((11, 22), (cut + 1, len(target))),
    )
    pair = Pair(1, Role.PARAGRAPH, SOURCE, target, engine.name, status, sentences)
    if status is Status.FAILED:
        pair = Pair(1, Role.PARAGRAPH, SOURCE, None, engine.name, status, detail="too hard")
    return PairedArticle(
        Article(title=name, blocks=(Block(Role.TITLE, name), Block(Role.PARAGRAPH, SOURCE))), (pair,), engine
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite3") as library:
        yield library


def test_it_knows_the_sentences_of_saved_pairs_with_score_and_links_of_their_own(library: Library) -> None:
    assert library.remembered([CAME, LEFT], ARGOS) == {}
    library.add(make_paired("خبر"))
    assert library.remembered([CAME, LEFT, "ليس هنا."], ARGOS) == KNOWN


@pytest.mark.parametrize(
    "other",
    [
        Engine(EngineName.OPUS, "ar_en", "1.0", "beam4"),
        Engine(EngineName.ARGOS, "ar_fr", "1.0", "beam4"),
        Engine(EngineName.ARGOS, "ar_en", "1.1", "beam4"),
        Engine(EngineName.ARGOS, "ar_en", None, "beam4"),
        Engine(EngineName.ARGOS, "ar_en", "1.0", "beam2"),
        Engine(EngineName.ARGOS, "ar_en", "1.0"),
    ],
)
def test_what_one_engine_made_is_no_answer_of_another(library: Library, other: Engine) -> None:
    library.add(make_paired("خبر"))
    assert library.remembered([CAME], other) == {}
    library.add(make_paired("خبر آخر", "They came. They left.", other))
    assert library.remembered([CAME], ARGOS)[CAME].text == "It came."
    assert library.remembered([CAME], other)[CAME].text == "They came."


def test_a_sentence_is_known_to_the_letter_and_by_its_languages(library: Library) -> None:
    library.add(make_paired("خبر"))
    for alike in ("وصل الوفد", "وصل  الوفد.", "وصلَ الوفد.", "وصل الوفد. "):
        assert library.remembered([alike], ARGOS) == {}
    assert library.remembered([CAME], ARGOS, "fa") == {}
    assert library.remembered([CAME], ARGOS, "ar", "fr") == {}


@pytest.mark.parametrize("engine", [Engine(EngineName.GLOSS), Engine(EngineName.PERSON)])
def test_glosses_and_what_a_person_wrote_are_not_remembered(library: Library, engine: Engine) -> None:
    library.add(make_paired("خبر", engine=engine))
    assert library.remembered([CAME], engine) == {}


@pytest.mark.parametrize("status", [Status.FAILED, Status.KEPT])
def test_failures_and_what_was_kept_are_not_remembered(library: Library, status: Status) -> None:
    library.add(make_paired("خبر", status=status))
    assert library.remembered([CAME], ARGOS) == {}


def test_the_last_answer_counts_and_an_edit_is_none(library: Library) -> None:
    piece, _ = library.add(make_paired("خبر"))
    library.save_pairs(piece, make_paired("خبر", "He came. He left.").pairs, ARGOS)
    assert library.remembered([CAME], ARGOS)[CAME].text == "He came."
    library.edit(piece, pipeline.edited(library.get(piece).pairs[0], "They came. They left."))
    assert library.remembered([CAME], ARGOS) == {}
    library.undo_edit(piece, 1)
    assert library.remembered([CAME], ARGOS)[CAME].text == "He came."


def test_a_piece_deleted_for_ever_is_forgotten_but_for_what_another_piece_has(library: Library) -> None:
    first, _ = library.add(make_paired("خبر"))
    second, _ = library.add(make_paired("خبر آخر"))
    for piece in (second, first):
        assert library.remembered([CAME, LEFT], ARGOS) == KNOWN
        library.remove(piece)
        assert library.remembered([CAME, LEFT], ARGOS) == KNOWN
        library.shelves.empty_trash()
    assert library.remembered([CAME, LEFT], ARGOS) == {}
    connection = apsw.Connection(str(library.path))
    assert connection.execute("SELECT count(*) FROM memory").get == 0
    connection.close()


def test_a_paragraph_that_leaves_the_text_is_forgotten(library: Library) -> None:
    piece, _ = library.add(make_paired("خبر"))
    rest = Article(title="خبر", blocks=(Block(Role.TITLE, "خبر"),))
    library.save_article(piece, PairedArticle(rest, (), ARGOS))
    assert library.remembered([CAME, LEFT], ARGOS) == {}


def test_it_is_no_larger_than_a_number_a_sentence(library: Library) -> None:
    for number in range(3):
        library.add(make_paired(f"خبر {number}"))
    library.add(make_paired("خبر 0"))
    connection = apsw.Connection(str(library.path))
    assert connection.execute("SELECT count(*) FROM memory").get == 6
    assert {type(value) for row in connection.execute("SELECT * FROM memory") for value in row} == {int}
    connection.close()


def test_it_answers_on_any_thread_while_another_writes(library: Library) -> None:
    library.add(make_paired("خبر"))
    visits = LibraryVisits(library.path)
    found: list[dict[str, Remembered]] = []
    writer = connect(library.path)
    writer.execute("BEGIN IMMEDIATE; DELETE FROM memory")
    thread = threading.Thread(target=lambda: found.append(visits.remembered([CAME, LEFT], ARGOS, "ar", "en")))
    thread.start()
    thread.join()
    writer.execute("ROLLBACK")
    writer.close()
    assert found == [KNOWN]


def test_asking_makes_no_library(tmp_path: Path) -> None:
    visits = LibraryVisits(tmp_path / "none" / "library.sqlite3")
    assert visits.remembered([CAME], ARGOS, "ar", "en") == {}
    assert visits.terms() == []
    assert not (tmp_path / "none").exists()
