"""Makes a PDF of a text, some lines a page, as a school would export its policy."""

_LINES_A_PAGE = 22
_TO_PDF = str.maketrans(
    {"’": "\x92", "‘": "\x91", "“": "\x93", "”": "\x94", "\\": r"\\", "(": r"\(", ")": r"\)"}
)
_FIRST = 4


def pdf_of(text: str) -> bytes:
    """The text set in Helvetica; its letters as Windows has them."""
    lines = text.rstrip().splitlines()
    pages = [lines[at : at + _LINES_A_PAGE] for at in range(0, len(lines), _LINES_A_PAGE)]
    numbers = [_FIRST + 2 * index for index in range(len(pages))]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in zip(numbers, pages, strict=True):
        shown = " T* ".join(f"({line.translate(_TO_PDF)}) Tj" for line in page)
        stream = f"BT /F1 10 Tf 14 TL 72 780 Td {shown} ET".encode("latin-1")
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (number + 1),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    count, start = len(objects) + 1, len(body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    body += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return body + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
