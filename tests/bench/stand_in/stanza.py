"""Stands in for stanza, which brings PyTorch and the network: cuts paragraphs where Muwazi cuts them.

BENCH_SENTENCES names a JSON file that maps each paragraph to its sentences, so that both sides of the benchmark
translate the same ones, and neither has to find them.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import SimpleNamespace


class Pipeline:
    """What Argos Translate asks of stanza's class of that name."""

    def __init__(self, **_: object) -> None:
        self._sentences = json.loads(Path(os.environ["BENCH_SENTENCES"]).read_text(encoding="utf-8"))

    def __call__(self, text: str) -> SimpleNamespace:
        return SimpleNamespace(sentences=[SimpleNamespace(text=sentence) for sentence in self._sentences[text]])
