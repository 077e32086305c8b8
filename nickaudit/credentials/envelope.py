"""A signed JSON object as a compact JWS: the one form of every file that we sign, read strictly.

joserfc checks algorithm and signature. What it lets through (a name twice, any type, extra members, keys that
prove nothing) is refused here, before it and after it, each with its own reason.
"""

import functools
import re
from typing import NamedTuple

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from nickaudit.credentials import base64url, did_jwk
from nickaudit.credentials.signing_key import DamagedKeyError, private_key
from nickaudit.credentials.strict_json import names, parse_object
from nickaudit.domain.certificate import CertificateRefused, Refusal

_ALGORITHM = "Ed25519"
_SIGNATURE_LENGTH = 86
"""Characters of an Ed25519 signature in base64url."""


class _Registry(jws.JWSRegistry):
    max_payload_length = 4 * 1024 * 1024
    """joserfc's own limit is below a content pack; how large a file may be is said by whoever opens it."""


_REGISTRY = _Registry(algorithms=[_ALGORITHM])


class Opened(NamedTuple):
    """A signed file whose signature fits the key inside it."""

    payload: dict[str, object]
    key: str
    """Fingerprint of the signer (RFC 7638 thumbprint, SHA-256, base64url)."""
    x: str
    """Public key of the signer, as in its JWK."""
    did: str
    """Name of the signer, the key written as one word."""
    header: dict[str, object]
    signature: str


def sign_json(payload: bytes, *, typ: str, private_jwk: str) -> bytes:
    """The signed file with this JSON object in it.

    Raises:
        DamagedKeyError: no usable key.
    """
    key = private_key(private_jwk, curve="Ed25519")
    if key is None:
        raise DamagedKeyError
    did = did_jwk.did_of(str(key.as_dict(private=False)["x"]))
    header = {"alg": _ALGORITHM, "kid": did + did_jwk.FRAGMENT, "typ": typ}
    return jws.serialize_compact(header, payload, key, registry=_REGISTRY).encode("ascii")


def open_json(untrusted: bytes, *, typ: str, limit: int) -> Opened:
    """What a signed file of that type says, if it is unchanged since it was signed by the key inside it.

    Args:
        untrusted: The file.
        typ: The one type it may have.
        limit: Bytes it may have at most.

    Raises:
        CertificateRefused: with the reason; nothing else is ever raised.
    """
    header_part, payload_part, signature_part = _parts(untrusted, limit)
    written = base64url.decode(header_part)
    match = _header_of(typ).fullmatch(written)
    if match is None:
        raise CertificateRefused(_fault_of(parse_object(written), typ))
    kid = match[1].decode("ascii")
    header: dict[str, object] = {"alg": _ALGORITHM, "kid": kid, "typ": typ}
    signer = did_jwk.public_key_in(kid)
    if len(signature_part) < _SIGNATURE_LENGTH:
        raise CertificateRefused(Refusal.CUT_SHORT)
    base64url.decode(signature_part)
    payload = base64url.decode(payload_part)
    # Given what was parsed here, joserfc cannot read the same bytes differently.
    signed = jws.CompactSignature(header, payload)
    signed.segments = {"header": header_part, "payload": payload_part, "signature": signature_part}
    if not _fits(signed, signer.raw):
        raise CertificateRefused(Refusal.CHANGED)
    return Opened(
        payload=parse_object(payload),
        key=signer.fingerprint,
        x=signer.x,
        did=kid.removesuffix(did_jwk.FRAGMENT),
        header=header,
        signature=signature_part.decode("ascii"),
    )


@functools.cache
def _header_of(typ: str) -> re.Pattern[bytes]:
    """The one header there is, as joserfc writes it; a key's name is anything without a quotation mark."""
    escaped = re.escape(typ.encode("ascii"))
    return re.compile(rb'\{"alg":"Ed25519","kid":"([!#-\[\]-~]+)","typ":"%b"\}' % escaped)


def _parts(untrusted: bytes, limit: int) -> tuple[bytes, bytes, bytes]:
    if len(untrusted) > limit:
        raise CertificateRefused(Refusal.TOO_LARGE)
    if not untrusted:
        raise CertificateRefused(Refusal.EMPTY)
    parts = untrusted.split(b".", 3)
    if len(parts) == 3:
        return parts[0], parts[1], parts[2]
    begins_right = untrusted.startswith(b"eyJ") and len(parts) < 3
    raise CertificateRefused(Refusal.CUT_SHORT if begins_right else Refusal.NOT_A_CERTIFICATE)


def _fault_of(header: dict[str, object], typ: str) -> Refusal:
    """What is wrong with a header that is not written as ours is."""
    algorithm, kid = header.get("alg"), header.get("kid")
    faults = (
        (names(header, "d"), Refusal.PRIVATE_KEY_INSIDE),
        (algorithm == "none", Refusal.UNSIGNED),
        (algorithm != _ALGORITHM, Refusal.OTHER_ALGORITHM),
        (header.get("typ") != typ, Refusal.OTHER_TYPE),
        ("crit" in header, Refusal.CRITICAL_HEADER),
        (not isinstance(kid, str) or not kid.isascii(), Refusal.BAD_KEY),
        (len(header) != 3, Refusal.UNEXPECTED_HEADER),
    )
    return next((refusal for holds, refusal in faults if holds), Refusal.NOT_CANONICAL)


def _fits(signed: jws.CompactSignature, raw_key: bytes) -> bool:
    try:
        key = OKPKey.import_key(OKPKey.binding.from_public_bytes("Ed25519", raw_key))
        return jws.validate_compact(signed, key, registry=_REGISTRY)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False
