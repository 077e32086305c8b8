import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from nickaudit.cli import main
from nickaudit.services.certificate_issue import IssuedFiles, issue
from nickaudit.ui.messages import REFUSALS
from tests.factories import make_claims

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def issued(home: Path) -> IssuedFiles:
    return issue(home, claims=make_claims())


@pytest.fixture
def folder(issued: IssuedFiles) -> Path:
    assert issued.folder is not None
    return issued.folder


def run(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["verify", *map(str, arguments)])
    said = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, said.out, said.err


def test_it_prints_who_what_and_when(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(folder / "certificate.nickaudit-certificate", capsys=capsys)
    assert (code, err) == (0, "")
    assert "unchanged since it was signed" in out
    for value in (
        "Rosalind Ash",
        "Teaching assistant",
        "24 November 2026",
        "24 November 2027",
        "7F3A-91C2-04DE",
    ):
        assert value in out
    assert "compare it with the page" not in out


def test_of_a_pdf_it_says_that_only_the_file_inside_counts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(folder / "certificate.pdf", capsys=capsys)
    assert code == 0
    assert "compare it with the page" in out


def test_one_bad_file_among_good_ones_is_no(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "changed").write_bytes(
        (folder / "certificate.nickaudit-certificate").read_bytes()[:-4] + b"AAAA"
    )
    code, out, err = run(folder / "certificate.pdf", folder / "changed", folder / "none", capsys=capsys)
    assert (code, err) == (1, "")
    assert "certificate.pdf: unchanged since it was signed" in out
    assert "changed: not accepted. This file is not as it was when it was signed." in out
    assert "none: not accepted. This file could not be opened." in out


def test_json_has_one_entry_a_file(
    issued: IssuedFiles, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(folder / "certificate.pdf", folder / "none", "--json", capsys=capsys)
    shape: dict[str, Any] = json.loads(out)
    assert code == 1
    assert shape == {
        "version": 1,
        "files": [
            {
                "file": str(folder / "certificate.pdf"),
                "ok": True,
                "reason": "unchanged since it was signed",
                "person": "Rosalind Ash",
                "issued": "2026-11-24",
                "policy": "Social media, May 2018",
                "next_due": "2027-11-24",
                "key": issued.verified.key,
            },
            {
                "file": str(folder / "none"), "ok": False, "reason": "unreadable",
                "person": None, "issued": None,
                "policy": None, "next_due": None, "key": None,
            },
        ],
    }  # fmt: skip


def test_no_file_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys=capsys)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_a_file_name_cannot_steer_the_terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("\x1b[31mred", capsys=capsys)
    assert "\x1b" not in out


def test_every_sentence_tells_what_is_wrong_in_few_words() -> None:
    for sentences in REFUSALS.values():
        assert all(len(sentence.split()) <= 25 for sentence in sentences.split(". "))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_in_no_alphabet_is_named_in_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff")
    Path(odd).write_bytes(b"x")
    code, out, err = run("--json", odd, capsys=capsys)
    assert (code, err) == (1, "")
    assert json.loads(out)["files"][0]["file"] == odd
