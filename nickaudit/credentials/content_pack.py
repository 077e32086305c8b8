"""The content pack: the school's own policy pack and platforms, signed with the school's key."""

import re

import msgspec

from nickaudit.credentials import envelope
from nickaudit.credentials.school_refused import as_school_refusal
from nickaudit.credentials.sound_claims import is_line
from nickaudit.domain.certificate import CertificateRefused
from nickaudit.domain.school import ContentPack, SchoolFileRefused, SchoolRefusal, VerifiedSchool

LARGEST = 2 * 1024 * 1024
"""Bytes of a content pack."""

MOST_FILES = 200
LONGEST_PATH = 120
LONGEST_LINE = 300
_MOST_LINES = 500

_TYPE = "nickaudit-content+jwt"
_NAME = r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|/))[a-z0-9][a-z0-9_-]*"
"""A name that means the same on every system: lower case, and none that Windows keeps for devices."""

_PATH = re.compile(
    rf"policies/{_NAME}/policy\.toml|platforms/(?:shared/)?{_NAME}\.toml|wording/en/{_NAME}\.toml"
)
_SCHOOL_ID = re.compile(r"[0-9a-f]{32}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


def sign_pack(pack: ContentPack, *, private_jwk: str) -> bytes:
    """The signed content pack.

    Raises:
        DamagedKeyError: no usable key.
        SchoolFileRefused: a path or value that no pack may carry, or too large.
    """
    if not _is_sound(pack):
        raise SchoolFileRefused(SchoolRefusal.UNEXPECTED_CONTENT)
    payload = msgspec.json.encode(pack)
    if len(payload) * 4 // 3 + 1024 > LARGEST:
        raise SchoolFileRefused(SchoolRefusal.TOO_LARGE)
    return envelope.sign_json(payload, typ=_TYPE, private_jwk=private_jwk)


def open_pack(untrusted: bytes, *, school: VerifiedSchool) -> ContentPack:
    """What is in a content pack of this school. Its files are to be checked as any content.

    Raises:
        SchoolFileRefused: with the reason; nothing else is ever raised.
    """
    try:
        opened = envelope.open_json(untrusted, typ=_TYPE, limit=LARGEST)
    except CertificateRefused as err:
        raise SchoolFileRefused(as_school_refusal(err.reason)) from err
    try:
        pack = msgspec.convert(opened.payload, ContentPack)
    except ValueError as err:
        raise SchoolFileRefused(SchoolRefusal.UNEXPECTED_CONTENT) from err
    if pack.school_id != school.school.school_id:
        raise SchoolFileRefused(SchoolRefusal.FOREIGN_SCHOOL)
    if opened.key != school.key:
        raise SchoolFileRefused(SchoolRefusal.FOREIGN_SIGNER)
    if not _is_sound(pack):
        raise SchoolFileRefused(SchoolRefusal.UNEXPECTED_CONTENT)
    return pack


def _is_sound(pack: ContentPack) -> bool:
    return (
        _SCHOOL_ID.fullmatch(pack.school_id) is not None
        and 0 < pack.sequence <= 1_000_000
        and 0 < len(pack.files) <= MOST_FILES
        and all(len(path) <= LONGEST_PATH and _PATH.fullmatch(path) for path in pack.files)
        and (not pack.what_changed or is_line(pack.what_changed, LONGEST_LINE))
        and len(pack.asks_again) <= _MOST_LINES
        and len(pack.asked_before) <= _MOST_LINES
        and all(_ID.fullmatch(each) for each in (*pack.asks_again, *pack.asked_before))
        and all(0 < number < pack.sequence for number in pack.asked_before.values())
    )
