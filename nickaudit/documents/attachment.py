"""The signed file inside a PDF, read back within narrow limits. Nothing else of the PDF counts."""

import io
import itertools
import logging

from nickaudit.domain.certificate import CertificateRefused, Refusal

ATTACHMENT_NAME = "certificate.nickaudit-certificate"
"""The name of the one attachment."""

LARGEST_PDF = 2 * 1024 * 1024
LARGEST_ATTACHMENT = 64 * 1024


def is_pdf(untrusted: bytes) -> bool:
    """Whether these bytes mean to be a PDF, whatever their file is called."""
    return b"%PDF-" in untrusted[:1024]


def signed_file_in(untrusted_pdf: bytes) -> bytes:
    """The signed file attached to a certificate's PDF.

    Raises:
        CertificateRefused: too large, unreadable, or not exactly one attachment of the expected name.
    """
    if len(untrusted_pdf) > LARGEST_PDF:
        raise CertificateRefused(Refusal.TOO_LARGE)
    found = _attachments(untrusted_pdf)
    if [name for name, _ in found] != [ATTACHMENT_NAME]:
        raise CertificateRefused(Refusal.PDF_WITHOUT_CERTIFICATE)
    content = found[0][1]
    if len(content) > LARGEST_ATTACHMENT:
        raise CertificateRefused(Refusal.TOO_LARGE)
    return content


def _attachments(untrusted_pdf: bytes) -> list[tuple[str, bytes]]:
    """Names and contents of at most two attachments: a second one is refused whatever it is."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it has to say of a file ends in our refusal
    try:
        reader = PdfReader(io.BytesIO(untrusted_pdf), strict=True)
        return [(each.name, each.content) for each in itertools.islice(reader.attachment_list, 2)]
    except Exception as err:
        raise CertificateRefused(Refusal.PDF_UNREADABLE) from err
