"""Whatever a person does to pieces, in any order: undone backwards it leaves the very tables, done again the same."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import LibraryError
from reader.library.session import RECORDED
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, PairedArticle, ReadState, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    import apsw

PIECES = st.integers(1, 4)
SOME = st.lists(PIECES, min_size=1, max_size=3)
NAMES = st.sampled_from(["ماء", "الحكومة", "الحكومه", "war", "War", "x"])
COLLECTIONS = st.integers(1, 4)
BODY = "وصل الوفد إلى المدينة مساء أمس وغادرها صباح اليوم بعد لقاء قصير مع رئيس البلدية وأعضاء المجلس كلهم."

STEPS: dict[str, tuple[Any, ...]] = {
    "star": (SOME, st.booleans()),
    "set_state": (SOME, st.sampled_from(ReadState)),
    "set_place": (PIECES, st.integers(0, 1), st.floats(0, 1)),
    "rename": (PIECES, st.none() | NAMES),
    "tag": (SOME, NAMES),
    "untag": (SOME, NAMES),
    "rename_tag": (NAMES, NAMES),
    "remove_tag": (NAMES,),
    "add_collection": (NAMES,),
    "rename_collection": (COLLECTIONS, NAMES),
    "remove_collection": (COLLECTIONS,),
    "collect": (SOME, COLLECTIONS),
    "uncollect": (SOME, COLLECTIONS),
    "trash": (SOME,),
    "untrash": (SOME,),
    "merge": (PIECES, SOME),
    "dismiss": (PIECES, PIECES),
}
"""The methods of Shelves that are steps, with their arguments."""

step = st.sampled_from(sorted(STEPS)).flatmap(lambda name: st.tuples(st.just(name), st.tuples(*STEPS[name])))


def make_library(folder: str) -> Library:
    library = Library(Path(folder) / "library.sqlite3")
    for number in range(1, 5):
        title = Block(Role.TITLE, f"خبر {number}")
        blocks = (title, Block(Role.PARAGRAPH, BODY if number < 3 else f"{number} {BODY}"))
        library.add(PairedArticle(Article(title=title.text, blocks=blocks), (), Engine(EngineName.GLOSS)))
    with library._session.writing() as connection:
        connection.execute("INSERT INTO annotations VALUES (1, 1, 'yellow', NULL, '', ''), (2, 3, 'blue', 'x', '', '')")
        connection.execute("INSERT INTO bookmarks (piece, block, quote, created) SELECT piece, id, '', '' FROM blocks")
    return library


def tables(connection: apsw.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All that a step can change; of the tags those that something bears, see ``tags.find_or_make``."""
    kept = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in RECORDED}
    borne = {tag for _, tag in (*kept["piece_tags"], *kept["annotation_tags"])}
    return kept | {"tags": [row for row in kept["tags"] if row[0] in borne]}


def shown(library: Library) -> Any:
    shelves = library.shelves
    pieces = [library.get(number) for number in range(1, 5)]
    return library.summaries(), shelves.trashed(), shelves.tags(), shelves.collections(), pieces


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(step, max_size=12))
def test_steps_undone_backwards_leave_what_was_there_before(steps: list[tuple[str, tuple[Any, ...]]]) -> None:
    with TemporaryDirectory() as folder, make_library(folder) as library:
        states = [(tables(library._connection), shown(library))]
        changes = []
        for name, arguments in steps:
            do: Callable[..., object] = getattr(library.shelves, name)
            try:
                with library.recording() as recording:
                    do(*arguments)
            except LibraryError:
                assert (tables(library._connection), shown(library)) == states[-1]
                continue
            assert recording.change is not None
            changes.append(recording.change)
            states.append((tables(library._connection), shown(library)))
        redo = []
        for at, change in enumerate(reversed(changes)):
            redo.append(library.undo(change))
            assert (tables(library._connection), shown(library)) == states[-2 - at]
        for at, change in enumerate(reversed(redo)):
            library.undo(change)
            assert (tables(library._connection), shown(library)) == states[at + 1]
        assert library._connection.execute("PRAGMA foreign_key_check").fetchall() == []
