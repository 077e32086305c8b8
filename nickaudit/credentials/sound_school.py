"""What each value of a school file may be; the same bounds when one is made and when one is read."""

import re
from collections.abc import Collection
from datetime import date

from nickaudit.credentials import did_jwk, encryption_key
from nickaudit.credentials.sound_claims import is_line
from nickaudit.domain.certificate import CertificateRefused
from nickaudit.domain.person import NAME_LENGTH
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import MOST_READERS, Reader, SchoolFile
from nickaudit.domain.share_address import ShareAddress

LONGEST_LINE = 300
"""Characters of a text in one line."""

MOST = 40
"""Members of a list."""

MOST_HAND_OVERS = 20
_LONGEST_SEALED_KEY = 2048
_HIGHEST_SEQUENCE = 1_000_000

_SCHOOL_ID = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
_MONTH = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])")
_SERVER = re.compile(r"[A-Za-z0-9.:_\[\]-]{1,253}")
_EARLIEST, _LATEST = date(2018, 1, 1), date(2199, 12, 31)


def is_sound(school: SchoolFile) -> bool:
    """Whether every value is one that a school file may carry."""
    return (
        _SCHOOL_ID.fullmatch(school.school_id) is not None
        and 0 < school.sequence <= _HIGHEST_SEQUENCE
        and _EARLIEST <= school.signed_on <= _LATEST
        and _are_lines(school.name, school.short_name, school.policy_title)
        and len(school.other_names) <= MOST
        and _are_lines(*school.other_names)
        and len(school.contacts) <= MOST
        and all(_is_contact(each) for each in school.contacts)
        and len({each.id for each in school.contacts}) == len(school.contacts)
        and _are_ids((school.policy_id,))
        and _HASH.fullmatch(school.policy_hash) is not None
        and _MONTH.fullmatch(school.adopted) is not None
        and _MONTH.fullmatch(school.next_review) is not None
        and _is_address(school.share)
        and 1 <= school.every_months <= 24
        and 0 <= school.induction_days <= 366
        and _are_ids(school.groups)
        and _are_ids(school.head_roles)
        and _are_readers(school)
        and 0 < len(school.sealed_signing_key) <= _LONGEST_SEALED_KEY
        and school.sealed_signing_key.isascii()
        and len(school.hand_overs) <= MOST_HAND_OVERS
    )


def is_reader(reader: Reader) -> bool:
    """Whether these are the names and keys of somebody who can read sealed files."""
    return (
        is_line(reader.title, NAME_LENGTH)
        and (not reader.name or is_line(reader.name, NAME_LENGTH))
        and _is_encryption_key(reader.key)
        and is_signing_key(reader.receipt_key)
    )


def is_signing_key(x: str) -> bool:
    """Whether this is a public key that signatures are checked with."""
    try:
        did_jwk.public_key_of(x)
    except CertificateRefused:
        return False
    return True


def _is_encryption_key(x: str) -> bool:
    try:
        encryption_key.checked(x)
    except CertificateRefused:
        return False
    return True


def _are_readers(school: SchoolFile) -> bool:
    head = (school.head_reader,) if school.head_reader else ()
    keys = {reader.key for reader in school.readers}
    return (
        0 < len(school.readers) <= MOST_READERS
        and len(keys) == len(school.readers)
        and all(is_reader(each) for each in (*school.readers, *head))
        and _is_encryption_key(school.recovery)
        and school.recovery not in keys | {each.key for each in head}
    )


def _is_contact(contact: Contact) -> bool:
    told = (contact.name, contact.phone, contact.email, contact.note)
    return (
        _are_ids((contact.id,))
        and is_line(contact.title, LONGEST_LINE)
        and all(not each or is_line(each, LONGEST_LINE) for each in told)
    )


def _is_address(share: ShareAddress) -> bool:
    told = (share.folder, share.server, share.share, share.path, share.user)
    folders = share.path.split("/") if share.path else []
    return (
        all(len(each) <= LONGEST_LINE and each.isprintable() for each in told)
        and (not share.server or (_SERVER.fullmatch(share.server) is not None and bool(share.share)))
        and not (share.server and share.folder)
        and "/" not in share.share
        and "\\" not in share.share + share.path
        and all(each not in {"", ".", ".."} for each in folders)
    )


def _are_ids(ids: Collection[str]) -> bool:
    return len(ids) <= MOST and all(_ID.fullmatch(each) for each in ids)


def _are_lines(*texts: str) -> bool:
    return all(is_line(each, LONGEST_LINE) for each in texts)
