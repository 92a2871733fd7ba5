"""Whether two texts are the same text but for small differences: by the runs of three words that they share.

The measure is the Jaccard index of the sets of such runs, after folding. A fingerprint is a MinHash of that set with
one permutation (Li, Owen, Zhang 2012, its empty places filled as Shrivastava and Li 2014 have it): two texts agree in
each of its values about as often as their measure says. Its bands, of three values each, find the texts that are alike
among thousands without a look at the rest; what they find is to be measured by ``likeness``.
"""

from __future__ import annotations

import hashlib
import re
import struct
from typing import TYPE_CHECKING

from reader.arabic.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RUN = 3
"""Words of a run."""
BANDS, ROWS = 24, 3
"""The number of bands, and of values in each: texts of a likeness of 0.5 meet in one of them in 96 of 100 cases, of
0.6 in 99.7, of 0.1 in 2."""
LEAST_WORDS = 12
"""A shorter text is too short to tell that it is another's, and has no fingerprint."""
ALIKE = 0.5
"""From this likeness on two texts are near duplicates. Measured: see tests/library/test_fingerprint.py."""

_WORD = re.compile(r"\w+")
_VALUES = BANDS * ROWS
_FORMAT = f"<{_VALUES}I"
_MARK = 0x9E3779B1


def runs(texts: Iterable[str]) -> frozenset[int]:
    """The runs of three words in a text that comes in parts, each as a number of 64 bits, the same on every machine;
    none where it has fewer than LEAST_WORDS words. Where its paragraphs break does not count."""
    words = [word for text in texts for word in _WORD.findall(fold(text))]
    if len(words) < LEAST_WORDS:
        return frozenset()
    joined = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return frozenset(
        int.from_bytes(hashlib.blake2b(run.encode("utf-8", "replace"), digest_size=8).digest()) for run in joined
    )


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """How much two texts share of all their runs, from 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def sketch(text_runs: frozenset[int]) -> bytes:
    """A text's fingerprint: BANDS * ROWS numbers of 32 bits, little-endian; nothing without runs."""
    if not text_runs:
        return b""
    least: list[int | None] = [None] * _VALUES
    for run in text_runs:
        place, rest = run % _VALUES, run // _VALUES
        known = least[place]
        if known is None or rest < known:
            least[place] = rest
    return struct.pack(_FORMAT, *(_filled(least, place) for place in range(_VALUES)))


def bands(fingerprint: bytes) -> list[int]:
    """The bands of a fingerprint, each as a number of 48 bits that also says which band it is."""
    width = len(fingerprint) // BANDS
    parts = (bytes([band]) + fingerprint[band * width : (band + 1) * width] for band in range(BANDS if width else 0))
    return [int.from_bytes(hashlib.blake2b(part, digest_size=6).digest(), "big") for part in parts]


def estimate(one: bytes, other: bytes) -> float:
    """The likeness of two texts as their fingerprints tell it: in 19 of 20 cases not more than 0.12 off."""
    values = zip(struct.unpack(_FORMAT, one), struct.unpack(_FORMAT, other), strict=True)
    return len([None for a, b in values if a == b]) / _VALUES


def _filled(least: Sequence[int | None], place: int) -> int:
    """The value at a place; at an empty one that of the next which is not, marked by how far off it is."""
    for off in range(_VALUES):
        value = least[(place + off) % _VALUES]
        if value is not None:
            return (value + off * _MARK) % 2**32
    raise ValueError("a fingerprint of nothing")
