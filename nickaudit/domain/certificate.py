"""The claims: all that may ever be in a certificate.

No accounts, no platforms, no answers, no counts, nothing left for later, no free text. A quiet life and a
hard one give certificates that can't be told apart. A test fails when a field is added.
"""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.person import AuditKind

WHAT_IT_IS_NOT = (
    "It records that the check was made. It does not show accounts, settings or findings, "
    "and does not say that an account is safe."
)


class Claims(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a certificate says, in plain values."""

    number: CertificateNumber
    name: str
    role: str
    """The role's title, as the pack words it."""
    email: str | None
    staff_number: str | None
    school: str
    policy_id: str
    policy_title: str
    """`Social media, May 2018`."""
    policy_version: str
    policy_hash: str
    """SHA-256 of the policy pack, 64 hexadecimal digits."""
    content_pack: str
    kind: AuditKind
    finished_on: dt.date
    next_due: dt.date
    statement: str


class Leaf(Struct, frozen=True, kw_only=True):
    """One value of the signed file, as it stands in the bytes."""

    part: str
    """`header`, `payload` or `signature`."""
    path: str
    """Where it stands: `credentialSubject.name`."""
    value: str


class Verified(Struct, frozen=True, kw_only=True):
    """A certificate whose signature fits the key inside it: unchanged since it was signed by that key."""

    claims: Claims
    key: str
    """Fingerprint of the key (RFC 7638 thumbprint, SHA-256, base64url)."""
    leaves: tuple[Leaf, ...]


class Refusal(StrEnum):
    """Why a file is not accepted, each its own reason."""

    TOO_LARGE = "too large"
    EMPTY = "empty"
    NOT_A_CERTIFICATE = "not a certificate"
    CUT_SHORT = "cut short"
    DUPLICATE_KEY = "duplicate key"
    NOT_A_NUMBER = "not a number"
    TOO_DEEP = "too deep"
    NOT_CANONICAL = "not canonical"
    OTHER_TYPE = "other type"
    OTHER_ALGORITHM = "other algorithm"
    UNSIGNED = "unsigned"
    UNEXPECTED_HEADER = "unexpected header"
    CRITICAL_HEADER = "critical header"
    PRIVATE_KEY_INSIDE = "private key inside"
    WEAK_KEY = "weak key"
    BAD_KEY = "bad key"
    CHANGED = "changed"
    UNEXPECTED_CONTENT = "unexpected content"
    PDF_WITHOUT_CERTIFICATE = "pdf without certificate"
    PDF_UNREADABLE = "pdf unreadable"
    SEALED_FOR_OTHERS = "sealed for others"
    """None of the keys on this computer opens it."""
    FOR_HEAD_READER = "for the head's reader"
    """The head's own, sealed for just whom the school named for it: as it should be."""
    FOR_READERS = "for the readers"
    """Sealed for just the school's readers: as it should be, where only the head's own is read."""
    SEAL_BROKEN = "seal broken"
    """Damaged, or sealed in another way than ours."""
    WRONG_RECIPIENTS = "wrong recipients"
    """Sealed for others than the school's readers and recovery key."""
    REPLAYED = "replayed"
    """A certificate that came before, sealed anew: somebody may have sent it a second time."""
    CHANGED_SINCE = "changed since"
    """A file that is no longer what it was when it was taken in."""
    PRACTICE = "practice"
    """Made in practice; no check was done."""
    UNREADABLE = "unreadable"
    """The file itself could not be read: gone, a folder, no right to it."""


FOR_OTHERS = frozenset({Refusal.FOR_HEAD_READER, Refusal.FOR_READERS})
"""What nobody here opens, and nobody here is to open: nothing is wrong with such a file."""


class CertificateRefused(NickAuditError):  # noqa: N818  (an outcome of checking, not a fault of ours)
    """This file is not accepted as a certificate."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__()
        self.reason = reason


class KeyPlace(StrEnum):
    """Where the key that signs a person's certificates is kept."""

    KEYRING = "keyring"
    """In the computer's own key store, opened by logging in."""
    FILE = "file"
    """In a file only this log-in can read, because the computer has no key store that can be used."""
    DROPPED = "dropped"
    """Nowhere: made for one certificate on a shared computer, and gone."""
