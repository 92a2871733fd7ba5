"""A child process for test_kill: adds pieces to a library without end, and prints each one's number once it is in.

    python filler.py LIBRARY RUN [edits | notes | migrations | backups | restores]

With "edits" it then edits each piece as STEPS say, adds a term for it, and prints the piece's number, its name and the
count of steps after each.

With "notes" it writes notes on each piece, changes and removes some, as NOTES say, and prints the same. With
"migrations" it opens copies of OLD, a library of version 1, and prints a line for each that is migrated. With
"backups" it makes a backup after each piece and prints its name; with "restores" it puts one back instead of a piece,
by turns of two.

The pieces follow from the run's number and a count, so that the parent knows each to the letter.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import backup, restoring
from reader.library.store import Library
from reader.model import (
    Article,
    Block,
    Detail,
    Engine,
    EngineName,
    Image,
    Pair,
    PairedArticle,
    Role,
    Selector,
    Sentence,
    SetAside,
    Side,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ENGINE = Engine(EngineName.ARGOS, "ar_en", "1.0")


def make_piece(name: str) -> PairedArticle:
    """The piece that is called so ("RUN-COUNT"): a title and between one and sixty paragraphs."""
    number = int(name.rpartition("-")[2])
    body = [
        Block(Role.PARAGRAPH, f"فقرة {n} من الخبر {name}. " + "وصل الوفد إلى المدينة. " * 12)
        for n in range(number % 60 + 1)
    ]
    blocks = (Block(Role.TITLE, name, (1,)), *body)
    pairs = tuple(
        Pair(
            index=index,
            role=block.role,
            source=block.text,
            target=f"{index} of {name}. " + "The delegation reached the city. " * 12,
            engine=EngineName.ARGOS,
            status=Status.TRANSLATED,
            sentences=tuple(
                Sentence((n, n + 1), (n, n + 2), -n / 7, ((n, n + 1, n, n + 2),))
                for n in range(min(12, len(block.text)))
            ),
        )
        for index, block in enumerate(blocks)
    )
    article = Article(
        title=name,
        blocks=blocks,
        images=(Image(f"{name}.jpeg", None),),
        details=(Detail(1, name, "published"),),
        set_aside=(SetAside(2, "+A", "font widget"),),
    )
    return PairedArticle(article, pairs, ENGINE)


STEPS = ("edit one", "edit two", "undo", "undo", "redo", "edit three", "discard", "translate", "undo", "term")
"""What is done to the first paragraph of a piece, and lastly to the glossary."""


def after_steps(number: int, made: str) -> list[str]:
    """The targets in the history of that paragraph after so many of STEPS, a star at the one that stands; ``made`` is
    what stood at first."""
    histories = (
        ("*made",),
        ("made", "*one"),
        ("made", "one", "*two"),
        ("made", "*one", "two"),
        ("*made", "one", "two"),
        ("made", "*one", "two"),
        ("made", "one", "two", "one", "*three"),
        ("made", "one", "two", "one", "three", "*made"),
        ("made", "one", "two", "one", "three", "*anew"),
        ("made", "one", "two", "one", "*three", "anew"),
        ("made", "one", "two", "one", "*three", "anew"),
    )
    return [target.replace("made", made) for target in histories[number]]


def take_step(library: Library, piece: int, name: str, step: str) -> None:
    """Does one of STEPS to the piece of that name."""
    made = make_piece(name).pairs[1]
    what, _, text = step.partition(" ")
    if what == "edit":
        library.edit(piece, replace(made, target=text, engine=EngineName.PERSON, status=Status.EDITED, sentences=()))
    elif what == "translate":
        library.save_pairs(piece, [replace(made, target="anew", sentences=(Sentence((0, 9), (0, 4)),))], ENGINE)
    elif what == "term":
        library.add_term(f"term {name}", name)
    else:
        {"undo": library.undo_edit, "redo": library.redo_edit, "discard": library.discard_edit}[what](piece, 1)


NOTES = ("note one", "note two", "change one", "bookmark", "remove two", "tag", "undo tag")
"""What is written beside a piece, in this order."""


def notes_after(number: int) -> tuple[list[str], int, bool]:
    """The notes on a piece after so many of NOTES, the count of its bookmarks, and whether it has its tag."""
    notes = ([], ["one"], ["one", "two"], ["one changed", "two"], ["one changed", "two"], ["one changed"])
    return notes[min(number, 5)], int(number >= 4), number == 6


def write_notes(library: Library, piece: int, name: str, done: Callable[[], None]) -> None:
    """Does each of NOTES to the piece, and calls ``done`` after it."""
    numbers: dict[str, int] = {}
    change = None
    for step in NOTES:
        what, _, which = step.partition(" ")
        if what == "note":
            quotes = [Selector(Side.SOURCE, name, "من الخبر ", "", 0), Selector(Side.TARGET, f"of {name}", "", "", 0)]
            numbers[which] = library.annotations.add(piece, quotes, note=which, tags=["mine"]).id
        elif what == "change":
            library.annotations.change(numbers[which], note=f"{which} changed", colour="green")
        elif what == "remove":
            library.annotations.remove(numbers[which])
        elif what == "bookmark":
            library.bookmarks.add(piece, 0, name)
        elif what == "tag":
            with library.recording() as recording:
                library.shelves.tag([piece], name)
            change = recording.change
        else:
            assert change is not None
            library.undo(change)
        done()


def migrate_copies(folder: Path, run: str) -> None:
    """Makes libraries of version 1 and opens them, each by its own name."""
    import apsw

    script = Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8")
    for number in count():
        path = folder / f"{run}-{number}" / "library.sqlite3"
        path.parent.mkdir()
        old = apsw.Connection(str(path.with_name("making.sqlite3")))
        with old:
            old.execute(script).fetchall()
        old.close()
        path.with_name("making.sqlite3").replace(path)
        Library(path).close()
        os.write(1, f"{run}-{number}\n".encode())


def main() -> None:
    path, run, *rest = sys.argv[1:]
    doing = rest[0] if rest else ""
    os.write(1, b"ready\n")
    if doing == "migrations":
        migrate_copies(Path(path), run)
    with Library(Path(path)) as library:
        for number in count():
            name = f"{run}-{number}"
            if doing == "restores":
                restoring.restore(Path(path).parent / f"{'ab'[number % 2]}.sqlite3", Path(path))
                os.write(1, f"{'ab'[number % 2]}\n".encode())
                continue
            piece, new = library.add(make_piece(name))
            assert new
            os.write(1, f"{piece} {name}\n".encode())
            if doing == "backups":
                library.back_up(backup.new_name(Path(path), "automatic"))
                os.write(1, f"{piece} {name} backup\n".encode())
            for done, step in enumerate(STEPS if doing == "edits" else (), start=1):
                take_step(library, piece, name, step)
                os.write(1, f"{piece} {name} {done}\n".encode())
            if doing == "notes":
                steps = count(1)
                write_notes(
                    library,
                    piece,
                    name,
                    lambda: os.write(1, f"{piece} {name} {next(steps)}\n".encode()),  # noqa: B023
                )


if __name__ == "__main__":
    main()
