"""The order in which a paired article is printed, shared by the formats that people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import BODY_ROLES, EngineName, Role, Status

if TYPE_CHECKING:
    from reader.model import Image, Pair, PairedArticle

BY_WORD = "Word by word: a gloss of each word, not a translation. Install a model for that: muwazi models install FILE"
"""What stands over an article that the gloss engine paired."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as it is printed. ``head`` is the section name, headline and byline; ``pictures`` the images, each
    with the pair of its caption where it has one; ``body`` the running text, each pair with its number from 1;
    ``related`` the headlines of other articles. ``by_word`` tells whether any pair is a gloss only."""

    head: tuple[Pair, ...]
    pictures: tuple[tuple[Image | None, Pair | None], ...]
    body: tuple[tuple[int, Pair], ...]
    related: tuple[Pair, ...]
    by_word: bool


def arrange(paired: PairedArticle) -> Printed:
    """Sorts the pairs into the printed order. Each pair stands in exactly one place."""
    of_role = {role: [pair for pair in paired.pairs if pair.role is role] for role in Role}
    captions = of_role[Role.CAPTION]
    pictures: list[tuple[Image | None, Pair | None]] = []
    for image in paired.article.images:
        own = next((pair for pair in captions if pair.source == image.caption), None)
        if own is not None:
            captions.remove(own)
        pictures.append((image, own))
    pictures.extend((None, pair) for pair in captions)
    body = [pair for pair in paired.pairs if pair.role in BODY_ROLES]
    return Printed(
        head=(*of_role[Role.KICKER], *of_role[Role.TITLE], *of_role[Role.BYLINE]),
        pictures=tuple(pictures),
        body=tuple(enumerate(body, start=1)),
        related=tuple(of_role[Role.RELATED]),
        by_word=any(pair.engine is EngineName.GLOSS and pair.status is Status.TRANSLATED for pair in paired.pairs),
    )


def dateline(paired: PairedArticle) -> str:
    """When and where, as "2021-02-24 07:13, دمشق"; "" where the page says neither."""
    parts = ((paired.article.published or "").replace("T", " "), paired.article.place)
    return ", ".join(part for part in parts if part)
