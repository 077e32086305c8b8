"""The recovery key of a school: made with the signing key, saved or printed, and read back. Slow.

Until the school is set up both keys are in memory only. Nobody is let through before the recovery key was
seen again from where it is kept: from the file, or from the paper.
"""

from dataclasses import dataclass, field
from pathlib import Path

from nickaudit.domain.errors import NickAuditError
from nickaudit.services.saving import save_copy

SUFFIX = ".nickaudit-recovery"
_LARGEST = 16 * 1024


class RecoveryDiffersError(NickAuditError):
    """This is another recovery key, not the one made here. Use the file or paper you have just made."""


class RecoveryUnreadableError(NickAuditError):
    """The recovery file could not be opened. Check that it is there and that you may read it."""


@dataclass(frozen=True, slots=True)
class NewSchool:
    """The two keys of a school that is being set up. Never shown but by `printed`."""

    signing_jwk: str = field(repr=False)
    recovery_jwk: str = field(repr=False)
    recovery_public: str
    printed: str = field(repr=False)
    """The recovery key for paper: groups of four, the last one to check."""

    def sealed_signing_key(self) -> str:
        """The signing key, for the school file: only the recovery key opens it."""
        from nickaudit.credentials import recovery

        return recovery.seal_key(self.signing_jwk, recovery=self.recovery_public)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Shows that the recovery key was seen again from where it is kept."""

    key: str
    """Its public part."""


def new_school() -> NewSchool:
    """Make both keys. Nothing is kept yet."""
    from nickaudit.credentials import recovery_print, school_file, sealed

    key = sealed.new_encryption_key()
    return NewSchool(
        signing_jwk=school_file.new_signing_key(),
        recovery_jwk=key,
        recovery_public=sealed.public_of(key),
        printed=recovery_print.printed(key),
    )


def save(made: NewSchool, *, to: Path, passphrase: str, replace: bool = False) -> Path:
    """Save the recovery file, under a passphrase. It counts once it has been read back.

    Raises:
        ShortPassphraseError: fewer than 14 characters; AlreadyThereError, NotSavedError: as `save_copy`.
    """
    from nickaudit.credentials import recovery

    return save_copy(recovery.lock(made.recovery_jwk, passphrase=passphrase), to=to, replace=replace)


def read_back_file(made: NewSchool, path: Path, *, passphrase: str) -> ReadBack:
    """Open the recovery file again, with the passphrase typed again.

    Raises:
        RecoveryDiffersError: it holds another key; and what `from_file` raises.
    """
    return _same(made, from_file(path, passphrase=passphrase))


def read_back_typed(made: NewSchool, typed: str) -> ReadBack:
    """Take the recovery key as typed from the paper.

    Raises:
        RecoveryDiffersError: it is another key; and what `from_typed` raises.
    """
    return _same(made, from_typed(typed))


def from_file(path: Path, *, passphrase: str) -> str:
    """The private recovery key in a recovery file.

    Raises:
        RecoveryUnreadableError, RecoveryFileError, PassphraseError: it does not open.
    """
    from nickaudit.credentials import recovery

    try:
        if not path.is_file():
            raise RecoveryUnreadableError
        with path.open("rb") as file:
            untrusted = file.read(_LARGEST)
    except OSError as err:
        raise RecoveryUnreadableError from err
    return recovery.unlock(untrusted, passphrase=passphrase)


def is_wrong_passphrase(error: Exception) -> bool:
    """Whether it is the passphrase that was wrong, and not the file."""
    from nickaudit.credentials import recovery

    return isinstance(error, recovery.PassphraseError)


def from_typed(typed: str) -> str:
    """The private recovery key as typed from paper.

    Raises:
        RecoveryPrintError: there is a mistake in it; says where.
    """
    from nickaudit.credentials import recovery_print

    return recovery_print.from_print(typed)


def _same(made: NewSchool, recovery_jwk: str) -> ReadBack:
    from nickaudit.credentials import sealed

    key = sealed.public_of(recovery_jwk)
    if key != made.recovery_public:
        raise RecoveryDiffersError
    return ReadBack(key)
