"""The commands about the library's passphrase, and how the command line asks for one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli_io import describe, say
from reader.errors import LibraryError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.app import App

TRIES = 3
"""How often a passphrase is asked for."""

FORGETTING = (
    "Whoever forgets the passphrase has lost the library: nobody can open it without, and we cannot either. "
    "Backups are locked with it too."
)


def asking(file: Path | None) -> Callable[[Path], Iterator[str]]:
    """What gives the passphrase of a locked library or backup: the first line of ``file`` where one is named, else who
    sits at the terminal, a few times."""

    def ask(locked: Path) -> Iterator[str]:
        if file is not None:
            yield first_line(file)
            return
        for left in range(TRIES, 0, -1):
            if left < TRIES:
                say(describe(LibraryError("library.wrong_passphrase", path=locked)))
            yield _typed(f"Passphrase of {locked.name}: ", locked)

    return ask


def first_line(file: Path) -> str:
    """The passphrase in a file. Raises SourceError where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig").split("\n", maxsplit=1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SourceError("source.unreadable", path=file, reason=reason) from error


@click.command()
@click.option(
    "--new-passphrase-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take the new passphrase from the first line of FILE rather than from the terminal.",
)
@click.pass_obj
def lock(app: App, new_passphrase_file: Path | None) -> None:
    """Encrypt the library and its backups with a passphrase, or change that.

    Forgetting the passphrase means that the library is lost: nobody can open it without.
    """
    app.unlocked()
    if new_passphrase_file is not None:
        passphrase = first_line(new_passphrase_file)
    else:
        say(FORGETTING)
        passphrase = _typed("New passphrase: ", app.paths.library)
        if passphrase != _typed("The same once more: ", app.paths.library):
            raise LibraryError("library.not_the_same")
    _relock(app, passphrase)


@click.command()
@click.pass_obj
def unlock(app: App) -> None:
    """Take the passphrase away: the library and its backups are in clear again."""
    if not app.is_locked():
        raise LibraryError("library.not_locked", path=app.paths.library)
    _relock(app, None)


def _relock(app: App, passphrase: str | None) -> None:
    left = app.lock(passphrase).left
    if left:
        files = ", ".join(str(file) for file in left)
        say(describe(LibraryError("library.left_as_they_were", files=files)))


def _typed(prompt: str, locked: Path) -> str:
    """What is typed on the terminal, unseen. Raises LibraryError ``library.locked`` where there is no terminal, or
    nothing more comes from it."""
    import getpass

    try:
        with Path("/dev/tty").open("rb"):
            pass
        return getpass.getpass(prompt)
    except (OSError, EOFError) as error:
        raise LibraryError("library.locked", path=locked) from error
