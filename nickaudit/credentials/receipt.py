"""The receipt: a reader says that the school has one file."""

import re
from datetime import date

import msgspec

from nickaudit.credentials import envelope
from nickaudit.domain.certificate import CertificateRefused
from nickaudit.domain.school import Receipt, SchoolFile

LARGEST = 4096
"""Bytes of a receipt."""

_TYPE = "nickaudit-receipt+jwt"
_SCHOOL_ID = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")
_EARLIEST, _LATEST = date(2018, 1, 1), date(2199, 12, 31)


def sign_receipt(receipt: Receipt, *, private_jwk: str) -> bytes:
    """The signed receipt.

    Raises:
        DamagedKeyError: no usable key.
        ValueError: a value that no receipt may carry.
    """
    if not _is_sound(receipt):
        raise ValueError("not a school id, a SHA-256 and a day")
    return envelope.sign_json(msgspec.json.encode(receipt), typ=_TYPE, private_jwk=private_jwk)


def verify_receipt(untrusted: bytes, *, school: SchoolFile, file_hash: str) -> Receipt | None:
    """The receipt for that file, if a reader of this school signed it; None for anything else.

    Args:
        untrusted: What lies beside the file.
        school: The school file in use: its readers may sign.
        file_hash: SHA-256 of the file as it was delivered, 64 hexadecimal digits.
    """
    try:
        opened = envelope.open_json(untrusted, typ=_TYPE, limit=LARGEST)
        receipt = msgspec.convert(opened.payload, Receipt)
    except (CertificateRefused, ValueError):
        return None
    head = (school.head_reader,) if school.head_reader else ()
    signers = {reader.receipt_key for reader in (*school.readers, *head)}
    is_ours = opened.x in signers and receipt.school_id == school.school_id and receipt.file_hash == file_hash
    return receipt if is_ours and _is_sound(receipt) else None


def _is_sound(receipt: Receipt) -> bool:
    return (
        _SCHOOL_ID.fullmatch(receipt.school_id) is not None
        and _HASH.fullmatch(receipt.file_hash) is not None
        and _EARLIEST <= receipt.received_on <= _LATEST
    )
