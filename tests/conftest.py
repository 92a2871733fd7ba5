"""What holds for every test: no network but loopback, a home folder of its own, no Qt or Python warning unnoticed."""

from __future__ import annotations

import gc
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

# Before anything imports Qt: tests never open a window on a person's screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# How long an example takes says something of the machine, nothing of the code.
hypothesis.settings.register_profile("muwazi", deadline=None)
hypothesis.settings.load_profile("muwazi")

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
ALLOWED_QT_LINE = "This plugin does not support propagateSizeHints()"


class NetworkBlocked(Exception):
    """A test tried to reach the network."""


def pytest_configure(config: pytest.Config) -> None:
    """Blocks the network for the whole run, in this process (children are watched under strace, see the README)."""
    real_connect, real_connect_ex, real_resolve = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(family: int, address: Any) -> None:
        if family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise NetworkBlocked(f"a test tried to connect to {address!r}")

    def connect(self: socket.socket, address: Any) -> None:
        check(self.family, address)
        return real_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        check(self.family, address)
        return real_connect_ex(self, address)

    def resolve(host: Any, *rest: Any, **more: Any) -> Any:
        if host not in LOOPBACK and host is not None:
            raise NetworkBlocked(f"a test tried to resolve {host!r}")
        return real_resolve(host, *rest, **more)

    socket.socket.connect = connect  # type: ignore[method-assign]
    socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = resolve  # type: ignore[assignment]


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Spares the collector the thousands of tests, which stay till the end: it would go through them at each window
    that closes."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder; HOME and all XDG folders point into it, MUWAZI_HOME at a folder inside it."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setenv("MUWAZI_HOME", str(folder / "muwazi"))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return folder


@pytest.fixture(scope="session")
def qapp() -> Iterator[Any]:
    """The one QApplication of the run."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(["muwazi-tests"])
    yield app


@pytest.fixture(autouse=True)
def no_qt_warnings() -> Iterator[None]:
    """Fails a test during which Qt logged anything but the one line that offscreen always logs."""
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    lines: list[str] = []

    def note(kind: QtMsgType, _where: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(ALLOWED_QT_LINE):
            lines.append(f"{kind.name}: {text}")

    previous = qInstallMessageHandler(note)
    yield
    qInstallMessageHandler(previous)
    assert not lines, "Qt logged: " + "; ".join(lines)


@pytest.fixture(scope="session")
def seed() -> Path:
    """The customer's page, by the path in MUWAZI_SEED; the test is skipped, visibly, where it is not."""
    path = os.environ.get("MUWAZI_SEED")
    if not path or not Path(path).is_file():
        pytest.skip("MUWAZI_SEED does not name the customer's page")
    return Path(path)


@pytest.fixture(scope="session")
def small_package() -> Path:
    """The small real Argos package (its origin stands beside it)."""
    return Path(__file__).parent / "models" / "translate-ar_en-0_1.argosmodel"
