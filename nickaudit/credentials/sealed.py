"""The sealed file: a certificate inside a general JSON JWE, opened only by the keys it was sealed to.

The shape, every value and who it is for are checked before joserfc decrypts. What comes out has still to be
verified by the caller, as any file from outside.
"""

import json
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import cast

import msgspec
from joserfc import jwe
from joserfc.errors import JoseError

from nickaudit.credentials import certificate_jwt, encryption_key
from nickaudit.credentials.encryption_key import kid_of, new_encryption_key, public_of
from nickaudit.credentials.sealed_shape import (
    ALGORITHM,
    ENCRYPTION,
    HEADER,
    MOST_RECIPIENTS,
    Recipient,
    Sealed,
    shape_of,
)
from nickaudit.domain.certificate import CertificateRefused, Refusal

__all__ = ["LARGEST", "Unsealer", "is_sealed", "kid_of", "new_encryption_key", "public_of", "seal"]

LARGEST = 96 * 1024
"""Bytes of a sealed file: the largest certificate as base64url, and the keys."""

_BEGINNING = re.compile(rb'\s*\{\s*"(?:protected|unprotected|iv|aad|ciphertext|tag|recipients)"')


class _Registry(jwe.JWERegistry):
    max_ciphertext_length = LARGEST


_REGISTRY = _Registry(algorithms=[ALGORITHM, ENCRYPTION])


def seal(signed: bytes, *, to: Sequence[str]) -> bytes:
    """A sealed file that only the owners of these keys can open. Each call gives other bytes.

    Args:
        signed: The signed certificate.
        to: Public X25519 keys, each the `x` of its JWK; a key that stands twice counts once.

    Raises:
        CertificateRefused: none or too many keys, one that keeps nothing secret, or too large a file.
    """
    keys = tuple(dict.fromkeys(to))
    if not 0 < len(keys) <= MOST_RECIPIENTS:
        raise CertificateRefused(Refusal.WRONG_RECIPIENTS)
    if len(signed) > certificate_jwt.LARGEST:
        raise CertificateRefused(Refusal.TOO_LARGE)
    letter = jwe.GeneralJSONEncryption(dict(HEADER), signed)
    for x in keys:
        key = encryption_key.public(x)
        letter.add_recipient({"alg": ALGORITHM, "kid": kid_of(x)}, key)
    sealed = jwe.encrypt_json(letter, None, registry=_REGISTRY)
    return json.dumps(sealed, separators=(",", ":")).encode("ascii")


def is_sealed(untrusted: bytes) -> bool:
    """Whether these bytes begin as a sealed file does (and so are for `Unsealer`, not for `verify`)."""
    return _BEGINNING.match(untrusted, 0, 200) is not None


class Unsealer:
    """Opens sealed files with the keys of one reader. It may be used from several threads."""

    def __init__(
        self,
        private_jwks: Sequence[str],
        *,
        may_be_for: frozenset[frozenset[str]] | None = None,
        for_others: Mapping[frozenset[str], Refusal] = MappingProxyType({}),
    ) -> None:
        """Takes the keys in once, for any number of files.

        Args:
            private_jwks: Private X25519 keys, of which any may open a file.
            may_be_for: Every set of recipients that the school has had, as names of keys (`kid_of`);
                None where no school file says who they are.
            for_others: What to say of a file that these recipients are to open, and nobody here.

        Raises:
            DamagedKeyError: one of the texts is no private key.
        """
        keys = [encryption_key.private(each) for each in private_jwks]
        self._keys = {kid_of(str(key.as_dict(private=False)["x"])): key for key in keys}
        self._may_be_for = may_be_for
        self._for_others = for_others

    def open(self, untrusted: bytes) -> bytes:
        """What is inside. It was made by anybody who knows the public keys: verify it.

        Raises:
            CertificateRefused: with the reason; nothing else is ever raised.
        """
        if len(untrusted) > LARGEST:
            raise CertificateRefused(Refusal.TOO_LARGE)
        sealed = shape_of(untrusted)
        mine = next((each for each in sealed.recipients if each.header.kid in self._keys), None)
        names = frozenset(each.header.kid for each in sealed.recipients)
        if mine is None:
            raise CertificateRefused(self._for_others.get(names, Refusal.SEALED_FOR_OTHERS))
        if len(names) != len(sealed.recipients):
            raise CertificateRefused(Refusal.WRONG_RECIPIENTS)
        if self._may_be_for is not None and names not in self._may_be_for:
            raise CertificateRefused(Refusal.WRONG_RECIPIENTS)
        return self._decrypted(sealed, mine)

    def _decrypted(self, sealed: Sealed, mine: Recipient) -> bytes:
        # With another's share of the key in it, joserfc would fail on that share.
        letter = msgspec.to_builtins(sealed)
        letter["recipients"] = [msgspec.to_builtins(mine)]
        try:
            opened = jwe.decrypt_json(
                cast(jwe.GeneralJSONSerialization, letter), self._keys[mine.header.kid], registry=_REGISTRY
            )
        except (JoseError, ValueError, TypeError, KeyError, AttributeError, AssertionError) as err:
            raise CertificateRefused(Refusal.SEAL_BROKEN) from err
        if opened.plaintext is None:
            raise CertificateRefused(Refusal.SEAL_BROKEN)
        return opened.plaintext
