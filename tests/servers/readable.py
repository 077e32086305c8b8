"""What somebody who gets at a file can read in it: its bytes, and whatever base64 in it stands for."""

import base64
import binascii
import re

WORDS = ("rosalind", "nicholas", "assistant", "school", "social", "instagram")
"""Of the name, the school, the role, the policy, and a site."""

_PIECE = re.compile(rb"[A-Za-z0-9+/_-]{12,}")
_DEEPEST = 4
"""A signed file's key is base64 inside of base64."""


def readable(content: bytes, words: tuple[str, ...] = WORDS, *, depth: int = _DEEPEST) -> set[str]:
    """Those of the words that can be read."""
    found = {word for word in words if word.encode() in content.lower()}
    if depth:
        for piece in _PIECE.findall(content):
            found |= readable(_decoded(piece), words, depth=depth - 1)
    return found


def _decoded(piece: bytes) -> bytes:
    plain = piece.replace(b"-", b"+").replace(b"_", b"/")
    try:
        return base64.b64decode(plain + b"=" * (-len(plain) % 4))
    except binascii.Error:
        return b""
