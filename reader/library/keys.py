"""The passphrases that a person has given, and the keys that they make to the files of a locked library.

SQLite3 Multiple Ciphers encrypts a locked file page by page, its log too, with ChaCha20 and a Poly1305 tag for each
page. Its first 16 bytes are the salt. The key is the one that it would derive itself from the passphrase with
``PRAGMA kdf_iter = 600000``, so that any program built with it opens the file; it is derived here, once for each salt,
because there it would be at every connection.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING

from reader.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

    import apsw

ITERATIONS = 600_000
"""Of PBKDF2 with HMAC-SHA256, as OWASP's Password Storage Cheat Sheet asks for; the cipher's own 64,007 are too few."""

SALT_LENGTH, KEY_LENGTH, PAGE_SIZE = 16, 32, 4096

_CLEAR = b"SQLite format 3\0"
_PAGE_SIZE_MARK, _CONSTANTS = slice(16, 18), slice(20, 24)
_LEFT_CLEAR = b"\x10\x00", b"\x20\x40\x20\x20"
"""What stays in clear of a locked file's header: the size of its pages, the 32 bytes of each that hold its nonce and
tag, and three constants of the format (https://www.sqlite.org/fileformat2.html)."""


class Keys:
    """The passphrases of this run, in memory alone. Threads may share it."""

    def __init__(self) -> None:
        self._passphrases: list[str] = []
        self._derived: dict[tuple[str, bytes], str] = {}
        self._fitting: dict[bytes, str] = {}
        self._guard = Lock()

    def __repr__(self) -> str:
        return "Keys()"

    @property
    def has_any(self) -> bool:
        """Whether a passphrase is known."""
        return bool(self._passphrases)

    def add(self, passphrase: str) -> None:
        """Takes a passphrase in, which is tried before those of earlier."""
        passphrase = _normalised(passphrase)
        with self._guard:
            self._passphrases = [passphrase, *(one for one in self._passphrases if one != passphrase)]

    def remove(self, passphrase: str) -> None:
        """Forgets a passphrase, as one that has turned out to be wrong."""
        passphrase = _normalised(passphrase)
        with self._guard:
            self._passphrases = [one for one in self._passphrases if one != passphrase]
            self._derived = {of: key for of, key in self._derived.items() if of[0] != passphrase}

    def new_key(self, passphrase: str) -> str:
        """A key for a new file, with a salt of its own. The passphrase is taken in."""
        self.add(passphrase)
        salt = os.urandom(SALT_LENGTH)
        key = self._key(_normalised(passphrase), salt)
        self._fitting[salt] = key
        return key

    def unlock(self, connection: apsw.Connection, path: Path) -> None:
        """Gives a connection that has read nothing yet the key to its file, where that is locked.

        Raises LibraryError ``library.locked`` where no passphrase is known, ``library.wrong_passphrase`` where none of
        them fits, ``library.damaged`` where one does but the file's first page is spoilt.
        """
        salt = salt_in(connection)
        if salt is None:
            return
        if not self._passphrases:
            raise LibraryError("library.locked", path=path)
        for passphrase in tuple(self._passphrases):
            key = self._key(passphrase, salt)
            use(connection, key)
            if _fits(connection):
                self._fitting[salt] = key
                return
            # Each page has a tag that only its key answers to: one page that does says that the first is spoilt.
            if _opens_a_page(connection, path.stat().st_size // PAGE_SIZE):
                self._fitting[salt] = key
                raise LibraryError("library.damaged", path=path, reason="its first page is spoilt")
        raise LibraryError("library.wrong_passphrase", path=path)

    def key_of(self, connection: apsw.Connection) -> str | None:
        """The key that a connection to a locked file was unlocked with; None for a file that is in clear."""
        salt = salt_of_open(connection)
        return None if salt is None else self.key_to(salt)

    def key_at(self, path: Path) -> str | None:
        """The key to the file at ``path``; None where it is in clear, or there is none. Raises LibraryError
        ``library.locked``, ``library.wrong_passphrase``, and apsw's errors where it cannot be read."""
        if not path.is_file():
            return None
        with closing(_look(path)) as connection:
            salt = salt_in(connection)
            if salt is None:
                return None
            try:
                self.unlock(connection, path)
            except LibraryError as error:
                if error.code != "library.damaged":
                    raise
            return self.key_to(salt)

    def key_to(self, salt: bytes) -> str:
        """The key that has opened a file of that salt."""
        return self._fitting[salt]

    def _key(self, passphrase: str, salt: bytes) -> str:
        with self._guard:  # whoever waits here waits for the key it needs
            known = self._derived.get((passphrase, salt))
            if known is None:
                derived = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, ITERATIONS, KEY_LENGTH)
                known = self._derived[passphrase, salt] = f"raw:{derived.hex()}{salt.hex()}"
            return known


def salt_in(connection: apsw.Connection) -> bytes | None:
    """The salt of the locked file that a connection without a key is to; None for one that is in clear, empty, or of
    another kind."""
    import apsw

    try:
        return salt_of(connection.read("main", 0, 0, 24)[1])
    except apsw.IOError:  # shorter than that
        return None


def salt_of(content: bytes | bytearray) -> bytes | None:
    """The same of a file that begins with these bytes."""
    marks = content[_PAGE_SIZE_MARK], content[_CONSTANTS]
    return bytes(content[:SALT_LENGTH]) if marks == _LEFT_CLEAR and content[:SALT_LENGTH] != _CLEAR else None


def salt_of_open(connection: apsw.Connection) -> bytes | None:
    """The salt of the locked file that a connection has been unlocked to; None for one that is in clear."""
    salt = connection.execute("SELECT sqlite3mc_codec_data('cipher_salt')").get
    return None if salt is None else bytes.fromhex(str(salt))


def is_locked(path: Path) -> bool:
    """Whether there is a file that needs a passphrase. Raises apsw's errors where it cannot be read."""
    if not path.is_file():
        return False
    with closing(_look(path)) as connection:
        return salt_in(connection) is not None


def use(connection: apsw.Connection, key: str) -> None:
    """Gives a connection a key, and keeps its sorting and its subtransactions off the disk."""
    connection.pragma("temp_store", "memory")
    connection.pragma("key", key)


def _look(path: Path) -> apsw.Connection:
    """A connection that reads the file without a lock and without its log, as the header can be."""
    import apsw

    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    return apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=flags)


def _fits(connection: apsw.Connection) -> bool:
    """Whether the key that a connection was given is the one of its file."""
    import apsw

    try:
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
    except apsw.NotADBError:
        return False
    return True


def _opens_a_page(connection: apsw.Connection, pages: int) -> bool:
    """Whether the key answers to a page after the first."""
    import apsw

    for page in {1, pages // 2, pages - 1} - {-1, 0}:
        try:
            connection.read("main", 0, page * PAGE_SIZE, PAGE_SIZE)
        except apsw.Error:
            continue
        return True
    return False


def _normalised(passphrase: str) -> str:
    """The same letters, however a keyboard composes them."""
    return unicodedata.normalize("NFC", passphrase)
