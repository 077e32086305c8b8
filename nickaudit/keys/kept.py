"""The secrets of one data folder, each in the place where it was put: the computer's key store or a file."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys import names, record
from nickaudit.keys.base import KeyLostError, KeysAbsentError, KeyStore
from nickaudit.keys.home_id import home_id
from nickaudit.keys.key_file import FOLDER, KeyFile
from nickaudit.keys.system_keyring import SystemKeyring, usable_backend

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend


class KeptKeys:
    """A key stays in its place until it is moved. One that was known and is gone is never passed over."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._file = KeyFile(home)

    @property
    def place(self) -> KeyPlace:
        """Where the person's own key is, or would be made."""
        return self.place_of(names.CERTIFICATE) or self.place_of_new

    def place_of(self, name: str) -> KeyPlace | None:
        """Where that secret was put; None where nothing is known of it."""
        return record.place_of(self._home, name)

    @cached_property
    def place_of_new(self) -> KeyPlace:
        """Where a new secret goes. Where one is in a file, the others follow it, unless moved since."""
        chosen = self.place_of(record.NEW_ONES)
        if chosen is not None:
            return chosen
        if any((self._home / FOLDER).glob("*.secret")) or not self.has_keyring:
            return KeyPlace.FILE
        return KeyPlace.KEYRING

    @cached_property
    def has_keyring(self) -> bool:
        """Whether this computer has a key store that can be used."""
        return self._backend is not None

    def read(self, name: str) -> str | None:
        """The secret; None where there never was one.

        Raises:
            KeyLostError: there was one, and it is gone; KeysError: the place cannot be reached.
        """
        known = self.place_of(name)
        place = known or self.place_of_new
        secret = self.at(place).read(name)
        if secret is None and known is not None and name in names.KEYS:
            raise KeyLostError(name)
        if secret is not None and known is None:
            record.remember(self._home, name, place)
        return secret

    def write(self, name: str, secret: str) -> None:
        place = self.place_of(name) or self.place_of_new
        self.at(place).write(name, secret)
        record.remember(self._home, name, place)

    def delete(self, name: str) -> None:
        self.at(self.place_of(name) or self.place_of_new).delete(name)
        record.forget(self._home, name)

    def forget_lost(self, name: str) -> None:
        """Let a new key be made in place of one that is gone, or whose place is."""
        record.forget(self._home, name)

    def move(self, name: str, *, to: KeyPlace) -> None:
        """Put one secret in the other place. It is read back there before it is deleted here.

        Raises:
            KeyLostError, KeysError: nothing has been deleted.
        """
        before = self.place_of(name) or self.place_of_new
        secret = self.read(name)
        if secret is None:
            return
        if before is to:
            if to is KeyPlace.KEYRING and self._file.read(name) == secret:
                self._file.delete(name)  # of a move that was cut off before this
            return
        self.at(to).write(name, secret)  # which reads it back
        record.remember(self._home, name, to)
        self.at(before).delete(name)

    def put_new_ones(self, place: KeyPlace) -> None:
        """From now on make new secrets there."""
        record.remember(self._home, record.NEW_ONES, place)
        self.__dict__.pop("place_of_new", None)

    def at(self, place: KeyPlace) -> KeyStore:
        """The place itself.

        Raises:
            KeysAbsentError: it is a key store that this computer does not have now.
        """
        if place is KeyPlace.FILE:
            return self._file
        if self._backend is None:
            raise KeysAbsentError
        return SystemKeyring(home_id(self._home), backend=self._backend)

    @cached_property
    def _backend(self) -> "KeyringBackend | None":
        return usable_backend()
