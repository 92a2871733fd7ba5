"""Whether the environment promises a display to open a window on; whether it answers is found out in ``gui.probe``."""

from __future__ import annotations

import os
import sys

UNSEEN = ("offscreen", "minimal")
"""Qt platforms that draw where nobody looks."""


def is_promised() -> bool:
    """Whether a window would open where a person sees it, if the display answers. A platform that the user has chosen
    by QT_QPA_PLATFORM counts as one, unless nobody sees it."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen.startswith(UNSEEN):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(chosen or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_unseen_by_choice() -> bool:
    """Whether the user has asked Qt for a platform that nobody sees; a window may then open there."""
    return os.environ.get("QT_QPA_PLATFORM", "").startswith(UNSEEN)
