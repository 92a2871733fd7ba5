"""The commands about what a person makes of pieces: annotate, annotations, bookmark, bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reader.cli_arguments import PieceNumber
from reader.cli_articles import as_lines, json_option
from reader.cli_io import answer
from reader.errors import LibraryError
from reader.model import BODY_ROLES, COLOURS
from reader.web_annotation import to_w3c

if TYPE_CHECKING:
    from reader.app import App
    from reader.model import Annotation, Article, Bookmark


@click.command()
@click.argument("piece", type=PieceNumber())
@click.option("--quote", required=True, metavar="TEXT", help="What it is about, words of either side.")
@click.option("--note", metavar="TEXT", help="What there is to say of it.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="May be given several times.")
@click.option("--colour", type=click.Choice(COLOURS), default=COLOURS[0], show_default=True)
@json_option
@click.pass_obj
def annotate(
    app: App, piece: int, quote: str, note: str | None, tags: tuple[str, ...], colour: str, as_json: bool
) -> None:
    """Highlight words of PIECE, with a note or without, and print the annotation's number."""
    with app.library() as library:
        selector = library.annotations.find_quote(piece, quote)
        made = library.annotations.add(piece, [selector], colour, note, tags)
    answer(as_lines([_annotation(made)]) if as_json else f"{made.id}\n")


@click.command("annotations")
@click.argument("piece", type=PieceNumber(), required=False)
@click.option("--remove", "removed", type=click.IntRange(min=1), metavar="ID", help="Remove the annotation instead.")
@click.option("--w3c", "as_w3c", is_flag=True, help="The answer as W3C Web Annotations (JSON-LD).")
@json_option
@click.pass_obj
def annotations_(app: App, piece: int | None, removed: int | None, as_w3c: bool, as_json: bool) -> None:
    """List the annotations of PIECE, or of all pieces, the newest first."""
    if as_json and as_w3c:
        raise click.UsageError("--json and --w3c do not go together.")
    if removed is not None:
        if piece is not None or as_json or as_w3c:
            raise click.UsageError("--remove goes with nothing else.")
        with app.library() as library:
            library.annotations.remove(removed)
        return
    with app.library() as library:
        found = library.annotations.all() if piece is None else library.annotations.of_piece(piece)
        articles = {one: library.get(one).article for one in {note.piece for note in found} if as_w3c}
    if as_w3c:
        answer(as_lines([to_w3c(one, articles[one.piece]) for one in found]))
        return
    if as_json:
        answer(as_lines([_annotation(one) for one in found]))
        return
    for one in found:
        told = _annotation(one)
        note = f"  {_on_a_line(one.note)}" if one.note else ""
        orphan = "  (orphan)" if told["status"] == "orphan" else ""
        tags = "".join(f"  +{tag}" for tag in one.tags)
        answer(f"{one.id:>4}  piece {one.piece}  {one.colour}  “{_on_a_line(told['quote'])}”{note}{tags}{orphan}\n")


@click.command()
@click.argument("piece", type=PieceNumber())
@click.option(
    "--paragraph",
    type=click.IntRange(min=1),
    metavar="N",
    help="Its printed number; without it, the piece's beginning.",
)
@click.option("--label", metavar="TEXT", help="What to call the bookmark.")
@json_option
@click.pass_obj
def bookmark(app: App, piece: int, paragraph: int | None, label: str | None, as_json: bool) -> None:
    """Bookmark a paragraph of PIECE, and print the bookmark's number."""
    with app.library() as library:
        numbered = _paragraphs(library.get(piece).article)
        if paragraph is not None and paragraph > len(numbered):
            raise LibraryError("library.no_paragraph", piece=piece, paragraph=paragraph)
        made = library.bookmarks.add(piece, 0 if paragraph is None else numbered[paragraph - 1], label)
    answer(as_lines([_bookmark(made, numbered)]) if as_json else f"{made.id}\n")


@click.command()
@click.argument("piece", type=PieceNumber(), required=False)
@click.option("--remove", "removed", type=click.IntRange(min=1), metavar="ID", help="Remove the bookmark instead.")
@json_option
@click.pass_obj
def bookmarks(app: App, piece: int | None, removed: int | None, as_json: bool) -> None:
    """List the bookmarks in PIECE, or in all pieces, the newest first."""
    if removed is not None:
        if piece is not None or as_json:
            raise click.UsageError("--remove goes with nothing else.")
        with app.library() as library:
            library.bookmarks.remove(removed)
        return
    with app.library() as library:
        found = library.bookmarks.all() if piece is None else library.bookmarks.of_piece(piece)
        numbered = {one: _paragraphs(library.get(one).article) for one in {bookmark.piece for bookmark in found}}
    told = [_bookmark(one, numbered[one.piece]) for one in found]
    if as_json:
        answer(as_lines(told))
        return
    for one in told:
        number = f"  [{one['paragraph']}]" if one["paragraph"] else ""
        label = f"  {one['label']}" if one["label"] else ""
        lost = "  (orphan)" if one["status"] == "orphan" else ""
        answer(f"{one['bookmark']:>4}  piece {one['piece']}{number}  “{_on_a_line(one['quote'])}”{label}{lost}\n")


def _paragraphs(article: Article) -> list[int]:
    """The indexes of the blocks that are printed with a number, in its order."""
    return [index for index, block in enumerate(article.blocks) if block.role in BODY_ROLES]


def _annotation(annotation: Annotation) -> dict[str, Any]:
    sides = [target.selector.side.value for target in annotation.targets]
    return {
        "annotation": annotation.id,
        "piece": annotation.piece,
        "side": sides[0] if len(sides) == 1 else "both",
        "quote": annotation.targets[0].selector.exact,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "colour": annotation.colour,
        "status": "anchored" if any(target.places for target in annotation.targets) else "orphan",
        "created": annotation.created,
        "updated": annotation.updated,
        "quotes": {target.selector.side.value: target.selector.exact for target in annotation.targets},
    }


def _bookmark(bookmark: Bookmark, numbered: list[int]) -> dict[str, Any]:
    """``numbered`` are the indexes of the piece's blocks that have a printed number."""
    return {
        "bookmark": bookmark.id,
        "piece": bookmark.piece,
        "paragraph": numbered.index(bookmark.block) + 1 if bookmark.block in numbered else None,
        "status": "orphan" if bookmark.block is None else "anchored",
        "quote": bookmark.quote,
        "label": bookmark.label,
        "created": bookmark.created,
    }


def _on_a_line(text: str) -> str:
    return " ".join(text.split())
