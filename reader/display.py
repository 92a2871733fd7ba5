"""Whether there is a display to open a window on, found out before Qt aborts on a dead one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reader.settings import is_frozen

PROBE_ARGUMENT = "--probe-display"
"""The first argument by which the command is told to try Qt's platform, say by its exit code, and do nothing else."""

UNSEEN = ("offscreen", "minimal")
"""Qt platforms that draw where nobody looks."""

_PATIENCE = 20.0
"""Seconds after which a display that does not answer is taken for dead."""


def is_usable() -> bool:
    """Whether a window would open where a person sees it.

    Qt ends the whole process (exit code 134) on a display that does not answer and where a system library of its
    platform is missing, so a child process tries first. A platform that the user has chosen by QT_QPA_PLATFORM is
    the one that is tried.
    """
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen.startswith(UNSEEN):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    if not (chosen or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    environment = dict(os.environ)
    if is_frozen():
        command = [sys.executable, PROBE_ARGUMENT]
    else:
        root = str(Path(__file__).resolve().parents[1])
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join([root, known]) if known else root
        command = [sys.executable, "-P", "-m", "reader", PROBE_ARGUMENT]
    try:
        tried = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


def is_unseen_by_choice() -> bool:
    """Whether the user has asked Qt for a platform that nobody sees; a window may then open there."""
    return os.environ.get("QT_QPA_PLATFORM", "").startswith(UNSEEN)
