import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nickaudit.credentials import base64url
from nickaudit.domain.certificate import CertificateRefused, Refusal


@given(st.binary(max_size=200))
def test_what_is_written_is_read_back_and_is_what_the_standard_says(value: bytes) -> None:
    text = base64url.encode(value)
    assert base64url.decode(text) == value
    assert text == base64.urlsafe_b64encode(value).rstrip(b"=")


@given(st.text(st.sampled_from("AQgwBCxyz019-_+/= \n."), max_size=12).map(str.encode))
def test_only_the_one_right_spelling_is_read(text: bytes) -> None:
    with contextlib.suppress(CertificateRefused):
        assert base64url.encode(base64url.decode(text)) == text


@pytest.mark.parametrize("text", [b"A", b"AB", b"AA==", b"AA=", b"A A", b"A+A", b"AA\n", b"\xff"])
def test_another_spelling_is_refused(text: bytes) -> None:
    with pytest.raises(CertificateRefused) as refused:
        base64url.decode(text)
    assert refused.value.reason is Refusal.NOT_CANONICAL
