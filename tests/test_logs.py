"""What may reach the log file, and what never does."""

import logging
import stat
from enum import Enum
from pathlib import Path

import pytest

from nickaudit import logs


class Ending(Enum):
    FULL = "the folder of Jo Smith is full"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    logs.set_up(tmp_path)
    return tmp_path / logs.FILE_NAME


def lines(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8").splitlines()


def test_a_line_holds_time_level_event_and_known_fields(log: Path) -> None:
    logs.write("delivery_tried", state=Ending.FULL, tries=3, seconds=0.25, version="1.2.0")
    (line,) = lines(log)
    moment, rest = line.split(" ", 1)
    assert rest == "INFO delivery_tried seconds=0.250 state=FULL tries=3 version=1.2.0"
    assert moment.endswith("Z")


def test_a_field_that_is_not_on_the_list_is_left_out(log: Path) -> None:
    logs.write("certificate_made", person="Jo Smith", nickname="Zebra-Quill")
    assert lines(log)[0].endswith("INFO certificate_made")


def test_free_text_in_a_known_field_is_withheld(log: Path) -> None:
    logs.write("delivery_tried", state="Jo Smith", reason=Path("/home/jo"))
    assert lines(log)[0].endswith("INFO delivery_tried reason=withheld state=withheld")


@pytest.mark.parametrize(
    "message", ["Jo Smith has finished", "Jo", "jo.smith@school.test", "/home/jo", "a b", "Émile"]
)
def test_a_message_that_is_no_event_is_withheld(log: Path, message: str, expected_logs: set[str]) -> None:
    expected_logs.add("nickaudit.somewhere")
    logging.getLogger("nickaudit.somewhere").warning(message)
    assert lines(log)[0].endswith("WARNING withheld")


def test_a_message_with_arguments_is_withheld(log: Path, expected_logs: set[str]) -> None:
    expected_logs.add("nickaudit.somewhere")
    logging.getLogger("nickaudit.somewhere").warning("hello_%s", "jo")
    assert lines(log)[0].endswith("WARNING withheld")


def test_an_exception_leaves_its_type_and_place_and_no_text(log: Path) -> None:
    try:
        from nickaudit import paths

        paths.resource("../Zebra-Quill")
    except ValueError as error:
        logs.write("page_failed", level=logging.INFO, error=error)
    (line,) = lines(log)
    assert "error=ValueError where=nickaudit.paths:" in line
    assert "Zebra" not in line


def test_other_libraries_do_not_write_here(log: Path, expected_logs: set[str]) -> None:
    expected_logs.add("pypdf")
    logging.getLogger("pypdf").warning("jo_smith")
    assert not log.exists()


def test_only_the_owner_reads_it(log: Path) -> None:
    logs.write("started")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_it_never_grows_without_end(log: Path) -> None:
    for number in range(20_000):
        logs.write("delivery_tried", tries=number)
    files = sorted(log.parent.glob(f"{logs.FILE_NAME}*"))
    assert len(files) == 3
    assert sum(each.stat().st_size for each in files) < 800_000
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}


def test_a_folder_that_has_gone_does_not_stop_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up(tmp_path / "gone")
    logs.write("started")
    assert capsys.readouterr().err == ""


def test_a_second_home_takes_over_the_log(log: Path, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    logs.set_up(tmp_path / "second")
    logs.write("started")
    assert not log.exists()
    assert len(lines(tmp_path / "second" / logs.FILE_NAME)) == 1
