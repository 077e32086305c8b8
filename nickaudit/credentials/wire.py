"""How a certificate looks inside the signed file: a W3C Verifiable Credential 2.0, and back to claims."""

from datetime import date
from typing import Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

from nickaudit.credentials.sound_claims import is_sound
from nickaudit.domain.certificate import CertificateRefused, Claims, Refusal
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.person import AuditKind

_URN = "urn:nickaudit:certificate:"
_MIDNIGHT = "T00:00:00Z"
"""Dates stand without a clock time: when in the day somebody sat down is nobody's business."""


class PolicyOnWire(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which policy, down to its very text."""

    id: str
    title: str
    version: str
    sha256: str


class SubjectOnWire(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="camel"):
    """Who finished what, and when."""

    name: str
    role: str
    email: str | UnsetType = UNSET
    staff_number: str | UnsetType = UNSET
    school: str
    kind: AuditKind
    finished_on: date
    outcome: Literal["finished"] = "finished"
    statement: str
    policy: PolicyOnWire
    content_pack: str
    number: str


class CredentialOnWire(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="camel"):
    """The whole payload. The second context stands for words that only we use."""

    context: tuple[
        Literal["https://www.w3.org/ns/credentials/v2"],
        Literal["https://www.w3.org/ns/credentials/undefined-terms/v2"],
    ] = msgspec.field(name="@context")
    type: tuple[Literal["VerifiableCredential"], Literal["SocialMediaSelfCheckCertificate"]]
    id: str
    issuer: str
    valid_from: str
    valid_until: str
    credential_subject: SubjectOnWire


def payload_of(claims: Claims, *, issuer: str) -> bytes:
    """The claims as the bytes that are signed."""
    subject = SubjectOnWire(
        name=claims.name,
        role=claims.role,
        email=claims.email or UNSET,
        staff_number=claims.staff_number or UNSET,
        school=claims.school,
        kind=claims.kind,
        finished_on=claims.finished_on,
        statement=claims.statement,
        policy=PolicyOnWire(
            id=claims.policy_id,
            title=claims.policy_title,
            version=claims.policy_version,
            sha256=claims.policy_hash,
        ),
        content_pack=claims.content_pack,
        number=claims.number,
    )
    credential = CredentialOnWire(
        context=(
            "https://www.w3.org/ns/credentials/v2",
            "https://www.w3.org/ns/credentials/undefined-terms/v2",
        ),
        type=("VerifiableCredential", "SocialMediaSelfCheckCertificate"),
        id=_URN + claims.number,
        issuer=issuer,
        valid_from=claims.finished_on.isoformat() + _MIDNIGHT,
        valid_until=claims.next_due.isoformat() + _MIDNIGHT,
        credential_subject=subject,
    )
    return msgspec.json.encode(credential)


def claims_in(untrusted: dict[str, object], *, issuer: str) -> Claims:
    """The claims of a payload whose signature fits.

    Args:
        untrusted: The payload.
        issuer: Name of the key that signed it.

    Raises:
        CertificateRefused: another shape, a value out of bounds, or two that contradict each other.
    """
    try:
        credential = msgspec.convert(untrusted, CredentialOnWire)
        next_due = date.fromisoformat(credential.valid_until.removesuffix(_MIDNIGHT))
    except ValueError as err:  # msgspec's own errors are ValueErrors too
        raise CertificateRefused(Refusal.UNEXPECTED_CONTENT) from err
    subject = credential.credential_subject
    policy = subject.policy
    claims = Claims(
        number=CertificateNumber(subject.number),
        name=subject.name,
        role=subject.role,
        email=None if subject.email is UNSET else subject.email,
        staff_number=None if subject.staff_number is UNSET else subject.staff_number,
        school=subject.school,
        policy_id=policy.id,
        policy_title=policy.title,
        policy_version=policy.version,
        policy_hash=policy.sha256,
        content_pack=subject.content_pack,
        kind=subject.kind,
        finished_on=subject.finished_on,
        next_due=next_due,
        statement=subject.statement,
    )
    agrees = (
        credential.issuer == issuer
        and credential.id == _URN + claims.number
        and credential.valid_from == claims.finished_on.isoformat() + _MIDNIGHT
        and credential.valid_until == claims.next_due.isoformat() + _MIDNIGHT
    )
    if not agrees or not is_sound(claims):
        raise CertificateRefused(Refusal.UNEXPECTED_CONTENT)
    return claims
