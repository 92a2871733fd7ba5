"""The README's commands work as they stand there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.backup import folder_of
from reader.settings import find_paths, sample_article

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND = ".venv/bin/muwazi"
TARGETS = sorted(set(re.findall(r"(?:^|`)(make [a-z]+(?: ARTICLE=\S+)?)(?=[\s`])", README, re.MULTILINE)))


def commands() -> list[list[str]]:
    """The lines of the README's shell blocks, as words."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return [words for block in blocks for line in block.splitlines() if (words := shlex.split(line, comments=True))]


def test_every_command_is_one_of_make_or_ours() -> None:
    assert {words[0] for words in commands()} == {"make", COMMAND}


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not on this machine")
@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_its_targets(target: str) -> None:
    done = subprocess.run(
        ["make", "-n", *shlex.split(target)[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.gui
def test_the_commands_run_one_after_the_other(tmp_path: Path, small_package: Path) -> None:
    folder = tmp_path / "reading"
    folder.mkdir()
    shutil.copy(sample_article(), folder / "page.txt")
    shutil.copy(small_package, folder / "translate-ar_en.argosmodel")
    for words in commands():
        if words[0] == COMMAND:
            done = subprocess.run(
                [sys.executable, "-m", "reader", *words[1:]],
                cwd=folder,
                env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert done.returncode == 0, f"{shlex.join(words)}: {done.stderr}"
    assert (folder / "page.json").stat().st_size > 1000
    assert (folder / "page.png").read_bytes().startswith(b"\x89PNG")


def test_the_folders_are_where_it_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME")
    paths = find_paths(None)
    told = {home / place for place in re.findall(r"^\|.*`~/(.+?)/?` \|$", README, re.MULTILINE)}
    assert told == {paths.library, folder_of(paths.library), paths.packages, paths.reports, paths.settings}


def test_what_it_links_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", README):
        assert (ROOT / target).is_file(), target
