"""The muwazi command: its commands, and what every way to end one looks like from outside."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

import reader
from reader.app import App
from reader.arabic.lexicon_process import LEXICON_ARGUMENT, serve
from reader.cli_io import OutputClosed, describe, discard_output, is_output_closed, say, use_utf_8, warn
from reader.cli_later import LATER, later
from reader.cli_locking import asking
from reader.errors import ReaderError
from reader.settings import find_paths

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, AT_FAULT, WRONG_USAGE, OUR_BUG, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit codes: done; the input or the machine is at fault; wrong usage; a bug of ours; stopped by Ctrl+C."""


COMMANDS = {
    "add": "reader.cli_articles:add",
    "annotate": "reader.cli_notes:annotate",
    "annotations": "reader.cli_notes:annotations_",
    "backup": "reader.cli_safety:backup",
    "bookmark": "reader.cli_notes:bookmark",
    "bookmarks": "reader.cli_notes:bookmarks",
    "check": "reader.cli_safety:check",
    "list": "reader.cli_articles:list_",
    "lock": "reader.cli_locking:lock",
    "lookup": "reader.cli_models:lookup",
    "models": "reader.cli_models:models",
    "open": "reader.cli_window:open_",
    "pair": "reader.cli_articles:pair",
    "remove": "reader.cli_shelves:remove",
    "restore": "reader.cli_safety:restore",
    "search": "reader.cli_search:search",
    "show": "reader.cli_articles:show",
    "tag": "reader.cli_shelves:tag",
    "trash": "reader.cli_shelves:trash",
    "unlock": "reader.cli_locking:unlock",
}
"""Where each command is."""


class _Commands(click.Group):
    """Loads what a command needs when it is asked for: the window shows sooner without the rest."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Their names."""
        return sorted([*COMMANDS, *LATER])

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command of that name."""
        if name in LATER:
            return later(name, name, LATER[name])
        if name not in COMMANDS:
            return None
        module, _, command = COMMANDS[name].partition(":")
        found: click.Command = getattr(import_module(module), command)
        return found


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="MUWAZI_HOME",
    metavar="DIR",
    help="Where the library, the models and the settings are kept (also by the variable MUWAZI_HOME).",
)
@click.option(
    "--passphrase-file",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="MUWAZI_PASSPHRASE_FILE",
    metavar="FILE",
    help="Of a locked library: the passphrase is FILE's first line (also by the variable MUWAZI_PASSPHRASE_FILE).",
)
@click.version_option(reader.__version__, prog_name="muwazi")
@click.pass_context
def muwazi(context: click.Context, home: Path | None, passphrase_file: Path | None) -> None:
    """Read Arabic news beside an offline English translation. Without a command, opens the window."""
    context.obj = app = App(home)
    app.ask = asking(passphrase_file)
    if context.invoked_subcommand is None:
        from reader.cli_window import open_

        context.invoke(open_)


def main() -> None:
    """The process's entry point. Ends the process."""
    arguments = sys.argv[1:]
    if arguments[:1] == [LEXICON_ARGUMENT]:
        serve()
        sys.exit(DONE)
    sys.exit(run(arguments))


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code. Nothing is raised: what goes wrong is one line on standard error."""
    use_utf_8()
    context: click.Context | None = None
    try:
        with muwazi.make_context("muwazi", list(arguments)) as context:
            muwazi.invoke(context)
            _warn_of_place(context.obj)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        error.show()
        return WRONG_USAGE
    except ReaderError as error:
        say(describe(error))
        return AT_FAULT
    except (KeyboardInterrupt, click.Abort):
        discard_output()
        return INTERRUPTED
    except Exception as error:  # the last stop: whatever gets here is a bug of ours
        if isinstance(error, OutputClosed) or (isinstance(error, BrokenPipeError) and is_output_closed()):
            discard_output()
            return DONE
        return _report(error, context.obj if context is not None else None)
    return DONE


def _warn_of_place(app: App) -> None:
    """Says once what may harm the library where it lies."""
    finding = app.warning() if app.paths.library.is_file() else None
    if finding is not None:
        warn(describe(finding))


def _report(error: Exception, app: App | None) -> int:
    """Says where the report of a bug is; one line, also where the report could not be written."""
    from reader import report

    try:
        path = report.write(app.paths.reports if app is not None else find_paths(None).reports, error)
    except OSError as cause:
        say(f"this is a bug of ours ({type(error).__name__}), and no report could be written ({cause.strerror})")
    else:
        say(f"this is a bug of ours: please send us the report, {path}")
    return OUR_BUG
