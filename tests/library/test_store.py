"""The library keeps what it is given, knows a piece when it sees it again, and never writes over a person's edit."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import LibraryError
from reader.library.store import Library
from reader.model import (
    Article,
    Block,
    Detail,
    Engine,
    EngineName,
    Flag,
    FlagKind,
    Image,
    Pair,
    PairedArticle,
    Role,
    Sentence,
    SetAside,
    Status,
)
from reader.wording import sentences as wording

GLOSS = Engine(EngineName.GLOSS)
ARGOS = Engine(EngineName.ARGOS, "ar_en", "1.0")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
maybe = st.none() | texts
numbers = st.integers(0, 10**6)
spans = st.tuples(numbers, numbers)
blocks = st.builds(Block, st.sampled_from(Role), texts, st.lists(numbers, max_size=4).map(tuple), maybe)
articles = st.builds(
    Article,
    language=texts,
    direction=st.sampled_from(["rtl", "ltr"]),
    title=maybe,
    kicker=maybe,
    byline=maybe,
    published=maybe,
    place=maybe,
    images=st.lists(st.builds(Image, maybe, maybe), max_size=3).map(tuple),
    related=st.lists(texts, max_size=3).map(tuple),
    source=maybe,
    blocks=st.lists(blocks, max_size=8).map(tuple),
    details=st.lists(st.builds(Detail, numbers, texts, texts), max_size=3).map(tuple),
    set_aside=st.lists(st.builds(SetAside, numbers, texts, texts), max_size=3).map(tuple),
)
made_sentences = st.builds(
    Sentence,
    spans,
    spans,
    st.none() | st.floats(allow_nan=False),
    st.none() | st.lists(st.tuples(numbers, numbers, numbers, numbers), max_size=3).map(tuple),
)
made_flags = st.builds(
    Flag,
    st.sampled_from(FlagKind),
    texts,
    st.lists(spans, max_size=2).map(tuple),
    st.lists(spans, max_size=2).map(tuple),
)
engines = st.builds(Engine, st.sampled_from(EngineName), maybe, maybe)


@st.composite
def paired_articles(draw: st.DrawFn) -> PairedArticle:
    article = draw(articles)
    pairs = []
    for index, block in enumerate(article.blocks):
        if draw(st.integers(0, 4)) == 0:
            continue  # a piece may be saved while its translation is under way
        status = draw(st.sampled_from(Status))
        pairs.append(
            Pair(
                index=index,
                role=block.role,
                source=block.text,
                target=None if status is Status.FAILED else draw(texts),
                engine=draw(st.sampled_from(EngineName)),
                status=status,
                sentences=tuple(draw(st.lists(made_sentences, max_size=3))),
                flags=tuple(draw(st.lists(made_flags, max_size=2))),
                detail=draw(maybe),
            )
        )
    return PairedArticle(article, tuple(pairs), draw(engines))


def paragraph(index: int, source: str, target: str | None, engine: EngineName, status: Status) -> Pair:
    return Pair(index, Role.PARAGRAPH, source, target, engine, status, detail=None if target else "out of breath")


def make_article(*paragraphs: str, title: str = "عنوان الخبر") -> Article:
    own = (Block(Role.TITLE, title, (1,)), *(Block(Role.PARAGRAPH, text, (n,)) for n, text in enumerate(paragraphs, 2)))
    return Article(title=title, blocks=own)


def targets(library: Library, piece: int) -> dict[int, str | None]:
    return {pair.index: pair.target for pair in library.get(piece).pairs}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "folders" / "library.sqlite3"


@settings(max_examples=150)
@given(paired=paired_articles())
def test_every_field_of_a_piece_comes_back_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, paired: PairedArticle
) -> None:
    path = tmp_path_factory.mktemp("library") / "library.sqlite3"
    with Library(path) as library:
        piece, new = library.add(paired)
        assert (piece, new) == (1, True)
    with Library(path) as library:
        kept = library.get(piece)
        assert (kept.id, kept.article, kept.pairs, kept.engine) == (1, paired.article, paired.pairs, paired.engine)
        assert library.find(paired.article) == 1
        assert library.add(paired) == (1, False)
        assert library.get(piece) == kept


def test_a_new_library_says_what_it_is(path: Path) -> None:
    Library(path).close()
    connection = apsw.Connection(str(path))
    assert connection.pragma("application_id") == int.from_bytes(b"MWZI", "big")
    assert connection.pragma("user_version") == 3
    assert connection.pragma("journal_mode") == "wal"
    connection.close()


def test_times_are_utc_and_a_change_moves_the_second(path: Path) -> None:
    with Library(path) as library:
        piece, _ = library.add(PairedArticle(make_article("نص"), (), ARGOS))
        before = library.get(piece)
        assert before.created == before.updated
        assert before.created.endswith("Z") and before.created[10] == "T"
        library.save_pairs(piece, [paragraph(1, "نص", "Text", EngineName.ARGOS, Status.TRANSLATED)], ARGOS)
        after = library.get(piece)
        assert after.created == before.created
        assert after.updated >= before.updated


@pytest.mark.parametrize(
    "other",
    [
        make_article("أكّد المسؤول أنّ ١٨ شخصاً وصلوا", "إلى المدينة"),
        make_article("اكد المسوول ان 18 شخصا وصلوا إلى المدينة"),
        make_article("  أكد المسؤول\nأن 18 شخصا ", " وصلوا إلى", "المدينـــة "),
        replace(make_article("أكد المسؤول أن 18 شخصا وصلوا إلى المدينة"), source="/elsewhere.txt", byline="شخص"),
    ],
)
def test_title_and_body_equal_after_folding_is_one_piece(path: Path, other: Article) -> None:
    first = make_article("أكد المسؤول أن 18 شخصاً وصلوا", "إلى المدينة")
    with Library(path) as library:
        piece, _ = library.add(PairedArticle(first, (), ARGOS))
        assert library.find(other) == piece
        assert library.add(PairedArticle(other, (), ARGOS)) == (piece, False)
        assert library.get(piece).article == first
        assert len(library.summaries()) == 1


def test_another_title_or_body_is_another_piece(path: Path) -> None:
    with Library(path) as library:
        pieces = [
            library.add(PairedArticle(article, (), ARGOS))
            for article in (
                make_article("نص"),
                make_article("نص", title="عنوان آخر"),
                make_article("نص آخر"),
                Article(blocks=(Block(Role.PARAGRAPH, "نص"),)),
                Article(blocks=(Block(Role.RELATED, "خبر"),)),
                Article(blocks=(Block(Role.RELATED, "خبر آخر"),)),
                Article(set_aside=(SetAside(1, "+A", "font widget"),)),
            )
        ]
        assert pieces == [(number, True) for number in range(1, 8)]
        assert library.find(make_article("ليس هنا")) is None


def test_adding_again_takes_in_what_is_better_and_nothing_else(path: Path) -> None:
    article = make_article("أول", "ثان", "ثالث", "رابع", "خامس")
    first = (
        paragraph(1, "أول", "glossed", EngineName.GLOSS, Status.TRANSLATED),
        paragraph(2, "ثان", None, EngineName.ARGOS, Status.FAILED),
        paragraph(3, "ثالث", "by a person", EngineName.PERSON, Status.EDITED),
        paragraph(4, "رابع", "the first translation", EngineName.ARGOS, Status.TRANSLATED),
    )
    again = tuple(
        paragraph(n, article.blocks[n].text, f"new {n}", EngineName.ARGOS, Status.TRANSLATED) for n in range(1, 6)
    )
    with Library(path) as library:
        piece, _ = library.add(PairedArticle(article, first, GLOSS))
        assert library.add(PairedArticle(article, again, ARGOS)) == (piece, False)
        better = {1: "new 1", 2: "new 2", 3: "by a person", 4: "the first translation", 5: "new 5"}
        assert targets(library, piece) == better
        assert library.get(piece).engine == ARGOS
        worse = tuple(
            paragraph(n, article.blocks[n].text, "gloss", EngineName.GLOSS, Status.TRANSLATED) for n in better
        )
        kept = library.get(piece)
        library.add(PairedArticle(article, worse, GLOSS))
        assert library.get(piece) == kept


def test_pairs_of_a_text_that_is_only_alike_stay_out(path: Path) -> None:
    with Library(path) as library:
        piece, _ = library.add(PairedArticle(make_article("أكد"), (), ARGOS))
        other = paragraph(1, "أكّد", "He confirmed", EngineName.ARGOS, Status.TRANSLATED)
        assert library.add(PairedArticle(make_article("أكّد"), (other,), ARGOS)) == (piece, False)
        assert library.get(piece).pairs == ()


def test_saving_pairs_replaces_all_but_what_ranks_higher(path: Path) -> None:
    article = make_article("أول", "ثان", "ثالث")
    first = (
        paragraph(1, "أول", "old", EngineName.ARGOS, Status.TRANSLATED),
        paragraph(2, "ثان", "old", EngineName.ARGOS, Status.TRANSLATED),
        paragraph(3, "ثالث", "by a person", EngineName.PERSON, Status.EDITED),
    )
    with Library(path) as library:
        piece, _ = library.add(PairedArticle(article, first, ARGOS))
        new = [
            paragraph(1, "أول", "new", EngineName.ARGOS, Status.TRANSLATED),
            paragraph(2, "ثان", None, EngineName.ARGOS, Status.FAILED),
            paragraph(3, "ثالث", "new", EngineName.ARGOS, Status.TRANSLATED),
        ]
        newer = Engine(EngineName.ARGOS, "ar_en", "2.0")
        library.save_pairs(piece, new, newer)
        assert targets(library, piece) == {1: "new", 2: "old", 3: "by a person"}
        assert library.get(piece).engine == newer
        edit = paragraph(3, "ثالث", "by a person, better", EngineName.PERSON, Status.EDITED)
        library.save_pairs(piece, [edit], Engine(EngineName.PERSON))
        assert targets(library, piece)[3] == "by a person, better"


def test_it_is_kept_which_package_made_a_pair_until_another_text_comes(path: Path) -> None:
    def made_by() -> list[tuple[str, str]]:
        connection = apsw.Connection(str(path))
        found = connection.execute("SELECT engine_version, target FROM pairs").fetchall()
        connection.close()
        return found

    with Library(path) as library:
        one = paragraph(1, "نص", "Text", EngineName.ARGOS, Status.TRANSLATED)
        piece, _ = library.add(PairedArticle(make_article("نص"), (one,), ARGOS))
        library.save_pairs(piece, [one], Engine(EngineName.ARGOS, "ar_en", "2.0"))
        assert made_by() == [("1.0", "Text")]
        library.save_pairs(piece, [replace(one, target="A text")], Engine(EngineName.ARGOS, "ar_en", "2.0"))
        assert made_by() == [("2.0", "A text")]


def test_a_single_pair_goes_to_its_own_one_of_two_equal_blocks(path: Path) -> None:
    with Library(path) as library:
        piece, _ = library.add(PairedArticle(make_article("نص", "نص"), (), ARGOS))
        library.save_pairs(piece, [paragraph(2, "نص", "second", EngineName.ARGOS, Status.TRANSLATED)], ARGOS)
        assert targets(library, piece) == {2: "second"}


def test_a_line_put_back_keeps_the_pairs_of_the_others(path: Path) -> None:
    before = replace(make_article("أول", "ثان"), set_aside=(SetAside(4, "سطر", "advert"),))
    after = Article(
        title=before.title,
        blocks=(before.blocks[0], Block(Role.PARAGRAPH, "سطر", (4,)), *before.blocks[1:]),
    )
    pairs = (
        paragraph(1, "أول", "by a person", EngineName.PERSON, Status.EDITED),
        paragraph(2, "ثان", "second", EngineName.ARGOS, Status.TRANSLATED),
    )
    with Library(path) as library:
        piece, _ = library.add(PairedArticle(before, pairs, ARGOS))
        added = paragraph(1, "سطر", "line", EngineName.ARGOS, Status.TRANSLATED)
        library.save_article(piece, PairedArticle(after, (added,), ARGOS))
        assert library.get(piece).article == after
        assert targets(library, piece) == {1: "line", 2: "by a person", 3: "second"}
        assert library.find(after) == piece
        assert library.find(before) is None


def test_a_new_text_may_not_drop_an_edited_translation(path: Path) -> None:
    edit = paragraph(1, "أول", "by a person", EngineName.PERSON, Status.EDITED)
    with Library(path) as library:
        piece, _ = library.add(PairedArticle(make_article("أول", "ثان"), (edit,), ARGOS))
        kept = library.get(piece)
        with pytest.raises(LibraryError) as caught:
            library.save_article(piece, PairedArticle(make_article("ثان"), (), ARGOS))
        assert caught.value.code == "library.edited"
        assert library.get(piece) == kept


def test_a_new_text_may_not_be_that_of_another_piece(path: Path) -> None:
    with Library(path) as library:
        library.add(PairedArticle(make_article("أول"), (), ARGOS))
        second, _ = library.add(PairedArticle(make_article("ثان"), (), ARGOS))
        with pytest.raises(LibraryError) as caught:
            library.save_article(second, PairedArticle(make_article("أول"), (), ARGOS))
        assert (caught.value.code, caught.value.data) == ("library.same_piece", {"piece": 1})
        assert library.get(second).article == make_article("ثان")


def test_a_list_shows_the_newest_first_with_title_translation_and_tags(path: Path) -> None:
    titled = replace(make_article("نص"), published="2021-02-24T07:13")
    title = Pair(0, Role.TITLE, "عنوان الخبر", "The headline", EngineName.ARGOS, Status.TRANSLATED)
    bare = Article(blocks=(Block(Role.CAPTION, "صورة"), Block(Role.PARAGRAPH, "كلمة " * 100)))
    with Library(path) as library:
        library.add(PairedArticle(titled, (title,), ARGOS))
        library.add(PairedArticle(bare, (), ARGOS))
        library.add(PairedArticle(Article(), (), ARGOS))
    connection = apsw.Connection(str(path))
    connection.execute("INSERT INTO tags (name) VALUES ('مياه'), ('sy'); INSERT INTO piece_tags VALUES (1, 1), (1, 2)")
    connection.close()
    with Library(path) as library:
        empty, second, first = library.summaries()
        assert (first.id, first.title, first.title_translation) == (1, "عنوان الخبر", "The headline")
        assert (first.published, first.opening, first.tags) == ("2021-02-24T07:13", "نص", ("sy", "مياه"))
        assert first.created == library.get(1).created
        assert (second.title, second.title_translation, second.tags) == (None, None, ())
        assert second.opening == " ".join(["كلمة"] * 24)
        assert empty.opening == ""
        assert library.get(1).tags == ("sy", "مياه")


def test_emptying_the_trash_takes_all_of_the_piece_and_its_number(path: Path) -> None:
    pair = paragraph(1, "نص", "Text", EngineName.ARGOS, Status.TRANSLATED)
    with Library(path) as library:
        for _ in range(2):
            piece, new = library.add(PairedArticle(make_article("نص"), (pair,), ARGOS))
            assert new
            library.remove(piece)
            library.shelves.empty_trash()
        assert piece == 2
        assert library.summaries() == []
    connection = apsw.Connection(str(path))
    for table in ("pieces", "blocks", "pairs"):
        assert connection.execute(f"SELECT count(*) FROM {table}").get == 0
    connection.close()


@pytest.mark.parametrize("number", [1, 0, -1, 10**30])
def test_a_piece_that_is_not_there_is_named(path: Path, number: int) -> None:
    with Library(path) as library:
        for ask in (library.get, library.remove, lambda piece: library.save_pairs(piece, [], ARGOS)):
            with pytest.raises(LibraryError) as caught:
                ask(number)
            assert (caught.value.code, caught.value.data) == ("library.no_piece", {"piece": number})
            assert str(number) in wording(caught.value)[0]


def test_what_fails_half_way_leaves_no_half(path: Path) -> None:
    good = paragraph(1, "نص", "Text", EngineName.ARGOS, Status.TRANSLATED)
    impossible = Pair(0, Role.TITLE, "عنوان الخبر", None, EngineName.ARGOS, Status.TRANSLATED)
    with Library(path) as library:
        with pytest.raises(apsw.ConstraintError):
            library.add(PairedArticle(make_article("نص"), (good, impossible), ARGOS))
        assert library.summaries() == []
        assert library.add(PairedArticle(make_article("نص"), (good,), ARGOS))[1]


def test_nothing_heavy_is_loaded_before_a_library_is_opened() -> None:
    code = "import sys, reader.library.store; sys.exit('apsw' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
