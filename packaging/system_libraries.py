"""Finds the libraries that Qt takes from the machine, and has Debian install those that are missing.

Usage: packaging/system_libraries.py [--display]  (looks for those a display takes also where there is none)
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

NEEDED = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
"""What PySide6's QtCore, QtGui and QtWidgets are linked to and do not bring, with Debian's package of each."""

NEEDED_ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What its X11 platform plugin takes besides: of use only where there is a display."""

INSTALL = Path(__file__).parent / "install_debian.sh"


def missing(libraries: dict[str, str]) -> dict[str, str]:
    """Those of the libraries that do not load, with the package of each."""
    found: dict[str, str] = {}
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            found[library] = package
    return found


def main() -> int:
    """0 where Qt can start, off screen at least; a display without its X11 libraries is only told about."""
    lacking = missing(NEEDED)
    more = missing(NEEDED_ON_X11) if os.environ.get("DISPLAY") or "--display" in sys.argv else {}
    wanted = lacking | more
    if not wanted:
        return 0
    kind = "library" if len(wanted) == 1 else "libraries"
    what = f"what Qt takes from the machine ({kind} {', '.join(wanted)})"
    subprocess.run(["sh", str(INSTALL), what, *wanted.values()], check=False)
    return 1 if missing(NEEDED) else 0


if __name__ == "__main__":
    sys.exit(main())
