"""What earlier builds have found, kept beside their output, so that a build does again only what has changed.

One SQLite file under the lock of the build that uses it.  It can be deleted at any time: that costs time, nothing else.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline.errors import OutputError

NAME = ".timeline.sqlite"

_FORM = 1  # of the tables below: raised with every change of them
_SCHEMA = """
CREATE TABLE made_by (fingerprint TEXT NOT NULL);
CREATE TABLE kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID;
"""
_TOGETHER = 200  # values a transaction: a killed build loses no more of them
_PAUSE = 0.1  # seconds, more by process, between looks whether another build has ended
_SURE = 2  # looks after which one is at work: of two that begin at the same moment both may find the store in use
_LEVEL = 1  # of compression: a tenth of the size for a hundredth of the time of an article

Note = Callable[[str], None]


class DamagedError(Exception):
    """The store has lost a value while it was used; it can only be made anew."""


class Store:
    """Values by key, compressed, each with its checksum: one that is damaged counts as not there."""

    def __init__(self, database: sqlite3.Connection, place: Path | None) -> None:
        """Use an open database; ``place``: where it lies."""
        self._database = database
        self._place = place
        self._used: set[bytes] = set()
        self._new = 0

    def __contains__(self, key: bytes) -> bool:
        """Tell whether there is a value."""
        return self._packed(key) is not None

    def get(self, key: bytes) -> bytes | None:
        """Return a value, None where there is none."""
        packed = self._packed(key)
        return None if packed is None else unpack(packed)

    def __getitem__(self, key: bytes) -> bytes:
        """Return a value that this build has seen or put; raises DamagedError where it is gone."""
        value = self.get(key)
        if value is None:
            raise DamagedError(f"{self._place}: has lost what it held")
        return value

    def keep(self, key: bytes, value: bytes) -> None:
        """Pack a value and keep it."""
        self.put(key, pack(value))

    def put(self, key: bytes, packed: bytes) -> None:
        """Keep a value that ``pack`` has made."""
        self._used.add(key)
        with self._told():
            row = (key, packed, zlib.crc32(packed))
            self._database.execute("INSERT OR REPLACE INTO kept (key, value, crc) VALUES (?, ?, ?)", row)
            self._new += 1
            if self._new % _TOGETHER == 0:
                self._database.execute("COMMIT")
                self._database.execute("BEGIN")

    def sweep(self) -> None:
        """Drop what nobody has asked for or put since the store was opened."""
        with self._told():
            self._database.executemany("INSERT INTO used VALUES (?)", ((key,) for key in self._used))
            self._database.execute("DELETE FROM kept WHERE key NOT IN used")
            self._database.execute("DELETE FROM used")

    def close(self) -> bool:
        """Write what is new; tell whether anything is kept."""
        with self._told():
            self._database.execute("COMMIT")
            (anything,) = self._database.execute("SELECT EXISTS (SELECT 1 FROM kept)").fetchone()
            self._database.close()
        return bool(anything)

    def _packed(self, key: bytes) -> bytes | None:
        with self._told():
            row = self._database.execute("SELECT value, crc FROM kept WHERE key = ?", (key,)).fetchone()
        if row is None or zlib.crc32(row[0]) != row[1]:
            return None
        self._used.add(key)
        return bytes(row[0])

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _unwritable(self._place, error) from error


def pack(value: bytes) -> bytes:
    """Compress a value."""
    return zlib.compress(value, _LEVEL)


def unpack(packed: bytes) -> bytes:
    """Undo ``pack``."""
    return zlib.decompress(packed)


@contextmanager
def opened(folder: Path | None, fingerprint: str, note: Note) -> Iterator[Store]:
    """Open the store of an output folder for one build; None: one that is kept nowhere.

    Waits while another build is at work in the folder, and says so.  A store that is damaged, or that another version
    made, is emptied, and that is said too.  One that would be empty is not left behind.  Raises OutputError where the
    folder cannot be written.
    """
    if folder is None:
        store = Store(_made(sqlite3.connect("", isolation_level=None), fingerprint), None)
        try:
            yield store
        finally:
            store.close()
        return
    place, folders = folder / NAME, _make(folder)
    kept = True
    try:
        store = Store(_of(place, fingerprint, note), place)
        try:
            yield store
        finally:
            kept = store.close()
            if not kept:
                _delete(place)
    finally:
        if not kept:
            _unmake(folders)


def remove(folder: str | Path | None) -> None:
    """Delete the store of an output folder, that none uses."""
    if folder is not None:
        _delete(Path(folder) / NAME)


def _make(folder: Path) -> list[Path]:
    """Make a folder; return those that were not there, the innermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(f"{folder}: is no folder; choose another -o") from error
    except OSError as error:
        raise _unwritable(folder, error.strerror) from error
    return missing


def _unmake(folders: Iterable[Path]) -> None:
    for one in folders:
        with suppress(OSError):
            one.rmdir()


def _of(place: Path, fingerprint: str, note: Note) -> sqlite3.Connection:
    looks, is_new = 0, not place.exists()
    while True:
        try:
            return _locked(place, fingerprint, note)
        except sqlite3.OperationalError as error:
            if not _is_in_use(error):
                if is_new:
                    _delete(place)
                raise _unwritable(place, error) from error
            looks += 1
            if looks == _SURE:
                note(f"{place.parent}: another build is at work in this folder; waiting until it ends")
            time.sleep(_PAUSE * (1 + os.getpid() % 8 / 8))
        except sqlite3.DatabaseError:
            note(f"{place}: is damaged; it is made anew, and all is read again")
            _delete(place)


def _locked(place: Path, fingerprint: str, note: Note) -> sqlite3.Connection:
    database = sqlite3.connect(place, timeout=0, isolation_level=None)
    try:
        # Exclusive before the first access: the lock holds until the connection, or its process, ends.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("BEGIN IMMEDIATE")
        database.execute("COMMIT")
        ((state,),) = database.execute("PRAGMA quick_check(1)")
        if state != "ok":
            raise sqlite3.DatabaseError(state)
        return _made(database, fingerprint, lambda: note(f"{place}: is of another version; all is read again"))
    except BaseException:
        database.close()
        raise


def _made(
    database: sqlite3.Connection, fingerprint: str, is_other: Callable[[], None] | None = None
) -> sqlite3.Connection:
    """Give a database its tables, empty where another version has filled them, and begin to write."""
    ((form,),) = database.execute("PRAGMA user_version")
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    made_by = database.execute("SELECT fingerprint FROM made_by").fetchone() if form == _FORM else None
    if made_by != (fingerprint,):
        if tables and is_other:
            is_other()
        database.execute("BEGIN")
        for name in tables:
            database.execute(f'DROP TABLE "{name}"')
        for statement in _SCHEMA.strip().splitlines():
            database.execute(statement)
        database.execute("INSERT INTO made_by VALUES (?)", (fingerprint,))
        database.execute(f"PRAGMA user_version = {_FORM}")
        database.execute("COMMIT")
    database.execute("BEGIN")
    return database


def _unwritable(place: Path | None, reason: object) -> OutputError:
    return OutputError(f"{place}: cannot be written ({reason}); free space, mend its permissions or choose another -o")


def _is_in_use(error: sqlite3.OperationalError) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _delete(place: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            place.with_name(place.name + end).unlink()
