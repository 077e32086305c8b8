"""The sheet as tools outside read it, and that nothing on it is ever cut off."""

import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFontDatabase, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter

from nickaudit.documents.certificate_words import words_of
from nickaudit.documents.pdf import certificate
from nickaudit.documents.pdf.canvas import NotPaintedError
from tests.factories import make_claims
from tests.requires import require

pytestmark = pytest.mark.usefixtures("qapp")

KEY = "ZFvYzapw4DyEfjK-ZwasaFjwzjQ2zm-wOpZflZOOlT0"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż ÀÉÎÕÜß 0123456789"
LONG = "Wilhelmina Konstantynopolitańczykowianeczka Featherstonehaugh Cholmondeley of the Fens and Marshes"


def pdf_of(folder: Path, **changes: Any) -> Path:
    path = folder / "certificate.pdf"
    path.write_bytes(certificate.write(make_claims(**changes), key=KEY, signed=b"signed.file.here"))
    return path


def text_in(pdf: Path) -> str:
    require(shutil.which("pdftotext"), "pdftotext (poppler-utils)")
    result = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True)
    return " ".join(result.stdout.decode().split())


def test_pdftotext_shows_who_what_and_when(tmp_path: Path) -> None:
    text = text_in(pdf_of(tmp_path, email="r.ash@school.example"))
    for value in (
        "Rosalind Ash", "24 November 2026", "24 November 2027", "7F3A-91C2-04DE", "Social media, May 2018",
        "St Nicholas CE Primary School", "r.ash@school.example", KEY, "does not say that an account is safe",
    ):  # fmt: skip
        assert value in text


def test_pdfdetach_returns_the_signed_file_byte_for_byte(tmp_path: Path) -> None:
    require(shutil.which("pdfdetach"), "pdfdetach (poppler-utils)")
    subprocess.run(
        ["pdfdetach", "-save", "1", "-o", str(tmp_path / "out"), str(pdf_of(tmp_path))], check=True
    )
    assert (tmp_path / "out").read_bytes() == b"signed.file.here"


def test_every_letter_can_be_read_back(tmp_path: Path) -> None:
    text = text_in(pdf_of(tmp_path, role=LETTERS)).replace(" ", "")
    assert LETTERS.replace(" ", "") in text


@pytest.mark.parametrize("name", [LONG, "Łucja Żółć-Brzęczyszczykiewicz"])
def test_long_and_foreign_names_are_there_in_full(tmp_path: Path, name: str) -> None:
    assert name.replace(" ", "") in text_in(pdf_of(tmp_path, name=name)).replace(" ", "")


def test_a_chinese_name_is_there_in_full(tmp_path: Path) -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("This computer has no font with Chinese letters, so no program shows such a name.")
    assert "欧阳明月" in text_in(pdf_of(tmp_path, name="欧阳明月"))


def test_an_arabic_name_is_there_letter_for_letter(tmp_path: Path) -> None:
    systems = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    require(systems, "a font with Arabic letters (fonts-dejavu-core)")
    name = "فاطمة الزهراء"
    # Joined letters are written in their joined forms.
    text = unicodedata.normalize("NFKC", text_in(pdf_of(tmp_path, name=name)))
    assert sorted(name.replace(" ", "")) == sorted(c for c in text if "\u0600" <= c <= "\u06ff")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"name": "W" * 100},
        {"name": LONG, "email": "w" * 90 + "@b.example", "staff_number": "9" * 100},
        {"name": "W" * 100, "email": "w" * 100, "staff_number": "9" * 100, "role": "W" * 300,
         "school": "W" * 300, "statement": "W" * 300, "policy_title": "W" * 300},
    ],
    ids=["usual", "long name", "long everything", "worst"],
)  # fmt: skip
def test_it_all_fits_above_the_foot(changes: dict[str, Any]) -> None:
    page = certificate._fitted(words_of(make_claims(**changes)), left=86, width=423, top=86, room_to=640)
    assert page.bottom <= 640
    for each in page.placed:
        lines = [each.paragraph.layout.lineAt(n) for n in range(each.paragraph.layout.lineCount())]
        assert all(line.naturalTextWidth() <= line.width() + 1 for line in lines)
        assert sum(line.textLength() for line in lines) == len(each.paragraph.layout.text())


def test_a_usual_name_is_set_large_and_on_one_line() -> None:
    page = certificate._fitted(words_of(make_claims()), left=86, width=423, top=86, room_to=640)
    name = next(each for each in page.placed if each.paragraph.layout.text() == "Rosalind Ash")
    assert name.paragraph.layout.lineCount() == 1
    assert name.paragraph.layout.font().pixelSize() == 270


def test_the_font_is_inside(tmp_path: Path) -> None:
    require(shutil.which("pdffonts"), "pdffonts (poppler-utils)")
    fonts = subprocess.run(["pdffonts", str(pdf_of(tmp_path))], capture_output=True, text=True, check=True)
    lines = fonts.stdout.splitlines()[2:]
    assert lines
    assert all("AtkinsonHyperlegible" in line and " yes " in line for line in lines)


def test_it_is_one_page(tmp_path: Path) -> None:
    require(shutil.which("pdfinfo"), "pdfinfo (poppler-utils)")
    info = subprocess.run(
        ["pdfinfo", str(pdf_of(tmp_path, name="W" * 100))], capture_output=True, text=True, check=True
    )
    assert "Pages:           1" in info.stdout


def test_a_printer_gets_the_same_page(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
    certificate.paint(printer, make_claims(), key=KEY)
    printed, shown = text_in(tmp_path / "printed.pdf"), text_in(pdf_of(tmp_path))
    assert printed.replace("-", "").split() == shown.replace("-", "").split()


@pytest.mark.qt_log_ignore("begin", "Could not open")
def test_a_printer_that_takes_nothing_is_said_so(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(NotPaintedError):
        certificate.paint(printer, make_claims(), key=KEY)


def test_what_was_made_in_practice_says_so_across_the_page_and_claims_no_check(tmp_path: Path) -> None:
    text = text_in(pdf_of(tmp_path, policy_id="practice", statement="Practice. No check was done"))
    assert "This was made in practice. No check was done." in text
    assert "finished looking at their own social media" not in text
    (tmp_path / "real").mkdir()
    assert "PRACTICE" not in text_in(pdf_of(tmp_path / "real"))
    picture = tmp_path / "practice"
    require(shutil.which("pdftoppm"), "pdftoppm")
    made = pdf_of(tmp_path, policy_id="practice")
    subprocess.run(["pdftoppm", "-r", "30", "-png", str(made), str(picture)], check=True)
    image = QImage(str(next(tmp_path.glob("practice-*.png"))))
    reddish = sum(
        image.pixelColor(x, y).red() - image.pixelColor(x, y).green() > 15
        for x in range(image.width())
        for y in range(image.height())
    )
    assert reddish > 1000
