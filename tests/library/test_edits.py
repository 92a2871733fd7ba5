"""What a person writes outranks every engine, is kept through everything, and every step of it can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import apsw
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from reader import pipeline
from reader.errors import LibraryError
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, Flag, FlagKind, Pair, PairedArticle, Role, Sentence, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

ARGOS = Engine(EngineName.ARGOS, "ar_en", "1.0", "beam4")
NEWER = Engine(EngineName.ARGOS, "ar_en", "2.0", "beam4")
PERSON = Engine(EngineName.PERSON)
TEXTS = ("وصل الوفد. غادر الوفد.", "قال الوفد إنه باق.")


def make_article(*texts: str) -> Article:
    return Article(title="خبر", blocks=tuple(Block(Role.PARAGRAPH, text, (n,)) for n, text in enumerate(texts, 1)))


def make_pair(index: int, target: str, source: str | None = None) -> Pair:
    text = source or TEXTS[index]
    sentences = (Sentence((0, len(text)), (0, len(target))),)
    return Pair(index, Role.PARAGRAPH, text, target, EngineName.ARGOS, Status.TRANSLATED, sentences)


def saved(library: Library) -> int:
    pairs = (make_pair(0, "It came. It left."), make_pair(1, "It stays."))
    first = PairedArticle(make_article(*TEXTS), pairs, ARGOS)
    return library.add(first)[0]


def write(library: Library, piece: int, index: int, text: str) -> Pair:
    pair = pipeline.edited(library.get(piece).pairs[index], text)
    library.edit(piece, pair)
    return pair


def targets(library: Library, piece: int, index: int) -> list[str | None]:
    """The history's targets, with a star at the current one."""
    return [
        ("*" if version.current else "") + (version.pair.target or "" if version.pair else "")
        for version in library.history(piece, index)
    ]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite3") as library:
        yield library


def test_an_edit_is_kept_with_what_it_replaced(library: Library) -> None:
    piece = saved(library)
    pair = write(library, piece, 0, "They came. They left.")
    kept = library.get(piece).pairs[0]
    assert kept == pair
    assert (kept.status, kept.engine, kept.maker) == (Status.EDITED, EngineName.PERSON, PERSON)
    old, new = library.history(piece, 0)
    assert (old.current, new.current) == (False, True)
    assert old.pair is not None
    assert (old.pair.target, old.pair.status, old.pair.maker) == ("It came. It left.", Status.TRANSLATED, ARGOS)
    assert old.pair.made and kept.made and old.pair.made <= kept.made
    assert library.get(piece).engine == ARGOS


def test_edits_are_undone_and_redone_one_by_one(library: Library) -> None:
    piece = saved(library)
    for text in ("one", "two"):
        write(library, piece, 0, text)
    assert targets(library, piece, 0) == ["It came. It left.", "one", "*two"]
    assert [library.undo_edit(piece, 0) for _ in range(3)] == [
        replace(make_pair(0, "one"), engine=EngineName.PERSON, status=Status.EDITED, sentences=whole("one")),
        make_pair(0, "It came. It left."),
        make_pair(0, "It came. It left."),
    ]
    assert targets(library, piece, 0) == ["*It came. It left.", "one", "two"]
    assert library.get(piece).pairs[0].maker == ARGOS
    redone = [library.redo_edit(piece, 0) for _ in range(3)]
    assert [pair.target for pair in redone if pair] == ["one", "two", "two"]


def whole(target: str) -> tuple[Sentence, ...]:
    return (Sentence((0, len(TEXTS[0])), (0, len(target))),)


def test_an_edit_after_an_undo_loses_nothing_that_was_undone(library: Library) -> None:
    piece = saved(library)
    for text in ("one", "two"):
        write(library, piece, 0, text)
    for _ in range(2):
        library.undo_edit(piece, 0)
    write(library, piece, 0, "three")
    engine = "It came. It left."
    assert targets(library, piece, 0) == [engine, "one", "two", engine, "*three"]


def test_an_edit_of_what_has_no_translation_is_undone_to_none(library: Library) -> None:
    piece = library.add(PairedArticle(make_article(*TEXTS), (), ARGOS))[0]
    failed = Pair(0, Role.PARAGRAPH, TEXTS[0], None, EngineName.ARGOS, Status.FAILED, detail="too hard")
    library.edit(piece, pipeline.edited(failed, "They came."))
    assert library.get(piece).pairs[0].target == "They came."
    assert library.undo_edit(piece, 0) is None
    assert library.get(piece).pairs == ()
    again = library.redo_edit(piece, 0)
    assert again is not None and again.target == "They came."


def test_a_discarded_edit_gives_way_to_an_engine_and_comes_back(library: Library) -> None:
    piece = saved(library)
    for text in ("one", "two"):
        write(library, piece, 0, text)
    stands = library.discard_edit(piece, 0)
    assert stands is not None and (stands.target, stands.maker) == ("It came. It left.", ARGOS)
    library.save_pairs(piece, [make_pair(0, "anew")], NEWER)
    assert library.get(piece).pairs[0].target == "anew"
    back = library.undo_edit(piece, 0)
    assert back is not None and (back.target, back.status) == ("two", Status.EDITED)
    forth = library.redo_edit(piece, 0)
    assert forth is not None and (forth.target, forth.maker) == ("anew", NEWER)
    assert library.discard_edit(piece, 0) == forth
    assert targets(library, piece, 0) == ["It came. It left.", "one", "two", "*anew"]


def test_no_engine_no_import_and_no_other_text_takes_an_edit_away(library: Library) -> None:
    piece = saved(library)
    edit = write(library, piece, 1, "They stay.")
    library.save_pairs(piece, [make_pair(0, "new"), make_pair(1, "new")], NEWER)
    library.add(PairedArticle(make_article(*TEXTS), (make_pair(0, "newer"), make_pair(1, "newer")), NEWER))
    library.add(PairedArticle(make_article(*TEXTS), (replace(edit, target="They stayed."),), ARGOS))
    assert library.get(piece).pairs[1] == edit
    heading = replace(make_article("سطر", *TEXTS), blocks=(
        Block(Role.PARAGRAPH, "سطر"), Block(Role.PARAGRAPH, TEXTS[0]), Block(Role.HEADING, TEXTS[1]),
    ))  # fmt: skip
    library.save_article(piece, PairedArticle(heading, (), ARGOS))
    assert library.get(piece).pairs[-1] == replace(edit, index=2, role=Role.HEADING)
    assert targets(library, piece, 2) == ["It stays.", "*They stay."]


def test_an_edit_that_comes_with_an_article_puts_what_was_there_into_the_history(library: Library) -> None:
    piece = saved(library)
    edit = pipeline.edited(library.get(piece).pairs[1], "They stay.")
    assert library.add(PairedArticle(make_article(*TEXTS), (edit,), ARGOS)) == (piece, False)
    assert targets(library, piece, 1) == ["It stays.", "*They stay."]


@pytest.mark.parametrize("undone", [False, True])
def test_a_new_text_may_not_drop_what_a_person_wrote(library: Library, undone: bool) -> None:
    piece = saved(library)
    write(library, piece, 1, "They stay.")
    if undone:
        library.undo_edit(piece, 1)
    before = library.get(piece)
    with pytest.raises(LibraryError) as caught:
        library.save_article(piece, PairedArticle(make_article(TEXTS[0]), (), ARGOS))
    assert caught.value.code == "library.edited"
    assert library.get(piece) == before


def test_flags_found_anew_change_neither_maker_nor_history(library: Library) -> None:
    piece = saved(library)
    edit = write(library, piece, 1, "They stay.")
    flag = Flag(FlagKind.GLOSSARY, "delegation", ((4, 9),))
    library.save_pairs(piece, [replace(edit, flags=(flag,)), replace(make_pair(0, "It came. It left."), flags=(flag,))],
                       NEWER)  # fmt: skip
    first, second = library.get(piece).pairs
    assert first.flags == second.flags == (flag,)
    assert (first.maker, second.maker) == (ARGOS, PERSON)
    assert targets(library, piece, 1) == ["It stays.", "*They stay."]


def test_an_edit_that_an_engine_was_handed_comes_back_over_no_newer_one_and_not_once_it_is_undone(
    library: Library,
) -> None:
    piece = saved(library)
    old = write(library, piece, 1, "They stay.")
    handed = replace(old, flags=(Flag(FlagKind.GLOSSARY, "delegation", ((4, 9),)),))
    write(library, piece, 1, "They remain.")
    for _ in range(2):
        library.save_pairs(piece, [handed], NEWER)
        library.save_article(piece, PairedArticle(library.get(piece).article, (handed,), NEWER))
    assert targets(library, piece, 1) == ["It stays.", "They stay.", "*They remain."]
    library.undo_edit(piece, 1)
    library.undo_edit(piece, 1)
    library.save_pairs(piece, [handed], NEWER)
    assert targets(library, piece, 1)[0] == "*It stays."


def test_a_piece_of_several_makers_knows_each_and_so_does_what_is_made_of_it(library: Library) -> None:
    piece = saved(library)
    write(library, piece, 0, "They came.")
    taken = library.get(piece)
    library.remove(piece)
    library.shelves.empty_trash()
    again, _ = library.add(PairedArticle(taken.article, taken.pairs, NEWER))
    assert [(pair.maker, pair.made) for pair in library.get(again).pairs] == [
        (PERSON, taken.pairs[0].made), (ARGOS, taken.pairs[1].made),
    ]  # fmt: skip


@pytest.mark.parametrize("index", [-1, 2, 10**30])
def test_a_paragraph_that_is_not_there_is_named(library: Library, index: int) -> None:
    piece = saved(library)
    edit = replace(pipeline.edited(library.get(piece).pairs[0], "new"), index=index)
    for ask in (library.undo_edit, library.redo_edit, library.discard_edit, library.history):
        with pytest.raises(LibraryError) as caught:
            ask(piece, index)
        assert caught.value.code == "library.no_paragraph"
    with pytest.raises(LibraryError) as caught:
        library.edit(piece, edit)
    assert caught.value.code == "library.no_paragraph"
    with pytest.raises(LibraryError) as caught:
        library.edit(piece, replace(edit, index=1))
    assert caught.value.data == {"piece": piece, "paragraph": 2}


def test_emptying_the_trash_takes_a_pieces_history(library: Library) -> None:
    piece = saved(library)
    write(library, piece, 0, "They came.")
    library.remove(piece)
    library.shelves.empty_trash()
    connection = apsw.Connection(str(library.path))
    assert connection.execute("SELECT count(*) FROM edits").get == 0
    connection.close()


def test_a_removed_piece_comes_back_with_its_history_tags_and_number(library: Library) -> None:
    piece = saved(library)
    library.add(PairedArticle(make_article("خبر آخر"), (), ARGOS))
    for text in ("one", "two"):
        write(library, piece, 0, text)
    library.undo_edit(piece, 0)
    connection = apsw.Connection(str(library.path))
    connection.execute("INSERT INTO tags (name) VALUES ('ماء'); INSERT INTO piece_tags VALUES (1, 1)")
    connection.close()
    before = library.get(piece)
    library.remove(piece)
    assert library.get(piece).trashed is not None
    library.shelves.untrash([piece])
    assert library.get(piece) == before
    assert [pair.made for pair in library.get(piece).pairs] == [pair.made for pair in before.pairs]
    assert targets(library, piece, 0) == ["It came. It left.", "*one", "two"]
    assert library.remembered([TEXTS[1]], ARGOS)[TEXTS[1]].text == "It stays."
    assert library.add(PairedArticle(make_article("خبر ثالث"), (), ARGOS)) == (3, True)


class History(RuleBasedStateMachine):
    """Edits, drafts, undoing, redoing, discarding and engines in any order, against a list with a cursor."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.library = Library(Path(self.folder.name) / "library.sqlite3")
        self.piece = saved(self.library)
        self.states: list[tuple[str, bool]] = [("It came. It left.", False)]
        self.at = 0
        self.count = 0
        self.draft: dict[int, str] = {}

    def push(self, text: str, edited: bool) -> None:
        undone = self.states[self.at + 1 :]
        self.states += [*([self.states[self.at]] if undone else []), (text, edited)]
        self.at = len(self.states) - 1

    @rule()
    def edit(self) -> None:
        self.count += 1
        write(self.library, self.piece, 0, f"edit {self.count}")
        self.push(f"edit {self.count}", True)
        self.draft = {}

    @rule()
    def type(self) -> None:
        self.count += 1
        self.draft = {0: f"draft {self.count}"}
        self.library.keep_draft(self.piece, 0, self.draft[0])

    @rule()
    def undo(self) -> None:
        self.library.undo_edit(self.piece, 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        self.library.redo_edit(self.piece, 0)
        self.at = min(self.at + 1, len(self.states) - 1)

    @rule()
    def discard(self) -> None:
        self.library.discard_edit(self.piece, 0)
        if self.states[self.at][1]:
            text = [text for text, edited in self.states[: self.at] if not edited][-1]
            self.push(text, False)

    @rule(newer=st.booleans())
    def translate(self, newer: bool) -> None:
        self.count += 1
        self.library.save_pairs(self.piece, [make_pair(0, f"made {self.count}")], NEWER if newer else ARGOS)
        if not self.states[self.at][1]:
            self.states[self.at] = (f"made {self.count}", False)

    @invariant()
    def history_is_as_expected(self) -> None:
        expected = [("*" if n == self.at else "") + text for n, (text, _) in enumerate(self.states)]
        assert targets(self.library, self.piece, 0) == expected
        assert self.library.drafts(self.piece) == self.draft
        edited = self.states[self.at][1]
        assert (self.library.get(self.piece).pairs[0].status is Status.EDITED) == edited

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


def test_a_draft_is_kept_beside_what_stands_until_it_is_an_edit(library: Library) -> None:
    piece = saved(library)
    library.keep_draft(piece, 1, "It rem")
    library.keep_draft(piece, 1, "It remains.\nIt")
    assert library.drafts(piece) == {1: "It remains.\nIt"}
    assert library.get(piece).pairs[1].target == "It stays."
    assert targets(library, piece, 1) == ["*It stays."]
    write(library, piece, 1, "It remains.")
    assert library.drafts(piece) == {}
    assert targets(library, piece, 1) == ["It stays.", "*It remains."]


def test_no_translation_and_no_undoing_takes_a_draft_away(library: Library) -> None:
    piece = saved(library)
    write(library, piece, 0, "They came.")
    library.keep_draft(piece, 0, "They all came.")
    library.undo_edit(piece, 0)
    library.redo_edit(piece, 0)
    library.discard_edit(piece, 0)
    library.save_pairs(piece, [make_pair(0, "It arrived.")], NEWER)
    library.save_article(piece, PairedArticle(make_article("سطر جديد.", *TEXTS), (), ARGOS))
    assert library.drafts(piece) == {1: "They all came."}
    with pytest.raises(LibraryError) as raised:
        library.save_article(piece, PairedArticle(make_article(TEXTS[1]), (), ARGOS))
    assert raised.value.code == "library.edited"
    library.drop_draft(piece, 1)
    assert library.drafts(piece) == {}


def test_a_draft_of_no_paragraph_is_refused(library: Library) -> None:
    piece = saved(library)
    for number, place in ((piece, 2), (piece + 1, 0)):
        with pytest.raises(LibraryError):
            library.keep_draft(number, place, "Nothing")


def test_a_rescue_keeps_drafts(library: Library, tmp_path: Path) -> None:
    from reader.library import rescue

    piece = saved(library)
    library.keep_draft(piece, 0, "They all came.")
    library.close()
    rescue.rescue(tmp_path / "library.sqlite3")
    with Library(tmp_path / "library.sqlite3") as rescued:
        assert rescued.drafts(piece) == {0: "They all came."}
