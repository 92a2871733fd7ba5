"""The commands about the library as a whole: backup, restore, check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli_io import answer, describe, say
from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.app import App

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
@click.pass_obj
def check(app: App, as_json: bool) -> None:
    """Look the library through, and mend what follows from the rest."""
    report = app.check()
    problems, repaired = ([describe(one) for one in found] for found in (report.problems, report.repaired))
    if as_json:
        found = {"ok": report.ok, "problems": problems, "repaired": repaired}
        answer(json.dumps(found, ensure_ascii=False) + "\n")
    else:
        answer("".join(f"{line}\n" for line in (*repaired, *problems)) or "nothing is wrong\n")
    if problems:
        raise LibraryError("library.problems", path=app.paths.library, count=len(problems))
