"""Secrets in files that only this log-in can read: the way out where the computer has no key store."""

import re
from pathlib import Path

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys import private_file
from nickaudit.keys.base import KeysNotKeptError, KeysUnavailableError

FOLDER = "keys"

_NAME = re.compile(r"[a-z][a-z-]*")


class KeyFileUnreadableError(KeysUnavailableError):
    """The file with your signing key cannot be read. Ask whoever looks after this computer to look at it."""


class KeyFileNotKeptError(KeysNotKeptError):
    """Your signing key could not be saved. Check that the disk is not full, then try again."""


class KeyFile:
    """One file of mode 0600 per secret, in a folder of mode 0700."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    @property
    def place(self) -> KeyPlace:
        return KeyPlace.FILE

    def read(self, name: str) -> str | None:
        try:
            return private_file.read(self._path(name))
        except (OSError, UnicodeDecodeError) as err:
            raise KeyFileUnreadableError from err

    def write(self, name: str, secret: str) -> None:
        try:
            private_file.write(self._path(name), secret)
        except OSError as err:
            raise KeyFileNotKeptError from err
        if self.read(name) != secret:
            raise KeyFileNotKeptError

    def delete(self, name: str) -> None:
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as err:
            raise KeyFileUnreadableError from err

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a secret.")
        return self._folder / f"{name}.secret"
