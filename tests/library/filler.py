"""A child process for test_kill: adds pieces to a library without end, and prints each one's number once it is in.

    python filler.py LIBRARY RUN

The pieces follow from the run's number and a count, so that the parent knows each to the letter.
"""

from __future__ import annotations

import os
import sys
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
            sentences=tuple(Sentence((n, n + 1), (n, n + 2), -n / 7, ((n, n + 1, n, n + 2),)) for n in range(12)),
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


def main() -> None:
    path, run = sys.argv[1:]
    os.write(1, b"ready\n")
    with Library(Path(path)) as library:
        for number in count():
            piece, new = library.add(make_piece(f"{run}-{number}"))
            assert new
            os.write(1, f"{piece} {run}-{number}\n".encode())


if __name__ == "__main__":
    main()
