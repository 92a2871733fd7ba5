"""What lies around a library and may harm it: a folder that is kept in step with others, and the copies that leaves."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_CLOUDS = {
    "Dropbox": r"dropbox( \(.+\))?",
    "OneDrive": r"onedrive( - .+)?|skydrive",
    "Google Drive": r"google ?drive( \(.+\))?|my drive|googledrive-.+",
    "iCloud": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"nextcloud\d*",
    "ownCloud": r"owncloud",
    "Syncthing": r"syncthing",
    "pCloud": r"pcloud ?drive",
    "MEGA": r"mega(sync)?",
    "Seafile": r"seafile",
    "Yandex Disk": r"yandex\.?disk",
}
"""What folders are called that a program keeps in step with those of other machines."""

_MARKS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
"""What such programs leave in such folders."""

_CONFLICT = r"( \(\d+\)| ?[(\[]?.*(conflict|konflikt|conflit|conflicto|متعارض|تعارض).*)"
"""What they add to the name of a file that was written on two machines."""


def cloud_of(path: Path) -> str | None:
    """The name of the program that keeps the folder of a library in step with other machines; None where none does,
    as far as names tell."""
    for folder in path.absolute().parents:
        for cloud, names in _CLOUDS.items():
            if re.fullmatch(names, folder.name, re.IGNORECASE):
                return cloud
        for mark, cloud in _MARKS.items():
            with suppress(OSError):
                if (folder / mark).exists():
                    return cloud
    return None


def conflict_copies(path: Path) -> list[Path]:
    """The copies of a library beside it that such a program has made where two machines wrote to it."""
    pattern = re.compile(re.escape(path.stem) + _CONFLICT + re.escape(path.suffix), re.IGNORECASE)
    with suppress(OSError):
        return sorted(file for file in path.parent.iterdir() if pattern.fullmatch(file.name))
    return []
