"""How the C library keeps memory while a model is loaded, and after that."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""The numbers of two settings of glibc, from its malloc.h: from how many free bytes at its end on the heap shrinks, and
from what size on a block gets pages of its own instead of a place in the heap."""

LOADING = 128 * 1024
WORKING = 16 * 1024**2


@contextmanager
def for_loading() -> Iterator[None]:
    """Gives back at once what is freed while a model loads: CTranslate2 reads the weights, packs them for the processor
    and frees what it has read. Left to itself, glibc may by then have learned to put all of that into the heap, which
    it stays in: 32 MB with a model of 61 MB.

    After that blocks come from the heap again: the buffers of each step of decoding as pages of their own cost half
    as much time again. Does nothing where the C library is another.
    """
    mallopt = _mallopt()
    if mallopt is None:
        yield
        return
    mallopt(_MMAP_THRESHOLD, LOADING)
    try:
        yield
    finally:
        mallopt(_MMAP_THRESHOLD, WORKING)
        mallopt(_TRIM_THRESHOLD, WORKING)


def _mallopt() -> Any:
    """glibc's function; None where there is none."""
    if sys.platform != "linux":
        return None
    import ctypes

    return getattr(ctypes.CDLL(None), "mallopt", None)
