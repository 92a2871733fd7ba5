"""Runs a CTranslate2 model: token lists in, token lists out. The one file that names ctranslate2."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BEAM_SIZE = 4
LENGTH_PENALTY = 0.2
"""Argos Translate's own options, with which its packages are tuned and measured."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The tokens of one result, without the prefix that was asked for, and their score: the mean log probability of
    a token, that of the end included."""

    tokens: list[str]
    score: float


def free_cores() -> int:
    """The cores this process may use but one, which is left to the window; one at least."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, allowed - 1)


class Decoder:
    """A loaded model. Raises whatever CTranslate2 raises for a folder it cannot load, mostly RuntimeError."""

    def __init__(self, folder: Path, threads: int) -> None:
        import ctranslate2

        self._model: Any = ctranslate2.Translator(
            str(folder), device="cpu", compute_type="auto", inter_threads=1, intra_threads=threads
        )

    def decode(
        self, batch: Sequence[list[str]], prefix: Sequence[str], longest: int, *, unlike_ngrams_of: int = 0
    ) -> list[Decoded]:
        """The likeliest result for each token list, in order, at most ``longest`` tokens each.

        ``prefix`` is the tokens that every result must begin with. With ``unlike_ngrams_of`` n, no n tokens come twice
        in a result.
        """
        results = self._model.translate_batch(
            list(batch),
            target_prefix=[list(prefix)] * len(batch) if prefix else None,
            beam_size=BEAM_SIZE,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            return_scores=True,
            max_decoding_length=longest,
            no_repeat_ngram_size=unlike_ngrams_of,
        )
        return [_decoded(result.hypotheses[0], result.scores[0], prefix) for result in results]


def _decoded(tokens: list[str], score: float, prefix: Sequence[str]) -> Decoded:
    # CTranslate2 has divided the sum of log probabilities by the length, the end token counted, to the power of the
    # length penalty: what is missing to the mean is the rest of that power.
    mean = score * float(len(tokens) + 1) ** (LENGTH_PENALTY - 1)
    own = len(prefix) if tokens[: len(prefix)] == list(prefix) else 0
    return Decoded(tokens[own:], mean)
