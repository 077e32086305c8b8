"""The recovery key: kept in one of two ways, read back, and only then is the school set up."""

from pathlib import Path

from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QLineEdit

from nickaudit.domain import route
from nickaudit.domain.route import StepKind
from nickaudit.services import Services, kept_draft, own_school
from nickaudit.ui.pages.setup.recovery import CHOOSE, NOT_READ_BACK, RecoveryPage
from nickaudit.ui.widgets.recovery_forms import SHORTEST
from tests.ui.pages.desk import Desk, click, find, press, settle
from tests.ui.pages.setup.hands import begun, go_on, open_page, type_into, wait

HOW = "How do you want to keep it?"
FILE, PAPER = f"{HOW}: In a file, under a passphrase", f"{HOW}: On paper"
PASSPHRASE, AGAIN, ITS = "Passphrase", "The same passphrase again", "Its passphrase"
WHERE, TYPE = "Where to save the recovery key", "Type the key from the paper"
WORDS = "lantern orchard kettle"


def opened(desk: Desk) -> RecoveryPage:
    begun(desk.services)
    return open_page(desk, RecoveryPage, StepKind.SET_UP_RECOVERY)


def finished(desk: Desk, page: RecoveryPage) -> Services:
    renewed: list[Services] = []
    page.renewed.connect(renewed.append)
    assert go_on(page) == []
    wait(page)
    return renewed[0]


def read_back(page: RecoveryPage, typed: str) -> str:
    type_into(page, TYPE, typed)
    press(page, "Read it back")
    wait(page)
    return page.paper.line.fault.text()


def test_it_cannot_be_finished_before_the_key_was_read_back(desk: Desk) -> None:
    page = opened(desk)
    assert go_on(page) == [CHOOSE]
    click(page, PAPER)
    assert go_on(page) == [NOT_READ_BACK]
    click(page, FILE)
    assert go_on(page) == [NOT_READ_BACK]
    assert own_school.in_use(desk.services.home) is None


def test_from_paper_typed_back_in_small_letters_without_blanks(desk: Desk) -> None:
    page = opened(desk)
    click(page, PAPER)
    printed = page.paper.groups.text()
    assert len(printed.split()) == 14
    assert read_back(page, printed.replace(" ", "").lower()) == ""
    assert desk.said[-1].startswith("The recovery key was read back.")
    services = finished(desk, page)
    assert services.school_file is not None
    assert services.school_file.school.name == "Hill School"
    assert desk.steps == [route.SET_UP_GIVE]
    assert kept_draft.read(services) is None


def test_a_mistake_in_typing_is_told_and_nothing_is_set_up(desk: Desk) -> None:
    page = opened(desk)
    click(page, PAPER)
    assert read_back(page, page.paper.groups.text()[:-5]).startswith("A recovery key has 14 groups of 4")
    assert go_on(page) == [NOT_READ_BACK]


def test_the_file_is_saved_under_a_passphrase_typed_twice_and_opened_again(
    desk: Desk, tmp_path: Path
) -> None:
    page, path = opened(desk), tmp_path / "Recovery key.nickaudit-recovery"
    click(page, FILE)
    type_into(page, PASSPHRASE, "short")
    press(page, "Save the recovery key…")
    assert page.file.passphrase.fault.text().startswith(f"Enter a passphrase of at least {SHORTEST}")
    type_into(page, PASSPHRASE, WORDS)
    type_into(page, AGAIN, "lantern orchard kettles")
    press(page, "Save the recovery key…")
    assert page.file.again.fault.text() == "Enter the same passphrase twice."
    type_into(page, AGAIN, WORDS)
    press(page, "Save the recovery key…")
    type_into(page, WHERE, str(path))
    press(page, "Save")
    wait(page)
    assert path.is_file()
    type_into(page, ITS, "another passphrase")
    press(page, "Read it back: The recovery file")
    wait(page)
    assert "does not open this file" in page.file.typed.fault.text()
    type_into(page, ITS, WORDS)
    press(page, "Read it back: The recovery file")
    wait(page)
    assert finished(desk, page).school_file is not None


def test_a_file_of_another_key_does_not_count(desk: Desk, tmp_path: Path) -> None:
    from nickaudit.services import recovery_key

    path = tmp_path / "old.nickaudit-recovery"
    recovery_key.save(recovery_key.new_school(), to=path, passphrase=WORDS)
    page = opened(desk)
    click(page, FILE)
    type_into(page, ITS, WORDS)
    type_into(page, "The recovery file", str(path))
    press(page, "Read it back: The recovery file")
    wait(page)
    assert page.file.opening.field.fault.text().startswith("This is another recovery key")


def test_no_passphrase_is_shown_as_it_is_typed(desk: Desk) -> None:
    page = opened(desk)
    click(page, FILE)
    for label in (PASSPHRASE, AGAIN, ITS):
        assert find(page, label, QLineEdit).echoMode() is QLineEdit.EchoMode.Password


def test_the_key_can_be_printed(desk: Desk, tmp_path: Path) -> None:
    page = opened(desk)
    click(page, PAPER)
    page.paper.print_on(QPdfWriter(str(tmp_path / "key.pdf")))
    assert page.paper.printed.text() == "Handed to the printer."
    assert (tmp_path / "key.pdf").stat().st_size > 1000


def test_the_key_is_in_no_file_of_the_home(desk: Desk) -> None:
    page = opened(desk)
    click(page, PAPER)
    key = page.paper.groups.text()
    settle()
    for path in desk.services.home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert key.encode() not in content
            assert key.replace(" ", "").encode() not in content
