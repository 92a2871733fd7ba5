"""The report of a bug of ours: what broke and where in our code, and nothing of what the user was reading."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = ("PySide6-Essentials", "argos-translate-lt", "ctranslate2", "sentencepiece", "apsw-sqlite3mc", "lxml", "click")


def write(folder: Path, error: BaseException) -> Path:
    """Writes a new report into ``folder``, which is made where it is missing, and gives its path.

    Where the folder cannot be written the report goes into the system's folder for temporary files. Raises OSError
    where that fails too.
    """
    text = compose(error)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write_new(folder, text)
    except OSError:
        return _write_new(Path(tempfile.gettempdir()), text)


def compose(error: BaseException) -> str:
    """The report's text.

    The messages of exceptions are left out, and so are values of variables: either may quote the article or name the
    user's files. Types, functions and line numbers are what finds a bug. Paths are cut to what is ours.
    """
    lines = [
        f"Muwazi bug report, {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        "It holds no text of yours and no names of your files. Please send it with a word on what you did.",
        "",
        f"Python {platform.python_version()} on {platform.system()} {platform.release()} {platform.machine()}",
        f"bundled: {'yes' if getattr(sys, 'frozen', False) else 'no'}",
        *(f"{name} {_version(name)}" for name in ("muwazi", *_PARTS)),
        "",
    ]
    lines += _describe(error, set())
    return "\n".join(lines) + "\n"


def _describe(error: BaseException, seen: set[int]) -> Iterator[str]:
    """The error with its causes first, as Python prints them, without the messages."""
    seen.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None and id(earlier) not in seen:
        yield from _describe(earlier, seen)
        yield "then, because of it:" if error.__cause__ is not None else "then, while that was handled:"
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield f"  {_shortened(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}"
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _describe(inner, seen)


def _shortened(path: str) -> str:
    """The path from our package, or from the library it belongs to; else its last part."""
    parts = Path(path).parts
    for anchor in ("site-packages", "reader"):
        if anchor in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(anchor) - (anchor == "reader") :])
    return parts[-1] if parts else "?"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "(not installed as a package)"


def _write_new(folder: Path, text: str) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=folder, prefix=f"muwazi-{stamp}-", suffix=".txt", delete=False
    ) as file:
        file.write(text)
    return Path(file.name)
