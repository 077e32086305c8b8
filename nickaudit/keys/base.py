"""What a place for secrets can do, and what can go wrong with it."""

from typing import Protocol

from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.errors import NickAuditError


class KeysError(NickAuditError):
    """Your signing key could not be reached. Close the program, start it again, and try once more."""


class KeysLockedError(KeysError):
    """This computer's key store is locked. Unlock it with your computer's password, then try again."""


class KeysUnavailableError(KeysError):
    """This computer's key store does not answer. Log out of the computer and in again, then try once more."""


class KeysNotKeptError(KeysError):
    """This computer did not keep your signing key. Check that the disk is not full, then try again."""


class KeyStore(Protocol):
    """A place for secrets of one data folder. Calls may wait for the system: never on the window's thread."""

    @property
    def place(self) -> KeyPlace:
        """Where it is, for the page to say."""
        ...

    def read(self, name: str) -> str | None:
        """The secret of that name; None where there is none.

        Raises:
            KeysError: the place cannot be reached.
        """
        ...

    def write(self, name: str, secret: str) -> None:
        """Keep the secret under that name, in place of an older one, and read it back.

        Raises:
            KeysError: it is not kept.
        """
        ...

    def delete(self, name: str) -> None:
        """Remove the secret; nothing happens where there is none.

        Raises:
            KeysError: the place cannot be reached.
        """
        ...
