"""The one shape that a sealed file may have, and what is wrong with any other."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec
from msgspec import Struct

from nickaudit.credentials import base64url, encryption_key
from nickaudit.credentials.strict_json import names, parse_object
from nickaudit.domain.certificate import CertificateRefused, Refusal
from nickaudit.domain.school import MOST_READERS

ALGORITHM = "ECDH-ES+A256KW"
ENCRYPTION = "A256GCM"
HEADER: Mapping[str, str] = MappingProxyType({"enc": ENCRYPTION, "cty": "vc+jwt"})
"""What the seal protects besides the content."""

MOST_RECIPIENTS = MOST_READERS + 1
"""The readers and the recovery key."""

_PROTECTED = base64url.encode(b'{"enc":"A256GCM","cty":"vc+jwt"}').decode("ascii")
_OWN_HEADER = frozenset({"alg", "kid", "epk"})
_IV, _TAG, _WRAPPED_KEY = 16, 22, 54
"""Characters of 12, 16 and 40 bytes in base64url."""


class EphemeralKey(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sender's key for this one recipient and file."""

    crv: Literal["X25519"]
    kty: Literal["OKP"]
    x: str


class RecipientHeader(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whose share of the key it is."""

    alg: Literal["ECDH-ES+A256KW"]
    kid: str
    epk: EphemeralKey


class Recipient(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One recipient's share of the key."""

    header: RecipientHeader
    encrypted_key: str


class Sealed(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A general JSON JWE with nothing in it that could be left out."""

    protected: str
    iv: str
    ciphertext: str
    tag: str
    recipients: tuple[Recipient, ...]


_DECODER = msgspec.json.Decoder(Sealed)
_ENCODER = msgspec.json.Encoder()


def shape_of(untrusted: bytes) -> Sealed:
    """The parts of a sealed file, each of them written as it must be.

    Raises:
        CertificateRefused: it has another shape; with the reason.
    """
    if not untrusted:
        raise CertificateRefused(Refusal.EMPTY)
    try:
        sealed = _DECODER.decode(untrusted)
    except (ValueError, RecursionError) as err:
        raise CertificateRefused(_fault_of(untrusted, otherwise=Refusal.SEAL_BROKEN)) from err
    # Written anew it is as long, unless there were spaces, escapes or a name twice.
    if sealed.protected != _PROTECTED or len(_ENCODER.encode(sealed)) != len(untrusted):
        raise CertificateRefused(_fault_of(untrusted, otherwise=Refusal.NOT_CANONICAL))
    if not 0 < len(sealed.recipients) <= MOST_RECIPIENTS:
        raise CertificateRefused(Refusal.WRONG_RECIPIENTS)
    _check(sealed.iv, _IV)
    _check(sealed.tag, _TAG)
    _check(sealed.ciphertext)
    for each in sealed.recipients:
        _check(each.encrypted_key, _WRAPPED_KEY)
        encryption_key.checked(each.header.epk.x)
    return sealed


def _check(untrusted: str, length: int | None = None) -> None:
    """That this is base64url in its one spelling, and as long as it has to be."""
    if not untrusted.isascii():
        raise CertificateRefused(Refusal.NOT_CANONICAL)
    base64url.decode(untrusted.encode("ascii"))
    if length is not None and len(untrusted) != length:
        raise CertificateRefused(Refusal.SEAL_BROKEN)


def _fault_of(untrusted: bytes, *, otherwise: Refusal) -> Refusal:
    """What is wrong with a file that has not the shape of ours."""
    try:
        letter = parse_object(untrusted)
        header = _protected_in(letter)
    except CertificateRefused as err:
        if err.reason is not Refusal.NOT_A_CERTIFICATE:
            return err.reason
        is_cut = untrusted.count(b"{") > untrusted.count(b"}")
        return Refusal.CUT_SHORT if is_cut else Refusal.SEAL_BROKEN
    own = _headers_in(letter)
    faults = (
        (names(letter, "d"), Refusal.PRIVATE_KEY_INSIDE),
        (any("crit" in each for each in (header, *own)), Refusal.CRITICAL_HEADER),
        (header.get("enc") != ENCRYPTION, Refusal.OTHER_ALGORITHM),
        (any(each.get("alg") != ALGORITHM for each in own), Refusal.OTHER_ALGORITHM),
        (header.get("cty") != HEADER["cty"], Refusal.OTHER_TYPE),
        ("unprotected" in letter or len(header) != len(HEADER), Refusal.UNEXPECTED_HEADER),
        (any(each.keys() - _OWN_HEADER for each in own), Refusal.UNEXPECTED_HEADER),
    )
    return next((refusal for holds, refusal in faults if holds), otherwise)


def _protected_in(letter: dict[str, object]) -> dict[str, object]:
    protected = letter.get("protected")
    if not isinstance(protected, str) or not protected.isascii():
        raise CertificateRefused(Refusal.SEAL_BROKEN)
    return parse_object(base64url.decode(protected.encode("ascii")))


def _headers_in(letter: dict[str, object]) -> list[dict[str, object]]:
    """The headers of the recipients, as far as there are any."""
    recipients = letter.get("recipients")
    if not isinstance(recipients, list):
        return []
    headers = (each.get("header") for each in recipients if isinstance(each, dict))
    return [each for each in headers if isinstance(each, dict)]
