"""A folder that is kept in step with other machines is known by its name or its marks, and so are the copies in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.surroundings import cloud_of, conflict_copies


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        ("/home/s/Dropbox/muwazi", "Dropbox"),
        ("/home/s/Dropbox (Personal)/a/b", "Dropbox"),
        ("/Users/s/Library/CloudStorage/OneDrive - Uni/muwazi", "OneDrive"),
        ("/home/s/OneDrive", "OneDrive"),
        ("/Users/s/Library/CloudStorage/GoogleDrive-s@x.org/My Drive", "Google Drive"),
        ("/Users/s/Library/Mobile Documents/com~apple~CloudDocs/muwazi", "iCloud"),
        ("/home/s/Nextcloud/muwazi", "Nextcloud"),
        ("/home/s/.local/share/muwazi", None),
        ("/home/dropbox-user/megaphone/muwazi", None),
    ],
)
def test_folders_are_known_by_their_names(folder: str, cloud: str | None) -> None:
    assert cloud_of(Path(folder) / "library.sqlite3") == cloud


def test_a_folder_is_known_by_what_its_program_left_there(tmp_path: Path) -> None:
    path = tmp_path / "texts" / "muwazi" / "library.sqlite3"
    assert cloud_of(path) is None
    (tmp_path / ".stfolder").mkdir()
    assert cloud_of(path) == "Syncthing"


def test_copies_of_two_machines_are_told_from_other_files(tmp_path: Path) -> None:
    copies = [
        "library (1).sqlite3",
        "library (Sara's conflicted copy 2026-03-04).sqlite3",
        "library.sync-conflict-20260304-112233-ABCDEFG.sqlite3",
        "library_conflict-20260304.sqlite3",
    ]
    others = [
        "library.sqlite3",
        "library.sqlite3-wal",
        "library-version-1-20260304T112233.000000Z.sqlite3",
        "notes.sqlite3",
    ]
    for name in copies + others:
        (tmp_path / name).touch()
    assert [file.name for file in conflict_copies(tmp_path / "library.sqlite3")] == sorted(copies)
