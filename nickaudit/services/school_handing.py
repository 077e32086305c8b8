"""From one signer to the next, and back from nothing: hand-over, taking over, and recovery. Slow."""

from pathlib import Path

from msgspec import structs

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import Reader, SchoolFileRefused, VerifiedSchool
from nickaudit.services import Services, own_school, school_keys
from nickaudit.services.saving import save_copy
from nickaudit.services.school_setup import NotSetUpError
from nickaudit.services.school_signing import following, signing_key_for

HAND_OVER_SUFFIX = ".nickaudit-hand-over"
_LARGEST = 4096


class HandOverError(NickAuditError):
    """This is no hand-over to this computer for the school in use. Ask whoever signs now to make it again."""


def hand_over(services: Services, reader: Reader, *, to: Path, replace: bool = False) -> Path:
    """Save a statement that names the next signer: the reader's own key, from their reader file.

    After it the school file is not to be changed here any more: a further change makes the statement void.

    Raises:
        NotSetUpError, NotTheSignerError: this computer does not sign; AlreadyThereError, NotSavedError.
    """
    from nickaudit.credentials import school_file

    used = own_school.in_use(services.home)
    if used is None:
        raise NotSetUpError
    statement = school_file.hand_over(
        used.school.school_id,
        sequence=used.school.sequence + 1,
        to=reader.receipt_key,
        private_jwk=signing_key_for(services, used),
    )
    return save_copy(statement.encode("ascii"), to=to, replace=replace)


def take_over(services: Services, path: Path) -> VerifiedSchool:
    """Become the signer whom a hand-over names: sign the next school file with this computer's key.

    Raises:
        NotSetUpError: the school file is to be opened first; HandOverError: it is not for this computer, or
            the school file has been changed since; KeysError: a key cannot be reached or kept.
    """
    from nickaudit.credentials import recovery, school_file

    used = own_school.in_use(services.home)
    if used is None:
        raise NotSetUpError
    try:
        statement = (own_school.read_at_most(path, _LARGEST) or b"").decode("ascii").strip()
    except (OSError, ValueError) as err:
        raise HandOverError from err
    private_jwk = school_keys.receipt_key(services.home)
    if private_jwk is None or not statement:
        raise HandOverError
    file = used.school
    after = structs.replace(
        following(file, file, today=services.today()),
        hand_overs=(*file.hand_overs, statement),
        sealed_signing_key=recovery.seal_key(private_jwk, recovery=file.recovery),
    )
    try:
        raw = school_file.sign_school(after, private_jwk=private_jwk)
        own_school.look_at(services, raw)
    except SchoolFileRefused as err:
        raise HandOverError from err
    # The key first: a school file that nobody here can sign the next of would be worse than a key too many.
    school_keys.keep_signing_key(services.home, private_jwk)
    return own_school.take(services.home, raw)


def recover(home: Path, raw: bytes, *, recovery_jwk: str) -> VerifiedSchool:
    """Get back signing and reading on a new computer, from the school file and the recovery key.

    Raises:
        SchoolFileRefused: no school file, or an older one than is in use here; OtherSchoolKeyError: the
            recovery key is of another school; KeysError, SchoolFileNotKeptError: something was not kept.
    """
    from nickaudit.credentials import recovery

    found = own_school.offer(home, raw).verified
    signing = recovery.unseal_key(found.school.sealed_signing_key, recovery_jwk=recovery_jwk)
    school_keys.keep_signing_key(home, signing)
    school_keys.add_reader_key(home, recovery_jwk)
    school_keys.start_anew(home, school_keys.RECEIPT)  # no recovery key brings that one back
    return own_school.take(home, raw)
