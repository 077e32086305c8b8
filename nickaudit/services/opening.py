"""One file from outside, opened and checked: unsealed where it is sealed, and verified. Never loads Qt.

Thousands are opened by several processes at once (`opening_crew`); what goes between them stands here.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from nickaudit.domain.certificate import CertificateRefused, Refusal
from nickaudit.domain.taken_in import is_practice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Opened = tuple["bytes | Refusal", bool]


class ReaderKeys(Struct, frozen=True):
    """What sealed files are opened with."""

    private_jwks: tuple[str, ...] = ()
    may_be_for: tuple[tuple[str, ...], ...] | None = None
    """Every set of recipients that a school known here has had, as names of keys; None: any."""
    for_others: tuple[tuple[tuple[str, ...], Refusal], ...] = ()
    """What a file is that just these are to open, and nobody here."""


NO_KEYS = ReaderKeys()


class Checked(Struct, frozen=True, array_like=True, gc=False):
    """What one file came to."""

    reason: Refusal | None
    """Why it is not accepted; None where it is."""
    file_hash: str
    """SHA-256 of the file as it lay."""
    is_sealed: bool = False
    hash: str = ""
    """SHA-256 of the signed bytes in it."""
    signed: bytes = b""
    claims: bytes = b""
    """The claims as JSON."""
    key: str = ""


def checker(keys: ReaderKeys) -> Callable[[Iterable[bytes]], list[Checked]]:
    """A function that opens and checks files; the keys are taken in once.

    All are opened, then all verified: that costs less than turning from one to the other for each.
    """
    from nickaudit.credentials.certificate_jwt import claims_and_key
    from nickaudit.credentials.sealed import Unsealer, is_sealed
    from nickaudit.services.verification import signed_in

    may_be_for = None if keys.may_be_for is None else frozenset(map(frozenset, keys.may_be_for))
    for_others = {frozenset(names): reason for names, reason in keys.for_others}
    unsealer = Unsealer(keys.private_jwks, may_be_for=may_be_for, for_others=for_others)

    def opened(untrusted: bytes) -> _Opened:
        was_sealed = is_sealed(untrusted)
        try:
            inside = unsealer.open(untrusted) if was_sealed else signed_in(untrusted)
        except CertificateRefused as refused:
            return refused.reason, was_sealed
        return inside, was_sealed

    def verified(untrusted: bytes, inside: bytes | Refusal, was_sealed: bool) -> Checked:
        file_hash = hashlib.sha256(untrusted).hexdigest()
        if isinstance(inside, Refusal):
            return Checked(inside, file_hash, was_sealed)
        try:
            claims, key = claims_and_key(inside)
        except CertificateRefused as refused:
            return Checked(refused.reason, file_hash, was_sealed)
        if is_practice(claims):
            return Checked(Refusal.PRACTICE, file_hash, was_sealed)
        signed_hash = hashlib.sha256(inside).hexdigest()
        return Checked(None, file_hash, was_sealed, signed_hash, inside, msgspec.json.encode(claims), key)

    def check(files: Iterable[bytes]) -> list[Checked]:
        files = list(files)
        found = list(map(opened, files))
        return [verified(file, *each) for file, each in zip(files, found, strict=True)]

    return check
