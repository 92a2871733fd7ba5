"""A locked library opens by its passphrase alone, and says what is wrong where it does not."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from reader.errors import LibraryError
from reader.library import backup, restoring, schema
from reader.library import keys as keys_module
from reader.library.check import check
from reader.library.keys import Keys, is_locked
from reader.library.locking import relock
from reader.library.rescue import rescue
from reader.library.store import Library
from reader.library.visits import LibraryVisits
from reader.model import Article, Block, Engine, EngineName, PairedArticle, Role

ODD = "zyxwort"
PASSPHRASE = "four wörds, it's “كلمة”"
ROOT = Path(__file__).parents[2]


def keys_for(*passphrases: str) -> Keys:
    keys = Keys()
    for passphrase in passphrases:
        keys.add(passphrase)
    return keys


def fill(path: Path, keys: Keys | None = None, text: str = ODD) -> int:
    with Library(path, keys=keys) as library:
        blocks = tuple(Block(Role.PARAGRAPH, f"{text} {n}") for n in range(300))
        piece, _ = library.add(PairedArticle(Article(title=text, blocks=blocks), (), Engine(EngineName.GLOSS)))
        return piece


def titles(path: Path, keys: Keys) -> list[str | None]:
    with Library(path, keys=keys) as library:
        return sorted(str(summary.title) for summary in library.summaries())


def in_clear(folder: Path, word: str = ODD) -> list[str]:
    """The files below a folder that hold a word."""
    forms = [word.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    found = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return [file.name for file in found if any(form in file.read_bytes() for form in forms)]


def code(error: pytest.ExceptionInfo[LibraryError]) -> str:
    return error.value.code


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are derived in no time; elsewhere they take as long as they should."""
    assert keys_module.ITERATIONS >= 600_000
    monkeypatch.setattr(keys_module, "ITERATIONS", 1000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library in clear, with a piece and an automatic backup."""
    path = tmp_path / "muwazi" / "library.sqlite3"
    fill(path)
    assert backup.back_up_if_due(path) is not None
    return path


@pytest.fixture
def locked(path: Path) -> Path:
    """The same, locked by PASSPHRASE."""
    assert relock(path, PASSPHRASE, Keys()).left == ()
    return path


def test_locking_leaves_nothing_in_clear_beside_the_library(path: Path) -> None:
    assert len(in_clear(path.parent)) == 2
    keys = Keys()
    assert relock(path, PASSPHRASE, keys).left == ()
    assert in_clear(path.parent) == []
    assert titles(path, keys) == [ODD]
    (kept,) = backup.list_backups(path)
    assert is_locked(kept.file)


def test_its_log_and_its_copies_are_locked_while_it_is_used(locked: Path) -> None:
    keys = keys_for(PASSPHRASE)
    with Library(locked, keys=keys) as library:
        for n in range(3):
            library.add_term(f"{ODD} {n}", "a term")
        log = locked.with_name("library.sqlite3-wal")
        assert log.stat().st_size > 10_000
        library.back_up(locked.parent / "by hand.sqlite3")
        assert in_clear(locked.parent) == []
    assert is_locked(locked.parent / "by hand.sqlite3")


def test_without_a_passphrase_or_with_a_wrong_one_it_stays_shut(locked: Path) -> None:
    with pytest.raises(LibraryError) as refused:
        Library(locked)
    assert code(refused) == "library.locked"
    with pytest.raises(LibraryError) as refused:
        Library(locked, keys=keys_for("another"))
    assert code(refused) == "library.wrong_passphrase"
    for act in (check, rescue, LibraryVisits(locked).terms):
        with pytest.raises(LibraryError) as refused:
            act(locked) if act in (check, rescue) else act()
        assert code(refused) == "library.locked"
    assert titles(locked, keys_for("another", PASSPHRASE)) == [ODD]


def test_letters_count_however_a_keyboard_composes_them(path: Path) -> None:
    relock(path, "caf\u00e9", Keys())
    assert titles(path, keys_for("cafe\u0301")) == [ODD]


def test_any_program_with_the_same_cipher_opens_it(locked: Path) -> None:
    with closing(apsw.Connection(str(locked))) as connection:
        connection.pragma("cipher", "chacha20")
        connection.pragma("kdf_iter", 1000)
        connection.pragma("key", PASSPHRASE)
        assert connection.pragma("application_id") == schema.APPLICATION_ID


def test_the_key_comes_of_the_passphrase_and_the_file_alone(locked: Path) -> None:
    salt = locked.read_bytes()[:16]
    derived = hashlib.pbkdf2_hmac("sha256", PASSPHRASE.encode(), salt, 1000, 32)
    assert keys_for(PASSPHRASE).key_at(locked) == f"raw:{derived.hex()}{salt.hex()}"


def test_changing_the_passphrase_changes_it_for_the_backups_too(locked: Path) -> None:
    assert relock(locked, "the next", keys_for(PASSPHRASE)).left == ()
    for file in (locked, *(kept.file for kept in backup.list_backups(locked))):
        with pytest.raises(LibraryError) as refused:
            keys_for(PASSPHRASE).key_at(file)
        assert code(refused) == "library.wrong_passphrase"
        assert keys_for("the next").key_at(file)


def test_taking_the_passphrase_away_puts_all_in_clear(locked: Path) -> None:
    keys = keys_for(PASSPHRASE)
    assert relock(locked, None, keys).left == ()
    assert titles(locked, Keys()) == [ODD]
    assert len(in_clear(locked.parent)) == 2


def test_what_cannot_be_locked_is_told(path: Path) -> None:
    damaged = backup.new_name(path, backup.Reason.DAMAGED)
    damaged.write_bytes(b"zyx")
    assert relock(path, PASSPHRASE, Keys()).left == (damaged,)


def test_nobody_else_may_have_it_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.connection.BUSY_MILLISECONDS", 50)
    with Library(path), pytest.raises(LibraryError) as refused:
        relock(path, PASSPHRASE, Keys())
    assert code(refused) == "library.busy"
    assert titles(path, Keys()) == [ODD]
    assert not any(is_locked(kept.file) for kept in backup.list_backups(path))


def test_killed_while_it_is_locked_it_is_the_one_or_the_other(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from reader.library import keys as m; from reader.library.keys import Keys\n"
        "m.ITERATIONS = 1000\n"
        "from reader.library.locking import relock; keys = Keys(); keys.add('old'); print('ready', flush=True)\n"
        "while True: relock(Path(sys.argv[1]), 'old', keys); relock(Path(sys.argv[1]), None, keys)"
    )
    for seconds in (0.0, 0.02, 0.04, 0.07, 0.11, 0.16, 0.22, 0.3):
        child = subprocess.Popen([sys.executable, "-c", program, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        child.kill()
        child.communicate()
        keys = keys_for("old")
        assert titles(path, keys) == [ODD]
        assert check(path, keys=keys).ok
        for kept in backup.list_backups(path):
            keys.key_at(kept.file)


@pytest.mark.parametrize("lock_of_backup", [None, "of the backup", PASSPHRASE])
@pytest.mark.parametrize("lock_of_library", [None, PASSPHRASE])
def test_a_restored_library_is_locked_as_it_was_or_as_the_backup_is(
    path: Path, lock_of_library: str | None, lock_of_backup: str | None
) -> None:
    other = path.parent / "other" / "library.sqlite3"
    fill(other, text="from the backup")
    keys = Keys()
    if lock_of_backup:
        relock(other, lock_of_backup, keys)
    if lock_of_library:
        relock(path, lock_of_library, keys)
    kept = restoring.restore(other, path, keys)
    assert kept is not None
    assert is_locked(path) == bool(lock_of_library or lock_of_backup)
    assert is_locked(kept) == bool(lock_of_library)
    opens = keys_for(*(one for one in (lock_of_library or lock_of_backup,) if one))
    assert titles(path, opens) == ["from the backup"]
    restoring.restore(kept, path, keys)
    assert titles(path, opens) == [ODD]


def test_a_locked_backup_where_there_is_no_library_makes_a_locked_one(locked: Path, tmp_path: Path) -> None:
    new = tmp_path / "new" / "library.sqlite3"
    assert restoring.restore(locked, new, keys_for(PASSPHRASE)) is None
    assert is_locked(new)
    assert titles(new, keys_for(PASSPHRASE)) == [ODD]


def test_a_library_of_an_older_version_stays_locked_through_its_migration(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    keys = Keys()
    key = keys.new_key(PASSPHRASE)
    with closing(apsw.Connection(str(path))) as connection:
        connection.pragma("key", key)
        schema.prepare(connection, path, schema.MIGRATIONS[:2])
        connection.execute(
            "INSERT INTO terms (source, target, fold_key, created, updated) VALUES (?, 'a', 'b', '', '')", (ODD,)
        )
    with Library(path, keys=keys) as library:
        assert [term.source for term in library.terms()] == [ODD]
    (kept,) = backup.list_backups(path)
    assert kept.reason is backup.Reason.VERSION
    assert is_locked(kept.file) and is_locked(path)
    assert in_clear(tmp_path) == []


def spoil(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(bytes(content))


def test_a_spoilt_first_page_is_told_from_a_wrong_passphrase(locked: Path) -> None:
    spoil(locked, 2000)
    with pytest.raises(LibraryError) as refused:
        Library(locked, keys=keys_for(PASSPHRASE))
    assert code(refused) == "library.damaged"
    with pytest.raises(LibraryError) as refused:
        Library(locked, keys=keys_for("another"))
    assert code(refused) == "library.wrong_passphrase"


@pytest.mark.parametrize("page", [0, 10, 40])
def test_what_is_rescued_of_a_spoilt_one_is_locked(locked: Path, page: int) -> None:
    spoil(locked, page * 4096 + 2000)
    keys = keys_for(PASSPHRASE)
    assert not check(locked, keys=keys).ok
    rescued = rescue(locked, keys)
    assert rescued.saved["pieces"] == 1
    assert rescued.saved["blocks"] >= 299
    assert check(locked, keys=keys).ok
    assert is_locked(locked)
    assert in_clear(locked.parent) == []


def test_what_was_only_in_its_log_is_rescued_too(locked: Path) -> None:
    keys = keys_for(PASSPHRASE)
    with Library(locked, keys=keys) as library:
        library.add_term("late", "in the log")
        copy = locked.parent / "copy" / "library.sqlite3"
        copy.parent.mkdir()
        for end in ("", "-wal"):
            copy.with_name(copy.name + end).write_bytes(locked.with_name(locked.name + end).read_bytes())
    spoil(copy, 10 * 4096 + 2000)
    rescue(copy, keys)
    assert [term.target for term in LibraryVisits(copy, keys).terms()] == ["in the log"]
