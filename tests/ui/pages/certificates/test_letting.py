"""Let the school have it: everything that goes, how it stands, and four ways of equal weight."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services import delivery, own_certificates
from nickaudit.store.private import receipts
from nickaudit.ui.pages.certificates.letting import LetTheSchoolHaveIt
from nickaudit.ui.widgets.fact_table import Fact
from tests.finishing import person
from tests.ui.pages.certified import (
    numbers,
    show,
)
from tests.ui.pages.desk import (
    Desk,
    find,
    press,
    words,
)


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
    delivery.queue(database, number=number, address=ShareAddress(folder=str(box)), now=now)
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


def test_a_page_that_is_shown_follows_what_the_quiet_rounds_send(
    finished: Desk, qtbot: QtBot, tmp_path: Path, now: dt.datetime
) -> None:
    show(finished, qtbot)
    box, database, (number,) = tmp_path / "school", finished.services.private, numbers(finished)
    delivery.queue(database, number=number, address=ShareAddress(folder=str(box)), now=now)
    delivery.try_now(database, number, now=now)
    page = show(finished, qtbot)
    box.mkdir()
    delivery.try_now(database, number, now=now)
    (let,) = page.findChildren(LetTheSchoolHaveIt)
    qtbot.waitUntil(lambda: "The school's folder has it." in words(page), timeout=10_000)
    receipts.keep(database, number, file_hash="ab" * 32, received_on=now.date(), receipt=b"signed")
    let.look_again()
    assert "The school has it, 24 November." in words(page)
    assert "It is waiting" not in words(page)


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
