"""Signed JSON of any of our types: as strict as a certificate, and never one in place of another."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nickaudit.credentials.envelope import open_json, sign_json
from nickaudit.credentials.signing_key import DamagedKeyError, fingerprint_of, public_x
from nickaudit.domain.certificate import CertificateRefused, Refusal
from tests.credentials import forging
from tests.credentials.forging import PRIVATE_JWK, header, honest, unb64

TYPE = "nickaudit-thing+jwt"
VALUES = {"one": 1, "two": ["x", {"é": None}]}
SIGNED = sign_json(json.dumps(VALUES).encode(), typ=TYPE, private_jwk=PRIVATE_JWK)


def reason_of(untrusted: bytes, *, typ: str = TYPE, limit: int = 10_000) -> Refusal:
    with pytest.raises(CertificateRefused) as refused:
        open_json(untrusted, typ=typ, limit=limit)
    return refused.value.reason


def test_what_is_signed_is_opened_with_its_signer() -> None:
    opened = open_json(SIGNED, typ=TYPE, limit=len(SIGNED))
    assert opened.payload == VALUES
    assert (opened.key, opened.x) == (fingerprint_of(PRIVATE_JWK), public_x(PRIVATE_JWK))


def test_the_header_is_exactly_as_agreed() -> None:
    assert json.loads(unb64(SIGNED.decode().split(".")[0])) == header(typ=TYPE)


@pytest.mark.parametrize("typ", ["nickaudit-thing", "nickaudit-thinggjwt", "NICKAUDIT-THING+JWT", "vc+jwt"])
def test_one_type_never_stands_for_another(typ: str) -> None:
    assert reason_of(SIGNED, typ=typ) is Refusal.OTHER_TYPE
    assert reason_of(honest()) is Refusal.OTHER_TYPE


def test_it_may_be_as_large_as_is_said_and_no_larger() -> None:
    assert reason_of(SIGNED, limit=len(SIGNED) - 1) is Refusal.TOO_LARGE


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"alg": "none"}, Refusal.UNSIGNED),
        ({"alg": "EdDSA"}, Refusal.OTHER_ALGORITHM),
        ({"crit": ["exp"], "exp": 1}, Refusal.CRITICAL_HEADER),
        ({"cty": "json"}, Refusal.UNEXPECTED_HEADER),
        ({"jwk": forging.KEY}, Refusal.PRIVATE_KEY_INSIDE),
        ({"kid": "did:web:school.example#0"}, Refusal.BAD_KEY),
        ({"kid": forging.kid(forging.jwk_text("A" * 43))}, Refusal.WEAK_KEY),
    ],
    ids=str,
)
def test_another_header_is_refused_as_that_of_a_certificate_is(
    changes: dict[str, object], reason: Refusal
) -> None:
    assert reason_of(forging.forged(header(typ=TYPE, **changes), VALUES)) is reason


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"[]", Refusal.NOT_A_CERTIFICATE),
        (b'{"a":1,"a":1}', Refusal.DUPLICATE_KEY),
        (b'{"a":Infinity}', Refusal.NOT_A_NUMBER),
        (b'{"a":' + b"[" * 8 + b"]" * 8 + b"}", Refusal.TOO_DEEP),
        (b'{"a":"\xff"}', Refusal.NOT_A_CERTIFICATE),
    ],
    ids=str,
)
def test_json_that_could_be_read_in_two_ways_is_refused_though_it_is_signed(
    payload: bytes, reason: Refusal
) -> None:
    assert reason_of(sign_json(payload, typ=TYPE, private_jwk=PRIVATE_JWK)) is reason


@pytest.mark.parametrize("text", ["", "null", "{}", "[" * 5000, PRIVATE_JWK.replace("11qYAYK", "11qYAYL")])
def test_a_damaged_key_signs_nothing(text: str) -> None:
    for act in (lambda: sign_json(b"{}", typ=TYPE, private_jwk=text), lambda: fingerprint_of(text)):
        with pytest.raises(DamagedKeyError):
            act()


@settings(max_examples=300)
@given(st.binary(max_size=600))
def test_anything_else_is_refused(untrusted: bytes) -> None:
    reason_of(untrusted)
