"""Sealed files changed by hand: each is refused for its own reason, and none is a traceback."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nickaudit.credentials import certificate_jwt, sealed
from nickaudit.domain.certificate import CertificateRefused, Refusal
from tests.credentials.forging import b64, unb64
from tests.credentials.mutations import mutations_of
from tests.credentials.sealing import (
    FOREIGN_X,
    HEAD,
    HEAD_X,
    RECOVERY,
    RECOVERY_X,
    SIGNED,
    Change,
    changed,
    letter,
    protected,
    unsealer,
    written,
)
from tests.credentials.test_sealed import LOW_ORDER

SEALED = sealed.seal(SIGNED, to=(HEAD_X, RECOVERY_X))


def reason_of(untrusted: bytes) -> Refusal:
    with pytest.raises(CertificateRefused) as refused:
        certificate_jwt.verify(unsealer().open(untrusted))
    return refused.value.reason


def one_bit(member: str) -> Change:
    def change(plain: dict[str, Any]) -> None:
        value = bytearray(unb64(plain[member]))
        value[len(value) // 2] ^= 1
        plain[member] = b64(bytes(value))

    return change


def member(name: str, value: object) -> Change:
    return lambda plain: plain.update({name: value})


def header(written_as: bytes = b"", **more: Any) -> Change:
    """Another protected header: these bytes, or the right one with other and further values."""
    right = {"enc": "A256GCM", "cty": "vc+jwt"}
    return member("protected", b64(written_as) if written_as else protected(**{**right, **more}))


def without(name: str) -> Change:
    def change(plain: dict[str, Any]) -> None:
        del plain[name]

    return change


def first(**values: Any) -> Change:
    """Another value beside the header of the first recipient, who is the head."""
    return lambda plain: plain["recipients"][0].update(values)


def first_header(**values: Any) -> Change:
    return lambda plain: plain["recipients"][0]["header"].update(values)


def first_epk(**values: Any) -> Change:
    return lambda plain: plain["recipients"][0]["header"]["epk"].update(values)


def second_epk(**values: Any) -> Change:
    return lambda plain: plain["recipients"][1]["header"]["epk"].update(values)


def swap(*path: str) -> Change:
    """The same thing of the two recipients, each in the other's place."""

    def change(plain: dict[str, Any]) -> None:
        one, two = plain["recipients"]
        for name in path[:-1]:
            one, two = one[name], two[name]
        one[path[-1]], two[path[-1]] = two[path[-1]], one[path[-1]]

    return change


def from_another(name: str) -> Change:
    return lambda plain: plain.update({name: letter()[name]})


def more_recipients(*xs: str) -> Change:
    return lambda plain: plain["recipients"].extend(letter(to=xs)["recipients"])


def nested(levels: int) -> object:
    value: object = "deep"
    for _ in range(levels):
        value = [value]
    return value


BEYOND = b64(bytes.fromhex("f0" + "ff" * 30 + "7f"))

CHANGES: list[tuple[str, Change, Refusal]] = [
    ("one bit of the content", one_bit("ciphertext"), Refusal.SEAL_BROKEN),
    ("one bit of the tag", one_bit("tag"), Refusal.SEAL_BROKEN),
    ("one bit of the iv", one_bit("iv"), Refusal.SEAL_BROKEN),
    ("shorter tag", member("tag", "AAAA"), Refusal.SEAL_BROKEN),
    ("shorter iv", member("iv", "AAAA"), Refusal.SEAL_BROKEN),
    ("no content", member("ciphertext", ""), Refusal.SEAL_BROKEN),
    ("content of another file", from_another("ciphertext"), Refusal.SEAL_BROKEN),
    ("recipients of another file", from_another("recipients"), Refusal.SEAL_BROKEN),
    ("empty data beside the content", member("aad", ""), Refusal.SEAL_BROKEN),
    ("data beside the content", member("aad", "AAAA"), Refusal.SEAL_BROKEN),
    ("compressed", header(zip="DEF"), Refusal.UNEXPECTED_HEADER),
    ("critical", header(crit=["exp"]), Refusal.CRITICAL_HEADER),
    ("critical, for one", first_header(crit=["exp"], exp=1), Refusal.CRITICAL_HEADER),
    ("other encryption", header(enc="A128GCM"), Refusal.OTHER_ALGORITHM),
    ("no encryption", header(b'{"cty":"vc+jwt"}'), Refusal.OTHER_ALGORITHM),
    ("other content", header(cty="jwk+json"), Refusal.OTHER_TYPE),
    ("header with spaces", header(b'{"enc": "A256GCM", "cty": "vc+jwt"}'), Refusal.NOT_CANONICAL),
    ("header twice", header(b'{"enc":"dir","enc":"A256GCM","cty":"vc+jwt"}'), Refusal.DUPLICATE_KEY),
    ("header with NaN", header(b'{"enc":"A256GCM","cty":"vc+jwt","a":NaN}'), Refusal.NOT_A_NUMBER),
    ("header too deep", header(a=nested(8)), Refusal.TOO_DEEP),
    ("header padded", member("protected", letter()["protected"] + "="), Refusal.NOT_CANONICAL),
    ("header that is none", member("protected", ""), Refusal.SEAL_BROKEN),
    ("header that is a number", member("protected", 7), Refusal.SEAL_BROKEN),
    ("unprotected header", member("unprotected", {"alg": "ECDH-ES+A256KW"}), Refusal.UNEXPECTED_HEADER),
    ("unprotected empty header", member("unprotected", {}), Refusal.UNEXPECTED_HEADER),
    ("one more member", member("version", 2), Refusal.SEAL_BROKEN),
    ("too deep", member("more", nested(8)), Refusal.TOO_DEEP),
    ("key agreed on directly", first_header(alg="ECDH-ES"), Refusal.OTHER_ALGORITHM),
    ("shared secret", first_header(alg="dir"), Refusal.OTHER_ALGORITHM),
    ("RSA", first_header(alg="RSA-OAEP"), Refusal.OTHER_ALGORITHM),
    ("passphrase", first_header(alg="PBES2-HS512+A256KW", p2c=10**9, p2s="AAAA"), Refusal.OTHER_ALGORITHM),
    ("none", first_header(alg="none"), Refusal.OTHER_ALGORITHM),
    ("no algorithm at all", first_header(alg=None), Refusal.OTHER_ALGORITHM),
    ("one more in a recipient's header", first_header(apu="AAAA"), Refusal.UNEXPECTED_HEADER),
    ("one more beside a recipient's header", first(note="x"), Refusal.SEAL_BROKEN),
    ("other curve", first_epk(crv="X448"), Refusal.SEAL_BROKEN),
    ("the private key of the sender", first_epk(d="A" * 43), Refusal.PRIVATE_KEY_INSIDE),
    ("one more in the sender's key", first_epk(use="enc"), Refusal.SEAL_BROKEN),
    ("sender's key too short", first_epk(x="AAAA"), Refusal.BAD_KEY),
    ("sender's key beyond the field", first_epk(x=BEYOND), Refusal.BAD_KEY),
    ("sender's key padded", first_epk(x=HEAD_X + "="), Refusal.NOT_CANONICAL),
    ("weak sender's key for another reader", second_epk(x="A" * 43), Refusal.WEAK_KEY),
    ("another sender's key", first_epk(x=FOREIGN_X), Refusal.SEAL_BROKEN),
    ("senders' keys swapped", swap("header", "epk"), Refusal.SEAL_BROKEN),
    ("shares of the key swapped", swap("encrypted_key"), Refusal.SEAL_BROKEN),
    ("names of the recipients swapped", swap("header", "kid"), Refusal.SEAL_BROKEN),
    ("share of the key cut short", first(encrypted_key="A" * 40), Refusal.SEAL_BROKEN),
    ("share of the key missing", first(encrypted_key=""), Refusal.SEAL_BROKEN),
    ("share of the key padded", first(encrypted_key="A" * 53 + "="), Refusal.NOT_CANONICAL),
    ("recipient without a name", first_header(kid=None), Refusal.SEAL_BROKEN),
    ("recipient with another name", first_header(kid=sealed.kid_of(FOREIGN_X)), Refusal.SEALED_FOR_OTHERS),
    ("a foreign reader more", more_recipients(FOREIGN_X), Refusal.WRONG_RECIPIENTS),
    ("a reader twice", more_recipients(HEAD_X), Refusal.WRONG_RECIPIENTS),
    ("six readers", more_recipients(HEAD_X, RECOVERY_X, FOREIGN_X, HEAD_X), Refusal.WRONG_RECIPIENTS),
    ("one reader fewer", lambda plain: plain["recipients"].pop(), Refusal.WRONG_RECIPIENTS),
    ("for nobody", member("recipients", []), Refusal.WRONG_RECIPIENTS),
    ("recipients that are none", member("recipients", "head"), Refusal.SEAL_BROKEN),
    ("without content", without("ciphertext"), Refusal.SEAL_BROKEN),
    ("without recipients", without("recipients"), Refusal.SEAL_BROKEN),
    ("without a header", without("protected"), Refusal.SEAL_BROKEN),
    ("without a tag", without("tag"), Refusal.SEAL_BROKEN),
    ("letters beyond ASCII", member("iv", "é" * 16), Refusal.NOT_CANONICAL),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "reason"), [each[1:] for each in CHANGES], ids=[each[0] for each in CHANGES]
)
def test_a_sealed_file_that_was_changed_is_refused(change: Change, reason: Refusal) -> None:
    assert reason_of(changed(change)) is reason


def test_the_same_file_unchanged_is_accepted() -> None:
    assert unsealer().open(changed(lambda plain: None)) == SIGNED
    assert unsealer().open(written(dict(reversed(letter().items())))) == SIGNED


@pytest.mark.parametrize("which", LOW_ORDER)
def test_a_senders_key_of_low_order_is_refused(which: str) -> None:
    assert reason_of(changed(first_epk(x=b64(bytes.fromhex(LOW_ORDER[which]))))) is Refusal.WEAK_KEY


@pytest.mark.parametrize(
    ("untrusted", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b" " * (sealed.LARGEST + 1), Refusal.TOO_LARGE),
        (SEALED + b" " * sealed.LARGEST, Refusal.TOO_LARGE),
        (SEALED[:700], Refusal.CUT_SHORT),
        (SEALED[:-1], Refusal.CUT_SHORT),
        (SEALED[: SEALED.index(b"}}") + 2], Refusal.CUT_SHORT),
        (SEALED + b"\n", Refusal.SEAL_BROKEN),
        (SEALED + b"x", Refusal.SEAL_BROKEN),
        (SEALED + SEALED, Refusal.SEAL_BROKEN),
        (json.dumps(json.loads(SEALED)).encode(), Refusal.NOT_CANONICAL),
        (SEALED.replace(b'"iv"', b'"\\u0069v"'), Refusal.NOT_CANONICAL),
        (SEALED.replace(b'"iv":', b'"iv":"AAAA","iv":'), Refusal.DUPLICATE_KEY),
        (SEALED.replace(b'"alg":', b'"alg":"dir","alg":', 1), Refusal.DUPLICATE_KEY),
        (SEALED[:-1] + b',"more":NaN}', Refusal.NOT_A_NUMBER),
        (SEALED[:-1] + b',"more":1e999}', Refusal.NOT_A_NUMBER),
        (b'{"iv":' + b"[" * 40_000, Refusal.TOO_DEEP),
        (b'{"iv":"\xff"}', Refusal.SEAL_BROKEN),
        (b"\xef\xbb\xbf" + SEALED, Refusal.SEAL_BROKEN),
        (SEALED.decode().encode("utf-16"), Refusal.SEAL_BROKEN),
        (b"[]", Refusal.SEAL_BROKEN),
        (b"null", Refusal.SEAL_BROKEN),
        (SIGNED, Refusal.SEAL_BROKEN),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else str(value),
)  # fmt: skip
def test_bytes_that_are_no_sealed_file_are_refused(untrusted: bytes, reason: Refusal) -> None:
    assert reason_of(untrusted) is reason


@settings(max_examples=1000)
@given(mutations_of(SEALED))
def test_a_thousand_mutations_are_never_a_traceback_and_never_another_certificate(untrusted: bytes) -> None:
    """A share of the key that is damaged is seen by its owner alone; so all of them have to open the file."""
    opened = []
    for reader in (HEAD, RECOVERY):
        try:
            opened.append(unsealer(reader).open(untrusted))
        except CertificateRefused:
            continue
    assert all(each == SIGNED for each in opened)
    assert len(opened) < 2 or untrusted == SEALED


@settings(max_examples=300)
@given(st.binary(max_size=500) | st.text('{}[]":,\\ivalgeptxd01', max_size=200).map(str.encode))
def test_what_is_not_even_a_sealed_file_is_refused(untrusted: bytes) -> None:
    reason_of(untrusted)
