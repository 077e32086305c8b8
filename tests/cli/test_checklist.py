"""`nickaudit checklist`: a booklet from the command line, without a screen."""

from pathlib import Path

from pypdf import PdfReader

from tests.tour.command import run


def test_a_booklet_is_made_without_a_screen(tmp_path: Path) -> None:
    paper = tmp_path / "booklet.pdf"
    ended = run("checklist", "--accounts", "facebook,insta", "-o", str(paper), DISPLAY="", QT_QPA_PLATFORM="")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"Saved {paper}\n"
    text = " ".join(PdfReader(paper).pages[0].extract_text().split())
    assert "Facebook" in text
    assert "Instagram" in text


def test_a_file_that_is_there_is_not_written_over_unless_one_says_so(tmp_path: Path) -> None:
    paper = tmp_path / "booklet.pdf"
    paper.write_bytes(b"mine")
    ended = run("checklist", "-o", str(paper))
    assert ended.code == 1
    assert "There is already another file of that name." in ended.err
    assert paper.read_bytes() == b"mine"
    assert run("checklist", "--replace", "-o", str(paper)).code == 0
    assert paper.read_bytes().startswith(b"%PDF-")


def test_an_unknown_site_and_a_missing_folder_are_said_in_a_sentence(tmp_path: Path) -> None:
    unknown = run("checklist", "--accounts", "qqqqqq", "-o", str(tmp_path / "a.pdf"))
    assert unknown.code == 1
    assert (
        unknown.err == "nickaudit: There is no site or app called 'qqqqqq' here. Check how it is spelled.\n"
    )
    nowhere = run("checklist", "-o", str(tmp_path / "none" / "a.pdf"))
    assert nowhere.code == 1
    assert nowhere.err.startswith("nickaudit: The file could not be saved there.")
    assert run("checklist").code == 2
