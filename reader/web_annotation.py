"""An annotation in the form of the W3C Web Annotation data model, as JSON-LD has it.

https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.model import Side

if TYPE_CHECKING:
    from reader.model import Annotation, Article, Selector, Target

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TRANSLATED_INTO = "en"
"""The language of every target."""


def to_w3c(annotation: Annotation, article: Article) -> dict[str, Any]:
    """An annotation of an article as one JSON object.

    Each side is a target of its own with a TextQuoteSelector and a TextPositionSelector. Positions are of the side's
    whole text as it was when the place was chosen, in code points, as the model has it. The note is a body with the
    purpose "commenting", each tag one with "tagging"; the colour is a class of the target's style.
    """
    bodies: list[dict[str, Any]] = []
    if annotation.note:
        bodies.append(
            {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": annotation.note}
        )
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in annotation.tags]
    told: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"urn:muwazi:annotation:{annotation.id}",
        "type": "Annotation",
        "motivation": "commenting" if annotation.note else "highlighting",
        "created": annotation.created,
        "modified": annotation.updated,
    }
    if bodies:
        told["body"] = bodies
    told["target"] = [_target(target, annotation, article) for target in annotation.targets]
    return told


def _target(target: Target, annotation: Annotation, article: Article) -> dict[str, Any]:
    selector = target.selector
    source: dict[str, Any] = {
        "id": f"urn:muwazi:piece:{annotation.piece}:{selector.side.value}",
        "type": "Text",
        "language": article.language if selector.side is Side.SOURCE else TRANSLATED_INTO,
    }
    if article.source:
        source["canonical"] = article.source
    return {
        "type": "SpecificResource",
        "source": source,
        "styleClass": annotation.colour,
        "selector": _selectors(selector),
    }


def _selectors(selector: Selector) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
        },
        {
            "type": "TextPositionSelector",
            "start": selector.start,
            "end": selector.start + len(selector.exact),
        },
    ]
