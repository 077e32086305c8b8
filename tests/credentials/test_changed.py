"""A certificate that is not the one that was signed: never accepted, never a traceback."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nickaudit.credentials import certificate_jwt
from nickaudit.domain.certificate import CertificateRefused, Refusal
from tests.credentials.forging import honest
from tests.credentials.mutations import mutations_of

SIGNED = honest(name="Zoë Żółć", email="z@school.example")
ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def refused(untrusted: bytes) -> Refusal:
    with pytest.raises(CertificateRefused) as refusal:
        certificate_jwt.verify(untrusted)
    return refusal.value.reason


@pytest.mark.parametrize("step", [1, 32], ids=["next letter", "far letter"])
def test_one_changed_character_anywhere_is_refused(step: int) -> None:
    for place, letter in enumerate(SIGNED):
        if letter == ord("."):
            continue
        other = ALPHABET[(ALPHABET.index(letter) + step) % len(ALPHABET)]
        refused(SIGNED[:place] + bytes([other]) + SIGNED[place + 1 :])


def test_a_changed_character_of_the_payload_or_signature_is_told_as_a_change() -> None:
    for part in (1, 2):
        parts = SIGNED.split(b".")
        middle = len(parts[part]) // 2
        other = b"A" if parts[part][middle : middle + 1] != b"A" else b"B"
        parts[part] = parts[part][:middle] + other + parts[part][middle + 1 :]
        assert refused(b".".join(parts)) is Refusal.CHANGED


def test_parts_of_two_certificates_do_not_go_together() -> None:
    other = honest(name="Idris Vale").split(b".")
    mine = SIGNED.split(b".")
    assert refused(b".".join((mine[0], other[1], mine[2]))) is Refusal.CHANGED
    assert refused(b".".join((mine[0], mine[1], other[2]))) is Refusal.CHANGED


@settings(max_examples=1000)
@given(mutations_of(SIGNED))
@example(b"..")
@example(b"eyJ.eyJ.")
def test_a_thousand_mutations_are_refused(untrusted: bytes) -> None:
    if untrusted == SIGNED:
        certificate_jwt.verify(untrusted)
    else:
        refused(untrusted)


@settings(max_examples=300)
@given(st.binary(max_size=2000))
def test_what_is_not_even_a_certificate_is_refused(untrusted: bytes) -> None:
    refused(untrusted)
