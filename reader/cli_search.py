"""The command that searches the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reader.cli_articles import as_lines, json_option
from reader.cli_io import answer

if TYPE_CHECKING:
    from reader.app import App
    from reader.model import Hit


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, required=True)
@click.option("--exact", is_flag=True, help="Words as they are spelled, no other form of them.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many pieces, at most.")
@json_option
@click.pass_obj
def search(app: App, query: tuple[str, ...], exact: bool, limit: int, as_json: bool) -> None:
    """Search the library, in Arabic and English; the best first.

    Words of any form, "a phrase", ""just so"", begin*, -without, this OR that, and tag: in: from: after: before: has:
    is: colour:
    """
    with app.library() as library:
        hits = library.search.find(" ".join(query), limit, exact)
    if as_json:
        answer(as_lines([_as_object(hit) for hit in hits]))
        return
    for hit in hits:
        piece = hit.piece
        tags = "".join(f"  +{tag}" for tag in piece.tags)
        answer(f"{piece.id:>4}  {(piece.published or '')[:10]:<10}  {piece.title or piece.opening}{tags}\n")
        answer(f"      {hit.where}: {hit.snippet}\n")


def _as_object(hit: Hit) -> dict[str, Any]:
    return {
        "piece": hit.piece.id,
        "title": hit.piece.title,
        "published": hit.piece.published,
        "tags": list(hit.piece.tags),
        "where": hit.where,
        "snippet": hit.snippet,
        "marks": [list(span) for span in hit.marks],
        "paragraph": None if hit.block is None else hit.block + 1,
        "annotation": hit.annotation,
    }
