"""Models from the command: downloaded from a real server on loopback, chosen, removed; what each looks like outside."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader import cli

sys.path.insert(0, str(Path(__file__).parent / "translation"))
from web_server import Closed, Request, Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
ENTRY = {"package_version": "0.1", "from_code": "ar", "to_code": "en", "links": ["/package"]}
SHOWN = re.compile(r"\* ar_en@0\.1  ar → en  3\.3 MB  argos\n")


@pytest.fixture
def server(small_package: Path) -> Iterator[Server]:
    with serving() as server:
        server.pages["/index.json"] = [lambda request: request.send(request.head_of(json.dumps([ENTRY]).encode()))]
        server.pages["/package"] = [lambda request: request.send(request.head_of(small_package.read_bytes()))]
        yield server


@pytest.fixture(autouse=True)
def index(home: Path, server: Server) -> None:
    """The settings name the test's own server; the real one is blocked."""
    use_index(home, server.address("/index.json"))


def use_index(home: Path, address: str) -> None:
    (home / "muwazi").mkdir(exist_ok=True)
    (home / "muwazi" / "settings.json").write_text(json.dumps({"models_index": address}))


def muwazi(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    status = cli.run([str(argument) for argument in arguments])
    return status, *capsys.readouterr()


def below(home: Path) -> list[str]:
    top = home / "muwazi"
    return sorted(str(path.relative_to(top)) for path in top.rglob("*") if len(path.relative_to(top).parts) < 3)


@pytest.mark.parametrize("pair", ["ar-en", "ar_en", "AR-EN"])
def test_a_model_is_downloaded_and_installed(capsys: Any, server: Server, home: Path, pair: str) -> None:
    status, out, err = muwazi(capsys, "models", "download", pair)
    assert (status, err) == (0, "")
    assert SHOWN.fullmatch(out)
    assert [path for path, _ in server.asked] == ["/index.json", "/package"]
    assert below(home) == [
        "cache", "cache/downloads", "cache/offers.json", "packages", "packages/ar_en@0.1", "settings.json",
    ]  # fmt: skip
    assert list((home / "muwazi" / "cache" / "downloads").iterdir()) == []
    assert muwazi(capsys, "models", "list") == (0, out, "")


def test_one_that_is_installed_is_not_downloaded_again(capsys: Any, server: Server) -> None:
    _, out, _ = muwazi(capsys, "models", "download", "ar-en", "--json")
    assert json.loads(out)[0] | {"size": 0} == {
        "package": "ar_en", "version": "0.1", "from": "ar", "to": "en", "size": 0, "engine": "argos", "active": True,
    }  # fmt: skip
    again = muwazi(capsys, "models", "download", "ar-en", "--json")
    assert again == (0, out, "muwazi: warning: ar_en@0.1 is installed already\n")
    assert [path for path, _ in server.asked] == ["/index.json", "/package", "/index.json"]


def test_nothing_else_asks_the_network(capsys: Any, server: Server, small_package: Path) -> None:
    for command in (["install", small_package], ["list"], ["use", "ar_en@0.1"], ["remove", "ar_en@0.1"], ["list"]):
        assert muwazi(capsys, "models", *command)[0] == 0
    assert server.asked == []


@pytest.mark.parametrize("pair", ["", "ar", "arabic", "ar-en-fr", "../x", "ar/en", "1-2"])
def test_what_is_no_pair_is_wrong_usage_and_asks_nobody(capsys: Any, server: Server, pair: str) -> None:
    status, out, _ = muwazi(capsys, "models", "download", pair)
    assert (status, out, server.asked) == (2, "", [])


@pytest.mark.parametrize(
    ("page", "answer", "line"),
    [
        (
            "/index.json",
            lambda request: request.send(request.head_of(b"garbage")),
            "the list of models from 127.0.0.1 makes no sense (it is not JSON): try again later",
        ),
        (
            "/index.json",
            lambda request: request.send(request.head_of(json.dumps([{**ENTRY, "to_code": "fr"}]).encode())),
            "there is no model for ar-en to be had: check the languages",
        ),
        (
            "/package",
            lambda request: request.send(request.head_of(b"<html>" * 1000)),
            "what 127.0.0.1 sends is not the translation package (File is not a zip file): try again later",
        ),
        (
            "/package",
            lambda request: request.head(404, Content_Length=0),
            "127.0.0.1 does not give what was asked for (it answers 404): try again later",
        ),
    ],
)
def test_what_goes_wrong_is_one_line_and_installs_nothing(
    capsys: Any, server: Server, home: Path, page: str, answer: Any, line: str
) -> None:
    server.pages[page] = [answer]
    status, out, err = muwazi(capsys, "models", "download", "ar-en")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"muwazi: {line}")
    assert not (home / "muwazi" / "packages").exists()
    assert not list((home / "muwazi").glob("cache/downloads/*"))


def test_without_a_network_one_line_says_so(capsys: Any, home: Path) -> None:
    use_index(home, Closed().address("/index.json"))
    assert muwazi(capsys, "models", "download", "ar-en") == (
        1,
        "",
        "muwazi: 127.0.0.1 cannot be reached (Connection refused): check the connection, or install the model from "
        "a file\n",
    )


def test_a_package_that_does_not_load_leaves_what_is_installed(
    capsys: Any, server: Server, home: Path, small_package: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.argosmodel"
    with zipfile.ZipFile(small_package) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("metadata.json"):
                content = content.replace(b'"package_version": "0.1"', b'"package_version": "0.2"')
            new.writestr(name, b"broken" if name.endswith("model.bin") else content)
    server.pages["/index.json"] = [
        lambda request: request.send(request.head_of(json.dumps([{**ENTRY, "package_version": "0.2"}]).encode()))
    ]
    server.pages["/package"] = [lambda request: request.send(request.head_of(broken.read_bytes()))]
    muwazi(capsys, "models", "install", small_package)
    status, out, err = muwazi(capsys, "models", "download", "ar-en")
    assert (status, out, err.count("\n")) == (1, "", 1) and "does not load" in err
    assert SHOWN.fullmatch(muwazi(capsys, "models", "list")[1])
    assert [path.name for path in (home / "muwazi" / "packages").iterdir()] == ["ar_en@0.1"]
    assert list((home / "muwazi" / "cache" / "downloads").iterdir()) == []


def of_version(package: Path, version: str, path: Path) -> Path:
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("metadata.json"):
                content = json.dumps({**json.loads(content), "package_version": version}).encode()
            new.writestr(name, content)
    return path


def test_one_of_several_versions_is_chosen_and_the_choice_is_kept(
    capsys: Any, small_package: Path, tmp_path: Path, home: Path
) -> None:
    def active() -> list[tuple[str, bool]]:
        listed = json.loads(muwazi(capsys, "models", "list", "--json")[1])
        return [(one["version"], one["active"]) for one in listed]

    for version in ("0.1", "0.2", "0.10"):
        muwazi(capsys, "models", "install", of_version(small_package, version, tmp_path / "package"))
    assert active() == [("0.10", True), ("0.2", False), ("0.1", False)]
    assert muwazi(capsys, "models", "use", "ar_en@0.2") == (0, "", "")
    assert active() == [("0.10", False), ("0.2", True), ("0.1", False)]
    assert json.loads((home / "muwazi" / "settings.json").read_text())["packages"] == {"ar-en": "ar_en@0.2"}
    told = json.loads(muwazi(capsys, "models", "use", "ar_en@0.1", "--json")[1])
    assert [(one["version"], one["active"]) for one in told] == [("0.1", True)]
    paired = json.loads(muwazi(capsys, "pair", ROOT / "resources" / "samples" / "lake.txt", "--to", "json")[1])
    assert paired["engine"] == {"name": "argos", "package": "ar_en", "version": "0.1"}
    # The chosen one goes: the highest is back, also once it is installed again.
    assert muwazi(capsys, "models", "remove", "ar_en@0.1") == (0, "", "")
    assert active() == [("0.10", True), ("0.2", False)]
    muwazi(capsys, "models", "install", of_version(small_package, "0.1", tmp_path / "package"))
    assert active() == [("0.10", True), ("0.2", False), ("0.1", False)]


def test_only_what_is_installed_can_be_chosen(capsys: Any, home: Path) -> None:
    status, out, err = muwazi(capsys, "models", "use", "ar_en@7")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "there is no package ar_en@7 installed" in err


def test_a_model_in_opus_layout_is_installed_used_and_removed(capsys: Any, small_package: Path, tmp_path: Path) -> None:
    folder = tmp_path / "opus-mt-ar-en"
    folder.mkdir()
    with zipfile.ZipFile(small_package) as archive:
        for name in archive.namelist():
            goals = ("source.spm", "target.spm") if name.endswith("sentencepiece.model") else (Path(name).name,)
            for goal in goals if goals != ("metadata.json",) else ():
                (folder / goal).write_bytes(archive.read(name))
    status, out, err = muwazi(capsys, "models", "install", folder)
    assert (status, err) == (0, "") and re.fullmatch(r"\* opus-ar_en@1  ar → en  \d\.\d MB  opus\n", out)
    sample = ROOT / "resources" / "samples" / "lake.txt"
    for engine in ("auto", "opus"):
        paired = json.loads(muwazi(capsys, "pair", sample, "--to", "json", "--engine", engine)[1])
        assert paired["engine"] == {"name": "opus", "package": "opus-ar_en", "version": "1"}
    assert muwazi(capsys, "pair", sample, "--engine", "argos")[0] == 1
    assert muwazi(capsys, "models", "remove", "opus-ar_en@1") == (0, "", "")


def test_ctrl_c_keeps_what_has_arrived_and_the_next_time_goes_on(
    capsys: Any, server: Server, home: Path, small_package: Path
) -> None:
    content = small_package.read_bytes()

    def stall(request: Request) -> None:
        request.send(request.head_of(content)[:1_000_000])
        request.wait()

    server.pages["/package"] = [stall, lambda request: request.send(request.head_of(content))]
    child = subprocess.Popen(
        [sys.executable, "-m", "reader", "models", "download", "ar-en"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    part = home / "muwazi" / "cache" / "downloads" / "ar_en@0.1.part"
    deadline = time.monotonic() + 30
    while not (part.exists() and part.stat().st_size == 1_000_000) and time.monotonic() < deadline:
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (130, "", "")
    assert part.read_bytes() == content[:1_000_000]
    assert SHOWN.fullmatch(muwazi(capsys, "models", "download", "ar-en")[1])
    assert server.asked[-1][1]["range"] == "bytes=1000000-"


def test_progress_is_shown_on_a_terminal_and_gone_at_the_end(server: Server, small_package: Path) -> None:
    content = small_package.read_bytes()

    def slowly(request: Request) -> None:
        request.send(request.head_of(content)[:2_000_000])
        request.server.over.wait(0.6)
        request.send(content[2_000_000:])

    server.pages["/package"] = [slowly]
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "reader", "models", "download", "ar-en"], cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    try:
        while read := os.read(ours, 65536):
            shown += read
    except OSError:  # the terminal's other end is closed
        pass
    finally:
        os.close(ours)
    assert child.stdout is not None
    with child.stdout as out:
        assert SHOWN.fullmatch(out.read().decode())
    assert child.wait(30) == 0
    assert re.search(rb"\rar_en@0\.1: 2\.0 of 2\.9 MB, \d+\.\d\d MB/s, 0:0\d left\x1b\[K", shown)
    assert shown.endswith(b"\r\x1b[K")
