"""Sealed files and recovery keys against an implementation that is not ours (npm `jose`), both ways."""

import json
from pathlib import Path
from typing import Any

import pytest

from nickaudit.credentials import certificate_jwt, recovery, school_file, sealed
from nickaudit.domain.certificate import CertificateRefused, Refusal
from tests.credentials.forging import KEY, forged, header, payload
from tests.credentials.sealing import (
    FOREIGN_X,
    HEAD,
    HEAD_X,
    RECOVERY,
    RECOVERY_X,
    SIGNED,
    Jose,
    letter,
    public_jwk,
    unsealer,
    written,
)
from tests.factories import make_claims

HEADER = {"enc": "A256GCM", "cty": "vc+jwt"}
TO = [{"jwk": public_jwk(x), "alg": "ECDH-ES+A256KW", "kid": sealed.kid_of(x)} for x in (HEAD_X, RECOVERY_X)]


@pytest.fixture(name="other")
def _other(jose: Path) -> Jose:
    return Jose(jose)


def test_it_opens_our_file_with_the_recovery_file_and_verifies_the_certificate_inside(other: Jose) -> None:
    file = recovery.lock(RECOVERY, passphrase="three short words").decode()
    jwk = other.answer("unlock", file=file, passphrase="three short words")
    assert jwk == json.loads(RECOVERY)
    found = other.answer("open", sealed=letter(), jwk=jwk)
    assert found == {"typ": "vc+jwt", "cty": "vc+jwt", "inside": SIGNED.decode(), "name": "Rosalind Ash"}


def test_it_opens_our_file_with_the_key_on_paper(other: Jose) -> None:
    jwk = other.answer("fromPaper", paper=recovery.printed(RECOVERY))
    assert other.answer("open", sealed=letter(), jwk=jwk)["name"] == "Rosalind Ash"


def test_it_opens_our_file_as_the_head_but_not_with_another_key(other: Jose) -> None:
    assert other.answer("open", sealed=letter(), jwk=json.loads(HEAD))["name"] == "Rosalind Ash"
    stranger = json.loads(sealed.new_encryption_key())
    (told,) = other.ask({"wish": "open", "sealed": letter(), "jwk": stranger})
    assert "decryption operation failed" in told["error"]


def test_it_gets_the_schools_signing_key_back_with_the_recovery_key(other: Jose) -> None:
    signing = school_file.new_signing_key()
    kept = recovery.seal_key(signing, recovery=RECOVERY_X)
    assert other.answer("unseal", sealed=kept, jwk=json.loads(RECOVERY)) == json.loads(signing)


@pytest.mark.parametrize("reader", [HEAD, RECOVERY], ids=["head", "recovery"])
def test_a_certificate_that_it_made_and_sealed_is_accepted(other: Jose, reader: str) -> None:
    signed = other.answer("sign", payload=payload(), header=header(), jwk={**KEY, "alg": "Ed25519"})
    made = other.answer("seal", signed=signed, header=HEADER, to=TO)
    verified = certificate_jwt.verify(unsealer(reader).open(written(made)))
    assert verified.claims == make_claims()


VARIANTS: dict[str, tuple[dict[str, Any], Refusal]] = {
    "other content encryption": ({"header": {**HEADER, "enc": "A128GCM"}}, Refusal.OTHER_ALGORITHM),
    "content encryption without GCM": (
        {"header": {**HEADER, "enc": "A256CBC-HS512"}},
        Refusal.OTHER_ALGORITHM,
    ),
    "other key wrap": (
        {"to": [{**each, "alg": "ECDH-ES+A128KW"} for each in TO]},
        Refusal.OTHER_ALGORITHM,
    ),
    "key agreed on directly": (
        {"to": [{**TO[0], "alg": "ECDH-ES"}]},
        Refusal.OTHER_ALGORITHM,
    ),
    "a shared secret": (
        {"to": [{"jwk": {"kty": "oct", "k": "A" * 43}, "alg": "dir", "kid": TO[0]["kid"]}]},
        Refusal.OTHER_ALGORITHM,
    ),
    "a secret wrapped": (
        {"to": [{"jwk": {"kty": "oct", "k": "A" * 43}, "alg": "A256KW", "kid": TO[0]["kid"]}]},
        Refusal.OTHER_ALGORITHM,
    ),
    "algorithm in the protected header": (
        {"header": {**HEADER, "alg": "ECDH-ES+A256KW"}, "to": [{"jwk": TO[0]["jwk"], "kid": TO[0]["kid"]}]},
        Refusal.OTHER_ALGORITHM,
    ),
    "other kind of content": ({"header": {**HEADER, "cty": "JWT"}}, Refusal.OTHER_TYPE),
    "no kind of content": ({"header": {"enc": "A256GCM"}}, Refusal.OTHER_TYPE),
    "one more member in the protected header": (
        {"header": {**HEADER, "typ": "JOSE+JSON"}},
        Refusal.UNEXPECTED_HEADER,
    ),
    "protected header in another order": (
        {"header": dict(reversed(HEADER.items()))},
        Refusal.NOT_CANONICAL,
    ),
    "unprotected header": ({"unprotected": {"jku": "https://keys.example"}}, Refusal.UNEXPECTED_HEADER),
    "one more member in a recipient's header": (
        {"to": [{**TO[0], "x5u": "https://keys.example"}, TO[1]]},
        Refusal.UNEXPECTED_HEADER,
    ),
    "data beside the content": ({"aad": "more"}, Refusal.SEAL_BROKEN),
    "a foreign reader more": (
        {
            "to": [
                *TO,
                {"jwk": public_jwk(FOREIGN_X), "alg": "ECDH-ES+A256KW", "kid": sealed.kid_of(FOREIGN_X)},
            ]
        },
        Refusal.WRONG_RECIPIENTS,
    ),
    "without the recovery key": (
        {
            "to": [TO[0], {**TO[1], "kid": sealed.kid_of(FOREIGN_X)}],
        },
        Refusal.WRONG_RECIPIENTS,
    ),
    "for a stranger": (
        {"to": [{**each, "kid": sealed.kid_of(FOREIGN_X)} for each in TO]},
        Refusal.SEALED_FOR_OTHERS,
    ),
    "for another key under the head's name": (
        {"to": [{**TO[0], "jwk": public_jwk(FOREIGN_X)}, TO[1]]},
        Refusal.SEAL_BROKEN,
    ),
    "the head twice": ({"to": [*TO, TO[0]]}, Refusal.WRONG_RECIPIENTS),
    "nothing inside": ({"signed": ""}, Refusal.EMPTY),
    "a letter inside": ({"signed": "Dear head, please find attached"}, Refusal.NOT_A_CERTIFICATE),
    "a sealed file inside": ({"signed": written(letter()).decode()}, Refusal.NOT_A_CERTIFICATE),
    "an unsigned certificate inside": (
        {"signed": forged(header(alg="none")).decode()},
        Refusal.UNSIGNED,
    ),
    "a changed certificate inside": ({"signed": SIGNED[:-2].decode() + "AA"}, Refusal.CHANGED),
    "half a certificate inside": ({"signed": SIGNED[:900].decode()}, Refusal.CUT_SHORT),
}


@pytest.mark.parametrize("which", VARIANTS)
def test_a_variant_that_it_seals_is_refused(other: Jose, which: str) -> None:
    changes, reason = VARIANTS[which]
    made = other.answer("seal", **{"signed": SIGNED.decode(), "header": HEADER, "to": TO, **changes})
    with pytest.raises(CertificateRefused) as refused:
        certificate_jwt.verify(unsealer().open(written(made)))
    assert refused.value.reason is reason


SIGNED_OTHERWISE: dict[str, tuple[dict[str, Any], Refusal]] = {
    "older name of the algorithm": (header(alg="EdDSA"), Refusal.OTHER_ALGORITHM),
    "other type": (header(typ="JWT"), Refusal.OTHER_TYPE),
    "one more member": (header(cty="vc"), Refusal.UNEXPECTED_HEADER),
    "payload not encoded": (header(b64=True, crit=["b64"]), Refusal.CRITICAL_HEADER),
    "the private key": (header(jwk=KEY), Refusal.PRIVATE_KEY_INSIDE),
}


@pytest.mark.parametrize("which", SIGNED_OTHERWISE)
def test_a_variant_that_it_signs_is_refused_when_it_is_sealed_rightly(other: Jose, which: str) -> None:
    head, reason = SIGNED_OTHERWISE[which]
    key = {name: value for name, value in KEY.items() if name != "alg"}
    signed = other.answer("sign", payload=payload(), header=head, jwk=key)
    made = other.answer("seal", signed=signed, header=HEADER, to=TO)
    with pytest.raises(CertificateRefused) as refused:
        certificate_jwt.verify(unsealer().open(written(made)))
    assert refused.value.reason is reason
