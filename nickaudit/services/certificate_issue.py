"""Making a certificate: who and when to claims, claims to a signed file, and that to all its forms."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from secrets import token_hex

from nickaudit.domain.certificate import Claims, KeyPlace, Verified
from nickaudit.domain.due_dates import in_words, next_due
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.person import Person, tidy
from nickaudit.domain.platforms import Content
from nickaudit.domain.taken_in import is_practice
from nickaudit.keys import names
from nickaudit.keys.base import KeyStore
from nickaudit.services import certificate_folder

KEY_NAME = names.CERTIFICATE


class RoleGoneError(NickAuditError):
    """Your role is no longer in the school's list. Go to "About you" and choose it again."""


class WrongDateError(NickAuditError):
    """This computer's date cannot be right. Set the computer's clock, then try again."""

    def __init__(self, day: date) -> None:
        super().__init__(
            f"This computer says that today is {in_words(day)}, which cannot be right. "
            "Set the computer's clock, then try again."
        )


class NotMadeError(NickAuditError):
    """The certificate could not be made from what is here. Look at "About you" again."""


@dataclass(frozen=True, slots=True)
class IssuedFiles:
    """One certificate in all its forms."""

    signed: bytes
    """The record; everything else is a view of it."""
    verified: Verified
    """What those very bytes say."""
    pdf: bytes
    html: bytes
    calendar: bytes
    folder: Path | None
    """Where they lie; None where they are only in memory."""
    key_place: KeyPlace | None
    """Where the key is that signed it; None where nobody looked."""


def new_number() -> CertificateNumber:
    """A number nobody has had: three groups of four hexadecimal digits."""
    digits = token_hex(6).upper()
    return CertificateNumber("-".join((digits[:4], digits[4:8], digits[8:])))


def claims_for(
    content: Content, person: Person, *, finished_on: date, number: CertificateNumber, every_months: int = 12
) -> Claims:
    """What the certificate of this person says. Nothing they answered comes into it.

    Args:
        content: Its policy and its version.
        person: Who has finished.
        finished_on: When.
        number: Which certificate it is.
        every_months: How often the check comes round at this school.

    Raises:
        RoleGoneError: newer content has no such role.
        WrongDateError: no check can have been finished on that day.
    """
    from nickaudit.credentials.sound_claims import may_be_dated

    if not may_be_dated(finished_on):
        raise WrongDateError(finished_on)
    policy = content.policy
    role = policy.role(person.role)
    if role is None:
        raise RoleGoneError
    return Claims(
        number=number,
        name=tidy(person.name),
        role=tidy(role.title),
        email=tidy(person.email) or None,
        staff_number=tidy(person.staff_number) or None,
        school=tidy(policy.school.name),
        policy_id=policy.id,
        policy_title=tidy(policy.title),
        policy_version=policy.version,
        policy_hash=content.policy_hash,
        content_pack=content.pack,
        kind=person.kind,
        finished_on=finished_on,
        next_due=next_due(finished_on, every_months),
        statement=tidy(policy.statement),
    )


def issue(home: Path | None, *, claims: Claims, keys: KeyStore | None = None) -> IssuedFiles:
    """Sign the claims, check the result, make all forms and keep them. Slow: not on the window's thread.

    Args:
        home: The person's data folder. None on a shared computer: all stays in memory, and the key is
            made for this one certificate and dropped. In practice the key is dropped too.
        claims: What the certificate says.
        keys: Where the person's key is; chosen for that home if not given.

    Raises:
        NotMadeError: a value that no certificate may carry; KeysError: the key cannot be had;
        CertificateNotSavedError: the disk is full, or the folder cannot be written.
    """
    from nickaudit.credentials import certificate_jwt
    from nickaudit.domain.certificate import CertificateRefused

    if home is None or is_practice(claims):
        private_jwk, place = certificate_jwt.new_key(), KeyPlace.DROPPED
    else:
        store = keys or _keys_of(home)
        private_jwk, place = _key_in(store, home), store.place
    try:
        signed = certificate_jwt.sign(claims, private_jwk=private_jwk)
        files = views_of(signed, folder=None)
    except CertificateRefused as err:
        raise NotMadeError from err
    folder = None if home is None else certificate_folder.save(home, claims.number, _by_name(files))
    return IssuedFiles(
        signed=signed,
        verified=files.verified,
        pdf=files.pdf,
        html=files.html,
        calendar=files.calendar,
        folder=folder,
        key_place=place,
    )


def views_of(signed: bytes, *, folder: Path | None) -> IssuedFiles:
    """All forms of a certificate, made anew from its signed file. Slow: not on the window's thread.

    Args:
        signed: The signed file.
        folder: Where its files lie, as `issue` said.

    Raises:
        CertificateRefused: the signed file is not what it was.
    """
    from nickaudit.credentials import certificate_jwt
    from nickaudit.documents import calendar_entry, certificate_html
    from nickaudit.documents.pdf import certificate as certificate_pdf

    verified = certificate_jwt.verify(signed)
    claims, key = verified.claims, verified.key
    return IssuedFiles(
        signed=signed,
        verified=verified,
        pdf=certificate_pdf.write(claims, key=key, signed=signed),
        html=certificate_html.write(claims, key=key),
        calendar=calendar_entry.next_check(claims),
        folder=folder if folder and folder.is_dir() else None,
        key_place=None,
    )


def key_place(home: Path | None) -> KeyPlace:
    """Where this person's key is, or would be. It may ask the system: not on the window's thread."""
    return KeyPlace.DROPPED if home is None else _keys_of(home).place


def _keys_of(home: Path) -> KeyStore:
    from nickaudit.keys.choose import choose

    return choose(home)


def _key_in(keys: KeyStore, home: Path) -> str:
    """The person's key, made at first need by whoever asks first. One that is gone or damaged is missed.

    Raises:
        KeyLostError: a new one is for the person to agree to, as the school will ask about it.
    """
    from nickaudit.credentials import signing_key
    from nickaudit.keys import lock
    from nickaudit.keys.base import KeyLostError

    with lock.held(home):
        kept = keys.read(KEY_NAME)
        if kept is None:
            kept = signing_key.new_key()
            keys.write(KEY_NAME, kept)
    if not signing_key.is_usable(kept):
        raise KeyLostError(KEY_NAME)
    return kept


def _by_name(files: IssuedFiles) -> dict[str, bytes]:
    return {
        certificate_folder.SIGNED: files.signed,
        certificate_folder.PDF: files.pdf,
        certificate_folder.HTML: files.html,
        certificate_folder.CALENDAR: files.calendar,
    }
