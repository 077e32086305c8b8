"""The attached document as a file: text, PDF, or something that is neither."""

from pathlib import Path

import pytest

from nickaudit.content.policy_document import LARGEST_DOCUMENT, UnreadableDocument, read_policy_document
from tests.factories import make_line, make_policy

PACK = make_policy(lines=(make_line(heading="Your phone", opening="Adults should turn it off"),))


def _pdf(lines: list[str]) -> bytes:
    text = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {text} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources 6 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Font << /F1 4 0 R >> >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(body)
    body += b"xref\n0 7\n0000000000 65535 f \n" + table
    return body + b"trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def test_a_pdf_is_read_like_a_text(tmp_path: Path) -> None:
    path = tmp_path / "policy.pdf"
    path.write_bytes(_pdf(["Your phone", "Adults should turn it off in class.", "They may use it at lunch."]))
    document = read_policy_document(path, pack=PACK)
    assert [(each.text, each.heading) for each in document.sentences] == [
        ("Adults should turn it off in class.", "your phone"),
        ("They may use it at lunch.", "your phone"),
    ]


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n \n", _pdf([])],
    ids=["empty", "blank", "a PDF without text"],
)
def test_a_document_without_text_is_refused_in_one_sentence(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "policy"
    path.write_bytes(raw)
    with pytest.raises(UnreadableDocument, match="There is no text"):
        read_policy_document(path, pack=PACK)


def test_a_damaged_pdf_is_read_or_refused_without_a_traceback(
    tmp_path: Path, expected_logs: set[str]
) -> None:
    expected_logs.add("pypdf._reader")
    whole = _pdf(["Adults should turn it off."])
    path = tmp_path / "policy.pdf"
    outcomes = set()
    for cut in range(9, len(whole), 7):
        path.write_bytes(whole[:cut])
        try:
            found = [each.text for each in read_policy_document(path, pack=PACK).sentences]
            outcomes.add(found == ["Adults should turn it off."])
        except UnreadableDocument as refusal:
            outcomes.add(refusal.sentence.count("."))
    assert outcomes <= {True, 2}
    assert 2 in outcomes


def test_a_missing_and_a_huge_document_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="missing"):
        read_policy_document(tmp_path / "none.txt", pack=PACK)
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(LARGEST_DOCUMENT + 1)
    with pytest.raises(UnreadableDocument, match="larger than 20 MB"):
        read_policy_document(huge, pack=PACK)


def test_an_old_windows_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.txt"
    path.write_bytes("Your phone\n\nAdults should turn it off – “always”.".encode("cp1252"))
    (sentence,) = read_policy_document(path, pack=PACK).sentences
    assert sentence.text == "Adults should turn it off – “always”."
