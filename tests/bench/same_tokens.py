"""Compares our results with those of argostranslate itself, token by token, and counts what the guards change.

    MUWAZI_DATA=FOLDER python tests/bench/same_tokens.py

Takes 300 sentences of FLORES-dev and the small package of the tests, with guards off: in batches of 32 tokens as Argos
makes them, and in ours.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
import bench

from reader.model import EngineName, Package
from reader.translation import decoding, keeping, neural
from reader.translation.argos import ArgosTranslator, Options
from reader.translation.translator import Context, Translation

if TYPE_CHECKING:
    from reader.translation.batching import Part
    from reader.translation.link_evidence import Knowledge

SENTENCES = 300


class Noting(ArgosTranslator):
    """Keeps the tokens of every sentence."""

    def __init__(self, package: Package, options: Options) -> None:
        super().__init__(package, options)
        self.tokens: dict[int, list[str]] = {}

    def _finish(self, model: neural.Model, part: Part, one: decoding.Decoded, known: Knowledge) -> neural._Done:
        self.tokens[part.sentence] = self.tokens.get(part.sentence, []) + one.tokens
        return super()._finish(model, part, one, known)


def main() -> None:
    data = Path(os.environ["MUWAZI_DATA"])
    cache = bench.cache_folder()
    lines = (data / "flores-dev" / "ar.txt").read_text(encoding="utf-8").splitlines()[:SENTENCES]
    folder = bench.unpacked(bench.SMALL, cache / "small")
    theirs = argos_tokens(cache, lines)
    package = Package("ar_en", "0.1", "ar", "en", 1, EngineName.ARGOS, True, str(folder))
    free: dict[int, Translation] = {}
    tokens: dict[int, list[str]] = {}
    for most in (32, 512, 2048, Options().batch_tokens):
        options = Options(guards=False, links=False, batch_tokens=most, longest_source=1000)
        translator = Noting(package, options)
        free = {result.index: result for result in translator.translate(lines, Context())}
        tokens = translator.tokens
        other = [place for place, own in enumerate(theirs) if tokens.get(place, []) != own]
        print(f"batches of {most} tokens: {len(other)} of {len(lines)} differ from argostranslate {other[:9]}")
    translator = Noting(package, Options(links=False))
    guarded = {result.index: result for result in translator.translate(lines, Context())}
    report(lines, free, tokens, guarded, translator.tokens)


def argos_tokens(cache: Path, lines: list[str]) -> list[list[str]]:
    python = bench.argos_environment(cache)
    (cache / "lines.txt").write_text("\n".join(lines), encoding="utf-8")
    variables = bench.argos_variables(cache, cache / "small")
    command = [python, bench.HERE / "side_argos_tokens.py", cache / "lines.txt"]
    answer = subprocess.run(command, env=variables, check=True, capture_output=True, text=True).stdout
    found: list[list[str]] = json.loads(answer.splitlines()[-1])
    return found


def report(
    lines: list[str],
    free: dict[int, Translation],
    free_tokens: dict[int, list[str]],
    guarded: dict[int, Translation],
    tokens: dict[int, list[str]],
) -> None:
    """Prints a table: what was so without guards, and what is so with them."""

    def kept(results: dict[int, Translation]) -> int:
        wanted = ((place, match.group()) for place, line in enumerate(lines) for match in keeping.KEPT.finditer(line))
        return sum(thing.casefold() in str(results[place].text).casefold() for place, thing in wanted)

    things = sum(1 for line in lines for _ in keeping.KEPT.finditer(line))
    changed = sum(free[place].text != guarded[place].text for place in range(len(lines)))
    rows = (
        (
            "texts that go round in a loop",
            *(sum(map(neural.goes_round, own.values())) for own in (free_tokens, tokens)),
        ),
        (
            "texts at the limit of 256 tokens",
            *(sum(len(x) >= 256 for x in own.values()) for own in (free_tokens, tokens)),
        ),
        ("longest text, tokens", *(max(map(len, own.values())) for own in (free_tokens, tokens))),
        (f"addresses and Latin names kept, of {things}", kept(free), kept(guarded)),
    )
    print(f"guards changed {changed} of {len(lines)} texts")
    for name, before, after in rows:
        print(f"{name:40}{before:6}{after:6}")


if __name__ == "__main__":
    main()
