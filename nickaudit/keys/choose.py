"""Which place keeps the keys of a data folder, and why, for the page to say."""

from enum import StrEnum
from pathlib import Path

from nickaudit.keys.base import KeyStore
from nickaudit.keys.home_id import home_id
from nickaudit.keys.key_file import FOLDER, KeyFile


class Why(StrEnum):
    """What decided it."""

    KEYRING_WORKS = "the computer has a key store"
    NO_KEYRING = "the computer has no key store that can be used"
    FILE_SINCE_BEFORE = "the key has been in a file since before"


def choose(home: Path) -> tuple[KeyStore, Why]:
    """The place for this folder's keys. It may ask the system: never on the window's thread.

    A key once in a file stays there, so that a person's certificates go on being signed by the same key.

    Raises:
        KeysNotKeptError: the folder's own name could not be written.
    """
    from nickaudit.keys.system_keyring import SystemKeyring, usable_backend

    if any((home / FOLDER).glob("*.secret")):
        return KeyFile(home), Why.FILE_SINCE_BEFORE
    backend = usable_backend()
    if backend is None:
        return KeyFile(home), Why.NO_KEYRING
    return SystemKeyring(home_id(home), backend=backend), Why.KEYRING_WORKS
