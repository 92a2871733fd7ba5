"""The command as a process of its own: pipes, signals, locales, displays, and what it loads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.settings import sample_article

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "reader"]
ENGLISH = "Lake level falls\n\nThe lake has “28” shores. It is falling.\n"
DEAD_DISPLAY = ":9977"

unix = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of Unix")


@pytest.fixture
def environment() -> dict[str, str]:
    """The tests' own environment, without the platform that keeps their windows off the screen."""
    return {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def muwazi(environment: dict[str, str], *arguments: object, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=False, timeout=120, **{"capture_output": True, **more}
    )  # type: ignore[call-overload, no-any-return]


def test_output_is_utf_8_whatever_the_locale(environment: dict[str, str], page: Path) -> None:
    plain = {**environment, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = muwazi(plain, "pair", page)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“28”" in done.stdout.decode("utf-8")
    missing = muwazi(plain, "pair", "لا-شيء.txt")
    assert missing.stderr.decode("utf-8") == "muwazi: there is no file لا-شيء.txt: check the name and the folder\n"


@unix
def test_a_reader_of_the_output_that_leaves_early_is_no_error(environment: dict[str, str], tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(ENGLISH + "\nIt is falling still.\n" * 6_000, encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "pair", str(long)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


@unix
def test_a_full_device_is_one_line(environment: dict[str, str], page: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = muwazi(environment, "pair", page, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.startswith(b"muwazi: standard output cannot be written (No space left on device): ")
    assert done.stderr.count(b"\n") == 1


@unix
def test_ctrl_c_ends_it_quietly(environment: dict[str, str], tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keeper = os.open(pipe, os.O_RDWR)  # so that the input does not end
    os.write(keeper, b"a")
    process = subprocess.Popen([*COMMAND, "pair", "-"], cwd=ROOT, env=environment, stdin=keeper, stderr=subprocess.PIPE)
    while _unread(keeper):  # once it is read, the command is at its work
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=60)
    os.close(keeper)
    assert (process.returncode, complaint) == (130, b"")


def _unread(pipe: int) -> int:
    """How many bytes lie in the pipe."""
    import fcntl
    import termios

    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


def test_nothing_heavy_is_loaded_before_it_is_needed(environment: dict[str, str]) -> None:
    heavy = ("PySide6", "ctranslate2", "sentencepiece", "apsw", "lxml", "argostranslate", "bidi", "arabic_reshaper")
    code = f"import sys, reader.cli, reader.pipeline; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.gui
@pytest.mark.parametrize("display", [None, DEAD_DISPLAY])
def test_without_a_usable_display_the_article_is_printed_and_a_picture_made(
    environment: dict[str, str], tmp_path: Path, display: str | None
) -> None:
    if display is not None:
        environment["DISPLAY"] = display
    picture = tmp_path / "muwazi.png"
    done = muwazi(environment, "open", "--fallback", picture)
    assert done.returncode == 0, done.stderr
    title = sample_article().read_text(encoding="utf-8").splitlines()[3]
    assert title in done.stdout.decode()
    line = f"muwazi: there is no display: the article is printed, and a picture of the window is in {picture}\n"
    assert done.stderr.decode() == line
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.gui
def test_a_dead_display_is_found_out_before_qt_aborts_on_it(environment: dict[str, str], page: Path) -> None:
    done = muwazi({**environment, "DISPLAY": DEAD_DISPLAY}, "open", page)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("muwazi: there is no display to open a window on: ")


@unix
@pytest.mark.gui
@pytest.mark.parametrize(("platform", "answers"), [("minimal", True), ("xcb", False), ("no-such-platform", False)])
def test_a_trial_tells_whether_qt_starts_on_the_display(
    environment: dict[str, str], platform: str, answers: bool
) -> None:
    code = "from reader.app import is_display_alive; print(is_display_alive())"
    tried = {**environment, "QT_QPA_PLATFORM": platform, "DISPLAY": DEAD_DISPLAY}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=tried, capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == (f"{answers}\n", "")


@pytest.mark.gui
def test_a_picture_is_taken_off_screen_with_what_was_asked_for(
    environment: dict[str, str], page: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.png"
    look = ["--size", "1000x600", "--font-size", "28", "--theme", "dark", "--layout", "stacked", "--ui", "ar"]
    done = muwazi({**environment, "DISPLAY": DEAD_DISPLAY}, "open", page, "--screenshot", picture, *look)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert picture.read_bytes()[16:24] == (1000).to_bytes(4, "big") + (600).to_bytes(4, "big")
