"""Checking a certificate: the signed file itself, sealed, or attached to a PDF. Never loads Qt."""

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nickaudit.domain.certificate import CertificateRefused, Claims, Refusal
from nickaudit.domain.taken_in import is_practice


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking one file came to."""

    file: Path
    reason: Refusal | None
    """Why it is not accepted; None where it is."""
    claims: Claims | None = None
    key: str = ""
    """Fingerprint of the key it was signed with."""
    is_pdf: bool = False
    """Only its attachment counts; the page may say something else."""

    @property
    def ok(self) -> bool:
        """Unchanged since it was signed by the key inside it."""
        return self.reason is None


def signed_in(untrusted: bytes) -> bytes:
    """The signed file itself, not yet checked; out of a PDF where it is in one.

    Raises:
        CertificateRefused: a PDF that is damaged, or has not exactly one certificate in it.
    """
    from nickaudit.documents.attachment import is_pdf, signed_file_in

    return signed_file_in(untrusted) if is_pdf(untrusted) else untrusted


def _read(path: Path) -> bytes:
    """The file's bytes, no more than a certificate may have.

    Raises:
        CertificateRefused: it cannot be read, is no ordinary file, or is too large.
    """
    from nickaudit.documents.attachment import LARGEST_PDF

    try:
        # A named pipe would be waited for: nothing is opened before it is known to be a file.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise CertificateRefused(Refusal.UNREADABLE)
        with open(path, "rb") as file:
            untrusted = file.read(LARGEST_PDF + 1)
    except (OSError, ValueError) as err:
        raise CertificateRefused(Refusal.UNREADABLE) from err
    if len(untrusted) > LARGEST_PDF:
        raise CertificateRefused(Refusal.TOO_LARGE)
    return untrusted


def verify_file(path: Path, *, keys: Callable[[], Sequence[str]] = tuple) -> Verdict:
    """Whether the certificate in this file is unchanged, and what it says. No file makes it fail.

    Args:
        path: The file.
        keys: Gives the private keys of this computer, and is asked only where the file is sealed.
    """
    from nickaudit.credentials import certificate_jwt
    from nickaudit.credentials.sealed import Unsealer, is_sealed
    from nickaudit.documents.attachment import is_pdf

    untrusted = b""
    try:
        untrusted = _read(path)
        signed = Unsealer(keys()).open(untrusted) if is_sealed(untrusted) else signed_in(untrusted)
        claims, key = certificate_jwt.claims_and_key(signed)
    except CertificateRefused as refused:
        return Verdict(path, refused.reason, is_pdf=is_pdf(untrusted))
    if is_practice(claims):
        return Verdict(path, Refusal.PRACTICE, is_pdf=is_pdf(untrusted))
    return Verdict(path, None, claims, key, is_pdf(untrusted))
