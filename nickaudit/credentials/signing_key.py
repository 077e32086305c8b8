"""Private Ed25519 keys as they are kept: the JSON text of a JWK."""

import json

from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from nickaudit.credentials import did_jwk
from nickaudit.domain.errors import NickAuditError


class DamagedKeyError(NickAuditError):
    """A key kept on this computer is damaged. Get it back with the school's recovery key."""


def new_key() -> str:
    """A new private key."""
    return json.dumps(OKPKey.generate_key("Ed25519").as_dict(private=True), sort_keys=True)


def is_usable(private_jwk: str) -> bool:
    """Whether this text is a private key that can sign."""
    return private_key(private_jwk, curve="Ed25519") is not None


def public_x(private_jwk: str) -> str:
    """The public part of a signing key, the `x` of its JWK.

    Raises:
        DamagedKeyError: no usable key.
    """
    key = private_key(private_jwk, curve="Ed25519")
    if key is None:
        raise DamagedKeyError
    return str(key.as_dict(private=False)["x"])


def fingerprint_of(private_jwk: str) -> str:
    """What the signer with this key is called (RFC 7638 thumbprint).

    Raises:
        DamagedKeyError: no usable key.
    """
    return did_jwk.public_key_of(public_x(private_jwk)).fingerprint


def private_key(private_jwk: str, *, curve: str) -> OKPKey | None:
    """The key in a form that joserfc works with; None where the text is no private key of that curve."""
    try:
        key = OKPKey.import_key(json.loads(private_jwk))
        fits = key.as_dict(private=False)["x"] == OKPKey.binding.export_public_key(key.public_key)["x"]
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return key if fits and key.is_private and key.curve_name == curve else None
