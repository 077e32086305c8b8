"""Secrets in the key store that comes with the computer, opened by logging in.

Only key stores known to keep what they are given are used: keyring's own "null" one loses everything without
a word, and others write plain text. A locked store may ask for a password and wait for ever, so every call
has an end.
"""

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys.base import KeysError, KeysLockedError, KeysNotKeptError, KeysUnavailableError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_T = TypeVar("_T")

_ALLOWED = (
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
)

_PATIENCE = 90.0
"""Seconds: long enough to type the password of a locked store."""


def usable_backend() -> "KeyringBackend | None":
    """The best allowed key store that works here, or None. What a user has set for keyring is respected."""
    import keyring

    try:
        chosen = keyring.get_keyring()
    except Exception:  # noqa: BLE001  (a broken setting of another program's; back ends raise anything)
        return None
    several = getattr(type(chosen), "backends", None)  # keyring's chainer, where there is more than one
    candidates = list(several) if isinstance(several, list) else [chosen]
    return next((each for each in candidates if _name_of(each) in _ALLOWED), None)


class SystemKeyring:
    """Entries of one data folder in the system's key store."""

    def __init__(self, home_id: str, *, backend: "KeyringBackend", patience: float = _PATIENCE) -> None:
        self._home_id = home_id
        self._backend = backend
        self._patience = patience

    @property
    def place(self) -> KeyPlace:
        return KeyPlace.KEYRING

    def read(self, name: str) -> str | None:
        return self._ask(lambda: self._backend.get_password(self._service(name), name))

    def write(self, name: str, secret: str) -> None:
        self._ask(lambda: self._backend.set_password(self._service(name), name, secret))
        if self.read(name) != secret:
            raise KeysNotKeptError

    def delete(self, name: str) -> None:
        if self.read(name) is not None:
            self._ask(lambda: self._backend.delete_password(self._service(name), name))

    def _service(self, name: str) -> str:
        # A service for each secret: Windows keeps one user name a service and renames the others.
        return f"NickAudit {self._home_id} {name}"

    def _ask(self, call: Callable[[], _T]) -> _T:
        """The answer, waited for in a thread of its own, which is left behind if none comes."""
        answers: queue.SimpleQueue[tuple[_T | None, KeysError | None]] = queue.SimpleQueue()

        def wait() -> None:
            try:
                answers.put((call(), None))
            except Exception as err:  # noqa: BLE001  (each system raises its own; none may get further)
                answers.put((None, _ours(err)))

        threading.Thread(target=wait, name="key store", daemon=True).start()
        try:
            answer, error = answers.get(timeout=self._patience)
        except queue.Empty as err:
            raise KeysLockedError from err
        if error is not None:
            raise error
        return cast("_T", answer)


def _name_of(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _ours(error: Exception) -> KeysError:
    from keyring.errors import KeyringLocked, PasswordSetError

    # Secret Service has two more words for "nobody unlocked it".
    if isinstance(error, KeyringLocked) or type(error).__name__ in {
        "LockedException",
        "PromptDismissedException",
    }:
        kind: type[KeysError] = KeysLockedError
    else:
        kind = KeysNotKeptError if isinstance(error, PasswordSetError) else KeysUnavailableError
    ours = kind()
    ours.__cause__ = error
    return ours
