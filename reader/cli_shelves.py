"""The commands that keep pieces in order: tag, remove, trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reader.cli_arguments import PieceNumber, find_piece
from reader.cli_articles import as_lines, json_option, print_summaries, summary_object
from reader.cli_io import answer
from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.app import App

_HELP = "--help"


class _SignedNames(click.Command):
    """A command whose arguments may begin with a minus: none of them is an option, but for help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Takes all arguments as they are."""
        if _HELP in args or args[:1] == ["-h"]:
            return super().parse_args(ctx, [_HELP])
        return super().parse_args(ctx, ["--", *(word for word in args if word != "--")])


class _SignedName(click.ParamType[tuple[bool, str]]):
    """+NAME or -NAME: whether the tag is to be put on, and its name."""

    name = "name"

    def convert(
        self, value: str | tuple[bool, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[bool, str]:
        """The sign and the name; anything else is wrong usage."""
        if isinstance(value, tuple):
            return value
        if value[:1] not in ("+", "-") or not value[1:].strip():
            self.fail(f"{value!r} is neither +NAME nor -NAME.", param, ctx)
        return value[0] == "+", value[1:]


@click.command(cls=_SignedNames)
@click.argument("piece", type=PieceNumber())
@click.argument("names", type=_SignedName(), nargs=-1, required=True, metavar="+NAME|-NAME...")
@click.pass_obj
def tag(app: App, piece: int, names: tuple[tuple[bool, str], ...]) -> None:
    """Put tags on a piece (+NAME) and take tags from it (-NAME)."""
    with app.library() as library, library.recording():
        find_piece(library, piece)
        for put_on, name in names:
            if put_on:
                library.shelves.tag([piece], name)
            else:
                library.shelves.untag([piece], name)


@click.command()
@click.argument("piece", type=PieceNumber())
@click.pass_obj
def remove(app: App, piece: int) -> None:
    """Put a piece of the library into the trash."""
    with app.library() as library:
        library.remove(piece)


@click.command()
@click.option("--restore", type=PieceNumber(), multiple=True, metavar="PIECE", help="Take this piece out again.")
@click.option("--empty", is_flag=True, help="Delete all that is in the trash, for ever.")
@json_option
@click.pass_obj
def trash(app: App, restore: tuple[int, ...], empty: bool, as_json: bool) -> None:
    """List what is in the trash, the last put there first; take it out again, or delete it for ever."""
    if bool(restore) + empty + as_json > 1:
        raise click.UsageError("--restore, --empty and --json are three different things.")
    with app.library() as library:
        if restore:
            with library.recording():
                for piece in restore:
                    if library.get(piece).trashed is None:
                        raise LibraryError("library.not_in_trash", piece=piece)
                library.shelves.untrash(restore)
            return
        if empty:
            library.shelves.empty_trash()
            return
        pieces = library.shelves.trashed()
    if as_json:
        answer(as_lines([summary_object(piece) | {"trashed": piece.trashed} for piece in pieces]))
    else:
        print_summaries(pieces)
