"""The signed file inside a PDF: found byte for byte, or the PDF is refused. Never a traceback."""

import io
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from nickaudit.credentials import certificate_jwt
from nickaudit.documents.attachment import ATTACHMENT_NAME, is_pdf, signed_file_in
from nickaudit.documents.pdf import certificate
from nickaudit.domain.certificate import CertificateRefused, Refusal
from tests.factories import make_claims

pytestmark = pytest.mark.usefixtures("qapp")


@cache
def signed() -> bytes:
    return certificate_jwt.sign(make_claims(), private_jwk=certificate_jwt.new_key())


@cache
def pdf() -> bytes:
    return certificate.write(make_claims(), key=certificate_jwt.verify(signed()).key, signed=signed())


def with_attachments(*attached: tuple[str, bytes]) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name, content in attached:
        writer.add_attachment(name, content)
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


def reason_of(untrusted: bytes) -> Refusal:
    with pytest.raises(CertificateRefused) as refused:
        signed_file_in(untrusted)
    return refused.value.reason


def test_the_signed_file_comes_back_byte_for_byte() -> None:
    assert is_pdf(pdf())
    assert signed_file_in(pdf()) == signed()


@pytest.mark.parametrize("content", [b"", b"x", bytes(range(256)) * 100], ids=["nothing", "a byte", "binary"])
def test_any_content_comes_back_as_it_was(content: bytes) -> None:
    assert signed_file_in(with_attachments((ATTACHMENT_NAME, content))) == content


def test_not_exactly_one_attachment_of_the_name_is_refused() -> None:
    mine = (ATTACHMENT_NAME, b"x.y.z")
    for attached in ((), (("other.txt", b"x.y.z"),), (mine, ("other.txt", b"x")), (mine, mine)):
        assert reason_of(with_attachments(*attached)) is Refusal.PDF_WITHOUT_CERTIFICATE


def test_too_much_is_refused() -> None:
    assert reason_of(with_attachments((ATTACHMENT_NAME, b"x" * (64 * 1024 + 1)))) is Refusal.TOO_LARGE
    assert reason_of(b"%PDF-1.7" + b" " * 2 * 1024 * 1024) is Refusal.TOO_LARGE


def test_a_pdf_that_unpacks_to_very_much_is_refused() -> None:
    packed = PdfWriter()
    packed.add_blank_page(100, 100)
    bomb = packed.add_attachment(ATTACHMENT_NAME, b"\0" * 100_000_000)
    entry = bomb.pdf_object["/EF"].raw_get("/F")
    packed._replace_object(entry, entry.get_object().flate_encode())
    written = io.BytesIO()
    packed.write(written)
    assert len(written.getvalue()) < 2 * 1024 * 1024
    assert reason_of(written.getvalue()) in {Refusal.TOO_LARGE, Refusal.PDF_UNREADABLE}


def test_a_pdf_with_a_password_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    assert reason_of(written.getvalue()) is Refusal.PDF_UNREADABLE


@pytest.mark.parametrize("kept", [0.001, 0.3, 0.7, 0.99])
def test_half_a_pdf_is_refused(kept: float) -> None:
    assert reason_of(pdf()[: int(len(pdf()) * kept)]) is Refusal.PDF_UNREADABLE


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    data = pdf()
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        middle = draw(
            st.one_of(
                st.binary(max_size=60),
                st.text("<>[]()/ 0123456789RobjendstreamFlate", max_size=60).map(str.encode),
                st.just(data[start:end] * 2),
            )
        )
        data = data[:start] + middle + data[end:]
    return data


@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
@given(mutations())
def test_a_thousand_changed_pdfs_give_the_very_file_or_nothing_that_is_accepted(untrusted: bytes) -> None:
    try:
        found = signed_file_in(untrusted)
        certificate_jwt.verify(found)
    except CertificateRefused:
        return
    assert found == signed()
