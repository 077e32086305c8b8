"""The school file: what a school tells its staff's programs, signed by the school's own key.

Everything in it is meant to be read by every member of staff. It holds no secret but one: the school's
signing key, sealed so that only the recovery key opens it.
"""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import GroupId, RoleId
from nickaudit.domain.policy import Contact
from nickaudit.domain.share_address import ShareAddress

MOST_READERS = 3
"""The head and at most two more (the deputy, the business manager)."""


class Nation(StrEnum):
    """Whose words for the safeguarding lead and whose guidance count."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class Reader(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who can read what is sealed for the school; staff always see who that is."""

    title: str
    """As said in a sentence: `the headteacher`."""
    name: str = ""
    key: str
    """Public X25519 key that is sealed to: the `x` of its JWK, 43 characters of base64url."""
    receipt_key: str
    """Public Ed25519 key that signs this reader's receipts, written the same way."""


class SchoolFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One school file. A later one has a higher number, and is signed by the same key or one it handed to."""

    school_id: str
    """32 hexadecimal digits, drawn once at set-up: tells one school from another of the same name."""
    sequence: int
    signed_on: dt.date
    name: str
    short_name: str
    other_names: tuple[str, ...] = ()
    nation: Nation = Nation.ENGLAND
    contacts: tuple[Contact, ...] = ()
    """By the ids of the policy pack (`headteacher`, `dsl`, `chair`, …): names, phones, e-mails, notes."""
    policy_id: str
    policy_title: str
    policy_hash: str
    """SHA-256 of the policy pack, 64 hexadecimal digits."""
    adopted: str
    """Month, `2018-05`."""
    next_review: str
    """Month, `2018-09`."""
    share: ShareAddress = ShareAddress()
    every_months: int = 12
    """How often the check comes round, 1 to 24."""
    induction_days: int = 28
    """How long somebody who has just joined has for the first check."""
    groups: tuple[GroupId, ...] = ()
    """Who is asked to do it: groups of the policy's scope; empty for all of them."""
    readers: tuple[Reader, ...]
    head_roles: tuple[RoleId, ...] = (RoleId("headteacher"),)
    """Roles whose own certificate goes to `head_reader`."""
    head_reader: Reader | None = None
    """The chair of governors; without one the head's own certificate is sealed for recovery only."""
    recovery: str
    """Public X25519 key of the recovery key, written as `Reader.key`."""
    sealed_signing_key: str
    """The school's private signing key in a JWE for the recovery key alone."""
    hand_overs: tuple[str, ...] = ()
    """Signed statements by which one signing key named the next, oldest first."""

    def readers_for(self, role: RoleId) -> tuple[Reader, ...]:
        """Who can read the certificate of somebody in that role."""
        if role in self.head_roles:
            return (self.head_reader,) if self.head_reader else ()
        return self.readers

    def keys_for(self, role: RoleId) -> tuple[str, ...]:
        """The public keys to seal to: the readers' and the recovery key's."""
        return (*(reader.key for reader in self.readers_for(role)), self.recovery)

    def contact(self, contact_id: str) -> Contact | None:
        """The contact of that id, where the school filled one in."""
        return next((each for each in self.contacts if each.id == contact_id), None)


class VerifiedSchool(Struct, frozen=True, kw_only=True):
    """A school file whose signature fits the key inside it."""

    school: SchoolFile
    key: str
    """Fingerprint of the signing key (RFC 7638 thumbprint, SHA-256, base64url)."""
    raw: bytes
    """The signed file itself."""


class SchoolRefusal(StrEnum):
    """Why a school file (or a content pack beside it) is not accepted."""

    TOO_LARGE = "too large"
    NOT_A_SCHOOL_FILE = "not a school file"
    CHANGED = "changed"
    """Damaged, or not as it was when it was signed."""
    UNEXPECTED_CONTENT = "unexpected content"
    OLDER = "older"
    """Its number is below that of the one in use, or the same with another content."""
    FOREIGN_SCHOOL = "foreign school"
    FOREIGN_SIGNER = "foreign signer"
    """Signed by a key that the one in use did not hand over to."""
    UNREADABLE = "unreadable"


class SchoolFileRefused(NickAuditError):  # noqa: N818  (an outcome of checking, not a fault of ours)
    """This file is not accepted as the school's."""

    def __init__(self, reason: SchoolRefusal) -> None:
        super().__init__()
        self.reason = reason


class ContentPack(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The school's own content on its way to staff: policy pack and platforms, as the files they are."""

    school_id: str
    sequence: int
    made_on: dt.date
    files: dict[str, str]
    """Path in a folder of content (`policies/st-nicholas/policy.toml`) → the file's text."""
    what_changed: str = ""
    """One line by the head, shown to staff."""
    asks_again: tuple[str, ...] = ()
    """Policy lines whose answers are asked for again; empty where nothing material has changed."""
    asked_before: dict[str, int] = {}
    """Lines that an earlier pack asked for again, and its number: for whoever never took that one."""

    def asks_since(self, sequence: int) -> frozenset[str]:
        """The lines to ask again of somebody who has the pack of that number; 0 where they have none."""
        earlier = {line for line, number in self.asked_before.items() if number > sequence}
        return frozenset(self.asks_again) | earlier


class Receipt(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Says that the school has one file. It names nobody."""

    school_id: str
    file_hash: str
    """SHA-256 of the file as it lay on the share."""
    received_on: dt.date


SCHOOL_SUFFIX = ".nickaudit-school"
CONTENT_SUFFIX = ".nickaudit-content"
SEALED_SUFFIX = ".nickaudit-sealed"
READER_SUFFIX = ".nickaudit-reader"
"""A reader's public keys, on their way to whoever sets the school up."""
RECEIPT_SUFFIX = ".nickaudit-receipt"
"""Comes after the whole name of the file it is for."""
