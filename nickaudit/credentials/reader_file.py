"""The reader file: a reader's public keys, on their way to whoever sets the school up."""

import msgspec

from nickaudit.credentials import envelope
from nickaudit.credentials.signing_key import public_x
from nickaudit.credentials.sound_school import is_reader
from nickaudit.domain.certificate import CertificateRefused
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import Reader

LARGEST = 8192
"""Bytes of a reader file."""

_TYPE = "nickaudit-reader+jwt"


class ReaderFileError(NickAuditError):
    """This is not a reader's file, or it is damaged. Ask the reader to make it again."""


def make_reader_file(reader: Reader, *, receipt_jwk: str) -> bytes:
    """The signed file that names a reader's two public keys.

    Raises:
        DamagedKeyError: no usable key.
        ReaderFileError: a value that no reader file may carry, or another receipt key than this one.
    """
    if not is_reader(reader) or public_x(receipt_jwk) != reader.receipt_key:
        raise ReaderFileError
    return envelope.sign_json(msgspec.json.encode(reader), typ=_TYPE, private_jwk=receipt_jwk)


def open_reader_file(untrusted: bytes) -> Reader:
    """The reader whom the file names; whether it is that person, only a call or a visit shows.

    Raises:
        ReaderFileError: no reader file, or not as it was when it was signed.
    """
    try:
        opened = envelope.open_json(untrusted, typ=_TYPE, limit=LARGEST)
        reader = msgspec.convert(opened.payload, Reader)
    except (CertificateRefused, ValueError) as err:
        raise ReaderFileError from err
    if not is_reader(reader) or reader.receipt_key != opened.x:
        raise ReaderFileError
    return reader
