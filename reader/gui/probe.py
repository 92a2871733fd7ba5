"""Tries whether Qt can start on the platform it would choose: in a child process, since Qt aborts where it cannot."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress
from typing import NoReturn

from PySide6.QtGui import QGuiApplication

PATIENCE = 20.0
"""Seconds after which a display that does not answer is taken for dead."""


class Trial:
    """A trial under way, on a system with ``fork``: the child has Qt loaded as its parent has, so all that it takes is
    to greet the display, and the parent can do something else meanwhile. To be begun before there is any thread."""

    def __init__(self) -> None:
        self._end, child_end = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            _greet()
        os.close(child_end)

    def succeeded(self) -> bool:
        """Waits for the answer: whether Qt started."""
        answered, _, _ = select.select([self._end], [], [], PATIENCE)  # readable when the child has ended
        if not answered:
            os.kill(self._child, signal.SIGKILL)
        os.close(self._end)
        _, status = os.waitpid(self._child, 0)
        return os.waitstatus_to_exitcode(status) == 0


def _greet() -> NoReturn:
    """The child's part: says by its exit code whether Qt started, and nothing else."""
    with suppress(BaseException):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # an abort is an answer here, not worth a core file
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        QGuiApplication(["muwazi"])
        os._exit(0)
    os._exit(1)
