"""What a place for secrets can do, and what can go wrong with it."""

from typing import Protocol

from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.errors import NickAuditError
from nickaudit.keys import names


class KeysError(NickAuditError):
    """Your signing key could not be reached. Close the program, start it again, and try once more."""


class KeysLockedError(KeysError):
    """This computer's key store is locked. Unlock it with your computer's password, then try again."""


class KeysUnavailableError(KeysError):
    """This computer's key store does not answer. Log out of the computer and in again, then try once more."""


class KeysAbsentError(KeysUnavailableError):
    """Your keys are in this computer's key store, which is not there now. Log in as usual, then try again."""


class KeysNotKeptError(KeysError):
    """This computer did not keep your signing key. Check that the disk is not full, then try again."""


_RECOVER = "Get it back with the school file and the recovery key."
_LOST = {
    names.CERTIFICATE: (
        "The key that signed your certificates is no longer in its place on this computer. "
        "You can go on with a new key. The school then sees “From a new computer” and asks you in person."
    ),
    names.SIGNING: f"The school's signing key is no longer in its place on this computer. {_RECOVER}",
    names.READERS: (
        f"The key that opens certificates is no longer in its place on this computer. {_RECOVER}"
    ),
    names.RECEIPT: (
        "The key that signs receipts is no longer in its place on this computer. "
        "Make a new reader file, and ask for it to be put in the school file."
    ),
}


class KeyLostError(KeysError):
    """A key that was here is no longer in its place on this computer."""

    def __init__(self, name: str) -> None:
        super().__init__(_LOST.get(name))
        self.name = name


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
