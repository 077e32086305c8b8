"""The recovery key: the one key that opens everything, saved in a file under a passphrase or printed."""

import unicodedata

from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from nickaudit.credentials import base64url, encryption_key, signing_key
from nickaudit.credentials.encryption_key import kid_of
from nickaudit.credentials.recovery_print import RecoveryPrintError, from_print, printed
from nickaudit.credentials.strict_json import parse_object
from nickaudit.domain.certificate import CertificateRefused
from nickaudit.domain.errors import NickAuditError

__all__ = [
    "LARGEST",
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

ROUNDS = 210_000
SHORTEST_PASSPHRASE = 12
"""Characters: three short words."""

LARGEST = 4096
"""Bytes of a recovery file, and of a sealed key."""


class RecoveryFileError(NickAuditError):
    """This is not a recovery file, or it is damaged. Look for another copy, or use the printed key."""


class PassphraseError(NickAuditError):
    """That passphrase does not open this file. Look for a typing mistake, then try again."""


class ShortPassphraseError(NickAuditError):
    """That passphrase is too short. Use at least 12 characters, such as three words."""


class OtherSchoolKeyError(NickAuditError):
    """This recovery key does not belong to this school file. Look for the school's own key."""


def _registry(*algorithms: str) -> jwe.JWERegistry:
    return jwe.JWERegistry(algorithms=[*algorithms, "A256GCM"])


def lock(private_jwk: str, *, passphrase: str) -> bytes:
    """The recovery file: the key under a passphrase.

    Raises:
        ShortPassphraseError: too few characters.
        DamagedKeyError: no recovery key.
    """
    secret = _secret(passphrase)
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise ShortPassphraseError
    encryption_key.private(private_jwk)
    header = {"alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "cty": "jwk+json", "p2c": ROUNDS}
    return jwe.encrypt_compact(header, private_jwk, secret, registry=_registry("PBES2-HS512+A256KW")).encode()


def unlock(untrusted: bytes, *, passphrase: str) -> str:
    """The private key in a recovery file.

    Raises:
        RecoveryFileError: no recovery file.
        PassphraseError: it does not open with this passphrase.
    """
    header = _header(untrusted)
    if set(header) != {"alg", "enc", "cty", "p2s", "p2c"} or header["p2c"] != ROUNDS:
        raise RecoveryFileError
    try:
        opened = jwe.decrypt_compact(
            untrusted, _secret(passphrase), registry=_registry("PBES2-HS512+A256KW")
        ).plaintext
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, AssertionError) as err:
        raise PassphraseError from err
    key = (opened or b"").decode("utf-8", "replace")
    if signing_key.private_key(key, curve="X25519") is None:
        raise RecoveryFileError
    return key


def seal_key(private_jwk: str, *, recovery: str) -> str:
    """A signing key sealed so that only the recovery key opens it."""
    header = {"alg": "ECDH-ES+A256KW", "enc": "A256GCM", "cty": "jwk+json", "kid": kid_of(recovery)}
    return jwe.encrypt_compact(
        header, private_jwk, encryption_key.public(recovery), registry=_registry("ECDH-ES+A256KW")
    )


def unseal_key(sealed: str, *, recovery_jwk: str) -> str:
    """The signing key in a school file.

    Raises:
        OtherSchoolKeyError: it is sealed for another recovery key.
        RecoveryFileError: damaged.
    """
    key = encryption_key.private(recovery_jwk)
    header = _header(sealed.encode())
    if header.get("kid") != kid_of(encryption_key.public_of(recovery_jwk)):
        raise OtherSchoolKeyError
    try:
        opened = jwe.decrypt_compact(sealed, key, registry=_registry("ECDH-ES+A256KW")).plaintext
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, AssertionError) as err:
        raise RecoveryFileError from err
    signing = (opened or b"").decode("utf-8", "replace")
    if not signing_key.is_usable(signing):
        raise RecoveryFileError
    return signing


def _header(untrusted: bytes) -> dict[str, object]:
    if len(untrusted) > LARGEST:
        raise RecoveryFileError
    try:
        return parse_object(base64url.decode(untrusted.partition(b".")[0]))
    except CertificateRefused as err:
        raise RecoveryFileError from err


def _secret(passphrase: str) -> OctKey:
    """The same bytes for the same passphrase on every keyboard."""
    return OctKey.import_key(unicodedata.normalize("NFKC", passphrase.strip()).encode("utf-8"))
