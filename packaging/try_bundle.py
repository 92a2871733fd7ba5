"""Tries a bundle out as a stranger would have it: moved to another folder, in an empty environment, with an empty home.

Usage: packaging/try_bundle.py FOLDER
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIMIT = 300
"""Seconds after which a command counts as hung."""


def run(program: Path, home: Path, *arguments: str) -> str:
    """What the bundled command prints. Raises SystemExit where it fails."""
    started = time.monotonic()
    environment = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(program), *arguments],
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=LIMIT,
    )
    output, trouble = done.stdout.decode(), done.stderr.decode()
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: exit {done.returncode}\n{output}{trouble}")
    print(f"muwazi {' '.join(arguments)}: done in {time.monotonic() - started:.1f} s")
    return output


def check(condition: bool, what: str) -> None:
    """Raises SystemExit where the condition does not hold."""
    if not condition:
        sys.exit(f"the bundle fails: {what}")


def try_out(bundle: Path, elsewhere: Path) -> None:
    """Pairs the sample with the lexicon and with a model, looks a word up, makes a picture of the window."""
    moved, home = elsewhere / "another folder" / "muwazi", elsewhere / "home"
    home.mkdir()
    shutil.copytree(bundle, moved, symlinks=True)
    program = moved / "muwazi"
    sample = elsewhere / "sample.txt"
    shutil.copy(ROOT / "resources" / "samples" / "lake.txt", sample)

    paired = json.loads(run(program, home, "pair", str(sample), "--to", "json"))
    check(bool(paired["pairs"]), "no pairs")
    check(all(pair["status"] in ("translated", "kept") for pair in paired["pairs"]), "a pair failed")
    check(paired["article"]["title"] in run(program, home, "pair", str(sample)), "no title in the text")
    check(json.loads(run(program, home, "lookup", "كتاب", "--json"))[0]["readings"] != [], "the lexicon is silent")
    run(program, home, "models", "install", str(ROOT / "tests" / "models" / "translate-ar_en-0_1.argosmodel"))
    translated = json.loads(run(program, home, "pair", str(sample), "--to", "json", "--engine", "argos"))
    check("argos" in {pair["engine"] for pair in translated["pairs"]}, "the model translates nothing")
    check("failed" not in {pair["status"] for pair in translated["pairs"]}, "the model fails on a pair")
    picture = home / "window.png"
    run(program, home, "open", str(sample), "--screenshot", str(picture))
    check(picture.read_bytes().startswith(b"\x89PNG") and picture.stat().st_size > 20_000, "no picture of the window")
    size = sum(file.stat().st_size for file in moved.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"the bundle runs elsewhere, in an empty environment; it is {size / 1e6:.0f} MB")


def main() -> None:
    """Checks the bundle named on the command line."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as elsewhere:
        try_out(Path(sys.argv[1]).resolve(), Path(elsewhere))


if __name__ == "__main__":
    main()
