"""The name of a key (`did:jwk:…`): the public Ed25519 key itself, written as one word.

A certificate carries its own key in this form, so anybody can check it without a list of keys.
"""

import hashlib
import re
from typing import NamedTuple

from nickaudit.credentials import base64url
from nickaudit.credentials.strict_json import parse_object
from nickaudit.domain.certificate import CertificateRefused, Refusal

FRAGMENT = "#0"
"""Stands after the name of a signer and means its one key."""

_PREFIX = "did:jwk:"

_JWK = re.compile(rb'\{"crv":"Ed25519","kty":"OKP","x":"([A-Za-z0-9_-]{43})"\}')

_FIELD = 2**255 - 19
"""Coordinates of the curve are counted modulo this prime."""

_LOW_ORDER = frozenset({
    0,
    1,
    2707385501144840649318225287225658788936804267575313519463743609750303402022,
    55188659117513257062467267217118295137698188065244968500265048394206261417927,
    _FIELD - 1,
    _FIELD,
    _FIELD + 1,
})  # fmt: skip
"""The y of the eight points of low order, and the two other spellings of 0 and 1.

With such a key one signature fits many texts, so it proves nothing. The sign of x makes eight of the five.
"""


class PublicKey(NamedTuple):
    """A key that certificates are checked with, and what it is called."""

    raw: bytes
    """The public part, 32 bytes."""
    fingerprint: str
    """Thumbprint of the JWK (RFC 7638, SHA-256, base64url)."""
    x: str
    """The public part as in its JWK."""


def did_of(x: str) -> str:
    """The name of the key whose public part is this (the `x` of its JWK)."""
    return _PREFIX + base64url.encode(_jwk_of(x)).decode("ascii")


def public_key_in(untrusted_kid: str) -> PublicKey:
    """The one key that this name stands for.

    Raises:
        CertificateRefused: no such name, not exactly one public Ed25519 key, a private or a low-order one.
    """
    if (
        not untrusted_kid.startswith(_PREFIX)
        or not untrusted_kid.endswith(FRAGMENT)
        or not untrusted_kid.isascii()
    ):
        raise CertificateRefused(Refusal.BAD_KEY)
    jwk = base64url.decode(untrusted_kid[len(_PREFIX) : -len(FRAGMENT)].encode("ascii"))
    match = _JWK.fullmatch(jwk)
    if match is None:
        raise CertificateRefused(_fault_of(jwk))
    raw = base64url.decode(match[1])
    _refuse_weak(raw)
    digest = hashlib.sha256(jwk).digest()  # written so, the JWK is what RFC 7638 hashes
    return PublicKey(raw, base64url.encode(digest).decode("ascii"), match[1].decode("ascii"))


def public_key_of(untrusted_x: str) -> PublicKey:
    """The key whose public part is this (the `x` of its JWK).

    Raises:
        CertificateRefused: no public Ed25519 key, or a low-order one.
    """
    if not untrusted_x.isascii():
        raise CertificateRefused(Refusal.BAD_KEY)
    return public_key_in(did_of(untrusted_x) + FRAGMENT)


def _jwk_of(x: str) -> bytes:
    return b'{"crv":"Ed25519","kty":"OKP","x":"%b"}' % x.encode("ascii")


def _fault_of(untrusted_jwk: bytes) -> Refusal:
    """Why these bytes are not the one way in which a public Ed25519 key is written here."""
    try:
        jwk = parse_object(untrusted_jwk)
    except CertificateRefused as err:
        return Refusal.BAD_KEY if err.reason is Refusal.NOT_A_CERTIFICATE else err.reason
    return Refusal.PRIVATE_KEY_INSIDE if "d" in jwk else Refusal.BAD_KEY


def _refuse_weak(key: bytes) -> None:
    y = int.from_bytes(key, "little") & (2**255 - 1)
    if y in _LOW_ORDER:
        raise CertificateRefused(Refusal.WEAK_KEY)
    if y >= _FIELD:
        raise CertificateRefused(Refusal.BAD_KEY)
