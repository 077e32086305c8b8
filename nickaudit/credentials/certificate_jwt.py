"""The signed file: claims to a `vc+jwt` and back, with every way in which a file may be refused.

joserfc checks algorithm and signature. What it lets through (a name twice, any type, extra members, keys that
prove nothing) is refused here, before it and after it, each with its own reason.
"""

import json
import re

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from nickaudit.credentials import base64url, did_jwk, wire
from nickaudit.credentials.sound_claims import is_sound
from nickaudit.credentials.strict_json import parse_object
from nickaudit.domain.certificate import CertificateRefused, Claims, Leaf, Refusal, Verified

LARGEST = 64 * 1024
"""Bytes of a signed file."""

_ALGORITHM = "Ed25519"
_TYPE = "vc+jwt"
_HEADER = re.compile(rb'\{"alg":"Ed25519","kid":"([!#-\[\]-~]+)","typ":"vc\+jwt"\}')
"""The one header there is, as joserfc writes it; the name of the key is anything without a quotation mark."""

_SIGNATURE_LENGTH = 86
"""Characters of an Ed25519 signature in base64url."""

_REGISTRY = jws.JWSRegistry(algorithms=[_ALGORITHM])


def new_key() -> str:
    """A new private key, as the JSON text of its JWK."""
    return json.dumps(OKPKey.generate_key("Ed25519").as_dict(private=True), sort_keys=True)


def is_usable(private_jwk: str) -> bool:
    """Whether this text is a private key that certificates can be signed with."""
    return _private_key(private_jwk) is not None


def sign(claims: Claims, *, private_jwk: str) -> bytes:
    """The signed file for these claims.

    Raises:
        CertificateRefused: a value that no certificate may carry, or no usable key.
    """
    key = _private_key(private_jwk)
    if key is None:
        raise CertificateRefused(Refusal.BAD_KEY)
    if not is_sound(claims):
        raise CertificateRefused(Refusal.UNEXPECTED_CONTENT)
    did = did_jwk.did_of(str(key.as_dict(private=False)["x"]))
    header = {"alg": _ALGORITHM, "kid": did + did_jwk.FRAGMENT, "typ": _TYPE}
    payload = wire.payload_of(claims, issuer=did)
    return jws.serialize_compact(header, payload, key, registry=_REGISTRY).encode("ascii")


def verify(untrusted: bytes) -> Verified:
    """What a signed file says, if it is unchanged since it was signed by the key inside it.

    Raises:
        CertificateRefused: with the reason; nothing else is ever raised.
    """
    header_part, payload_part, signature_part = _parts(untrusted)
    written = base64url.decode(header_part)
    match = _HEADER.fullmatch(written)
    if match is None:
        raise CertificateRefused(_fault_of(parse_object(written)))
    kid = match[1].decode("ascii")
    header: dict[str, object] = {"alg": _ALGORITHM, "kid": kid, "typ": _TYPE}
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
    content = parse_object(payload)
    claims = wire.claims_in(content, issuer=kid.removesuffix(did_jwk.FRAGMENT))
    return Verified(claims=claims, key=signer.fingerprint, leaves=_leaves(header, content, signature_part))


def leaves(untrusted: bytes) -> tuple[Leaf, ...]:
    """Every single value of a signed file, as it stands in the bytes.

    Raises:
        CertificateRefused: the file is not one that `verify` takes.
    """
    return verify(untrusted).leaves


def _private_key(private_jwk: str) -> OKPKey | None:
    try:
        key = OKPKey.import_key(json.loads(private_jwk))
        fits = key.as_dict(private=False)["x"] == OKPKey.binding.export_public_key(key.public_key)["x"]
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return key if fits and key.is_private and key.curve_name == "Ed25519" else None


def _parts(untrusted: bytes) -> tuple[bytes, bytes, bytes]:
    if len(untrusted) > LARGEST:
        raise CertificateRefused(Refusal.TOO_LARGE)
    if not untrusted:
        raise CertificateRefused(Refusal.EMPTY)
    parts = untrusted.split(b".")
    if len(parts) == 3:
        return parts[0], parts[1], parts[2]
    begins_right = untrusted.startswith(b"eyJ") and len(parts) < 3
    raise CertificateRefused(Refusal.CUT_SHORT if begins_right else Refusal.NOT_A_CERTIFICATE)


def _fault_of(header: dict[str, object]) -> Refusal:
    """What is wrong with a header that is not written as ours is."""
    algorithm, kid = header.get("alg"), header.get("kid")
    faults = (
        (_names(header, "d"), Refusal.PRIVATE_KEY_INSIDE),
        (algorithm == "none", Refusal.UNSIGNED),
        (algorithm != _ALGORITHM, Refusal.OTHER_ALGORITHM),
        (header.get("typ") != _TYPE, Refusal.OTHER_TYPE),
        ("crit" in header, Refusal.CRITICAL_HEADER),
        (not isinstance(kid, str) or not kid.isascii(), Refusal.BAD_KEY),
        (len(header) != 3, Refusal.UNEXPECTED_HEADER),
    )
    return next((refusal for holds, refusal in faults if holds), Refusal.NOT_CANONICAL)


def _names(value: object, name: str) -> bool:
    """Whether a member of that name stands anywhere in the value."""
    if isinstance(value, dict):
        return name in value or any(_names(inner, name) for inner in value.values())
    return isinstance(value, list) and any(_names(inner, name) for inner in value)


def _fits(signed: jws.CompactSignature, raw_key: bytes) -> bool:
    try:
        key = OKPKey.import_key(OKPKey.binding.from_public_bytes("Ed25519", raw_key))
        return jws.validate_compact(signed, key, registry=_REGISTRY)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False


def _leaves(header: dict[str, object], payload: dict[str, object], signature: bytes) -> tuple[Leaf, ...]:
    """Every value, in the order of the bytes. Header and payload have been found to have no other shape."""
    found: list[Leaf] = []
    _collect(header, part="header", before="", found=found)
    _collect(payload, part="payload", before="", found=found)
    found.append(Leaf(part="signature", path="", value=signature.decode("ascii")))
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
