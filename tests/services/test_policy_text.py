"""The attached policy document: copied whole or not at all, read once, quoted word for word."""

import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter

from nickaudit.content.library import load_content
from nickaudit.content.policy_document import LARGEST_DOCUMENT
from nickaudit.content.roots import misplaced
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import LineId
from nickaudit.services import Services, policy_text
from tests.policy_pdf import pdf_of

INVENTED = Path(__file__).parents[1] / "content" / "invented"
TEXT = INVENTED / "policy.txt"


@pytest.fixture
def marsh_lane(services: Services) -> Services:
    """The program with the invented school's policy."""
    services.home.mkdir(mode=0o700, exist_ok=True)
    return replace(services, content=load_content(INVENTED / "resources", policy="marsh-lane"))


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "Social media.PDF"
    path.write_bytes(pdf_of(TEXT.read_text(encoding="utf-8")))
    return path


def kept_in(services: Services) -> list[str]:
    folder = services.home / "content" / "policies" / "marsh-lane"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_without_a_document_nothing_is_quoted(marsh_lane: Services) -> None:
    assert policy_text.document_of(marsh_lane) is None
    assert policy_text.read(marsh_lane) is None


def test_every_sentence_is_quoted_word_for_word_with_its_line(marsh_lane: Services) -> None:
    attached = policy_text.attach(marsh_lane, TEXT)
    assert attached.not_found == ()
    assert attached.asked_for == len(marsh_lane.content.policy.lines)
    (quotation,) = attached.quotations[LineId("class-list")]
    assert quotation.whole == (
        "“Adults at Marsh Lane should: … Never share a class list outside the school.”"
    )
    lines = TEXT.read_text(encoding="utf-8").splitlines()
    assert "Never share a class list" in lines[quotation.line - 1]
    assert quotation.place == f"line {quotation.line}"


def test_a_pdf_is_quoted_with_its_page(marsh_lane: Services, pdf: Path) -> None:
    attached = policy_text.attach(marsh_lane, pdf)
    assert kept_in(marsh_lane) == ["policy-document.pdf"]
    pages = [page.extract_text() for page in PdfReader(pdf).pages]
    assert len(pages) > 1
    assert attached.not_found == ()
    for quoted in attached.quotations.values():
        first = " ".join(quoted[0].text.split()[:3])
        assert first in pages[quoted[0].page - 1]
        assert quoted[0].place == f"page {quoted[0].page}"


def test_a_sentence_that_is_not_there_is_told_and_never_made_up(marsh_lane: Services, tmp_path: Path) -> None:
    text = TEXT.read_text(encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(
        text.replace("Never share a class list", "Always lock up the class list"), encoding="utf-8"
    )
    attached = policy_text.attach(marsh_lane, other)
    assert attached.not_found == (LineId("class-list"),)
    assert LineId("class-list") not in attached.quotations


def test_the_copy_and_its_index_are_for_the_person_alone(marsh_lane: Services) -> None:
    policy_text.attach(marsh_lane, TEXT)
    copy = policy_text.document_of(marsh_lane)
    assert copy is not None
    assert copy.read_bytes() == TEXT.read_bytes()
    for path in (copy, marsh_lane.home / policy_text.INDEX):
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(misplaced((INVENTED / "resources", marsh_lane.home / "content"))) == []


def test_a_second_look_reads_the_index_and_not_the_document(
    marsh_lane: Services, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attached = policy_text.attach(marsh_lane, pdf)
    monkeypatch.setattr("nickaudit.content.policy_document.read_policy_document", None)
    assert policy_text.read(marsh_lane) == attached


def test_a_changed_document_is_read_anew(marsh_lane: Services) -> None:
    policy_text.attach(marsh_lane, TEXT)
    copy = policy_text.document_of(marsh_lane)
    assert copy is not None
    copy.write_text(copy.read_text(encoding="utf-8").replace("class list", "class photo"), encoding="utf-8")
    attached = policy_text.read(marsh_lane)
    assert attached is not None
    assert attached.not_found == (LineId("class-list"),)
    assert policy_text.read(marsh_lane) == attached


def test_a_damaged_index_mends_itself_whichever_byte_it_was(marsh_lane: Services) -> None:
    attached = policy_text.attach(marsh_lane, TEXT)
    index = marsh_lane.home / policy_text.INDEX
    whole = index.read_bytes()
    for place in range(0, len(whole), 97):
        index.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert policy_text.read(marsh_lane) == attached
        assert index.read_bytes() == whole
    for damaged in (b"", b"\n", whole[:-1], b"00000000\n{}"):
        index.write_bytes(damaged)
        assert policy_text.read(marsh_lane) == attached


def test_on_a_shared_computer_it_is_read_and_nothing_is_written(marsh_lane: Services) -> None:
    attached = policy_text.attach(marsh_lane, TEXT)
    index = marsh_lane.home / policy_text.INDEX
    index.unlink()
    assert policy_text.read(marsh_lane, keep=False) == attached
    assert not index.exists()


def test_another_document_takes_the_place_of_the_first(marsh_lane: Services, pdf: Path) -> None:
    policy_text.attach(marsh_lane, TEXT)
    policy_text.attach(marsh_lane, pdf)
    assert kept_in(marsh_lane) == ["policy-document.pdf"]
    policy_text.attach(marsh_lane, TEXT)
    assert kept_in(marsh_lane) == ["policy-document.txt"]


def test_of_two_the_newer_one_counts(marsh_lane: Services, pdf: Path) -> None:
    policy_text.attach(marsh_lane, TEXT)
    copy = policy_text.document_of(marsh_lane)
    assert copy is not None
    other = copy.with_name("policy-document.pdf")
    other.write_bytes(pdf.read_bytes())
    os.utime(other, ns=(copy.stat().st_atime_ns, copy.stat().st_mtime_ns + 10))
    assert policy_text.document_of(marsh_lane) == other
    os.utime(other, ns=(copy.stat().st_atime_ns, copy.stat().st_mtime_ns - 10))
    assert policy_text.document_of(marsh_lane) == copy


def test_it_can_be_taken_away_again(marsh_lane: Services) -> None:
    policy_text.attach(marsh_lane, TEXT)
    policy_text.remove(marsh_lane)
    assert policy_text.read(marsh_lane) is None
    assert kept_in(marsh_lane) == []
    assert not (marsh_lane.home / policy_text.INDEX).exists()
    policy_text.remove(marsh_lane)


def _locked(pdf: Path) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(pdf))
    writer.encrypt("secret", algorithm="AES-256")
    path = pdf.with_name("locked.pdf")
    writer.write(path)
    return path.read_bytes()


def _scan() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    path = Path(os.environ["NICKAUDIT_HOME"]).parent / "scan.pdf"
    writer.write(path)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("missing", "There is no such file"),
        ("folder", "There is no such file"),
        ("huge", "larger than 20 MB"),
        ("word", "neither a PDF nor a text file"),
        ("binary", "neither a PDF nor a text file"),
        ("empty", "no text in this policy document"),
        ("scan", "A scan needs text recognition first"),
        ("locked", "locked with a password"),
        ("damaged", "cannot be read"),
        ("another", "None of the policy's sentences stand in this document"),
    ],
)
def test_what_cannot_be_quoted_from_is_refused_in_one_sentence_and_the_first_one_stays(
    marsh_lane: Services, pdf: Path, tmp_path: Path, case: str, said: str
) -> None:
    attached = policy_text.attach(marsh_lane, TEXT)
    path = tmp_path / {"word": "policy.docx", "binary": "policy.txt"}.get(case, "given")
    contents = {
        "huge": b"a" * (LARGEST_DOCUMENT + 1),
        "word": b"PK\3\4 word",
        "binary": b"\0\1\2",
        "empty": b"",
        "scan": _scan(),
        "locked": _locked(pdf),
        "damaged": b"%PDF-1.7\nnothing of a PDF",
        "another": b"The minutes of the summer fair. There was cake.",
    }
    if case == "folder":
        path.mkdir()
    elif case != "missing":
        path.write_bytes(contents[case])
    with pytest.raises(NickAuditError, match=said) as refused:
        policy_text.attach(marsh_lane, path)
    assert refused.value.sentence.count(".") <= 2
    assert kept_in(marsh_lane) == ["policy-document.txt"]
    assert policy_text.read(marsh_lane) == attached


def test_where_it_cannot_be_copied_that_is_said(marsh_lane: Services) -> None:
    (marsh_lane.home / "content").write_text("no folder", encoding="utf-8")
    with pytest.raises(policy_text.NotAttachedError, match="could not be copied"):
        policy_text.attach(marsh_lane, TEXT)


def test_a_text_in_wide_letters_is_read(marsh_lane: Services, tmp_path: Path) -> None:
    wide = tmp_path / "policy.txt"
    wide.write_bytes(TEXT.read_text(encoding="utf-8").encode("utf-16"))
    assert policy_text.attach(marsh_lane, wide).not_found == ()
