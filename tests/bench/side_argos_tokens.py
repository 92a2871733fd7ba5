"""Prints, as JSON, the tokens that argostranslate itself makes of each line of a file.

python side_argos_tokens.py FILE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def main(lines: list[str]) -> None:
    import ctranslate2
    from argostranslate import package, settings, translate

    found: list[list[str]] = []

    class Translator(ctranslate2.Translator):  # type: ignore[misc]
        def translate_batch(self, *arguments: Any, **options: Any) -> Any:
            results = super().translate_batch(*arguments, **options)
            found.extend(result.hypotheses[0] for result in results)
            return results

    class Lines:
        def split_sentences(self, text: str) -> list[str]:
            return text.split("\n")

    (installed,) = package.get_installed_packages()
    model = Translator(str(installed.package_path / "model"), compute_type=settings.compute_type)
    translate.apply_packaged_translation(installed, "\n".join(lines), model, Lines(), 1)
    print(json.dumps(found))


main(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
