"""How the command line speaks: the answer on standard output, the rest on standard error, files written whole."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import OutputError
from reader.wording import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.wording import Sayable

_Item = TypeVar("_Item")

STANDARD_OUTPUT = "standard output"


class OutputClosed(BrokenPipeError):
    """The reader of standard output has had enough, as ``head`` has after ten lines."""


def use_utf_8() -> None:
    """Makes standard output and error UTF-8 whatever the locale says; on a terminal that cannot, nothing is lost."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def answer(text: str) -> None:
    """Writes a part of the answer to standard output, at once. Raises OutputClosed where its reader has had enough,
    and OutputError where it is full or closed."""
    if sys.stdout is None:
        raise OutputError("output.unwritable", path=STANDARD_OUTPUT, reason="it is closed")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise OutputClosed from error
    except OSError as error:
        discard_output()
        raise _unwritable(STANDARD_OUTPUT, error) from error


def is_output_closed() -> bool:
    """Whether it is standard output whose reader is gone, rather than some other pipe's: for what others have written
    to it. What was lost in a large write leaves nothing behind to tell by, so ``answer`` raises OutputClosed."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return True
    return False


def discard_output() -> None:
    """Lets what is left in standard output's buffer go nowhere, so that Python's own flush at the end cannot fail."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def describe(error: Sayable) -> str:
    """An error, or something else that was found out, as one line: what is wrong, how to mend it."""
    what, mend = sentences(error)
    return f"{what}: {mend}"


def say(line: str) -> None:
    """One line on standard error, under the command's name. Characters that would break the line or turn it round, as
    a file name may hold, are shown by their codes."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in line)
    with contextlib.suppress(AttributeError, OSError):  # standard error is closed: nobody to tell
        sys.stderr.write(f"muwazi: {shown}\n")
        sys.stderr.flush()


def warn(line: str) -> None:
    """One line on standard error about something that does not keep the command from succeeding."""
    say(f"warning: {line}")


def counted(items: Iterable[_Item], total: int, what: str) -> Iterator[_Item]:
    """The items as they are, with a running count on standard error where that is a terminal. Beyond ``total`` nothing
    is counted."""
    shows = sys.stderr is not None and sys.stderr.isatty()
    try:
        for place, item in enumerate(items, start=1):
            if shows:
                sys.stderr.write(f"\r{what} {min(place, total)}/{total}")
                sys.stderr.flush()
            yield item
    finally:
        if shows:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextlib.contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """A function that shows how far something is, in one line on standard error, where that is a terminal; the line is
    gone afterwards."""
    shows = sys.stderr is not None and sys.stderr.isatty()

    def show(line: str) -> None:
        if shows:
            sys.stderr.write(f"\r{line}\x1b[K")
            sys.stderr.flush()

    try:
        yield show
    finally:
        show("")


def deliver(text: str, file: Path | None) -> None:
    """Puts the answer into ``file``, or on standard output for None. Raises OutputError."""
    if file is None:
        answer(text)
    else:
        write_whole(file, text.encode("utf-8"))


def check_writable(file: Path | None) -> None:
    """Raises OutputError where ``file`` can not be written, before work is done for it."""
    if file is None:
        return
    if file.is_dir():
        raise OutputError("output.unwritable", path=file, reason="it is a folder")
    if not file.parent.is_dir():
        raise OutputError("output.unwritable", path=file, reason="there is no such folder")


def write_whole(file: Path, data: bytes) -> None:
    """Writes the file whole or not at all: beside it first, then in its place. Raises OutputError.

    A link is followed, a file that is there keeps its permissions, and what is no file (a pipe, /dev/stdout) is
    written straight into.
    """
    check_writable(file)
    try:
        if file.exists() and not file.is_file():
            file.write_bytes(data)
            return
        goal = file.resolve()
        mode = stat.S_IMODE(goal.stat().st_mode) if goal.exists() else 0o666 & ~_umask()
        import tempfile

        handle, name = tempfile.mkstemp(dir=goal.parent, prefix=f".{goal.name[:100]}-", suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as beside:
                beside.write(data)
                beside.flush()
                os.fsync(beside.fileno())
            part.chmod(mode)
            part.replace(goal)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritable(file, error) from error


def _umask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: object, error: OSError) -> OutputError:
    return OutputError("output.unwritable", path=path, reason=error.strerror or type(error).__name__)
