"""Search in a library that changes: what a hit shows, in what order they come, that the index is never behind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import cli
from reader.app import App
from reader.errors import LibraryError, QueryError
from reader.library import search_check, search_index
from reader.library.connection import connect
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, Pair, PairedArticle, Role, Status
from reader.wording import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

ENGINE = Engine(EngineName.ARGOS)
LONG = "قال مسؤول إن " + "الوفد وصل إلى المدينة صباح أمس، " * 20 + "وإنّ الحُكُومَةَ السوريّة رحّبت به."


def paired(title: str, *texts: str, targets: tuple[str, ...] = (), published: str | None = None) -> PairedArticle:
    blocks = (Block(Role.TITLE, title), *(Block(Role.PARAGRAPH, text) for text in texts))
    pairs = tuple(
        Pair(index, Role.PARAGRAPH, texts[index - 1], target, EngineName.ARGOS, Status.TRANSLATED)
        for index, target in enumerate(targets, 1)
    )
    return PairedArticle(Article(title=title, published=published, blocks=blocks), pairs, ENGINE)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite3") as library:
        yield library


def pieces(library: Library, query: str, **options: Any) -> list[int]:
    return [hit.piece.id for hit in library.search.find(query, **options)]


def problems(library: Library) -> list[str]:
    return search_check.index_problems(library._connection)


def test_a_hit_shows_the_original_letters_and_marks_them(library: Library) -> None:
    library.add(paired("خبر", "فقرة أولى.", LONG, targets=("First.", "The government welcomed it.")))
    (hit,) = library.search.find("الحكومة السورية")
    assert (hit.where, hit.block, hit.annotation, hit.piece.title) == ("text", 2, None, "خبر")
    assert hit.snippet in LONG and len(hit.snippet) < 200
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["الحُكُومَةَ", "السوريّة"]
    (hit,) = library.search.find('"الحكومة السورية"')
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["الحُكُومَةَ السوريّة"]
    (hit,) = library.search.find("governments")
    assert (hit.where, hit.block, hit.snippet) == ("translation", 2, "The government welcomed it.")
    assert hit.marks == ((4, 14),)


def test_a_hit_is_the_place_with_most_of_the_words(library: Library) -> None:
    library.add(paired("ماء", "ماء ونار.", "ماء ونار وتراب.", "تراب."))
    (hit,) = library.search.find("ماء نار تراب")
    assert (hit.where, hit.block) == ("text", 2)
    (hit,) = library.search.find("ماء")
    assert hit.where == "title"


def test_no_phrase_reaches_from_one_paragraph_into_the_next(library: Library) -> None:
    library.add(paired("خبر", "آخر الأول", "أول الثاني"))
    assert pieces(library, '"الأول أول"') == []
    assert pieces(library, '"آخر الأول"') == [1]


def test_notes_bookmarks_tags_and_names_are_found_where_they_are(library: Library) -> None:
    library.add(paired("خبر", "نصّ عن البحر."))
    quote = library.annotations.find_quote(1, "البحر")
    note = library.annotations.add(1, [quote], note="Ask Layla.\n\nThen write.", tags=["to check"])
    library.bookmarks.add(1, 1, "بداية")
    library.shelves.tag([1], "سفر")
    library.shelves.rename(1, "رحلة")
    for query, where, block, annotation in (
        ("layla", "note", None, note.id),
        ("بداية", "note", 1, None),
        ("سفر", "tag", None, None),
        ("checked", "tag", None, None),
        ("رحلة", "name", None, None),
    ):
        (hit,) = library.search.find(query)
        assert (hit.where, hit.block, hit.annotation) == (where, block, annotation), query


def test_only_filters_show_how_a_piece_begins(library: Library) -> None:
    library.add(paired("خبر", "نصّ عن البحر.", published="2021-02-03"))
    (hit,) = library.search.find("from:2021")
    assert (hit.where, hit.snippet, hit.marks) == ("text", "نصّ عن البحر.", ())


def test_a_title_counts_more_than_the_text_and_of_equals_the_newer_comes_first(library: Library) -> None:
    library.add(paired("أخبار", "نصّ عن الزلزال هنا.", published="2020-01-01"))
    library.add(paired("أحوال", "نصّ عن الزلزال هنا.", published="2022-01-01"))
    library.add(paired("الزلزال", "نصّ آخر عنه هنا.", published="2019-01-01"))
    assert pieces(library, "زلزال") == [3, 2, 1]
    assert pieces(library, "زلزال", limit=1) == [3]
    assert pieces(library, "from:2019") == [2, 1, 3]
    assert library.search.count("زلزال") == 3


def test_the_last_word_may_be_unfinished_while_one_types(library: Library) -> None:
    library.add(paired("خبر", "وللحكومة قرار", targets=("The government decided",)))
    for query in ("حكو", "الحكو", "الحكومة", "والحكو", "gov", "قرار حكو"):
        assert pieces(library, query, typing=True) == [1], query
        if not query.endswith("الحكومة"):
            assert pieces(library, query) == [], query
    assert pieces(library, "حكو ", typing=True) == []
    assert pieces(library, "حكو", typing=True, exact=True) == []
    assert pieces(library, "قرار ا", typing=True) == [1]
    assert pieces(library, "ا", typing=True) == []


def test_the_index_follows_every_change(library: Library) -> None:
    first = paired("خبر", "نصّ قديم", targets=("an old text",))
    library.add(first)
    pair = first.pairs[0]
    library.edit(1, Pair(1, pair.role, pair.source, "an ancient text", EngineName.PERSON, Status.EDITED))
    assert (pieces(library, "old"), pieces(library, "ancient")) == ([], [1])
    library.undo_edit(1, 1)
    assert (pieces(library, "old"), pieces(library, "ancient")) == ([1], [])
    with library.recording() as step:
        library.shelves.tag([1], "حرب")
        library.shelves.trash([1])
    assert pieces(library, "old") == []
    assert step.change is not None
    again = library.undo(step.change)
    assert (pieces(library, "old"), pieces(library, "حرب")) == ([1], [])
    library.undo(again)
    library.shelves.untrash([1])
    assert pieces(library, "حرب") == [1]
    library.shelves.rename_tag("حرب", "سلام")
    assert (pieces(library, "حرب"), pieces(library, "سلام")) == ([], [1])
    library.shelves.trash([1])
    library.shelves.empty_trash()
    assert pieces(library, "old") == []
    assert problems(library) == []


def test_another_connection_sees_what_is_saved(library: Library) -> None:
    with Library(library.path) as other:
        library.add(paired("خبر", "نصّ"))
        assert pieces(other, "نص") == [1]


def test_what_a_query_asks_for_is_told_for_showing_it_in_a_piece(library: Library) -> None:
    search = library.search
    assert search.phrases('tag:x "القوات الروسية" wheat OR barley* -oats wheat') == (
        "القوات الروسية",
        "wheat",
        "barley",
    )
    assert search.phrases('""الماء""') == ('""الماء""',)
    assert search.phrases("water", exact=True) == ('""water""',)
    assert search.phrases("has:note") == ()


def test_the_forms_of_a_word_are_those_that_the_library_has(library: Library) -> None:
    library.add(paired("خبر", "قالت الحكومات وحكومتنا إن الحكم باق"))
    assert library.search.forms("حكومة water") == {"حكومة": {"الحكومات", "وحكومتنا", "حكومة", "حكومه"}}


def test_searches_are_kept_under_names(library: Library) -> None:
    war = library.search.save("  الحرب\n", "tag:حرب")
    lake = library.search.save("Ahvaz", "lake")
    assert [(one.name, one.query) for one in library.search.saved()] == [("Ahvaz", "lake"), ("الحرب", "tag:حرب")]
    with library.recording() as step:
        library.search.forget(lake.id)
    assert step.change is not None
    library.undo(step.change)
    assert library.search.rename(war.id, "Zagros").name == "Zagros"
    assert [one.id for one in library.search.saved()] == [lake.id, war.id]
    for code, call in (
        ("library.empty_name", lambda: library.search.save(" ", "x")),
        ("library.empty_name", lambda: library.search.rename(war.id, "")),
        ("library.no_search", lambda: library.search.rename(99, "x")),
        ("library.no_search", lambda: library.search.forget(2**64)),
    ):
        with pytest.raises(LibraryError) as caught:
            call()
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("harm", "complaint"),
    [
        ("DELETE FROM search WHERE rowid = 1", "does not have piece 1"),
        ("INSERT INTO search (rowid, text) VALUES (9, 'x')", "has piece 9"),
        ("DELETE FROM words WHERE word = 'نص'", "lacks words of piece 1"),
        ("UPDATE blocks SET text = 'آخر'; DELETE FROM stale", "does not have piece 1"),
        ("UPDATE pieces SET trashed = ''; DELETE FROM stale", "has piece 1"),
        ("DROP TABLE search", "cannot be read"),
        ("DELETE FROM search_data WHERE id > 10", "cannot be read"),
    ],
)
def test_a_harmed_index_is_noticed_and_mended(library: Library, harm: str, complaint: str) -> None:
    library.add(paired("خبر", "نصّ"))
    assert problems(library) == []
    path = library.path
    library.close()
    connection = connect(path)
    search_index.register(connection)
    connection.execute(harm)
    (found, *_) = search_check.index_problems(connection)
    assert complaint in found
    search_index.rebuild(connection)
    assert search_check.index_problems(connection) == []
    connection.close()


def test_other_programs_can_read_all_but_the_index(library: Library) -> None:
    library.add(paired("خبر", "نصّ"))
    other = apsw.Connection(str(library.path))
    assert other.execute("SELECT text FROM blocks WHERE position = 1").get == "نصّ"
    with pytest.raises(apsw.SQLError, match="no such tokenizer"):
        other.execute("SELECT rowid FROM search WHERE search MATCH 'x'")
    other.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("filled") / "library.sqlite3") as library:
        library.add(paired("الحكومة", LONG, "tag:x -y", targets=("The government, etc.",)))
        library.shelves.tag([1], "حرب")
        yield library


PARTS = [" ", "\n", *"الحكومة ة ال السورية government tag: حرب in: title from: 2021 has:note".split()]
PARTS += '" "" - OR | * x ( ) : ^ NEAR AND NOT { } + \0'.split()
QUERIES = st.text() | st.lists(
    st.sampled_from(PARTS),
    max_size=9,
).map("".join)


@given(query=QUERIES, exact=st.booleans(), typing=st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_query_is_answered_or_has_a_field_that_makes_no_sense(
    filled: Library, query: str, exact: bool, typing: bool
) -> None:
    try:
        hits = filled.search.find(query, exact=exact, typing=typing)
    except QueryError as error:
        name, colon, value = str(error.data["asked"]).partition(":")
        assert name.casefold() in ("from", "has") and colon and value
        assert all(sentences(error))
        return
    assert len(hits) == filled.search.count(query, exact, typing=typing)
    for hit in hits:
        ends = [offset for mark in hit.marks for offset in mark]
        assert ends == sorted(ends) and all(0 <= offset <= len(hit.snippet) for offset in ends)
        assert all(hit.snippet[slice(*mark)].strip() for mark in hit.marks)


LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ"
MARKS = "ًٌٍَُِّْـ"


@given(
    words=st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=5, unique=True),
    place=st.integers(0),
    marks=st.lists(st.sampled_from(MARKS), min_size=1, max_size=8),
    exact=st.booleans(),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_piece_is_found_by_any_of_its_words_however_vocalised(
    tmp_path: Path, words: list[str], place: int, marks: list[str], exact: bool
) -> None:
    wanted = words[place % len(words)]
    vocalised = "".join(letter + marks[n % len(marks)] for n, letter in enumerate(wanted))
    with Library(tmp_path / "words.sqlite3") as library:
        piece, _ = library.add(paired("", " ".join(words)))
        assert piece in pieces(library, vocalised, exact=exact, limit=10_000)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "tag", "trash", "untrash", "empty", "rename", "note", "text", "undo"])
    ).flatmap(
        lambda step: st.tuples(st.just(step[0]), st.integers(1, 6), st.sampled_from(["حرب", "سلام", "lake", ""]))
    ),
    min_size=1,
    max_size=12,
)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_is_what_it_would_be_if_it_were_made_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    with Library(tmp_path_factory.mktemp("random") / "library.sqlite3") as library:
        library.add(paired("خبر", "نصّ أول", targets=("first",)))
        changes = []
        for what, number, word in steps:
            try:
                with library.recording() as step:
                    take(library, what, number, word)
                changes.append(step.change)
                if what == "undo" and changes[-2:-1] and changes[-2] is not None:
                    library.undo(changes[-2])
            except LibraryError:
                continue
        assert problems(library) == []
        known = {number: pieces(library, word) for number, word in enumerate(("حرب", "نص", "lake", "first"))}
        with library._session.writing() as connection:
            search_index.rebuild(connection)
        assert known == {number: pieces(library, word) for number, word in enumerate(("حرب", "نص", "lake", "first"))}


def take(library: Library, what: str, number: int, word: str) -> None:
    """One step of what a person may do."""
    match what:
        case "add":
            library.add(paired(f"خبر {number}", f"نصّ عن {word}", targets=(f"about {word}",)))
        case "edit":
            source = library.get(number).article.blocks[1].text
            library.edit(number, Pair(1, Role.PARAGRAPH, source, f"{word} x", EngineName.PERSON, Status.EDITED))
        case "tag":
            library.shelves.tag([number], word)
        case "trash":
            library.shelves.trash([number])
        case "untrash":
            library.shelves.untrash([number])
        case "empty":
            library.shelves.empty_trash()
        case "rename":
            library.shelves.rename(number, word or None)
        case "note":
            library.annotations.add(number, [library.annotations.find_quote(number, "نصّ")], note=word)
        case "text":
            library.save_article(number, paired("خبر", f"نصّ {word}", "وأكثر"))


@pytest.fixture
def saved(home: Path) -> None:
    with App(home / "muwazi").library() as library:
        library.add(
            paired("الحكومات تجتمع", "اجتمعت الحكومات.", targets=("The governments met.",), published="2021-02")
        )
        library.shelves.tag([1], "سياسة")


@pytest.mark.usefixtures("saved")
def test_the_command_prints_hits_and_exits_well(capsys: Any) -> None:
    assert cli.run(["search", "حكومة"]) == 0
    assert capsys.readouterr().out == "   1  2021-02     الحكومات تجتمع  +سياسة\n      title: الحكومات تجتمع\n"
    assert cli.run(["search", "--exact", "حكومة"]) == 0
    assert capsys.readouterr().out == ""
    assert cli.run(["search", "government", "-lake", "--limit", "1", "--json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    assert hit == {
        "piece": 1,
        "title": "الحكومات تجتمع",
        "published": "2021-02",
        "tags": ["سياسة"],
        "where": "translation",
        "snippet": "The governments met.",
        "marks": [[4, 15]],
        "paragraph": 2,
        "annotation": None,
    }
    assert cli.run(["search", "nothing", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert cli.run(["search"]) == 2
