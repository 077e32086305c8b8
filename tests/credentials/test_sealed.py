"""Sealing for the school's readers, and who can open what."""

import json

import pytest

from nickaudit.credentials import certificate_jwt, sealed
from nickaudit.credentials.signing_key import DamagedKeyError
from nickaudit.domain.certificate import CertificateRefused, Refusal
from tests.credentials.forging import PRIVATE_JWK, b64, honest
from tests.credentials.sealing import (
    FOREIGN,
    FOREIGN_X,
    HEAD,
    HEAD_X,
    OURS,
    RECOVERY,
    RECOVERY_X,
    SIGNED,
    letter,
    unsealer,
)

LOW_ORDER = {
    "0": "00" * 32,
    "0, other sign": "00" * 31 + "80",
    "1": "01" + "00" * 31,
    "of order 8": "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "another of order 8": "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "minus 1": "ec" + "ff" * 30 + "7f",
    "0, spelt p": "ed" + "ff" * 30 + "7f",
    "1, spelt p + 1": "ee" + "ff" * 30 + "7f",
    "minus 1, other sign": "ec" + "ff" * 31,
}


@pytest.mark.parametrize("reader", [HEAD, RECOVERY], ids=["head", "recovery"])
def test_each_reader_gets_the_very_bytes_that_were_sealed(reader: str) -> None:
    assert unsealer(reader).open(sealed.seal(SIGNED, to=(HEAD_X, RECOVERY_X))) == SIGNED


def test_nobody_else_opens_it() -> None:
    with pytest.raises(CertificateRefused) as refused:
        unsealer(FOREIGN).open(sealed.seal(SIGNED, to=(HEAD_X, RECOVERY_X)))
    assert refused.value.reason is Refusal.SEALED_FOR_OTHERS


def test_an_older_key_still_opens_what_was_sealed_to_it() -> None:
    old = sealed.new_encryption_key()
    file = sealed.seal(SIGNED, to=(sealed.public_of(old), RECOVERY_X))
    both = sealed.Unsealer((HEAD, old), may_be_for=None)
    assert both.open(file) == SIGNED
    assert both.open(sealed.seal(SIGNED, to=(HEAD_X, RECOVERY_X))) == SIGNED


def test_it_is_open_to_any_set_of_readers_that_the_school_has_had() -> None:
    earlier = frozenset({sealed.kid_of(HEAD_X), sealed.kid_of(FOREIGN_X), sealed.kid_of(RECOVERY_X)})
    file = sealed.seal(SIGNED, to=(HEAD_X, FOREIGN_X, RECOVERY_X))
    assert sealed.Unsealer((HEAD,), may_be_for=OURS | {earlier}).open(file) == SIGNED
    with pytest.raises(CertificateRefused) as refused:
        sealed.Unsealer((HEAD,), may_be_for=OURS).open(file)
    assert refused.value.reason is Refusal.WRONG_RECIPIENTS


def test_sealing_for_fewer_than_the_school_names_is_told() -> None:
    with pytest.raises(CertificateRefused) as refused:
        unsealer().open(sealed.seal(SIGNED, to=(HEAD_X,)))
    assert refused.value.reason is Refusal.WRONG_RECIPIENTS


def test_no_two_sealed_files_are_the_same() -> None:
    first, second = letter(), letter()
    shares = [each["encrypted_key"] for file in (first, second) for each in file["recipients"]]
    keys = [each["header"]["epk"]["x"] for file in (first, second) for each in file["recipients"]]
    assert len({first["iv"], second["iv"]}) == 2
    assert len(set(shares)) == len(set(keys)) == 4


def test_a_sealed_file_says_nothing_in_the_open_but_how_it_is_sealed_and_for_which_keys() -> None:
    file = letter()
    assert set(file) == {"protected", "iv", "ciphertext", "tag", "recipients"}
    assert {kind for each in file["recipients"] for kind in each} == {"header", "encrypted_key"}
    assert [each["header"]["kid"] for each in file["recipients"]] == [
        sealed.kid_of(HEAD_X),
        sealed.kid_of(RECOVERY_X),
    ]
    readable = json.dumps(file).casefold()
    assert not any(word in readable for word in ("rosalind", "nicholas", "teaching", "ed25519"))


def test_a_key_that_stands_twice_counts_once() -> None:
    assert len(letter(to=(HEAD_X, HEAD_X, RECOVERY_X))["recipients"]) == 2


@pytest.mark.parametrize("count", [0, 5])
def test_it_is_never_sealed_for_nobody_or_for_more_than_four(count: int) -> None:
    keys = [sealed.public_of(sealed.new_encryption_key()) for _ in range(count)]
    with pytest.raises(CertificateRefused) as refused:
        sealed.seal(SIGNED, to=keys)
    assert refused.value.reason is Refusal.WRONG_RECIPIENTS


@pytest.mark.parametrize("which", LOW_ORDER)
def test_nothing_is_sealed_to_a_key_that_keeps_nothing_secret(which: str) -> None:
    with pytest.raises(CertificateRefused) as refused:
        sealed.seal(SIGNED, to=(HEAD_X, b64(bytes.fromhex(LOW_ORDER[which]))))
    assert refused.value.reason is Refusal.WEAK_KEY


@pytest.mark.parametrize(
    ("x", "reason"),
    [
        ("", Refusal.BAD_KEY),
        ("AAAA", Refusal.BAD_KEY),
        ("é" * 43, Refusal.BAD_KEY),
        (b64(bytes.fromhex("f0" + "ff" * 30 + "7f")), Refusal.BAD_KEY),
        (b64(bytes.fromhex("09" + "00" * 30 + "80")), Refusal.BAD_KEY),
        (HEAD_X + "=", Refusal.NOT_CANONICAL),
    ],
)
def test_nothing_is_sealed_to_what_is_no_key(x: str, reason: Refusal) -> None:
    with pytest.raises(CertificateRefused) as refused:
        sealed.seal(SIGNED, to=(x,))
    assert refused.value.reason is reason


def test_the_largest_certificate_can_be_sealed_for_the_most_readers_and_a_larger_one_cannot() -> None:
    keys = [HEAD, *(sealed.new_encryption_key() for _ in range(3))]
    largest = b"x" * certificate_jwt.LARGEST
    file = sealed.seal(largest, to=[sealed.public_of(key) for key in keys])
    assert len(file) <= sealed.LARGEST
    assert sealed.Unsealer((HEAD,)).open(file) == largest
    with pytest.raises(CertificateRefused) as refused:
        sealed.seal(largest + b"x", to=(HEAD_X,))
    assert refused.value.reason is Refusal.TOO_LARGE


def test_a_sealed_file_is_told_from_a_certificate_by_its_beginning() -> None:
    file = sealed.seal(SIGNED, to=(HEAD_X,))
    assert sealed.is_sealed(file)
    assert sealed.is_sealed(file[:300])
    assert sealed.is_sealed(b"\n" + json.dumps(letter(), indent=2).encode())
    for other in (honest(), b"", b"%PDF-1.7", b"{}", b'{"name":"x"}', b'[{"iv":1}]', b"{" * 90_000):
        assert not sealed.is_sealed(other)


@pytest.mark.parametrize("text", ["", "{}", "[" * 5000, PRIVATE_JWK, HEAD.replace('"d"', '"e"')])
def test_a_damaged_key_is_told_and_never_left_out_without_a_word(text: str) -> None:
    with pytest.raises(DamagedKeyError):
        sealed.Unsealer((HEAD, text))
    with pytest.raises(DamagedKeyError):
        sealed.public_of(text)
