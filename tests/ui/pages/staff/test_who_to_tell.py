"""Who to tell: what happened, what to do first, whom to tell, what to say; nothing is recorded."""

from io import BytesIO
from pathlib import Path

import pytest
from msgspec import structs
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit.documents.pdf.sheet import write
from nickaudit.domain.ids import ContactId
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.pages.staff.who_to_tell import (
    ASK_OFFICE,
    FOR_YOU,
    IN_DANGER,
    KEEP,
    NOT_RECORDED,
    OTHER,
    OUR_ADVICE,
    TEN_MINUTES,
    WHAT_HAPPENED,
    WRITE_HERE,
    WhoToTellPage,
    card_for,
    people_of,
)
from nickaudit.ui.widgets.keep_sheet import SAVE_PDF
from tests.ui.pages.desk import Desk, cut_off, named, press, without_a_name_of_their_own, words

ALL = Step(kind=StepKind.WHO_TO_TELL)


def one(situation: str) -> Step:
    return Step(kind=StepKind.WHO_TO_TELL, item=situation)


def test_the_list_names_every_situation_and_one_press_opens_it(desk: Desk) -> None:
    page = desk.open(WhoToTellPage, ALL)
    situations = desk.services.content.policy.situations
    assert page.heading_label.text() == WHAT_HAPPENED
    assert set(named(page)) == {situation.title for situation in situations} | {"It's complicated"}
    for situation in situations:
        press(page, situation.title)
    assert desk.steps == [one(situation.id) for situation in situations]


def test_it_says_that_nothing_is_recorded_and_has_no_continue(desk: Desk) -> None:
    for step in (ALL, one("bullied")):
        page = desk.open(WhoToTellPage, step)
        assert NOT_RECORDED in words(page)
        assert IN_DANGER in words(page)
        assert page.footer is None
        assert page.has_back


def test_a_situation_shows_first_steps_in_order_people_and_words(desk: Desk) -> None:
    pack = desk.services.content.policy
    for situation in pack.situations:
        page = desk.open(WhoToTellPage, one(situation.id))
        shown = words(page)
        places = [shown.index(f"{number}.\n{step}") for number, step in enumerate(situation.first, 1)]
        assert places == sorted(places)
        for contact in people_of(pack.contacts, situation.tell):
            assert contact.title[1:] in shown
        assert situation.say in shown
        assert (OUR_ADVICE in shown) is (not situation.lines)
        for line in pack.lines_of(situation.lines):
            assert line.words in shown
        desk.close()


def test_the_words_can_be_copied(desk: Desk) -> None:
    page = desk.open(WhoToTellPage, one("impersonated"))
    press(page, "Copy these words")
    assert QApplication.clipboard().text().startswith("There is an account in my name that is not mine.")


def test_what_the_school_filled_in_is_shown_and_what_it_did_not_is_asked_for(desk: Desk) -> None:
    assert ASK_OFFICE in words(desk.open(WhoToTellPage, one("head-conduct")))
    content = desk.services.content
    contacts = tuple(
        structs.replace(contact, name="Alex Rowan", phone="01632 960001", email="chair@school.example")
        if contact.id == ContactId("chair")
        else contact
        for contact in content.policy.contacts
    )
    policy = structs.replace(content.policy, contacts=contacts)
    desk.services = replace(desk.services, content=structs.replace(content, policy=policy))
    shown = words(desk.open(WhoToTellPage, one("head-conduct")))
    for detail in ("Alex Rowan", "Phone: 01632 960001", "E-mail: chair@school.example"):
        assert detail in shown
    assert ASK_OFFICE not in shown


def test_it_works_before_a_check_has_begun(desk: Desk) -> None:
    desk.session.database.close()
    session, desk.session = desk.session, None  # type: ignore[assignment]
    assert "Don't answer." in words(desk.open(WhoToTellPage, one("pupil-contact")))
    desk.session = session


def test_another_situation_is_one_press_away(desk: Desk) -> None:
    press(desk.open(WhoToTellPage, one("bullied")), OTHER)
    assert desk.steps == [ALL]


def test_a_situation_that_is_no_longer_in_the_pack_leads_to_the_list(desk: Desk) -> None:
    assert desk.open(WhoToTellPage, one("long-gone")).heading == WHAT_HAPPENED


def test_the_card_carries_steps_people_and_words_and_nothing_is_recorded(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    before = desk.stored().progress
    page = desk.open(WhoToTellPage, one("indecent-image"))
    press(page, SAVE_PDF)
    card = tmp_path / "card.pdf"
    assert page.keep.save_row is not None
    page.keep.save_row.field.set_text(str(card))
    press(page, "Save")
    qtbot.waitUntil(lambda: card.exists() and card.read_bytes().rstrip().endswith(b"%%EOF"))
    text = " ".join("".join(each.extract_text() for each in PdfReader(card).pages).split())
    for part in ("Stop looking.", "The safeguarding lead (DSL)", "101", "I have not copied it", IN_DANGER):
        assert part in text
    assert desk.stored().progress == before


def test_every_situation_makes_a_card(desk: Desk) -> None:
    pack = desk.services.content.policy
    for situation in pack.situations:
        sheet = card_for(situation, pack.contacts, pack.school.name)
        parts = {part.heading: part for part in sheet.parts}
        usual = ["First", "Who to tell", "What to say"]
        assert list(parts) == ([TEN_MINUTES, KEEP, *usual[1:], FOR_YOU] if situation.evidence else usual)
        assert sheet.parts[0].steps == situation.first
        assert len(parts["Who to tell"].entries) == len(situation.tell)


def test_every_card_fits_on_one_side_as_long_as_the_school_has_filled_in_nothing(desk: Desk) -> None:
    pack = desk.services.content.policy
    cards = {each.id: write(card_for(each, pack.contacts, pack.school.name)) for each in pack.situations}
    assert {name for name, card in cards.items() if len(PdfReader(BytesIO(card)).pages) > 1} == set()


def test_a_bad_day_shows_ten_minutes_in_order_what_to_keep_and_help_in_that_order(desk: Desk) -> None:
    pack = desk.services.content.policy
    for situation in (each for each in pack.situations if each.evidence):
        page = desk.open(WhoToTellPage, one(situation.id))
        shown = words(page)
        headings = [shown.index(each) for each in (TEN_MINUTES, KEEP, "Who to tell", "What to say", FOR_YOU)]
        assert headings == sorted(headings)
        assert all(each in shown for each in situation.evidence)
        for helpline in people_of(pack.contacts, situation.helplines):
            assert helpline.phone in shown
        desk.close()


def test_the_card_of_a_bad_day_has_room_for_time_date_and_address(desk: Desk) -> None:
    pack = desk.services.content.policy
    (hacked,) = [each for each in pack.situations if each.id == "hacked"]
    (keep,) = [
        part for part in card_for(hacked, pack.contacts, pack.school.name).parts if part.heading == KEEP
    ]
    assert keep.text.endswith(WRITE_HERE)
    assert keep.lines


def test_what_is_only_complicated_is_one_press_away(desk: Desk) -> None:
    press(desk.open(WhoToTellPage, ALL), "It's complicated")
    assert desk.steps == [Step(kind=StepKind.COMPLICATED)]


@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off_and_every_control_has_a_name_of_its_own(
    desk: Desk, width: int, text_size: int
) -> None:
    desk.wear(text_size=text_size)
    for item in ("", *(situation.id for situation in desk.services.content.policy.situations)):
        page = desk.open(WhoToTellPage, one(item), width=width, height=430)
        if item:
            press(page, SAVE_PDF)
        assert cut_off(page) == [], item
        assert without_a_name_of_their_own(page) == [], item
        desk.close()
