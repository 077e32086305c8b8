"""The recovery key: opens every certificate and the school's signing key; kept in a file or on paper."""

import unicodedata
from typing import Literal, TypeVar

import msgspec
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import OctKey, OKPKey
from msgspec import Struct

from nickaudit.credentials import base64url, encryption_key, signing_key
from nickaudit.credentials.encryption_key import kid_of
from nickaudit.credentials.recovery_print import RecoveryPrintError, from_print, printed
from nickaudit.credentials.sealed_shape import ALGORITHM, ENCRYPTION, EphemeralKey
from nickaudit.credentials.strict_json import parse_object
from nickaudit.domain.certificate import CertificateRefused
from nickaudit.domain.errors import NickAuditError

__all__ = [
    "LARGEST",
    "SHORTEST_PASSPHRASE",
    "OtherSchoolKeyError",
    "PassphraseError",
    "RecoveryFileError",
    "RecoveryPrintError",
    "ShortPassphraseError",
    "from_print",
    "lock",
    "printed",
    "seal_key",
    "unlock",
    "unseal_key",
]

SHORTEST_PASSPHRASE = 14
"""Characters: three words. With fewer the key made of it has less than the 112 bits that are asked for."""

LARGEST = 4096
"""Bytes of a recovery file, and of a sealed key."""

_ROUNDS = 210_000
_FROM_PASSPHRASE = "PBES2-HS512+A256KW"  # noqa: S105  (the name of an algorithm)
_CONTENT = "jwk+json"


class RecoveryFileError(NickAuditError):
    """This is not a recovery file, or it is damaged. Use another copy, or the printed key."""


class PassphraseError(NickAuditError):
    """That passphrase does not open this file. Look for a typing mistake, then try again."""


class ShortPassphraseError(NickAuditError):
    """That passphrase is too short. Use at least 14 characters, such as three words."""


class OtherSchoolKeyError(NickAuditError):
    """This recovery key does not belong to this school file. Look for the one made with it."""


class _LockHeader(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    alg: Literal["PBES2-HS512+A256KW"]
    enc: Literal["A256GCM"]
    cty: Literal["jwk+json"]
    p2c: Literal[210_000]
    p2s: str


class _SealHeader(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    alg: Literal["ECDH-ES+A256KW"]
    enc: Literal["A256GCM"]
    cty: Literal["jwk+json"]
    kid: str
    epk: EphemeralKey


Kind = TypeVar("Kind", _LockHeader, _SealHeader)


def lock(private_jwk: str, *, passphrase: str) -> bytes:
    """The recovery file: the key under a passphrase.

    Raises:
        ShortPassphraseError: too few characters.
        DamagedKeyError: no recovery key.
    """
    if len(_normal(passphrase)) < SHORTEST_PASSPHRASE:
        raise ShortPassphraseError
    encryption_key.private(private_jwk)
    header = {"alg": _FROM_PASSPHRASE, "enc": ENCRYPTION, "cty": _CONTENT, "p2c": _ROUNDS}
    locked = jwe.encrypt_compact(
        header, private_jwk, _secret(passphrase), registry=_registry(_FROM_PASSPHRASE)
    )
    return locked.encode("ascii")


def unlock(untrusted: bytes, *, passphrase: str) -> str:
    """The private key in a recovery file.

    Raises:
        RecoveryFileError: no recovery file.
        PassphraseError: it does not open with this passphrase.
    """
    file = untrusted.strip()
    _header(file, _LockHeader)
    if len(_normal(passphrase)) < SHORTEST_PASSPHRASE:
        raise PassphraseError
    key = _decrypted(file, _secret(passphrase), algorithm=_FROM_PASSPHRASE)
    if key is None:
        raise PassphraseError
    if signing_key.private_key(key, curve="X25519") is None:
        raise RecoveryFileError
    return key


def seal_key(private_jwk: str, *, recovery: str) -> str:
    """The school's signing key, sealed so that only the recovery key opens it.

    Args:
        private_jwk: The signing key.
        recovery: Public part of the recovery key, the `x` of its JWK.

    Raises:
        DamagedKeyError: no signing key.
        CertificateRefused: nothing can be sealed to such a recovery key.
    """
    signing_key.public_x(private_jwk)
    key = encryption_key.public(recovery)
    header = {"alg": ALGORITHM, "enc": ENCRYPTION, "cty": _CONTENT, "kid": kid_of(recovery)}
    return jwe.encrypt_compact(header, private_jwk, key, registry=_registry(ALGORITHM))


def unseal_key(untrusted: str, *, recovery_jwk: str) -> str:
    """The school's signing key.

    Args:
        untrusted: As in the school file.
        recovery_jwk: The private recovery key.

    Raises:
        DamagedKeyError: no private recovery key.
        OtherSchoolKeyError: it is sealed for another recovery key.
        RecoveryFileError: damaged.
    """
    recovery = encryption_key.private(recovery_jwk)
    file = untrusted.encode("utf-8", "replace")
    header = _header(file, _SealHeader)
    if header.kid != kid_of(encryption_key.public_of(recovery_jwk)):
        raise OtherSchoolKeyError
    key = _decrypted(file, recovery, algorithm=ALGORITHM)
    if key is None or not signing_key.is_usable(key):
        raise RecoveryFileError
    return key


def _header(untrusted: bytes, kind: type[Kind]) -> Kind:
    """The header of a compact JWE, which is the very one that we write, with everything else well spelt."""
    if len(untrusted) > LARGEST or untrusted.count(b".") != 4:
        raise RecoveryFileError
    try:
        parts = [base64url.decode(each) for each in untrusted.split(b".")]
        header = msgspec.convert(parse_object(parts[0]), kind)
        if isinstance(header, _SealHeader):
            encryption_key.checked(header.epk.x)
    except (CertificateRefused, ValueError) as err:
        raise RecoveryFileError from err
    return header


def _decrypted(untrusted: bytes, key: OctKey | OKPKey, *, algorithm: str) -> str | None:
    """The text inside; None where this is not the key, or the file is damaged."""
    try:
        opened = jwe.decrypt_compact(untrusted, key, registry=_registry(algorithm)).plaintext
        return None if opened is None else opened.decode("utf-8")
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, AssertionError):
        return None


def _registry(algorithm: str) -> jwe.JWERegistry:
    return jwe.JWERegistry(algorithms=[algorithm, ENCRYPTION])


def _secret(passphrase: str) -> OctKey:
    return OctKey.import_key(_normal(passphrase).encode("utf-8", "replace"))


def _normal(passphrase: str) -> str:
    """The same characters for the same passphrase on every keyboard."""
    return unicodedata.normalize("NFKC", passphrase.strip())
