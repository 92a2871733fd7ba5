"""Set-up: the locks are whole, and the script that fills .venv from them does no more than is needed, and no less."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCKS = [ROOT / "requirements.lock", *sorted((ROOT / "packaging/locks").glob("*.lock"))]
UNWANTED = {"torch", "stanza", "spacy", "minisbd", "onnxruntime", "argostranslate", "ebooklib"}
SCRIPTS = ("set_up.sh", "install_debian.sh")

# A stand-in for Python that notes what it is asked and makes of a venv only the interpreter: the real one would need
# the network, which is what a set-up from a fresh clone is for.
PYTHON = """#!/bin/sh
case "$*" in
    "-c import sys; sys.exit("*) exit {old} ;;
    "-c "*) exit 0 ;;
    "--version") echo Python 3.11 ;;
    "-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python; echo venv >> calls ;;
    *) echo "$*" | sed 's/.*--no-compile //' >> calls; test ! -e broken ;;
esac
"""


def requirements(lock: Path) -> list[str]:
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith(("#", " "))]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_pins_and_hashes_everything(lock: Path) -> None:
    lines = requirements(lock)
    assert lines
    for line in lines:
        requirement = Requirement(line.partition("--hash")[0].strip())
        assert str(requirement.specifier).startswith("=="), line
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}(?= |$)", line), line
        assert requirement.name not in UNWANTED
        assert requirement.url is None
    assert "://" not in lock.read_text(encoding="utf-8")


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        "requirements": project["project"]["dependencies"],
        **groups,
        "build": project["build-system"]["requires"],
    }
    assert {lock.stem for lock in LOCKS} == set(wanted)
    for lock in LOCKS:
        pinned = [Requirement(line.partition("--hash")[0].strip()) for line in requirements(lock)]
        for need in map(Requirement, wanted[lock.stem]):
            found = [pin for pin in pinned if canonical(pin.name) == canonical(need.name)]
            assert found, need
            assert all(need.specifier.contains(str(pin.specifier).removeprefix("==")) for pin in found), need


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_part_has_its_licence_told() -> None:
    table = canonical((ROOT / "packaging/LICENSES.md").read_text(encoding="utf-8"))
    for line in requirements(ROOT / "requirements.lock"):
        name = canonical(Requirement(line.partition("--hash")[0].strip()).name)
        assert re.search(rf"\b{name}\b", table), name


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A checkout's files of set-up, with the stand-in before every Python in PATH."""
    folder = tmp_path / "a clone"
    (folder / "packaging/locks").mkdir(parents=True)
    for lock in LOCKS:
        shutil.copy(lock, folder / lock.relative_to(ROOT))
    for name in SCRIPTS:
        shutil.copy(ROOT / "packaging" / name, folder / "packaging" / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    write_pythons(folder, old=False)
    return folder


def write_pythons(clone: Path, *, old: bool) -> None:
    (clone / "bin").mkdir(exist_ok=True)
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        file = clone / "bin" / name
        file.write_text(PYTHON.format(old=int(old)))
        file.chmod(0o755)


def set_up(clone: Path, *layers: str) -> tuple[int, str, list[str]]:
    """Exit code, standard error, and what the stand-in was asked since the last time."""
    environment = {"PATH": f"{clone / 'bin'}:{os.environ['PATH']}", "HOME": str(clone)}
    command = ["sh", str(clone / "packaging/set_up.sh"), *layers]
    done = subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, check=False)
    calls = clone / "calls"
    asked = calls.read_text().splitlines() if calls.exists() else []
    calls.unlink(missing_ok=True)
    return done.returncode, done.stderr, asked


BUILD = "--require-hashes -r packaging/locks/build.lock"
RUN = "--require-hashes -r requirements.lock"
DEV = "--require-hashes -r packaging/locks/dev.lock"
OWN = "--no-index --config-settings editable_mode=compat --editable ."


def test_a_fresh_clone_gets_everything_from_the_locks(clone: Path) -> None:
    code, said, asked = set_up(clone, "run")
    assert (code, asked) == (0, ["venv", BUILD, RUN, OWN])
    assert said.count("\n") == 1


def test_the_second_time_nothing_is_asked_for(clone: Path) -> None:
    set_up(clone, "run", "dev")
    assert set_up(clone, "run", "dev") == (0, "", [])
    assert set_up(clone, "run") == (0, "", [])


def test_a_layer_is_added_to_what_is_there(clone: Path) -> None:
    set_up(clone, "run")
    assert set_up(clone, "run", "dev")[2] == [BUILD, DEV]


def test_a_changed_lock_makes_all_anew(clone: Path) -> None:
    set_up(clone, "run", "dev")
    (clone / ".venv/old").touch()
    with (clone / "packaging/locks/dev.lock").open("a") as lock:
        lock.write("# newer\n")
    assert set_up(clone, "run", "dev")[2] == ["venv", BUILD, RUN, BUILD, DEV, OWN]
    assert not (clone / ".venv/old").exists()


def test_a_changed_project_file_puts_only_our_own_package_in_place_again(clone: Path) -> None:
    set_up(clone, "run", "dev")
    with (clone / "pyproject.toml").open("a") as file:
        file.write("# newer\n")
    assert set_up(clone, "run", "dev")[2] == [OWN]


def test_a_set_up_that_broke_off_starts_anew(clone: Path) -> None:
    (clone / "broken").touch()
    code, said, asked = set_up(clone, "run")
    assert (code, asked) == (1, ["venv", BUILD])
    assert said.splitlines()[-1].startswith("muwazi set-up: a package could not be installed")
    (clone / ".venv/half").touch()
    (clone / "broken").unlink()
    assert set_up(clone, "run")[2] == ["venv", BUILD, RUN, OWN]
    assert not (clone / ".venv/half").exists()


def test_a_clone_that_was_moved_is_set_up_again(clone: Path) -> None:
    set_up(clone, "run")
    moved = clone.rename(clone.with_name("elsewhere"))
    assert set_up(moved, "run")[2] == ["venv", BUILD, RUN, OWN]


def test_an_interpreter_that_was_exchanged_under_it_calls_for_a_new_venv(clone: Path) -> None:
    interpreter = clone / ".venv/bin/python"
    set_up(clone, "run")
    interpreter.unlink()
    assert set_up(clone, "run")[2] == ["venv", BUILD, RUN, OWN]
    interpreter.unlink()
    interpreter.symlink_to(clone / "bin/python3.12")
    assert set_up(clone, "run")[2] == ["venv", BUILD, RUN, OWN]


def test_a_venv_of_another_tool_is_added_to_and_never_thrown_away(clone: Path) -> None:
    (clone / ".venv/bin").mkdir(parents=True)
    shutil.copy(clone / "bin/python3", clone / ".venv/bin/python")
    (clone / ".venv/theirs").touch()
    assert set_up(clone, "run")[2] == [BUILD, RUN, OWN]
    assert (clone / ".venv/theirs").exists()


def test_an_old_python_is_refused_in_one_line(clone: Path) -> None:
    write_pythons(clone, old=True)
    code, said, asked = set_up(clone, "run")
    assert (code, asked) == (1, [])
    assert said == (
        "muwazi set-up: Python 3.11 or newer is needed, and python3 here is not: "
        "install it, or name it: make PYTHON=/path/to/python3\n"
    )
    assert not (clone / ".venv").exists()


def test_two_at_once_do_the_work_once(clone: Path) -> None:
    command = ["sh", str(clone / "packaging/set_up.sh"), "run"]
    environment = {"PATH": f"{clone / 'bin'}:{os.environ['PATH']}", "HOME": str(clone)}
    both = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert (clone / "calls").read_text().splitlines() == ["venv", BUILD, RUN, OWN]


def test_who_is_not_root_is_told_in_one_line_what_to_install(tmp_path: Path) -> None:
    fake = tmp_path / "id"
    fake.write_text("#!/bin/sh\necho 1000\n")
    fake.chmod(0o755)
    done = subprocess.run(
        ["sh", str(ROOT / "packaging/install_debian.sh"), "libEGL.so.1", "libegl1"],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "muwazi set-up: libEGL.so.1 is missing: install it "
        "(on Debian and Ubuntu: sudo apt-get install libegl1), then run make again\n"
    )


@pytest.mark.parametrize("article", ["", "page.txt", 'it\'s a "page" & more.txt', "-", "--help"])
def test_make_run_hands_on_the_article_as_it_is_named(clone: Path, article: str) -> None:
    shutil.copy(ROOT / "Makefile", clone)
    set_up(clone, "run")
    command = clone / ".venv/bin/muwazi"
    command.write_text('#!/bin/sh\nfor argument in "$@"; do echo "$argument"; done\n')
    command.chmod(0o755)
    environment = {"PATH": os.environ["PATH"], "HOME": str(clone)}
    make = ["make", "--silent", "run", *([f"ARTICLE={article}"] if article else [])]
    done = subprocess.run(make, cwd=clone, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["open", "--fallback", "muwazi.png", *(["--", article] if article else [])]
