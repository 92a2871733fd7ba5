"""Files that the window writes: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from reader.errors import OutputError


def write_whole(file: Path, data: bytes) -> None:
    """Puts ``data`` into a file in one step. Raises OutputError; a file of that name is then as it was."""
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=file.name, suffix=".part")
        part = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        part.chmod(0o644)
        part.replace(file)
    except OSError as error:
        if part is not None:
            part.unlink(missing_ok=True)
        raise OutputError("output.unwritable", path=str(file), reason=error.strerror or "") from error
