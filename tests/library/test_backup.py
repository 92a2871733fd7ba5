"""A backup is a whole library in one file, made while the library is in use; restoring one loses nothing."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.errors import LibraryError, OutputError
from reader.library import backup, restoring, schema
from reader.library.backup import Backup, Reason
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, PairedArticle, Role

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def make_paired(text: str, length: int = 20) -> PairedArticle:
    blocks = tuple(Block(Role.PARAGRAPH, f"{text} {n}") for n in range(length))
    return PairedArticle(Article(title=text, blocks=blocks), (), Engine(EngineName.GLOSS))


def titles(path: Path) -> list[str | None]:
    with Library(path) as library:
        return [summary.title for summary in library.summaries()]


def files(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.is_file())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "muwazi" / "library.sqlite3"
    with Library(path) as library:
        library.add(make_paired("أول"))
    return path


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """A backup of the library with one piece; the library has another since."""
    copy = tmp_path / "copy.sqlite3"
    with Library(path) as library:
        library.back_up(copy)
        library.add(make_paired("ثان"))
    return copy


def test_a_backup_stands_alone_and_holds_what_stood_only_in_the_log(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy.sqlite3"
    copy.parent.mkdir()
    with Library(path) as library, Library(path) as other:
        library.add(make_paired("ثان"))
        other.back_up(copy)
    assert files(copy.parent) == ["copy.sqlite3"]
    assert copy.read_bytes()[18:20] == b"\1\1"  # no write-ahead log
    assert titles(copy) == ["ثان", "أول"]


def test_a_backup_replaces_an_older_one_whole(path: Path, copy: Path) -> None:
    with Library(path) as library:
        library.back_up(copy)
    assert titles(copy) == ["ثان", "أول"]


def test_a_backup_that_cannot_be_made_leaves_what_was_there(path: Path, copy: Path, tmp_path: Path) -> None:
    before = copy.read_bytes()
    limit = len(before) // 4096 - 1

    def shorten(connection: apsw.Connection) -> None:
        if ".part" in connection.filename:
            connection.execute("CREATE TABLE t (x)")
            connection.pragma("max_page_count", limit)

    apsw.connection_hooks.append(shorten)
    try:
        with Library(path) as library, pytest.raises(OutputError) as caught:
            library.back_up(copy)
    finally:
        apsw.connection_hooks.pop()
    assert caught.value.code == "output.unwritable"
    assert copy.read_bytes() == before
    assert files(tmp_path) == ["copy.sqlite3"]


def test_a_backup_over_a_library_is_refused(path: Path, copy: Path) -> None:
    with Library(path) as library, Library(copy) as other:
        other.add(make_paired("آخر"))
        for taken in (path, copy):
            with pytest.raises(OutputError):
                library.back_up(taken)


@pytest.mark.parametrize("target", ["missing/copy.sqlite3", "muwazi"])
def test_a_backup_to_where_nothing_can_be_written_is_one_error(path: Path, tmp_path: Path, target: str) -> None:
    with Library(path) as library, pytest.raises(OutputError):
        library.back_up(tmp_path / target)


def test_a_damaged_library_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    with Library(path) as library:
        for number in range(20):
            library.add(make_paired(f"خبر {number}"))
    content = bytearray(path.read_bytes())
    content[-8192:-4096] = bytes(4096)
    path.write_bytes(content)
    with Library(path) as library, pytest.raises(LibraryError) as caught:
        library.back_up(tmp_path / "copy.sqlite3")
    assert caught.value.code == "library.damaged"
    assert files(tmp_path) == []


def test_a_restored_backup_takes_the_librarys_place_and_can_be_taken_back(path: Path, copy: Path) -> None:
    kept = restoring.restore(copy, path)
    assert titles(path) == ["أول"]
    assert kept is not None and titles(kept) == ["ثان", "أول"]
    assert [(one.file, one.reason) for one in backup.list_backups(path)] == [(kept, Reason.RESTORE)]
    restoring.restore(kept, path)
    assert titles(path) == ["ثان", "أول"]
    assert files(path.parent) == ["library.sqlite3"]


def test_who_has_the_library_open_sees_what_was_restored(path: Path, copy: Path) -> None:
    with Library(path) as library:
        assert not library.changed_elsewhere()
        library.add(make_paired("ثالث"))
        assert not library.changed_elsewhere()
        restoring.restore(copy, path)
        assert library.changed_elsewhere()
        assert not library.changed_elsewhere()
        assert [summary.title for summary in library.summaries()] == ["أول"]
        assert library.add(make_paired("رابع"))[1]
    assert titles(path) == ["رابع", "أول"]


def test_a_backup_is_restored_where_there_was_no_library(copy: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.sqlite3"
    assert restoring.restore(copy, path) is None
    assert titles(path) == ["أول"]


def test_a_backup_of_an_older_version_is_brought_to_todays(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite3"
    connection = apsw.Connection(str(old))
    connection.execute(Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8")).fetchall()
    connection.close()
    before = old.read_bytes()
    restoring.restore(old, path)
    assert len(titles(path)) == 2
    assert old.read_bytes() == before
    assert [one.reason for one in backup.list_backups(path)] == [Reason.RESTORE]


def make_newer(file: Path) -> None:
    connection = apsw.Connection(str(file))
    connection.pragma("user_version", len(schema.MIGRATIONS) + 1)
    connection.close()


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-4096:] = bytes(4096)
    file.write_bytes(content)


def orphan(file: Path) -> None:
    connection = apsw.Connection(str(file))
    connection.execute("INSERT INTO piece_tags VALUES (99, 99)")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (cut, "library.backup_damaged"),
        (flip, "library.backup_damaged"),
        (orphan, "library.backup_damaged"),
        (make_newer, "library.newer"),
        (lambda file: file.write_text("no library " * 99), "library.backup_not_ours"),
        (lambda file: file.write_bytes(b""), "library.backup_not_ours"),
        (lambda file: file.unlink(), "library.no_backup"),
    ],
)
def test_what_is_no_good_backup_is_refused_before_anything_is_touched(
    path: Path, copy: Path, spoil: object, code: str
) -> None:
    assert callable(spoil)
    spoil(copy)
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        restoring.restore(copy, path)
    assert caught.value.code == code
    assert path.read_bytes() == before
    assert files(path.parent) == ["library.sqlite3"]
    assert backup.list_backups(path) == []


def test_the_library_is_no_backup_of_itself(path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        restoring.restore(path, path)
    assert caught.value.code == "library.restores_itself"


def test_a_library_that_another_program_writes_to_is_not_replaced(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.connection.BUSY_MILLISECONDS", 50)
    holder = apsw.Connection(str(path))
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError) as caught:
        restoring.restore(copy, path)
    holder.close()
    assert caught.value.code == "library.busy"
    assert titles(path) == ["ثان", "أول"]


@pytest.mark.parametrize("content", [b"", b"no library\n" * 999, None])
def test_a_damaged_library_gives_way_and_is_kept(path: Path, copy: Path, content: bytes | None) -> None:
    found = path.read_bytes()[:9000] if content is None else content
    path.write_bytes(found)
    kept = restoring.restore(copy, path)
    assert titles(path) == ["أول"]
    if found:
        assert kept is not None and kept.read_bytes() == found
        assert [one.reason for one in backup.list_backups(path)] == [Reason.DAMAGED]


def test_the_daily_backup_is_made_once_a_day_where_anything_changed(path: Path) -> None:
    start = datetime.now(UTC)
    first = backup.back_up_if_due(path, start)
    assert first is not None and titles(first.file) == ["أول"]
    assert backup.back_up_if_due(path, start + timedelta(hours=23)) is None
    assert backup.back_up_if_due(path, start + timedelta(hours=25)) is None  # nothing was written since
    with Library(path) as library:
        library.add(make_paired("ثان"))
        second = backup.back_up_if_due(path, start + timedelta(hours=25))
    assert second is not None and titles(second.file) == ["ثان", "أول"]
    assert [one.file for one in backup.list_backups(path)] == [second.file, first.file]


def test_where_there_is_no_library_none_is_backed_up(tmp_path: Path) -> None:
    assert backup.back_up_if_due(tmp_path / "library.sqlite3") is None
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


def test_a_clock_that_was_ahead_does_not_keep_backups_from_being_made(path: Path) -> None:
    with Library(path) as library:
        library.back_up(backup.new_name(path, Reason.AUTOMATIC, datetime.now(UTC) + timedelta(days=900)))
    os.utime(path, (2e9, 2e9))
    assert backup.back_up_if_due(path) is not None


def test_what_a_broken_off_backup_has_left_is_removed_after_a_day(path: Path) -> None:
    folder = backup.new_name(path, Reason.AUTOMATIC).parent
    old, new = folder / ".library.part", folder / ".library-2.part-journal"
    for part in (old, new):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    backup.thin_out(path)
    assert files(folder) == [new.name]


@given(some.lists(some.integers(0, 200 * 24), min_size=1, max_size=60))
def test_of_automatic_backups_a_week_of_days_and_a_month_of_weeks_are_kept(hours: list[int]) -> None:
    backups = [
        Backup(Path(str(n)), (NOW - timedelta(hours=hour)).isoformat(), Reason.AUTOMATIC, 1)
        for n, hour in enumerate(hours)
    ]
    kept = backup.to_keep(backups)
    newest = max(backups, key=lambda one: one.made)
    assert kept[0].made == newest.made
    assert len(kept) <= backup.DAILY + backup.WEEKLY
    days = {one.made[:10] for one in backups}
    assert {one.made[:10] for one in kept} >= set(sorted(days)[-backup.DAILY :])
    assert backup.to_keep(kept) == kept


def test_what_a_restore_replaced_is_kept_five_times_and_what_was_damaged_always() -> None:
    backups = [
        Backup(Path(f"{reason} {n}"), (NOW - timedelta(days=n)).isoformat(), reason, 1)
        for reason in (Reason.RESTORE, Reason.DAMAGED)
        for n in range(20)
    ]
    kept = [one.reason for one in backup.to_keep(backups)]
    assert (kept.count(Reason.RESTORE), kept.count(Reason.DAMAGED)) == (5, 20)
