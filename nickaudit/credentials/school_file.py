"""The school file, signed: made, read, and accepted in place of the one in use."""

import itertools

import msgspec
from msgspec import Struct

from nickaudit.credentials import did_jwk, envelope
from nickaudit.credentials.school_refused import as_school_refusal
from nickaudit.credentials.signing_key import fingerprint_of, new_key
from nickaudit.credentials.sound_school import is_sound
from nickaudit.domain.certificate import CertificateRefused
from nickaudit.domain.school import SchoolFile, SchoolFileRefused, SchoolRefusal, VerifiedSchool

LARGEST = 64 * 1024
"""Bytes of a school file."""

_TYPE = "nickaudit-school+jwt"
_HAND_OVER_TYPE = "nickaudit-hand-over+jwt"
_LONGEST_HAND_OVER = 2048


class HandOver(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A signing key names the one that comes after it."""

    school_id: str
    next: str
    """Public key of the next signer, the `x` of its JWK."""
    sequence: int
    """Number of the first school file that the next key signs."""


class _Step(Struct, frozen=True, kw_only=True):
    """A hand-over that is signed rightly."""

    old: str
    new: str
    sequence: int


def new_signing_key() -> str:
    """A new private key for a school to sign with."""
    return new_key()


def signer_of(private_jwk: str) -> str:
    """Fingerprint of the key, as in `VerifiedSchool.key`.

    Raises:
        DamagedKeyError: no usable key.
    """
    return fingerprint_of(private_jwk)


def sign_school(school: SchoolFile, *, private_jwk: str) -> bytes:
    """The signed school file.

    Raises:
        DamagedKeyError: no usable key.
        SchoolFileRefused: a value that no school file may carry, or hand-overs that do not lead to this key.
    """
    signed = envelope.sign_json(msgspec.json.encode(school), typ=_TYPE, private_jwk=private_jwk)
    return verify_school(signed).raw


def hand_over(school_id: str, *, sequence: int, to: str, private_jwk: str) -> str:
    """The statement by which the signing key names the next one, for `SchoolFile.hand_overs`.

    Args:
        school_id: Of the school file.
        sequence: Number of the first school file that the next key signs.
        to: Public key of the next signer, the `x` of its JWK.
        private_jwk: The key that hands over.

    Raises:
        DamagedKeyError: no usable key.
        SchoolFileRefused: `to` is no key that can sign.
    """
    statement = HandOver(school_id=school_id, next=to, sequence=sequence)
    signed = envelope.sign_json(
        msgspec.json.encode(statement), typ=_HAND_OVER_TYPE, private_jwk=private_jwk
    ).decode("ascii")
    _step_in(signed, school_id)
    return signed


def verify_school(untrusted: bytes) -> VerifiedSchool:
    """What a school file says, if it is unchanged since it was signed by the key inside it.

    Raises:
        SchoolFileRefused: with the reason; nothing else is ever raised.
    """
    try:
        opened = envelope.open_json(untrusted, typ=_TYPE, limit=LARGEST)
    except CertificateRefused as err:
        raise SchoolFileRefused(as_school_refusal(err.reason)) from err
    try:
        school = msgspec.convert(opened.payload, SchoolFile)
    except ValueError as err:
        raise SchoolFileRefused(SchoolRefusal.UNEXPECTED_CONTENT) from err
    if not is_sound(school):
        raise SchoolFileRefused(SchoolRefusal.UNEXPECTED_CONTENT)
    _check_steps(school, signer=opened.key)
    return VerifiedSchool(school=school, key=opened.key, raw=untrusted)


def accept(untrusted: bytes, *, in_use: VerifiedSchool | None) -> VerifiedSchool:
    """The school file to use from now on: `in_use` itself where this is the same file.

    Raises:
        SchoolFileRefused: with the reason; what is in use then stays so.
    """
    if in_use is not None and untrusted == in_use.raw:
        return in_use
    found = verify_school(untrusted)
    if in_use is None:
        return found
    if found.school.school_id != in_use.school.school_id:
        raise SchoolFileRefused(SchoolRefusal.FOREIGN_SCHOOL)
    is_newer = found.school.sequence > in_use.school.sequence
    if found.key != in_use.key and not _leads(in_use, found):
        was_ours = found.key in {step.old for step in _steps(in_use.school)}
        is_old = was_ours and not is_newer
        raise SchoolFileRefused(SchoolRefusal.OLDER if is_old else SchoolRefusal.FOREIGN_SIGNER)
    if not is_newer:
        raise SchoolFileRefused(SchoolRefusal.OLDER)
    return found


def _leads(in_use: VerifiedSchool, found: VerifiedSchool) -> bool:
    """Whether the signer in use handed over, maybe by others, to the one of the file that was found."""
    steps = _steps(found.school)
    first = max((n for n, step in enumerate(steps) if step.old == in_use.key), default=None)
    return first is not None and steps[first].sequence > in_use.school.sequence


def _check_steps(school: SchoolFile, *, signer: str) -> None:
    """That the hand-overs follow each other, and that the last one names the file's signer."""
    steps = _steps(school)
    signers = [*(step.old for step in steps[1:]), signer]
    numbers = [*(step.sequence for step in steps), school.sequence + 1]
    follow = all(step.new == after for step, after in zip(steps, signers, strict=False))
    rise = all(before < after for before, after in itertools.pairwise(numbers))
    if not follow or not rise:
        raise SchoolFileRefused(SchoolRefusal.FOREIGN_SIGNER)


def _steps(school: SchoolFile) -> list[_Step]:
    return [_step_in(each, school.school_id) for each in school.hand_overs]


def _step_in(untrusted: str, school_id: str) -> _Step:
    try:
        opened = envelope.open_json(untrusted.encode(), typ=_HAND_OVER_TYPE, limit=_LONGEST_HAND_OVER)
        statement = msgspec.convert(opened.payload, HandOver)
        following = did_jwk.public_key_of(statement.next).fingerprint
    except (CertificateRefused, ValueError) as err:
        raise SchoolFileRefused(SchoolRefusal.FOREIGN_SIGNER) from err
    if statement.school_id != school_id:
        raise SchoolFileRefused(SchoolRefusal.FOREIGN_SIGNER)
    return _Step(old=opened.key, new=following, sequence=statement.sequence)
