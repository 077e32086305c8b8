"""Base64url as JWS writes it: one text for one value, no padding, no stray bits."""

import binascii

from nickaudit.domain.certificate import CertificateRefused, Refusal


def encode(value: bytes) -> bytes:
    """The one right text for these bytes."""
    return binascii.b2a_base64(value, newline=False).rstrip(b"=").replace(b"+", b"-").replace(b"/", b"_")


def decode(untrusted: bytes) -> bytes:
    """The bytes this text stands for.

    Raises:
        CertificateRefused: another text than `encode` would write.
    """
    if b"+" in untrusted or b"/" in untrusted or b"=" in untrusted:
        raise CertificateRefused(Refusal.NOT_CANONICAL)
    text = untrusted.replace(b"-", b"+").replace(b"_", b"/") + b"=" * (-len(untrusted) % 4)
    try:
        value = binascii.a2b_base64(text, strict_mode=True)
    except binascii.Error as err:
        raise CertificateRefused(Refusal.NOT_CANONICAL) from err
    over = len(value) % 3
    # Only the last characters can hold bits that no byte needs.
    if over and encode(value[-over:]) != untrusted[-over - 1 :]:
        raise CertificateRefused(Refusal.NOT_CANONICAL)
    return value
