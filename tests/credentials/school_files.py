"""A school with its keys, and files in its name."""

import datetime as dt
import json
from typing import Any

import msgspec

from nickaudit.credentials import envelope, recovery, school_file, sealed, signing_key
from nickaudit.domain.ids import ContactId, RoleId
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import Reader, SchoolFile, VerifiedSchool
from tests.credentials.sealing import HEAD_X, RECOVERY_X

TODAY = dt.date(2026, 11, 25)
SCHOOL_ID = "ab" * 16
TYPE = "nickaudit-school+jwt"
HAND_OVER_TYPE = "nickaudit-hand-over+jwt"

FIRST, SECOND, THIRD, THIEF = (school_file.new_signing_key() for _ in range(4))
"""Signing keys: of the school, one after the other, and of somebody else."""

RECEIPTS, CHAIR_RECEIPTS = (signing_key.new_key() for _ in range(2))
CHAIR_X = sealed.public_of(sealed.new_encryption_key())
SEALED_KEY = recovery.seal_key(FIRST, recovery=RECOVERY_X)


def x_of(private_jwk: str) -> str:
    return signing_key.public_x(private_jwk)


def make_reader(**changes: Any) -> Reader:
    values = {
        "title": "the headteacher",
        "name": "Oriel Marsh",
        "key": HEAD_X,
        "receipt_key": x_of(RECEIPTS),
    }
    return Reader(**{**values, **changes})


def make_school(**changes: Any) -> SchoolFile:
    values: dict[str, Any] = {
        "school_id": SCHOOL_ID,
        "sequence": 1,
        "signed_on": TODAY,
        "name": "St Nicholas CE Primary School",
        "short_name": "St Nicholas",
        "contacts": (
            Contact(id=ContactId("dsl"), title="the safeguarding lead", email="dsl@school.example"),
        ),
        "policy_id": "st-nicholas",
        "policy_title": "Social media, May 2018",
        "policy_hash": "5d" * 32,
        "adopted": "2018-05",
        "next_review": "2018-09",
        "readers": (make_reader(),),
        "head_roles": (RoleId("headteacher"),),
        "head_reader": make_reader(
            title="the chair of governors", key=CHAIR_X, receipt_key=x_of(CHAIR_RECEIPTS)
        ),
        "recovery": RECOVERY_X,
        "sealed_signing_key": SEALED_KEY,
    }
    return SchoolFile(**{**values, **changes})


def signed(private_jwk: str = FIRST, **changes: Any) -> bytes:
    return school_file.sign_school(make_school(**changes), private_jwk=private_jwk)


def in_use(private_jwk: str = FIRST, **changes: Any) -> VerifiedSchool:
    return school_file.verify_school(signed(private_jwk, **changes))


def step(old: str, new: str, sequence: int, *, school_id: str = SCHOOL_ID) -> str:
    return school_file.hand_over(school_id, sequence=sequence, to=x_of(new), private_jwk=old)


def plain(school: SchoolFile | None = None, **changes: Any) -> dict[str, Any]:
    """A school file as plain values, with any change."""
    values: dict[str, Any] = json.loads(msgspec.json.encode(school or make_school()))
    return {**values, **changes}


def forged(values: dict[str, Any] | bytes, *, private_jwk: str = FIRST, typ: str = TYPE) -> bytes:
    """Any payload and type, rightly signed."""
    payload = values if isinstance(values, bytes) else json.dumps(values).encode()
    return envelope.sign_json(payload, typ=typ, private_jwk=private_jwk)
