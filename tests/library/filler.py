"""A child process for test_kill: adds pieces to a library without end, and prints each one's number once it is in.

    python filler.py LIBRARY RUN [edits]

With "edits" it then edits each piece as STEPS say, adds a term for it, and prints the piece's number, its name and the
count of steps after each.

The pieces follow from the run's number and a count, so that the parent knows each to the letter.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

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
    Sentence,
    SetAside,
    Status,
)

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


def main() -> None:
    path, run, *edits = sys.argv[1:]
    os.write(1, b"ready\n")
    with Library(Path(path)) as library:
        for number in count():
            name = f"{run}-{number}"
            piece, new = library.add(make_piece(name))
            assert new
            os.write(1, f"{piece} {name}\n".encode())
            for done, step in enumerate(STEPS if edits else (), start=1):
                take_step(library, piece, name, step)
                os.write(1, f"{piece} {name} {done}\n".encode())


if __name__ == "__main__":
    main()
