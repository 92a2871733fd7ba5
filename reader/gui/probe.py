"""Tries whether Qt can start on the platform it would choose; for a child process, since Qt aborts where it cannot."""

from __future__ import annotations

import sys


def try_platform() -> int:
    """0 where Qt started. Does not return where it aborts; raises ImportError where a system library is missing."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # an abort is an answer here, not worth a core file

    from PySide6.QtGui import QGuiApplication

    QGuiApplication(["muwazi"])
    return 0
