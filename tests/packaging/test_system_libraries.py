"""The libraries that Qt takes from the machine are looked for by their real names."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

SCRIPT = Path(__file__).parent.parent.parent / "packaging" / "system_libraries.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("system_libraries", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_missing_library_is_found_out_with_its_package(script: ModuleType) -> None:
    assert script.missing({"libc.so.6": "libc6", "libnonesuch.so.9": "libnonesuch9"}) == {
        "libnonesuch.so.9": "libnonesuch9"
    }


def test_this_machine_can_start_qt_off_screen(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert script.main() == 0


@pytest.mark.skipif(shutil.which("readelf") is None, reason="readelf is not on this machine")
def test_nothing_that_qt_is_linked_to_is_forgotten(script: ModuleType) -> None:
    import PySide6

    libraries = Path(PySide6.__file__).parent / "Qt"
    from_libc = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libpthread.so.0", "libdl.so.2"}
    # zlib comes with Python itself, and GThread lies in GLib's own package.
    elsewhere = from_libc | {"ld-linux-x86-64.so.2", "libz.so.1", "libgthread-2.0.so.0"}
    for names, known in (
        (("lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6DBus.so.6"), script.NEEDED),
        (("plugins/platforms/libqxcb.so",), script.NEEDED | script.NEEDED_ON_X11),
    ):
        command = ["readelf", "-d", *(str(libraries / name) for name in names)]
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        linked = set(re.findall(r"\(NEEDED\).*\[(.+)\]", lines))
        ours = {
            name
            for name in linked
            if name.startswith(("libQt6", "libicu", "libxcb-render.", "libxcb-shm", "libxcb.so"))
        }
        assert linked - ours - elsewhere - set(known) == set()
