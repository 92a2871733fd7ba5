"""The commands about the library as a whole: backup, restore, check."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli_io import answer, describe, say
from reader.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.app import App
    from reader.library.rescue import Rescued

_file = click.argument("file", type=click.Path(path_type=Path))


@click.command()
@_file
@click.pass_obj
def backup(app: App, file: Path) -> None:
    """Copy the library to FILE, one file that holds all of it."""
    app.backup(file)


@click.command()
@_file
@click.pass_obj
def restore(app: App, file: Path) -> None:
    """Put the backup FILE in the library's place. What was there is kept, and restoring that undoes it."""
    kept = app.restore(file)
    if kept is not None:
        say(f"what was there is kept as {kept}")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The answer as JSON, for scripts.")
@click.option("--rescue", is_flag=True, help="Of a damaged library, save what can be read into a sound one.")
@click.pass_obj
def check(app: App, as_json: bool, rescue: bool) -> None:
    """Look the library through, and mend what follows from the rest.

    With --rescue, a sound library that holds all that can be read takes the place of a damaged one, which is kept.
    """
    rescued = None
    try:
        report = app.check()
    except LibraryError as error:
        if not rescue or error.code != "library.not_ours":
            raise
        rescued, report = app.rescue(), app.check()
    else:
        if rescue and not report.ok:
            rescued, report = app.rescue(), app.check()
    problems, repaired = ([describe(one) for one in found] for found in (report.problems, report.repaired))
    if as_json:
        told: dict[str, Any] = {"ok": report.ok, "problems": problems, "repaired": repaired}
        if rescued is not None:
            told["rescued"] = {**asdict(rescued), "kept": str(rescued.kept)}
        answer(json.dumps(told, ensure_ascii=False) + "\n")
    else:
        lines = [*(_tell(rescued) if rescued is not None else ()), *repaired, *problems]
        answer("".join(f"{line}\n" for line in lines) or "nothing is wrong\n")
    if problems:
        raise LibraryError("library.problems", path=app.paths.library, count=len(problems))


def _tell(rescued: Rescued) -> Iterator[str]:
    """What was saved, in lines."""
    saved = rescued.saved
    yield (
        f"saved: pieces {saved['pieces']}, paragraphs {saved['blocks']}, translations {saved['pairs']}, "
        f"notes {saved['annotations']}, bookmarks {saved['bookmarks']}, terms {saved['terms']}"
    )
    if rescued.incomplete:
        yield f"not whole any more: {', '.join(f'piece {piece}' for piece in rescued.incomplete)}"
    if rescued.lost:
        yield f"seen but past saving: {rescued.lost} rows"
    yield f"the damaged library is kept as {rescued.kept}"
