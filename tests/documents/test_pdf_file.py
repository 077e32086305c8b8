import io

import pytest
from pypdf import PdfReader

from nickaudit.documents.pdf import certificate
from tests.factories import make_claims

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_pdf_says_its_title_and_language_and_nothing_of_the_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Chatham")
    written = certificate.write(make_claims(), key="k" * 43, signed=b"x.y.z")
    reader = PdfReader(io.BytesIO(written))
    assert dict(reader.metadata or {}) == {"/Title": "Social media self-check certificate"}
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.xmp_metadata is None
    for secret in (b"CreationDate", b"ModDate", b"xmp:", b"+12'45", b"Qt "):
        assert secret not in written
