"""What the C library keeps of a load."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """if True:
    import ctypes
    from pathlib import Path
    from reader.translation import heap

    BLOCK, COUNT = 1024**2, 48
    library = ctypes.CDLL(None)
    library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]

    def filled(size):
        block = library.malloc(size)
        ctypes.memset(block, 1, size)
        return block

    def load():
        # What a load does: reads weights, makes something of each that stays, and frees what it has read.
        read = [(filled(BLOCK), filled(1000)) for _ in range(COUNT)]
        for block, _ in read:
            library.free(block)

    def megabytes():
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 1024**2

    library.free(filled(20 * BLOCK))  # from now on glibc puts blocks of up to 20 MB into the heap
    before = megabytes()
    if LOADING:
        with heap.for_loading():
            load()
    else:
        load()
    print(megabytes() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc alone is told")
def test_what_a_load_frees_goes_back_to_the_system() -> None:
    kept = [
        int(
            subprocess.run(
                [sys.executable, "-c", CODE.replace("LOADING", loading)], capture_output=True, text=True, check=True
            ).stdout
        )
        for loading in ("False", "True")
    ]
    assert kept[0] >= 40, "the test shows nothing"
    assert kept[1] <= 4
