"""The only threads of the window: lanes that run generators one after another and hand up what they yield."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_VALUE, _DONE, _ERROR = "value", "done", "error"

SLICE = 0.008
"""Seconds for which what the lane has reported is handled in one go; then keys, pointer and paint have their turn."""

POLITE = 0.2
"""Seconds that a lane waits at most until a value was handled and painted: a handler may ask the reader something."""


def _nothing(*_args: object) -> None:
    """The handler of what nobody asked to hear of."""


@dataclass(slots=True)
class _Job:
    """A generator that waits or runs. The handlers are called on the window's thread."""

    id: int
    work: Callable[[], Iterable[Any]]
    on_value: Callable[[Any], None]
    on_done: Callable[[], None]
    on_error: Callable[[Exception], None]
    cancelled: threading.Event = field(default_factory=threading.Event)
    heard: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    """Released for each value that was handled, and once where nobody listens any more."""
    is_unheard: bool = False
    owner: object = None
    """Who asked, for ``Lane.disown``."""

    def let_go(self) -> None:
        """Nobody listens any more: the job waits for no handler."""
        self.is_unheard = True
        self.heard.release()


class _Thread(QThread):
    """Takes jobs from the queue until it finds None there, then runs ``at_end`` and stops."""

    def __init__(
        self,
        jobs: queue.SimpleQueue[_Job | None],
        report: Callable[[int, str, object], None],
        at_end: Callable[[], None],
    ) -> None:
        super().__init__()
        self._jobs, self._report, self._at_end = jobs, report, at_end

    def run(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not job.cancelled.is_set():
                self._run(job)
        self._at_end()

    def _run(self, job: _Job) -> None:
        try:
            values = iter(job.work())
            try:
                for value in values:
                    if job.cancelled.is_set():
                        break
                    self._report(job.id, _VALUE, value)
                    # Whoever went on now would take the interpreter from the handler at each of its calls into Qt.
                    if not job.is_unheard:
                        job.heard.acquire(timeout=POLITE)
            finally:
                # Here and now rather than when it is collected: closing is what cancels the engine's work.
                close = getattr(values, "close", None)
                if close is not None:
                    close()
        except Exception as error:
            self._report(job.id, _ERROR, error)
        else:
            self._report(job.id, _DONE, None)


class Lane(QObject):
    """One worker thread. Jobs run in the order they were given, each wholly on that thread.

    A job is a function that gives an iterable, a generator as a rule; each value it yields reaches ``on_value`` on
    the window's thread, then ``on_done`` or ``on_error`` is called once. After ``cancel`` nothing more is heard of
    the job, and its generator is closed at its next yield.
    """

    _woken = Signal()

    def __init__(self, name: str, at_end: Callable[[], None] = _nothing, parent: QObject | None = None) -> None:
        """``at_end`` is run on the lane's thread when it closes."""
        super().__init__(parent)
        self._jobs: dict[int, _Job] = {}
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._last_id = 0
        self._closed = self._has_begun = False
        self._reports: deque[tuple[int, str, Any]] = deque()
        # A timer's turn comes once in each round of the event loop, while posted events are handled till none is left.
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._deliver)
        self._woken.connect(self._turn.start, Qt.ConnectionType.QueuedConnection)
        self._thread = _Thread(self._queue, self._report, at_end)
        self._thread.setObjectName(name)
        # The lane goes on when what a value has changed is painted too.
        self._heard: list[_Job] = []
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.timeout.connect(self._go_on)
        # Work begins when what is to be painted has been, which it would hold up: Python runs one of them at a time.
        self._waiting: list[_Job] = []
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._begin)

    def run(
        self,
        work: Callable[[], Iterable[T]],
        on_value: Callable[[T], None] = _nothing,
        on_done: Callable[[], None] = _nothing,
        on_error: Callable[[Exception], None] = _nothing,
        owner: object = None,
    ) -> int:
        """Queues a job; its id, for ``cancel``. Of a closed lane nothing is run. ``owner`` is for ``disown``."""
        self._last_id += 1
        if not self._closed:
            job = _Job(self._last_id, work, on_value, on_done, on_error, owner=owner)
            self._jobs[job.id] = job
            self._waiting.append(job)
            self._calm.start()
        return self._last_id

    def cancel(self, job_id: int) -> None:
        """Cancels a job that waits or runs; nothing happens where it is over already."""
        job = self._jobs.pop(job_id, None)
        if job is not None:
            job.cancelled.set()
            job.let_go()

    def disown(self, owner: object) -> None:
        """Has an owner's jobs done as before, but without its hearing of them any more."""
        for job in self._jobs.values():
            if job.owner is owner:
                job.on_value = job.on_done = job.on_error = _nothing
                job.owner = None
                job.let_go()

    def is_idle(self) -> bool:
        """Whether every job that was not cancelled has been heard out."""
        return not self._jobs

    def close(self, *, finish: bool) -> None:
        """Ends the thread: after the jobs that wait where ``finish``, else after the next yield of the one that
        runs. Blocks until then, so the window should be out of sight. No handler is called any more."""
        if self._closed:
            return
        self._closed = True
        for job in self._jobs.values():
            if not finish:
                job.cancelled.set()
            job.let_go()
        self._jobs.clear()
        self._begin()
        self._queue.put(None)
        self._thread.wait()

    def _begin(self) -> None:
        """Lets the thread have the jobs that waited."""
        for job in self._waiting:
            self._queue.put(job)
        self._waiting.clear()
        if not self._has_begun:
            self._has_begun = True
            self._thread.start()

    def _report(self, job_id: int, kind: str, payload: object) -> None:
        """Called on the lane's thread."""
        self._reports.append((job_id, kind, payload))
        self._woken.emit()

    @Slot()
    def _deliver(self) -> None:
        until = time.monotonic() + SLICE
        while self._reports:
            self._handle(*self._reports.popleft())
            if time.monotonic() > until:
                self._turn.start()
                return

    def _go_on(self) -> None:
        """Lets the lane go on after the values that were handled."""
        for job in self._heard:
            job.heard.release()
        self._heard.clear()

    def _handle(self, job_id: int, kind: str, payload: Any) -> None:
        job = self._jobs.get(job_id)
        if job is None:  # stale: cancelled since, or the lane has closed
            return
        if kind == _VALUE:
            try:
                job.on_value(payload)
            finally:
                self._heard.append(job)
                self._painted.start()
            return
        del self._jobs[job_id]
        if kind == _ERROR:
            job.on_error(payload)
        else:
            job.on_done()
