"""Every way in which a file may be refused, each with its own reason, although its signature fits."""

import json

import pytest

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.certificate import CertificateRefused, Refusal
from tests.credentials.forging import KEY, b64, forged, header, honest, jwk_text, kid, payload, subject

HEAD = json.dumps(header(), separators=(",", ":")).encode()
BODY = json.dumps(payload(), separators=(",", ":")).encode()

LOW_ORDER = {
    "0": "00" * 32,
    "0, other sign": "00" * 31 + "80",
    "1": "01" + "00" * 31,
    "minus 1": "ec" + "ff" * 30 + "7f",
    "one of order 8": "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "its negative": "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "another of order 8": "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "the negative of that": "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
}
OTHER_SPELLINGS = {
    "0, spelt p": "ed" + "ff" * 30 + "7f",
    "1, spelt p + 1": "ee" + "ff" * 30 + "7f",
    "0, spelt p, other sign": "ed" + "ff" * 31,
    "1, other sign": "01" + "00" * 30 + "80",
}


def reason_of(untrusted: bytes) -> Refusal:
    with pytest.raises(CertificateRefused) as refused:
        certificate_jwt.verify(untrusted)
    return refused.value.reason


def nested(levels: int) -> object:
    value: object = "deep"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ({"alg": "none"}, Refusal.UNSIGNED),
        ({"alg": "EdDSA"}, Refusal.OTHER_ALGORITHM),
        ({"alg": "HS256"}, Refusal.OTHER_ALGORITHM),
        ({"alg": "ed25519"}, Refusal.OTHER_ALGORITHM),
        ({"alg": ["Ed25519"]}, Refusal.OTHER_ALGORITHM),
        ({"typ": "JWT"}, Refusal.OTHER_TYPE),
        ({"typ": "vc+ld+jwt"}, Refusal.OTHER_TYPE),
        ({"typ": "VC+JWT"}, Refusal.OTHER_TYPE),
        ({"typ": None}, Refusal.OTHER_TYPE),
        ({"b64": False}, Refusal.UNEXPECTED_HEADER),
        ({"b64": False, "crit": ["b64"]}, Refusal.CRITICAL_HEADER),
        ({"crit": ["exp"], "exp": 1}, Refusal.CRITICAL_HEADER),
        ({"crit": []}, Refusal.CRITICAL_HEADER),
        ({"cty": "vc"}, Refusal.UNEXPECTED_HEADER),
        ({"jku": "https://keys.example"}, Refusal.UNEXPECTED_HEADER),
        ({"jwk": json.loads(jwk_text())}, Refusal.UNEXPECTED_HEADER),
        ({"d": KEY["d"]}, Refusal.PRIVATE_KEY_INSIDE),
        ({"jwk": KEY}, Refusal.PRIVATE_KEY_INSIDE),
        ({"keys": [{"jwk": KEY}]}, Refusal.PRIVATE_KEY_INSIDE),
        ({"kid": kid(json.dumps(KEY))}, Refusal.PRIVATE_KEY_INSIDE),
        ({"kid": None}, Refusal.BAD_KEY),
        ({"kid": 7}, Refusal.BAD_KEY),
        ({"kid": "did:jwk:é#0"}, Refusal.BAD_KEY),
        ({"kid": "did:web:school.example"}, Refusal.BAD_KEY),
        ({"kid": kid().removesuffix("#0")}, Refusal.BAD_KEY),
        ({"kid": kid().replace("did:jwk:", "did:jwk:é")}, Refusal.BAD_KEY),
        ({"kid": kid("[]")}, Refusal.BAD_KEY),
        ({"kid": kid("no JSON")}, Refusal.BAD_KEY),
        ({"kid": kid(jwk_text().replace(",", ", "))}, Refusal.BAD_KEY),
        ({"kid": kid(jwk_text().replace("Ed25519", "X25519"))}, Refusal.BAD_KEY),
        ({"kid": kid(jwk_text(KEY["x"][:-4]))}, Refusal.BAD_KEY),
        ({"kid": kid(jwk_text()[:-1] + ',"x":"A"}')}, Refusal.DUPLICATE_KEY),
        ({"kid": kid(jwk_text(KEY["x"][:-1] + "p"))}, Refusal.NOT_CANONICAL),
        ({"kid": kid().replace("#0", "=#0")}, Refusal.NOT_CANONICAL),
    ],
    ids=str,
)  # fmt: skip
def test_a_header_that_says_something_else(head: dict[str, object], reason: Refusal) -> None:
    assert reason_of(forged(header(**head))) is reason


@pytest.mark.parametrize("missing", ["alg", "kid", "typ"])
def test_a_header_that_lacks_something(missing: str) -> None:
    expected = {"alg": Refusal.OTHER_ALGORITHM, "kid": Refusal.BAD_KEY, "typ": Refusal.OTHER_TYPE}
    head = {name: value for name, value in header().items() if name != missing}
    assert reason_of(forged(head)) is expected[missing]


@pytest.mark.parametrize("which", [*LOW_ORDER, *OTHER_SPELLINGS])
def test_a_key_of_low_order_proves_nothing(which: str) -> None:
    key = {**LOW_ORDER, **OTHER_SPELLINGS}[which]
    assert reason_of(forged(header(kid=kid(jwk_text(b64(bytes.fromhex(key))))))) is Refusal.WEAK_KEY


def test_there_are_eight_keys_of_low_order() -> None:
    assert len(set(LOW_ORDER.values())) == 8


def test_a_key_beyond_the_field_is_refused() -> None:
    beyond = bytes.fromhex("f0" + "ff" * 30 + "7f")
    assert reason_of(forged(header(kid=kid(jwk_text(b64(beyond)))))) is Refusal.BAD_KEY


@pytest.mark.parametrize("where", ["header", "payload", "inside the payload"])
def test_a_name_that_stands_twice(where: str) -> None:
    twice = {
        "header": forged(HEAD[:-1] + b',"typ":"vc+jwt"}'),
        "payload": forged(body=BODY[:-1] + b',"issuer":"did:jwk:other"}'),
        "inside the payload": forged(body=BODY.replace(b'"kind":', b'"kind":"joining","k\\u0069nd":')),
    }
    assert reason_of(twice[where]) is Refusal.DUPLICATE_KEY


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e999"])
@pytest.mark.parametrize("where", ["header", "payload"])
def test_a_number_that_is_none(number: bytes, where: str) -> None:
    more = b',"more":' + number + b"}"
    parts = {"header": (HEAD[:-1] + more, None), "payload": (None, BODY[:-1] + more)}
    assert reason_of(forged(*parts[where])) is Refusal.NOT_A_NUMBER


def test_depth_eight_is_read_and_depth_nine_is_not() -> None:
    assert reason_of(forged(body=payload(more=nested(7)))) is Refusal.UNEXPECTED_CONTENT
    assert reason_of(forged(body=payload(more=nested(8)))) is Refusal.TOO_DEEP
    assert reason_of(forged(header(more=nested(8)))) is Refusal.TOO_DEEP
    assert reason_of(forged(body=b"[" * 20_000 + b"]" * 20_000)) is Refusal.TOO_DEEP


def test_brackets_in_a_name_are_not_depth() -> None:
    assert certificate_jwt.verify(honest(name='Ash {[{[{[{[ \\" ]')).claims.name == 'Ash {[{[{[{[ \\" ]'


def test_over_64_kb_is_not_even_looked_at() -> None:
    assert reason_of(b"x" * (64 * 1024 + 1)) is Refusal.TOO_LARGE
    assert reason_of(forged(body=subject(name="x" * 64 * 1024))) is Refusal.TOO_LARGE


def test_what_is_no_certificate_at_all() -> None:
    assert reason_of(b"") is Refusal.EMPTY
    assert reason_of(b"Dear head, please find attached") is Refusal.NOT_A_CERTIFICATE
    assert reason_of(b"a.b.c.d") is Refusal.NOT_A_CERTIFICATE
    assert reason_of(forged(b"no JSON")) is Refusal.NOT_A_CERTIFICATE
    assert reason_of(forged(b"[]")) is Refusal.NOT_A_CERTIFICATE
    assert reason_of(forged(HEAD + b" ")) is Refusal.NOT_A_CERTIFICATE
    assert reason_of(forged(b'{"alg":"\xff"}')) is Refusal.NOT_A_CERTIFICATE
    assert reason_of(forged(body=b"9" * 5000)) is Refusal.NOT_A_CERTIFICATE


@pytest.mark.parametrize("kept", [0.1, 0.4, 0.9, 0.99])
def test_the_end_is_missing(kept: float) -> None:
    whole = honest()
    assert reason_of(whole[: int(len(whole) * kept)]) is Refusal.CUT_SHORT


def test_nothing_is_signed_without_a_signature() -> None:
    head, body, _ = forged(header(alg="none")).split(b".")
    assert reason_of(head + b"." + body + b".") is Refusal.UNSIGNED


def test_base64url_is_written_in_one_way_only() -> None:
    head, body, signature = honest().split(b".")
    last = b"AQgw"
    other = signature[:-1] + next(bytes([c]) for c in range(0x42, 0x5A) if bytes([c]) not in last)
    for untrusted in (
        b".".join((head + b"=", body, signature)),
        b".".join((head, body + b"==", signature)),
        b".".join((head, body, other)),
        b".".join((head, body, signature + b"\n")),
        b"\xef\xbb\xbf" + honest(),
        honest().replace(b"eyJ", b"ey\nJ", 1),
        b".".join((head, body, b"+" + signature[1:])),
    ):
        assert reason_of(untrusted) is Refusal.NOT_CANONICAL


@pytest.mark.parametrize(
    "body",
    [
        payload(issuer="did:jwk:somebody-else"),
        payload(id="urn:nickaudit:certificate:0000-0000-0000"),
        payload(type=["VerifiableCredential"]),
        payload(type=["VerifiableCredential", "PoliceCheck"]),
        payload(validFrom="2026-11-24T16:03:12Z"),
        payload(validFrom="2026-11-25T00:00:00Z"),
        payload(validUntil="2027-11-24"),
        payload(validUntil="20271124T00:00:00Z"),
        payload(validUntil="2031-11-24T00:00:00Z"),
        payload(validUntil="2026-11-24T00:00:00Z"),
        payload(validUntil="2027-02-30T00:00:00Z"),
        payload(accounts=[]),
        payload(**{"@context": []}),
        subject(kind="monthly"),
        subject(outcome="passed"),
        subject(number="7f3a-91c2-04de"),
        subject(number="7F3A-91C2-04D\u0665"),
        subject(finishedOn="1999-01-01"),
        subject(finishedOn=20261124),
        subject(name=""),
        subject(name=None),
        subject(name=["Rosalind Ash"]),
        subject(name="x" * 101),
        subject(name="Rosalind\nAsh"),
        subject(name="Rosalind  Ash"),
        subject(name=" Rosalind"),
        subject(name="Rosalind\u202eAsh"),
        subject(email=None),
        subject(email=""),
        subject(accounts=3),
        subject(policy={**payload()["credentialSubject"]["policy"], "sha256": "5D" * 32}),
        subject(policy={**payload()["credentialSubject"]["policy"], "findings": "none"}),
        b"{}",
        b'{"name":"\\ud800"}',
    ],
    ids=lambda body: str(body)[-60:],
)
def test_a_signed_text_that_no_certificate_says(body: dict[str, object] | bytes) -> None:
    assert reason_of(forged(body=body)) is Refusal.UNEXPECTED_CONTENT


def test_half_a_letter_in_a_name_is_refused() -> None:
    assert reason_of(forged(body=BODY.replace(b"Rosalind", b"\\ud800"))) is Refusal.UNEXPECTED_CONTENT


def test_a_header_is_written_in_one_way_only() -> None:
    for other in (
        HEAD.replace(b'":', b'": '),
        HEAD.replace(b"vc+jwt", b"vc\\u002bjwt"),
        HEAD.replace(b"#0", b"\\u00230"),
    ):
        assert json.loads(other) == header()
        assert reason_of(forged(other)) is Refusal.NOT_CANONICAL
    turned = dict(reversed(header().items()))
    assert reason_of(forged(turned)) is Refusal.NOT_CANONICAL
