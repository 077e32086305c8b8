import json

import pytest
from joserfc.jwk import OKPKey

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.certificate import CertificateRefused, Refusal
from tests.credentials.forging import PRIVATE_JWK, forged, honest, jwk_text, kid, unb64
from tests.factories import make_claims


def test_a_certificate_says_what_was_signed() -> None:
    claims = make_claims(name="Zoë Żółć فاطمة", email="z@school.example", staff_number="0042")
    signed = certificate_jwt.sign(claims, private_jwk=certificate_jwt.new_key())
    assert certificate_jwt.verify(signed).claims == claims


def test_a_forged_file_that_is_honest_in_everything_is_accepted() -> None:
    assert certificate_jwt.verify(forged()).claims == make_claims()


def test_the_header_is_exactly_as_agreed() -> None:
    first = honest().decode().split(".")[0]
    assert json.loads(unb64(first)) == {"alg": "Ed25519", "kid": kid(), "typ": "vc+jwt"}


def test_the_fingerprint_is_the_thumbprint_of_the_key() -> None:
    private = certificate_jwt.new_key()
    signed = certificate_jwt.sign(make_claims(), private_jwk=private)
    assert certificate_jwt.verify(signed).key == OKPKey.import_key(json.loads(private)).thumbprint()


def test_two_keys_are_never_the_same() -> None:
    assert certificate_jwt.new_key() != certificate_jwt.new_key()


def test_every_value_of_the_file_is_a_leaf_and_nothing_else_is() -> None:
    signed = honest(email="r.ash@school.example")
    head, body, signature = signed.decode().split(".")
    expected = [*_values(json.loads(unb64(head))), *_values(json.loads(unb64(body))), signature]
    assert [leaf.value for leaf in certificate_jwt.verify(signed).leaves] == expected


def test_a_leaf_says_where_it_stands() -> None:
    where = {leaf.path: leaf.value for leaf in certificate_jwt.verify(honest()).leaves}
    assert where["credentialSubject.policy.title"] == "Social media, May 2018"
    assert where["type[2]"] == "SocialMediaSelfCheckCertificate"


def _values(value: object) -> list[object]:
    if not isinstance(value, (dict, list)):
        return [value]
    inside = value.values() if isinstance(value, dict) else value
    return [leaf for each in inside for leaf in _values(each)]


@pytest.mark.parametrize(
    "private_jwk",
    [
        "",
        "no JSON",
        "[]",
        "null",
        "[" * 5000,
        jwk_text(),
        '{"kty":"OKP","crv":"X25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"AA"}',
        '{"kty":"oct","k":"AAAA"}',
        PRIVATE_JWK.replace("11qYAYK", "11qYAYL"),
    ],
    ids=lambda text: text[:20] or "nothing",
)
def test_what_is_no_private_key_signs_nothing(private_jwk: str) -> None:
    assert not certificate_jwt.is_usable(private_jwk)
    with pytest.raises(CertificateRefused) as refused:
        certificate_jwt.sign(make_claims(), private_jwk=private_jwk)
    assert refused.value.reason is Refusal.BAD_KEY


def test_a_value_that_no_certificate_may_carry_is_not_signed() -> None:
    with pytest.raises(CertificateRefused) as refused:
        certificate_jwt.sign(make_claims(name=""), private_jwk=PRIVATE_JWK)
    assert refused.value.reason is Refusal.UNEXPECTED_CONTENT
