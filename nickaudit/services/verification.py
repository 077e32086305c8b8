"""Checking a certificate: the signed file itself, or the PDF it is attached to. Never loads Qt."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from nickaudit.domain.certificate import CertificateRefused, Claims, Refusal, Verified


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


@dataclass(frozen=True, slots=True)
class Opened:
    """A certificate as it came in: the signed bytes and what they say."""

    signed: bytes
    verified: Verified
    is_pdf: bool


def open_certificate(untrusted: bytes) -> Opened:
    """The certificate in these bytes, a signed file or a PDF; which, their content says and not a name.

    Raises:
        CertificateRefused: with the reason; nothing else.
    """
    from nickaudit.credentials import certificate_jwt
    from nickaudit.documents import attachment

    is_pdf = attachment.is_pdf(untrusted)
    signed = attachment.signed_file_in(untrusted) if is_pdf else untrusted
    return Opened(signed, certificate_jwt.verify(signed), is_pdf)


def read_untrusted(path: Path) -> bytes:
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


def verify_file(path: Path) -> Verdict:
    """Whether the certificate in this file is unchanged, and what it says. No file makes it fail."""
    from nickaudit.documents.attachment import is_pdf

    untrusted = b""
    try:
        untrusted = read_untrusted(path)
        opened = open_certificate(untrusted)
    except CertificateRefused as refused:
        return Verdict(path, refused.reason, is_pdf=is_pdf(untrusted))
    return Verdict(path, None, opened.verified.claims, opened.verified.key, opened.is_pdf)
