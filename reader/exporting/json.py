"""A paired article as the JSON object that scripts rely on, schema "muwazi/pair/1"."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.model import Article, Flag, Pair, PairedArticle, Sentence

SCHEMA = "muwazi/pair/1"


def render(paired: PairedArticle) -> str:
    """The object on one line. Offsets count code points of the pair's own strings, end exclusive."""
    return json.dumps(to_object(paired), ensure_ascii=False) + "\n"


def to_object(paired: PairedArticle) -> dict[str, Any]:
    """The object, its keys in the order the contract prints them."""
    return {
        "schema": SCHEMA,
        "article": _article(paired.article),
        "pairs": [_pair(pair) for pair in paired.pairs],
        "set_aside": [
            {"line": line.line, "text": line.text, "reason": line.reason} for line in paired.article.set_aside
        ],
        "engine": {
            "name": paired.engine.name.value,
            "package": paired.engine.package,
            "version": paired.engine.version,
        },
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "language": article.language,
        "direction": article.direction,
        "title": article.title,
        "kicker": article.kicker,
        "byline": article.byline,
        "published": article.published,
        "place": article.place,
        "images": [{"file": image.file, "caption": image.caption} for image in article.images],
        "related": list(article.related),
        "source": article.source,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "role": pair.role.value,
        "source": pair.source,
        "target": pair.target,
        "engine": pair.engine.value,
        "status": pair.status.value,
        "sentences": [_sentence(sentence) for sentence in pair.sentences],
        "flags": [_flag(flag) for flag in pair.flags],
        "detail": pair.detail,
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "source": list(sentence.source),
        "target": list(sentence.target),
        "score": sentence.score,
    }
    if sentence.words is not None:
        shown["words"] = [list(link) for link in sentence.words]
    return shown


def _flag(flag: Flag) -> dict[str, Any]:
    return {
        "kind": flag.kind.value,
        "detail": flag.detail,
        "source": [list(span) for span in flag.source],
        "target": [list(span) for span in flag.target],
    }
