"""Downloads an offered package: with its progress, resumed where it broke off, from the next link where one fails."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import sys
import time
from collections import deque
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from reader.errors import DownloadError, PackageError
from reader.model import Progress
from reader.translation import archives
from reader.translation.fetching import Broken, Fetch, Head, Refused, host_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from reader.model import Offer

ABANDONED_SECONDS = 14 * 24 * 3600
"""The age at which what is left of a broken download is nobody's any more."""

WORTH_A_TRY = (408, 425, 429, 500, 502, 503, 504)
"""The answers after which the same link may do better a little later."""

SPEED_OVER = 5.0
"""The seconds over which the speed is measured."""

MEASURE_EVERY = 1024**2
"""The bytes after which the space left on the disk is looked at again."""

RANGE = re.compile(r"bytes (?:(\d+)-(\d+)|\*)/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient a download is, and how large it may get.

    A connection that brings fewer than ``stall_bytes`` in ``stall_seconds`` is given up. A link is given up after
    ``attempts`` in a row that brought fewer than ``worth_bytes``, with pauses that begin at ``pause`` seconds and
    double; and after the file had to be begun anew ``restarts`` times. No file grows beyond ``most`` bytes, nor so far
    that fewer than ``spare`` bytes stay free on the disk. Progress is told every ``tick`` seconds.
    """

    stall_seconds: float = 20.0
    stall_bytes: int = 1024
    attempts: int = 3
    worth_bytes: int = 64 * 1024
    pause: float = 1.0
    restarts: int = 3
    most: int = archives.MAX_UNPACKED
    spare: int = archives.SPARE
    tick: float = 0.2


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of the file on the server, kept beside the part that has arrived, so that both can be joined."""

    link: str
    total: int | None = None
    etag: str | None = None
    modified: str | None = None


class _Restart(Exception):
    """What has arrived is no use any more; ``error`` is what to raise where that has happened too often."""

    def __init__(self, error: DownloadError) -> None:
        super().__init__(error)
        self.error = error


def download(offer: Offer, folder: Path, limits: Limits | None = None) -> Generator[Progress | Path, None, None]:
    """Downloads the package into ``folder``: progress again and again, at last the path of the checked file.

    The file is the caller's to install and to ``discard``. Closing the generator cancels at once; what has arrived is
    kept and taken up by the next download of the same offer. Raises DownloadError where no link gives the package.
    """
    part = folder / f"{offer.name}@{offer.version}.part"
    with _mended(part):
        folder.mkdir(parents=True, exist_ok=True)
        _clear_abandoned(folder)
        with part.open("ab+") as file:
            _lock(file, offer)
            try:
                yield from _Download(offer, part, file, limits or Limits()).run()
            finally:
                if file.seek(0, os.SEEK_END) == 0:
                    discard(part)
    yield part


def discard(file: Path) -> None:
    """Removes a file that ``download`` gave, or what is left of a broken one, with what was kept beside it."""
    for one in (file, _state_file(file)):
        one.unlink(missing_ok=True)


class _Download:
    """One download under way. ``file`` is that of ``part``, locked and open for appending."""

    def __init__(self, offer: Offer, part: Path, file: BinaryIO, limits: Limits) -> None:
        self._offer, self._part, self._file, self._limits = offer, part, file, limits
        self._meter = _Meter(limits.stall_bytes)
        self._restarts = 0
        self._unmeasured = 0
        """The bytes written since the space on the disk was last looked at."""
        self._done = file.seek(0, os.SEEK_END)
        self._pieced = self._done > 0
        """Whether the file is put together from more than one answer."""
        self._state = _read_state(part)
        if self._state is None:
            self._empty()

    def run(self) -> Iterator[Progress]:
        """Goes from link to link until one has given the package. Raises DownloadError, for the last that failed."""
        if self._state is not None and self._state.total == self._done:
            with contextlib.suppress(_Restart):  # an earlier download that came to its end
                self._check(self._state.link)
                return
        fault = DownloadError("index.no_offer", pair=self._offer.name)
        for link in self._offer.links:
            try:
                yield from self._exhaust(link)
                return
            except DownloadError as error:
                if error.code == "download.too_little_space":
                    raise
                # That one server answered nonsense says more than that another did not answer.
                if error.code != "download.unreachable" or fault.code == "index.no_offer":
                    fault = error
        raise fault

    def _exhaust(self, link: str) -> Iterator[Progress]:
        """Asks one link until the file is whole, or until it is plain that it will not become so."""
        failures = self._restarts = 0
        while True:
            before = self._done
            try:
                yield from self._ask(link)
                self._check(link)
                return
            except _Restart as cause:
                self._begin_anew(cause.error)
            except Refused as cause:
                raise DownloadError("download.refused", host=host_of(link), reason=str(cause)) from cause
            except Broken as cause:
                failures = 0 if self._done - before >= self._limits.worth_bytes else failures + 1
                if failures >= self._limits.attempts:
                    code = "download.broken" if self._done else "download.unreachable"
                    raise DownloadError(code, host=host_of(link), reason=str(cause)) from cause
                yield from self._wait(self._limits.pause * 2**failures, link)

    def _ask(self, link: str) -> Iterator[Progress]:
        """One request and its answer, to the answer's end. Raises Refused, Broken, _Restart and DownloadError."""
        fetch = Fetch(link, self._headers(link), self._limits.stall_seconds)
        try:
            self._meter.begin(self._done)
            yield self._progress(link)
            told, silence = time.monotonic(), "it does not answer"
            while True:
                found = fetch.next(self._limits.tick)
                if isinstance(found, Head):
                    silence = "nothing more came"
                    if not self._accept(found, link):
                        return
                elif found == b"":
                    if self._state and self._state.total is not None and self._done < self._state.total:
                        raise Broken("the connection was cut")
                    yield self._progress(link)
                    return
                elif found is not None:
                    self._write(found, link)
                self._meter.note(self._done)
                if self._meter.is_stalled(self._limits.stall_seconds):
                    raise Broken(silence)
                if time.monotonic() - told >= self._limits.tick:
                    told = time.monotonic()
                    yield self._progress(link)
        finally:
            fetch.close()

    def _headers(self, link: str) -> dict[str, str]:
        """Asks for what is missing, or for all of it where the file has changed. A tag or a date is worth something on
        the link it came from only; elsewhere, and without one, the length and the check at the end must do."""
        headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
        if self._done and self._state is not None:
            headers["Range"] = f"bytes={self._done}-"
            etag = self._state.etag
            validator = etag if etag and not etag.startswith("W/") else self._state.modified
            if validator and self._state.link == link:
                headers["If-Range"] = validator
        return headers

    def _accept(self, head: Head, link: str) -> bool:
        """Takes note of an answer's head; False where its body need not be read, since all is there already."""
        if head.status == 416 and self._done:
            if _total(head) != self._done:
                raise self._changed(link)
            return False
        if head.status in WORTH_A_TRY:
            raise Broken(f"it answers {head.status}")
        if head.status not in (200, 206):
            raise Refused(f"it answers {head.status}")
        if head.headers.get("content-encoding", "identity").lower() not in ("identity", ""):
            raise Refused("it sends the file in a form that was not asked for")
        etag, modified = head.headers.get("etag"), head.headers.get("last-modified")
        if head.status == 206:
            self._check_continues(head, link)
            total = _total(head) or (self._state.total if self._state else None)
            self._pieced = True
        else:
            if self._done:
                self._begin_anew(
                    DownloadError("download.broken", host=host_of(link), reason="it begins anew each time")
                )
            declared = head.headers.get("content-length", "")
            total = int(declared) if declared.isascii() and declared.isdigit() and len(declared) < 20 else None
        if self._offer.size is not None and total not in (None, self._offer.size):
            raise self._not_package(link, f"{total} bytes instead of {self._offer.size}")
        if total is not None and total > self._limits.most:
            raise self._not_package(link, f"{total // 1024**2} MB")
        self._check_space((total or self._done) - self._done)
        self._state = _State(link, total, etag, modified)
        _state_file(self._part).write_text(json.dumps(asdict(self._state)), encoding="utf-8")
        return True

    def _check_continues(self, head: Head, link: str) -> None:
        """Raises _Restart where an answer is not the missing part of the file that has been begun."""
        known = self._state or _State(link)
        match = RANGE.fullmatch(head.headers.get("content-range", "").strip())
        if match is None or match[1] is None or not self._done or int(match[1][:20]) != self._done:
            raise self._changed(link)
        same: list[tuple[object, object]] = [(known.total, _total(head))]
        if known.link == link:
            marks = ((known.etag, head.headers.get("etag")), (known.modified, head.headers.get("last-modified")))
            same += marks
        if any(None not in pair and pair[0] != pair[1] for pair in same):
            raise self._changed(link)

    def _write(self, content: bytes, link: str) -> None:
        total = self._state.total if self._state else None
        if total is not None and self._done + len(content) > total:
            self._empty()
            raise self._not_package(link, "more bytes than it declares")
        if self._done + len(content) > self._limits.most:
            self._empty()
            raise self._not_package(link, f"more than {self._limits.most // 1024**2} MB")
        self._file.write(content)
        self._file.flush()
        self._done += len(content)
        self._unmeasured += len(content)
        if self._unmeasured >= MEASURE_EVERY:
            self._unmeasured = 0
            self._check_space(0)

    def _check(self, link: str) -> None:
        """Raises DownloadError where what has arrived is not the package, and _Restart where it was put together from
        several answers, which may not have been of one file."""
        reason = self._fault()
        if reason is None:
            return
        error = self._not_package(link, reason)
        if self._pieced:
            raise _Restart(error)
        self._empty()
        raise error

    def _fault(self) -> str | None:
        if self._offer.size not in (None, self._done):
            return f"{self._done} bytes instead of {self._offer.size}"
        if self._offer.sha256 is not None:
            with self._part.open("rb") as whole:
                if hashlib.file_digest(whole, "sha256").hexdigest() != self._offer.sha256:
                    return "its checksum is another"
        try:
            archives.check_contents(self._part)
        except PackageError as error:
            return str(error.data.get("reason", error.code))
        return None

    def _check_space(self, needed: int) -> None:
        free = shutil.disk_usage(self._part.parent).free
        if free < needed + self._limits.spare:
            wanted = (needed + self._limits.spare) // 1024**2
            raise DownloadError(
                "download.too_little_space", reason=f"{free // 1024**2} MB are free, {wanted} MB are needed"
            )

    def _begin_anew(self, error: DownloadError) -> None:
        """Empties the file, to be downloaded from its beginning. Raises the error where that happens too often."""
        self._restarts += 1
        self._empty()
        if self._restarts > self._limits.restarts:
            raise error

    def _empty(self) -> None:
        self._file.truncate(0)
        _state_file(self._part).unlink(missing_ok=True)
        self._done, self._state, self._pieced = 0, None, False
        self._meter.begin(0)

    def _wait(self, seconds: float, link: str) -> Iterator[Progress]:
        """Lets time pass, and whoever listens cancel."""
        end = time.monotonic() + seconds
        self._meter.begin(self._done)
        while (left := end - time.monotonic()) > 0:
            yield self._progress(link)
            time.sleep(min(left, self._limits.tick))

    def _progress(self, link: str) -> Progress:
        total = self._state.total if self._state else None
        speed = self._meter.speed()
        left = (total - self._done) / speed if total is not None and speed > 0 else None
        return Progress(self._done, total, speed, left, link)

    def _changed(self, link: str) -> _Restart:
        reason = "the file there changes again and again"
        return _Restart(DownloadError("download.broken", host=host_of(link), reason=reason))

    def _not_package(self, link: str, reason: str) -> DownloadError:
        return DownloadError("download.not_package", host=host_of(link), reason=reason)


class _Meter:
    """Measures how fast bytes come, over the last few seconds, and notices when they have all but stopped."""

    def __init__(self, least: int) -> None:
        """``least`` is the number of bytes that count as movement."""
        self._least = least
        self.begin(0)

    def begin(self, done: int) -> None:
        """From here on, with ``done`` bytes there already."""
        self._moved = (time.monotonic(), done)
        self._samples: deque[tuple[float, int]] = deque([self._moved])

    def note(self, done: int) -> None:
        """Now that many bytes are there."""
        now = time.monotonic()
        if done - self._moved[1] >= self._least:
            self._moved = (now, done)
        if now - self._samples[-1][0] >= SPEED_OVER / 20:
            self._samples.append((now, done))
        while len(self._samples) > 2 and now - self._samples[0][0] > SPEED_OVER:
            self._samples.popleft()

    def speed(self) -> float:
        """Bytes a second; 0 before anything can be said."""
        (begun, first), (ended, last) = self._samples[0], self._samples[-1]
        return max(0.0, (last - first) / (ended - begun)) if ended > begun else 0.0

    def is_stalled(self, seconds: float) -> bool:
        """Whether fewer than ``least`` bytes have come for that long."""
        return time.monotonic() - self._moved[0] >= seconds


def _total(head: Head) -> int | None:
    """The whole file's length, as the head of a partial answer gives it."""
    match = RANGE.fullmatch(head.headers.get("content-range", "").strip())
    return int(match[3]) if match and match[3] != "*" and len(match[3]) < 20 else None


def _state_file(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _read_state(part: Path) -> _State | None:
    try:
        values = json.loads(_state_file(part).read_text(encoding="utf-8"))
        state = _State(**values)
    except (OSError, ValueError, TypeError):
        return None
    texts = (state.link, state.etag or "", state.modified or "")
    # None of them may break out of the header it is put into.
    good = all(isinstance(text, str) and text.isprintable() and text.isascii() for text in texts)
    return state if good and (state.total is None or isinstance(state.total, int)) else None


def _clear_abandoned(folder: Path) -> None:
    for file in folder.glob("*.part*"):
        with contextlib.suppress(FileNotFoundError):  # another download has just cleared it
            if time.time() - file.stat().st_mtime > ABANDONED_SECONDS:
                file.unlink()


def _lock(file: BinaryIO, offer: Offer) -> None:
    """Raises DownloadError where another download of the same package is under way, in this process or another."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise DownloadError("download.under_way", package=f"{offer.name}@{offer.version}") from error


@contextlib.contextmanager
def _mended(part: Path) -> Iterator[None]:
    """Raises DownloadError for what the system refuses while the file is written; a full disk gets its space back."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            discard(part)
            raise DownloadError("download.disk_full") from error
        reason = error.strerror or type(error).__name__
        raise DownloadError("download.cannot_write", reason=reason, path=part.parent) from error
