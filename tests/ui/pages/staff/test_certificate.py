"""The certificate's page: made once, shown as it is, kept where the person says, and nothing lost."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.documents.attachment import signed_file_in
from nickaudit.domain.answers import Answer, Computer, LookAnswer
from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.ids import CertificateNumber, PlatformId
from nickaudit.domain.route import CERTIFICATE, MORE, REVIEW, Step, StepKind
from nickaudit.services import delivery, own_certificates
from nickaudit.ui.messages import KEY_PLACES
from nickaudit.ui.pages.certificates import printing
from nickaudit.ui.pages.staff.certificate import CertificatePage
from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.certificate_card import CertificateCard
from nickaudit.ui.widgets.fact_table import Fact
from tests.finishing import answer_everything, person
from tests.ui.pages.desk import (
    Desk,
    click,
    cut_off,
    find,
    named,
    press,
    settle,
    without_a_name_of_their_own,
    words,
)


@pytest.fixture(autouse=True)
def _documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "Documents").mkdir()


class Programs(QObject):
    """The person's own programs: they open what they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def programs(qapp: QApplication) -> Iterator[Programs]:
    made = Programs()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def finished(desk: Desk) -> Desk:
    """Nothing is open; two lines are left for a day in December."""
    desk.add("instagram", "Zebra-Quill")
    desk.session.set_person(person(desk.session))
    answer_everything(desk.session)
    for look in desk.plan.looks:
        desk.session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)
    for line in desk.plan.stops[0].checks[:2]:
        desk.session.answer(line.account, line.check.id, Answer.LATER)
    desk.session.set_later_by(dt.date(2026, 12, 8))
    return desk


def show(desk: Desk, qtbot: QtBot, step: Step = CERTIFICATE, **size: int) -> CertificatePage:
    page = desk.open(CertificatePage, step, **size)
    wait(page, qtbot)
    return page


def wait(page: CertificatePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=20_000)
    settle()


def numbers(desk: Desk) -> list[CertificateNumber]:
    return [each.number for each in own_certificates.listed(desk.session.database)]


def test_it_is_made_while_the_page_says_so_and_the_focus_stays_on_the_heading(
    finished: Desk, qtbot: QtBot
) -> None:
    page = finished.open(CertificatePage, CERTIFICATE)
    assert "Making your certificate…" in words(page)
    wait(page, qtbot)
    assert "Making your certificate…" not in words(page)
    assert page.heading == "You have finished"
    assert page.heading_label.hasFocus()
    assert finished.said == ["Your certificate is ready."]
    assert len(numbers(finished)) == 1


def test_it_says_that_nothing_was_sent_and_what_is_left_for_when(finished: Desk, qtbot: QtBot) -> None:
    text = words(show(finished, qtbot))
    assert (
        "Nothing has been sent to anyone. Two things are left for 8 December; only you can see them." in text
    )
    assert "Until the school has it, its list shows you as not finished." in text
    assert "Anyone who can open this folder can read your name, role and date." in text


def test_with_nothing_left_it_says_no_more_than_that(finished: Desk, qtbot: QtBot) -> None:
    answer_everything(finished.session)
    assert "Nothing has been sent to anyone." in words(show(finished, qtbot)).splitlines()


def test_coming_back_shows_the_same_certificate(finished: Desk, qtbot: QtBot) -> None:
    show(finished, qtbot)
    (number,) = numbers(finished)
    page = show(finished, qtbot)
    assert numbers(finished) == [number]
    assert f"Certificate {number}" in words(page)
    assert "Make a new certificate" not in named(page)


def test_leaving_while_it_is_made_and_coming_back_makes_no_second_one(finished: Desk, qtbot: QtBot) -> None:
    show(finished, qtbot)
    finished.session.begin_again()
    answer_everything(finished.session)
    first = finished.open(CertificatePage, CERTIFICATE)
    tasks = first.context.tasks
    second = show(finished, qtbot)
    qtbot.waitUntil(tasks.is_idle, timeout=20_000)
    assert len(numbers(finished)) == 2
    assert f"Certificate {numbers(finished)[0]}" in words(second)


def test_changed_answers_offer_a_new_certificate_and_the_old_one_stays_listed(
    finished: Desk, qtbot: QtBot
) -> None:
    show(finished, qtbot)
    (old,) = numbers(finished)
    line = finished.plan.stops[0].checks[0]
    finished.session.answer(line.account, line.check.id, Answer.DONE)
    page = show(finished, qtbot)
    assert numbers(finished) == [old]
    click(page, "Make a new certificate")
    wait(page, qtbot)
    assert finished.steps == [CERTIFICATE]
    assert len(numbers(finished)) == 2
    again = show(finished, qtbot)
    assert "Make a new certificate" not in named(again)
    click(again, f"Certificate {old} of 24 November 2026")
    assert finished.steps[-1] == Step(kind=StepKind.CERTIFICATE, item=old)


def test_a_check_that_is_open_again_keeps_its_certificate_and_says_what_to_do(
    finished: Desk, qtbot: QtBot
) -> None:
    show(finished, qtbot)
    finished.add("linkedin")
    page = show(finished, qtbot)
    assert "Make a new certificate" not in named(page)
    click(page, "Check your answers")
    assert finished.steps == [REVIEW]


def test_an_unfinished_check_says_what_is_open_and_leads_there(desk: Desk, qtbot: QtBot) -> None:
    desk.add("instagram")
    desk.meet()
    page = show(desk, qtbot)
    assert page.heading == "You have not finished yet"
    assert "stops and 3 pages of the policy are still open." in words(page)
    press(page, "Check your answers")
    assert desk.steps == [REVIEW]
    assert numbers(desk) == []


def test_an_older_certificate_is_shown_by_its_number_and_offers_no_forgetting(
    finished: Desk, qtbot: QtBot
) -> None:
    show(finished, qtbot)
    (old,) = numbers(finished)
    finished.session.begin_again()
    answer_everything(finished.session)
    show(finished, qtbot)
    page = show(finished, qtbot, Step(kind=StepKind.CERTIFICATE, item=old))
    assert page.heading == "Your certificate of 24 November 2026"
    assert f"Certificate {old}" in words(page)
    assert "Forget them" not in named(page)
    click(page, "E-mail it")
    assert finished.steps == [Step(kind=StepKind.HANDING_OVER, item=f"email {old}")]


def test_a_number_that_is_not_kept_here_is_one_sentence(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot, Step(kind=StepKind.CERTIFICATE, item="0000-0000-0000"))
    assert "That certificate is no longer kept on this computer." in words(page)


def test_a_failure_is_one_sentence_and_try_again_goes_on(finished: Desk, qtbot: QtBot, home: Path) -> None:
    in_the_way = home / "certificates"
    in_the_way.write_text("not a folder")
    page = show(finished, qtbot)
    sentence = (
        "The certificate could not be saved in its folder. Check that you may write to it, then try again."
    )
    assert sentence in words(page)
    assert finished.said == [sentence]
    assert numbers(finished) == []
    in_the_way.unlink()
    press(page, "Try again")
    wait(page, qtbot)
    assert len(numbers(finished)) == 1
    assert sentence not in words(page)
    assert "Try again" not in named(page)


def test_a_key_that_cannot_be_kept_is_said_too(finished: Desk, qtbot: QtBot, home: Path) -> None:
    (home / "keys").write_text("not a folder")
    page = show(finished, qtbot)
    assert "The file with your signing key cannot be read." in words(page)
    assert find(page, "Try again").isEnabled()


def test_a_certificate_whose_kept_file_was_changed_is_not_shown(finished: Desk, qtbot: QtBot) -> None:
    show(finished, qtbot)
    finished.services.private.write("UPDATE issued SET signed = ?", b"eyJhbGciOiJub25lIn0.e30.")
    page = show(finished, qtbot)
    assert "This file is not signed, so it shows nothing." in words(page)
    assert not page.findChildren(CertificateCard)


def test_it_says_where_the_key_is_kept(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    places = [sentence for sentence in KEY_PLACES.values() if sentence in words(page)]
    assert len(places) == 1


def test_every_value_of_the_bytes_that_go_is_there_once_fingerprints_are_shown(
    finished: Desk, qtbot: QtBot
) -> None:
    finished.session.set_person(
        structs.replace(person(finished.session), email="r.ash@school.example", staff_number="0017")
    )
    page = show(finished, qtbot)
    own = own_certificates.take_up(finished.services.private, numbers(finished)[0])
    values = {leaf.value for leaf in own.verified.leaves}
    before = {fact.entry.value for fact in page.findChildren(Fact) if fact.isVisibleTo(page)}
    assert {"Rosalind Ash", "r.ash@school.example", "0017", "24 November 2026", "Yearly"} <= before
    assert not values <= before
    press(page, "Show fingerprints")
    shown = {fact.entry.value for fact in page.findChildren(Fact) if fact.isVisibleTo(page)}
    assert values <= shown
    assert own.verified.key in shown


@pytest.mark.parametrize(
    ("button", "ending"),
    [
        ("Save as PDF", ".pdf"),
        ("Web page (best for screen readers)", ".html"),
        ("Next check in my calendar", ".ics"),
    ],
)
def test_a_copy_is_saved_where_the_person_types(
    finished: Desk, qtbot: QtBot, tmp_path: Path, button: str, ending: str
) -> None:
    page = show(finished, qtbot)
    press(page, button)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == str(tmp_path / "Documents" / f"Certificate {numbers(finished)[0]}{ending}")
    QTest.keyClicks(field, str(tmp_path / "mine"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(page, qtbot)
    saved = tmp_path / f"mine{ending}"
    own = own_certificates.take_up(finished.services.private, numbers(finished)[0])
    expected = {".pdf": None, ".html": own.html, ".ics": own.calendar}[ending]
    if expected is None:
        assert signed_file_in(saved.read_bytes()) == own.signed
    else:
        assert saved.read_bytes() == expected
    assert f"Saved in {tmp_path} as mine{ending}" in words(page)
    assert QApplication.focusWidget() is find(page, "Show in folder")
    assert finished.said[-1] == f"Saved in {tmp_path} as mine{ending}"


def test_another_file_is_never_replaced_unless_the_person_says_so(
    finished: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "mine.ics"
    other.write_text("something else")
    page = show(finished, qtbot)
    click(page, "Next check in my calendar")
    assert "Replace the file that is there" not in named(page)
    find(page, "Where to save the calendar entry", QLineEdit).setText(str(other))
    click(page, "Save")
    wait(page, qtbot)
    assert other.read_text() == "something else"
    assert "A file of that name is there already." in words(page)
    press(page, "Replace the file that is there")
    wait(page, qtbot)
    assert other.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "Saved in" in words(page)


def test_a_folder_gets_the_suggested_name_and_a_bad_place_one_sentence(
    finished: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(finished, qtbot)
    click(page, "Save as PDF")
    field = find(page, "Where to save the PDF", QLineEdit)
    for typed, sentence in (
        ("", "Type where to save it, or choose a place with Browse."),
        (str(tmp_path / "nowhere" / "mine.pdf"), "There is no such folder."),
        ("/proc/mine.pdf", "could not be saved there|no such folder|can't save files"),
        ("~nobody-of-that-name/mine.pdf", "no such folder"),
    ):
        field.setText(typed)
        click(page, "Save")
        wait(page, qtbot)
        assert any(each in words(page) for each in sentence.split("|")), typed
        assert field.hasFocus()
    field.setText(str(tmp_path))
    click(page, "Save")
    wait(page, qtbot)
    assert (tmp_path / f"Certificate {numbers(finished)[0]}.pdf").is_file()


def test_it_opens_in_the_persons_own_programs(finished: Desk, qtbot: QtBot, programs: Programs) -> None:
    page = show(finished, qtbot)
    folder = finished.services.home / "certificates" / numbers(finished)[0]
    for button, opens, file in (
        ("Save as PDF", "Open the PDF", "certificate.pdf"),
        ("Web page (best for screen readers)", "Open the web page", "certificate.html"),
        ("Next check in my calendar", "Open it in my calendar", "next-check.ics"),
    ):
        click(page, button)
        click(page, opens)
        assert programs.opened[-1] == str(folder / file)


def test_a_file_that_nothing_opens_is_said_so(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    (finished.services.home / "certificates" / numbers(finished)[0] / "certificate.pdf").unlink()
    click(page, "Save as PDF")
    click(page, "Open the PDF")
    assert "No program opened it." in words(page)


def test_it_prints_the_page_of_the_pdf(finished: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    show(finished, qtbot)
    own = own_certificates.take_up(finished.services.private, numbers(finished)[0])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert printing.print_on(printer, own) == "Handed to the printer."
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_take_it_is_one_sentence(
    finished: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    show(finished, qtbot)
    own = own_certificates.take_up(finished.services.private, numbers(finished)[0])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    assert printing.print_on(printer, own).startswith("The printer did not take it.")


@pytest.mark.parametrize(
    ("button", "way"),
    [("Put it in the school's folder", "folder"), ("E-mail it", "email"), ("I'll hand it in", "hand-in")],
)
def test_each_way_to_the_school_is_one_press_away(
    finished: Desk, qtbot: QtBot, button: str, way: str
) -> None:
    press(show(finished, qtbot), button)
    assert finished.steps == [Step(kind=StepKind.HANDING_OVER, item=way)]


def test_not_now_says_what_that_means_and_sends_nothing(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    press(page, "Not now")
    sentence = "Nothing was sent. Until the school has it, its list shows you as not finished."
    assert sentence in words(page)
    assert finished.said[-1] == sentence
    assert finished.steps == []
    assert delivery.waiting(finished.services.private) == ()


def test_the_four_ways_have_equal_weight(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    names = ("Put it in the school's folder", "E-mail it", "I'll hand it in", "Not now")
    buttons = [find(page, name) for name in names]
    assert len({type(each) for each in buttons}) == 1
    assert len({each.property("kind") or getattr(each, "kind", None) for each in buttons}) == 1
    assert len({each.height() for each in buttons}) == 1


def test_waiting_is_said_with_its_reason_and_sent_with_its_time(
    finished: Desk, qtbot: QtBot, tmp_path: Path, now: dt.datetime
) -> None:
    show(finished, qtbot)
    box, database, (number,) = tmp_path / "school", finished.services.private, numbers(finished)
    delivery.queue(database, number=number, folder=box, now=now)
    delivery.try_now(database, number, now=now)
    text = words(show(finished, qtbot))
    assert "It is waiting to be sent to the school." in text
    assert "The school's folder can't be found just now." in text
    box.mkdir()
    delivery.try_now(database, number, now=now)
    text = words(show(finished, qtbot))
    assert "The school's folder has it." in text
    assert "Sent at 16:00 on 24 November 2026. Read back and found the same." in text
    assert "Nothing has been sent" not in text
    assert "shows you as not finished" not in text


def test_keeping_the_answers_changes_nothing_and_says_so(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    before = finished.stored().progress
    press(page, "Keep them for next year")
    assert "Your answers are kept on this computer, for you alone." in words(page)
    assert finished.stored().progress == before


def test_forgetting_asks_once_and_then_says_that_it_is_done(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    press(page, "Forget them")
    asked = words(page)
    for part in ("Your certificates stay", "copies in a backup", "the history of your browser"):
        assert part in asked
    assert finished.session.progress.person is not None
    assert find(page, "No, keep them").hasFocus()
    press(page, "Yes, forget my answers")
    wait(page, qtbot)
    assert "Your answers are forgotten" in words(page)
    assert finished.session.progress.answers == {}
    assert finished.stored().progress.person is None
    assert len(numbers(finished)) == 1
    assert "Forget them" not in named(page)
    assert not any("another evening" in name for name in named(page))
    again = show(finished, qtbot)
    assert again.heading == "You have finished"
    assert f"Certificate {numbers(finished)[0]}" in words(again)
    assert "Forget them" not in named(again)


def test_a_second_thought_forgets_nothing(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    press(page, "Forget them")
    press(page, "No, keep them")
    assert "Yes, forget my answers" not in named(page)
    assert finished.stored().progress == finished.session.progress
    assert finished.session.progress.person is not None


def test_a_store_that_is_in_use_is_said_and_forgetting_can_be_tried_again(
    finished: Desk, qtbot: QtBot
) -> None:
    page = show(finished, qtbot)
    reader = finished.stored().database
    press(page, "Forget them")
    with reader.atomic():
        press(page, "Yes, forget my answers")
        wait(page, qtbot)
        assert "Another program is using the file" in words(page)
    reader.close()
    press(page, "Yes, forget my answers")
    wait(page, qtbot)
    assert "Your answers are forgotten" in words(page)
    assert b"Zebra-Quill" not in finished.services.private.path.read_bytes()  # type: ignore[union-attr]


def test_there_is_more_to_do_another_evening(finished: Desk, qtbot: QtBot) -> None:
    page = show(finished, qtbot)
    count = len(finished.plan.more_stops) + len(finished.plan.more_looks)
    press(page, f"{count} more things you can do, another evening")
    assert finished.steps == [MORE]


def test_a_shared_computer_keeps_nothing_and_says_so(finished: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    home = finished.services.home
    before = sorted(path.name for path in home.rglob("*"))
    finished.on(Computer.SHARED)
    finished.session.set_person(person(finished.session))
    finished.session.add_account(PlatformId("instagram"))
    answer_everything(finished.session)
    page = show(finished, qtbot)
    text = words(page)
    assert "On this computer nothing of yours is kept." in text
    assert KEY_PLACES[KeyPlace.DROPPED] in text
    assert "Forget them" not in named(page)
    click(page, "Save as PDF")
    assert "Open the PDF" not in named(page)
    find(page, "Where to save the PDF", QLineEdit).setText(str(tmp_path / "mine.pdf"))
    click(page, "Save")
    wait(page, qtbot)
    assert (tmp_path / "mine.pdf").is_file()
    assert sorted(path.name for path in home.rglob("*")) == before
    press(page, "Stop here and clear everything")
    assert finished.counts["leave_requested"] == 1


def test_somebody_who_has_said_nothing_yet_finds_no_certificate_here(desk: Desk) -> None:
    page = desk.open(CertificatePage, CERTIFICATE)
    assert page.heading == "You have not finished yet"


@pytest.mark.parametrize("mode", list(Mode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(1120, 800), (900, 430)], ids=["large", "small"])
def test_nothing_is_cut_off_and_every_control_has_a_name_of_its_own(
    finished: Desk, qtbot: QtBot, mode: Mode, text_size: int, size: tuple[int, int]
) -> None:
    long_name = "Maria-Magdalena Konstantinopolitanskaja-Featherstonehaugh of the Upper School and the Lower"
    finished.wear(mode=mode, text_size=text_size)
    finished.session.set_person(
        structs.replace(
            person(finished.session, name=long_name),
            email="maria-magdalena.konstantinopolitanskaja-featherstonehaugh@st-nicholas.school.example",
        )
    )
    show(finished, qtbot)
    line = finished.plan.stops[0].checks[0]
    finished.session.answer(line.account, line.check.id, Answer.DONE)
    page = show(finished, qtbot, width=size[0], height=size[1])
    for button in ("Save as PDF", "Show fingerprints", "Forget them", "Not now"):
        press(page, button)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
