"""The signed file: claims to a `vc+jwt` and back, with every way in which a file may be refused."""

from nickaudit.credentials import envelope, wire
from nickaudit.credentials.did_jwk import did_of
from nickaudit.credentials.signing_key import DamagedKeyError, is_usable, new_key, public_x
from nickaudit.credentials.sound_claims import is_sound
from nickaudit.domain.certificate import CertificateRefused, Claims, Leaf, Refusal, Verified

__all__ = ["LARGEST", "TYPE", "claims_and_key", "is_usable", "new_key", "sign", "verify"]

LARGEST = 64 * 1024
"""Bytes of a signed file."""

TYPE = "vc+jwt"


def sign(claims: Claims, *, private_jwk: str) -> bytes:
    """The signed file for these claims.

    Raises:
        CertificateRefused: a value that no certificate may carry, or no usable key.
    """
    try:
        issuer = did_of(public_x(private_jwk))
    except DamagedKeyError as err:
        raise CertificateRefused(Refusal.BAD_KEY) from err
    if not is_sound(claims):
        raise CertificateRefused(Refusal.UNEXPECTED_CONTENT)
    return envelope.sign_json(wire.payload_of(claims, issuer=issuer), typ=TYPE, private_jwk=private_jwk)


def verify(untrusted: bytes) -> Verified:
    """What a signed file says, if it is unchanged since it was signed by the key inside it.

    Raises:
        CertificateRefused: with the reason; nothing else is ever raised.
    """
    opened, claims = _opened(untrusted)
    return Verified(claims=claims, key=opened.key, leaves=_leaves(opened))


def claims_and_key(untrusted: bytes) -> tuple[Claims, str]:
    """As `verify`, without listing every single value of the file, which only a page to send from shows.

    Raises:
        CertificateRefused: as `verify`.
    """
    opened, claims = _opened(untrusted)
    return claims, opened.key


def _opened(untrusted: bytes) -> tuple[envelope.Opened, Claims]:
    opened = envelope.open_json(untrusted, typ=TYPE, limit=LARGEST)
    return opened, wire.claims_in(opened.payload, issuer=opened.did)


def _leaves(opened: envelope.Opened) -> tuple[Leaf, ...]:
    """Every value, in the order of the bytes. Header and payload have been found to have no other shape."""
    found: list[Leaf] = []
    _collect(opened.header, part="header", before="", found=found)
    _collect(opened.payload, part="payload", before="", found=found)
    found.append(Leaf(part="signature", path="", value=opened.signature))
    return tuple(found)


def _collect(members: dict[str, object], *, part: str, before: str, found: list[Leaf]) -> None:
    for name, value in members.items():
        path = before + name
        if isinstance(value, str):
            found.append(Leaf(part=part, path=path, value=value))
        elif isinstance(value, dict):
            _collect(value, part=part, before=f"{path}.", found=found)
        elif isinstance(value, list):
            found += [Leaf(part=part, path=f"{path}[{n}]", value=each) for n, each in enumerate(value, 1)]
