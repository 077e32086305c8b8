"""Which place keeps the keys of a data folder."""

from pathlib import Path

from nickaudit.keys.base import KeyStore
from nickaudit.keys.home_id import home_id
from nickaudit.keys.key_file import FOLDER, KeyFile


def choose(home: Path) -> KeyStore:
    """The place for this folder's keys. It may ask the system: never on the window's thread.

    A key once in a file stays there, so that a person's certificates go on being signed by the same key.

    Raises:
        KeysNotKeptError: the folder's own name could not be written.
    """
    from nickaudit.keys.system_keyring import SystemKeyring, usable_backend

    if any((home / FOLDER).glob("*.secret")):
        return KeyFile(home)
    backend = usable_backend()
    if backend is None:
        return KeyFile(home)
    return SystemKeyring(home_id(home), backend=backend)
