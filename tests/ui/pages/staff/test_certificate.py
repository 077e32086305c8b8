"""The certificate's page: made once, shown as it is, and nothing lost on the way."""

from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import CERTIFICATE, REVIEW, Step, StepKind
from nickaudit.ui.messages import KEY_PLACES
from nickaudit.ui.pages.staff.certificate import CertificatePage
from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.certificate_card import CertificateCard
from tests.finishing import answer_everything, person
from tests.ui.pages.certified import numbers, show, wait
from tests.ui.pages.desk import Desk, click, cut_off, find, named, press, without_a_name_of_their_own, words

pytestmark = pytest.mark.usefixtures("documents")


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
