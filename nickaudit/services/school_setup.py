"""Setting a school up, and changing what it says: from a draft to the signed school file. Slow."""

import secrets
from contextlib import suppress
from pathlib import Path

from msgspec import structs

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import Reader, SchoolFile, VerifiedSchool
from nickaudit.domain.school_draft import Draft, DraftFault, Wrong, faults
from nickaudit.keys.base import KeyLostError
from nickaudit.services import Services, own_school, school_keys
from nickaudit.services.recovery_key import NewSchool, ReadBack
from nickaudit.services.saving import AlreadyThereError, save_copy
from nickaudit.services.school_signing import (
    Foundation,
    NotTheSignerError,
    filled,
    following,
    sign_next,
    signing_key_for,
)

THE_HEAD = "the headteacher"


class NotReadyError(NickAuditError):
    """Something is still missing. Put it right first."""

    def __init__(self, found: tuple[DraftFault, ...]) -> None:
        super().__init__()
        self.faults = found


class NotReadBackError(NickAuditError):
    """The recovery key has not been read back yet. Save or print it, then read it back."""


class AlreadySetUpError(NickAuditError):
    """This computer already uses a school file. Change that one instead of setting up another school."""


class NotSetUpError(NickAuditError):
    """No school is set up on this computer yet. Open the school file first, or set the school up."""


class NotAReaderError(NickAuditError):
    """Nobody in the school file reads on this computer. Say in whose place the new key is."""


def begin(services: Services) -> Draft:
    """A draft with all that is known: of the school in use, or else of the policy pack.

    Raises:
        KeysError: which reader is here could not be told, as the keys cannot be reached.
    """
    used = own_school.in_use(services.home)
    return first_draft(services) if used is None else _draft_of(services, used)


def first_draft(services: Services) -> Draft:
    """A draft with what the policy pack knows. No key store is asked, so it may be had anywhere."""
    policy = services.content.policy
    return Draft(
        name=policy.school.name,
        short_name=policy.school.short_name,
        other_names=policy.school.other_names,
        contacts=policy.contacts,
        adopted=policy.adopted,
        next_review=policy.next_review,
    )


def can_change(services: Services) -> bool:
    """Whether the key that signs for the school in use is on this computer. May ask the system.

    Raises:
        KeysError: it cannot be reached, or is gone.
    """
    used = own_school.in_use(services.home)
    if used is None:
        return False
    try:
        signing_key_for(services, used)
    except NotTheSignerError:
        return False
    return True


def finish(services: Services, draft: Draft, *, made: NewSchool, read_back: ReadBack) -> Path:
    """Keep the keys, sign the school file, and use it on this computer. Where it lies.

    Raises:
        AlreadySetUpError: there is a school here; NotReadyError: with what is missing; NotReadBackError: the
            recovery key was not seen again; KeysError, SchoolFileNotKeptError: something could not be kept.
    """
    if own_school.in_use(services.home) is not None:
        raise AlreadySetUpError
    _check(services, draft)
    if read_back.key != made.recovery_public:
        raise NotReadBackError
    foundation = Foundation(
        school_id=secrets.token_hex(16),
        recovery=made.recovery_public,
        sealed_signing_key=made.sealed_signing_key(),
    )
    file = filled(services, draft, foundation)
    _check_head_reader(file)
    school_keys.keep_signing_key(services.home, made.signing_jwk)
    sign_next(services, file, private_jwk=made.signing_jwk)
    return services.home / own_school.FILE_NAME


def change(services: Services, draft: Draft) -> VerifiedSchool:
    """Sign the next school file with what the draft says, and use it here.

    Args:
        services: With the school in use.
        draft: From `begin`, changed.

    Raises:
        NotSetUpError, NotTheSignerError: it cannot be changed here; NotReadyError: with what is wrong;
            KeysError, SchoolFileNotKeptError: something could not be kept.
    """
    used = _used(services)
    private_jwk = signing_key_for(services, used)
    _check(services, draft)
    file = used.school
    foundation = Foundation(
        school_id=file.school_id,
        recovery=file.recovery,
        sealed_signing_key=file.sealed_signing_key,
    )
    after = filled(services, draft, foundation, before=file)
    _check_head_reader(after)
    return sign_next(services, after, private_jwk=private_jwk)


def rotate(services: Services, *, title: str = "") -> VerifiedSchool:
    """A new key for whoever reads here; the old one stays, to open older files. Signs the next file.

    Args:
        services: With the school in use.
        title: In whose place, where none of the readers' keys is on this computer (after a recovery).

    Raises:
        NotSetUpError, NotTheSignerError, NotAReaderError, TooManyKeysError, KeysError: nothing was changed.
    """
    used = _used(services)
    private_jwk = signing_key_for(services, used)
    file = used.school
    own = school_keys.own_place(services.home, used) or next(
        (each for each in file.readers if title and each.title.casefold() == title.casefold()), None
    )
    if own is None:
        raise NotAReaderError
    school_keys.receipt_key(services.home)  # one that is gone is told before anything is changed
    school_keys.new_reader_key(services.home)
    new = school_keys.own_reader(services.home, title=own.title, name=own.name)
    after = structs.replace(
        file,
        readers=tuple(new if each == own else each for each in file.readers),
        head_reader=new if file.head_reader == own else file.head_reader,
    )
    return sign_next(services, following(after, file, today=services.today()), private_jwk=private_jwk)


def check_keys(services: Services) -> None:
    """See beforehand that keys can be kept, before anybody writes down a recovery key in vain.

    Raises:
        KeysError: the computer's key store is locked, or not there.
    """
    with suppress(KeyLostError):  # another one may take its place
        school_keys.signing_key(services.home)


def check_room(folder: Path, *, replace: bool = False) -> None:
    """See beforehand that the school file can be saved there.

    Raises:
        AlreadyThereError: another file has its name.
    """
    to = folder / own_school.FILE_NAME
    if to.exists() and not replace:
        raise AlreadyThereError(to)


def export(services: Services, folder: Path, *, replace: bool = False) -> Path:
    """Save the school file in use in that folder, to give to staff.

    Raises:
        NotSetUpError: there is none; AlreadyThereError: another file has its name; NotSavedError.
    """
    to = folder / own_school.FILE_NAME
    return save_copy(_used(services).raw, to=to, replace=replace)


def make_reader_file(services: Services, *, title: str, name: str, to: Path, replace: bool = False) -> Path:
    """Save this computer's reader file, to give to whoever sets the school up; the keys stay here.

    Raises:
        ReaderFileError: a title or name that cannot be; KeysError; AlreadyThereError, NotSavedError.
    """
    from nickaudit.credentials import reader_file

    reader = school_keys.own_reader(services.home, title=title, name=name)
    receipt = school_keys.receipt_key(services.home) or ""
    return save_copy(reader_file.make_reader_file(reader, receipt_jwk=receipt), to=to, replace=replace)


def reader_in(path: Path) -> Reader:
    """The reader whom a reader file names, to be put into a draft.

    Raises:
        ReaderFileError: it is none, is damaged or cannot be read.
    """
    from nickaudit.credentials import reader_file

    try:
        raw = own_school.read_at_most(path, reader_file.LARGEST) or b""
    except OSError as err:
        raise reader_file.ReaderFileError from err
    return reader_file.open_reader_file(raw)


def add_reader(draft: Draft, reader: Reader) -> Draft:
    """The draft with that reader too; one of the same key takes its place."""
    others = tuple(each for each in draft.readers if each.key != reader.key)
    return structs.replace(draft, readers=(*others, reader))


def _used(services: Services) -> VerifiedSchool:
    used = own_school.in_use(services.home)
    if used is None:
        raise NotSetUpError
    return used


def _check(services: Services, draft: Draft) -> None:
    found = faults(draft, policy=services.content.policy)
    if found:
        raise NotReadyError(found)


def _check_head_reader(file: SchoolFile) -> None:
    """That nobody reads the head's own who reads the others': this computer's reader is known only here."""
    if file.head_reader is not None and file.head_reader.key in {reader.key for reader in file.readers}:
        raise NotReadyError((DraftFault(field="head_reader", wrong=Wrong.HEAD_READS_OWN),))


def _draft_of(services: Services, used: VerifiedSchool) -> Draft:
    file = used.school
    own = school_keys.own_place(services.home, used)
    is_reader = own is not None and own in file.readers
    filled_in = {each.id: each for each in file.contacts}
    return Draft(
        name=file.name,
        short_name=file.short_name,
        other_names=file.other_names,
        nation=file.nation,
        contacts=tuple(filled_in.get(each.id, each) for each in services.content.policy.contacts),
        adopted=file.adopted,
        next_review=file.next_review,
        share=file.share,
        every_months=file.every_months,
        induction_days=file.induction_days,
        groups=file.groups,
        reads_here=is_reader,
        own_title=own.title if own and is_reader else THE_HEAD,
        own_name=own.name if own and is_reader else "",
        readers=tuple(each for each in file.readers if each != own),
        head_roles=file.head_roles,
        head_reader=file.head_reader,
    )
