import shutil
import subprocess
from pathlib import Path

import pytest

from nickaudit.documents.pdf import sheet
from nickaudit.documents.pdf.sheet import Entry, Part, Sheet
from tests.requires import require

pytestmark = pytest.mark.usefixtures("qapp")

CARD = Sheet(
    title="A pupil has written to you",
    intro="Take this with you.",
    parts=(
        Part(heading="First", steps=("Don’t answer.", "Keep the message.")),
        Part(heading="Tell", entries=(Entry("the safeguarding lead (DSL)", ("01632 960001",)),)),
        Part(heading="You can say", words="“A pupil has written to me. I have not answered.”"),
    ),
    foot="Nothing of this is recorded.",
)


def text_in(written: bytes, folder: Path) -> str:
    require(shutil.which("pdftotext"), "pdftotext (poppler-utils)")
    (folder / "sheet.pdf").write_bytes(written)
    result = subprocess.run(
        ["pdftotext", "-layout", str(folder / "sheet.pdf"), "-"], capture_output=True, check=True
    )
    return result.stdout.decode()


def test_everything_on_a_card_can_be_read_in_order(tmp_path: Path) -> None:
    text = " ".join(text_in(sheet.write(CARD), tmp_path).split())
    expected = (
        "A pupil has written to you", "Take this with you.", "First", "1. Don’t answer.",
        "2. Keep the message.",
        "Tell", "the safeguarding lead (DSL)", "01632 960001", "You can say", "I have not answered.”",
        "Nothing of this is recorded.",
    )  # fmt: skip
    places = [text.index(each) for each in expected]
    assert places == sorted(places)


def test_a_card_is_one_page(tmp_path: Path) -> None:
    assert text_in(sheet.write(CARD), tmp_path).count("\f") == 1


def test_a_question_has_room_for_the_answer(tmp_path: Path) -> None:
    few, many = (sheet.write(Sheet(title="I have a question", parts=(Part(lines=n),))) for n in (1, 8))
    assert text_in(few, tmp_path).count("\f") == text_in(many, tmp_path).count("\f") == 1
    assert few != many


def test_what_does_not_fit_goes_on_overleaf_and_nothing_is_lost(tmp_path: Path) -> None:
    steps = tuple(f"Step number {n} of many." for n in range(90))
    text = text_in(
        sheet.write(Sheet(title="Long", parts=(Part(heading="Do", steps=steps),), foot="Foot")), tmp_path
    )
    assert text.count("\f") > 1
    assert text.count("Foot") == text.count("\f")
    for step in steps:
        assert step in text


def test_a_paragraph_longer_than_a_page_is_not_drawn_over_the_foot(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(1500))
    text = text_in(sheet.write(Sheet(title="Long", parts=(Part(text=words),))), tmp_path)
    assert "word1499" in text
    assert text.count("\f") > 1
