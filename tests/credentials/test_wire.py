"""The room a certificate has. These lists grow only by a decision: what is not in them can never be told."""

import json
from typing import Any

import msgspec

from nickaudit.credentials import certificate_jwt, wire
from nickaudit.domain.certificate import Claims
from nickaudit.domain.person import AuditKind
from tests.credentials.forging import PRIVATE_JWK, honest, unb64
from tests.factories import make_claims

CLAIMS = {
    "number", "name", "role", "email", "staff_number", "school", "policy_id", "policy_title",
    "policy_version", "policy_hash", "content_pack", "kind", "finished_on", "next_due", "statement",
}  # fmt: skip
CREDENTIAL = {"@context", "type", "id", "issuer", "validFrom", "validUntil", "credentialSubject"}
SUBJECT = {
    "name", "role", "email", "staffNumber", "school", "kind", "finishedOn", "outcome", "statement", "policy",
    "contentPack", "number",
}  # fmt: skip
POLICY = {"id", "title", "version", "sha256"}


def names(struct: Any) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(struct)}


def payload_of(signed: bytes) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(unb64(signed.decode().split(".")[1]))
    return plain


def test_a_certificate_has_room_for_these_things_only() -> None:
    assert names(Claims) == CLAIMS
    assert names(wire.CredentialOnWire) == CREDENTIAL
    assert names(wire.SubjectOnWire) == SUBJECT
    assert names(wire.PolicyOnWire) == POLICY


def test_no_part_takes_a_name_it_does_not_know() -> None:
    for struct in (Claims, wire.CredentialOnWire, wire.SubjectOnWire, wire.PolicyOnWire):
        assert struct.__struct_config__.forbid_unknown_fields


def test_it_is_a_verifiable_credential() -> None:
    payload = payload_of(honest())
    assert payload["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert payload["type"][0] == "VerifiableCredential"
    assert payload["issuer"].startswith("did:jwk:")
    assert payload["validFrom"] == "2026-11-24T00:00:00Z"
    assert payload["validUntil"] == "2027-11-24T00:00:00Z"


def test_what_was_not_given_is_not_in_the_file() -> None:
    assert SUBJECT - payload_of(honest())["credentialSubject"].keys() == {"email", "staffNumber"}
    assert payload_of(honest(email="a@b.example", staff_number="7"))["credentialSubject"].keys() == SUBJECT


def test_two_certificates_differ_in_nothing_but_the_person_the_dates_the_number_and_the_key() -> None:
    mine = payload_of(honest())
    theirs = payload_of(
        certificate_jwt.sign(
            make_claims(name="Idris Vale", number="0000-1111-2222"), private_jwk=certificate_jwt.new_key()
        )
    )
    for payload in (mine, theirs):
        for name in ("id", "issuer"):
            del payload[name]
        for name in ("name", "number"):
            del payload["credentialSubject"][name]
    assert mine == theirs


def test_both_kinds_come_back() -> None:
    for kind in AuditKind:
        signed = certificate_jwt.sign(make_claims(kind=kind), private_jwk=PRIVATE_JWK)
        assert certificate_jwt.verify(signed).claims.kind is kind
