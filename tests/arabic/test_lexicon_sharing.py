"""One lexicon process for all who ask, which ends with the last of them; on the real process."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from reader.app import App
from reader.arabic.lexicon_sharing import Lexicons
from reader.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def lexicons() -> Iterator[Lexicons]:
    made = Lexicons()
    yield made
    made._lexicon.close()


def pid(lexicons: Lexicons) -> int | None:
    process = lexicons._lexicon._process
    return process._popen.pid if process is not None and process._popen.poll() is None else None


def test_all_who_ask_are_answered_by_one_process(lexicons: Lexicons) -> None:
    one, other = lexicons.open(), lexicons.open()
    assert pid(lexicons) is None  # nobody has asked
    (first,) = one.readings(["كتاب"])
    started = pid(lexicons)
    (second,) = other.readings(["كتاب"])
    assert first == second != ()
    assert pid(lexicons) == started is not None


def test_the_process_ends_with_the_last_of_them(lexicons: Lexicons) -> None:
    one, other, idle = lexicons.open(), lexicons.open(), lexicons.open()
    one.analyses(["كتاب"]), other.analyses(["بيت"])
    started = pid(lexicons)
    one.close()
    one.close()
    idle.close()
    assert pid(lexicons) == started is not None
    other.close()
    assert pid(lexicons) is None


def test_whoever_asks_after_closing_it_is_counted_again(lexicons: Lexicons) -> None:
    with lexicons.open() as one:
        one.analyses(["كتاب"])
    assert pid(lexicons) is None
    assert one.analyses(["بيت"]) != [()]
    with lexicons.open() as other:
        other.analyses(["باب"])
    assert pid(lexicons) is not None
    one.close()
    assert pid(lexicons) is None


def test_a_killed_process_is_started_again_for_all(lexicons: Lexicons) -> None:
    one, other = lexicons.open(), lexicons.open()
    one.analyses(["كتاب"])
    process = lexicons._lexicon._process
    assert process is not None
    process.kill()
    assert one.analyses(["بيت"]) != [()]
    assert other.analyses(["باب"]) != [()]


def test_closing_and_asking_from_many_threads_ends_in_answers_or_the_error_and_no_process(lexicons: Lexicons) -> None:
    """Closing is at odds with nobody's asking but one's own."""
    words = ["كتاب", "بيت", "باب", "يوم", "عام", "رجل"]
    wrong: list[object] = []

    def use(word: str) -> None:
        for turn in range(4):
            with lexicons.open() as one:
                try:
                    if one.analyses([f"{word}", f"و{word}" if turn % 2 else word])[0] == ():
                        wrong.append(word)
                except TranslationError as error:
                    wrong.append(error)

    threads = [threading.Thread(target=use, args=(word,)) for word in words]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert pid(lexicons) is None


def test_an_app_hands_out_one(tmp_path: Path) -> None:
    app = App(tmp_path / "home")
    with app.lexicon() as one, app.lexicon() as other:
        assert one is not other
        assert one._owner is other._owner
