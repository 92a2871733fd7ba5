"""The commands about articles and the library: pair, add, list, show."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli_arguments import ENGINES, ArticleArgument, PieceNumber, find_piece
from reader.cli_io import answer, check_writable, deliver, describe, say
from reader.cli_pairing import Pairer, stored
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.app import App
    from reader.model import PairedArticle, PieceSummary

_DEFAULT_WIDTH = 80

engine_option = click.option(
    "--engine", type=click.Choice(ENGINES), default="auto", show_default=True, help="Who translates."
)
json_option = click.option("--json", "as_json", is_flag=True, help="The answer as JSON, for scripts.")


def _output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--visual", is_flag=True, help="For a terminal that neither joins nor reorders Arabic letters."),
        click.option(
            "-o", "--output", "file", type=click.Path(path_type=Path), metavar="FILE", help="Into a file, not printed."
        ),
        click.option(
            "--to", "form", type=click.Choice(("text", "json", "html")), default="text", show_default=True, help="As."
        ),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("article", type=ArticleArgument())
@_output_options
@engine_option
@click.pass_obj
def pair(app: App, article: str | int, form: str, file: Path | None, visual: bool, engine: str) -> None:
    """Print ARTICLE with its translation.

    ARTICLE is a path, - for standard input, or piece:7.
    """
    _check_output(form, file, visual)
    with Pairer(app, engine) as pairer:
        outcome = pairer.pair(article)
    deliver(render(outcome.paired, form, visual), file)


@click.command()
@click.argument("articles", type=ArticleArgument(), nargs=-1, required=True, metavar="ARTICLE...")
@engine_option
@json_option
@click.pass_obj
def add(app: App, articles: tuple[str | int, ...], engine: str, as_json: bool) -> None:
    """Pair each ARTICLE, save it in the library and print its number there."""
    added = []
    failures = 0
    with Pairer(app, engine) as pairer:
        for article in articles:
            try:
                piece, new, title = pairer.add(article)
            except ReaderError as error:
                failures += 1
                say(describe(error))
                continue
            added.append({"piece": piece, "new": new, "title": title})
            if not as_json:
                answer(f"{piece}\n")
    if as_json:
        answer(as_lines(added))
    if failures:
        raise click.exceptions.Exit(1)


@click.command("list")
@json_option
@click.pass_obj
def list_(app: App, as_json: bool) -> None:
    """List the pieces in the library, the newest first."""
    with app.library() as library:
        pieces = library.summaries()
    if as_json:
        answer(as_lines([summary_object(piece) for piece in pieces]))
    else:
        print_summaries(pieces)


@click.command()
@click.argument("piece", type=PieceNumber())
@_output_options
@click.pass_obj
def show(app: App, piece: int, form: str, file: Path | None, visual: bool) -> None:
    """Print a piece of the library as it was saved."""
    _check_output(form, file, visual)
    with app.library() as library:
        found = find_piece(library, piece)
    deliver(render(stored(found), form, visual), file)


def render(paired: PairedArticle, form: str, visual: bool) -> str:
    """The article in a format; with ``visual`` as wide as the terminal."""
    from reader import exporting

    if visual:
        return exporting.text.render_visual(paired, _terminal_width())
    return exporting.FORMATS[form](paired)


def as_lines(objects: list[dict[str, Any]]) -> str:
    """A JSON array, an object a line."""
    inner = ",\n ".join(json.dumps(one, ensure_ascii=False) for one in objects)
    return f"[{inner}]\n"


def print_summaries(pieces: Iterable[PieceSummary]) -> None:
    """A line for each piece: its number, date, title in both languages, tags."""
    for piece in pieces:
        shown = piece.title or piece.opening
        english = f"  {piece.title_translation}" if piece.title_translation else ""
        tags = "".join(f"  +{tag}" for tag in piece.tags)
        answer(f"{piece.id:>4}  {(piece.published or '')[:10]:<10}  {shown}{english}{tags}\n")


def summary_object(piece: PieceSummary) -> dict[str, Any]:
    """A piece as listings with --json show it."""
    return {
        "piece": piece.id,
        "title": piece.title,
        "published": piece.published,
        "tags": list(piece.tags),
        "opening": piece.opening,
        "title_translation": piece.title_translation,
        "created": piece.created,
        "collections": list(piece.collections),
        "starred": piece.starred,
        "state": piece.state.value,
        "words": piece.words,
        "notes": piece.notes,
    }


def _check_output(form: str, file: Path | None, visual: bool) -> None:
    if visual and form != "text":
        raise click.UsageError("--visual is for the text format.")
    check_writable(file)


def _terminal_width() -> int:
    """Cells of the terminal, by COLUMNS or as it says itself; 80 where there is none."""
    return shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns
