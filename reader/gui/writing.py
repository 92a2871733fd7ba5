"""Files that the window writes: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_whole(file: Path, data: bytes) -> None:
    """Puts ``data`` into a file in one step. Raises OutputError; a file of that name is then as it was."""
    with written_whole(file) as part:
        part.write_bytes(data)


@contextmanager
def written_whole(file: Path) -> Iterator[Path]:
    """A file beside another, to write into, that takes its place at the end. Where that is left by an exception, all
    is as it was; an OSError becomes an OutputError."""
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=f".{file.stem[:100]}-", suffix=file.suffix)
        os.close(handle)
        part = Path(name)
        yield part
        part.chmod(0o644)
        part.replace(file)
    except OSError as error:
        raise OutputError("output.unwritable", path=str(file), reason=error.strerror or "") from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
