"""The shipped typeface: whole, with its licence, and readable again from a PDF."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFontInfo, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from nickaudit import paths
from nickaudit.ui.theme.fonts import BOLD, FAMILY, FILES, SEMIBOLD, font, load_shipped_font, system_family
from nickaudit.ui.theme.tokens import Theme
from tests.requires import require

LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ",
    "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ",
    "ĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĢģĪīĮįİıĶķ",
    "ĹĺĻļĽľŁłŃńŅņŇňŌōŐőŒœŔŕŘřŚśŞşŠšŢţŤť",
    "ŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚț",
    "£€&@%!?.,;:()-–—‘’“”'…•·›",
)


@pytest.mark.parametrize("weight", [400, SEMIBOLD, BOLD])
def test_every_letter_can_be_read_back_from_a_pdf(app: QApplication, tmp_path: Path, weight: int) -> None:
    require(shutil.which("pdftotext"), "pdftotext, of poppler-utils")
    file = tmp_path / "letters.pdf"
    writer = QPdfWriter(str(file))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(10, 10, 10, 10)
        )
    )
    writer.setResolution(96)
    painter = QPainter(writer)
    painter.setFont(font(Theme(), 14, weight))
    for row, line in enumerate(LETTERS):
        painter.drawText(20, 40 + row * 30, line)
    painter.end()
    del writer
    read = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    assert [line for line in LETTERS if line not in read] == []


@pytest.mark.parametrize("weight", [400, SEMIBOLD, BOLD])
def test_each_weight_is_the_shipped_one(app: QApplication, weight: int) -> None:
    info = QFontInfo(font(Theme(), 16, weight))
    assert info.family().startswith(FAMILY)
    assert info.weight() == weight
    assert info.pixelSize() == 16


def test_the_files_are_small_and_bring_their_licence() -> None:
    assert all(paths.resource(name).stat().st_size < 60_000 for name in FILES)
    assert "SIL Open Font License" in paths.resource("fonts/OFL.txt").read_text(encoding="utf-8")


def test_the_font_can_be_loaded_and_there_is_a_system_font(app: QApplication) -> None:
    assert load_shipped_font() == FAMILY
    assert system_family()
