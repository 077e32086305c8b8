"""`nickaudit school …` from an empty home to a recovered one, and nothing secret among the arguments."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nickaudit.cli import main
from nickaudit.services import own_school

DRAFT = """
name = "Ysgol y Bryn"
short_name = "Y Bryn"
nation = "Wales"
share = "smb://files.bryn.example/checks/box"
own_name = "Ada Elm"

[contacts.headteacher]
name = "Ada Elm"

[contacts.dsl]
name = "Bo Fir"

[contacts.chair]
name = "Cy Oak"
phone = "01632 960 001"
"""
PASSPHRASE = "three short words"


class Desk:
    """One person's home, the commands typed there, and what they said."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self._capsys = home, capsys

    def run(self, *arguments: object) -> tuple[int, str, list[str]]:
        with pytest.raises(SystemExit) as ended:
            main(["--home", str(self.home), *map(str, arguments)])
        said = self._capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, said.out, said.err.splitlines()

    def does(self, *arguments: object) -> str:
        code, out, err = self.run("school", *arguments)
        assert (code, err) == (0, []), err
        return out

    def cannot(self, *arguments: object, code: int = 1) -> str:
        found, out, err = self.run("school", *arguments)
        assert (found, out, len(err)) == (code, "", 1), (out, err)
        return err[0]


class Office:
    def __init__(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = tmp_path, capsys
        (tmp_path / "draft.toml").write_text(DRAFT)
        (tmp_path / "passphrase").write_text(f"{PASSPHRASE}\n")
        (tmp_path / "out").mkdir()
        self.out, self.file = tmp_path / "out", tmp_path / "out" / "school.nickaudit-school"
        self.recovery = tmp_path / "key.nickaudit-recovery"
        self.secrets = ("--recovery-file", self.recovery, "--passphrase-file", tmp_path / "passphrase")

    def desk(self, name: str) -> Desk:
        return Desk(self.folder / name, self._capsys)

    def set_up(self, name: str = "head") -> Desk:
        desk = self.desk(name)
        desk.does("init", self.out, "--from", self.folder / "draft.toml", *self.secrets)
        return desk


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


def test_a_school_is_set_up_from_a_draft(office: Office) -> None:
    head = office.set_up()
    used = own_school.in_use(head.home)
    assert used is not None
    assert office.file.read_bytes() == used.raw
    assert (used.school.name, used.school.other_names) == ("Ysgol y Bryn", ())
    assert "already uses" in head.cannot("init", office.out)


def test_json_drafts_and_settings_are_taken_too(office: Office) -> None:
    draft = {"name": "Hill", "short_name": "Hill", "nation": "England", "share": "/srv/x"}
    path = office.folder / "draft.json"
    path.write_text(json.dumps(draft))
    settings = [
        "every_months=6", "other_names=The Hill; Hill Infants", "groups=teachers;governors",
        "contacts.headteacher.name=Ada Elm", "contacts.dsl.name=Bo Fir", "contacts.chair.email=cy@a.example",
    ]  # fmt: skip
    given = [part for each in settings for part in ("--set", each)]
    out = office.desk("head").does("init", office.out, "--from", path, *given, *office.secrets, "--json")
    school = json.loads(out)["school"]
    assert (school["every_months"], school["other_names"]) == (6, ["The Hill", "Hill Infants"])
    assert school["groups"] == ["teachers", "governors"]
    assert json.loads(out)["version"] == 1


def test_what_is_missing_is_one_line_and_no_key_is_made(office: Office) -> None:
    head = office.desk("head")
    said = head.cannot("init", office.out, "--set", "name=Hill", *office.secrets)
    assert "Not ready" in said
    assert "nation: Choose where the school is" in said
    assert not office.recovery.exists()
    assert not (head.home / "keys").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("init", "--set", "nme=Hill"), "nme"),
        (("init", "--set", "name"), "NAME=VALUE"),
        (("init", "--set", "name=a", "--set", "name.b=c"), "two ways"),
        (("init", "--set", "every_months=often"), "--set cannot be used"),
        (("change",), "Say what to change"),
        (("recover",), "FILE"),
        (("reader",), "output"),
        (("init", "--passphrase", "secret"), "No such option"),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(office: Office, arguments: tuple[str, ...], word: str) -> None:
    assert word in office.desk("head").cannot(*arguments, code=2)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.toml", "name = "),
        ("a.toml", 'nme = "Hill"'),
        ("a.json", "[]"),
        ("a.json", '{"nation": "France"}'),
        ("a.toml", '[contacts.cook]\nname = "Di"'),
        ("a.toml", 'reader_files = ["gone.nickaudit-reader"]'),
        ("a.toml", "x" * 300_000),
    ],
)
def test_a_draft_that_cannot_be_used_is_one_line(office: Office, name: str, text: str) -> None:
    (office.folder / name).write_text(text)
    assert office.desk("head").cannot("init", office.out, "--from", office.folder / name)


def test_a_printed_recovery_key_is_typed_back(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another program reads the key from stderr, and types it with one mistake first."""
    command = [sys.executable, "-m", "nickaudit", "--home", str(office.folder / "head"), "school", "init"]
    command += [str(office.out), "--from", str(office.folder / "draft.toml")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stderr is not None
        assert "Write the recovery key down" in child.stderr.readline()
        printed = child.stderr.readline().strip()
        child.stdin.write(f"{printed[:-1]}\n{printed.lower()}\n")
        child.stdin.close()
        said = child.stderr.read()
        assert child.wait(60) == 0, said
    assert len(printed.split()) == 14
    assert len(said.splitlines()) == 1
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{printed}\n"))
    new = office.desk("new")
    new.does("recover", office.file)
    assert own_school.in_use(new.home) is not None


def test_without_an_answer_nothing_is_set_up(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    head = office.desk("head")
    code, out, err = head.run("school", "init", office.out, "--from", office.folder / "draft.toml")
    assert (code, out) == (1, "")
    assert "nothing was answered" in err[-1]
    assert own_school.in_use(head.home) is None


def test_questions_are_asked_where_there_is_no_draft(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [
        "Hill School", "Hill", "Scotland", "Ada Elm", "", "", "Bo Fir", "", "", "Cy Oak", "01632 960 001", "",
        "", "", "/srv/checks", "6", "", "", "",
    ]  # fmt: skip
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))
    head = office.desk("head")
    code, _, err = head.run("school", "init", office.out, *office.secrets)
    assert code == 0, err
    used = own_school.in_use(head.home)
    assert used is not None
    assert (used.school.name, used.school.every_months) == ("Hill School", 6)
    assert used.school.nation.value == "Scotland"


def test_staff_see_what_it_does_and_then_use_it(office: Office) -> None:
    office.set_up()
    staff = office.desk("staff")
    assert "No school is set up" in staff.cannot("show")
    shown = staff.does("show", office.file)
    assert "School file number 1, signed on" in shown.splitlines()[0]
    for words in (
        "School: Ysgol y Bryn, Wales",
        "The designated safeguarding person (DSP): Bo Fir",
        "Certificates go to: checks/box on the server files.bryn.example",
        "Can be read by: The headteacher (Ada Elm)",
        "Fingerprint: ",
    ):
        assert words in shown
    assert own_school.in_use(staff.home) is None
    staff.does("use", office.file, "--yes")
    assert "(in use)" in staff.does("show")


def test_changes_are_shown_before_and_after_and_older_files_refused(office: Office) -> None:
    head, staff = office.set_up(), office.desk("staff")
    staff.does("use", office.file, "--yes")
    older = office.folder / "older.nickaudit-school"
    older.write_bytes(office.file.read_bytes())
    head.does("change", "--set", "every_months=6")
    assert "already" in head.cannot("export", office.out)
    head.does("export", office.out, "--replace")
    assert "How often: Was: every 12 months" in staff.does("show", office.file)
    shape: dict[str, Any] = json.loads(staff.does("show", office.file, "--json"))
    assert (shape["status"], shape["school"]["sequence"]) == ("newer", 2)
    assert shape["changes"] == [{"field": "every_months", "before": "12", "after": "6"}]
    staff.does("use", office.file, "--yes")
    assert "older" in staff.cannot("use", older, "--yes")
    assert "does not hold the key" in staff.cannot("change", "--set", "every_months=3")


def test_two_people_hand_over_by_files(office: Office) -> None:
    head, after = office.set_up(), office.desk("after")
    reader, statement = office.folder / "di.nickaudit-reader", office.folder / "over.nickaudit-hand-over"
    after.does("use", office.file, "--yes")
    after.does("reader", "-o", reader, "--title", "the headteacher", "--name", "Di Yew")
    assert "Di Yew" in head.does("hand-over", reader, "-o", statement)
    assert "signs now" in after.does("take-over", statement)
    after.does("change", "--set", f"reader_files={reader}")
    assert "Di Yew" in after.does("show")


def test_recovery_needs_the_right_passphrase_and_gives_signing_back(office: Office) -> None:
    head = office.set_up()
    head.does("rotate")
    head.does("export", office.out, "--replace")
    new = office.desk("new")
    (office.folder / "wrong").write_text("three other words")
    wrong = ("--recovery-file", office.recovery, "--passphrase-file", office.folder / "wrong")
    assert "passphrase does not open" in new.cannot("recover", office.file, *wrong)
    new.does("recover", office.file, *office.secrets)
    assert "Say in whose place" in new.cannot("rotate")
    new.does("rotate", "--as", "the headteacher")
    assert json.loads(new.does("show", "--json"))["school"]["sequence"] == 3


def test_no_window_is_loaded(office: Office) -> None:
    office.set_up()
    script = (
        "import sys\nfrom nickaudit.cli import main\ntry:\n"
        f"    main(['--home', {str(office.folder / 'head')!r}, 'school', 'show'])\n"
        "finally:\n    print('PySide6' in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "False"
