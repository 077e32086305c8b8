"""Keys that files are sealed to (X25519): a private one is the text of its JWK, a public one its `x`."""

import hashlib
import json

from joserfc.jwk import OKPKey

from nickaudit.credentials import base64url
from nickaudit.credentials.signing_key import DamagedKeyError, private_key
from nickaudit.domain.certificate import CertificateRefused, Refusal

_LENGTH = 32
_FIELD = 2**255 - 19
"""Coordinates of the curve are counted modulo this prime."""

_LOW_ORDER = frozenset({
    0,
    1,
    325606250916557431795983626356110631294008115727848805560023387167927233504,
    39382357235489614581723060781553021112529911719440698176882885853963445705823,
    _FIELD - 1,
    _FIELD,
    _FIELD + 1,
})  # fmt: skip
"""The points of low order, and two other spellings of 0 and 1. With one of them nothing is secret."""


def new_encryption_key() -> str:
    """A new private key."""
    return json.dumps(OKPKey.generate_key("X25519").as_dict(private=True), sort_keys=True)


def public_of(private_jwk: str) -> str:
    """The public part of a private key.

    Raises:
        DamagedKeyError: no private key that files can be sealed to.
    """
    return str(private(private_jwk).as_dict(private=False)["x"])


def kid_of(x: str) -> str:
    """What the key with this public part is called in a sealed file: its thumbprint (RFC 7638, SHA-256)."""
    digest = hashlib.sha256(b'{"crv":"X25519","kty":"OKP","x":"%b"}' % x.encode("ascii")).digest()
    return base64url.encode(digest).decode("ascii")


def private(private_jwk: str) -> OKPKey:
    """The private key in a form that joserfc works with.

    Raises:
        DamagedKeyError: no private key that files can be sealed to.
    """
    key = private_key(private_jwk, curve="X25519")
    if key is None:
        raise DamagedKeyError
    return key


def public(untrusted_x: str) -> OKPKey:
    """The public key in a form that joserfc works with.

    Raises:
        CertificateRefused: no such key, or one that keeps nothing secret.
    """
    raw = checked(untrusted_x)
    return OKPKey.import_key(OKPKey.binding.from_public_bytes("X25519", raw))


def checked(untrusted_x: str) -> bytes:
    """The bytes of a public key.

    Raises:
        CertificateRefused: no such key, or one that keeps nothing secret.
    """
    if not untrusted_x.isascii():
        raise CertificateRefused(Refusal.BAD_KEY)
    raw = base64url.decode(untrusted_x.encode("ascii"))
    if len(raw) != _LENGTH:
        raise CertificateRefused(Refusal.BAD_KEY)
    coordinate = int.from_bytes(raw, "little")
    if coordinate & (2**255 - 1) in _LOW_ORDER:
        raise CertificateRefused(Refusal.WEAK_KEY)
    if coordinate >= _FIELD:
        raise CertificateRefused(Refusal.BAD_KEY)
    return raw
