"""One side of the benchmark: argostranslate itself, over the articles in a JSON file, a paragraph at a time.

    python side_argos.py ARTICLES.json TOKENS

Prints a JSON object: when (seconds since the epoch) it had imported what it needs, had its first paragraph and
was done, and its peak memory (MB) by the first of these.
Every result is made TOKENS tokens long, as on the other side.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any


def main(articles: Path, tokens: int) -> None:
    import argostranslate.translate
    import ctranslate2

    class Translator(ctranslate2.Translator):  # type: ignore[misc]
        def translate_batch(self, *arguments: Any, **options: Any) -> Any:
            return super().translate_batch(
                *arguments, **options, min_decoding_length=tokens, max_decoding_length=tokens
            )

    argostranslate.translate.ctranslate2.Translator = Translator
    languages = argostranslate.translate.get_installed_languages()
    by_code = {language.code: language for language in languages}
    translation = by_code["ar"].get_translation(by_code["en"])
    times = {"ready": time.time(), "imported": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    for article in json.loads(articles.read_text(encoding="utf-8")):
        for paragraph in article:
            text = translation.translate(paragraph)
            times.setdefault("first", time.time())
            assert text
    print(json.dumps(times | {"done": time.time()}))


main(Path(sys.argv[1]), int(sys.argv[2]))
