"""`nickaudit report DIR`: the head's table without a window, and nothing written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from nickaudit.cli import main
from nickaudit.credentials import sealed
from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.domain.ids import RoleId
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import own_school
from tests.factories import make_claims
from tests.reading_school import ReadingSchool

SCHOOL = ReadingSchool()


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["report", *arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "school"
    folder.mkdir()
    for number, name in enumerate(("Rosalind Ash", "Owen Birch")):
        claims = make_claims(number=f"0000-0000-000{number}", name=name)
        (folder / f"{number}.nickaudit-certificate").write_bytes(sign(claims, private_jwk=new_key()))
    (folder / "letter.pdf").write_bytes(b"%PDF-1.4 a letter")
    return folder


def test_the_table_and_the_files_that_need_a_look_are_printed(
    box: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted((path.name, path.stat().st_mtime_ns) for path in box.iterdir())
    assert run(str(box)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("St Nicholas CE Primary School · as of ")
    assert lines[1].startswith("2 on the list: ")
    assert lines[3].split() == ["Name", "Role", "Status", "Finished", "on", "Next", "due", "Note"]
    assert [line.split("  ")[0] for line in lines[4:6]] == ["Ash, Rosalind", "Birch, Owen"]
    assert lines[-1].startswith("letter.pdf")
    assert "This PDF" in lines[-1]
    assert sorted((path.name, path.stat().st_mtime_ns) for path in box.iterdir()) == before
    assert not home.exists()


def test_json_has_a_version_and_every_person_and_file(box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(box), "--json") == 0
    shape = json.loads(capsys.readouterr().out)
    assert set(shape) == {
        "version",
        "as_of",
        "school",
        "finished",
        "due",
        "overdue",
        "sealed_for_others",
        "for_head_reader",
        "for_readers",
        "people",
        "set_aside",
    }
    assert shape["version"] == 1
    assert shape["finished"] + shape["due"] + shape["overdue"] == len(shape["people"]) == 2
    ash, _ = shape["people"]
    assert set(ash) == {
        "name", "role", "status", "finished_on", "next_due", "notes", "number", "key", "school",
    }  # fmt: skip
    assert (ash["name"], ash["finished_on"], ash["next_due"]) == ("Rosalind Ash", "2026-11-24", "2027-11-24")
    (file,) = shape["set_aside"]
    assert (file["file"], file["reason"], file["copy_of"]) == ("letter.pdf", "pdf unreadable", "")


def test_an_empty_folder_is_an_empty_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path)) == 0
    assert "0 on the list" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_one_line_and_exit_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(tmp_path / "gone")) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "gone could not be read" in said.err


def test_a_file_by_itself_is_reported_as_a_folder_of_one(
    box: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(box / "0.nickaudit-certificate")) == 0
    assert "1 on the list" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [(), ("a", "b"), ("--jsn", "a")])
def test_bad_usage_is_one_line_and_exit_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_no_window_is_loaded(box: Path) -> None:
    script = (
        "import sys\n"
        "from nickaudit.cli import main\n"
        "try:\n"
        f"    main(['report', {str(box)!r}])\n"
        "finally:\n"
        "    print('PySide6' in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "False"


@pytest.fixture
def sealed_box(tmp_path: Path) -> Path:
    folder = tmp_path / "sealed"
    folder.mkdir()
    file = SCHOOL.file()
    for number, role in enumerate(("teacher", "teacher", "headteacher")):
        claims = make_claims(number=f"0000-0000-000{number}", name=f"Owen Birch {number}")
        signed = sign(claims, private_jwk=new_key())
        to = file.school.keys_for(RoleId(role))
        (folder / f"{number}.nickaudit-sealed").write_bytes(sealed.seal(signed, to=to))
    return folder


def test_sealed_files_are_read_where_the_keys_are(
    sealed_box: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir(mode=0o700)
    own_school.take(home, SCHOOL.file().raw)
    KeptKeys(home).write(names.READERS, json.dumps([json.loads(SCHOOL.keys["head"])]))
    before = sorted(sealed_box.iterdir())
    assert run(str(sealed_box)) == 0
    said = capsys.readouterr().out
    assert "2 on the list" in said
    assert said.count("1 certificate is for the chair of governors.") == 1
    assert "sealed for somebody else" not in said
    assert "Files that need a look" not in said
    assert run(str(sealed_box), "--json") == 0
    shape = json.loads(capsys.readouterr().out)
    assert (shape["for_head_reader"], shape["for_readers"], shape["sealed_for_others"]) == (1, 0, 0)
    assert shape["set_aside"] == []
    assert "2.nickaudit-sealed" not in said
    assert sorted(sealed_box.iterdir()) == before
    assert not (home / "school.db").exists()


def test_without_keys_it_says_how_many_are_sealed_for_somebody_else(
    sealed_box: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(sealed_box)) == 0
    assert "3 files are sealed for somebody else" in capsys.readouterr().out
    assert run(str(sealed_box), "--json") == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["sealed_for_others"] == 3
    assert {file["reason"] for file in shape["set_aside"]} == {"sealed for others"}
    assert not home.exists()
