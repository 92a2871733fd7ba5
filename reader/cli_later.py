"""The commands that the contract names and this version does not have: each says so in one line."""

from __future__ import annotations

import click

from reader.errors import NotYetError

LATER = {
    "export": "Write pieces to a file.",
}
"""Their names and what they will do."""


def later(name: str, full_name: str, purpose: str) -> click.Command:
    """A command that takes any arguments and raises NotYetError."""

    @click.command(
        name,
        help=f"{purpose} (not there yet)",
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    )
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def command(arguments: tuple[str, ...]) -> None:  # noqa: ARG001 - they mean nothing yet
        raise NotYetError("not_yet", name=full_name)

    return command
