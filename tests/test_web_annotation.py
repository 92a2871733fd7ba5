"""An annotation as a W3C Web Annotation."""

from __future__ import annotations

import json

from reader.model import Annotation, Article, Selector, Side, Target
from reader.web_annotation import to_w3c

SOURCE = Selector(Side.SOURCE, "منسوب", "أن ", " البحيرة", 40)
TARGET = Selector(Side.TARGET, "level", "the lake's ", " fell", 52)


def test_both_sides_are_targets_with_quote_and_position() -> None:
    annotation = Annotation(
        7, 3, (Target(SOURCE), Target(TARGET)), "green", "why?", ("water",), "2026-11-22T15:00:00.000Z", "2026-11-23"
    )
    told = json.loads(json.dumps(to_w3c(annotation, Article(source="https://example.org/a"))))
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (told["id"], told["type"], told["motivation"]) == ("urn:muwazi:annotation:7", "Annotation", "commenting")
    assert (told["created"], told["modified"]) == ("2026-11-22T15:00:00.000Z", "2026-11-23")
    assert [(body["purpose"], body["value"]) for body in told["body"]] == [("commenting", "why?"), ("tagging", "water")]
    arabic, english = told["target"]
    assert arabic["source"] == {
        "id": "urn:muwazi:piece:3:source",
        "type": "Text",
        "language": "ar",
        "canonical": "https://example.org/a",
    }
    assert arabic["selector"] == [
        {"type": "TextQuoteSelector", "exact": "منسوب", "prefix": "أن ", "suffix": " البحيرة"},
        {"type": "TextPositionSelector", "start": 40, "end": 45},
    ]
    assert (english["source"]["language"], english["styleClass"]) == ("en", "green")


def test_a_bare_highlight_has_no_body() -> None:
    told = to_w3c(Annotation(1, 1, (Target(SOURCE),), "yellow"), Article())
    assert told["motivation"] == "highlighting" and "body" not in told
    assert "canonical" not in told["target"][0]["source"]
